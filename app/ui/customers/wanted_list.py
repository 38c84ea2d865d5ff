"""Which customers the page lists and in which order; a customer asked for from elsewhere is found among them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.services.customers import DEFAULT_SORT, Sort, SortLevel
from app.services.filters import EVERYBODY, CustomerFilter
from app.ui.customers.head_tools import SearchBox
from app.ui.customers.list_area import ListArea
from app.ui.customers.questions import Questions
from app.ui.customers.reading import Listed

if TYPE_CHECKING:
    from app.ui.session import Session


class WantedList(QObject):
    """Asks for the list anew with every change of filter, search or order, and shows it once it is read."""

    shown = Signal(object)  # Listed

    def __init__(
        self, session: "Session", area: ListArea, search: SearchBox, questions: Questions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._area, self._search, self._questions = session, area, search, questions
        self.filter, self._sort = EVERYBODY, tuple(DEFAULT_SORT)
        self.listed: Listed | None = None
        self._customer: int | None = None  # who is to be shown as soon as he is listed
        self._from_top = False
        search.settled.connect(self._searched)
        area.filters.changed.connect(self.set_filter)
        area.sorted.connect(self.set_sort)
        area.clear_asked.connect(self.clear)
        area.leave_bin_asked.connect(self.toggle_bin)
        questions.listed.connect(self._read)
        area.show_sort(self._sort)

    @property
    def search(self) -> str:
        """What the rows that are listed were searched for."""
        return self.listed.wanted.search if self.listed else ""

    def ask(self) -> None:
        self._questions.ask_list(self.filter, self._sort)

    @Slot(object)
    def _read(self, listed: Listed) -> None:
        self.listed = listed
        self.filter = listed.wanted  # without schemes that somebody has removed since
        if tuple(listed.sort) != self._sort:
            self._order(listed.sort)
        self._area.show_list(listed)
        self.shown.emit(listed)
        if self._customer is not None:
            self._show_asked()
        elif self._from_top:
            self._area.table.show_row(0)
        self._from_top = False
        self._questions.ask_counts_soon(listed.wanted)

    @Slot(object)
    def set_filter(self, wanted: CustomerFilter) -> None:
        self.filter = wanted
        if wanted.search != self._search.text():
            self._search.setText(wanted.search)
        self.ask()

    def look_through(self, wanted: CustomerFilter) -> None:
        """Customers another page asks for: they are read from the first, whoever was looked at before."""
        self._from_top = True
        self.set_filter(wanted)

    @Slot(str)
    def _searched(self, text: str) -> None:
        if text != self.filter.search and self._session.is_open:
            self.filter = replace(self.filter, search=text)
            self.ask()

    @Slot(object)
    def set_sort(self, sort: "Sort | Sequence[SortLevel]") -> None:
        """Another order, by a click on a heading or as a saved view asks for it."""
        self._order(sort)
        self.ask()

    @Slot()
    def clear(self) -> None:
        self.set_filter(CustomerFilter(deleted=self.filter.deleted))

    @Slot()
    def toggle_bin(self) -> None:
        self._order(DEFAULT_SORT if self.filter.deleted else (SortLevel("deleted", True),))
        self.set_filter(CustomerFilter(deleted=not self.filter.deleted))

    def leave_bin(self) -> None:
        """Without asking: the list is read anew anyhow."""
        if self.filter.deleted:
            self.filter = EVERYBODY
            self._order(DEFAULT_SORT)

    def _order(self, sort: Sequence[SortLevel]) -> None:
        self._sort = tuple(sort)
        self._area.show_sort(self._sort)

    # one of them

    def want(self, number: int | None) -> None:
        """Whom the next list shows."""
        self._customer = number

    @Slot(int)
    def show_customer(self, number: int) -> None:
        self._customer = number
        self.ask()

    @Slot(str)
    def show_group(self, parent: str) -> None:
        """A parent and all its branches."""
        self.set_filter(EVERYBODY.with_values("parent", [parent]))

    def _show_asked(self) -> None:
        """A filter that hides him gives way."""
        number, self._customer = self._customer, None
        if number is None or self._area.show_customer(number):
            return
        if self.filter:
            self._customer = number
            self.clear()
