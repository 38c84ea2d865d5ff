"""While a customer is entered or renamed: who in the ledger it may be already, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from app.services import duplicates
from app.services.customers.edits import similar
from app.services.duplicates.pairs import settled
from app.texts import translate

SHOWN = 3


@dataclass(frozen=True)
class Likely:
    """A customer there already; `why` is one or more whole sentences."""

    id: int
    name: str
    why: tuple[str, ...]


def likely(
    connection: Connection, name: str, phone: str = "", contact: str = "", apart_from: int | None = None
) -> tuple[Likely, ...]:
    """The best few: who bears the name or bore it, then who is likely the same by sound, shape, phone or contact."""
    if not name.strip():
        return ()
    found = {number: Likely(number, shown, (_same(name, shown),)) for number, shown in similar(connection, name)}
    for each in _resembling(connection, name, phone, contact, apart_from):
        found.setdefault(each.id, each)
    found.pop(apart_from or 0, None)
    return tuple(found.values())[:SHOWN]


def _same(name: str, shown: str) -> str:
    if name.strip() == shown:
        return translate("Merging", "名称相同。")
    return translate("Merging", "名称几乎相同，或是它的曾用名。")


def _resembling(
    connection: Connection, name: str, phone: str, contact: str, apart_from: int | None
) -> Iterator[Likely]:
    answers = settled(connection) if apart_from is not None else frozenset()
    for pair in duplicates.similar(connection, name, phone or None, contact or None):
        if pair.second == apart_from:
            continue
        if apart_from is not None and duplicates.keys_of(connection, apart_from, pair.second) in answers:
            continue
        shown = connection.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (pair.second,)).scalar_one()
        yield Likely(pair.second, shown, pair.evidence)
