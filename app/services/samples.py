"""The sample ledger, as a firm would have it today: the shipped workbook with its dates moved.

The workbook is our own and its inside is known, so its dates are moved in the XML: 0.1 s where reading and writing it
with a spreadsheet library takes 3 s, and the example is to be open within 2 s.
"""

import re
import zipfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from app.paths import resource

FILE_NAME = "示例台账.xlsx"
MADE_FOR = date(2024, 2, 29)  # its last order is of the day before

# a date cell: column B of the sales, E and G of the customer list, as a day number without a type
_DAY_CELLS = {
    "xl/worksheets/sheet1.xml": re.compile(rb'(<c r="B\d+" s="\d+"><v>)(\d{5})(?=</v>)'),
    "xl/worksheets/sheet2.xml": re.compile(rb'(<c r="[EG]\d+" s="\d+"><v>)(\d{5})(?=</v>)'),
}
_TEXTS = "xl/sharedStrings.xml"
_TEXT_DAY = re.compile(r"(?P<y>20\d\d)(?P<a>[-/年])(?P<m>\d{1,2})(?P<b>[-/月])(?P<d>\d{1,2})")
_TEXT_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?=月前)")


def write_sample(target: Path, today: date) -> Path:
    """Write the sample workbook so that its last order is of yesterday; to be imported like any other file."""
    days = (today - MADE_FOR).days
    with (
        zipfile.ZipFile(resource("samples", FILE_NAME)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            copy.writestr(name, _moved(name, source.read(name), days))
    return target


def _moved(name: str, content: bytes, days: int) -> bytes:
    if name in _DAY_CELLS:
        return _DAY_CELLS[name].sub(lambda m: b"%s%d" % (m[1], int(m[2]) + days), content)
    if name == _TEXTS:
        text = _TEXT_DAY.sub(partial(_move_day, days), content.decode("utf-8"))
        return _TEXT_MONTH.sub(partial(_move_month, days), text).encode("utf-8")
    return content


def _move_day(days: int, found: re.Match[str]) -> str:
    """The same way of writing, another day."""
    day = date(int(found["y"]), int(found["m"]), int(found["d"])) + timedelta(days=days)
    digits = "d" if found["a"] == "年" else "02d"
    return f"{day.year}{found['a']}{day.month:{digits}}{found['b']}{day.day:{digits}}"


def _move_month(days: int, found: re.Match[str]) -> str:
    """「3月前」 means the next March after the day the workbook was made for."""
    return str((date(MADE_FOR.year, int(found[1]), 1) + timedelta(days=days)).month)
