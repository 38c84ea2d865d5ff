"""Classes under schemes that no row of facts keeps: filtered, sorted, counted, exported, never old."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app import cli
from app.context import Context
from app.services import customers, filters, list_export
from app.services.classed import NOBODY, Classed, any_own, needed, work_out
from app.services.customers import SortLevel
from app.services.errors import InputError
from app.services.figures import UNITS
from app.services.filters import EVERYBODY, CustomerFilter
from app.services.own_schemes import RemoveScheme, SaveScheme
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from tests.services.reviews.shop import NOVEMBER, Sell, shop

OWN = "class:own:1"


def scheme(least: int = 100_000) -> CardScheme:
    large = Condition("net_sales_life", ">=", (least * UNITS,))
    return CardScheme(
        "own:1", "我的", (Card("a", "大", "gold", Group("all", (large,))), Card("b", "小", "blue", Group()))
    )


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: NOVEMBER)
    with shop(tmp_path) as opened:
        opened.run(SaveScheme(scheme()))
        yield opened


def names(context: Context, wanted: CustomerFilter, *sort: str) -> str:
    levels = customers.parse_sort(sort or ("name",))
    classed = context.classed(needed(wanted, (level.key for level in levels)))
    with context.glancing() as glance:
        ids = customers.ids(glance, wanted, levels, classed)
        found = customers.rows(glance, list(ids))
    return "".join(found[number].name for number in ids)


def test_a_class_is_filtered_sorted_and_excluded_like_any_field(context: Context) -> None:
    assert names(context, EVERYBODY.with_values(OWN, ["a"])) == "甲乙"
    assert names(context, EVERYBODY.with_values(OWN, ["a"], "not_in")) == "丙丁"
    assert names(context, EVERYBODY, OWN, "name") == "甲乙丙丁"
    assert names(context, EVERYBODY, f"{OWN}:desc", "name") == "丙丁甲乙"
    assert names(context, EVERYBODY.with_values("class:abc", [""])) == "丁"
    assert names(context, EVERYBODY.with_values("class:abc", ["B"]).with_values(OWN, ["b"])) == "丙"


def test_the_counts_say_what_a_click_would_bring(context: Context) -> None:
    wanted = EVERYBODY.with_values(OWN, ["a"])
    classed = context.classed(("abc",))
    with context.glancing() as glance:
        groups = {each.key: each for each in customers.class_facets(glance, wanted, classed)}
    own, abc = groups[OWN], groups["class:abc"]
    assert (own.title, own.words) == ("我的", ("大", "小"))
    assert [(each.value, each.customers) for each in own.values] == [("a", 2), ("b", 2)]
    assert sum(each.customers for each in abc.values) == 2
    with context.glancing() as glance:
        plain = {each.key: each for each in customers.facets(glance, wanted, classed)}
    assert sum(each.customers for each in plain["owner"].values) == 2


def test_what_was_worked_out_is_kept_until_the_ledger_changes(context: Context) -> None:
    first = context.classed(())
    assert context.classed(()) is first
    assert context.classed(("rfm",)) is not first
    assert context.classed(()).class_of("own:1", 3) == scheme().as_scheme().find("b")
    context.run(Sell((3, NOVEMBER, 90_000)))
    assert context.classed(()).class_of("own:1", 3) == scheme().as_scheme().find("a")
    assert "rfm" not in context.classed(()).schemes
    context.undo()
    assert context.classed(()).class_of("own:1", 3) == scheme().as_scheme().find("b")
    context.run(SaveScheme(scheme(40_000)))
    assert context.classed(()).class_of("own:1", 3) == scheme().as_scheme().find("a")


def test_a_scheme_or_a_class_that_is_gone_leaves_the_filter(context: Context) -> None:
    wanted = EVERYBODY.with_values(OWN, ["a", "z", ""]).with_values("class:own:9", ["a"]).with_values("owner", ["李静"])
    kept = CustomerFilter.from_json(wanted.as_json())
    assert kept == wanted
    clean = context.classed(needed(kept)).cleaned(kept)
    assert clean == EVERYBODY.with_values(OWN, ["a", ""]).with_values("owner", ["李静"])
    context.run(RemoveScheme("own:1", "我的"))
    with context.glancing() as glance:
        assert not any_own(glance)
    assert context.classed(needed(kept)).cleaned(kept) == EVERYBODY.with_values("owner", ["李静"])


def test_a_command_names_schemes_and_classes_in_words(context: Context) -> None:
    with context.reading() as connection:
        classed = work_out(connection, NOVEMBER, ("rfm",))
        wanted = filters.parse("own:我的=大; class:rfm!=未分级")
        assert [each.field for each in wanted.conditions] == ["class:own:我的", "class:rfm"]
        found = classed.resolved(wanted)
        assert [(each.field, each.values) for each in found.conditions] == [(OWN, ("a",)), ("class:rfm", ("",))]
        for text in ("own:别的=大", "own:我的=中"):
            with pytest.raises(InputError):
                classed.resolved(filters.parse(text))
    with pytest.raises(InputError):
        filters.parse("own:我的>大")


def test_the_words_are_those_of_the_ledger(context: Context) -> None:
    classed = context.classed(("rfm",))
    assert (classed.title(OWN), classed.word(OWN, "a"), classed.slot(OWN, "a")) == ("我的", "大", "gold")
    assert (classed.title("class:rfm"), classed.word("class:rfm", "")) == ("RFM", "未分级")
    assert classed.word("tier", "high") == "高价值"
    assert NOBODY.word(OWN, "") == "未分级"


def test_a_file_has_a_column_for_each_scheme(context: Context, tmp_path: Path) -> None:
    classed = context.classed(())
    with context.reading() as connection:
        ids = customers.ids(connection, EVERYBODY, (SortLevel("name"),))
        list_export.write_list(connection, ids, tmp_path / "单.xlsx", classed=classed)
    sheet = openpyxl.load_workbook(tmp_path / "单.xlsx").worksheets[0]
    heads = next(row for row in sheet.iter_rows(values_only=True) if "客户名称" in row)
    place = heads.index("我的")
    told = {row[0]: row[place] for row in sheet.iter_rows(values_only=True) if row[0] in ("甲", "乙", "丙", "丁")}
    assert told == {"甲": "大", "乙": "大", "丙": "小", "丁": "小"}


def test_nothing_is_computed_for_nothing(context: Context) -> None:
    context.run(RemoveScheme("own:1", "我的"))
    assert context.classed(()) == Classed()
    assert needed(EVERYBODY.with_values("owner", ["李静"]), ("name",)) == ()


def test_the_command_lists_filters_and_sorts_by_a_scheme_of_ones_own(
    context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    path = context.path
    context.close()
    words = ["customers", "--ledger", str(path), "--json", "--sort", "own:我的:desc", "--sort", "name"]
    assert cli.main([*words, "--filter", "class:abc!=未分级"]) == 0
    found = json.loads(capsys.readouterr().out)["customers"]
    assert [each["classes"] for each in found] == [
        {"own:1": "b", "abc": "B"},
        {"own:1": "a", "abc": "A"},
        {"own:1": "a", "abc": "A"},
    ]
    assert cli.main([*words[:4], "--filter", "own:我的=中"]) == 3


def test_on_an_earlier_day_the_classes_are_those_of_that_day(context: Context) -> None:
    """乙 bought his 12 万 in October."""
    with context.as_of(date(2026, 9, 30)) as past:
        classed = past.classed(("abc",))
        assert {number: classed.class_of("own:1", number) for number in (1, 2)} == {
            1: scheme().as_scheme().find("a"),
            2: scheme().as_scheme().find("b"),
        }
        with past.glancing() as glance:
            found = customers.ids(glance, EVERYBODY.with_values(OWN, ["a"]), (SortLevel("name"),), classed)
        assert list(found) == [1]
