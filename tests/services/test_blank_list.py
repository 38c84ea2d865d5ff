"""The blank template: opens clean, and what is filled in comes back as customers."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.context import Context
from app.services import blank_list, importing
from app.services.exporting import TWELVE
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "空白.xlsx"
    blank_list.write_blank(path)
    return path


def test_it_holds_the_headings_and_a_note_to_each(blank: Path) -> None:
    book = openpyxl.load_workbook(blank)
    first, notes = book.worksheets
    assert [cell.value for cell in first[1]] == [column.title for column in TWELVE]
    assert not any(cell.value for row in first.iter_rows(min_row=2) for cell in row)
    said = [str(cell.value) for cell in notes["A"][1:]]
    assert [text.partition("：")[0] for text in said] == [column.title for column in TWELVE]
    assert first["E2"].number_format == "yyyy-mm-dd"


def test_what_is_filled_in_comes_back_and_the_notes_do_not(blank: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    filled = (
        "甲公司",
        "王总",
        "制造业",
        None,
        date(2023, 3, 15),
        80,
        "-",
        "高价值/设备/稳定",
        None,
        None,
        "跟进中",
        "李静",
    )
    for number, value in enumerate(filled, 1):
        sheet.cell(2, number, value)
    book.save(blank)
    with Context.create(tmp_path / "台账.pandian") as context:
        with context.reading() as connection:
            plan = importing.plan(connection, [blank], ImportOptions(), WorkContext())
        context.run(importing.command(plan))
        with context.reading() as connection:
            rows = connection.exec_driver_sql("SELECT name, industry FROM customer").all()
    assert [tuple(row) for row in rows] == [("甲公司", "制造业")]
    assert (plan.counts.created, plan.counts.held) == (1, 0)


def test_unfilled_it_brings_nobody(blank: Path, tmp_path: Path) -> None:
    with Context.create(tmp_path / "台账.pandian") as context, context.reading() as connection:
        plan = importing.plan(connection, [blank], ImportOptions(), WorkContext())
    assert (plan.customers, plan.counts.rows_read, plan.counts.held) == (0, 0, 0)
