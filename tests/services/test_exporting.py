"""Lists for Excel: what is written is what a spreadsheet program shows, and never more than text."""

import csv
import os
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.services import exporting
from app.services.errors import AppError, InputError, StorageError
from app.services.exporting import (
    TWELVE,
    Column,
    FollowUpText,
    Kind,
    TwelveRow,
    Value,
    sheet_name,
    write_list,
    write_twelve,
)
from app.services.files import replacing
from app.services.importing.files.reader import open_workbook
from app.services.importing.sheets import Row
from app.services.progress import Cancelled, Progress, WorkContext
from tests.services.importing.books import all_rows

COLUMNS = (
    Column("客户", wrap=True),
    Column("最近", Kind.DATE),
    Column("金额", Kind.MONEY),
    Column("万元", Kind.WAN),
    Column("数量", Kind.QUANTITY),
    Column("订单", Kind.WHOLE),
    Column("占比", Kind.SHARE),
)
ROW = ("华鑫贸易", "2024-02-29", 1_296_960, 8_000_000_000, 25_000, 12, 0.125)


def read(path: Path) -> list[Row]:
    with open_workbook(path, work=WorkContext()) as book:
        return all_rows(book)


def left_behind(folder: Path) -> list[str]:
    return sorted(f.name for f in folder.iterdir() if f.name != ".home")


def test_cells_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "客户.xlsx"
    rows: list[Sequence[Value]] = [ROW, ("乙", date(2024, 3, 1), -5_000, None, 10_000, 0, None)]
    assert write_list(path, "客户列表", COLUMNS, rows) == 2
    head, first, second = read(path)
    assert head == tuple(column.title for column in COLUMNS)
    assert first == ("华鑫贸易", date(2024, 2, 29), 129.696, 80.0, 2.5, 12.0, 0.125)
    assert second == ("乙", date(2024, 3, 1), -0.5, None, 1.0, 0.0)
    assert left_behind(tmp_path) == ["客户.xlsx"]


def test_the_sheet_is_ready_to_use(tmp_path: Path) -> None:
    write_list(tmp_path / "a.xlsx", "客户/2024", COLUMNS, [ROW])
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("客户 2024", "B2", "A1:G2")
    assert (sheet["C2"].number_format, sheet["B2"].number_format) == ("#,##0.00", "yyyy-mm-dd")
    assert sheet["A1"].font.b
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


@pytest.mark.parametrize("text", ["=1+1", "+86 138", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "- 待定"])
def test_customer_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    columns = (Column("客户"), Column("最近", Kind.DATE), Column("金额", Kind.MONEY))
    write_list(tmp_path / "a.xlsx", "S", columns, [(text, text, text)])
    assert read(tmp_path / "a.xlsx")[1] == (text, text, text)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert b'quotePrefix="1"' in package.read("xl/styles.xml")
    write_list(tmp_path / "a.csv", "S", columns, [(text, text, text)])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1] == ["'" + text] * 3


def test_csv_for_every_program(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_list(path, "S", COLUMNS, [ROW, ("-", "-", 12_340_000, 12_345_678, None, 1_000_000, 1.0)])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text("utf-8-sig").splitlines()[1:] == [
        "华鑫贸易,2024-02-29,129.696,80,2.5,12,0.125",
        "-,-,1234.00,0.12345678,,1000000,1",
    ]


@given(
    rows=st.lists(
        st.tuples(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)), max_size=5
    )
)
def test_csv_text_is_read_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str]]) -> None:
    from app.services.importing.files.textfile import TextTable

    path = tmp_path_factory.mktemp("csv") / "a.csv"
    write_list(path, "S", (Column("客户名称"), Column("备注")), [(text, "x") for (text,) in rows])
    apostrophes = [text for (text,) in rows if text.startswith(("'=", "'+", "'-", "'@"))]
    assert [row[0] for row in TextTable(path).rows()][1:] == [
        text[1:] if text in apostrophes else text for (text,) in rows
    ]


SAMPLE = TwelveRow(
    "A科技有限公司",
    "*总监",
    "制造业",
    "500-1000人",
    "2023-03-15",
    80 * 10_000 * 10_000,
    "2024-01-10",
    (("高价值",), ("工业设备",), ("稳定合作",)),
    "每月上门拜访,提供季度行业趋势报告",
    (
        FollowUpText("2024-02-20", "沟通新设备采购需求", "反馈预算待确认"),
        FollowUpText("2024-02-25", "两行\n内容"),
    ),
    "跟进中",
    "*经理",
)


def test_the_twelve_columns(tmp_path: Path) -> None:
    bare = TwelveRow("C个体工作室", total=13_390_000_000, tags=(("潜力",), (), ("询价", "比价")))
    assert write_twelve(tmp_path / "清单.xlsx", [SAMPLE, bare]) == 2
    head, first, second = read(tmp_path / "清单.xlsx")
    assert " · ".join(map(str, head)) == (
        "客户名称 · 联系人 · 所属行业 · 企业规模 · 首次合作时间 · 历史采购总额(万元) · 最近合作时间 · "
        "细分标签(价值/需求/行为) · 跟进策略 · 跟进记录(时间/内容/反馈) · 当前状态 · 负责人"
    )
    assert first[:8] == (
        *("A科技有限公司", "*总监", "制造业", "500-1000人", date(2023, 3, 15), 80.0, date(2024, 1, 10)),
        "高价值/工业设备/稳定合作",
    )
    assert first[9] == "2024-02-20:沟通新设备采购需求,反馈预算待确认\n2024-02-25:两行 内容"
    assert second == ("C个体工作室", None, None, None, "-", 133.9, "-", "潜力//询价、比价")
    assert len(TWELVE) == 12


@pytest.mark.parametrize(
    ("title", "name"), [("a/b:c", "a b c"), ("", "Sheet1"), ("客" * 40, "客" * 31), ("'x'", "x"), ("[]*?", "Sheet1")]
)
def test_sheet_names_are_what_excel_allows(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_odd_days_and_endless_text_are_kept_readable(tmp_path: Path) -> None:
    columns = (Column("日", Kind.DATE), Column("文"))
    rows: list[Sequence[Value]] = [("1899-05-01", "x" * 40_000), ("2月30日", "\x07"), (datetime(2024, 1, 2, 3), "y")]
    write_list(tmp_path / "a.xlsx", "S", columns, rows)
    found = read(tmp_path / "a.xlsx")[1:]
    assert [row[0] for row in found] == ["1899-05-01", "2月30日", date(2024, 1, 2)]
    assert found[0][1] == "x" * 32_767


def test_cancel_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("old")

    def stop(progress: Progress) -> None:
        if progress.done:
            work.cancel()

    work = WorkContext(stop)
    with pytest.raises(Cancelled):
        write_list(path, "S", COLUMNS, (ROW for _ in range(5000)), work, 5000)
    assert (path.read_text(), left_behind(tmp_path)) == ("old", ["a.xlsx"])


def test_more_rows_than_excel_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "EXCEL_ROWS", 10)
    assert write_list(tmp_path / "a.xlsx", "S", COLUMNS, [ROW] * 9) == 9
    with pytest.raises(InputError):
        write_list(tmp_path / "b.xlsx", "S", COLUMNS, [ROW] * 10)
    assert write_list(tmp_path / "a.csv", "S", COLUMNS, [ROW] * 10) == 10
    assert left_behind(tmp_path) == ["a.csv", "a.xlsx"]


def failure(path: Path, rows: Any = (ROW,)) -> AppError:
    with pytest.raises(StorageError) as caught:
        write_list(path, "S", COLUMNS, rows)
    assert "—" not in caught.value.sentence()
    return caught.value


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert failure(tmp_path / "没有" / "a.xlsx").code == "export.folder"
    (tmp_path / "b.xlsx").mkdir()
    assert failure(tmp_path / "b.xlsx").code == "export.busy"

    def open_in_excel(_part: Path, _target: Path) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(os, "replace", open_in_excel)
    for name in "c.xlsx", "c.csv":
        assert failure(tmp_path / name).code == "export.busy"
    assert left_behind(tmp_path) == ["b.xlsx"]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    def full() -> None:
        with replacing(tmp_path / "a.xlsx"):
            raise OSError(28, "No space left on device")

    with pytest.raises(StorageError) as caught:
        full()
    assert caught.value.code == "storage.full"
