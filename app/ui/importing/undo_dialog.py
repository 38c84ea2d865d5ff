"""What taking back an import would do, asked before it is done, with all that stays and why."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.services import importing
from app.services.importing.ledger.undo import IMPOSSIBLE, REASONS, UndoReport
from app.services.importing.ledger.undoing import Kept
from app.texts import clauses, fill, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.context import Context
    from app.services.progress import WorkContext


class UndoDialog(Dialog):
    """Three answers: what is taken back, what is kept because somebody worked on it, what cannot be taken back."""

    def __init__(self, report: UndoReport, parent: QWidget | None = None) -> None:
        super().__init__(translate("UndoDialog", "撤销这次导入？"), translate("UndoDialog", "撤销导入"), parent)
        self.setObjectName("undo_dialog")
        self.body.addWidget(_said(taken_back(report), "undo_taken"))
        if report.kept:
            words = translate("UndoDialog", "保留 {0} 项，因为之后有人改过或用到：")
            self.body.addWidget(_said(fill(words, f"{len(report.kept):,}"), "undo_kept"))
            self.body.addWidget(_table(report.kept, self))
        if report.impossible:
            words = translate("UndoDialog", "做不到 {0} 项：")
            self.body.addWidget(_said(fill(words, f"{len(report.impossible):,}"), "undo_impossible"))
            self.body.addWidget(_table(report.impossible, self))
        self.setMinimumWidth(theme.px(520))


def taken_back(report: UndoReport) -> str:
    """What goes, with its figures: 移走 12 行明细，移走 3 位客户."""
    parts = [
        (report.lines, translate("UndoDialog", "移走 {0} 行明细")),
        (report.customers, translate("UndoDialog", "移走 {0} 位客户")),
        (report.entries, translate("UndoDialog", "移走 {0} 条回款或跟进记录")),
        (report.restored, translate("UndoDialog", "{0} 处内容改回原样")),
    ]
    told = [fill(words, f"{count:,}") for count, words in parts if count]
    return translate("UndoDialog", "{0}。").format(clauses(told or [translate("UndoDialog", "没有要移走的内容")]))


def rehearse(batch: int, context: "Context", work: "WorkContext") -> UndoReport:
    """What an undo would do; nothing is changed."""
    command = importing.undo_import(batch)
    context.rehearse(command, work)
    report = command.done.report
    assert report is not None
    return report


def rehearsal(batch: int) -> "partial[UndoReport]":
    """To be run on the writing thread."""
    return partial(rehearse, batch)


def _said(text: str, name: str) -> QWidget:
    made = label(text, "body", wrap=True)
    made.setObjectName(name)
    return made


def _table(rows: tuple[Kept, ...], parent: QWidget) -> TableView:
    table = TableView("undo_rows")
    table.setAccessibleName(translate("UndoDialog", "为什么"))
    model: RowsModel[Kept] = RowsModel(
        [
            text_column("who", translate("UndoDialog", "客户"), lambda each: each.customer, 180, sortable=False),
            text_column("why", translate("UndoDialog", "为什么"), _why, 280, sortable=False, stretch=True),
        ],
        parent=parent,
    )
    model.set_rows(rows)
    table.set_model(model)
    table.setMinimumHeight(theme.px(140))
    return table


def _why(kept: Kept) -> str:
    return translate("ImportUndo", {**REASONS, **IMPOSSIBLE}[kept.reason])
