"""The review wizard: six steps over one draft that is kept at each change, left and resumed at will."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from app.services.reviews import draft as drafts
from app.services.reviews.draft import ReviewDraft, Step
from app.texts import QT_TRANSLATE_NOOP, together, translate
from app.ui import theme
from app.ui.pages.page import Page, Shell
from app.ui.reviewing.check_step import CheckStep
from app.ui.reviewing.history import concerned
from app.ui.reviewing.plan_step import PlanStep
from app.ui.reviewing.preview_panel import PreviewPanel
from app.ui.reviewing.rules_step import RulesStep
from app.ui.reviewing.scope_step import ScopeStep
from app.ui.reviewing.sign_step import SignStep
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.reviewing.walk_step import WalkStep
from app.ui.session import Session
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Bar
from app.ui.widgets.labels import ElidedLabel, line
from app.ui.widgets.steps import StepBar
from app.ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.changes import Changes

TITLES = {
    Step.SCOPE: QT_TRANSLATE_NOOP("ReviewWizard", "选择范围"),
    Step.CHECK: QT_TRANSLATE_NOOP("ReviewWizard", "数据检查"),
    Step.RULES: QT_TRANSLATE_NOOP("ReviewWizard", "分级规则"),
    Step.WALK: QT_TRANSLATE_NOOP("ReviewWizard", "逐个确认"),
    Step.PLAN: QT_TRANSLATE_NOOP("ReviewWizard", "策略与工作量"),
    Step.SIGN: QT_TRANSLATE_NOOP("ReviewWizard", "签字存档"),
}
ROOMY = 1000  # px at 100 % from which the preview may take more than half
STEPS: tuple[type[StepPage], ...] = (ScopeStep, CheckStep, RulesStep, WalkStep, PlanStep, SignStep)


class ReviewWizardPage(Page):
    """Target: the number of a draft, or a draft itself."""

    key: ClassVar[str] = "review_wizard"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._preferences = shell.preferences
        self.state = DraftState(session, self._unit, self)
        self.state.previewed.connect(self._previewed)
        self.state.changed.connect(self._draft_changed)
        self.header.show_back(self.tr("回到盘点记录"))
        self._steps = StepBar([translate("ReviewWizard", TITLES[each.step]) for each in STEPS])
        self._steps.chosen.connect(self._step_chosen)
        self._problem = Bar("warn")
        self._problem.hide()
        self._pages = [make(self.state, session, shell) for make in STEPS]
        self._stack = _Stack()
        for page in self._pages:
            page.done.connect(self._next)
            page.over.connect(self._hand_on)
            page.said.connect(self._hint_said)
            self._stack.addWidget(page)
        self._panel = PreviewPanel(self.state, shell)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(theme.px(12))
        self._split.addWidget(self._stack)
        self._split.addWidget(self._panel)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(line())
        self.body.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self._hint = ElidedLabel("", "caption")
        self._back = button(self.tr("上一步"), slot=self._previous)
        self._back.setObjectName("wizard_back")
        self._forward = Button("", "primary")
        self._forward.setObjectName("wizard_next")
        self._forward.clicked.connect(self._next)
        self._later = button(self.tr("以后再做"), slot=self._leave)
        for key, tool, slot in (("Alt+Right", self._forward, self._next), ("Alt+Left", self._back, self._previous)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)  # wherever the keyboard is in the window, while the wizard is shown
            tool.setToolTip(shortcut.key().toString(QKeySequence.SequenceFormat.NativeText))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._hint, 1)
        for each in (self._later, self._back, self._forward):
            row.addWidget(each)
        return row

    def _unit(self) -> str:
        return str(self._preferences.value.money_unit)

    def title(self) -> str:
        return translate("ReviewWizard", "客户盘点")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"edit.undo": self._undo, "edit.redo": self._redo} if self.state.is_open else {}

    def unavailable(self, command: str) -> str:
        undo, redo = self.state.history.undo_text, self.state.history.redo_text
        if command == "edit.undo" and not undo:
            return self.tr("这次盘点里还没有可以撤销的决定")
        return self.tr("没有可以重做的决定") if command == "edit.redo" and not redo else ""

    def undo_texts(self) -> tuple[str, str] | None:
        history = self.state.history
        return (history.undo_text, history.redo_text) if self.state.is_open else None

    # which draft

    def activate(self, target: object = None) -> None:
        if isinstance(target, ReviewDraft):
            self._loaded(target)
        elif isinstance(target, int):
            self._read(target)
        elif self.state.is_open:
            self._show_step()
        else:
            self.session.read(drafts.open_draft).then(self._found)

    def refresh(self, changes: "Changes") -> None:
        """Other data means other facts; the draft may be gone when the review was finished or redone."""
        if self.state.is_open:
            self._read(self.state.draft.review_id)

    def _read(self, number: int) -> None:
        self.session.read(partial(_stored, number)).then(self._reread)

    @Slot(object)
    def _found(self, number: int | None) -> None:
        if number is None:
            self.shell.go("reviews")
        else:
            self._read(number)

    @Slot(object)
    def _reread(self, draft: ReviewDraft | None) -> None:
        if draft is None:
            self.state.close()
        elif self.state.is_open and self.state.draft.review_id == draft.review_id:
            self.state.reload()  # what is here is at least as new as what is stored
            self._show_step()
        else:
            self._loaded(draft)

    def _loaded(self, draft: ReviewDraft) -> None:
        self.state.open(draft)
        self._begin_step()

    # which step

    @property
    def page(self) -> StepPage:
        """The step that is shown."""
        return self._pages[list(Step).index(self.state.draft.step)]

    def _show_step(self) -> None:
        draft, page = self.state.draft, self.page
        place = self._pages.index(page)
        self._steps.set_current(place)
        self._stack.setCurrentWidget(page)
        self._stack.updateGeometry()
        self._panel.setVisible(page.with_preview)
        self._problem.hide()
        self.header.set_subtitle(draft.name)
        self._back.setVisible(place > 0)
        follower = drafts.next_step(draft.step)
        text = translate("ReviewWizard", "下一步：{0}").format(translate("ReviewWizard", TITLES[follower]))
        self._forward.setText(self.tr("存档") if draft.step is Step.SIGN else text)
        page.enter()
        if self.state.preview is not None:
            page.show_preview()
        follow_layout(self)
        self._share_width()
        self._say()

    def _begin_step(self) -> None:
        self._show_step()
        (self.page.first_field() or self._forward).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self._hint.setText(self.page.hint())
        place = list(Step).index(self.state.draft.step) + 1
        self.said.emit(translate("ReviewWizard", "草稿已保存 · 第 {0} 步，共 {1} 步").format(place, len(STEPS)))

    @Slot()
    def _hand_on(self) -> None:
        self._forward.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _hint_said(self, text: str) -> None:
        self._hint.setText(text)

    def _go_to(self, step: Step) -> None:
        self.state.change(replace(self.state.draft, step=step))
        self._begin_step()

    @Slot()
    def _next(self) -> None:
        """On to the next step, or say why not; the last step files the review, once."""
        if not self._forward.isEnabled():  # it is being filed, and keys come here as well
            return
        step = self.state.draft.step
        problems = (*self.page.problems(), *drafts.problems(step, self.state.draft))
        if problems:
            self._problem.set("warn", together(*problems))
            self._problem.show()
        elif step is Step.SIGN:
            self._file()
        else:
            self._go_to(drafts.next_step(step))

    @Slot()
    def _previous(self) -> None:
        if self.state.draft.step is not Step.SCOPE:
            self._go_to(drafts.previous_step(self.state.draft.step))

    @Slot(int)
    def _step_chosen(self, place: int) -> None:
        self._go_to(list(Step)[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of a page that is only filled in goes on, as in a dialog."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if entered and self.state.is_open and self.page.enter_goes_on:
            self._next()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.shell.go("reviews")

    @Slot()
    def _undo(self) -> None:
        text, before = self.state.history.undo_text, self.state.draft
        self.state.undo()
        self._turned(before, self.tr("已撤销：{0}").format(text), self.tr("重做"), self._redo)

    @Slot()
    def _redo(self) -> None:
        text, before = self.state.history.redo_text, self.state.draft
        self.state.redo()
        self._turned(before, self.tr("已重做：{0}").format(text), self.tr("撤销"), self._undo)

    def _turned(self, before: ReviewDraft, text: str, again: str, slot: Callable[[], None]) -> None:
        """Show the draft as it is now, in the walk at whom it was about; a toast can turn once more."""
        self._show_step()
        customer = concerned(before, self.state.draft)
        if customer is not None:
            self.page.show_customer(customer)
        self.shell.toast(text, again, partial(self._once_more, self.state.draft, slot))

    def _once_more(self, draft: ReviewDraft, slot: Callable[[], None]) -> None:
        """What a toast offers holds only as long as nothing else was decided."""
        if self.state.is_open and self.state.draft == draft:
            slot()

    # what follows

    @Slot()
    def _previewed(self) -> None:
        self.page.show_preview()
        self._say()

    @Slot()
    def _draft_changed(self) -> None:
        self.header.set_subtitle(self.state.draft.name)
        if not (self.page.problems() or drafts.problems(self.state.draft.step, self.state.draft)):
            self._problem.hide()
        self._say()
        self.commands_changed.emit()

    def _file(self) -> None:
        from app.services.reviews.finishing import FinishReview

        self._forward.setEnabled(False)
        job = self.session.perform(FinishReview(self.state.draft, self.session.today()), initiator=self)
        job.succeeded.connect(self._filed)
        job.finished.connect(self._filing_over)
        self.shell.show_progress(job, self.tr("正在存档盘点"))

    @Slot(object)
    def _filed(self, _changes: object) -> None:
        name, number = self.state.draft.name, self.state.draft.review_id
        self.state.close()
        self.shell.toast_undo(translate("ReviewWizard", "盘点「{0}」已存档，任务已排好。").format(name))
        self.shell.go("reviews", number)

    @Slot()
    def _filing_over(self) -> None:
        self._forward.setEnabled(True)

    def _share_width(self) -> None:
        width = max(self._split.width(), 2)
        left = 45 if width * 100 / theme.look().size >= ROOMY else 54
        self._split.setSizes([width * left // 100, width * (100 - left) // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.state.is_open and event.oldSize().width() != event.size().width():
            self._share_width()


class _Stack(QStackedWidget):
    """As narrow as the step that is shown; the others do not keep the preview from its room."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


def _stored(number: int, connection: "Connection") -> ReviewDraft | None:
    """The draft of that number; None when it was filed or discarded meanwhile."""
    from app.services.errors import InputError

    try:
        return drafts.load(connection, number)
    except InputError:
        return None
