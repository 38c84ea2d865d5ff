"""The tables of a web page as sheets: spans, captions, lists within cells, and the tags that writers forget."""

import math
import re
from html.parser import HTMLParser
from typing import Any

from app.services.errors import InputError
from app.services.importing.files import moneyformats
from app.services.importing.files.grid import Grid
from app.services.importing.sheets import SheetInfo
from app.services.importing.values.currencies import HOME, currency_of

_LONGEST_TAG = 1 << 24  # characters without an end of a tag or comment: a picture in the page is shorter
_DEEPEST = 64
_GROUPS, _CELLS = {"thead", "tbody", "tfoot"}, {"td", "th"}
_BREAKS = {"br", "p", "div", "li"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_SEVERAL = re.compile(" {2,}")
_SHOWN_NUMBER = re.compile(r"[¥￥$]? ?-?[\d,]+(\.\d+)?")
_NOT_SHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>", re.IGNORECASE)


class _Table:
    """One table being read, and the cell that is open in it."""

    def __init__(self, name: str) -> None:
        self.grid, self.name = Grid(), name
        self.in_row = False
        self.attributes: dict[str, str | None] | None = None  # those of the open cell
        self._columns = 0  # described so far

    def start_row(self) -> None:
        self.grid.start_row()
        self.in_row = True

    def pass_columns(self, attributes: dict[str, str | None]) -> None:
        """A description of the next columns."""
        count = _span(attributes.get("span"), 1) + 1
        if _is_hidden(attributes):
            self.grid.hide_columns(self._columns, count)
        self._columns += count

    def start_cell(self, attributes: dict[str, str | None]) -> None:
        if not self.in_row:
            self.start_row()
        self.attributes = attributes

    def end_cell(self, text: str) -> None:
        if self.attributes is None:
            return
        across, down = _span(self.attributes.get("colspan"), 1), _span(self.attributes.get("rowspan"), 1 << 16)
        self.grid.put_free(_cell(text, self.attributes), across, down)
        self.attributes = None


class PageParser(HTMLParser):
    """Collects the tables in the order of the page; one within a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tables: list[_Table] = []
        self._open: list[tuple[_Table, list[str]]] = []  # with the text of the cell each stands in
        self._text: list[str] = []
        self._heading, self._listed = "", list[str]()

    def feed(self, data: str) -> None:
        super().feed(data)
        if len(self.rawdata) > _LONGEST_TAG:
            raise InputError("file.damaged")

    def sheets(self, title: str) -> list[tuple[SheetInfo, Grid]]:
        """The tables that hold anything; a page that stops within a cell was not saved as a whole."""
        self.close()
        if any(table.attributes is not None for table, _ in self._open):
            raise InputError("file.damaged")
        found = [table for table in self._tables if table.grid.finish()]
        if not found:
            raise InputError("file.empty" if self._tables else "file.html")
        listed = self._listed if len(self._listed) == len(found) else [""] * len(found)
        names = [table.name or name or title for table, name in zip(found, listed, strict=True)]
        return [(table.grid.info(name), table.grid) for table, name in zip(found, distinct(names), strict=True)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._start_table()
        elif tag in _HEADINGS or tag == "caption":
            self._text = [] if self._between_cells() else self._text
        elif tag in _BREAKS:
            self._text.append("\n")
        elif self._open and tag == "col":
            self._open[-1][0].pass_columns(dict(attrs))
        elif self._open and (tag == "tr" or tag in _GROUPS or tag in _CELLS):
            self._start_part(self._open[-1][0], tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self._text.append("\n")
        elif tag in _HEADINGS and not self._open:
            self._heading = self._taken()
        elif self._open and tag == "table":
            self._end_table()
        elif self._open and tag == "caption" and self._between_cells():
            self._open[-1][0].name = self._taken() or self._open[-1][0].name
        elif self._open and (tag == "tr" or tag in _GROUPS or tag in _CELLS):
            self._end_part(self._open[-1][0], tag)

    def handle_data(self, data: str) -> None:
        if not self.cdata_elem:
            self._text.append(_BLANKS.sub(" ", data))

    def handle_comment(self, data: str) -> None:
        """Where Excel, and who imitates it, lists the sheets."""
        self._listed.extend(name.strip() for name in _SHEET_NAME.findall(data))

    def _start_part(self, table: _Table, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        table.end_cell(self._taken())
        if tag in _CELLS:
            table.start_cell(dict(attrs))
            return
        table.in_row = False
        if tag == "tr":
            table.start_row()
            if _is_hidden(dict(attrs)):
                table.grid.hide_row()
        else:
            table.grid.end_group()

    def _end_part(self, table: _Table, tag: str) -> None:
        table.end_cell(self._taken())
        if tag not in _CELLS:
            table.in_row = False
        if tag in _GROUPS:
            table.grid.end_group()

    def _start_table(self) -> None:
        if len(self._open) == _DEEPEST:
            raise InputError("file.damaged")
        table = _Table(self._heading)
        self._tables.append(table)
        self._open.append((table, self._text))
        self._text, self._heading = [], ""

    def _end_table(self) -> None:
        table, outer = self._open.pop()
        table.end_cell(self._taken())
        table.grid.end_group()
        self._text = outer

    def _between_cells(self) -> bool:
        return not self._open or self._open[-1][0].attributes is None

    def _taken(self) -> str:
        """The text so far, line by line; the next begins."""
        lines = (line.strip(" ") for line in _joined(self._text).split("\n"))
        self._text = []
        return "\n".join(filter(None, lines))


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else _SEVERAL.sub(" ", "".join(parts))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style") or "") is not None


def _span(told: str | None, endless: int) -> int:
    """How many cells more; 0 stands for as far as the table reaches, nonsense for one cell."""
    digits = (told or "1").strip()
    if not (digits.isascii() and digits.isdigit()):
        return 0
    return (int(digits[:6]) or endless) - 1


def _cell(text: str, attributes: dict[str, str | None]) -> Any:
    """The text; the exact number where Excel or LibreOffice put it beside a rounded one."""
    told = attributes.get("x:num") or attributes.get("sdval")
    if told and _SHOWN_NUMBER.fullmatch(text):
        try:
            number = float(told)
        except ValueError:
            return text
        if not math.isfinite(number):
            return text
        currency = currency_of(text)
        return number if currency in (None, HOME) else moneyformats.with_code(currency, number)
    return text or None


def distinct(names: list[str]) -> list[str]:
    """Names that occur again get a number."""
    given: dict[str, None] = {}
    for name in names:
        number, told = 1, name
        while told in given:
            number += 1
            told = f"{name} {number}"
        given[told] = None
    return list(given)
