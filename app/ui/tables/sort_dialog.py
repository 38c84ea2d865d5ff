"""排序: the levels of a sort one under another, each with its column and direction, moved up and down."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import Column, SortMark
from app.ui.widgets.buttons import Button, button, icon_button
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

UP, DOWN = "up", "down"


class LevelRow(QWidget):
    """One level; Alt+↑ and Alt+↓ move it."""

    moved = Signal(int)  # -1 up, 1 down
    removed = Signal()
    changed = Signal()

    def __init__(self, columns: Sequence[Column[Any]], mark: SortMark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._place = label("", "secondary")
        self._place.setMinimumWidth(theme.px(64))
        self._column = QComboBox()
        self._column.setObjectName("sort_column")
        self._column.setAccessibleName(self.tr("列"))
        for each in columns:
            self._column.addItem(each.title, each.key)
        self._column.setCurrentIndex(max(0, self._column.findData(mark.key)))
        self._column.currentIndexChanged.connect(self._column_chosen)
        options = ((UP, self.tr("升序")), (DOWN, self.tr("降序")))
        self._direction = Segments(options, DOWN if mark.descending else UP)
        self._direction.chosen.connect(self.changed)
        self._up = icon_button("chevron-up", self.tr("上移 (Alt+↑)"), self._move_up)
        self._down = icon_button("chevron-down", self.tr("下移 (Alt+↓)"), self._move_down)
        self._remove = icon_button("close", self.tr("去掉这一级"), self.removed.emit)
        for name, tool in (("sort_up", self._up), ("sort_down", self._down), ("sort_remove", self._remove)):
            tool.setObjectName(name)
        row.addWidget(self._place)
        row.addWidget(self._column, 1)
        for widget in (self._direction, self._up, self._down, self._remove):
            row.addWidget(widget)

    @property
    def mark(self) -> SortMark:
        return SortMark(str(self._column.currentData()), self._direction.current == DOWN)

    def set_place(self, place: int, count: int) -> None:
        """Which level it is, and where it can go from here."""
        self._place.setText(self.tr("先按") if place == 0 else self.tr("再按"))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self._remove.setEnabled(count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _column_chosen(self) -> None:
        """Another column begins the way a click on its heading would."""
        column = self._columns[self._column.currentIndex()]
        self._direction.set(DOWN if column.descending_first else UP)
        self.changed.emit()

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)


class SortDialog(Dialog):
    """`marks` is what was decided; a column that stands twice counts once, where it stands first."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        marks: Sequence[SortMark],
        first: Sequence[SortMark],
        parent: QWidget | None = None,
    ) -> None:
        """`first` is the order of a new list, for 恢复默认."""
        super().__init__(self.tr("排序"), self.tr("排序"), parent)
        self.setObjectName("sort_dialog")
        self._columns = [column for column in columns if column.sortable]
        self._first = tuple(first)
        self._levels: list[LevelRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self.body.addLayout(self._rows)
        self._add: Button = button(self.tr("再加一级"), "link", "plus", self._add_level)
        self._add.setObjectName("sort_add")
        self._add.setAutoDefault(False)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        hint = self.tr("也可以按住 Shift 点表头加一级。空的总在最后。")
        self.body.addWidget(label(hint, "caption", wrap=True))
        self.body.addStretch(1)
        reset = button(self.tr("恢复默认"), "link", slot=self._reset)
        reset.setObjectName("sort_reset")
        reset.setAutoDefault(False)
        self.add_left(reset)
        self._show(marks)
        self.resize(self.sizeHint().expandedTo(QSize(theme.px(540), 0)))  # a fixed width would cut long languages

    @property
    def marks(self) -> tuple[SortMark, ...]:
        found: dict[str, SortMark] = {}
        for level in self._levels:
            found.setdefault(level.mark.key, level.mark)
        return tuple(found.values())

    def _show(self, marks: Sequence[SortMark]) -> None:
        for level in self._levels:
            level.hide()
            level.deleteLater()
        self._levels = []
        for mark in marks or self._first:
            self._append(mark)
        self._number()

    def _append(self, mark: SortMark) -> LevelRow:
        level = LevelRow(self._columns, mark, self)
        level.moved.connect(self._moved)
        level.removed.connect(self._removed)
        level.changed.connect(self._number)
        self._levels.append(level)
        self._rows.addWidget(level)
        return level

    @Slot()
    def _number(self) -> None:
        for place, level in enumerate(self._levels):
            level.set_place(place, len(self._levels))
        self._add.setEnabled(len(self._levels) < len(self._columns))

    @Slot()
    def _add_level(self) -> None:
        used = {level.mark.key for level in self._levels}
        column = next((each for each in self._columns if each.key not in used), None)
        if column is not None:
            self._append(SortMark(column.key, column.descending_first)).show()
            self._number()

    @Slot(int)
    def _moved(self, way: int) -> None:
        level = self.sender()
        if not isinstance(level, LevelRow):
            return
        place = self._levels.index(level)
        target = place + way
        if 0 <= target < len(self._levels):
            self._levels.insert(target, self._levels.pop(place))
            self._rows.insertWidget(target, level)
            self._number()

    @Slot()
    def _removed(self) -> None:
        level = self.sender()
        if isinstance(level, LevelRow) and len(self._levels) > 1:
            self._levels.remove(level)
            level.hide()
            level.deleteLater()
            self._number()

    @Slot()
    def _reset(self) -> None:
        self._show(self._first)
