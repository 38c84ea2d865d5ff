"""Reading the same or a changed ledger again: known, changed and new rows, and who is who."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from app.models.customer import customer
from app.services import importing
from app.services.changes import Changes
from app.services.customers.edits import NewCustomer
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.plans import Counts, SheetChoice, sheet_key
from app.services.importing.sheets import Cell
from app.services.progress import WorkContext
from tests.services.importing.desk import HEAD, SALES, Desk, codes
from tests.services.importing.test_records import FIVE, TITLES

Rows = list[tuple[Cell, ...]]
DAY = date(2024, 3, 1)


class Edit(SmallChange):
    """An edit by hand, at a given time."""

    def __init__(self, number: int, at: datetime, **values: object) -> None:
        self._number, self._at, self._values = number, at, values

    def label(self) -> Label:
        return Label("编辑")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(customer, self._number, touched_at=self._at, **self._values)
        return Changes(customers=frozenset({self._number}), details=True)


def test_the_same_ledger_again_changes_nothing(desk: Desk) -> None:
    rows = [*SALES, SALES[1], ("A4", "哪天", "丁", "轴承", 1, 1.0, 1.0)]
    desk.bring(rows)
    before = desk.state()
    result = desk.bring(desk.file(rows, "副本.xlsx"))
    assert result.counts == Counts(5, 0, 0, 4, 1, 0)
    assert (result.plan.customers_created, result.plan.customers_matched) == (0, 2)
    after = desk.state()
    left_out = {"import_batch", "source_file", "source_sheet"}
    assert {name: rows for name, rows in after.items() if name not in left_out} == {
        name: rows for name, rows in before.items() if name not in left_out
    }


def test_other_spellings_of_the_same_values_are_the_same_row(desk: Desk) -> None:
    desk.bring(SALES)
    respelled: Rows = [HEAD, ("A1", "2024年1月5日", " 甲公司", "轴承", "2件", "¥50.50", "101元"), *SALES[2:]]
    assert desk.bring(respelled).counts == Counts(3, 0, 0, 3, 0, 0)


def test_changed_rows_update_their_lines_and_new_ones_are_added(desk: Desk) -> None:
    desk.bring(SALES)
    changed: Rows = [*SALES[:2], ("A2", date(2024, 1, 9), "乙公司", "刀具", 1, 80.0, 88.0), SALES[3]]
    changed.append(("A5", DAY, "丙公司", "轴承", 1, 9.0, 9.0))
    result = desk.bring(changed)
    assert result.counts == Counts(4, 1, 1, 2, 0, 0)
    assert desk.rows("SELECT order_no, amount / 10000 FROM order_line ORDER BY id") == [
        ("A1", 101),
        ("A2", 88),
        ("A3", 202),
        ("A5", 9),
    ]
    assert desk.value(
        "SELECT s.cells FROM order_line l JOIN source_row s ON s.id = l.source_row_id WHERE order_no = 'A2'"
    ).endswith("88]")


def test_changed_rows_without_order_numbers_are_found_by_customer_day_and_product(desk: Desk) -> None:
    rows: Rows = [
        ("日期", "客户", "产品", "金额"),
        (DAY, "甲", "轴承", 5.0),
        (DAY, "乙", "轴承", 6.0),
        (DAY, "丙", "刀", 7.0),
    ]
    desk.bring(rows)
    result = desk.bring([*rows[:3], (DAY, "丙", "刀", 8.0)])
    assert result.counts == Counts(3, 0, 1, 2, 0, 0)
    assert desk.value("SELECT SUM(amount) FROM order_line") == 190_000


def test_next_months_file_only_adds(desk: Desk) -> None:
    """A second purchase of the same thing on an old order is no correction of the first."""
    desk.bring(SALES)
    later: Rows = [HEAD, ("A1", DAY, "甲公司", "轴承", 1, 50.5, 50.5), ("B2", DAY, "甲公司", "刀具", 1, 8.0, 8.0)]
    assert desk.bring(desk.file(later, "三月.xlsx")).counts == Counts(2, 2, 0, 0, 0, 0)
    assert desk.value("SELECT COUNT(*) FROM order_line") == 5


def test_a_code_decides_who_is_who(desk: Desk) -> None:
    rows: Rows = [
        ("日期", "客户编号", "客户名称", "金额"),
        (DAY, "K1", "曾惠", 1.0),
        (DAY, "K2", "曾惠", 2.0),
        (DAY, "K1", "曾 惠", 4.0),
        (DAY, 3.0, None, 8.0),
    ]
    desk.bring(rows)
    assert desk.rows(
        "SELECT c.code, c.name, SUM(l.amount) / 10000 FROM customer c JOIN order_line l ON l.customer_id = c.id"
        " GROUP BY c.id"
    ) == [("K1", "曾惠", 5), ("K2", "曾惠", 2), ("3", "3", 8)]


def test_another_name_under_a_known_code_leads_to_the_same_customer(desk: Desk) -> None:
    desk.bring([("日期", "客户编号", "客户名称", "金额"), (DAY, "K1", "旧名", 1.0), (DAY, "K1", "新名", 2.0)])
    assert desk.rows("SELECT name FROM customer_alias") == [("新名",)]
    result = desk.bring(desk.file([("日期", "客户", "金额"), (DAY, "新名", 5.0)], "只有名称.xlsx"))
    assert (result.plan.customers_created, result.plan.customers_matched) == (0, 1)
    assert "新名" in desk.value("SELECT search_text FROM customer")


def test_a_code_changed_by_hand_makes_nobody_of_rows_that_are_known(desk: Desk) -> None:
    rows = [("客户编号", *HEAD), *(("K1", *row) for row in SALES[1:2])]
    desk.bring(rows)
    desk.context.run(Edit(1, datetime(2026, 11, 1), code="K9"))
    before = desk.rows("SELECT * FROM customer")
    plan = desk.plan(rows)
    assert (plan.customers_created, plan.counts.unchanged) == (0, 1)
    desk.context.run(importing.command(plan))
    assert desk.rows("SELECT * FROM customer") == before
    assert desk.bring([*rows, ("K1", "A9", date(2024, 3, 1), "甲公司", "轴承", 1, 50.5, 50.5)]).counts.created == 1
    assert desk.rows("SELECT code FROM customer ORDER BY id") == [("K9",), ("K1",)]


def test_names_match_without_width_and_blanks(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), (DAY, "A公司", 1.0), (DAY, " Ａ公司", 2.0), (DAY, "A 公 司", 4.0)]
    assert desk.bring(rows).plan.customers_created == 1


def test_a_customer_known_by_name_gets_the_code_of_the_ledger(desk: Desk) -> None:
    desk.bring([("客户名称", "联系人"), ("甲公司", "*总")])
    desk.bring(desk.file([("日期", "客户编号", "客户名称", "金额"), (DAY, "K1", "甲公司", 1.0)], "订单.xlsx"))
    assert desk.rows("SELECT code, name FROM customer") == [("K1", "甲公司")]


def test_two_codes_of_one_name_do_not_share_an_old_customer(desk: Desk) -> None:
    desk.bring([("客户名称", "联系人"), ("甲公司", "*总")])
    rows: Rows = [("日期", "客户编号", "客户名称", "金额"), (DAY, "K1", "甲公司", 1.0), (DAY, "K2", "甲公司", 1.0)]
    assert desk.bring(desk.file(rows, "订单.xlsx")).plan.customers_created == 2


def test_a_name_that_several_customers_bear_waits(desk: Desk) -> None:
    rows: Rows = [("日期", "客户编号", "客户名称", "金额"), (DAY, "K1", "曾惠", 1.0), (DAY, "K2", "曾惠", 2.0)]
    desk.bring(rows)
    plan = desk.bring(desk.file([("日期", "客户", "金额"), (DAY, "曾惠", 5.0), (DAY, "丁", 6.0)], "名称.xlsx")).plan
    assert (plan.counts.held, plan.counts.created, plan.amount) == (1, 1, Decimal(6))
    assert codes(plan) == {"customer_ambiguous": 1}


def test_files_of_one_import_know_each_other(desk: Desk) -> None:
    members = desk.file([("ID", "姓名", "电话"), (1, "小六", "13800000000"), (2, "达达", "13900000000")], "会员.xlsx")
    spent: Rows = [("ID", "消费金额", "消费时间"), (1, 45.0, DAY), (1, 5.0, DAY), (9, 7.0, DAY)]
    apart = {sheet_key("消费.xlsx", "台账"): SheetChoice(joins=())}
    plan = desk.bring(members, desk.file(spent, "消费.xlsx"), choices=apart).plan
    assert (plan.customers_created, plan.counts.rows_read, plan.amount) == (3, 5, Decimal(57))
    assert desk.rows("SELECT code, name FROM customer ORDER BY code") == [("1", "小六"), ("2", "达达"), ("9", "9")]


def test_a_customer_in_the_recycle_bin_is_told(desk: Desk) -> None:
    desk.bring(SALES)
    desk.context.run(Edit(1, datetime(2024, 5, 1), deleted_at=datetime(2024, 5, 1)))
    more: Rows = [HEAD, ("B1", DAY, "甲公司", "轴承", 1, 1.0, 1.0)]
    plan = desk.bring(desk.file(more, "新.xlsx")).plan
    assert (plan.customers_created, codes(plan)) == (0, {"in_recycle_bin": 1})


def test_the_same_list_again_leaves_edits_alone(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    desk.context.run(Edit(1, datetime(2000, 1, 1), status="成交"))
    result = desk.bring([TITLES, *FIVE])
    assert result.counts == Counts(5, 0, 0, 5, 0, 0)
    assert desk.value("SELECT status FROM customer WHERE id = 1") == "成交"
    assert desk.value("SELECT COUNT(*) FROM summary_fact") == 5


def test_a_changed_list_row_updates_its_customer(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    row = list(FIVE[0])
    row[5], row[6], row[10], row[7] = 95, "2024-03-05", "成交", "中价值/工业设备/稳定合作"
    row[9] = f"{row[9]}\n2024-03-05:签约"
    result = desk.bring([TITLES, tuple(row), *FIVE[1:]])
    assert result.counts == Counts(5, 0, 1, 4, 0, 0)
    assert desk.value("SELECT status FROM customer WHERE id = 1") == "成交"
    assert desk.rows("SELECT total / 10000, current FROM summary_fact WHERE customer_id = 1 ORDER BY id") == [
        (800_000, 0),
        (950_000, 1),
    ]
    assert desk.rows("SELECT day FROM contact_log WHERE customer_id = 1 ORDER BY day") == [
        ("2024-02-20",),
        ("2024-03-05",),
    ]
    assert desk.rows(
        "SELECT t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id JOIN tag_group g ON g.id = t.group_id"
        " WHERE ct.customer_id = 1 AND g.name = '价值'"
    ) == [("中价值",)]


def test_an_edit_by_hand_that_is_younger_than_the_file_stays(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    desk.context.run(Edit(1, datetime(2199, 1, 1), status="成交", industry=None))
    changed = [TITLES, (*FIVE[0][:2], "零售业", *FIVE[0][3:10], "待谈判", FIVE[0][11]), *FIVE[1:]]
    plan = desk.bring(changed).plan
    assert codes(plan)["kept_edit"] == 1
    assert desk.rows("SELECT status, industry FROM customer WHERE id = 1") == [("成交", "零售业")]


def test_an_empty_cell_empties_nothing(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    desk.bring([TITLES, (*FIVE[0][:2], "-", *FIVE[0][3:10], "成交", FIVE[0][11]), *FIVE[1:]])
    assert desk.rows("SELECT status, industry FROM customer WHERE id = 1") == [("成交", "制造业")]


def test_a_ledger_that_changed_after_the_plan_is_compared_anew(desk: Desk) -> None:
    from app.services import importing

    plan = desk.plan(SALES)
    desk.bring(SALES)
    command = importing.command(plan)
    desk.context.run(command)
    assert importing.result(command).counts == Counts(3, 0, 0, 3, 0, 0)
    assert desk.value("SELECT COUNT(*) FROM order_line") == 3


def test_lines_beyond_memory_wait_in_a_file(desk: Desk) -> None:
    from app.services.importing.rows.staging import LineStore

    plan = desk.plan([*SALES, *[(f"C{n}", DAY, "甲公司", "轴承", 1, 1.0, 1.0) for n in range(20)]])
    blocks = list(plan.prepared.making.staged.lines)
    store = LineStore(in_memory=5)
    for block in blocks:
        store.append(block)
    assert list(store) == blocks
    assert store.count == 23
    assert replace(plan).prepared is plan.prepared


OTHER_NAME: Rows = [
    ("日期", "客户编号", "客户名称", "金额"),
    (DAY, "K1", "乙公司", 5.0),
    (DAY, "K1", "甲公司", 6.0),
]


def test_another_name_of_a_code_leads_to_him_from_every_sheet_of_a_file(desk: Desk) -> None:
    content = {"订单": OTHER_NAME, "客户": [("客户名称", "电话"), ("甲公司", "13800000000")]}
    first = desk.bring(content)
    assert (first.plan.customers_created, first.counts.held) == (1, 0)
    again = desk.bring(content)
    assert (again.counts.unchanged, again.counts.rows_read) == (3, 3)


def test_a_name_of_his_own_comes_before_the_other_name_of_somebody(desk: Desk) -> None:
    people: Rows = [("客户名称", "电话"), ("甲公司", "13800000000")]
    desk.bring(people)
    desk.bring(OTHER_NAME)
    assert desk.bring(people).counts == Counts(1, 0, 0, 1, 0, 0)
    assert desk.value("SELECT COUNT(*) FROM customer") == 2


def test_two_rows_of_one_customer_come_again_unchanged(desk: Desk) -> None:
    head: tuple[Cell, ...] = ("客户名称", "所属行业", "跟进记录")
    rows: Rows = [head, ("甲公司", "制造业", "2024-01-05:电话"), ("甲公司", None, "2024-02-06:上门")]
    assert desk.bring(rows).counts == Counts(2, 1, 1, 0, 0, 0)
    assert desk.bring(rows).counts == Counts(2, 0, 0, 2, 0, 0)


def test_a_list_read_again_tells_new_changed_known_and_absent(desk: Desk) -> None:
    titles: tuple[Cell, ...] = ("客户名称", "累计采购", "最近合作时间")
    first = desk.plan([titles, ("甲", 5, DAY), ("乙", 6, DAY), ("丙", 7, DAY), ("丁", 8, DAY)])
    assert (first.reads_again, first.changes_nothing, first.customers_absent) == (False, False, 0)
    desk.bring([titles, ("甲", 5, DAY), ("乙", 6, DAY), ("丙", 7, DAY), ("丁", 8, DAY)])
    plan = desk.plan([titles, ("甲", 5, DAY), ("乙", 9, DAY), ("戊", 7, DAY)])
    assert (plan.counts, plan.customers_absent) == (Counts(3, 1, 1, 1), 2)
    assert (plan.reads_again, plan.changes_nothing) == (True, False)
    same = desk.plan([titles, ("甲", 5, DAY)])
    assert (same.changes_nothing, same.customers_absent) == (True, 3)
    orders = desk.plan([("日期", "客户", "金额"), (DAY, "甲", 1.0)])
    assert (orders.reads_again, orders.customers_absent) == (False, 0)


def test_a_plan_is_compared_anew_though_an_undone_change_gave_way_to_another(desk: Desk) -> None:
    desk.bring(SALES)
    plan = desk.plan(SALES)
    assert plan.changes_nothing
    desk.context.undo()
    desk.context.run(NewCustomer((("name", "丁公司"),)))
    desk.context.run(importing.command(plan))
    assert desk.value("SELECT COUNT(*) FROM order_line") == 3
