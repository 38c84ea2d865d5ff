"""终身价值 as the page shows it: the method and why, what it comes to, one customer in sentences (methods.md C)."""

from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Connection

from app.services import figures
from app.services.arrays import Floats
from app.services.clv import bgnbd, outlook, wording
from app.services.clv.outlook import Outlook
from app.services.figures import format_number, format_percent, format_ratio, to_units
from app.services.workbench import about
from app.services.workbench.catalogue import LIFETIME, label
from app.services.workbench.looking import Bench, Explained
from app.services.workbench.measured import Figure, Kind, Line, Measured
from app.services.workbench.pictures import lifetimes
from app.texts import fill, translate

LISTED = 300
LEAST_LARGE = 1_000  # amounts below are said in 元
YEAR_WEEKS = 365.25 / 7


@dataclass(frozen=True)
class Valued:
    """The page, and what it takes to explain one customer."""

    measured: Measured
    found: Outlook = field(repr=False)
    bench: Bench = field(repr=False)

    @property
    def passed(self) -> bool:
        """Whether the gate let a model through."""
        return self.found.method != "simple"

    def worth(self, customer_id: int) -> str:
        """The value of a customer, written out; without costs what he is expected to buy for."""
        row = self._row(customer_id)
        value = self.found.portfolio.value
        if row is None or value is None:
            return figures.NONE_SHOWN
        bare = float(value.purchases[row] * value.value[row])
        return _yuan(bare if _without_costs(self.found) else float(self.found.shown[row]))

    def _row(self, customer_id: int) -> int | None:
        ids = self.found.portfolio.lifetimes.customer_id
        row = int(np.searchsorted(ids, customer_id))
        return None if row == len(ids) or ids[row] != customer_id else row

    def explain(self, customer_id: int) -> Explained | None:
        """What he has left, whether he still comes, what is expected of him, with its range."""
        row = self._row(customer_id)
        if row is None:
            return None
        said = tuple(history(self.found, row)) + tuple(_future(self, row))
        return Explained(customer_id, self.bench.names.get(customer_id, ""), None, said[0], said[1:])


def look(connection: Connection, bench: Bench) -> Valued:
    found = outlook.look(connection, bench.facts.as_of, bench.settings)
    portfolio = found.portfolio
    charts = tuple(filter(None, (lifetimes.tracking(found), lifetimes.repeats(found), lifetimes.holdout(found))))
    known = found.shown[~np.isnan(found.shown)]
    method, reason = wording.method(portfolio.verdict)
    kind: Kind = "ok" if found.method != "simple" else "warn"
    measured = Measured(
        LIFETIME,
        label(LIFETIME),
        about.about(LIFETIME, bench.settings),
        bench.facts.as_of,
        kind if len(portfolio.lifetimes) else "info",
        _verdict(found, method, reason),
        _figures(found, known),
        charts,
        _details(found),
        _headers(found),
        _lines(found, bench),
    )
    return Valued(measured, found, bench)


def _verdict(found: Outlook, method: str, reason: str) -> str:
    size = len(found.portfolio.lifetimes)
    if not size:
        return translate("LifetimeView", "还没有人买过，谈不上终身价值。")
    text = translate("LifetimeView", "按「{0}」估算：{1}。买过的客户 {2} 位，其中复购 {3} 位。")
    said = fill(text, method, reason, f"{size:,}", f"{found.portfolio.summary.repeaters:,}")
    if not _without_costs(found):
        return said
    if found.method == "simple":  # it adds up contributions, and knows none
        return said + translate("LifetimeView", "没有录成本，算不出贡献，补上成本以后再看。")
    return said + translate("LifetimeView", "没有录成本，算不出贡献，下面给的是预计采购额。")


def _yuan(value: float) -> str:
    """A model's sum of money as a sentence says it."""
    if value != value:
        return figures.NONE_SHOWN
    return figures.money_words(to_units(round(value, 2)), "wan" if abs(value) >= LEAST_LARGE else "yuan")


def _figures(found: Outlook, known: Floats) -> tuple[Figure, ...]:
    size = len(found.portfolio.lifetimes)
    if not size:
        return ()
    simple, ids = found.method == "simple", found.portfolio.lifetimes.customer_id
    years = translate("LifetimeView", "按简单算法") if simple else translate("LifetimeView", "未来 12 个月")
    firms, times = translate("LifetimeView", "位"), translate("LifetimeView", "次")
    shown = [
        Figure(translate("LifetimeView", "买过的客户"), f"{size:,}", firms, ids=tuple(ids.tolist())),
        Figure(
            translate("LifetimeView", "复购客户"),
            f"{found.portfolio.summary.repeaters:,}",
            firms,
            ids=tuple(ids[found.portfolio.summary.histories.repeats > 0].tolist()),
        ),
    ]
    if len(known):
        shown.append(Figure(translate("LifetimeView", "合计价值"), _yuan(float(known.sum())), "", years))
        shown.append(Figure(translate("LifetimeView", "每位客户中位数"), _yuan(float(np.median(known))), "", years))
    value = found.portfolio.value
    if value is not None and not simple:
        if not len(known):
            worth = float((value.purchases * value.value).sum())
            shown.append(Figure(translate("LifetimeView", "预计采购额"), _yuan(worth), "", years))
        expected = float(value.purchases.sum())
        note = translate("LifetimeView", "未来 12 个月，全部客户")
        shown.append(Figure(translate("LifetimeView", "预计购买"), f"{expected:,.0f}", times, note))
    return tuple(shown)


def _headers(found: Outlook) -> tuple[str, ...]:
    first = (translate("LifetimeView", "客户"), translate("LifetimeView", "已留下"))
    if found.method == "simple":
        return (*first, translate("LifetimeView", "每年贡献"), translate("LifetimeView", "未来价值"))
    return (
        *first,
        translate("LifetimeView", "还会再来"),
        translate("LifetimeView", "12 个月约几次"),
        translate("LifetimeView", "单次金额"),
        translate("LifetimeView", "预计采购额") if _without_costs(found) else translate("LifetimeView", "未来价值"),
    )


def _without_costs(found: Outlook) -> bool:
    return bool(np.isnan(found.shown).all())


def _lines(found: Outlook, bench: Bench) -> tuple[Line, ...]:
    """The most valuable first; without costs those from whom most is expected."""
    portfolio = found.portfolio
    value = portfolio.value
    ranked = found.shown
    if value is not None and _without_costs(found):
        ranked = value.purchases * value.value
    order = np.argsort(-np.nan_to_num(ranked, nan=-np.inf), kind="stable")[:LISTED]
    return tuple(_line(found, bench, int(row)) for row in order)


def _line(found: Outlook, bench: Bench, row: int) -> Line:
    portfolio = found.portfolio
    number = int(portfolio.lifetimes.customer_id[row])
    first = (bench.names.get(number, ""), _yuan(float(found.history[row])))
    if found.method == "simple" or portfolio.value is None or portfolio.p_alive is None:
        return Line(number, (*first, _yuan(float(found.yearly[row])), _yuan(float(found.shown[row]))))
    each, expected = float(portfolio.value.value[row]), float(portfolio.value.purchases[row])
    worth = each * expected if _without_costs(found) else float(portfolio.value.clv[row])
    once = not portfolio.summary.histories.repeats[row]
    alive = translate("LifetimeView", "首单观察") if once else format_percent(float(portfolio.p_alive[row]), 0)
    cells = (*first, alive, format_number(expected, 2), _yuan(each), _yuan(worth))
    return Line(number, cells)


# --- one customer ----------------------------------------------------------------------------------------------------


def history(found: Outlook, row: int) -> list[str]:
    left = float(found.history[row])
    if left != left:
        return [translate("LifetimeView", "没有录成本，算不出他给公司留下了多少。")]
    text = translate("LifetimeView", "合作以来，扣掉货款成本和跑客户的花费，他一共给公司留下 {0}。")
    return [fill(text, _yuan(left))]


def _future(valued: Valued, row: int) -> list[str]:
    found = valued.found
    if found.method == "simple" or found.portfolio.value is None or found.portfolio.purchases_fit is None:
        return _simple(valued, row)
    portfolio, value = found.portfolio, found.portfolio.value
    histories = portfolio.summary.histories
    parameters = found.portfolio.purchases_fit.parameters
    drawn = bgnbd.purchase_range(parameters, histories, row, YEAR_WEEKS)
    expected = float(value.purchases[row])
    if histories.repeats[row]:
        text = translate(
            "LifetimeView", "像他这样停了 {0} 天的客户，100 位里约有 {1} 位还会再来；未来 12 个月大约再来 {2} 次。"
        )
        idle = round((float(histories.age[row]) - float(histories.last[row])) * 7)
        alive = 100 * float(portfolio.p_alive[row]) if portfolio.p_alive is not None else 0.0
        told = [fill(text, idle, round(alive), format_number(expected, 1))]
    else:
        text = translate("LifetimeView", "只买过一次，先观察；未来 12 个月大约再来 {0} 次。")
        told = [fill(text, format_number(expected, 1))]
    text = translate("LifetimeView", "多半在 {0} 到 {1} 次之间，一次不来的可能是 {2}。")
    told.append(fill(text, f"{drawn.p10:.0f}", f"{drawn.p90:.0f}", format_percent(drawn.p_zero, 0)))
    each = float(value.value[row])
    own = float(portfolio.summary.repeat_mean[row])
    if histories.repeats[row] and own > 0:
        text = translate("LifetimeView", "他单次平均 {0}，参考全部客户后，按 {1} 估。")
        told.append(fill(text, _yuan(own), _yuan(each)))
    margin = _margin(found, row)
    if margin == margin:
        text = translate("LifetimeView", "未来 12 个月大约还能挣 {0}（多半在 {1} 到 {2} 之间，贡献率 {3}）。")
        low, high = drawn.p10 * each * margin, drawn.p90 * each * margin
        told.append(fill(text, _yuan(float(value.clv[row])), _yuan(low), _yuan(high), format_percent(margin)))
    return told


def _margin(found: Outlook, row: int) -> float:
    lifetimes = found.portfolio.lifetimes
    own = float(lifetimes.margin[row])
    return own if own == own else lifetimes.margin_of_all


def _simple(valued: Valued, row: int) -> list[str]:
    found, settings = valued.found, valued.bench.settings
    if not found.active[row]:
        return [translate("LifetimeView", "近 12 个月没有购买，不往后估，只看已经留下的。")]
    worth = float(found.simple[row])
    if worth != worth:
        return []
    low, high = outlook.simple_range(found, row, settings)
    if worth < 0:
        text = translate("LifetimeView", "越做越亏：按现在的做法，未来 {0} 年大约要亏 {1}。")
        return [fill(text, settings.clv_years, _yuan(-worth))]
    text = translate("LifetimeView", "按现在的做法，未来 {0} 年他大概还能给公司挣 {1}（{2} 到 {3} 之间）。")
    told = [fill(text, settings.clv_years, _yuan(worth), _yuan(low), _yuan(high))]
    rate = found.retention[found.tiers[row]]
    text = translate("LifetimeView", "每年贡献 {0}，同级客户每年有 {1} 再来，按 {2} 折现。")
    told.append(
        fill(text, _yuan(float(found.yearly[row])), format_percent(rate), format_percent(settings.clv_discount))
    )
    return told


# --- the model -------------------------------------------------------------------------------------------------------


def _details(found: Outlook) -> tuple[tuple[str, str], ...]:
    """Parameters, likelihoods and tests, for those who check."""
    portfolio = found.portfolio
    told: list[tuple[str, str]] = []
    if not portfolio.summary.repeaters:  # fitted to nothing
        return ()
    if portfolio.purchases_fit is not None:
        fit = portfolio.purchases_fit
        told += [
            (translate("LifetimeView", "复购模型 {0}").format(name), f"{each:,.4f}")
            for name, each in zip("rαab", fit.parameters, strict=True)
        ]
        told.append((translate("LifetimeView", "复购模型的对数似然"), format_number(fit.log_likelihood, 1)))
    if portfolio.spending_fit is not None:
        spent = portfolio.spending_fit
        told += [
            (translate("LifetimeView", "金额模型 {0}").format(name), f"{each:,.4f}")
            for name, each in zip("pqγ", spent.parameters, strict=True)
        ]
        told.append((translate("LifetimeView", "金额模型的对数似然"), format_number(spent.log_likelihood, 1)))
    if portfolio.correlation is not None:
        told.append((translate("LifetimeView", "次数与金额的相关"), format_ratio(portfolio.correlation)))
    if portfolio.backtest is not None:
        test = portfolio.backtest
        text = translate("LifetimeView", "实际 {0} 次，预测 {1} 次")
        name = fill(translate("LifetimeView", "留出最后 {0} 周检验"), format_number(test.weeks, 0))
        told.append((name, fill(text, f"{test.actual:,}", f"{test.predicted:,.0f}")))
        text = translate("LifetimeView", "模型 {0}，照老样子 {1}")
        told.append(
            (
                translate("LifetimeView", "平均每位客户差几次"),
                fill(text, format_number(test.mae_model, 3), format_number(test.mae_baseline, 3)),
            )
        )
    return tuple(told)
