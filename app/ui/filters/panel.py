"""The filter panel: facets with live counts; inside a group or, between groups and, right click excludes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.services.customers import FacetGroup, FacetValue
from app.services.fields import FACT, FIELDS, class_scheme, value_label
from app.services.filters import EVERYBODY, CustomerFilter
from app.services.tag_words import group_title, tag_label
from app.texts import fill
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.filters.schemes_menu import SchemesMenu
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label, line

FIRST = ("tier", "risk")
SHOWN = 5  # values of a group before 「其余 n 项…」
OFF, PICKED, EXCLUDED = Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked


class FacetRow(QCheckBox):
    """One value: box, word, count at the right; the whole width is its hit area."""

    excluding = Signal(str)
    picked = Signal(str)

    def __init__(self, value: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._word, self._count = value, word, ""
        self.setTristate(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"facet_{value}")
        self.clicked.connect(self._clicked)

    @property
    def word(self) -> str:
        return self._word

    def set(self, count: int, tip: str, state: Qt.CheckState) -> None:
        self._count = f"{count:,}"
        self.setToolTip(tip)
        self.setAccessibleName(f"{self._word} {self._count}")
        self.setCheckState(state)
        font = self.font()
        font.setStrikeOut(state == EXCLUDED)
        self.setFont(font)
        self._fit()
        self.update()

    def nextCheckState(self) -> None:
        """A click picks what was off and clears the rest; excluding is the menu's."""
        self.setCheckState(PICKED if self.checkState() == OFF else OFF)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), super().minimumSizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        text = self.tr("不再排除") if self.checkState() == EXCLUDED else self.tr("排除「{0}」").format(self._word)
        menu.addAction(text, self._exclude)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        area = QRectF(self.rect())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._count)

    def _fit(self) -> None:
        metrics = QFontMetrics(theme.font("caption"))
        room = self.width() - theme.px(16 + 8 + 8) - metrics.horizontalAdvance(self._count)
        self.setText(self.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, max(room, 0)))

    @Slot()
    def _clicked(self) -> None:
        self.picked.emit(self._value)

    @Slot()
    def _exclude(self) -> None:
        self.excluding.emit(self._value)


class FacetBox(QWidget):
    """The values of one group under its title."""

    changed = Signal(str, object, object)  # key, values picked, values excluded

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._words: dict[str, str] = {}  # of a scheme's classes
        self._rows: dict[str, FacetRow] = {}
        self._open, self._needle = False, ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(1))
        head = QHBoxLayout()
        self._title = label("", "label", wrap=True)
        head.addWidget(self._title, 1)
        self._present = label(self.tr("按今天的"), "caption")
        self._present.setToolTip(self.tr("这一项没有历史，按今天的资料筛选。"))
        self._present.hide()
        head.addWidget(self._present)
        self._layout.addLayout(head)
        self._layout.addSpacing(theme.px(3))
        self._more = button("", "link", slot=self._toggle)
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def set(self, group: FacetGroup, picked: Sequence[str], excluded: Sequence[str], amounts: Amounts) -> None:
        """Show values with their counts; the picked ones stay, even where none would remain."""
        values = group.values
        self._title.setText(group.title or self._name())
        words = dict(zip((each.value for each in values), group.words, strict=False))
        missing = [FacetValue(v, 0, 0) for v in (*picked, *excluded) if v not in {each.value for each in values}]
        shown = [*values, *missing]
        if list(self._rows) != [each.value for each in shown] or words != self._words:
            self._words = words
            self._rebuild(shown)
        for each in shown:
            state = PICKED if each.value in picked else EXCLUDED if each.value in excluded else OFF
            tip = fill(
                self.tr("{0} · {1} 位 · 近 12 月 {2}"),
                self._rows[each.value].word,
                f"{each.customers:,}",
                amounts.short(each.money),
            )
            self._rows[each.value].set(each.customers, tip, state)
        self._arrange()

    def set_past(self, past: bool) -> None:
        """In a look back: what has no history says that it is of today."""
        kept = class_scheme(self._key) or (self._key in FIELDS and FIELDS[self._key].tables == FACT)
        self._present.setVisible(past and not kept)

    def search(self, needle: str) -> None:
        """Show only values that hold this text."""
        self._needle = needle.strip().lower()
        self._arrange()

    def first_row(self) -> FacetRow | None:
        """The first value shown."""
        return next((row for row in self._rows.values() if not row.isHidden()), None)

    def _rebuild(self, values: Sequence[FacetValue]) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for each in values:
            word = self._word(each.value)
            row = FacetRow(each.value, word)
            row.picked.connect(self._picked)
            row.excluding.connect(self._excluding)
            self._layout.insertWidget(self._layout.count() - 1, row)
            self._rows[each.value] = row

    def _name(self) -> str:
        return FIELDS[self._key].label() if self._key in FIELDS else group_title(self._key.partition(":")[2])

    def _word(self, value: str) -> str:
        if class_scheme(self._key):
            return self._words.get(value, value)
        if self._key in FIELDS:
            return value_label(self._key, value)
        return tag_label(self._key.partition(":")[2], value)

    def _arrange(self) -> None:
        rest = 0
        for place, row in enumerate(self._rows.values()):
            fits = not self._needle or self._needle in row.word.lower()
            folded = not self._needle and not self._open and place >= SHOWN and row.checkState() == OFF
            # one more row needs no more room than the link that would hide it
            folded = folded and len(self._rows) > SHOWN + 1
            row.setVisible(fits and not folded)
            rest += folded
        self._more.setVisible(bool(rest) or (self._open and len(self._rows) > SHOWN + 1 and not self._needle))
        self._more.setText(self.tr("其余 {0} 项…").format(rest) if rest else self.tr("收起"))
        self.setVisible(any(not row.isHidden() for row in self._rows.values()))

    @Slot()
    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()

    @Slot(str)
    def _picked(self, _value: str) -> None:
        self._tell()

    @Slot(str)
    def _excluding(self, value: str) -> None:
        row = self._rows[value]
        row.setCheckState(OFF if row.checkState() == EXCLUDED else EXCLUDED)
        self._tell()

    def _tell(self) -> None:
        picked = [value for value, row in self._rows.items() if row.checkState() == PICKED]
        excluded = [value for value, row in self._rows.items() if row.checkState() == EXCLUDED]
        self.changed.emit(self._key, picked, excluded)


class FilterPanel(QFrame):
    """All groups, a search over their values, 清除."""

    changed = Signal(object)  # CustomerFilter
    schemes_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        self.setObjectName("filterPanel")
        self._filter = EVERYBODY
        self._boxes: dict[str, tuple[FacetBox, QFrame]] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(13), theme.px(10), theme.px(5), theme.px(8))
        outer.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, theme.px(6), 0)
        head.addWidget(label(self.tr("筛选"), "card"))
        head.addStretch(1)
        self._clear: Button = button(self.tr("清除"), "link", slot=self._cleared)
        self._clear.setObjectName("filter_clear")
        head.addWidget(self._clear)
        outer.addLayout(head)
        self._search = search_field(self.tr("查找标签"))
        self._search.setProperty("compact", True)
        self._search.setObjectName("facet_search")
        self._search.textChanged.connect(self._searched)
        searching = QHBoxLayout()
        searching.setContentsMargins(0, 0, theme.px(8), 0)
        searching.addWidget(self._search)
        outer.addLayout(searching)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(8))
        self._column.addStretch(1)
        self._area = scrolled(content)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._area, 1)
        self.schemes = SchemesMenu(self)
        self.schemes.chosen.connect(self.schemes_chosen)
        more = button(self.tr("按其他方案筛选…"), "link", slot=self._choose_schemes)
        more.setObjectName("filter_schemes")
        self._choose = more
        outer.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(178), theme.px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(160))

    def set(
        self, groups: Sequence[FacetGroup], wanted: CustomerFilter, amounts: Amounts, *, past: bool = False
    ) -> None:
        """Show new counts for a filter."""
        self._filter = wanted
        ordered = _ordered(groups)
        self._keep([group.key for group in ordered])
        for group in ordered:
            picked, excluded = _chosen(wanted, group)
            self._boxes[group.key][0].set(group, picked, excluded, amounts)
            self._boxes[group.key][0].set_past(past)
        self._rule()
        self._clear.setEnabled(bool(wanted.conditions or wanted.tags))

    @Slot()
    def _choose_schemes(self) -> None:
        self.schemes.popup(self._choose.mapToGlobal(self._choose.rect().topLeft()))

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_group(self, key: str) -> None:
        """Put the cursor on the first value of a group, else into the search."""
        box = self._boxes.get(key)
        first = box[0].first_row() if box else None
        if first is None:
            self.focus_search()
            return
        self._area.ensureWidgetVisible(first)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self, keys: Sequence[str]) -> None:
        if list(self._boxes) == list(keys):
            return
        for key in [key for key in self._boxes if key not in keys]:
            for widget in self._boxes.pop(key):
                widget.hide()
                widget.deleteLater()
        for key in keys:
            if key not in self._boxes:
                box = FacetBox(key)
                box.changed.connect(self._picked)
                self._boxes[key] = (box, line())
        self._boxes = {key: self._boxes[key] for key in keys}
        for place, (box, rule) in enumerate(self._boxes.values()):
            self._column.insertWidget(2 * place, rule)
            self._column.insertWidget(2 * place + 1, box)

    def _rule(self) -> None:
        """Hairlines stand between the groups that show something."""
        first = True
        for box, rule in self._boxes.values():
            rule.setVisible(not box.isHidden() and not first)
            first = first and box.isHidden()

    @Slot(str, object, object)
    def _picked(self, key: str, picked: list[str], excluded: list[str]) -> None:
        if key in FIELDS or class_scheme(key):
            wanted = self._filter.with_values(key, picked).with_values(key, excluded, "not_in")
        else:
            group = key.partition(":")[2]
            wanted = self._filter.with_tags(group, picked).with_tags(group, excluded, "none")
        self._filter = wanted
        self.changed.emit(wanted)

    @Slot()
    def _cleared(self) -> None:
        self.changed.emit(replace(self._filter, conditions=(), tags=()))

    @Slot(str)
    def _searched(self, text: str) -> None:
        for box, _rule in self._boxes.values():
            box.search(text)
        self._rule()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def _ordered(groups: Sequence[FacetGroup]) -> list[FacetGroup]:
    """Tier and behaviour, then tags, then fields; what says nothing is left out."""
    telling = [group for group in groups if any(value.value for value in group.values)]
    first = [group for group in telling if group.key in FIRST]
    classes = [group for group in telling if class_scheme(group.key)]
    tags = [group for group in telling if group.tag_group]
    before = [*first, *classes, *tags]
    return before + [group for group in telling if group not in before]


def _chosen(wanted: CustomerFilter, group: FacetGroup) -> tuple[list[str], list[str]]:
    if group.tag_group:
        return list(wanted.chosen_tags(group.tag_group)), list(wanted.chosen_tags(group.tag_group, "none"))
    picked, excluded = wanted.chosen(group.key), wanted.chosen(group.key, "not_in")
    return [str(value) for value in picked], [str(value) for value in excluded]
