"""Orders that SQLite does not know: Chinese text by pinyin, company sizes by head count, classes by rank."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from app.models.glance import driver_of
from app.services.schemes import VALUE

if TYPE_CHECKING:
    from app.models.glance import Reader

CLASS_RANKS = {class_id: rank for rank, class_id in enumerate(VALUE.class_ids)}


def add_functions(connection: "Reader") -> None:
    """Make pinyin_key, size_rank and class_rank known to this connection."""
    driver = driver_of(connection)
    driver.create_function("pinyin_key", 1, pinyin_key, deterministic=True)
    driver.create_function("size_rank", 1, size_rank, deterministic=True)
    driver.create_function("class_rank", 1, CLASS_RANKS.get, deterministic=True)


def add_owner_rank(connection: "Reader") -> None:
    """owner_rank(owner_id): the place of each person by pinyin, one look-up a row instead of a join and a spelling."""
    people = connection.exec_driver_sql("SELECT id, name FROM person").all()
    ordered = sorted(people, key=lambda person: pinyin_key(person[1]) or "")
    ranks = {number: rank for rank, (number, _name) in enumerate(ordered)}
    driver = driver_of(connection)
    driver.create_function("owner_rank", 1, ranks.get, deterministic=True)


@lru_cache(maxsize=20_000)
def pinyin_key(text: str | None) -> str | None:
    """A text as it sorts: Chinese characters by their reading; empty is unknown."""
    if not text:
        return None
    if text.isascii():
        return text.lower()
    from app.services import searching

    return searching.pinyin_of(text)


@lru_cache(maxsize=2_000)
def size_rank(text: str | None) -> int | None:
    """The head count a size band begins with; 1000人以上 stands above 500-1000人, 50人以下 below 50-100人."""
    numbers = [int(part.replace(",", "")) for part in re.findall(r"\d[\d,]*", text or "")]
    if not numbers:
        return None
    if len(numbers) > 1:
        return numbers[0] * 10
    return numbers[0] * 10 + (
        1 if re.search(r"以上|\+|>|more", text or "") else -1 if re.search(r"以下|<|以内", text or "") else 0
    )
