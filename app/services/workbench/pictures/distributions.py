"""How customers are spread over one figure, with the thresholds that part them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Floats, Ints, as_floats
from app.services.plots import Bar, Cut, Histogram, Strip, Strips, histogram, strips
from app.services.reasons import word
from app.services.schemes import SCORE
from app.services.schemes.behavior import OFTEN, SELDOM
from app.services.schemes.score import WEIGHTS
from app.services.workbench.handles import Handle, Ruler, amount_text
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, listed, translate

MOST_LATE = 5.0
MOST_LABELS = 16


def sales(seen: Subject) -> ChartView | None:
    """Yearly sales on a logarithmic axis, who bought nothing in a bar of his own, with the lines of the tiers."""
    yearly = np.maximum(as_floats(seen.facts.annual_sales), 0)
    rules, ruler = seen.settings, Ruler(seen.size_of_unit, powers=True)
    handles = tuple(
        Handle(key, "x", float(at), words, ruler=ruler, unit=seen.unit)
        for key, at, words in (
            ("value_mid", rules.value_mid, translate("Pictures", "中价值线")),
            ("value_high", rules.value_high, translate("Pictures", "高价值线")),
        )
        if at > 0
    )
    title = translate("Pictures", "年采购额分布")
    axis = fill(translate("Pictures", "年采购额（{0}）"), seen.money_unit)
    found = _logarithmic(seen, "sales", title, axis, seen.on_axis(yearly), (), handles, seen.money_unit)
    return None if found is None else replace(found, sentence=_spread(yearly[seen.codes != UNRATED], seen))


def _spread(yearly: Floats, seen: Subject) -> str:
    """Half of the customers buy less than the one in the middle."""
    there = yearly[yearly > 0]
    middle, most = (amount_text(int(each), seen.unit) for each in (np.median(there), there.max()))
    text = translate("Pictures", "{0} 位有采购额，中间一位 {1}，最多的 {2}；没有采购额的 {3} 位在最左边。")
    none = len(yearly) - len(there)
    if not none:
        text = translate("Pictures", "{0} 位有采购额，中间一位 {1}，最多的 {2}。")
    return fill(text, f"{len(there):,}", middle, most, f"{none:,}")


def frequency(seen: Subject) -> ChartView | None:
    cuts = [Cut(SELDOM, translate("Pictures", "中频")), Cut(OFTEN, translate("Pictures", "高频"))]
    title, axis = translate("Pictures", "购买频率分布"), translate("Pictures", "平均每月购买次数")
    return _logarithmic(seen, "frequency", title, axis, seen.facts.freq_per_month, cuts)


def score(seen: Subject) -> ChartView | None:
    """Scores of 0 to 100 in steps of five."""
    scores = seen.classes[SCORE.id].context.scores
    limits = [5.0 * n for n in range(21)]
    cuts = [Cut(at, label) for at, label in zip((40.0, 60.0, 80.0), _bands(), strict=True)]
    title, axis = translate("Pictures", "综合分分布"), translate("Pictures", "综合分")
    return _plain(seen, "score", title, axis, scores, limits, cuts)


def _bands() -> list[str]:
    return [each.label for each in reversed(SCORE.classes[:3])]


def potential(seen: Subject) -> ChartView | None:
    """Points of who is rated by points."""
    found = seen.result
    points = np.where(found.reasons == 0, found.context.total.astype(np.float64), np.nan)
    limits = [n - 0.5 for n in range(12)]
    high, mid = (seen.scheme.classes[n].label for n in (0, 1))
    title, axis = translate("Pictures", "潜力得分分布"), translate("Pictures", "潜力得分")
    return _plain(seen, "potential", title, axis, points, limits, [Cut(2.5, mid), Cut(5.5, high)])


def lateness(seen: Subject) -> ChartView | None:
    """How many times his usual gap each customer has been away; the last bar is that many and more."""
    ratios = np.minimum(seen.facts.overdue_ratio, MOST_LATE - 0.01)
    rules, classes = seen.settings, {each.id: each.label for each in seen.scheme.classes}
    handles = tuple(
        Handle(f"churn_{name}", "x", float(at), classes[name], "times")
        for at, name in (
            (rules.churn_watch, "watch"),
            (rules.churn_at_risk, "at_risk"),
            (rules.churn_churned, "churned"),
        )
        if at < MOST_LATE
    )
    limits = [0.25 * n for n in range(int(MOST_LATE * 4) + 1)]
    title, axis = translate("Pictures", "晚了多少"), translate("Pictures", "距上次购买 ÷ 平时间隔（倍）")
    return _plain(seen, "lateness", title, axis, ratios, limits, (), handles, open_end=True)


def weights(seen: Subject) -> ChartView | None:
    """The weight of every indicator, and how many customers have the figure."""
    given = dict(zip(WEIGHTS, seen.settings.score_weights, strict=True))
    points = seen.classes[SCORE.id].context.points
    whole = sum(given.values())
    rows, bars = [], []
    for name, weight in sorted(given.items(), key=lambda pair: -pair[1]):
        known = np.flatnonzero(~np.isnan(points[name]))
        mean = float(np.nanmean(points[name])) if len(known) else None
        said = word(f"indicator.{name}")
        tip = fill(translate("Pictures", "{0}：权重 {1}，{2} 位有数据"), said, weight, f"{len(known):,}")
        bars.append(Strip(said, (float(weight),), parts.share(weight, whole), name if len(known) else "", tip))
        rows.append((said, str(weight), f"{len(known):,}", figures.format_number(mean, 1)))
    groups = {
        name: parts.group(seen, translate("Pictures", "有数据：{0}").format(word(f"indicator.{name}")), found)
        for name in given
        if len(found := np.flatnonzero(~np.isnan(points[name])))
    }
    nobody = [word(f"indicator.{name}") for name in given if given[name] and name not in groups]
    sentence = translate("Pictures", "九项指标都有数据。")
    if not groups:
        sentence = translate("Pictures", "没有一位客户有这些指标的数据，综合分还算不出来。")
    elif nobody:
        text = translate("Pictures", "没有一位客户有{0}的数据，这些权重落在其余指标上。")
        sentence = text.format(listed(nobody))
    data = Strips(tuple(bars), ("",), ("blue",), translate("Pictures", "权重"))
    return ChartView(
        "weights",
        translate("Pictures", "各项指标的权重"),
        "",
        sentence,
        partial(strips, data),
        (
            translate("Pictures", "指标"),
            translate("Pictures", "权重"),
            translate("Pictures", "有数据（位）"),
            translate("Pictures", "平均分"),
        ),
        tuple(rows),
        groups,
        260,
    )


def _logarithmic(
    seen: Subject,
    key: str,
    title: str,
    axis: str,
    values: Floats,
    cuts: Sequence[Cut],
    handles: tuple[Handle, ...] = (),
    unit: str = "",
) -> ChartView | None:
    """Bars between round limits; the thresholds stand where they are among them. Nothing is a bar of its own."""
    rated = seen.codes != UNRATED
    there = values[rated & (values > 0)]
    if not len(there):
        return None
    ends = [float(there.min()), float(there.max()), *(each.at / each.ruler.unit for each in handles)]
    limits = parts.steps(min(ends), max(ends))
    at = np.log10(np.array(limits))
    width = float(np.diff(at).mean()) if len(at) > 1 else 0.3
    bars, groups, rows = [], {}, []
    zero = np.flatnonzero(rated & (values <= 0))
    if len(zero):
        low = float(at[0]) - 1.6 * width
        spoken = translate("Pictures", "没有采购")
        bars.append(_bar(seen, low, low + width, zero, spoken, "0"))
        groups["0"] = parts.group(seen, spoken, zero)
        rows.append(_row(seen, spoken, zero))
        bars.append(Bar(low + width, float(at[0]), (0.0,) * len(seen.scheme.classes), "", ""))
    for n in range(len(limits) - 1):
        found = np.flatnonzero(rated & (values >= limits[n]) & (values < limits[n + 1]))
        spoken = f"{parts.short(limits[n])}–{parts.short(limits[n + 1])} {unit}".strip()
        bars.append(_bar(seen, float(at[n]), float(at[n + 1]), found, spoken, str(n + 1)))
        groups[str(n + 1)] = parts.group(seen, spoken, found)
        rows.append(_row(seen, spoken, found))
    few = len(limits) <= MOST_LABELS
    labels = tuple((float(np.log10(each)), parts.short(each)) for each in limits if few or parts.is_power(each))
    if len(zero):
        labels = ((float(at[0]) - 1.1 * width, "0"), *labels)
    marks = tuple(Cut(float(np.log10(each.at)), each.words) for each in cuts if limits[0] < each.at < limits[-1])
    return _view(seen, key, title, axis, bars, marks, labels, groups, rows, handles)


def _plain(
    seen: Subject,
    key: str,
    title: str,
    axis: str,
    values: Floats,
    limits: Sequence[float],
    cuts: Sequence[Cut],
    handles: tuple[Handle, ...] = (),
    *,
    open_end: bool = False,
) -> ChartView | None:
    """Bars between the limits; an open end holds everybody beyond it too."""
    rated = seen.codes != UNRATED
    if np.isnan(values[rated]).all():
        return None
    bars, groups, rows = [], {}, []
    for n in range(len(limits) - 1):
        last = n == len(limits) - 2
        below = values <= limits[n + 1] if last else values < limits[n + 1]
        found = np.flatnonzero(rated & (values >= limits[n]) & below)
        whole = limits[n + 1] - limits[n] == 1 and limits[n] != int(limits[n])
        spoken = parts.short(limits[n] + 0.5) if whole else f"{parts.short(limits[n])}–{parts.short(limits[n + 1])}"
        if last and open_end:
            spoken = f"≥ {parts.short(limits[n])}"
        bars.append(_bar(seen, limits[n], limits[n + 1], found, spoken, str(n)))
        groups[str(n)] = parts.group(seen, spoken, found)
        rows.append(_row(seen, spoken, found))
    every = max(1, (len(limits) - 1) // 10)
    if limits[0] == int(limits[0]):
        labels = tuple((each, parts.short(each)) for each in limits[::every])
    else:
        labels = tuple((each + 0.5, parts.short(each + 0.5)) for each in limits[:-1])
    if open_end:
        labels = (*labels[:-1], (labels[-1][0], f"{labels[-1][1]}+"))
    return _view(seen, key, title, axis, bars, tuple(cuts), labels, groups, rows, handles)


def _view(
    seen: Subject,
    key: str,
    title: str,
    axis: str,
    bars: Sequence[Bar],
    cuts: tuple[Cut, ...],
    labels: tuple[tuple[float, str], ...],
    groups: dict[str, Group],
    rows: Sequence[tuple[str, ...]],
    handles: tuple[Handle, ...],
) -> ChartView:
    names, slots = parts.series(seen)
    height = translate("Pictures", "客户（位）")
    data = Histogram(tuple(bars), names, slots, cuts, labels, axis, height, tags=min(len(handles), 2))
    fullest = max(bars, key=lambda bar: sum(bar.parts))
    text = translate("Pictures", "客户最多的一段是 {0}，有 {1} 位。")
    sentence = fill(text, next(g.words for k, g in groups.items() if k == fullest.key), f"{sum(fullest.parts):,.0f}")
    shown = tuple(row for row in rows if row[1] != "0")
    headers = (
        axis,
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
        translate("Pictures", "占客户"),
    )
    draw = partial(histogram, data)
    return ChartView(key, title, "", sentence, draw, headers, shown, groups, handles=handles)


def _bar(seen: Subject, low: float, high: float, rows: Ints, spoken: str, key: str) -> Bar:
    tip = parts.named(seen, spoken, len(rows), seen.sum(rows))
    return Bar(low, high, parts.split(seen, rows), key, tip)


def _row(seen: Subject, spoken: str, rows: Ints) -> tuple[str, ...]:
    units = seen.sum(rows)
    return spoken, f"{len(rows):,}", seen.words(units), parts.share(len(rows), len(seen.facts))
