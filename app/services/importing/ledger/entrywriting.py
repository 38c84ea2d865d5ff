"""Writes the payments and the contacts of an import, each with its source."""

from typing import Any

from app.models.ledger import contact_log, payment
from app.models.playbook import task
from app.services.history import Transaction
from app.services.importing.ledger.listwriting import LOG, TASK
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.telling import Telling
from app.services.importing.ledger.writing import People, SourceRows
from app.services.importing.rows.staging import ContactRow, PaymentRow, Staged

_PAYMENT = ("customer_id", "day", "amount", "order_no", "kind", "method", "note", "batch_id", "source_row_id")


class EntryWriter:
    """One import's; `touched` are the customers it bears on."""

    def __init__(
        self, tx: Transaction, staged: Staged, made: Outcomes, batch: int, people: People, telling: Telling
    ) -> None:
        self._tx, self._staged, self._made, self._batch = tx, staged, made, batch
        self._people, self._telling = people, telling
        self.touched: set[int] = set()

    def write(self, source_rows: SourceRows) -> set[int]:
        """All of them; returns the customers they are about."""
        self._sources = source_rows
        if self._staged.payments:
            self._write_payments()
        if self._staged.contacts:
            self._write_contacts()
            self._complete()
        return self.touched

    # payments

    def _write_payments(self) -> None:
        entries = self._made.entries
        rows = enumerate(self._staged.payments)
        fresh = [(place, row) for place, row in rows if entries.payments[place] in ("created", "updated")]
        if not fresh:
            return
        digests = (0 if row.line else _digest(row) for _place, row in fresh)
        first = self._sources(
            (row.sheet, row.row, digest, row.cells) for (_place, row), digest in zip(fresh, digests, strict=True)
        )
        new: list[tuple[Any, ...]] = []
        changed: list[tuple[Any, ...]] = []
        for source, (place, row) in enumerate(fresh, first):
            values = self._values(place, row, source)
            if place in entries.changed:
                changed.append((entries.changed[place], *values))
            else:
                new.append(values)
            if values[0] is not None:
                self.touched.add(values[0])
        self._tx.insert_many(payment, _PAYMENT, new)
        self._tx.update_many(payment, _PAYMENT, changed)

    def _values(self, place: int, row: PaymentRow, source: int) -> tuple[Any, ...]:
        customer = self._made.entries.customer(place, row, self._people.customers)
        return (
            customer, row.day, row.amount, row.order_no, row.kind, row.method, row.note, self._batch, source,
        )  # fmt: skip

    # contacts

    def _write_contacts(self) -> None:
        rows = zip(self._staged.contacts, self._made.entries.contacts, strict=True)
        fresh = [
            (row, number)
            for row, state in rows
            if state == "created" and (number := self._people.customers[row.customer]) is not None
        ]
        if not fresh:
            return
        first = self._sources((row.sheet, row.row, row.digest, row.cells) for row, _number in fresh)
        self._telling.contacts([(row.contacts, number) for row, number in fresh])
        logs = (self._log(row, number, source) for source, (row, number) in enumerate(fresh, first))
        self._tx.insert_many(contact_log, (*LOG, "minutes", "response_hours", "answer_hours"), list(logs))
        wanted = self._made.tasks_wanted
        due = [self._task(row, number) for row, number in fresh if row.entry.due and row.sheet in wanted]
        self._tx.insert_many(task, TASK, due)
        self.touched.update(number for _row, number in fresh)

    def _log(self, row: ContactRow, number: int, source: int) -> tuple[Any, ...]:
        entry, person = row.entry, self._people.persons[row.person]
        return (
            number, entry.day, entry.channel, entry.text, entry.feedback, entry.next_step, person, entry.two_way,
            self._people.now, self._batch, source, row.minutes, *row.hours,
        )  # fmt: skip

    def _task(self, row: ContactRow, number: int) -> tuple[Any, ...]:
        entry, person = row.entry, self._people.persons[row.person]
        return number, entry.next_step, "internal", person, entry.due, entry.due, "open", 0, self._people.now

    def _complete(self) -> None:
        """What the file says of a contact known already and the ledger did not."""
        rows = []
        for place, number in self._made.entries.completed.items():
            row = self._staged.contacts[place]
            sql = "SELECT customer_id, feedback, next_step FROM contact_log WHERE id = ?"
            customer, feedback, step = self._tx.connection.exec_driver_sql(sql, (number,)).one()
            rows.append((number, feedback or row.entry.feedback, step or row.entry.next_step))
            self.touched.add(customer)
        self._tx.update_many(contact_log, ("feedback", "next_step"), rows)


def _digest(row: PaymentRow) -> int:
    from app.services.importing.rows.lines import digest

    return digest(row.cells)
