"""The sample ledger (示例台账): made like any other, by importing its workbook and finishing a review."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.context import Context
from app.services import importing, samples
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from app.services.reviews import draft
from app.services.reviews.finishing import FinishReview
from app.services.workdays import DAY
from app.texts import QT_TRANSLATE_NOOP, translate

SIGNER = QT_TRANSLATE_NOOP("Samples", "王经理")


def create(path: Path, work: WorkContext, workbook: Path | None = None) -> None:
    """Make the sample at `path` with one finished review and its tasks; `workbook` keeps the imported file too."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        today = date.today()
        source = samples.write_sample(workbook or Path(folder) / samples.FILE_NAME, today)
        with Context.create(path) as context:
            with context.reading() as connection:
                plan = importing.plan(connection, [source], ImportOptions(), work)
            context.run(importing.command(plan), work)
            review(context, _last_month_end(today), translate("Samples", SIGNER), work)


def review(context: Context, as_of: date, signed_by: str, work: WorkContext) -> int:
    """Finish a review as the rules propose it, without a walk through the customers."""
    made: list[draft.ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, context.today(), as_of=as_of)))
    signed = replace(made[0], signed_by=signed_by)
    context.run(FinishReview(signed, context.today()), work)
    return signed.review_id


def _last_month_end(today: date) -> date:
    return today.replace(day=1) - DAY
