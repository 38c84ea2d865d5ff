"""A file may be opened before anything else is ready for it."""

import subprocess
import sys
from pathlib import Path

from app.services import importing
from app.services.importing.files import reader
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows, write_xlsx

ROOT = Path(__file__).resolve().parents[3]


def test_the_waiting_process_is_taken_over(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"x": [["客户", "金额"], ["甲", 5]]})
    with importing.ahead([path]):
        assert [file for file, _how in reader._AHEAD] == [path]
        with reader.open_workbook(path, work=WorkContext()) as book:
            assert not reader._AHEAD
            assert all_rows(book) == [("客户", "金额"), ("甲", 5.0)]


def test_a_process_nobody_asked_for_is_ended(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"x": [["客户", "金额"]]})
    with importing.ahead([path]):
        process = reader._AHEAD[path, reader.How()]
    assert not reader._AHEAD
    assert process._connection.closed


def test_what_is_no_file_is_left_to_the_plan(tmp_path: Path) -> None:
    with importing.ahead([tmp_path]), importing.ahead([]), importing.ahead([tmp_path / "none.xlsx"]):
        assert not reader._AHEAD


def test_the_file_is_opened_before_the_database_library_is_loaded() -> None:
    look = "import sys; from app.services.importing.files import reader; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
