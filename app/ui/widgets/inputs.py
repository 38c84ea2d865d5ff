"""Input fields with the program's manners."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from app.ui import icons, theme
from app.ui.widgets.labels import restyle


class Field(QLineEdit):
    """A line edit that can say it is wrong and whose icon follows the theme; Esc empties a search."""

    def __init__(self, hint: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._lead: QAction | None = None
        self._clear: QAction | None = None
        if icon:
            self._lead = self.addAction(icons.icon(icon), QLineEdit.ActionPosition.LeadingPosition)
            self.setClearButtonEnabled(True)
            self._clear = self.findChild(QAction, "_q_qlineeditclearaction")
            self._tint()

    def set_wrong(self, sentence: str) -> None:
        """A red edge with the sentence as tooltip; empty takes it away."""
        self.setProperty("wrong", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        restyle(self)

    @property
    def wrong(self) -> str:
        """The sentence of what is wrong here, or nothing."""
        return self.toolTip() if self.property("wrong") else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._icon and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_lead", None) is not None:
            self._tint()

    def _tint(self) -> None:
        """Qt's own cross is a black disc; ours is of the family."""
        if self._lead is not None:
            self._lead.setIcon(icons.icon(self._icon))
        if self._clear is not None:
            self._clear.setIcon(icons.icon("close", "text3", 14))


def search_field(hint: str) -> Field:
    """A field with a magnifier and a cross to empty it."""
    return Field(hint, "search")


def indent(box: QAbstractSpinBox) -> None:
    """Room before the number, as other fields have it: the sheet's padding does not reach it."""
    box.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
