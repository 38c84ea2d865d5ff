"""One card of one's own scheme: its name and colour, its conditions, and how many customers it has just now."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.services import figures
from app.services.schemes.cards import Card as ClassCard
from app.services.workbench.conditions import Askable
from app.texts import fill, translate
from app.ui import theme
from app.ui.schemes.group_box import GroupBox
from app.ui.tagging.words import COLOURS, swatch
from app.ui.widgets.buttons import Button, icon_button
from app.ui.widgets.cards import Card
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from app.services.workbench.looking import ClassLine

NAME_WIDTH = 132


class Grip(Button):
    """What a card is carried by: with the mouse, or with the arrow keys."""

    carried = Signal(QPoint)  # where the mouse is, on the screen
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "icon", "grip", parent)
        self.setObjectName("card_grip")
        tip = translate("OwnEditor", "拖动换位置，或用 ↑ ↓")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.carried.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class CardEditor(Card):
    """`changed` after each change; `carried` and `stepped` when it shall stand elsewhere."""

    changed = Signal()
    removed = Signal()
    carried = Signal(QPoint)
    stepped = Signal(int)

    def __init__(self, asked: Mapping[str, Askable], card: ClassCard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(f"card_{card.id}")
        self._card = card
        self._grip = Grip()
        self._grip.carried.connect(self.carried)
        self._grip.stepped.connect(self.stepped)
        self._name = Field()
        self._name.setObjectName("card_name")
        self._name.setAccessibleName(translate("OwnEditor", "这一档的名称"))
        self._name.setText(card.word)
        self._name.setFixedWidth(theme.px(NAME_WIDTH))
        self._name.textEdited.connect(self._typed)
        self._colour = Button("", "secondary")
        self._colour.setObjectName("card_colour")
        menu = QMenu(self._colour)
        for slot, word in COLOURS.items():
            menu.addAction(swatch(slot), translate("Tagging", word), partial(self._paint, slot))
        self._colour.set_menu(menu)
        self._count = ElidedLabel("", "strong")
        self._count.setObjectName("card_count")
        remove = icon_button("trash", translate("OwnEditor", "删掉这张卡片"), self.removed.emit)
        remove.setObjectName("card_remove")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for each in (self._grip, self._colour, self._name):
            row.addWidget(each)
        row.addWidget(self._count, 1)
        row.addWidget(remove)
        self._group = GroupBox(asked, card.when)
        self._group.changed.connect(self.changed)
        self._fault = label("", "warn", wrap=True)
        self._fault.setObjectName("card_fault")
        self._fault.hide()
        self.body.addWidget(head)
        self.body.addWidget(self._group)
        self.body.addWidget(self._fault)
        self._show_colour()

    def card(self) -> ClassCard | None:
        """What stands here; None while something is missing."""
        when = self._group.group()
        word = self._name.text().strip()
        self._name.set_wrong("" if word else translate("OwnEditor", "给这一档起个名称。"))
        return replace(self._card, word=word, when=when) if when is not None and word else None

    @property
    def wrong(self) -> str:
        """What has to be put right here, in a sentence; nothing while something is merely missing."""
        return self._name.wrong or self._group.wrong

    def show_line(self, line: "ClassLine | None") -> None:
        """How many are on the card; None while nobody can tell."""
        text = translate("OwnEditor", "{0} 位，占采购额 {1}")
        share = figures.format_percent(line.money_share, 0) if line is not None else ""
        self._count.setText(fill(text, f"{line.customers:,}", share) if line is not None else "")

    def show_faults(self, sentences: tuple[str, ...]) -> None:
        self._fault.setText("\n".join(sentences))
        self._fault.setVisible(bool(sentences))

    def focus_grip(self) -> None:
        self._grip.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_colour(self) -> None:
        self._colour.setIcon(swatch(self._card.slot))
        name = translate("OwnEditor", "颜色：{0}").format(translate("Tagging", COLOURS[self._card.slot]))
        self._colour.setAccessibleName(name)
        self._colour.setToolTip(name)

    def _paint(self, slot: str) -> None:
        self._card = replace(self._card, slot=slot)
        self._show_colour()
        self.changed.emit()

    @Slot()
    def _typed(self) -> None:
        self.changed.emit()
