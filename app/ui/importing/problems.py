"""Step 4: everything doubtful by kind, worst first, with examples; hold, skip or take."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.importing.plans import ImportPlan, Problem
from app.texts import fill, translate
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments


class ProblemsStep(QWidget):
    """`decided(code, decision)` asks for a new plan."""

    decided = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_plan(self, plan: ImportPlan) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not plan.problems:
            done = EmptyState("check-circle", self.tr("没有要确认的问题"), self.tr("每一行都能直接导入。"))
            self._layout.addWidget(done)
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for problem in plan.problems:
            column.addWidget(_ProblemCard(problem, self))
        column.addStretch(1)
        self._layout.addWidget(scrolled(content))


class _ProblemCard(Card):
    def __init__(self, problem: Problem, step: ProblemsStep) -> None:
        super().__init__(problem.title, fill(translate("_ProblemCard", "{0} 处"), f"{problem.count:,}"))
        self._code, self._step = problem.code, step
        if problem.choices:
            words = {"take": self.tr("照样导入"), "hold": self.tr("放进待修区"), "skip": self.tr("跳过")}
            options = [(choice, words[choice]) for choice in problem.choices]
            segments = Segments(options, problem.decision)
            segments.chosen.connect(self._chosen)
            self.add_tool(segments)
        self.body.addWidget(label(problem.message, "secondary", wrap=True))
        for example in problem.examples:
            place = self.tr("{0} › {1} › 第 {2} 行").format(example.file, example.sheet, example.row)
            change = f"{example.before} → {example.after}" if example.after else example.before
            text = "  ".join(part for part in (place, example.column, change) if part)
            self.body.addWidget(label(text, "caption", wrap=True, selectable=True))

    @Slot(str)
    def _chosen(self, decision: str) -> None:
        self._step.decided.emit(self._code, decision)
