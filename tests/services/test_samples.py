"""The sample ledger: always of yesterday, and as its maker writes it."""

import importlib.util
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.paths import resource
from app.services.samples import FILE_NAME, MADE_FOR, write_sample

TODAY = date(2026, 11, 20)
Rows = list[tuple[Any, ...]]


def read(file: Path) -> tuple[Rows, Rows]:
    book = openpyxl.load_workbook(file, read_only=True)
    sales, customers = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    book.close()
    return sales, customers


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rows, Rows]:
    return read(write_sample(tmp_path_factory.mktemp("sample") / "a.xlsx", TODAY))


@pytest.fixture(scope="module")
def shipped() -> tuple[Rows, Rows]:
    return read(resource("samples", FILE_NAME))


def day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    for form in ("%Y年%m月%d日", "%Y/%m/%d"):
        try:
            return datetime.strptime(str(cell), form).date()
        except ValueError:
            continue
    return None


def test_the_last_order_is_of_yesterday(moved: tuple[Rows, Rows]) -> None:
    days = [d for row in moved[0][3:] if (d := day(row[1]))]
    assert max(days) == TODAY - timedelta(days=1)
    assert 720 <= (max(days) - min(days)).days <= 731


def test_every_date_moves_by_the_same_and_nothing_else_does(
    shipped: tuple[Rows, Rows], moved: tuple[Rows, Rows]
) -> None:
    shift = TODAY - MADE_FOR
    for before, after in zip(shipped[0], moved[0], strict=True):
        then = day(before[1])
        assert day(after[1]) == (then + shift if then else None)
        assert isinstance(after[1], type(before[1]))
        assert before[:1] + before[2:] == after[:1] + after[2:]


def test_the_five_known_customers_keep_their_story(shipped: tuple[Rows, Rows], moved: tuple[Rows, Rows]) -> None:
    assert [row[0] for row in shipped[1][2:7]] == ["A科技有限公司", "B商贸公司", "C个体工作室", "D集团", "E建材公司"]
    record = [str(row[9]) for row in moved[1][2:7]]
    assert record[0].startswith("2026-11-11:")  # nine days before today, as 2024-02-20 was
    assert record[3] == "2026-11-16:反馈需要增加数据模块,11月前出方案"
    assert moved[1][4][6] == "-"


def test_today_it_was_made_for_is_the_workbook_as_it_lies_there(tmp_path: Path, shipped: tuple[Rows, Rows]) -> None:
    assert read(write_sample(tmp_path / "a.xlsx", MADE_FOR)) == shipped


def test_totals_agree_with_the_lines(shipped: tuple[Rows, Rows]) -> None:
    lines = [row for row in shipped[0][3:] if row[2]]
    amounts = [float(str(row[11]).replace(",", "")) for row in lines]
    subtotals = [row[11] for row in shipped[0] if row[0] == "小计"]
    stated = shipped[0][-1][11]
    assert round(sum(amounts), 2) == round(sum(subtotals), 2) == stated
    assert len({str(row[2]).strip() for row in lines}) > 250


def test_the_maker_still_writes_what_is_shipped(tmp_path: Path) -> None:
    file = resource("samples", "make_sample.py")
    spec = importlib.util.spec_from_file_location("make_sample", file)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.main(tmp_path / "again.xlsx")
    assert read(tmp_path / "again.xlsx") == read(resource("samples", FILE_NAME))
