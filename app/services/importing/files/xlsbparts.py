"""What a binary workbook (xlsb) hides: its records tell it where the fast reader does not."""

import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from app.services.importing.files.grid import MOST_COLUMNS

_ROW, _COLUMNS, _SHEET = 0, 60, 156  # BrtRowHdr, BrtColInfo, BrtBundleSh
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x10, 0x01
Hidden = tuple[set[int], set[int]]  # rows and columns, from 1


def xlsb_hidden(stream: BinaryIO) -> dict[int, Hidden]:
    """By position of the sheet in the workbook."""
    with zipfile.ZipFile(stream) as archive:
        names = set(archive.namelist())
        parts = enumerate(_parts(archive))
        return {index: _hidden(archive.read(part)) for index, part in parts if part in names}


def _parts(archive: zipfile.ZipFile) -> Iterator[str]:
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.bin.rels"))
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    data = archive.read("xl/workbook.bin")
    for kind, at, size in _records(data):
        if kind == _SHEET and size >= 12:
            length = struct.unpack_from("<I", data, at + 8)[0]
            target = targets.get(data[at + 12 : at + 12 + 2 * min(length, 255)].decode("utf-16-le", "replace"), "")
            yield target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _hidden(data: bytes) -> Hidden:
    rows, columns = set[int](), set[int]()
    for kind, at, size in _records(data):
        if kind == _ROW and size >= 13 and data[at + 11] & _ROW_HIDDEN:
            rows.add(struct.unpack_from("<I", data, at)[0] + 1)
        elif kind == _COLUMNS and size >= 18 and data[at + 16] & _COLUMN_HIDDEN:
            first, last = struct.unpack_from("<II", data, at)
            columns.update(range(first + 1, min(last, MOST_COLUMNS - 1) + 2))
    return rows, columns


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(kind, position, size) of each record; kinds take one or two bytes, sizes up to four, seven bits in each."""
    at, end = 0, len(data)
    while at < end - 1:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift == 28:
                break
        yield kind, at, size
        at += size
