"""Payments and contacts: recognised, compared with the ledger, written with their source, taken back."""

from datetime import date
from typing import Any

import pytest

from app import texts
from app.services import facts, importing, settings
from app.services.errors import InputError
from app.services.importing import agreement
from app.services.importing.plans import SheetChoice
from app.services.importing.values.cells import Refusal
from app.services.importing.values.durations import read_hours
from tests.services.importing.desk import SALES, Desk, codes, first_sheet

PAID: list[tuple[Any, ...]] = [
    ("回款日期", "付款单位", "回款金额", "收款方式", "核销单号", "备注"),
    (date(2024, 1, 20), "甲公司", 60.0, "转账", "A1", None),
    (date(2024, 2, 5), "甲公司", 41.0, "承兑", "A1", "余款"),
    (date(2024, 2, 9), "乙公司", 80.0, "现金", "A2", None),
    ("合计", None, 181.0, None, None, None),
]
TALKS: list[tuple[Any, ...]] = [
    ("跟进时间", "客户名称", "联系人", "联系电话", "跟进方式", "跟进内容", "客户反馈", "下次跟进", "跟进人"),
    ("2024-03-01", "甲公司", "王总", "13800000000", "电话", "谈新设备", "要报价", "2024-03-15", "小李"),
    ("2024-03-08", "甲公司", "王总", "13800000000", "上门拜访", "送样", None, None, "小张"),
    ("2024-03-02", "丙公司", None, None, "微信", "初次联系", None, None, "小李"),
]
PAYMENTS = (
    "SELECT c.name, p.day, p.amount, p.order_no, p.kind FROM payment p LEFT JOIN customer c ON c.id = p.customer_id"
    " ORDER BY p.id"
)


def kinds(plan: Any) -> list[str]:
    return [sheet.kind for sheet in plan.files[0].sheets]


@pytest.mark.parametrize(
    ("name", "head", "row", "kind"),
    [
        ("Sheet1", PAID[0], PAID[1], "payments"),
        ("回款明细", ("日期", "客户", "金额", "收款方式"), (date(2024, 1, 5), "甲", 5.0, "现金"), "payments"),
        ("Sheet1", ("日期", "客户", "金额", "收款方式"), (date(2024, 1, 5), "甲", 5.0, "现金"), "orders"),
        ("Sheet1", ("到账时间", "来款单位", "到账金额"), ("2024-1-5", "甲", "5万"), "payments"),
        ("Payments", ("Date", "Customer", "Amount", "Invoice No"), ("2024-01-05", "A", 5.0, "7"), "payments"),
        ("Sheet1", ("Payment Date", "Payer", "Amount Received"), ("2024-01-05", "A", 5.0), "payments"),
        ("Sheet1", ("日期", "客户", "产品", "收款金额"), ("2024-01-05", "甲", "轴承", 5.0), "orders"),
        ("Sheet1", ("签约日期", "客户", "合同金额", "已收金额"), ("2024-01-05", "甲", 9.0, 5.0), "orders"),
        ("Sheet1", TALKS[0], TALKS[1], "contacts"),
        ("拜访", ("日期", "客户", "内容"), ("2024-01-05", "甲", "谈设备"), "contacts"),
        ("Sheet1", ("Visit Date", "Client", "Notes"), ("2024-01-05", "A", "met the buyer"), "contacts"),
        (
            "Sheet1",
            ("客户名称", "所属行业", "跟进时间", "跟进记录"),
            ("甲", "制造业", "2024-01-05", "谈设备"),
            "customers",
        ),
    ],
)
def test_a_table_is_known_by_its_headings_or_its_name(
    desk: Desk, name: str, head: tuple[str, ...], row: tuple[Any, ...], kind: str
) -> None:
    assert kinds(desk.plan({name: [head, row, row]})) == [kind]


def test_payments_settle_the_orders_of_their_customers(desk: Desk) -> None:
    desk.bring(SALES)
    result = desk.bring(desk.file(PAID, "回款.xlsx"))
    sheet = first_sheet(result.plan)
    assert (sheet.kind, sheet.counts.created, sheet.total_rows) == ("payments", 3, 1)
    assert sheet.money is not None
    assert (sheet.money.column, str(sheet.money.taken)) == ("回款金额", "181")
    assert all(check.matches for check in sheet.totals)
    document = result.as_json()
    assert (document["payments"], document["payments_amount"], document["amount"]) == (3, "181.00", "0.00")
    assert (document["created"], document["customers_created"]) == (3, 0)
    assert desk.rows(PAYMENTS) == [
        ("甲公司", "2024-01-20", 600_000, "A1", "receipt"),
        ("甲公司", "2024-02-05", 410_000, "A1", "receipt"),
        ("乙公司", "2024-02-09", 800_000, "A2", "receipt"),
    ]
    assert desk.rows("SELECT method, note FROM payment")[1] == ("承兑", "余款")
    with desk.context.reading() as connection:
        table = facts.compute(connection, date(2024, 3, 1), settings.current(connection))
    assert table.has_payments
    assert sorted(table.ar_balance.tolist()) == [0, 2_020_000]  # A3 is not paid yet


def test_the_same_payments_again_change_nothing_and_ten_more_add_ten(desk: Desk) -> None:
    path = desk.file(PAID, "回款.xlsx")
    desk.bring(path)
    before = desk.rows(PAYMENTS)
    again = desk.bring(path)
    assert again.plan.changes_nothing
    assert (again.counts.unchanged, desk.rows(PAYMENTS)) == (3, before)
    more = [(date(2024, 3, day), "乙公司", float(day), "转账", None, None) for day in range(1, 11)]
    longer = desk.bring(desk.file([*PAID[:4], *more], "三月.xlsx"))
    assert (longer.counts.created, longer.counts.unchanged) == (10, 3)


def test_a_sum_that_was_mended_in_the_file_takes_the_place_of_the_old(desk: Desk) -> None:
    desk.bring(desk.file(PAID, "回款.xlsx"))
    mended = desk.bring(desk.file([*PAID[:3], (date(2024, 2, 9), "乙公司", 88.0, "现金", "A2", None)], "改.xlsx"))
    assert (mended.counts.updated, mended.counts.unchanged, mended.counts.created) == (1, 2, 0)
    assert desk.value("SELECT SUM(amount) FROM payment") == 1_890_000
    assert mended.batch is not None
    desk.context.run(importing.undo_import(mended.batch))
    assert desk.value("SELECT SUM(amount) FROM payment") == 1_810_000


def test_a_sum_that_is_mended_twice_is_still_one_payment(desk: Desk) -> None:
    heads = ("客户", "回款日期", "回款金额")
    for amount in (10, 11, 12):
        desk.bring([heads, ("甲公司", "2026-01-01", amount), ("甲公司", "2026-01-02", 20)])
    assert desk.rows("SELECT amount FROM payment ORDER BY amount") == [(120_000,), (200_000,)]


@pytest.mark.parametrize("name", ["甲公司", "丁公司"])
def test_a_payment_whose_payer_is_named_later_becomes_his(desk: Desk, name: str) -> None:
    """Whether the ledger knows him or not."""
    heads, first = ("客户", "回款日期", "回款金额"), ("甲公司", "2026-01-01", 50)
    desk.bring([heads, first, (None, "2026-01-02", 60)], decisions={"payment_no_customer": "take"})
    counts = desk.bring([heads, first, (name, "2026-01-02", 60)]).counts
    assert (counts.updated, counts.unchanged) == (1, 1)
    sql = "SELECT c.name, p.amount FROM payment p LEFT JOIN customer c ON c.id = p.customer_id ORDER BY p.id"
    assert desk.rows(sql) == [("甲公司", 500_000), (name, 600_000)]
    assert desk.bring([heads, first, (name, "2026-01-02", 60)]).counts.unchanged == 2


def test_money_given_back_is_a_refund(desk: Desk) -> None:
    rows = [
        ("收款日期", "客户", "收款金额", "类型"),
        ("2024-01-05", "甲", 100.0, "收款"),
        ("2024-01-06", "甲", -30.0, "收款"),
        ("2024-01-07", "甲", 20.0, "退款"),
    ]
    result = desk.bring(rows)
    assert str(result.plan.payments_amount) == "50"
    assert [row[2:] for row in desk.rows(PAYMENTS)] == [
        (1_000_000, None, "receipt"),
        (-300_000, None, "refund"),
        (-200_000, None, "refund"),
    ]


def test_a_payment_that_only_names_an_order_is_its_customers(desk: Desk) -> None:
    desk.bring(SALES)
    rows = [("到账日期", "订单号", "到账金额"), ("2024-02-01", "A2", 80.0), ("2024-02-02", "X9", 5.0)]
    result = desk.bring(desk.file(rows, "到账.xlsx"))
    assert [row[0] for row in desk.rows(PAYMENTS)] == ["乙公司", None]
    assert codes(result.plan)["payment_no_customer"] == 1
    both = desk.plan(
        {
            "订单": [*SALES, ("B1", date(2024, 3, 1), "丁", "轴承", 1, 5.0, 5.0)],
            "回款": [rows[0], ("2024-03-02", "B1", 5.0)],
        }
    )
    assert both.payments == 1
    assert "payment_no_customer" not in codes(both)


def test_rows_that_cannot_be_taken_wait(desk: Desk) -> None:
    rows = [
        *PAID[:2],
        (None, "甲公司", 5.0, None, None, None),
        ("2024-02-02", "乙", "五百?", None, None, None),
        ("2024-02-03", "乙", 0, None, None, None),
    ]
    result = desk.bring(rows)
    assert (result.counts.created, result.counts.held, result.counts.skipped) == (1, 2, 1)
    assert result.counts.rows_read == 4
    assert codes(result.plan) | {"date_text": 0} == {
        "no_date": 1,
        "number_unreadable": 1,
        "nothing_paid": 1,
        "date_text": 0,
    }
    again = desk.bring(rows)
    assert desk.value("SELECT COUNT(*) FROM held_row") == 2
    assert again.counts.unchanged == 1


def test_columns_of_what_was_paid_yield_payments_beside_the_lines(desk: Desk) -> None:
    head = ("订单号", "日期", "客户", "金额", "已付金额", "实付日期")
    rows = [
        head,
        ("A1", date(2024, 1, 5), "甲", 100.0, 60.0, date(2024, 1, 20)),
        ("A2", date(2024, 1, 6), "乙", 50.0, None, None),
        ("A3", date(2024, 1, 7), "乙", 70.0, 70.0, None),
    ]
    result = desk.bring(rows)
    assert (str(result.plan.amount), str(result.plan.payments_amount)) == ("220", "130")
    assert result.counts.created == 3
    assert codes(result.plan)["paid_no_date"] == 1
    assert desk.rows(PAYMENTS) == [
        ("甲", "2024-01-20", 600_000, "A1", "receipt"),
        ("乙", "2024-01-07", 700_000, "A3", "receipt"),
    ]
    assert desk.bring(rows).plan.changes_nothing
    later = [head, ("A1", date(2024, 1, 5), "甲", 100.0, 100.0, date(2024, 2, 20)), *rows[2:]]
    more = desk.bring(desk.file(later, "二月.xlsx"))
    assert (more.counts.updated, more.counts.unchanged, more.counts.created) == (1, 2, 0)
    assert desk.rows(PAYMENTS)[0] == ("甲", "2024-02-20", 1_000_000, "A1", "receipt")


def test_a_day_of_payment_alone_says_that_the_line_is_paid(desk: Desk) -> None:
    rows = [
        ("日期", "客户", "金额", "回款日期"),
        (date(2024, 1, 5), "甲", 100.0, date(2024, 2, 1)),
        (date(2024, 1, 6), "甲", 50.0, None),
    ]
    desk.bring(rows)
    assert desk.rows(PAYMENTS) == [("甲", "2024-02-01", 1_000_000, None, "receipt")]


def test_what_was_paid_for_a_whole_order_is_taken_once(desk: Desk) -> None:
    rows = [
        ("订单号", "日期", "客户", "产品", "金额", "已付金额"),
        ("A1", date(2024, 1, 5), "甲", "轴承", 60.0, 100.0),
        ("A1", date(2024, 1, 5), "甲", "刀具", 40.0, 100.0),
        ("A2", date(2024, 1, 6), "甲", "轴承", 60.0, 60.0),
        ("A2", date(2024, 1, 6), "甲", "刀具", 60.0, 60.0),
    ]
    result = desk.bring(rows)
    assert [row[2] for row in desk.rows(PAYMENTS)] == [1_000_000, 600_000, 600_000]
    assert codes(result.plan)["paid_per_order"] == 1


def test_a_table_of_payments_beside_them_is_not_counted_twice(desk: Desk) -> None:
    orders = [
        ("订单号", "日期", "客户", "金额", "已付金额"),
        ("A1", date(2024, 1, 5), "甲公司", 101.0, 101.0),
        ("A2", date(2024, 1, 6), "乙公司", 80.0, 80.0),
    ]
    result = desk.bring({"订单": orders, "回款": PAID})
    assert str(result.plan.payments_amount) == "181"
    assert codes(result.plan)["paid_twice"] == 2
    assert desk.value("SELECT COUNT(*) FROM payment") == 3


def test_contacts_keep_their_day_and_their_person(desk: Desk) -> None:
    result = desk.bring(TALKS)
    assert (result.counts.created, result.plan.contacts, result.plan.customers_created) == (3, 3, 2)
    assert agreement.lines(result.plan) == (("info", "跟进记录没有金额，不用对账"),)
    assert agreement.entries(result.plan) == ("3 条跟进记录",)
    assert result.as_json()["contacts"] == 3
    sql = (
        "SELECT c.name, l.day, l.channel, l.text, l.feedback, p.name, l.batch_id FROM contact_log l"
        " JOIN customer c ON c.id = l.customer_id JOIN person p ON p.id = l.person_id ORDER BY l.id"
    )
    assert desk.rows(sql) == [
        ("甲公司", "2024-03-01", "phone", "谈新设备", "要报价", "小李", result.batch),
        ("甲公司", "2024-03-08", "visit", "送样", None, "小张", result.batch),
        ("丙公司", "2024-03-02", "wechat", "初次联系", None, "小李", result.batch),
    ]
    assert desk.rows("SELECT name, phone FROM contact") == [("王总", "13800000000")]
    assert codes(result.plan)["task_offer"] == 1
    assert desk.rows("SELECT * FROM task") == []
    assert desk.bring(TALKS).plan.changes_nothing


def test_how_long_each_side_let_the_other_wait_is_kept(desk: Desk) -> None:
    head = ("跟进时间", "客户名称", "跟进内容", "响应时长", "客户回复时长")
    rows = [
        ("2024-03-01", "甲公司", "问价", "24小时内回复", 3),
        ("2024-03-02", "甲公司", "问货", "1.5", "2天"),
        ("2024-03-03", "甲公司", "催单", None, "30分钟"),
        ("2024-03-04", "甲公司", "再催", "很快", None),
    ]
    desk.bring([head, *rows])
    kept = desk.rows("SELECT response_hours, answer_hours FROM contact_log ORDER BY day")
    assert kept[:3] == [(24.0, 3.0), (1.5, 48.0), (None, 0.5)]


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        (24, 24),
        ("48小时以内", 48),
        ("两天", 48),
        ("当天", 24),
        ("约3h", 3),
        ("<24小时", 24),
        ("90分", 1.5),
        ("-", None),
    ],
)
def test_hours_are_read_as_people_write_them(cell: object, hours: float | None) -> None:
    found = read_hours(cell).value  # type: ignore[arg-type]
    assert (None if found is None else found / 10_000) == hours


@pytest.mark.parametrize("cell", ["很快", "24小时内最好", "三五天吧"])
def test_what_tells_no_hours_is_refused(cell: str) -> None:
    with pytest.raises(Refusal):
        read_hours(cell)


def test_a_promised_day_becomes_a_task_where_it_is_wanted(desk: Desk) -> None:
    desk.bring(TALKS, decisions={"task_offer": "take"})
    assert desk.rows("SELECT title, due FROM task") == [("下次跟进", "2024-03-15")]


def test_what_is_to_be_done_is_said_in_the_language_and_no_change_in_another(desk: Desk) -> None:
    texts.set_translator(lambda _context, source, _note, _n: {"下次跟进": "Follow up"}.get(source, source))
    desk.bring(TALKS, decisions={"task_offer": "take"})
    assert desk.rows("SELECT title, due FROM task") == [("Follow up", "2024-03-15")]
    texts.set_translator(None)
    assert desk.bring(TALKS).plan.changes_nothing


def test_more_contacts_add_and_later_answers_complete(desk: Desk) -> None:
    desk.bring(TALKS)
    answered = (*TALKS[2][:6], "样品合格", *TALKS[2][7:])
    more = [("2024-04-01", "丙公司", None, None, "电话", f"第{n}次", None, None, "小李") for n in range(10)]
    result = desk.bring(desk.file([*TALKS[:2], answered, TALKS[3], *more], "四月.xlsx"))
    assert (result.counts.created, result.counts.updated, result.counts.unchanged) == (10, 1, 2)
    assert desk.value("SELECT feedback FROM contact_log WHERE text = '送样'") == "样品合格"


def test_undo_takes_entries_back_and_leaves_whom_somebody_worked_on(desk: Desk) -> None:
    first = desk.bring(PAID)
    second = desk.bring(desk.file(TALKS, "跟进.xlsx"))
    assert first.batch is not None
    assert second.batch is not None
    command = importing.undo_import(first.batch)
    desk.context.run(command)
    assert desk.rows("SELECT * FROM payment") == []
    report = command.done.report
    assert report is not None
    assert [kept.customer for kept in report.kept] == ["甲公司"]  # written about since
    assert desk.rows("SELECT name FROM customer ORDER BY id") == [("甲公司",), ("丙公司",)]
    desk.context.run(importing.undo_import(second.batch))
    assert desk.rows("SELECT * FROM contact_log") == []
    desk.context.undo()
    assert desk.value("SELECT COUNT(*) FROM contact_log") == 3


@pytest.mark.parametrize(
    ("kind", "rows"), [("payments", SALES), ("contacts", [("日期", "客户", "备注"), ("2024-01-05", "甲", "谈")])]
)
def test_a_person_may_say_what_a_table_is(desk: Desk, kind: Any, rows: Any) -> None:
    assert kinds(desk.plan(rows, kind=kind)) == [kind]
    assert kinds(desk.plan(rows, choices={"台账": SheetChoice(kind=kind)})) == [kind]


@pytest.mark.parametrize(("kind", "lack"), [("payments", "amount"), ("contacts", "text")])
def test_what_such_a_table_lacks_is_said(desk: Desk, kind: Any, lack: str) -> None:
    with pytest.raises(InputError, match=rf"import\.no_{lack}"):
        desk.plan([("客户", "日期"), ("甲", "2024-01-05")], kind=kind)


def test_a_file_of_payments_says_so_by_its_name(desk: Desk) -> None:
    rows = [("日期", "客户", "金额"), ("2024-01-05", "甲", 5.0)]
    assert kinds(desk.plan(desk.file(rows, "2024年回款.xlsx"))) == ["payments"]


def test_a_list_with_a_dated_record_beside_each_name_keeps_the_day(desk: Desk) -> None:
    rows = [
        ("客户名称", "所属行业", "跟进时间", "跟进记录", "客户反馈"),
        ("甲", "制造业", "2024-01-05", "谈设备", "要样"),
    ]
    desk.bring(rows)
    assert desk.rows("SELECT day, text, feedback FROM contact_log") == [("2024-01-05", "谈设备", "要样")]


def test_the_facts_are_refreshed_with_the_payments(desk: Desk) -> None:
    desk.bring(SALES)
    desk.bring(desk.file(PAID, "回款.xlsx"))
    risks = {row[0] for row in desk.rows("SELECT payment_risk FROM customer_fact")}
    assert risks - {None, "unknown"}
