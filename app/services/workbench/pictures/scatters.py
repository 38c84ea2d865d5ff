"""Every customer as a mark: how often against how much, with the cuts of the quadrants or the groups of the data."""

from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Floats, Ints
from app.services.figures import UNITS
from app.services.plots import Point, Scatter, Zone, scatter
from app.services.schemes.base import volume
from app.services.schemes.quadrant import Cut, Cuts
from app.services.settings import MethodSettings
from app.services.workbench.handles import Handle, Kind, Ruler, figure_text
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate

MOST_MARKS = 1_500
FIELDS = 60  # to a side, where there are more customers than marks
NAMED, LONGEST = 12, 8
_CORNERS = ("flow", "star", "burden", "stream")


def quadrant(seen: Subject) -> ChartView | None:
    """Purchase days against volume, both logarithmic; the cuts and how they were drawn."""
    facts, rules = seen.facts, seen.settings
    result = seen.result
    much = volume(facts, rules)
    rows = np.flatnonzero((result.codes != UNRATED) & (much > 0))
    if not len(rows):
        return None
    unit = UNITS if rules.quadrant_volume == "quantity" else seen.size_of_unit
    cuts: Cuts = result.context
    handles = _handles(seen, cuts, unit)
    x, y = facts.purchase_days[rows].astype(np.float64), much[rows] / unit
    points, groups = _points(seen, rows, x, y, _kinds(rules, cuts)[1][0], unit)
    names, slots = parts.series(seen)
    data = Scatter(
        points,
        names,
        slots,
        translate("Pictures", "购买天数"),
        _volume_axis(seen, rules.quadrant_volume),
        _zones(seen, groups) if len(handles) == 2 else (),
        tuple(each.ruler.place(each.at) for each in handles),
    )
    exempt = int(result.exempt.sum()) if result.exempt is not None else 0
    text = translate("Pictures", "分界按{0}：购买天数 {1}，采购量 {2}。")
    if exempt:
        text = translate("Pictures", "分界按{0}：购买天数 {1}，采购量 {2}；负担里有 {3} 位是新客户，先观察。")
    days, volumes = (figure_text(kind, float(cut.at or 0), seen.unit) for kind, cut in _kinds(rules, cuts))
    sentence = fill(text, _rule(rules.quadrant_cut), days, volumes, exempt)
    if exempt and result.exempt is not None:
        groups["exempt"] = parts.group(seen, translate("Pictures", "观察（新客）"), np.flatnonzero(result.exempt))
    title = translate("Pictures", "频次×采购量")
    subtitle = translate("Pictures", "每个点是一位客户，点一下看他")
    rows_shown = tuple(_row(seen, each, rows) for each in seen.scheme.class_ids)
    headers = _headers()
    draw = partial(scatter, data)
    beside = ("exempt",) if "exempt" in groups else ()
    return ChartView("quadrant", title, subtitle, sentence, draw, headers, rows_shown, groups, 380, handles, beside)


def _kinds(rules: MethodSettings, cuts: Cuts) -> tuple[tuple[Kind, Cut], tuple[Kind, Cut]]:
    """Both cuts with what they count."""
    return ("days", cuts.frequency), ("quantity" if rules.quadrant_volume == "quantity" else "money", cuts.volume)


def _handles(seen: Subject, cuts: Cuts, unit: int) -> tuple[Handle, ...]:
    """Where the cuts stand now; a cut at nothing has no place on a logarithmic axis."""
    (_, often), (kind, much) = _kinds(seen.settings, cuts)
    days, line = translate("Pictures", "频次线"), translate("Pictures", "采购量线")
    found = []
    if often.at:
        found.append(Handle("quadrant_fixed_days", "x", float(often.at), days, "days", inclusive=often.inclusive))
    if much.at:
        at, ruler = float(much.at), Ruler(unit)
        found.append(Handle("quadrant_fixed_volume", "y", at, line, kind, ruler, much.inclusive, seen.unit))
    return tuple(found)


def _zones(seen: Subject, groups: dict[str, Group]) -> tuple[Zone, ...]:
    """The four fields as marks of their own: a click beside the points lists the whole class."""
    found = []
    for class_id in _CORNERS:
        spec = seen.scheme.classes[seen.scheme.class_ids.index(class_id)]
        inside = np.flatnonzero(seen.codes == seen.scheme.class_ids.index(class_id))
        words, tip = f"{spec.label} {len(inside):,}", parts.named(seen, spec.label, len(inside), seen.sum(inside))
        found.append(Zone(words, spec.slot, class_id if len(inside) else "", tip))
        groups[class_id] = parts.group(seen, spec.label, inside)
    return tuple(found)


def _rule(key: str) -> str:
    words = {
        "median": translate("Pictures", "中位数"),
        "mean": translate("Pictures", "平均数"),
        "percentile": translate("Pictures", "百分位"),
        "natural": translate("Pictures", "自然断点"),
        "fixed": translate("Pictures", "固定值"),
    }
    return words[key]


def _volume_axis(seen: Subject, kind: str) -> str:
    if kind == "quantity":
        return translate("Pictures", "采购数量")
    text = translate("Pictures", "单次采购额（{0}）") if kind == "aov" else translate("Pictures", "采购额（{0}）")
    return text.format(seen.money_unit)


def clusters(seen: Subject) -> ChartView | None:
    """The groups the data form by themselves, and what a customer in the middle of each looks like."""
    result, facts = seen.result, seen.facts
    rows = np.flatnonzero((result.codes != UNRATED) & (facts.net_sales > 0))
    if not len(rows):
        return None
    names, slots = parts.series(seen)
    x = facts.purchase_days[rows].astype(np.float64)
    points, groups = _points(seen, rows, x, seen.on_axis(facts.net_sales[rows]), "money", seen.size_of_unit)
    axis = _volume_axis(seen, "net_sales")
    data = Scatter(points, names, slots, translate("Pictures", "购买天数"), axis)
    table = []
    for place, (spec, middle) in enumerate(zip(seen.scheme.classes, result.context, strict=True)):
        number = int((result.codes == place).sum())
        days, recency = str(middle["days"]), str(middle["recency"])
        table.append((spec.label, f"{number:,}", seen.words(middle["sales"]), days, recency))
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
    title = translate("Pictures", "自动分出的组")
    draw = partial(scatter, data)
    return ChartView("clusters", title, "", sentence, draw, headers, tuple(table), groups, 360)


def _points(
    seen: Subject, rows: Ints, x: Floats, y: Floats, kind: Kind, unit: int
) -> tuple[tuple[Point, ...], dict[str, Group]]:
    """One mark a customer, the largest named; of very many those who stand together share one."""
    codes = seen.codes[rows]
    if len(rows) > MOST_MARKS:
        return _together(seen, rows, x, y)
    ids, names = seen.facts.customer_id[rows], seen.names
    largest = set(np.argsort(-y, kind="stable")[:NAMED].tolist())
    points, groups = [], {}
    for place in np.argsort(-y, kind="stable").tolist():
        number = int(ids[place])
        name = names.get(number, "")
        amount = figure_text(kind, float(y[place]) * unit, seen.unit)
        tip = fill(translate("Pictures", "{0}：{1} 天，{2}"), name, f"{x[place]:,.0f}", amount)
        told = parts.shortened(name, LONGEST) if place in largest else ""
        points.append(Point(float(x[place]), float(y[place]), int(codes[place]), str(number), tip, told))
        groups[str(number)] = Group(name, (number,))
    return tuple(points), groups


def _together(seen: Subject, rows: Ints, x: Floats, y: Floats) -> tuple[tuple[Point, ...], dict[str, Group]]:
    codes, ids = seen.codes[rows], seen.facts.customer_id[rows]
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


def _label(seen: Subject, class_id: str) -> str:
    return seen.scheme.label_of(class_id)


def _headers() -> tuple[str, ...]:
    return (
        translate("Pictures", "分级"),
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
        translate("Pictures", "占金额"),
    )


def _row(seen: Subject, class_id: str, rows: Ints) -> tuple[str, ...]:
    mine = rows[seen.codes[rows] == seen.scheme.class_ids.index(class_id)]
    units, whole = seen.sum(mine), seen.sum(rows)
    return _label(seen, class_id), f"{len(mine):,}", seen.words(units), parts.share(units, whole)
