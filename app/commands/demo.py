"""The whole job on the sample ledger: import, review, tasks, list, report, and pictures of every page."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from app import paths, sample_ledger
from app.commands import Outcome, opened, reports
from app.services import customers, filters, list_export, samples
from app.services import settings as method_settings
from app.services.progress import WorkContext
from app.services.reports import monthly
from app.services.workdays import DAY
from app.texts import translate


def demo(args: Namespace, work: WorkContext) -> Outcome:
    """Everything lands in --out; what a former run left there is replaced."""
    folder: Path = args.out
    folder.mkdir(parents=True, exist_ok=True)
    ledger = folder / f"{paths.SAMPLE_NAME}.pandian"
    for old in (ledger, *folder.glob("*.png")):
        old.unlink(missing_ok=True)
    sample_ledger.create(ledger, work, folder / samples.FILE_NAME)
    made = [folder / samples.FILE_NAME, ledger, *_pictures(ledger, args)]
    made += _papers(ledger, folder, work)
    lines = [translate("Cli", "演示完成，文件都在：{0}").format(folder), *(path.name for path in made)]
    return Outcome({"out": str(folder), "files": [path.name for path in made]}, lines)


def _papers(ledger: Path, folder: Path, work: WorkContext) -> list[Path]:
    """The customer list and the monthly report of the reviewed month, as PDF and Excel."""
    listed = folder / f"{translate('Cli', '客户清单')}.xlsx"
    with opened(ledger) as context, context.reading() as connection:
        list_export.write_list(connection, customers.ids(connection, filters.EVERYBODY), listed, work=work)
        today = context.today()
        report = monthly.monthly(
            connection,
            today.replace(day=1) - DAY,
            method_settings.current(connection),
            monthly.Wanted(company=ledger.stem),
            today=today,
            printed_at=datetime.now(),
        )
    papers = [folder / f"{report.title}{ending}" for ending in (".pdf", ".xlsx")]
    for paper in papers:
        reports.write(report, paper)
    return [listed, *papers]


def _pictures(ledger: Path, args: Namespace) -> list[Path]:
    from app.ui import screenshots

    return screenshots.take(screenshots.Wanted(args.out, ledger, args.lang, args.theme))
