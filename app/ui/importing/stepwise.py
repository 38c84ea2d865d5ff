"""The import step by step: steps above, the reconciliation strip and the promise below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.importing import agreement
from app.services.importing.plans import ImportPlan
from app.texts import fill
from app.ui.importing.columns import ColumnsStep
from app.ui.importing.files import FilesStep
from app.ui.importing.last import LastStep
from app.ui.importing.problems import ProblemsStep
from app.ui.importing.sheets import SheetsStep
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar
from app.ui.widgets.labels import label
from app.ui.widgets.steps import StepBar

TABLES_SHOWN = 2  # each for itself in the strip
COLUMNS = 2  # the step that takes longest to make
_SEEN_AT_ONCE = 1  # the last step that the first rows suffice for


class StepwiseView(QWidget):
    """Five steps; every choice asks the page for a new plan, which comes back to `show_plan`."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_steps")
        titles = (
            self.tr("选择文件"),
            self.tr("工作表与表头"),
            self.tr("列对应"),
            self.tr("确认问题"),
            self.tr("完成"),
        )
        self._steps, self._stack = StepBar(titles), QStackedWidget()
        self.files, self.sheets, self.columns, self.problems = FilesStep(), SheetsStep(), ColumnsStep(), ProblemsStep()
        self.last = LastStep()
        for page in (self.files, self.sheets, self.columns, self.problems, self.last):
            self._stack.addWidget(page)
        self._strip = Bar("info", "")
        self._strip.setObjectName("import_strip")
        self._steps.chosen.connect(self.show_step)
        self.columns.sheet_chosen.connect(self.show_sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._steps)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._strip)
        layout.addLayout(self._foot())
        self._plan: ImportPlan | None = None
        self._columns_due, self._columns_of = False, ""

    @property
    def complete(self) -> bool:
        """Whether all that is shown has been read."""
        return self._plan is not None and self._plan.complete

    @property
    def step(self) -> int:
        return self._stack.currentIndex()

    def show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.files.show_plan(plan)
        self.sheets.show_plan(plan)
        self._columns_due = True
        self.problems.show_plan(plan)
        self.last.show_plan(plan)
        if plan.complete:
            self._show_strip(plan)
        else:
            self._strip.setVisible(True)
            self._strip.set("info", self.tr("其余各行还在读取；读完以后显示合计、列和问题。"))
        self.show_step(self.step)

    def take_keyboard(self) -> None:
        """The keyboard stands on the way on: the column that has to be named, else the button that goes on."""
        if self.step == COLUMNS and self._plan is not None and self._plan.to_name is not None:
            self.columns.take_keyboard()
        else:
            self._stand_on_the_button()

    def _stand_on_the_button(self) -> None:
        ways = (self._next, self._accept, self._before)
        likely = next(each for each in ways if each is self._before or (not each.isHidden() and each.isEnabled()))
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ledger(self, name: str) -> None:
        """Where it all goes."""
        self.files.show_ledger(name)
        self.last.show_ledger(name)

    @Slot(str)
    def show_sheet(self, key: str) -> None:
        """The sheet that steps 2 and 3 are about."""
        self.sheets.choose(key)
        if self.step == COLUMNS:
            self._show_columns()

    def _show_columns(self) -> None:
        """A box for each column takes longest to make: not before it is looked at, and once for each plan."""
        self._columns_due, self._columns_of = False, self.sheets.current()
        if self._plan is not None:
            self.columns.show_plan(self._plan, self._columns_of)

    @Slot(int)
    def show_step(self, step: int) -> None:
        complete = self._plan is None or self._plan.complete
        going = self._next.hasFocus() or self._accept.hasFocus()  # one of the two is about to go away
        step = min(max(step, 0), self._stack.count() - 1 if complete else _SEEN_AT_ONCE)
        self._stack.setCurrentIndex(step)
        self._steps.set_current(step)
        if step == COLUMNS and (self._columns_due or self._columns_of != self.sheets.current()):
            self._show_columns()
        last = step == self._stack.count() - 1
        ready = self._plan is not None and not self._plan.questions and not self._plan.brings_nothing
        self._next.setVisible(not last)
        self._next.setEnabled(complete or step < _SEEN_AT_ONCE)
        self._accept.setVisible(last)
        self._accept.setEnabled(ready)
        if self._plan is not None:
            self._accept.setText(self._verb(self._plan))
        if going:
            self._stand_on_the_button()

    def _verb(self, plan: ImportPlan) -> str:
        if not plan.customers:
            return self.tr("导入")
        words = self.tr("导入 {0} 位客户") if plan.to_name is None else self.tr("只导入 {0} 位客户，没有销售")
        return fill(words, f"{plan.customers:,}")

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("现在还没有写入任何数据。导入后可以一键撤销。"), "caption"))
        row.addStretch(1)
        self._next = button(self.tr("下一步"), "primary", slot=self._forward)
        self._accept = button(self.tr("导入"), "primary", slot=self.accepted.emit)
        self._accept.setObjectName("import_accept_steps")
        row.addWidget(button(self.tr("取消"), slot=self.left.emit))
        self._before = button(self.tr("上一步"), slot=self._back)
        row.addWidget(self._before)
        row.addWidget(self._next)
        row.addWidget(self._accept)
        self._before.setProperty("keepClear", True)  # and with it the buttons beside it
        return row

    def _show_strip(self, plan: ImportPlan) -> None:
        """One line a table, of many in short; green only when every table agrees with its total rows."""
        lines = agreement.brief(plan, TABLES_SHOWN)
        self._strip.setVisible(bool(lines))
        kinds = [kind for kind, _text in lines]
        order: tuple[agreement.Kind, ...] = ("warn", "info", "ok")
        worst: agreement.Kind = next((kind for kind in order if kind in kinds), "info")
        self._strip.set(worst, "\n".join(text for _kind, text in lines))

    @Slot()
    def _forward(self) -> None:
        self.show_step(self.step + 1)
        self._stand_on_the_button()  # also after a click: what had the keyboard has gone with its step

    @Slot()
    def _back(self) -> None:
        if self.step == 0:
            self.left.emit()
        else:
            self.show_step(self.step - 1)
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
