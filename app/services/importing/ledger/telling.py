"""Writes what files say of customers beside their own columns: contacts, tags, answers of the profile."""

from collections.abc import Sequence

from sqlalchemy import Table

from app.models.customer import contact, customer, profile_answer
from app.models.tag import customer_tag, tag, tag_group
from app.services.customers import naming
from app.services.history import Transaction
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.writing import FROM_LINES, People, pairs
from app.services.importing.rows.listcells import BEHAVIOUR, LEVEL, NEED, SEGMENT, SINGLE, VALUE, Tag
from app.services.importing.rows.staging import Person, Staged

Contacts = Sequence[dict[str, str | None]]
_CONTACT = ("name", "decision_role", "phone", "wechat", "birthday")
_GROUPS = {
    group: (group in SINGLE, slot, position)
    for position, (group, slot) in enumerate((
        (VALUE, "gold"), (NEED, "blue"), (BEHAVIOUR, "slate"), (SEGMENT, "teal"), (LEVEL, "violet"),
    ))
}  # fmt: skip
"""Tag groups every ledger knows: at most one value, colour slot, position."""


class Telling:
    """Adds to customers what is told of them; `touched` are those for whom that was something new."""

    def __init__(self, tx: Transaction, staged: Staged, made: Outcomes, people: People) -> None:
        self._tx, self._staged, self._made, self._people = tx, staged, made, people
        self.touched: set[int] = set()

    def of_lines(self) -> None:
        """What order lines say of their customers: tags, and fields of known customers that were empty."""
        told = self._told()
        tags = [
            (number, (group, name))
            for number, each in told.items()
            for group, name in ((SEGMENT, each.segment), (LEVEL, each.level))
            if name
        ]
        if tags:
            self.tags(tags)
        self.answers([(number, key, answer) for number, each in told.items() for key, answer in each.answers.items()])
        known = {number for number in self._made.customers.ids if number is not None}
        self._fill({number: each for number, each in told.items() if number in known})

    def _told(self) -> dict[int, Person]:
        """Customers with new or changed lines by their ids, where these lines say anything of them."""
        people = self._staged.customers
        if not any(getattr(each, name) for each in people for name in (*FROM_LINES, "segment", "level", "answers")):
            return {}
        places: set[int] = set()
        for block, outcome in zip(self._staged.lines, self._made.lines, strict=True):
            fresh = (*outcome.written(len(block.rows)), *outcome.updated)
            places.update(block.customers if outcome.plain else (block.customers[place] for place in fresh))
        found = {place: self._people.customers[place] for place in places if place >= 0}
        return {number: people[place] for place, number in found.items() if number is not None}

    def _fill(self, wanted: dict[int, Person]) -> None:
        if not wanted:
            return
        sql = f"SELECT id, {', '.join(FROM_LINES)} FROM customer"
        rows = []
        for number, *present in self._tx.connection.exec_driver_sql(sql):
            each = wanted.get(number)
            if each is not None:
                values = [old or getattr(each, name) for name, old in zip(FROM_LINES, present, strict=True)]
                if values != present:
                    rows.append((number, *values))
        self.touched.update(row[0] for row in rows)
        self._tx.update_many(customer, FROM_LINES, rows)

    def contacts(self, rows: Sequence[tuple[Sequence[dict[str, str | None]], int]]) -> None:
        """The people at each customer who are not known there yet."""
        known = self.known(contact, "COALESCE(NULLIF(name, ''), phone, wechat, birthday)")
        new = []
        for people, number in rows:
            for each in people:
                told = each["name"] or each["phone"] or each["wechat"] or each["birthday"]
                if (number, told) not in known:
                    known.add((number, told))
                    new.append((number, *(each[name] for name in _CONTACT)))
        self._tx.insert_many(contact, ("customer_id", *_CONTACT), new)
        created = {self._people.customers[place] for place in self._made.customers.created}
        for number in sorted({row[0] for row in new if isinstance(row[0], int)} - created):
            naming.refresh_search(self._tx, number)

    def known(self, table: Table, column: str) -> set[tuple[object, object]]:
        """Customers with one column of what is kept of them."""
        sql = f"SELECT customer_id, {column} FROM {table.name}"
        return {(number, value) for number, value in self._tx.connection.exec_driver_sql(sql)}

    def answers(self, told: Sequence[tuple[int, str, str]]) -> None:
        """Answers of the profile; one given by hand stays, one of an earlier import gives way."""
        if not told:
            return
        sql = "SELECT customer_id, field, id, value, source FROM profile_answer"
        known = {(row[0], row[1]): row[2:] for row in self._tx.connection.exec_driver_sql(sql)}
        new: dict[tuple[int, str], str] = {}
        changed: dict[int, str] = {}
        for number, key, answer in told:
            there = known.get((number, key))
            if there is None:
                new.setdefault((number, key), answer)
            elif there[2] == "import" and there[1] != answer:
                changed[there[0]] = answer
        self.touched.update(number for number, _key in new)
        rows = ((*place, answer, self._people.now[:10], "import") for place, answer in new.items())
        self._tx.insert_many(profile_answer, ("customer_id", "field", "value", "answered_on", "source"), list(rows))
        self._tx.update_many(profile_answer, ("value",), list(changed.items()))

    def tags(self, tags: Sequence[tuple[int, Tag]]) -> None:
        """Give tags; in a group of one value a tag given by hand stays, one of an earlier import goes."""
        ids = self._tag_ids({each for _number, each in tags})
        known = self.known(customer_tag, "tag_id")
        held = self.bearers({group for group, _name in ids if group in SINGLE})
        new: dict[tuple[int, int], None] = {}
        gone: list[int] = []
        said: set[tuple[int, str]] = set()
        for number, each in tags:
            tag_id, place = ids[each], (number, each[0])
            if each[0] in SINGLE:
                if place in said:  # another row has said it already
                    continue
                said.add(place)
            if (number, tag_id) in known:
                continue
            if place in held:
                row_id, set_by = held[place]
                if set_by != "import":
                    continue
                gone.append(row_id)
            new[number, tag_id] = None
        self.touched.update(number for number, _tag_id in new)
        self._tx.delete(customer_tag, gone)
        stamped = ((number, tag_id, "import", self._people.now) for number, tag_id in new)
        self._tx.insert_many(customer_tag, ("customer_id", "tag_id", "set_by", "set_at"), stamped)

    def bearers(self, groups: set[str]) -> dict[tuple[int, str], tuple[int, str]]:
        """Who bears a tag of these groups: (customer, group) -> its row and where it came from."""
        if not groups:
            return {}
        sql = (
            "SELECT ct.customer_id, g.name, ct.id, ct.set_by FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
            " JOIN tag_group g ON g.id = t.group_id"
        )
        rows = self._tx.connection.exec_driver_sql(sql)
        return {(number, group): (row_id, set_by) for number, group, row_id, set_by in rows if group in groups}

    def _tag_ids(self, wanted: set[Tag]) -> dict[Tag, int]:
        tx = self._tx
        groups = pairs(tx.connection, "SELECT name, id FROM tag_group")
        sql = "SELECT g.name, t.name, t.id FROM tag t JOIN tag_group g ON g.id = t.group_id"
        known = {(group, name): number for group, name, number in tx.connection.exec_driver_sql(sql)}
        for group, name in sorted(wanted - known.keys()):
            if group not in groups:
                one, slot, position = _GROUPS.get(group, (False, None, len(groups) + 3))
                groups[group] = tx.insert(tag_group, name=group, single=one, slot=slot, position=position)
            known[group, name] = tx.insert(tag, group_id=groups[group], name=name)
        return known
