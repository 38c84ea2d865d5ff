"""What becomes of staged payments and contacts, given those the ledger has: new, changed, known, held, skipped."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from app.services.importing.ledger.matching import Customers
from app.services.importing.plans import Counts
from app.services.importing.problems import Findings
from app.services.importing.rows.staging import ContactRow, HeldRow, PaymentRow, Staged

_SAME_SHEET = 0.5  # share of an earlier sheet's payments that must come again before the others count as changed
Places = dict[int, set[int]]  # rows by sheet
Key = tuple[object, ...]


@dataclass
class Entries:
    """States by place in Staged.payments and Staged.contacts: created, updated, unchanged, held:code, skipped:code.

    A payment in a column of the sales lines is "left" where its line is, or where a table of payments says it again.
    """

    payments: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    payers: dict[int, int] = field(default_factory=dict)  # place -> position of the customer whose order it settles
    owners: dict[int, int] = field(default_factory=dict)  # place -> id of that customer in the ledger
    changed: dict[int, int] = field(default_factory=dict)  # place -> id of the payment it changes
    completed: dict[int, int] = field(default_factory=dict)  # place of a contact -> id of the record it adds to
    held: list[HeldRow] = field(default_factory=list)
    remarks: list[tuple[str, int, int]] = field(default_factory=list)  # (code, sheet, row)
    counts: dict[int, Counts] = field(default_factory=dict)  # by sheet, of rows that are nothing but this
    lines_changed: dict[int, int] = field(default_factory=dict)  # by sheet, sales lines known but for their payment

    def customer(self, place: int, row: PaymentRow, ids: list[int | None]) -> int | None:
        """Who paid: by name, else by the order; `ids` are those of the customers by position."""
        if place in self.owners:
            return self.owners[place]
        position = self.payers.get(place, row.customer)
        return ids[position] if position >= 0 else None

    def taken(self) -> Counter[str]:
        """How many payments and contacts are in the ledger afterwards."""
        written = ("created", "updated", "unchanged")
        return Counter(
            payments=sum(state in written for state in self.payments),
            contacts=sum(state in written for state in self.contacts),
        )


def judge(
    connection: Connection, staged: Staged, people: Customers, decisions: Findings, aside: Places, same: Places
) -> Entries:
    """Compare with the ledger. `aside` are sales lines that are not taken, `same` those that are there already."""
    made = Entries()
    if staged.payments:
        _Payments(connection, staged, people, decisions, made).judge(aside)
    if staged.contacts:
        _judge_contacts(connection, staged, people, decisions, made)
    _count(staged, made, same)
    return made


class _Payments:
    def __init__(
        self, connection: Connection, staged: Staged, people: Customers, decisions: Findings, made: Entries
    ) -> None:
        self._connection, self._staged, self._people = connection, staged, people
        self._decisions, self._made = decisions, made

    def judge(self, aside: Places) -> None:
        staged, made = self._staged, self._made
        apart = any(sheet.kind == "payments" for sheet in staged.sheets)
        self._find_payers()
        seen: Counter[Key] = Counter()
        for place, row in enumerate(staged.payments):
            state = self._state(place, row, apart, aside, seen)
            made.payments.append(state)
            if state.startswith("held:"):
                code = state.partition(":")[2]
                made.held.append(HeldRow(row.sheet, row.row, code, "", _digest(row), row.cells))
        self._compare()

    def _state(self, place: int, row: PaymentRow, apart: bool, aside: Places, seen: Counter[Key]) -> str:
        """As far as it shows without the payments of the ledger; "created" until then."""
        made = self._made
        if row.line:
            if apart:
                made.remarks.append(("paid_twice", row.sheet, row.row))
            return "left" if apart or row.row in aside.get(row.sheet, ()) else "created"
        position = made.payers.get(place, row.customer)
        if position in self._people.ambiguous:
            return _aside(self._decisions, "customer_ambiguous", row.sheet)
        key = (position, row.day, row.amount, row.order_no, row.method, row.note)
        seen[key] += 1
        if seen[key] > 1:
            made.remarks.append(("duplicate_rows", row.sheet, row.row))
            if self._decisions.decision("duplicate_rows", row.sheet) == "skip":
                return "skipped:duplicate_rows"
        if position < 0 and place not in made.owners:
            decision = self._decisions.decision("payment_no_customer", row.sheet)
            if decision != "take":
                return _aside(self._decisions, "payment_no_customer", row.sheet)
            made.remarks.append(("payment_no_customer", row.sheet, row.row))
        return "created"

    def _find_payers(self) -> None:
        """Payments that only name an order are those of its customer."""
        rows = self._staged.payments
        unnamed = [place for place, row in enumerate(rows) if row.customer < 0 and row.order_no is not None]
        if not unnamed:
            return
        wanted = {rows[place].order_no for place in unnamed}
        positions: dict[str | None, int] = {}
        for block in self._staged.lines:
            for order, customer in zip(block.order_nos, block.customers, strict=True):
                if order in wanted and customer >= 0:
                    positions.setdefault(order, customer)
        sql = (
            "SELECT order_no, MIN(customer_id) FROM order_line WHERE customer_id IS NOT NULL"
            " AND order_no IN (SELECT value FROM json_each(?)) GROUP BY order_no"
        )
        found = self._connection.exec_driver_sql(sql, (json.dumps(sorted(map(str, wanted))),)).all()
        owners: dict[str | None, int] = dict(map(tuple, found))
        for place in unnamed:
            order = rows[place].order_no
            if order in positions:
                self._made.payers[place] = positions[order]
            elif order in owners:
                self._made.owners[place] = owners[order]

    def _compare(self) -> None:
        known: dict[Key, list[int]] = defaultdict(list)
        sql = "SELECT id, customer_id, day, amount, order_no FROM payment ORDER BY id DESC"
        for number, *told in self._connection.exec_driver_sql(sql):
            known[tuple(told)].append(number)
        if not known:
            return
        made = self._made
        for place, row in enumerate(self._staged.payments):
            key: Key = (self._payer(place, row), row.day, row.amount, row.order_no)
            if made.payments[place] == "created" and known.get(key):
                known[key].pop()
                made.payments[place] = "unchanged"
        self._find_changed({number for numbers in known.values() for number in numbers})

    def _payer(self, place: int, row: PaymentRow) -> object:
        """Who paid; a customer this import makes is somebody, too, and not nobody."""
        position = self._made.payers.get(place, row.customer)
        number = self._made.customer(place, row, self._people.ids)
        return ("new", position) if number is None and position >= 0 else number

    def _find_changed(self, left: set[int]) -> None:
        """Payments of an earlier reading of a sheet that come again: with another sum, or with a name at last."""
        made = self._made
        fresh = [place for place, state in enumerate(made.payments) if state == "created"]
        waiting = self._waiting(left) if left and fresh else {}
        for place in fresh:
            row = self._staged.payments[place]
            keys = (_key(self._payer(place, row), row.order_no, row.day, row.line), _nameless(row))
            number = next((number for key in keys for number in waiting.get(key, ()) if number in left), None)
            if number is not None:
                left.remove(number)
                made.changed[place] = number
                made.payments[place] = "updated"

    def _waiting(self, left: set[int]) -> dict[Key, list[int]]:
        """Earlier payments not met again, by key, of sheets most of whose payments came again.

        Readings of one sheet go together: of the second there may be nothing but the rows that were changed then.
        """
        sizes: Counter[Key] = Counter()
        gone: Counter[Key] = Counter()
        candidates: list[tuple[tuple[Key, Key], bool, tuple[Key, ...], int]] = []
        sql = (
            "SELECT p.id, f.name, s.name, s.headers, r.sheet_id, p.customer_id, p.order_no, p.day, p.amount,"
            " s.kind = 'orders'"
            " FROM payment p JOIN source_row r ON r.id = p.source_row_id JOIN source_sheet s ON s.id = r.sheet_id"
            " JOIN source_file f ON f.id = s.file_id ORDER BY p.id"
        )
        for number, *names, sheet, customer, order, day, amount, line in self._connection.exec_driver_sql(sql):
            readings: tuple[Key, Key] = (sheet,), tuple(names)
            sizes.update(readings)
            if number in left:
                gone.update(readings)
                keys = (_key(customer, order, day, bool(line)), *([] if customer else [(order, day, amount)]))
                candidates.append((readings, bool(line), keys, number))
        waiting: dict[Key, list[int]] = defaultdict(list)
        for readings, of_line, keys, number in candidates:
            if of_line or any(sizes[each] - gone[each] >= _SAME_SHEET * sizes[each] for each in readings):
                for key in keys:
                    waiting[key].append(number)
        return waiting


def _nameless(row: PaymentRow) -> Key:
    """What finds a payment of which nobody said who paid it."""
    return row.order_no, row.day, row.amount


def _key(customer: object, order: str | None, day: str, line: bool) -> Key:
    """What names a payment: who and when; of a line that tells what has been paid so far, its order alone."""
    return (customer, order, None if line and order is not None else day, line)


def _judge_contacts(
    connection: Connection, staged: Staged, people: Customers, decisions: Findings, made: Entries
) -> None:
    known: dict[Key, tuple[int, str | None, str | None]] = {}
    read: set[Key] = set()
    sql = (
        "SELECT l.id, l.customer_id, l.day, l.text, l.feedback, l.next_step, r.digest FROM contact_log l"
        " LEFT JOIN source_row r ON r.id = l.source_row_id"
    )
    for number, customer, day, text, feedback, step, digest in connection.exec_driver_sql(sql):
        known[customer, day, text] = (number, feedback, step)
        read.add((customer, digest))
    seen: set[Key] = set()
    for place, row in enumerate(staged.contacts):
        customer = people.ids[people.same[row.customer]]
        there = known.get((customer, row.entry.day, row.entry.text)) if customer is not None else None
        own = (people.same[row.customer], row.entry.day, row.entry.text, row.person)
        if row.customer in people.ambiguous:
            state = _aside(decisions, "customer_ambiguous", row.sheet)
        elif own in seen:
            state = "skipped:repeated_contact"
            made.remarks.append(("repeated_contact", row.sheet, row.row))
        elif there is not None and _adds(row, there):
            state, made.completed[place] = "updated", there[0]
        else:
            again = there is not None or (customer is not None and (customer, row.digest) in read)
            state = "unchanged" if again else "created"
        seen.add(own)
        made.contacts.append(state)
        if state.startswith("held:"):
            code = state.partition(":")[2]
            made.held.append(HeldRow(row.sheet, row.row, code, "", row.digest, row.cells))


def _adds(row: ContactRow, there: tuple[int, str | None, str | None]) -> bool:
    """Whether the file says what the record lacks so far; what it has is left as it is."""
    _number, feedback, step = there
    return bool((row.entry.feedback and not feedback) or (row.entry.next_step and not step))


def _aside(decisions: Findings, code: str, sheet: int) -> str:
    return f"skipped:{code}" if decisions.decision(code, sheet) == "skip" else f"held:{code}"


def _digest(row: PaymentRow) -> int:
    from app.services.importing.rows.lines import digest

    return digest(row.cells)


def _count(staged: Staged, made: Entries, same: Places) -> None:
    """Every row in one counter; a line known already whose payment is new has changed."""
    changed: Places = defaultdict(set)
    rows: list[tuple[Any, str]] = [*zip(staged.contacts, made.contacts, strict=True)]
    for row, state in zip(staged.payments, made.payments, strict=True):
        if not row.line:
            rows.append((row, state))
        elif state in ("created", "updated") and row.row in same.get(row.sheet, ()):
            changed[row.sheet].add(row.row)
    counts = {"created": Counts(1, 1), "updated": Counts(1, 0, 1), "unchanged": Counts(1, 0, 0, 1)}
    counts |= {"held": Counts(1, 0, 0, 0, 1), "skipped": Counts(1, 0, 0, 0, 0, 1)}
    for row, state in rows:
        made.counts[row.sheet] = made.counts.get(row.sheet, Counts()) + counts[state.partition(":")[0]]
    made.lines_changed = {sheet: len(places) for sheet, places in changed.items()}
