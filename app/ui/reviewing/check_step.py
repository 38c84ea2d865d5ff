"""Step 2: which schemes this review uses, which one leads, and what is missing for them."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.reviews.draft import Step
from app.services.reviews.own import may_lead
from app.texts import fill, listed, translate
from app.ui import messages, theme
from app.ui.pages.page import Shell
from app.ui.reviewing.offer import offered
from app.ui.reviewing.scheme_list import SchemeList
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.session import Session
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.services.reviews.completeness import FieldCheck


class CheckStep(StepPage):
    """Several schemes side by side, one leads; 流失预警 lies over all of them."""

    step: ClassVar[Step] = Step.CHECK
    with_preview: ClassVar[bool] = True

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        self._schemes = SchemeList()
        self._schemes.chosen.connect(self._chosen)
        self._schemes.led.connect(self._lead_chosen)
        self._schemes.gaps_asked.connect(self._show_gaps)
        self._own: tuple[tuple[str, str], ...] = ()
        self._basis = label("", "caption", wrap=True)
        self._remarks = label("", "warn", wrap=True)
        self._remarks.setObjectName("review_remarks")
        self._remarks.hide()
        self._table = TableView("review_fields")
        self._table.setProperty("inCard", True)
        self._table.activated_row.connect(self._list_missing)
        self._model: RowsModel[FieldCheck] = RowsModel(self._columns(), parent=self)
        self._table.set_model(self._model)
        self._table.header.setStretchLastSection(True)
        self._table.setMinimumHeight(theme.px(240))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._schemes_card())
        layout.addWidget(self._fields_card(), 1)
        self.body.addWidget(scrolled(content), 1)

    def _schemes_card(self) -> Card:
        card = Card(self.tr("用哪些分级方案"), self.tr("可以几个一起看，一个为主"))
        card.body.addWidget(self._schemes)
        card.body.addWidget(label(self.tr("流失预警按每位客户自己的购买节奏算，总是一起看。"), "caption", wrap=True))
        return card

    def _fields_card(self) -> Card:
        card = Card(self.tr("资料齐不齐"), self.tr("双击一行看缺的是谁"))
        mend = button(self.tr("逐户补填…"), "link", slot=self._to_checks)
        mend.setObjectName("review_to_checks")
        card.body.addWidget(self._remarks)
        card.body.addWidget(self._basis)
        card.body.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._table, 1)
        return card

    def _columns(self) -> tuple["Column[FieldCheck]", ...]:
        return (
            text_column("label", self.tr("资料"), _label, 108, sortable=False),
            Column("share", self.tr("有值"), _share, 64, right=True, sortable=False),
            text_column("missing", self.tr("缺"), self._missing, 64, right=True, sortable=False),
            Column("blocks", self.tr("挡住的分级"), self._blocks, 170, sortable=False),
        )

    def _missing(self, row: "FieldCheck") -> str:
        return translate("CheckStep", "{0} 位").format(len(row.missing)) if row.missing else ""

    def _blocks(self, row: "FieldCheck") -> Cell:
        text = listed(translate("CheckStep", "{0} {1} 位").format(*each) for each in row.blocked)
        return Cell(text or None, ink="warn" if text else "text2", tip=text)

    def hint(self) -> str:
        view = self.state.preview
        if view is None or not view.unrated:
            return ""
        text = translate("CheckStep", "{0} 位客户无法评级，补上资料后会自动分级，也可以先继续。")
        return fill(text, len(view.unrated))

    def enter(self) -> None:
        self._show_schemes()
        self.session.read(_own_schemes).then(self._own_read)
        self.session.read(partial(_remarks, self.state.draft.as_of)).then(self._remarked)

    def _show_schemes(self) -> None:
        draft = self.state.draft
        known = {each.id: each.spec.word for each in draft.own} | dict(self._own)
        self._schemes.show_schemes(offered(tuple(known.items())), draft.schemes)

    @Slot(object)
    def _own_read(self, found: tuple[tuple[str, str], ...]) -> None:
        self._own = found
        if self.state.is_open:
            self._show_schemes()

    @Slot(object)
    def _remarked(self, found: tuple[str, ...]) -> None:
        self._remarks.setText("\n".join(found))
        self._remarks.setVisible(bool(found))

    def show_preview(self) -> None:
        from app.services.reviews.completeness import basis_words, completeness
        from app.services.reviews.coverage import coverage

        answer = self.state.answer
        if answer is None:
            return
        found = completeness(answer.basis, answer.preview.classes)
        months = self.state.draft.settings.review_months
        self._basis.setText(basis_words(found.from_lines, found.from_summary, months))
        self._model.set_rows(found.fields)
        self._schemes.show_counts(coverage(answer.preview.classes, self.state.draft.schemes))

    @Slot()
    def _chosen(self) -> None:
        """The leading scheme stays in front; the last one that can lead cannot be taken out."""
        draft, wanted = self.state.draft, self._schemes.wanted
        lead = draft.schemes[0] if draft.schemes[0] in wanted else next(filter(may_lead, wanted), None)
        if lead is not None:
            kept = [scheme for scheme in draft.schemes if scheme in wanted and scheme != lead]
            self._use((lead, *kept, *(each for each in wanted if each != lead and each not in kept)))
        self._show_schemes()

    @Slot(str)
    def _lead_chosen(self, lead: str) -> None:
        self._use((lead, *(scheme for scheme in self.state.draft.schemes if scheme != lead)))
        self._show_schemes()

    @Slot(str)
    def _show_gaps(self, scheme: str) -> None:
        """Who a scheme cannot class, the largest group of them with its reason."""
        from app.services.reviews.coverage import coverage

        view = self.state.preview
        found = coverage(view.classes, (scheme,)) if view is not None else ()
        if found and view is not None:
            left_out = [number for gap in found[0].gaps for number in gap.customers]
            text = translate("CheckStep", "{0}分不出来的客户").format(view.classes[scheme].spec.label)
            why = "\n".join(gap.sentence for gap in found[0].gaps)
            self.list_customers(text, left_out, note=why)

    def _use(self, schemes: tuple[str, ...]) -> None:
        """Decisions name classes of the leading scheme, so they do not outlive it."""
        draft = self.state.draft
        if schemes[0] == draft.schemes[0]:
            self.state.change(replace(draft, schemes=schemes))
        elif not draft.decisions or messages.confirm(
            self,
            self.tr("换主方案会清掉逐个确认里已经做的决定，要换吗？"),
            self.tr("换主方案"),
            danger=True,
        ):
            self.state.change(replace(draft, schemes=schemes, decisions={}, seen=frozenset()))

    @Slot()
    def _to_checks(self) -> None:
        """The draft is kept: 数据检查 lists everybody, prints, and fills gaps with a workbook."""
        self.shell.go("checks")

    @Slot(int)
    def _list_missing(self, row: int) -> None:
        check = self._model.row_at(row)
        if check is not None and check.missing:
            title = translate("CheckStep", "缺{0}").format(check.label)
            self.list_customers(title, check.missing)


def _label(row: "FieldCheck") -> str:
    return row.label


def _share(row: "FieldCheck") -> Cell:
    return Cell(row.share_text(), tip="" if row.asked else translate("CheckStep", "没有客户要填这一项"))


def _own_schemes(connection: "Connection") -> tuple[tuple[str, str], ...]:
    from app.services import own_schemes

    return tuple((each.id, each.word) for each in own_schemes.made(connection))


def _remarks(as_of: "date", connection: "Connection") -> tuple[str, ...]:
    from app.services.checks.remarks import remarks

    return remarks(connection, as_of)
