"""What the rules are drawn over: the spread of amounts, the curve of contributions, customers by frequency and volume.

Plain numbers for a widget to draw, with the handles that stand for the thresholds, and whom each mark holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from app.services.arrays import UNRATED, Ints, known
from app.services.figures import format_percent, money_cell, money_unit
from app.services.reviews.handles import Axis, Handle, amount_text
from app.services.schemes import ABC, PARETO, QUADRANT, SCHEMES, VALUE
from app.services.schemes.base import volume
from app.services.schemes.pareto import Ranking
from app.services.schemes.quadrant import Cut, Cuts
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.texts import fill, listed, translate

PER_DECADE = 8  # bars for each factor of ten
CURVE_POINTS, NAMED, DECILES = 300, 10, 10


@dataclass(frozen=True)
class Bar:
    """Customers whose amount lies from `low` to below `high`."""

    low: float
    high: float
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Spot:
    """One customer among the others; a name only for the largest."""

    id: int
    x: float
    y: float
    name: str = ""


@dataclass(frozen=True)
class Picture:
    """A scheme's customers as they are drawn. `zones` are the classes between the handles along the first axis."""

    scheme: str
    kind: Literal["spread", "curve", "spots"]
    x: Axis
    y: Axis
    handles: tuple[Handle, ...]
    sentence: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...] = ()
    line: tuple[tuple[float, float], ...] = ()
    ranked: tuple[int, ...] = ()  # customers of the curve, the largest first
    spots: tuple[Spot, ...] = ()
    zones: tuple[str, ...] = ()
    key: tuple[str, ...] = ()  # what its marks depend on beside the facts


def picture(
    classes: Classification, scheme: str, names: Mapping[int, str], unit: str, drawn: Picture | None = None
) -> Picture | None:
    """The picture of a scheme; None where it has no thresholds to draw, or nobody to draw them among.

    `drawn` is an earlier one of the same facts: while only handles move, its marks are the same.
    """
    if scheme not in classes.results:
        return None
    if scheme == VALUE.id:
        return _spread(classes, unit, drawn)
    if scheme in (PARETO.id, ABC.id):
        return _curve(classes, scheme, unit, drawn)
    return _spots(classes, names, unit, drawn) if scheme == QUADRANT.id else None


def _again(drawn: Picture | None, key: tuple[str, ...], handles: tuple[Handle, ...]) -> Picture | None:
    """The earlier picture where it is of the same kind and has room for the handles."""
    if drawn is None or drawn.key != key:
        return None
    axes = {"x": drawn.x, "y": drawn.y}
    return drawn if all(axes[each.axis].low <= each.at <= axes[each.axis].high for each in handles) else None


def _spread(classes: Classification, unit: str, drawn: Picture | None) -> Picture | None:
    """Bars of equal width on a logarithmic axis, as amounts are spread over several powers of ten."""
    facts, settings = classes.facts, classes.settings
    labels = (translate("Pictures", "中价值线"), translate("Pictures", "高价值线"))
    cuts = zip(("value_mid", "value_high"), (settings.value_mid, settings.value_high), labels, strict=True)
    handles = tuple(Handle(key, "x", float(cut), label) for key, cut, label in cuts if cut > 0)
    key = (VALUE.id, unit)
    if (same := _again(drawn, key, handles)) is not None:
        return replace(same, handles=handles)
    there = known(facts.annual_sales) & (facts.annual_sales > 0)
    amounts, ids = facts.annual_sales[there], facts.customer_id[there]
    if not len(amounts):
        return None
    bars = _bars(amounts, ids, tuple(handle.at for handle in handles))
    money = dict(zip(ids.tolist(), amounts.tolist(), strict=True))
    middle, most = amount_text(int(np.median(amounts)), unit), amount_text(int(amounts.max()), unit)
    words = len(amounts), middle, most, len(facts) - len(amounts)
    span = translate("Pictures", "{0} 至 {1}")
    return Picture(
        scheme=VALUE.id,
        kind="spread",
        x=Axis(
            "money", bars[0].low, bars[-1].high, log=True, title=_money_title(translate("Pictures", "年采购额"), unit)
        ),
        y=Axis("count", 0, max(len(bar.ids) for bar in bars), title=translate("Pictures", "客户数")),
        handles=handles,
        sentence=fill(
            translate("Pictures", "{0} 位有采购额，中间一位 {1}，最多的 {2}；没有采购额的 {3} 位不在图上。"),
            *words,
        ),
        heads=(translate("Pictures", "年采购额"), translate("Pictures", "客户数"), translate("Pictures", "合计")),
        rows=tuple(
            (
                span.format(amount_text(round(bar.low), unit), amount_text(round(bar.high), unit)),
                str(len(bar.ids)),
                money_cell(sum(money[number] for number in bar.ids), unit),
            )
            for bar in bars
            if bar.ids
        ),
        bars=bars,
        zones=("general", "mid", "high"),
        key=key,
    )


def _bars(amounts: Ints, ids: Ints, cuts: tuple[float, ...]) -> tuple[Bar, ...]:
    """From the smallest amount or threshold to the largest."""
    places = np.floor(np.log10(amounts.astype(np.float64)) * PER_DECADE).astype(np.int64)
    lines = [int(np.floor(np.log10(cut) * PER_DECADE)) for cut in cuts]
    first, last = min(int(places.min()), *lines), max(int(places.max()), *lines)
    order = np.argsort(places, kind="stable")
    edges = np.searchsorted(places[order], np.arange(first, last + 2))
    held = ids[order]
    return tuple(
        Bar(
            10 ** (place / PER_DECADE),
            10 ** ((place + 1) / PER_DECADE),
            tuple(held[edges[place - first] : edges[place - first + 1]].tolist()),
        )
        for place in range(first, last + 1)
    )


def _curve(classes: Classification, scheme: str, unit: str, drawn: Picture | None) -> Picture | None:
    facts, settings, result = classes.facts, classes.settings, classes[scheme]
    ranking: Ranking = result.context
    handles, key = _curve_handles(scheme, settings), (scheme, ranking.metric, unit)
    values: Ints = getattr(facts, ranking.metric)
    rows = np.flatnonzero((result.codes != UNRATED) & known(values))
    rows = rows[np.argsort(-values[rows], kind="stable")]
    gains = np.maximum(values[rows], 0)
    total = int(gains.sum())
    if not total:
        return None
    metric = translate("Pictures", "毛利") if ranking.metric == "gross_profit" else translate("Pictures", "净销售额")
    told = _contribution(classes, scheme, metric, gains, total)
    if (same := _again(drawn, key, handles)) is not None:
        return replace(same, handles=handles, sentence=told)
    shares = np.cumsum(gains) / total
    count = len(rows)
    places = np.unique(np.linspace(0, count - 1, min(count, CURVE_POINTS)).astype(np.int64))
    line = ((0.0, 0.0), *(((place + 1) / count, float(shares[place])) for place in places.tolist()))
    return Picture(
        scheme=scheme,
        kind="curve",
        x=Axis("share", 0, 1, title=translate("Pictures", "客户，从多到少")),
        y=Axis("share", 0, 1, title=translate("Pictures", "{0}累计").format(metric)),
        handles=handles,
        sentence=told,
        heads=(translate("Pictures", "客户"), metric, translate("Pictures", "累计占比")),
        rows=tuple(
            (
                translate("Pictures", "前 {0}").format(format_percent(part / DECILES, 0)),
                money_cell(int(gains[: round(count * part / DECILES)].sum()), unit),
                format_percent(float(gains[: round(count * part / DECILES)].sum()) / total),
            )
            for part in range(1, DECILES + 1)
        ),
        line=line,
        ranked=tuple(facts.customer_id[rows].tolist()),
        zones=("top", "mid", "bottom") if scheme == PARETO.id else ("A", "B", "C"),
        key=key,
    )


def _curve_handles(scheme: str, settings: MethodSettings) -> tuple[Handle, ...]:
    if scheme == ABC.id:
        labels = [translate("Pictures", "A 类到"), translate("Pictures", "B 类到")]
        pairs = zip(("abc_a", "abc_b"), labels, strict=True)
        return tuple(Handle(key, "y", float(getattr(settings, key)), label) for key, label in pairs)
    return (
        Handle("pareto_top", "x", float(settings.pareto_top), translate("Pictures", "重点线")),
        Handle("pareto_bottom", "x", 1 - float(settings.pareto_bottom), translate("Pictures", "末位线")),
    )


def _contribution(classes: Classification, scheme: str, metric: str, gains: Ints, total: int) -> str:
    """What the best class really brings: 80 % is a hypothesis, not a fact."""
    result = classes[scheme]
    best = int((result.codes == 0).sum())
    text = translate("Pictures", "{0} {1} 位，占 {2} 的{3}。")
    label = SCHEMES[scheme].classes[0].label
    return fill(text, label, best, format_percent(int(gains[:best].sum()) / total), metric)


def _spots(classes: Classification, names: Mapping[int, str], unit: str, drawn: Picture | None) -> Picture | None:
    facts, settings, result = classes.facts, classes.settings, classes[QUADRANT.id]
    cuts: Cuts = result.context
    if cuts.same or cuts.frequency.at is None or cuts.volume.at is None:
        return None
    handles = (
        _cut("quadrant_fixed_days", "x", cuts.frequency, translate("Pictures", "频次线")),
        _cut("quadrant_fixed_volume", "y", cuts.volume, translate("Pictures", "采购量线")),
    )
    told, rows = _quadrants(classes, unit)
    key = (QUADRANT.id, settings.quadrant_volume, unit)
    if (same := _again(drawn, key, handles)) is not None:
        return replace(same, handles=handles, sentence=told, rows=rows)
    heights = volume(facts, settings)
    there = np.flatnonzero((facts.purchase_days > 0) & (heights > 0))
    if not len(there):
        return None
    there = there[np.argsort(-heights[there], kind="stable")]
    days, amounts = facts.purchase_days[there], heights[there]
    found = zip(facts.customer_id[there].tolist(), days.tolist(), amounts.tolist(), strict=True)
    most_x, most_y = (max(float(values.max()), each.at) for values, each in zip((days, amounts), handles, strict=True))
    low = min(float(amounts.min()), max(handles[1].at, 1.0))
    return Picture(
        scheme=QUADRANT.id,
        kind="spots",
        x=Axis("count", 0.7, most_x * 1.4, log=True, title=translate("Pictures", "购买天数")),
        y=Axis("money", low / 1.6, most_y * 2, log=True, title=_volume_title(settings, unit)),
        handles=handles,
        sentence=told,
        heads=(translate("Pictures", "分级"), translate("Pictures", "客户数"), translate("Pictures", "净销售额")),
        rows=rows,
        spots=tuple(
            Spot(number, x, y, names.get(number, "") if place < NAMED else "")
            for place, (number, x, y) in enumerate(found)
        ),
        key=key,
    )


def _cut(key: str, axis: Literal["x", "y"], cut: Cut, label: str) -> Handle:
    return Handle(key, axis, max(float(cut.at or 0), 1.0), label, inclusive=cut.inclusive)


def _quadrants(classes: Classification, unit: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    counts = {each.class_id: each for each in classes.counts(QUADRANT.id)}
    told = (
        fill(translate("Pictures", "{0} {1} 位"), spec.label, counts[spec.id].customers) for spec in QUADRANT.classes
    )
    rows = (
        (spec.label, str(counts[spec.id].customers), money_cell(counts[spec.id].net_sales, unit))
        for spec in QUADRANT.classes
    )
    return translate("Pictures", "{0}。").format(listed(told)), tuple(rows)


def _volume_title(settings: MethodSettings, unit: str) -> str:
    if settings.quadrant_volume == "quantity":
        return translate("Pictures", "数量")
    words = (
        translate("Pictures", "采购额")
        if settings.quadrant_volume == "net_sales"
        else translate("Pictures", "平均每次")
    )
    return _money_title(words, unit)


def _money_title(words: str, unit: str) -> str:
    return translate("Pictures", "{0}（{1}）").format(words, money_unit(unit))
