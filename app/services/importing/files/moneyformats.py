"""Currencies that only the number format of a cell names: 12.5 shown as $12.50 is no 元, and no reader tells it."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar
from xml.etree import ElementTree

from app.services.importing.sheets import Currencies
from app.services.importing.values.currencies import HOME
from app.services.importing.values.currencies import currency_of as named

Key = TypeVar("Key", int, str)
_NAMED = {"Euro Currency": "EUR"}  # a format by its name; "Currency" is that of whoever opens it
_BRACKET = re.compile(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]")
_PLACES = {
    ("$", 0x404): "TWD", ("$", 0xC04): "HKD", ("$", 0x1004): "SGD", ("$", 0xC09): "AUD", ("$", 0x1009): "CAD",
    ("¥", 0x411): "JPY", ("￥", 0x411): "JPY",
}  # fmt: skip


def currency_of(pattern: str) -> str:
    """The code of the currency that a number format names, "" where it names none."""
    if pattern in _NAMED:
        return _NAMED[pattern]
    for sign, place in _BRACKET.findall(pattern):
        if sign:
            special = _PLACES.get((sign, int(place, 16) & 0xFFFF)) if place else None
            return special or named(sign) or ""
    return named(_BRACKET.sub("", pattern).replace("\\", "").replace('"', "")) or ""


def with_foreign(formats: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """The styles that name a currency, by their numbers; none where all of it is 元 or without a name."""
    found = {number: code for number, pattern in formats if (code := currency_of(pattern))}
    return found if set(found.values()) - {HOME} else {}


def xlsx_styles(archive: zipfile.ZipFile) -> dict[int, str]:
    """Those of a workbook's cells."""
    try:
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    except (KeyError, ElementTree.ParseError):
        return {}
    patterns = {
        each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    cells = (each.get("numFmtId", "") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return with_foreign((number, patterns.get(each, "")) for number, each in enumerate(cells))


CELLS = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,7})")?(?: t="(\w+)")?>')
"""The filled cells of a sheet's XML: column, row, style and type."""


def with_code(currency: str, number: float) -> str:
    """A number as a text that names its currency, as the sheet shows it."""
    return f"{currency} {format(Decimal(repr(number)).normalize(), 'f')}"


class Found:
    """The numbers of one sheet by the currencies of their styles; columns and rows from 0."""

    def __init__(self, styles: Mapping[Any, str]) -> None:
        self._styles = styles
        self._rows: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._plain: set[int] = set()  # columns that hold numbers without a currency, too

    def add(self, row: int, column: int, style: object) -> None:
        """A number and its style."""
        if style in self._styles:
            self._rows[column][self._styles[style]].append(row)
        else:
            self._plain.add(column)

    def uniform(self) -> Currencies:
        """The columns that are in one foreign currency throughout."""
        sole = ((column, next(iter(codes))) for column, codes in sorted(self._rows.items()) if self._is_sole(column))
        return tuple((column + 1, code) for column, code in sole if code != HOME)

    def mixed(self) -> Iterator[tuple[int, int, str]]:
        """Each foreign cell of the other columns, by row, column and currency."""
        for column, codes in self._rows.items():
            for code in () if self._is_sole(column) else sorted(codes.keys() - {HOME}):
                yield from ((row, column, code) for row in codes[code])

    def _is_sole(self, column: int) -> bool:
        return len(self._rows[column]) == 1 and column not in self._plain
