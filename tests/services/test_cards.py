"""Schemes that users make of cards: the first card that holds wins, and what is not known never falls through."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, update

from app.models.customer import customer
from app.models.tag import customer_tag, tag, tag_group
from app.services import facts, reasons, segments
from app.services.errors import InputError
from app.services.figures import UNITS
from app.services.schemes import cards
from app.services.schemes.base import Result
from app.services.schemes.cards import Card, CardScheme, Condition, Evidence, Group
from app.services.settings import MethodSettings
from tests.reference_ledger import NOW, add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
LARGE = Card("large", "大户", "gold", Group("all", (Condition("net_sales", ">=", (1000 * UNITS,)),)))
MAKERS = Card("makers", "制造业", "blue", Group("any", (Condition("industry", "in", ("制造业",)),)))
REST = Card("rest", "其余", "slate", Group())


def sell(who: str, age: int, amount: float) -> dict[str, Any]:
    line = {"amount": amount, "qty": 1, "cost": None, "discount": 0, "sku": "S", "category": "K"}
    day = (TODAY - timedelta(age)).isoformat()
    return {"order_no": None, "customer_id": who, "date": day, "lines": [line]}


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        orders = [sell("A", 10, 5000), sell("B", 20, 10), sell("C", 30, 10)]
        add_ledger(opened, {"customers": [{"id": name} for name in "ABC"], "orders": orders})
        opened.execute(update(customer).where(customer.c.id == 2).values(industry="制造业"))
        yield opened


def classify(connection: Connection, *made: Card) -> Result:
    table = facts.compute(connection, TODAY, PLAIN)
    labels = segments.classify(table, PLAIN)
    return cards.classify(CardScheme("own:1", "我的分法", made, 3), Evidence(connection, table, labels.results))


def said(result: Result, row: int) -> str:
    return reasons.sentence(cards.explain(result, result.context[2].facts, PLAIN, row))


def test_the_first_card_that_holds_wins_and_what_is_unknown_is_put_aside(connection: Connection) -> None:
    found = classify(connection, LARGE, MAKERS, REST)
    assert found.class_ids() == ["large", "makers", None]
    assert said(found, 0) == "符合第 1 张卡片「大户」的条件（我的分法，第 3 版）"
    assert said(found, 2) == "缺行业，卡片「制造业」无法判定；补上后可判"


def test_who_fits_no_card_is_told_so(connection: Connection) -> None:
    found = classify(connection, LARGE)
    assert found.class_ids() == ["large", None, None]
    assert said(found, 1) == "哪张卡片的条件都不符合（我的分法，第 3 版）"


def test_groups_nest_and_no_tag_is_an_answer(connection: Connection) -> None:
    connection.execute(insert(tag_group).values(id=1, name="来源", single=False, position=0))
    connection.execute(insert(tag).values(id=1, group_id=1, name="展会"))
    connection.execute(insert(customer_tag).values(customer_id=3, tag_id=1, set_by="hand", set_at=NOW))
    small = Condition("net_sales", "<", (1000 * UNITS,))
    fair, elsewhere = Condition("tag:来源", "in", ("展会",)), Condition("tag:来源", "not_in", ("展会",))
    nested = Card("fair", "展会小户", "teal", Group("all", (small, Group("any", (fair, Condition("value", "known"))))))
    plain = Card("fair", "展会小户", "teal", Group("all", (small, Group("any", (fair,)))))
    others = Card("others", "其他", "slate", Group("all", (elsewhere,)))
    assert classify(connection, plain, others).class_ids() == ["others", "others", "fair"]
    with pytest.raises(InputError, match=r"scheme\.condition"):
        cards.checked(CardScheme("own:1", "我的分法", (nested,)))


def test_classes_of_other_schemes_may_be_asked_for(connection: Connection) -> None:
    scheme = Card(
        "won", "成交大户", "gold", Group("all", (Condition("class:grade_abcd", "in", ("A",)), *LARGE.when.parts))
    )
    assert CardScheme("own:1", "", (scheme,)).needs() == ("grade_abcd",)
    assert classify(connection, scheme).class_ids() == ["won", None, None]


CONDITIONS = st.builds(
    Condition,
    st.sampled_from(["net_sales", "recency_days", "interval_cv"]),
    st.sampled_from(["<", ">="]),
    st.tuples(st.integers(0, 10**8)),
) | st.builds(Condition, st.sampled_from(["industry", "tag:行业"]), st.sampled_from(["known", "unknown"]))
GROUPS = st.recursive(
    st.builds(Group, st.sampled_from(["all", "any"]), st.lists(CONDITIONS, max_size=3).map(tuple)),
    lambda inner: st.builds(Group, st.sampled_from(["all", "any"]), st.lists(inner, max_size=3).map(tuple)),
    max_leaves=6,
)


@given(st.lists(GROUPS, min_size=1, max_size=4))
def test_what_is_stored_comes_back_and_is_sensible(groups: list[Group]) -> None:
    made = tuple(Card(f"c{n}", f"卡片{n}", "gold", group) for n, group in enumerate(groups))
    scheme = cards.checked(CardScheme("own:x", "甲", made, 2))
    assert CardScheme.from_json("own:x", scheme.as_json(), 2) == scheme


@pytest.mark.parametrize("text", ["", "[]", '{"word": "x"}', '{"word": "x", "cards": [{"id": 1}]}'])
def test_what_is_no_scheme_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"scheme\.unreadable"):
        CardScheme.from_json("own:x", text)
