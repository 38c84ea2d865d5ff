"""One condition of a card: what is looked at, how it is compared, and with what."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QStackedWidget, QWidget

from app.services.errors import InputError
from app.services.fields import field_title
from app.services.schemes.cards import Condition
from app.services.workbench import conditions
from app.services.workbench.conditions import TOLD, Askable
from app.texts import listed, translate
from app.ui import messages, theme
from app.ui.widgets.buttons import Button, icon_button
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

FIELD_WIDTH, VALUE_WIDTH = 168, 96
MOST_NAMED = 3
TYPED, CHOSEN, NOTHING = range(3)  # what a condition is compared with


class ChoiceButton(Button):
    """Several of some words, ticked in a menu."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "secondary", parent=parent)
        self.setObjectName("condition_choices")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.set_menu(self._menu)
        self._choices: Sequence[tuple[str, str]] = ()
        self.values: tuple[str, ...] = ()

    def show_choices(self, choices: Sequence[tuple[str, str]], values: Sequence[object]) -> None:
        self._choices, self.values = choices, tuple(map(str, values))
        self._tell()

    def choose(self, value: str, *, chosen: bool) -> None:
        """Tick or untick one value."""
        kept = tuple(each for each in self.values if each != value)
        self.values = (*kept, value) if chosen else kept
        self._tell()
        self.changed.emit()

    def _fill(self) -> None:
        self._menu.clear()
        words = dict(self._choices)
        for value in (*words, *(each for each in self.values if each not in words)):
            action = QAction(words.get(value, value), self._menu)
            action.setCheckable(True)
            action.setChecked(value in self.values)
            action.setData(value)
            action.toggled.connect(self._toggled)
            self._menu.addAction(action)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose(str(action.data()), chosen=on)

    def _tell(self) -> None:
        words = dict(self._choices)
        names = [words.get(each, each) for each in self.values]
        more = len(names) - MOST_NAMED
        text = listed(names[:MOST_NAMED]) or translate("OwnEditor", "选择…")
        self.setText(translate("OwnEditor", "{0} 等 {1} 项").format(text, len(names)) if more > 0 else text)
        self.setToolTip(listed(names))


class ConditionRow(QWidget):
    """`changed` after each change, whether it makes sense yet or not."""

    changed = Signal()
    removed = Signal()

    def __init__(self, asked: Mapping[str, Askable], condition: Condition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._lost = asked, condition if condition.field not in asked else None
        self._field, self._operator = QComboBox(), QComboBox()
        self._field.setObjectName("condition_field")
        self._field.setAccessibleName(translate("OwnEditor", "看什么"))
        self._field.setMaxVisibleItems(18)
        self._field.setMinimumWidth(theme.px(FIELD_WIDTH))
        self._operator.setObjectName("condition_operator")
        self._operator.setAccessibleName(translate("OwnEditor", "怎么比"))
        self._value = Field()
        self._value.setObjectName("condition_value")
        self._value.setAccessibleName(translate("OwnEditor", "和多少比"))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value.setFixedWidth(theme.px(VALUE_WIDTH))
        self._unit = label("", "secondary")
        self._choices = ChoiceButton()
        self._stack = QStackedWidget()
        typed = QWidget()
        inner = QHBoxLayout(typed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(6))
        inner.addWidget(self._value)
        inner.addWidget(self._unit)
        inner.addStretch(1)
        for each in (typed, self._choices, QWidget()):
            self._stack.addWidget(each)
        remove = icon_button("close", translate("OwnEditor", "去掉这个条件"), self.removed.emit)
        remove.setObjectName("condition_remove")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._field)
        row.addWidget(self._operator)
        row.addWidget(self._stack, 1)
        row.addWidget(remove)
        self._offer_fields(condition.field)
        self._show(condition)
        self._field.currentIndexChanged.connect(self._field_chosen)
        self._operator.currentIndexChanged.connect(self._operator_chosen)
        self._value.textEdited.connect(self._typed)
        self._choices.changed.connect(self.changed)

    def begin(self) -> None:
        """The keyboard comes to what is looked at."""
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def condition(self) -> Condition | None:
        """What stands here; None while it is not complete or cannot be read."""
        asked = self._current()
        if asked is None:
            return self._lost
        operator = str(self._operator.currentData())
        if operator in TOLD:
            return Condition(asked.field, operator)
        if asked.kind == "words":
            return Condition(asked.field, operator, self._choices.values) if self._choices.values else None
        try:
            found = conditions.read(asked, operator, self._value.text())
        except InputError as error:
            self._value.set_wrong(messages.sentence(error) if self._value.text() else "")
            return None
        self._value.set_wrong("")
        return found

    @property
    def wrong(self) -> str:
        """Why what was typed cannot be read; nothing while something is merely missing."""
        return self._value.wrong if self._stack.currentIndex() == TYPED else ""

    def _current(self) -> Askable | None:
        return self._asked.get(str(self._field.currentData()))

    def _offer_fields(self, current: str) -> None:
        model = QStandardItemModel(self._field)
        group = ""
        for each in self._asked.values():
            if each.group != group:
                group = each.group
                heading = QStandardItem(conditions.group_label(group))
                heading.setEnabled(False)
                model.appendRow(heading)
            item = QStandardItem(each.title)
            item.setData(each.field, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        if self._lost is not None:
            item = QStandardItem(translate("OwnEditor", "{0}（已不在）").format(field_title(current)))
            item.setData(current, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        self._field.setModel(model)
        self._field.setCurrentIndex(self._field.findData(current))

    def _show(self, condition: Condition) -> None:
        asked = self._current()
        with QSignalBlocker(self._operator):
            self._operator.clear()
            for each in asked.operators if asked is not None else (condition.operator,):
                self._operator.addItem(conditions.operator_label(each), each)
            self._operator.setCurrentIndex(max(0, self._operator.findData(condition.operator)))
        if asked is not None and asked.kind == "words":
            self._choices.show_choices(asked.choices, condition.values)
        elif asked is not None:
            self._value.setText(conditions.shown(asked, condition))
            self._value.setPlaceholderText(translate("OwnEditor", "年-月-日") if asked.kind == "date" else "")
            self._unit.setText(asked.unit_label)
        self._show_value()

    def _show_value(self) -> None:
        asked = self._current()
        told = str(self._operator.currentData()) in TOLD
        self._stack.setCurrentIndex(NOTHING if asked is None or told else CHOSEN if asked.kind == "words" else TYPED)

    @Slot()
    def _field_chosen(self) -> None:
        asked = self._current()
        if asked is not None:
            self._show(Condition(asked.field, asked.operators[0]))
        self.changed.emit()

    @Slot()
    def _operator_chosen(self) -> None:
        self._show_value()
        self.changed.emit()

    @Slot()
    def _typed(self) -> None:
        self.changed.emit()
