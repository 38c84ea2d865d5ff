"""How the lifetime model stands against what happened: over time, by repeat purchases, on weeks kept back."""

from functools import partial

import numpy as np

from app.services.arrays import day_number
from app.services.clv.outlook import Outlook
from app.services.clv.portfolio import BARS, last_told
from app.services.figures import format_number, format_percent
from app.services.plots import Lines, lines
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate


def _names() -> tuple[str, str]:
    return translate("LifetimeView", "实际"), translate("LifetimeView", "模型")


def tracking(found: Outlook) -> ChartView | None:
    """Repeat purchases since the beginning, month by month."""
    told = found.portfolio.tracking
    if len(told) < 2:
        return None
    labels, actual, expected = zip(*told, strict=True)
    text = translate("LifetimeView", "{0}：实际 {1} 次，模型 {2} 次")
    tips = tuple(fill(text, month, f"{was:,}", f"{model:,.0f}") for month, was, model in told)
    axis, height = translate("LifetimeView", "月份"), translate("LifetimeView", "累计复购（次）")
    groups = _came_back(found)
    keys = tuple(month if month in groups else "" for month in labels)
    data = Lines(labels, tuple(map(float, actual)), expected, _names(), axis, height, tips, keys=keys)
    model, said = f"{expected[-1]:,.0f}", translate("LifetimeView", "到现在复购 {0} 次，模型算出 {1} 次，相差 {2}。")
    if actual[-1]:
        off = format_percent(expected[-1] / actual[-1] - 1).replace("-", "−")
        sentence = fill(said, f"{actual[-1]:,}", model, off)
    else:
        sentence = fill(translate("LifetimeView", "到现在还没有人复购，模型算出 {0} 次。"), model)
    rows = tuple((month, f"{was:,}", format_number(each, 1)) for month, was, each in told)
    title = translate("LifetimeView", "累计复购：实际与模型")
    return ChartView("tracking", title, "", sentence, partial(lines, data), (axis, *_names()), rows, groups, 250)


def _came_back(found: Outlook) -> dict[str, Group]:
    """Who bought again in each month."""
    purchases, ids = found.portfolio.lifetimes.purchases, found.portfolio.lifetimes.customer_id
    again = np.concatenate(([False], purchases.row[1:] == purchases.row[:-1]))
    months = purchases.day[again].astype("datetime64[D]").astype("datetime64[M]")
    rows, words = purchases.row[again], translate("LifetimeView", "{0} 又来买的")
    return {
        str(month): Group(fill(words, month), tuple(ids[np.unique(rows[months == month])].tolist()))
        for month in np.unique(months)
    }


def repeats(found: Outlook) -> ChartView | None:
    """How many customers came back how often; the last bar is that many and more."""
    told = found.portfolio.histogram
    if not told:
        return None
    last = told[-1][0]
    labels = tuple(f"{count}+" if count == last else str(count) for count, _was, _model in told)
    text = translate("LifetimeView", "复购 {0} 次：实际 {1} 位，模型 {2} 位")
    tips = tuple(
        fill(text, name, f"{was:,}", f"{model:,.0f}") for name, (_n, was, model) in zip(labels, told, strict=True)
    )
    counted = np.minimum(found.portfolio.summary.histories.repeats, last)
    ids = found.portfolio.lifetimes.customer_id
    words = translate("LifetimeView", "复购 {0} 次")
    groups = {
        name: Group(fill(words, name), tuple(ids[counted == count].tolist()))
        for name, (count, _was, _model) in zip(labels, told, strict=True)
    }
    axis, height = translate("LifetimeView", "复购次数"), translate("LifetimeView", "客户（位）")
    was, model = tuple(float(each[1]) for each in told), tuple(each[2] for each in told)
    keys = tuple(name if groups[name].ids else "" for name in labels)
    data = Lines(labels, was, model, _names(), axis, height, tips, bars=True, keys=keys)
    once = told[0][1]
    said = translate("LifetimeView", "只买过一次的有 {0} 位，占 {1}。")
    share = once / len(ids) if len(ids) else None
    sentence = fill(said, f"{once:,}", format_percent(share))
    rows = tuple((name, f"{each[1]:,}", format_number(each[2], 1)) for name, each in zip(labels, told, strict=True))
    title = translate("LifetimeView", "复购次数")
    return ChartView("repeats", title, "", sentence, partial(lines, data), (axis, *_names()), rows, groups, 240)


def holdout(found: Outlook) -> ChartView | None:
    """The weeks kept back, for who had bought seldom and often before."""
    test = found.portfolio.backtest
    if test is None or not test.classes:
        return None
    labels = tuple(f"{count}+" if count == 7 else str(count) for count, *_more in test.classes)
    text = translate("LifetimeView", "此前复购 {0} 次的 {1} 位：平均实际 {2} 次，模型 {3} 次")
    tips = tuple(
        fill(text, name, f"{each[1]:,}", format_number(each[2], 2), format_number(each[3], 2))
        for name, each in zip(labels, test.classes, strict=True)
    )
    axis, height = translate("LifetimeView", "此前的复购次数"), translate("LifetimeView", "平均购买（次）")
    was, model = tuple(each[2] for each in test.classes), tuple(each[3] for each in test.classes)
    groups = _of_holdout(found, labels)
    data = Lines(labels, was, model, _names(), axis, height, tips, bars=True, keys=tuple(groups))
    said = translate("LifetimeView", "最后 {0} 周没给模型看：实际 {1} 次，预测是实际的 {2}。")
    sentence = fill(said, format_number(test.weeks, 0), f"{test.actual:,}", format_percent(test.ratio, 0))
    if not test.actual:
        said = translate("LifetimeView", "最后 {0} 周没给模型看：一次也没有，模型预测 {1} 次。")
        sentence = fill(said, format_number(test.weeks, 0), f"{test.predicted:,.0f}")
    rows = tuple(
        (name, f"{each[1]:,}", format_number(each[2], 2), format_number(each[3], 2))
        for name, each in zip(labels, test.classes, strict=True)
    )
    headers = (axis, translate("LifetimeView", "客户"), *_names())
    title = translate("LifetimeView", "留出检验")
    return ChartView("holdout", title, "", sentence, partial(lines, data), headers, rows, groups, 240)


def _of_holdout(found: Outlook, labels: tuple[str, ...]) -> dict[str, Group]:
    """Who had bought again how often before the weeks that were kept back."""
    lifetimes = found.portfolio.lifetimes
    purchases = lifetimes.purchases
    told = purchases.day <= last_told(purchases, day_number(lifetimes.as_of))
    bought = np.bincount(purchases.row[told], minlength=len(lifetimes))
    repeats = np.minimum(bought - 1, BARS - 1)  # -1 for who came later
    words = translate("LifetimeView", "此前复购 {0} 次")
    return {
        name: Group(fill(words, name), tuple(lifetimes.customer_id[repeats == int(name.rstrip("+"))].tolist()))
        for name in labels
    }
