"""What a date cannot say alone: its year, and which number is the month; the table is looked through before asking."""

from datetime import date
from typing import Any

import pytest

from app.services.errors import InputError
from app.services.importing.plans import SheetChoice
from tests.services.importing.desk import Desk, first_sheet

HEAD = ("日期", "客户", "金额")
MARCH: list[tuple[Any, ...]] = [HEAD, ("3月5日", "甲", 1.0), ("12月31日", "乙", 2.0)]


@pytest.mark.parametrize(
    ("content", "file"),
    [
        ({"2024年": MARCH}, "台账.xlsx"),
        ({"Sheet1": [("2024年销售台账", None, None), *MARCH]}, "台账.xlsx"),
        ({"Sheet1": [("日期（2024）", "客户", "金额"), *MARCH[1:]]}, "台账.xlsx"),
        ({"Sheet1": MARCH}, "2024销售.xlsx"),
    ],
)
def test_the_year_is_that_of_the_table(desk: Desk, content: Any, file: str) -> None:
    plan = desk.plan(desk.file(content, file))
    assert (plan.date_from, plan.date_to) == (date(2024, 3, 5), date(2024, 12, 31))
    assert "year" in [note.code for note in first_sheet(plan).columns[0].notes]


def test_a_year_nobody_names_is_asked(desk: Desk) -> None:
    (question,) = desk.plan(MARCH).questions
    assert (question.code, question.column, len(question.choices), bool(question.free)) == ("year", "日期", 3, True)
    with pytest.raises(InputError, match=r"import\.question") as caught:
        desk.bring(MARCH)
    assert "哪一年" in caught.value.sentence()
    plan = desk.plan(MARCH, choices={"台账": SheetChoice(years={"日期": "2023"})})
    assert plan.date_from == date(2023, 3, 5)
    assert desk.plan({"2023-2024": MARCH}).questions[0].code == "year"


@pytest.mark.parametrize(
    "rows",
    [
        [*MARCH, ("2023-04-01", "甲", 1.0), ("2023-04-02", "甲", 1.0), ("2022-04-02", "甲", 1.0)],
        [(*HEAD, "到期日"), *((*row, date(2023, 5, 1)) for row in MARCH[1:])],
    ],
)
def test_the_year_of_the_dates_beside_is_offered_first(desk: Desk, rows: list[Any]) -> None:
    (question,) = desk.plan(rows).questions
    years = [value for value, _words in question.choices]
    assert (years[0], len(years), len(set(years))) == ("2023", 4, 4)


def test_a_column_follows_its_neighbour_written_alike(desk: Desk) -> None:
    rows = [
        ("订单日期", "客户", "金额", "到期日"),
        ("2/3/2024", "甲", 1.0, "24/2/2024"),
        ("4/3/2024", "乙", 2.0, "25/3/2024"),
    ]
    plan = desk.plan(rows)
    assert plan.questions == ()
    assert plan.date_from == date(2024, 3, 2)


def test_short_years_may_stand_first(desk: Desk) -> None:
    (question,) = desk.plan([HEAD, ("05/06/07", "甲", 1.0)]).questions
    assert [value for value, _words in question.choices] == ["mdy", "dmy", "ymd"]
    plan = desk.plan([HEAD, ("05/06/07", "甲", 1.0)], choices={"台账": SheetChoice(date_orders={"日期": "ymd"})})
    assert plan.date_from == date(2005, 6, 7)
    assert (first_sheet(plan).columns[0].order_matters, first_sheet(plan).columns[0].date_order) == (True, "ymd")


def test_months_as_the_names_of_sheets_are_asked_for_their_year(desk: Desk) -> None:
    rows = [("客户", "金额"), ("甲", 1.5), ("乙", 2.5), ("丙", 3.5)]
    sheets = {"3月": rows, "4月": rows}
    questions = desk.plan(sheets).questions
    assert [(each.code, each.column, bool(each.free)) for each in questions] == [("year", "工作表名", True)] * 2
    assert questions[0].asks_the_same(questions[1])
    plan = desk.plan(sheets, choices={"*": SheetChoice(years={"工作表名": "2024"})})
    assert (plan.questions, plan.counts.created) == ((), 6)
    assert (plan.date_from, plan.date_to) == (date(2024, 3, 1), date(2024, 4, 1))


def test_a_month_alone_in_a_cell_is_asked_for_its_year(desk: Desk) -> None:
    rows = [HEAD, ("3月", "甲", 1.0), ("4月份", "乙", 2.0)]
    assert [each.code for each in desk.plan(rows).questions] == ["year"]
    plan = desk.plan(rows, choices={"台账": SheetChoice(years={"日期": "2023"})})
    assert (plan.date_from, plan.date_to) == (date(2023, 3, 1), date(2023, 4, 1))
    column = first_sheet(plan).columns[0]
    assert (column.year, column.order_matters) == ("2023", False)
