"""Web pages and XML that shop and ERP systems save as .xls: which characters they are of, and the sheets they hold."""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from app.services.importing.files.grid import Grid
from app.services.importing.files.textfile import fitting_encoding
from app.services.importing.sheets import SheetInfo

_BLOCK, _HEAD = 1 << 18, 4096
_NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HONOURED = re.compile(r"utf-?8|x?-?gb[\dk]+|cp936|big5(-hkscs)?|windows-125\d|iso-8859-\d+|shift_jis|euc-(kr|jp)")
_WIDER = {"iso-8859-1": "cp1252", "cp936": "gb18030"}  # what browsers take for these names, because writers mean it


class Parser(Protocol):
    """Takes a text piece by piece; `sheets` ends it and gives each sheet with its description."""

    def feed(self, text: str, /) -> None: ...

    def sheets(self, title: str) -> list[tuple[SheetInfo, Grid]]: ...


class MarkupDocument:
    """A page or XML workbook, parsed as a whole: its sheets may be named behind their rows."""

    def __init__(self, kind: str, path: Path, alive: Callable[[], None]) -> None:
        self.kind = kind
        parser = _parser(kind)
        for text in _pieces(path):
            parser.feed(text)
            alive()
        found = parser.sheets(path.stem)
        self.sheets: tuple[SheetInfo, ...] = tuple(info for info, _ in found)
        self._grids = [grid for _, grid in found]

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        return iter(self._grids[sheet].rows)


def _parser(kind: str) -> Parser:
    if kind == "html":
        from app.services.importing.files.webpage import PageParser

        return PageParser()
    from app.services.importing.files.spreadsheetml import WorkbookParser

    return WorkbookParser()


def _pieces(path: Path) -> Iterator[str]:
    """The text, as far as the file reached when it was opened: one that grows without end is not followed."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        decoder = codecs.getincrementaldecoder(fitting_encoding(path, named_encoding(head)))(errors="replace")
        left, first = path.stat().st_size, True
        stream.seek(0)
        while left > 0 and (block := stream.read(min(_BLOCK, left))):
            left -= len(block)
            text = decoder.decode(block, final=left <= 0)
            yield text.lstrip("\ufeff\r\n\t ") if first else text
            first = False


def named_encoding(head: bytes) -> str | None:
    """The encoding the file names; one it cannot be in or that nobody writes does not count."""
    found = _NAMED.search(head)
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if not _HONOURED.fullmatch(name):
        return None
    name = "gb18030" if name.lstrip("x-").startswith("gb") else _WIDER.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
