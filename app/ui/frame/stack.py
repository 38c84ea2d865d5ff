"""Holds the pages: made when first shown, told of changes, dropped with their ledger."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.pages import PageEntry, page_entry
from app.ui.pages.page import Page, Shell
from app.ui.session import Session

if TYPE_CHECKING:
    from app.services.changes import Changes

MOST_BACK = 20


class PageStack(QStackedWidget):
    """The page shown now, the ones shown before, and what each hidden one has not heard yet."""

    shown = Signal(str)
    said = Signal(str)
    commands_changed = Signal()
    retitled = Signal()

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageStack")
        self._session, self._shell = session, shell
        self._pages: dict[str, Page] = {}
        self._pending: dict[str, Changes] = {}
        self._said: dict[str, str] = {}
        self._way: list[str] = []
        self._carried: dict[str, object] = {}
        session.changed.connect(self._changed)

    @property
    def page(self) -> Page | None:
        return cast("Page | None", self.currentWidget())

    @property
    def key(self) -> str:
        return self.page.key if self.page else ""

    def loaded(self, key: str) -> Page | None:
        """A page if it was shown already."""
        return self._pages.get(key)

    def home_of(self, key: str) -> str:
        """The place in the sidebar a page belongs to: an inner page belongs to the one it was reached from."""
        entry = page_entry(key)
        if entry is None or entry.place != "inner":
            return key
        before = (k for k in reversed(self._way) if (e := page_entry(k)) and e.place != "inner")
        return entry.parent or next(before, "")

    def show_page(self, entry: PageEntry, target: object = None) -> bool:
        """Show a page; False when the present one does not let go."""
        present = self.page
        if present is not None and present.key != entry.key:
            if not present.can_leave():
                return False
            others = [key for key in self._way if key != present.key]
            self._way = [*others[-MOST_BACK:], present.key]
        page = self._pages.get(entry.key) or self._make(entry)
        if page is not present:
            self.setCurrentWidget(page)
            page.take_focus()
        if (missed := self._pending.pop(entry.key, None)) is not None:
            page.refresh(missed)
        page.activate(self._carried.pop(entry.key, None) if target is None else target)
        self.shown.emit(entry.key)
        self.said.emit(self._said.get(entry.key, ""))
        return True

    def carried(self) -> dict[str, object]:
        """What pages were in the middle of."""
        told = {key: page.carried() for key, page in self._pages.items()}
        return self._carried | {key: each for key, each in told.items() if each is not None}

    def carry(self, carried: dict[str, object]) -> None:
        """Pages go on with it when they are first shown."""
        self._carried = carried

    def go_back(self) -> bool:
        """Show the page before this one."""
        while self._way:
            entry = page_entry(self._way.pop())
            if entry is not None and (not entry.needs_ledger or self._session.is_open):
                went = self.show_page(entry)
                if went and self._way:
                    self._way.pop()  # the page just left is no way back
                return went
        return False

    def drop(self, *, keep_free: bool = True) -> None:
        """Let go of the pages of a ledger that is closed; those that need none may stay."""
        for key, page in list(self._pages.items()):
            entry = page_entry(key)
            if keep_free and entry is not None and not entry.needs_ledger:
                continue
            del self._pages[key]
            self._said.pop(key, None)
            self.removeWidget(page)
            page.deleteLater()
        self._pending.clear()
        self._carried.clear()
        self._way.clear()

    def _make(self, entry: PageEntry) -> Page:
        page = entry.load()(self._session, self._shell)
        page.said.connect(self._page_said)
        page.retitled.connect(self.retitled)
        page.commands_changed.connect(self.commands_changed)
        page.header.back.connect(self._back_asked)
        self._pages[entry.key] = page
        self.addWidget(page)
        return page

    @Slot()
    def _back_asked(self) -> None:
        self._shell.go_back()

    @Slot(str)
    def _page_said(self, text: str) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._said[page.key] = text
            if page is self.page:
                self.said.emit(text)

    @Slot(object, object)
    def _changed(self, changes: "Changes", _initiator: object) -> None:
        for key, page in self._pages.items():
            if page is self.page:
                page.refresh(changes)
            else:
                missed = self._pending.get(key)
                self._pending[key] = changes if missed is None else missed | changes
