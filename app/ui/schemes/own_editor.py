"""The editor of one's own scheme: cards from top to bottom at the left, what they give at the right, live."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.schemes.cards import CardScheme
from app.services.workbench import conditions
from app.services.workbench.conditions import Askable
from app.texts import together, translate
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.jobs import Latest
from app.ui.schemes import reading
from app.ui.schemes.card_editor import CardEditor
from app.ui.schemes.class_card import ClassCard
from app.ui.schemes.side_cards import GapsCard
from app.ui.session import Session
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from app.services.workbench.looking import Bench, Looked

PREVIEW_WIDTH, NAME_WIDTH = 372, 220


class OwnEditor(QWidget):
    """`saved` carries the scheme, `cancelled` comes with the button or Esc."""

    saved = Signal(object)  # CardScheme
    cancelled = Signal()

    def __init__(self, session: Session, amounts: Amounts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_editor")
        self._amounts = amounts
        self._before: CardScheme | None = None
        self._opened: CardScheme | None = None
        self._bench: Bench | None = None
        self._asked: dict[str, Askable] = {}
        self._cards: list[CardEditor] = []
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._previewed)
        self._name = Field()
        self._name.setObjectName("own_name")
        self._name.setAccessibleName(translate("OwnEditor", "方案名称"))
        self._name.setFixedWidth(theme.px(NAME_WIDTH))
        self._name.textEdited.connect(self._changed)
        self._classes, self._gaps = ClassCard(amounts, small=True), GapsCard()
        self._problem = label("", "danger", wrap=True)
        self._problem.setObjectName("own_problem")
        self._save = button(translate("OwnEditor", "保存"), "primary", slot=self._saving)
        self._save.setObjectName("own_save")
        cancel = button(translate("OwnEditor", "取消"), "secondary", slot=self.cancelled.emit)
        cancel.setObjectName("own_cancel")
        self._arrange(cancel)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.cancelled)

    def _arrange(self, cancel: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(label(translate("OwnEditor", "方案名称")))
        head.addWidget(self._name)
        head.addWidget(label(translate("OwnEditor", "从上往下看，先满足哪张卡片就归哪一档"), "secondary"))
        head.addStretch(1)
        content, preview = QWidget(), QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, theme.px(4), 0)
        outer.setSpacing(theme.px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        outer.addLayout(self._column)
        add = button(translate("OwnEditor", "添加卡片"), "secondary", "plus", self._add)
        add.setObjectName("add_card")
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        right = QVBoxLayout(preview)
        right.setContentsMargins(0, 0, theme.px(4), 0)
        right.setSpacing(theme.px(12))
        right.addWidget(self._classes)
        right.addWidget(self._gaps)
        right.addStretch(1)
        side = scrolled(preview)
        side.setFixedWidth(theme.px(PREVIEW_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(12))
        middle.addWidget(scrolled(content), 1)
        middle.addWidget(side)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._problem, 1)
        foot.addWidget(cancel)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def open(self, scheme: CardScheme, asked: Sequence[Askable], bench: "Bench", *, new: bool) -> None:
        """Begin with a scheme; a new one counts as changed from the start."""
        self._bench = bench
        self._asked = {each.field: each for each in asked}
        self._before = None if new else scheme
        self._name.setText(scheme.word)
        for each in self._cards:
            self._drop(each)
        self._cards = []
        for card in scheme.cards:
            self._put(CardEditor(self._asked, card))
        self._opened = self.scheme()
        self._changed()

    @property
    def cards(self) -> list[CardEditor]:
        """The cards as they stand."""
        return list(self._cards)

    @property
    def dirty(self) -> bool:
        """Whether leaving would lose something."""
        return self._before is None or self.scheme() != self._before

    @property
    def touched(self) -> bool:
        """Whether anything was changed since it was opened."""
        now = self.scheme()
        return now is None or now != self._opened

    def scheme(self) -> CardScheme | None:
        """What stands here; None while something is missing."""
        assert self._bench is not None
        cards = [each.card() for each in self._cards]
        word = self._name.text().strip()
        if not word or not cards or any(card is None for card in cards):
            return None
        whole = tuple(card for card in cards if card is not None)
        if self._before is not None:
            return replace(self._before, word=word, cards=whole)
        return CardScheme(self._bench.new_id, word, whole)

    def show_amounts(self, amounts: Amounts) -> None:
        self._amounts = amounts
        self._preview()

    # the cards

    def _put(self, card: CardEditor, place: int = -1) -> None:
        card.changed.connect(self._changed)
        card.removed.connect(self._remove)
        card.carried.connect(self._carry)
        card.stepped.connect(self._step)
        place = len(self._cards) if place < 0 else place
        self._cards.insert(place, card)
        self._column.insertWidget(place, card)

    def _drop(self, card: CardEditor) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    @Slot()
    def _add(self) -> None:
        """A new card stands above the last one, which mostly holds the rest."""
        taken = {each.objectName().removeprefix("card_") for each in self._cards}
        taken |= {each.id for each in self._before.cards} if self._before is not None else set()
        card = conditions.new_card(taken)
        self._put(CardEditor(self._asked, card), max(0, len(self._cards) - 1))
        self._changed()

    @Slot()
    def _remove(self) -> None:
        card = self.sender()
        if isinstance(card, CardEditor) and card in self._cards:
            self._cards.remove(card)
            self._drop(card)
            self._changed()

    @Slot(QPoint)
    def _carry(self, where: QPoint) -> None:
        """The card takes the place of the one whose middle the mouse has passed."""
        card = self.sender()
        if not isinstance(card, CardEditor):
            return
        others = [each for each in self._cards if each is not card]
        above = [each for each in others if each.mapToGlobal(each.rect().center()).y() < where.y()]
        self._move(card, len(above))

    @Slot(int)
    def _step(self, step: int) -> None:
        card = self.sender()
        if isinstance(card, CardEditor):
            place = self._cards.index(card) + step
            if 0 <= place < len(self._cards):
                self._move(card, place)
                card.focus_grip()

    def _move(self, card: CardEditor, place: int) -> None:
        if self._cards.index(card) == place:
            return
        self._cards.remove(card)
        self._cards.insert(place, card)
        self._column.removeWidget(card)
        self._column.insertWidget(place, card)
        self._changed()

    # the preview

    @Slot()
    def _changed(self) -> None:
        follow_layout(self)  # cards and conditions come and go
        self._preview()

    def _preview(self) -> None:
        """The old result stays until the new one is there; while something is missing it says what."""
        if self._bench is None:
            return
        scheme = self.scheme()
        self._save.setEnabled(scheme is not None)
        self._problem.setText("" if scheme is not None else self._lacking())
        if scheme is not None:
            self._tell_faults(scheme)
            self._latest.ask(partial(reading.look_at_cards, self._bench, scheme))

    def _lacking(self) -> str:
        if not self._name.text().strip():
            return translate("OwnEditor", "给方案起个名称。")
        if not self._cards:
            return translate("OwnEditor", "至少要有一张卡片。")
        wrong = next((each.wrong for each in self._cards if each.wrong), "")
        text = wrong or translate("OwnEditor", "还有条件没填完。")
        return together(text, translate("OwnEditor", "预览仍是上一次的。"))

    def _tell_faults(self, scheme: CardScheme) -> None:
        found = conditions.faults(scheme, self._asked.values())
        for place, card in enumerate(self._cards):
            card.show_faults(tuple(each.sentence for each in found if each.card == place))

    @Slot(object)
    def _previewed(self, looked: "Looked") -> None:
        self._classes.show_looked(looked, self._amounts)
        self._gaps.show_gaps(looked.gaps)
        lines = {each.class_id: each for each in looked.lines}
        for card in self._cards:
            card.show_line(lines.get(card.objectName().removeprefix("card_")))

    @Slot()
    def _saving(self) -> None:
        scheme = self.scheme()
        if scheme is not None:
            self.saved.emit(scheme)
