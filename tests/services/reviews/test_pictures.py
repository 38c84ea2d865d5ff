"""What the rules are drawn over: everybody once, handles where the thresholds are, and figures a hand would choose."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.context import Context
from app.services.charts import Palette
from app.services.figures import UNITS
from app.services.reviews import basis, draft
from app.services.reviews.basis import Basis, classified, classified_before
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.effects import effect, trial
from app.services.reviews.preview import preview, scheme_view
from app.services.reviews.suggestions import suggestion
from app.services.settings import MethodSettings
from app.services.workbench.handles import Handle, Kind, amount_text, settled, stepped, texts
from app.services.workbench.pictures import Subject, tuned
from app.services.workbench.pictures.view import ChartView
from app.tokens import LIGHT
from tests.services.reviews.shop import NOVEMBER, Sell, shop

WAN = 10_000 * UNITS


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with shop(tmp_path) as opened:
        opened.run(Sell(*((2, date(2026, 11, 1) + timedelta(days=n), 1_000) for n in range(5))))
        yield opened


def stood(context: Context, **changes: object) -> tuple[Basis, ReviewDraft]:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, NOVEMBER, as_of=NOVEMBER)))
    wanted = replace(made[0], schemes=("value", "pareto", "abc", "quadrant", "grade_abcd"), **changes)  # type: ignore[arg-type]
    with context.reading() as connection:
        found = basis.load(connection, wanted)
    context.write_draft(lambda connection: draft.discard(connection, wanted.review_id))
    return found, wanted


def drawn(context: Context, scheme: str, **changes: object) -> ChartView:
    found = tuned(seen(*stood(context, **changes), scheme))
    assert found is not None
    return found


def seen(stand: Basis, wanted: ReviewDraft, scheme: str) -> Subject:
    classes = classified(stand, wanted)
    return Subject(classes[scheme].spec, classes, stand.money, stand.names)


def behind(chart: ChartView) -> list[int]:
    """Who stands behind the marks that can be pointed at."""
    plot = chart.draw(Palette(LIGHT, "DejaVu Sans", 9), 6.0, 3.0)
    return sorted(number for spot in plot.spots if spot.key for number in chart.groups[spot.key].ids)


def test_every_amount_lies_in_one_bar(context: Context) -> None:
    found = drawn(context, "value")
    assert behind(found) == [1, 2, 3, 4]
    assert [(handle.key, handle.at) for handle in found.handles] == [("value_mid", 10 * WAN), ("value_high", 50 * WAN)]
    assert found.sentence == "3 位有采购额，中间一位 12.5 万元，最多的 60 万元；没有采购额的 1 位在最左边。"
    assert sum(int(row[1]) for row in found.rows) == 4


def test_thresholds_far_from_every_amount_are_on_the_chart(context: Context) -> None:
    found = drawn(context, "value", settings=MethodSettings(value_high=9_000 * WAN, value_mid=1))
    axes = found.draw(Palette(LIGHT, "DejaVu Sans", 9), 6.0, 3.0).figure.axes[0]
    low, high = axes.get_xlim()
    assert all(low <= handle.ruler.place(handle.at) <= high for handle in found.handles)


def test_lines_of_a_curve_stand_across_or_up(context: Context) -> None:
    curve, shares = drawn(context, "abc"), drawn(context, "pareto")
    assert [(handle.axis, handle.at) for handle in curve.handles] == [("y", 0.8), ("y", 0.95)]
    assert [(handle.axis, handle.at) for handle in shares.handles] == [("x", 0.2), ("x", 0.8)]
    assert "占" in curve.sentence
    assert "太少" in shares.sentence


def test_cuts_stand_where_they_divide_and_the_quarters_are_classes(context: Context) -> None:
    found = drawn(context, "quadrant")
    assert [handle.inclusive for handle in found.handles] == [False, False]
    assert [found.groups[str(number)].words for number in (1, 2, 3)] == ["甲", "乙", "丙"]
    classes = seen(*stood(context), "quadrant")
    for class_id in classes.scheme.class_ids:
        ids = classes.ids_at(np.flatnonzero(classes.codes == classes.scheme.class_ids.index(class_id)))
        assert found.groups[class_id].ids == ids
    assert tuned(seen(*stood(context), "grade_abcd")) is None


def test_amounts_are_told_in_the_unit_of_the_reader(context: Context) -> None:
    subject = replace(seen(*stood(context), "value"), unit="yuan")
    found = tuned(subject)
    assert found is not None
    assert found.handles[1].text() == "高价值线 500,000 元"
    assert "万" not in "".join((*found.headers, *(cell for row in found.rows for cell in row)))


@pytest.mark.parametrize(
    ("scheme", "key", "at"),
    [
        ("value", "value_high", 42 * WAN),
        ("pareto", "pareto_top", 0.34),
        ("pareto", "pareto_bottom", 0.61),
        ("abc", "abc_a", 0.66),
        ("quadrant", "quadrant_fixed_days", 3.0),
        ("quadrant", "quadrant_fixed_volume", 7 * WAN),
        ("churn", "churn_watch", 1.2),
    ],
)
def test_a_handle_stands_where_it_was_put(context: Context, scheme: str, key: str, at: float) -> None:
    before = drawn(context, scheme)
    handle = next(each for each in before.handles if each.key == key)
    assert handle.ruler.figure(handle.ruler.place(handle.at)) == pytest.approx(handle.at)
    settings = MethodSettings().with_texts(texts(before.handles, key, at))
    after = drawn(context, scheme, settings=settings)
    assert next(each.at for each in after.handles if each.key == key) == pytest.approx(at)


def test_cuts_that_become_figures_divide_as_they_did(context: Context) -> None:
    """Above a median counts who is beyond it, above a figure who reaches it."""
    stand, wanted = stood(context)
    before = classified(stand, wanted)["quadrant"].class_ids()
    found = drawn(context, "quadrant")
    volume = next(each for each in found.handles if each.axis == "y")
    said = texts(found.handles, volume.key, volume.at + 1 * UNITS)
    moved = replace(wanted, settings=wanted.settings.with_texts(said))
    assert classified(stand, moved)["quadrant"].class_ids() == before


@given(st.sampled_from(["money", "share", "days", "times"]), st.floats(min_value=0.02, max_value=1e13))
def test_a_step_goes_on_and_back(kind: Kind, at: float) -> None:
    start = settled(kind, min(at, 0.9) if kind == "share" else max(at, 3.0))
    assert stepped(kind, start, 1) > start
    assert stepped(kind, start, -1) < start
    assert settled(kind, start) == pytest.approx(start)


def test_a_suggestion_tells_what_it_would_do_and_changes_nothing(context: Context) -> None:
    stand, wanted = stood(context)
    now = classified(stand, wanted)
    for kind in ("eighty", "natural"):
        found = suggestion(now, "value", kind)
        settings = wanted.settings.with_texts(found.texts)
        assert settings.value_mid < settings.value_high
        told = trial(stand, wanted, settings, "value", now)
        assert told.down == ()
        assert "位占" in told.standing
    assert classified(stand, wanted)["value"].class_ids() == now["value"].class_ids()


def test_eighty_twenty_puts_those_who_make_four_fifths_on_top(context: Context) -> None:
    stand, wanted = stood(context)
    found = suggestion(classified(stand, wanted), "value", "eighty")
    settings = wanted.settings.with_texts(found.texts)
    view = preview(stand, replace(wanted, settings=settings))
    assert {number for number, final in view.final().items() if final == "high"} == {1, 2}


def test_the_effect_counts_up_down_and_money(context: Context) -> None:
    stand, wanted = stood(context)
    now = classified(stand, wanted)
    stricter = replace(wanted, settings=replace(wanted.settings, value_high=70 * WAN, value_mid=1 * WAN))
    told = effect(now, classified(stand, stricter), "value")
    assert (told.up, told.down, told.other) == ((3,), (1,), ())
    assert told.money == 65 * WAN
    assert told.sentence() == "2 位换档（升 1 位、降 1 位），年采购额 65.00 万元。"


def test_rules_in_force_are_compared_on_their_own_facts(context: Context) -> None:
    """A setting that facts rest on is computed with the old facts, not with the new ones."""
    stand, wanted = stood(context, settings=MethodSettings(review_months=1))
    assert stand.standing is not None
    assert stand.standing.facts is not stand.facts
    before = classified_before(stand, wanted)
    assert before is not None
    assert before["value"].class_id(0) == "high"
    assert classified(stand, wanted)["value"].class_id(0) != "high"
    same, unchanged = stood(context)
    assert classified_before(same, unchanged) is None


def test_another_scheme_is_seen_like_the_leading_one(context: Context) -> None:
    stand, wanted = stood(context)
    view = preview(stand, wanted)
    leading, other = (scheme_view(stand, wanted, view, name) for name in ("value", "grade_abcd"))
    assert leading.tiers == view.tiers
    assert {each.class_id: each.customers for each in other.tiers} == {"A": 3, "B": 0, "C": 0, "D": 1, None: 0}
    assert sum(each.net_sales for each in other.tiers) == view.net_sales
    assert other.verdict.ids_of("A") == [1, 2, 3]


def test_a_handle_knows_its_words() -> None:
    both = (Handle("quadrant_fixed_days", "x", 4.0, "", inclusive=False), Handle("quadrant_fixed_volume", "y", 5.5, ""))
    assert texts(both, "quadrant_fixed_volume", 3 * WAN) == {
        "quadrant_cut": "fixed",
        "quadrant_fixed_days": "5",
        "quadrant_fixed_volume": "30000",
    }


@pytest.mark.parametrize(
    ("units", "unit", "text"),
    [
        (50 * WAN, "wan", "50 万元"),
        (12 * WAN + 5_000 * UNITS, "wan", "12.5 万元"),
        (34 * UNITS, "wan", "34 元"),
        (1_234 * WAN, "wan", "1,234 万元"),
        (50 * WAN, "yuan", "500,000 元"),
    ],
)
def test_an_amount_is_said_as_short_as_it_can_be(units: int, unit: str, text: str) -> None:
    assert amount_text(units, unit) == text
