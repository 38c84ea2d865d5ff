"""The XML that Excel 2002 and 2003 wrote and many systems still export as .xls: typed cells, gaps and merged areas."""

import math
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar
from xml.parsers import expat

from app.services.errors import InputError
from app.services.importing.files import moneyformats
from app.services.importing.files.grid import MOST_COLUMNS, Grid
from app.services.importing.sheets import CellError, Currencies, SheetInfo, Uncomputed

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_OPTIONS = "urn:schemas-microsoft-com:office:excel"
_HIDDEN = {"SheetHidden", "SheetVeryHidden"}
_FIRST_DAY = 1900  # a date before that year is a time of day


class WorkbookParser:
    """Reads as the text comes in. A document type may declare entities that grow without end: it is refused."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Grid]] = []
        self._formats: dict[str, str] = {}  # by style
        self._style = self._row_style = ""
        self._column_styles: dict[int, str] = {}
        self._money: list[moneyformats.Found] = []  # of each sheet
        self._foreign = False  # whether any style names a currency that is not the ledger's
        self._hidden: set[int] = set()
        self._text: list[str] | None = None
        self._cell: dict[str, str] = {}
        self._value: Any = None
        self._kind, self._rooted, self._noted, self._next, self._column = "", False, False, 0, 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.EntityDeclHandler = _refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def feed(self, text: str) -> None:
        self._parse(text, False)

    def sheets(self, title: str) -> list[tuple[SheetInfo, Grid]]:
        """The worksheets, empty ones too."""
        self._parse("", True)
        if not self._found:
            raise InputError("file.empty")
        for _, grid in self._found:
            grid.finish()
        named = ((name or title, grid, number not in self._hidden) for number, (name, grid) in enumerate(self._found))
        infos = [grid.info(name, visible) for name, grid, visible in named]
        told = [replace(info, currencies=self._currencies(number)) for number, info in enumerate(infos)]
        return [(info, grid) for info, (_name, grid) in zip(told, self._found, strict=True)]

    def _currencies(self, sheet: int) -> Currencies:
        """The columns in one foreign currency; sums of several in one column name theirs from now on."""
        money, rows = self._money[sheet], self._found[sheet][1].rows
        for row, column, code in money.mixed():
            rows[row][column] = moneyformats.with_code(code, rows[row][column])
        return money.uniform()

    def _parse(self, text: str, last: bool) -> None:
        try:
            self._parser.Parse(text, last)
        except expat.ExpatError as error:
            raise InputError("file.damaged") from error

    def _start(self, element: str, told: dict[str, str]) -> None:
        space, _, name = element.rpartition(" ")
        if not self._rooted:
            if (space, name) != (NAMESPACE, "Workbook"):
                raise InputError("file.xml")
            self._rooted = True
        if space == _OPTIONS and name == "Visible":
            self._text, self._kind = [], ""
        elif space == NAMESPACE and name in self._starts and not self._noted:
            self._starts[name](self, {key.rpartition(" ")[2]: value for key, value in told.items()})

    def _end(self, element: str) -> None:
        space, _, name = element.rpartition(" ")
        if space == _OPTIONS and name == "Visible":
            if "".join(self._text or ()).strip() in _HIDDEN:
                self._hidden.add(len(self._found) - 1)
            self._text = None
        elif space != NAMESPACE:
            return
        elif name == "Comment":
            self._noted = False
        elif name == "Data" and self._text is not None and not self._noted:
            self._value, self._text = _typed(self._kind, "".join(self._text)), None
        elif name == "Cell":
            self._put()

    def _characters(self, text: str) -> None:
        if self._text is not None and not self._noted:
            self._text.append(text)

    def _start_style(self, told: dict[str, str]) -> None:
        self._style = told.get("ID", "")
        self._formats[self._style] = self._formats.get(told.get("Parent", ""), "")

    def _start_format(self, told: dict[str, str]) -> None:
        self._formats[self._style] = told.get("Format", "")

    def _start_sheet(self, told: dict[str, str]) -> None:
        self._found.append((told.get("Name", ""), Grid()))
        self._next = self._column = 0
        self._column_styles = {}
        styles = moneyformats.with_foreign(self._formats.items())
        self._money.append(moneyformats.Found(styles))
        self._foreign = bool(styles)

    def _start_column(self, told: dict[str, str]) -> None:
        first, count = _number(told, "Index", self._column + 1) - 1, 1 + _number(told, "Span", 0)
        self._column = first + count
        if style := told.get("StyleID"):
            self._column_styles.update(dict.fromkeys(range(first, min(first + count, MOST_COLUMNS)), style))
        if _is_hidden(told):
            self._grid.hide_columns(first, count)

    def _start_row(self, told: dict[str, str]) -> None:
        index = _number(told, "Index", self._next + 1) - 1
        self._grid.start_row(index)
        self._row_style = told.get("StyleID", "")
        if _is_hidden(told):
            self._grid.hide_row()
        self._next = index + 1 + _number(told, "Span", 0)

    def _start_cell(self, told: dict[str, str]) -> None:
        self._cell, self._value = told, None

    def _start_data(self, told: dict[str, str]) -> None:
        self._text, self._kind = [], told.get("Type", "String")

    def _start_note(self, told: dict[str, str]) -> None:
        self._noted = True

    _starts: ClassVar = {
        "Style": _start_style,
        "NumberFormat": _start_format,
        "Worksheet": _start_sheet,
        "Column": _start_column,
        "Row": _start_row,
        "Cell": _start_cell,
        "Data": _start_data,
        "Comment": _start_note,
    }

    def _put(self) -> None:
        cell, value = self._cell, self._value
        if value is None and "Formula" in cell:
            value = Uncomputed(cell["Formula"])
        column = _number(cell, "Index", 0) - 1
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        row, column = self._grid.put(value, None if column < 0 else column, across, down)
        if self._foreign and type(value) is float:
            style = cell.get("StyleID") or self._row_style or self._column_styles.get(column, "")
            self._money[-1].add(row, column, style)

    @property
    def _grid(self) -> Grid:
        if not self._found:
            raise InputError("file.damaged")
        return self._found[-1][1]


def _is_hidden(told: dict[str, str]) -> bool:
    return told.get("Hidden", "").strip().lower() in ("1", "true")


def _refuse(*_declared: Any) -> None:
    raise InputError("file.damaged")


def _number(told: dict[str, str], name: str, otherwise: int) -> int:
    """A count or place; what is none was not written by any program that knows the format."""
    text = told.get(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise InputError("file.damaged")
    return int(text)


def _typed(kind: str, text: str) -> Any:
    """A cell as the other readers give it: days without hours as dates; what its type does not fit is a text."""
    if not text:
        return None
    try:
        if kind == "Number":
            number = float(text)
            return number if math.isfinite(number) else text
        if kind == "DateTime":
            return _moment(datetime.fromisoformat(text.strip()))
    except ValueError:
        return text
    if kind == "Boolean":
        return text.strip().lower() in ("1", "true")
    return CellError(text) if kind == "Error" else text


def _moment(told: datetime) -> Any:
    plain = told.replace(tzinfo=None)
    if plain.year < _FIRST_DAY:
        return plain.time()
    return plain.date() if plain.time() == datetime.min.time() else plain
