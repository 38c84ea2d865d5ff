"""应用: first the list of tasks that are added, moved and dropped; nothing is written before the button."""

from collections import Counter

from PySide6.QtWidgets import QWidget

from app.services.strategies import Difference, Preview
from app.texts import QT_TRANSLATE_NOOP, fill, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.labels import label

KINDS = {
    "added": (QT_TRANSLATE_NOOP("Playbooks", "新增"), "green"),
    "moved": (QT_TRANSLATE_NOOP("Playbooks", "改期"), "blue"),
    "handed": (QT_TRANSLATE_NOOP("Playbooks", "换人"), "orange"),
    "dropped": (QT_TRANSLATE_NOOP("Playbooks", "取消"), "slate"),
}


class DifferenceDialog(Dialog):
    """Counts above, the list below, what does not fit said plainly."""

    def __init__(self, preview: Preview, edited: bool, parent: QWidget | None = None) -> None:
        super().__init__(translate("DifferenceDialog", "应用策略"), translate("DifferenceDialog", "应用"), parent)
        self.setObjectName("difference_dialog")
        counts = label(self._counts(preview, edited), "control", wrap=True)
        counts.setObjectName("difference_counts")
        self.body.addWidget(counts)
        for text in self._remarks(preview):
            self.body.addWidget(label(text, "caption", wrap=True))
        if preview.rows:
            self.resize(theme.px(800), theme.px(560))
            self.body.addWidget(self._table(preview), 1)
            self.body.addWidget(label(self.tr("现在还没有改动任何任务。应用后可以一键撤销。"), "caption"))
        else:
            self.setMinimumWidth(theme.px(440))
        nothing = not preview.plan.changes and not edited
        self.set_ready(not nothing, self.tr("没有差别，任务已经和策略一致。"))

    def _table(self, preview: Preview) -> TableView:
        model = RowsModel[Difference](_columns(), parent=self)
        model.set_rows(preview.rows)
        table = TableView("", self)
        table.setObjectName("differences")
        table.set_model(model)
        table.header.setStretchLastSection(True)
        return table

    def _counts(self, preview: Preview, edited: bool) -> str:
        found = Counter(row.kind for row in preview.rows)
        if not preview.rows and edited:
            return self.tr("没有任务因此改变，应用后只有策略本身改变；可以一键撤销。")
        if not preview.rows:
            return self.tr("没有差别，任务已经和策略一致。")
        text = self.tr("新增 {0} 件，改期 {1} 件，换人 {2} 件，取消 {3} 件；{4} 件不变。")
        return text.format(found["added"], found["moved"], found["handed"], found["dropped"], preview.plan.kept)

    def _remarks(self, preview: Preview) -> list[str]:
        plan = preview.plan
        found = (
            (plan.unassigned, self.tr("{0} 件没有负责人，会列在「未分配」里。")),
            (plan.deferred, self.tr("每人每天最多 4 次拜访、15 个电话，{0} 件分级低的因此排得晚一些。")),
            (plan.left_out, self.tr("人手排不下，{0} 件分级低的先不生成。")),
            (plan.paused, self.tr("{0} 位客户的状态是「暂停」，不会生成任务。")),
            (len(plan.to_decide), self.tr("{0} 位客户长期培育已满 12 个月，请复审去留。")),
        )
        texts = [fill(text, count) for count, text in found if count]
        if plan.guessed_holidays:
            texts.append(self.tr("有日期落在放假安排还没公布的年份，先按周一到周五算。"))
        return texts


def _columns() -> list[Column[Difference]]:
    return [
        Column("kind", translate("Playbooks", "变化"), _kind, 76, order=_kind_order),
        text_column("customer", translate("Playbooks", "客户"), _customer, 200),
        text_column("title", translate("Playbooks", "任务"), _title, 150),
        text_column("before", translate("Playbooks", "原期限"), _before, 96, elide=False),
        text_column("after", translate("Playbooks", "新期限"), _after, 96, elide=False),
        text_column("owner", translate("Playbooks", "负责人"), _owner, 90),
    ]


def _kind(row: Difference) -> Cell:
    word, slot = KINDS[row.kind]
    return Cell(chips=((translate("Playbooks", word), slot),))


def _kind_order(row: Difference) -> int:
    return list(KINDS).index(row.kind)


def _customer(row: Difference) -> str:
    return row.customer


def _title(row: Difference) -> str:
    return row.title


def _before(row: Difference) -> str:
    return row.before.isoformat() if row.before else ""


def _after(row: Difference) -> str:
    return row.after.isoformat() if row.after else ""


def _owner(row: Difference) -> str:
    return row.owner or translate("Playbooks", "未分配")
