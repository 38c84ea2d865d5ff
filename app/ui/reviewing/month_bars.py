"""Twelve months of purchases as small bars with their amounts, drawn by hand beside the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services import figures
from app.services.provenance import SourceLine
from app.services.workdays import add_months
from app.texts import clauses, language
from app.ui import theme

HEIGHT, BAR = 132, 26
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class MonthSum:
    """A month by its first day, and its purchases in units."""

    month: date
    units: int


def by_month(lines: Sequence[SourceLine], start: date, end: date) -> tuple[MonthSum, ...]:
    """Every month from start to end, those without purchases too."""
    sums: dict[date, int] = {}
    month = start.replace(day=1)
    while month <= end:
        sums[month] = 0
        month = add_months(month, 1)
    for line in lines:
        if line.day:
            first = date.fromisoformat(line.day).replace(day=1)
            sums[first] = sums.get(first, 0) + line.amount
    return tuple(MonthSum(*each) for each in sorted(sums.items()))


class MonthBars(QWidget):
    """The amount stands above its bar, the month below; a month of returns hangs from the line as nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums: tuple[MonthSum, ...] = ()
        self._unit = "wan"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, sums: tuple[MonthSum, ...], unit: str) -> None:
        self._sums, self._unit = sums, unit
        self.setVisible(any(each.units > 0 for each in sums))
        spoken = [f"{each.month:%Y-%m} {self._written(each.units)}" for each in sums if each.units]
        self.setAccessibleDescription(clauses(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.px(18)
        floor, room = self.height() - line, self.height() - 2 * line - theme.px(4)
        highest = max((each.units for each in self._sums), default=0)
        painter.fillRect(QRectF(0, floor, self.width(), 1), theme.color("stroke"))
        if highest <= 0:
            return
        width = self.width() / len(self._sums)
        caption = theme.font("caption")
        painter.setFont(caption)
        fits = QFontMetrics(caption).horizontalAdvance(self._written(highest)) <= width
        for place, each in enumerate(self._sums):
            left = place * width
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(left, floor, width, line), _CENTRE, str(each.month.month))
            if each.units <= 0:
                continue
            height = max(2.0, room * each.units / highest)
            bar = min(width * 0.6, theme.px(BAR))
            painter.fillRect(QRectF(left + (width - bar) / 2, floor - height, bar, height), _blue())
            if fits:
                painter.drawText(QRectF(left, floor - height - line, width, line), _CENTRE, self._written(each.units))

    def _written(self, units: int) -> str:
        places = 0 if self._unit != "wan" or language() == "en_US" else 1
        divisor = figures.large_unit() if self._unit == "wan" else figures.UNITS
        return figures.format_number(Decimal(units) / divisor, places)


def _blue() -> QColor:
    return QColor(theme.slot("blue").series)
