"""Small commands for tests of the machinery that runs them."""

from dataclasses import dataclass

from app.models.customer import customer
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from tests.rows import CREATED, customer_values


@dataclass(frozen=True)
class AddCustomers(SmallChange):
    names: tuple[str, ...]

    def label(self) -> Label:
        return Label("新建 {count} 位客户", {"count": len(self.names)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        rows = ((name, name, CREATED) for name in self.names)
        first, last = tx.insert_many(
            customer, ("name", "name_key", "created_at", *BLANK), ((*row, "", "", "") for row in rows)
        )
        return Changes(customers=frozenset(range(first, last + 1)), details=True)


BLANK = ("pinyin", "initials", "search_text")


@dataclass(frozen=True)
class Rename(SmallChange):
    ids: tuple[int, ...]
    name: str

    def label(self) -> Label:
        return Label("改名")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(customer, self.ids, name=self.name)
        return Changes(customers=frozenset(self.ids), details=True)


@dataclass(frozen=True)
class Remove(SmallChange):
    ids: tuple[int, ...]

    def label(self) -> Label:
        return Label("删除")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.delete(customer, self.ids)
        return Changes(customers=frozenset(self.ids), details=True)


@dataclass(frozen=True)
class Broken(SmallChange):
    """Writes, then fails."""

    then: type[Exception]

    def label(self) -> Label:
        return Label("坏的")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(customer, **customer_values("半途"))
        raise self.then
