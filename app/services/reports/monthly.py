"""The monthly report put together: which sections, in which order, under which numbers and stamps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.services.reports import appendix, change, standing
from app.services.reports.book import MonthBook
from app.services.reports.model import Report, Section, Sentences, SignatureLine
from app.services.reports.spread import spread_of
from app.services.reports.summary import FINDINGS, summary
from app.texts import QT_TRANSLATE_NOOP, language, translate

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.settings import MethodSettings

SUMMARY, DETAIL = "summary", "detail"
APPENDICES = ("reconciliation", "method")
CHOICES: dict[str, str] = {
    SUMMARY: QT_TRANSLATE_NOOP("Report", "本月结论"),
    "tiers": QT_TRANSLATE_NOOP("Report", "分级结构"),
    "customers": QT_TRANSLATE_NOOP("Report", "重点客户"),
    "pareto": QT_TRANSLATE_NOOP("Report", "集中度"),
    "risk": QT_TRANSLATE_NOOP("Report", "流失预警"),
    "migration": QT_TRANSLATE_NOOP("Report", "分级迁移"),
    "actions": QT_TRANSLATE_NOOP("Report", "行动计划"),
    DETAIL: QT_TRANSLATE_NOOP("Report", "客户明细附表"),
    "reconciliation": QT_TRANSLATE_NOOP("Report", "附录 A　对账"),
    "method": QT_TRANSLATE_NOOP("Report", "附录 B　口径与设置"),
}
"""What may be on paper, in its order; the workbook always has everything."""
USUAL = frozenset(CHOICES) - {DETAIL}
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


@dataclass(frozen=True)
class Wanted:
    """What the user asked for."""

    company: str = ""
    include: frozenset[str] = USUAL
    findings: tuple[str, ...] = ()  # the user's own words in place of ours


def monthly(
    connection: "Connection",
    month: date,
    settings: "MethodSettings",
    wanted: Wanted = Wanted(),
    *,
    today: date,
    printed_at: datetime,
) -> Report:
    """The report of a month from its finished review, or without one as of its last day, marked 未存档."""
    from app.services.reports.loading import load

    return assemble(load(connection, month, settings, today), wanted, printed_at)


def assemble(book: MonthBook, wanted: Wanted, printed_at: datetime) -> Report:
    """Everything in print order; nothing is read here, so that other choices need no new reading."""
    spread = spread_of(book)
    makers: dict[str, Callable[[], Section]] = {
        SUMMARY: lambda: _own_words(summary(book, spread), wanted.findings),
        "tiers": lambda: standing.tiers(book),
        "customers": lambda: standing.key_customers(book),
        "pareto": lambda: standing.concentration(book, spread),
        "risk": lambda: change.risk(book),
        "migration": lambda: change.migration(book),
        "actions": lambda: change.action_plan(book),
        DETAIL: lambda: standing.detail(book, on_paper=DETAIL in wanted.include),
        "reconciliation": lambda: appendix.reconciliation(book),
        "method": lambda: appendix.method(book),
    }
    chosen = [makers[key]() for key in CHOICES if key in wanted.include or key == DETAIL]
    return Report(
        title=translate("Report", "月度客户盘点报告"),
        company=wanted.company,
        period=period(book),
        as_of=book.as_of,
        basis=_basis(book),
        printed_at=printed_at,
        sections=(*_numbered(chosen), _signatures()),
        stamps=_stamps(book),
        review_id=book.review.id if book.review else None,
    )


def period(book: MonthBook) -> str:
    """The month, and the day it was cut at when it was not over."""
    month = book.months[-1]
    if month.until is not None:
        return translate("Report", "{0}年{1}月（至{2}日）").format(month.first.year, month.first.month, month.until.day)
    return translate("Report", "{0}年{1}月").format(month.first.year, month.first.month)


def _basis(book: MonthBook) -> str:
    scope = book.review.scope if book.review else ""
    return " · ".join((scope or translate("Report", "全部客户"), appendix.version_text(book)))


def _stamps(book: MonthBook) -> tuple[str, ...]:
    stamps = [] if book.review else [translate("Report", "未存档")]
    return tuple(stamps if appendix.balanced(book) else [*stamps, translate("Report", "未对平")])


def _signatures() -> Section:
    labels = (
        translate("Report", "编制"),
        translate("Report", "审核"),
        translate("Report", "批准"),
        translate("Report", "日期"),
    )
    return Section("signatures", "", (SignatureLine(labels),))


def _numbered(chosen: Iterable[Section]) -> list[Section]:
    """一、二、三 before the headings of the body; what stands only in the workbook takes no number."""
    result, number = [], 0
    for section in chosen:
        if section.heading and section.key not in APPENDICES and _on_paper(section):
            number += 1
            section = replace(section, heading=_with_number(number, section.heading))
        result.append(section)
    return result


def _on_paper(section: Section) -> bool:
    return any(not getattr(block, "sheet_only", False) for block in section.blocks)


def _with_number(number: int, heading: str) -> str:
    return f"{NUMERALS[number - 1]}、{heading}" if language() == "zh_CN" else f"{number}. {heading}"


def _own_words(section: Section, findings: tuple[str, ...]) -> Section:
    """The findings as the user has edited them."""
    if not findings:
        return section
    blocks = tuple(
        replace(block, items=findings) if isinstance(block, Sentences) and block.name == FINDINGS else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def findings_of(report: Report) -> tuple[str, ...]:
    """The findings a report carries, for editing."""
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Sentences) and block.name == FINDINGS:
                return block.items
    return ()
