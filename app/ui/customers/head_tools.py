"""The tools in the head of the customers page: the day it shows, a search that waits for a pause, ways to files."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.widgets.buttons import Button, CommandButton
from app.ui.widgets.inputs import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.actions import Actions
    from app.ui.session import Session

PAUSE = 60  # ms without a key before a search
EXPORTS = ("file.export_table", "file.export_list", "file.open_in_excel")


class SearchBox(Field):
    """`settled` carries the text once no key has come for a moment."""

    settled = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(hint, "search", parent)
        self.setObjectName("customer_search")
        self.setMinimumWidth(theme.px(130))
        self.setMaximumWidth(theme.px(280))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._settle)
        self.textChanged.connect(self._typed)

    def sizeHint(self) -> QSize:
        """Wide where there is room; buttons with words go before it where there is none."""
        return QSize(theme.px(230), super().sizeHint().height())

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _settle(self) -> None:
        self.settled.emit(self.text())


def export_button(text: str, actions: "Actions") -> Button:
    """One button for all the files a list can become."""
    button = Button(text, "secondary", "export")
    button.setObjectName("export_menu")
    menu = QMenu(button)
    for command in EXPORTS:
        if command in actions:
            menu.addAction(actions.action(command))
    button.set_menu(menu)
    return button


class AsOfButton(CommandButton):
    """截至今天, or the day that is looked at."""

    def __init__(self, session: "Session", action: "QAction", parent: QWidget | None = None) -> None:
        self._session = session
        super().__init__(action, "flat", text=self._words(), parent=parent)
        session.past.changed.connect(self._day_changed)

    def _words(self) -> str:
        day = self._session.past.day
        if day is None:
            return translate("AsOf", "截至今天")
        return translate("AsOf", "截至 {0}").format(day.isoformat())

    @Slot()
    def _day_changed(self) -> None:
        self._text = self._words()
        self._follow()
