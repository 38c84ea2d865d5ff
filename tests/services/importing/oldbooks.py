"""Sheets as Excel 2, 3 and 4 wrote them: bare records, one sheet to a file."""

import struct
from collections.abc import Mapping, Sequence
from datetime import date

from app.services.importing.sheets import CellError

GENERAL, DAY = 0, 1
FORMATS = (b"General", b"yyyy/mm/dd", b"[h]:mm")
Styled = tuple[float, int]  # a number and the place of its format
OldCell = str | float | bool | CellError | date | Styled | None
_BOF = {2: 0x0009, 3: 0x0209, 4: 0x0409}
_ERRORS = {"#DIV/0!": 7, "#N/A": 42}


def old_book(
    version: int,
    rows: Sequence[Sequence[OldCell]],
    *,
    codepage: int | None = 936,
    encoding: str = "gb18030",
    of_1904: bool = False,
    more: Mapping[int, bytes] | None = None,
) -> bytes:
    """The bytes of a file; `more` are records before the cells."""
    parts = [_record(_BOF[version], struct.pack("<HHH", version, 0x10, 0)[: 4 if version == 2 else 6])]
    if codepage is not None:
        parts.append(_record(0x42, struct.pack("<H", codepage)))
    parts.append(_record(0x22, struct.pack("<H", of_1904)))
    parts += [_record(number, body) for number, body in (more or {}).items()]
    parts += [_format(version, place, text) for place, text in enumerate(FORMATS)]
    if version > 2:
        parts += [_style(version, place) for place in range(len(FORMATS))]
    start = date(1904, 1, 1) if of_1904 else date(1899, 12, 30)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is not None:
                parts.append(_cell(version, row, column, cell, start, encoding))
    return b"".join(parts) + _record(0x0A, b"")


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _format(version: int, place: int, text: bytes) -> bytes:
    body = bytes([len(text)]) + text
    return _record(0x041E, struct.pack("<H", place) + body) if version == 4 else _record(0x1E, body)


def _style(version: int, place: int) -> bytes:
    return _record({3: 0x0243, 4: 0x0443}[version], bytes([0, place]) + bytes(10))


def _cell(version: int, row: int, column: int, cell: OldCell, start: date, encoding: str) -> bytes:
    style = GENERAL
    if isinstance(cell, date):
        cell, style = float((cell - start).days), DAY
    elif isinstance(cell, tuple):
        cell, style = cell
    old = version == 2
    place = struct.pack("<HH", row, column) + (bytes([0, style, 0]) if old else struct.pack("<H", style))
    base = 0 if old else 0x0200
    if isinstance(cell, CellError):
        return _record(base + 5, place + bytes([_ERRORS[cell], 1]))
    if isinstance(cell, bool):
        return _record(base + 5, place + bytes([cell, 0]))
    if cell == "":
        return _record(base + 1, place)  # a border and nothing in it
    if isinstance(cell, str):
        text = cell.encode(encoding)
        return _record(base + 4, place + struct.pack("<B" if old else "<H", len(text)) + text)
    assert isinstance(cell, float)
    return _record(base + 3, place + struct.pack("<d", cell))
