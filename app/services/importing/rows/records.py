"""Customer lists out of blocks of rows: the twelve-column list and any plain list that has names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from app.models.base import UNITS
from app.services.importing.rows import listcells
from app.services.importing.rows.lines import digest
from app.services.importing.rows.people import Register
from app.services.importing.rows.rowreader import RowReader
from app.services.importing.rows.sheetreader import is_remark
from app.services.importing.rows.staging import FollowUp, ListRow
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.profilefields import answer_key, is_profile
from app.services.importing.values import vocabulary
from app.services.importing.values.cells import Refusal

_COLUMNS = {
    "industry": "industry", "region": "region", "source": "source", "state": "status", "strategy": "strategy_note",
    "credit_limit": "credit_limit", "est_demand": "est_annual_demand", "note": "note",
}  # fmt: skip
"""Fields that go into the column of table customer as they were read."""


_ON_CONTACTS = ("feedback", "next_step", "next_day", "contact_way")
_GROUPS = {"segment": listcells.SEGMENT, "level": listcells.LEVEL}
"""Fields that become a tag."""


class RecordReader(RowReader):
    """Reads the rows of one customer list into Staged.list_rows."""

    critical = frozenset(("customer_name", "customer_code", "first_day", "last_day", "total", "avg_cycle"))
    additive = ("total",)

    def prepare(self, register: Register) -> "RecordReader":
        self.register = register
        title = next((self.title(index) for index, name in self.columns.fields.items() if name == "tags"), "")
        self._slots = listcells.slots_of(title)
        self._after_total = self._noted = False
        self._lone: list[tuple[Block, int, dict[str, Any], list[tuple[str, str]]]] = []
        return self

    def finish(self) -> None:
        """A last row that holds a name alone is a customer entered in haste; among notes it was one of them."""
        self._settle_lone(notes=False)

    def _settle_lone(self, *, notes: bool) -> None:
        lone, self._lone = self._lone, []
        for block, place, row, odd in lone:
            if notes:
                self.skip_quietly(block, place, "note_row")
            else:
                self._data(block, place, row, odd)

    def _row(self, block: Block, place: int, row: dict[str, Any], odd: list[tuple[str, str]]) -> None:
        kind = self._no_data(block, place, row)
        if kind == "blank":
            self.blank_rows += 1
            return
        self.read += 1
        if kind == "lone":
            self._lone.append((block, place, row, odd))
            return
        self._settle_lone(notes=kind == "note")
        self._noted = kind == "note"
        if kind == "total":
            self.check_total(block, place)
            self._after_total = True
        elif kind:
            self.skip_quietly(block, place, "repeated_header" if kind == "header" else "note_row")
        else:
            self._data(block, place, row, odd)

    def _no_data(self, block: Block, place: int, row: dict[str, Any]) -> str:
        name = row.get("customer_name")
        others = [key for key, value in row.items() if value is not None and key != "customer_name"]
        kind = self.no_data(block, place, name is not None and len(others) > 1)
        if kind == "note":  # a lone text: a customer of whom nothing else is known, unless it reads like a remark
            lone = name is not None and not self._after_total and not self._noted and not _is_remark(name)
            return "lone" if lone else "note"
        if kind:
            return kind
        if name is None:
            return "" if others and not self._goes_on_noting(block, place, row) else "note"
        told = not any(row.get(field) is not None for field in _FACTS)
        remark = self._after_total or _SIGNED.match(name) or is_remark(self.own_cells(block, place))
        return "note" if told and remark else ""

    def _goes_on_noting(self, block: Block, place: int, row: dict[str, Any]) -> bool:
        """Whether a row without a name only goes on with the notes above it: a few words strewn over the columns."""
        filled = [cell for cell in self.own_cells(block, place) if cell is not None]
        few = len(filled) <= len(self.layout.titles) / 2 and all(isinstance(cell, str) for cell in filled)
        return (self._noted or self._after_total) and few and not any(row.get(fact) is not None for fact in _FACTS)

    def _data(self, block: Block, place: int, row: dict[str, Any], odd: list[tuple[str, str]]) -> None:
        if "total" in self._at:
            self.totals.extend([block.numbers[place]], {"total": [row["total"]]})
        decision, code, field = self.verdict(block, place, odd)
        if decision == "take" and row.get("customer_name") is None and row.get("customer_code") is None:
            decision, code, field = self.findings.decision("no_name"), "no_name", "customer_name"
        if decision == "take":
            try:
                understood: ListRow | None = self._understood(block, place, row)
            except Refusal as refusal:
                decision, code, field = self.findings.decision(refusal.code), refusal.code, _culprit(refusal.code)
                understood = None if decision != "take" else self._understood(block, place, {**row, field: None})
        if decision == "take":
            decision, code = self._flag_decision(understood)
            field = ""
        if decision != "take":
            self.put_aside(block, place, decision, code, field, digest(block.cells[place]), row.get("total"))
            return
        assert understood is not None
        self.note_odd(block, place, odd)
        self._stage(block, place, understood)

    def _flag_decision(self, row: ListRow | None) -> tuple[str, str]:
        for flag in row.flags if row else ():
            decision = self.findings.decision(flag)
            if decision != "take":
                return decision, flag
        return "take", ""

    def _understood(self, block: Block, place: int, row: dict[str, Any]) -> ListRow:
        tags, moved = listcells.read_tags(row["tags"], self._slots) if row.get("tags") else ((), False)
        log, undated = listcells.read_log(row["log"]) if row.get("log") else ((), "")
        values = {column: row[name] for name, column in _COLUMNS.items() if row.get(name) is not None}
        if row.get("size"):
            values["size_band"] = listcells.size_band(row["size"])
        tags += tuple((group, row[name]) for name, group in _GROUPS.items() if row.get(name))
        told = row.get("customer_kind") or row.get("segment")
        if told and (kind := listcells.customer_kind(told)):
            values["kind"] = kind
        if row.get("credit_days") is not None:
            values["credit_days"] = row["credit_days"] // UNITS
        if undated and not log and row.get("contact_day"):
            log, undated = (_dated(undated, row),), ""
        if undated:
            values["note"] = "\n".join(filter(None, (values.get("note"), undated)))
        people = listcells.read_contacts(
            row.get("contact"), row.get("contact_role"), row.get("phone"), row.get("wechat"), row.get("birthday")
        )
        if row.get("key_person"):
            people += listcells.key_people(row["key_person"], [each["name"] for each in people])
        first, last, total = row.get("first_day"), row.get("last_day"), row.get("total")
        cycle = row["avg_cycle"] / UNITS if row.get("avg_cycle") else None
        said = [name for _group, name in tags] + [row[key] for key in ("state", "strategy") if row.get(key)]
        flags = listcells.contradictions(first, last, total, said)
        flags += ("risk_in_value",) if moved else ()
        plain = {name: value for name, value in row.items() if name not in ("line_no",)}
        return ListRow(
            self.place.number, block.numbers[place], -1, values, people, tags, log, -1, first, last, total, cycle,
            flags, tuple(self._answers(row, log)), digest(sorted(plain.items())), block.cells[place],
        )  # fmt: skip

    @staticmethod
    def _answers(row: dict[str, Any], log: Sequence[FollowUp]) -> Iterator[tuple[str, str]]:
        """What has no column of its own, and words on a contact whose day nobody wrote down."""
        for name, value in row.items():
            if value is not None and (is_profile(name) or (name in _ON_CONTACTS and not log)):
                yield answer_key(name), value

    def _stage(self, block: Block, place: int, understood: ListRow) -> None:
        code, name = (
            self.decisions.memos[field][self.column(block, field)[place]] if field in self._at else None
            for field in ("customer_code", "customer_name")
        )
        misnamed = False
        phones = [each["phone"] for each in understood.contacts if each["phone"]]
        if self.decisions.match_key == "phone" and phones:
            customer = self.register.by_phone(str(phones[0]), code, name)
        else:
            customer, misnamed = self.register.listed(*self.told_by(code, name))
        owner = -1
        if "owner" in self._at:
            owner = self.register.person(self.decisions.memos["owner"][self.column(block, "owner")[place]])
        row = replace(understood, customer=customer, owner=owner, misnamed=misnamed)
        for entry in row.follow_ups:
            self.register.person(entry.by)
        self._note(block, place, row)
        self.staged.list_rows.append(row)
        self.show(block, place, "confirm" if set(row.flags) - {"risk_in_value"} else "")

    def _note(self, block: Block, place: int, row: ListRow) -> None:
        name = self.staged.customers[row.customer].name
        for flag in row.flags:
            self.findings.add(flag, self.example(row.row, None, name))
        for entry in row.follow_ups:
            if entry.due:
                self.findings.add("task_offer", self._offer(row, entry))

    def _offer(self, row: ListRow, entry: FollowUp) -> Any:
        index = self._at.get("log")
        return self.example(row.row, index, entry.next_step, entry.due or "")


def _dated(text: str, row: dict[str, Any]) -> FollowUp:
    """A record whose day stands in a column of its own."""
    feedback = row.get("feedback")
    way = vocabulary.channel_of(row.get("contact_way") or text)
    return FollowUp(
        row["contact_day"], text, feedback, row.get("next_step"), row.get("next_day"), way, True if feedback else None
    )


def _culprit(code: str) -> str:
    return "tags" if code == "tag_slots" else "log"


_FACTS = ("customer_code", "first_day", "last_day", "total", "phone", "tags")
"""What a remark under the list does not hold, however many cells it fills."""
_SIGNED = re.compile(
    r"(?:注|备注|说明|制表|填表|审核|复核|编制|单位|负责人|日期|附|prepared|note)[^:：]{0,6}[:：]", re.I
)
_REMARK = re.compile(
    r"^(?:注|备注|说明|制表|填表|审核|复核|编制|单位|负责人|日期|以上|附|note|source|prepared|remark)|[:：。]", re.I
)


def _is_remark(text: str) -> bool:
    """Whether a lone text under a list is a note to it and no customer."""
    return len(text) > 30 or _REMARK.search(text) is not None
