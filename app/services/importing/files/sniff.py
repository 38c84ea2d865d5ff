"""What a file is by its content, because names lie; what cannot be read is refused with its own sentence."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from app.services.errors import InputError

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
HEAD = 4096
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, ValueError, LookupError, RuntimeError, EOFError)
LOCK_PREFIXES = ("~$", ".~")
SUFFIXES = {
    "xlsx": {".xlsx", ".xlsm", ".xltx", ".xltm"},
    "xls": {".xls", ".xlt", ".et", ".ett"},
    "xlsb": {".xlsb"},
    "ods": {".ods", ".ots"},
    "csv": {".csv", ".txt", ".tsv", ".tab"},
    "html": {".html", ".htm", ".mht", ".mhtml"},
    "xml": {".xml"},
}
_FOREIGN = (
    (b"\x1f\x8b", "file.archive"),
    (b"Rar!\x1a\x07", "file.archive"),
    (b"7z\xbc\xaf\x27\x1c", "file.archive"),
    (b"PK\x05\x06", "file.archive"),
    (b"%PDF", "file.document"),
    (b"\x89PNG", "file.document"),
    (b"\xff\xd8\xff", "file.document"),
    (b"GIF8", "file.document"),
    (b"{\\rtf", "file.document"),
    (b"SQLite format 3\0", "file.document"),
)
_OLD = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")  # bare records: Excel 2, 3 and 4
_OFFICE = {"worddocument", "powerpoint document", "visiodocument", "__properties_version1.0"}
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<div", b"<style")
_WORKBOOK = re.compile(rb"<([\w.-]+:)?workbook[\s>]")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Content:
    """The format, whether it is locked by a password, and whether it is older than the fast reader knows."""

    kind: str
    encrypted: bool = False
    old: bool = False


def sniff(stream: BinaryIO) -> Content:
    """The kind of spreadsheet, or InputError naming what the file is instead."""
    head = stream.read(HEAD)
    stream.seek(0)
    if not head:
        raise InputError("file.empty")
    for start, code in _FOREIGN:
        if head.startswith(start):
            raise InputError(code)
    if head.startswith(_OLD):
        return Content("xls", old=True)
    if head.startswith(OLE):
        return _ole(stream)
    if head.startswith(ZIP):
        return Content(_zip(stream))
    return Content(_text(head))


def _ole(stream: BinaryIO) -> Content:
    """Excel 5 to 2003 and WPS keep a stream Workbook or Book; a protected xlsx is wrapped in the same container."""
    import olefile

    try:
        ole = olefile.OleFileIO(stream)
        names = {"/".join(parts).lower() for parts in ole.listdir()}
        if "encryptedpackage" in names:
            return Content("xlsx", encrypted=True)
        book = next((name for name in ("workbook", "book") if name in names), None)
        records = ole.openstream(book).read(HEAD) if book else b""
    except (OSError, ValueError, LookupError, TypeError):
        return Content("xls")  # the reader proper may be more forgiving
    finally:
        stream.seek(0)
    if book is None:
        raise InputError("file.document" if names & _OFFICE else "file.damaged")
    return Content("xls", encrypted=_has_filepass(records))


def _has_filepass(records: bytes) -> bool:
    """FILEPASS stands among the first records of a protected xls."""
    at = 0
    while at + 4 <= len(records):
        number, size = (
            int.from_bytes(records[at : at + 2], "little"),
            int.from_bytes(records[at + 2 : at + 4], "little"),
        )
        if number == 0x2F:
            return True
        at += 4 + size
    return False


def _zip(stream: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            kind = archive.read("mimetype")[:64] if "mimetype" in names else b""
    except BROKEN_ZIP as error:
        raise InputError("file.damaged") from error
    finally:
        stream.seek(0)
    return _package(names, kind)


def _package(names: set[str], mimetype: bytes) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names) or "workbook.xml" in names:
        return "xlsx"
    if b"opendocument.spreadsheet" in mimetype:
        return "ods"
    if "[content_types].xml" in names and not any(name.startswith(("word/", "ppt/", "visio/")) for name in names):
        return "xlsx"  # an unusual package; the reader decides
    raise InputError("file.document" if "[content_types].xml" in names or mimetype else "file.archive")


def _text(head: bytes) -> str:
    """Shop and ERP systems export web pages and XML under the name .xls."""
    for bom in _BOMS:
        head = head.removeprefix(bom)
    start = head.replace(b"\0", b"").lstrip().lower()
    if start.startswith((b"mime-version:", b"from: <saved by")):
        return "mht"
    if start.startswith((b"<?xml", b"<workbook", b"<ss:workbook")) and b"<html" not in start:
        return _xml(start)
    page = start.startswith((b"<?xml", *_PAGES)) or (start.startswith(b"<!--") and b"<table" in start)
    return "html" if page else "csv"


def _xml(start: bytes) -> str:
    if not _WORKBOOK.search(start):
        raise InputError("file.xml")
    return "xml"
