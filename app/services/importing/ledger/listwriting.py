"""Writes what customer lists say: changed fields, contacts, tags, records with their tasks, and summary facts."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.models.customer import contact, customer
from app.models.ledger import contact_log, summary_fact
from app.models.playbook import task
from app.services.history import Transaction
from app.services.importing.ledger import modes
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.revisions import revisions, summaries, summary
from app.services.importing.ledger.telling import Contacts, Telling
from app.services.importing.ledger.writing import People, SourceRows, rows_of
from app.services.importing.rows.listcells import Tag
from app.services.importing.rows.staging import ListRow, Staged

Rows = Sequence[tuple[ListRow, int]]
LOG = (
    "customer_id", "day", "channel", "text", "feedback", "next_step", "person_id", "two_way", "logged_at", "batch_id",
    "source_row_id",
)  # fmt: skip
TASK = ("customer_id", "title", "channel", "owner_id", "due", "first_due", "state", "incident", "created_at")
_SUMMARY = (
    "customer_id", "first_day", "last_day", "total", "avg_cycle_days", "flags", "batch_id", "source_row_id", "current",
    "merged_from",
)  # fmt: skip


class ListWriter:
    """Writes everything a list says beyond the customers that it makes."""

    def __init__(
        self, tx: Transaction, staged: Staged, made: Outcomes, batch: int, people: People, telling: Telling
    ) -> None:
        self._tx, self._staged, self._made, self._batch = tx, staged, made, batch
        self._people, self._telling = people, telling

    def write(self, source_rows: SourceRows) -> set[int]:
        """All lists of the import; returns whom they are about."""
        rows = [
            (row, number)
            for row, state in zip(self._staged.list_rows, self._made.rows, strict=True)
            if state in ("created", "updated") and (number := self._people.customers[row.customer]) is not None
        ]
        if not rows:
            return set()
        first = source_rows((row.sheet, row.row, row.digest, row.cells) for row, _number in rows)
        self._revise()
        how = [modes.of_list(sheet) for sheet in self._staged.sheets]
        self._telling.contacts(self._wanted_contacts(rows, how))
        self._telling.tags(self._wanted_tags(rows, how))
        self._telling.answers([(number, *each) for row, number in rows for each in row.answers])
        self._write_log(rows, first)
        self._write_summaries(rows, first)
        return {number for _row, number in rows}

    def _revise(self) -> None:
        """Customers with the same fields to be changed are written together: lists are long."""
        changed: dict[int, dict[str, Any]] = {}
        for revision in revisions(self._tx.connection, self._staged, self._made):
            values = dict(revision.values)
            if "owner" in values:
                values["owner_id"] = self._people.persons[self._staged.persons.index(values.pop("owner"))]
            changed.setdefault(revision.customer, {}).update(values)
        alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for number, values in changed.items():
            if values:
                alike.setdefault(tuple(values), []).append((number, *values.values()))
        for columns, rows in alike.items():
            self._tx.update_many(customer, columns, rows)

    def _wanted_contacts(self, rows: Rows, how: Sequence[Mapping[str, str]]) -> list[tuple[Contacts, int]]:
        """The people whom the lists may add to their customers."""
        known, there = set(self._made.customers.ids), {number for number, _name in self._telling.known(contact, "name")}
        return [
            (row.contacts, number)
            for row, number in rows
            if modes.adds(how[row.sheet].get("contact", ""), number in known, number in there)
        ]

    def _wanted_tags(self, rows: Rows, how: Sequence[Mapping[str, str]]) -> list[tuple[int, Tag]]:
        """The tags that the lists may give."""
        known, groups = set(self._made.customers.ids), {group for row, _number in rows for group, _name in row.tags}
        there = self._telling.bearers(groups) if any(how) else {}
        return [
            (number, tag)
            for row, number in rows
            for tag in row.tags
            if modes.adds(how[row.sheet].get(modes.tag_field(tag[0]), ""), number in known, (number, tag[0]) in there)
        ]

    def _write_log(self, rows: Sequence[tuple[ListRow, int]], first: int) -> None:
        sql = "SELECT customer_id, day, text FROM contact_log"
        known = rows_of(self._tx.connection, sql)
        new, tasks, now = [], [], self._people.now
        for source, (row, number) in enumerate(rows, first):
            for each in row.follow_ups:
                if (number, each.day, each.text) in known:
                    continue
                known.add((number, each.day, each.text))
                owner = self._people.persons[row.owner if each.by is None else self._staged.persons.index(each.by)]
                new.append(
                    (number, each.day, each.channel, each.text, each.feedback, each.next_step, owner, each.two_way,
                     now, self._batch, source)
                )  # fmt: skip
                if each.due and row.sheet in self._made.tasks_wanted:
                    tasks.append(
                        (number, each.next_step, "internal", owner, each.due, each.due, "open", 0, self._people.now)
                    )
        self._tx.insert_many(contact_log, LOG, new)
        self._tx.insert_many(task, TASK, tasks)

    def _write_summaries(self, rows: Sequence[tuple[ListRow, int]], first: int) -> None:
        """One summary for each row; where it says nothing of money or time it only leads back to the file."""
        how = [modes.of_list(sheet) for sheet in self._staged.sheets]
        known = set(self._made.customers.ids)
        old = {number for _row, number in rows if number in known}
        before = summaries(self._tx.connection, old) if any(how) else {}
        facts = []
        for source, (row, number) in enumerate(rows, first):
            says = any(value is not None for value in (row.first_day, row.last_day, row.total, row.avg_cycle))
            summed = summary(row, before.get(number, {}), how[row.sheet])
            flags = [flag for flag in row.flags if flag != "risk_in_value"]
            facts.append(
                (number, *summed,
                 json.dumps(flags) if flags else None, self._batch, source, says,
                 self._made.customers.merged.get(row.customer))
            )  # fmt: skip
        said = {(fact[0], fact[-1]) for fact in facts if fact[-2]}
        replaced = [(row_id, 0) for row_id in self._said_anew(said)]
        self._tx.update_many(summary_fact, ("current",), replaced)
        self._tx.insert_many(summary_fact, _SUMMARY, facts)

    def _said_anew(self, said: set[tuple[int, int | None]]) -> list[int]:
        """Which rows new ones replace: the customer's own replaces all of his, a merged one's its own part."""
        sql = "SELECT id, customer_id, merged_from FROM summary_fact WHERE current ORDER BY id"
        return [
            row_id
            for row_id, number, part in self._tx.connection.exec_driver_sql(sql)
            if (number, None) in said or (number, part) in said
        ]
