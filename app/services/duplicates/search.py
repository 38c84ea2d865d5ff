"""Which customers may be one: all pairs of the ledger, and who resembles a name being entered."""

import re
from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection

from app.models import bulk
from app.services.duplicates import people
from app.services.duplicates.names import Name, parse
from app.services.duplicates.pairs import NOBODY, Pair, unsettled
from app.services.duplicates.people import Entered
from app.services.progress import WorkContext
from app.services.searching import pinyin_of
from app.texts import translate

_BETWEEN = "\x1f"
_MOST = 400
"""So many customers are looked at closely while a name is entered."""


def find(connection: Connection, work: WorkContext) -> list[Pair]:
    """All pairs of customers who are likely one, or parent and branch; best first, without those settled."""
    from app.services.duplicates.judging import judged

    work.tick(translate("Duplicates", "查找疑似重复"), 0, 0)
    return unsettled(connection, judged(people.from_ledger(connection, work), work))


def similar(
    connection: Connection,
    name: str,
    phone: str | None = None,
    contact: str | None = None,
    address: str | None = None,
    limit: int = 5,
) -> list[Pair]:
    """Who in the ledger resembles a customer being entered, best first; `first` of each pair is NOBODY."""
    import numpy as np

    from app.services.duplicates.judging import judged

    known = parse(name)
    near = _with_like_sound(connection, known) | _with_phone(connection, phone)
    if not near:
        return []
    work = WorkContext()
    entered = people.of([Entered(NOBODY, name, phones=(phone,), contacts=(contact,), address=address)], work)
    everyone = people.together(entered, people.from_ledger(connection, work, sorted(near)))
    others = np.arange(1, len(everyone), dtype=np.int64)
    return judged(everyone, work, (np.zeros_like(others), others))[:limit]


def _with_like_sound(connection: Connection, name: Name) -> set[int]:
    """Whose pinyin holds that of the name's own part, nearly, or with one syllable wrong, missing or too much."""
    parts = [part for part in (name.own, name.former) if part]
    if not parts:
        return set()
    pattern = re.compile("|".join(_pattern(part, name.latin) for part in parts))
    fields = bulk.Field("id"), bulk.Field("pinyin", "text")
    ids, pinyin = bulk.read(connection, fields, "customer WHERE deleted_at IS NULL")
    return {int(ids[place]) for place in islice(_places(pattern, _BETWEEN.join(pinyin)), _MOST)}


def _places(pattern: re.Pattern[str], joined: str) -> Iterator[int]:
    """In which of the joined texts the pattern is found: one look through all takes a tenth of one look at each."""
    place, seen = 0, 0
    for match in pattern.finditer(joined):
        place += joined.count(_BETWEEN, seen, match.start())
        seen = match.start()
        yield place


def _pattern(own: str, latin: bool) -> str:
    if latin:
        letters = [re.escape(letter) for letter in own]
        half = len(letters) // 2
        halves = [letters] if half < 4 else [letters[:half], letters[half:]]
        return "|".join(rf"[^\w{_BETWEEN}]*".join(part) for part in halves)
    syllables = [_near(pinyin_of(char)) for char in own]
    spellings = [syllables]
    if len(syllables) > 2:
        spellings += [syllables[1:], syllables[:-1]]
        spellings += [[*syllables[:cut], r"(?:\S+ )?", *syllables[cut + 1 :]] for cut in range(1, len(syllables) - 1)]
    return "|".join(" *".join(part) for part in spellings)


def _near(syllable: str) -> str:
    """A syllable and those that are taken for it."""
    if not syllable.isalpha():
        return re.escape(syllable)
    start = re.sub("^([zcs])h?", r"\1h?", syllable)
    start = re.sub("^[nl](?=.)", "[nl]", start)
    return re.sub("(?<!o)ng?$", "ng?", start)


def _with_phone(connection: Connection, phone: str | None) -> set[int]:
    key = people.phone_key(phone)
    if not key:
        return set()
    rows = connection.exec_driver_sql("SELECT customer_id, phone FROM contact WHERE phone LIKE ?", (f"%{key[-2:]}%",))
    return {number for number, text in rows if people.phone_key(text) == key}
