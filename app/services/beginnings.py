"""How far a new ledger has come: imported, reviewed, reported; the hint after the first import ticks itself by it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


_CUSTOMERS = "EXISTS(SELECT 1 FROM customer WHERE deleted_at IS NULL)"


@dataclass(frozen=True)
class Beginnings:
    """What has been done in this ledger at least once."""

    imported: bool
    reviewed: bool
    reported: bool


def has_customers(connection: "Connection") -> bool:
    """Whether there is anybody to review."""
    return bool(connection.exec_driver_sql(f"SELECT {_CUSTOMERS}").scalar_one())


def has_figures(connection: "Connection") -> bool:
    """Whether there is anything to report: customers, lines that belong to nobody, or a review of before."""
    lines, reviews = "EXISTS(SELECT 1 FROM order_line)", "EXISTS(SELECT 1 FROM review WHERE state = 'finished')"
    return bool(connection.exec_driver_sql(f"SELECT {_CUSTOMERS} OR {lines} OR {reviews}").scalar_one())


def beginnings(connection: "Connection") -> Beginnings:
    """Read what the ledger itself remembers."""
    sql = (
        "SELECT EXISTS(SELECT 1 FROM import_batch WHERE state = 'done'),"
        " EXISTS(SELECT 1 FROM review WHERE state = 'finished'), EXISTS(SELECT 1 FROM report)"
    )
    imported, reviewed, reported = connection.exec_driver_sql(sql).one()
    return Beginnings(bool(imported), bool(reviewed), bool(reported))
