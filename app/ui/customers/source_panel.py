"""来源: the ledger rows behind a figure, the sum that equals it, and the original cells of a row."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.services import provenance
from app.services.figures import format_date
from app.services.provenance import Original, Provenance, SourceLine
from app.texts import QT_TRANSLATE_NOOP, fill, listed, translate
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.tables.list_model import ITEM_ROLE, ListModel
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ui.session import Session

TITLES = {
    "net_sales": QT_TRANSLATE_NOOP("Sources", "近 12 个月采购"),
    "net_sales_prev": QT_TRANSLATE_NOOP("Sources", "上一个 12 个月采购"),
    "net_sales_3m": QT_TRANSLATE_NOOP("Sources", "近 3 个月采购"),
    "net_sales_life": QT_TRANSLATE_NOOP("Sources", "累计采购"),
    "recency": QT_TRANSLATE_NOOP("Sources", "最近一次采购"),
}
KINDS = {
    "return": QT_TRANSLATE_NOOP("Sources", "退货"),
    "taken_back": QT_TRANSLATE_NOOP("Sources", "整单已退，不计"),
    "summary": QT_TRANSLATE_NOOP("Sources", "历史采购总额"),
}
Index = QModelIndex | QPersistentModelIndex


class SourcePanel(QFrame):
    """The lines of one figure; a click on one shows its original row."""

    closed = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._amounts = Amounts()
        self._found: Provenance | None = None
        self.setProperty("box", "card")
        self.setObjectName("sourcePanel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(12))
        outer.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("来源"), "card"))
        self._title = label("", "caption")
        head.addWidget(self._title, 1)
        close = icon_button("close", self.tr("关闭来源 (Esc)"), self._close)
        close.setObjectName("source_close")
        head.addWidget(close)
        outer.addLayout(head)
        self._who = label("", "strong", wrap=True)
        outer.addWidget(self._who)
        self._span = label("", "caption", wrap=True)
        outer.addWidget(self._span)
        self._model: ListModel[SourceLine] = ListModel(self, line_text)
        self._list = QListView()
        self._list.setObjectName("source_lines")
        self._list.setProperty("inCard", True)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setModel(self._model)
        self._list.setItemDelegate(SourceDelegate(self))
        self._list.setAccessibleName(self.tr("这个数字背后的明细"))
        self._list.selectionModel().currentChanged.connect(self._line_chosen)
        outer.addWidget(self._list, 1)
        self._agrees = IconLabel("check-circle", "ok")
        self._sum = label("", "ok", wrap=True)
        self._sum.setObjectName("source_sum")
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self._agrees, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sum, 1)
        outer.addLayout(row)
        self._original = KeyValues()
        self._original_area = scrolled(self._original)
        self._original_area.setFixedHeight(theme.px(132))
        self._original_title = label(self.tr("原始行"), "label")
        self._open = button(self.tr("打开原文件"), "link", "open", self._open_file)
        self._open.setObjectName("source_open")
        outer.addWidget(self._original_title)
        outer.addWidget(self._original_area)
        outer.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_original(None)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(200))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(284), theme.px(500))

    def ask(self, customer_id: int, key: str, amounts: Amounts) -> None:
        """Read and show the lines behind a figure of a customer."""
        self._amounts = amounts
        self._session.read(partial(_lines, customer_id, key, self._session.today())).then(self._loaded)

    def written(self, units: int) -> str:
        """An amount of a line in the window's unit."""
        return self._amounts.exact(units)

    @property
    def shown(self) -> Provenance | None:
        return self._found

    @Slot(object)
    def _loaded(self, found: Provenance) -> None:
        self._found = found
        self._title.setText(translate("Sources", TITLES[found.key]))
        self._who.setText(found.customer)
        self._span.setText(_span(found))
        self._model.set_items(found.lines)
        self._say_sum(found)
        self._show_original(None)

    def _say_sum(self, found: Provenance) -> None:
        total = self._amounts.exact(found.total)
        count = len(found.lines)
        if found.basis == "summary":
            kind, text = "ok", self.tr("这位客户只有一行总额 {0}，年采购额按总额除以年数算。").format(total)
        elif found.agrees:
            kind, text = "ok", fill(self.tr("{0} 笔合计 {1}，与上面的数一致"), count, total)
        else:
            kind, text = "warn", fill(self.tr("{0} 笔合计 {1}，数字正在重算"), count, total)
        self._sum.setText(text)
        self._sum.setProperty("kind", kind)
        self._agrees.set("check-circle" if kind == "ok" else "warning", kind)

    @Slot(QModelIndex, QModelIndex)
    def _line_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        source: SourceLine | None = now.data(ITEM_ROLE) if now.isValid() else None
        if source is None or source.place is None:
            self._show_original(None)
            return
        job = self._session.read(partial(_original, source.place.source_row_id))
        job.then(self._show_original)

    @Slot(object)
    def _show_original(self, original: Original | None) -> None:
        self._original.clear()
        for widget in (self._original_title, self._original_area, self._open):
            widget.setVisible(original is not None)
        if original is None:
            return
        place = original.place
        self._original_title.setText(f"{place.file} › {place.sheet} › {self.tr('第 {0} 行').format(place.row)}")
        self._original_title.setWordWrap(True)
        for number, (header, cell) in enumerate(original.cells):
            if cell:
                self._original.add(str(number), header or "—", cell)
        for header, text in original.changes:
            words = text or self.tr("（留空）")
            self._original.add(f"changed_{header}", self.tr("{0}（手工改正）").format(header), words, "warn")
        self._open.setProperty("file", f"{place.folder}/{place.file}")

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._open.property("file"))))

    @Slot()
    def _close(self) -> None:
        self.closed.emit()


class SourceDelegate(QStyledItemDelegate):
    """Two lines: day and amount, product and place."""

    def __init__(self, panel: SourcePanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(160), theme.px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        source: SourceLine = index.data(ITEM_ROLE)
        area = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("hover"))
        inner = area.adjusted(theme.px(2), theme.px(6), -theme.px(8), -theme.px(6))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        lower = upper.translated(0, upper.height())
        amount = self._panel.written(source.amount)
        _pair(painter, upper, format_date_text(source.day), amount, "text2", "strong")
        _pair(painter, lower, what(source), where(source), "text1", "caption")
        painter.setPen(theme.color("stroke"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def _pair(painter: QPainter, area: QRectF, left: str, right: str, ink: str, right_font: str) -> None:
    vertical = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(theme.font(right_font))
    painter.setPen(theme.color("text1" if right_font == "strong" else "text2"))
    width = min(painter.fontMetrics().horizontalAdvance(right) + theme.px(8), area.width() * 0.7)
    shown = painter.fontMetrics().elidedText(right, Qt.TextElideMode.ElideLeft, int(width))
    painter.drawText(area, int(vertical | Qt.AlignmentFlag.AlignRight), shown)
    painter.setFont(theme.font("caption" if ink == "text2" else "control"))
    painter.setPen(theme.color(ink))
    room = int(area.width() - width)
    shown = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, int(vertical | Qt.AlignmentFlag.AlignLeft), shown)


def format_date_text(day: str | None) -> str:
    return day or format_date(None)


def what(source: SourceLine) -> str:
    """Product, or what kind of line it is."""
    kind = translate("Sources", KINDS[source.kind]) if source.kind in KINDS else ""
    parts = [part for part in (kind, source.product, source.order_no) if part]
    return " · ".join(parts[:2]) or translate("Sources", "手工录入")


def where(source: SourceLine) -> str:
    """Sheet and row, as the mock has them."""
    if source.place is None:
        return ""
    return translate("Sources", "{0} › 第 {1} 行").format(source.place.sheet, source.place.row)


def line_text(source: SourceLine) -> str:
    """The line for screen readers."""
    return f"{format_date_text(source.day)} {what(source)} {where(source)}"


def _span(found: Provenance) -> str:
    files = list(dict.fromkeys(each.place.file for each in found.lines if each.place))
    names = listed(files[:3])
    if found.start is None:
        return names
    span = translate("Sources", "{0} 至 {1}").format(found.start.isoformat(), found.end.isoformat())
    return f"{span}  {names}".strip()


def _lines(customer_id: int, key: str, today: date, connection: "Connection") -> Provenance:
    from app.services import settings

    return provenance.lines(connection, customer_id, key, today, settings.current(connection))


def _original(number: int, connection: "Connection") -> Original | None:
    return provenance.original(connection, number)
