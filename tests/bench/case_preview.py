"""The review's live preview after a threshold changed, with 20,000 customers: from the keystroke to the repaint.

The reference is what an analyst would run for the same answer: classes, counts, money and the change matrix in pandas,
from a frame that holds the facts already, without showing any of it.
"""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

from tests.bench import ledgers
from tests.bench.case_customers import wait_until
from tests.bench.harness import Case, Limit

CUSTOMERS, LINES = 20_000, 200_000
SIZE = (1600, 900)
EARLIER = date(2026, 9, 30)
KEYSTROKES = 9


def cases(work: Path) -> Iterator[Case | Limit]:
    bench = Bench(work)
    size = f"{CUSTOMERS:,} customers"
    yield Case("preview after a threshold", size, Typing(bench), Reference(bench), goal=3.0, rounds=9)
    yield Limit("preview after a threshold", size, Median(Typing(bench)), 100, "ms")


class Bench:
    """The wizard at step 3 with an earlier review to compare with, made when first asked for."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self.application = QApplication.instance() or QApplication([])

    @cached_property
    def page(self) -> Any:
        from app.services.reviews.draft import Step
        from app.ui.main_window import MainWindow
        from app.ui.preferences import Preferences
        from app.ui.reviewing.wizard import ReviewWizardPage
        from app.ui.session import Session

        ledger = ledgers.with_customers(self._work, CUSTOMERS, LINES)
        draft = replace(begun(ledger), step=Step.RULES)
        session = Session()
        self.window = window = MainWindow(session, Preferences())
        window.resize(*SIZE)
        window.show()
        window.open_ledger(str(ledger))
        wait_until(lambda: session.is_open)
        window.go("review_wizard", draft)
        page: Any = window.findChild(ReviewWizardPage)
        wait_until(lambda: page.state.is_open and page.state.settled)
        return page

    @cached_property
    def frame(self) -> Any:
        """The facts as columns, the classes of the earlier review among them."""
        import pandas as pd

        basis = self.page.state.basis
        facts, before = basis.facts, basis.before.finals
        ids = facts.customer_id.tolist()
        return pd.DataFrame(
            {
                "sales": facts.annual_sales,
                "net": facts.net_sales,
                "profit": facts.gross_profit,
                "days": facts.purchase_days,
                "recency": facts.recency_days,
                "before": [before.get(number, "absent") for number in ids],
            },
            index=ids,
        )


def begun(ledger: Path) -> Any:
    """A filed review of a month ago and the draft after it."""
    from app.context import Context
    from app.services.reviews import draft
    from app.services.reviews.finishing import FinishReview

    with Context.open(ledger) as context:
        made: list[Any] = []
        context.write_draft(lambda connection: made.append(draft.start(connection, EARLIER, as_of=EARLIER)))
        context.run(FinishReview(replace(made[0], signed_by="王"), EARLIER))
        day = ledgers.LAST_DAY
        context.write_draft(lambda connection: made.append(draft.start(connection, day, as_of=day)))
        return made[1]


@dataclass
class Typing:
    """One keystroke in the field of the upper line, until preview and workload are painted; the chart follows them."""

    bench: Bench
    number: int = 0

    def __call__(self) -> float:
        page = self.bench.page
        wait_until(lambda: page.state.settled and not page.session.busy)
        field: QLineEdit = page.page.findChild(QLineEdit, "rule_value_high")
        self.number += 1
        text = str(30 + self.number % 20)
        field.setText(text)
        began = time.perf_counter()
        field.textEdited.emit(text)
        self._shown(page)
        self.bench.application.processEvents()  # what was changed is painted
        return time.perf_counter() - began

    def _shown(self, page: Any) -> None:
        from PySide6.QtCore import QEventLoop

        loop = QEventLoop()
        page.state.planned.connect(loop.quit)  # connected after the page's own slots, so called after them
        loop.exec()
        page.state.planned.disconnect(loop.quit)


@dataclass(frozen=True)
class Median:
    """The middle of several keystrokes, in thousandths of a second."""

    typing: Typing

    def __call__(self) -> float:
        return statistics.median(self.typing() for _ in range(KEYSTROKES)) * 1000


@dataclass
class Reference:
    """The same four schemes in pandas, and what the preview says of the leading one."""

    bench: Bench
    number: int = 0

    def __call__(self) -> None:
        import numpy as np
        import pandas as pd

        frame = self.bench.frame
        self.number += 1
        high, mid = (30 + self.number % 20) * 100_000_000, 10 * 100_000_000
        value = pd.cut(frame.sales, [-np.inf, mid, high, np.inf], labels=["general", "mid", "high"], right=False)
        rank = frame.profit.rank(pct=True)
        pareto = pd.cut(rank, [0, 0.2, 0.8, 1], labels=["bottom", "mid", "top"])
        often, much = frame.days > frame.days.median(), frame.net > frame.net.median()
        quadrant = pd.Series(np.select([often & much, much, often], ["star", "flow", "stream"], "burden"), frame.index)
        grade = pd.Series(np.where(frame.recency < 365, "A", "D"), frame.index)
        for classes in (value, pareto, quadrant, grade):
            frame.net.groupby(classes, observed=False).agg(["count", "sum"])
        pd.crosstab(frame.before, value)
        moved = frame[frame.before != value.astype(str)].sort_values("net", ascending=False)
        assert len(moved)
