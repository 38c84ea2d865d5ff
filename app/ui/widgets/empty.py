"""What an empty place shows: what belongs here, one button that creates it, one link to learn."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label


class EmptyState(QWidget):
    """Centred icon, line, button, link; never an empty white table."""

    def __init__(self, icon: str, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._detail = label(text, "card"), label(detail, "secondary", wrap=True)
        self._text.setObjectName("empty_text")
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(8))
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon, "stroke_strong", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (self._text, self._detail):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(each)
        self._detail.setVisible(bool(detail))
        layout.addSpacing(theme.px(4))
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        layout.addLayout(self._buttons)
        layout.addStretch(2)

    def set(self, text: str, detail: str = "") -> None:
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add_button(self, text: str, slot: Callable[[], object], icon: str = "", *, primary: bool = True) -> Button:
        return self.add_widget(button(text, "primary" if primary else "secondary", icon, slot))

    def add_link(self, text: str, slot: Callable[[], object]) -> Button:
        return self.add_widget(button(text, "link", slot=slot))

    def add_row(self, buttons: Sequence[Button]) -> None:
        """Several ways to begin, side by side."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        self._buttons.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Something wider than a button."""
        self._buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def add_widget(self, each: Button) -> Button:
        self._buttons.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        return each
