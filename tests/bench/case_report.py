"""The monthly report, figures and pages and charts, beside what matplotlib takes for those charts alone.

All imports are done before either is timed; both draw the same figures at the same size.
"""

import io
import os
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from app.context import Context
from app.services import settings
from app.services.reports.model import Chart, Report
from app.services.reports.monthly import Wanted, monthly
from app.ui.headless import ensure_application
from app.ui.printing import paper
from app.ui.printing.layout import lay_out
from app.ui.printing.output import pdf_bytes
from tests.bench import ledgers
from tests.bench.harness import Case

CUSTOMERS, LINES = 300, 10_000
MONTH = date(2026, 10, 1)
PRINT_DPI = 200


def cases(work: Path) -> Iterator[Case]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ensure_application()
    ledger = ledgers.with_customers(work, CUSTOMERS, LINES)
    with Context.open(ledger) as context:
        made = report(context)
        charts = [block for section in made.sections for block in section.blocks if isinstance(block, Chart)]
        reference = partial(alone, charts)
        produce(context)
        reference()  # once each, so that fonts and modules are loaded
        size = f"{CUSTOMERS} customers, {LINES:,} lines, {len(charts)} charts"
        yield Case("report to PDF", size, partial(produce, context), reference, 1.5, 9)


def report(context: Context) -> Report:
    with context.reading() as connection:
        rules = settings.current(connection)
        return monthly(
            connection, MONTH, rules, Wanted("测试"), today=date(2026, 11, 20), printed_at=datetime(2026, 11, 20)
        )


def produce(context: Context) -> None:
    """From the ledger to the bytes of the PDF."""
    pdf_bytes(lay_out(report(context)))


def alone(charts: list[Chart]) -> None:
    """The same figures as bitmaps for print, the usual way."""
    palette = paper.chart_palette(patterns=False)
    for chart in charts:
        width = paper.BODY_WIDTH / paper.UNITS_PER_INCH
        figure = chart.draw(palette, width, chart.height / 25.4)
        figure.savefig(io.BytesIO(), format="png", dpi=PRINT_DPI)
