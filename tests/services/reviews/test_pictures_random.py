"""Pictures, suggestions and effects on ledgers out of chance: whatever is in them, no surprise and everybody once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services import own_schemes, segments
from app.services.charts import Palette
from app.services.facts import compute
from app.services.reviews.coverage import coverage
from app.services.reviews.effects import effect
from app.services.reviews.suggestions import suggestion
from app.services.schemes import SCHEMES
from app.services.settings import MethodSettings
from app.services.workbench.handles import OFFERS, settled, texts
from app.services.workbench.pictures import Subject, charts_of
from app.services.workbench.pictures.view import ChartView
from app.tokens import LIGHT
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
        for chart in charts_of(Subject(classes[scheme].spec, classes, facts.net_sales, names)):
            assert not chart.handles or scheme in (*DRAWN, "churn")
            _fits(chart)
            for handle in chart.handles:
                said = texts(chart.handles, handle.key, settled(handle.kind, handle.at))
                assert set(said) <= set(rules.as_texts())


def _fits(chart: ChartView) -> None:
    """Handles lie on the axes, every mark has its customers, every row its cells."""
    plot = chart.draw(Palette(LIGHT, "DejaVu Sans", 9), 6.0, 3.0)
    axes = plot.figure.axes[0]
    for handle in chart.handles:
        low, high = axes.get_xlim() if handle.axis == "x" else axes.get_ylim()
        assert low <= handle.ruler.place(handle.at) <= high
    assert all(chart.groups[spot.key].ids for spot in plot.spots if spot.key)
    assert chart.sentence
    assert all(len(row) == len(chart.headers) for row in chart.rows)


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
