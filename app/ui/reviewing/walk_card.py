"""The customer one looks at in the walk: proposal, reason, other labels, earlier classes, note, decisions."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services import figures, provenance
from app.services.provenance import Provenance
from app.services.reasons import SENTENCES, sentence
from app.services.reviews.draft import Decision
from app.services.schemes import class_label
from app.services.settings import MethodSettings
from app.texts import fill, noted, sentences, translate
from app.ui import theme
from app.ui.frame.window_commands import run
from app.ui.jobs import Latest
from app.ui.preferences import Preferences
from app.ui.reviewing import words
from app.ui.reviewing.lines_dialog import LinesDialog
from app.ui.reviewing.month_bars import MonthBars, by_month
from app.ui.reviewing.pin_dialog import pin_words
from app.ui.reviewing.queue import WalkRow
from app.ui.reviewing.state import DraftState
from app.ui.session import Session
from app.ui.widgets.buttons import Button, button, icon_button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.chips import Chip
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import ElidedLabel, Kind, label, line
from app.ui.widgets.layouts import empty

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.reviews.basis import Basis
    from app.services.reviews.preview import Preview

LAST_CLASSES = 5
STRATEGY_WIDTH = 200  # more than this a long name does not take from the note beside it


@dataclass(frozen=True)
class Background:
    """What is read of a customer when one comes to him: earlier classes, the lines behind his amount."""

    earlier: tuple[tuple[date, str | None], ...]
    source: Provenance
    books: tuple[tuple[str, str], ...]  # code and title of the templates in use
    risk_tagged: bool  # bears the tag 流失风险 already


class WalkCard(Card):
    """Buttons carry their keys; `chosen` tells which was clicked, `noted` what was written."""

    chosen = Signal(str)
    noted = Signal(int, str)
    note_left = Signal()
    planned = Signal(int, str)  # customer, code of a template; empty for the one of his class

    def __init__(
        self, state: DraftState, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._state, self._preferences = state, preferences
        self.setObjectName("walk_card")
        self._row: WalkRow | None = None
        self._background: Background | None = None
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._background_read)
        self._name, self._place = ElidedLabel("", "page"), label("", "secondary")
        self._who = label("", "caption", wrap=True)
        self._proposal, self._past = QWidget(), QWidget()
        self._proposal_flow = FlowLayout(self._proposal, theme.px(8))
        self._past_flow = FlowLayout(self._past, theme.px(8))
        self._reason = label("", "body", wrap=True, selectable=True)
        self._near = label("", "secondary", wrap=True, selectable=True)
        self._near.setObjectName("walk_near")
        self._pin = label("", "warn", wrap=True)
        self._pin.setObjectName("walk_pinned")
        self._others = KeyValues()
        self._others.setObjectName("walk_others")
        self._months, self._months_title = MonthBars(), label("", "caption")
        self._months.setAccessibleName(self.tr("每月采购"))
        self._source = button("", "link", "link", self._show_source)
        self._source.setObjectName("walk_source")
        self._strategy = QComboBox()
        self._strategy.setObjectName("walk_strategy")
        self._strategy.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._strategy.setMaximumWidth(theme.px(STRATEGY_WIDTH))
        self._strategy.setAccessibleName(self.tr("策略"))
        self._strategy.activated.connect(self._strategy_chosen)
        self._note = Field(self.tr("备注，会写进盘点册"))
        self._note.setObjectName("walk_note")
        self._note.editingFinished.connect(self._note_written)
        self._note.returnPressed.connect(self.note_left)
        self._accept = self._tool("keep", "", "primary")
        self._risk, self._lift = self._tool("risk", ""), self._tool("lift", "")
        self._risk.hide()
        self._lift.hide()
        self.body.setSpacing(theme.px(10))
        self._arrange()

    def _tool(self, key: str, text: str, kind: str = "secondary") -> Button:
        result = Button(text, "primary" if kind == "primary" else "secondary")
        result.setObjectName(f"walk_{key}")
        result.setProperty("walkKey", key)
        result.clicked.connect(self._clicked)
        return result

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._place)
        for key, icon, tip in (
            ("previous", "chevron-up", self.tr("上一位（退格）")),
            ("next", "chevron-down", self.tr("下一位（空格）")),
        ):
            tool = icon_button(icon, tip, self._clicked)
            tool.setProperty("walkKey", key)
            head.addWidget(tool)
        self.body.addLayout(head)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(10))
        for widget in (
            self._who,
            line(),
            self._proposal,
            self._reason,
            self._near,
            self._pin,
            line(),
            self._others,
            self._past,
        ):
            column.addWidget(widget)
        column.addWidget(self._months_title)
        column.addWidget(self._months)
        column.addWidget(self._source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = scrolled(content)
        area.setMinimumHeight(theme.px(36))  # of two lines: in a low window the buttons below come first
        self.body.addWidget(area, 1)
        plan = QHBoxLayout()
        plan.setSpacing(theme.px(8))
        plan.addWidget(label(self.tr("策略  S"), "label"))
        plan.addWidget(self._strategy)
        plan.addWidget(self._note, 1)
        self.body.addLayout(plan)
        tools = QWidget()
        tools.setProperty("keepClear", True)
        flow = FlowLayout(tools, theme.px(8))
        for tool in (
            self._accept,
            self._tool("up", self.tr("升一档  ↑")),
            self._tool("down", self.tr("降一档  ↓")),
            self._tool("pin", self.tr("手工定级  P")),
            self._lift,
            self._risk,
            self._tool("note", self.tr("备注  N")),
        ):
            flow.addWidget(tool)
        self.body.addWidget(tools)

    def show_row(self, row: WalkRow, place: int, count: int) -> None:
        """Show a customer; his earlier classes come a moment later."""
        another = self._row is None or self._row.customer_id != row.customer_id
        self._row = row
        self._name.setText(row.name)
        self._place.setText(f"{place + 1} / {count}")
        self._show_who(row)
        self._show_proposal(row)
        self._show_reasons(row)
        decision = self._state.draft.decisions.get(row.customer_id, Decision())
        if another or not self._note.hasFocus():
            self._note.setText(decision.note)
        text = translate("WalkCard", "接受 {0}  Enter")
        self._accept.setText(text.format(class_label(self._state.draft.leading, row.after)))
        if another:
            self._background = None
        self._show_risk()
        if another:
            draft = self._state.draft
            self._latest.ask(partial(_background, row.customer_id, draft.as_of, draft.settings))

    def write_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_strategy(self) -> None:
        """Open the list of templates."""
        self._strategy.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._strategy.showPopup()

    def _show_strategy(self) -> None:
        if self._row is None or self._background is None:
            return
        decision = self._state.draft.decisions.get(self._row.customer_id)
        self._strategy.clear()
        self._strategy.addItem(self.tr("按分级"), "")
        for code, title in self._background.books:
            self._strategy.addItem(title, code)
        chosen = (decision.playbook if decision else None) or ""
        self._strategy.setCurrentIndex(max(0, self._strategy.findData(chosen)))

    @Slot(int)
    def _strategy_chosen(self, _index: int) -> None:
        if self._row is not None:
            self.planned.emit(self._row.customer_id, str(self._strategy.currentData()))

    def _show_risk(self) -> None:
        """The tag is only proposed: the manager gives it, or does not."""
        view, row = self._state.preview, self._row
        decision = self._state.draft.decisions.get(row.customer_id) if row else None
        given = decision is not None and decision.risk
        late = view is not None and row is not None and row.customer_id in view.at_risk
        tagged = self._background is None or self._background.risk_tagged
        self._risk.setVisible(given or (late and not tagged))
        self._risk.setText(self.tr("不加标签「流失风险」  R") if given else self.tr("建议加标签「流失风险」  R"))

    def takes_risk(self) -> bool:
        """Whether the tag can be decided about here."""
        return not self._risk.isHidden()

    def _show_who(self, row: WalkRow) -> None:
        basis = self._state.basis
        if basis is not None:
            person = basis.people[row.customer_id]
            owner = (
                translate("WalkCard", "负责人 {0}").format(person.owner) if person.owner else self.tr("还没有负责人")
            )
            self._who.setText(" · ".join(part for part in (person.code, person.industry, owner) if part))

    def _show_proposal(self, row: WalkRow) -> None:
        scheme = self._state.draft.leading
        empty(self._proposal_flow)
        self._proposal_flow.addWidget(_word(self.tr("上次 → 这次") if row.before else self.tr("这次"), "label"))
        if row.before:
            self._proposal_flow.addWidget(Chip(*words.chip(scheme, row.before)))
            self._proposal_flow.addWidget(_word("→", "secondary"))
        self._proposal_flow.addWidget(Chip(*words.chip(scheme, row.after)))
        if row.how != "computed":
            text = self.tr("手工定级，规则结果是") if row.how == "pin" else self.tr("已改级，规则结果是")
            self._proposal_flow.addWidget(_word(text))
            self._proposal_flow.addWidget(Chip(*words.chip(scheme, row.proposed)))
        self._proposal.updateGeometry()

    def _show_reasons(self, row: WalkRow) -> None:
        view, basis, draft = self._state.preview, self._state.basis, self._state.draft
        if view is None or basis is None:
            return
        number, scheme = row.customer_id, draft.schemes[0]
        self._reason.setText(sentence(view.classes.reason(scheme, number)))
        self._show_near(view, number)
        self._show_pin(basis, number)
        self._others.clear()
        for other in (*draft.schemes[1:], "churn"):
            name = view.classes[other].spec.label
            shown = self._others.add(other, name, _with_near(view, other, number))
            shown.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _show_near(self, view: "Preview", number: int) -> None:
        """What would lift him, and what he would fall by, beyond what the reason says."""
        from app.services.workbench.steps import words

        scheme = self._state.draft.leading
        spec, said = view.classes[scheme.id].spec, SENTENCES[view.classes.reason(scheme.id, number).code]
        told = {True: "{gap:" in said and "{up:" in said, False: "{margin:" in said}  # the reason says it already
        found = view.closeness.steps(scheme.id, number)
        self._near.setText(
            sentences(words(spec.label_of(step.toward), step) for step in found if not told[step.better])
        )
        self._near.setVisible(bool(self._near.text()))

    def _show_pin(self, basis: "Basis", number: int) -> None:
        """The pin he bears, or bore until it ran out, and whether it is to go."""
        decision = self._state.draft.decisions.get(number, Decision())
        borne, lapsed = basis.pins.get(number), basis.lapsed.get(number)
        wish = decision.pin or borne or lapsed
        self._lift.setVisible(wish is not None and decision.pin is None)
        self._lift.setText(self.tr("保留手工定级  U") if decision.lift else self.tr("取消手工定级  U"))
        self._pin.setVisible(wish is not None)
        if wish is None:
            return
        given = pin_words(self._state.draft.leading, wish)
        until = self.tr("不限期") if wish.expires_on == date.max else wish.expires_on.isoformat()
        if decision.lift:
            text = translate("WalkCard", "存档时取消手工定级「{0}」：{2}")
        elif decision.pin is None and borne is None:
            text = translate("WalkCard", "手工定级「{0}」{1} 已到期：{2}。P 延长或改，U 取消")
        else:
            text = translate("WalkCard", "手工定级「{0}」到 {1}：{2}")
        self._pin.setText(text.format(given, until, wish.reason))

    def _show_past(self) -> None:
        empty(self._past_flow)
        scheme = self._state.draft.leading
        earlier = self._background.earlier if self._background else ()
        self._past.setVisible(bool(earlier))
        if earlier:
            self._past_flow.addWidget(_word(self.tr("以往")))
        for day, class_id in earlier:
            self._past_flow.addWidget(_word(f"{day:%Y-%m}"))
            self._past_flow.addWidget(Chip(*words.chip(scheme, class_id)))
        self._past.updateGeometry()

    @Slot(object)
    def _background_read(self, found: Background) -> None:
        """The old picture stays until the new one is there, so that nothing flickers from one to the next."""
        self._background = found
        self._show_past()
        self._show_strategy()
        self._show_risk()
        source, unit = found.source, self._preferences.value.money_unit
        self._months_title.setText(noted(self.tr("每月采购"), figures.money_unit(unit)))
        start = source.start or source.end
        self._months.show_months(by_month(source.lines, start, source.end) if source.basis == "lines" else (), unit)
        self._months_title.setVisible(not self._months.isHidden())
        text = translate("WalkCard", "来源：{0} 笔合计 {1}")
        self._source.setText(fill(text, len(source.lines), words.amount(source.total, unit)))
        self._source.setVisible(bool(source.lines))

    @Slot()
    def _show_source(self) -> None:
        if self._background is not None:
            run(LinesDialog(self._background.source, self._preferences.value.money_unit, self.window()))

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("walkKey")))

    @Slot()
    def _note_written(self) -> None:
        if self._row is not None:
            self.noted.emit(self._row.customer_id, self._note.text().strip())


def _background(customer: int, day: date, settings: MethodSettings, connection: "Connection") -> Background:
    from app.services.playbooks import playbooks
    from app.services.reviews import risk
    from app.services.reviews.books import history_of
    from app.services.tags import bearers

    earlier = tuple(history_of(connection, customer, LAST_CLASSES))
    books = tuple((book.code, book.title) for book in playbooks(connection) if book.active)
    source = provenance.lines(connection, customer, "net_sales", day, settings)
    return Background(earlier, source, books, customer in bearers(connection, *risk.TAG))


def _word(text: str, kind: Kind = "caption") -> QLabel:
    """A word as tall as the chips beside it."""
    result = label(text, kind)
    result.setFixedHeight(theme.px(22))
    return result


def _with_near(view: "Preview", scheme: str, number: int) -> str:
    """The reason under another scheme, and where the customer is near another class, what would move him."""
    from app.services.workbench.steps import words

    said = sentence(view.classes.reason(scheme, number))
    if number not in view.closeness.of(scheme):
        return said
    spec = view.classes[scheme].spec
    near = (step for step in view.closeness.steps(scheme, number) if step.near)
    return sentences((said, *(words(spec.label_of(step.toward), step) for step in near)))
