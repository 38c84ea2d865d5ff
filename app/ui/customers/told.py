"""What lists and tables of payments told of a customer, in the detail pane; it is only shown there."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.customers import CustomerDetail
from app.services.customers.details import PAYMENTS_SHOWN, PaymentInfo
from app.texts import fill
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import empty

PAYMENTS_FIRST = 3


class Payments(QWidget):
    """The last payments, refunds in red; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_payments")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(line())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("回款"), "label"), 1)
        self._all = button("", "link", slot=self._toggle)
        self._all.setObjectName("payments_all")
        head.addWidget(self._all)
        layout.addLayout(head)
        self._grid = _grid(layout)
        self._older = label("", "hint", wrap=True)
        layout.addWidget(self._older)
        self._detail: CustomerDetail | None = None
        self._amounts = Amounts()
        self._open = False

    def show_detail(self, detail: CustomerDetail, amounts: Amounts) -> None:
        if self._detail is not None and self._detail.row.id != detail.row.id:
            self._open = False
        self._detail, self._amounts = detail, amounts
        self._fill()

    def _fill(self) -> None:
        assert self._detail is not None
        empty(self._grid)
        entries, count = self._detail.payments, self._detail.payment_count
        for row, each in enumerate(entries if self._open else entries[:PAYMENTS_FIRST]):
            self._grid.addWidget(label(each.day, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
            more = " · ".join(part for part in (each.method, each.order_no, each.note) if part)
            self._grid.addWidget(label(more, "control", wrap=True, selectable=True), row, 1)
            self._grid.addWidget(self._amount(each), row, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._all.setVisible(count > PAYMENTS_FIRST)
        self._all.setText(self.tr("收起") if self._open else fill(self.tr("全部 {0} 笔"), f"{count:,}"))
        self._older.setVisible(self._open and count > PAYMENTS_SHOWN)
        self._older.setText(fill(self.tr("只列出最近 {0} 笔。"), f"{PAYMENTS_SHOWN:,}"))
        self.setVisible(bool(entries))

    def _amount(self, each: PaymentInfo) -> QWidget:
        return label(self._amounts.exact(each.amount), "danger" if each.amount < 0 else "strong")

    @Slot()
    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()


class Answers(QWidget):
    """What lists say of him beside the fields, 地址 or 爱好; hidden where they say nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_answers")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(line())
        layout.addWidget(label(self.tr("名单里的其他内容"), "label"))
        self._grid = _grid(layout)

    def show_detail(self, detail: CustomerDetail) -> None:
        empty(self._grid)
        for row, (name, answer) in enumerate(detail.answers):
            self._grid.addWidget(label(name, "caption", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(answer, "control", wrap=True, selectable=True), row, 1)
        self.setVisible(bool(detail.answers))


def _grid(layout: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(1, 1)
    layout.addLayout(grid)
    return grid
