"""导入方案: kept by headings, checked before use, offered when nearly right, carried between ledgers as JSON."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.errors import InputError
from app.services.importing import mappings, schemes
from app.services.importing.mappings import Document
from app.services.importing.plans import ImportPlan, Join, SheetChoice
from app.services.importing.scheme_changes import AddSchemes, DeleteScheme, RenameScheme
from app.services.importing.schemes import Scheme
from tests.services.importing.desk import Desk, problem

DAY = date(2024, 3, 5)
TITLES = ("单位", "何时", "多少", "备注栏")
ROWS = [TITLES, ("甲", DAY, 7, "x")]
COLUMNS = {"单位": "customer_name", "何时": "date", "多少": "amount", "备注栏": None}


def stored(desk: Desk) -> list[Scheme]:
    with desk.context.reading() as connection:
        return list(schemes.remembered(connection))


@pytest.fixture
def learned(desk: Desk) -> Desk:
    """After an import in which somebody named the columns."""
    desk.bring(ROWS, choices={"台账": SheetChoice(columns=COLUMNS)})
    return desk


def next_month(desk: Desk, *titles: str, **options: object) -> ImportPlan:
    row = {"单位": "乙", "何时": DAY, "多少": 9, "备注栏": "y", "折扣": 0}
    return desk.plan(desk.file([titles, tuple(row[title] for title in titles)], "下月.xlsx"), ask=True, **options)


def test_the_same_headings_are_read_as_last_time_and_that_can_be_left(learned: Desk) -> None:
    plan = next_month(learned, *TITLES)
    assert str(plan.amount) == "9"
    (offer,) = plan.offers
    assert (offer.code, offer.text, [value for value, _ in offer.choices]) == (
        "scheme", "工作表「台账」按导入方案「台账」识别。", [""],
    )  # fmt: skip
    without = next_month(learned, *TITLES, choices={offer.key: SheetChoice(scheme="")})
    assert without.brings_nothing
    assert [value for value, _ in without.offers[0].choices] == ["台账"]


def test_nearly_the_same_headings_are_offered_with_the_difference_and_not_used(learned: Desk) -> None:
    plan = next_month(learned, "单位", "何时", "多少", "折扣")
    assert plan.brings_nothing
    (offer,) = plan.offers
    assert "少了「备注栏」，多了「折扣」" in offer.text
    used = next_month(learned, "单位", "何时", "多少", "折扣", choices={offer.key: SheetChoice(scheme="台账")})
    assert str(used.amount) == "9"
    assert [value for value, _ in used.offers[0].choices] == [""]


def test_another_order_of_the_columns_is_offered_too(learned: Desk) -> None:
    (offer,) = next_month(learned, "何时", "单位", "多少", "备注栏").offers
    assert "列的次序不同" in offer.text


def test_a_column_the_scheme_needs_and_the_table_lacks_is_asked_for(learned: Desk) -> None:
    plan = next_month(learned, "单位", "何时", "备注栏")
    used = next_month(learned, "单位", "何时", "备注栏", choices={plan.offers[0].key: SheetChoice(scheme="台账")})
    assert used.to_name is not None
    assert used.to_name.lacks == ("amount",)


def test_a_table_of_other_headings_is_offered_nothing(learned: Desk) -> None:
    assert not learned.plan([("客户", "日期", "金额"), ("乙", DAY, 9)]).offers


def test_what_is_decided_on_top_of_a_scheme_is_kept_with_it(learned: Desk) -> None:
    learned.bring(ROWS, choices={"台账": SheetChoice(units={"多少": "wan"})})
    (scheme,) = stored(learned)
    assert (scheme.choice.columns, scheme.choice.units) == (COLUMNS, {"多少": "wan"})


def test_decisions_about_problems_are_kept_with_it(desk: Desk) -> None:
    rows = [*ROWS, ("乙", None, 5, "")]
    desk.bring(rows, choices={"台账": SheetChoice(columns=COLUMNS)}, decisions={"no_date": "skip"})
    again = desk.plan(desk.file([*ROWS, ("丙", None, 5, "")], "下月.xlsx"))
    assert (again.counts.skipped, again.counts.held) == (1, 0)


OTHERS = ("对方", "哪天", "几何")
OTHER_COLUMNS = {"对方": "customer_name", "哪天": "date", "几何": "amount"}


def test_a_decision_of_one_scheme_does_not_touch_the_rows_of_another_table(desk: Desk) -> None:
    twice = [*ROWS, ROWS[1]]
    desk.bring(twice, choices={"台账": SheetChoice(columns=COLUMNS)}, decisions={"duplicate_rows": "skip"})
    desk.bring([OTHERS, ("丁", DAY, 3)], choices={"台账": SheetChoice(columns=OTHER_COLUMNS)})
    both = {"甲": [TITLES, *[("戊", DAY, 4, "x")] * 2], "乙": [OTHERS, *[("己", DAY, 5)] * 2]}
    plan = desk.plan(desk.file(both, "下月.xlsx"))
    assert [(sheet.counts.created, sheet.counts.skipped) for sheet in plan.files[0].sheets] == [(1, 1), (2, 0)]
    assert str(plan.amount) == "14"


def test_what_is_decided_anew_takes_nothing_else_from_the_scheme(desk: Desk) -> None:
    rows = [*ROWS, ("乙", None, 5, "")]
    choices = {"台账": SheetChoice(columns=COLUMNS)}
    desk.bring(rows, choices=choices, decisions={"no_date": "skip"})
    desk.bring([*ROWS, ("丁", DAY, 3, "")], decisions={"duplicate_rows": "skip"})
    (scheme,) = stored(desk)
    assert scheme.decisions == {"no_date": "skip", "duplicate_rows": "skip"}


ODD = [*ROWS, ("乙", DAY, "很多", ""), ("丙", DAY, "约50", "")]


def test_texts_that_were_put_right_are_put_right_next_month(desk: Desk) -> None:
    rules = {("台账", "多少", "很多"): "100", ("台账", "没有的列", "x"): "1", ("别的表", "多少", "x"): "1"}
    desk.bring(ODD, choices={"台账": SheetChoice(columns=COLUMNS)}, replacements=rules)
    (scheme,) = stored(desk)
    assert scheme.replacements == {("*", "多少", "很多"): "100"}
    plan = desk.plan(desk.file([*ROWS, ("丁", DAY, "很多", "")], "下月.xlsx"))
    assert (plan.counts.held, str(plan.amount)) == (0, "107")
    assert problem(plan, "mended_by_hand").examples[0].after == "100"
    other = desk.plan(
        desk.file([*ROWS, ("丁", DAY, "很多", "")], "再下月.xlsx"), replacements={("*", "多少", "很多"): "9"}
    )
    assert str(other.amount) == "16"


def test_what_was_decided_about_rows_with_a_text_is_kept_and_can_be_taken_back(desk: Desk) -> None:
    cell = ("[下月.xlsx]台账", "多少", "很多")
    desk.bring(ODD, choices={"台账": SheetChoice(columns=COLUMNS)}, cells={("台账", "多少", "很多"): "skip"})
    (scheme,) = stored(desk)
    assert scheme.cells == {("*", "多少", "很多"): "skip"}
    next_one = desk.file([*ROWS, ("丁", DAY, "很多", "")], "下月.xlsx")
    plan = desk.plan(next_one)
    assert (plan.counts.skipped, plan.counts.held) == (1, 0)
    assert [each.decision for each in problem(plan, "number_unreadable").cells] == ["skip"]
    back = desk.plan(next_one, cells={cell: ""})
    assert (back.counts.skipped, back.counts.held) == (0, 1)
    assert [each.decision for each in problem(back, "number_unreadable").cells] == [None]
    desk.bring(next_one, cells={cell: ""})
    assert stored(desk)[0].cells == {}


def test_rules_for_cells_go_with_an_exported_scheme(desk: Desk, tmp_path: Path) -> None:
    desk.bring(
        ODD,
        choices={"台账": SheetChoice(columns=COLUMNS)},
        replacements={("台账", "多少", "很多"): "100"},
        cells={("台账", "多少", "约50"): "take"},
    )
    (scheme,) = stored(desk)
    file = tmp_path / "方案.json"
    file.write_text(mappings.dumps(scheme.document), "utf-8")
    document = mappings.read(file)
    assert (document.replacements, document.cells) == (scheme.replacements, scheme.cells)
    desk.context.run(DeleteScheme(scheme.id, scheme.name))
    desk.context.run(AddSchemes(document, file.name))
    (again,) = stored(desk)
    assert (again.replacements, again.cells) == (scheme.replacements, scheme.cells)


def test_a_scheme_is_renamed_deleted_and_both_are_undone(learned: Desk) -> None:
    (scheme,) = stored(learned)
    learned.context.run(RenameScheme(scheme.id, " 月度 台账 "))
    assert [each.name for each in stored(learned)] == ["月度 台账"]
    learned.context.undo()
    assert stored(learned) == [scheme]
    learned.context.run(DeleteScheme(scheme.id, scheme.name))
    assert stored(learned) == []
    learned.context.undo()
    assert stored(learned) == [scheme]


def test_names_are_given_once(learned: Desk) -> None:
    learned.bring([(*TITLES, "又一列"), ("甲", DAY, 7, "", "")], choices={"台账": SheetChoice(columns=COLUMNS)})
    names = {each.name: each.id for each in stored(learned)}
    assert set(names) == {"台账", "台账 (2)"}
    with pytest.raises(InputError, match=r"scheme\.taken"):
        learned.context.run(RenameScheme(names["台账 (2)"], "台账"))
    with pytest.raises(InputError, match=r"scheme\.name"):
        learned.context.run(RenameScheme(names["台账 (2)"], "  "))


def test_an_exported_scheme_is_brought_in_again_and_serves_as_a_mapping(learned: Desk, tmp_path: Path) -> None:
    (scheme,) = stored(learned)
    file = tmp_path / "方案.json"
    file.write_text(mappings.dumps(scheme.document), "utf-8")
    document = mappings.read(file)
    learned.context.run(DeleteScheme(scheme.id, scheme.name))
    plan = next_month(learned, *TITLES, choices=document.sheets)
    assert str(plan.amount) == "9"
    other = learned.plan([("客户", "日期", "金额", "多少"), ("乙", DAY, 9, 1)], choices=document.sheets)
    assert str(other.amount) == "9"
    learned.context.run(AddSchemes(document, file.name))
    assert [replace(each, id=scheme.id, used_at=scheme.used_at) for each in stored(learned)] == [
        replace(scheme, kind="orders")
    ]


def test_a_mapping_without_headings_is_no_scheme(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"scheme\.no_headings"):
        desk.context.run(AddSchemes(Document({"*": SheetChoice("orders")}), "方案.json"))


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("nonsense", "mapping.unreadable", None),
        ("[]", "mapping.unreadable", None),
        ('{"sheets": {}, "pandian_mapping": 2}', "mapping.version", None),
        ('{"sheets": {}, "shets": {}}', "mapping.key", "shets"),
        ('{"sheets": {"a": {"colums": {}}}}', "mapping.key", "colums"),
        ('{"sheets": {"a": {"joins": [{"key": "a", "tabel": "b"}]}}}', "mapping.key", "tabel"),
        ('{"sheets": {"a": {"joins": [{"key": "a"}]}}}', "mapping.value", "joins"),
        ('{"sheets": {"a": {"kind": "sales"}}}', "mapping.value", "kind"),
        ('{"sheets": {"a": {"header_rows": ["1"]}}}', "mapping.value", "header_rows"),
        ('{"sheets": {"a": {"columns": ["x"]}}}', "mapping.value", "columns"),
        ('{"sheets": {"a": 5}}', "mapping.value", "sheets"),
        ('{"sheets": {}, "decisions": {"no_such": "skip"}}', "mapping.value", "decisions"),
    ],
)
def test_a_wrong_document_is_refused_by_what_is_wrong_in_it(text: str, code: str, named: str | None) -> None:
    with pytest.raises(InputError) as caught:
        mappings.loads(text, "方案.json")
    assert (caught.value.code, caught.value.facts.get("key")) == (code, named)
    assert "—" not in caught.value.sentence()


def test_null_means_not_decided() -> None:
    text = (
        '{"sheets": {"a": {"header_rows": null, "joins": null, "kind": null}, "b": {"header_rows": [], "joins": []}}}'
    )
    sheets = mappings.loads(text, "方案.json").sheets
    assert sheets == {"a": SheetChoice(), "b": SheetChoice(header_rows=(), joins=())}


words = st.text(min_size=1, max_size=8)
joins = st.builds(Join, words, words, words, st.lists(words, max_size=3).map(tuple), words | st.just(""))
choices = st.builds(
    SheetChoice,
    kind=st.sampled_from([None, "orders", "customers", "ignored"]),
    header_rows=st.none() | st.lists(st.integers(1, 99), max_size=3).map(tuple),
    columns=st.dictionaries(words, st.none() | words, max_size=3),
    units=st.dictionaries(words, st.sampled_from(["yuan", "wan"]), max_size=2),
    date_orders=st.dictionaries(words, st.sampled_from(["mdy", "dmy"]), max_size=2),
    joins=st.none() | st.lists(joins, max_size=2).map(tuple),
    headings=st.lists(words, max_size=4).map(tuple),
)


@given(st.dictionaries(words, choices, max_size=3))
def test_a_document_comes_back_as_it_was(sheets: dict[str, SheetChoice]) -> None:
    assert mappings.loads(mappings.dumps(Document(sheets)), "方案.json") == Document(sheets)


@pytest.mark.parametrize(
    "said",
    [
        {"units": {"金额": "万元"}},
        {"date_orders": {"日期": "DMY"}},
        {"years": {"日期": "24"}},
        {"rates": {"USD": "七"}},
        {"modes": {"行业": "replace"}},
    ],
)
def test_a_word_nobody_knows_is_refused_and_not_passed_over(said: dict[str, dict[str, str]]) -> None:
    with pytest.raises(InputError, match=r"mapping\.value"):
        mappings.loads(json.dumps({"sheets": {"*": said}}), "方案.json")


def test_what_was_decided_for_one_table_says_nothing_about_another(desk: Desk) -> None:
    """Its scheme skips rows without a day; those of a table beside it wait as ever."""
    rows = [*ROWS, ("乙", None, 8, "")]
    desk.bring(rows, choices={"台账": SheetChoice(columns=COLUMNS)}, decisions={"no_date": "skip"})
    other = [("客户", "日期", "金额"), ("丙", DAY, 1), ("丁", None, 2)]
    for first, second in (("a.xlsx", "b.xlsx"), ("d.xlsx", "c.xlsx")):
        plan = desk.plan(desk.file(rows, first), desk.file(other, second))
        counts = {file.file: file.sheets[0].counts for file in plan.files}
        assert (counts[first].skipped, counts[first].held) == (1, 0)
        assert (counts[second].skipped, counts[second].held) == (0, 1)
        assert problem(plan, "no_date").decision == "hold"
    assert problem(desk.plan(desk.file(rows)), "no_date").decision == "skip"


def test_a_column_that_is_named_and_not_there_is_told(desk: Desk) -> None:
    rows = [("客户", "日期", "金额"), ("甲", DAY, 5)]
    said = SheetChoice(columns={"客户": "customer_name", "备注": None}, units={"销售额": "wan"})
    (note,) = desk.plan(rows, choices={"台账": said}).files[0].notes
    assert (note.code, "「销售额」" in note.text, "备注" in note.text) == ("no_such_column", True, False)
    assert not desk.plan(rows, choices={"*": said}).files[0].notes
