"""What only a person can say before an import: each question with its possible answers as buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.importing.plans import Question
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Bar, BarKind


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
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for question in questions:
            self._add("warn", question)
        for offer in offers:
            self._add("info", offer)
        self.setVisible(self._rows.count() > 0)

    def _add(self, kind: BarKind, question: Question) -> None:
        bar = Bar(kind, question.text)
        for value, words in question.choices:
            bar.add(_Answer(question, value, words, self))
        if self._width:
            bar.set_width(self._width)
        self._rows.addWidget(bar)


class _Answer(Button):
    """One of the answers."""

    def __init__(self, question: Question, value: str, words: str, view: Questions) -> None:
        super().__init__(words)
        self._question, self._value, self._view = question, value, view
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self._view.answered.emit(self._question, self._value)
