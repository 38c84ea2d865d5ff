"""One action of a template, to be changed in place: rhythm, channel, who, how long, what to say."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.services.cadence import CHANNEL_NAMES, LETTERS, channel_name
from app.services.playbooks import Action, with_cadence
from app.ui import theme
from app.ui.strategies.words import rhythms, roles, tail
from app.ui.tasks.words import CHANNEL_ICONS
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.inputs import indent
from app.ui.widgets.labels import label

MOST_MINUTES = 600


class ActionCard(QFrame):
    """Every change is told at once; nothing is stored here."""

    changed = Signal(object)  # Action
    removed = Signal(object)

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action_card")
        self.setProperty("box", "card")
        self._action = action
        self._build()
        self._connect()

    @property
    def action(self) -> Action:
        return self._action

    def _build(self) -> None:
        action = self._action
        self._icon = IconLabel(CHANNEL_ICONS.get(action.channel, "list"), "accent", 18)
        self._title = QLineEdit(action.title)
        self._title.setObjectName("action_title")
        self._title.setProperty("flat", True)
        self._title.setProperty("title", True)
        self._title.setAccessibleName(self.tr("动作"))
        self._active = QCheckBox(self.tr("启用"))
        self._active.setObjectName("action_active")
        self._active.setChecked(action.active)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._active)
        if not action.code:
            head.addWidget(icon_button("trash", self.tr("删除这个动作"), self._remove))
        current = tail(action.cadence) if action.cadence else ""
        self._rhythm = _combo("action_rhythm", rhythms(action.cadence), current)
        self._channel = _combo("action_channel", [(key, channel_name(key)) for key in CHANNEL_NAMES], action.channel)
        self._channel.setAccessibleName(self.tr("方式"))
        self._role = _combo("action_role", roles(), action.role)
        self._minutes = _Minutes()
        self._minutes.setValue(action.minutes or 0)
        choices = _Choices()
        row = FlowLayout(choices, theme.px(8))
        for name, field in (
            (self.tr("频率"), self._rhythm),
            ("", self._channel),
            (self.tr("谁来做"), self._role),
            (self.tr("用时"), self._minutes),
        ):
            row.addWidget(_named(name, field))
        self._wording = WordsField(action.wording)
        self._wording.setAccessibleName(self.tr("怎么说、带什么"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(choices)
        layout.addWidget(self._wording)
        self._shade()

    def _connect(self) -> None:
        self._title.editingFinished.connect(self._edited)
        self._active.toggled.connect(self._edited)
        self._minutes.editingFinished.connect(self._edited)
        self._wording.left.connect(self._edited)
        for box in (self._rhythm, self._channel, self._role):
            box.activated.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        """Read everything; tell only what is new."""
        channel = str(self._channel.currentData())
        action = with_cadence(self._action, LETTERS[channel] + str(self._rhythm.currentData()))
        action = replace(
            action,
            role=str(self._role.currentData()),
            minutes=self._minutes.value() or None,
            title=self._title.text().strip() or self._action.title,
            wording=self._wording.toPlainText().strip(),
            active=self._active.isChecked(),
        )
        if action != self._action:
            self._action = action
            self._icon.set(CHANNEL_ICONS.get(action.channel, "list"), "accent")
            self._shade()
            self.changed.emit(action)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._action)

    def _shade(self) -> None:
        for each in (self._title, self._rhythm, self._channel, self._role, self._minutes, self._wording):
            each.setEnabled(self._action.active)


class _Choices(QWidget):
    """Breaks its row where it must, and then asks for the height: a scroll area would squeeze it otherwise."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))


class WordsField(QPlainTextEdit):
    """A few lines of text, as tall as they need; the wheel scrolls the page."""

    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("action_wording")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # other lines
            self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = min(4, max(1, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme.px(20))


class _Minutes(QSpinBox):
    """Minutes; 0 means by the customer's tier."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("action_minutes")
        self.setRange(0, MOST_MINUTES)
        self.setSingleStep(5)
        self.setSuffix(self.tr(" 分钟"))
        self.setSpecialValueText(self.tr("按分级"))
        indent(self)
        self.setMinimumWidth(theme.px(88))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page is scrolled more often than minutes are wheeled."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _NoWheel(QObject):
    """Keeps the wheel from changing a closed list while the page is scrolled."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _combo(name: str, items: Sequence[tuple[str, str]], current: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for key, text in items:
        box.addItem(text, key)
    box.setCurrentIndex(box.findData(current))
    box.installEventFilter(_NoWheel(box))
    return box


def _named(name: str, field: QWidget) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(6))
    if name:
        layout.addWidget(label(name, "caption"))
        field.setAccessibleName(name)
    layout.addWidget(field)
    return pair
