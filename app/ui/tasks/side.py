"""Beside the tasks: the four fields of importance and urgency, the coming week, what has just happened."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.history import Entry
from app.services.today import DayLoad
from app.texts import translate
from app.ui import theme
from app.ui.tasks.words import QUADRANT_SLOTS, QUADRANTS, narrow_weekday, weekday
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.layouts import empty


class QuadrantTile(QWidget):
    """A field of the matrix: its name and how many; a click shows only these."""

    clicked = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._count, self._chosen = number, 0, False
        self.setObjectName(f"quadrant_{number}")
        self.setMinimumHeight(theme.px(64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set(0, chosen=False)

    def set(self, count: int, *, chosen: bool) -> None:
        self._count, self._chosen = count, chosen
        self.setAccessibleName(f"{translate('Tasks', QUADRANTS[self._number])} {count}")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self._number)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.slot(QUADRANT_SLOTS[self._number])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.chip))
        frame = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        if self._chosen or self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.on_chip), 2 if self._chosen or self.hasFocus() else 1))
            painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        painter.setPen(QColor(colours.on_chip))
        area = self.rect().adjusted(theme.px(10), theme.px(8), -theme.px(6), -theme.px(6))
        painter.setFont(theme.font("caption"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), translate("Tasks", QUADRANTS[self._number]))
        painter.setFont(theme.font("page"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), str(self._count))


class MatrixCard(Card):
    """先做什么: the four tiles."""

    chosen = Signal(int)  # 0: all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Tasks", "先做什么"), "", parent)
        self.body.addWidget(label(translate("Tasks", "按客户的重要程度和到期日自动排"), "caption", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(theme.px(6))
        self._tiles = {number: QuadrantTile(number) for number in QUADRANTS}
        for number, tile in self._tiles.items():
            grid.addWidget(tile, (number - 1) // 2, (number - 1) % 2)
            tile.clicked.connect(self._clicked)
        self.body.addLayout(grid)
        self._only = 0

    @property
    def only(self) -> int:
        return self._only

    def set(self, counts: Mapping[int, int]) -> None:
        for number, tile in self._tiles.items():
            tile.set(counts.get(number, 0), chosen=number == self._only)

    def clear(self) -> None:
        self._only = 0

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self._only = 0 if number == self._only else number
        self.chosen.emit(self._only)


class WeekCard(Card):
    """下周: one small box a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Tasks", "下周"), "", parent)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(6))
        self.body.addLayout(self._row)
        self._note = label("", "caption", wrap=True)
        self.body.addWidget(self._note)

    def set(self, days: Sequence[DayLoad], note: str) -> None:
        empty(self._row)
        for each in days:
            self._row.addWidget(_DayBox(each))
        self._note.setText(note)
        self._note.setVisible(bool(note))


class _DayBox(QWidget):
    def __init__(self, load: DayLoad) -> None:
        super().__init__()
        self._load = load
        self.setMinimumSize(theme.px(36), theme.px(46))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        text = translate("Tasks", "{day}：{count} 件").format(day=_day_name(load.day), count=load.count)
        self.setToolTip(text if load.worked else translate("Tasks", "{0}：放假").format(_day_name(load.day)))
        self.setAccessibleName(self.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("stroke"), 1))
        painter.setBrush(theme.color("surface" if self._load.worked else "alt"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(5), theme.px(5))
        area = self.rect().adjusted(theme.px(7), theme.px(5), -theme.px(4), -theme.px(4))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), f"{narrow_weekday(self._load.day)} {self._load.day.day}")
        painter.setFont(theme.font("card"))
        painter.setPen(theme.color("text1" if self._load.count else "text3"))
        words = str(self._load.count) if self._load.worked or self._load.count else translate("Tasks", "休")
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), words)


class RecentCard(Card):
    """刚刚发生: the last operations; the newest can be taken back here."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Tasks", "刚刚发生"), "", parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        self.body.addLayout(self._rows)

    def set(self, entries: Sequence[Entry], now: datetime) -> None:
        empty(self._rows)
        undoable = next((entry.id for entry in entries if entry.state == "done"), None)
        for entry in entries:
            self._rows.addWidget(self._row(entry, now, undoable))
        if not entries:
            self._rows.addWidget(label(translate("Tasks", "还没有改动。"), "caption"))

    def _row(self, entry: Entry, now: datetime, undoable: int | None) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        when = label(_when(entry.made_at, now), "hint")
        when.setFixedWidth(theme.px(44))
        undone = entry.state == "undone"
        text = entry.label.text()
        words = ElidedLabel(translate("Tasks", "已撤销：{0}").format(text) if undone else text, "caption")
        layout.addWidget(when)
        layout.addWidget(words, 1)
        if entry.id == undoable:
            link = button(translate("Tasks", "撤销"), "link", slot=self._undo)
            link.setObjectName("recent_undo")
            layout.addWidget(link)
        return row

    @Slot()
    def _undo(self) -> None:
        self.undo.emit()


def _when(made: datetime, now: datetime) -> str:
    days = (now.date() - made.date()).days
    if days == 0:
        return f"{made:%H:%M}"
    return translate("Tasks", "昨天") if days == 1 else f"{made:%m-%d}"


def _day_name(day: date) -> str:
    return f"{day:%m-%d} {weekday(day)}"
