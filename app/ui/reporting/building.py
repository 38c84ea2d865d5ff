"""From a month to true pages, off the GUI thread; reading is skipped while only choices change."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.services import settings
from app.services.reports.monthly import USUAL, Wanted

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.reports.book import MonthBook
    from app.services.reports.model import Report
    from app.ui.printing.layout import Document


@dataclass(frozen=True)
class Choices:
    """What the left side says."""

    month: date
    company: str = ""
    include: frozenset[str] = USUAL
    findings: tuple[str, ...] = ()
    patterns: bool = False
    confidential: str = ""


@dataclass(frozen=True)
class Built:
    """A report laid out, and the figures it was made of."""

    choices: Choices
    book: "MonthBook"
    report: "Report"
    document: "Document"


def build(
    choices: Choices, book: "MonthBook | None", today: date, printed_at: datetime, connection: "Connection"
) -> Built:
    """Read the month unless it is given, then put the report together and lay it out."""
    from app.services.reports.monthly import assemble
    from app.ui.printing.layout import Options, lay_out

    if book is None:
        from app.services.reports.loading import load

        book = load(connection, choices.month, settings.current(connection), today)
    wanted = Wanted(choices.company, choices.include, choices.findings)
    report = assemble(book, wanted, printed_at)
    return Built(choices, book, report, lay_out(report, Options(choices.patterns, choices.confidential)))
