"""Conditions of which all or any must hold, with groups inside groups."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.schemes.cards import Condition, Group, Mode
from app.services.workbench.conditions import Askable
from app.texts import translate
from app.ui import theme
from app.ui.schemes.condition_row import ConditionRow
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

MOST_DEEP = 3


class GroupBox(QFrame):
    """`changed` after each change; `removed` by the cross of a group inside another."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, asked: Mapping[str, Askable], group: Group, depth: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asked, self._depth = asked, depth
        self._parts: list[ConditionRow | GroupBox] = []
        self._mode = Segments(
            (("all", translate("OwnEditor", "全部")), ("any", translate("OwnEditor", "任一"))), group.mode
        )
        self._mode.chosen.connect(self._mode_chosen)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.px(8))
        head.addWidget(label(translate("OwnEditor", "满足")))
        head.addWidget(self._mode)
        head.addWidget(label(translate("OwnEditor", "条件")))
        head.addStretch(1)
        if depth:
            self.setProperty("box", "quiet")
            remove = icon_button("close", translate("OwnEditor", "去掉这一组"), self.removed.emit)
            remove.setObjectName("group_remove")
            head.addWidget(remove)
        self._nothing = label(translate("OwnEditor", "没有条件：上面没归类的都归这一档。"), "secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        add = button(translate("OwnEditor", "添加条件"), "link", "plus", self._add_condition)
        add.setObjectName("add_condition")
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(add)
        if depth < MOST_DEEP - 1:
            inner = button(translate("OwnEditor", "添加一组"), "link", "plus", self._add_group)
            inner.setObjectName("add_group")
            foot.addWidget(inner)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        side = theme.px(10) if depth else 0
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._head)
        layout.addWidget(self._nothing)
        layout.addLayout(self._rows)
        layout.addLayout(foot)
        for part in group.parts:
            self._put(part)
        self._tell()

    def group(self) -> Group | None:
        """What stands here; None while a condition is not complete."""
        parts = [part.group() if isinstance(part, GroupBox) else part.condition() for part in self._parts]
        if any(part is None for part in parts):
            return None
        mode: Mode = "any" if self._mode.current == "any" else "all"
        return Group(mode, tuple(part for part in parts if part is not None))

    @property
    def wrong(self) -> str:
        """The first thing typed here that cannot be read."""
        return next((part.wrong for part in self._parts if part.wrong), "")

    def begin(self) -> None:
        """The keyboard comes to its first condition."""
        if self._parts:
            self._parts[0].begin()

    def _put(self, part: Condition | Group) -> "ConditionRow | GroupBox":
        widget: ConditionRow | GroupBox
        if isinstance(part, Group):
            widget = GroupBox(self._asked, part, self._depth + 1)
        else:
            widget = ConditionRow(self._asked, part)
        widget.changed.connect(self.changed)
        widget.removed.connect(self._take_out)
        self._parts.append(widget)
        self._rows.addWidget(widget)
        return widget

    def _tell(self) -> None:
        self._head.setVisible(bool(self._parts) or self._depth > 0)
        self._nothing.setVisible(not self._parts)

    @Slot()
    def _add_condition(self) -> None:
        first = next(iter(self._asked.values()))
        self._put(Condition(first.field, first.operators[0])).begin()
        self._tell()
        self.changed.emit()

    @Slot()
    def _add_group(self) -> None:
        first = next(iter(self._asked.values()))
        self._put(Group("any", (Condition(first.field, first.operators[0]),))).begin()
        self._tell()
        self.changed.emit()

    @Slot()
    def _take_out(self) -> None:
        part = self.sender()
        if isinstance(part, ConditionRow | GroupBox) and part in self._parts:
            self._parts.remove(part)
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
            self._tell()
            self.changed.emit()

    @Slot(str)
    def _mode_chosen(self, _mode: str) -> None:
        self.changed.emit()
