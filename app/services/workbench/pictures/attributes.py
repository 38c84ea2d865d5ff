"""Customers by what they are: money by value of an attribute, stacked by value tier."""

from functools import partial

import numpy as np

from app.services import figures
from app.services.arrays import Flags, Ints, known
from app.services.figures import divide_half_up
from app.services.plots import Strip, Strips, strips
from app.services.schemes import VALUE
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate

LEAST, MOST = 3, 12


def values(seen: Subject) -> ChartView | None:
    """Groups of under three customers, and those beyond a dozen, are together as 其他; the table has them all."""
    codes, money = seen.codes, seen.money
    tiers = seen.classes[VALUE.id].codes
    every = [(spec.label, spec.id, np.flatnonzero(codes == n)) for n, spec in enumerate(seen.scheme.classes)]
    if not every:
        return None
    large = [each for each in every if len(each[2]) >= LEAST][:MOST]
    rest = [each for each in every if each not in large]
    bars, groups = [], {}
    shown = [(name, key, rows) for name, key, rows in large]
    if rest:
        together: Ints = np.concatenate([rows for _name, _key, rows in rest])
        shown.append((fill(translate("Pictures", "其他 {0} 项"), len(rest)), "", together))
    for place, (name, _key, rows) in enumerate(shown):
        sizes = tuple(
            float(seen.on_axis(np.maximum(money[rows[tiers[rows] == tier]], 0).sum()))
            for tier in range(len(VALUE.classes))
        )
        units = int(money[rows].sum())
        said = parts.of_people(seen, len(rows), units)
        bars.append(Strip(parts.shortened(name), sizes, said, str(place), parts.named(seen, name, len(rows), units)))
        groups[str(place)] = Group(name, seen.ids_at(rows))
    whole = int(money.sum())
    first = every[0]
    text = translate("Pictures", "金额最多的是{0}，占 {1}。")
    sentence = fill(text, first[0], parts.share(int(money[first[2]].sum()), whole))
    if int(money[first[2]].sum()) <= 0:
        sentence = translate("Pictures", "没有哪一项的采购额是正数，比不出最多的。")
    names, slots = tuple(each.label for each in VALUE.classes), tuple(each.slot for each in VALUE.classes)
    axis = fill(translate("Pictures", "采购额（{0}）"), seen.money_unit)
    data = Strips(tuple(bars), names, slots, axis)
    title = fill(translate("Pictures", "按{0}看"), seen.scheme.label)
    subtitle = translate("Pictures", "颜色是价值分级")
    rows_shown = tuple(_row(seen, name, rows) for name, _key, rows in every)
    height = 90 + 28 * len(bars)
    return ChartView("values", title, subtitle, sentence, partial(strips, data), _headers(), rows_shown, groups, height)


def _row(seen: Subject, name: str, rows: Ints) -> tuple[str, ...]:
    """家数, 净销售额, 毛利率 and 客单价 of a group, and how many of each tier."""
    facts, tiers = seen.facts, seen.classes[VALUE.id].codes
    profit, sales = facts.gross_profit[rows], facts.net_sales[rows]
    costed: Flags = known(profit)
    margin = int(profit[costed].sum()) / int(sales[costed].sum()) if costed.any() and sales[costed].sum() > 0 else None
    orders = int(facts.order_count[rows].sum())
    mean = divide_half_up(int(sales.sum()), orders) if orders else None
    mix = [str(int((tiers[rows] == tier).sum())) for tier in range(len(VALUE.classes))]
    units = seen.sum(rows)
    return (
        name,
        f"{len(rows):,}",
        seen.words(units),
        figures.format_percent(margin),
        figures.money_words(mean),
        *mix,
    )


def _headers() -> tuple[str, ...]:
    return (
        translate("Pictures", "项目"),
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
        translate("Pictures", "毛利率"),
        translate("Pictures", "客单价"),
        *(each.label for each in VALUE.classes),
    )
