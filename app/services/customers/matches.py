"""Why a row was found, where the list itself does not show it: 「备注：老板爱喝龙井」."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.services.filters import search_terms
from app.texts import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from app.models.glance import Reader

WHOLE = 24  # characters that are shown whole
AROUND = 8  # characters kept before what was found, twice as many behind
_CODE = QT_TRANSLATE_NOOP("Matches", "编号：{0}")
_ALIAS = QT_TRANSLATE_NOOP("Matches", "曾用名：{0}")
_CONTACT = QT_TRANSLATE_NOOP("Matches", "联系人：{0}")
_NOTE = QT_TRANSLATE_NOOP("Matches", "备注：{0}")
_LOG = QT_TRANSLATE_NOOP("Matches", "跟进：{0}")
_TAG = QT_TRANSLATE_NOOP("Matches", "标签：{0}")

# What is looked at, in this order, with the words around it.
_SOURCES = (
    (_CODE, "SELECT id, code FROM customer WHERE code IS NOT NULL AND id IN ({0})"),
    (_ALIAS, "SELECT customer_id, name FROM customer_alias WHERE customer_id IN ({0})"),
    (
        _CONTACT,
        "SELECT customer_id, trim(name || ' ' || COALESCE(phone, '') || ' ' || COALESCE(wechat, ''))"
        " FROM contact WHERE customer_id IN ({0})",
    ),
    (
        _TAG,
        "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
        " WHERE ct.customer_id IN ({0})",
    ),
    (_NOTE, "SELECT id, note FROM customer WHERE note IS NOT NULL AND id IN ({0})"),
    (_NOTE, "SELECT id, strategy_note FROM customer WHERE strategy_note IS NOT NULL AND id IN ({0})"),
    (_LOG, "SELECT customer_id, text FROM contact_log WHERE customer_id IN ({0})"),
)


def matches(connection: "Reader", ids: Sequence[int], search: str) -> dict[int, str]:
    """For each of these customers where the search was found, unless its name shows it."""
    terms = search_terms(search)
    if not terms or not ids:
        return {}
    names = connection.exec_driver_sql(
        "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    unclear = [number for number, name in names if not all(term in name.lower() for term in terms)]
    found: dict[int, str] = {}
    for words, number, text in _texts(connection, (json.dumps(unclear),)) if unclear else ():
        if number not in found and (hit := _first(text.lower(), terms)) is not None:
            found[number] = translate("Matches", words).format(_cut(text, hit))
    return found


def in_names(connection: "Reader", ids: Sequence[int], search: str) -> dict[int, tuple[int, int]]:
    """Which part of these names, first letter and length, shows what was searched: as written, or by its initials."""
    terms = search_terms(search)
    if not terms or not ids:
        return {}
    names = connection.exec_driver_sql(
        "SELECT id, name, initials FROM customer WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    found = ((number, _part(name.lower(), initials.split(), terms)) for number, name, initials in names)
    return {number: part for number, part in found if part is not None}


def _part(name: str, initials: Iterable[str], terms: Sequence[str]) -> tuple[int, int] | None:
    """Initials tell the place where each letter stands for one character."""
    spellings = (name, *(each for each in initials if len(each) == len(name)))
    hits = ((text.find(term), len(term)) for text in spellings for term in terms)
    return next((hit for hit in hits if hit[0] >= 0), None)


def _texts(connection: "Reader", wanted: tuple[str]) -> Iterator[tuple[str, int, str]]:
    for words, sql in _SOURCES:
        for number, text in connection.exec_driver_sql(sql.format("SELECT value FROM json_each(?)"), wanted):
            yield words, number, text


def _first(text: str, terms: Iterable[str]) -> int | None:
    return next((place for term in terms if (place := text.find(term)) >= 0), None)


def _cut(text: str, place: int) -> str:
    flat = text.replace("\n", " ")
    if len(flat) <= WHOLE:
        return flat
    start, end = max(0, place - AROUND), place + 2 * AROUND
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
