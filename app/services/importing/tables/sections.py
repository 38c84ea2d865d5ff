"""Lines that name the customer, the month or the person for the rows below them, as one more column of those rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services.importing.sheets import Cell
from app.services.importing.tables import addedtitles
from app.services.importing.tables.fields import ORDERS, matches
from app.services.importing.tables.labels import is_total
from app.services.importing.tables.layout import Added
from app.services.importing.values.cells import LONGEST, Cells, brief
from app.services.importing.values.dates import DateReader

_LABELLED = re.compile(r"^[【\[（(]?\s*([^:：】\])）\d]{1,12}?)\s*[:：】\])）]+\s*(.+?)\s*$")
_MONTH = re.compile(r"\d{2,4}\s*[年/.\-]\s*\d{1,2}\s*月?份?$")
_FIRM = re.compile(r".*(?:公司|集团|厂|店|商行|工作室|经营部|中心|事务所|合作社|医院|学校)$")
_FIELDS = ("customer_code", "customer_name", "date", "person", "place")
_TITLES = {
    "customer_code": addedtitles.CUSTOMER_LINE,
    "customer_name": addedtitles.CUSTOMER_LINE,
    "date": addedtitles.MONTH_LINE,
    "person": addedtitles.PERSON_LINE,
    "place": addedtitles.PLACE_LINE,
}
_BESIDE = {"customer_code": ("customer_code", "customer_name"), "customer_name": ("customer_code", "customer_name")}
_READ_AS_DATE = Cells(DateReader())


@dataclass(frozen=True)
class Line:
    """What a section line says: a value of a field."""

    field: str
    value: str


def section_line(row: Sequence[Cell]) -> Line | None:
    """What the only text of a row names for the rows below it; None for data, totals and remarks."""
    cells = set(row) - {None, ""}
    if len(cells) != 1:
        return None
    cell = cells.pop()
    if not isinstance(cell, str) or is_total(cell):
        return None
    text = brief(cell)
    if len(text) > LONGEST:
        return None
    if found := _LABELLED.match(text):
        return _labelled(*found.groups())
    if _is_month(text):
        return Line("date", text)
    return Line("customer_name", cell.strip()) if _FIRM.match(text) else None


def _labelled(label: str, value: str) -> Line | None:
    if label in ("月份", "期间", "年月"):
        return Line("date", value) if _is_month(value) or _is_day(value) else None
    field = next((each.field for each in matches(label, ORDERS) if each.field in _FIELDS), None)
    if field is None or (field == "date" and not (_is_month(value) or _is_day(value))):
        return None
    return Line(field, value)


def _is_month(text: str) -> bool:
    return _MONTH.match(text) is not None and _is_day(text)


def _is_day(text: str) -> bool:
    return _READ_AS_DATE[text] is not None


def find(rows: Sequence[Sequence[Cell]], fields: Mapping[int, str]) -> Added | None:
    """The column that section lines make up, where they repeat and the table has none of its own for it."""
    lines = [line for line in map(section_line, rows) if line is not None]
    counted = Counter(line.field for line in lines)
    for field, count in counted.most_common():
        own = set(_BESIDE.get(field, (field,))) & set(fields.values())
        if count > 1 and not own and len({line.value for line in lines if line.field == field}) > 1:
            return Added(_TITLES[field], field, None)
    return None


class Filler:
    """Gives each row what the section line above it says; one object reads a sheet from top to bottom."""

    def __init__(self, added: Added) -> None:
        self._added = added
        self._current: str | None = None

    def column(self, rows: Sequence[Sequence[Cell]], labelled: frozenset[int]) -> list[Cell]:
        """One cell a row; lines, totals and remarks of one text get none."""
        return [self.cell(row, place in labelled) for place, row in enumerate(rows)]

    def cell(self, row: Sequence[Cell], total: bool) -> Cell:
        """What the line above says, for a row of data."""
        if total or self._added.value is not None:
            return None if total else self._added.value
        if len({cell for cell in row if cell is not None}) < 2:
            line = section_line(row)
            if line is not None and line.field == self._added.field:
                self._current = line.value
            return None
        return self._current
