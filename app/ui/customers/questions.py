"""What the page asks the ledger, newest question first: the list, its counts, one customer, his reasons, sums."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services.filters import EVERYBODY, CustomerFilter
from app.ui.customers import reading
from app.ui.jobs import Job, Latest

if TYPE_CHECKING:
    from app.services.customers import Sort
    from app.services.workbench.everything import Everything
    from app.ui.session import Session

PAUSE = 60  # ms without a key before the next question
COUNTS_AFTER = 40
REASONS_AFTER = 150  # they need the figures of everybody, so they wait until the user rests


class Questions(QObject):
    """Each signal carries the answer to the newest question of its kind."""

    listed = Signal(object)  # reading.Listed
    counted = Signal(object)  # (filter, groups)
    detailed = Signal(object)  # CustomerDetail | None
    explained = Signal(object)  # (customer, sentences)
    summed = Signal(object)  # Statistics
    classed = Signal(object)  # Everything: all customers under every scheme
    grouped = Signal(object)  # reading.ClassedAnswer: the classes of some schemes, and their counts

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list, self._facets = (Latest(session.compute, self) for _ in range(2))
        self._detail, self._reasons, self._sums = (Latest(session.read, self) for _ in range(3))
        self._list.answered.connect(self.listed)
        self._facets.answered.connect(self.counted)
        self._classes = Latest(session.compute, self)
        self._classes.answered.connect(self.grouped)
        self._detail.answered.connect(self.detailed)
        self._reasons.answered.connect(self.explained)
        self._sums.answered.connect(self.summed)
        self._schemes = Latest(session.compute, self)
        self._schemes.answered.connect(self._schemes_read)
        self._everything: Everything | None = None
        self._customer: int | None = None
        self._detail_pause = self._timer(PAUSE, self.ask_detail)
        self._reason_pause = self._timer(REASONS_AFTER, self._ask_reasons)
        self._count_pause = self._timer(COUNTS_AFTER, self._ask_counts)
        self._counted = EVERYBODY
        session.ledger_closed.connect(self._ledger_closed)

    @property
    def today(self) -> date:
        return self._session.today()

    def ask_list(self, wanted: CustomerFilter, sort: "Sort") -> Job:
        self._count_pause.stop()
        self._facets.drop()
        return self._list.ask(reading.ListQuestion(wanted, tuple(sort)))

    def ask_counts_soon(self, wanted: CustomerFilter) -> None:
        """The counts come after the first rows are painted: a job beside the painting would slow it."""
        self._counted = wanted
        self._facets.drop()
        self._count_pause.start()

    def ask_classes(self, wanted: CustomerFilter, columns: tuple[str, ...], groups: tuple[str, ...]) -> None:
        """After the counts that are quick to have."""
        self._classes.ask(partial(reading.classed, wanted, columns, groups))

    def follow(self, number: int | None) -> None:
        """Another customer is current: his detail comes when the cursor rests, nobody's at once."""
        self._customer = number
        self._detail.drop()
        self._reasons.drop()
        if number is None:
            self._detail_pause.stop()
            self._reason_pause.stop()
        else:
            self._detail_pause.start()

    @Slot()
    def ask_detail(self) -> None:
        """The current customer anew."""
        if self._customer is not None:
            self._detail.ask(partial(reading.detail, self._customer, self.today))

    def ask_reasons_soon(self) -> None:
        self._reason_pause.start()

    @Slot()
    def ask_all_schemes(self) -> None:
        """Computed once, until the ledger changes or another day is looked at."""
        if self._everything is not None and self._everything.bench.facts.as_of == self.today:
            self.classed.emit(self._everything)
        else:
            self._schemes.ask(reading.all_schemes)

    def forget_schemes(self) -> None:
        """The ledger changed."""
        self._schemes.drop()
        self._everything = None

    @Slot(object)
    def _schemes_read(self, found: "Everything") -> None:
        self._everything = found
        self.classed.emit(found)

    def ask_sums(self, ids: Sequence[int]) -> None:
        """Sums over a selection; fewer than two need none."""
        if len(ids) < 2:
            self._sums.drop()
        else:
            self._sums.ask(partial(reading.statistics, ids))

    @Slot()
    def _ledger_closed(self) -> None:
        """What still waits would ask a ledger that is gone."""
        self.forget_schemes()
        self.follow(None)

    @Slot()
    def _ask_counts(self) -> None:
        if self._session.is_open:
            self._facets.ask(partial(reading.facets, self._counted))

    @Slot()
    def _ask_reasons(self) -> None:
        if self._customer is not None:
            self._reasons.ask(partial(reading.explanations, self._customer, self.today))

    def _timer(self, pause: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(slot)
        return timer
