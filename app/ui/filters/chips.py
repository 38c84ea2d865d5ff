"""The active filters as chips above the table, 清除全部, and how many customers are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.classed import NOBODY, Classed
from app.services.fields import FIELDS, class_scheme, value_label
from app.services.figures import format_number, from_units
from app.services.filters import EVERYBODY, Condition, CustomerFilter, Picked, TagRule
from app.services.tag_words import group_title, tag_label
from app.texts import listed, named, translate
from app.ui import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.chips import FilterChip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label

Part = Condition | TagRule | Picked


class ActiveFilters(QWidget):
    """One chip a condition, each with ✕."""

    changed = Signal(object)  # CustomerFilter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = EVERYBODY
        self._schemes = NOBODY.schemes
        self._parts: dict[str, Part] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, theme.px(6))
        row.addWidget(self._holder, 1)
        self._count = label("", "caption")
        self._count.setObjectName("shown_count")
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._count.setMinimumHeight(theme.px(28))

    def set(self, wanted: CustomerFilter, classed: Classed = NOBODY) -> None:
        """Show the chips of a filter; `classed` knows the words of schemes that users made."""
        if wanted == self._filter and (self._parts or not wanted) and classed.schemes == self._schemes:
            return
        self._filter, self._schemes = wanted, classed.schemes
        self._flow.clear()
        parts: Sequence[Part] = (*wanted.conditions, *wanted.tags, *filter(None, (wanted.picked,)))
        self._parts = {str(place): part for place, part in enumerate(parts)}
        for key, part in self._parts.items():
            chip = FilterChip(key, part_text(part, classed))
            chip.removed.connect(self._removed)
            self._flow.addWidget(chip)
        if self._parts:
            clear = button(self.tr("清除全部"), "link", slot=self._cleared)
            clear.setObjectName("clear_filters")
            self._flow.addWidget(clear)
        self._holder.updateGeometry()

    @property
    def wanted(self) -> CustomerFilter:
        return self._filter

    def set_count(self, shown: int, total: int) -> None:
        """「显示 96 / 312 位」, always there."""
        self._count.setText(self.tr("显示 {0} / {1} 位").format(f"{shown:,}", f"{total:,}"))

    @Slot(str)
    def _removed(self, key: str) -> None:
        if key in self._parts:
            self.changed.emit(self._filter.without(self._parts[key]))

    @Slot()
    def _cleared(self) -> None:
        self.changed.emit(CustomerFilter(search=self._filter.search, deleted=self._filter.deleted))


def part_text(part: Part, classed: Classed = NOBODY) -> str:
    """A condition in words: 「价值分级：高价值、中价值」."""
    if isinstance(part, Picked):
        return part.title
    if isinstance(part, TagRule):
        names = listed(tag_label(part.group, name) for name in part.names)
        title = group_title(part.group) or translate("Filters", "标签")
        return _stated(title, names, negative=part.mode == "none")
    if class_scheme(part.field):
        words = listed(classed.word(part.field, value) for value in part.values)
        return _stated(classed.title(part.field), words, negative=part.operator == "not_in")
    field = FIELDS[part.field]
    values = listed(_value(part.field, value) for value in part.values)
    if part.operator in ("<", "<=", ">", ">="):
        sign = {"<=": "≤", ">=": "≥"}.get(part.operator, part.operator)
        return f"{field.label()} {sign} {values}"
    return _stated(field.label(), values, negative=part.operator == "not_in")


def _stated(title: str, values: str, *, negative: bool) -> str:
    if negative:
        return translate("Filters", "{0}：不含{1}").format(title, values)
    return named(title, values)


def _value(key: str, value: object) -> str:
    kind = FIELDS[key].kind
    if kind == "money" and isinstance(value, int):
        yuan = from_units(value)
        return translate("Figures", "{0} 元").format(format_number(yuan, 0 if yuan == int(yuan) else 2))
    if kind == "flag":
        return translate("Filters", "是") if value else translate("Filters", "否")
    return value_label(key, value)
