"""The sentences of page 1: built from figures alone; what has no basis is left out, zero has its own wording."""

from app.services.figures import NONE_SHOWN, Growth, format_date_text, format_percent, money_words
from app.services.migration import MERGED
from app.services.reports.book import Customer, MonthBook
from app.services.reports.cells import signed_percent
from app.services.reports.spread import Spread
from app.services.reports.words import word
from app.texts import fill, listed, together, translate

NAME_LENGTH = 24


def short(name: str) -> str:
    """A name within a sentence; tables carry it whole."""
    name = " ".join(name.split())
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…"


def change(value: Growth) -> str:
    """A growth rate with its sign, or the word that stands for it."""
    if value.rate is not None:
        return signed_percent(value.rate)
    return word(value.label) if value.label in ("new", "not_comparable") else NONE_SHOWN


def money(units: int) -> str:
    """An amount with its large unit."""
    return money_words(units, fine=False)


def overview(book: MonthBook) -> str:
    """How many customers, how many bought, how much, against last year."""
    day, count, months = format_date_text(book.as_of), len(book.customers), book.settings.review_months
    if not book.buyers:
        return fill(translate("Report", "截至 {0}，在册 {1} 家，近 {2} 个月没有成交。"), day, count, months)
    facts = (day, count, months, len(book.buyers), money(book.whole))
    yoy = book.yoy()
    if yoy.rate is None:
        return fill(translate("Report", "截至 {0}，在册 {1} 家，近 {2} 个月成交 {3} 家，净销售额 {4}。"), *facts)
    return fill(
        translate("Report", "截至 {0}，在册 {1} 家，近 {2} 个月成交 {3} 家，净销售额 {4}，同比 {5}。"),
        *facts,
        change(yoy),
    )


def concentration(book: MonthBook, spread: Spread) -> str:
    """The share of the largest customers, and whether that is much."""
    if not book.buyers or spread.measured.cr1 is None:
        return ""
    first = short(book.buyers[0].name)
    return fill(
        translate("Report", "前 {0} 大客户占 {1}，第一大 {2} 占 {3}；{4}。"),
        min(5, len(book.buyers)),
        format_percent(spread.measured.cr5),
        first,
        format_percent(spread.measured.cr1),
        dependence(spread),
    )


def dependence(spread: Spread) -> str:
    """The flag of methods.md D.3 in words."""
    if "major" in spread.measured.flags:
        return translate("Report", "对单一客户重大依赖")
    if "heavy" in spread.measured.flags:
        return translate("Report", "依赖偏高")
    return translate("Report", "依赖程度不高")


def risk(book: MonthBook) -> str:
    """Who is later than his own rhythm, how much money that is, who is the most urgent."""
    late = book.late
    if not late:
        return translate("Report", "没有客户超出自己的购买节奏，本期无流失预警。")
    amount = sum(each.sales for each in late)
    facts = (len(late), book.settings.review_months, money(amount), _share(amount, book), _states(late))
    urgent = [named for each in late[:10] if (named := _lateness(each))][:2]
    if not urgent:
        return fill(
            translate("Report", "{0} 家按自己的节奏该来未来或有流失风险（{4}），涉及近 {1} 个月销售额 {2}（{3}）。"),
            *facts,
        )
    return fill(
        translate(
            "Report",
            "{0} 家按自己的节奏该来未来或有流失风险（{4}），涉及近 {1} 个月销售额 {2}（{3}）；最急的是 {5}。",
        ),
        *facts,
        listed(urgent),
    )


def _states(late: tuple[Customer, ...]) -> str:
    """How many of them are in which state."""
    lost = sum(each.risk == "at_risk" for each in late)
    counts = (
        (lost, translate("Report", "流失风险 {0} 家")),
        (len(late) - lost, translate("Report", "该来未来 {0} 家")),
    )
    return listed(fill(text, count) for count, text in counts if count)


def _share(amount: int, book: MonthBook) -> str:
    whole = sum(each.sales for each in book.customers)
    return format_percent(amount / whole) if whole else NONE_SHOWN


def _lateness(customer: Customer) -> str:
    """Name and how many times his rhythm he is over; empty without a rhythm of his own."""
    if customer.overdue_ratio is None or customer.overdue_ratio <= 1:
        return ""
    return translate("Report", "{0}（晚 {1} 倍）").format(short(customer.name), f"{customer.overdue_ratio - 1:.1f}")


def migration(book: MonthBook) -> str:
    """How many rose, fell, came and went since the review before."""
    if book.earlier is None:
        return ""
    if not book.moves:
        return translate("Report", "与上期比，没有客户变动。")
    kinds = [move.direction for move in book.moves]
    told = translate("Report", "与上期比：升级 {0} 家，降级 {1} 家，新增 {2} 家，退出 {3} 家。").format(
        *(kinds.count(kind) for kind in ("up", "down", "entered", "left"))
    )
    merged = kinds.count(MERGED)
    more = translate("Report", "另有 {0} 家并入其他客户，不算退出。")
    return together(told, fill(more, merged)) if merged else told


def pareto(spread: Spread) -> str:
    """What the top fifth really brings; 80 % is a hypothesis, not a fact."""
    if not spread.top_count or spread.top_share is None:
        return ""
    share, count, part = format_percent(spread.top, 0), spread.top_count, format_percent(spread.top_share)
    if spread.metric == "gross_profit":
        return translate("Report", "前 {0} 客户（{1} 家）贡献 {2} 的毛利。").format(share, count, part)
    return translate("Report", "前 {0} 客户（{1} 家）贡献 {2} 的净销售额。").format(share, count, part)


def stability(both: int, same: int) -> str:
    """Whether tiers hold still as much as they should."""
    if not both:
        return ""
    facts = (both, same, format_percent(same / both))
    if same / both > 0.95:
        return fill(
            translate("Report", "两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，偏高，可能分得太死。"), *facts
        )
    if same / both < 0.60:
        return fill(
            translate("Report", "两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，偏低，可能分得太飘。"), *facts
        )
    return fill(
        translate("Report", "两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，在健康范围（60%–95%）。"), *facts
    )


def decisions(book: MonthBook, spread: Spread) -> tuple[str, ...]:
    """What only the owner can settle, at most three: keep or give up, win back, depend on."""
    asked = [_win_back(book), _give_up(book), _depend(book, spread)]
    return tuple(text for text in asked if text)[:3]


def _win_back(book: MonthBook) -> str:
    lost = [each for each in book.late if each.risk == "at_risk" and each.tier == book.tiers[0]]
    if not lost or lost[0].recency_days is None:
        return ""
    return fill(
        translate("Report", "价格：{2}客户 {0} 已 {1} 天没来，要不要给挽回条件？"),
        short(lost[0].name),
        lost[0].recency_days,
        book.tier_word(lost[0].tier),
    )


def _give_up(book: MonthBook) -> str:
    bottom = [each for each in book.customers if each.pareto == "bottom" and not each.spared]
    if not bottom:
        return ""
    share = _share(sum(each.sales for each in bottom), book)
    return fill(
        translate("Report", "去留：末位 {0} 中有 {1} 家不是新客户，合计只占 {2}，要不要减少投入？"),
        format_percent(book.settings.pareto_bottom, 0),
        len(bottom),
        share,
    )


def _depend(book: MonthBook, spread: Spread) -> str:
    if spread.measured.cr1 is None or spread.measured.cr1 < 0.30 or not book.buyers:
        return ""
    return translate("Report", "额度：第一大客户 {0} 占 {1}，要不要定单一客户的上限？").format(
        short(book.buyers[0].name), format_percent(spread.measured.cr1)
    )
