"""Workbooks that Excel saved as web pages: all packed into one file, or a frame with its sheets beside it."""

import email
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from app.services.errors import InputError
from app.services.importing.files.grid import Grid
from app.services.importing.files.markup import named_encoding
from app.services.importing.files.webpage import PageParser, distinct
from app.services.importing.sheets import SheetInfo

_HEAD, _PIECE = 4096, 1 << 18
_SHEET = re.compile(
    r"<x:Name>([^<]{1,100})</x:Name>(?:(?!</x:ExcelWorksheet>).)*?<x:WorksheetSource\s+HRef=\"([^\"]{1,300})\"",
    re.IGNORECASE | re.DOTALL,
)
_FRAME = re.compile(r"<frame\b[^>]*\bsrc=[\"']?([^\"'\s>]{1,300})", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
Page = tuple[str, str]  # the name of its sheet, "" where none is told, and its text


class PagesDocument:
    """The tables of several pages as one workbook."""

    kind = "html"

    def __init__(self, pages: Iterable[Page], title: str, alive: Callable[[], None]) -> None:
        found: list[tuple[str, SheetInfo, Grid]] = []
        for name, text in pages:
            tables = _tables(text, title, alive)
            found += [(name if name and len(tables) == 1 else info.name, info, grid) for info, grid in tables]
        if not found:
            raise InputError("file.html")
        names = distinct([name for name, _info, _grid in found])
        self.sheets: tuple[SheetInfo, ...] = tuple(
            grid.info(name, info.visible) for name, (_told, info, grid) in zip(names, found, strict=True)
        )
        self._grids = [grid for _name, _info, grid in found]

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        return iter(self._grids[sheet].rows)


def packed(path: Path, alive: Callable[[], None]) -> PagesDocument:
    """A page packed with all its parts (mht), as Excel, browsers and some systems save it."""
    parts: list[Page] = []  # by the last part of the address
    for part in email.message_from_bytes(path.read_bytes()).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            place = PurePosixPath(unquote(str(part["Content-Location"] or "")).replace("\\", "/")).name.lower()
            parts.append((place, _decoded(content, part.get_content_charset()) if isinstance(content, bytes) else ""))
    if not parts:
        raise InputError("file.html")
    listed = [(name, PurePosixPath(address).name.lower()) for name, address in _SHEET.findall(parts[0][1])]
    texts = dict(parts)
    pages = [(name, texts[place]) for name, place in listed if place in texts]
    return PagesDocument(pages or [("", text) for _place, text in parts], path.stem, alive)


def is_frame(head: bytes) -> bool:
    return b"<frameset" in head.replace(b"\0", b"").lower()


def framed(path: Path, alive: Callable[[], None]) -> PagesDocument:
    """A page that only holds the frame; the sheets lie in the folder that Excel makes beside it."""
    text = _decoded(path.read_bytes(), None)
    listed = _SHEET.findall(text) or [("", address) for address in _FRAME.findall(text)]
    parts = [(name, _beside(path, address)) for name, address in listed if "tabstrip" not in address.lower()]
    there = [(name, part) for name, part in parts if part is not None and part.is_file()]
    if not there:
        raise InputError("file.frames")
    return PagesDocument(((name, _decoded(part.read_bytes(), None)) for name, part in there), path.stem, alive)


def _beside(path: Path, address: str) -> Path | None:
    """A part by its address, which leads nowhere but into the folder of the page."""
    place = PurePosixPath(unquote(address).replace("\\", "/"))
    inside = not place.is_absolute() and ".." not in place.parts and ":" not in address
    return path.parent.joinpath(*place.parts) if inside else None


def _tables(text: str, title: str, alive: Callable[[], None]) -> list[tuple[SheetInfo, Grid]]:
    parser = PageParser()
    for start in range(0, len(text), _PIECE):
        parser.feed(text[start : start + _PIECE])
        alive()
    try:
        return parser.sheets(title)
    except InputError as error:
        if error.code == "file.damaged":
            raise
        return []  # a page without a table, such as the frame itself


def _decoded(content: bytes, told: str | None) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace")
    for name in (told and named_encoding(b"charset=" + told.encode()), named_encoding(content[:_HEAD]), "utf-8"):
        try:
            return content.decode(name or "utf-8")
        except UnicodeError:
            continue
    return content.decode("gb18030", "replace")
