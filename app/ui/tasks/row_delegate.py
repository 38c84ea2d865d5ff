"""How a task row is drawn, and which part of it a click meets."""

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.services.today import TaskRow
from app.texts import translate
from app.ui import icons, theme
from app.ui.tables.list_model import ITEM_ROLE
from app.ui.tasks.words import CHANNEL_ICONS, chips, due_text, escalation
from app.ui.widgets.chips import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
ROW = 56
WIDE = 620  # from here on the tools have words
CHECK, LOG, POSTPONE, TEXT = "check", "log", "postpone", "text"
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class RowParts:
    """Where the parts of a row stand, for painting and for the mouse alike."""

    def __init__(self, rect: QRect) -> None:
        px = theme.px
        self.wide = rect.width() >= px(WIDE)
        tool = px(76) if self.wide else px(32)
        right = rect.right() - px(10)
        top, height = rect.top(), rect.height()
        self.check = QRect(rect.left() + px(14), rect.center().y() - px(9), px(18), px(18))
        self.postpone = QRect(right - tool, top, tool, height)
        self.log = QRect(self.postpone.left() - tool, top, tool, height)
        due_width = px(104)
        self.due = QRect(self.log.left() - due_width - px(4), top, due_width, height)
        owner_width = px(72) if rect.width() >= px(520) else 0
        self.owner = QRect(self.due.left() - owner_width, top, owner_width, height)
        left = self.check.right() + px(14)
        self.text = QRect(left, top, max(0, self.owner.left() - left - px(8)), height)

    def at(self, point: QPoint) -> str:
        """The part under a point."""
        if point.x() < self.text.left() - theme.px(4):
            return CHECK
        if self.log.contains(point):
            return LOG
        return POSTPONE if self.postpone.contains(point) else TEXT


class TaskDelegate(QStyledItemDelegate):
    """Two lines, owner, due date, and the two things one does with a task."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        self.hovered: tuple[int, str] = (-1, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ITEM_ROLE)
        if not isinstance(row, TaskRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, parts = option.rect, RowParts(option.rect)
        number, part = self.hovered
        hovered = number == index.row()
        if hovered:
            painter.fillRect(rect, theme.color("hover"))
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.color("grid"))
        _paint_check(painter, parts.check, row.done, hovered and part == CHECK)
        _paint_texts(painter, parts.text, row)
        _paint_when(painter, parts, row, self.today)
        if not row.done:
            marked = part if hovered else ""
            _paint_tool(painter, parts.log, "edit", translate("Tasks", "记录"), parts.wide, marked == LOG)
            _paint_tool(painter, parts.postpone, "snooze", translate("Tasks", "推迟"), parts.wide, marked == POSTPONE)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), theme.px(4), theme.px(4))
        painter.restore()


def _paint_check(painter: QPainter, box: QRect, done: bool, hovered: bool) -> None:
    edge = theme.color("accent" if done or hovered else "stroke_strong")
    painter.setPen(QPen(edge, 1))
    painter.setBrush(theme.color("accent") if done else theme.color("surface"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    if done:
        _paint_icon(painter, box, "check", "on_accent")


def _paint_texts(painter: QPainter, area: QRect, row: TaskRow) -> None:
    half = area.height() // 2
    upper = QRect(area.left(), area.top() + theme.px(4), area.width(), half - theme.px(2))
    lower = QRect(area.left(), area.top() + half - theme.px(2), area.width(), half - theme.px(4))
    shown = chips(row)
    sizes = [chip_size(word, slot) for word, slot in shown]
    room = area.width() - sum(size.width() + theme.px(6) for size in sizes)
    strong = QFontMetrics(theme.font("strong"))
    name = strong.elidedText(row.name or row.title, Qt.TextElideMode.ElideRight, max(room, theme.px(60)))
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.color("text3" if row.done else "text1"))
    painter.drawText(upper, _LEFT, name)
    x = upper.left() + strong.horizontalAdvance(name) + theme.px(8)
    for (word, slot), size in zip(shown, sizes, strict=True):
        if x + size.width() > area.right():
            break
        paint_chip(
            painter, QRectF(x, upper.center().y() - size.height() / 2 + 1, size.width(), size.height()), word, slot
        )
        x += size.width() + theme.px(6)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("text3" if row.done else "text2"))
    second = f"{row.title} · {row.why}" if row.name else row.why
    metrics = QFontMetrics(theme.font("caption"))
    side = theme.px(14)
    pixmap = icons.pixmap(CHANNEL_ICONS.get(row.channel, "list"), "text3", 14, painter.device().devicePixelRatioF())
    painter.drawPixmap(lower.left(), lower.center().y() - side // 2 + 1, pixmap)
    lower.setLeft(lower.left() + side + theme.px(6))
    painter.drawText(lower, _LEFT, metrics.elidedText(second, Qt.TextElideMode.ElideRight, lower.width()))


def _paint_when(painter: QPainter, parts: RowParts, row: TaskRow, today: date) -> None:
    late = not row.done and row.due < today
    caption, metrics = theme.font("caption"), QFontMetrics(theme.font("caption"))
    painter.setFont(caption)
    painter.setPen(theme.color("text2"))
    painter.drawText(
        parts.owner, _LEFT, metrics.elidedText(row.owner_name, Qt.TextElideMode.ElideRight, parts.owner.width() - 4)
    )
    told = escalation(row) if late else ""
    area = QRect(parts.due)
    if told:
        half = area.height() // 2
        below = QRect(area.left(), area.top() + half - theme.px(2), area.width(), half - theme.px(4))
        painter.drawText(below, _LEFT, metrics.elidedText(told, Qt.TextElideMode.ElideRight, area.width()))
        area = QRect(area.left(), area.top() + theme.px(4), area.width(), half - theme.px(2))
    painter.setFont(theme.font("label") if late else caption)
    painter.setPen(theme.color("danger" if late else "text2"))
    painter.drawText(area, _LEFT, due_text(row, today))


def _paint_tool(painter: QPainter, area: QRect, icon: str, word: str, wide: bool, hovered: bool) -> None:
    ink = "accent" if hovered else "text2"
    width = theme.px(16)
    place = QRect(
        area.left() + (theme.px(8) if wide else (area.width() - width) // 2), area.top(), width, area.height()
    )
    _paint_icon(painter, place, icon, ink)
    if wide:
        painter.setFont(theme.font("control"))
        painter.setPen(theme.color(ink))
        painter.drawText(area.adjusted(theme.px(30), 0, 0, 0), _LEFT, word)


def _paint_icon(painter: QPainter, area: QRect, name: str, ink: str) -> None:
    pixmap = icons.pixmap(name, ink, 16, painter.device().devicePixelRatioF())
    size = theme.px(16)
    painter.drawPixmap(area.center().x() - size // 2 + 1, area.center().y() - size // 2 + 1, pixmap)
