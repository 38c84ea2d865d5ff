"""One line of step 3: a source column, where it goes, how its cells are read, and what is to be said about it.

A new plan changes only what it says otherwise: the box a hand is on stays, with its keyboard and what was typed ahead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.services.importing.ledger.modes import possible
from app.services.importing.plans import ColumnPlan, SheetPlan
from app.services.importing.tables.addedtitles import shown_title
from app.services.importing.tables.fields import FIELDS
from app.services.importing.tables.profilefields import PREFIX
from app.services.importing.values.units import FACTORS, unit_name
from app.texts import sentences, translate
from app.ui import theme
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label, set_kind

Choices = tuple[tuple[str, str], ...]  # value and words
SAMPLE = 24  # characters
SEEN_AT_ONCE = 16  # of a long list
FIELD, READING, MODE, NOTE = 3, 4, 5, 6  # places in a line


@dataclass(frozen=True)
class Table:
    """What of a table its lines need to know."""

    key: str
    kind: str
    fields: Choices  # where a column can go
    reads_again: bool  # some of it is in the ledger already

    @classmethod
    def of(cls, sheet: SheetPlan) -> "Table":
        """Naming columns may make another kind of table of one that lacks some."""
        known = [field for field in FIELDS.values() if sheet.lacks or sheet.kind in field.kinds]
        fields = (("", translate("_FieldBox", "不导入")), *((field.id, field.text()) for field in known))
        return cls(sheet.key, sheet.kind, fields, sheet.counts.updated + sheet.counts.unchanged > 0)


class ChoiceBox(QComboBox):
    """Says what was picked by hand; what a plan says is shown without being taken for a choice."""

    picked = Signal(str)

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._choices: Choices = ()
        self.activated.connect(self._chosen)

    def show_choice(self, choices: Choices, value: str) -> None:
        if choices != self._choices:
            self._choices = choices
            self.clear()
            for each, words in choices:
                self.addItem(words, each)
        place = max(self.findData(value), 0)
        if place != self.currentIndex():  # else what is being typed ahead would begin anew
            self.setCurrentIndex(place)

    @Slot()
    def _chosen(self) -> None:
        self.picked.emit(str(self.currentData()))


class YearField(Field):
    """The year of dates that name none."""

    picked = Signal(str)

    def __init__(self, spoken: str) -> None:
        super().__init__(translate("_YearBox", "哪一年"))
        self.setObjectName("import_year")
        self.setValidator(QIntValidator(1900, 2199, self))
        self.setMaximumWidth(theme.px(90))
        self.setAccessibleName(spoken)
        self.returnPressed.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        self.picked.emit(self.text())


class ColumnLine:
    """The widgets of one line of the grid, those not always needed made when first needed."""

    def __init__(self, grid: QGridLayout, row: int, title: str, say: Callable[[str, str, str], None]) -> None:
        """`say(what, title, value)`: what is "field", "unit", "dates" or "mode"."""
        self._grid, self._row, self.title, self._say = grid, row, title, say
        self._shown: tuple[Table, ColumnPlan] | None = None
        self._sample, self._note = label("", "secondary"), label("", "caption", wrap=True)
        self._unit: ChoiceBox | None = None
        self._order: ChoiceBox | None = None
        self._year: YearField | None = None
        self._mode: ChoiceBox | None = None
        self.field = ChoiceBox("import_field", shown_title(title))
        self.field.setMaxVisibleItems(SEEN_AT_ONCE)
        self.field.picked.connect(self._field_picked)
        grid.addWidget(label(shown_title(title), "strong"), row, 0)
        grid.addWidget(self._sample, row, 1)
        grid.addWidget(label("→", "caption"), row, 2)
        grid.addWidget(self.field, row, FIELD)
        grid.addWidget(self._note, row, NOTE)

    def show(self, table: Table, column: ColumnPlan) -> None:
        """What the plan says; nothing is touched where it says the same as before."""
        if (table, column) == self._shown:
            return
        self._shown = table, column
        self._sample.setText(column.sample[:SAMPLE])
        self._show_field(table, column)
        self._show_unit(column)
        self._show_dates(column)
        self._show_mode(table, column)
        self._note.setText(sentences(note.text for note in column.notes))
        set_kind(self._note, "warn" if column.state == "confirm" else "caption")

    def _show_field(self, table: Table, column: ColumnPlan) -> None:
        own = column.field if column.field and column.field.startswith(PREFIX) else PREFIX + column.title
        words = translate("_FieldBox", "新建字段「{0}」").format(shown_title(own.removeprefix(PREFIX)))
        self.field.show_choice((*table.fields, (own, words)), column.field or "")

    def _show_unit(self, column: ColumnPlan) -> None:
        if column.unit and self._unit is None:
            self._unit = ChoiceBox("import_unit", shown_title(self.title))
            self._unit.picked.connect(self._unit_picked)
            self._put(self._unit, READING)
        if self._unit is not None:
            self._unit.setVisible(bool(column.unit))
            self._unit.show_choice(tuple((each, unit_name(each)) for each in FACTORS), column.unit or "yuan")

    def _show_dates(self, column: ColumnPlan) -> None:
        asks_year = column.year is not None and not column.order_matters
        if column.order_matters and self._order is None:
            spoken = translate("_OrderBox", "「{0}」的日期次序").format(shown_title(self.title))
            self._order = ChoiceBox("import_date_order", spoken)
            self._order.picked.connect(self._dates_picked)
            self._put(self._order, READING)
        if asks_year and self._year is None:
            self._year = YearField(translate("_YearBox", "「{0}」的年份").format(shown_title(self.title)))
            self._year.picked.connect(self._dates_picked)
            self._put(self._year, READING)
        if self._order is not None:
            self._order.setVisible(column.order_matters)
            self._order.show_choice(_orders(), column.date_order)
        if self._year is not None:
            self._year.setVisible(asks_year)
            self._year.setText(column.year or "")

    def _show_mode(self, table: Table, column: ColumnPlan) -> None:
        ways = possible(table.kind, column.field) if table.reads_again else ()
        if ways and self._mode is None:
            spoken = translate("_ModeBox", "台账里已有的「{0}」").format(shown_title(self.title))
            self._mode = ChoiceBox("import_mode", spoken)
            self._mode.setToolTip(translate("_ModeBox", "台账里已经有的，这一列怎么办"))
            self._mode.picked.connect(self._mode_picked)
            self._put(self._mode, MODE)
        if self._mode is not None:
            self._mode.setVisible(bool(ways))
            if ways:
                self._mode.show_choice(_modes(ways), column.mode)

    def _put(self, widget: QWidget, place: int) -> None:
        """At its place in the line, and next to its neighbour for the Tab key."""
        self._grid.addWidget(widget, self._row, place)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QWidget.setTabOrder(self.field, widget)

    def _field_picked(self, value: str) -> None:
        self._say("field", self.title, value)

    def _unit_picked(self, value: str) -> None:
        self._say("unit", self.title, value)

    def _dates_picked(self, value: str) -> None:
        self._say("dates", self.title, value)

    def _mode_picked(self, value: str) -> None:
        self._say("mode", self.title, value)


def _orders() -> Choices:
    return (
        ("ymd", translate("_OrderBox", "年/月/日")),
        ("mdy", translate("_OrderBox", "月/日/年")),
        ("dmy", translate("_OrderBox", "日/月/年")),
    )


def _modes(ways: Sequence[str]) -> Choices:
    words = {
        "overwrite": translate("_ModeBox", "覆盖"),
        "fill": translate("_ModeBox", "只填空"),
        "append": translate("_ModeBox", "追加"),
        "never": translate("_ModeBox", "不动"),
    }
    return tuple((way, words[way]) for way in ways)
