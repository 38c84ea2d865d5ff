"""Taking an import back: at once, or long after with what has been worked on since kept."""

from datetime import date, datetime

import pytest

from app.services import importing
from app.services.customers.recycling import Purge, Recycle
from app.services.errors import InputError
from app.services.importing.ledger.undo import UndoReport
from app.services.merging import BRANCH, JudgePair
from app.services.progress import Cancelled, Progress, WorkContext
from app.services.tags import AssignTags
from tests.services.importing.desk import HEAD, SALES, Desk
from tests.services.importing.test_again import Edit
from tests.services.importing.test_records import FIVE, TITLES

DAY = date(2024, 3, 1)


def take_back(desk: Desk, batch: int) -> UndoReport:
    command = importing.undo_import(batch)
    desk.context.run(command)
    assert command.done.report is not None
    return command.done.report


def data(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """The ledger but for the record of what was read."""
    left_out = ("import_batch", "source_file", "source_sheet")
    return {name: rows for name, rows in desk.state().items() if name not in left_out and rows}


def test_undo_and_redo_are_one_step_each(desk: Desk) -> None:
    empty = desk.state()
    desk.bring({"订单": SALES, "退货": [("订单号", "退回"), ("A1", "是")]})
    full = desk.state()
    desk.context.undo()
    assert desk.state() == empty
    desk.context.redo()
    assert desk.state() == full


@pytest.mark.parametrize("rows", [SALES, [TITLES, *FIVE], [*SALES, ("A4", "哪天", "丁", "轴承", 1, 1.0, 1.0)]])
def test_an_import_goes_whole_when_nobody_touched_it(desk: Desk, rows: list[tuple[object, ...]]) -> None:
    before = data(desk)
    batch = desk.bring(rows).batch
    assert batch is not None
    full = desk.state()
    report = take_back(desk, batch)
    assert report.kept == ()
    assert data(desk) == before
    assert importing_states(desk) == ["undone"]
    desk.context.undo()
    assert desk.state() == full


def importing_states(desk: Desk) -> list[str]:
    with desk.context.reading() as connection:
        return [batch.state for batch in importing.imports(connection)]


def test_overwritten_values_come_back(desk: Desk) -> None:
    desk.bring([*SALES])
    before = data(desk)
    changed = [*SALES[:2], ("A2", date(2024, 1, 9), "乙公司", "刀具", 1, 80.0, 88.0), SALES[3]]
    batch = desk.bring(changed).batch
    assert batch is not None
    report = take_back(desk, batch)
    assert (report.lines, report.customers, report.restored) == (0, 0, 1)
    assert data(desk) == before


def test_a_list_update_is_taken_back_too(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    before = data(desk)
    row = (*FIVE[0][:5], 95, *FIVE[0][6:7], "中价值/工业设备/稳定合作", *FIVE[0][8:10], "成交", FIVE[0][11])
    batch = desk.bring([TITLES, row, *FIVE[1:]]).batch
    assert batch is not None
    take_back(desk, batch)
    assert data(desk) == before


def test_a_customer_edited_since_stays_with_all_of_his(desk: Desk) -> None:
    batch = desk.bring([TITLES, *FIVE]).batch
    assert batch is not None
    desk.context.run(Edit(1, datetime(2024, 6, 1), status="成交"))
    report = take_back(desk, batch)
    assert (report.customers, [(kept.customer, kept.reason) for kept in report.kept]) == (
        4,
        [("A科技有限公司", "edited")],
    )
    assert desk.rows("SELECT name, status FROM customer") == [("A科技有限公司", "成交")]
    assert desk.value("SELECT COUNT(*) FROM customer_tag") == 3
    assert desk.value("SELECT COUNT(*) FROM contact") == 1


def test_a_customer_who_bought_in_a_later_import_stays(desk: Desk) -> None:
    batch = desk.bring(SALES).batch
    assert batch is not None
    desk.bring(desk.file([HEAD, ("B1", DAY, "甲公司", "轴承", 1, 1.0, 1.0)], "三月.xlsx"))
    report = take_back(desk, batch)
    assert [(kept.customer, kept.reason) for kept in report.kept] == [("甲公司", "used")]
    assert desk.rows("SELECT order_no FROM order_line") == [("B1",)]
    assert desk.rows("SELECT name FROM product") == [("轴承",)]


def test_a_line_changed_by_a_later_import_belongs_to_that_one(desk: Desk) -> None:
    first = desk.bring(SALES).batch
    assert first is not None
    desk.bring([*SALES[:3], ("A3", date(2024, 2, 1), "甲公司", "轴承", 4, 50.5, 200.0)])
    take_back(desk, first)
    assert desk.rows("SELECT order_no, amount FROM order_line") == [("A3", 2_000_000)]


def test_values_edited_after_an_update_are_left_and_told(desk: Desk) -> None:
    desk.bring([TITLES, *FIVE])
    row = (*FIVE[0][:10], "待签约", FIVE[0][11])
    batch = desk.bring([TITLES, row, *FIVE[1:]]).batch
    assert batch is not None
    desk.context.run(Edit(1, datetime(2024, 6, 1), status="成交"))
    report = take_back(desk, batch)
    assert [(kept.customer, kept.reason) for kept in report.kept] == [("A科技有限公司", "changed")]
    assert desk.value("SELECT status FROM customer WHERE id = 1") == "成交"


@pytest.mark.parametrize(("batch", "code"), [(7, "import.no_batch"), (1, "import.undone")])
def test_what_cannot_be_undone_is_said(desk: Desk, batch: int, code: str) -> None:
    desk.bring(SALES)
    take_back(desk, 1)
    with pytest.raises(InputError) as caught:
        take_back(desk, batch)
    assert caught.value.code == code


def test_past_imports_are_listed_newest_first(desk: Desk) -> None:
    desk.bring([*SALES, ("A4", "哪天", "丁", "轴承", 1, 1.0, 1.0)])
    desk.bring(desk.file([HEAD, ("B1", DAY, "甲公司", "轴承", 1, 1.0, 1.0)], "三月.xlsx"))
    with desk.context.reading() as connection:
        batches = importing.imports(connection)
    assert [(batch.id, batch.files, batch.state, batch.held) for batch in batches] == [
        (2, ("三月.xlsx",), "done", 0),
        (1, ("台账.xlsx",), "done", 1),
    ]
    assert batches[1].summary["created"] == 3


class Stopper:
    """Asks to stop at one of the steps it is told of."""

    def __init__(self, at: int) -> None:
        self.work = WorkContext(self._report)
        self.steps, self._at = 0, at

    def _report(self, _progress: Progress) -> None:
        self.steps += 1
        if self.steps == self._at:
            self.work.cancel()


def test_cancelling_at_any_step_leaves_nothing(desk: Desk) -> None:
    rows = [*SALES, *[(f"C{n}", DAY, "甲公司", "轴承", 1, 1.0, 1.0) for n in range(20)]]
    plan = desk.plan(rows)
    before = desk.state()
    whole = Stopper(0)
    desk.context.run(importing.command(plan), whole.work)
    desk.context.undo()
    assert whole.steps > 3
    for at in range(1, whole.steps):
        with pytest.raises(Cancelled):
            desk.context.run(importing.command(plan), Stopper(at).work)
        assert desk.state() == before


def test_a_tag_given_by_hand_meanwhile_is_not_doubled(desk: Desk) -> None:
    head = ("客户名称", "细分标签(价值/需求/行为)", "联系人")
    desk.bring([head, ("甲", "高价值/设备/稳定合作", "*总")])
    batch = desk.bring([head, ("甲", "中价值/设备/稳定合作", "*总")]).batch
    assert batch is not None
    number = desk.value("SELECT id FROM customer")
    desk.context.run(AssignTags((number,), give=(("价值", "高价值"),)))
    take_back(desk, batch)
    sql = "SELECT t.name, ct.set_by FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id WHERE t.name LIKE '%价值'"
    assert desk.rows(sql) == [("高价值", "hand")]


def test_what_leaned_on_a_purged_customer_stays_away(desk: Desk) -> None:
    head = ("订单号", "日期", "客户", "金额")
    desk.bring([head, ("A1", DAY, "甲", 5.0), ("A2", DAY, "乙", 6.0), ("A3", DAY, "乙", 7.0)])
    batch = desk.bring([head, ("A1", DAY, "丙", 5.0), ("A2", DAY, "乙", 6.0), ("A3", DAY, "乙", 7.0)]).batch
    assert batch is not None
    number = desk.value("SELECT id FROM customer WHERE name = '甲'")
    desk.context.run(Recycle((number,)))
    desk.context.run(Purge((number,)))
    report = take_back(desk, batch)
    assert report.restored == 0
    assert desk.rows("PRAGMA foreign_key_check") == []


def test_orders_are_no_longer_returned_when_their_list_is_taken_back(desk: Desk) -> None:
    batch = desk.bring({"退货": [("订单号", "退回"), ("A1", "是")], "订单": SALES[:1] + SALES[2:]}).batch
    desk.bring(desk.file(SALES, "后来.xlsx"))
    assert desk.value("SELECT COUNT(*) FROM order_line WHERE returned") == 1
    assert batch is not None
    take_back(desk, batch)
    assert desk.value("SELECT COUNT(*) FROM order_line WHERE returned") == 0


def test_facts_follow_a_line_that_changes_hands(desk: Desk) -> None:
    head = ("订单号", "日期", "客户", "金额")
    desk.bring([head, ("A1", DAY, "甲", 5.0), ("A2", DAY, "乙", 6.0), ("A3", DAY, "乙", 7.0)])
    facts = "SELECT net_sales_life / 10000 FROM customer_fact ORDER BY customer_id"
    desk.bring([head, ("A1", DAY, "乙", 5.0), ("A2", DAY, "乙", 6.0), ("A3", DAY, "乙", 7.0)])
    assert desk.rows(facts) == [(0,), (18,)]
    take_back(desk, 2)
    assert desk.rows(facts) == [(5,), (13,)]


def test_the_parent_of_a_customer_that_stays_stays_too(desk: Desk) -> None:
    batch = desk.bring(SALES).batch
    assert batch is not None
    desk.context.run(JudgePair(1, 2, BRANCH))
    report = take_back(desk, batch)
    assert [(kept.customer, kept.reason) for kept in report.kept] == [("乙公司", "edited"), ("甲公司", "used")]
