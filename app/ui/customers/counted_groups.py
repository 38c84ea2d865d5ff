"""The groups of the filter panel: what is quick to count first, then the classes of schemes that are worked out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.ui.customers.list_area import ListArea
from app.ui.customers.questions import Questions
from app.ui.customers.reading import ClassedAnswer
from app.ui.customers.wanted_list import WantedList
from app.ui.filters import schemes_menu

if TYPE_CHECKING:
    from app.services.customers import FacetGroup
    from app.services.filters import CustomerFilter
    from app.ui.session import Session

    Show = Callable[[tuple[FacetGroup, ...], CustomerFilter], None]


class CountedGroups(QObject):
    """`show` puts the groups of a filter into the panel; classes go into the columns of the list as well."""

    def __init__(
        self,
        session: "Session",
        area: ListArea,
        wanted: WantedList,
        questions: Questions,
        show: "Show",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._area, self._wanted, self._questions, self._show = session, area, wanted, questions, show
        self._plain: tuple[FacetGroup, ...] = ()
        self._classes: tuple[FacetGroup, ...] = ()
        questions.counted.connect(self._counted)
        questions.grouped.connect(self._grouped)
        area.columns_chosen.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """The classes of the schemes in the columns, of those in the panel, and of all that users made."""
        self._questions.ask_classes(self._wanted.filter, self._area.watched(), schemes_menu.kept())

    @Slot(object)
    def _counted(self, answer: "tuple[CustomerFilter, tuple[FacetGroup, ...]]") -> None:
        wanted, self._plain = answer
        self._show((*self._plain, *self._classes), wanted)
        self.ask()

    @Slot(object)
    def _grouped(self, answer: ClassedAnswer) -> None:
        """The answer to an older filter is followed by another."""
        if answer.wanted == self._wanted.filter:
            self._classes = answer.groups
            self._area.show_classed(answer.classed, self._session.path)
            self._show((*self._plain, *self._classes), answer.wanted)
