"""分级有效性: whether the tiers of a quarter ago foretold anything, which scheme and dimension still separates."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from app.services.figures import format_percent, format_ratio
from app.services.filters import CustomerFilter, Picked
from app.texts import fill, listed, named, sentences, together, translate
from app.ui import theme
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.tables.columns import Cell, Column, number_column, people_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, BarKind, Card, scrolled
from app.ui.widgets.labels import label
from app.ui.widgets.people import PeopleLinks

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.changes import Changes
    from app.services.progress import WorkContext
    from app.services.quarterly import Judged, Quarter
    from app.services.reports.quarter import Check
    from app.ui.printing.layout import Document
    from app.ui.session import Session

FIGURES = {"failing": "small"}  # what a column counts, where it is not called so
INKS = {"good": "ok", "bad": "warn", "": "text2"}
ROW, HEAD = 36, 38  # px at 100 %


class EffectivenessPage(Page):
    """Everything is computed off the GUI thread; nothing here changes a rule."""

    key: ClassVar[str] = "effectiveness"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self.quarter: Quarter | None = None
        self.header.show_back()
        self._day = QDateEdit()
        self._day.setObjectName("effectiveness_day")
        self._day.setAccessibleName(self.tr("截至"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.dateChanged.connect(self._day_chosen)
        self._print = button(self.tr("打印…"), "primary", "print", self._print_sheet)
        self._print.setObjectName("effectiveness_print")
        self._print.setEnabled(False)
        self.header.add(label(self.tr("截至"), "label"))
        self.header.add(self._day)
        self.header.add(self._print)
        self._latest = Latest(session.compute, self)
        self._latest.answered.connect(self._answered)
        self._verdict = Bar("info", self.tr("正在回看这个季度…"))
        self._verdict.setObjectName("effectiveness_verdict")
        self._origin = label("", "caption", wrap=True)
        self._suggested = Card(self.tr("建议"), self.tr("程序只提建议，不会自己改规则"))
        self._said = label("", "body", wrap=True, selectable=True)
        self._said.setObjectName("effectiveness_suggestions")
        self._suggested.body.addWidget(self._said)
        self._checks: RowsModel[Check] = RowsModel(self._check_columns(), parent=self)
        self._schemes: RowsModel[Judged] = RowsModel(_judged_columns(self.tr("方案")), parent=self)
        self._dimensions: RowsModel[Judged] = RowsModel(_judged_columns(self.tr("维度")), parent=self)
        self._tables = [
            self._table("effectiveness_checks", self.tr("价值分级的五项检查"), self._checks),
            self._table("effectiveness_schemes", self.tr("各个方案"), self._schemes),
            self._table("effectiveness_dimensions", self.tr("各个维度"), self._dimensions),
        ]
        self._tables[0].activated_row.connect(self._list_customers)
        self._people = PeopleLinks()
        self._people.setObjectName("effectiveness_people")
        self._people.picked.connect(self._list)
        self._tables[1].cell_opened.connect(self._list_of_scheme)
        self._tables[2].cell_opened.connect(self._list_of_dimension)
        self._tags = label("", "body", wrap=True, selectable=True)
        self._tags.setObjectName("effectiveness_tags")
        self._told = QWidget()  # all there is to read; nothing of it where nobody bought yet
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._verdict)
        layout.addWidget(self._told, 1)
        layout.addStretch(0)
        self.body.addWidget(scrolled(content), 1)
        layout = QVBoxLayout(self._told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._origin)
        layout.addWidget(self._suggested)
        hints = (
            self.tr("数的是哪些客户，点下面的人数"),
            self.tr("ω² 是季初的档能解释多少采购差别：0.14 以上强，0.06 以上中，再低就分不出谁买得多"),
            self.tr("标签没有留下历史，按现在的算"),
        )
        for table, hint in zip(self._tables, hints, strict=True):
            card = Card(table.accessibleName(), hint)
            card.body.addWidget(table)
            if table is self._tables[0]:
                card.body.addWidget(self._people)
            layout.addWidget(card)
        tags = Card(self.tr("很少用的标签"))
        tags.body.addWidget(self._tags)
        layout.addWidget(tags)
        layout.addStretch(1)

    @staticmethod
    def _table(name: str, title: str, model: "RowsModel[Check] | RowsModel[Judged]") -> TableView:
        table = TableView(name)
        table.setAccessibleName(title)
        table.setProperty("inCard", True)
        table.set_model(model)
        table.header.setStretchLastSection(True)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _check_columns(self) -> "tuple[Column[Check], ...]":
        return (
            text_column("name", self.tr("检查"), _check_name, 166, sortable=False),
            Column("verdict", self.tr("判断"), _check_verdict, 84, sortable=False),
            Column("found", self.tr("结果"), _check_found, 360, sortable=False, stretch=True),
            Column("expected", self.tr("标准"), _check_expected, 226, sortable=False),
        )

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"review.effectiveness": self._read, "file.print": self._print_sheet}

    def unavailable(self, command: str) -> str:
        if command == "file.print" and not self._print.isEnabled():
            return self.tr("还没有算完") if self.quarter is None else self.tr("没有可以打印的")
        return ""

    def activate(self, target: object = None) -> None:
        if self.quarter is None:
            self.session.read(partial(_proposed, self.session.today())).then(self._proposed)

    def take_focus(self) -> None:
        self._tables[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: "Changes") -> None:
        if self.quarter is not None and (changes.many or changes.lines or changes.tags or changes.settings):
            self._read()

    # reading

    @Slot(object)
    def _proposed(self, day: date) -> None:
        with QSignalBlocker(self._day):
            self._day.setMaximumDate(QDate.currentDate())
            self._day.setDate(QDate(day.year, day.month, day.day))
        self._read()

    @Slot(QDate)
    def _day_chosen(self, _day: QDate) -> None:
        self._read()

    @Slot()
    def _read(self) -> None:
        job = self._latest.ask(partial(_look_back, date(*self._day.date().getDate())))
        self.shell.show_progress(job, self.tr("正在回看这个季度"))

    @Slot(object)
    def _answered(self, quarter: "Quarter") -> None:
        from app.services.reports import quarter as sheet

        self.quarter = quarter
        value, checks = quarter.value, sheet.checks(quarter)
        failing = any(each.verdict in sheet.BAD for each in checks)
        open_ = value.alike or (value.log_sales is None and not failing)  # nothing to judge by
        kind: BarKind = "info" if open_ else "warn" if failing else "ok"
        self._verdict.set(kind, sheet.summary(quarter))
        self._told.setVisible(bool(checks))
        period = translate("Effectiveness", "看 {0} 到 {1} 这个季度。").format(value.since, value.until)
        self._origin.setText(together(period, sheet.origin(quarter)))
        told = sheet.suggestions(quarter)
        self._said.setText("\n".join(told) or self.tr("没有要改的。"))
        self._checks.set_rows(checks)
        self._people.show_groups([(each.name, each.groups) for each in checks])
        self._schemes.set_rows(quarter.schemes)
        self._dimensions.set_rows(quarter.dimensions)
        for table in self._tables:
            table.setFixedHeight(theme.px(HEAD + ROW * max(1, table.model().rowCount()) + 4))
        self._tags.setText(self._tag_words(quarter))
        self._print.setEnabled(bool(checks))
        self.commands_changed.emit()
        self.said.emit(sheet.summary(quarter))

    def _tag_words(self, quarter: "Quarter") -> str:
        from app.services.reports.quarter import tags_named

        unused = [each for each in quarter.tags if not each.uses]
        rare = [each for each in quarter.tags if each.uses]
        parts = []
        if unused:
            parts.append(fill(translate("Effectiveness", "{0} 个没有客户：{1}"), len(unused), tags_named(unused)))
        if rare:
            parts.append(fill(translate("Effectiveness", "{0} 个不到 3 位客户：{1}"), len(rare), tags_named(rare)))
        return sentences(parts) or self.tr("每个标签都有 3 位以上的客户。")

    # acting

    @Slot(int)
    def _list_customers(self, row: int) -> None:
        """The first group of a check is the one it is about."""
        check = self._checks.row_at(row)
        if check is not None and check.groups:
            self._list(*check.groups[0])

    @Slot(int, str)
    def _list_of_scheme(self, row: int, figure: str) -> None:
        self._list_judged(self._schemes, row, figure)

    @Slot(int, str)
    def _list_of_dimension(self, row: int, figure: str) -> None:
        self._list_judged(self._dimensions, row, figure)

    def _list_judged(self, model: "RowsModel[Judged]", row: int, figure: str) -> None:
        judged = model.row_at(row)
        if judged is not None:
            heading = str(model.columns[model.number_of(figure)].title)
            self._list(named(judged.label, heading), judged.standing.behind(FIGURES.get(figure, figure)))

    @Slot(str, object)
    def _list(self, words: str, ids: tuple[int, ...]) -> None:
        if ids:
            self.shell.go("customers", CustomerFilter(picked=Picked(words, ids)))

    @Slot()
    def _print_sheet(self) -> None:
        if self.quarter is not None:
            job = self.session.run_free(partial(_lay_out, self.quarter, self.session.name, datetime.now()))
            self.shell.show_progress(job, self.tr("正在排版"))
            job.then(self._laid_out)

    @Slot(object)
    def _laid_out(self, document: "Document") -> None:
        from app.ui.frame.window_commands import run
        from app.ui.reporting.print_dialog import PrintDialog

        assert self.quarter is not None
        name = translate("Effectiveness", "分级有效性_{0}.pdf").format(self.quarter.value.until.isoformat())
        dialog = PrintDialog(document, name, self.window())
        run(dialog)
        if dialog.done_text:
            self.shell.toast(dialog.done_text)


def _proposed(today: date, connection: "Connection") -> date:
    from app.services.reviews.draft import proposed_day

    return proposed_day(connection, today)


def _look_back(day: date, context: "Context", work: "WorkContext") -> "Quarter":
    from app.services.quarterly import look_back

    with context.reading() as connection:
        return look_back(connection, day, context.settings(), work)


def _lay_out(quarter: "Quarter", company: str, now: datetime, _work: "WorkContext") -> "Document":
    from app.services.reports.quarter import quarter_sheet
    from app.ui.printing.layout import lay_out

    return lay_out(quarter_sheet(quarter, company, now))


def _judged_columns(title: str) -> "tuple[Column[Judged], ...]":
    return (
        text_column("label", title, _label, 150, sortable=False),
        Column("verdict", translate("Effectiveness", "判断"), _verdict, 190, sortable=False),
        number_column("omega", "ω²", _omega, 84, sortable=False),
        number_column("before", translate("Effectiveness", "上季度"), _before, 84, sortable=False),
        people_column("stability", translate("Effectiveness", "稳定率"), _stability, 92, empty=_moved, sortable=False),
        people_column("unrated", translate("Effectiveness", "未分级"), _unrated, 92, empty=_rated, sortable=False),
        people_column("largest", translate("Effectiveness", "最大一档"), _largest, 92, sortable=False),
        Column("failing", translate("Effectiveness", "要看的"), _failing, 220, sortable=False),
    )


def _kind(verdict: str) -> str:
    from app.services.reports.quarter import BAD, GOOD

    return "good" if verdict in GOOD else "bad" if verdict in BAD else ""


def _check_name(row: "Check") -> str:
    return row.name


def _check_verdict(row: "Check") -> Cell:
    kind = _kind(row.verdict)
    return Cell(row.word, ink=INKS[kind], mark="warning" if kind == "bad" else "", strong=True)


def _check_found(row: "Check") -> Cell:
    return Cell(row.found, tip=row.found)


def _check_expected(row: "Check") -> Cell:
    return Cell(row.expected, tip=row.expected)


def _label(row: "Judged") -> str:
    return row.label


def _verdict(row: "Judged") -> Cell:
    from app.services.reports.quarter import verdict_word

    words = verdict_word(row.verdict)
    if row.faded:
        words = translate("Effectiveness", "{0}（上季度还分得出）").format(words)
    kind = _kind(row.verdict)
    return Cell(words, ink=INKS[kind], mark="warning" if row.faded else "", strong=True)


def _omega(row: "Judged") -> str | None:
    return None if row.explained is None else format_ratio(row.explained.omega2)


def _before(row: "Judged") -> str | None:
    return None if row.earlier is None else format_ratio(row.earlier.omega2)


def _stability(row: "Judged") -> str | None:
    return None if row.stability is None else format_percent(row.stability)


def _unrated(row: "Judged") -> str:
    return format_percent(row.unrated)


def _largest(row: "Judged") -> str:
    return format_percent(row.largest)


def _moved(row: "Judged") -> bool:
    return not row.stability


def _rated(row: "Judged") -> bool:
    return row.unrated <= 0


def _failing(row: "Judged") -> Cell:
    """Where a class holds one or two, they are a click away."""
    from app.services.reports.quarter import failing_word

    words = listed(failing_word(code) for code in row.failing if code not in ("explained", "faded"))
    return Cell(words or None, tip=words, opens=row.small > 0)
