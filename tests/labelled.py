"""The labelled pairs of names (tests/data/name-pairs.tsv): invented, judged by hand, a third never tuned on.

The part of a pair follows from its first name alone (crc32 % 3 == 0 is held out) and was settled before any weight was.
"""

import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.models import database as db
from app.services import duplicates
from app.services.progress import WorkContext
from tests.listed import Listed, put

FILE = Path(__file__).parent / "data" / "name-pairs.tsv"
TUNE, HELD_OUT = "tune", "held_out"


@dataclass(frozen=True)
class Side:
    name: str
    phone: str
    contact: str
    address: str
    code: str


@dataclass(frozen=True)
class Labelled:
    """Two customers and what a person says of them: equal, different, branch or near_miss."""

    first: Side
    second: Side
    label: str
    part: str


@dataclass(frozen=True)
class Figures:
    """How the program's suggestions compare with the labels of one part."""

    right: int
    wrong: int  # suggested, and not one customer
    missed: int
    branches: float  # share of parent and branch that were told as such

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def pairs() -> list[Labelled]:
    lines = FILE.read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return [Labelled(Side(*row[:5]), Side(*row[5:10]), row[10], row[11]) for row in cells]


def part_of(pair: Labelled) -> str:
    return TUNE if zlib.crc32(pair.first.name.encode()) % 3 else HELD_OUT


def figures(folder: Path) -> dict[str, Figures]:
    """All pairs in one ledger, searched as any ledger is, and the suggestions beside the labels, part by part."""
    labelled = pairs()
    database = db.create(folder / "labelled.pandian")
    with database.writing() as connection:
        _fill(connection, [side for pair in labelled for side in (pair.first, pair.second)])
    with database.reading() as connection:
        found = {(pair.first, pair.second): pair for pair in duplicates.find(connection, WorkContext())}
    database.close()
    said: dict[str, Counter[tuple[str, str]]] = {TUNE: Counter(), HELD_OUT: Counter()}
    for number, pair in enumerate(labelled):
        answer = found.get((2 * number + 1, 2 * number + 2))
        said[pair.part][pair.label, answer.suggestion if answer else ""] += 1
    return {part: _figures(counts) for part, counts in said.items()}


def _figures(counts: Counter[tuple[str, str]]) -> Figures:
    def number(label: str | None, answer: str | None) -> int:
        return sum(count for (one, other), count in counts.items() if label in (None, one) and answer in (None, other))

    right = number("equal", "same")
    branches = number("branch", "branch") / number("branch", None)
    return Figures(right, number(None, "same") - right, number("equal", None) - right, branches)


def _fill(connection: Connection, sides: Iterable[Side]) -> None:
    listed = []
    for side in sides:
        contact = (side.contact or side.phone, side.phone)
        listed.append(Listed(side.name, contact=contact, values={"code": side.code or None}))
    put(connection, listed)
    # a number without a name stands as its own contact's name; whose it is stays unsaid
    connection.exec_driver_sql("UPDATE contact SET name = '' WHERE name = phone")
    addresses = [(number, side.address) for number, side in enumerate(sides, start=1) if side.address]
    connection.exec_driver_sql(
        "INSERT INTO profile_answer (customer_id, field, value) VALUES (?, 'address', ?)", addresses
    )
