"""The list of schemes at the left, in groups; one is current, headings are stepped over."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.services.workbench.catalogue import Shelf
from app.texts import translate
from app.ui import theme
from app.ui.tables.list_model import ITEM_ROLE, Index, ListModel

HEADING, ROW = 28, 27
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Line:
    """A heading (no scheme), or one scheme."""

    text: str
    scheme: str = ""


class ShelfList(QListView):
    """`chosen` carries the identifier of a scheme."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scheme_list")
        self.setProperty("bare", True)
        self._model = ListModel[Line](self)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("SchemesPage", "分级方案"))

    def show_shelves(self, shelves: Sequence[Shelf], current: str) -> None:
        """Show all schemes, and keep the current one; a shelf with nothing on it is left out."""
        lines = [
            line
            for shelf in shelves
            if shelf.entries
            for line in (Line(shelf.title), *(Line(each.label, each.id) for each in shelf.entries))
        ]
        if lines != self._model.items():
            place = self.verticalScrollBar().value()
            self.blockSignals(True)
            self._model.set_items(lines)
            self.blockSignals(False)
            self.verticalScrollBar().setValue(place)
        self.show_current(current)

    def show_current(self, scheme: str) -> None:
        """Mark a scheme without telling of it."""
        row = next((row for row, each in enumerate(self._model.items()) if each.scheme == scheme), -1)
        if row >= 0 and row != self.currentIndex().row():
            self.blockSignals(True)
            self.setCurrentIndex(self._model.index(row, 0))
            self.blockSignals(False)
            self.scrollTo(self._model.index(row, 0))

    def schemes(self) -> list[str]:
        """The identifiers in the order they stand."""
        return [each.scheme for each in self._model.items() if each.scheme]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid() or self.signalsBlocked():
            return
        each = self._model.item(current.row())
        if each.scheme:
            self.chosen.emit(each.scheme)
            return
        step = 1 if current.row() >= previous.row() else -1  # a heading: go on in the same direction
        row = current.row() + step
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))
        elif previous.isValid():
            self.setCurrentIndex(self._model.index(previous.row(), 0))


class LineDelegate(QStyledItemDelegate):
    """A heading in small letters, a scheme as a line with the bar of the current one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        each = index.data(ITEM_ROLE)
        return QSize(theme.px(140), theme.px(ROW if isinstance(each, Line) and each.scheme else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each = index.data(ITEM_ROLE)
        if not isinstance(each, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if each.scheme:
            _paint_line(painter, option, each)
        else:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text2"))
            painter.drawText(option.rect.adjusted(theme.px(8), theme.px(6), 0, 0), _LEFT, each.text)
        painter.restore()


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, each: Line) -> None:
    box = option.rect.adjusted(0, 1, -theme.px(4), -1)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("selection" if selected else "hover"))
        painter.drawRoundedRect(QRectF(box), theme.px(5), theme.px(5))
    if selected:
        painter.setBrush(theme.color("accent"))
        bar = QRectF(box.left(), box.top() + theme.px(6), theme.px(3), box.height() - theme.px(12))
        painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.setFont(theme.font("strong" if selected else "control"))
    painter.setPen(theme.color("text1"))
    area = box.adjusted(theme.px(12), 0, -theme.px(4), 0)
    text = painter.fontMetrics().elidedText(each.text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, text)
