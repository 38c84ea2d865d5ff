"""How far a new ledger has come: imported, reviewed, reported; the hint after the first import ticks itself by it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True)
class Beginnings:
    """What has been done in this ledger at least once."""

    imported: bool
    reviewed: bool
    reported: bool


def beginnings(connection: "Connection") -> Beginnings:
    """Read what the ledger itself remembers."""
    sql = (
        "SELECT EXISTS(SELECT 1 FROM import_batch WHERE state = 'done'),"
        " EXISTS(SELECT 1 FROM review WHERE state = 'finished'), EXISTS(SELECT 1 FROM report)"
    )
    imported, reviewed, reported = connection.exec_driver_sql(sql).one()
    return Beginnings(bool(imported), bool(reviewed), bool(reported))
