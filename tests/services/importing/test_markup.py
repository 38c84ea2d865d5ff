"""Web pages and XML workbooks saved as .xls: read like any workbook, whatever their characters, spans and gaps."""

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest

from app import cli
from app.services.errors import AppError
from app.services.importing.files.reader import open_workbook
from app.services.importing.sheets import CellError, MergedRange, Row, SheetInfo, Uncomputed
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows

WORKBOOK = """<?xml version="1.0"{0}?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">{1}</Workbook>"""


def read(path: Path, content: str | bytes) -> tuple[tuple[SheetInfo, ...], list[list[Row]]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with open_workbook(path, work=WorkContext()) as book:
        return book.sheets, [all_rows(book, number) for number in range(len(book.sheets))]


def table(path: Path, rows: str) -> tuple[SheetInfo, list[Row]]:
    sheets, cells = read(path, f"<table>{rows}</table>")
    return sheets[0], cells[0]


def sheet(path: Path, rows: str) -> tuple[SheetInfo, list[Row]]:
    told = f'<Worksheet ss:Name="订单"><Table>{rows}</Table></Worksheet>'
    sheets, cells = read(path, WORKBOOK.format("", told))
    return sheets[0], cells[0]


def refusal(path: Path, content: str) -> str:
    with pytest.raises(AppError) as caught:
        read(path, content)
    return caught.value.code


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("<meta charset=big5>", "big5"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf-8>", "gb18030"),  # named wrongly
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=rot13>", "utf-8"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_the_characters_of_a_page_are_those_it_names_or_is_in(tmp_path: Path, named: str, encoding: str) -> None:
    text = "".join(f"<tr><td>華鑫貿易{number}</td><td>12.50</td></tr>" for number in range(20))
    page = f"<html><head>{named}</head><body><table>{text}</table></body></html>"
    _, cells = read(tmp_path / "a.xls", page.encode(encoding))
    assert cells[0][0] == ("華鑫貿易0", "12.50")


def test_a_workbook_may_be_in_gb18030_too(tmp_path: Path) -> None:
    row = '<Row><Cell><Data ss:Type="String">华鑫</Data></Cell></Row>'
    told = f'<Worksheet ss:Name="订单"><Table>{row}</Table></Worksheet>'
    sheets, cells = read(tmp_path / "a.xls", WORKBOOK.format(' encoding="gb2312"', told).encode("gb18030"))
    assert (sheets[0].name, cells[0]) == ("订单", [("华鑫",)])


def test_spans_are_merged_ranges_and_push_other_cells_aside(tmp_path: Path) -> None:
    info, rows = table(
        tmp_path / "a.xls",
        "<tr><th colspan=3>三月台账</th></tr>"
        "<tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td>乙</td><td>5</td></tr>",
    )
    assert rows == [("三月台账",), ("甲", "1", "2"), (None, "3", "4"), ("乙", "5")]
    assert info == SheetInfo("a", True, 4, 3, (MergedRange(1, 1, 1, 3), MergedRange(2, 1, 3, 1)))


def test_spans_end_with_their_part_of_the_table(tmp_path: Path) -> None:
    info, rows = table(
        tmp_path / "a.xls",
        "<thead><tr><th rowspan=9>客户</th><th>金额</th></tr></thead>"
        "<tbody><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></tbody>",
    )
    assert rows == [("客户", "金额"), ("甲", "1"), (None, "2")]
    assert info.merged == (MergedRange(2, 1, 3, 1),)


def test_texts_are_as_the_page_shows_them(tmp_path: Path) -> None:
    _, rows = table(
        tmp_path / "a.xls",
        "<tr><td>&nbsp;华鑫 \n  贸易&amp;&#20225;</td><td><b>上</b><br/>下<script>x=1</script></td>"
        "<td>&nbsp;</td><td>007"
        "<tr><td x:num='1234.567'>1,234.57</td><td x:num=45000>2023-03-15</td>"
        "<td x:num>5</td><td sdval=nan>6</td></tr>",
    )
    assert rows == [("华鑫 贸易&企", "上\n下", None, "007"), (1234.567, "2023-03-15", "5", "6")]


def test_each_table_that_holds_something_is_a_sheet(tmp_path: Path) -> None:
    sheets, cells = read(
        tmp_path / "导出.xls",
        "<html><body><h2>一月</h2><table><tr><td>甲</td></tr></table><table><tr><td> </td></tr></table>"
        "<table><caption>二月</caption><tr><td>乙</td></tr></table>"
        "<table><tr><td><table><tr><td>丙</td></tr></table></td></tr></table><table><tr><td>丁</td></tr></table>",
    )
    assert [info.name for info in sheets] == ["一月", "二月", "导出", "导出 2"]
    assert cells == [[("甲",)], [("乙",)], [("丙",)], [("丁",)]]


def test_the_sheet_has_the_name_that_excel_would_give_it(tmp_path: Path) -> None:
    head = "<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>销售</x:Name></x:ExcelWorksheet></xml><![endif]-->"
    sheets, _ = read(tmp_path / "a.xls", f"<html><head>{head}</head><table><tr><td>甲</td></tr></table></html>")
    assert sheets[0].name == "销售"


def test_cells_of_a_workbook_have_their_types(tmp_path: Path) -> None:
    typed = {
        "String": " 007 ",
        "Number": "12.50",
        "Boolean": "1",
        "Error": "#N/A",
    }
    moments = ("2024-03-05T00:00:00.000", "2024-03-05T08:30:00.000", "1899-12-31T08:30:00.000", "下周")
    cells = "".join(f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>' for kind, text in typed.items())
    cells += "".join(f'<Cell><Data ss:Type="DateTime">{text}</Data></Cell>' for text in moments)
    cells += '<Cell ss:Formula="=RC[-1]*2"/><Cell><ss:Data ss:Type="String" xmlns="u"><B>粗</B>体</ss:Data></Cell>'
    _, rows = sheet(tmp_path / "a.xls", f"<Row>{cells}</Row>")
    expected = (" 007 ", 12.5, True, CellError("#N/A"), date(2024, 3, 5), datetime(2024, 3, 5, 8, 30), time(8, 30))
    assert rows == [(*expected, "下周", Uncomputed("=RC[-1]*2"), "粗体")]
    assert [type(cell) for cell in rows[0][:7]] == [type(cell) for cell in expected]


def test_gaps_and_merged_areas_of_a_workbook(tmp_path: Path) -> None:
    info, rows = sheet(
        tmp_path / "a.xml",
        '<Row ss:Index="2">'
        '<Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>'
        '<Cell><Data ss:Type="Number">1</Data><Comment><Data ss:Type="String">批注</Data></Comment></Cell></Row>'
        '<Row ss:Span="1"/><Row><Cell><Data ss:Type="Number">2</Data></Cell></Row>',
    )
    assert rows == [(), (None, "甲", None, 1.0), (), (), (2.0,)]
    assert info == SheetInfo("订单", True, 5, 4, (MergedRange(2, 2, 3, 3),))


def test_hidden_sheets_are_told(tmp_path: Path) -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    told = f'<Worksheet ss:Name="A"><Table/></Worksheet><Worksheet ss:Name="B"><Table/>{hidden}</Worksheet>'
    sheets, _ = read(tmp_path / "a.xls", WORKBOOK.format("", told))
    assert [(info.name, info.visible) for info in sheets] == [("A", True), ("B", False)]


@pytest.mark.parametrize(("name", "notes"), [("a.xls", ("file.other_type",)), ("a.HTM", ())])
def test_a_name_that_says_otherwise_is_told(tmp_path: Path, name: str, notes: tuple[str, ...]) -> None:
    (tmp_path / name).write_text("<table><tr><td>1</td></tr></table>")
    with open_workbook(tmp_path / name, work=WorkContext()) as book:
        assert (book.kind, book.notes) == ("html", notes)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    whole = WORKBOOK.format("", '<Worksheet ss:Name="&b;"><Table/></Worksheet>')
    assert refusal(tmp_path / "a.xls", whole.replace("<Workbook", bomb + "<Workbook", 1)) == "file.damaged"
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert refusal(tmp_path / "b.xls", whole.replace("<Workbook", outside + "<Workbook", 1)) == "file.damaged"


@pytest.mark.parametrize(
    "row",
    [
        '<Row ss:Index="1999999999"/>',
        '<Row ss:Index="999999999"/>',
        '<Row ss:Index="0"/>',
        '<Row><Cell ss:Index="99999"/></Row>',
        '<Row><Cell ss:MergeAcross="99999"/></Row>',
        '<Row><Cell ss:Index="2"/><Cell ss:Index="1"/></Row>',
        '<Row ss:Index="2"/><Row ss:Index="1"/>',
        "<Row><Cell></Row>",
        "<Row><Cell>&nbsp;</Cell></Row>",
    ],
)
def test_places_that_no_sheet_has_are_damage(tmp_path: Path, row: str) -> None:
    told = f'<Worksheet ss:Name="A"><Table>{row}</Table></Worksheet>'
    assert refusal(tmp_path / "a.xls", WORKBOOK.format("", told)) == "file.damaged"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<table><tr><td>甲</td></tr><tr><td>乙", "file.damaged"),  # cut off
        ("<table>" * 100, "file.damaged"),
        ("<table>" + "<tr><td rowspan=99999 colspan=99999>甲</td></tr>" * 20 + "</table>", "file.damaged"),
        ("<table><tr><td>&nbsp;</td></tr></table>", "file.empty"),
        ("<html><!--" + "x" * (1 << 24), "file.damaged"),
    ],
)
def test_pages_without_a_whole_table_are_refused(tmp_path: Path, page: str, code: str) -> None:
    assert refusal(tmp_path / "a.xls", page) == code


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.xls", WORKBOOK.format("", "")) == "file.empty"


def test_a_page_is_imported_with_its_merged_customers_and_total(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        "<tr><th colspan=3>2024年销售台账</th></tr><tr><th>客户名称</th><th>日期</th><th>金额（元）</th></tr>"
        "<tr><td rowspan=2>华鑫贸易有限公司</td><td>2024-03-05</td><td>1,200.50</td></tr>"
        "<tr><td>2024-03-09</td><td>99.50</td></tr>"
        "<tr><td>利达五金店</td><td>2024-03-11</td><td>300</td></tr><tr><td colspan=2>合计</td><td>1,600.00</td></tr>"
    )
    page = f"<html><head><meta charset=gb2312></head><table border=1>{rows}</table></html>"
    (tmp_path / "订单.xls").write_bytes(page.encode("gb18030"))
    ledger = tmp_path / "台账.pandian"
    assert cli.main(["import", str(tmp_path / "订单.xls"), "--ledger", str(ledger), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["created"], answer["customers_created"], answer["amount"]) == (3, 2, "1600.00")
    assert [total["matches"] for total in answer["files"][0]["sheets"][0]["totals"]] == [True]
