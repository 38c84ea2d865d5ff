"""Past reports, kept as they were produced, whatever the ledger says today."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.models.ledger import stored_file
from app.models.review import report

MONTHLY = "full"


@dataclass(frozen=True)
class Kept:
    """A report that was exported or printed."""

    id: int
    month: date
    name: str
    made_at: datetime


@dataclass(frozen=True)
class Produced:
    """A report file to keep."""

    month: date
    name: str
    content: bytes
    review_id: int | None
    made_at: datetime


def keep(produced: Produced, connection: Connection) -> None:
    """Put a file beside the earlier ones; outside undo, since nothing a user did to the data is in it."""
    file = stored_file.insert().values(name=produced.name, content=produced.content)
    number = connection.execute(file.returning(stored_file.c.id)).scalar_one()
    values = {"month": produced.month.strftime("%Y-%m"), "kind": MONTHLY, "review_id": produced.review_id}
    connection.execute(report.insert().values(**values, made_at=produced.made_at, file_id=number))


def kept(connection: Connection) -> tuple[Kept, ...]:
    """All of them, newest first."""
    query = (
        select(report.c.id, report.c.month, report.c.made_at, stored_file.c.name)
        .join(stored_file, stored_file.c.id == report.c.file_id)
        .order_by(report.c.made_at.desc(), report.c.id.desc())
    )
    return tuple(
        Kept(row.id, date.fromisoformat(f"{row.month}-01"), row.name, row.made_at) for row in connection.execute(query)
    )


def content(connection: Connection, number: int) -> bytes:
    """The file as it was produced."""
    query = select(stored_file.c.content).join(report, report.c.file_id == stored_file.c.id)
    data: bytes = connection.execute(query.where(report.c.id == number)).scalar_one()
    return data


def months(connection: Connection, today: date) -> tuple[tuple[date, bool], ...]:
    """Months a report can be made of, newest first, and whether a finished review stands for each."""
    first, last = connection.exec_driver_sql(
        "SELECT MIN(day), MAX(day) FROM order_line WHERE day <= ?", (today.isoformat(),)
    ).one()
    reviewed = {
        day[:7] for (day,) in connection.exec_driver_sql("SELECT as_of FROM review WHERE state = 'finished'").all()
    }
    found = set(reviewed)
    if first is not None:
        found |= set(_between(first[:7], last[:7]))
    else:
        found.add(today.isoformat()[:7])
    return tuple((date.fromisoformat(f"{month}-01"), month in reviewed) for month in sorted(found, reverse=True))


def _between(first: str, last: str) -> list[str]:
    year, month = int(first[:4]), int(first[5:])
    found = []
    while f"{year:04}-{month:02}" <= last:
        found.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
