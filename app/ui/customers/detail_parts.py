"""The parts of the detail pane that only show: head, figures, why this tier, tasks, logged contacts."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.customers import CustomerDetail, LogEntry, TaskInfo
from app.services.fields import value_label, value_slot
from app.services.followups import contact_name
from app.texts import fill
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.customers.columns import estimate_text, late_text, tag_chips
from app.ui.customers.explaining import marks_text
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Quiet
from app.ui.widgets.chips import DASHED, OUTLINE, Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, line, set_kind
from app.ui.widgets.layouts import empty

LOGS_SHOWN = 3


class Head(QWidget):
    """Name, what the firm is, chips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._name = label("", "section", wrap=True, selectable=True)
        self._name.setObjectName("detail_name")
        self._line = label("", "caption", wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, theme.px(6))
        for each in (self._name, self._line, self._chips):
            layout.addWidget(each)

    def show_detail(self, detail: CustomerDetail) -> None:
        row = detail.row
        self._name.setText(row.name)
        parts = (row.industry, row.size, row.contact)
        self._line.setText(" · ".join(part for part in parts if part))
        self._line.setVisible(bool(self._line.text()))
        self._flow.clear()
        tier = value_label("tier", row.tier or "")
        self._flow.addWidget(Chip(tier, value_slot("tier", row.tier) if row.tier else DASHED))
        for word, slot in tag_chips(row):
            self._flow.addWidget(Chip(word, slot))
        if row.status:
            self._flow.addWidget(Chip(row.status, OUTLINE))
        self._chips.updateGeometry()


class Figure(QWidget):
    """A figure one can follow to its rows: name above, number below."""

    asked = Signal(str)

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setObjectName(f"figure_{key}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        self._name, self._value = label(name, "caption"), label("—", "section")
        layout.addWidget(self._name)
        layout.addWidget(self._value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set(self, text: str, tip: str = "", *, late: bool = False) -> None:
        self._value.setText(text)
        set_kind(self._value, "sectionDanger" if late else "section")
        self.setToolTip(tip)
        self.setAccessibleName(f"{self._name.text()} {text}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit(self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.asked.emit(self._key)
        else:
            super().keyPressEvent(event)


class Figures(QWidget):
    """累计, 近 12 月, 未合作: each opens its 来源."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._figures = {
            "net_sales_life": Figure("net_sales_life", self.tr("累计采购")),
            "net_sales": Figure("net_sales", self.tr("近 12 月")),
            "recency": Figure("recency", self.tr("未合作")),
        }
        for figure in self._figures.values():
            figure.asked.connect(self.asked)
            row.addWidget(figure, 1)

    def show_detail(self, detail: CustomerDetail, amounts: Amounts) -> None:
        row, yearly, estimate = detail.row, amounts.short(detail.row.net_sales), estimate_text(detail.row)
        tip = self.tr("点一下看来源 (F7)")
        total = amounts.short(row.net_sales_life)
        self._figures["net_sales_life"].set(total, _exactly(row.net_sales_life, tip, amounts))
        shown = self.tr("估 {0}").format(yearly) if estimate else yearly
        self._figures["net_sales"].set(shown, estimate or _exactly(row.net_sales, tip, amounts))
        days = fill(self.tr("{0} 天"), f"{row.recency_days:,}") if row.recency_days is not None else "—"
        self._figures["recency"].set(days, late_text(row) or tip, late=row.late)


def _exactly(units: int | None, tip: str, amounts: Amounts) -> str:
    """What a short figure stands for, to the last 分."""
    return tip if units is None else "\n".join((amounts.exact(units), tip))


class Why(Quiet):
    """为什么是「高价值」, and what in the data does not fit together."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        self._title = label("", "label")
        self._title.setObjectName("why_title")
        head.addWidget(self._title, 1)
        self._source = button("", "link", slot=self._source_asked)
        self._source.setObjectName("why_source")
        head.addWidget(self._source)
        self.body.addLayout(head)
        self._sentence = label("", "control", wrap=True, selectable=True)
        self._sentence.setObjectName("why_sentence")
        self.body.addWidget(self._sentence)
        self._profile = label("", "caption", wrap=True, selectable=True)
        self._profile.setObjectName("why_profile")
        self.body.addWidget(self._profile)
        self._notes = label("", "warn", wrap=True)
        self._notes.setObjectName("why_notes")
        self.body.addWidget(self._notes)
        self._detail: CustomerDetail | None = None
        self._figure = "net_sales"

    def show_detail(self, detail: CustomerDetail, amounts: Amounts) -> None:
        row = detail.row
        tier = value_label("tier", row.tier or "")
        title = self.tr("为什么是「{0}」") if row.tier else self.tr("为什么「{0}」")
        self._title.setText(title.format(tier))
        self.setVisible(row.deleted_at is None)
        self._show_source(detail)
        self._detail = detail
        self._sentence.setText("…")
        self._profile.hide()
        notes = list(self._conflicts(detail)) + marks_text(detail.marks)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _show_source(self, detail: CustomerDetail) -> None:
        """The lines of the year the tier is about; of all years where it had none. So many are shown when asked."""
        self._figure = next((key for key, count in detail.line_counts.items() if count), "net_sales")
        count = detail.line_counts.get(self._figure, 0)
        self._source.setText(fill(self.tr("来源 {0} 笔"), f"{count:,}") if count else self.tr("来源"))
        self._source.setVisible(count > 0 or detail.row.net_sales_life is not None)

    def show_reasons(self, sentences: Mapping[str, str]) -> None:
        """The sentences come a moment later: they need the figures of everybody else."""
        profile = sentences.get("profile", "")
        self._profile.setText(self.tr("画像：{0}").format(profile))
        self._profile.setVisible(bool(profile))
        found = [sentences.get("value") or "—"]
        row = self._detail.row if self._detail is not None else None
        if row is not None and row.risk_status != row.churn_status:  # his rhythm alone would not say it
            found.append(sentences.get("churn", ""))
        self._sentence.setText("\n".join(filter(None, found)))

    def _conflicts(self, detail: CustomerDetail) -> Iterable[str]:
        row = detail.row
        if row.tier_basis == "pin":
            rule = value_label("tier", row.proposed or row.tier or "")
            yield self.tr("这一级是手工定的，规则结果是「{0}」。").format(rule)
        elif row.proposed is not None:
            yield self.tr("系统建议改为「{0}」，下次盘点时确认。").format(value_label("tier", row.proposed))
        if detail.value_tag is not None:
            yield self.tr("导入的标签写着「{0}」，和算出来的不同。").format(detail.value_tag)

    @Slot()
    def _source_asked(self) -> None:
        self.asked.emit(self._figure)


class Tasks(QWidget):
    """The open tasks, ticked off where they stand, and the last one done."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(label(self.tr("任务"), "label"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        layout.addLayout(self._grid)
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        """The next customer that is shown; whoever stands here is shown anew with that."""
        self._read_only = read_only

    def show_detail(self, detail: CustomerDetail) -> None:
        empty(self._grid)
        self.setVisible(bool(detail.tasks))
        for number, task in enumerate(detail.tasks):
            box = QCheckBox()
            box.setObjectName(f"task_{task.id}")
            box.setText(self.fontMetrics().elidedText(task.title, Qt.TextElideMode.ElideRight, theme.px(160)))
            box.setToolTip(task.title)
            box.setAccessibleName(task.title)
            box.setChecked(task.state == "done")
            box.setEnabled(task.state == "open" and not self._read_only)
            box.setProperty("task", task.id)
            box.clicked.connect(self._clicked)
            late = task.state == "open" and task.due < detail.row.today
            when = label(self._when(task), "danger" if late else "caption")
            self._grid.addWidget(box, number, 0)
            self._grid.addWidget(when, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _when(self, task: TaskInfo) -> str:
        if task.state == "done":
            return self.tr("{0} 已完成").format((task.done_at or task.due)[5:10])
        return self.tr("{0} 到期").format(task.due[5:])

    @Slot()
    def _clicked(self) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            box.setEnabled(False)
            self.ticked.emit(int(box.property("task")))


class Logs(QWidget):
    """The last contacts; 全部 n 条 unfolds the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(line())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("跟进记录"), "label"), 1)
        self._all = button("", "link", slot=self._toggle)
        self._all.setObjectName("logs_all")
        head.addWidget(self._all)
        layout.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self._none = label(self.tr("还没有跟进记录。"), "hint")
        layout.addWidget(self._none)
        self._detail: CustomerDetail | None = None
        self._open = False

    def show_detail(self, detail: CustomerDetail) -> None:
        if self._detail is not None and self._detail.row.id != detail.row.id:
            self._open = False
        self._detail = detail
        self._fill()

    def _fill(self) -> None:
        assert self._detail is not None
        empty(self._grid)
        entries = self._detail.logs if self._open else self._detail.logs[:LOGS_SHOWN]
        for number, entry in enumerate(entries):
            day = label(entry.day[5:] if entry.day[:4] == self._detail.row.today[:4] else entry.day[2:], "caption")
            self._grid.addWidget(day, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._entry(entry), number, 1)
        self._none.setVisible(not entries)
        more = self._detail.log_count > LOGS_SHOWN
        self._all.setVisible(more)
        self._all.setText(self.tr("收起") if self._open else self.tr("全部 {0} 条").format(self._detail.log_count))

    def _entry(self, entry: LogEntry) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        who = " · ".join(part for part in (contact_name(entry.channel), entry.person) if part)
        column.addWidget(label(who, "label"))
        column.addWidget(label(entry.text, "control", wrap=True, selectable=True))
        if entry.feedback:
            column.addWidget(label(self.tr("反馈：{0}").format(entry.feedback), "caption", wrap=True, selectable=True))
        if entry.next_step:
            column.addWidget(label(self.tr("下一步：{0}").format(entry.next_step), "caption", wrap=True))
        return holder

    @Slot()
    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()
