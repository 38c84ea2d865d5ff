"""How a cell is drawn: row ground, hairline, selection bar, then text, chips or a bar with its figure."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import icons, theme
from app.ui.tables.columns import CELL_ROLE, NULL, Cell
from app.ui.widgets.chips import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SELECTED = QStyle.StateFlag.State_Selected
PADDING, CHIP_GAP = 10, 5
LEAST_SEEN = 72  # px of a column for chips: a short one and +n
RING = 2  # px of the frame around the cell the keyboard is on


class CellDelegate(QStyledItemDelegate):
    """Paints from the one cell role; sizes, colours and fonts come from the theme once per look."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1  # row under the mouse, set by the view
        self.take_look()

    def take_look(self) -> None:
        """Read the theme; to be called when it changed."""
        self._font, self._strong = theme.font("control"), theme.font("strong")
        self._metrics, self._strong_metrics = QFontMetrics(self._font), QFontMetrics(self._strong)
        self._pad, self._gap, self._bar = theme.px(PADDING), theme.px(CHIP_GAP), theme.px(3)
        self._inks: dict[str, QColor] = {}
        self._grounds = (theme.color("selection"), theme.color("hover"), theme.color("grid"), theme.color("accent"))
        share = QColor(theme.slot("blue").series)
        share.setAlphaF(0.4)
        self._share, self._mark = share, QColor(theme.slot("gold").chip)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        if isinstance(cell, Cell):
            self._paint_cell(painter, option, index, cell)
        if option.state & QStyle.StateFlag.State_HasFocus and _keyboard(option):
            painter.setPen(QPen(self._grounds[3], RING))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL_ROLE)
        width = 2 * self._pad + 4
        if isinstance(cell, Cell):
            width += self._content_width(cell)
        return QSize(width, theme.px(36))

    def width_of(self, cell: Cell) -> int:
        """What a column must have to show a figure whole; a bar beside it takes what is left."""
        return self._content_width(replace(cell, share=None)) + 2 * self._pad + 4

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, (selection, hover, grid, accent) = option.rect, self._grounds
        selected = bool(option.state & _SELECTED)
        if selected:
            painter.fillRect(rect, selection)
        elif index.row() == self.hovered:
            painter.fillRect(rect, hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), grid)
        if selected and _is_first(option, index):
            painter.fillRect(QRect(rect.left(), rect.top() + 2, self._bar, rect.height() - 5), accent)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell) -> None:
        area = option.rect.adjusted(self._pad, 0, -self._pad, -1)
        if cell.mark:
            area = self._paint_mark(painter, area, cell)
        if cell.lead:
            area = self._paint_lead(painter, area, cell.lead)
        if cell.chips:
            self._paint_chips(painter, _in_sight(option, area), cell)
            return
        right = _is_right(index)
        text = NULL if cell.text is None else cell.text
        metrics = self._strong_metrics if cell.strong else self._metrics
        if cell.share is not None:
            self._paint_share(painter, area, cell.share, metrics.horizontalAdvance(text))
        painter.setFont(self._strong if cell.strong else self._font)
        painter.setPen(self._ink(_ink_of(cell)))
        if cell.found is not None and not right:
            self._paint_found(painter, area, metrics, text, cell.found)
        if not right:
            where = Qt.TextElideMode.ElideMiddle if cell.ends else Qt.TextElideMode.ElideRight
            text = metrics.elidedText(text, where, area.width())
        elif metrics.horizontalAdvance(text) > area.width():  # a figure without its first digits would be another one
            text = "#" * max(1, area.width() // max(1, metrics.horizontalAdvance("#")))
        painter.drawText(area, _RIGHT if right else _LEFT, text)

    def _paint_mark(self, painter: QPainter, area: QRect, cell: Cell) -> QRect:
        size = theme.px(14)
        ratio = painter.device().devicePixelRatioF()
        ink = cell.ink if cell.ink != "text1" else "text3"
        painter.drawPixmap(area.left(), area.center().y() - size // 2, icons.pixmap(cell.mark, ink, 14, ratio))
        return area.adjusted(size + theme.px(4), 0, 0, 0)

    def _paint_found(
        self, painter: QPainter, area: QRect, metrics: QFontMetrics, text: str, found: tuple[int, int]
    ) -> None:
        """A marker's stroke under what was searched."""
        first, length = found
        left, right = (metrics.horizontalAdvance(text[:end]) for end in (first, first + length))
        stroke = QRect(area.left() + left, area.center().y() - metrics.height() // 2, right - left, metrics.height())
        painter.fillRect(stroke.intersected(area), self._mark)

    def _paint_lead(self, painter: QPainter, area: QRect, word: str) -> QRect:
        painter.setFont(self._font)
        painter.setPen(self._ink("text2"))
        painter.drawText(area, _LEFT, word)
        return area.adjusted(self._metrics.horizontalAdvance(word) + self._gap, 0, 0, 0)

    def _paint_chips(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        """As many as fit whole, then +n."""
        x, middle = float(area.left()), area.center().y() + 1
        for number, (word, slot) in enumerate(cell.chips):
            size = chip_size(word, slot)
            left = len(cell.chips) - number - 1
            more = self._metrics.horizontalAdvance(f"+{left}") + self._gap if left else 0
            if number and x + size.width() + more > area.right() + 1:
                painter.setFont(self._font)
                painter.setPen(self._ink("text3"))
                painter.drawText(QRectF(x, area.top(), area.right() - x, area.height()), _LEFT, f"+{left + 1}")
                return
            width = min(float(size.width()), area.right() + 1 - x)
            paint_chip(painter, QRectF(x, middle - size.height() / 2, width, size.height()), word, slot)
            x += size.width() + self._gap

    def _paint_share(self, painter: QPainter, area: QRect, share: float, text_width: int) -> None:
        room = area.width() - max(text_width, self._metrics.horizontalAdvance("0,000.0")) - theme.px(8)
        if room < theme.px(12):
            return
        height = theme.px(7)
        width = max(1.0, room * min(max(share, 0.0), 1.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._share)
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - height / 2 + 1, width, height), 2, 2)

    def _content_width(self, cell: Cell) -> int:
        if cell.chips:
            return sum(chip_size(word, slot).width() + self._gap for word, slot in cell.chips) - self._gap
        metrics = self._strong_metrics if cell.strong else self._metrics
        width = metrics.horizontalAdvance(cell.text or NULL)
        width += self._metrics.horizontalAdvance(cell.lead) + self._gap if cell.lead else 0
        return width + (theme.px(18) if cell.mark else 0) + (theme.px(60) if cell.share is not None else 0)

    def _ink(self, token: str) -> QColor:
        if token not in self._inks:
            self._inks[token] = theme.color(token)
        return self._inks[token]


def _ink_of(cell: Cell) -> str:
    """Who can be opened looks like a link, unless the colour already says something."""
    if cell.text is None:
        return "text3"
    return "accent" if cell.opens and cell.ink.startswith("text") else cell.ink


def _is_right(index: Index) -> bool:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return bool(alignment & Qt.AlignmentFlag.AlignRight)


def _in_sight(option: QStyleOptionViewItem, area: QRect) -> QRect:
    """What of a cell at the right edge can be seen, unless that is too little to show anything whole."""
    view = option.widget
    if not isinstance(view, QAbstractItemView):
        return area
    seen = area.adjusted(0, 0, min(0, view.viewport().width() - theme.px(4) - area.right()), 0)
    return seen if seen.width() >= theme.px(LEAST_SEEN) else area


def _is_first(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether the cell is in the leftmost column, which carries the selection bar."""
    view = option.widget
    first = getattr(view, "first_column", None)
    return bool(first() == index.column()) if callable(first) else index.column() == 0


def _keyboard(option: QStyleOptionViewItem) -> bool:
    return bool(getattr(option.widget, "by_keyboard", False))
