"""Step 6: the conclusion in three sentences, every change with its cause, who signs; 存档 files the review."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.reviews.draft import ReviewDraft, Step
from app.texts import fill, listed, translate
from app.ui import theme
from app.ui.jobs import Latest
from app.ui.pages.page import Shell
from app.ui.reviewing import words
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.session import Session
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.reviews.basis import Basis
    from app.services.reviews.preview import Moved, Preview


LEAST = 150  # height of the changes: a few lines of them, lower than that all is scrolled


class SignStep(StepPage):
    """What is written here goes into the locked book as it stands."""

    step: ClassVar[Step] = Step.SIGN

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        self._causes: dict[int, str] = {}
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._caused)
        self._text = QPlainTextEdit()
        self._text.setObjectName("review_conclusion")
        self._text.setAccessibleName(self.tr("结论"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(theme.px(110))
        self._text.textChanged.connect(self._written)
        self._signed, self._approved = Field(self.tr("必填")), Field(self.tr("可不填"))
        self._signed.setObjectName("review_signed")
        self._approved.setObjectName("review_approved")
        self._signed.textEdited.connect(self._signing)
        self._approved.textEdited.connect(self._approving)
        self._signed.returnPressed.connect(self._to_approved)
        self._approved.returnPressed.connect(self.over)
        self._model: RowsModel[Moved] = RowsModel(self._columns(), parent=self)
        self._changes = Card(self.tr("变化"))
        self._table = table = TableView("review_changes")
        table.setProperty("inCard", True)
        table.set_density("compact")
        table.set_model(self._model)
        table.header.setStretchLastSection(True)
        self._none = label("", "secondary", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._changes.body.addWidget(self._none, 1)
        self._changes.body.addWidget(table, 1)
        self._changes.setMinimumHeight(theme.px(LEAST))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._conclusion_card(), 3)
        row.addWidget(self._sign_card(), 2)
        layout.addLayout(row)
        layout.addWidget(self._changes, 1)
        self.body.addWidget(scrolled(content), 1)

    def _conclusion_card(self) -> Card:
        card = Card(self.tr("结论"), self.tr("按数据写好的三句话，可以改"))
        card.add_tool(button(self.tr("重新生成"), "link", slot=self._regenerate))
        card.body.addWidget(self._text)
        return card

    def _sign_card(self) -> Card:
        card = Card(self.tr("签字"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(((self.tr("盘点人"), self._signed), (self.tr("批准人"), self._approved))):
            field.setAccessibleName(name)
            grid.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
        self._decided = label("", "caption", wrap=True)
        card.body.addLayout(grid)
        card.body.addWidget(self._decided)
        card.body.addStretch(1)
        return card

    def _columns(self) -> tuple["Column[Moved]", ...]:
        return (
            text_column("name", self.tr("客户"), _name, 240),
            Column("move", self.tr("上次 → 这次"), self._move, 170, sortable=False),
            text_column("cause", self.tr("原因"), self._cause, 160),
            text_column("amount", self.tr("年采购额"), self._amount, 120, right=True),
            text_column("note", self.tr("备注"), self._note, 200),
        )

    def _move(self, row: "Moved") -> Cell:
        return words.move_cell(self.state.draft.leading, row.before, row.after)

    def _cause(self, row: "Moved") -> str:
        return words.causes(self._causes.get(row.customer_id, ""))

    def _amount(self, row: "Moved") -> str:
        return words.amount(row.net_sales, self.unit)

    def _note(self, row: "Moved") -> str:
        decision = self.state.draft.decisions.get(row.customer_id)
        return decision.note if decision else ""

    def hint(self) -> str:
        return self.tr("存档后这次盘点锁定，不能再改；可以一步撤销，直到下一次盘点存档。")

    def enter(self) -> None:
        draft = self.state.draft
        self._signed.setText(draft.signed_by)
        self._approved.setText(draft.approved_by)
        self._show_text(draft.conclusion)
        self.show_preview()

    def first_field(self) -> QWidget:
        return self._signed

    def show_preview(self) -> None:
        view, basis = self.state.preview, self.state.basis
        if view is None or basis is None:
            return
        if not self.state.draft.conclusion:
            self._regenerate()
        self._model.set_rows(view.moved)
        moved = fill(translate("SignStep", "{0} 位"), len(view.moved)) if view.moved else ""
        self._changes.set_title(self.tr("变化"), moved)
        self._none.setVisible(not view.moved)
        self._table.setVisible(bool(view.moved))
        compared = self.tr("和上次盘点比，没有客户变动。") if view.migration else self.tr("没有可比的上次盘点。")
        self._none.setText(compared)
        self._decided.setText(_decided(self.state.draft, view))
        self._latest.ask(partial(_causes, basis, self.state.draft))

    def _show_text(self, text: str) -> None:
        with QSignalBlocker(self._text):
            self._text.setPlainText(text)

    @Slot(object)
    def _caused(self, causes: dict[int, str]) -> None:
        self._causes = causes
        self._model.set_rows(self._model.rows())

    @Slot()
    def _regenerate(self) -> None:
        from app.services.reviews.conclusion import conclusion

        view, basis = self.state.preview, self.state.basis
        if view is None or basis is None:
            return
        text = conclusion(self.state.draft, view, {number: each.name for number, each in basis.people.items()})
        self._show_text(text)
        self.state.change(replace(self.state.draft, conclusion=text))

    @Slot()
    def _written(self) -> None:
        self.state.change(replace(self.state.draft, conclusion=self._text.toPlainText()))

    @Slot()
    def _to_approved(self) -> None:
        self._approved.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _signing(self, text: str) -> None:
        self.state.change(replace(self.state.draft, signed_by=text.strip()))

    @Slot(str)
    def _approving(self, text: str) -> None:
        self.state.change(replace(self.state.draft, approved_by=text.strip()))


def _causes(basis: "Basis", draft: ReviewDraft, connection: "Connection") -> dict[int, str]:
    from app.services.reviews.replay import move_causes

    return move_causes(connection, basis, draft)


def _decided(draft: ReviewDraft, view: "Preview") -> str:
    """How much was decided one by one; what nobody did is not mentioned."""
    decisions = draft.decisions.values()
    counts = (
        (len(draft.seen), translate("SignStep", "已看 {0} 位")),
        (sum(each.how == "changed" for each in view.settled), translate("SignStep", "改级 {0} 位")),
        (sum(each.pin is not None for each in decisions), translate("SignStep", "手工定级 {0} 位")),
        (sum(bool(each.note) for each in decisions), translate("SignStep", "备注 {0} 条")),
    )
    done = listed(fill(text, count) for count, text in counts if count)
    return translate("SignStep", "{0}。").format(done) if done else translate("SignStep", "没有逐个看，都按规则结果。")


def _name(row: "Moved") -> str:
    return row.name
