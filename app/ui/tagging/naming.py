"""One tag gets another name, or several become one: what would happen is said before it does."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.tag_groups import TagInfo
from app.services.tag_words import group_label, tag_label
from app.services.tags import LONGEST, MergeTags, RenameTag
from app.texts import fill, listed, quoted
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label


class RenameDialog(Dialog):
    """A name that is there already makes one tag of the two."""

    def __init__(self, tag: TagInfo, others: Sequence[TagInfo], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("标签改名"), self.tr("改名"), parent)
        self.setObjectName("rename_tag")
        self.setMinimumWidth(theme.px(380))
        self._tag = tag
        self._others = {each.name for each in others if each.group == tag.group and each.name != tag.name}
        self._name = Field(self.tr("新的名字"))
        self._name.setObjectName("tag_name")
        self._name.setMaxLength(LONGEST)
        self._name.setText(tag.name)
        self._name.selectAll()
        self._name.textChanged.connect(self._check)
        self._says = label("", "secondary", wrap=True)
        self._says.setObjectName("rename_says")
        self.body.addWidget(self._name)
        self.body.addWidget(self._says)
        self._name.setFocus()
        self._check()

    def command(self) -> RenameTag:
        return RenameTag(self._tag.group, self._tag.name, self._name.text())

    @Slot()
    def _check(self) -> None:
        name = " ".join(self._name.text().split())
        wrong = self.tr("标签名不能带「/」") if "/" in name else ""
        if name in self._others:
            text = fill(self.tr("「{1}」已经有了，{0} 位客户的标签会并到它名下。"), f"{self._tag.uses:,}", name)
        else:
            text = fill(self.tr("{0} 位客户的标签跟着改。"), f"{self._tag.uses:,}")
        self._says.setText(wrong or text)
        self._name.set_wrong(wrong)
        self.set_ready(bool(name) and not wrong and name != self._tag.name, wrong or self.tr("先写一个新名字"))


class MergeDialog(Dialog):
    """The chosen tags become one: one of them, or another one."""

    def __init__(self, chosen: Sequence[TagInfo], every: Sequence[TagInfo], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("合并标签"), self.tr("合并"), parent)
        self.setObjectName("merge_tags")
        self.setMinimumWidth(theme.px(400))
        self._chosen = tuple(chosen)
        self.body.addWidget(label(self.tr("合并成哪一个："), "secondary"))
        self._target = QComboBox()
        self._target.setObjectName("merge_target")
        self._target.setAccessibleName(self.tr("合并成哪一个"))
        self._offered = list(chosen) if len(chosen) > 1 else []
        self._offered += [each for each in every if each not in chosen]
        for each in self._offered:
            self._target.addItem(
                self.tr("{0}（{1}）").format(tag_label(each.group, each.name), group_label(each.group))
            )
        largest = max(range(len(self._offered)), key=lambda place: self._offered[place].uses, default=-1)
        self._target.setCurrentIndex(largest if len(chosen) < 2 else _largest(chosen))
        self._target.currentIndexChanged.connect(self._check)
        self._says = label("", "secondary", wrap=True)
        self._says.setObjectName("merge_says")
        self.body.addWidget(self._target)
        self.body.addWidget(self._says)
        self._check()

    def command(self) -> MergeTags:
        target = self._offered[self._target.currentIndex()]
        first, *rest = [(each.group, each.name) for each in self._chosen if each != target]
        return MergeTags(first, (target.group, target.name), tuple(rest))

    @Slot()
    def _check(self) -> None:
        if self._target.currentIndex() < 0:
            self.set_ready(False, self.tr("没有别的标签"))
            return
        target = self._offered[self._target.currentIndex()]
        going = [each for each in self._chosen if each != target]
        names = listed(quoted(tag_label(each.group, each.name)) for each in going)
        count = sum(each.uses for each in going)
        self._says.setText(
            fill(
                self.tr("{1}并入「{2}」，{0} 处标签跟着改。可以撤销。"),
                f"{count:,}",
                names,
                tag_label(target.group, target.name),
            )
        )


def _largest(tags: Sequence[TagInfo]) -> int:
    return max(range(len(tags)), key=lambda place: tags[place].uses)
