"""The workbook holds the same content with real numbers and dates, and opens where it matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.services.errors import StorageError
from app.services.reports.monthly import Wanted, assemble
from app.services.reports.workbook import to_workbook
from tests.services.reports import books
from tests.services.reports.books import WAN


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    month = books.reviewed()
    formula = replace(month.customers[0], name='=HYPERLINK("http://example.invalid")')
    report = assemble(replace(month, customers=(formula, *month.customers[1:])), Wanted("华东销售部"), books.PRINTED)
    to_workbook(report, tmp_path / "报告.xlsx")
    return openpyxl.load_workbook(tmp_path / "报告.xlsx")


def column(sheet: Worksheet, title: str) -> Sequence[object]:
    """The cells under a title, down to the first blank row."""
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == title)
    return [sheet.cell(row, head.column).value for row in range(head.row + 1, sheet.max_row + 1)]


def test_a_sheet_for_each_section(workbook: Workbook) -> None:
    names = ["结论", "分级", "重点客户", "集中度", "风险名单", "迁移", "行动计划", "明细", "对账", "口径"]
    assert workbook.sheetnames == names


def test_figures_are_numbers_dates_are_dates_and_sums_are_live(workbook: Workbook) -> None:
    detail = workbook["明细"]
    assert column(detail, "净销售额(万元)")[:3] == [90, 80, 70]
    assert isinstance(column(detail, "最近一单")[0], datetime)
    sums = column(detail, "净销售额(万元)")
    assert "=SUBTOTAL(109,D5:D16)" in sums
    assert workbook["结论"]["B5"].value == 470


def test_lists_have_filters_and_a_frozen_header(workbook: Workbook) -> None:
    for name in ("分级", "重点客户", "风险名单", "行动计划", "明细", "对账"):
        sheet = workbook[name]
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes
        row = int("".join(letter for letter in str(sheet.freeze_panes) if letter.isdigit())) - 1
        assert sheet.auto_filter.ref.startswith(f"A{row}:")


def test_no_sheet_stands_still_far_down(workbook: Workbook) -> None:
    assert workbook["结论"].freeze_panes is None
    for sheet in workbook:
        rows = "".join(letter for letter in str(sheet.freeze_panes or "") if letter.isdigit())
        assert int(rows or 0) <= 10


def test_customer_text_never_becomes_a_formula(workbook: Workbook) -> None:
    cell = next(
        cell for row in workbook["明细"].iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK")
    )
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_every_row_is_there_even_if_paper_shortens_the_list(tmp_path: Path) -> None:
    month = books.book(*(books.late(i, 100 - i, 2) for i in range(90)))
    to_workbook(assemble(month, Wanted("甲"), books.PRINTED), tmp_path / "报告.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "报告.xlsx")["风险名单"]
    amounts = [value for value in column(sheet, "风险金额(万元)") if isinstance(value, int | float)]
    assert len(amounts) == 90
    assert amounts[0] == 100 * WAN / 100_000_000


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    report = assemble(books.usual(), Wanted("甲"), books.PRINTED)
    with pytest.raises(StorageError):
        to_workbook(report, tmp_path / "没有" / "报告.xlsx")
