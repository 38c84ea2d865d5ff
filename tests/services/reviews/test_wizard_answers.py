"""What the wizard asks beside the preview: completeness, the conclusion, the work, the rules of a book."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.context import Context
from app.models.customer import customer
from app.models.ledger import summary_fact
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.migration import tier_migration
from app.services.progress import WorkContext
from app.services.reviews import basis, draft
from app.services.reviews.basis import rests_on_cut
from app.services.reviews.completeness import FieldCheck, completeness
from app.services.reviews.conclusion import conclusion
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.reviews.preview import preview, yearly_sales
from app.services.reviews.rules import rules_of
from app.services.reviews.workload import assignments, workload
from app.services.schemes import VALUE
from tests.rows import customer_values
from tests.services.reviews.shop import OCTOBER, shop


class OnlyTotal(SmallChange):
    """戊 is known by one summary row without dates."""

    def label(self) -> Label:
        return Label("清单")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        number = tx.insert(customer, **customer_values("戊"))
        tx.insert(summary_fact, customer_id=number, total=800_000, current=True)
        return Changes(many=True, lines=True)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with shop(tmp_path) as opened:
        opened.run(OnlyTotal())
        yield opened


@pytest.fixture
def begun(context: Context) -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, OCTOBER, as_of=OCTOBER)))
    return made[0]


def test_gaps_are_counted_among_those_who_are_asked(context: Context, begun: ReviewDraft) -> None:
    with context.reading() as connection:
        facts = basis.load(connection, begun)
    found = completeness(facts, preview(facts, begun).classes)
    fields = {each.key: each for each in found.fields}
    assert (found.from_lines, found.from_summary) == (3, 1)
    assert fields["first"].missing == (5,)
    assert rests_on_cut(facts.facts)
    assert ("价值", 1) in fields["first"].blocked
    assert (fields["total"].filled, fields["total"].asked) == (4, 4)
    assert fields["orders"].share_text() == "75%"
    assert {scheme for scheme, _count in fields["orders"].blocked} == {"二八", "频次×采购量"}


def test_the_conclusion_says_where_one_stands_in_three_sentences(context: Context, begun: ReviewDraft) -> None:
    with context.reading() as connection:
        facts = basis.load(connection, begun)
    view = preview(facts, begun)
    sentences = conclusion(begun, view, {number: each.name for number, each in facts.people.items()}).splitlines()
    assert len(sentences) == 3
    assert "共盘点 5 位客户" in sentences[0]
    assert "高价值 1 位" in sentences[0]
    assert "第一次" in sentences[1]
    assert "1 位还无法评级" in sentences[2]
    assert sum(yearly_sales(facts.facts).values()) == view.net_sales


@pytest.mark.parametrize(
    ("missing", "asked", "shown"),
    [
        (0, 350, "100%"),
        (1, 350, "99.7%"),
        (1, 20_000, "99.9%"),
        (1, 150, "99%"),
        (9, 10, "10%"),
        (9_999, 10_000, "0.1%"),
        (5, 5, "0%"),
        (0, 0, "—"),
    ],
)
def test_all_is_said_only_when_nobody_is_missing(missing: int, asked: int, shown: str) -> None:
    check = FieldCheck("total", "采购额", asked - missing, asked, (), tuple(range(missing)))
    assert check.share_text() == shown


@pytest.mark.parametrize(
    ("at_risk", "watch", "said"),
    [
        ({3}, {1, 2}, "3 位按自己的节奏该来未来或有流失风险（流失风险 1 位、该来未来 2 位），先联系丙；"),
        (set(), {1, 2, 3}, "3 位按自己的节奏该来未来或有流失风险（该来未来 3 位），先联系甲、乙；"),
        (set(), set(), "没有客户有流失风险，"),
    ],
)
def test_the_conclusion_counts_the_late_as_the_report_does(
    context: Context, begun: ReviewDraft, at_risk: set[int], watch: set[int], said: str
) -> None:
    with context.reading() as connection:
        facts = basis.load(connection, begun)
    view = replace(preview(facts, begun), at_risk=frozenset(at_risk), watch=frozenset(watch))
    care = conclusion(begun, view, {number: each.name for number, each in facts.people.items()}).splitlines()[2]
    assert care == f"{said}1 位还无法评级。"


def test_the_conclusion_counts_nobody_who_is_not_there(context: Context, begun: ReviewDraft) -> None:
    with context.reading() as connection:
        facts = basis.load(connection, begun)
    first = preview(facts, begun)
    moved = tier_migration({1: "mid", 2: "mid"}, {1: "high", 2: "mid"}, VALUE.class_ids)
    view = replace(
        first, at_risk=frozenset(), watch=frozenset(), unrated=frozenset(), migration=moved, moved=first.largest[:1]
    )
    assert conclusion(begun, view, {}).splitlines()[1:] == ["和上次盘点比，1 位升级。", "没有客户有流失风险。"]
    late = replace(view, at_risk=frozenset({3}))
    assert conclusion(begun, late, {3: "丙"}).splitlines()[2].endswith("（流失风险 1 位），先联系丙。")


def test_the_work_follows_classes_and_chosen_templates(context: Context, begun: ReviewDraft) -> None:
    chosen = begun.decided(2, Decision(playbook="value.high"))
    with context.reading() as connection:
        facts = basis.load(connection, chosen)
        view = preview(facts, chosen)
        plain, more = (workload(connection, each, view, OCTOBER) for each in (begun, chosen))
    given = {each.customer: each for each in assignments(chosen, view)}
    assert dict(given[1].classes)["value"] == "high"
    assert given[2].playbook == "value.high"
    assert more.of("value.high").customers == plain.of("value.high").customers + 1


def test_a_book_names_the_rules_it_was_made_by(context: Context, begun: ReviewDraft) -> None:
    ruled = replace(begun, settings=begun.settings.with_texts({"value_high": "70万"}), signed_by="王")
    context.run(FinishReview(ruled, OCTOBER))
    with context.reading() as connection:
        assert rules_of(connection, begun.review_id) == ruled.settings
