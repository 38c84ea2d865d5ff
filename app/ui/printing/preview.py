"""The true pages on screen: the marks that will be printed, at any zoom, one or two pages side by side."""

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app import tokens
from app.ui import theme
from app.ui.printing import paper
from app.ui.printing.layout import Document
from app.ui.widgets.cards import FocusRing

SCREEN_DPI = 96
SMALLEST, LARGEST, STEP = 0.25, 4.0, 1.25
SIDE_BY_SIDE = 0.5  # two pages stand side by side where both still can be read
GAP = 20
KEPT = 8  # painted pages in memory


class Preview(QAbstractScrollArea):
    """Shows a document; until the user zooms, pages fill the width."""

    page_changed = Signal(int, int)  # current page from 1, count
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._zoom, self._fits = 0.75, True
        self._painted: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("报告预览"))
        FocusRing(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.watcher().changed.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def count(self) -> int:
        return len(self._document.pages) if self._document else 0

    @property
    def current(self) -> int:
        """The page at the top of the view, from 1; 0 without a document."""
        if not self.count:
            return 0
        row = (self.verticalScrollBar().value() + self._page_height() // 2) // (self._page_height() + GAP)
        return min(row * self._columns() + 1, self.count)

    def set_document(self, document: Document | None) -> None:
        """Show other pages at the same place."""
        self._document = document
        self._painted.clear()
        self._arrange()
        self._tell()

    @Slot()
    def zoom_in(self) -> None:
        self.set_zoom(self._zoom * STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.set_zoom(self._zoom / STEP)

    def set_zoom(self, zoom: float) -> None:
        self._fits = False
        self._apply(zoom)

    @Slot()
    def fit(self) -> None:
        """Let the pages fill the width again, whatever the window's size."""
        self._fits = True
        self._arrange()

    @Slot()
    def previous_page(self) -> None:
        self.go_to(self.current - self._columns())

    @Slot()
    def next_page(self) -> None:
        self.go_to(self.current + self._columns())

    def go_to(self, number: int) -> None:
        """Bring a page to the top."""
        row = (min(max(number, 1), max(self.count, 1)) - 1) // self._columns()
        self.verticalScrollBar().setValue(row * (self._page_height() + GAP))

    def page_rect(self, index: int) -> QRect:
        """Where a page stands in the viewport now."""
        columns = min(self._columns(), max(self.count, 1))
        wide, high = self._page_width(), self._page_height()
        row, column = divmod(index, columns)
        left = max(GAP, (self.viewport().width() - columns * wide - (columns - 1) * GAP) // 2)
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(QPoint(left + column * (wide + GAP), GAP + row * (high + GAP)) - offset, self._page_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("hover"))
        for index in range(self.count):
            rect = self.page_rect(index)
            if rect.intersects(event.rect()):
                painter.drawPixmap(rect.topLeft(), self._pixmap(index))
                painter.setPen(theme.color("stroke_strong"))
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
        }
        move = keys.get(Qt.Key(event.key()))
        if move is not None:
            move()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if event.key() == Qt.Key.Key_Home else self.count)
        else:
            super().keyPressEvent(event)

    def _pixmap(self, index: int) -> QPixmap:
        """A painted page; drawing one takes some 10 ms, so the last few are kept."""
        assert self._document is not None
        ratio = self.devicePixelRatioF()
        size = self._page_size() * ratio
        key = (index, size.width(), size.height())
        if key not in self._painted:
            pixmap = QPixmap(size)
            pixmap.fill(tokens.PAPER)
            painter = QPainter(pixmap)
            page = self._document.pages[index]
            page.paint(painter, size.width() * paper.UNITS_PER_INCH / page.width)
            painter.end()
            pixmap.setDevicePixelRatio(ratio)  # drawn dot for dot: at 150 % a fitted pixmap would lose a column
            self._painted[key] = pixmap
            if len(self._painted) > KEPT:
                self._painted.popitem(last=False)
        self._painted.move_to_end(key)
        return self._painted[key]

    def _page_width(self) -> int:
        return round(paper.PAGE_WIDTH / paper.UNITS_PER_INCH * SCREEN_DPI * self._zoom)

    def _page_height(self) -> int:
        return round(self._page_width() * paper.PAGE_HEIGHT / paper.PAGE_WIDTH)

    def _page_size(self) -> QSize:
        return QSize(self._page_width(), self._page_height())

    def _columns(self) -> int:
        room = self.viewport().width() - GAP
        return 2 if self.count > 1 and room >= 2 * (self._page_width() + GAP) - 2 else 1

    def _fitting(self) -> float:
        """The zoom at which two pages, else one, fill the width."""
        full = paper.PAGE_WIDTH / paper.UNITS_PER_INCH * SCREEN_DPI
        room = self.viewport().width() - GAP
        pair = (room / 2 - GAP) / full
        return pair if self.count > 1 and pair >= SIDE_BY_SIDE else min((room - GAP) / full, 1.25)

    def _arrange(self) -> None:
        self._apply(self._fitting() if self._fits else self._zoom)

    def _apply(self, zoom: float) -> None:
        zoom = min(max(zoom, SMALLEST), LARGEST)
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        changed, self._zoom = zoom != self._zoom, zoom
        rows = -(-self.count // self._columns())
        high = rows * (self._page_height() + GAP) + GAP
        wide = self._columns() * (self._page_width() + GAP) + GAP
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, high - self.viewport().height()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.horizontalScrollBar().setRange(0, max(0, wide - self.viewport().width()))
        if changed:
            bar.setValue(round(place * bar.maximum()))
            self.zoom_changed.emit(zoom)
        self.viewport().update()
        self._tell()

    @Slot()
    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """The page for the tool line, and its words for a screen reader."""
        current = self.current
        self.page_changed.emit(current, self.count)
        if self._document is not None and current:
            self.setAccessibleDescription(" ".join(self._document.pages[current - 1].texts()))
