"""Cumulated contribution from the largest customer to the smallest, parted into the classes of a scheme."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Floats, Ints, known
from app.services.plots import Curve, Cut, Stretch, curve
from app.services.reasons import word
from app.services.schemes import ABC, PARETO
from app.services.schemes.pareto import Ranking
from app.services.workbench.handles import Handle
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate

MOST_POINTS = 400


@dataclass(frozen=True)
class _Ranked:
    """Customers from the largest to the smallest, and what share those down to each bring."""

    metric: str
    values: Ints
    rows: Ints
    shares: Floats
    total: int


def pareto(seen: Subject) -> ChartView | None:
    """By the metric of the scheme where it ranks by one, else by what was bought."""
    handles = _handles(seen)
    ranked = _ranked(seen, everybody=bool(handles))
    if ranked is None:
        return None
    stretches, groups, table = [], {}, []
    for place, spec in enumerate(seen.scheme.classes):
        mine = np.flatnonzero(seen.codes[ranked.rows] == place)
        if not len(mine):
            continue
        low, high = int(mine[0]) / len(ranked.rows), (int(mine[-1]) + 1) / len(ranked.rows)
        part = int(ranked.values[ranked.rows[mine]].sum())
        tip = parts.named(seen, spec.label, len(mine), part)
        if len(mine) == mine[-1] - mine[0] + 1:  # a class that lies in one piece
            stretches.append(Stretch(low, high, spec.slot, spec.id, tip))
        groups[spec.id] = Group(spec.label, seen.ids_at(ranked.rows[mine]))
        table.append((spec.label, f"{len(mine):,}", seen.words(part), parts.share(part, ranked.total)))
    cuts = () if handles else tuple(Cut(each.low, _at(each.low, ranked.shares)) for each in stretches if each.low > 0)
    data = Curve(
        *_thinned(ranked.shares),
        tuple(stretches),
        cuts,
        translate("Pictures", "按贡献从大到小的客户占比"),
        height=fill(translate("Pictures", "{0}累计"), word(ranked.metric)),
        tags=sum(each.axis == "x" for each in handles),
    )
    headers = (
        translate("Pictures", "分级"),
        translate("Pictures", "客户"),
        word(ranked.metric),
        translate("Pictures", "占比"),
    )
    title = translate("Pictures", "累计贡献曲线")
    sentence = _best(seen, ranked) if handles else _fifth(ranked)
    return ChartView("pareto", title, "", sentence, partial(curve, data), headers, tuple(table), groups, 260, handles)


def _ranked(seen: Subject, *, everybody: bool) -> _Ranked | None:
    """Those who bring something, or everybody who is ranked: a line on the chart parts them all."""
    context = seen.result.context
    ranks = isinstance(context, Ranking)
    metric = context.metric if ranks else "net_sales"
    values: Ints = getattr(seen.facts, metric) if ranks else seen.money
    there = (seen.codes != UNRATED) & known(values)
    rows = np.flatnonzero(there if everybody else there & (values > 0))
    gains = np.maximum(values[rows], 0)
    total = int(gains.sum())
    if not total:
        return None
    order = np.lexsort((seen.facts.customer_id[rows], -values[rows]))
    return _Ranked(metric, values, rows[order], np.cumsum(gains[order]) / total, total)


def _handles(seen: Subject) -> tuple[Handle, ...]:
    """Of the shares of customers along the curve, or of what they bring upwards."""
    rules = seen.settings
    if seen.scheme.id == PARETO.id:
        top, bottom = translate("Pictures", "重点线"), translate("Pictures", "末位线")
        return (
            Handle("pareto_top", "x", float(rules.pareto_top), top, "share"),
            Handle("pareto_bottom", "x", 1 - float(rules.pareto_bottom), bottom, "share"),
        )
    if seen.scheme.id == ABC.id:
        a, b = translate("Pictures", "A 类到"), translate("Pictures", "B 类到")
        return (
            Handle("abc_a", "y", float(rules.abc_a), a, "share", tag="start"),
            Handle("abc_b", "y", float(rules.abc_b), b, "share", tag="start"),
        )
    return ()


def _best(seen: Subject, ranked: _Ranked) -> str:
    """What the best class really brings: 80 % is a hypothesis, not a fact."""
    best = ranked.rows[seen.codes[ranked.rows] == 0]
    if not len(best):
        return translate("Pictures", "成交的客户太少，没有分先后。")
    part = int(np.maximum(ranked.values[best], 0).sum())
    text = translate("Pictures", "{0} {1} 位，占 {2} 的{3}。")
    name, share = seen.scheme.classes[0].label, figures.format_percent(part / ranked.total)
    return fill(text, name, f"{len(best):,}", share, word(ranked.metric))


def _fifth(ranked: _Ranked) -> str:
    fifth = max(1, round(len(ranked.rows) * 0.2))
    text = translate("Pictures", "最前 20% 的 {0} 位贡献了 {1} 的{2}。")
    share = figures.format_percent(float(ranked.shares[fifth - 1]))
    return fill(text, f"{fifth:,}", share, word(ranked.metric))


def _at(share: float, shares: np.ndarray) -> str:
    place = max(0, round(share * len(shares)) - 1)
    text = translate("Pictures", "前 {0} → {1}")
    return fill(text, figures.format_percent(share, 0), figures.format_percent(float(shares[place]), 0))


def _thinned(shares: np.ndarray) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Some hundred points of the curve, the first and the last among them."""
    count = len(shares)
    places = np.unique(np.linspace(0, count - 1, min(count, MOST_POINTS)).round().astype(np.int64))
    xs = (0.0, *((places + 1) / count).tolist())
    return xs, (0.0, *shares[places].tolist())
