"""What the cards of one's own scheme may ask: read as it is shown, and told of when it is gone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import own_schemes
from app.services.errors import InputError
from app.services.figures import UNITS
from app.services.schemes.cards import Card, CardScheme, Condition, Group, checked
from app.services.tags import AssignTags
from app.services.workbench import conditions, looking
from app.services.workbench.conditions import Askable
from tests.reference_ledger import add_customers, add_summary, empty_ledger
from tests.services.reviews.shop import NOVEMBER, shop
from tests.services.workbench.test_looking import PLAIN, TODAY


def everything(folder: Path) -> dict[str, Askable]:
    with shop(folder) as context:
        context.run(AssignTags((1,), give=(("行为", "稳定合作"),)))
        with context.reading() as connection:
            return {each.field: each for each in conditions.askable(connection)}


def test_every_fact_field_tag_and_class_can_be_asked_and_makes_sense(tmp_path: Path) -> None:
    asked = everything(tmp_path)
    assert {"annual_sales", "industry", "owner", "tag:行为", "class:rfm", "payment_risk"} <= set(asked)
    assert asked["tag:行为"].choices == (("稳定合作", "稳定合作"),)
    assert asked["owner"].choices == (("1", "李静"),)
    for each in asked.values():
        assert each.title
        assert each.title != each.field
        if each.kind == "words":
            condition = Condition(each.field, "in", ("x",))
        else:
            condition = conditions.read(each, ">=", "2026-06-30" if each.kind == "date" else "5")
        checked(CardScheme("own:1", "甲", (Card("c1", "乙", "gold", Group("all", (condition,))),)))


@given(st.decimals(min_value=-9999, max_value=9999, places=2))
def test_what_is_shown_is_read_back_as_it_was(value: object) -> None:
    for unit in ("money", "percent", "days"):
        asked = Askable("annual_sales", "年采购额", "facts", "number", unit)
        condition = conditions.read(asked, "<", str(value))
        again = conditions.read(asked, "<", conditions.shown(asked, condition))
        assert again.values[0] == pytest.approx(condition.values[0])
    day = Askable("last_order", "最近合作", "facts", "date")
    assert conditions.shown(day, conditions.read(day, ">=", "2026/02/28")) == "2026-02-28"


@pytest.mark.parametrize("text", ["", "很多", "nan", "1e999999999", "2026-02-30"])
def test_what_cannot_be_read_gets_a_sentence(text: str) -> None:
    for kind, unit in (("number", "money"), ("date", "")):
        with pytest.raises(InputError) as caught:
            conditions.read(Askable("annual_sales", "年采购额", "facts", kind, unit), ">=", text)
        assert "年采购额" in caught.value.sentence()


def test_what_was_deleted_since_is_told(tmp_path: Path) -> None:
    asked = everything(tmp_path)
    when = Group(
        "any",
        (
            Condition("tag:没有", "in", ("甲",)),
            Group("all", (Condition("tag:行为", "in", ("稳定合作", "乱来")),)),
            Condition("class:own:7", "in", ("c1",)),
        ),
    )
    scheme = CardScheme("own:1", "我的", (Card("c1", "大", "gold", when),))
    assert [each.sentence for each in conditions.faults(scheme, asked.values())] == [
        "「没有」已经不在了，这个条件没有客户符合。",
        "行为「乱来」已经不在了，没有客户符合。",
        "「own:7」已经不在了，这个条件没有客户符合。",
    ]


def test_a_scheme_may_ask_for_the_classes_of_another_one(tmp_path: Path) -> None:
    first = CardScheme("own:1", "甲法", (Card("c1", "甲", "gold", Group("all", (_big(),))),))
    asks = Card("c1", "跟甲法", "gold", Group("all", (Condition("class:own:1", "in", ("c1",)),)))
    second = CardScheme("own:2", "乙法", (asks, Card("c2", "其余", "slate", Group())))
    with shop(tmp_path) as context:
        context.run(own_schemes.SaveScheme(first))
        context.run(own_schemes.SaveScheme(second))
        with context.reading() as connection:
            found = looking.look(connection, looking.prepare(connection, NOVEMBER), "own:2", PLAIN)
    assert [each.customers for each in found.lines] == [2, 0, 2]


def test_of_a_customer_known_by_a_total_nobody_can_tell_what_his_orders_were() -> None:
    condition = Condition("order_count", "<", (3,))
    scheme = CardScheme("own:1", "我的", (Card("c1", "少", "gold", Group("all", (condition,))),))
    with empty_ledger() as connection:
        add_customers(connection, [{"id": "甲"}])
        add_summary(connection, 1, {"total": 800_000, "first": "2025-07-15", "last": "2026-06-20"})
        found = looking.look_at_cards(connection, looking.prepare(connection, TODAY, PLAIN), scheme)
    assert [each.customers for each in found.lines] == [0, 1]
    assert "订单数" in found.gaps[0].sentence


def test_a_new_scheme_starts_with_something_that_can_be_saved(tmp_path: Path) -> None:
    scheme = conditions.beginning("own:1")
    card = conditions.new_card({each.id for each in scheme.cards})
    assert card.id not in {each.id for each in scheme.cards}
    with shop(tmp_path) as context:
        context.run(own_schemes.SaveScheme(scheme))
        with context.reading() as connection:
            assert own_schemes.made(connection)[0].cards == scheme.cards


def _big() -> Condition:
    return Condition("annual_sales", ">=", (100_000 * UNITS,))
