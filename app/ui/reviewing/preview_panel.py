"""The right half of the wizard: what the rules as they stand would do, recomputed while one types."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.filters import CustomerFilter, Picked
from app.services.migration import ABSENT
from app.texts import fill, translate
from app.ui import theme
from app.ui.pages.page import Shell
from app.ui.reviewing import grids
from app.ui.reviewing.matrix import MatrixView
from app.ui.reviewing.moved_list import MovedList
from app.ui.reviewing.names import show_names
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.tier_bars import TierBars
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.chips import Chip
from app.ui.widgets.labels import ElidedLabel, label, line, set_kind

if TYPE_CHECKING:
    from app.ui.reviewing.state import Answer


class PreviewPanel(Card):
    """The old result stays until the new one is ready; any bar, cell or count lists its customers."""

    def __init__(self, state: DraftState, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(translate("PreviewPanel", "实时预览"), parent=parent)
        self._state, self._shell, self._preferences = state, shell, shell.preferences
        self.setObjectName("review_preview")
        self._fresh = Chip(self.tr("正在计算"), "")
        self._took = ElidedLabel("", "caption")
        self._which = QComboBox()
        self._which.setObjectName("preview_scheme")
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._which.setAccessibleName(self.tr("看哪个方案"))
        self._which.currentIndexChanged.connect(self._scheme_chosen)
        self.add_tool(self._which)
        self.add_tool(self._fresh)
        self.add_tool(self._took)
        self._bars, self._matrix = TierBars(), MatrixView()
        self._bars.clicked.connect(self._list_tier)
        self._matrix.clicked.connect(self._list_cell)
        self._against = label("", "card", wrap=True)
        self._up = button("", "link", slot=self._list_up)
        self._up.setObjectName("preview_up")
        self._down = button("", "link", slot=self._list_down)
        self._down.setObjectName("preview_down")
        self._asked, self._there = label("", "control", wrap=True), label("", "caption")
        self._list_of_moves = MovedList(state, self._preferences)
        self._list_of_moves.all.clicked.connect(self._list_moved)
        self._near = button("", "link", slot=self._list_near)
        self._near.setObjectName("preview_near")
        self._late = button("", "link", slot=self._list_late)
        self._unrated = button("", "link", slot=self._list_unrated)
        self._arrange()
        state.previewed.connect(self.show_preview)
        state.planned.connect(self._show_plan)
        state.changed.connect(self._tell_state)

    def _arrange(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._bars)
        layout.addLayout(_row(self._near, self._late, self._unrated))
        layout.addWidget(line())
        against = QHBoxLayout()
        against.setSpacing(theme.px(12))
        against.addWidget(self._against, 1)
        against.addWidget(self._up)
        against.addWidget(self._down)
        layout.addLayout(against)
        layout.addWidget(self._matrix)
        layout.addWidget(line())
        layout.addLayout(_row(label(self.tr("照此执行的工作量"), "card"), None, self._there))
        layout.addWidget(self._asked)
        layout.addWidget(line())
        layout.addWidget(self._list_of_moves)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content), 1)

    @Slot()
    def show_preview(self) -> None:
        """Put the newest result in."""
        answer, view = self._state.answer, self._state.preview
        if answer is None or view is None:
            return
        self._tell_state()
        text = translate("PreviewPanel", "{0} 位客户 · {1} 秒")
        self._took.setText(fill(text, view.customers, f"{max(answer.seconds, 0.01):.2f}"))
        counts = [(each.class_id, each.customers, each.net_sales) for each in answer.view.tiers]
        self._bars.show_counts(answer.view.scheme, counts, self._preferences.value.money_unit)
        self._show_schemes(answer)
        self._show_lists(answer)
        self._show_moves(answer)

    def _show_schemes(self, answer: "Answer") -> None:
        """The schemes of the draft to look at, the leading one first."""
        draft = self._state.draft
        with QSignalBlocker(self._which):
            self._which.clear()
            for scheme in draft.schemes:
                if scheme in answer.preview.classes.results:
                    self._which.addItem(answer.preview.classes[scheme].spec.label, scheme)
            self._which.setCurrentIndex(max(0, self._which.findData(answer.view.scheme.id)))
        self._which.setVisible(self._which.count() > 1)
        self._which.setMinimumWidth(self._which.sizeHint().width())

    @Slot(int)
    def _scheme_chosen(self, _index: int) -> None:
        self._state.look_at(str(self._which.currentData()))

    def _show_lists(self, answer: "Answer") -> None:
        """差一点 is that of the scheme looked at; where no figures decide there is none."""
        from app.services.workbench.nearness import has_ladders

        view = answer.preview
        self._near.setVisible(has_ladders(answer.view.scheme.id))
        for link, text, count in (
            (self._near, translate("PreviewPanel", "差一点 {0} 位"), len(answer.view.near)),
            (self._late, translate("PreviewPanel", "有风险 {0} 位"), len(view.at_risk)),
            (self._unrated, translate("PreviewPanel", "无法评级 {0} 位"), answer.view.verdict.unrated),
        ):
            link.setText(text.format(count))
            link.setEnabled(bool(count))
        self._unrated.setVisible(bool(answer.view.verdict.unrated))

    def _show_moves(self, answer: "Answer") -> None:
        before, view, moves = answer.basis.before, answer.view, answer.view.migration
        comparable = before is not None and moves is not None
        for each in (self._matrix, self._up, self._down):
            each.setVisible(comparable)
        self._list_of_moves.show_moves(view, comparable=comparable)
        if before is None or moves is None:
            self._matrix.set_grid(None)
            first = self.tr("没有可比的上次盘点，这次存档后下次就能比较。")
            other = self.tr("上次盘点没有按这个方案分，不能逐级比较。")
            self._against.setText(other if before is not None else first)
            return
        self._against.setText(translate("PreviewPanel", "与上次盘点（{0}）相比").format(before.name))
        for link, text, count in (
            (self._up, translate("PreviewPanel", "{0} 位升级"), moves.upgraded),
            (self._down, translate("PreviewPanel", "{0} 位降级"), moves.downgraded),
        ):
            link.setText(text.format(count))
            link.setEnabled(bool(count))
        self._matrix.set_grid(grids.by_count(view.scheme, moves))

    @Slot()
    def _show_plan(self) -> None:
        plan = self._state.plan
        if plan is not None:
            self._asked.setText(plan.asked())
            self._there.setText(plan.there())
            set_kind(self._there, "warn" if plan.work.over else "caption")

    @Slot()
    def _tell_state(self) -> None:
        if self._state.settled:
            self._fresh.set(self.tr("已按当前规则重新计算"), "green")
        else:
            self._fresh.set(self.tr("正在计算"), "")

    # who stands behind it

    @Slot(str)
    def _list_tier(self, key: str) -> None:
        answer = self._state.answer
        if answer is not None:
            self._list(answer.view.scheme.label_of(key or None), answer.view.verdict.ids_of(key or None))

    @Slot(str, str)
    def _list_cell(self, before: str, after: str) -> None:
        answer = self._state.answer
        if answer is None or answer.view.before is None:
            return
        then, now = answer.view.before, answer.view.finals
        ids = [n for n in {**then, **now} if (then.get(n, ABSENT), now.get(n, ABSENT)) == (before, after)]
        words = [answer.view.scheme.label_of(None if key == ABSENT else key) for key in (before, after)]
        self._list(" → ".join(words), ids)

    @Slot()
    def _list_moved(self) -> None:
        answer = self._state.answer
        if answer is not None:
            self._list(self.tr("变化的客户"), [each.customer_id for each in answer.view.moved])

    @Slot()
    def _list_up(self) -> None:
        self._list_way("up", self.tr("升级"))

    @Slot()
    def _list_down(self) -> None:
        self._list_way("down", self.tr("降级"))

    def _list_way(self, way: str, title: str) -> None:
        answer = self._state.answer
        if answer is not None:
            self._list(title, [each.customer_id for each in answer.view.moved if each.direction == way])

    @Slot()
    def _list_near(self) -> None:
        answer = self._state.answer
        if answer is not None:
            self._list(self.tr("差一点"), answer.view.near)

    @Slot()
    def _list_late(self) -> None:
        view = self._state.preview
        self._list(self.tr("有风险"), view.at_risk if view else ())

    @Slot()
    def _list_unrated(self) -> None:
        answer = self._state.answer
        if answer is not None:
            self._list(self.tr("无法评级"), answer.view.verdict.ids_of(None))

    def _list(self, title: str, ids: Iterable[int]) -> None:
        numbers = tuple(ids)
        rows = self._state.named(numbers, self._preferences.value.money_unit)
        show_names(title, rows, self.window(), go=partial(self._to_customers, title, numbers))

    def _to_customers(self, title: str, ids: tuple[int, ...]) -> None:
        self._shell.go("customers", CustomerFilter(picked=Picked(title, ids)))


def _row(*parts: QWidget | Button | None) -> QHBoxLayout:
    """Widgets side by side; None is the room between left and right."""
    layout = QHBoxLayout()
    layout.setSpacing(theme.px(12))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    if None not in parts:
        layout.addStretch(1)
    return layout
