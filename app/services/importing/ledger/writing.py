"""Writes customers and all that a customer list says of them: contacts, tags, records, summary facts, tasks."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table

from app.models import indexing
from app.models.customer import contact, customer, customer_alias, person, profile_answer
from app.models.ledger import category, contact_log, product, summary_fact
from app.models.playbook import task
from app.models.tag import customer_tag, tag, tag_group
from app.services import searching
from app.services.customers import naming
from app.services.history import Transaction
from app.services.importing.ledger import modes
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.revisions import COLUMNS, revisions, summaries, summary
from app.services.importing.rows.listcells import BEHAVIOUR, LEVEL, NEED, SEGMENT, SINGLE, VALUE, Tag
from app.services.importing.rows.staging import ListRow, Person, Staged
from app.services.importing.values import vocabulary

SourceRows = Callable[[Iterator[tuple[int, int, int, str]]], int]
Contacts = Sequence[dict[str, str | None]]
Rows = Sequence[tuple[ListRow, int]]
_CUSTOMER = (
    "code", "name", "name_key", "pinyin", "initials", "search_text", "owner_id", "created_at", *COLUMNS,
)  # fmt: skip
_GROUPS = {
    group: (group in SINGLE, slot, position)
    for position, (group, slot) in enumerate((
        (VALUE, "gold"), (NEED, "blue"), (BEHAVIOUR, "slate"), (SEGMENT, "teal"), (LEVEL, "violet"),
    ))
}  # fmt: skip
"""Tag groups every ledger knows: at most one value, colour slot, position."""
_LOOK_EVERY = 1000  # customers between two looks at the cancel button
_FROM_LINES = ("region", "industry", "source", "kind")
"""Columns of a customer that order lines can tell."""
_from_lines = attrgetter(*_FROM_LINES)


class People:
    """Customers, the firm's own people and products of one import, by their ids in the ledger."""

    def __init__(self, tx: Transaction, staged: Staged, made: Outcomes, batch: int, now: datetime) -> None:
        self._tx, self._staged, self._made, self._batch = tx, staged, made, batch
        self.now = now.isoformat(timespec="seconds")
        self.customers: list[int | None] = []  # by position; the last stands for nobody
        self.persons: list[int | None] = self._find_persons()
        self.touched: set[int] = set()

    # the firm's own people

    def _find_persons(self) -> list[int | None]:
        tx = self._tx
        known = _pairs(tx.connection, "SELECT name, id FROM person")
        found: list[int | None] = []
        for name in self._staged.persons:
            if name not in known:
                role = name.lstrip("*＊") if name[:1] in "*＊" else None
                known[name] = tx.insert(person, name=name, role=role, is_team=vocabulary.is_team(name), active=True)
            found.append(known[name])
        return [*found, None]

    # customers

    def number_customers(self) -> None:
        """New customers get their ids in order, so that lines can be written before them."""
        made = self._made.customers
        self._first = self._tx.claim(customer, len(made.created))
        ids: list[int | None] = list(made.ids)
        for number, place in enumerate(made.created, self._first):
            ids[place] = number
        ids = [None if place in made.ambiguous else ids[made.same[place]] for place in range(len(ids))]
        self.customers = [*ids, None]

    def customer_columns(self, look: Callable[[int, int], None]) -> list[tuple[object, ...]]:
        """The new customers by column, with all that they are looked up by; `look` is called now and then."""
        created, first_rows = self._made.customers.created, self._first_rows()
        rows = []
        for number, place in enumerate(created):
            if number % _LOOK_EVERY == 0:
                look(number, len(created))
            rows.append(self._customer(place, first_rows))
        return list(zip(*rows, strict=True))

    def write_customers(self, columns: Sequence[tuple[object, ...]]) -> None:
        """The new ones; a known one without code takes the code of the files."""
        made, staged, ids = self._made.customers, self._staged, self.customers
        indexes = indexing.set_aside(self._tx.connection, customer, len(made.created))
        self._tx.insert_claimed(customer, _CUSTOMER, self._first, columns)
        indexing.build(self._tx.connection, indexes)
        for place, code in made.adopted.items():
            if (adopted := ids[place]) is not None:
                self._tx.update(customer, adopted, code=code)
                naming.refresh_search(self._tx, adopted)
        aliases = [
            (ids[place], name, searching.name_key(name), "import")
            for place, each in enumerate(staged.customers)
            for name in sorted(each.aliases)
            if ids[place] is not None
        ]
        self._write_aliases(aliases)

    def _write_aliases(self, aliases: list[tuple[int | None, str, str, str]]) -> None:
        """What another customer is called is no second name of this one."""
        if not aliases:
            return
        known = _rows(self._tx.connection, "SELECT customer_id, name_key FROM customer_alias")
        names = {key for (key,) in _rows(self._tx.connection, "SELECT name_key FROM customer")}
        new = [row for row in aliases if (row[0], row[2]) not in known and row[2] not in names]
        self._tx.insert_many(customer_alias, ("customer_id", "name", "name_key", "source"), new)
        for number in sorted({row[0] for row in new if row[0] is not None}):
            naming.refresh_search(self._tx, number)

    def _first_rows(self) -> dict[int, ListRow]:
        """The list row that makes each new customer, by position."""
        rows = zip(self._staged.list_rows, self._made.rows, strict=True)
        return {self._made.customers.same[row.customer]: row for row, state in rows if state == "created"}

    def _customer(self, place: int, rows: dict[int, ListRow]) -> tuple[object, ...]:
        each, row = self._staged.customers[place], rows.get(place)
        values = dict(zip(_FROM_LINES, _from_lines(each), strict=True))
        more = [each.code] if each.code else []
        owner = each.owner
        if row is not None:
            values |= row.values
            owner = row.owner if row.owner >= 0 else owner
            more += [part for one in row.contacts for part in (one["name"], one["phone"], one["wechat"]) if part]
        keys = searching.keys(each.name, more)
        return (
            each.code, each.name, each.name_key, keys.pinyin, keys.initials, keys.search_text,
            self.persons[owner], self.now, *map(values.get, COLUMNS),
        )  # fmt: skip

    def write_told(self) -> None:
        """What order lines say of their customers: tags, and fields of known customers that were empty."""
        told = self._told()
        tags = [
            (number, (group, name))
            for number, each in told.items()
            for group, name in ((SEGMENT, each.segment), (LEVEL, each.level))
            if name
        ]
        if tags:
            self._give(tags)
        self._answer([(number, key, answer) for number, each in told.items() for key, answer in each.answers.items()])
        known = {number for number in self._made.customers.ids if number is not None}
        self._fill({number: each for number, each in told.items() if number in known})

    def _told(self) -> dict[int, Person]:
        """Customers with new or changed lines by their ids, where these lines say anything of them."""
        people = self._staged.customers
        if not any(getattr(each, name) for each in people for name in (*_FROM_LINES, "segment", "level", "answers")):
            return {}
        places: set[int] = set()
        for block, outcome in zip(self._staged.lines, self._made.lines, strict=True):
            fresh = (*outcome.written(len(block.rows)), *outcome.updated)
            places.update(block.customers if outcome.plain else (block.customers[place] for place in fresh))
        found = {place: self.customers[place] for place in places if place >= 0}
        return {number: people[place] for place, number in found.items() if number is not None}

    def _fill(self, wanted: dict[int, Person]) -> None:
        if not wanted:
            return
        sql = f"SELECT id, {', '.join(_FROM_LINES)} FROM customer"
        rows = []
        for number, *present in self._tx.connection.exec_driver_sql(sql):
            each = wanted.get(number)
            if each is not None:
                values = [old or getattr(each, name) for name, old in zip(_FROM_LINES, present, strict=True)]
                if values != present:
                    rows.append((number, *values))
        self.touched.update(row[0] for row in rows)
        self._tx.update_many(customer, _FROM_LINES, rows)

    # products

    def products(self) -> list[int | None]:
        """Ids by position, new products and categories made; the last stands for none."""
        tx = self._tx
        known = {(code, name): number for number, code, name in tx.connection.exec_driver_sql(
            "SELECT id, code, name FROM product"
        )}  # fmt: skip
        categories = self._categories()
        fresh = [each for each in self._staged.products if (each[0], each[1]) not in known]
        new = list({(code, name): (code, name, categories.get(kind)) for code, name, kind in fresh}.values())
        first, _last = tx.insert_many(product, ("code", "name", "category_id"), new)
        known |= {(code, name): number for number, (code, name, _category) in enumerate(new, first)}
        return [*(known[code, name] for code, name, _category in self._staged.products), None]

    def _categories(self) -> dict[str | None, int]:
        tx = self._tx
        known = _pairs(tx.connection, "SELECT name, id FROM category")
        new = list(dict.fromkeys(kind for _code, _name, kind in self._staged.products if kind and kind not in known))
        first, _last = tx.insert_many(category, ("name",), ((name,) for name in new))
        return known | {name: number for number, name in enumerate(new, first)}

    # lists

    def write_lists(self, source_rows: SourceRows) -> None:
        """Everything a list says beyond the customer himself."""
        rows = [
            (row, number)
            for row, state in zip(self._staged.list_rows, self._made.rows, strict=True)
            if state in ("created", "updated") and (number := self.customers[row.customer]) is not None
        ]
        if not rows:
            return
        self.touched.update(number for _row, number in rows)
        first = source_rows((row.sheet, row.row, row.digest, row.cells) for row, _number in rows)
        self._revise()
        how = [modes.of_list(sheet) for sheet in self._staged.sheets]
        self.give_contacts(self._wanted_contacts(rows, how))
        self._give(self._wanted_tags(rows, how))
        self._answer([(number, *each) for row, number in rows for each in row.answers])
        self._write_log(rows, first)
        self._write_summaries(rows, first)

    def _revise(self) -> None:
        """Customers with the same fields to be changed are written together: lists are long."""
        changed: dict[int, dict[str, Any]] = {}
        for revision in revisions(self._tx.connection, self._staged, self._made):
            values = dict(revision.values)
            if "owner" in values:
                values["owner_id"] = self.persons[self._staged.persons.index(values.pop("owner"))]
            changed.setdefault(revision.customer, {}).update(values)
        alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for number, values in changed.items():
            if values:
                alike.setdefault(tuple(values), []).append((number, *values.values()))
        for columns, rows in alike.items():
            self._tx.update_many(customer, columns, rows)

    def give_contacts(self, rows: Sequence[tuple[Sequence[dict[str, str | None]], int]]) -> None:
        """The people at each customer who are not known there yet."""
        known = self._pairs(contact, "COALESCE(NULLIF(name, ''), phone, wechat, birthday)")
        new = []
        for people, number in rows:
            for each in people:
                told = each["name"] or each["phone"] or each["wechat"] or each["birthday"]
                if (number, told) not in known:
                    known.add((number, told))
                    new.append((number, *(each[name] for name in _CONTACT)))
        self._tx.insert_many(contact, ("customer_id", *_CONTACT), new)
        created = {self.customers[place] for place in self._made.customers.created}
        for number in sorted({row[0] for row in new if isinstance(row[0], int)} - created):
            naming.refresh_search(self._tx, number)

    def _pairs(self, table: Table, column: str) -> set[tuple[object, object]]:
        sql = f"SELECT customer_id, {column} FROM {table.name}"
        return {(number, value) for number, value in self._tx.connection.exec_driver_sql(sql)}

    def _answer(self, told: Sequence[tuple[int, str, str]]) -> None:
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
        rows = ((*place, answer, self.now[:10], "import") for place, answer in new.items())
        self._tx.insert_many(profile_answer, ("customer_id", "field", "value", "answered_on", "source"), list(rows))
        self._tx.update_many(profile_answer, ("value",), list(changed.items()))

    def _wanted_contacts(self, rows: Rows, how: Sequence[Mapping[str, str]]) -> list[tuple[Contacts, int]]:
        """The people whom the lists may add to their customers."""
        known, there = set(self._made.customers.ids), {number for number, _name in self._pairs(contact, "name")}
        return [
            (row.contacts, number)
            for row, number in rows
            if modes.adds(how[row.sheet].get("contact", ""), number in known, number in there)
        ]

    def _wanted_tags(self, rows: Rows, how: Sequence[Mapping[str, str]]) -> list[tuple[int, Tag]]:
        """The tags that the lists may give."""
        known, groups = set(self._made.customers.ids), {group for row, _number in rows for group, _name in row.tags}
        there = self._bearers(groups) if any(how) else {}
        return [
            (number, tag)
            for row, number in rows
            for tag in row.tags
            if modes.adds(how[row.sheet].get(modes.tag_field(tag[0]), ""), number in known, (number, tag[0]) in there)
        ]

    def _give(self, tags: Sequence[tuple[int, Tag]]) -> None:
        """Give tags; in a group of one value a tag given by hand stays, one of an earlier import goes."""
        ids = self._tag_ids({each for _number, each in tags})
        known = self._pairs(customer_tag, "tag_id")
        held = self._bearers({group for group, _name in ids if group in SINGLE})
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
        stamped = ((number, tag_id, "import", self.now) for number, tag_id in new)
        self._tx.insert_many(customer_tag, ("customer_id", "tag_id", "set_by", "set_at"), stamped)

    def _bearers(self, groups: set[str]) -> dict[tuple[int, str], tuple[int, str]]:
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
        groups = _pairs(tx.connection, "SELECT name, id FROM tag_group")
        sql = "SELECT g.name, t.name, t.id FROM tag t JOIN tag_group g ON g.id = t.group_id"
        known = {(group, name): number for group, name, number in tx.connection.exec_driver_sql(sql)}
        for group, name in sorted(wanted - known.keys()):
            if group not in groups:
                one, slot, position = _GROUPS.get(group, (False, None, len(groups) + 3))
                groups[group] = tx.insert(tag_group, name=group, single=one, slot=slot, position=position)
            known[group, name] = tx.insert(tag, group_id=groups[group], name=name)
        return known

    def _write_log(self, rows: Sequence[tuple[ListRow, int]], first: int) -> None:
        sql = "SELECT customer_id, day, text FROM contact_log"
        known = _rows(self._tx.connection, sql)
        new, tasks = [], []
        for source, (row, number) in enumerate(rows, first):
            for each in row.follow_ups:
                if (number, each.day, each.text) in known:
                    continue
                known.add((number, each.day, each.text))
                owner = self.persons[row.owner if each.by is None else self._staged.persons.index(each.by)]
                new.append(
                    (number, each.day, each.channel, each.text, each.feedback, each.next_step, owner, each.two_way,
                     self.now, self._batch, source)
                )  # fmt: skip
                if each.due and row.sheet in self._made.tasks_wanted:
                    tasks.append((number, each.next_step, "internal", owner, each.due, each.due, "open", 0, self.now))
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


_CONTACT = ("name", "decision_role", "phone", "wechat", "birthday")
LOG = (
    "customer_id", "day", "channel", "text", "feedback", "next_step", "person_id", "two_way", "logged_at", "batch_id",
    "source_row_id",
)  # fmt: skip
TASK = ("customer_id", "title", "channel", "owner_id", "due", "first_due", "state", "incident", "created_at")
_SUMMARY = (
    "customer_id", "first_day", "last_day", "total", "avg_cycle_days", "flags", "batch_id", "source_row_id", "current",
    "merged_from",
)  # fmt: skip


def _pairs(connection: Connection, sql: str) -> dict[Any, int]:
    """Two columns as a mapping."""
    return {name: number for name, number in connection.exec_driver_sql(sql)}  # noqa: C416 - rows are no pairs to dict()


def _rows(connection: Connection, sql: str) -> set[tuple[Any, ...]]:
    return set(map(tuple, connection.exec_driver_sql(sql)))
