"""Filters in words, in SQL and as JSON."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.models import database as db
from app.services import customers, filters
from app.services.errors import InputError
from app.services.filters import EVERYBODY, Condition, CustomerFilter, Picked, TagRule
from tests.listed import Listed, put

PEOPLE = (
    Listed(
        "重庆长安机电有限公司",
        owner="李静",
        tags=("行业-制造业", "行为-稳定合作"),
        contact=("陈主任", "13800001111"),
        values={"industry": "制造业", "size_band": "500-1000人", "status": "跟进中", "code": "C-01"},
        facts={"tier": "high", "net_sales": 620_000, "recency_days": 20, "risk_status": "normal", "warn_3m": 0},
    ),
    Listed(
        "杭州单氏食品厂",
        owner="王海",
        tags=("行业-食品", "行为-高频咨询"),
        values={"industry": "食品", "size_band": "50-100人", "note": "老板爱喝龙井"},
        facts={"tier": "mid", "net_sales": 100_000, "recency_days": 95, "risk_status": "at_risk", "warn_3m": 1},
    ),
    Listed(
        "ABC Trading",
        owner="李静",
        tags=("行为-稳定合作", "行为-高频咨询"),
        values={"industry": "", "region": "华东", "size_band": "1000人以上"},
        facts={"tier": "potential", "net_sales": 99_999, "recency_days": 200, "risk_status": "at_risk", "warn_3m": 1},
    ),
    Listed("无名小店", facts={"tier": None, "net_sales": None, "recency_days": None, "warn_3m": 0}),
    Listed("旧客户", owner="王海", deleted_at="2026-06-01T10:00:00", values={"industry": "制造业"}),
)
ALL = {1, 2, 3, 4}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = db.create(Path(tmp_path_factory.mktemp("filters")) / "台账.pandian")
    with database.writing() as connection:
        put(connection, PEOPLE)
    with database.reading() as connection:
        yield connection
    database.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ALL),
        ("tier=high", {1}),
        ("tier=high,mid", {1, 2}),
        ("分级=高价值、潜力客户", {1, 3}),
        ("tier=", {4}),
        ("tier=无法评级", {4}),
        ("tier=high,", {1, 4}),
        ("tier!=high", {2, 3, 4}),
        ("tier!=", {1, 2, 3}),
        ("owner=李静", {1, 3}),
        ("负责人=李静,王海", {1, 2, 3}),
        ("owner=", {4}),
        ("owner!=李静", {2, 4}),
        ("industry=制造业", {1}),
        ("industry=", {3, 4}),
        ("industry!=制造业", {2, 3, 4}),
        ("industry~制", {1}),
        ("name~trading", {3}),
        ("net_sales>=100000", {1, 2}),
        ("net_sales>10万", {1}),
        ("近12月 ≥ 10万元", {1, 2}),
        ("net_sales<100,000", {3}),
        ("recency>90", {2, 3}),
        ("recency>90; recency<=95", {2}),
        ("risk=流失风险", {2, 3}),
        ("warn_3m=是", {2, 3}),
        ("warn_3m=no", {1, 4}),
        ("tag=行为-稳定合作", {1, 3}),
        ("tag=稳定合作", {1, 3}),
        ("tag=行为-稳定合作,行为-高频咨询", {1, 2, 3}),
        ("标签!=稳定合作", {2, 4}),
        ("tag=行为-高频咨询；tag=行业-食品", {2}),
        ("tier=high,mid; owner=李静; net_sales>=100000", {1}),
        ("cajd", {1}),
        ("chongqing", {1}),
        ("zqca", {1}),
        ("陈主任", {1}),
        ("1380000", {1}),
        ("c-01", {1}),
        ("shanshi", {2}),
        ("龙井", {2}),
        ("高频", {2, 3}),
        ("abc trading", {3}),
        ("华安不存在", set()),
    ],
)
def test_a_filter_in_words_finds(ledger: Connection, text: str, expected: set[int]) -> None:
    wanted = filters.parse(text)
    assert set(customers.ids(ledger, wanted)) == expected
    assert customers.count(ledger, wanted) == len(expected)
    assert CustomerFilter.from_json(wanted.as_json()) == wanted


def test_tags_all_of_a_group(ledger: Connection) -> None:
    wanted = CustomerFilter(tags=(TagRule("行为", ("稳定合作", "高频咨询"), "all"),))
    assert set(customers.ids(ledger, wanted)) == {3}


def test_the_customers_behind_a_mark_of_a_chart_are_a_filter(ledger: Connection) -> None:
    picked = Picked("RFM：冠军", (3, 1, 99))
    wanted = CustomerFilter((Condition("tier", "in", ("high", "mid")),), picked=picked)
    assert set(customers.ids(ledger, wanted)) == {1}
    assert set(customers.ids(ledger, wanted.without(wanted.conditions[0]))) == {1, 3}
    assert set(customers.ids(ledger, CustomerFilter(picked=Picked("空", ())))) == set()
    assert not wanted.without(wanted.conditions[0]).without(picked)
    assert CustomerFilter.from_json(wanted.as_json()) == wanted


def test_the_recycle_bin_is_looked_into_on_demand_only(ledger: Connection) -> None:
    assert set(customers.ids(ledger, CustomerFilter(deleted=True))) == {5}
    assert not set(customers.ids(ledger, CustomerFilter((Condition("tier", "in", ("high",)),), deleted=True)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("颜色=红", "filter.field"),
        ("tier>high", "filter.operator"),
        ("tier=贵宾", "filter.value"),
        ("tier~高", "filter.operator"),
        ("net_sales>=很多", "filter.value"),
        ("net_sales>", "filter.value"),
        ("recency>=ten", "filter.value"),
        ("last_order>2026-02-30", "filter.value"),
        ("warn_3m=也许", "filter.value"),
        ("tag>稳定合作", "filter.operator"),
        ("tag=", "filter.value"),
        ("tag=行为-", "filter.value"),
    ],
)
def test_nonsense_gets_a_sentence(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        filters.parse(text)
    assert caught.value.code == code
    assert "{" not in caught.value.sentence()


@given(st.text(max_size=60))
def test_any_text_is_a_filter_or_gets_a_sentence(text: str) -> None:
    wanted, sentence = EVERYBODY, ""
    try:
        wanted = filters.parse(text)
    except InputError as error:
        sentence = error.sentence()
    assert CustomerFilter.from_json(wanted.as_json()) == wanted
    assert "{" not in sentence or "{" in text


@given(st.text(min_size=1, max_size=20), st.text(max_size=10))
def test_values_never_become_sql(ledger: Connection, value: str, search: str) -> None:
    wanted = CustomerFilter(
        (Condition("industry", "in", (value,)), Condition("owner", "not_in", (value, ""))),
        (TagRule(value, (value,), "none"),),
        search,
    )
    assert set(customers.ids(ledger, wanted)) <= ALL


def test_a_condition_can_be_changed_and_taken_off() -> None:
    wanted = EVERYBODY.with_values("tier", ["high", "mid"]).with_tags("行为", ["稳定合作"])
    assert wanted.chosen("tier") == ("high", "mid")
    assert wanted.chosen_tags("行为") == ("稳定合作",)
    assert wanted.with_values("tier", ["high"]).chosen("tier") == ("high",)
    assert not wanted.with_values("tier", []).with_tags("行为", [])
    assert not wanted.without(wanted.conditions[0]).without(wanted.tags[0])


def test_a_stored_filter_survives_a_field_that_is_gone() -> None:
    text = '{"conditions": [["colour", "in", ["red"]], ["tier", "in", ["high"]]]}'
    assert CustomerFilter.from_json(text) == CustomerFilter((Condition("tier", "in", ("high",)),))


@pytest.mark.parametrize("text", ["价值-潜力", "价值-潜力客户", " 价值 - 潜力客户 "])
def test_the_long_form_of_a_value_tag_is_the_short_one(text: str) -> None:
    assert filters.parse_tag(text) == filters.TagRule("价值", ("潜力",))
    assert filters.parse_tag("行业-大客户").names == ("大客户",)
