"""报告: what to print at the left, the true pages at the right; PDF, Excel, printer, and what was made before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.beginnings import has_figures
from app.services.errors import AppError
from app.services.files import replacing
from app.services.reports import archive
from app.services.reports.archive import Kept, Produced
from app.texts import fill
from app.ui import messages, theme
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.reporting.building import Built, build
from app.ui.reporting.options import ReportOptions
from app.ui.reporting.past import PastReports
from app.ui.session import Session
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.changes import Changes
    from app.services.progress import WorkContext
    from app.services.reports.model import Report
    from app.ui.reporting.viewer import Viewer

SIDE_WIDTH = 264


@dataclass(frozen=True)
class Offer:
    """What the page reads first."""

    months: tuple[tuple[date, bool], ...]
    kept: tuple[Kept, ...]
    anybody: bool  # there is something to report on


def read_offer(today: date, connection: "Connection") -> Offer:
    return Offer(archive.months(connection, today), archive.kept(connection), has_figures(connection))


class ReportsPage(Page):
    """The target of `activate` is a month (date), as after a finished review."""

    key: ClassVar[str] = "reports"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._built: Built | None = None
        self._stale = True
        self._wanted: date | None = None
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._show)
        self._options, self._past = ReportOptions(), PastReports()
        self._options.changed.connect(self._rebuild)
        self._options.month_chosen.connect(self._reread)
        self._past.opened.connect(self._open_kept)
        self._past.saved_again.connect(self._save_kept)
        self._excel = button(self.tr("导出 Excel"), icon="excel", slot=self._export_excel)
        self._pdf = button(self.tr("导出 PDF"), icon="pdf", slot=self._export_pdf)
        self._excel.setObjectName("report_excel")
        self._pdf.setObjectName("report_pdf")
        self.header.add(self._excel)
        self.header.add(self._pdf)
        if "file.print" in shell.actions_table:
            self.header.add_command(shell.actions_table, "file.print", primary=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(12))
        self._side_area = self._side()
        self._row.addWidget(self._side_area)
        text, detail = self.tr("还没有可以报告的客户"), self.tr("导入客户台账后，这里按月出报告。")
        self._empty = EmptyState("report", text, detail)
        self._empty.setObjectName("report_empty")
        self._empty.add_button(self.tr("导入台账"), self._import, "import")
        self._empty.hide()
        self._row.addWidget(self._empty, 1)
        self.body.addLayout(self._row, 1)
        self._viewer: Viewer | None = None
        self._enable()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"file.print": self._print, "review.report": self._newest}

    def unavailable(self, command: str) -> str:
        if command == "file.print" and self._empty.isVisibleTo(self):
            return self.tr("还没有可以报告的客户")
        if command == "file.print" and self._built is None:
            return self.tr("报告还没有排好版")
        return ""

    def activate(self, target: object = None) -> None:
        self._view()
        self._options.take_defaults()
        if isinstance(target, date):
            self._wanted, self._stale = target.replace(day=1), True
        if self._stale:
            self._stale = False
            self._options.set_company(self.session.name)
            self.session.read(partial(read_offer, self.session.today())).then(self._offered)
        else:
            self._tell()

    def refresh(self, changes: "Changes") -> None:
        if changes.lines or changes.tiers or changes.tasks or changes.reviews or changes.settings or changes.details:
            self._stale = True
            if self.isVisible():
                self._wanted = self._options.month()
                self.activate()

    def _side(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._options)
        column.addWidget(self._past)
        column.addStretch(1)
        area = scrolled(content)
        area.setFixedWidth(theme.px(SIDE_WIDTH))
        return area

    def _view(self) -> "Viewer":
        """The preview is made when the page is first shown: printing takes a while to load."""
        if self._viewer is None:
            from app.ui.reporting.viewer import Viewer

            self._viewer = Viewer()
            self._row.addWidget(self._viewer, 1)
        return self._viewer

    # building

    @Slot(object)
    def _offered(self, offer: Offer) -> None:
        before = self._options.month()
        self._options.set_months(offer.months, self._wanted)
        self._wanted = None
        if self._options.month() != before:
            self._options.forget_findings()
        self._past.set_reports(offer.kept)
        self._empty.setVisible(not offer.anybody)
        for each in (self._side_area, self._view()):
            each.setVisible(offer.anybody)
        if offer.anybody:
            self._reread()
        else:
            self._forget()

    def _forget(self) -> None:
        """Nobody is left to report on."""
        self._latest.drop()
        self._built = None
        self.header.set_subtitle("")
        self._enable()

    @Slot()
    def _reread(self) -> None:
        """Another month, or the ledger has changed."""
        self._ask(fresh=True)

    @Slot()
    def _rebuild(self) -> None:
        """The same figures in other words or pages."""
        self._ask(fresh=False)

    def _ask(self, *, fresh: bool) -> None:
        choices = self._options.choices()
        if choices is None or not self.session.is_open:
            return
        same = self._built is not None and self._built.choices.month == choices.month
        book = self._built.book if self._built is not None and same and not fresh else None
        self._latest.ask(partial(build, choices, book, self.session.today(), datetime.now()))

    @Slot(object)
    def _show(self, built: Built) -> None:
        from app.services.reports.monthly import findings_of

        self._built = built
        self._options.set_findings(findings_of(built.report))
        self._view().set_document(built.document)
        self.header.set_subtitle(" · ".join((built.report.period, *built.report.stamps)))
        self._enable()
        self._tell()

    def _enable(self) -> None:
        for each in (self._excel, self._pdf):
            each.setEnabled(self._built is not None)
        self.commands_changed.emit()

    def _tell(self) -> None:
        if self._built is not None:
            self.said.emit(fill(self.tr("共 {0} 页 · 预览与打印一致"), len(self._built.document.pages)))

    @Slot()
    def _import(self) -> None:
        self.shell.go("importing")

    # producing

    def _newest(self) -> None:
        """生成月度报告: the newest month with a finished review."""
        self._wanted, self._stale = None, True
        self.activate()

    def _file_name(self, built: Built, ending: str) -> str:
        month = built.choices.month.strftime("%Y-%m")
        return f"{built.report.title.replace(' ', '_')}_{month}{ending}"

    @Slot()
    def _export_pdf(self) -> None:
        if self._built is None:
            return
        from app.ui.printing.output import write_pdf

        built, name = self._built, self._file_name(self._built, ".pdf")
        chosen = messages.save_file(self, self.tr("导出 PDF"), name, messages.PDF)
        if not chosen:
            return
        target = Path(chosen).with_suffix(".pdf")
        try:
            content = write_pdf(built.document, target)
        except AppError as error:
            self.shell.show_error(error)
            return
        self._exported(target)
        self._keep(built, name, content)

    @Slot()
    def _export_excel(self) -> None:
        if self._built is None:
            return
        built, name = self._built, self._file_name(self._built, ".xlsx")
        chosen = messages.save_file(self, self.tr("导出 Excel"), name, messages.EXCEL)
        if chosen:
            target = Path(chosen).with_suffix(".xlsx")
            job = self.session.write(partial(write_excel, built, name, target, datetime.now()), living=True)
            self.shell.show_progress(job, self.tr("正在导出 Excel"))
            job.succeeded.connect(self._excel_done)

    @Slot(object)
    def _excel_done(self, target: Path) -> None:
        self._exported(target)
        self._reread_kept()

    def _exported(self, target: Path) -> None:
        self._last = target
        self.shell.toast(self.tr("已保存：{0}").format(target.name), self.tr("打开"), self._open_last)

    def _open_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))

    def _print(self) -> None:
        if self._built is None:
            return
        from app.ui.printing.output import pdf_bytes, print_document
        from app.ui.reporting import printer

        built = self._built
        chosen = printer.choose_printer(self, built.document)
        if chosen is None:
            return
        try:
            print_document(built.document, chosen)
        except AppError as error:
            self.shell.show_error(error)
            return
        self.shell.toast(fill(self.tr("已送到打印机：{0} 页"), len(built.document.pages)))
        self._keep(built, self._file_name(built, ".pdf"), pdf_bytes(built.document))

    def _keep(self, built: Built, name: str, content: bytes) -> None:
        produced = Produced(built.choices.month, name, content, built.report.review_id, datetime.now())
        self.session.write(partial(keep, produced), living=True).finished.connect(self._reread_kept)

    # past reports

    @Slot()
    def _reread_kept(self) -> None:
        if self.session.is_open:
            self.session.read(archive.kept).then(self._past.set_reports)

    @Slot(object)
    def _open_kept(self, each: Kept) -> None:
        """A copy for the system's program; the kept one cannot be changed by it."""
        self._last = Path(gettempdir()) / each.name
        self.session.read(partial(copy_kept, each.id, self._last)).then(self._copied)

    @Slot(object)
    def _copied(self, _target: Path) -> None:
        self._open_last()

    @Slot(object)
    def _save_kept(self, each: Kept) -> None:
        kinds = messages.EXCEL if each.name.endswith(".xlsx") else messages.PDF
        chosen = messages.save_file(self, self.tr("另存为"), each.name, kinds)
        if chosen:
            self.session.read(partial(copy_kept, each.id, Path(chosen))).then(self._exported)


def keep(produced: Produced, context: "Context", _work: "WorkContext") -> None:
    context.write_draft(partial(archive.keep, produced))


def write_excel(built: Built, name: str, target: Path, now: datetime, context: "Context", _work: "WorkContext") -> Path:
    """Write the workbook and keep it."""
    from app.services.reports.workbook import to_workbook

    report: Report = built.report
    content = to_workbook(report, target)
    context.write_draft(partial(archive.keep, Produced(built.choices.month, name, content, report.review_id, now)))
    return target


def copy_kept(number: int, target: Path, connection: "Connection") -> Path:
    content = archive.content(connection, number)
    with replacing(target) as part:
        part.write_bytes(content)
    return target
