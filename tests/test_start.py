"""The promise of a quick start: the first paint needs Qt and nothing slow."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services.customers import NewCustomer

SLOW = {"sqlalchemy", "numpy", "pandas", "matplotlib", "openpyxl", "scipy", "alembic"}
PATHS = {
    "command line or window": ["app.__main__"],
    "window": ["app.__main__", "app.ui.application", "app.ui.main_window"],
}


@pytest.mark.parametrize("modules", PATHS.values(), ids=PATHS)
def test_starting_imports_nothing_slow(modules: list[str]) -> None:
    code = f"import {', '.join(modules)}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded >= set(modules)
    assert SLOW & loaded == set()


FIRST_LIST = """
import sys
from pathlib import Path
from app.context import Context
from app.ui.customers.reading import ListQuestion, rows
from app.ui.pages.customers import CustomersPage
with Context.open(Path(sys.argv[1])) as context:
    listed = ListQuestion()(context, None)
    with context.glancing() as glance:
        found = rows("", context.today(), listed.ids, glance)
print([found[number].name for number in listed.ids])
print(*sys.modules)
"""


def test_a_ledger_opens_and_lists_its_customers_without_anything_slow(tmp_path: Path) -> None:
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(NewCustomer((("name", "甲"),)))
    command = [sys.executable, "-c", FIRST_LIST, str(tmp_path / "台账.pandian")]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8", env=environment)
    names, modules = done.stdout.splitlines()
    assert names == "['甲']"
    assert SLOW & set(modules.split()) == set()


def test_qt_gives_back_every_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference to None per call on Python 3.11 and aborts the process after some thousands."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for n in range(2000):
        widget.resize(QSize(100, 100 + n % 7))
        widget.setWindowTitle("盘点")
    assert sys.getrefcount(None) - before > -1000
