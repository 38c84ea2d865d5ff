"""The window: puts sidebar, pages, menus and status strip together and sends commands where they belong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.texts import program_name
from app.ui import state, theme
from app.ui.frame.skeleton import Skeleton
from app.ui.pages import PAGES, page_entry
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent

    from app.services.backup import Backup
    from app.ui.actions import Actions
    from app.ui.frame.as_of import PastDesk
    from app.ui.frame.ledger_desk import LedgerDesk
    from app.ui.frame.notices import Notices
    from app.ui.jobs import Job
    from app.ui.pages.page import Page
    from app.ui.session import Session

MINIMUM = QSize(1000, 560)
USUAL = QSize(1440, 900)
LEDGER_COMMANDS = ("file.new", "file.open", "help.sample")


class MainWindow(QMainWindow):
    """What a page knows as its Shell."""

    painted = Signal()
    closed = Signal()

    def __init__(self, session: "Session | None", preferences: Preferences) -> None:
        """Without a session the window shows its bare frame, at once; `complete` puts everything else into it."""
        super().__init__()
        self.setObjectName("mainWindow")
        self._preferences = preferences
        self._complete = False
        state.place_window(self, USUAL, MINIMUM)
        if session is not None:
            self.complete(session)
        else:
            skeleton = Skeleton(self)
            skeleton.painted.connect(self.painted)
            self.setCentralWidget(skeleton)

    def complete(self, session: "Session") -> None:
        """Sidebar, pages, menus, status strip, commands."""
        from app.ui.actions import Actions
        from app.ui.commands import existing
        from app.ui.frame.as_of import PastDesk
        from app.ui.frame.dispatch import Dispatcher
        from app.ui.frame.ledger_desk import LedgerDesk
        from app.ui.frame.window_commands import WindowCommands

        self.session = session
        self._ledgers = LedgerDesk(self)
        self._commands = WindowCommands(self)
        self._actions = Actions(existing(PAGES, self._commands.handlers()), self)
        self._build()
        self._dispatcher = Dispatcher(self, self._actions, self._commands, self._stack)
        self._dispatcher.update()
        self._build_menus()
        self._connect()
        self._past = PastDesk(self)
        self._complete = True
        self.setAcceptDrops(True)
        self._fit()
        self._retitle()
        self._frame.setFocus()

    # what pages ask of their shell

    @property
    def actions_table(self) -> "Actions":
        return self._actions

    @property
    def preferences(self) -> Preferences:
        return self._preferences

    @property
    def ready(self) -> bool:
        """Whether more than the bare frame is there."""
        return self._complete

    @property
    def page_key(self) -> str:
        """The page shown now."""
        return self._stack.key

    @property
    def page(self) -> "Page | None":
        return self._stack.page

    def go(self, key: str, target: object = None) -> None:
        """Show a page; without a ledger those that need one give way to the welcome page."""
        entry = page_entry(key)
        if entry is None:
            return
        if entry.needs_ledger and not self.session.is_open:
            entry = page_entry("welcome")
            target = None
        elif refusal := self._past.refusal(key):
            self._notices.show_error(refusal)
            self._sidebar.show_page(self._stack.home_of(self._stack.key))
            return
        if entry is not None and not self._stack.show_page(entry, target):
            self._sidebar.show_page(self._stack.key)

    def go_back(self) -> None:
        if not self._stack.go_back():
            self.go(self.start_page())

    def toast(self, text: str, button: str = "", slot: Callable[[], None] | None = None) -> None:
        self._floats.toast.say(text, button, slot)

    def toast_undo(self, text: str) -> None:
        self._floats.toast.say(text, self.tr("撤销"), self.undo)

    def show_progress(self, job: "Job", text: str) -> None:
        self._notices.hide_error()  # what failed before is being tried anew, or something else is done
        self._status.set_job(text)
        job.finished.connect(self._job_over)
        self._floats.progress.follow(job, text)

    def set_badge(self, key: str, count: int) -> None:
        self._sidebar.set_badge(key, count)

    @Slot(object)
    def show_error(self, error: object) -> None:
        """What the user can mend stands in the page; what is our fault opens the crash dialog."""
        from app.services.errors import AppError

        if isinstance(error, AppError):
            self._notices.show_error(error.sentence())
        else:
            self._report_fault(error)

    def open_ledger(self, path: str) -> None:
        """Open another ledger in place of this one."""
        self._status.say(self.tr("正在打开「{0}」…").format(Path(path).stem))
        self._ledgers.open(Path(path))

    def import_files(self, files: tuple[str, ...]) -> None:
        """Take spreadsheets to the import page."""
        self._ledgers.import_files(files)

    def import_anew(self, draft: object) -> None:
        """Take an import that is being looked at to a new ledger."""
        self._ledgers.import_anew(draft)

    # the window's own

    @property
    def notices(self) -> "Notices":
        """The lines above the page."""
        return self._notices

    @property
    def past(self) -> "PastDesk":
        """截至: which day the window shows."""
        return self._past

    def update_commands(self) -> None:
        """What can run now may be something else than before."""
        self._dispatcher.update()

    @property
    def ledgers(self) -> "LedgerDesk":
        """Opens, makes and gives up ledgers."""
        return self._ledgers

    def begin(self, ledger: Path | None) -> None:
        """After the first paint: open the ledger, or welcome."""
        self._ledgers.begin(ledger)

    def announce(self, name: str) -> None:
        """The name of a ledger that is about to open."""
        self._sidebar.set_ledger(name)

    def carried(self) -> dict[str, object]:
        """What the pages are in the middle of, for the window that takes over."""
        return self._stack.carried()

    def take_over(self, key: str, carried: dict[str, object] | None = None) -> None:
        """This window stands in for another one on the same session: same ledger, same page."""
        self._stack.carry(carried or {})
        self._name_undo()
        self._badge.count()
        if self.session.is_open:
            self._show_ledger(str(self.session.path))
        self.go(key or "welcome")

    def show_palette(self) -> None:
        self._floats.palette.popup()

    @Slot(str)
    def run_command(self, command: str) -> None:
        self._dispatcher.run(command)

    @Slot(int)
    def show_customer(self, customer: int) -> None:
        """One customer by number, where customers are shown best."""
        self.go("customer_360" if page_entry("customer_360") else "customers", customer)

    def sidebar_has_focus(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self._sidebar.isAncestorOf(focus)

    def focus_sidebar(self) -> None:
        self._sidebar.focus()

    def _build(self) -> None:
        from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

        from app.ui.frame.badge import DUPLICATES, DuplicatesBadge, TodayBadge
        from app.ui.frame.floats import Floats
        from app.ui.frame.notices import Notices
        from app.ui.frame.sidebar import Sidebar
        from app.ui.frame.stack import PageStack
        from app.ui.frame.status import StatusStrip

        shell = QFrame()
        shell.setObjectName("shell")
        entries = [(e, self._actions.action(f"page.{e.key}")) for e in PAGES if e.place != "inner"]
        self._sidebar = Sidebar(entries, shell)
        self._badge = TodayBadge(self.session, self._sidebar)
        if DUPLICATES in self._actions:
            self._pairs = DuplicatesBadge(self.session, self._actions, self)
        self._frame = frame = QFrame()
        frame.setObjectName("pageFrame")
        self._stack = PageStack(self.session, self, frame)
        self._notices = Notices(frame)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._notices)
        inside.addWidget(self._stack, 1)
        self._status = StatusStrip()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(frame, 1)
        outer = QVBoxLayout(shell)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row, 1)
        outer.addWidget(self._status)
        self._floats = Floats(self, frame)
        self.setCentralWidget(shell)

    def _build_menus(self) -> None:
        """After it is known what can run now: each menu an action is in hears of every change."""
        from app.ui.frame.ledgers import LedgerMenu
        from app.ui.frame.menus import fill_menu_bar

        self._ledger_menu = LedgerMenu(self._preferences, self._actions, self, commands=LEDGER_COMMANDS)
        self._recent_menu = LedgerMenu(self._preferences, self._actions, self)
        self._sidebar.set_menu(self._ledger_menu)
        fill_menu_bar(self.menuBar(), self._actions, {"recent": self._recent_menu})
        self.addActions(self._actions.actions())

    def _connect(self) -> None:
        from PySide6.QtWidgets import QApplication

        session, stack = self.session, self._stack
        session.ledger_opened.connect(self._ledger_opened)
        session.ledger_closed.connect(self._ledger_closed)
        session.failed.connect(self.show_error)
        session.backed_up.connect(self._backed_up)
        session.saving_changed.connect(self._status.set_saving)
        session.operations.labels_changed.connect(self._name_undo)
        session.operations.turned.connect(self._turned)
        stack.shown.connect(self._page_shown)
        stack.said.connect(self._status.say)
        stack.retitled.connect(self._retitle)
        stack.commands_changed.connect(self._label_undo)
        stack.commands_changed.connect(self._dispatcher.update_soon)
        self._ledger_menu.picked.connect(self._ledgers.pick)
        self._recent_menu.picked.connect(self._ledgers.pick)
        self._preferences.changed.connect(self._dispatcher.update)
        self._notices.import_asked.connect(self._ledgers.leave_sample)
        self._notices.delete_asked.connect(self._ledgers.delete_sample)
        theme.watcher().changed.connect(self._fit)
        QApplication.instance().focusChanged.connect(self._dispatcher.focus_changed)  # type: ignore[union-attr]

    # ledgers

    @Slot(str)
    def _ledger_opened(self, path: str) -> None:
        self._preferences.put(self._preferences.value.opened(path))
        self._show_ledger(path)
        self._stack.drop()
        waiting = self._ledgers.take_waiting()
        self.go("importing" if waiting else self.start_page(), waiting or None)

    def _show_ledger(self, path: str) -> None:
        self._ledger_menu.open_path = self._recent_menu.open_path = path
        self._sidebar.set_ledger(self.session.name)
        self._status.set_ledger(True)
        if self.session.backups_known:
            self._status.set_backup(self.session.last_backup)
        self._notices.set_ledger(self.session.name)

    @Slot()
    def _ledger_closed(self) -> None:
        self._ledger_menu.open_path = self._recent_menu.open_path = ""
        self._stack.drop()
        self._sidebar.set_ledger("")
        self._status.set_ledger(False)
        self._notices.set_ledger("")
        self._dispatcher.update()

    @Slot(object)
    def _backed_up(self, backup: "Backup | None") -> None:
        self._status.set_backup(backup.made_at if backup else None)

    def start_page(self) -> str:
        """The page a ledger opens with."""
        wanted = self._preferences.value.start_page
        if wanted == "last":
            wanted = state.text("window/page")
        entry = page_entry(wanted)
        if entry is not None and entry.place == "main":
            return entry.key
        return next((entry.key for entry in PAGES if entry.place == "main"), "welcome")

    # pages and commands

    @Slot(str)
    def _page_shown(self, key: str) -> None:
        entry = page_entry(key)
        place = self._stack.home_of(key)
        self._sidebar.show_page(place)
        self._notices.hide_error()
        self._notices.hold_offer(entry is not None and not entry.past)
        if entry is not None and entry.place == "main" and key != state.text("window/page"):
            state.keep("window/page", key)
        self._retitle()
        self._name_undo()

    @Slot()
    def _retitle(self) -> None:
        program = program_name()
        page = self._stack.page
        parts = [page.title() if page and self.session.is_open else "", self.session.name, program]
        self.setWindowTitle(" — ".join(part for part in parts if part))

    @Slot()
    def _name_undo(self) -> None:
        self._label_undo()
        self._dispatcher.update()

    @Slot()
    def _label_undo(self) -> None:
        """After what it takes back: the last change of the ledger, or what the page that is shown counts itself."""
        operations, page = self.session.operations, self._stack.page
        own = page.undo_texts() if page is not None else None
        undo, redo = own or (operations.undo_text, operations.redo_text)
        for command, plain, named, label in (
            ("edit.undo", self.tr("撤销"), self.tr("撤销：{0}"), undo),
            ("edit.redo", self.tr("重做"), self.tr("重做：{0}"), redo),
        ):
            self._actions.set_text(command, named.format(label) if label else plain)

    @Slot(str, bool)
    def _turned(self, label: str, undone: bool) -> None:
        text = self.tr("已撤销：{0}") if undone else self.tr("已重做：{0}")
        again = (self.tr("重做"), self.redo) if undone else (self.tr("撤销"), self.undo)
        self.toast(text.format(label), *again)

    @Slot()
    def undo(self) -> None:
        """Take back the last change; a large one shows how far it is and can be cancelled."""
        self.show_progress(self.session.undo(), self._actions.action("edit.undo").text())

    @Slot()
    def redo(self) -> None:
        """Bring back what was undone last, likewise."""
        self.show_progress(self.session.redo(), self._actions.action("edit.redo").text())

    @Slot()
    def _job_over(self) -> None:
        self._status.set_job("")

    def _report_fault(self, error: object) -> None:
        from app.ui import messages
        from app.ui.faults import report_of

        messages.show_crash(self, report_of(error))

    # look, drag and drop, closing

    @Slot()
    def _fit(self) -> None:
        """Logical width at 100 % decides between sidebar and rail."""
        if not self._complete:
            return
        rail = theme.sidebar_width(self.width()) == theme.RAIL
        if rail != self._sidebar.rail:
            self._sidebar.set_rail(rail)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Keys of a command that is greyed come here, and say why it is."""
        why_not = self._actions.why_not(QKeySequence(event.keyCombination())) if self._complete else ""
        if why_not:
            self._status.say(why_not)
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        from app.ui.frame.ledgers import is_ledger, is_spreadsheet

        files = [url.toLocalFile() for url in event.mimeData().urls()]
        if any(is_spreadsheet(each) for each in files) and page_entry("importing") is not None:
            self._floats.hint.say(self.tr("松开鼠标，导入这个文件"))
            _take_copy(event)
        elif any(is_ledger(each) for each in files):
            self._floats.hint.say(self.tr("松开鼠标，打开这本台账"))
            _take_copy(event)

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        self._floats.hide_hint()

    def dropEvent(self, event: "QDropEvent") -> None:
        self._floats.hide_hint()
        _take_copy(event)
        files = [url.toLocalFile() for url in event.mimeData().urls()]
        QTimer.singleShot(0, self, lambda: self._ledgers.take(files))

    def closeEvent(self, event: "QCloseEvent") -> None:
        if self._complete and not self._may_close():
            event.ignore()
            return
        state.keep_window(self)
        self.closed.emit()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        from app.ui import messages

        page = self._stack.page
        if page is not None and not page.can_leave():
            return False
        job = self._floats.job
        if job is not None:
            text = self.tr("还有一件事正在做，现在关闭会取消它，数据保持原样。")
            if not messages.confirm(self, text, self.tr("取消并关闭"), danger=True):
                return False
            job.cancel()
        return True


def _take_copy(event: "QDropEvent") -> None:
    """Never move: a file manager would delete the file it believes to be moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
