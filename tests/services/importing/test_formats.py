"""What a file is shows in its content: one table in every format, under any name, comes in the same."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from app.context import Context
from app.services import importing
from app.services.importing.files.reader import open_workbook
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows, write_ods, write_xls, write_xlsx

HEAD = ("订单号", "日期", "客户", "金额")
ROWS = [("A1", date(2024, 1, 5), "华鑫贸易 有限公司", 101.5), ("A2", date(2024, 2, 29), "乙公司", -80.0)]
TRANSITIONAL, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"


def plain(row: tuple[str, date, str, float]) -> tuple[str, ...]:
    return row[0], row[1].isoformat(), row[2], f"{row[3]:.2f}"


def xlsx(path: Path) -> None:
    write_xlsx(path, {"订单": [HEAD, *ROWS]})


def strict(path: Path) -> None:
    """Excel's "Strict Open XML Spreadsheet": other namespaces, dates as texts of ISO 8601."""
    xlsx(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            text = text.replace(f"{TRANSITIONAL}spreadsheetml/2006/main", f"{STRICT}spreadsheetml/main")
            relations = "officeDocument/{0}relationships"
            text = text.replace(TRANSITIONAL + relations.format("2006/"), STRICT + relations.format(""))
            text = re.sub(r'(<c r="B2" s="\d+")><v>45296<', r'\1 t="d"><v>2024-01-05T00:00:00<', text)
            package.writestr(name, text)


def xlsm(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("订单")
        sheet.write_row(0, 0, HEAD)
        for number, row in enumerate(ROWS, 1):
            sheet.write_row(number, 0, row)
            sheet.write_datetime(number, 1, row[1], day)
        project = path.with_suffix(".bin")
        project.write_bytes(b"\0" * 64)
        book.add_vba_project(str(project))


def xls(path: Path) -> None:
    cells: dict[tuple[int, int], str | float | bytes] = dict(zip(((0, n) for n in range(4)), HEAD, strict=True))
    for number, row in enumerate(ROWS, 1):
        cells |= {(number, 0): row[0], (number, 1): row[1].isoformat(), (number, 2): row[2], (number, 3): row[3]}
    write_xls(path, "订单", cells)


def text(mark: str, encoding: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        lines = (mark.join(row) for row in (HEAD, *map(plain, ROWS)))
        path.write_bytes("\r\n".join(lines).encode(encoding))

    return write


def fixed(path: Path) -> None:
    lines = ("".join(cell + " " * (24 - len(cell)) for cell in row) for row in (HEAD, *map(plain, ROWS)))
    path.write_text("\n".join(lines), "utf-8")


def page(path: Path) -> None:
    body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in (HEAD, *map(plain, ROWS)))
    path.write_bytes(f'<html><meta charset="gb2312"><table>{body}</table></html>'.encode("gb18030"))


def ods(path: Path) -> None:
    def cell(value: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    rows = ("".join(map(cell, row)) for row in (HEAD, *map(plain, ROWS)))
    write_ods(path, "".join(f"<table:table-row>{row}</table:table-row>" for row in rows))


def xml(path: Path) -> None:
    def row(cells: tuple[str, ...]) -> str:
        return "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in cells) + "</Row>"

    space = "urn:schemas-microsoft-com:office:spreadsheet"
    table = "".join(map(row, (HEAD, *map(plain, ROWS))))
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="订单">'
        f"<Table>{table}</Table></Worksheet></Workbook>",
        "utf-8",
    )


WRITERS: dict[str, Callable[[Path], None]] = {
    "xlsx": xlsx, "strict": strict, "xlsm": xlsm, "xls": xls, "fixed": fixed, "page": page, "xml": xml, "ods": ods,
    "comma": text(",", "utf-8-sig"), "semicolon": text(";", "gb18030"), "tab": text("\t", "utf-16"),
    "pipe": text("|", "utf-16-le"), "tab, be": text("\t", "utf-16-be"), "wide comma": text("，", "utf-8"),
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".csv", ""])
@pytest.mark.parametrize("kind", WRITERS)
def test_one_table_in_every_format_under_any_name(tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"三月 台账 📒{suffix}"
    written = path.with_name("a.xlsm" if kind == "xlsm" else "a.xlsx" if kind in ("xlsx", "strict") else "a")
    WRITERS[kind](written)
    if kind == "strict":
        assert b't="d"' in zipfile.ZipFile(written).read("xl/worksheets/sheet1.xml")
    written.rename(path)
    with Context.create(tmp_path / "l.pandian") as ledger, ledger.reading() as connection:
        plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
    assert (plan.counts.created, plan.counts.rows_read, str(plan.amount)) == (2, 2, "21.5")
    assert (plan.date_from, plan.date_to, plan.customers) == (date(2024, 1, 5), date(2024, 2, 29), 2)


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, date(2024, 2, 29), day)
        sheet.write_datetime(0, 1, datetime(1904, 1, 2, 6, 30), moment)
    with open_workbook(path, work=WorkContext()) as book_read:
        row = all_rows(book_read)[0]
    assert row[0] == date(2024, 2, 29)
    assert row[1] == datetime(1904, 1, 2, 6, 30) or row[1] == timedelta(days=1, hours=6, minutes=30)
