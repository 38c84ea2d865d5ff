"""Workbooks saved as web pages: packed with all their parts, or a frame with its sheets in a folder beside it."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from app.services.errors import AppError
from app.services.importing.files.reader import open_workbook
from app.services.importing.sheets import Row
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows

NAMES = "".join(
    f'<x:ExcelWorksheet><x:Name>{name}</x:Name><x:WorksheetSource HRef="台账.files/{part}"/></x:ExcelWorksheet>'
    for name, part in (("订单", "sheet001.htm"), ("客户", "sheet002.htm"))
)
FRAME = (
    f"<html><head><!--[if gte mso 9]><xml><x:ExcelWorkbook>{NAMES}</x:ExcelWorkbook></xml><![endif]--></head>"
    '<frameset rows="*,39"><frame src="台账.files/sheet001.htm"><frame src="台账.files/tabstrip.htm"></frameset></html>'
)
PARTS = {
    "tabstrip.htm": "<table><tr><td>订单<td>客户</table>",
    "sheet001.htm": "<table><tr><td>客户<td>金额<tr><td>华鑫贸易<td x:num=\"12.5\">12.5</table>",
    "sheet002.htm": "<table><tr><td>客户<td>电话<tr><td>华鑫贸易<td>021-5555</table>",
}  # fmt: skip
ORDERS: list[Row] = [("客户", "金额"), ("华鑫贸易", 12.5)]


def read(path: Path) -> dict[str, list[Row]]:
    with open_workbook(path, work=WorkContext()) as book:
        assert (book.kind, book.notes) == ("html", ())
        return {info.name: all_rows(book, number) for number, info in enumerate(book.sheets)}


def code(path: Path) -> str:
    with pytest.raises(AppError) as caught:
        open_workbook(path, work=WorkContext())
    assert path.name in caught.value.sentence()
    return caught.value.code


def pack(path: Path, parts: dict[str, str], charset: str = "gb2312") -> Path:
    whole = MIMEMultipart("related")
    for place, text in parts.items():
        part = MIMEText(text, "html", charset)
        part["Content-Location"] = f"file:///C:/8D4E/{place}"
        whole.attach(part)
    picture = MIMEText("body {}", "css", "us-ascii")
    whole.attach(picture)
    headers = "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
    path.write_bytes(headers.encode() + whole.as_bytes().replace(b"MIME-Version: 1.0\n", b"", 1))
    return path


@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
def test_a_packed_workbook_has_its_sheets_by_their_names(tmp_path: Path, charset: str) -> None:
    found = read(pack(tmp_path / "台账.mht", {"台账.htm": FRAME, **PARTS}, charset))
    assert list(found) == ["订单", "客户"]
    assert found["订单"] == ORDERS


def test_a_packed_page_holds_its_tables(tmp_path: Path) -> None:
    assert list(read(pack(tmp_path / "导出.mht", {"a.htm": PARTS["sheet001.htm"]})).values()) == [ORDERS]


def test_a_packed_page_without_a_table_is_told(tmp_path: Path) -> None:
    assert code(pack(tmp_path / "导出.mht", {"a.htm": "<p>请先登录</p>"})) == "file.html"


def test_a_frame_brings_the_sheets_beside_it(tmp_path: Path) -> None:
    (tmp_path / "台账.htm").write_bytes(FRAME.encode("gb18030"))
    (tmp_path / "台账.files").mkdir()
    for place, text in PARTS.items():
        (tmp_path / "台账.files" / place).write_bytes(text.encode("gb18030"))
    found = read(tmp_path / "台账.htm")
    assert list(found) == ["订单", "客户"]
    assert found["订单"] == ORDERS


def test_a_frame_without_its_folder_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "台账.htm").write_text(FRAME, "utf-8")
    assert code(tmp_path / "台账.htm") == "file.frames"


@pytest.mark.parametrize("address", ["../out.htm", "/etc/hosts", "file:///etc/hosts", "C:/x.htm", "..%2Fout.htm"])
def test_a_frame_leads_nowhere_else(tmp_path: Path, address: str) -> None:
    (tmp_path / "out.htm").write_text(PARTS["sheet001.htm"], "utf-8")
    (tmp_path / "in").mkdir()
    page = tmp_path / "in" / "台账.htm"
    page.write_text(f'<html><frameset><frame src="{address}"></frameset></html>', "utf-8")
    assert code(page) == "file.frames"
