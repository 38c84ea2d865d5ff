"""差一点 in a review is that of all its schemes, and the quick count is the list itself."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given

from app.services import facts, segments
from app.services.reviews import basis, draft
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.preview import preview, scheme_view
from app.services.schemes import SCHEMES
from app.services.workbench import nearness
from tests.random_ledgers import FEW, TODAY, Ledger, ledgers
from tests.services.reviews.shop import OCTOBER, shop
from tests.services.workbench.test_signs import PLAIN


@FEW
@given(ledgers())
def test_the_quick_count_of_every_scheme_is_its_list(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
    labels = segments.classify(table, PLAIN, tuple(SCHEMES))
    for scheme in SCHEMES:
        listed = {each.customer_id for each in nearness.borderline(labels, scheme)}
        assert nearness.near_ids(labels, scheme) == listed, scheme


def test_every_scheme_of_the_review_is_counted(tmp_path: Path) -> None:
    """乙 bought 30 days ago: where a deal counts for 32 days he is nearly none, whatever he bought for."""
    made: list[ReviewDraft] = []
    with shop(tmp_path) as context:
        context.write_draft(lambda connection: made.append(draft.start(connection, OCTOBER, as_of=OCTOBER)))
        begun = replace(made[0], settings=made[0].settings.with_texts({"grade_order_days": "32"}))
        with context.reading() as connection:
            rest = basis.load(connection, begun)
    view = preview(rest, begun)
    by_scheme = {scheme: view.closeness.of(scheme) for scheme in (*begun.schemes, "churn")}
    assert view.closeness.anywhere == frozenset().union(*by_scheme.values())
    assert (2 in by_scheme["value"], 2 in by_scheme["grade_abcd"], 2 in view.closeness.anywhere) == (False, True, True)
    assert [step.axis for step in view.closeness.steps("grade_abcd", 2)] == ["wait"]
    for scheme in begun.schemes:
        assert scheme_view(rest, begun, view, scheme).near == by_scheme[scheme]
    decided = begun.decided(1, Decision(class_id="mid"))
    assert preview(rest, decided).closeness is view.closeness
    other = replace(begun, settings=begun.settings.with_texts({"value_mid": "12.5万"}))
    assert 2 in preview(rest, other).closeness.of("value")
