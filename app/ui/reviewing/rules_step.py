"""Step 3: a card per scheme with its thresholds; what is typed counts at once in the preview beside."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.services.errors import InputError
from app.services.reviews.draft import Step
from app.services.schemes import SCHEMES
from app.services.settings import MethodSettings
from app.texts import listed, translate
from app.ui import messages, theme
from app.ui.pages.page import Shell
from app.ui.reviewing import words
from app.ui.reviewing.rule_rows import ROWS, Row, options, shown, typed
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.session import Session
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

FIELD_WIDTH, UNIT_WIDTH = 96, 36


class RuleCard(Card):
    """The settings of one scheme; `edited` after each keystroke that makes sense."""

    edited = Signal()

    def __init__(self, scheme: str, parent: QWidget | None = None) -> None:
        super().__init__(SCHEMES[scheme].label, " ", parent)
        self.scheme = scheme
        self._fields: dict[str, Field] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._settings = MethodSettings()
        self._wrong = label("", "danger", wrap=True)
        self._wrong.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(ROWS[scheme]):
            grid.addWidget(label(row.label, wrap=True), place, 0)
            control = self._control(row)
            if isinstance(control, Field):
                grid.addWidget(control, place, 1)
                unit = label(row.unit_label, "secondary")
                unit.setMinimumWidth(theme.px(UNIT_WIDTH))
                grid.addWidget(unit, place, 2)
            else:
                grid.addWidget(control, place, 1, 1, 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._wrong)

    def _control(self, row: Row) -> QWidget:
        chosen = options(row.key)
        if chosen:
            box = QComboBox()
            for key, text in chosen:
                box.addItem(text, key)
            box.setObjectName(f"rule_{row.key}")
            box.setAccessibleName(row.label)
            box.currentIndexChanged.connect(self._typed)
            self._boxes[row.key] = box
            return box
        field = Field()
        field.setObjectName(f"rule_{row.key}")
        field.setAccessibleName(row.label)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(theme.px(FIELD_WIDTH))
        field.textEdited.connect(self._typed)
        self._fields[row.key] = field
        return field

    @property
    def settings(self) -> MethodSettings:
        """The settings with what this card says."""
        return self._settings

    @property
    def problem(self) -> str:
        """What is wrong with what stands here, empty when all is well."""
        return self._wrong.text()

    def show_settings(self, settings: MethodSettings, *, keep_typed: bool = False) -> None:
        """Fill the fields; those one is typing in are left alone."""
        self._settings = settings
        if keep_typed:
            return
        for key, field in self._fields.items():
            field.setText(shown(key, settings))
            field.set_wrong("")
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(settings.as_texts()[key])))
        self._wrong.clear()
        self._wrong.hide()

    @Slot()
    def _typed(self) -> None:
        texts = {key: typed(key, field.text()) for key, field in self._fields.items()}
        texts |= {key: str(box.currentData()) for key, box in self._boxes.items()}
        try:
            self._settings = self._settings.with_texts(texts)
        except InputError as error:
            self._tell(error)
            return
        for field in self._fields.values():
            field.set_wrong("")
        self._wrong.clear()
        self._wrong.hide()
        self.edited.emit()

    def _tell(self, error: InputError) -> None:
        """Name the field in its own words; what counted before still counts."""
        sentence = self._sentence(error)
        named = {str(error.facts.get(name)) for name in ("key", "lower", "upper")}
        for key, field in self._fields.items():
            field.set_wrong(sentence if key in named else "")
        self._wrong.setText(sentence)
        self._wrong.show()

    def _sentence(self, error: InputError) -> str:
        labels = {row.key: row.label for row in ROWS[self.scheme]}
        facts = {name: labels.get(str(value), str(value)) for name, value in error.facts.items()}
        if error.code == "settings.bad_value":
            return translate("RulesStep", "「{key}」填的「{value}」读不懂或超出范围，仍按原来的算。").format_map(facts)
        if error.code == "settings.order":
            return translate("RulesStep", "「{lower}」要小于「{upper}」，仍按原来的算。").format_map(facts)
        return messages.sentence(error)


class RulesStep(StepPage):
    """The cards of the schemes in use, 流失预警 last."""

    step: ClassVar[Step] = Step.RULES
    with_preview: ClassVar[bool] = True

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        self._cards = {scheme: RuleCard(scheme) for scheme in ROWS}
        for card in self._cards.values():
            card.edited.connect(self._edited)
            layout.addWidget(card)
        layout.addStretch(1)
        head = QGridLayout()
        head.setColumnStretch(0, 1)
        head.addWidget(label(self.tr("分级规则"), "section"), 0, 0)
        self._last = button(self.tr("用上次盘点的规则"), "link", slot=self._take_last)
        head.addWidget(self._last, 0, 1)
        head.addWidget(button(self.tr("恢复默认规则"), "link", slot=self._take_defaults), 0, 2)
        self.body.addLayout(head)
        self.body.addWidget(scrolled(content), 1)

    def hint(self) -> str:
        return self.tr("规则会随本次盘点一起存档，以后可以查看和比较。")

    def problems(self) -> tuple[str, ...]:
        return tuple(card.problem for card in self._cards.values() if card.problem and not card.isHidden())

    def enter(self) -> None:
        schemes = self.state.draft.schemes
        for scheme, card in self._cards.items():
            card.setVisible(scheme in schemes or scheme == "churn")
            card.show_settings(self.state.draft.settings)
        self.show_preview()

    def show_preview(self) -> None:
        view, basis = self.state.preview, self.state.basis
        self._last.setVisible(basis is not None and basis.before is not None)
        if view is None:
            return
        for scheme, card in self._cards.items():
            if scheme in view.classes.results:
                counts = view.classes.counts(scheme)
                text = listed(
                    f"{words.chip(scheme, each.class_id)[0]} {each.customers}" for each in counts if each.customers
                )
                card.set_title(card.title_label.text(), text)

    @Slot()
    def _edited(self) -> None:
        card = self.sender()
        assert isinstance(card, RuleCard)
        settings = card.settings
        self.state.change(replace(self.state.draft, settings=settings))
        for each in self._cards.values():
            each.show_settings(settings, keep_typed=True)

    @Slot()
    def _take_last(self) -> None:
        basis = self.state.basis
        if basis is not None and basis.before is not None:
            self._take(basis.before.settings)

    @Slot()
    def _take_defaults(self) -> None:
        self._take(MethodSettings())

    def _take(self, settings: MethodSettings) -> None:
        self.state.change(replace(self.state.draft, settings=settings))
        self.enter()
