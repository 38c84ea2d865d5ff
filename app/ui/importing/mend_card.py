"""The cells of rows that wait, to be put right: the one that is in the way marked, and 再试一次."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from app.services.held_rows import Held
from app.texts import fill, translate
from app.ui import theme
from app.ui.frame.window_commands import open_in_system
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty


class MendCard(Card):
    """Shows the chosen rows; `retried(changes, accepted)` carries heading -> new text, and whether they are right."""

    retried = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("HeldRows", "原始行"), parent=parent)
        self._rows: tuple[Held, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._fields: list[Field] = []
        self._drafts: dict[int, Mapping[str, str]] = {}  # by row: what was typed and not tried yet
        self._place = label("", "caption", wrap=True, selectable=True)
        self._advice = label("", "warn", wrap=True)
        self._advice.setObjectName("held_advice")
        self.body.addWidget(self._place)
        self.body.addWidget(self._advice)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, theme.px(8), 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(scrolled(content), 1)
        self._retry = button(translate("HeldRows", "再试一次"), "primary", slot=self._try)
        self._retry.setObjectName("held_retry")
        self._accept = button(translate("HeldRows", "照样导入"), slot=self._take)
        self._accept.setObjectName("held_accept")
        foot = QHBoxLayout()
        foot.addWidget(self._retry)
        foot.addWidget(self._accept)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._file = Path()
        self._open = button(translate("HeldRows", "打开原文件"), "link", "open", self._open_file)
        self._open.setObjectName("held_open")
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(theme.px(260))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(400))

    def show_rows(self, rows: Sequence[Held]) -> None:
        """One row with its cells, or what several rows of one table have in common."""
        self._keep_draft()
        self._rows = tuple(rows)
        first = rows[0] if rows else None
        together = len({row.headers_json for row in rows}) == 1
        self._say(first, together)
        heads = tuple(head for head, _text in first.cells) if first is not None and together else ()
        if heads != self._heads:
            self._build(heads)
        for place, field in enumerate(self._fields):
            self._fill(field, place)
        self._take_draft()
        for each in (self._retry, self._accept):
            each.setVisible(bool(rows) and together)
        self._accept.setVisible(bool(rows) and together and all(row.doubtful for row in rows))
        right = translate("HeldRows", "这一行没有写错，按写出的内容导入")
        over = translate("HeldRows", "按这一行导入，会盖掉这位客户已有的不同内容")
        self._accept.setToolTip(over if any(row.overwrites for row in rows) else right)

    def forget(self, ids: Collection[int]) -> None:
        """What was typed into these rows has been tried, or is not wanted any more."""
        for number in ids:
            self._drafts.pop(number, None)
        for field in self._fields if {row.id for row in self._rows} <= {*ids} else ():
            field.setModified(False)

    def _keep_draft(self) -> None:
        """Looking at another row loses nothing."""
        if len(self._rows) == 1 and (typed := self.changes()):
            self._drafts[self._rows[0].id] = typed

    def _take_draft(self) -> None:
        typed = self._drafts.get(self._rows[0].id, {}) if len(self._rows) == 1 else {}
        for head, field in zip(self._heads, self._fields, strict=True):
            if head in typed:
                field.setText(typed[head])
                field.setModified(True)

    def take_focus(self) -> None:
        """The keyboard goes to the cell that is in the way, else to the first."""
        wrong = next((field for field in self._fields if field.property("wrong")), None)
        field = wrong or next(iter(self._fields), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
            field.selectAll()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is somewhere in here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def changes(self) -> Mapping[str, str]:
        """What was typed, by heading."""
        return {head: field.text() for head, field in zip(self._heads, self._fields, strict=True) if field.isModified()}

    def _say(self, first: Held | None, together: bool) -> None:
        self._open.setVisible(first is not None)
        self._advice.setVisible(first is not None)
        if first is None:
            self._place.setText("")
            return
        place = translate("HeldRows", "{0} › {1} › 第 {2} 行").format(first.file, first.sheet, first.row)
        many = fill(translate("HeldRows", "选中的 {0} 行"), f"{len(self._rows):,}")
        self._place.setText(place if len(self._rows) == 1 else many)
        apart = translate("HeldRows", "选中的行来自不同的表，请一张表一张表地改。")
        said = translate("HeldRows", "在下面改的内容会写进选中的每一行。")
        self._advice.setText(first.advice if len(self._rows) == 1 else said if together else apart)
        self._file = Path(first.folder) / first.file
        self._open.setEnabled(self._file.is_file())
        gone = translate("HeldRows", "文件已经不在原来的地方")
        self._open.setToolTip(str(self._file) if self._open.isEnabled() else gone)

    def _build(self, heads: tuple[str, ...]) -> None:
        empty(self._grid)
        self._heads, self._fields = heads, []
        for row, head in enumerate(heads):
            words = head or translate("HeldRows", "（无表头）")
            field = Field()
            field.setAccessibleName(words)
            field.setObjectName("held_cell")
            field.returnPressed.connect(self._try)
            field.setReadOnly(not head)
            self._grid.addWidget(label(words, "caption", wrap=True), row, 0)
            self._grid.addWidget(field, row, 1)
            self._fields.append(field)
        self._grid.setRowStretch(len(heads), 1)

    def _fill(self, field: Field, place: int) -> None:
        texts = {row.cells[place][1] if place < len(row.cells) else "" for row in self._rows}
        field.setText(texts.pop() if len(texts) == 1 else "")
        field.setCursorPosition(0)  # a long text shows how it begins
        field.setPlaceholderText(translate("HeldRows", "各行不同，不改") if texts else "")
        field.setModified(False)
        wrong = next((row for row in self._rows if row.column and row.column == self._heads[place]), None)
        field.set_wrong(wrong.reason if wrong is not None else "")

    @Slot()
    def _try(self) -> None:
        if self._rows:
            self.retried.emit(self.changes(), False)

    @Slot()
    def _take(self) -> None:
        self.retried.emit(self.changes(), True)

    @Slot()
    def _open_file(self) -> None:
        open_in_system(self._file)
