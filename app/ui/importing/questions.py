"""What only a person can say before an import: each question with its possible answers as buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.importing.plans import Question
from app.ui import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Bar, BarKind
from app.ui.widgets.layouts import empty


class Questions(QWidget):
    """The open questions one below the other; `answered(question, value)` settles one."""

    answered = Signal(object, str)

    def __init__(self, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width  # 0: as wide as there is room
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)

    def show_questions(self, questions: Iterable[Question], offers: Iterable[Question] = ()) -> None:
        """These and no others, what is only offered below; without any nothing is to be seen."""
        empty(self._rows)
        shown: list[Question] = []
        for question in questions:
            if not any(map(question.asks_the_same, shown)):
                shown.append(question)
                self._add("warn", question)
        for offer in offers:
            self._add("info", offer)
        self.setVisible(self._rows.count() > 0)

    def _add(self, kind: BarKind, question: Question) -> None:
        bar = Bar(kind, question.text)
        for value, words in question.choices:
            bar.add(_Answer(question, value, words, self))
        if question.free:
            _FreeAnswer(question, bar, self)
        if self._width:
            bar.set_width(self._width)
        self._rows.addWidget(bar)
        bar.show()  # now, not with a later turn of the loop: the keyboard may be sent to an answer


class _FreeAnswer(QLineEdit):
    """An answer that is typed: a rate, a year."""

    def __init__(self, question: Question, bar: Bar, view: Questions) -> None:
        super().__init__()
        self._question, self._view = question, view
        self.setObjectName("import_answer")
        self.setPlaceholderText(question.free)
        self.setAccessibleName(question.text)
        self.setMaximumWidth(theme.px(140))
        self.setValidator(QDoubleValidator(0.000001, 99_999.0, 6, self))
        bar.add(self)
        bar.add_button(self.tr("确定"), self._given)
        self.returnPressed.connect(self._given)

    @Slot()
    def _given(self) -> None:
        if self.hasAcceptableInput():
            self._view.answered.emit(self._question, self.text().strip())


class _Answer(Button):
    """One of the answers."""

    def __init__(self, question: Question, value: str, words: str, view: Questions) -> None:
        super().__init__(words)
        self._question, self._value, self._view = question, value, view
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self._view.answered.emit(self._question, self._value)
