"""Currencies that only the formats of cells name: a whole column is told, a mixed one is never summed."""

import struct
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.context import Context
from app.services import importing
from app.services.importing.files.moneyformats import currency_of
from app.services.importing.files.reader import open_workbook
from app.services.importing.plans import ImportOptions, ImportPlan, SheetChoice
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows, rewrite_part, write_ods, write_xls, write_xlsx
from tests.services.importing.desk import codes

DOLLAR, YUAN, EURO = '"$"#,##0.00', "[$¥-804]#,##0.00", "#,##0.00 [$€-407]"
HEAD = ("订单号", "日期", "客户", "金额")


def book(path: Path, formats: tuple[str, ...], amount: str = "金额") -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("订单")
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for column, title in enumerate((*HEAD[:3], amount)):
            sheet.write(0, column, title, made.add_format({"num_format": DOLLAR}))
        for number, pattern in enumerate(formats, 1):
            sheet.write_row(number, 0, (f"A{number}", None, f"客户{number}"))
            sheet.write_datetime(number, 1, date(2024, 1, number), day)
            sheet.write_number(number, 3, number * 10.5, made.add_format({"num_format": pattern}))
    return path


def plan(path: Path, folder: Path, **options: Any) -> ImportPlan:
    with Context.create(folder / f"{len(options)}.pandian") as ledger, ledger.reading() as connection:
        return importing.plan(connection, [path], ImportOptions(**options), WorkContext())


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        (DOLLAR, "USD"), (YUAN, "CNY"), (EURO, "EUR"), ("[$HK$-C04]#,##0", "HKD"), ("[$$-C04]0", "HKD"),
        ("[$¥-411]#,##0", "JPY"), ("[$USD] #,##0.00", "USD"), ('_ "￥"* #,##0.00_ ', "CNY"), ("\\$0.00", "USD"),
        ("[$-804]yyyy年m月", ""), ("#,##0.00", ""), ("0%", ""), ("[Red]-0.0", ""), ("General", ""),
    ],
)  # fmt: skip
def test_what_a_format_names(pattern: str, code: str) -> None:
    assert currency_of(pattern) == code


def test_a_column_in_one_foreign_currency_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", (DOLLAR, DOLLAR, DOLLAR))
    with open_workbook(path, work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((4, "USD"),)
        assert all_rows(found)[1][3] == 10.5
    made = plan(path, tmp_path)
    assert (made.counts.created, made.counts.held, codes(made)["foreign_currency"]) == (0, 3, 3)
    priced = plan(path, tmp_path, choices={"订单": SheetChoice(rates={"USD": "7"})})
    assert (priced.counts.created, str(priced.amount)) == (3, "441")
    notes = [note.text for note in priced.files[0].sheets[0].columns[3].notes]
    assert any("USD" in note for note in notes)


def test_a_heading_says_more_than_a_format(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", (DOLLAR, DOLLAR), "金额（元）")
    assert plan(path, tmp_path).counts.created == 2


def test_a_column_of_several_currencies_is_not_summed(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", (YUAN, DOLLAR, "0.00", EURO))
    with open_workbook(path, work=WorkContext()) as found:
        assert found.sheets[0].currencies == ()
        assert [row[3] for row in all_rows(found)[1:]] == [10.5, "USD 21", 31.5, "EUR 42"]
    made = plan(path, tmp_path)
    assert (made.counts.created, made.counts.held, str(made.amount)) == (2, 2, "42")
    assert codes(made)["foreign_currency"] == 2


def test_one_foreign_sum_among_plain_ones_stands_alone(tmp_path: Path) -> None:
    made = plan(book(tmp_path / "a.xlsx", ("0.00", DOLLAR, "General")), tmp_path)
    assert (made.counts.created, made.counts.held, str(made.amount)) == (2, 1, "42")


def test_home_currency_and_plain_numbers_are_nothing_to_tell(tmp_path: Path) -> None:
    made = plan(book(tmp_path / "a.xlsx", (YUAN, "0.00", YUAN)), tmp_path)
    assert (made.counts.created, codes(made)) == (3, {})
    with open_workbook(write_xlsx(tmp_path / "b.xlsx", {"S": [HEAD]}), work=WorkContext()) as found:
        assert found.sheets[0].currencies == ()


def test_an_xls_names_its_currencies_too(tmp_path: Path) -> None:
    def styled(pattern: str, number: int) -> bytes:
        body = struct.pack("<HHB", number, len(pattern), 1) + pattern.encode("utf-16-le")
        return struct.pack("<HH", 0x041E, len(body)) + body

    def style(number: int) -> bytes:
        return struct.pack("<HH", 0xE0, 20) + struct.pack("<HH", 0, number) + bytes(16)

    more = styled(DOLLAR, 164) + styled(EURO, 165) + style(0) + style(164) + style(165)
    cells: dict[tuple[int, int], str | float | bytes] = {(0, 0): "金额", (0, 1): "单价", (0, 2): "数量"}
    cells |= {(1, 0): 1.5, (2, 0): 2.5, (1, 1): 3.5, (2, 1): 4.5, (1, 2): 5.5, (2, 2): 6.5}
    styles = {(1, 0): 1, (2, 0): 1, (1, 1): 1, (2, 1): 2}
    path = write_xls(tmp_path / "a.xls", "S", cells, more=more, styles=styles)
    with open_workbook(path, work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((1, "USD"),)
        assert all_rows(found)[1:] == [(1.5, "USD 3.5", 5.5), (2.5, "EUR 4.5", 6.5)]


def money_cell(value: float, code: str = "", more: str = "") -> str:
    told = f'office:value-type="currency" office:currency="{code}"' if code else 'office:value-type="float"'
    return f'<table:table-cell {told} office:value="{value}"{more}><text:p>{value}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def text_cells(*texts: str) -> str:
    start, end = '<table:table-cell office:value-type="string"><text:p>', "</text:p></table:table-cell>"
    return "".join(f"{start}{each}{end}" for each in texts)


def words(*texts: str) -> str:
    return row(text_cells(*texts))


def test_an_ods_names_its_currencies_too(tmp_path: Path) -> None:
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    table = words("金额", "a", "b", "单价", "数量") + "".join(
        row(money_cell(amount, "USD"), gap, money_cell(price, code), money_cell(pieces))
        for amount, price, code, pieces in ((1.5, 3.5, "CNY", 5.5), (2.5, 4.5, "EUR", 6.5))
    )
    with open_workbook(write_ods(tmp_path / "a.ods", table), work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((1, "USD"),)
        assert all_rows(found)[1:] == [(1.5, None, None, 3.5, 5.5), (2.5, None, None, "EUR 4.5", 6.5)]


def test_an_ods_repeats_what_is_the_same(tmp_path: Path) -> None:
    twice = ' table:number-columns-repeated="2"'
    repeated = money_cell(4.5, "USD").replace("<table:table-cell", f"<table:table-cell{twice}")
    rows = row(repeated, more=' table:number-rows-repeated="2"') + row(money_cell(1.5), money_cell(2, "USD"))
    table = words("甲", "乙") + rows
    with open_workbook(write_ods(tmp_path / "a.ods", table), work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((2, "USD"),)
        assert all_rows(found)[1:] == [("USD 4.5", 4.5), ("USD 4.5", 4.5), (1.5, 2.0)]


STYLES = """<office:automatic-styles>
 <number:currency-style style:name="N1">
 <number:currency-symbol number:language="en" number:country="US">$</number:currency-symbol>
 <number:number number:decimal-places="2"/></number:currency-style>
 <number:currency-style style:name="N2">
 <number:currency-symbol number:language="zh" number:country="HK">$</number:currency-symbol>
 </number:currency-style><number:number-style style:name="N3"><number:number/></number:number-style>
 <style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/>
 <style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>
 <style:style style:name="c3" style:family="table-cell" style:data-style-name="N3"/></office:automatic-styles>"""


def test_an_ods_names_currencies_by_its_styles(tmp_path: Path) -> None:
    def styled(value: float, style: str) -> str:
        return money_cell(value, "", f' table:style-name="{style}"')

    rows = row(styled(1.5, "c1"), styled(3.5, "c3"), styled(5, "c2")) + row(
        styled(2.5, "c1"), styled(4.5, "c1"), styled(6, "c2")
    )
    path = write_ods(tmp_path / "a.ods", words("金额", "单价", "成本") + rows)
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml").decode()
    spaces = (
        '<office:document-content xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    )
    content = content.replace("<office:document-content", spaces, 1).replace("<office:body>", f"{STYLES}<office:body>")
    rewrite_part(path, "content.xml", content)
    with open_workbook(path, work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((1, "USD"), (3, "HKD"))
        assert all_rows(found)[1:] == [(1.5, 3.5, 5.0), (2.5, "USD 4.5", 6.0)]


def test_an_ods_in_the_home_currency_has_nothing_to_tell(tmp_path: Path) -> None:
    table = words("金额") + row(money_cell(1.5, "CNY")) + row(money_cell(2.5))
    with open_workbook(write_ods(tmp_path / "a.ods", table), work=WorkContext()) as found:
        assert (found.sheets[0].currencies, all_rows(found)[1:]) == ((), [(1.5,), (2.5,)])


XML = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="Default"/>
 <Style ss:ID="d"><NumberFormat ss:Format="&quot;$&quot;#,##0.00"/></Style><Style ss:ID="sub" ss:Parent="d"/>
 <Style ss:ID="e"><NumberFormat ss:Format="Euro Currency"/></Style>
 <Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
 <Worksheet ss:Name="A"><Table>{0}</Table></Worksheet></Workbook>"""


def xml_book(path: Path, rows: str) -> Path:
    path.write_text(XML.format(rows), "utf-8")
    return path


def number(value: float, style: str = "") -> str:
    return f'<Cell{style and f" ss:StyleID={chr(34)}{style}{chr(34)}"}><Data ss:Type="Number">{value}</Data></Cell>'


def test_an_xml_workbook_names_its_currencies_too(tmp_path: Path) -> None:
    rows = (
        '<Column/><Column/><Column ss:StyleID="d"/>'
        f"<Row>{number(1.5, 'd')}{number(3.5)}{number(7)}{number(0.9, 'p')}</Row>"
        f'<Row ss:StyleID="e">{number(2.5, "sub")}{number(4.5)}{number(8, "d")}{number(0.8, "p")}</Row>'
    )
    with open_workbook(xml_book(tmp_path / "a.xml", rows), work=WorkContext()) as found:
        assert found.sheets[0].currencies == ((1, "USD"), (3, "USD"))
        assert all_rows(found) == [(1.5, 3.5, 7.0, 0.9), (2.5, "EUR 4.5", 8.0, 0.8)]


def test_a_web_page_keeps_the_sign_beside_its_exact_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td>金额<td>单价</tr><tr><td x:num='12.345'>$12.35<td sdval='7.125'>¥7.13</tr></table>", "utf-8"
    )
    with open_workbook(path, work=WorkContext()) as found:
        assert all_rows(found)[1] == ("USD 12.345", 7.125)


@pytest.mark.parametrize("kind", ["ods", "xml"])
def test_several_currencies_are_never_summed_whatever_the_format(tmp_path: Path, kind: str) -> None:
    day = "2024-01-05"
    if kind == "ods":
        lines = (
            row(text_cells("A", day, "甲"), money_cell(value, code))
            for value, code in ((10, "USD"), (20, "CNY"), (30, "EUR"))
        )
        path = write_ods(tmp_path / "a.ods", words(*HEAD) + "".join(lines))
    else:
        texts = "".join(f'<Cell><Data ss:Type="String">{each}</Data></Cell>' for each in ("A", day, "甲"))
        head = "".join(f'<Cell><Data ss:Type="String">{each}</Data></Cell>' for each in HEAD)
        cells = (number(10, "d"), number(20), number(30, "e"))
        rows = "".join(f"<Row>{texts}{each}</Row>" for each in cells)
        path = xml_book(tmp_path / "a.xml", f"<Row>{head}</Row>{rows}")
    made = plan(path, tmp_path)
    assert (made.counts.created, made.counts.held, str(made.amount)) == (1, 2, "20")
