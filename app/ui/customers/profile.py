"""The fields of a customer in the detail pane: each is edited where it stands and saved when left."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeGuard

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.customers import CustomerDetail, read_field
from app.services.errors import InputError
from app.texts import QT_TRANSLATE_NOOP, translate
from app.ui import theme
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

FIELDS: tuple[tuple[str, str], ...] = (
    ("name", QT_TRANSLATE_NOOP("Profile", "客户名称")),
    ("code", QT_TRANSLATE_NOOP("Profile", "编号")),
    ("owner", QT_TRANSLATE_NOOP("Profile", "负责人")),
    ("status", QT_TRANSLATE_NOOP("Profile", "状态")),
    ("industry", QT_TRANSLATE_NOOP("Profile", "行业")),
    ("size_band", QT_TRANSLATE_NOOP("Profile", "规模")),
    ("region", QT_TRANSLATE_NOOP("Profile", "地域")),
    ("source", QT_TRANSLATE_NOOP("Profile", "来源")),
    ("est_annual_demand", QT_TRANSLATE_NOOP("Profile", "预计年需求(元)")),
    ("growth_manual", QT_TRANSLATE_NOOP("Profile", "增长空间")),
    ("credit_days", QT_TRANSLATE_NOOP("Profile", "账期(天)")),
    ("credit_limit", QT_TRANSLATE_NOOP("Profile", "信用额度(元)")),
    ("strategy_note", QT_TRANSLATE_NOOP("Profile", "跟进策略")),
    ("note", QT_TRANSLATE_NOOP("Profile", "备注")),
)
GROWTH = (
    ("", QT_TRANSLATE_NOOP("Profile", "按规则判断")),
    ("1", QT_TRANSLATE_NOOP("Profile", "有")),
    ("0", QT_TRANSLATE_NOOP("Profile", "没有")),
)
LONG = ("strategy_note", "note")


class InlineField(Field):
    """A text that turns into an input when it gets the focus; Esc gives the old text back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("—", parent=parent)
        self.setProperty("flat", True)
        self.kept = ""

    def put(self, text: str) -> None:
        self.kept = text
        self.setText(text)
        self.setCursorPosition(0)
        self.set_wrong("")

    def keep(self) -> None:
        """What stands here is saved: taking it back is no longer a matter of this field."""
        place = self.cursorPosition()
        self.kept = self.text()
        self.setText(self.kept)
        self.setCursorPosition(place)

    @property
    def touched(self) -> bool:
        """Whether something else was typed than what is saved."""
        return self.text() != self.kept

    def event(self, event: QEvent) -> bool:
        if _is_shortcut(event) and not self.touched and _asks_program(event, self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.text() != self.kept or self.property("wrong")):
            self.put(self.kept)
            return
        super().keyPressEvent(event)


class InlineText(QPlainTextEdit):
    """A longer text of the same manner; saved when left, Ctrl+Enter leaves."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = ""
        self.setProperty("flat", True)
        self.setPlaceholderText("—")
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(56))

    def put(self, text: str) -> None:
        self.kept = text
        self.setPlainText(text)

    def keep(self) -> None:
        """What stands here is saved: taking it back is no longer a matter of this field."""
        self.kept = self.toPlainText()
        self.document().clearUndoRedoStacks()

    @property
    def touched(self) -> bool:
        """Whether something else was typed than what is saved."""
        return self.toPlainText() != self.kept

    def event(self, event: QEvent) -> bool:
        if _is_shortcut(event) and not self.touched and _asks_program(event, self.document().isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self.kept:
            self.put(self.kept)
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


def _is_shortcut(event: QEvent) -> TypeGuard[QKeyEvent]:
    return event.type() == QEvent.Type.ShortcutOverride


def _asks_program(event: QKeyEvent, redoable: bool) -> bool:
    """Whether Ctrl+Z or Ctrl+Y is meant for the ledger, where no typing is left to be taken back or done again."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or (event.matches(keys.Redo) and not redoable)


class Profile(QWidget):
    """Rows of name and field; `edited` carries the key and the value as a command takes it."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[str, QWidget] = {}
        self._wrong = label("", "danger", wrap=True)
        self._wrong.setObjectName("profile_wrong")
        self._wrong.hide()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        for row, (key, source) in enumerate(FIELDS):
            name = label(translate("Profile", source), "caption")
            top = Qt.AlignmentFlag.AlignTop if key in LONG else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(name, row, 0, top)
            editor = self._editor(key, name)
            grid.addWidget(editor, row, 1)
            self._editors[key] = editor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(grid)
        layout.addWidget(self._wrong)

    def show_detail(self, detail: CustomerDetail) -> None:
        """Fill the fields; one that is being typed in keeps what stands there."""
        for key, editor in self._editors.items():
            text = written(detail.fields.get(key))
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(text)))
            elif isinstance(editor, InlineField | InlineText) and (
                not editor.hasFocus() or (editor.kept != text and not editor.touched)
            ):
                editor.put(text)
        self._wrong.hide()

    def set_read_only(self, read_only: bool) -> None:
        for editor in self._editors.values():
            if isinstance(editor, InlineField | InlineText):
                editor.setReadOnly(read_only)
            else:
                editor.setEnabled(not read_only)

    def offer(self, known: Mapping[str, Sequence[str]]) -> None:
        """What fields have held so far, offered while typing."""
        for key, values in known.items():
            editor = self._editors.get(key)
            if isinstance(editor, InlineField):
                completer = QCompleter(list(values), editor)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                editor.setCompleter(completer)

    def edit(self, key: str = "name") -> None:
        """Put the cursor into a field."""
        editor = self._editors[key]
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, InlineField):
            editor.selectAll()

    def _editor(self, key: str, name: QLabel) -> QWidget:
        editor: QWidget
        if key == "growth_manual":
            box = QComboBox()
            for value, source in GROWTH:
                box.addItem(translate("Profile", source), value)
            box.setProperty("compact", True)
            box.setProperty("flat", True)
            box.activated.connect(self._growth_chosen)
            editor = box
        elif key in LONG:
            text = InlineText()
            text.left.connect(self._text_left)
            editor = text
        else:
            field = InlineField()
            field.setProperty("compact", True)
            field.editingFinished.connect(self._field_left)
            editor = field
        editor.setObjectName(f"profile_{key}")
        editor.setAccessibleName(name.text())
        name.setBuddy(editor)
        return editor

    @Slot()
    def _field_left(self) -> None:
        field = self.sender()
        if isinstance(field, InlineField):
            self._take(field.objectName().removeprefix("profile_"), field, field.text())

    @Slot()
    def _text_left(self) -> None:
        field = self.sender()
        if isinstance(field, InlineText):
            self._take(field.objectName().removeprefix("profile_"), field, field.toPlainText())

    @Slot(int)
    def _growth_chosen(self, index: int) -> None:
        box = self._editors["growth_manual"]
        assert isinstance(box, QComboBox)
        self.edited.emit("growth_manual", read_field("growth_manual", box.itemData(index)))

    def _take(self, key: str, editor: "InlineField | InlineText", text: str) -> None:
        if text.strip() == editor.kept.strip():
            self._say(editor, "")
            return
        try:
            value = read_field(key, text)
        except InputError as error:
            self._say(editor, error.sentence())
            return
        self._say(editor, "")
        editor.keep()
        self.edited.emit(key, value)

    def _say(self, editor: "InlineField | InlineText", sentence: str) -> None:
        """What is wrong stays in the field with a red edge; the sentence stands below."""
        if isinstance(editor, InlineField):
            editor.set_wrong(sentence)
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def written(value: Any) -> str:
    """A field's value as its editor shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return str(value)
