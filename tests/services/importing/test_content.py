"""Columns whose headings say nothing: proposed by what they hold, confirmed by a person, never guessed in silence."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.services.errors import InputError
from app.services.importing.plans import ImportPlan, SheetChoice
from app.ui.importing.calls import with_answer
from tests.services.importing.desk import Desk, first_sheet

FIRMS = ("甲有限公司", "乙集团", "丙商行", "甲有限公司", "丁厂", "乙集团")
DAYS = tuple(date(2024, 1, 5) + timedelta(days=17 * step) for step in range(6))
SUMS = (1250.5, 88.0, 19999.9, 430.25, 88.0, 2710.4)
PIECES, PRICES = (2, 3, 1, 5, 4, 10), (50.5, 80.0, 19.9, 12.25, 33.0, 7.5)


def table(*columns: Any) -> list[tuple[Any, ...]]:
    """Rows out of columns, the heading first."""
    return [tuple(column[0] for column in columns), *zip(*(column[1] for column in columns), strict=True)]


def fields(plan: ImportPlan) -> dict[str, str | None]:
    return {each.title: each.field for each in first_sheet(plan).columns}


def notes(plan: ImportPlan, title: str) -> str:
    return next(
        "；".join(note.text for note in each.notes) for each in first_sheet(plan).columns if each.title == title
    )


def refusal(desk: Desk, rows: Any, **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        desk.bring(rows, **options)
    return caught.value


BARE = table(("A列", DAYS), ("B列", FIRMS), ("数", SUMS))


def test_whom_when_and_how_much_are_proposed_with_their_reasons(desk: Desk) -> None:
    plan = desk.plan(BARE, ask=True)
    assert fields(plan) == {"A列": "date", "B列": "customer_name", "数": "amount"}
    assert {each.state for each in first_sheet(plan).columns} == {"confirm"}
    assert notes(plan, "A列") == "按内容认出（100% 是日期），请确认"
    (question,) = plan.questions
    assert question.text == (
        "这些列名看不出意思，按内容看：「A列」是日期（100% 是日期）、「B列」是客户名称（100% 是公司名）、"
        "「数」是金额（100% 是像金额的数）。按这样导入吗？"
    )


def test_unattended_the_question_is_the_answer(desk: Desk) -> None:
    error = refusal(desk, BARE)
    assert (error.code, error.sentence().startswith("导入前要先回答一个问题：这些列名看不出意思")) == (
        "import.question",
        True,
    )
    sheets = error.facts["mapping"]["sheets"]  # type: ignore[index]
    assert next(iter(sheets.values())) == {"columns": {"A列": "date", "B列": "customer_name", "数": "amount"}}
    assert desk.rows("SELECT 1 FROM order_line") == []


def test_a_yes_brings_it_in_and_is_what_the_scheme_keeps(desk: Desk) -> None:
    plan = desk.plan(BARE, ask=True)
    options = with_answer(plan.options, plan.questions[0], "yes")
    result = desk.bring(BARE, ask=True, choices=options.choices)
    assert (result.counts.created, str(result.plan.amount)) == (6, "24567.05")
    assert desk.bring(BARE).counts.unchanged == 6  # by the scheme, with nobody there


def test_a_no_leaves_the_columns_out_and_asks_for_names(desk: Desk) -> None:
    plan = desk.plan(BARE, ask=True)
    options = with_answer(plan.options, plan.questions[0], "no")
    again = desk.plan(BARE, ask=True, choices=options.choices)
    assert (again.questions, again.brings_nothing) == ((), True)
    assert first_sheet(again).lacks == ("customer", "amount", "date")


def test_the_command_line_takes_the_mapping_of_the_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, ledger, mapping = tmp_path / "账.csv", tmp_path / "l.pandian", tmp_path / "m.json"
    source.write_text("\n".join(",".join(map(str, row)) for row in BARE), encoding="utf-8")
    arguments = ["import", str(source), "--ledger", str(ledger), "--json"]
    assert cli.main(arguments) == 3
    document = json.loads(capsys.readouterr().out)
    assert "「数」是金额" in document["error"]["message"]
    mapping.write_text(json.dumps(document["error"]["mapping"]), encoding="utf-8")
    assert cli.main([*arguments, "--mapping", str(mapping)]) == 0
    assert json.loads(capsys.readouterr().out)["amount"] == "24567.05"


def test_headings_that_are_known_are_never_overruled(desk: Desk) -> None:
    rows = table(
        ("日期", DAYS), ("客户", FIRMS), ("备注", SUMS), ("金额", [round(x / 2, 2) for x in SUMS]), ("xx", DAYS)
    )
    plan = desk.plan(rows, ask=True)
    assert (fields(plan)["金额"], fields(plan)["备注"], fields(plan)["xx"]) == ("amount", None, None)
    assert plan.questions == ()


@pytest.mark.parametrize("heading", ["数", "xx", "Betrag", ""])
def test_only_what_is_missing_is_asked(desk: Desk, heading: str) -> None:
    plan = desk.plan(table(("日期", DAYS), ("客户", FIRMS), (heading, SUMS)), ask=True)
    (question,) = plan.questions
    assert [field for _title, field in question.columns] == ["amount"]
    assert [each.state for each in first_sheet(plan).columns] == ["ok", "ok", "confirm"]


def test_a_list_of_names_with_sums_of_unknown_heading_is_no_list(desk: Desk) -> None:
    assert refusal(desk, table(("客户名称", FIRMS), ("啥时候", DAYS), ("多少", SUMS))).code == "import.question"


def test_two_columns_of_money_are_asked_for_by_name(desk: Desk) -> None:
    rows = table(("日期", DAYS), ("客户", FIRMS), ("甲数", SUMS), ("乙数", [x * 3 + 1 for x in reversed(SUMS)]))
    error = refusal(desk, rows)
    assert error.code == "import.no_amount"
    assert "「甲数」、「乙数」可能是金额。请指明哪一列是金额。" in error.sentence()
    plan = desk.plan(rows, ask=True)
    assert (plan.brings_nothing, fields(plan)["甲数"], fields(plan)["乙数"]) == (True, None, None)
    assert notes(plan, "甲数").startswith("100% 是像金额的数，可能是金额，但「乙数」也是这样，请指明是哪一列")


def test_pieces_times_price_give_the_amount_away(desk: Desk) -> None:
    amounts = [round(a * b, 2) for a, b in zip(PIECES, PRICES, strict=True)]
    rows = table(("x", DAYS), ("y", FIRMS), ("a", PRICES), ("b", PIECES), ("c", amounts))
    plan = desk.plan(rows, ask=True)
    found = fields(plan)
    assert (found["a"], found["b"], found["c"]) == ("price", "quantity", "amount")
    assert notes(plan, "c").startswith("按内容认出（等于「b」乘「a」），请确认")


def test_known_pieces_and_price_tell_which_of_two_sums_is_the_product(desk: Desk) -> None:
    amounts = [round(a * b, 2) for a, b in zip(PIECES, PRICES, strict=True)]
    rows = table(("日期", DAYS), ("客户", FIRMS), ("数量", PIECES), ("p", PRICES), ("c", amounts), ("d", SUMS))
    assert fields(desk.plan(rows, ask=True))["c"] == "amount"


def test_orders_are_numbered_by_the_only_column_of_codes(desk: Desk) -> None:
    codes = [f"SO-{n:04}" for n in (1, 1, 2, 3, 4, 5)]
    days = (DAYS[0], *DAYS[:5])
    plan = desk.plan(table(("x", days), ("y", FIRMS), ("z", SUMS), ("w", codes)), ask=True)
    assert fields(plan)["w"] == "order_no"
    goods = table(("x", DAYS), ("y", FIRMS), ("z", SUMS), ("w", ["P-001", "P-002", "P-001", "P-003", "P-002", "P-001"]))
    assert fields(desk.plan(goods, ask=True))["w"] is None


CARDS = ("VIP001", "VIP002", "VIP001", "VIP003", "VIP002", "VIP001")


def test_codes_that_come_again_name_the_customers_where_nothing_else_does(desk: Desk) -> None:
    plan = desk.plan(table(("x", DAYS), ("y", CARDS), ("z", SUMS)), ask=True)
    assert fields(plan) == {"x": "date", "y": "customer_code", "z": "amount"}
    assert "「y」是客户编号（100% 是编号）" in plan.questions[0].text
    named = desk.plan(table(("x", DAYS), ("y", CARDS), ("z", SUMS), ("w", FIRMS)), ask=True)
    assert (fields(named)["w"], fields(named)["y"]) == ("customer_name", None)
    goods = ("P-001", "P-002", "P-001", "P-003", "P-002", "P-001")
    error = refusal(desk, table(("x", DAYS), ("y", CARDS), ("z", SUMS), ("g", goods)))
    assert (error.code, "「y」、「g」可能是客户编号。" in error.sentence()) == ("import.no_customer", True)


def test_people_are_customers_only_where_no_firm_is_named(desk: Desk) -> None:
    people = ("张三", "李四", "王小明", "张三", "赵六", "孙悦")
    assert fields(desk.plan(table(("x", DAYS), ("y", people), ("z", SUMS)), ask=True))["y"] == "customer_name"
    both = fields(desk.plan(table(("x", DAYS), ("y", people), ("z", SUMS), ("w", FIRMS)), ask=True))
    assert (both["w"], both["y"]) == ("customer_name", None)
    clerks = desk.plan(table(("x", DAYS), ("制单员", people), ("z", SUMS)), ask=True)
    assert fields(clerks)["制单员"] is None


NOT_MONEY: dict[str, list[Any]] = {
    "年份": [2021, 2022, 2023, 2022, 2021, 2020],
    "排": [1, 2, 3, 4, 5, 6],
    "邮寄": [100080, 200120, 310000, 510620, 100081, 310012],
    "会员卡": [536365, 536370, 541432, 536365, 541433, 536371],
    "库存": SUMS,  # type: ignore[dict-item]
    "比": [0.9, 0.85, 1.0, 0.8, 0.7, 0.95],
    "个": [1, 3, 2, 12, 5, 1],
}


@pytest.mark.parametrize("heading", NOT_MONEY)
def test_other_numbers_are_not_taken_for_the_amount(desk: Desk, heading: str) -> None:
    rows = table(("日期", DAYS), ("客户", FIRMS), (heading, NOT_MONEY[heading]))
    plan = desk.plan(rows, kind="orders", ask=True)
    assert (plan.brings_nothing, fields(plan)[heading]) == (True, None)


def test_two_columns_of_days_are_not_chosen_from(desk: Desk) -> None:
    later = [day + timedelta(days=3) for day in DAYS]
    error = refusal(desk, table(("金额", SUMS), ("客户", FIRMS), ("p", DAYS), ("q", later)), kind="orders")
    assert (error.code, "「p」、「q」可能是日期。" in error.sentence()) == ("import.no_date", True)


def test_a_list_shows_phones_and_records_to_be_confirmed(desk: Desk) -> None:
    phones = ["13800000001", "15912345678", "010-62345678"]
    talks = ["2024-02-20:沟通新设备，反馈不错", "2024-03-01:报价", "2024-03-05:寄样品"]
    rows = table(
        ("客户名称", FIRMS[:3]), ("行业", ["机械"] * 3), ("t", phones), ("u", talks), ("v", ["张三", "李四", "王五"])
    )
    plan = desk.plan(rows, ask=True)
    assert fields(plan) == {"客户名称": "customer_name", "行业": "industry", "t": "phone", "u": "log", "v": "contact"}
    assert notes(plan, "t") == "按内容认出（100% 是电话号码），请确认"
    assert plan.contacts == 3
    unseen = fields(desk.plan(rows))
    assert (unseen["t"], unseen["u"]) == (None, None)  # with nobody there nothing is taken


@pytest.mark.parametrize("names", [FIRMS[:3], ("张三", "李四", "王小明")])
def test_a_list_whose_names_have_no_heading_is_asked_about(desk: Desk, names: tuple[str, ...]) -> None:
    rows = table(("", names), ("电话", ["13800000001", "15912345678", "010-62345678"]), ("行业", ["机械"] * 3))
    plan = desk.plan(rows, ask=True)
    assert (first_sheet(plan).kind, fields(plan)["A"]) == ("customers", "customer_name")
    assert [question.columns for question in plan.questions] == [(("A", "customer_name"),)]
    assert refusal(desk, rows).code == "import.question"
    assert desk.bring(rows, choices={"*": SheetChoice(columns={"A": "customer_name"})}).plan.customers == 3


@pytest.mark.parametrize("said", [{"kind": "customers"}, {"choices": {"台账": SheetChoice(kind="customers")}}])
def test_who_says_that_it_is_a_list_is_believed(desk: Desk, said: dict[str, Any]) -> None:
    one = table(("客户名称", FIRMS), ("登记日", DAYS), ("欠款", SUMS))
    two = table(("客户名称", FIRMS), ("登记日", DAYS), ("欠款", SUMS), ("预存", [each + 3.5 for each in SUMS]))
    for rows in (one, two):
        assert refusal(desk, rows).code in ("import.question", "import.no_amount")
        plan = desk.plan(rows, **said)
        assert (first_sheet(plan).kind, plan.questions) == ("customers", ())


def test_names_alone_are_no_customers(desk: Desk) -> None:
    error = refusal(desk, table(("xx", FIRMS), ("yy", ["大", "小", "中"] * 2)))
    assert (error.code, "「xx」可能是客户名称。" in error.sentence()) == ("import.no_amount", True)


def test_sales_tell_what_else_a_column_may_be_and_leave_it(desk: Desk) -> None:
    rows = table(("日期", DAYS), ("客户", FIRMS), ("金额", SUMS), ("q", PIECES))
    plan = desk.plan(rows, ask=True)
    assert (fields(plan)["q"], plan.questions) == (None, ())
    assert notes(plan, "q").startswith("100% 是不大的整数，可能是数量")


def test_beside_known_sales_other_tables_are_let_alone(desk: Desk) -> None:
    sales = table(("日期", DAYS), ("客户", FIRMS), ("金额", SUMS))
    plan = desk.plan({"订单": sales, "别的": BARE})
    assert (plan.questions, [sheet.kind for sheet in plan.files[0].sheets]) == ((), ["orders", "ignored"])


def test_sheets_of_one_shape_are_settled_by_one_answer(desk: Desk) -> None:
    plan = desk.plan({"1": BARE, "2": [BARE[0], *[(day, firm, more + 1) for day, firm, more in BARE[1:]]]}, ask=True)
    first, second = plan.questions
    assert first.asks_the_same(second)


def test_a_table_said_to_hold_payments_is_completed_too(desk: Desk) -> None:
    plan = desk.plan(BARE, ask=True, choices={"台账": SheetChoice(kind="payments")})
    assert (first_sheet(plan).kind, fields(plan)["数"], len(plan.questions)) == ("payments", "amount", 1)


def test_without_a_heading_all_columns_may_be_told(desk: Desk) -> None:
    assert fields(desk.plan(BARE[1:], ask=True)) == {"A": "date", "B": "customer_name", "C": "amount"}
