"""What several sections of the report share: titles of money columns, tier names, where the rest of a list is."""

from app.services.reports.book import LATE, Customer, MonthBook
from app.services.reports.cells import big_unit
from app.services.reports.words import churn_word, word
from app.texts import clauses, fill, translate


def money_title(title: str) -> str:
    """A column title with the large unit of money in half-width brackets."""
    return translate("Report", "{0}({1})").format(title, big_unit()[0])


def total_word() -> str:
    return translate("Report", "合计")


def tier_text(book: MonthBook, customer: Customer) -> str:
    """The tier, and that it was set by hand where it was."""
    name = book.tier_word(customer.tier)
    return translate("Report", "{0}(手工)").format(name) if customer.pinned else name


def risk_text(customer: Customer) -> str:
    """The state; where it calls for action, the signals that raised it above the rhythm."""
    signals = customer.signals if customer.risk in LATE else ()
    return clauses((churn_word(customer.risk) or "", *map(word, signals)))


def more(count: int, most: int, sheet: str) -> tuple[str, ...]:
    """Where the rest of a long list is."""
    if count <= most:
        return ()
    return (fill(translate("Report", "这里印出前 {0} 行，全部 {1} 行见 Excel 的「{2}」。"), most, count, sheet),)
