"""A card per scheme: its settings as fields, what they give, and in a sentence what does not fit together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.services.errors import InputError
from app.services.reviews.own import OWN, VIEW
from app.services.schemes import LOYALTY, POTENTIAL, POTENTIAL_LOYALTY, Scheme
from app.services.settings import MethodSettings
from app.texts import fill, listed, translate
from app.ui import messages, theme
from app.ui.reviewing import words
from app.ui.reviewing.rule_rows import ROWS, RULES_OF, SIMPLE, Row, options, part, together
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.cards import Bar, Card
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.reviews.coverage import Coverage
    from app.services.segments import ClassCount

FIELD_WIDTH, UNIT_WIDTH, BOX_WIDTH = 96, 36, 184
WEIGHTS, MAP = "score_weights", "potential_loyalty_map"
MEANT = {
    "settings.pareto_shares": ("pareto_top", "pareto_bottom"),
    "settings.no_weight": (WEIGHTS,),
    "settings.decision_days": ("decision_days",),
}
"""The settings an error speaks of that names none."""


class RuleCard(Card):
    """The settings of one scheme; `edited` after each change that makes sense. Folded, only its counts show."""

    edited = Signal()
    folded = Signal(bool)

    def __init__(self, scheme: Scheme, parent: QWidget | None = None, *, shares_with: str = "") -> None:
        """`shares_with` names the scheme whose card holds the rules of this one too."""
        super().__init__(scheme.label, " ", parent)
        self.scheme, self._shares_with = scheme.id, shares_with
        self.setObjectName(f"rules_{scheme.id}")
        self._rows = () if shares_with else ROWS.get(RULES_OF.get(scheme.id, scheme.id), ())
        self._fields: dict[str, Field] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._map: CellGrid | None = None
        self._settings = MethodSettings()
        self._wrong = label("", "danger", wrap=True)
        self._wrong.hide()
        self._note = label("", "caption", wrap=True)
        self._note.hide()
        self._fold = icon_button("chevron-up", "", self._toggle)
        self._fold.setObjectName(f"fold_{scheme.id}")
        self.add_tool(self._fold)
        self.content = QWidget()
        self.inner = QVBoxLayout(self.content)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(theme.px(8))
        self._gap = Bar("info")
        self._gap.hide()
        self._fill()
        self.body.addWidget(self.content)
        self.set_open(True)

    def _fill(self) -> None:
        about = SIMPLE.get(_kind(self.scheme))
        told = translate("RuleRows", about) if about else ""
        if self._shares_with:
            told = translate("RulesStep", "和「{0}」用同一套规则，在那里改。").format(self._shares_with)
        if told:
            self.inner.addWidget(label(told, "secondary", wrap=True))
        if self.scheme == POTENTIAL_LOYALTY.id:
            self._map = CellGrid()
            self._map.edited.connect(self._typed)
            self.inner.addWidget(self._map)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(self._rows):
            grid.addWidget(label(row.label, wrap=True), place, 0)
            control = self._control(row)
            if isinstance(control, Field):
                grid.addWidget(control, place, 1)
                unit = label(row.unit_label, "secondary")
                unit.setMinimumWidth(theme.px(UNIT_WIDTH))
                grid.addWidget(unit, place, 2)
            else:
                grid.addWidget(control, place, 1, 1, 2)
        self.inner.addWidget(self._gap)
        self.inner.addLayout(grid)
        self.inner.addWidget(self._note)
        self.inner.addWidget(self._wrong)

    def _control(self, row: Row) -> QWidget:
        chosen = options(row.key)
        if chosen:
            box = choice_box(chosen, row.name, row.label)
            box.currentIndexChanged.connect(self._typed)
            self._boxes[row.key] = box
            return box
        field = Field()
        field.setObjectName(row.name)
        field.setAccessibleName(row.label)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(theme.px(FIELD_WIDTH))
        field.textEdited.connect(self._typed)
        self._fields[row.name] = field
        return field

    # what is shown

    @property
    def settings(self) -> MethodSettings:
        """The settings with what this card says."""
        return self._settings

    @property
    def problem(self) -> str:
        """What is wrong with what stands here, empty when all is well."""
        return self._wrong.text()

    @property
    def is_open(self) -> bool:
        return not self.content.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold; a folded card keeps what was typed."""
        self.content.setVisible(is_open)
        name = self.tr("收起") if is_open else self.tr("展开")
        self._fold.set_icon("chevron-up" if is_open else "chevron-down")
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(f"{name} {self.title_label.text()}")

    @Slot()
    def _toggle(self) -> None:
        self.set_open(not self.is_open)
        self.folded.emit(not self.is_open)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole head folds, not only the small arrow."""
        if event.position().y() < self.title_label.geometry().bottom() + theme.px(8):
            self._toggle()
        super().mouseReleaseEvent(event)

    def show_settings(self, settings: MethodSettings, *, keep_typed: bool = False) -> None:
        """Fill the fields; those one is typing in are left alone."""
        self._settings = settings
        self._tell_sum()
        if keep_typed:
            return
        for row in self._rows:
            if row.name in self._fields:
                self._fields[row.name].setText(part(row, settings))
                self._fields[row.name].set_wrong("")
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(settings.as_texts()[key])))
        if self._map is not None:
            self._map.show_cells(settings.potential_loyalty_map)
        self._all_well()

    def show_result(self, counts: Sequence["ClassCount"], scheme: Scheme, found: "Coverage | None") -> None:
        """How many are in each class; and where hardly anybody can be classed, why not."""
        shown = (f"{words.chip(scheme, each.class_id)[0]} {each.customers}" for each in counts if each.customers)
        self.set_title(self.title_label.text(), listed(shown))
        if found is None:  # folded: nobody sees more
            return
        gap = found.gaps[0] if found.gaps else None
        self._gap.setVisible(gap is not None)
        if gap is not None and not found.rated:
            text = translate("RulesStep", "现在没有一位客户能按这个方案分级：{0}。")
            self._gap.set("warn", fill(text, gap.sentence))
        elif gap is not None:
            text = translate("RulesStep", "{0} 位分不出来：{1}。")
            self._gap.set("info", fill(text, len(gap.customers), gap.sentence))

    def show_note(self, text: str) -> None:
        """Something to know about the rules themselves; empty for nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    @Slot(object)
    def take(self, texts: dict[str, str]) -> None:
        """Settings in words from elsewhere on the card, a handle that was dragged or a suggestion."""
        try:
            settings = self._settings.with_texts(texts)
        except InputError as error:
            self._tell(error)
            return
        self.show_settings(settings)
        self.edited.emit()

    # what is typed

    @Slot()
    def _typed(self) -> None:
        try:
            self._settings = self._read()
        except InputError as error:
            self._tell(error)
            return
        self._all_well()
        self._tell_sum()
        self.edited.emit()

    def _read(self) -> MethodSettings:
        texts = {key: str(box.currentData()) for key, box in self._boxes.items()}
        texts |= {MAP: "/".join(self._map.cells())} if self._map is not None else {}
        several: dict[str, list[str]] = {}
        for row in self._rows:
            if row.name not in self._fields:
                continue
            text = self._fields[row.name].text()
            if row.place is None:
                texts[row.key] = together(row, text, self._settings)
            else:
                several.setdefault(row.key, []).append(text.strip())
        return self._settings.with_texts(texts | {key: "/".join(parts) for key, parts in several.items()})

    def _all_well(self) -> None:
        for field in self._fields.values():
            field.set_wrong("")
        self._wrong.clear()
        self._wrong.hide()

    def _tell(self, error: InputError) -> None:
        """Name the field in its own words; what counted before still counts."""
        sentence = self._sentence(error)
        named = {str(error.facts.get(name)) for name in ("key", "lower", "upper")} | {*MEANT.get(error.code, ())}
        for row in self._rows:
            if row.name in self._fields:
                self._fields[row.name].set_wrong(sentence if row.key in named else "")
        self._wrong.setText(sentence)
        self._wrong.show()

    def _sentence(self, error: InputError) -> str:
        labels = {row.key: row.label for row in self._rows if row.place is None}
        facts = {name: labels.get(str(value), str(value)) for name, value in error.facts.items()}
        if error.code == "settings.bad_value" and error.facts.get("key") in labels:
            facts["value"] = self._typed_for(str(error.facts["key"]), str(error.facts["value"]))
            if not facts["value"]:
                return translate("RulesStep", "「{key}」还没有填，仍按原来的算。").format_map(facts)
            return translate("RulesStep", "「{key}」填的「{value}」读不懂或超出范围，仍按原来的算。").format_map(facts)
        if error.code == "settings.bad_value":
            return translate("RulesStep", "「{value}」里有读不懂或超出范围的数，仍按原来的算。").format_map(facts)
        if error.code == "settings.order":
            return translate("RulesStep", "「{lower}」要小于「{upper}」，仍按原来的算。").format_map(facts)
        return messages.sentence(error)

    def _typed_for(self, key: str, read: str) -> str:
        """As it stands in the field: 3 of 3 万元, not the 30000 that was read."""
        found = (self._fields[row.name].text().strip() for row in self._rows if row.key == key)
        return next(found, read)

    def _tell_sum(self) -> None:
        """Weights need not add up to 100, but one should know that they do not."""
        if self.scheme != "score":
            return
        total = sum(self._settings.score_weights)
        text = translate("RulesStep", "权重合计 {0}，不是 100，按比例折算。")
        self._note.setText(fill(text, total))
        self._note.setVisible(total != 100)


class CellGrid(QWidget):
    """The nine cells of 潜力×忠诚, a class to choose in each."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        across = [spec for spec in LOYALTY.classes if spec.id in ("loyal", "swing", "new")]
        classes = tuple((spec.id, spec.label) for spec in POTENTIAL_LOYALTY.classes)
        self._boxes: list[QComboBox] = []
        for column, spec in enumerate(across, 1):
            grid.addWidget(label(spec.label, "caption"), 0, column)
            grid.setColumnStretch(column, 1)
        for line, spec in enumerate(POTENTIAL.classes, 1):
            grid.addWidget(label(spec.label, "caption"), line, 0)
            for column, other in enumerate(across, 1):
                name = f"{spec.label} × {other.label}"
                box = choice_box(classes, f"cell_{spec.id}_{other.id}", name)
                box.currentIndexChanged.connect(self.edited)
                self._boxes.append(box)
                grid.addWidget(box, line, column)

    def cells(self) -> list[str]:
        """The chosen classes in the order of the setting."""
        return [str(box.currentData()) for box in self._boxes]

    def show_cells(self, classes: Sequence[str]) -> None:
        for box, class_id in zip(self._boxes, classes, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(class_id)))


def choice_box(chosen: Sequence[tuple[str, str]], name: str, spoken: str) -> QComboBox:
    """A box of values with their words."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaximumWidth(theme.px(BOX_WIDTH))  # a class with a long name does not push the words beside it together
    for key, text in chosen:
        box.addItem(text, key)
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    return box


def _kind(scheme: str) -> str:
    """Under which the words about a scheme stand."""
    if scheme.startswith(OWN):
        return "own"
    return "attribute" if scheme.startswith(VIEW) else scheme
