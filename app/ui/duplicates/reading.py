"""What the page of duplicates asks the ledger, as plain calls for another thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services import merging

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.merging import Comparison, MergeCustomers, PastMerge, Queue
    from app.services.progress import WorkContext


@dataclass(frozen=True)
class MergeTarget:
    """Customers chosen in the list, to be looked at and merged."""

    ids: tuple[int, ...]


def search(context: "Context", work: "WorkContext") -> "Queue":
    with context.reading() as connection:
        return merging.queue(connection, work)


def refreshed(shown: "Queue", connection: "Connection") -> "Queue":
    return merging.refreshed(connection, shown)


def compare(ids: Sequence[int], keep: int | None, connection: "Connection") -> "Comparison":
    return merging.compare(connection, ids, keep)


def past(connection: "Connection") -> "tuple[PastMerge, ...]":
    return merging.merges(connection)


def merges_of(pairs: Sequence[tuple[int, int]], connection: "Connection") -> "tuple[MergeCustomers, ...]":
    return merging.merges_of(connection, pairs)
