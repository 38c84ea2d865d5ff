"""数据检查: what the ledger lacks, by field, salesperson and customer; printed, filled in with Excel, read back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services.checks import Checks, Finding, Shown
from app.services.checks.fields import FIELDS
from app.services.filters import CustomerFilter, Picked
from app.texts import fill
from app.ui import messages, theme
from app.ui.checking.columns import CheckColumns
from app.ui.checking.findings import FindingsCard
from app.ui.customers.amounts import Amounts
from app.ui.frame.window_commands import open_in_system, run
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.tables.copying import Copier
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button, grey
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from app.context import Context
    from app.services.changes import Changes
    from app.services.checks import Customer, FieldGap, PersonGap
    from app.services.progress import WorkContext
    from app.ui.printing.layout import Document
    from app.ui.session import Session
    from app.ui.tables.copying import Read

WAITING, NOTHING, LISTS = range(3)


class ChecksPage(Page):
    """Takes no target; looks through the ledger whenever it is shown and something changed."""

    key: ClassVar[str] = "checks"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._checks: Checks | None = None
        self._shown: Shown | None = None
        self._file_name = ""
        self._asked = Latest(session.compute, self)
        self._asked.answered.connect(self._checked)
        self._columns = CheckColumns(Amounts.of(shell.preferences))
        self.header.show_back()
        self._print = button(self.tr("打印…"), icon="print", slot=self._print_list)
        self._print.setObjectName("checks_print")
        self._read_back = button(self.tr("读回填好的表"), icon="import", slot=self._bring_back)
        self._read_back.setObjectName("checks_read_back")
        self._save = button(self.tr("导出补填表"), "primary", "excel", self._save_workbook)
        self._save.setObjectName("checks_save")
        for each in (self._print, self._read_back, self._save):
            self.header.add(each)
        self.findings = FindingsCard()
        self.findings.asked.connect(self._list_finding)
        self.fields: RowsModel[FieldGap] = RowsModel(self._columns.of_fields(), key=_field_key, parent=self)
        self.people: RowsModel[PersonGap] = RowsModel(self._columns.of_people(), key=_person_key, parent=self)
        self.customers: RowsModel[Customer] = RowsModel(self._columns.of_customers(), key=_customer_key, parent=self)
        self.field_table = self._table("check_fields", self.fields)
        self.person_table = self._table("check_people", self.people)
        self.customer_table = self._table("check_customers", self.customers)
        self._arrange()
        shell.preferences.changed.connect(self._preferences_changed)
        session.past.changed.connect(self._enable)

    # building

    def _table(self, name: str, model: "RowsModel[Any]") -> TableView:
        table = TableView(name)
        table.setProperty("inCard", True)
        table.set_model(model)
        table.header.sort_asked.connect(model.turn_sort)
        return table

    def _arrange(self) -> None:
        self.field_table.rows_selected.connect(self._field_chosen)
        self.person_table.rows_selected.connect(self._person_chosen)
        self.customer_table.activated_row.connect(self._open_customer)
        self._copier = Copier(self.customer_table, self.session.compute, self._to_copy)
        self._copier.said.connect(self.said)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        nothing = EmptyState("check-circle", self.tr("还没有客户"), self.tr("导入一份台账，这里会说还缺什么。"))
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._lists())
        self.body.addWidget(self.findings)
        self.body.addWidget(self._stack, 1)
        self._enable()

    def _lists(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self._groups_card())
        splitter.addWidget(self._customers_card())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.px(560), theme.px(600)])  # what a gap blocks is read whole
        return splitter

    def _groups_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        self._by = Segments((("fields", self.tr("按资料")), ("people", self.tr("按负责人"))))
        self._by.chosen.connect(self._by_chosen)
        row.addWidget(self._by)
        row.addWidget(label(self.tr("点一行，右边列出是谁"), "caption"))
        row.addStretch(1)
        card.body.addLayout(row)
        self._groups = QStackedWidget()
        for table, name in ((self.field_table, self.tr("按资料")), (self.person_table, self.tr("按负责人"))):
            table.setAccessibleName(name)
            self._groups.addWidget(table)
        card.body.addWidget(self._groups, 1)
        card.setMinimumWidth(theme.px(340))
        return card

    def _customers_card(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._whom = Card(" ")
        self._all = button(self.tr("看全部"), "link", slot=self._show_all)
        self._all.setObjectName("checks_all")
        self._in_list = button(self.tr("在客户列表里看"), "link", slot=self._list_shown)
        self._in_list.setObjectName("checks_in_list")
        for each in (self._all, self._in_list):
            self._whom.add_tool(each)
        self.customer_table.setAccessibleName(self.tr("资料不全的客户"))
        actions = self.shell.actions_table
        self.customer_table.addActions([actions.action(each) for each in _MENU if each in actions])
        self.customer_table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._nobody = EmptyState("check-circle", "")
        self._listed = QStackedWidget()
        self._listed.addWidget(self.customer_table)
        self._listed.addWidget(self._nobody)
        self._whom.body.addWidget(self._listed, 1)
        column.addWidget(self._whom)
        return holder

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "tools.check": self._read,
            "file.print": self._print_list,
            "edit.copy": self._copier.copy,
            "edit.copy_with_header": self._copy_with_header,
            "edit.select_all": self.customer_table.selectAll,
        }

    def unavailable(self, command: str) -> str:
        if command == "tools.check":
            return ""
        if command == "file.print":
            return "" if self._checks and self._checks.customers else self.tr("还没有客户")
        return "" if self.customers.rowCount() else self.tr("列表是空的")

    def activate(self, target: object = None) -> None:
        if self._checks is None:
            self._read()

    def refresh(self, changes: "Changes") -> None:
        self._read()

    def take_focus(self) -> None:
        self.field_table.setFocus(Qt.FocusReason.OtherFocusReason)

    # reading and showing

    def _read(self) -> None:
        self._asked.ask(partial(look, self.session.today()))

    @Slot(object)
    def _checked(self, checks: Checks) -> None:
        self._checks = checks
        self.findings.show_findings(checks.findings)
        self._stack.setCurrentIndex(LISTS if checks.customers else NOTHING)
        self.fields.set_rows(sorted(checks.fields, key=_is_filled))
        self.people.set_rows(checks.people)
        self.header.set_subtitle(checks.summary if checks.customers else "")
        self._show(self._again(checks))

    def _again(self, checks: Checks) -> Shown:
        """The same choice as before, of what is known now."""
        before = self._shown
        if before is not None and before.field and checks.missing(before.field):
            return Shown.of_field(checks, before.field)
        return Shown.everybody(checks)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._columns.shown = shown
        self.customers.set_rows(shown.rows)
        self._listed.setCurrentIndex(0 if shown.rows else 1)
        self._nobody.set(*self._why_nobody(shown))
        self._whom.set_title(shown.title, fill(self.tr("{0} 位"), f"{len(shown.rows):,}"))
        self._enable()

    def _why_nobody(self, shown: Shown) -> tuple[str, str]:
        if shown.field:
            return fill(self.tr("没有客户缺{0}"), FIELDS[shown.field].label), ""
        if shown.rows != shown.checks.lacking_something:
            return self.tr("这位负责人的客户没有资料不全的"), ""
        if any(each.whole for each in shown.checks.fields):
            detail = self.tr("缺的几项整本台账都没有。在左边点一行，列出是谁。")
            return self.tr("没有哪位客户比别人缺得多"), detail
        return self.tr("该有的资料都齐了"), ""

    @Slot()
    def _enable(self) -> None:
        from app.services.checks import workbook

        shown = self._shown
        self._print.setEnabled(bool(self._checks and self._checks.customers))
        fillable = shown is not None and workbook.can_fill(shown)
        empty = shown is None or not (shown.field or shown.rows)
        why_not = self.tr("先在左边点一项缺的资料") if empty else self.tr("这里缺的，一张表补不了")
        grey(self._save, "" if fillable else why_not)
        grey(self._read_back, self.session.past.why_not)
        self._all.setVisible(shown is not None and shown.rows != shown.checks.lacking_something)
        self._in_list.setVisible(bool(shown and shown.rows))
        self.commands_changed.emit()

    @Slot(str)
    def _by_chosen(self, which: str) -> None:
        self._groups.setCurrentIndex(1 if which == "people" else 0)

    @Slot()
    def _field_chosen(self) -> None:
        row = self._chosen(self.field_table, self.fields)
        if row is not None and self._checks is not None:
            self._show(Shown.of_field(self._checks, row.key))

    @Slot()
    def _person_chosen(self) -> None:
        row = self._chosen(self.person_table, self.people)
        if row is not None and self._checks is not None:
            self._show(Shown.of_person(self._checks, row.owner))

    @staticmethod
    def _chosen(table: TableView, model: "RowsModel[Any]") -> Any:
        rows = table.selected_rows()
        return model.row_at(rows[0]) if rows else None

    @Slot()
    def _show_all(self) -> None:
        for table in (self.field_table, self.person_table):
            table.clearSelection()
        if self._checks is not None:
            self._show(Shown.everybody(self._checks))

    @Slot(object, object)
    def _preferences_changed(self, _before: object, _now: object) -> None:
        self._columns = CheckColumns(Amounts.of(self.shell.preferences))
        self._columns.shown = self._shown
        self.fields.set_columns(self._columns.of_fields())
        self.people.set_columns(self._columns.of_people())
        self.customers.set_columns(self._columns.of_customers())

    # to the customers

    @Slot(int)
    def _open_customer(self, place: int) -> None:
        row = self.customers.row_at(place)
        if row is not None:
            self.shell.go("customers", row.id)

    @Slot()
    def _list_shown(self) -> None:
        if self._shown is not None:
            self._list(self._shown.title, tuple(row.id for row in self._shown.rows))

    @Slot(object)
    def _list_finding(self, finding: Finding) -> None:
        self._list(finding.title, finding.customers)

    def _list(self, title: str, ids: tuple[int, ...]) -> None:
        self.shell.go("customers", CustomerFilter(picked=Picked(title, ids)))

    def _copy_with_header(self) -> None:
        self._copier.copy(header=True)

    def _to_copy(self, rows: Sequence[int]) -> "Read":
        found = (self.customers.row_at(row) for row in rows)
        return partial(_rows_before, tuple(row for row in found if row is not None))

    # paper and workbook

    @Slot()
    def _print_list(self) -> None:
        if self._shown is None:
            return
        self._file_name = self.tr("数据检查_{0}.pdf").format(self.session.today().isoformat())
        job = self.session.run_free(partial(lay_out_checks, self._shown, self.session.name, datetime.now()))
        self.shell.show_progress(job, self.tr("正在排版"))
        job.then(self._laid_out)

    @Slot(object)
    def _laid_out(self, document: "Document") -> None:
        from app.ui.reporting.print_dialog import PrintDialog

        dialog = PrintDialog(document, self._file_name, self.window())
        run(dialog)
        if dialog.done_text:
            self.shell.toast(dialog.done_text)

    @Slot()
    def _save_workbook(self) -> None:
        """What is shown, so that one field or one salesperson's customers can be handed out by themselves."""
        if self._shown is None:
            return
        name = self.tr("补填表_{0}_{1}.xlsx").format(self.session.name, self.session.today().isoformat())
        file = messages.save_file(self, self.tr("导出补填表"), name, messages.EXCEL)
        if file:
            job = self.session.compute(partial(save, self._shown, Path(file).with_suffix(".xlsx")))
            self.shell.show_progress(job, self.tr("正在导出"))
            job.then(self._was_saved)

    @Slot(object)
    def _was_saved(self, file: Path) -> None:
        text = self.tr("已导出到「{0}」。黄色的格子填好后，点「读回填好的表」。").format(file.name)
        self.shell.toast(text, self.tr("打开"), partial(open_in_system, file))

    @Slot()
    def _bring_back(self) -> None:
        """The workbook, filled in: it is imported as any list of customers."""
        files = messages.open_files(self, self.tr("选择填好的补填表"), messages.SPREADSHEETS)
        if files:
            self.shell.go("importing", tuple(files))


_MENU = ("edit.copy", "edit.copy_with_header")


def _is_filled(row: "FieldGap") -> bool:
    return not row.missing


def _field_key(row: "FieldGap") -> str:
    return row.key


def _person_key(row: "PersonGap") -> str:
    return row.owner


def _customer_key(row: "Customer") -> int:
    return row.id


def look(today: date, context: "Context", work: "WorkContext") -> Checks:
    """For the reading threads: everything the page shows."""
    from app.services import checks, settings

    with context.reading() as connection:
        return checks.check(connection, today, settings.current(connection), work, now=max(today, date.today()))


def save(shown: Shown, target: Path, context: "Context", work: "WorkContext") -> Path:
    from app.services.checks import workbook

    with context.reading() as connection:
        return workbook.write(connection, shown, target, work)


def lay_out_checks(shown: Shown, ledger: str, now: datetime, _work: "WorkContext") -> "Document":
    from app.services.checks.paper import paper
    from app.ui.printing.layout import lay_out

    return lay_out(paper(shown, ledger, now))


def _rows_before(rows: "tuple[Customer, ...]", _context: "Context", _work: "WorkContext") -> "tuple[Customer, ...]":
    return rows
