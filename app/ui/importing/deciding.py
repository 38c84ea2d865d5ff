"""What is chosen on the card and in the steps, as the options of the import with that one thing decided."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.services.importing.plans import ImportOptions, Question
from app.ui.importing import calls

if TYPE_CHECKING:
    from app.ui.importing.stepwise import StepwiseView
    from app.ui.importing.summary import SummaryView


class Deciding(QObject):
    """`now` gives the options as they are and `asked` the open questions; `decided` carries the new options."""

    decided = Signal(object)

    def __init__(
        self, now: Callable[[], ImportOptions], asked: Callable[[], tuple[Question, ...]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._now, self._asked = now, asked

    def listen(self, summary: "SummaryView", steps: "StepwiseView") -> None:
        """To every choice that can be made about an import."""
        summary.answered.connect(self._answered)
        steps.files.encoding_chosen.connect(self._encoding)
        steps.sheets.kind_chosen.connect(self._kind)
        steps.sheets.head_chosen.connect(self._head)
        steps.sheets.hidden_chosen.connect(self._hidden)
        steps.sheets.answered.connect(self._answered)
        steps.columns.field_chosen.connect(self._field)
        steps.columns.match_chosen.connect(self._match)
        steps.columns.unit_chosen.connect(self._unit)
        steps.columns.dates_chosen.connect(self._dates)
        steps.columns.mode_chosen.connect(self._mode)
        steps.columns.edited.connect(self._edited)
        steps.columns.answered.connect(self._answered)
        steps.problems.answered.connect(self._answered)
        steps.problems.decided.connect(self._problem)
        steps.problems.replaced.connect(self._replaced)
        steps.problems.set_apart.connect(self._set_apart)
        steps.problems.edited.connect(self._edited)

    @Slot(object, str)
    def _answered(self, question: object, value: str) -> None:
        """One answer settles every question that asks the same."""
        assert isinstance(question, Question)
        options = self._now()
        for each in filter(question.asks_the_same, self._asked() or (question,)):
            options = calls.with_answer(options, each, value)
        self.decided.emit(options)

    @Slot(str, str)
    def _encoding(self, file: str, encoding: str) -> None:
        self.decided.emit(calls.with_encoding(self._now(), file, encoding))

    @Slot(str, str)
    def _kind(self, sheet: str, kind: str) -> None:
        self.decided.emit(calls.with_choice(self._now(), sheet, kind=kind))

    @Slot(str, int, int)
    def _head(self, sheet: str, row: int, lines: int) -> None:
        self.decided.emit(calls.with_choice(self._now(), sheet, header_rows=tuple(range(row, row + lines))))

    @Slot(str)
    def _hidden(self, decision: str) -> None:
        self._problem("hidden_rows", decision)

    @Slot(str, str, str)
    def _field(self, sheet: str, title: str, field: str) -> None:
        self.decided.emit(calls.with_column(self._now(), sheet, title, field or None))

    @Slot(str, str)
    def _match(self, sheet: str, key: str) -> None:
        self.decided.emit(calls.with_choice(self._now(), sheet, match_key=key))

    @Slot(str, str, str)
    def _unit(self, sheet: str, title: str, unit: str) -> None:
        self.decided.emit(calls.with_unit(self._now(), sheet, title, unit))

    @Slot(str, str, str)
    def _dates(self, sheet: str, title: str, how: str) -> None:
        self.decided.emit(calls.with_dates(self._now(), sheet, title, how))

    @Slot(str, str, str)
    def _mode(self, sheet: str, title: str, mode: str) -> None:
        self.decided.emit(calls.with_mode(self._now(), sheet, title, mode))

    @Slot(str, str)
    def _problem(self, code: str, decision: str) -> None:
        options = self._now()
        self.decided.emit(replace(options, decisions={**options.decisions, code: decision}))  # type: ignore[dict-item]

    @Slot(str, str, str, str)
    def _replaced(self, sheet: str, title: str, old: str, new: str) -> None:
        options = self._now()
        self.decided.emit(replace(options, replacements={**options.replacements, (sheet, title, old): new}))

    @Slot(str, str, str, str)
    def _set_apart(self, sheet: str, title: str, text: str, decision: str) -> None:
        self.decided.emit(calls.with_rows_of(self._now(), (sheet, title, text), decision))

    @Slot(str, int, str, str)
    def _edited(self, sheet: str, row: int, title: str, new: str) -> None:
        options = self._now()
        self.decided.emit(replace(options, edits={**options.edits, (sheet, row, title): new}))
