"""The borders between the layers, read from the imports."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from app.ui.dialogs.about import LIBRARIES

ROOT = Path(__file__).resolve().parents[1]
QT = {"PySide6", "shiboken6"}
SPREADSHEET_READERS = {"python_calamine", "xlrd"}  # they may abort the process that calls them
READER_CHILD = tuple(
    f"app.services.importing.files.{name}" for name in ("documents", "fastreader", "pieces", "xlsreader")
)
IMPORT_STAGES = tuple(f"app.services.importing.{stage}" for stage in ("values", "files", "tables", "rows", "ledger"))
"""From a cell to the ledger: what comes later may use what comes before, never the other way round."""
SLOW = {"sqlalchemy", "alembic", "numpy", "pandas", "matplotlib", "openpyxl", "xlsxwriter", "msoffcrypto", "pypinyin"}
INSIDE_FUNCTIONS = {"pandas", "matplotlib", "openpyxl", "xlsxwriter", "alembic", "msoffcrypto", *SPREADSHEET_READERS}
FIRST_PAINT = ("app.__main__", "app.ui.application", "app.ui.main_window")


@dataclass(frozen=True)
class Import:
    """One import statement: who imports what, and whether loading the module runs it."""

    module: str
    target: str
    line: int
    at_load: bool

    def reaches(self, *names: str) -> bool:
        return any(self.target == name or self.target.startswith(f"{name}.") for name in names)

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in sorted((ROOT / "app").rglob("*.py")) if "versions" not in file.parts}


def targets(node: ast.AST) -> list[str]:
    """Full names; `from app import paths` names app.paths, `from app.paths import resource` names app.paths."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        base = node.module or ""
        return [f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base for alias in node.names]
    return []


def statements(tree: ast.AST, at_load: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    """Every node that may run, and whether loading the module runs it."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield node, at_load
        yield from statements(node, at_load and not inside)


IMPORTS = [
    Import(name, target, getattr(node, "lineno", 0), at_load)
    for name, file in MODULES.items()
    for node, at_load in statements(ast.parse(file.read_text("utf-8")))
    for target in targets(node)
]


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def broken(packages: tuple[str, ...], forbidden: set[str], but: tuple[str, ...] = ()) -> list[str]:
    return [
        str(i) for i in IMPORTS if within(i.module, *packages) and not within(i.module, *but) and i.reaches(*forbidden)
    ]


@pytest.mark.parametrize(
    ("packages", "forbidden", "but"),
    [
        pytest.param(("app.models",), {*QT, "app.services", "app.ui", "app.cli", "app.context"}, (), id="models"),
        pytest.param(("app.services",), {*QT, "app.ui", "app.cli", "app.context"}, (), id="services"),
        pytest.param(("app.context",), {*QT, "app.ui", "app.cli"}, (), id="context"),
        pytest.param(("app.ui",), {"sqlalchemy", "app.models", "app.cli"}, (), id="ui"),
        pytest.param(("app",), SPREADSHEET_READERS, READER_CHILD, id="readers stay in their child process"),
        pytest.param(("app",), {"matplotlib.pyplot", "scipy"}, (), id="not at all"),
        pytest.param(("app.cli",), QT, (), id="command line"),
    ],
)
def test_no_layer_reaches_up(packages: tuple[str, ...], forbidden: set[str], but: tuple[str, ...]) -> None:
    assert broken(packages, forbidden, but) == []


@pytest.mark.parametrize("stage", range(len(IMPORT_STAGES)), ids=IMPORT_STAGES)
def test_no_stage_of_the_import_reaches_forward(stage: int) -> None:
    assert broken((IMPORT_STAGES[stage],), set(IMPORT_STAGES[stage + 1 :])) == []


@pytest.mark.parametrize("module", ["app.paths", "app.texts", "app.logs"])
def test_what_all_import_needs_only_the_standard_library(module: str) -> None:
    outside = {i.target.split(".")[0] for i in IMPORTS if i.module == module} - sys.stdlib_module_names
    assert outside <= ({"platformdirs"} if module == "app.paths" else set())


def test_modules_that_load_a_heavy_library_are_loaded_when_used() -> None:
    """A renderer may subclass matplotlib's at its top, if whoever draws with it imports it inside a function."""
    heavy = {i.module for i in IMPORTS if i.at_load and i.reaches(*INSIDE_FUNCTIONS)}
    assert [str(i) for i in IMPORTS if i.at_load and i.target in heavy and i.module not in heavy] == []


def loaded_by(roots: tuple[str, ...]) -> dict[str, str]:
    """All our modules that importing the roots loads, each with the one that asked for it."""
    reached = {root: "" for root in roots if root in MODULES}
    waiting = list(reached)
    while waiting:
        module = waiting.pop()
        found = {part for i in IMPORTS if i.module == module and i.at_load for part in with_parents(i.target)}
        for target in sorted(found & MODULES.keys() - reached.keys()):
            reached[target] = module
            waiting.append(target)
    return reached


def with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def test_the_way_to_the_first_paint_loads_nothing_slow() -> None:
    way = loaded_by(FIRST_PAINT)
    slow = [f"{i} (loaded by {way[i.module]})" for i in IMPORTS if i.at_load and i.module in way and i.reaches(*SLOW)]
    assert slow == []


def test_one_file_opens_message_boxes() -> None:
    users = {name for name, file in MODULES.items() if "QMessageBox" in file.read_text("utf-8")}
    assert users <= {"app.ui.messages"}


def declared() -> set[str]:
    """The packages of requirements.in."""
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    return {normal(line.split("#")[0]) for line in lines if line.split("#")[0].strip()}


def used(*, beside: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """What modules import that is not Python's own, and the packages that bring it."""
    targets = {i.target.split(".")[0] for i in IMPORTS if i.module not in beside}
    known = packages_distributions()
    return {
        name: {normal(d) for d in known.get(name, [name])}
        for name in targets - sys.stdlib_module_names - {"app", "__future__", "shiboken6"}  # it comes with PySide6
    }


def test_nobody_looks_at_the_items_of_a_layout() -> None:
    """Qt deletes them behind Python's back: app/ui/widgets/layouts.py says what comes of it."""
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("app", "tests")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("itemAt", "itemAtPosition")
    ]
    assert calls == []


def test_every_library_is_declared() -> None:
    assert {name for name, packages in used().items() if not packages & declared()} == set()


def test_about_and_readme_name_what_the_program_stands_on() -> None:
    named = {normal(name) for name, _licence in LIBRARIES}
    stood_on = set().union(*used(beside=("app.selfcheck",)).values()) & declared()  # that one only tries what is there
    assert named == stood_on
    said = (ROOT / "README.md").read_text("utf-8").rpartition("The program stands on")[2].lower()
    assert {name for name in declared() if name in said} == stood_on - {"pyside6-essentials"}  # Qt for Python


def normal(name: str) -> str:
    return name.strip().split("=")[0].split(">")[0].split("<")[0].lower().replace("_", "-")
