"""What every page of the main window is, and what it may ask of the window around it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.pages import page_entry
from app.ui.widgets.header import PageHeader

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.ui.actions import Actions
    from app.ui.jobs import Job
    from app.ui.preferences import Preferences
    from app.ui.session import Session


class Shell(Protocol):
    """The main window as a page sees it."""

    @property
    def actions_table(self) -> "Actions": ...

    @property
    def preferences(self) -> "Preferences": ...

    def go(self, key: str, target: object = None) -> None:
        """Show another page; `target` is handed to its `activate`."""

    def go_back(self) -> None:
        """Show the page that was there before this one."""

    def toast(self, text: str, button: str = "", slot: Callable[[], None] | None = None) -> None:
        """Say that something is done, for 8 seconds, at most one button."""

    def toast_undo(self, text: str) -> None:
        """A toast with 撤销."""

    def show_progress(self, job: "Job", text: str) -> None:
        """A progress card with 取消, if the job lasts."""

    def show_error(self, error: object) -> None:
        """A bar for what the user can mend, the crash dialog for what is our fault."""

    def open_ledger(self, path: str) -> None:
        """Open another ledger; the window shows its pages."""

    def import_files(self, files: tuple[str, ...]) -> None:
        """Take spreadsheets to the import page, asking for them and making a ledger when there is none."""

    def import_anew(self, draft: object) -> None:
        """An import that is being looked at goes on in a new ledger, which is named first."""

    def set_badge(self, key: str, count: int) -> None:
        """The number beside a page in the sidebar; 0 takes it away."""


class Page(QWidget):
    """A page: header above, `self.body` below. Subclasses fill both in their constructor, read in `activate`."""

    key: ClassVar[str] = ""
    said = Signal(str)  # the left text of the status bar
    retitled = Signal()
    commands_changed = Signal()

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.shell = session, shell
        self.setObjectName(f"page_{self.key}")
        self.header = PageHeader(self.title(), self)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.header)
        layout.addLayout(self.body, 1)

    def title(self) -> str:
        """What stands in the header and the window title."""
        entry = page_entry(self.key)
        return translate("Pages", entry.title) if entry else ""

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Command id -> bound method; the ids stand in the page's registry entry too."""
        return {}

    def unavailable(self, command: str) -> str:
        """Why a command cannot run now, in words; empty when it can. Emit commands_changed when that changes."""
        return ""

    def undo_texts(self) -> tuple[str, str] | None:
        """What 撤销 and 重做 of this page itself turn back and forward; None where those of the window count."""
        return None

    def activate(self, target: object = None) -> None:
        """The page is shown now; read what it shows if it has not yet."""

    def refresh(self, changes: "Changes") -> None:
        """The ledger changed while this page is shown, or did while it was hidden; ignore what is not shown here."""

    def carried(self) -> object:
        """What `activate` of the same page in a window of another language needs to go on here; None for nothing."""
        return None

    def take_focus(self) -> None:
        """The keyboard comes to this page: to its first stop, without the ring of one that was reached by Tab."""
        self.setFocus()

    def panes_to_walk(self) -> Sequence[QWidget]:
        """What F6 walks through, from left to right."""
        from app.ui.frame.walking import panes_of

        return panes_of(self)

    def can_leave(self) -> bool:
        """False keeps the page (after asking, through ui.messages)."""
        return True
