"""过程指标: how the work with customers goes, by tier and by person, what is bought together, what tiers share."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.fields import value_label
from app.services.figures import format_number
from app.services.filters import CustomerFilter, Picked
from app.services.performance.basket import Basket
from app.services.performance.measure import Group, Performance
from app.services.performance.traits import Trait
from app.texts import fill, named
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.performing.columns import GroupColumns, group_name, trait_name
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar, Card, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from app.context import Context
    from app.services.changes import Changes
    from app.services.progress import WorkContext
    from app.ui.session import Session

WAITING, NOTHING, FIGURES = range(3)


class PerformancePage(Page):
    """Takes no target; measures whenever it is shown and something changed."""

    key: ClassVar[str] = "performance"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._found: Performance | None = None
        self._asked = Latest(session.compute, self)
        self._asked.answered.connect(self._measured)
        self._columns = GroupColumns(Amounts.of(shell.preferences))
        self.header.show_back()
        self._by = Segments((("tiers", self.tr("按分级")), ("people", self.tr("按负责人"))))
        self._by.chosen.connect(self._show_groups)
        self.header.add(self._by)
        self.groups: RowsModel[Group] = RowsModel(self._columns.of_groups(), key=_group_key, parent=self)
        self.baskets: RowsModel[Basket] = RowsModel(self._columns.of_baskets(), key=_basket_key, parent=self)
        self.traits: RowsModel[Trait] = RowsModel(self._columns.of_traits(), key=_trait_key, parent=self)
        self.group_table = self._table("performance_groups", self.groups, self.tr("过程指标"), frozen=True)
        self.basket_table = self._table("performance_baskets", self.baskets, self.tr("一起买"))
        self.trait_table = self._table("performance_traits", self.traits, self.tr("共性"))
        self.basket_table.activated_row.connect(self._list_basket)
        self.group_table.cell_opened.connect(self._list_group)
        self.basket_table.cell_opened.connect(self._list_of_basket)
        self.trait_table.cell_opened.connect(self._list_trait)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        nothing = EmptyState("trend", self.tr("还没有可以算的"), self.tr("导入订单、记下跟进以后，这里会有数。"))
        self._stack.addWidget(nothing)
        self._stack.addWidget(scrolled(self._content()))
        self.body.addWidget(self._stack, 1)
        shell.preferences.changed.connect(self._preferences_changed)

    # building

    def _table(self, name: str, model: "RowsModel[Any]", spoken: str, *, frozen: bool = False) -> TableView:
        table = TableView(name)
        table.setProperty("inCard", True)
        table.setAccessibleName(spoken)
        table.set_model(model, frozen=frozen)
        table.header.sort_asked.connect(model.turn_sort)
        return table

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(12))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.px(6))
        column.addLayout(self._notes)
        groups = Card()
        groups.body.addWidget(self.group_table)
        self.group_table.setMinimumHeight(theme.px(260))
        column.addWidget(groups, 2)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        pairs = Card(self.tr("一起买"), self.tr("双击列出还没买的客户"))
        self._no_pairs = label(self.tr("没有明显一起买的东西，或者订单里没有品名。"), "secondary", wrap=True)
        self._no_pairs.setAlignment(Qt.AlignmentFlag.AlignTop)
        pairs.body.addWidget(self._no_pairs, 1)
        pairs.body.addWidget(self.basket_table)
        common = Card(self.tr("共性"), self.tr("这一级明显和别人不同的地方"))
        self._no_traits = label(self.tr("没有哪一级明显和别人不同。"), "secondary", wrap=True)
        self._no_traits.setAlignment(Qt.AlignmentFlag.AlignTop)
        common.body.addWidget(self._no_traits, 1)
        common.body.addWidget(self.trait_table)
        for card, table in ((pairs, self.basket_table), (common, self.trait_table)):
            table.setMinimumHeight(theme.px(220))
            row.addWidget(card, 1)
        column.addLayout(row, 1)
        return content

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"review.performance": self._read}

    def activate(self, target: object = None) -> None:
        if self._found is None:
            self._read()

    def refresh(self, changes: "Changes") -> None:
        self._read()

    def take_focus(self) -> None:
        self.group_table.setFocus(Qt.FocusReason.OtherFocusReason)

    # reading and showing

    def _read(self) -> None:
        self._asked.ask(partial(look, self.session.today()))

    @Slot(object)
    def _measured(self, found: Performance) -> None:
        self._found = found
        span = self.tr("{0} 至 {1}").format(found.start.isoformat(), found.as_of.isoformat())
        self.header.set_subtitle(span)
        self._stack.setCurrentIndex(FIGURES if found.total.customers else NOTHING)
        self._show_groups()
        self.baskets.set_rows(found.baskets)
        self.basket_table.setVisible(bool(found.baskets))
        self._no_pairs.setVisible(not found.baskets)
        self.traits.set_rows(found.traits)
        self.trait_table.setVisible(bool(found.traits))
        self._no_traits.setVisible(not found.traits)
        self._show_notes(found)

    @Slot()
    def _show_groups(self) -> None:
        found = self._found
        if found is not None:
            rows = found.people if self._by.current == "people" else found.tiers
            self.groups.set_rows((found.total, *rows))

    def _show_notes(self, found: Performance) -> None:
        empty(self._notes)
        for sentence in self._heavy(found):
            self._notes.addWidget(Bar("warn", sentence))
        if found.dear:
            bar = Bar("warn", fill(self.tr("{0} 位客户获客贵、利润薄。"), f"{len(found.dear):,}"))
            bar.setObjectName("dear_bar")
            bar.add_button(self.tr("看是谁"), self._list_dear)
            self._notes.addWidget(bar)
        new, givers = found.referred
        if new:
            text = fill(self.tr("A 级客户 {0} 位，介绍来 {1} 位新客户。"), f"{len(givers):,}", f"{len(new):,}")
            bar = Bar("info", text)
            bar.setObjectName("referred_bar")
            bar.add_button(self.tr("看 A 级客户"), self._list_givers)
            bar.add_button(self.tr("看新客户"), self._list_referred)
            self._notes.addWidget(bar)

    def _heavy(self, found: Performance) -> list[str]:
        words = self.tr("「{0}」花的工时是它带来采购额的 {1} 倍（按占比），可以改成电话或少去几次。")
        heavy = [each for each in found.tiers if each.heavy and each.balance is not None]
        return [words.format(value_label("tier", each.key), format_number(each.balance or 0, 1)) for each in heavy]

    @Slot(object, object)
    def _preferences_changed(self, _before: object, _now: object) -> None:
        self._columns = GroupColumns(Amounts.of(self.shell.preferences))
        self.groups.set_columns(self._columns.of_groups())
        self.baskets.set_columns(self._columns.of_baskets())
        self.traits.set_columns(self._columns.of_traits())

    # to the customers

    @Slot(int)
    def _list_basket(self, place: int) -> None:
        row = self.baskets.row_at(place)
        if row is not None and row.customers:
            self._list(self.tr("买了{0}、还没买{1}").format(row.has, row.lacks), row.customers)

    @Slot(int, str)
    def _list_group(self, place: int, figure: str) -> None:
        row = self.groups.row_at(place)
        if row is not None:
            heading = str(self.groups.columns[self.groups.number_of(figure)].title)
            self._list(named(group_name(row), heading), row.people(figure))

    @Slot(int, str)
    def _list_of_basket(self, place: int, figure: str) -> None:
        row = self.baskets.row_at(place)
        if row is not None and figure == "both":
            self._list(self.tr("{0}和{1}都买").format(row.has, row.lacks), row.buyers)
        else:
            self._list_basket(place)

    @Slot(int, str)
    def _list_trait(self, place: int, figure: str) -> None:
        row = self.traits.row_at(place)
        if row is not None:
            inside = figure == "inside"
            side = value_label("tier", row.tier) if inside else self.tr("其他客户")
            self._list(named(side, trait_name(row)), row.people[0 if inside else 1])

    @Slot()
    def _list_givers(self) -> None:
        if self._found is not None:
            self._list(self.tr("期初的 A 级客户"), self._found.referred[1])

    @Slot()
    def _list_referred(self) -> None:
        if self._found is not None:
            self._list(self.tr("A 级客户介绍来的"), self._found.referred[0])

    @Slot()
    def _list_dear(self) -> None:
        if self._found is not None:
            self._list(self.tr("获客贵、利润薄"), self._found.dear)

    def _list(self, title: str, ids: tuple[int, ...]) -> None:
        self.shell.go("customers", CustomerFilter(picked=Picked(title, ids)))


def _group_key(row: Group) -> tuple[str, str]:
    return row.kind, row.key


def _basket_key(row: Basket) -> tuple[str, str]:
    return row.has, row.lacks


def _trait_key(row: Trait) -> tuple[str, str, str]:
    return row.tier, row.key, row.value


def look(today: date, context: "Context", work: "WorkContext") -> Performance:
    """For the reading threads: everything the page shows."""
    from app.services import settings
    from app.services.performance.measure import measure

    with context.reading() as connection:
        return measure(connection, today, settings.current(connection), work)
