"""Customers of a list who are known already: which of their fields the list changes, and which it must leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.services.importing.outcomes import Outcomes
from app.services.importing.staging import ListRow, Staged

COLUMNS = (
    "kind", "industry", "region", "size_band", "source", "status", "strategy_note", "credit_days", "credit_limit",
    "est_annual_demand", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Revision:
    """New values of one customer, and the fields where an edit by hand is younger than the file."""

    customer: int
    values: dict[str, Any]
    kept: tuple[str, ...]
    row: ListRow


def revisions(connection: Connection, staged: Staged, made: Outcomes) -> Iterator[Revision]:
    """One for each row that updates a known customer. An empty cell never empties a field."""
    for row, state in zip(staged.list_rows, made.rows, strict=True):
        number = made.customers.ids[row.customer]
        if state != "updated" or number is None:
            continue
        sql = f"SELECT touched_at, owner_id, {', '.join(COLUMNS)} FROM customer WHERE id = ?"
        touched, owner, *present = connection.exec_driver_sql(sql, (number,)).one()
        younger = _younger(touched, staged.files[staged.sheets[row.sheet].file].modified)
        now = dict(zip(COLUMNS, present, strict=True))
        changed = {name: value for name, value in row.values.items() if now[name] != value}
        kept = tuple(name for name in changed if younger and now[name] is not None)
        values = {name: value for name, value in changed.items() if name not in kept}
        if row.owner >= 0 and not (younger and owner is not None):
            values["owner"] = staged.persons[row.owner]
        yield Revision(number, values, kept, row)


def _younger(touched: str | None, modified: datetime | None) -> bool:
    """Whether the customer was edited after the file was saved; the conflict goes to the newer edit."""
    return touched is not None and modified is not None and touched > modified.isoformat(timespec="seconds")
