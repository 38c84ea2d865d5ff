"""New customers who are likely somebody else: told at the import with the reasons, merged whenever the user likes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from app.services.importing.ledger.matching import Customers
from app.services.importing.plans import Example
from app.services.importing.rows.staging import Person, Staged
from app.services.progress import WorkContext
from app.texts import together

if TYPE_CHECKING:
    from app.services.duplicates.columns import Bools, Ints
    from app.services.duplicates.pairs import Bearer, Pair
    from app.services.duplicates.people import Entered

MOST = 20_000
"""New customers and known ones together; beyond it would cost more than 0.3 s of an import."""
_REASONS = 2


@dataclass(frozen=True)
class Likely:
    """One example for each new customer that looks like a known one or one before him."""

    examples: tuple[Example, ...] = ()
    unsearched: int = 0  # new customers that were too many to compare


def find(connection: Connection, staged: Staged, customers: Customers, work: WorkContext) -> Likely:
    """Two with different codes are two as far as an import goes; the search over the whole ledger doubts that, too."""
    created = customers.created
    known, coded = connection.exec_driver_sql(
        "SELECT COUNT(*), COUNT(code) FROM customer WHERE deleted_at IS NULL"
    ).one()
    all_coded = all(staged.customers[place].code for place in created)
    if not created or (all_coded and known == coded):
        return Likely()
    if len(created) + known > MOST:
        return Likely(unsearched=len(created))
    return Likely(tuple(_examples(connection, staged, created, bool(known), work)))


def _examples(
    connection: Connection, staged: Staged, created: list[int], compared: bool, work: WorkContext
) -> Iterator[Example]:
    """The new ones go by numbers below zero, the later in the files the lower."""
    from app.services.duplicates import pairs

    found = _pairs(connection, staged, created, compared, work)
    numbers = {number for pair in found for number in (pair.first, pair.second)}
    bearers = {number: _bearer(number, staged) for number in numbers if number < 0}
    bearers |= {each.number: each for each in pairs.bearers(connection, numbers - set(bearers))}
    settled = pairs.settled(connection)
    places = {row.customer: (row.sheet, row.row) for row in reversed(staged.list_rows)}
    told = set()
    for pair in found:
        newer, other = bearers[pair.first], bearers[pair.second]
        if newer.number in told or pairs.answer_keys(newer, other) in settled:
            continue
        told.add(newer.number)
        where = _where(staged, *places[place]) if (place := _place(newer.number)) in places else ("", "", 0)
        yield Example(*where, "", newer.name, other.name, together(*pair.evidence[:_REASONS]))


def _pairs(
    connection: Connection, staged: Staged, created: list[int], compared: bool, work: WorkContext
) -> "list[Pair]":
    """Pairs with a new customer in them that need no second look, the later one first."""
    import numpy as np

    from app.services.duplicates import judging, people

    details = _details(staged)
    new = people.of([_entered(place, staged.customers[place], details.get(place, ())) for place in created], work)
    everyone = people.together(new, people.from_ledger(connection, work)) if compared else new
    coded = np.array([bool(code) for code in everyone.codes], dtype=np.bool_)

    def wanted(first: "Ints", second: "Ints") -> "Bools":
        return (first < len(new)) & ~(coded[first] & coded[second])

    return [pair for pair in judging.judged(everyone, work, wanted=wanted) if pair.suggestion != "look"]


def _where(staged: Staged, sheet: int, row: int) -> tuple[str, str, int]:
    found = staged.sheets[sheet]
    return staged.files[found.file].path.name, found.name, row


def _details(staged: Staged) -> dict[int, list[dict[str, str | None]]]:
    found: dict[int, list[dict[str, str | None]]] = defaultdict(list)
    for row in staged.list_rows:
        found[row.customer] += row.contacts
    return found


def _entered(place: int, person: Person, contacts: Sequence[dict[str, str | None]]) -> "Entered":
    from app.services.duplicates.people import Entered

    if not contacts:
        return Entered(_number(place), person.name, person.code, person.kind)
    phones, names = (tuple(each[key] for each in contacts) for key in ("phone", "name"))
    return Entered(_number(place), person.name, person.code, person.kind, phones, names)


def _bearer(number: int, staged: Staged) -> "Bearer":
    from app.services.duplicates.pairs import Bearer

    person = staged.customers[_place(number)]
    return Bearer(number, person.name, person.code)


def _number(place: int) -> int:
    return -place - 1


def _place(number: int) -> int:
    return -number - 1
