"""The fast path: one card that says what was read, how it reconciles, what was corrected and what waits."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.importing import agreement, explaining
from app.services.importing.plans import ImportPlan, SheetPlan
from app.services.importing.tables.addedtitles import shown_title
from app.texts import clauses, fill, listed, named, quoted
from app.ui import theme
from app.ui.importing.questions import Questions
from app.ui.widgets import buttons
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Bar, fitting
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label, line, set_box
from app.ui.widgets.layouts import empty

WIDTH = 720
MARGIN = 24
BAR_WIDTH = WIDTH - 2 * MARGIN - 2  # the border of the card is two more
TEXT_WIDTH = 520
TABLES_SHOWN, REASONS_SHOWN = 4, 6


class SummaryView(QWidget):
    """`asked(step)` opens the steps at one of them, `sheet_asked(key)` then a sheet there.

    `answered(question, value)` settles a question.
    """

    accepted = Signal()
    asked = Signal(int)
    sheet_asked = Signal(str)
    answered = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_summary")
        card, content = QFrame(), QWidget()
        card.setFixedWidth(theme.px(WIDTH))
        set_box(card, "card")
        margin = theme.px(MARGIN)
        self._rows, self._foot = QVBoxLayout(content), QHBoxLayout()
        self._rows.setContentsMargins(margin, margin, margin, theme.px(12))
        self._rows.setSpacing(theme.px(12))
        self._foot.setContentsMargins(margin, theme.px(12), margin, theme.px(16))
        self._foot.setSpacing(theme.px(8))
        self._questions: Questions | None = None
        self._ledger = ""
        self._area = fitting(content)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._area)
        inside.addWidget(line())
        inside.addLayout(self._foot)  # outside of what scrolls: the button is in sight on the smallest screen
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def show_ledger(self, name: str) -> None:
        """Where it goes, said on the card before anything is written."""
        self._ledger = name

    def show_plan(self, plan: ImportPlan) -> None:
        """Everything anew; a question stands above all and holds the button back."""
        empty(self._rows)
        empty(self._foot)
        self._rows.addWidget(label(self._title(plan), "page"))
        names = " · ".join(file.file for file in plan.files)
        facts = names, len(plan.tables), self._ledger
        about = names if plan.brings_nothing else fill(self.tr("{0} · {1} 张工作表 · 加进台账「{2}」"), *facts)
        self._rows.addWidget(_wrapped(about, "secondary", BAR_WIDTH))
        self._rows.addWidget(line())
        self._questions = Questions(theme.px(BAR_WIDTH))
        self._questions.answered.connect(self.answered)
        self._rows.addWidget(self._questions)
        self._questions.show_questions(plan.questions, plan.offers)
        if plan.to_name is not None:
            to_name = Bar("warn", self._what_to_name(plan, plan.to_name))
            to_name.set_width(theme.px(BAR_WIDTH))
            self._rows.addWidget(to_name)
        elif plan.without_sales is not None:
            words = self.tr("工作表「{0}」里只有客户资料，没有销售。如果有金额列，请指明是哪一列。")
            note = Bar("info", words.format(plan.without_sales.name))
            to_name_it = _StepLink(self.tr("指明是哪一列"), 2, self, plan.without_sales.key)
            to_name_it.setObjectName("import_name_columns")
            note.add(to_name_it)
            note.set_width(theme.px(BAR_WIDTH))
            self._rows.addWidget(note)
        self._read_rows(plan)
        self._rows.addStretch(1)
        self._show_buttons(plan)
        self._area.updateGeometry()

    def take_keyboard(self) -> None:
        """The keyboard stands on what is to be done next: the button, or else the first answer to a question."""
        likely: QWidget = self.import_button
        if not likely.isEnabled() and self._questions is not None:
            likely = next(iter(self._questions.findChildren(QPushButton)), likely)
        likely.show()  # now, not with a later turn of the loop: what is hidden gets no keyboard
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, plan: ImportPlan) -> str:
        if len(plan.questions) > 1:
            return self.tr("还有 {0} 个问题要问你").format(len(plan.questions))
        if plan.questions:
            return self.tr("还有一个问题要问你")
        if plan.to_name is not None:
            return self.tr("没有认出{0}列").format(explaining.lacking(plan.to_name.lacks))
        if plan.changes_nothing:
            return self.tr("没有变化，不用再导入")
        return self.tr("可以直接导入")

    def _what_to_name(self, plan: ImportPlan, sheet: SheetPlan) -> str:
        if plan.brings_nothing:
            words = self.tr("工作表「{0}」里没有认出{1}列，还不能导入。请指明是哪一列。")
        else:
            words = self.tr("工作表「{0}」里没有认出{1}列，这样导入只有客户、没有销售。请指明是哪一列。")
        return words.format(sheet.name, explaining.lacking(sheet.lacks))

    def _read_rows(self, plan: ImportPlan) -> None:
        self._tables(plan)
        for told in agreement.entries(plan):
            self._add("info", told, "")
        if plan.reads_again:
            self._comparison(plan)
        for refusal in plan.refused:
            self._add("warn", self.tr("「{0}」没有读入").format(refusal.file), refusal.text)
        self._left_out(plan)
        if plan.corrected_cells:
            words = self.tr("日期、金额等写法已统一，原文可以查")
            self._add("ok", fill(self.tr("自动修正 {0} 格"), f"{plan.corrected_cells:,}"), words, self.tr("看修正"), 2)
        if plan.likely_duplicates:
            words = self.tr("先分开导入，之后可以核对")
            alike = fill(self.tr("{0} 位客户可能重复"), f"{plan.likely_duplicates:,}")
            self._add("warn", alike, words, self.tr("看问题"), 3)
        for problem in plan.problems:
            if problem.severity != "info" and problem.code != "likely_duplicate":  # said above
                text = self.tr("{0}：{1} 处").format(problem.title, f"{problem.count:,}")
                self._add("warn", text, problem.message, self.tr("看问题"), 3)

    def _tables(self, plan: ImportPlan) -> None:
        """One line for one table; where there are several, each has its own beside its own total rows."""
        tables = dict(plan.tables)
        if not tables:
            return
        read = fill(self.tr("读到 {0} 行、{1} 位客户"), f"{plan.counts.rows_read:,}", f"{plan.customers:,}")
        found = agreement.gathered(plan, TABLES_SHOWN)
        link, step = self.tr("看工作表"), 1
        if len(tables) == 1:
            self._add(found[0].kind, clauses(filter(None, (read, found[0].sum))), found[0].detail, link, step)
            self._columns(plan, tables)
            return
        self._add("info", clauses(filter(None, (read, agreement.sales(plan)))), "", link, step)
        for each in found:
            sheet = tables.get(each.table)
            title = named(each.table, each.sum) if sheet is not None and each.sum else each.table or each.sum
            if sheet is None:
                self._add(each.kind, title, each.detail)
            else:
                detail = "\n".join((each.detail, self._recognised([sheet])))
                self._add(each.kind, title, detail, self.tr("看列对应"), 2, sheet.key)
        if any(not each.table for each in found):
            self._columns(plan, {each: tables[each] for each in tables if each not in {one.table for one in found}})

    def _columns(self, plan: ImportPlan, tables: Mapping[str, SheetPlan]) -> None:
        """How many columns have a place to go, and that nothing of the others is lost."""
        sheets = list(tables.values())
        name = next(iter(tables)) if len(tables) == 1 else fill(self.tr("{0} 张表"), len(tables))
        columns = [each for sheet in sheets for each in sheet.columns]
        used = sum(each.field is not None for each in columns)
        kind = "ok" if plan.to_name is None and not any(each.by_content for each in columns) else "warn"
        title = fill(self.tr("{0}：{1} 列认出 {2} 列"), name, len(columns), used)
        self._add(kind, title, self._kept(sheets), self.tr("看列对应"), 2, sheets[0].key)

    def _recognised(self, sheets: Sequence[SheetPlan]) -> str:
        columns = [each for sheet in sheets for each in sheet.columns]
        used = sum(each.field is not None for each in columns)
        found = fill(self.tr("{0} 列认出 {1} 列"), len(columns), used)
        return clauses(filter(None, (found, self._kept(sheets))))

    def _kept(self, sheets: Sequence[SheetPlan]) -> str:
        """The columns that only their cells give away, and those without a place, each title once."""
        columns = [each for sheet in sheets for each in sheet.columns]
        told = dict.fromkeys(each.title for each in columns if each.field and each.by_content)
        rest = dict.fromkeys(each.title for each in columns if each.field is None)
        unsure = (
            self.tr("{0}是按内容认出的，请看一眼").format(listed(quoted(shown_title(each)) for each in told))
            if told
            else ""
        )
        kept = self.tr("{0}没有对应的字段，原文会保存在导入档案里")
        return clauses((unsure, kept.format(listed(quoted(shown_title(each)) for each in rest)) if rest else ""))

    def _left_out(self, plan: ImportPlan) -> None:
        """Tables that do not come in for themselves, together, those with one reason in one line."""
        said = plan.to_name.key if plan.to_name is not None else ""  # above, in a bar
        sheets = [each for file in plan.files for each in file.sheets if not each.taken and each.key != said]
        names = {each.key: each.name if len(plan.files) == 1 else f"{each.file} › {each.name}" for each in sheets}
        if not sheets:
            return
        if len(sheets) == 1:
            title, detail = self.tr("工作表「{0}」没有单独导入").format(names[sheets[0].key]), sheets[0].why
        else:
            title = fill(self.tr("{0} 张工作表没有单独导入"), f"{len(sheets):,}")
            reasons: dict[str, list[str]] = {}
            for each in sheets:
                reasons.setdefault(each.why, []).append(quoted(names[each.key]))
            told = [named(listed(members), why) for why, members in reasons.items()]
            more = [fill(self.tr("另有 {0} 种原因，见「看工作表」"), len(told) - REASONS_SHOWN)]
            detail = "\n".join(told[:REASONS_SHOWN] + (more if len(told) > REASONS_SHOWN else []))
        self._add("info", title, detail, self.tr("看工作表"), 1, sheets[0].key)

    def _comparison(self, plan: ImportPlan) -> None:
        """A ledger read again: what of it is new."""
        counts = plan.counts
        words = self.tr("和台账相比：新增 {0} 行、有变化 {1} 行、不变 {2} 行")
        numbers = (f"{count:,}" for count in (counts.created, counts.updated, counts.unchanged))
        absent = self.tr("台账里另有 {0} 位客户这次没有，会照样保留")
        detail = fill(absent, f"{plan.customers_absent:,}") if plan.customers_absent else ""
        self._add("info", fill(words, *numbers), detail)
        if plan.changes_count:
            changed = fill(self.tr("已有的内容会改变 {0} 格"), f"{plan.changes_count:,}")
            self._add("info", changed, self.tr("旧值和新值逐格列出"), self.tr("看变化"), 3)

    def _add(self, kind: str, title: str, detail: str, link: str = "", step: int = 0, sheet: str = "") -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        icons = {"ok": ("check-circle", "ok"), "warn": ("warning", "warn"), "info": ("info", "text3")}
        row.addWidget(IconLabel(*icons[kind]))
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(_wrapped(title, "body"))
        if detail:
            texts.addWidget(_wrapped(detail, "caption"))
        row.addLayout(texts)
        row.addStretch(1)
        if link:
            shown = _StepLink(link, step, self, sheet)
            row.addWidget(shown, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(row)

    def _show_buttons(self, plan: ImportPlan) -> None:
        self._foot.addWidget(label(self.tr("导入前自动备份；导入后可以一键撤销。"), "caption"))
        self._foot.addStretch(1)
        cancel = button(self.tr("取消"), slot=self.left.emit)
        cancel.setObjectName("import_cancel")
        self._foot.addWidget(cancel)
        self.steps_button = button(self.tr("逐步检查"), slot=self._check)
        verb = fill(self.tr("导入 {0} 位客户"), f"{plan.customers:,}") if plan.customers else self.tr("导入")
        verb = self.tr("照样导入") if plan.changes_nothing else verb
        self.import_button: Button
        if plan.to_name is not None:
            self.import_button = _StepLink(self.tr("指明是哪一列"), 2, self, kind="primary")
        else:
            self.import_button = button(verb, "primary", slot=self.accepted.emit)
        self.import_button.setObjectName("import_accept")
        self.import_button.setProperty("keepClear", True)
        self.import_button.setEnabled(not plan.questions or plan.to_name is not None)
        self._foot.addWidget(self.steps_button)
        self._foot.addWidget(self.import_button)

    def _check(self) -> None:
        self.asked.emit(0)


class _StepLink(Button):
    """Opens the steps at one of them, perhaps at a certain sheet."""

    def __init__(self, text: str, step: int, view: SummaryView, sheet: str = "", kind: buttons.Kind = "link") -> None:
        super().__init__(text, kind)
        self._step, self._view, self._sheet = step, view, sheet
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self._view.asked.emit(self._step)
        if self._sheet:
            self._view.sheet_asked.emit(self._sheet)


def _wrapped(text: str, kind: Literal["body", "caption", "secondary"], width: int = TEXT_WIDTH) -> QLabel:
    """Text of the card's width, as high as its lines: nested layouts do not ask a label for its height."""
    result = label(text, kind, wrap=True)
    result.setFixedWidth(theme.px(width))
    result.ensurePolished()
    result.setFixedHeight(result.heightForWidth(theme.px(width)))
    return result
