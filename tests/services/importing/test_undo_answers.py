"""The three answers of an undo at any later time, known before it is done: taken back, kept, impossible."""

from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from app.models.ledger import contact_log
from app.services import importing
from app.services.changes import Changes
from app.services.customers.edits import AddContact, Person
from app.services.customers.recycling import Purge, Recycle
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.ledger.undo import UndoImport, UndoReport
from app.services.members import AddMember, ChangeMember
from app.services.merging.moving import MergeCustomers
from app.services.progress import WorkContext
from tests.services.importing.desk import Desk
from tests.services.importing.test_again import Edit

HEADS = ("日期", "客户名称", "金额")
SALE = ("订单号", "日期", "客户名称", "产品", "金额")
PAID = ("客户名称", "回款日期", "回款金额", "订单号")
KEEPS_A_RECORD = {"import_batch", "source_file", "source_sheet"}
"""What an import taken back leaves: that it was, and of which files."""
LINES = [("2026-10-01", "宏远机械", 10), ("2026-10-02", "恒泰装备", 20), ("2026-10-03", "中联泵业", 30)]


class EditRecord(SmallChange):
    """A contact record put right by hand."""

    def label(self) -> Label:
        return Label("编辑")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(contact_log, 1, text="改过")
        return Changes(details=True)


def rehearsed(desk: Desk, batch: int) -> UndoReport:
    command = UndoImport(batch)
    before = desk.state()
    desk.context.rehearse(command)
    assert desk.state() == before
    assert command.done.report is not None
    return command.done.report


def undone(desk: Desk, batch: int) -> UndoReport:
    command = importing.undo_import(batch)
    desk.context.run(command)
    assert command.done.report is not None
    return command.done.report


def test_what_an_undo_would_do_is_known_before_and_comes_true(desk: Desk) -> None:
    batch = desk.bring([HEADS, *LINES]).batch
    assert batch is not None
    desk.context.run(Edit(1, datetime(2026, 11, 1), note="要紧"))
    would = rehearsed(desk, batch)
    assert (would.lines, would.customers, [each.reason for each in would.kept], would.impossible) == (
        3,
        2,
        ["edited"],
        (),
    )
    assert undone(desk, batch) == would


def test_merged_customers_cannot_be_taken_away(desk: Desk) -> None:
    batch = desk.bring([HEADS, *LINES]).batch
    assert batch is not None
    desk.context.run(MergeCustomers(1, (2,)))
    report = undone(desk, batch)
    assert sorted((each.customer, each.reason) for each in report.impossible) == [
        ("宏远机械", "merged"),
        ("恒泰装备", "merged"),
    ]
    assert (report.lines, report.customers) == (3, 1)


def test_a_line_goes_back_to_who_has_taken_over_from_its_customer(desk: Desk) -> None:
    """A later import said it was somebody else's; its first customer was merged before that import is taken back."""
    desk.bring([SALE, ("A1", "2026-10-01", "甲公司", "轴承", 5), ("A2", "2026-10-02", "丙公司", "轴承", 7)])
    batch = desk.bring([SALE, ("A1", "2026-10-01", "乙公司", "轴承", 5)]).batch
    assert batch is not None
    assert desk.value("SELECT customer_id FROM order_line WHERE order_no = 'A1'") == 3
    desk.context.run(MergeCustomers(2, (1,)))
    undone(desk, batch)
    assert desk.rows("SELECT order_no, customer_id FROM order_line ORDER BY 1") == [("A1", 2), ("A2", 2)]


def test_a_line_whose_first_customer_was_cleared_away_goes_with_him(desk: Desk) -> None:
    """A later import said it was somebody else's; that one is taken back, and there is nobody it could go back to."""
    desk.bring([SALE, ("A1", "2026-10-01", "甲公司", "轴承", 5), ("A2", "2026-10-02", "乙公司", "轴承", 7)])
    batch = desk.bring([SALE, ("A1", "2026-10-01", "乙公司", "轴承", 5)]).batch or 0
    desk.context.run(Recycle((1,)))
    desk.context.run(Purge((1,)))
    report = undone(desk, batch)
    assert report.lines == 1
    assert desk.rows("SELECT order_no, customer_id FROM order_line") == [("A2", 2)]
    assert desk.rows("SELECT customer_id, net_sales_life FROM customer_fact") == [(2, 70_000)]


@pytest.mark.parametrize("cleared", [False, True])
def test_a_line_a_later_import_said_anew_stays_with_whom_that_one_named(desk: Desk, cleared: bool) -> None:
    desk.bring([SALE, ("A1", "2026-10-01", "甲公司", "轴承", 5), ("A2", "2026-10-02", "乙公司", "轴承", 7)])
    batch = desk.bring([SALE, ("A1", "2026-10-01", "乙公司", "轴承", 5)]).batch or 0
    later = desk.bring([SALE, ("A1", "2026-10-01", "乙公司", "轴承", 9)]).batch or 0
    if cleared:
        desk.context.run(Recycle((1,)))
        desk.context.run(Purge((1,)))
    undone(desk, batch)
    sql = "SELECT customer_id, amount FROM order_line WHERE order_no = 'A1'"
    assert desk.rows(sql) == [(2, 90_000)]
    undone(desk, later)
    assert desk.rows(sql) == ([] if cleared else [(1, 50_000)])


def test_a_record_edited_since_stays_with_its_customer(desk: Desk) -> None:
    batch = desk.bring(
        [("客户名称", "跟进日期", "跟进内容"), ("宏远机械", "2026-10-01", "电话"), ("恒泰装备", "2026-10-02", "拜访")]
    ).batch
    assert batch is not None
    desk.context.run(EditRecord())
    report = undone(desk, batch)
    assert {(each.customer, each.reason) for each in report.kept} >= {("宏远机械", "record")}
    assert (report.entries, report.customers) == (1, 1)
    assert desk.rows("SELECT text FROM contact_log") == [("改过",)]


def test_a_line_a_later_import_changed_belongs_to_that_one(desk: Desk) -> None:
    heads = ("订单号", *HEADS)
    lines = [(f"A{n}", *line) for n, line in enumerate(LINES)]
    first = desk.bring([heads, *lines]).batch
    assert first is not None
    lines[0] = (*lines[0][:3], 11)
    desk.bring([heads, *lines])
    report = undone(desk, first)
    assert [(each.customer, each.reason) for each in report.kept] == [("宏远机械", "later"), ("宏远机械", "used")]
    assert desk.rows("SELECT order_no FROM order_line") == [("A0",)]


def versions(title: tuple[str, ...], place: int, *sums: int) -> list[list[tuple[Any, ...]]]:
    """A file that comes several times, each time with another sum in its first row."""
    rows = {
        SALE: (("A1", "2026-01-01", "宏远机械", "轴承", 0), ("A2", "2026-01-02", "宏远机械", "轴承", 20)),
        PAID: (("宏远机械", "2026-01-01", 0, "A1"), ("宏远机械", "2026-01-02", 20, "A2")),
    }[title]
    return [[title, (*rows[0][:place], each, *rows[0][place + 1 :]), rows[1]] for each in sums]


@pytest.mark.parametrize("order", tuple(permutations(range(3))))
@pytest.mark.parametrize(("title", "place", "table"), [(SALE, 4, "order_line"), (PAID, 2, "payment")])
def test_imports_that_changed_one_row_are_taken_back_in_any_order(
    desk: Desk, title: tuple[str, ...], place: int, table: str, order: tuple[int, ...]
) -> None:
    """What is left is what the newest import still standing said; when none is left, nothing is."""
    sums = (10, 11, 12)
    batches = [desk.bring(each).batch for each in versions(title, place, *sums)]
    standing = set(range(3))
    for each in order:
        report = undone(desk, batches[each] or 0)
        assert report.impossible == ()
        standing.remove(each)
        left = desk.rows(f"SELECT amount, batch_id FROM {table} WHERE order_no = 'A1'")
        last = max(standing, default=None)
        assert left == ([] if last is None else [(sums[last] * 10_000, batches[last])])
    assert desk.rows(f"SELECT * FROM {table}") == desk.rows("SELECT * FROM source_row") == []


TOLD = ("订单号", "日期", "客户名称", "金额", "联系人", "负责人", "标签")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_who_stayed_for_a_later_import_goes_with_it(desk: Desk, order: tuple[int, int]) -> None:
    """Whichever of two imports is taken back first, in the end the ledger is as it was."""
    before = desk.state()
    first = [
        TOLD,
        ("A1", "2026-09-01", "宏远机械", 10, "王总", "李静", "高价值"),
        ("A2", "2026-09-02", "恒泰", 5, "", "", ""),
    ]
    months = (first, [TOLD, ("B1", "2026-10-01", "宏远机械", 20, "赵总", "李静", "")])
    batches = [desk.bring(each).batch or 0 for each in months]
    for each in order:
        undone(desk, batches[each])
    assert {name for name, rows in desk.state().items() if rows != before[name]} <= KEEPS_A_RECORD


def test_who_was_given_the_number_of_one_taken_back_is_not_taken_along(desk: Desk) -> None:
    """The number of the last row is given again: a salesperson added by hand may bear that of an imported one."""
    gone = desk.bring([TOLD, ("Z1", "2026-08-01", "恒泰", 10, "", "李静", "")]).batch or 0
    undone(desk, gone)
    desk.context.run(AddMember("王强"))
    batches = [
        desk.bring([TOLD, (number, day, "宏远机械", 10, "", "", "")]).batch or 0
        for number, day in (("A1", "2026-09-01"), ("B1", "2026-10-01"))
    ]
    for each in batches:
        undone(desk, each)
    assert desk.rows("SELECT name FROM customer") == []
    assert desk.rows("SELECT name FROM person") == [("王强",)]


def test_a_salesperson_whose_hours_were_set_by_hand_since_stays(desk: Desk) -> None:
    rows = [("A1", "2026-09-01", "宏远机械", 10, "", "李静", ""), ("A2", "2026-09-01", "恒泰", 10, "", "赵敏", "")]
    batch = desk.bring([TOLD, *rows]).batch or 0
    number = desk.value("SELECT id FROM person WHERE name = '李静'")
    desk.context.run(ChangeMember(number, "李静", hours=6))
    undone(desk, batch)
    assert desk.rows("SELECT name, field_hours FROM person") == [("李静", 6)]


def test_who_stayed_and_was_written_about_since_stays_on(desk: Desk) -> None:
    batches = [
        desk.bring([TOLD, (number, day, "宏远机械", 10, "", "", "")]).batch or 0
        for number, day in (("A1", "2026-09-01"), ("B1", "2026-10-01"))
    ]
    undone(desk, batches[0])
    desk.context.run(AddContact(1, Person("赵总", phone="13900000000")))
    report = undone(desk, batches[1])
    assert report.customers == 0
    assert desk.rows("SELECT name FROM customer") == [("宏远机械",)]


def test_a_payment_a_later_import_changed_belongs_to_that_one(desk: Desk) -> None:
    first, second = (desk.bring(each).batch for each in versions(PAID, 2, 10, 11))
    report = undone(desk, first or 0)
    assert ("宏远机械", "later") in {(each.customer, each.reason) for each in report.kept}
    assert undone(desk, second or 0).entries == 1


@pytest.mark.parametrize("order", tuple(permutations(range(3))))
def test_lists_that_said_a_customer_anew_are_taken_back_in_any_order(desk: Desk, order: tuple[int, ...]) -> None:
    """What the newest list still standing said of him counts, and it alone."""
    titles = ("客户名称", "所属行业", "采购总额（万元）", "最近合作时间")
    said = (("制造业", 10), ("教育", 20), ("零售业", 30))
    batches = [desk.bring([titles, ("宏远机械", *each, "2026-01-01")]).batch or 0 for each in said]
    standing = set(range(3))
    for each in order:
        assert undone(desk, batches[each]).impossible == ()
        standing.remove(each)
        last = max(standing, default=None)
        wanted = [] if last is None else [(said[last][0], said[last][1] * 10_000 * 10_000)]
        sql = "SELECT c.industry, f.total FROM customer c JOIN summary_fact f ON f.customer_id = c.id WHERE f.current"
        assert desk.rows(sql) == wanted
