"""导入台账: choose a file, read what it would bring, check it step by step or take it at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from app.services import importing
from app.services.errors import AppError
from app.services.importing import sources
from app.services.importing.plans import LOCKED, UNDECODED, ImportOptions, ImportPlan, Question
from app.texts import fill
from app.ui import messages
from app.ui.importing import calls, clipboard
from app.ui.importing.calls import UNDECIDED, Draft
from app.ui.importing.deciding import Deciding
from app.ui.importing.done import DoneView
from app.ui.importing.files import ask_encoding
from app.ui.importing.pastimports import StartView
from app.ui.importing.scheme_keeper import SchemeKeeper
from app.ui.importing.stepwise import StepwiseView
from app.ui.importing.summary import SummaryView
from app.ui.importing.undoing import Undoing
from app.ui.jobs import Latest
from app.ui.pages import page_entry
from app.ui.pages.page import Page, Shell
from app.ui.widgets.buttons import CommandButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.services.changes import Changes
    from app.services.importing.ledger.batches import Batch
    from app.services.importing.ledger.commit import ImportCommand
    from app.ui.session import Session


class ImportingPage(Page):
    """`activate` takes a tuple of file names or a Draft; without one it shows where to choose."""

    key = "importing"

    def __init__(self, session: "Session", shell: Shell, parent: "QWidget | None" = None) -> None:
        super().__init__(session, shell, parent)
        self._draft = Draft(())
        self._reading = Latest(partial(session.compute, quiet=True), self)
        self.plan: ImportPlan | None = None
        self._before: tuple[Draft, ImportPlan | None, int] = (self._draft, None, 0)
        self._decisions: list[ImportOptions] = []  # before each decision, the last one last
        self._command: ImportCommand | None = None
        self._importing = False
        self._batch: int | None = None
        self._locked: AppError | None = None
        self._stack = QStackedWidget()
        self.start, self.summary, self.steps, self.done = StartView(), SummaryView(), StepwiseView(), DoneView()
        for view in (self.start, self.summary, self.steps, self.done):
            self._stack.addWidget(view)
        if "file.template" in shell.actions_table:
            self.start.offer(CommandButton(shell.actions_table.action("file.template"), "link"))
        self.body.addWidget(self._stack, 1)
        self._deciding = Deciding(self._options, self._questions, self)
        self._undoing = Undoing(session, shell, self)
        self._schemes = SchemeKeeper(self.start.schemes, session, shell, self)
        self._connect()

    def _connect(self) -> None:
        self._stack.currentChanged.connect(self.commands_changed)
        self._deciding.listen(self.summary, self.steps)
        self._deciding.decided.connect(self._again)
        self._undoing.done.connect(self._show_past)
        self.start.files_asked.connect(self._choose)
        self.start.folder_asked.connect(self._choose_folder)
        self.start.paste_asked.connect(self._paste)
        self.start.undo_asked.connect(self._undoing.ask)
        self.start.held_asked.connect(self._show_held)
        self.start.recent_asked.connect(self._take_recent)
        self._reading.answered.connect(self._plan_read)
        self.summary.accepted.connect(self._import)
        self.summary.left.connect(self._give_up)
        self.summary.asked.connect(self._check)
        self.summary.sheet_asked.connect(self.steps.show_sheet)
        self.steps.accepted.connect(self._import)
        self.steps.left.connect(self._leave_steps)
        self.steps.files.files_asked.connect(self._choose)
        self.steps.files.anew_asked.connect(self._import_anew)
        self.done.customers_asked.connect(self._to_customers)
        self.done.review_asked.connect(self._to_reviews)
        self.done.undo_asked.connect(self._undo_last)
        self.done.held_asked.connect(self._to_held)
        self.done.duplicates_asked.connect(self._to_duplicates)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        mine: dict[str, Callable[[], None]] = {"file.imports": self._show_past}
        if self._stack.currentWidget() is self.start:  # elsewhere there are fields to paste into
            mine["edit.paste"] = self._paste
        return mine | {"edit.undo": self._undo_decision} if self.plan is not None and self._decisions else mine

    def undo_texts(self) -> tuple[str, str] | None:
        if "edit.undo" not in self.commands():
            return None
        return self.tr("上一个决定"), self.session.operations.redo_text

    def activate(self, target: object = None) -> None:
        if isinstance(target, tuple) and target:
            target = self._new(target)
        if isinstance(target, Draft) and self._importing:
            self.shell.toast(self.tr("正在导入，请等它完成。"))
        elif isinstance(target, Draft):
            self._begin(target)
        elif self.plan is None:
            self._show_past()

    def take_focus(self) -> None:
        views = (self.start, self.summary, self.steps, self.done)
        views[self._stack.currentIndex()].take_keyboard()

    def refresh(self, changes: "Changes") -> None:
        if changes.imports or changes.lines:
            self._read_past()

    def carried(self) -> object:
        """Another window goes on with the same files and choices."""
        step = self.steps.step if self._stack.currentWidget() is self.steps else self._draft.step
        return replace(self._draft, step=step) if self._draft.files and not self._importing else None

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc goes back one step of the way: from the steps to the card, from the card to where files are chosen."""
        shown = self._stack.currentWidget() if event.key() == Qt.Key.Key_Escape and not self._importing else None
        if shown is self.steps:
            self._leave_steps()
        elif shown is self.summary:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _new(self, files: Iterable[object]) -> Draft:
        """Nothing decided yet; whoever wants the steps always begins with the first of them."""
        step = 0 if self.shell.preferences.value.stepwise_import else None
        return Draft(tuple(Path(str(each)) for each in files), step=step)

    def _begin(self, draft: Draft) -> None:
        self._before = self._draft, self.plan, self._stack.currentIndex()
        self._draft, self.plan = draft, None
        self._decisions.clear()
        self.steps.show_ledger(self.session.name)
        self.summary.show_ledger(self.session.name)
        self._stack.setCurrentWidget(self.start)
        self._read_plan()

    def _back(self) -> None:
        """A file that stays locked leaves the page as it was before it came."""
        self._draft, self.plan, shown = self._before
        self._stack.setCurrentIndex(shown)

    def _read_plan(self) -> None:
        job = self._reading.ask(partial(calls.plan, self._draft.files, self._draft.options))
        self.shell.show_progress(job, self.tr("正在读取台账"))
        job.shown.connect(self._first_seen)
        job.failed.connect(self._reading_failed)
        job.finished.connect(self._reading_over)

    @Slot(object)
    def _first_seen(self, look: ImportPlan) -> None:
        """Whoever goes step by step can look at sheets and headings while the other rows are still being read."""
        if self._draft.step is not None and self.plan is None:
            self.steps.show_plan(look)
            self._check(self._draft.step)
            if self.steps.step == self._draft.step:  # a later one is shown when all has been read
                self._draft = replace(self._draft, step=None)
        elif self._stack.currentWidget() is self.steps and not self.steps.complete:
            self.steps.show_plan(look)

    @Slot(object)
    def _plan_read(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.summary.show_plan(plan)
        self.steps.show_plan(plan)
        if self._draft.step is not None:
            self._check(self._draft.step)
            self._draft = replace(self._draft, step=None)
        elif self._stack.currentWidget() is not self.steps:
            self._show_card()
        self.said.emit(self.tr("还没有写入任何数据"))

    @Slot(object)
    def _reading_failed(self, error: object) -> None:
        if isinstance(error, AppError) and error.code in LOCKED:
            self._locked = error  # asked for when the reading has been cleared away
        else:
            self.session.failed.emit(error)

    @Slot()
    def _reading_over(self) -> None:
        """A choice that failed or was cancelled is taken back: what is shown is what would be imported."""
        locked, self._locked = self._locked, None
        if locked is not None:
            self._unlock(locked)
        elif self.plan is None and not self._reading.waiting and self._stack.currentWidget() is self.steps:
            self._show_past()  # cancelled or refused behind the first look
        elif self.plan is not None and not self._reading.waiting and self.plan.options != self._draft.options:
            self._draft = replace(self._draft, options=self.plan.options)
            self._decisions = [each for each in self._decisions if each != self.plan.options]
            self._plan_read(self.plan)

    def _unlock(self, error: AppError) -> None:
        """Ask for the password until it fits or nobody wants to give one; for the encoding of a text likewise."""
        options, file = self._draft.options, str(error.facts["file"])
        encoding = ask_encoding(self, file) if error.code == UNDECODED else ""
        password = messages.ask_password(self, error) if error.code != UNDECODED else ""
        if encoding:
            self._again(calls.with_encoding(options, file, encoding))
        elif password:
            self._again(replace(options, passwords={**options.passwords, file: password}))
        elif len(self._draft.files) > 1 or self._draft.files[0].is_dir():
            self._again(replace(options, without=(*options.without, file)))
        else:
            self._back()

    @Slot()
    def _give_up(self) -> None:
        text = self.tr("放弃这次导入？你做的选择不会保留，也没有写入任何数据。")
        chosen = replace(self._draft.options, passwords={}, without=())
        if chosen == UNDECIDED or messages.confirm(self, text, self.tr("放弃")):
            self._show_past()

    @Slot()
    def _choose(self) -> None:
        files = messages.open_files(self, self.tr("选择要导入的表格"), messages.SPREADSHEETS)
        if files:
            self._begin(self._new(files))

    @Slot()
    def _choose_folder(self) -> None:
        folder = messages.open_folder(self, self.tr("选择放着表格的文件夹"))
        if folder:
            self._begin(self._new([folder]))

    @Slot()
    def _paste(self) -> None:
        """Cells copied in a spreadsheet, or files copied in the file manager."""
        files = clipboard.files()
        if files and not self._importing:
            self._begin(self._new(files))
        elif not files:
            self.shell.toast(clipboard.nothing())

    @Slot(int)
    def _check(self, step: int) -> None:
        self._stack.setCurrentWidget(self.steps)
        if self.plan is not None and self.plan.to_name is not None:
            self.steps.sheets.choose(self.plan.to_name.key)
        elif self.plan is not None and self.plan.questions:
            self.steps.sheets.choose(self.plan.questions[0].key)
        self.steps.show_step(step)
        self.steps.take_keyboard()

    @Slot()
    def _leave_steps(self) -> None:
        if self.plan is None:
            self._show_past()
            return
        self._show_card()

    def _show_card(self) -> None:
        self._stack.setCurrentWidget(self.summary)
        self.summary.take_keyboard()

    @Slot()
    def _import_anew(self) -> None:
        """The same files and choices, in a ledger of their own."""
        self.shell.import_anew(replace(self._draft, step=0))

    def _options(self) -> ImportOptions:
        return self._draft.options

    def _questions(self) -> tuple[Question, ...]:
        return (*self.plan.questions, *self.plan.offers) if self.plan is not None else ()

    def _undo_decision(self) -> None:
        """Before anything is written, undo takes back what was decided last."""
        self._draft = replace(self._draft, options=self._decisions.pop())
        self._read_plan()
        self.commands_changed.emit()

    @Slot(object)
    def _again(self, options: ImportOptions) -> None:
        self._decisions.append(self._draft.options)
        self.commands_changed.emit()
        self._draft = replace(self._draft, options=options)
        self._read_plan()

    @Slot()
    def _import(self) -> None:
        if self.plan is None or self.plan.brings_nothing or self._importing:
            return
        self._command = importing.command(self.plan)
        self._set_importing(True)  # a second click would bring everything in again
        job = self.session.perform(self._command, self)
        self.shell.show_progress(job, self.tr("正在导入"))
        job.succeeded.connect(self._imported)
        job.finished.connect(self._import_over)

    def _set_importing(self, importing_now: bool) -> None:
        self._importing = importing_now
        self._stack.setEnabled(not importing_now)

    @Slot()
    def _import_over(self) -> None:
        self._set_importing(False)

    @Slot(object)
    def _imported(self, _changes: object) -> None:
        assert self._command is not None
        self._set_importing(False)
        result = importing.result(self._command)
        importing.forget()
        checked = self._stack.currentWidget() is self.steps
        chosen = [str(path.absolute()) for path in self._draft.files if not sources.is_kept(path)]
        self.shell.preferences.put(self.shell.preferences.value.imported(chosen))
        self.plan, self._draft, self._batch = None, Draft(()), result.batch
        there = {key: page_entry(key) is not None for key in ("reviews", "customers")}
        self.done.show_result(result, **there)
        self._stack.setCurrentWidget(self.done)
        self._read_past()
        self.said.emit(self.tr("导入完成"))
        self.shell.toast_undo(
            fill(self.tr("已导入 {0} 位客户、{1} 行。"), f"{result.plan.customers:,}", f"{result.counts.written:,}")
        )
        waits = result.counts.held or result.plan.likely_duplicates
        if not checked and not waits:  # the short way ends where the tiers are
            self._to_customers()

    @Slot()
    def _show_past(self) -> None:
        importing.forget()
        self.plan, self._draft = None, Draft(())
        self._reading.drop()
        here = self._stack.isAncestorOf(self.focusWidget())
        self._stack.setCurrentWidget(self.start)
        if here:
            self.start.take_keyboard()
        self.said.emit("")
        self._read_past()

    def _read_past(self) -> None:
        if self.session.is_open:
            self._schemes.refresh()
            self.session.read(calls.batches).succeeded.connect(self._past_read)
            recent = partial(calls.still_there, self.shell.preferences.value.recent_tables)
            self.session.run_free(recent, quiet=True).succeeded.connect(self._recent_read)

    @Slot(object)
    def _recent_read(self, files: tuple[str, ...]) -> None:
        self.start.show_recent(files)

    @Slot(str)
    def _take_recent(self, file: str) -> None:
        self._begin(self._new([file]))

    @Slot(object)
    def _past_read(self, batches: "list[Batch]") -> None:
        self.start.show_batches(batches)
        there = any(each.id == self._batch and each.state == "done" for each in batches)
        if self._stack.currentWidget() is self.done and not there:  # undone meanwhile
            self._show_past()

    @Slot()
    def _undo_last(self) -> None:
        if self._batch is not None:
            self._undoing.ask(self._batch)

    @Slot()
    def _to_customers(self) -> None:
        self.shell.go("customers")

    @Slot()
    def _to_held(self) -> None:
        self.shell.go("held", self._batch)

    @Slot()
    def _to_duplicates(self) -> None:
        self.shell.go("duplicates")

    @Slot(int)
    def _show_held(self, batch: int) -> None:
        self.shell.go("held", batch)

    @Slot()
    def _to_reviews(self) -> None:
        self.shell.go("reviews")
