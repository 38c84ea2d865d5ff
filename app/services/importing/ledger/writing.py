"""Writes customers, the firm's own people and products, and knows them by their places in the files afterwards."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from app.models import indexing
from app.models.customer import customer, customer_alias, person
from app.models.ledger import category, product
from app.services import searching
from app.services.customers import naming
from app.services.history import Transaction
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.revisions import COLUMNS
from app.services.importing.rows.staging import ListRow, Staged
from app.services.importing.values import vocabulary

SourceRows = Callable[[Iterator[tuple[int, int, int, str]]], int]
"""Writes original rows (sheet, row, digest, cells); returns the id of the first."""
_CUSTOMER = (
    "code", "name", "name_key", "pinyin", "initials", "search_text", "owner_id", "created_at", *COLUMNS,
)  # fmt: skip
_LOOK_EVERY = 1000  # customers between two looks at the cancel button
FROM_LINES = ("region", "industry", "source", "kind")
"""Columns of a customer that order lines can tell."""
_from_lines = attrgetter(*FROM_LINES)


class People:
    """Customers, the firm's own people and products of one import, by their ids in the ledger."""

    def __init__(self, tx: Transaction, staged: Staged, made: Outcomes, now: datetime) -> None:
        self._tx, self._staged, self._made = tx, staged, made
        self.now = now.isoformat(timespec="seconds")
        self.customers: list[int | None] = []  # by position; the last stands for nobody
        self.persons: list[int | None] = self._find_persons()

    # the firm's own people

    def _find_persons(self) -> list[int | None]:
        tx = self._tx
        known = pairs(tx.connection, "SELECT name, id FROM person")
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
        known = rows_of(self._tx.connection, "SELECT customer_id, name_key FROM customer_alias")
        names = {key for (key,) in rows_of(self._tx.connection, "SELECT name_key FROM customer")}
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
        values = dict(zip(FROM_LINES, _from_lines(each), strict=True))
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
        known = pairs(tx.connection, "SELECT name, id FROM category")
        new = list(dict.fromkeys(kind for _code, _name, kind in self._staged.products if kind and kind not in known))
        first, _last = tx.insert_many(category, ("name",), ((name,) for name in new))
        return known | {name: number for number, name in enumerate(new, first)}


def pairs(connection: Connection, sql: str) -> dict[Any, int]:
    """Two columns as a mapping."""
    return {name: number for name, number in connection.exec_driver_sql(sql)}  # noqa: C416 - rows are no pairs to dict()


def rows_of(connection: Connection, sql: str) -> set[tuple[Any, ...]]:
    return set(map(tuple, connection.exec_driver_sql(sql)))
