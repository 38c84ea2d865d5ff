"""The part of the report that is about where things stand: tiers, key customers, concentration, everybody."""

from collections import Counter
from functools import partial

from app.services import charts
from app.services.figures import divide_half_up, format_percent
from app.services.reports import sentences
from app.services.reports.book import Customer, MonthBook, known_total, total
from app.services.reports.common import money_title, risk_text, tier_text, total_word
from app.services.reports.model import Block, Cell, Chart, Column, Kind, Paragraph, Section, Table
from app.services.reports.spread import Spread
from app.services.reports.words import word
from app.texts import fill, listed, together, translate

KEY_CUSTOMERS = 20
FEN = 100


def tiers(book: MonthBook) -> Section:
    """What each tier is worth, and how it changed."""
    members = book.tier_members()
    whole = sum(each.sales for each in book.customers)
    shown = known_total(book.customers, lambda each: each.gross_profit) is not None
    columns = [
        Column(translate("Report", "分级"), wrap=True),
        Column(translate("Report", "家数"), Kind.INT, adds_up=True),
        Column(translate("Report", "家数占比"), Kind.PERCENT),
        Column(money_title(translate("Report", "净销售额")), Kind.WAN, adds_up=True),
        Column(translate("Report", "占比"), Kind.PERCENT),
        Column(translate("Report", "客单价(元)"), Kind.YUAN),
    ]
    if shown:
        columns += [
            Column(money_title(translate("Report", "毛利")), Kind.WAN, adds_up=True),
            Column(translate("Report", "毛利率"), Kind.PERCENT),
        ]
    if book.earlier:
        columns.append(Column(translate("Report", "较上期"), Kind.SIGNED, adds_up=True))
    before = Counter(book.earlier.tiers.values()) if book.earlier else Counter()
    names = [tier for tier in book.tiers if tier in members or before[tier]]
    rows = [_tier_row(book.tier_word(tier), members.get(tier, []), before[tier], whole, book, shown) for tier in names]
    if book.totals.unassigned_net_sales:
        rows.append(_unassigned_row(book, len(columns)))
    last = _tier_row(total_word(), list(book.customers), before.total(), whole, book, shown)
    last = (*last[:3], book.whole, *last[4:])
    notes = [translate("Report", "因四舍五入，分项之和与合计可能有尾差；占比按净销售额为正的在册客户算。")]
    if not shown:
        notes.append(translate("Report", "成本数据不足，毛利和毛利率没有列出。"))
    blocks: list[Block] = [Table(tuple(columns), tuple(rows), last, notes=tuple(notes))]
    if whole:
        blocks.append(_tier_chart(book, members, whole))
    return Section("tiers", translate("Report", "分级结构"), tuple(blocks), translate("Report", "分级"))


def _tier_row(
    name: str, members: list[Customer], before: int, whole: int, book: MonthBook, with_margin: bool
) -> tuple[Cell, ...]:
    net, orders = total(each.net_sales for each in members), total(each.order_count for each in members)
    share = sum(each.sales for each in members) / whole if whole else None
    row: list[Cell] = [
        name,
        len(members),
        len(members) / len(book.customers) if book.customers else None,
        net,
        share,
        divide_half_up(net, orders * FEN) * FEN if orders else None,
    ]
    if with_margin:
        profit = known_total(members, lambda each: each.gross_profit)
        base = total(each.net_sales for each in members if each.gross_profit is not None)
        row += [profit, profit / base if profit is not None and base > 0 else None]
    if book.earlier:
        row.append(len(members) - before)
    return tuple(row)


def _unassigned_row(book: MonthBook, width: int) -> tuple[Cell, ...]:
    """Sales without a customer: in the total, in no tier."""
    row: list[Cell] = [translate("Report", "未归属客户"), None, None, book.totals.unassigned_net_sales]
    return tuple(row + [None] * (width - len(row)))


def _slot(book: MonthBook, tier: str) -> str:
    found = book.scheme.find(tier)
    return found.slot if found else "red"


def _tier_chart(book: MonthBook, members: dict[str, list[Customer]], whole: int) -> Chart:
    names = tuple(members)
    counts = tuple(len(members[tier]) / len(book.customers) for tier in names)
    sales = tuple(sum(each.sales for each in members[tier]) / whole for tier in names)
    data = charts.StackedBars(
        tiers=tuple(book.tier_word(tier) for tier in names),
        slots=tuple(_slot(book, tier) for tier in names),
        rows=((translate("Report", "家数"), counts), (translate("Report", "净销售额"), sales)),
    )
    alt = listed(
        translate("Report", "{0} 占家数 {1}、净销售额 {2}").format(
            book.tier_word(tier), format_percent(a), format_percent(b)
        )
        for tier, a, b in zip(names, counts, sales, strict=True)
    )
    subtitle = translate("Report", "家数与净销售额各占多少")
    return Chart(translate("Report", "分级占比"), subtitle, partial(charts.stacked_bars, data), 36, alt)


def key_customers(book: MonthBook) -> Section:
    """The largest twenty with what is next."""
    largest = book.buyers[:KEY_CUSTOMERS]
    margins = any(each.gross_profit is not None for each in largest)
    columns = [
        Column(translate("Report", "客户"), wrap=True, weight=2),
        Column(translate("Report", "分级")),
        Column(money_title(translate("Report", "净销售额")), Kind.WAN, adds_up=True),
        Column(translate("Report", "同比"), Kind.CHANGE),
        Column(translate("Report", "距上次(天)"), Kind.INT),
        Column(translate("Report", "节奏"), wrap=True),
        Column(translate("Report", "负责人"), wrap=True),
        Column(translate("Report", "下一步"), wrap=True, weight=2),
    ]
    if margins:
        columns.insert(4, Column(translate("Report", "毛利率"), Kind.PERCENT))
    upcoming = _next_tasks(book)
    rows = []
    for each in largest:
        row: list[Cell] = [
            each.name,
            tier_text(book, each),
            each.net_sales,
            _growth(each),
            each.recency_days,
            risk_text(each) or None,
            each.owner or None,
            upcoming.get(each.id),
        ]
        if margins:
            row.insert(4, _margin(each))
        rows.append(tuple(row))
    empty = fill(translate("Report", "近 {0} 个月没有成交的客户。"), book.settings.review_months)
    heading = translate("Report", "重点客户")
    return Section("customers", heading, (Table(tuple(columns), tuple(rows), empty=empty),), heading)


def _growth(customer: Customer) -> float | str | None:
    """The rate, the word that stands for it, or nothing."""
    rate, label = customer.growth.rate, customer.growth.label
    return rate if rate is not None else word(label) if label in ("new", "not_comparable") else None


def _margin(customer: Customer) -> float | None:
    if customer.gross_profit is None or not customer.net_sales:
        return None
    return customer.gross_profit / customer.net_sales


def _next_tasks(book: MonthBook) -> dict[int, str]:
    """The nearest task of each customer."""
    found: dict[int, str] = {}
    for task in sorted(book.tasks, key=lambda task: task.due):
        if task.customer_id is not None and task.customer_id not in found:
            found[task.customer_id] = translate("Report", "{0} {1}").format(task.due.strftime("%m-%d"), task.title)
    return found


def concentration(book: MonthBook, spread: Spread) -> Section:
    """The curve, the top fifth, and how much hangs on the largest."""
    heading = translate("Report", "集中度")
    sheet = translate("Report", "集中度")
    if not spread.curve:
        return Section("pareto", heading, (Paragraph(translate("Report", "近期没有成交，谈不上集中度。")),), sheet)
    said = together(sentences.pareto(spread), sentences.concentration(book, spread))
    data = charts.ParetoCurve(
        shares=spread.curve,
        top=spread.top,
        top_share=_curve_at(spread),
        mark=(
            translate("Report", "前 {0} 的客户").format(format_percent(spread.top, 0)),
            translate("Report", "贡献 {0} 净销售额").format(format_percent(_curve_at(spread), 0)),
        ),
        axis=translate("Report", "按净销售额从高到低的客户占比"),
    )
    alt = translate("Report", "{0}{1}").format(*data.mark)
    subtitle = translate("Report", "净销售额的累计占比")
    chart = Chart(translate("Report", "二八分布"), subtitle, partial(charts.pareto_curve, data), 66, alt)
    columns = (
        Column(translate("Report", "指标"), wrap=True),
        Column(translate("Report", "数值"), Kind.TEXT),
        Column(translate("Report", "含义"), wrap=True, weight=3),
    )
    table = Table(columns, _concentration_rows(spread))
    return Section("pareto", heading, (Paragraph(said), chart, table), sheet)


def _curve_at(spread: Spread) -> float:
    """Net sales of the top share of customers, read off the curve."""
    count = max(1, int(spread.top * len(spread.curve) + 0.5))
    return spread.curve[min(count, len(spread.curve)) - 1]


def _concentration_rows(spread: Spread) -> tuple[tuple[Cell, ...], ...]:
    levels = {
        "spread": translate("Report", "分散"),
        "middling": translate("Report", "中等"),
        "concentrated": translate("Report", "集中"),
    }
    level = levels[spread.measured.level or "spread"]
    return (
        (translate("Report", "第一大、前五大、前十大"), _shares(spread), sentences.dependence(spread)),
        (
            "HHI",
            f"{spread.measured.hhi:,.0f}",
            translate("Report", "{0}（1500 以下分散，2500 以上集中）").format(level),
        ),
        (
            translate("Report", "有效客户数"),
            f"{spread.measured.effective_n:,.1f}",
            translate("Report", "相当于这么多家一样大的客户"),
        ),
        (
            translate("Report", "基尼系数"),
            f"{spread.measured.gini:.2f}",
            translate("Report", "0 人人一样，1 全在一位客户"),
        ),
    )


def _shares(spread: Spread) -> str:
    return " · ".join(
        format_percent(value) for value in (spread.measured.cr1, spread.measured.cr5, spread.measured.cr10)
    )


def detail(book: MonthBook, *, on_paper: bool) -> Section:
    """Everybody, for the workbook and, if asked, for paper."""
    columns = (
        Column(translate("Report", "编号"), wrap=True),
        Column(translate("Report", "客户"), wrap=True, weight=2),
        Column(translate("Report", "分级")),
        Column(money_title(translate("Report", "净销售额")), Kind.WAN, adds_up=True),
        Column(money_title(translate("Report", "毛利")), Kind.WAN, adds_up=True),
        Column(translate("Report", "订单数"), Kind.INT, adds_up=True),
        Column(translate("Report", "最近一单"), Kind.DATE),
        Column(translate("Report", "节奏"), wrap=True),
        Column(translate("Report", "负责人"), wrap=True),
    )
    ordered = sorted(book.customers, key=lambda each: (-(each.net_sales or 0), each.id))
    rows = tuple(
        (
            each.code or None,
            each.name,
            tier_text(book, each),
            each.net_sales,
            each.gross_profit,
            each.order_count,
            each.last_order,
            risk_text(each) or None,
            each.owner or None,
        )
        for each in ordered
    )
    sums = (
        total(each.net_sales for each in ordered),
        known_total(ordered, lambda each: each.gross_profit),
        total(each.order_count for each in ordered),
    )
    last: tuple[Cell, ...] = (total_word(), "", "", *sums, "", "", "")
    empty = translate("Report", "台账里还没有客户。")
    table = Table(columns, rows, last, empty, sheet_only=not on_paper)
    return Section("detail", translate("Report", "客户明细"), (table,), translate("Report", "明细"))
