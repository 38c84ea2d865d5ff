"""Every customer as a mark: how often against how much, with the cuts of the quadrants or the groups of the data."""

from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Floats, Ints
from app.services.figures import UNITS
from app.services.plots import Cut, Point, Scatter, scatter
from app.services.schemes.base import volume
from app.services.workbench.looking import Looked
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate

MOST_MARKS = 1_500
FIELDS = 60  # to a side, where there are more customers than marks
NAMED = 10
_CORNERS = ("flow", "star", "burden", "stream")


def quadrant(looked: Looked) -> ChartView | None:
    """Purchase days against volume, both logarithmic; the cuts and how they were drawn."""
    facts, rules = looked.classes.facts, looked.settings
    result = looked.classes[looked.scheme.id]
    much = volume(facts, rules)
    rows = np.flatnonzero((result.codes != UNRATED) & (much > 0))
    if not len(rows):
        return None
    unit = UNITS if rules.quadrant_volume == "quantity" else figures.large_unit()
    cuts = result.context
    days_at, much_at = float(cuts.frequency.at), float(cuts.volume.at) / unit
    days_words = fill(translate("Pictures", "{0} 天"), parts.short(round(days_at, 1)))
    much_words = parts.short(round(much_at, 2))
    names, slots = parts.series(looked)
    everybody = parts.split(looked, np.arange(len(facts)))
    numbers = dict(zip(looked.scheme.class_ids, everybody, strict=True))
    corners = [f"{_label(looked, each)} {numbers[each]:,.0f}" for each in _CORNERS]
    x, y = facts.purchase_days[rows].astype(np.float64), much[rows] / unit
    points, groups = _points(looked, rows, x, y)
    data = Scatter(
        points,
        names,
        slots,
        Cut(days_at, days_words),
        Cut(much_at, much_words) if much_at > 0 else None,
        (corners[0], corners[1], corners[2], corners[3]),
        translate("Pictures", "购买天数"),
        _volume_axis(rules.quadrant_volume),
    )
    exempt = int(result.exempt.sum()) if result.exempt is not None else 0
    text = translate("Pictures", "分界按{0}：购买天数 {1}，采购量 {2}；{3} 位负担是新客户，先观察。")
    sentence = fill(text, _rule(rules.quadrant_cut), days_words, much_words, exempt)
    if exempt and result.exempt is not None:
        groups["exempt"] = parts.group(looked, translate("Pictures", "观察（新客）"), np.flatnonzero(result.exempt))
    title = translate("Pictures", "频次×采购量")
    subtitle = translate("Pictures", "每个点是一位客户，点一下看他")
    rows_shown = tuple(_row(looked, each, rows) for each in looked.scheme.class_ids)
    headers = _headers()
    return ChartView("quadrant", title, subtitle, sentence, partial(scatter, data), headers, rows_shown, groups, 380)


def _rule(key: str) -> str:
    words = {
        "median": translate("Pictures", "中位数"),
        "mean": translate("Pictures", "平均数"),
        "percentile": translate("Pictures", "百分位"),
        "natural": translate("Pictures", "自然断点"),
        "fixed": translate("Pictures", "固定值"),
    }
    return words[key]


def _volume_axis(kind: str) -> str:
    if kind == "quantity":
        return translate("Pictures", "采购数量")
    text = translate("Pictures", "单次采购额（{0}）") if kind == "aov" else translate("Pictures", "采购额（{0}）")
    return text.format(figures.money_unit())


def clusters(looked: Looked) -> ChartView | None:
    """The groups the data form by themselves, and what a customer in the middle of each looks like."""
    result, facts = looked.classes[looked.scheme.id], looked.classes.facts
    rows = np.flatnonzero((result.codes != UNRATED) & (facts.net_sales > 0))
    if not len(rows):
        return None
    names, slots = parts.series(looked)
    x = facts.purchase_days[rows].astype(np.float64)
    points, groups = _points(looked, rows, x, parts.in_large(facts.net_sales[rows]))
    axis = _volume_axis("net_sales")
    nothing = ("", "", "", "")
    data = Scatter(points, names, slots, None, None, nothing, translate("Pictures", "购买天数"), axis)
    table = []
    for place, (spec, middle) in enumerate(zip(looked.scheme.classes, result.context, strict=True)):
        number = int((result.codes == place).sum())
        days, recency = str(middle["days"]), str(middle["recency"])
        table.append((spec.label, f"{number:,}", parts.money(middle["sales"]), days, recency))
    headers = (
        translate("Pictures", "组"),
        translate("Pictures", "客户"),
        translate("Pictures", "采购额（中位数）"),
        translate("Pictures", "购买天数（中位数）"),
        translate("Pictures", "距上次天数（中位数）"),
    )
    text = translate("Pictures", "轮廓系数 {0}：越接近 1 分得越开，低于 0.25 就不分。")
    clear = result.diagnostics["silhouettes"][str(result.diagnostics["k"])]
    sentence = text.format(figures.format_ratio(clear))
    title = translate("Pictures", "自动分出的群")
    draw = partial(scatter, data)
    return ChartView("clusters", title, "", sentence, draw, headers, tuple(table), groups, 360)


def _points(looked: Looked, rows: Ints, x: Floats, y: Floats) -> tuple[tuple[Point, ...], dict[str, Group]]:
    """One mark a customer, the largest named; of very many those who stand together share one."""
    codes = parts.codes(looked)[rows]
    if len(rows) > MOST_MARKS:
        return _together(looked, rows, x, y)
    ids, names = looked.bench.facts.customer_id[rows], looked.bench.names
    largest = set(np.argsort(-y, kind="stable")[:NAMED].tolist())
    points, groups = [], {}
    for place in np.argsort(-y, kind="stable").tolist():
        number = int(ids[place])
        name = names.get(number, "")
        tip = fill(
            translate("Pictures", "{0}：{1} 天，{2}"), name, f"{x[place]:,.0f}", parts.short(round(float(y[place]), 2))
        )
        told = name if place in largest else ""
        points.append(Point(float(x[place]), float(y[place]), int(codes[place]), str(number), tip, told))
        groups[str(number)] = Group(name, (number,))
    return tuple(points), groups


def _together(looked: Looked, rows: Ints, x: Floats, y: Floats) -> tuple[tuple[Point, ...], dict[str, Group]]:
    codes, ids = parts.codes(looked)[rows], looked.bench.facts.customer_id[rows]
    across, up = (_field(np.log(each)) for each in (x, y))
    keys = (codes.astype(np.int64) * FIELDS + across) * FIELDS + up
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    points, groups = [], {}
    for place, part in enumerate(np.split(order, starts[1:])):
        here_x, here_y = float(np.exp(np.log(x[part]).mean())), float(np.exp(np.log(y[part]).mean()))
        words = parts.people(len(part))
        points.append(Point(here_x, here_y, int(codes[part[0]]), str(place), words, "", len(part)))
        groups[str(place)] = Group(words, tuple(ids[part].tolist()))
    return tuple(points), groups


def _field(values: Floats) -> Ints:
    low, high = float(values.min()), float(values.max())
    span = max(high - low, 1e-9)
    return np.minimum((values - low) / span * FIELDS, FIELDS - 1).astype(np.int64)


def _label(looked: Looked, class_id: str) -> str:
    return looked.scheme.label_of(class_id)


def _headers() -> tuple[str, ...]:
    return (
        translate("Pictures", "分级"),
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
        translate("Pictures", "占金额"),
    )


def _row(looked: Looked, class_id: str, rows: Ints) -> tuple[str, ...]:
    mine = rows[parts.codes(looked)[rows] == looked.scheme.class_ids.index(class_id)]
    units, whole = int(looked.bench.money[mine].sum()), int(looked.bench.money[rows].sum())
    return _label(looked, class_id), f"{len(mine):,}", parts.money(units), parts.share(units, whole)
