"""Page 1, 一页纸: figures, the twelve-month chart, three findings, three actions, what the owner is asked."""

from functools import partial

from app.services import charts
from app.services.figures import NONE_SHOWN, Growth, format_date, format_percent, growth
from app.services.reports import sentences
from app.services.reports.book import Month, MonthBook
from app.services.reports.cells import big_money, big_unit
from app.services.reports.common import money_title
from app.services.reports.model import (
    Action,
    Actions,
    Chart,
    Column,
    KeyFigure,
    KeyFigures,
    Kind,
    Section,
    Sentences,
    Table,
)
from app.services.reports.sentences import change, money, short
from app.services.reports.spread import Spread
from app.texts import fill, language, translate

CHART_HEIGHT = 58.0
FINDINGS = "findings"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def summary(book: MonthBook, spread: Spread) -> Section:
    """The section that stays one page."""
    return Section(
        "summary",
        "",
        (
            KeyFigures(_figures(book, spread)),
            monthly_chart(book),
            Sentences(translate("Report", "三个发现"), findings(book, spread), FINDINGS),
            Actions(translate("Report", "三个动作"), _actions(book), translate("Report", "没有待办的任务。")),
            Sentences(translate("Report", "请老板拍板"), _decisions(book, spread)),
            _months(book),
        ),
        sheet=translate("Report", "结论"),
        one_page=True,
    )


def findings(book: MonthBook, spread: Spread) -> tuple[str, ...]:
    """The overview, the risk, and what moved; without a review before, what the firm depends on."""
    third = sentences.migration(book) or sentences.concentration(book, spread) or sentences.pareto(spread)
    return tuple(text for text in (sentences.overview(book), sentences.risk(book), third) if text)


def _decisions(book: MonthBook, spread: Spread) -> tuple[str, ...]:
    return sentences.decisions(book, spread) or (translate("Report", "本期没有要拍板的事项。"),)


def _figures(book: MonthBook, spread: Spread) -> tuple[KeyFigure, ...]:
    """The six figures, less those without a basis."""
    late = book.late
    amount = sum(each.sales for each in late)
    figures = [
        _month_figure(book),
        KeyFigure(
            fill(translate("Report", "近 {0} 个月净销售额"), book.settings.review_months),
            big_money(book.whole),
            big_unit()[0],
            _year_notes(book),
            book.whole,
            Kind.WAN,
        ),
        KeyFigure(
            translate("Report", "成交客户数"),
            f"{len(book.buyers):,}",
            translate("Report", "家"),
            (fill(translate("Report", "在册 {0} 家"), f"{len(book.customers):,}"),),
            len(book.buyers),
        ),
    ]
    if spread.measured.cr5 is not None:
        first = translate("Report", "第一大 {0}，占 {1}").format(
            short(book.buyers[0].name), format_percent(spread.measured.cr1)
        )
        name, share = translate("Report", "前五大占比"), format_percent(spread.measured.cr5)
        figures.append(KeyFigure(name, share, "", (first,), spread.measured.cr5, Kind.PERCENT))
    at_stake = fill(translate("Report", "涉及近 {0} 个月销售额 {1}"), book.settings.review_months, money(amount))
    note = at_stake if late else translate("Report", "本期无流失预警")
    name, unit = translate("Report", "该来未来与流失风险"), translate("Report", "家")
    figures.append(KeyFigure(name, f"{len(late):,}", unit, (note,), len(late)))
    return tuple(figures)


def _year_notes(book: MonthBook) -> tuple[str, ...]:
    """Growth on last year; and how much of the figure is estimated from summary rows."""
    notes = [] if book.estimated == book.whole else [_yoy(book.yoy())]
    if book.estimated:
        notes.append(translate("Report", "其中按总额÷年数估算 {0}").format(money(book.estimated)))
    return tuple(notes)


def _month_figure(book: MonthBook) -> KeyFigure:
    month, before = book.months[-1], book.months[-2] if len(book.months) > 1 else None
    notes = [_yoy(growth(month.net, month.before) if month.before is not None else Growth(None, "none"))]
    if before is not None and month.until is None:
        notes.append(translate("Report", "环比 {0}").format(change(growth(month.net, before.net))))
    notes += _spring_festival(book)
    name = translate("Report", "本月净销售额")
    return KeyFigure(name, big_money(month.net), big_unit()[0], tuple(notes), month.net, Kind.WAN)


def _yoy(rate: Growth) -> str:
    if rate.label == "none":
        return translate("Report", "上年同期没有销售记录")
    return translate("Report", "同比 {0}").format(change(rate))


def _spring_festival(book: MonthBook) -> list[str]:
    """January to March cannot be compared alone: the holiday moves between them; the sum can."""
    number = book.months[-1].first.month
    if number > 3:
        return []
    if number == 1:
        return [translate("Report", "春节错位，1 至 3 月的同比仅供参考")]
    together, before = book.months[-number:], [month.before for month in book.months[-number:]]
    if any(value is None for value in before):
        return [translate("Report", "春节错位，1 至 3 月的同比仅供参考")]
    rate = growth(sum(month.net for month in together), sum(value or 0 for value in before))
    return [translate("Report", "1 至 {0} 月合计同比 {1}（春节错位）").format(number, change(rate))]


def monthly_chart(book: MonthBook) -> Chart:
    """Twelve bars in the large unit of money, the year before as a line."""
    months, (unit, divisor) = book.months[-12:], big_unit()
    data = charts.MonthlyBars(
        labels=tuple(_month_label(month) for month in months),
        current=tuple(month.net / divisor for month in months),
        previous=tuple(None if month.before is None else month.before / divisor for month in months),
        legend=(translate("Report", "本期"), translate("Report", "去年同期")),
        incomplete=months[-1].until is not None,
    )
    best = max(months, key=lambda month: month.net)
    alt = fill(
        translate("Report", "近 {0} 个月净销售额合计 {1}，最高是 {2}，{3}。"),
        len(months),
        money(sum(month.net for month in months)),
        _month_label(best),
        money(best.net),
    )
    title = translate("Report", "月度净销售额")
    return Chart(title, unit, partial(charts.monthly_bars, data), CHART_HEIGHT, alt)


def _months(book: MonthBook) -> Table:
    """The months behind the chart, for the workbook."""
    columns = (
        Column(translate("Report", "月份"), Kind.DATE),
        Column(money_title(translate("Report", "净销售额")), Kind.WAN),
        Column(money_title(translate("Report", "去年同期")), Kind.WAN),
        Column(translate("Report", "同比"), Kind.CHANGE),
    )
    rows = tuple(
        (month.first, month.net, month.before, None if month.before is None else growth(month.net, month.before).rate)
        for month in book.months
    )
    return Table(columns, rows, title=translate("Report", "月度净销售额"), sheet_only=True)


def _month_label(month: Month) -> str:
    """11月, or 11月至20日 for a month that is not over; Nov, Nov 1–20."""
    number = month.first.month
    if language() == "zh_CN":
        return f"{number}月" if month.until is None else f"{number}月至{month.until.day}日"
    return MONTHS[number - 1] if month.until is None else f"{MONTHS[number - 1]} 1–{month.until.day}"


def _actions(book: MonthBook) -> tuple[Action, ...]:
    """The three tasks that matter most: by importance of the customer, then by date."""
    first = sorted(book.tasks, key=lambda task: (-task.important, task.due, task.customer))[:3]
    return tuple(
        Action(
            translate("Report", "{0}：{1}").format(short(task.customer), task.title) if task.customer else task.title,
            task.owner or NONE_SHOWN,
            format_date(task.due),
        )
        for task in first
    )
