"""Is this installation whole? Imports every library and module and uses what a broken bundle breaks first."""

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial

import app
from app import paths

LIBRARIES = (
    *("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg"),
    *("PySide6.QtNetwork", "sqlite3", "sqlalchemy", "sqlalchemy.dialects.sqlite", "alembic.command", "alembic.config"),
    *(
        "numpy",
        "numpy.linalg",
        "numpy.random",
        "pandas",
        "openpyxl",
        "xlsxwriter",
        "python_calamine",
        "xlrd",
        "olefile",
    ),
    *("msoffcrypto", "matplotlib.figure", "matplotlib.backends.backend_agg", "rapidfuzz.fuzz", "rapidfuzz.process"),
    *("pypinyin", "opencc", "charset_normalizer", "platformdirs"),
)


def main() -> int:
    """Print what fails; exit status 1 when anything does."""
    failed = 0
    for name, check in checks():
        try:
            check()
        except BaseException:  # a broken native library may raise anything
            failed += 1
            print(f"{name}\n{traceback.format_exc()}", file=sys.stderr)
    print(f"{failed} failed" if failed else "all parts work")
    return 1 if failed else 0


def checks() -> Iterator[tuple[str, Callable[[], object]]]:
    for name in (*LIBRARIES, *our_modules()):
        yield name, partial(importlib.import_module, name)
    yield "solve", _solve
    yield "draw", _draw
    yield "pinyin", _pinyin
    yield "sample", lambda: paths.resource("samples", "示例台账.xlsx").read_bytes()
    yield "words", lambda: paths.resource("i18n", "en_US.qm").read_bytes()


def our_modules() -> list[str]:
    """Every module of the program; Alembic's own scripts run only inside Alembic."""
    found = (module.name for module in pkgutil.walk_packages(app.__path__, "app."))
    return sorted(name for name in found if "migrations." not in name and not name.endswith("__main__"))


def _solve() -> None:
    """OpenBLAS is what stripping breaks."""
    import numpy
    import pandas

    solved = numpy.linalg.solve(numpy.array([[2.0, 0.0], [0.0, 4.0]]), numpy.array([2.0, 4.0]))
    assert solved.tolist() == [1.0, 1.0]
    assert pandas.DataFrame({"a": [1, 1, 2], "b": [1, 2, 3]}).groupby("a")["b"].sum().tolist() == [3, 3]


def _draw() -> None:
    """Matplotlib fails late when a part of it was left out."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(1, 1))
    figure.add_subplot().plot([1, 2])
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]


def _pinyin() -> None:
    """Its dictionary is a data file."""
    from pypinyin import lazy_pinyin

    assert lazy_pinyin("客户") == ["ke", "hu"]
