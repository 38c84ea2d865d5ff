"""Rows of name and value, as in a detail pane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui import theme
from app.ui.widgets.labels import Kind, label
from app.ui.widgets.layouts import empty


class KeyValues(QWidget):
    """Names left, values right aligned; one row each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}

    def add(self, key: str, name: str, value: str = "—", kind: Kind = "control") -> QLabel:
        """A row; the value wraps and can be copied."""
        row = self._grid.rowCount()
        text = label(value, kind, wrap=True, selectable=True)
        text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        text.setObjectName(f"value_{key}")
        text.setAccessibleName(name)
        self._grid.addWidget(label(name, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        self._values[key] = text
        return text

    def add_widget(self, name: str, widget: QWidget) -> None:
        """A row whose value is a widget."""
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "caption"), row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)

    def set(self, key: str, value: str) -> None:
        self._values[key].setText(value or "—")

    def clear(self) -> None:
        """Take all rows out."""
        self._values.clear()
        empty(self._grid)
