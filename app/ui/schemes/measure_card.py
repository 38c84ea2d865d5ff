"""What measures customers: the verdict, figures side by side, and the list of customers it ranks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.texts import fill, named, translate
from app.ui import theme
from app.ui.schemes.small_table import SmallTable
from app.ui.tables.columns import Cell, Column
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, Card
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.workbench.measured import Figure, Line, Measured

ROWS = 10
FEW, NARROW, WIDE = 4, 88, 104  # columns, and what each takes


class FigureTile(Card):
    """One figure: its name above, its unit beside, what it is below, and the way to whom it counts."""

    picked = Signal(str, object)

    def __init__(self, figure: "Figure", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figure = figure
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(label(figure.value, "hero"))
        row.addWidget(label(figure.unit, "secondary"), 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        if figure.ids:
            link = button(translate("SchemesPage", "看是谁"), "link", slot=self._clicked)
            link.setObjectName("figure_people")
            link.setAccessibleName(named(figure.name, link.text()))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(theme.px(2))
        self.body.addWidget(label(figure.name, "secondary"))
        self.body.addLayout(row)
        self.body.addWidget(label(figure.note, "caption"))
        self.setMinimumWidth(theme.px(136))

    @Slot()
    def _clicked(self) -> None:
        self.picked.emit(self._figure.name, self._figure.ids)


class MeasureView(QWidget):
    """A verdict and tiles above the charts; `picked` tells a figure and whom it counts."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measure")
        self._verdict = Bar("info")
        self._verdict.setObjectName("measure_verdict")
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, theme.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._verdict)
        layout.addWidget(self._tiles)

    @property
    def verdict(self) -> str:
        return self._verdict.text

    def show_measured(self, measured: "Measured") -> None:
        self._verdict.set(measured.kind, measured.verdict)
        self._flow.clear()
        for each in measured.figures:
            tile = FigureTile(each)
            tile.picked.connect(self.picked)
            self._flow.addWidget(tile)
        self._tiles.setVisible(bool(measured.figures))
        self._tiles.updateGeometry()


class LinesCard(Card):
    """The customers in order; `picked` carries one."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("SchemesPage", "客户"), " ", parent)
        self.setObjectName("measure_lines")
        self._headers: tuple[str, ...] = ()
        self._table: SmallTable[Line] | None = None

    def show_measured(self, measured: "Measured") -> None:
        self.setVisible(bool(measured.lines))
        text = fill(translate("SchemesPage", "最大的 {0} 位，点一下看他"), len(measured.lines))
        self.set_title(self.title_label.text(), text)
        if self._table is None or measured.headers != self._headers:
            self._make(measured.headers)
        assert self._table is not None
        self._table.show_rows(measured.lines)

    def _make(self, headers: tuple[str, ...]) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._headers = headers
        width = NARROW if len(headers) > FEW else WIDE
        columns = tuple(
            Column(str(n), words, partial(_cell, n), width if n else 120, right=n > 0, sortable=False, stretch=n == 0)
            for n, words in enumerate(headers)
        )
        self._table = SmallTable("measure_table", columns, _number, ROWS)
        self._table.picked.connect(self._picked)
        self.body.addWidget(self._table)

    @Slot(object)
    def _picked(self, line: "Line") -> None:
        self.picked.emit(line.customer_id)


class DetailsCard(Card):
    """Parameters and tests of a model, for those who check it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("SchemesPage", "模型检验"), parent=parent)
        self.setObjectName("measure_details")
        self._facts: KeyValues | None = None

    def show_details(self, details: tuple[tuple[str, str], ...]) -> None:
        self.setVisible(bool(details))
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = KeyValues()
        for place, (name, value) in enumerate(details):
            self._facts.add(str(place), name, value)
        self.body.addWidget(self._facts)


def _cell(number: int, line: "Line") -> Cell:
    return Cell(line.cells[number], "accent" if number == 0 else "text1")


def _number(line: "Line") -> object:
    return line.customer_id
