"""What the fast reader does not tell of an OpenDocument: rows and columns that do not show, currencies of numbers.

A number names its currency itself, as LibreOffice writes it, or by its style.
"""

import re
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

from app.services.errors import InputError
from app.services.importing.files import moneyformats
from app.services.importing.files.flaws import Unseen, note_money
from app.services.importing.files.grid import MOST_COLUMNS, MOST_ROWS

_TAG = re.compile(rb"<table:table(|-row|-column)(?=[\s/>])[^>]*>")
_REPEAT = re.compile(rb'\stable:number-(?:rows|columns)-repeated="(\d{1,7})"')
_HIDDEN = re.compile(rb'\stable:visibility="(?:collapse|filter)"')
_CELL = re.compile(rb"<table:(table|table-row|(?:covered-)?table-cell)(?=[\s/>])[^>]*>")
_NUMBER = re.compile(rb'\soffice:value-type="(?:float|currency)"')
_CURRENCY = re.compile(rb'\soffice:currency="([A-Za-z]{3})"')
_STYLE = re.compile(rb'\stable:style-name="([^"]+)"')
_FORMAT, _FORMAT_END = b"<number:currency-style ", b"</number:currency-style>"
_SYMBOL = re.compile(rb"<number:currency-symbol([^>]*)>([^<]+)<")
_STYLES = re.compile(rb'<style:style\s[^>]*style:data-style-name="[^"]+"[^>]*>')
_NAME, _DATA_STYLE = re.compile(rb'\bstyle:name="([^"]+)"'), re.compile(rb'\bstyle:data-style-name="([^"]+)"')
_COUNTRY = re.compile(rb'\bnumber:country="([A-Z]{2})"')
_OF_COUNTRY = {"TW": "TWD", "HK": "HKD", "SG": "SGD", "AU": "AUD", "CA": "CAD"}


def ods_flaws(stream: BinaryIO) -> dict[int, Unseen]:
    """By place of the table: its rows and columns that are hidden or filtered out, and its foreign sums."""
    with zipfile.ZipFile(stream) as archive:
        content = archive.read("content.xml")
    found = _hidden(content) if b' table:visibility="' in content else {}
    for table, money in _money(content).items():
        note_money(found.setdefault(table, Unseen()), money)
    return found


def _currencies(content: bytes) -> dict[str, str]:
    """The currencies that cells or styles name, by the name of either; nothing where all of it is 元."""
    named = [(code, code) for code in map(bytes.decode, set(_CURRENCY.findall(content)))]
    formats = {}
    for part in content.split(_FORMAT_END)[:-1]:
        told = part[part.rfind(_FORMAT) :]
        name, symbol = _NAME.search(told), _SYMBOL.search(told)
        if name and symbol:
            formats[name[1]] = _symbol(symbol[2].decode("utf-8", "replace"), symbol[1])
    for tag in _STYLES.findall(content) if formats else ():
        name, data = _NAME.search(tag), _DATA_STYLE.search(tag)
        if name and data and data[1] in formats:
            named.append((_of_style(name[1]), formats[data[1]]))
    return moneyformats.with_foreign(named)


def _symbol(sign: str, told: bytes) -> str:
    country = _COUNTRY.search(told)
    return (_OF_COUNTRY.get(country[1].decode()) if country and sign == "$" else None) or sign


def _of_style(name: bytes) -> str:
    """The name of a style, which may be that of a currency as well."""
    return "style " + name.decode("utf-8", "replace")


def _money(content: bytes) -> dict[int, moneyformats.Found]:
    """The numbers of each table with their currencies."""
    styles = _currencies(content)
    tables: dict[int, moneyformats.Found] = {}
    row = column = count = 0
    for tag in _CELL.finditer(content) if styles else ():
        repeat = _REPEAT.search(tag[0])
        times = int(repeat[1]) if repeat else 1
        if tag[1] == b"table":
            tables[len(tables)] = moneyformats.Found(styles)
            row = count = 0
        elif tag[1] == b"table-row":
            row, column, count = row + count, 0, times
        else:
            if tables and _NUMBER.search(tag[0]):
                _add(tables[len(tables) - 1], tag[0], range(row, row + count), range(column, column + times), styles)
            column += times
    return tables


def _add(money: moneyformats.Found, tag: bytes, rows: range, columns: range, styles: Mapping[str, str]) -> None:
    """A number, as often as it is repeated."""
    if len(rows) * len(columns) > MOST_ROWS:
        raise InputError("file.damaged")
    told, style = _CURRENCY.search(tag), _STYLE.search(tag)
    key = told[1].decode() if told else _of_style(style[1]) if style else ""
    for row in rows:
        for column in columns:
            money.add(row, column, key)


def _hidden(content: bytes) -> dict[int, Unseen]:
    tables: dict[int, Unseen] = {}
    row = column = 0
    for tag in _TAG.finditer(content):
        if tag[1] == b"":
            tables[len(tables)] = Unseen()
            row = column = 0
            continue
        repeat, hidden = _REPEAT.search(tag[0]), _HIDDEN.search(tag[0])
        count = int(repeat[1]) if repeat else 1
        if not tables:
            continue
        unseen = tables[len(tables) - 1]
        if tag[1] == b"-row":
            unseen.rows.update(range(row + 1, min(row + count, MOST_ROWS) + 1) if hidden else ())
            row += count
        else:
            unseen.columns.update(range(column + 1, min(column + count, MOST_COLUMNS) + 1) if hidden else ())
            column += count
    return tables
