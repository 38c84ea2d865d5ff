"""改标签: which tags all, some or none of the chosen customers bear, and what a click on 改标签 would change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.tag_words import group_label, tag_label
from app.services.tags import OWN_GROUP, AssignTags, TagState
from app.texts import fill, listed
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label

COLUMNS = 3
CHECKS = {
    "all": Qt.CheckState.Checked,
    "some": Qt.CheckState.PartiallyChecked,
    "none": Qt.CheckState.Unchecked,
}
Key = tuple[str, str]


class TagBox(QCheckBox):
    """One tag; a click on 「some」 gives it to all, the next takes it from all, the third leaves it as it was."""

    def __init__(self, key: Key, state: str, parent: QWidget | None = None) -> None:
        self.word = tag_label(*key)
        super().__init__(self.word.replace("&", "&&"), parent)
        self.key, self.before = key, CHECKS[state]
        self.setTristate(state == "some")
        self.setCheckState(self.before)
        self.setObjectName(f"tag_{key[1]}")
        self.setAccessibleName(f"{group_label(key[0])} {self.word}")

    def nextCheckState(self) -> None:
        order = [Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked]
        order = order if self.before == Qt.CheckState.PartiallyChecked else order[1:]
        self.setCheckState(order[(order.index(self.checkState()) + 1) % len(order)])

    def is_called(self, needle: str) -> bool:
        """Whether this part of a name, in lower case, is in the shown or in the kept one."""
        return needle in self.word.lower() or needle in self.key[1].lower()

    @property
    def given(self) -> bool:
        return self.checkState() == Qt.CheckState.Checked and self.before != Qt.CheckState.Checked

    @property
    def taken(self) -> bool:
        return self.checkState() == Qt.CheckState.Unchecked and self.before != Qt.CheckState.Unchecked


class TagDialog(Dialog):
    """For one customer or many; `command` is what was decided."""

    def __init__(
        self, ids: Sequence[int], states: Sequence[TagState], groups: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("改标签"), self.tr("改标签"), parent)
        self.setObjectName("tagDialog")
        self.resize(theme.px(520), theme.px(440))
        self._ids = tuple(ids)
        self._boxes: dict[Key, TagBox] = {}
        self._grids: dict[str, tuple[QWidget, QGridLayout]] = {}
        self._single = {state.group for state in states if state.single}
        self.body.addWidget(label(self._who(), "secondary"))
        self._search = search_field(self.tr("查找标签，没有的可以新建"))
        self._search.setObjectName("tag_search")
        self._search.textChanged.connect(self._searched)
        self.body.addWidget(self._search)
        self._new_row = self._new(groups)
        self.body.addWidget(self._new_row)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(4))
        self._column.addStretch(1)
        for state in states:
            self._add((state.group, state.name), state.state)
        self.body.addWidget(scrolled(content), 1)
        self._says = label("", "secondary", wrap=True)
        self._says.setObjectName("tag_preview")
        self.body.addWidget(self._says)
        self._searched("")
        self._changed()
        self._search.setFocus()

    @property
    def command(self) -> AssignTags:
        """The change the dialog stands for."""
        give = tuple(box.key for box in self._boxes.values() if box.given)
        take = tuple(box.key for box in self._boxes.values() if box.taken)
        return AssignTags(self._ids, give, take)

    def _who(self) -> str:
        count = len(self._ids)
        return fill(self.tr("选中的 {0} 位客户。半选的标签只有一部分客户有，不点就不变。"), f"{count:,}")

    def _new(self, groups: Sequence[str]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._new_button = button("", "secondary", "plus", self._created)
        self._new_button.setObjectName("tag_new")
        self._group = QComboBox()
        self._group.setObjectName("tag_group")
        for group in dict.fromkeys((*groups, OWN_GROUP)):
            self._group.addItem(group_label(group), group)
        self._group.setCurrentIndex(self._group.findData(OWN_GROUP))
        layout.addWidget(self._new_button)
        layout.addWidget(label(self.tr("放进"), "secondary"))
        layout.addWidget(self._group)
        layout.addStretch(1)
        return row

    def _add(self, key: Key, state: str) -> TagBox:
        group = key[0]
        if group not in self._grids:
            holder = QWidget()
            outer = QVBoxLayout(holder)
            outer.setContentsMargins(0, 0, 0, theme.px(6))
            outer.setSpacing(theme.px(2))
            name = group_label(group)
            title = self.tr("{0}（单选）").format(name) if group in self._single else name
            outer.addWidget(label(title, "label"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px(12))
            grid.setVerticalSpacing(0)
            for column in range(COLUMNS):
                grid.setColumnStretch(column, 1)
            outer.addLayout(grid)
            self._grids[group] = (holder, grid)
            self._column.insertWidget(self._column.count() - 1, holder)
        box = TagBox(key, state)
        box.stateChanged.connect(self._changed)
        self._boxes[key] = box
        self._lay_out(group)
        return box

    def _lay_out(self, group: str) -> None:
        holder, grid = self._grids[group]
        needle = self._search.text().strip().lower()
        fitting = [box for key, box in self._boxes.items() if key[0] == group]
        place = 0
        for box in fitting:
            box.setVisible(box.is_called(needle) or box.given or box.taken)
            if not box.isHidden():
                grid.addWidget(box, place // COLUMNS, place % COLUMNS)
                place += 1
        holder.setVisible(place > 0)

    @Slot(str)
    def _searched(self, _text: str) -> None:
        name = " ".join(self._search.text().split())
        known = any(name.lower() in (box.key[1].lower(), box.word.lower()) for box in self._boxes.values())
        self._new_row.setVisible(bool(name) and not known)
        self._new_button.setText(self.tr("新建「{0}」").format(name))
        for group in self._grids:
            self._lay_out(group)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search makes the tag where nothing else is found; else it says the verb."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self._search
        if entered and self._only_new():
            self._created()
            return
        super().keyPressEvent(event)

    def _only_new(self) -> bool:
        needle = self._search.text().strip().lower()
        return not self._new_row.isHidden() and not any(box.is_called(needle) for box in self._boxes.values())

    @Slot()
    def _created(self) -> None:
        name = " ".join(self._search.text().split())
        key = (str(self._group.currentData()), name)
        if name and key not in self._boxes:
            self._add(key, "none").setCheckState(Qt.CheckState.Checked)
            self._search.clear()

    @Slot()
    def _changed(self) -> None:
        command, count = self.command, f"{len(self._ids):,}"
        given, taken = (listed(tag_label(*tag) for tag in tags) for tags in (command.give, command.take))
        if given and taken:
            text = fill(self.tr("将给 {0} 位客户加上「{1}」，去掉「{2}」。"), count, given, taken)
        elif given:
            text = fill(self.tr("将给 {0} 位客户加上「{1}」。"), count, given)
        elif taken:
            text = fill(self.tr("将去掉 {0} 位客户的「{1}」。"), count, taken)
        else:
            text = self.tr("还没有改动。")
        self._says.setText(text)
        self.set_ready(bool(given or taken), text)
