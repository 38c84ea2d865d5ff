"""The monthly report as a file."""

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import Outcome, opened, parse_month
from app.services import settings as method_settings
from app.services.errors import UsageError
from app.services.progress import WorkContext
from app.services.reports import monthly
from app.texts import translate

if TYPE_CHECKING:
    from app.services.reports.model import Report


def report(args: Namespace, _work: WorkContext) -> Outcome:
    """PDF or Excel, by the ending of --out."""
    ending = args.out.suffix.lower()
    if ending not in (".pdf", ".xlsx"):
        raise UsageError("usage.report_ending", file=args.out.name)
    year, month = parse_month(args.month)
    with opened(args.ledger) as context, context.reading() as connection:
        made = monthly.monthly(
            connection,
            date(year, month, 1),
            method_settings.current(connection),
            monthly.Wanted(company=args.company or args.ledger.stem),
            today=context.today(),
            printed_at=datetime.now(),
        )
    write(made, args.out)
    document = {"file": str(args.out), "month": args.month, "as_of": made.as_of, "stamps": list(made.stamps)}
    return Outcome(document, [translate("Cli", "报告已保存：{0}").format(args.out)])


def write(made: "Report", target: Path) -> None:
    """Write a report in the form its name asks for."""
    if target.suffix.lower() == ".xlsx":
        from app.services.reports.workbook import to_workbook

        to_workbook(made, target)
        return
    from app.ui.headless import ensure_application
    from app.ui.printing.layout import lay_out
    from app.ui.printing.output import write_pdf

    ensure_application()
    write_pdf(lay_out(made), target)
