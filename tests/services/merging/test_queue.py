"""The pairs as the page lists them: merged together only where nobody was told apart, up to date after a merge."""

from app.context import Context
from app.services.merging import DIFFERENT, JudgePair, MergeCustomers, Queue, QueuedPair, merges_of, refreshed
from tests.services.merging.people import add, rows


def pair(first: int, second: int) -> QueuedPair:
    return QueuedPair(first, second, "甲", "乙", 0.9, (), "same", 0)


def test_pairs_of_one_firm_become_one_merge(context: Context) -> None:
    one, two, three, four, five = (add(context, name, 1) for name in ("甲", "乙", "丙", "丁", "戊"))
    with context.reading() as connection:
        found = merges_of(connection, [(one, two), (four, five), (two, three)])
    assert [{each.keep, *each.others} for each in found] == [{one, two, three}, {four, five}]


def test_who_was_told_apart_does_not_come_together_over_a_third(context: Context) -> None:
    one, two, three = (add(context, name, 1) for name in ("甲", "乙", "丙"))
    context.run(JudgePair(one, three, DIFFERENT))
    with context.reading() as connection:
        found = merges_of(connection, [(one, two), (two, three)])
    assert [{each.keep, *each.others} for each in found] == [{one, two}]


def test_after_a_merge_the_others_show_the_name_and_sum_of_today(context: Context) -> None:
    one, two, three = (add(context, name, 1) for name in ("甲", "乙", "丙"))
    shown = Queue((pair(one, two), pair(two, three), pair(one, three)), 10)
    context.run(MergeCustomers(one, (two,), (("name", two),)))
    with context.reading() as connection:
        now = refreshed(connection, shown)
    assert [each.ids for each in now.pairs] == [(one, three)]
    assert now.total == 8
    assert (now.pairs[0].first_name, now.pairs[0].second_name) == ("乙", "丙")
    sums = dict(rows(context, "SELECT customer_id, net_sales_life FROM customer_fact"))
    assert now.pairs[0].sales == sums.get(one, 0) + sums.get(three, 0)
