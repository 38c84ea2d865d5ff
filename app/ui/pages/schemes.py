"""分级方案: every scheme with its result as of today, what it rests on, and who is nearly something else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.fields import list_field
from app.services.filters import EVERYBODY, CustomerFilter, Picked
from app.services.schemes import POTENTIAL_LOYALTY, Scheme
from app.services.setting_change import ChangeSettings
from app.services.workbench import catalogue
from app.texts import fill, named, translate
from app.ui import theme
from app.ui.charts.card import ChartCard
from app.ui.customers.amounts import Amounts
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.schemes import reading
from app.ui.schemes.class_card import ClassCard
from app.ui.schemes.measure_card import DetailsCard, LinesCard, MeasureView
from app.ui.schemes.own_desk import OwnDesk
from app.ui.schemes.reading import SchemesTarget
from app.ui.schemes.settings_card import SettingsCard, has_settings
from app.ui.schemes.shelf_list import ShelfList
from app.ui.schemes.side_cards import GapsCard, NearCard, PersonCard
from app.ui.session import Session
from app.ui.widgets.cards import scrolled
from app.ui.widgets.labels import label
from app.ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.settings import MethodSettings
    from app.services.workbench.looking import Bench, Looked
    from app.services.workbench.measured import Measured
    from app.services.workbench.pictures.view import ChartView
    from app.ui.schemes.reading import Shown

LIST_WIDTH, SIDE_WIDTH = 168, 356
TWO_COLUMNS_FROM = 1240
LASTS = 400  # ms after which it is told that something is being computed
FIRST = "value"


class SchemesPage(Page):
    """Target: a SchemesTarget, or the identifier of a scheme."""

    key: ClassVar[str] = "schemes"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._scheme = FIRST
        self._bench: Bench | None = None
        self.looked: Looked | None = None
        self.measured: Measured | None = None
        self.shown = ""  # the scheme that is seen
        self._tried: MethodSettings | None = None  # typed, not applied
        self._amounts = Amounts.of(shell.preferences)
        self._benches = Latest(session.read, self)
        self._benches.answered.connect(self._prepared)
        self._looks = Latest(session.read, self)
        self._looks.answered.connect(self._show_looked)
        self._lasting = QTimer(self)  # what is quick shows itself before anybody could read that it is computed
        self._lasting.setSingleShot(True)
        self._lasting.setInterval(LASTS)
        self._lasting.timeout.connect(self._tell_lasting)
        self.list = ShelfList()
        self.list.setFixedWidth(theme.px(LIST_WIDTH))
        self.list.chosen.connect(self._choose)
        self.list.show_shelves(catalogue.shelves(), self._scheme)
        self.classes = ClassCard(self._amounts)
        self.gaps, self.near, self.person = GapsCard(), NearCard(), PersonCard(session)
        self.settings: SettingsCard | None = None
        self._about = label("", "body", wrap=True)
        self._about.setObjectName("scheme_about")
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        self.header.show_back()
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, theme.px(4), 0)
        outer.setSpacing(theme.px(12))
        outer.addWidget(self._about)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(12))
        self._main, self._side = QVBoxLayout(), QVBoxLayout()
        self._side_box = QWidget()
        self._side_box.setLayout(self._side)
        for column in (self._main, self._side):
            column.setSpacing(theme.px(12))
            column.setContentsMargins(0, 0, 0, 0)
        self.charts: list[ChartCard] = []
        self.measure, self.lines, self.details = MeasureView(), LinesCard(), DetailsCard()
        self._main.addWidget(self.classes)
        self._wide = QVBoxLayout()  # for settings that need the room
        self._main.addLayout(self._wide)
        self._main.addWidget(self.measure)
        self._main.addWidget(self.lines)
        self._main.addStretch(1)
        for card in (self.person, self.near, self.gaps, self.details):
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self._side_box)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.list)
        self._stack = QStackedWidget()
        self._area = scrolled(content)
        self._stack.addWidget(self._area)
        self.own = OwnDesk(self.session, self.shell, self._stack, self.header)
        self.own.saved.connect(self._own_saved)
        self.own.turned.connect(self._turned)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)

    def _wire(self) -> None:
        self.header.back.connect(self.shell.go_back)
        self.classes.picked.connect(self._list_class)
        self.gaps.picked.connect(self._list_ids)
        self.near.picked.connect(self.person.show_customer)
        self.lines.picked.connect(self._line_picked)
        self.measure.picked.connect(self._list_ids)
        self.near.all_picked.connect(self._list_near)
        self.person.opened.connect(self._open_customer)
        self.shell.preferences.changed.connect(self._preferences_changed)

    # what the window asks of a page

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"review.schemes": self.take_focus}

    def activate(self, target: object = None) -> None:
        wanted = SchemesTarget(target) if isinstance(target, str) else target
        if isinstance(wanted, SchemesTarget):
            self._scheme = wanted.scheme or self._scheme
            if wanted.customer is not None:
                self.person.customer = wanted.customer
        if self._bench is None or self._bench.facts.as_of != self.session.today():
            self._read()
        else:
            self._look()

    def refresh(self, changes: "Changes") -> None:
        self._bench = None
        if self.isVisible() and not self.editing:
            self._read()

    def carried(self) -> object:
        return SchemesTarget(self._scheme, self.person.customer)

    def take_focus(self) -> None:
        self.list.setFocus()

    def can_leave(self) -> bool:
        return self.own.may_leave()

    # reading

    def _read(self) -> None:
        self._benches.ask(partial(reading.prepare, self.session.today()))

    @Slot(object)
    def _prepared(self, bench: "Bench") -> None:
        from app.services.workbench import looking

        self._bench = bench
        shelves = catalogue.shelves(looking.entries(bench))
        if not any(each.id == self._scheme for shelf in shelves for each in shelf.entries):
            self._scheme = FIRST
        self.list.show_shelves(shelves, self._scheme)
        self._look()

    @Slot(str)
    def _choose(self, scheme: str) -> None:
        if not self.can_leave():
            self.list.show_current(self._scheme)
        elif scheme != self._scheme:
            self._scheme, self._tried = scheme, None
            self._look()

    def _look(self) -> None:
        """Look at the chosen scheme under what is in force or is being tried out."""
        if self._bench is None:
            return
        self.list.show_current(self._scheme)
        settings = self._tried or self._bench.settings
        self._lasting.start()
        unit = str(self.shell.preferences.value.money_unit)
        self._looks.ask(partial(reading.look, self._bench, self._scheme, settings, unit))

    @Slot()
    def _tell_lasting(self) -> None:
        if not self.editing:
            self.header.set_subtitle(self.tr("正在计算…"))

    @Slot(object)
    def _show_looked(self, shown: "Shown") -> None:
        self._lasting.stop()
        if shown.scheme != self.shown:
            self._area.verticalScrollBar().setValue(0)
        self.looked, self.measured, self.shown = shown.looked, shown.measured, shown.scheme
        self.own.show_scheme(shown.bench, shown.scheme)
        self._show_charts(shown.charts)
        for each in (self.classes, self.gaps, self.near):
            each.setVisible(shown.looked is not None)
        for other in (self.measure, self.lines, self.details):
            other.setVisible(shown.measured is not None)
        self.person.setVisible(shown.explainer is not None)
        if shown.explainer is not None:
            self.person.explain_by(shown.explainer, shown.looked.scheme if shown.looked is not None else None)
        if shown.looked is not None:
            self._show_classes(shown.looked)
        elif shown.measured is not None:
            self._show_measured(shown.measured)
        cards = (self.settings, self.person, self.near, self.gaps, self.details)
        self._side_box.setVisible(any(card is not None and not card.isHidden() for card in cards))
        follow_layout(self)  # charts and settings come and go

    def _show_classes(self, looked: "Looked") -> None:
        self.header.set_subtitle(looked.scheme.label)
        self._about.setText(looked.about)
        self.classes.show_looked(looked, self._amounts)
        self.gaps.show_gaps(looked.gaps)
        self.near.show_near(looked.near)
        self._show_settings(looked.scheme, looked.settings, looked.bench.version)
        rated = sum(each.customers for each in looked.lines if each.class_id is not None)
        told = self.tr("{0}：已分级 {1} 位") if rated else self.tr("{0}：没有客户能分级")
        self.said.emit(fill(told, looked.scheme.label, f"{rated:,}"))

    # one's own schemes

    @property
    def editing(self) -> bool:
        """Whether one's own scheme is being made."""
        return self.own.editing

    @Slot(str)
    def _own_saved(self, scheme: str) -> None:
        self._scheme = scheme

    @Slot()
    def _turned(self) -> None:
        """The editor needs the room of the list."""
        self.list.setVisible(not self.editing)
        if self.editing:
            self.header.set_subtitle(self.own.word)
            self.said.emit("")
        else:
            self._read()

    def _show_measured(self, measured: "Measured") -> None:
        self.header.set_subtitle(measured.label)
        self._about.setText(measured.about)
        self.measure.show_measured(measured)
        self.lines.show_measured(measured)
        self.details.show_details(measured.details)
        if self._bench is not None:
            scheme = Scheme(measured.scheme, measured.label, ())
            self._show_settings(scheme, self._tried or self._bench.settings, self._bench.version)
        self.said.emit(measured.verdict)

    def _show_charts(self, views: "Sequence[ChartView]") -> None:
        """As many cards as there are charts; those that are there already only get other figures."""
        while len(self.charts) < len(views):
            card = ChartCard(self.session.run_free)
            card.picked.connect(self._list_ids)
            card.moved.connect(self._line_moved)
            self._main.insertWidget(4 + len(self.charts), card)
            self.charts.append(card)
        for place, card in enumerate(self.charts):
            card.setVisible(place < len(views))
            if place < len(views):
                card.show_view(views[place])

    # settings

    def _show_settings(self, scheme: Scheme, settings: "MethodSettings", version: int | None) -> None:
        if self.settings is None or self.settings.scheme != scheme.id:
            self._change_settings_card(scheme)
        if self.settings is not None:
            if self._tried is None:
                self.settings.show_settings(settings)
            self.settings.show_version(version, "" if scheme.classes else self.tr("怎么算"))
            self.settings.show_trying(self._tried is not None, self.session.past.why_not)

    def _change_settings_card(self, scheme: Scheme) -> None:
        if self.settings is not None:
            self.settings.hide()
            self.settings.deleteLater()
            self.settings = None
        if has_settings(scheme.id):
            self.settings = SettingsCard(scheme)
            self.settings.tried.connect(self._try)
            self.settings.applied.connect(self._apply)
            self.settings.restored.connect(self._restore)
            column = self._wide if scheme.id == POTENTIAL_LOYALTY.id else self._side
            column.insertWidget(0, self.settings)

    @Slot()
    def _try(self) -> None:
        if self.settings is not None and self._bench is not None:
            wanted = self.settings.settings
            self._tried = None if wanted == self._bench.settings else wanted
            self._look()

    @Slot(object)
    def _line_moved(self, texts: dict[str, str]) -> None:
        """A threshold dragged on a chart is tried out like one that is typed."""
        if self.settings is not None:
            self._looks.drop()
            self.settings.take(texts)

    @Slot()
    def _apply(self) -> None:
        if self._tried is not None:
            wanted, self._tried = self._tried, None
            self.session.perform(ChangeSettings(wanted), initiator=self).then(self._applied)

    @Slot(object)
    def _applied(self, _changes: object) -> None:
        self.shell.toast_undo(self.tr("已按新规则分级。"))

    @Slot()
    def _restore(self) -> None:
        self._tried = None
        self._look()

    # who stands behind it

    @Slot(str)
    def _list_class(self, class_id: str) -> None:
        if self.looked is None:
            return
        field = list_field(self.looked.scheme.id)
        if field and self._tried is None and not self.own.editing:  # a filter that follows the ledger
            self.shell.go("customers", EVERYBODY.with_values(field, [class_id]))
            return
        found = self.looked.scheme.find(class_id)
        word = found.label if found else translate("Schemes", "未分级")
        self._list_ids(word, self.looked.ids_of(class_id or None))

    @Slot()
    def _list_near(self) -> None:
        if self.looked is not None:
            self._list_ids(self.tr("差一点"), tuple(each.customer_id for each in self.looked.near))

    @Slot(str, object)
    def _list_ids(self, words: str, ids: tuple[int, ...]) -> None:
        shown = self.looked.scheme.label if self.looked is not None else self.measured.label if self.measured else ""
        if shown:
            title = named(shown, words)
            self.shell.go("customers", CustomerFilter(picked=Picked(title, ids)))

    @Slot(int)
    def _line_picked(self, number: int) -> None:
        """Explained where there is something to explain, else shown."""
        if self.person.isHidden():
            self._open_customer(number)
        else:
            self.person.show_customer(number)

    @Slot(int)
    def _open_customer(self, number: int) -> None:
        self.shell.go("customers", number)

    # look

    @Slot(object, object)
    def _preferences_changed(self, _before: object, _now: object) -> None:
        self._amounts = Amounts.of(self.shell.preferences)
        if self.looked is not None:
            self.classes.show_looked(self.looked, self._amounts)
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for text, else one below the other."""
        super().resizeEvent(event)
        wide = self.width() * 100 // theme.look().size >= TWO_COLUMNS_FROM - LIST_WIDTH
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        if wide:
            self._side_box.setFixedWidth(theme.px(SIDE_WIDTH))
        else:
            self._side_box.setMinimumWidth(0)
            self._side_box.setMaximumWidth(16_777_215)
