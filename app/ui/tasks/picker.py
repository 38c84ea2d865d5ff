"""Choosing one customer by typing: name, pinyin or initials."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from app.ui.frame.palette import find_customers
from app.ui.jobs import Latest
from app.ui.session import Session
from app.ui.tables.list_model import ListModel
from app.ui.widgets.inputs import Field

Found = tuple[int, str, str]


class CustomerPicker(Field):
    """A search field whose list holds customers; `customer` is the one taken, None while none is."""

    chosen = Signal(object)  # int | None

    def __init__(self, session: Session, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(hint, "search", parent)
        self.setObjectName("customer_picker")
        self.customer: int | None = None
        self.owner = ""
        self._model = ListModel[Found](self, _shown)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.DisplayRole)
        completer.activated.connect(self._taken)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._found)

    def set_customer(self, number: int | None, name: str) -> None:
        """Begin with a customer already known."""
        self.customer = number
        self.setText(name)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._take(None)
        if text.strip():
            self._latest.ask(partial(find_customers, text.strip()))
        else:
            self._latest.drop()
            self._model.set_items(())

    @Slot(object)
    def _found(self, found: Iterable[Found]) -> None:
        rows = list(found)
        self._model.set_items(rows)
        exact = [row for row in rows if row[1] == self.text().strip()]
        if len(exact) == 1:
            self._take(exact[0][0])
        if rows and self.hasFocus():
            self.completer().complete()

    @Slot(str)
    def _taken(self, shown: str) -> None:
        for row in self._model.items():
            if _shown(row) == shown:
                self._take(row[0])
                QTimer.singleShot(
                    0, self, partial(self.setText, row[1])
                )  # the completer writes its own text after this

    def _take(self, number: int | None) -> None:
        if number != self.customer:
            self.customer = number
            self.chosen.emit(number)


def _shown(found: Found) -> str:
    _, name, note = found
    return f"{name}  {note}" if note else name
