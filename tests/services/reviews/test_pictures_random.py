"""Pictures, suggestions and effects on ledgers out of chance: whatever is in them, no surprise and everybody once."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services import own_schemes, segments
from app.services.facts import compute
from app.services.reviews.coverage import coverage
from app.services.reviews.effects import effect
from app.services.reviews.handles import OFFERS, settled, texts
from app.services.reviews.pictures import Picture, picture
from app.services.reviews.suggestions import suggestion
from app.services.schemes import SCHEMES
from app.services.settings import MethodSettings
from tests.random_ledgers import TODAY, Ledger, ledgers

DRAWN = ("value", "pareto", "abc", "quadrant")


@settings(max_examples=25, deadline=None)
@given(ledger=ledgers(), cut=st.sampled_from(["median", "mean", "percentile", "natural", "fixed"]))
def test_no_ledger_surprises_a_picture(ledger: Ledger, cut: str) -> None:
    rules = MethodSettings().with_texts({"quadrant_cut": cut})
    with ledger.opened() as connection:
        facts = compute(connection, TODAY, rules)
        assert own_schemes.made(connection) == ()
    classes = segments.classify(facts, rules, SCHEMES)
    names = {number: f"客户{number}" for number in facts.customer_id.tolist()}
    for scheme in SCHEMES:
        found = picture(classes, scheme, names, "wan")
        if found is None:
            continue
        assert scheme in DRAWN
        _fits(found)
        for handle in found.handles:
            axis = found.x if handle.axis == "x" else found.y
            said = texts(found.handles, axis.kind, handle.key, settled(axis.kind, handle.at))
            assert set(said) <= set(rules.as_texts())


def _fits(found: Picture) -> None:
    """Handles and marks lie on the axes, nobody is drawn twice."""
    drawn = [number for bar in found.bars for number in bar.ids] + [spot.id for spot in found.spots]
    assert len(drawn) == len(set(drawn))
    for handle in found.handles:
        axis = found.x if handle.axis == "x" else found.y
        assert axis.low <= handle.at <= axis.high
    for spot in found.spots:
        assert found.x.low <= spot.x <= found.x.high
        assert found.y.low <= spot.y <= found.y.high
    assert all(a[0] <= b[0] and a[1] <= b[1] + 1e-9 for a, b in pairwise(found.line))
    assert found.sentence
    assert all(len(row) == len(found.heads) for row in found.rows)


@settings(max_examples=25, deadline=None)
@given(ledger=ledgers())
def test_a_suggestion_is_always_a_set_of_rules(ledger: Ledger) -> None:
    rules = MethodSettings()
    with ledger.opened() as connection:
        facts = compute(connection, TODAY, rules)
    now = segments.classify(facts, rules, DRAWN)
    for scheme in DRAWN:
        for kind in OFFERS[scheme]:
            said = suggestion(now, scheme, kind).texts
            if said:
                then = segments.classify(facts, rules.with_texts(said), DRAWN)
                told = effect(now, then, scheme)
                assert len(told.moved) == len(set(told.moved)) <= len(facts)
                assert told.sentence()


@settings(max_examples=15, deadline=None)
@given(ledger=ledgers())
def test_every_scheme_accounts_for_everybody(ledger: Ledger) -> None:
    rules = MethodSettings()
    with ledger.opened() as connection:
        facts = compute(connection, TODAY, rules)
    for each in coverage(segments.classify(facts, rules, SCHEMES), SCHEMES):
        left_out = [number for gap in each.gaps for number in gap.customers]
        assert len(left_out) == len(set(left_out))
        assert each.rated + len(left_out) == each.customers == len(facts)
        assert all(gap.sentence for gap in each.gaps)
