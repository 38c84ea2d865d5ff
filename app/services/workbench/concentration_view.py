"""集中度 as the page shows it: shares of the largest, Herfindahl, Gini, and who they are (methods.md D.3)."""

from functools import partial

import numpy as np

from app.services import concentration, figures
from app.services.concentration import Concentration
from app.services.plots import Curve, Stretch, Strip, Strips, curve, strips
from app.services.workbench import about
from app.services.workbench.catalogue import CONCENTRATION, label
from app.services.workbench.looking import Bench
from app.services.workbench.measured import Figure, Kind, Line, Measured
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import QT_TRANSLATE_NOOP, fill, translate

LARGEST, LISTED = 10, 50
_LEVELS = {
    "spread": QT_TRANSLATE_NOOP("Concentration", "分散"),
    "middling": QT_TRANSLATE_NOOP("Concentration", "中等"),
    "concentrated": QT_TRANSLATE_NOOP("Concentration", "集中"),
}


def look(bench: Bench) -> Measured:
    """Of what everybody bought in the window; a loss counts as nothing."""
    found = concentration.measure(bench.money)
    title, text = label(CONCENTRATION), about.about(CONCENTRATION, bench.settings)
    if found.cr1 is None:
        nothing = translate("Concentration", "近 12 个月没有销售额，谈不上集中度。")
        return Measured(CONCENTRATION, title, text, bench.facts.as_of, "info", nothing, (), ())
    order = np.lexsort((bench.facts.customer_id, -bench.money))
    names = bench.names
    first = names.get(int(bench.facts.customer_id[order[0]]), "")
    total = int(np.maximum(bench.money, 0).sum())
    lines = tuple(
        Line(
            int(bench.facts.customer_id[row]),
            (
                names.get(int(bench.facts.customer_id[row]), ""),
                figures.money_words(int(bench.money[row])),
                parts.share(int(bench.money[row]), total),
                parts.share(int(np.maximum(bench.money[order[: place + 1]], 0).sum()), total),
            ),
        )
        for place, row in enumerate(order[:LISTED].tolist())
        if bench.money[row] > 0
    )
    headers = (*_heads(), translate("Concentration", "累计占比"))
    charts = (_largest(bench, order, total), *((_lorenz(bench, found),) if len(order) > 1 else ()))
    kind, verdict = _verdict(found, first)
    figures_shown = _figures(found, tuple(bench.facts.customer_id[order[:LARGEST]].tolist()))
    return Measured(
        CONCENTRATION, title, text, bench.facts.as_of, kind, verdict, figures_shown, charts, (), headers, lines
    )


def _heads() -> tuple[str, str, str]:
    return (
        translate("Concentration", "客户"),
        translate("Concentration", "近 12 月采购"),
        translate("Concentration", "占比"),
    )


def _verdict(found: Concentration, first: str) -> tuple[Kind, str]:
    one, five = figures.format_percent(found.cr1), figures.format_percent(found.cr5)
    if found.cr1 == 1.0:
        text = translate("Concentration", "只有「{0}」一位客户有采购额，谈不上集中：他一走，就没有销售额了。")
        return "warn", text.format(first)
    if "major" in found.flags:
        text = translate("Concentration", "重大依赖：「{0}」一位就占 {1}，超过一半。他一走，销售额就少一半以上。")
        return "warn", fill(text, first, one)
    if "heavy" in found.flags:
        text = translate("Concentration", "依赖偏高：第一大客户「{0}」占 {1}，前 5 大占 {2}。")
        return "warn", fill(text, first, one, five)
    text = translate("Concentration", "不算集中：第一大客户「{0}」占 {1}，前 5 大占 {2}。")
    return "ok", fill(text, first, one, five)


def _share_of(name: str, share: float | None, note: str, ids: tuple[int, ...]) -> Figure:
    return Figure(name, figures.format_percent(share), "", _note(note), ids)


def _figures(found: Concentration, largest: tuple[int, ...]) -> tuple[Figure, ...]:
    level = translate("Concentration", _LEVELS[found.level or "spread"])
    return (
        _share_of(translate("Concentration", "第一大客户"), found.cr1, "CR1", largest[:1]),
        _share_of(translate("Concentration", "前 5 大"), found.cr5, "CR5", largest[:5]),
        _share_of(translate("Concentration", "前 10 大"), found.cr10, "CR10", largest[:10]),
        Figure(translate("Concentration", "HHI"), figures.format_number(found.hhi, 0), "", level),
        Figure(
            translate("Concentration", "相当于几位"),
            figures.format_number(found.effective_n, 1),
            translate("Concentration", "位"),
            translate("Concentration", "大小一样时的客户数"),
        ),
        Figure(
            translate("Concentration", "基尼系数"),
            figures.format_ratio(found.gini),
            "",
            translate("Concentration", "0 人人一样，1 全在一位客户"),
        ),
    )


def _note(name: str) -> str:
    return translate("Concentration", "占采购额，{0}").format(name)


def _largest(bench: Bench, order: np.ndarray, total: int) -> ChartView:
    """The ten largest, and all others together."""
    ids, names = bench.facts.customer_id, bench.names
    bars: list[Strip] = []
    groups, rows = {}, []
    for row in order[:LARGEST].tolist():
        units = int(bench.money[row])
        if units <= 0:
            continue
        name = names.get(int(ids[row]), "")
        size = units / figures.large_unit()
        share = parts.share(units, total)
        tip = fill(translate("Concentration", "{0}：{1}，占 {2}"), name, figures.money_words(units), share)
        bars.append(Strip(parts.shortened(name), (size,), share, str(len(bars)), tip))
        groups[str(len(bars) - 1)] = Group(name, (int(ids[row]),))
        rows.append((name, figures.money_words(units), share))
    text = translate("Concentration", "最大的 {0} 位合起来占 {1}。")
    part = int(np.maximum(bench.money[order[:LARGEST]], 0).sum())
    sentence = fill(text, len(bars), parts.share(part, total))
    axis = fill(translate("Pictures", "采购额（{0}）"), figures.money_unit())
    data = Strips(tuple(bars), ("",), ("blue",), axis)
    headers = (
        translate("Concentration", "客户"),
        translate("Concentration", "近 12 月采购"),
        translate("Concentration", "占比"),
    )
    title = translate("Concentration", "最大的客户")
    height = 90 + 26 * len(bars)
    return ChartView("largest", title, "", sentence, partial(strips, data), headers, tuple(rows), groups, height)


def _lorenz(bench: Bench, found: Concentration) -> ChartView:
    """From the smallest to the largest; the further below the straight line, the less even."""
    gains = np.sort(np.maximum(bench.money, 0))
    shares = np.cumsum(gains) / max(int(gains.sum()), 1)
    count = len(gains)
    places = np.unique(np.linspace(0, count - 1, min(count, 400)).round().astype(np.int64))
    xs, ys = (0.0, *((places + 1) / count).tolist()), (0.0, *shares[places].tolist())
    axis = translate("Concentration", "按采购额从小到大的客户占比")
    stretches, groups = _tenths(bench, shares)
    data = Curve(xs, ys, stretches, (), axis, even=True)
    half = max(0, count // 2 - 1)
    text = translate("Concentration", "小的那一半客户合起来占 {0}；基尼系数 {1}。")
    sentence = fill(text, figures.format_percent(float(shares[half])), figures.format_ratio(found.gini))
    tenth = range(10, 101, 10)
    rows = tuple(
        (f"{each}%", figures.format_percent(float(shares[max(0, round(count * each / 100) - 1)]))) for each in tenth
    )
    headers = (axis, translate("Concentration", "累计占比"))
    title = translate("Concentration", "洛伦兹曲线")
    return ChartView("lorenz", title, "", sentence, partial(curve, data), headers, rows, groups, 240)


def _tenths(bench: Bench, shares: np.ndarray) -> tuple[tuple[Stretch, ...], dict[str, Group]]:
    """Ten parts of the curve, each a way to its customers; fewer where there are not so many."""
    order = np.lexsort((bench.facts.customer_id, np.maximum(bench.money, 0)))
    count = len(order)
    text, parted = translate("Concentration", "从小到大第 {0}%–{1}%"), translate("Concentration", "{0}：{1} 位，占 {2}")
    stretches, groups = [], {}
    for tenth in range(10):
        low, high = round(count * tenth / 10), round(count * (tenth + 1) / 10)
        if low < high:
            words = fill(text, tenth * 10, tenth * 10 + 10)
            part = float(shares[high - 1]) - (float(shares[low - 1]) if low else 0.0)
            tip = fill(parted, words, f"{high - low:,}", figures.format_percent(part))
            stretches.append(Stretch(low / count, high / count, "slate", str(tenth), tip))
            groups[str(tenth)] = Group(words, tuple(bench.facts.customer_id[order[low:high]].tolist()))
    return tuple(stretches), groups
