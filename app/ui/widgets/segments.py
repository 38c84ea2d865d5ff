"""Segmented buttons: one of a few, all of them visible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button


class Segments(QFrame):
    """A choice among a few (key, text); `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._stop: QAbstractButton | None = None
        for key, text in options:
            each = Button(text, "segment")
            each.setCheckable(True)
            each.setObjectName(f"segment_{key}")
            each.setProperty("key", key)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.ensurePolished()
            # the chosen one is set in semi-bold: keep room for it, so that nothing moves
            each.setMinimumWidth(theme.px(26) + _bold_width(text))
            layout.addWidget(each)
            self._group.addButton(each)
            self._buttons[key] = each
        self._group.buttonClicked.connect(self._clicked)
        self._group.buttonToggled.connect(self._keep_tab_stop)
        self.set(current or (options[0][0] if options else ""))

    @property
    def current(self) -> str:
        checked = self._group.checkedButton()
        return str(checked.property("key")) if checked else ""

    def set(self, key: str) -> None:
        """Show a choice without telling of it."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _keep_tab_stop(self, each: QAbstractButton, chosen: bool) -> None:
        """Tab enters at the chosen one, as the arrow keys choose only from there."""
        if not chosen:
            return
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self._stop is not None and self._stop is not each:
            self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            QWidget.setTabOrder(self._stop, each)  # wherever the place of the segments has been put
            self._stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stop = each

    @Slot(QAbstractButton)
    def _clicked(self, each: QAbstractButton) -> None:
        self.chosen.emit(str(each.property("key")))


def _bold_width(text: str) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(theme.font("strong")).horizontalAdvance(text)
