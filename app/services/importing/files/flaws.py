"""What the fast reader cannot tell: formula errors, formulas without a stored result, hidden rows and columns.

They are found in the raw file beside the reader, by byte search: 70 MB of sheet XML take about 0.2 s.
"""

import html
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree import ElementTree

from app.services.importing.files import moneyformats
from app.services.importing.files.grid import MOST_COLUMNS
from app.services.importing.sheets import CellError, Currencies, Named, Uncomputed

Flaws = dict[int, dict[int, CellError]]  # row -> column -> what stands there, counted from 0


@dataclass
class Unseen:
    """What one sheet holds beside what the fast reader gives; rows and columns that are hidden count from 1."""

    cells: Flaws = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    currencies: Currencies = ()


LONG = 8 << 20
"""Bytes of XML from which a sheet is unpacked only once, by who reads it in pieces; see pieces.py."""
_BLOCK, _LONGEST_CELL = 1 << 20, 1 << 18
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)<")
_EMPTY_TEXT = re.compile(rb'\bt="str".*<(?:\w+:)?v', re.DOTALL)
_HIDDEN = re.compile(rb'<(?:\w+:)?(row|col)\b[^>]*\shidden="(?:1|true)"[^>]*>')
_NUMBERS = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
_PREFIX = re.compile(rb"<(\w+:)?worksheet\b")
_MULRK = 0xBD
_BIFF_NUMBERS = frozenset((0x0203, 0x027E, 0x06, _MULRK))  # NUMBER, RK, FORMULA, MULRK
_BIFF_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def xlsx_flaws(stream: BinaryIO, wanted: Callable[[int, int], bool]) -> dict[int, Unseen]:
    """By position of the sheet in the workbook; `wanted` is asked about each by position and bytes of XML."""
    with zipfile.ZipFile(stream) as archive:
        parts = [(i, part) for i, part in sheet_parts(archive) if wanted(i, archive.getinfo(part).file_size)]
        styles = moneyformats.xlsx_styles(archive) if parts else {}
        return {index: _part_flaws(archive, part, styles) for index, part in parts}


def _part_flaws(archive: zipfile.ZipFile, part: str, styles: dict[int, str]) -> Unseen:
    with archive.open(part) as stream:
        text = stream.read(_BLOCK)
        flaws = SheetFlaws(text, styles)
        while text:
            carry = flaws.take(text)
            block = stream.read(_BLOCK)
            text = carry + block if block else b""
    return flaws.found()


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[int, str]]:
    """The part that holds the XML of each sheet; workbook.xml names relations, and those name the parts."""
    names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return
    relations = ElementTree.fromstring(archive.read(names["xl/_rels/workbook.xml.rels"]))
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    book = ElementTree.fromstring(archive.read(names["xl/workbook.xml"]))
    sheets = (item for item in book.iter() if item.tag.endswith("}sheet"))
    for index, sheet in enumerate(sheets):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part.lower() in names and "worksheets/" in part.lower():
            yield index, names[part.lower()]


class SheetFlaws:
    """Looks through the XML of one sheet of an xlsx as it is unpacked, part by part."""

    def __init__(self, start: bytes, styles: dict[int, str]) -> None:
        match = _PREFIX.search(start)
        prefix = match[1] or b"" if match else b""
        self._cell, self._end, self._formula = b"<" + prefix + b"c ", b"</" + prefix + b"c>", b"<" + prefix + b"f"
        self._unseen, self._money, self._styles = Unseen(), moneyformats.Found(styles), styles

    def take(self, text: bytes) -> bytes:
        """What comes next; returns what is left behind the last cell that ends in it, to be put before the rest."""
        cut = text.rfind(self._end) + len(self._end)
        if cut < len(self._end):
            return text[-_LONGEST_CELL:]
        for mark in (b' t="e"', self._formula):
            for found in self._suspects(text, cut, mark):
                _note(self._unseen.cells, found)
        if b"h" in text and text.find(b' hidden="', 0, cut) >= 0:
            _note_hidden(self._unseen, text[:cut])
        for column, row, style, kind in moneyformats.CELLS.findall(text, 0, cut) if self._styles else ():
            if kind in (b"", b"n"):
                self._money.add(int(row) - 1, _column(column), int(style or 0))
        return text[cut:]

    def _suspects(self, text: bytes, end: int, mark: bytes) -> Iterator[bytes]:
        """The cells that hold an error or a formula, as their XML."""
        at = text.find(mark, 0, end) if mark[-1:] in text else -1  # one byte alone is found ten times as fast
        while at >= 0:
            start, stop = text.rfind(self._cell, 0, at), text.find(self._end, at)
            if start < 0 or stop < 0:
                break
            if mark != self._formula or text[at + len(mark) : at + len(mark) + 1] in (b">", b" ", b"/"):
                yield text[start:stop]
            at = text.find(mark, at + len(mark), end)

    def found(self) -> Unseen:
        """When all has been looked through."""
        note_money(self._unseen, self._money)
        return self._unseen


def note_money(unseen: Unseen, money: moneyformats.Found) -> None:
    unseen.currencies = money.uniform()
    for row, column, code in money.mixed():
        unseen.cells.setdefault(row, {}).setdefault(column, Named(code))


def _note_hidden(unseen: Unseen, block: bytes) -> None:
    for found in _HIDDEN.finditer(block):
        told = {name: int(number) for name, number in _NUMBERS.findall(found[0])}
        if found[1] == b"row" and b"r" in told:
            unseen.rows.add(told[b"r"])
        elif b"min" in told and b"max" in told:
            unseen.columns.update(range(told[b"min"], min(told[b"max"], MOST_COLUMNS) + 1))


def _note(flaws: Flaws, cell: bytes) -> None:
    tag, place, value = cell[: cell.find(b">")], _PLACE.search(cell), _VALUE.search(cell)
    if place is None:
        return
    mark: CellError
    if b' t="e"' in tag:
        mark = CellError(value[1].decode("ascii", "replace") if value else "#N/A")
    elif value or _EMPTY_TEXT.search(cell):
        return
    else:
        formula = _FORMULA.search(cell)
        mark = Uncomputed("=" + html.unescape(formula[1].decode("utf-8", "replace")) if formula else "=")
    flaws.setdefault(int(place[2]) - 1, {})[_column(place[1])] = mark


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def xls_flaws(stream: BinaryIO) -> dict[int, Unseen]:
    """The same for BIFF5 and BIFF8, whose formulas always hold a result."""
    import olefile

    ole = olefile.OleFileIO(stream)
    records = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
    starts = [struct.unpack_from("<I", records, at)[0] for number, at, _ in _records(records, 0) if number == 0x85]
    styles = _biff_styles(records)
    return {index: _biff_flaws(records, start, styles) for index, start in enumerate(starts)}


def _biff_styles(records: bytes) -> dict[int, str]:
    """The styles that name a currency; those of Excel 5 and 95 are not looked at."""
    patterns: dict[int, str] = {}
    styles: list[int] = []
    for number, at, size in _records(records, 0):
        if number == 0x041E and size > 5:  # FORMAT
            place, length, wide = struct.unpack_from("<HHB", records, at)
            text = records[at + 5 : at + 5 + length * (1 + (wide & 1))]
            patterns[place] = text.decode("utf-16-le" if wide & 1 else "latin-1", "replace")
        elif number == 0xE0 and size >= 20:  # XF
            styles.append(struct.unpack_from("<2xH", records, at)[0])
    return moneyformats.with_foreign((number, patterns.get(place, "")) for number, place in enumerate(styles))


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """(number, position, size) of each record up to the end of the substream; charts nest their own."""
    header, depth = struct.Struct("<HH"), 0
    while at + 4 <= len(data):
        number, size = header.unpack_from(data, at)
        at += 4
        depth += (number == 0x0809) - (number == 0x0A)
        if depth <= 0:
            return
        yield number, at, size
        at += size


def _biff_flaws(data: bytes, start: int, styles: dict[int, str]) -> Unseen:
    unseen, money = Unseen(), moneyformats.Found(styles)
    for number, at, size in _records(data, start):
        if styles and number in _BIFF_NUMBERS:
            _biff_money(data[at : at + size], number == _MULRK, money)
        if number == 0x0208 and size >= 16:  # ROW
            row, flags = struct.unpack_from("<H10xH", data, at)
            unseen.rows.update([row + 1] if flags & 0x20 else ())
            continue
        if number == 0x7D and size >= 10:  # COLINFO
            first, last, flags = struct.unpack_from("<HH4xH", data, at)
            unseen.columns.update(range(first + 1, last + 2) if flags & 1 else ())
            continue
        if number == 0x0205 and size >= 8 and data[at + 7]:  # BOOLERR holding an error
            error = data[at + 6]
        elif number == 0x06 and size >= 14 and data[at + 12 : at + 14] == b"\xff\xff" and data[at + 6] == 2:  # FORMULA
            error = data[at + 8]
        else:
            continue
        row, column = struct.unpack_from("<HH", data, at)
        unseen.cells.setdefault(row, {})[column] = CellError(_BIFF_ERRORS.get(error, "#N/A"))
    note_money(unseen, money)
    return unseen


def _biff_money(record: bytes, several: bool, money: moneyformats.Found) -> None:
    row, first = struct.unpack_from("<HH", record)
    for column, place in enumerate(range(4, len(record) - 2, 6) if several else (4,), first):
        money.add(row, column, struct.unpack_from("<H", record, place)[0])
