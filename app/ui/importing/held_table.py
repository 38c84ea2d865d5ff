"""How the rows of the 待修区 are shown: columns of the list, the choice of imports, one row as it stood."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.held_rows import Held
from app.texts import fill, translate
from app.ui import theme
from app.ui.frame.window_commands import open_in_system
from app.ui.tables.columns import Column, number_column, text_column
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.labels import Kind, label

EVERY = 0
CELLS_SHOWN = 12  # in a line of the list; all of them stand beside it


def columns() -> list[Column[Held]]:
    """Why, where, and what stood there."""
    return [
        text_column("reason", translate("HeldRows", "原因"), reason_text, 190),
        text_column("file", translate("HeldRows", "文件"), lambda row: row.file, 150),
        text_column("sheet", translate("HeldRows", "工作表"), lambda row: row.sheet, 90),
        number_column("row", translate("HeldRows", "行号"), lambda row: f"{row.row:,}", 70, order=lambda row: row.row),
        text_column("cells", translate("HeldRows", "原始内容"), cells_text, 260, sortable=False, stretch=True),
    ]


def reason_text(row: Held) -> str:
    """The reason, and the column it is about."""
    if not row.column:
        return row.reason
    return translate("HeldRows", "{0}（{1}）").format(row.reason, row.column)


def cells_text(row: Held) -> str:
    return "  ".join(text for _head, text in row.cells[:CELLS_SHOWN] if text)


def imports_of(rows: Sequence[Held]) -> list[tuple[int, str]]:
    """All of them first, then each import that has rows waiting, as (number, what to call it)."""
    found: dict[int, list[Held]] = {}
    for row in rows:
        found.setdefault(row.batch, []).append(row)
    every = [(EVERY, translate("HeldRows", "全部导入"))] if len(found) > 1 else []
    words = translate("HeldRows", "{0} 的导入（{1} 行）")
    return every + [
        (batch, fill(words, f"{each[0].imported_at:%Y-%m-%d %H:%M}", f"{len(each):,}")) for batch, each in found.items()
    ]


class OriginalCard(Card):
    """Every cell of one row under its heading, and what its reason means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("HeldRows", "原始行"), parent=parent)
        self._place = label("", "caption", wrap=True, selectable=True)
        self._advice = label("", "warn", wrap=True)
        self._advice.setObjectName("held_advice")
        self._cells = KeyValues()
        self.body.addWidget(self._place)
        self.body.addWidget(self._advice)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.addWidget(self._cells)
        column.addStretch(1)
        self.body.addWidget(scrolled(content), 1)
        self._file = Path()
        self._open = button(translate("HeldRows", "打开原文件"), "link", "open", self._open_file)
        self._open.setObjectName("held_open")
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(theme.px(220))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(400))

    def show_row(self, row: Held | None) -> None:
        self._cells.clear()
        self._place.setText("")
        self._advice.setText(row.advice if row else "")
        self._advice.setVisible(row is not None)
        self._file = Path(row.folder) / row.file if row else Path()
        self._open.setVisible(row is not None)
        self._open.setEnabled(self._file.is_file())
        gone = translate("HeldRows", "文件已经不在原来的地方")
        self._open.setToolTip(str(self._file) if self._open.isEnabled() else gone)
        if row is None:
            return
        place = translate("HeldRows", "{0} › {1} › 第 {2} 行")
        self._place.setText(place.format(row.file, row.sheet, row.row))
        for number, (head, text) in enumerate(row.cells):
            kind: Kind = "danger" if row.column and head == row.column else "control"
            self._cells.add(str(number), head or translate("HeldRows", "（无表头）"), text or "—", kind)

    @Slot()
    def _open_file(self) -> None:
        open_in_system(self._file)
