"""Columns a table does not have: what section lines and the names of sheets say for the rows below them."""

from datetime import date
from typing import Any

import pytest

from app import texts
from app.services.errors import InputError
from app.services.importing.plans import SheetChoice
from app.services.importing.tables import sheetnames
from app.services.importing.tables.addedtitles import shown_title
from app.services.importing.tables.sections import section_line
from tests.services.importing.desk import Desk, codes, first_sheet

DAY = date(2024, 3, 5)
SOLD = "SELECT c.name, l.day, l.amount / 10000 FROM order_line l JOIN customer c ON c.id = l.customer_id ORDER BY l.id"
BY_CUSTOMER: list[tuple[Any, ...]] = [
    ("日期", "产品", "金额"),
    ("客户：甲公司",),
    (DAY, "轴承", 10.0),
    (DAY, "刀具", 20.0),
    ("小计", None, 30.0),
    ("客户：乙公司",),
    (DAY, "轴承", 5.0),
    ("小计", None, 5.0),
    (None, None, 35.0),
]


def test_a_line_that_names_the_customer_speaks_for_the_rows_below(desk: Desk) -> None:
    result = desk.bring(BY_CUSTOMER)
    sheet = first_sheet(result.plan)
    assert desk.rows(SOLD) == [("甲公司", "2024-03-05", n) for n in (10, 20)] + [("乙公司", "2024-03-05", 5)]
    assert (sheet.total_rows, sheet.first_difference, codes(result.plan)["note_row"]) == (3, None, 2)
    column = sheet.columns[-1]
    assert (column.title, column.field, column.state) == ("客户（分组行）", "customer_name", "confirm")
    assert [note.code for note in column.notes] == ["section"]
    assert [row.cells[-1].text for row in sheet.preview if not row.state] == ["甲公司", "甲公司", "乙公司"]


def test_months_in_lines_are_days_of_their_first(desk: Desk) -> None:
    rows = [("客户", "产品", "金额"), ("2024年3月",), ("甲", "轴承", 1.0), ("2024年4月",), ("乙", "刀具", 2.0)]
    plan = desk.bring(rows).plan
    assert [row[1] for row in desk.rows(SOLD)] == ["2024-03-01", "2024-04-01"]
    assert codes(plan)["date_month_only"] == 2


def test_a_column_of_its_own_is_not_overruled(desk: Desk) -> None:
    rows = [("客户", "日期", "金额"), ("客户：甲",), ("丙", DAY, 1.0), ("客户：乙",), ("丁", DAY, 2.0)]
    plan = desk.plan(rows)
    assert [each.title for each in first_sheet(plan).columns] == ["客户", "日期", "金额"]


def test_one_line_alone_says_nothing(desk: Desk) -> None:
    with pytest.raises(InputError) as caught:
        desk.plan([("日期", "产品", "金额"), ("客户：甲公司",), (DAY, "轴承", 10.0)])
    assert caught.value.code == "import.no_customer"


def test_what_lines_say_can_be_refused(desk: Desk) -> None:
    rows = [("日期", "客户", "金额"), ("业务员：张三",), (DAY, "甲", 1.0), ("业务员：李四",), (DAY, "乙", 2.0)]
    plan = desk.plan(rows, choices={"*": SheetChoice(columns={"业务员（分组行）": None})})
    assert first_sheet(plan).columns[-1].field is None
    assert first_sheet(desk.plan(rows)).columns[-1].field == "person"


@pytest.mark.parametrize(
    "text", ["备注：含税", "合计", "第 2 页", "2024 年销售台账", "制表：小李", "共 3 家", "小计："]
)
def test_other_lines_name_nobody(text: str) -> None:
    assert section_line((text, None)) is None


@pytest.mark.parametrize(
    ("name", "beside", "found"),
    [
        ("2024年3月", (), "2024年3月"),
        ("202403", (), "2024年3月"),
        ("2024-03", (), "2024年3月"),
        ("24年3月", (), "2024年3月"),
        ("3月", ("2024 年台账",), "2024年3月"),
        ("十二月", ("2023年", "2023 销售"), "2023年12月"),
        ("Mar 2024", (), "2024年3月"),
        ("March", ("sales 2024",), "2024年3月"),
        ("3月", (), "3月"),
        ("3月", ("2023 年", "2024 年"), "3月"),
        ("1-6月", ("2024",), None),
        ("Marketing 2024", (), None),
        ("Sheet1", ("2024",), None),
        ("13月", ("2024",), None),
        ("20240315", (), None),
    ],
)
def test_months_in_names(name: str, beside: tuple[str, ...], found: str | None) -> None:
    assert sheetnames.month(name, *beside) == found


SHORT: list[tuple[Any, ...]] = [
    ("客户", "产品", "金额"),
    ("甲公司", "轴承", 10.0),
    ("乙公司", "刀具", 20.0),
    ("合计", None, 30.0),
]


def test_sheets_by_month_are_dated_by_their_names(desk: Desk) -> None:
    path = desk.file({"1月": SHORT, "2月": SHORT}, "2024年销售.xlsx")
    plan = desk.bring(path).plan
    assert {row[1] for row in desk.rows(SOLD)} == {"2024-01-01", "2024-02-01"}
    assert (plan.counts.created, [sheet.total_rows for sheet in plan.files[0].sheets]) == (4, [1, 1])
    column = first_sheet(plan).columns[-1]
    assert (column.title, column.field, column.state) == ("工作表名", "date", "confirm")


def test_without_a_year_nothing_is_guessed(desk: Desk) -> None:
    plan = desk.plan({"1月": SHORT, "2月": SHORT}, kind="orders", ask=True)
    assert [each.code for each in plan.questions] == ["year", "year"]
    with pytest.raises(InputError, match=r"import\.question"):
        desk.bring({"1月": SHORT, "2月": SHORT}, kind="orders")


@pytest.mark.parametrize(
    ("names", "field"),
    [(("张三", "李四"), "person"), (("华东", "华南"), "place"), (("明细", "其他"), None), (("张三", "汇总"), None)],
)
def test_sheets_by_people_and_places(desk: Desk, names: tuple[str, str], field: str | None) -> None:
    rows = [("客户", "日期", "金额"), ("甲", DAY, 10.0)]
    plan = desk.plan({names[0]: rows, names[1]: [*rows[:1], ("乙", DAY, 20.0)]})
    columns = {each.title: each.field for each in first_sheet(plan).columns}
    assert columns.get("工作表名") == field


def test_the_name_of_a_sheet_is_no_month_when_a_person_says_so(desk: Desk) -> None:
    rows = [("客户", "日期", "金额"), ("甲", DAY, 10.0)]
    desk.bring({"2024年3月": rows}, choices={"*": SheetChoice(columns={"工作表名": "channel"})})
    assert desk.value("SELECT channel FROM order_line") == "2024年3月"


def test_a_person_may_ask_for_the_name_of_the_sheet(desk: Desk) -> None:
    rows = [("客户", "日期", "金额"), ("甲", DAY, 10.0)]
    desk.bring({"线上": rows}, choices={"*": SheetChoice(columns={"工作表名": "channel"})})
    assert desk.value("SELECT channel FROM order_line") == "线上"


def test_what_a_sheet_name_adds_is_called_so_in_the_language_of_the_interface(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "_translator", lambda _context, source, _note, _n: f"<{source}>")
    plan = desk.plan({"1月": SHORT, "2月": SHORT}, kind="orders", ask=True)
    assert (plan.questions[0].column, "<工作表名>" in plan.questions[0].text) == ("工作表名", True)
    assert shown_title("工作表名") == "<工作表名>"
    assert shown_title("金额") == "金额"  # what stands in the file is not translated
    assert first_sheet(plan).columns[-1].title == "工作表名"  # and choices go by one name
