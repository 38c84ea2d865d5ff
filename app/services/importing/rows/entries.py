"""Payments and contacts out of blocks of rows, each row one entry; what cannot be taken is held."""

from app.models.base import UNITS
from app.services.importing.rows import listcells
from app.services.importing.rows.lines import digest
from app.services.importing.rows.people import Register
from app.services.importing.rows.rowreader import Odd, Row, RowReader
from app.services.importing.rows.staging import ContactRow, FollowUp, PaymentRow
from app.services.importing.tables.blocks import Block
from app.services.importing.values import vocabulary
from app.texts import QT_TRANSLATE_NOOP, translate

_NEXT = QT_TRANSLATE_NOOP("ImportField", "下次跟进")  # what is to be done where only the day is told
_WHO = ("customer_code", "customer_name")


class EntryReader(RowReader):
    """What both have in common: rows that are no data, odd cells, who is meant."""

    days: tuple[str, ...] = ()  # fields that tell the day, the best first

    def prepare(self, register: Register) -> "EntryReader":
        self.register = register
        return self

    def _row(self, block: Block, place: int, row: Row, odd: Odd) -> None:
        kind = self.no_data(block, place, self.known(row) and self.day(row) is not None)
        if not kind and not self.known(row) and self.day(row) is None and not odd:
            kind = "total" if self._sums_up(row) else "note"
        if kind == "blank":
            self.blank_rows += 1
            return
        self.read += 1
        if kind == "total":
            self.check_total(block, place)
        elif kind:
            self.skip_quietly(block, place, "repeated_header" if kind == "header" else "note_row")
        else:
            self._data(block, place, row, odd)

    def _sums_up(self, row: Row) -> bool:
        return self.totals.sums_up({name: row[name] for name in self.additive if name in self._at})

    def _data(self, block: Block, place: int, row: Row, odd: Odd) -> None:
        summed = {name: [row[name]] for name in self.additive if name in self._at}
        if summed:
            self.totals.extend([block.numbers[place]], summed)
        decision, code, field = self.verdict(block, place, odd)
        if decision == "take":
            code, field = self.lacks(row)
            decision = self.findings.decision(code) if code else "take"
        if decision != "take":
            self.put_aside(block, place, decision, code, field, digest(block.cells[place]))
            return
        self.note_odd(block, place, odd)
        self.stage(block, place, row)
        self.show(block, place, "confirm" if odd else "")

    def known(self, row: Row) -> bool:
        """Whether the row says whose it is."""
        return any(row.get(name) is not None for name in _WHO)

    def day(self, row: Row) -> str | None:
        return next((row[name] for name in self.days if row.get(name) is not None), None)

    def who(self, row: Row) -> int:
        """The customer's position; -1 when none is named."""
        return self.register.customers[self.told_by(row.get("customer_code"), row.get("customer_name"))]

    def lacks(self, row: Row) -> tuple[str, str]:
        """Why a row cannot be taken: the code and the field; ("", "") when it can."""
        raise NotImplementedError

    def stage(self, block: Block, place: int, row: Row) -> None:
        raise NotImplementedError


class PaymentReader(EntryReader):
    """Reads the rows of one table of payments into Staged.payments."""

    critical = frozenset(("paid", "amount", "paid_on", "date", "customer_code", "customer_name", "settles"))
    additive = ("paid", "amount")
    days = ("paid_on", "date")

    def amount(self, row: Row) -> int | None:
        value: int | None = row.get("paid") if "paid" in self._at else row.get("amount")
        return value

    def known(self, row: Row) -> bool:
        return super().known(row) or row.get("settles") is not None

    def lacks(self, row: Row) -> tuple[str, str]:
        if self.day(row) is None:
            return "no_date", next(name for name in self.days if name in self._at)
        if self.amount(row) is None:
            return "no_amount", "paid" if "paid" in self._at else "amount"
        return ("nothing_paid", "") if self.amount(row) == 0 else ("", "")

    def stage(self, block: Block, place: int, row: Row) -> None:
        amount, day = self.amount(row), self.day(row)
        assert amount is not None
        assert day is not None
        if amount > 0 and vocabulary.says_returned(row.get("line_type")):
            amount, self.turned = -amount, True
        self.staged.payments.append(
            PaymentRow(
                self.place.number, block.numbers[place], self.who(row), day, amount, row.get("settles"),
                row.get("pay_method"), row.get("note"), False, block.cells[place],
            )
        )  # fmt: skip


class ContactReader(EntryReader):
    """Reads the rows of one table of contacts into Staged.contacts."""

    critical = frozenset(("contact_day", "entry_day", "customer_code", "customer_name"))
    days = ("contact_day", "entry_day")

    def lacks(self, row: Row) -> tuple[str, str]:
        if not self.known(row):
            return "no_name", "customer_name"
        if self.day(row) is None:
            return "no_date", next(name for name in self.days if name in self._at)
        return ("", "") if row.get("contact_text") or row.get("feedback") else ("no_text", "contact_text")

    def stage(self, block: Block, place: int, row: Row) -> None:
        day = self.day(row)
        assert day is not None
        text, feedback = row.get("contact_text") or row["feedback"], row.get("feedback")
        way = row.get("contact_way") or row.get("entry_way") or ""
        channel = vocabulary.channel_of(way)
        due = row.get("next_day")
        entry = FollowUp(
            day,
            text,
            feedback,
            row.get("next_step") or (translate("ImportField", _NEXT) if due else None),
            due,
            channel if channel != "note" else vocabulary.channel_of(text),
            True if feedback else None,
        )
        minutes = row.get("minutes")
        people = listcells.read_contacts(
            row.get("contact"), row.get("contact_role"), row.get("phone"), row.get("wechat"), None
        )
        plain = {name: value for name, value in row.items() if name != "line_no"}
        found = ContactRow(
            self.place.number,
            block.numbers[place],
            self.who(row),
            entry,
            self.register.person(row.get("person")),
            None if minutes is None else minutes // UNITS,
            (_hours(row.get("our_hours")), _hours(row.get("their_hours"))),
            people,
            digest(sorted(plain.items())),
            block.cells[place],
        )
        self.staged.contacts.append(found)
        if due:
            self.findings.add("task_offer", self.example(found.row, self._at["next_day"], entry.next_step, due))


def _hours(units: int | None) -> float | None:
    return None if units is None else units / UNITS
