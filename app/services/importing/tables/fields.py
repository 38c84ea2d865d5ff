"""The fields an import can fill and the headings, Chinese and English, under which ledgers keep them."""

import re
from dataclasses import dataclass

from app.services.importing.tables import entryfields, listfields, orderfields
from app.services.importing.tables.field import CONTACTS, CUSTOMERS, KINDS, ORDERS, PAYMENTS, Field
from app.services.importing.tables.profilefields import PROFILE
from app.services.importing.values.cells import narrow
from app.services.importing.values.traditional import simplified
from app.services.importing.values.units import unit_in

__all__ = (
    "ALIASES", "CONTACTS", "CUSTOMERS", "ENDING", "FIELDS", "KINDS", "ORDERS", "PAYMENTS", "WEAK", "Field", "Match",
    "bracketed", "matches", "plain", "unit_of",
)  # fmt: skip

FIELDS: dict[str, Field] = dict(
    (
        *orderfields.WHO,
        *orderfields.ORDER_LINES,
        *entryfields.PAYMENTS,
        *entryfields.CONTACTS,
        *listfields.LISTS,
    )
)
FIELDS |= {name: Field(name, label, "text", (CUSTOMERS,), tuple(words.split())) for name, label, words in PROFILE}

ALIASES = {
    "customer": "customer_name", "name": "customer_name", "code": "customer_code", "customer_id": "customer_code",
    "order": "order_no", "order_id": "order_no", "qty": "quantity", "day": "date", "first_date": "first_day",
    "last_date": "last_day", "sku": "product_code", "product_name": "product",
}  # fmt: skip
"""Other words a mapping file may use for a field."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>")
_MARKS = re.compile(r"[\W_]+")
_CURRENCY = re.compile(
    r"(?:in)?(?:rmb|cny|usd|hkd|twd|eur|gbp|jpy)$|(?:人民币|美元|美金|港币|港元|台币|欧元|英镑|日元)$"
)
_LONGEST = 200  # characters of a heading
WEAK, ENDING = 1000, 2000  # ranks from here on are weak headings, and mere endings
_UNIT_TAILS = {"百万元": "baiwan", "万元": "wan", "千元": "qian", "亿元": "yi", "元": ""}


def _start(title: str) -> str:
    """As much of a heading as may tell anything: a cell of 32,000 brackets that never close is none."""
    return simplified(narrow(title[:_LONGEST]))


def plain(title: str) -> str:
    """A heading without blanks, marks, bracketed remarks and case: the form headings are compared in."""
    text = _start(title).casefold()
    return _MARKS.sub("", _BRACKETS.sub("", text)) or _MARKS.sub("", text)


def bracketed(title: str) -> tuple[str, ...]:
    """What the brackets of a heading hold: the unit, or the parts of a cell (价值/需求/行为)."""
    return tuple(found[1:-1].strip() for found in _BRACKETS.findall(_start(title)))


def unit_of(title: str) -> str:
    """The unit a heading names, a key of units.FACTORS, or "" for none."""
    for text in (*bracketed(title), *re.findall(r"[:：/／,，_\-\s]\s*(\S+)$", _start(title))):
        if unit := unit_in(text):
            return unit
    return next((unit for tail, unit in _UNIT_TAILS.items() if plain(title).endswith(tail)), "")


@dataclass(frozen=True)
class Match:
    """How well a heading fits a field: smaller is better."""

    rank: int
    field: str


def matches(title: str, kind: str) -> list[Match]:
    """The fields a heading may stand for in a table of this kind, best first."""
    text = plain(title)
    if not text:
        return []
    bare = _CURRENCY.sub("", text).removesuffix("元").removesuffix("万").removesuffix("千") or text
    found = {Match(rank, name) for form in {text, bare} for rank, name in _INDEX[kind].get(form, ())}
    if not found:
        found = {
            Match(ENDING, field.id)
            for field in FIELDS.values()
            if kind in field.kinds and any(text.endswith(ending) for ending in field.endings)
        }
    return sorted(found, key=lambda match: match.rank)


def _index(kind: str) -> dict[str, list[tuple[int, str]]]:
    index: dict[str, list[tuple[int, str]]] = {}
    for field in FIELDS.values():
        if kind not in field.kinds:
            continue
        for base, headings in ((0, field.headings), (WEAK, field.weak)):
            for rank, heading in enumerate(headings, base):
                index.setdefault(heading, []).append((rank, field.id))
    return index


_INDEX = {kind: _index(kind) for kind in KINDS}
