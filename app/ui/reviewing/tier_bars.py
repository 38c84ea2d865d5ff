"""Customers and money per class: two bars one above the other and a chip with the count of each class."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.schemes import Scheme, spec_of
from app.texts import fill, translate
from app.ui import theme
from app.ui.reviewing import words
from app.ui.widgets.bars import Share, ShareBar
from app.ui.widgets.buttons import button
from app.ui.widgets.chips import DASHED, Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

Count = tuple[str | None, int, int]  # class, customers, net sales in units

PAIR = 28  # the height of a class and its number


class TierBars(QWidget):
    """A click on a part or on a count tells its class."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._customers, self._money = ShareBar(), ShareBar()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, theme.px(12))
        self._shown: tuple[object, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        for name, bar in ((self.tr("客户数"), self._customers), (self.tr("采购额"), self._money)):
            bar.setAccessibleName(name)
            bar.clicked.connect(self._clicked)
            layout.addWidget(label(name, "caption"))
            layout.addWidget(bar)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self._chips)

    def show_counts(self, scheme: str | Scheme, counts: Sequence[Count], unit: str) -> None:
        """Classes in order; the unrated come last when there are any."""
        if (scheme, tuple(counts), unit) == self._shown:
            return
        self._shown = (scheme, tuple(counts), unit)
        filled = [each for each in counts if each[1] or each[0]]
        people, money = sum(each[1] for each in filled), sum(max(each[2], 0) for each in filled)
        by_count, by_money = [], []
        for class_id, number, units in filled:
            name, slot = words.chip(scheme, class_id)
            colour = slot if spec_of(scheme).find(class_id) else DASHED
            tip = fill(translate("TierBars", "{0}：{1} 位，{2}"), name, number, words.amount(units, unit))
            key = class_id or ""
            by_count.append(Share(key, colour, number, words.share(number, people), tip))
            by_money.append(Share(key, colour, max(units, 0), words.share(max(units, 0), money), tip))
        self._customers.set(by_count)
        self._money.set(by_money)
        self._show_chips(scheme, filled)

    def _show_chips(self, scheme: str | Scheme, counts: Sequence[Count]) -> None:
        empty(self._flow)
        for class_id, number, _units in counts:
            pair = QWidget()
            pair.setFixedHeight(theme.px(PAIR))  # with a link in it or none: all stand in one line
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(6))
            row.addWidget(Chip(*words.chip(scheme, class_id)))
            row.addWidget(self._count(class_id or "", words.chip(scheme, class_id)[0], number))
            self._flow.addWidget(pair)
        self._chips.updateGeometry()

    def _count(self, key: str, name: str, number: int) -> QWidget:
        """The number of a class, a way to its customers by mouse and keys where there are any."""
        text = translate("TierBars", "{0} 位").format(number)
        if not number:
            return label(text, "secondary")
        link = button(text, "link", slot=self._count_clicked)
        link.setObjectName(f"tier_{key}")
        link.setProperty("tier", key)
        link.setAccessibleName(f"{name} {text}")
        return link

    @Slot()
    def _count_clicked(self) -> None:
        self.clicked.emit(str(self.sender().property("tier")))

    @Slot(str)
    def _clicked(self, key: str) -> None:
        self.clicked.emit(key)
