"""Two pages for tests of the window around them: a place with commands, and an inner page of it."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit

from app.services.changes import Changes
from app.ui.pages import PageEntry
from app.ui.pages.page import Page, Shell
from app.ui.session import Session

HERE = __name__


class FakeCustomers(Page):
    """Writes down what the window does with it."""

    key: ClassVar[str] = "customers"

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.targets: list[object] = []
        self.changes: list[Changes] = []
        self.ran: list[str] = []
        self.why_not = ""
        self.leaving = True
        self.field = QLineEdit()
        self.body.addWidget(self.field)

    def activate(self, target: object = None) -> None:
        self.targets.append(target)
        self.said.emit("显示 3 位")

    def refresh(self, changes: Changes) -> None:
        self.changes.append(changes)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"customer.new": self._new, "customer.tags": self._tags}

    def unavailable(self, command: str) -> str:
        return self.why_not

    def can_leave(self) -> bool:
        return self.leaving

    def _new(self) -> None:
        self.ran.append("new")

    def _tags(self) -> None:
        self.ran.append("tags")


class FakeImporting(FakeCustomers):
    """Takes spreadsheets."""

    key: ClassVar[str] = "importing"

    def carried(self) -> object:
        return self.targets[-1] if self.targets else None

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {}


class FakeInner(FakeCustomers):
    """Reached from the customers."""

    key: ClassVar[str] = "customer_360"


ENTRIES = (
    PageEntry("customers", HERE, "FakeCustomers", "客户", "customers", commands=("customer.new", "customer.tags")),
    PageEntry("customer_360", HERE, "FakeInner", "客户 360", "person", place="inner", parent="customers"),
    PageEntry("importing", HERE, "FakeImporting", "导入台账", "import", place="foot"),
)
