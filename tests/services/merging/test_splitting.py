"""Parting long after a merge: what was moved goes back, what came or was changed since stays and is named."""

from datetime import date, datetime

import pytest

from app.context import Context
from app.services import importing
from app.services.customers import EditContact, EditCustomer, NewCustomer, Person, Recycle, RemoveContact
from app.services.errors import InputError
from app.services.importing.plans import Counts
from app.services.merging import MergeCustomers, SplitMerge, SplitReport, merges, sentences
from app.services.merging.comparing import TAG
from app.services.tags import AssignTags, MergeTags
from tests.services.importing.desk import HEAD, SALES, Desk
from tests.services.importing.test_records import FIVE, TITLES
from tests.services.merging.people import Given, add, picture, rows, value

DAY = date(2024, 3, 1)


def split(context: Context, number: int = 1) -> SplitReport:
    command = SplitMerge(number)
    context.run(command)
    assert command.done.report is not None
    return command.done.report


def test_parting_works_after_a_restart_and_can_be_undone(context: Context) -> None:
    keep, other = add(context, "甲", 2), add(context, "乙", 3)
    context.run(MergeCustomers(keep, (other,)))
    merged = picture(context)
    with Context.open(context.path) as again:
        with again.reading() as connection:
            (past,) = merges(connection)
        report = split(again, past.id)
        assert report.kept == ()
        assert sorted(rows(again, "SELECT customer_id, COUNT(*) FROM order_line GROUP BY 1")) == [(keep, 2), (other, 3)]
        assert rows(again, "SELECT customer_id, net_sales_life FROM customer_fact ORDER BY 1") == [
            (keep, 2_010_000),
            (other, 3_030_000),
        ]
        assert value(again, "SELECT instr(search_text, '乙') FROM customer WHERE id = ?", keep) == 0
        with again.reading() as connection:
            assert merges(connection) == ()
        again.undo()
        assert picture(again) == merged


def test_what_came_or_changed_since_stays_and_is_named(context: Context) -> None:
    keep = add(context, "甲", 1, values=(("industry", "设备"),))
    other = add(context, "乙", 1, values=(("region", "华东"), ("code", "C2")))
    context.run(MergeCustomers(keep, (other,)))
    moved = value(context, "SELECT MAX(id) FROM contact")
    context.run(EditCustomer(keep, (("region", "华北"), ("status", "成交"))))
    context.run(EditContact(keep, moved, Person("王总监")))
    report = split(context)
    assert [(each.what, each.reason) for each in report.kept] == [("region", "edited")]
    assert sentences(report) == ("地域：合并后改过，没有改回去。",)
    assert rows(context, "SELECT region, status, code FROM customer ORDER BY id") == [
        ("华北", "成交", None),
        ("华东", None, "C2"),
    ]
    assert rows(context, "SELECT customer_id, name FROM contact ORDER BY id") == [(keep, "王0"), (other, "王总监")]


def test_a_row_that_has_gone_is_named_and_its_number_is_not_given_again(context: Context) -> None:
    keep, other = add(context, "甲"), add(context, "乙", 1)
    context.run(MergeCustomers(keep, (other,)))
    moved = value(context, "SELECT MAX(id) FROM contact")
    context.run(RemoveContact(keep, moved, "王0"))
    context.run(Given("丙", 1))
    assert value(context, "SELECT MAX(id) FROM contact") > moved
    report = split(context)
    assert [(each.what, each.reason) for each in report.kept] == [("contact", "gone")]
    assert rows(context, "SELECT customer_id FROM contact WHERE customer_id = ?", other) == []


def test_a_code_somebody_else_bears_by_now_is_named(context: Context) -> None:
    keep, other = add(context, "甲"), add(context, "乙", values=(("code", "C2"),))
    context.run(MergeCustomers(keep, (other,)))
    context.run(EditCustomer(keep, (("code", "C9"),)))
    context.run(NewCustomer((("name", "丙"), ("code", "C2"))))
    report = split(context)
    assert {(each.what, each.reason) for each in report.kept} == {("code", "edited"), ("code", "taken")}
    assert rows(context, "SELECT name, code FROM customer ORDER BY id") == [("甲", "C9"), ("乙", None), ("丙", "C2")]


def test_a_tag_got_meanwhile_is_not_given_twice(context: Context) -> None:
    keep = add(context, "甲", tags=(("业", "设备"),))
    other = add(context, "乙", tags=(("业", "设备"), ("业", "装备")))
    context.run(MergeCustomers(keep, (other,)))
    context.run(AssignTags((keep,), take=(("业", "设备"),)))
    context.run(MergeTags(("业", "装备"), ("业", "设备")))  # now the one that moved is the one that stayed
    report = split(context)
    assert [(each.what, each.reason) for each in report.kept] == [("customer_tag", "there")]
    sql = "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id ORDER BY 1"
    assert rows(context, sql) == [(keep, "设备"), (other, "设备")]


def test_who_was_given_another_of_one_kind_since_does_not_get_the_old_one_back(context: Context) -> None:
    """The kept one took over the other's tag; of a group that ends in 1 one bears only one."""
    keep, other = add(context, "甲", tags=(("级1", "银"),)), add(context, "乙", tags=(("级1", "金"),))
    context.run(MergeCustomers(keep, (other,), ((f"{TAG}级1", other),)))
    context.run(AssignTags((keep,), (("级1", "铜"),)))
    report = split(context)
    assert ("customer_tag", "edited") in {(each.what, each.reason) for each in report.kept}
    assert "标签：合并后改过，没有改回去。" in sentences(report)
    sql = "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id ORDER BY 1"
    assert (keep, "铜") in rows(context, sql)
    assert len([bearer for bearer, _tag in rows(context, sql) if bearer == keep]) == 1


def test_a_chain_of_merges_can_be_parted_at_either_end(context: Context) -> None:
    first, second, third = (add(context, name, 1) for name in ("甲", "乙", "丙"))
    context.run(MergeCustomers(second, (first,)))
    context.run(MergeCustomers(third, (second,)))
    assert rows(context, "SELECT DISTINCT customer_id FROM order_line") == [(third,)]
    split(context, 1)
    owners = "SELECT customer_id, COUNT(*) FROM order_line GROUP BY 1 ORDER BY 1"
    assert rows(context, owners) == [(first, 1), (third, 2)]
    split(context, 2)
    assert rows(context, owners) == [(first, 1), (second, 1), (third, 1)]
    assert rows(context, "SELECT COUNT(*) FROM customer WHERE deleted_at IS NOT NULL") == [(0,)]


def test_it_is_parted_once_and_also_from_the_bin(context: Context) -> None:
    keep, other = add(context, "甲", 1), add(context, "乙", 1)
    context.run(MergeCustomers(keep, (other,)))
    context.run(Recycle((keep,)))
    split(context)
    assert rows(context, "SELECT customer_id FROM customer_fact") == [(other,)]
    with pytest.raises(InputError) as caught:
        split(context)
    assert caught.value.code == "merge.split"


def test_the_old_name_in_a_ledger_leads_to_the_kept_customer(desk: Desk) -> None:
    desk.bring(SALES)
    desk.context.run(MergeCustomers(1, (2,)))
    again = desk.bring(SALES)
    assert again.counts == Counts(3, 0, 0, 3, 0, 0)
    more = desk.bring(desk.file([HEAD, ("B1", DAY, "乙公司", "轴承", 1, 1.0, 1.0)], "三月.xlsx"))
    assert (more.plan.customers_created, more.plan.customers_matched) == (0, 1)
    assert desk.rows("SELECT DISTINCT customer_id FROM order_line") == [(1,)]
    report = split(desk.context)
    assert report.kept == ()
    assert desk.rows("SELECT order_no, customer_id FROM order_line ORDER BY id") == [
        ("A1", 1), ("A2", 2), ("A3", 1), ("B1", 1)
    ]  # fmt: skip


def test_the_old_code_leads_to_the_kept_customer_at_the_end_of_a_chain(desk: Desk) -> None:
    head = ("订单号", "日期", "客户编号", "客户", "金额")
    desk.bring([head, *((f"A{n}", DAY, f"C{n}", f"客户{n}", 5.0) for n in (1, 2, 3))])
    desk.context.run(MergeCustomers(2, (1,)))
    desk.context.run(MergeCustomers(3, (2,)))
    desk.bring(desk.file([head, ("B1", DAY, "C1", "客户1", 7.0)], "三月.xlsx"))
    assert desk.rows("SELECT customer_id, code FROM order_line l JOIN customer c ON c.id = l.customer_id") == (
        [(3, "C3")] * 4
    )


def test_lists_that_name_both_are_added_up_and_the_kept_name_alone_replaces_all(desk: Desk) -> None:
    def totals() -> list[tuple[object, ...]]:
        return desk.rows("SELECT customer_id, net_sales_life / 10000 FROM customer_fact WHERE customer_id < 3")

    head = ("客户名称", "首次合作时间", "最近合作时间", "累计金额（元）")
    both = [head, ("甲", date(2024, 1, 1), date(2024, 3, 1), 100), ("乙", date(2023, 1, 1), date(2024, 2, 1), 200)]
    desk.bring(both)
    desk.context.run(MergeCustomers(1, (2,)))
    assert totals() == [(1, 300)]
    assert desk.rows("SELECT first_order, last_order FROM customer_fact") == [("2023-01-01", "2024-03-01")]
    assert desk.bring(both).counts == Counts(2, 0, 0, 2, 0, 0)
    desk.bring([head, ("甲", date(2024, 1, 1), date(2024, 4, 1), 110), ("乙", date(2023, 1, 1), date(2024, 4, 1), 250)])
    assert totals() == [(1, 360)]
    desk.bring([head, ("甲", date(2023, 1, 1), date(2024, 5, 1), 400)])
    assert totals() == [(1, 400)]


@pytest.mark.parametrize("chain", [False, True])
def test_a_total_said_since_goes_with_whom_it_was_said_of(desk: Desk, chain: bool) -> None:
    head = ("客户名称", "首次合作时间", "最近合作时间", "累计金额（元）")
    people = [
        (name, date(2024, 1, 1), date(2024, 3, 1), total)
        for name, total in (("甲", 12_345), ("乙", 20_000), ("丙", 40_000))
    ]
    desk.bring([head, *people])
    desk.context.run(MergeCustomers(2, (1,)))
    if chain:
        desk.context.run(MergeCustomers(3, (2,)))
    desk.bring(desk.file([head, ("甲", date(2024, 1, 1), date(2024, 5, 1), 15_000)], "五月.xlsx"))
    for merge in (2, 1) if chain else (1,):
        split(desk.context, merge)
    sales = desk.rows("SELECT customer_id, net_sales_life / 10000 FROM customer_fact ORDER BY 1")
    assert sales == [(1, 15_000), (2, 20_000), (3, 40_000)]
    assert desk.value("SELECT COUNT(merged_from) FROM summary_fact") == 0


@pytest.mark.parametrize("keep", [1, 2])
def test_taking_back_the_import_of_one_of_them_loses_nothing(desk: Desk, keep: int) -> None:
    """Whichever is kept: the import's lines go, the customers stay and can still be parted."""
    desk.context.run(NewCustomer((("name", "老客户"),)))
    batch = desk.bring([HEAD, ("A1", DAY, "甲公司", "轴承", 1, 5.0, 5.0)]).batch
    assert batch is not None
    desk.context.run(MergeCustomers(keep, (3 - keep,)))
    command = importing.undo_import(batch)
    desk.context.run(command)
    report = command.done.report
    assert report is not None
    assert (report.lines, report.customers) == (1, 0)
    assert [(each.customer, each.reason) for each in report.impossible] == [("甲公司", "merged")]
    assert desk.rows("PRAGMA foreign_key_check") == []
    parted = split(desk.context)
    assert [(each.what, each.reason) for each in parted.kept] == ([("order_line", "gone")] if keep == 1 else [])
    assert desk.rows("SELECT name FROM customer WHERE deleted_at IS NULL ORDER BY id") == [("老客户",), ("甲公司",)]
    desk.context.undo()
    desk.context.undo()
    desk.context.undo()
    assert desk.rows("SELECT name, customer_id FROM customer c JOIN order_line l ON l.customer_id = c.id") == [
        ("甲公司", 2)
    ]


def test_a_list_taken_back_after_a_merge_leaves_what_the_other_brought(desk: Desk) -> None:
    batch = desk.bring([TITLES, *FIVE[:2]]).batch
    assert batch is not None
    other = min(desk.context.run(Given("老客户", 2)).customers)
    desk.context.run(MergeCustomers(1, (other,), at=datetime(2026, 6, 1)))
    desk.context.run(importing.undo_import(batch))
    assert desk.value("SELECT COUNT(*) FROM order_line WHERE customer_id = 1") == 2
    assert split(desk.context).kept == ()
    assert desk.value("SELECT COUNT(*) FROM order_line WHERE customer_id = ?", other) == 2
