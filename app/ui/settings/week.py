"""Which days of the week are worked: seven small buttons, one of them always down."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.texts import translate
from app.ui.tasks.words import NARROW_WEEKDAYS, WEEKDAYS
from app.ui.widgets.buttons import Button


class WeekDays(QFrame):
    """`changed` carries the worked days as digits, Monday 1."""

    changed = Signal(str)

    def __init__(self, week: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "segments")
        self.setObjectName("setting_week")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self._days: list[Button] = []
        for number, (narrow, full) in enumerate(zip(NARROW_WEEKDAYS, WEEKDAYS, strict=True), 1):
            day = Button(translate("Days", narrow), "segment")
            day.setCheckable(True)
            day.setChecked(str(number) in week)
            day.setObjectName(f"weekday_{number}")
            day.setAccessibleName(translate("Days", full))
            day.setToolTip(translate("Days", full))
            day.clicked.connect(self._clicked)
            self._days.append(day)
            row.addWidget(day)

    @property
    def week(self) -> str:
        return "".join(str(number) for number, day in enumerate(self._days, 1) if day.isChecked())

    @Slot()
    def _clicked(self) -> None:
        """A week without work would never come to an end: the last day stays."""
        sender = self.sender()
        if not self.week and isinstance(sender, Button):
            sender.setChecked(True)
        else:
            self.changed.emit(self.week)
