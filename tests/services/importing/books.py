"""Spreadsheets written by the tests: invented rows in every awkward form."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import msoffcrypto
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from app.services.importing.sheets import Row, Workbook

FORMATS = {datetime: "yyyy-mm-dd hh:mm:ss", date: "yyyy-mm-dd", time: "hh:mm"}


_ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="订单">{0}</table:table>
 </office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"""


def write_ods(path: Path, table: str) -> Path:
    """An OpenDocument of one sheet, by the XML of its columns and rows."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", _ODS.format(table))
    return path


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Typed cells from A1 on; None leaves a cell out."""
    with xlsxwriter.Workbook(str(path)) as book:
        formats = {kind: book.add_format({"num_format": pattern}) for kind, pattern in FORMATS.items()}
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(number, column, cell, *filter(None, [formats.get(type(cell))]))
    return path


def protected(path: Path, password: str, rows: Sequence[Sequence[Any]] = (("客户",),)) -> Path:
    """A workbook that asks for a password."""
    plain = io.BytesIO(write_xlsx(path, {"S": rows}).read_bytes())
    book: OOXMLFile = msoffcrypto.OfficeFile(plain)
    with path.open("wb") as stream:
        book.encrypt(password, stream)
    return path


def rewrite_part(path: Path, part: str, text: str) -> Path:
    """Replace one part of a package by hand-written XML."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def all_rows(book: Workbook, sheet: int = 0) -> list[Row]:
    return [row for chunk in book.rows(sheet) for row in chunk]


def write_xls(
    path: Path,
    name: str,
    cells: Mapping[tuple[int, int], str | float | bytes],
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    more: bytes = b"",
    styles: Mapping[tuple[int, int], int] | None = None,
) -> Path:
    """A BIFF8 workbook of one sheet; bytes stand for an error cell by its code.

    `merged` and what is hidden count from 0, rows first; `more` are records of the workbook, such as its styles.
    """
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1996, 0, 6))
    height, width = max(row for row, _ in cells) + 1, max(column for _, column in cells) + 1
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, height, 0, width, 0))
    for column in hidden_columns:
        sheet += _record(0x7D, struct.pack("<HHHHHH", column, column, 2048, 0, 1, 0))
    for row in range(height):
        sheet += _record(0x0208, struct.pack("<HHHHHHHH", row, 0, width, 255, 0, 0, 0x20 * (row in hidden_rows), 15))
    for (row, column), cell in cells.items():
        place = struct.pack("<HHH", row, column, (styles or {}).get((row, column), 0))
        if isinstance(cell, str):
            sheet += _record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
        elif isinstance(cell, bytes):
            sheet += _record(0x0205, place + cell + b"\x01")
        else:
            sheet += _record(0x0203, place + struct.pack("<d", cell))
    if merged:
        sheet += _record(0xE5, struct.pack("<H", len(merged)) + b"".join(struct.pack("<4H", *each) for each in merged))
    sheet += _record(0x0A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1996, 0, 6))
    title = struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le")
    start += more
    offset = len(start) + len(_record(0x85, bytes(4) + title)) + 4
    stream = start + _record(0x85, struct.pack("<I", offset) + title) + _record(0x0A, b"") + sheet
    path.write_bytes(_compound("Workbook", stream))
    return path


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _compound(name: str, stream: bytes) -> bytes:
    """The smallest OLE container of one stream: header, sector 0 the FAT, sector 1 the directory, then the stream."""
    size, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    stream = stream.ljust(max(4096, -(-len(stream) // size) * size), b"\0")
    count = len(stream) // size
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    header = header.ljust(size, b"\xff")
    chain = [0xFFFFFFFD, end, *range(3, count + 2), end]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(size, b"\xff")
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry(name, 2, free, 2, len(stream))
    return header + fat + entries.ljust(size, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    entry = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, none, none, child) + bytes(16)
    return entry + bytes(20) + struct.pack("<IQ", start, length)
