"""The search for customers kept twice: 20,000 beside rapidfuzz's all-pairs cdist, memory at 100,000, how good it is.

The reference compares each name with each. What the program's own judgement calls likely among the pairs it finds alike
is what a search over all pairs would show; the share of these that the search by keys does not show is a line as well.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from app.models import database as db
from app.models.database import Database
from app.services import duplicates
from app.services.progress import WorkContext
from tests import labelled
from tests.bench.firms import Firm, firms
from tests.bench.harness import Case, Limit, command_for, peak_memory
from tests.listed import Listed, put

CUSTOMERS, MANY = 20_000, 100_000
ALIKE = 80
"""From this ratio on the reference takes two names for alike."""
_ROWS = 1000
_PERCENT = 100


def cases(work: Path) -> Iterator[Case | Limit]:
    known = list(firms(CUSTOMERS))
    ledger = with_firms(work / "firms.pandian", known)
    names = [firm.name for firm in known]
    search(str(ledger))  # what the first search loads
    size = f"{CUSTOMERS:,} customers"
    yield Case("duplicates", size, partial(search, str(ledger)), partial(all_pairs, names), goal=0.12, rounds=3)
    yield Limit("duplicates, not found", size, partial(missed, ledger, names), 1, "%")
    many = str(with_firms(work / "many.pandian", list(firms(MANY))))
    memory = partial(peak_memory, command_for("tests.bench.case_duplicates:search", many))
    yield Limit("duplicates, memory", f"{MANY:,} customers", memory, 300)
    for part, found in labelled.figures(work).items():
        data = f"labelled pairs, {part.replace('_', ' ')}"
        yield Limit("duplicates, wrong suggestions", data, partial(_share, found.precision), 2, "%")
        yield Limit("duplicates, missed", data, partial(_share, found.recall), 5, "%")


def with_firms(file: Path, known: list[Firm]) -> Path:
    database = db.create(file)
    with database.writing() as connection:
        put(connection, [Listed(firm.name, contact=("经理" if firm.phone else "", firm.phone or "")) for firm in known])
    database.close()
    return file


def search(ledger: str) -> None:
    database = Database(Path(ledger))
    with database.reading() as connection:
        duplicates.find(connection, WorkContext())
    database.close()


def all_pairs(names: list[str]) -> None:
    import numpy as np
    from rapidfuzz import fuzz, process

    process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)


def missed(ledger: Path, names: list[str]) -> float:
    """The share of what all pairs would bring that the search by keys does not."""
    from app.services.duplicates import judging, people

    database = Database(ledger)
    with database.reading() as connection:
        everyone = people.from_ledger(connection, WorkContext())
        found = {(pair.first, pair.second) for pair in duplicates.find(connection, WorkContext())}
    database.close()
    likely = judging.judged(everyone, WorkContext(), _alike(names))
    lost = [pair for pair in likely if (pair.first, pair.second) not in found]
    return _PERCENT * len(lost) / len(likely)


def _alike(names: list[str]) -> Any:
    import numpy as np
    from rapidfuzz import fuzz, process

    found = []
    for start in range(0, len(names), _ROWS):
        part = names[start : start + _ROWS]
        ratios = process.cdist(part, names, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
        first, second = np.nonzero(ratios)
        first += start
        found.append(np.stack((first[first < second], second[first < second])))
    first, second = np.concatenate(found, axis=1)
    return first, second


def _share(right: float) -> float:
    return _PERCENT * (1 - right)
