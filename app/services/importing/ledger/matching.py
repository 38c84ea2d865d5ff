"""What an import meets in the ledger: customers it knows, rows it has read before, lines that changed since."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.models.glance import driver_of
from app.services.importing.rows.staging import LineBlock, Person, Staged
from app.services.searching import name_key

_SAME_FILE = 0.5  # share of an earlier sheet's lines that must come again before the others count as changed
Key = tuple[object, ...]


@dataclass(frozen=True)
class Customers:
    """By position in Staged.customers: the id in the ledger, None for new ones; `same` leads spellings together."""

    ids: list[int | None]
    same: list[int]
    ambiguous: frozenset[int]  # a name alone that several known customers bear
    binned: frozenset[int]
    adopted: dict[int, str]  # position -> code that a customer known by name only gets now
    merged: dict[int, int] = field(default_factory=dict)  # position -> who it was, of a customer merged since
    idle: frozenset[int] = frozenset()  # not known, and nothing of theirs is written

    @property
    def created(self) -> list[int]:
        """Positions of the customers to be made."""
        return [
            place
            for place, number in enumerate(self.ids)
            if number is None and self.same[place] == place and place not in self.ambiguous and place not in self.idle
        ]

    @property
    def matched(self) -> int:
        return len({number for number in self.ids if number is not None})


@dataclass
class LineMatch:
    """One block of lines against the ledger: places read before, places that change a known line."""

    unchanged: frozenset[int] = frozenset()
    updated: dict[int, int] = field(default_factory=dict)  # place -> id of the line


def customers(connection: Connection, staged: Staged) -> Customers:
    """Codes first; a name finds a customer when only one bears it."""
    known = _Known(connection)
    people = staged.customers
    if any(person.phone for person in people):
        known.read_phones(connection)
    same = _together(staged)
    coded = Counter(person.name_key for person in people if person.code)
    ids: list[int | None] = []
    ambiguous: set[int] = set()
    adopted: dict[int, str] = {}
    for place, person in enumerate(people):
        number = None
        if person.phone is not None:
            number = known.called(person.phone, person.name_key)
        elif person.code is not None:
            number = known.codes.get(person.code)
            key = person.name_key
            if number is None and coded[key] == 1:
                number = known.without_code(key)
                if number is not None:
                    adopted[place] = person.code
        elif same[place] == place:
            found = known.bearers(person.name_key)
            number = found[0] if len(found) == 1 else None
            if len(found) > 1 or coded[person.name_key] > 1:
                ambiguous.add(place)
        ids.append(number)
    ids = [ids[same[place]] for place in range(len(people))]
    binned = frozenset(place for place, number in enumerate(ids) if number in known.binned)
    merged = known.merged(people, ids)
    return Customers(ids, same, frozenset(ambiguous), binned, adopted, merged)


def _together(staged: Staged) -> list[int]:
    """A name without code is the customer who goes by it with a code, when there is just one in these files."""
    coded: dict[str, list[int]] = defaultdict(list)
    others: dict[str, list[int]] = defaultdict(list)  # by the other names of a code
    for place, person in enumerate(staged.customers):
        if person.code is not None and person.phone is None:
            coded[person.name_key].append(place)
            for alias in person.aliases:
                others[name_key(alias)].append(place)
    same = []
    for place, person in enumerate(staged.customers):
        key = person.name_key
        alone = person.code is None and person.phone is None
        found = (coded.get(key) or others.get(key) or []) if alone else []
        same.append(found[0] if len(found) == 1 else place)
    return same


class _Known:
    """The customers of the ledger by code, by name, and by the other names that lead to them."""

    def __init__(self, connection: Connection) -> None:
        self.codes: dict[str, int] = {}
        self.names: dict[str, list[int]] = {}
        self._aliases: dict[str, list[int]] = {}
        self.binned: set[int] = set()
        self._coded: set[int] = set()
        self._phones: dict[str, list[int]] = {}
        self._reachable: set[int] = set()
        merged = []
        for number, code, key, deleted, heir in connection.exec_driver_sql(
            "SELECT id, code, name_key, deleted_at, merged_into FROM customer ORDER BY id"
        ):
            if heir is not None:
                merged.append((number, code, key, heir))
                continue
            if code is not None:
                self.codes.setdefault(code, number)
                self._coded.add(number)
            self.names.setdefault(key, []).append(number)
            if deleted is not None:
                self.binned.add(number)
        self._merged: dict[tuple[str, int], int] = {}
        self._lead_on(merged)
        for number, key in connection.exec_driver_sql("SELECT customer_id, name_key FROM customer_alias ORDER BY id"):
            bearers = self._aliases.setdefault(key, [])
            if number not in bearers:
                bearers.append(number)

    def _lead_on(self, merged: Sequence[tuple[int, str | None, str, int]]) -> None:
        """Codes and names of merged customers lead to who has taken over, at the end of the chain."""
        heirs = {number: heir for number, _code, _key, heir in merged}
        for once, code, key, number in merged:
            while number in heirs:
                number = heirs[number]
            self._merged[code if code is not None else key, number] = once
            if code is not None:
                self.codes.setdefault(code, number)
            bearers = self._aliases.setdefault(key, [])
            if number not in bearers:
                bearers.append(number)

    def merged(self, people: Sequence[Person], ids: Sequence[int | None]) -> dict[int, int]:
        """Who the people of these files were before they were merged into whom they are now."""
        if not self._merged:
            return {}
        told = {
            place: self._merged.get((person.name_key if person.code is None else person.code, number))
            for place, (person, number) in enumerate(zip(people, ids, strict=True))
            if number is not None
        }
        return {place: once for place, once in told.items() if once is not None}

    def read_phones(self, connection: Connection) -> None:
        """Who answers which phone; only where somebody wants to know."""
        sql = "SELECT customer_id, phone FROM contact WHERE phone IS NOT NULL ORDER BY id"
        for number, phone in connection.exec_driver_sql(sql):
            owners = self._phones.setdefault(_digits(phone), [])
            if number not in owners:
                owners.append(number)
        self._reachable = {number for owners in self._phones.values() for number in owners}

    def called(self, phone: str, key: str) -> int | None:
        """Whose phone it is; else the only bearer of the name, unless he has a phone of his own."""
        owners = self._phones.get(_digits(phone), ())
        if owners:
            return owners[0] if len(owners) == 1 else None
        named = [number for number in self.bearers(key) if number not in self._reachable]
        return named[0] if len(named) == 1 else None

    def bearers(self, key: str) -> Sequence[int]:
        """Who goes by a name: those named so, else those it is another name of."""
        return self.names.get(key) or self._aliases.get(key) or ()

    def without_code(self, key: str) -> int | None:
        found = [number for number in self.bearers(key) if number not in self._coded]
        return found[0] if len(found) == 1 else None


def _digits(phone: str) -> str:
    """A phone as it is dialled at home."""
    digits = "".join(filter(str.isdecimal, phone))
    return digits.removeprefix("86") if len(digits) == 13 else digits


class Lines:
    """The order lines of the ledger as earlier imports left them."""

    def __init__(
        self, connection: Connection, staged: Staged, matched: Customers, look: Callable[[], None] = lambda: None
    ) -> None:
        """`look`, called for each block, may end it."""
        self._connection, self._staged, self._matched, self._look = connection, staged, matched, look
        self._known: dict[int, list[int]] = {}
        for digest, number in driver_of(connection).execute(  # of hundreds of thousands: rows as they come
            "SELECT s.digest, l.id FROM order_line l JOIN source_row s ON s.id = l.source_row_id"
            f" {_elsewhere(staged)} ORDER BY l.id DESC"
        ):
            self._known.setdefault(digest, []).append(number)

    def matches(self) -> list[LineMatch]:
        """One match for each block of Staged.lines, in their order."""
        if not self._known:
            return [LineMatch() for _block in self._staged.lines]
        found = []
        for block in self._staged.lines:
            self._look()
            same = set()
            for place, digest in enumerate(block.digests):
                earlier = self._known.get(digest)
                if earlier:
                    earlier.pop()
                    same.add(place)
            found.append(LineMatch(frozenset(same)))
        self._find_changed(found)
        return found

    def _find_changed(self, found: Sequence[LineMatch]) -> None:
        """Lines of an earlier reading of the same sheet that come again under their key with other values."""
        left = {number for numbers in self._known.values() for number in numbers}
        if not left or all(len(match.unchanged) == len(block.rows) for match, block in self._pairs(found)):
            return
        wanted = {
            self._key(block, place)
            for match, block in self._pairs(found)
            for place in range(len(block.rows))
            if place not in match.unchanged
        }
        waiting = self._waiting(left, wanted)
        for match, block in self._pairs(found):
            for place in range(len(block.rows)):
                if place not in match.unchanged and (numbers := waiting.get(self._key(block, place))):
                    match.updated[place] = numbers.pop(0)

    def _pairs(self, found: Sequence[LineMatch]) -> Iterator[tuple[LineMatch, LineBlock]]:
        for pair in zip(found, self._staged.lines, strict=True):
            self._look()
            yield pair

    def _waiting(self, left: set[int], wanted: set[Key]) -> dict[Key, list[int]]:
        """Earlier lines not met again, by key, of sheets most of whose lines came again."""
        sizes: Counter[int] = Counter()
        again: Counter[int] = Counter()
        candidates: list[tuple[int, Key, int]] = []
        for number, sheet, *parts in driver_of(self._connection).execute(
            "SELECT l.id, s.sheet_id, l.order_no, l.customer_id, l.day, COALESCE(p.code, p.name), l.kind"
            " FROM order_line l JOIN source_row s ON s.id = l.source_row_id"
            " LEFT JOIN product p ON p.id = l.product_id ORDER BY l.id"
        ):
            sizes[sheet] += 1
            key = _key(*parts)
            if number not in left:
                again[sheet] += 1
            elif key in wanted:
                again[sheet] += 1
                candidates.append((sheet, key, number))
        waiting: dict[Key, list[int]] = defaultdict(list)
        for sheet, key, number in candidates:
            if again[sheet] >= _SAME_FILE * sizes[sheet]:
                waiting[key].append(number)
        return waiting

    def _key(self, block: LineBlock, place: int) -> Key:
        customer = block.customers[place]
        product = self._staged.products[block.products[place]] if block.products[place] >= 0 else (None, None)
        return _key(
            block.order_nos[place],
            self._matched.ids[customer] if customer >= 0 else None,
            block.days[place],
            product[0] or product[1],
            block.kinds[place],
        )


def _key(order_no: str | None, customer: int | None, day: str | None, product: str | None, kind: str) -> Key:
    """What names a line: its order and product; without an order number the customer and the day."""
    return (order_no, product, kind) if order_no is not None else (customer, day, product, kind)


def _elsewhere(staged: Staged) -> str:
    """SQL that leaves out the lines of sheets whose waiting rows are read again: those are other rows of theirs."""
    sheets = ", ".join(map(str, sorted(staged.from_sheets)))
    return f"WHERE s.sheet_id NOT IN ({sheets})" if sheets else ""


def absent(connection: Connection, known: Customers) -> int:
    """How many customers of the ledger, the recycle bin left out, are none of these."""
    met = {number for place, number in enumerate(known.ids) if number is not None and place not in known.binned}
    there = connection.exec_driver_sql("SELECT COUNT(*) FROM customer WHERE deleted_at IS NULL").scalar_one()
    return int(there) - len(met)


def list_digests(connection: Connection) -> dict[int, set[int]]:
    """Customer id to the digests of the list rows he was last imported from; a list may give him several."""
    rows = connection.exec_driver_sql(
        "SELECT f.customer_id, f.batch_id, s.digest FROM summary_fact f JOIN source_row s ON s.id = f.source_row_id"
        " ORDER BY f.id"
    )
    found: dict[int, set[int]] = {}
    batches: dict[int, int] = {}
    for number, batch, digest in rows:
        if batches.get(number) != batch:
            batches[number], found[number] = batch, set()
        found[number].add(digest)
    return found


def held_digests(connection: Connection) -> frozenset[int]:
    """Rows that wait already, so that reading their file again does not double them."""
    return frozenset(
        connection.exec_driver_sql(
            "SELECT s.digest FROM held_row h JOIN source_row s ON s.id = h.source_row_id WHERE h.state = 'held'"
        ).scalars()
    )


def dropped(connection: Connection) -> Counter[int]:
    """Digests of rows that are not to be imported: removed from 待修区, or exact repeats that were left out."""
    sql = "SELECT s.digest FROM held_row h JOIN source_row s ON s.id = h.source_row_id WHERE h.state = 'dropped'"
    return Counter(connection.exec_driver_sql(sql).scalars())


def returned_orders(connection: Connection) -> frozenset[str]:
    return frozenset(connection.exec_driver_sql("SELECT order_no FROM returned_order").scalars())
