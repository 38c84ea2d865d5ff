"""Merging: everything moves, nothing is lost, what differs is settled as told, and it is one step to undo."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import UniqueConstraint

from app.context import Context
from app.services import backup, customers
from app.services.customers import NewCustomer, PinTier, Purge, Recycle, UnpinTier, expired
from app.services.errors import InputError
from app.services.filters import CustomerFilter
from app.services.merging import BOTH, DIFFERENT, JudgePair, MergeCustomers, MergeSeveral, SplitMerge, compare, merges
from app.services.merging.moving import STAYS, leaning
from tests.ledgers import ledger
from tests.services.merging.people import AT, add, picture, rows, value

EARLIER, LATER = date(2026, 1, 1), date(2026, 5, 1)


def test_everything_moves_and_the_facts_follow(context: Context) -> None:
    keep, other = add(context, "华强电子", 2), add(context, "华强电子厂", 3)
    context.run(MergeCustomers(keep, (other,)))
    for table in ("order_line", "payment", "contact", "contact_log", "task", "survey", "complaint", "need", "offer",
                  "opportunity", "customer_cost", "competitor_note", "referral"):  # fmt: skip
        assert rows(context, f"SELECT DISTINCT customer_id FROM {table}") == [(keep,)], table
    facts = rows(context, "SELECT customer_id, net_sales_life FROM customer_fact")
    assert facts == [(keep, value(context, "SELECT SUM(amount) FROM order_line"))]
    with context.reading() as connection:
        found = customers.detail(connection, keep)
        assert list(customers.ids(connection, CustomerFilter())) == [keep]
        assert list(customers.ids(connection, CustomerFilter(search="电子厂"))) == [keep]
    assert found is not None
    assert set(found.aliases) == {"旧华强电子", "旧华强电子厂", "华强电子厂"}


def test_a_pin_that_stands_moves_to_who_bears_none_now(context: Context) -> None:
    keep, other = add(context, "甲"), add(context, "乙")
    context.run(PinTier(keep, "high", "fixed", "先看看"))
    context.run(UnpinTier(keep))
    context.run(PinTier(other, "mid", "fixed", "老客户"))
    context.run(MergeCustomers(keep, (other,)))
    standing = "SELECT customer_id, reason FROM pin WHERE ended_at IS NULL"
    assert rows(context, standing) == [(keep, "老客户")]
    third = add(context, "丙")
    context.run(PinTier(third, "high", "fixed", "又一个"))
    context.run(MergeCustomers(keep, (third,)))
    assert rows(context, standing) == [(keep, "老客户"), (third, "又一个")]  # the kept one has its like


def test_it_is_one_step_with_a_backup_before(context: Context) -> None:
    keep, other, third = add(context, "甲", 2), add(context, "乙", 1), add(context, "丙", 1)
    before = picture(context)
    context.run(MergeCustomers(keep, (other, third)))
    after = picture(context)
    context.undo()
    assert picture(context) == before
    context.redo()
    assert picture(context) == after
    assert [each.reason for each in backup.listing(context.path)] == ["merge"]


def test_the_newer_value_wins_what_is_filled_fills_and_notes_are_put_together(context: Context) -> None:
    old, new = datetime(2026, 1, 1), datetime(2026, 5, 1)
    keep = add(context, "甲", values=(("industry", "设备"), ("region", "华东"), ("note", "先款"), ("touched_at", old)))
    other = add(context, "乙", values=(("industry", "电子"), ("code", "C2"), ("note", "爱喝茶"), ("touched_at", new)))
    context.run(MergeCustomers(keep, (other,), at=AT))
    found = rows(context, "SELECT name, industry, region, code, note FROM customer WHERE id = ?", keep)
    assert found == [("甲", "电子", "华东", "C2", "先款\n爱喝茶")]


def test_each_field_can_be_told(context: Context) -> None:
    keep = add(context, "甲", values=(("industry", "设备"), ("note", "先款"), ("code", "C1")), tags=(("级1", "大"),))
    other = add(context, "乙", values=(("industry", "电子"), ("note", "爱喝茶"), ("code", "C2")), tags=(("级1", "小"),))
    fields = (("name", other), ("industry", keep), ("note", other), ("code", other), ("tag:级1", other))
    context.run(MergeCustomers(keep, (other,), fields))
    assert rows(context, "SELECT name, industry, note, code FROM customer WHERE id = ?", keep) == [
        ("乙", "设备", "爱喝茶", "C2")
    ]
    assert value(context, "SELECT code FROM customer WHERE id = ?", other) == "C1"  # leads to the kept one still
    tags = "SELECT t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.customer_id = ?"
    assert rows(context, tags, keep) == [("小",)]
    assert rows(context, "SELECT name FROM customer_alias WHERE customer_id = ?", keep) == [("甲",)]
    context.run(SplitMerge(1))
    assert rows(context, "SELECT name, industry, note, code FROM customer ORDER BY id") == [
        ("甲", "设备", "先款", "C1"),
        ("乙", "电子", "爱喝茶", "C2"),
    ]
    assert [rows(context, tags, number) for number in (keep, other)] == [[("大",)], [("小",)]]


def test_the_newer_answer_and_both_sums_count(context: Context) -> None:
    keep = add(context, "甲", 1, answers=(("决策人", "王总", EARLIER), ("生日", "三月", None)))
    other = add(context, "乙", 1, answers=(("决策人", "李总", LATER),))
    context.run(MergeCustomers(keep, (other,)))
    sql = "SELECT field, value FROM profile_answer WHERE customer_id = ? ORDER BY field"
    assert dict(rows(context, sql, keep)) == {"决策人": "李总", "生日": "三月"}
    assert rows(context, sql, other) == [("决策人", "王总")]
    assert rows(context, "SELECT customer_id, total, merged_from FROM summary_fact") == [
        (keep, 10_000_000, None),
        (keep, 10_000_000, other),
    ]


def test_a_comparison_proposes_whom_to_keep_and_marks_what_differs(context: Context) -> None:
    first, second = (
        add(context, "甲", values=(("region", "华东"),)),
        add(context, "乙", 3, values=(("region", "华北"),)),
    )
    with context.reading() as connection:
        found = compare(connection, (first, second))
        turned = compare(connection, (first, second), keep=first)
    assert (found.keep, turned.keep) == (second, first)
    assert [(side.lines, side.logs, side.tasks, side.people[:1]) for side in found.sides] == [
        (3, 3, 3, ("王0 13800000000",)),
        (0, 0, 0, ()),
    ]
    fields = {each.key: each for each in found.fields}
    assert (fields["region"].values, fields["region"].differs) == (("华北", "华东"), True)
    assert not fields["industry"].filled


def test_parents_and_recommendations_never_point_at_themselves(context: Context) -> None:
    keep = add(context, "总公司")
    other = add(context, "总公司（重复）", 1, points_at=keep)
    branch = add(context, "分公司", 1, points_at=other)
    context.run(MergeCustomers(keep, (other,)))
    assert value(context, "SELECT parent_id FROM customer WHERE id = ?", branch) == keep
    assert value(context, "SELECT COUNT(*) FROM customer WHERE parent_id = id") == 0
    assert value(context, "SELECT COUNT(*) FROM referral WHERE referred_id = customer_id") == 0


def test_answers_about_names_go_on_with_the_name_kept(context: Context) -> None:
    keep, other, third = add(context, "甲"), add(context, "乙"), add(context, "丙")
    context.run(JudgePair(other, third, DIFFERENT))
    context.run(MergeCustomers(keep, (other,)))
    assert sorted(rows(context, "SELECT first_key, second_key, verdict FROM name_pair")) == sorted(
        [("丙", "乙", "different"), ("乙", "甲", "same"), ("丙", "甲", "different")]
    )


def test_the_bin_does_not_show_merged_ones_and_a_purge_takes_them_along(context: Context) -> None:
    keep, other = add(context, "甲", 1), add(context, "乙", 1)
    context.run(MergeCustomers(keep, (other,), at=datetime(2026, 1, 1)))
    with context.reading() as connection:
        assert list(customers.ids(connection, CustomerFilter(deleted=True))) == []
        assert expired(connection, date(2026, 12, 1)) == ()
    context.run(Recycle((keep,)))
    before = picture(context)
    context.run(Purge((keep,)))
    assert rows(context, "SELECT COUNT(*) FROM customer") == [(0,)]
    assert rows(context, "PRAGMA foreign_key_check") == []
    context.undo()
    assert picture(context) == before


def test_who_is_gone_is_not_merged(context: Context) -> None:
    keep, other, third = add(context, "甲"), add(context, "乙"), add(context, "丙")
    context.run(MergeCustomers(keep, (other,)))
    context.run(Recycle((third,)))
    for one, more in ((keep, (other,)), (keep, (third,)), (keep, (keep,)), (keep, ())):
        with pytest.raises(InputError) as caught:
            context.run(MergeCustomers(one, more))
        assert caught.value.code == "merge.gone"


def test_the_code_of_a_merged_customer_is_not_free(context: Context) -> None:
    keep, other = add(context, "甲", values=(("code", "C1"),)), add(context, "乙", values=(("code", "C2"),))
    context.run(MergeCustomers(keep, (other,)))
    with pytest.raises(InputError) as caught:
        context.run(NewCustomer((("name", "丙"), ("code", "C2"))))
    assert caught.value.facts["name"] == "甲"


def test_several_merges_are_one_step(context: Context) -> None:
    people = [add(context, name, 1) for name in ("甲", "乙", "丙", "丁")]
    before = picture(context)
    context.run(MergeSeveral((MergeCustomers(people[0], (people[1],)), MergeCustomers(people[2], (people[3],)))))
    with context.reading() as connection:
        assert [(each.keep_name, each.merged_name) for each in merges(connection)] == [("丙", "丁"), ("甲", "乙")]
    context.undo()
    assert picture(context) == before


TAGS = st.lists(st.tuples(st.sampled_from(["级1", "业"]), st.sampled_from(["大", "小"])), max_size=2, unique=True)
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["甲问", "乙问"]), st.sampled_from(["是", "否"]), st.sampled_from([None, EARLIER, LATER])
    ),
    max_size=2,
    unique_by=lambda answer: answer[0],
)
VALUES = st.fixed_dictionaries(
    {"industry": st.sampled_from([None, "设备", "电子"]), "note": st.sampled_from([None, "一", "二"])}
)
PEOPLE = st.lists(st.tuples(st.integers(0, 2), TAGS, ANSWERS, VALUES), min_size=2, max_size=4)


@settings(max_examples=12, phases=[Phase.generate])  # each example is a ledger: to shrink one takes minutes
@given(PEOPLE, st.randoms(use_true_random=False))
def test_nothing_is_lost_and_parting_gives_all_back(
    tmp_path_factory: pytest.TempPathFactory, people: list[Any], chance: Any
) -> None:
    with ledger(tmp_path_factory.mktemp("ledger")) as context:
        numbers = [
            add(
                context,
                f"客户{place}",
                size,
                values=tuple(values.items()),
                tags=_one_each(tags),
                answers=tuple(answers),
            )
            for place, (size, tags, answers, values) in enumerate(people)
        ]
        chance.shuffle(numbers)
        before = picture(context)
        fields = (("note", BOTH), ("industry", chance.choice(numbers)))
        context.run(MergeCustomers(numbers[0], tuple(numbers[1:]), fields))
        _nothing_lost(before, picture(context))
        assert rows(context, "PRAGMA foreign_key_check") == []
        standing = [each for (each,) in rows(context, "SELECT id FROM customer_merge ORDER BY id DESC")]
        last_first = chance.random() < 0.5
        if not last_first:
            chance.shuffle(standing)
        for number in standing:
            context.run(SplitMerge(number))
        _back(before, picture(context), whole=last_first)


def _one_each(tags: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple({group: (group, name) for group, name in tags}.values())


def _nothing_lost(before: dict[str, Any], after: dict[str, Any]) -> None:
    grown = {"customer_alias", "name_pair", "customer_merge"}
    for table, held in before.items():
        assert {row[0] for row in held} <= {row[0] for row in after[table]}, table
        assert table in grown or len(held) == len(after[table]), table


def _back(before: dict[str, Any], after: dict[str, Any], *, whole: bool) -> None:
    """All hangs where it hung; `whole`: the last merge was parted first, so that values are as before, too."""
    for table in before.keys() - {"customer_merge", "customer"}:
        assert before[table] == after[table], table
    cells = slice(-1) if whole else slice(3)  # all but touched_at, or who they are
    assert [row[cells] for row in before["customer"]] == [row[cells] for row in after["customer"]]


def test_every_table_that_holds_one_of_a_kind_has_a_rule_for_two() -> None:
    ruled = {
        table.name
        for table, column in leaning()
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint) and column in rule.columns
    }
    assert ruled <= {table for table, _column in STAYS}
