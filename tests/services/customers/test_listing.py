"""Order, rows and live counts of the customer list."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.models import database as db
from app.models.glance import Glance, driver_of
from app.services import customers, filters
from app.services.customers import FacetValue, SortLevel
from app.services.errors import InputError
from app.services.filters import EVERYBODY, CustomerFilter
from tests.listed import YUAN, Listed, put

PEOPLE = (
    Listed(
        "安达物流",
        owner="张三",
        tags=("行为-稳定合作",),
        values={"industry": "物流", "size_band": "500-1000人"},
        facts={
            "tier": "mid",
            "value": "mid",
            "net_sales": 300_000,
            "recency_days": 10,
            "risk_status": "normal",
            "basis": "summary",
            "pareto": "bottom",
        },
    ),
    Listed(
        "白云建材",
        owner="李四",
        tags=("行为-间歇合作", "需求-建材"),
        contact=("王总", ""),
        values={"industry": "建筑业", "size_band": "1000人以上"},
        facts={
            "tier": "high",
            "tier_basis": "review",
            "value": "mid",
            "net_sales": 300_000,
            "recency_days": 90,
            "risk_status": "at_risk",
            "warn_3m": 1,
            "pareto": "top",
        },
    ),
    Listed(
        "重阳酒业",
        owner="张三",
        tags=("行为-稳定合作", "需求-礼品"),
        values={"industry": "", "size_band": "50-100人"},
        facts={"tier": "prospect", "value": "prospect", "net_sales": 0, "risk_status": "never"},
    ),
    Listed("Acme", values={"industry": "物流", "size_band": "50人以下"}, facts={"tier": None, "net_sales": None}),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = db.create(Path(tmp_path_factory.mktemp("listing")) / "台账.pandian")
    with database.writing() as connection:
        put(connection, PEOPLE)
    with database.reading() as connection:
        yield connection
    database.close()


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (["name"], [4, 1, 2, 3]),
        (["name:desc"], [3, 2, 1, 4]),
        (["net_sales:desc", "recency"], [1, 2, 3, 4]),
        (["net_sales:desc", "recency:desc"], [2, 1, 3, 4]),
        (["net_sales", "name:desc"], [3, 2, 1, 4]),
        (["tier"], [2, 1, 3, 4]),
        (["tier:desc"], [3, 1, 2, 4]),
        (["owner", "name"], [2, 1, 3, 4]),
        (["owner:desc", "name"], [1, 3, 2, 4]),
        (["industry", "name"], [2, 4, 1, 3]),
        (["size"], [4, 3, 1, 2]),
        (["size:desc"], [2, 1, 3, 4]),
        (["recency:desc", "name"], [2, 1, 4, 3]),
        (["pareto", "name"], [2, 1, 4, 3]),
        (["pareto:desc", "name"], [1, 2, 4, 3]),
    ],
)
def test_unknown_comes_last_and_chinese_by_pinyin(ledger: Connection, sort: list[str], expected: list[int]) -> None:
    assert list(customers.ids(ledger, EVERYBODY, customers.parse_sort(sort))) == expected


SORTS = (
    "net_sales:desc",
    "net_sales_life",
    "recency:desc",
    "tier",
    "tier:desc",
    "name",
    "owner",
    "industry",
    "size",
    "next_due",
)


@pytest.fixture
def glance(ledger: Connection) -> Iterator[Glance]:
    file = driver_of(ledger).execute("PRAGMA database_list").fetchone()[2]
    with closing(sqlite3.connect(file)) as driver:
        yield Glance(driver)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("wanted", ["", "tier=high,mid", "tag=行为-稳定合作"])
def test_a_start_reads_the_same_list_without_sqlalchemy(
    ledger: Connection, glance: Glance, sort: str, wanted: str
) -> None:
    levels, who = (*customers.parse_sort([sort]), SortLevel("name")), filters.parse(wanted)
    found = customers.ids(glance, who, levels)
    assert found == customers.ids(ledger, who, levels)
    assert customers.count(glance, who) == customers.count(ledger, who) == len(found)
    assert customers.rows(glance, found, "王") == customers.rows(ledger, found, "王")
    assert customers.facets(glance, who) == customers.facets(ledger, who)


@pytest.mark.parametrize("text", ["colour", "name:sideways", ""])
def test_an_unknown_sort_gets_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match=r"filter\.sort"):
        customers.parse_sort([text])


def test_every_field_can_be_sorted_by(ledger: Connection) -> None:
    from app.services.fields import FIELDS

    for key in (*FIELDS, "touched", "created"):
        for descending in (False, True):
            found = customers.ids(ledger, EVERYBODY, [SortLevel(key, descending), SortLevel("name")])
            assert sorted(found) == [1, 2, 3, 4]


def test_rows_hold_what_the_list_shows(ledger: Connection) -> None:
    rows = customers.rows(ledger, [2, 4, 99])
    assert sorted(rows) == [2, 4]
    first = rows[2]
    assert (first.name, first.owner, first.contact, first.net_sales) == ("白云建材", "李四", "王总", 300_000 * YUAN)
    assert (first.tier, first.proposed, first.late) == ("high", "mid", True)
    assert [chip.name for chip in first.tags] == ["间歇合作", "建材"]
    assert {number: row.estimated for number, row in customers.rows(ledger, [1, 2, 4]).items()} == {
        1: True,
        2: False,
        4: False,
    }
    assert (rows[4].tier, rows[4].proposed, rows[4].net_sales, rows[4].owner) == (None, None, None, None)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("阳酒", {3: (1, 2)}),
        ("cyj", {3: (0, 3)}),
        ("CME", {4: (1, 3)}),
        ("jc 白云", {2: (0, 2)}),
        ("稳定合作", {}),
        ("", {}),
    ],
)
def test_names_tell_where_the_search_was_found(ledger: Connection, search: str, found: dict[int, object]) -> None:
    rows = customers.rows(ledger, [2, 3, 4], search)
    assert {number: row.found for number, row in rows.items() if row.found} == found


def counts(groups: tuple[customers.FacetGroup, ...], key: str) -> dict[str, int]:
    return next(({v.value: v.customers for v in group.values} for group in groups if group.key == key), {})


def test_facets_count_everything(ledger: Connection) -> None:
    groups = customers.facets(ledger, EVERYBODY)
    assert counts(groups, "tier") == {"high": 1, "mid": 1, "prospect": 1, "": 1}
    assert counts(groups, "industry") == {"物流": 2, "建筑业": 1, "": 1}
    assert counts(groups, "owner") == {"张三": 2, "李四": 1, "": 1}
    assert counts(groups, "tag:行为") == {"稳定合作": 2, "间歇合作": 1}
    assert list(counts(groups, "size")) == ["50人以下", "50-100人", "500-1000人", "1000人以上"]
    money = {value.value: value.money for group in groups if group.key == "industry" for value in group.values}
    assert money["建筑业"] == 300_000 * YUAN


def test_a_parent_and_its_branches_are_one_group(tmp_path: Path) -> None:
    with closing(db.create(tmp_path / "台账.pandian")) as database, database.writing() as ledger:
        put(ledger, PEOPLE)
        assert "parent" not in [group.key for group in customers.facets(ledger, EVERYBODY)], "nobody has one"
        ledger.exec_driver_sql("UPDATE customer SET parent_id = 1 WHERE name IN ('Acme', '重阳酒业')")
        assert counts(customers.facets(ledger, EVERYBODY), "parent") == {"安达物流": 3}
        shown = customers.rows(ledger, list(customers.ids(ledger, filters.parse("总公司=安达物流"))))
        assert {row.name for row in shown.values()} == {"安达物流", "重阳酒业", "Acme"}
        assert {row.parent for row in shown.values()} == {"安达物流"}
        assert list(customers.ids(ledger, filters.parse("parent="))) == [2]


def test_counts_say_what_would_remain(ledger: Connection) -> None:
    """A group's counts leave its own selection out, everybody else's follow it."""
    wanted = filters.parse("tier=high; tag=行为-间歇合作")
    groups = customers.facets(ledger, wanted)
    assert counts(groups, "tier") == {"high": 1}
    assert counts(groups, "tag:行为") == {"间歇合作": 1}
    assert counts(groups, "industry") == {"建筑业": 1}
    only_tier = customers.facets(ledger, filters.parse("tier=high"))
    assert counts(only_tier, "tier") == {"high": 1, "mid": 1, "prospect": 1, "": 1}
    assert counts(only_tier, "tag:行为") == {"间歇合作": 1}


def test_every_count_is_what_a_click_brings(ledger: Connection) -> None:
    for start in (EVERYBODY, filters.parse("owner=张三"), filters.parse("tag=行为-稳定合作"), filters.parse("酒")):
        for group in customers.facets(ledger, start):
            for value in group.values:
                assert customers.count(ledger, _clicked(start, group, value)) == value.customers


def _clicked(start: CustomerFilter, group: customers.FacetGroup, value: FacetValue) -> CustomerFilter:
    if group.tag_group:
        kept = replace(start, tags=tuple(rule for rule in start.tags if rule.group != group.tag_group))
        return kept.with_tags(group.tag_group, [value.value])
    kept = replace(start, conditions=tuple(c for c in start.conditions if c.field != group.key))
    return kept.with_values(group.key, [value.value])


def test_selection_statistics_use_exact_sums(ledger: Connection) -> None:
    found = customers.statistics(ledger, [1, 2, 4])
    assert (found.customers, found.filled, found.total, found.highest) == (3, 2, 600_000 * YUAN, 300_000 * YUAN)
    assert found.mean == 300_000 * YUAN
    assert customers.statistics(ledger, [4]).mean is None
