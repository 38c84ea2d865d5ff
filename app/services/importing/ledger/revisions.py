"""Customers of a list who are known already: which of their fields the list changes, and which it must leave."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.services.importing.ledger import modes
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.rows.staging import ListRow, Staged

COLUMNS = (
    "kind", "industry", "region", "size_band", "source", "status", "strategy_note", "credit_days", "credit_limit",
    "est_annual_demand", "note",
)  # fmt: skip
_TEXTS = frozenset(("industry", "region", "source", "status", "strategy_note", "note"))
_SUMMARY = ("first_day", "last_day", "total", "avg_cycle_days")


@dataclass(frozen=True)
class Revision:
    """New values of one customer beside the old, and the fields on which an edit by hand and the file disagree."""

    customer: int
    values: dict[str, Any]
    before: dict[str, Any]
    contested: tuple[str, ...]  # edited by hand after the file was saved, and said otherwise by the file
    kept: tuple[str, ...]  # of these, what stays as it was edited
    row: ListRow
    facts: tuple[tuple[str, Any, Any], ...]  # what the list sums up: name, old, new


def revisions(connection: Connection, staged: Staged, made: Outcomes) -> Iterator[Revision]:
    """One for each row that updates a known customer. An empty cell never empties a field."""
    wanted = [
        (row, number)
        for row, state in zip(staged.list_rows, made.rows, strict=True)
        if state == "updated" and (number := made.customers.ids[row.customer]) is not None
    ]
    if not wanted:
        return
    known = _known(connection, {number for _row, number in wanted})
    how_of = [modes.of_list(sheet) for sheet in staged.sheets]
    for row, number in wanted:
        now, touched, owner, facts = known[number]
        younger = _younger(touched, staged.files[staged.sheets[row.sheet].file].modified)
        how = how_of[row.sheet]
        new = {
            name: modes.met(how.get(name, ""), now[name], value, text=name in _TEXTS)
            for name, value in row.values.items()
        }
        changed = {name: value for name, value in new.items() if now[name] != value}
        contested = tuple(name for name in changed if younger and now[name] is not None)
        wins = row.sheet in made.files_win
        kept = () if wins else contested
        values = {name: value for name, value in changed.items() if name not in kept}
        if row.owner >= 0 and not (younger and owner and not wins) and modes.met(how.get("owner", ""), owner, 1) == 1:
            values["owner"] = staged.persons[row.owner]
        yield Revision(number, values, now | {"owner": owner}, contested, kept, row, tuple(_facts(row, facts, how)))


Known = tuple[dict[str, Any], str | None, str | None, Mapping[str, Any]]


def _known(connection: Connection, wanted: set[int]) -> dict[int, Known]:
    """Fields, moment of the last edit, who serves him, and the summary of each customer."""
    summed = summaries(connection, wanted)
    columns = ", ".join(f"c.{name}" for name in COLUMNS)
    sql = f"SELECT c.id, c.touched_at, p.name, {columns} FROM customer c LEFT JOIN person p ON p.id = c.owner_id"
    return {
        number: (dict(zip(COLUMNS, values, strict=True)), touched, owner, summed.get(number, {}))
        for number, touched, owner, *values in connection.exec_driver_sql(sql)
        if number in wanted
    }


def summary(row: ListRow, before: Mapping[str, Any], how: Mapping[str, str]) -> tuple[Any, ...]:
    """First and last day, total and rhythm of a customer after a row of a list; what it leaves open is open."""
    now = (row.first_day, row.last_day, row.total, row.avg_cycle)
    return tuple(
        modes.met(how[name], before.get(name), value) if name in how else value
        for name, value in zip(_SUMMARY, now, strict=True)
    )


def summaries(connection: Connection, wanted: Container[int]) -> dict[int, dict[str, Any]]:
    """What is known so far of first and last day, total and rhythm of these customers."""
    summed: dict[int, dict[str, Any]] = {}
    sql = f"SELECT customer_id, {', '.join(_SUMMARY)} FROM summary_fact WHERE current ORDER BY id"
    for number, *values in connection.exec_driver_sql(sql):
        if number in wanted:
            facts = summed.setdefault(number, {})
            facts.update((name, value) for name, value in zip(_SUMMARY, values, strict=True) if value is not None)
    return summed


def kept_totals(connection: Connection, staged: Staged, made: Outcomes) -> dict[tuple[int, int], int]:
    """By sheet and row, the totals of known customers that stay although a list says something else."""
    how_of = [modes.of_list(sheet) for sheet in staged.sheets]
    met = [
        (row, number)
        for row, state in zip(staged.list_rows, made.rows, strict=True)
        if state == "updated" and "total" in how_of[row.sheet]
        if (number := made.customers.ids[row.customer]) is not None
    ]
    known = summaries(connection, {number for _row, number in met}) if met else {}
    kept = {}
    for row, number in met:
        total = summary(row, known.get(number, {}), how_of[row.sheet])[_SUMMARY.index("total")]
        if total != row.total:
            kept[row.sheet, row.row] = total or 0
    return kept


def _facts(row: ListRow, before: Mapping[str, Any], how: Mapping[str, str]) -> Iterator[tuple[str, Any, Any]]:
    for name, value in zip(_SUMMARY, summary(row, before, how), strict=True):
        if value is not None and before.get(name) != value:
            yield name, before.get(name), value


def _younger(touched: str | None, modified: datetime | None) -> bool:
    """Whether the customer was edited after the file was saved; the conflict goes to the newer edit."""
    return touched is not None and modified is not None and touched > modified.isoformat(timespec="seconds")
