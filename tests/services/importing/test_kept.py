"""A file that somebody decides about stays open, so that a choice need not have it opened and parsed again."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import importing
from app.services.importing.files import reader
from app.services.importing.sheets import Row
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows, write_xlsx


@pytest.fixture(autouse=True)
def _none_stays() -> Iterator[None]:
    yield
    importing.forget()
    assert multiprocessing.active_children() == []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "a.xlsx", {"x": [["客户", "金额"], ["甲", 5]]})


def watched() -> WorkContext:
    return WorkContext(show=lambda _value: None)


def read(path: Path, work: WorkContext) -> tuple[int | None, list[Row]]:
    """The process that was at work, and the rows."""
    with reader.open_workbook(path, work=work) as book:
        rows = all_rows(book)
        return next(each.pid for each in multiprocessing.active_children()), rows


def test_the_same_process_reads_again(path: Path) -> None:
    first, second = read(path, watched()), read(path, watched())
    assert first == second
    assert first[1] == [("客户", "金额"), ("甲", 5.0)]


def test_a_reading_left_halfway_can_be_begun_anew(path: Path) -> None:
    with reader.open_workbook(path, work=watched()) as book:
        next(book.archived(0))
    assert read(path, watched())[1] == [("客户", "金额"), ("甲", 5.0)]


def test_a_file_saved_meanwhile_is_opened_anew(path: Path) -> None:
    read(path, watched())
    write_xlsx(path, {"x": [["客户", "金额"], ["甲", 5], ["乙", 6]]})
    assert read(path, watched())[1][-1] == ("乙", 6.0)


def test_a_process_that_died_is_replaced(path: Path) -> None:
    read(path, watched())
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    assert read(path, watched())[1][-1] == ("甲", 5.0)


def test_unwatched_nothing_stays_open(path: Path) -> None:
    read(path, WorkContext())
    assert multiprocessing.active_children() == []


def test_only_a_few_stay_open(tmp_path: Path) -> None:
    for number in range(reader.MOST_KEPT + 2):
        read(write_xlsx(tmp_path / f"{number}.xlsx", {"x": [["客户"]]}), watched())
    assert len(multiprocessing.active_children()) == reader.MOST_KEPT
