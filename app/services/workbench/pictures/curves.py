"""Cumulated contribution from the largest customer to the smallest, parted into the classes of a scheme."""

from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Ints, known
from app.services.plots import Curve, Cut, Stretch, curve
from app.services.reasons import word
from app.services.schemes.pareto import Ranking
from app.services.workbench.looking import Looked
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate

MOST_POINTS = 400


def pareto(looked: Looked) -> ChartView | None:
    """By the metric of the scheme where it ranks by one, else by what was bought."""
    context = looked.classes[looked.scheme.id].context
    metric = context.metric if isinstance(context, Ranking) else "net_sales"
    values: Ints = looked.bench.money if metric == "net_sales" else looked.classes.facts.gross_profit
    codes = parts.codes(looked)
    rows = np.flatnonzero((codes != UNRATED) & known(values) & (values > 0))
    total = int(values[rows].sum()) if len(rows) else 0
    if not total:
        return None
    rows = rows[np.lexsort((looked.classes.facts.customer_id[rows], -values[rows]))]
    shares = np.cumsum(values[rows]) / total
    count = len(rows)
    stretches, groups, table = [], {}, []
    for place, spec in enumerate(looked.scheme.classes):
        mine = np.flatnonzero(codes[rows] == place)
        if not len(mine):
            continue
        low, high = int(mine[0]) / count, (int(mine[-1]) + 1) / count
        part = int(values[rows[mine]].sum())
        tip = parts.named(spec.label, len(mine), part)
        if len(mine) == mine[-1] - mine[0] + 1:  # a class that lies in one piece
            stretches.append(Stretch(low, high, spec.slot, spec.id, tip))
        groups[spec.id] = Group(spec.label, looked.ids_at(rows[mine]))
        table.append((spec.label, f"{len(mine):,}", parts.money(part), parts.share(part, total)))
    cuts = [Cut(each.low, _at(each.low, shares)) for each in stretches if each.low > 0]
    xs, ys = _thinned(shares)
    data = Curve(xs, ys, tuple(stretches), tuple(cuts), translate("Pictures", "按贡献从大到小的客户占比"))
    fifth = max(1, round(count * 0.2))
    text = translate("Pictures", "最前 20% 的 {0} 家贡献了 {1} 的{2}。")
    sentence = fill(text, f"{fifth:,}", figures.format_percent(float(shares[fifth - 1])), word(metric))
    headers = (
        translate("Pictures", "分级"),
        translate("Pictures", "客户"),
        word(metric),
        translate("Pictures", "占比"),
    )
    title = translate("Pictures", "累计贡献曲线")
    return ChartView("pareto", title, word(metric), sentence, partial(curve, data), headers, tuple(table), groups)


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
