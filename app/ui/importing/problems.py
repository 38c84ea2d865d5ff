"""Step 4: everything doubtful by kind, worst first; decided by kind, for all equal cells, or cell by cell.

Up and Down go from kind to kind; Enter opens the cells of one.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.importing.plans import CellGroup, Example, ImportPlan, Problem, sheet_key
from app.services.importing.tables.addedtitles import shown_title
from app.texts import clauses, fill, translate
from app.ui import theme
from app.ui.importing.changes import ChangesCard
from app.ui.importing.questions import Questions
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label, set_box
from app.ui.widgets.layouts import empty
from app.ui.widgets.segments import Segments

TEXTS_SHOWN, LONGEST = 60, 40
FIXED = ("mended_by_hand", "kept_edit", "task_offer")  # codes whose examples are no cells to be put right


class ProblemsStep(QWidget):
    """Says what was decided: about a kind, about equal cells, about the rows they stand in, about one cell."""

    decided = Signal(str, str)  # code, decision
    replaced = Signal(str, str, str, str)  # sheet, title, text, new text
    set_apart = Signal(str, str, str, str)  # sheet, title, text, decision; "": as all of the kind
    edited = Signal(str, int, str, str)  # sheet, row, title, new text
    answered = Signal(object, str)  # question, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._questions = Questions()
        self._questions.answered.connect(self.answered)
        outer.addWidget(self._questions)
        self._layout = QVBoxLayout()
        outer.addLayout(self._layout, 1)
        self._cards: list[_ProblemCard] = []
        self._area: QScrollArea | None = None
        self._open: set[str] = set()

    def show_plan(self, plan: ImportPlan) -> None:
        """All kinds anew; what was open stays open and the keyboard where it was."""
        focused = next((card.code for card in self._cards if card.isAncestorOf(_focus(self)) or card.hasFocus()), "")
        scroll = self._area.verticalScrollBar().value() if self._area is not None else 0
        empty(self._layout)
        self._cards, self._area = [], None
        self._questions.show_questions(plan.questions)
        if not plan.problems and not plan.changes:
            self._layout.addWidget(self._nothing(plan))
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self._cards = [_ProblemCard(problem, self, problem.code in self._open) for problem in plan.problems]
        for card in self._cards:
            column.addWidget(card)
        if plan.changes:
            column.insertWidget(_grave(plan), ChangesCard(plan))
        column.addStretch(1)
        self._area = scrolled(content)
        self._layout.addWidget(self._area)
        self._area.verticalScrollBar().setValue(scroll)
        for card in self._cards:
            if card.code == focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing(self, plan: ImportPlan) -> EmptyState:
        """Not a single problem, or not a single row to have one."""
        if plan.brings_nothing:
            return EmptyState("columns", self.tr("还没有可以导入的行"), self.tr("请先回到第 3 步，指明是哪一列。"))
        if plan.questions:
            return EmptyState("help", self.tr("没有别的问题"), self.tr("回答上面的问题以后就能导入。"))
        return EmptyState("check-circle", self.tr("没有要确认的问题"), self.tr("每一行都能直接导入。"))

    def remember_open(self, code: str, opened: bool) -> None:
        """Which kinds show their cells."""
        if opened:
            self._open.add(code)
        else:
            self._open.discard(code)

    def step_from(self, card: "_ProblemCard", step: int) -> None:
        """The keyboard goes to the next kind, or the one before."""
        place = self._cards.index(card) + step
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            if self._area is not None:
                self._area.ensureWidgetVisible(self._cards[place])


def _grave(plan: ImportPlan) -> int:
    """How many kinds stand before what changes: all that is more than a remark."""
    return sum(problem.severity != "info" for problem in plan.problems)


def _focus(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget


class _ProblemCard(Card):
    """One kind: how many, how much money, the rule, three examples, and its equal cells to be put right."""

    def __init__(self, problem: Problem, step: ProblemsStep, opened: bool) -> None:
        super().__init__(problem.title, _size(problem))
        self.code, self._step = problem.code, step
        self.setObjectName(f"problem_{problem.code}")
        self.setAccessibleName(problem.title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if problem.choices:
            words = _words()
            if problem.code == "kept_edit":
                words = {"take": self.tr("用文件里的"), "skip": self.tr("保留手工修改")}
            elif problem.code == "task_offer":
                words = {"take": self.tr("生成任务"), "skip": self.tr("不生成")}
            options = [(choice, words[choice]) for choice in problem.choices]
            segments = Segments(options, problem.decision)
            segments.chosen.connect(self._chosen)
            self.add_tool(segments)
        self.body.addWidget(label(problem.message, "secondary", wrap=True))
        self.body.addLayout(_examples(problem, step))
        self._cells: QWidget | None = None
        self._toggle: Button | None = None
        if problem.cells and problem.code not in FIXED:
            self._cells = _cells(problem, step)
            self._toggle = button("", "link", slot=self._turn)
            self._toggle.setObjectName("problem_cells")
            self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(self._cells)
            self._count = len(problem.cells)
            self._show_cells(opened)

    def _show_cells(self, opened: bool) -> None:
        assert self._cells is not None
        assert self._toggle is not None
        self._cells.setVisible(opened)
        words = self.tr("收起") if opened else fill(self.tr("一起处理：{0} 种写法"), f"{self._count:,}")
        self._toggle.setText(words)
        self._step.remember_open(self.code, opened)

    @Slot()
    def _turn(self) -> None:
        if self._cells is not None:
            self._show_cells(self._cells.isHidden())

    @Slot(str)
    def _chosen(self, decision: str) -> None:
        self._step.decided.emit(self.code, decision)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step.step_from(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self._turn()
        else:
            super().keyPressEvent(event)


def _size(problem: Problem) -> str:
    count = fill(translate("_ProblemCard", "{0} 处"), f"{problem.count:,}")
    if not problem.money:
        return count
    return clauses((count, translate("_ProblemCard", "涉及 {0} 元").format(f"{problem.money:,.2f}")))


def _examples(problem: Problem, step: ProblemsStep) -> QGridLayout:
    """Where, which column, what stands there and what becomes of it; a cell that is in the way can be typed anew."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(4))
    mends = problem.severity != "info" and problem.code not in FIXED
    for row, example in enumerate(problem.examples):
        place = translate("_ProblemCard", "{0} › {1} › 第 {2} 行").format(example.file, example.sheet, example.row)
        grid.addWidget(label(place if example.row else example.file, "caption", selectable=True), row, 0)
        grid.addWidget(label(shown_title(example.column), "caption"), row, 1)
        if mends and example.column and example.row:
            grid.addWidget(_CellField(example, step), row, 2)
        else:
            change = f"{example.before} → {example.after}" if example.after else example.before
            grid.addWidget(label(_short(change), "caption", selectable=True), row, 2)
            if example.reason:
                grid.addWidget(label(example.reason, "caption"), row, 3)
    grid.setColumnStretch(3, 1)
    return grid


def _words() -> dict[str, str]:
    """What may be done with rows."""
    return {
        "take": translate("_ProblemCard", "照样导入"),
        "hold": translate("_ProblemCard", "放进待修区"),
        "skip": translate("_ProblemCard", "跳过"),
    }


def _cells(problem: Problem, step: ProblemsStep) -> QWidget:
    """One line for each text: how often it stands there, what all of them are to be, or what becomes of their rows."""
    groups = problem.cells
    box = QWidget()
    set_box(box, "quiet")
    grid = QGridLayout(box)
    grid.setHorizontalSpacing(theme.px(12))
    for row, group in enumerate(groups[:TEXTS_SHOWN]):
        grid.addWidget(label(shown_title(group.column), "caption"), row, 0)
        grid.addWidget(label(_short(group.text), "strong", selectable=True), row, 1)
        grid.addWidget(label(fill(translate("_ProblemCard", "{0} 格"), f"{group.count:,}"), "caption"), row, 2)
        grid.addLayout(_Replace(group, step), row, 3)
        grid.addWidget(_Apart(group, problem, step), row, 4)
    if len(groups) > TEXTS_SHOWN:
        more = translate("_ProblemCard", "还有 {0} 种写法没有列出，改完这些会接着列出。")
        grid.addWidget(label(fill(more, f"{len(groups) - TEXTS_SHOWN:,}"), "caption"), TEXTS_SHOWN, 0, 1, 5)
    grid.setColumnStretch(3, 1)
    return box


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


class _Replace(QHBoxLayout):
    """What all equal cells become: typed, or nothing."""

    def __init__(self, group: CellGroup, step: ProblemsStep) -> None:
        super().__init__()
        self._group, self._step = group, step
        self.field = Field(translate("_ProblemCard", "全部改成…"))
        self.field.setObjectName("problem_replace")
        self.field.setFixedWidth(theme.px(200))
        self.field.returnPressed.connect(self._typed)
        self.addWidget(self.field)
        self._empty = button(translate("_ProblemCard", "全部留空"), "link", slot=self._emptied)
        self._empty.setObjectName("problem_empty")
        self.addWidget(self._empty)
        self.addStretch(1)

    @Slot()
    def _typed(self) -> None:
        if self.field.text().strip():
            self._say(self.field.text().strip())

    @Slot()
    def _emptied(self) -> None:
        self._say("")

    def _say(self, text: str) -> None:
        self._step.replaced.emit(self._group.sheet, self._group.column, self._group.text, text)


class _Apart(Segments):
    """What becomes of the rows with one text: as all of the kind, or something else."""

    def __init__(self, group: CellGroup, problem: Problem, step: ProblemsStep) -> None:
        possible = problem.choices or ("take", "hold", "skip")
        options = [(choice, words) for choice, words in _words().items() if choice in possible]
        super().__init__(options, group.decision or problem.decision)
        self._cells, self._step, self._usual = group, step, problem.decision
        self.setObjectName("problem_apart")
        self.chosen.connect(self._say)

    @Slot(str)
    def _say(self, decision: str) -> None:
        group = self._cells
        said = "" if decision == self._usual else decision
        self._step.set_apart.emit(group.sheet, group.column, group.text, said)


class _CellField(Field):
    """One cell as it stands; typed anew and entered, it is read so."""

    def __init__(self, example: Example, step: ProblemsStep) -> None:
        super().__init__(translate("_ProblemCard", "改成…"))
        self._example, self._step = example, step
        self.setObjectName("problem_cell")
        self.setText(example.before)
        self.setFixedWidth(theme.px(200))
        self.setToolTip(translate("_ProblemCard", "改好后按 Enter，只改这一格"))
        self.returnPressed.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        each = self._example
        if self.text() != each.before:
            self._step.edited.emit(sheet_key(each.file, each.sheet), each.row, each.column, self.text())
