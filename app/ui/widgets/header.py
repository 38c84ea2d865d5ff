"""The line on top of a page: back, title, a quiet second text, and the page's few visible commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button, CommandButton, icon_button
from app.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from app.ui.actions import Actions


class PageHeader(QWidget):
    """Title left, tools right; one primary button at most."""

    back = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = icon_button("arrow-left", QCoreApplication.translate("PageHeader", "返回"))
        self._back.setObjectName("page_back")
        self._back.clicked.connect(self.back)
        self._back.hide()
        self._title = label(title, "page")
        self._title.setObjectName("page_title")
        self._subtitle = ElidedLabel("", "secondary")
        self._subtitle.setObjectName("page_subtitle")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(8))
        self._layout.addWidget(self._back)
        self._layout.addWidget(self._title)
        self._layout.addSpacing(theme.px(4))
        self._layout.addWidget(self._subtitle, 1)
        self.setMinimumHeight(theme.px(34))

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)
        self._subtitle.updateGeometry()

    def show_back(self, tip: str = "") -> None:
        """A page reached from another one has an arrow; the signal `back` tells of a click."""
        if tip:
            self._back.setToolTip(tip)
            self._back.setAccessibleName(tip)
        self._back.show()

    def add(self, widget: QWidget) -> None:
        """Put a tool at the right end."""
        self._layout.addWidget(widget)

    def add_left(self, widget: QWidget) -> None:
        """Put something right behind the title, such as chips."""
        self._layout.insertWidget(self._layout.indexOf(self._subtitle), widget)

    def add_command(self, actions: "Actions", command: str, *, primary: bool = False, text: str = "") -> Button:
        """The button of a command, with its state, tooltip and key."""
        result = CommandButton(actions.action(command), "primary" if primary else "secondary", text=text)
        self.add(result)
        return result
