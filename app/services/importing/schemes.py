"""导入方案: what a person decided about a table, found again next month by its headings."""

import hashlib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.models.ledger import import_scheme
from app.services.errors import InputError
from app.services.history import Transaction
from app.services.importing.mappings import EVERY, Document, about, dumps, loads
from app.services.importing.plans import Decision, ImportOptions, SheetChoice
from app.services.importing.tables.fields import plain

ALIKE = 0.6  # share of the headings of both tables that must be the same before a scheme is offered


@dataclass(frozen=True)
class Scheme:
    """One stored 导入方案: for which headings, what was decided, when it was last used."""

    id: int
    name: str
    signature: str
    kind: str
    used_at: datetime
    choice: SheetChoice
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    replacements: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    cells: Mapping[tuple[str, str, str], Decision] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """As it is exported."""
        return Document(
            {EVERY: self.choice}, self.decisions, self.name, replacements=self.replacements, cells=self.cells
        )


@dataclass(frozen=True)
class Difference:
    """What is other in a table than a scheme expects: headings it lacks, headings the scheme does not know."""

    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether only the order is another."""
        return not self.gone and not self.new


Remembered = Sequence[Scheme]


def signature(titles: Sequence[str]) -> str:
    """The same for the same headings in the same order, however they are spaced and written."""
    return hashlib.sha256("\n".join(map(plain, titles)).encode()).hexdigest()[:32]


def remembered(connection: Connection) -> list[Scheme]:
    """All schemes, the last used first."""
    rows = connection.exec_driver_sql(
        "SELECT id, name, signature, kind, used_at, mapping FROM import_scheme ORDER BY used_at DESC, id DESC"
    )
    return [scheme for row in rows if (scheme := _scheme(*row)) is not None]


def _scheme(number: int, name: str, mark: str, kind: str, used_at: str, mapping: str) -> Scheme | None:
    """None where a later program has decided what this one does not know."""
    try:
        document = loads(mapping, name)
    except InputError:
        return None
    choice = document.sheets.get(EVERY, SheetChoice())
    moment = datetime.fromisoformat(used_at)
    return Scheme(number, name, mark, kind, moment, choice, document.decisions, document.replacements, document.cells)


def fitting(schemes: Remembered, titles: Sequence[str], wanted: str | None) -> Scheme | None:
    """The scheme a person named, else the one for the very same headings; "" wants none."""
    if wanted is not None:
        return next((each for each in schemes if each.name == wanted), None)
    mark = signature(titles)
    return next((each for each in schemes if each.signature == mark), None)


def nearest(schemes: Remembered, titles: Sequence[str]) -> Scheme | None:
    """A scheme for about these headings, to be offered and never simply used."""
    found = [(alike(each.choice.headings, titles), each) for each in schemes]
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= ALIKE else None


def alike(headings: Sequence[str], titles: Sequence[str]) -> float:
    """The share of headings that two tables have in common."""
    mine, others = Counter(map(plain, headings)), Counter(map(plain, titles))
    return (mine & others).total() / max((mine | others).total(), 1)


def difference(headings: Sequence[str], titles: Sequence[str]) -> Difference:
    mine, others = set(map(plain, headings)), set(map(plain, titles))
    gone = tuple(title for title in headings if plain(title) not in others)
    return Difference(gone, tuple(title for title in titles if plain(title) not in mine))


def merged(scheme: SheetChoice, choice: SheetChoice) -> SheetChoice:
    """What a scheme says with what a person says now on top of it."""
    undecided = SheetChoice()
    made: dict[str, Any] = {
        name: {**kept, **said} if isinstance(said, Mapping) else kept if said == getattr(undecided, name) else said
        for name, said in vars(choice).items()
        for kept in [getattr(scheme, name)]
    }
    return SheetChoice(**made)


def remember(tx: Transaction, titles: Sequence[str], name: str, kind: str, document: Document, now: datetime) -> None:
    """Keep a choice; where the headings are known already it takes the place of the earlier one, under its name."""
    mark = signature(titles)
    choice = replace(document.sheets[EVERY], headings=tuple(titles), scheme=None)
    told = replace(document, sheets={EVERY: choice}, name="", edits={})
    mapping = dumps(told)
    known = tx.connection.exec_driver_sql("SELECT id FROM import_scheme WHERE signature = ?", (mark,)).scalar()
    if known is None:
        tx.insert(
            import_scheme, name=free_name(tx.connection, name), signature=mark, kind=kind, mapping=mapping, used_at=now
        )
    else:
        tx.update(import_scheme, known, kind=kind, mapping=mapping, used_at=now)


def of_table(
    scheme: Scheme | None, choice: SheetChoice, options: ImportOptions, names: Container[str], titles: Container[str]
) -> Document:
    """What was decided about one table, now and before: all of it but what is right for a single row only."""
    before = scheme.document if scheme else Document({})
    cells = {**before.cells, **about(options.cells, names, titles)}
    return Document(
        {EVERY: choice},
        {**before.decisions, **options.decisions},
        replacements={**before.replacements, **about(options.replacements, names, titles)},
        cells={cell: decision for cell, decision in cells.items() if decision},
    )


def free_name(connection: Connection, name: str) -> str:
    """The name, with a number behind it where another scheme has it."""
    taken = set(connection.exec_driver_sql("SELECT name FROM import_scheme").scalars())
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def keeps(document: Document) -> bool:
    """Whether anything was decided about a table that the program would not find by itself."""
    return bool(document.replacements or document.cells) or any(map(worth_remembering, document.sheets.values()))


def worth_remembering(choice: SheetChoice) -> bool:
    """The same of the choices alone."""
    return replace(choice, header_rows=SheetChoice().header_rows, headings=(), scheme=None) != SheetChoice()
