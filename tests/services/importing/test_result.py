"""What the command line prints and saves: the counters, the shapes, the workbook of rows that wait."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.services import importing
from app.services.importing.results import money
from tests.services.importing.desk import HEAD, SALES, Desk, Sheet, sums

DAY = date(2024, 3, 1)
BAD = ("A4", "哪天", "=cmd", "轴承", 1, 1.0, 1.0)


def test_the_document_of_an_import(desk: Desk) -> None:
    content = {"订单": [*SALES, BAD, ("合计", None, None, None, None, None, 384.0)], "说明": Sheet([("随便",)])}
    document = desk.bring(content).as_json()
    file = document.pop("files")[0]
    problems = document.pop("problems")
    assert document == {
        "batch": 1,
        "rows_read": 5,
        "created": 3,
        "updated": 0,
        "unchanged": 0,
        "held": 1,
        "skipped": 1,
        "customers_created": 2,
        "customers_matched": 0,
        "amount": "383.00",
        "returns_amount": "0.00",
        "rounding": "0.00",
        "payments": 0,
        "payments_amount": "0.00",
        "contacts": 0,
        "date_from": "2024-01-05",
        "date_to": "2024-02-01",
        "held_file": None,
        "changes": 0,
        "changes_sample": [],
    }
    assert file["file"] == "台账.xlsx"
    assert file["sheets"][0] == {
        "name": "订单",
        "kind": "orders",
        "header_rows": [1],
        "columns": {
            "订单号": "order_no",
            "日期": "date",
            "客户": "customer_name",
            "产品": "product",
            "数量": "quantity",
            "单价": "price",
            "金额": "amount",
        },
        "rows_read": 5,
        "created": 3,
        "updated": 0,
        "unchanged": 0,
        "held": 1,
        "skipped": 1,
        "totals": [{"row": 6, "column": "金额", "stated": "384.00", "computed": "384.00", "matches": True}],
    }
    assert [(each["code"], each["count"], each["sample_rows"]) for each in problems] == [
        ("date_unreadable", 1, [5]),
        ("total_row", 1, [6]),
    ]
    assert file["sheets"][1]["kind"] == "ignored"


def test_a_dry_run_writes_nothing_and_says_the_same(desk: Desk) -> None:
    plan = desk.plan(SALES)
    dry = importing.result(plan).as_json()
    assert desk.value("SELECT COUNT(*) FROM order_line") == 0
    real = desk.bring(SALES).as_json()
    assert (dry.pop("batch"), real.pop("batch")) == (None, 1)
    assert dry == real


def test_rows_that_wait_are_saved_with_their_reason_in_front(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "待修.xlsx"
    result = importing.result(desk.plan([*SALES, BAD]), path)
    assert result.as_json()["held_file"] == str(path)
    sheet = openpyxl.load_workbook(path)["台账"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows == [
        ("原因", *HEAD),
        ("日期看不懂：日期（原第 5 行）", "A4", "哪天", "=cmd", "轴承", 1, 1, 1),
    ]
    assert sheet["D2"].data_type == "s"


def test_without_waiting_rows_the_workbook_is_empty(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "待修.xlsx"
    importing.result(desk.plan(SALES), path)
    assert openpyxl.load_workbook(path).sheetnames == ["待修区"]


@pytest.mark.parametrize(
    ("amount", "text"), [("0.005", "0.01"), ("-0.001", "0.00"), ("1234.5", "1234.50"), ("-2.345", "-2.35")]
)
def test_money_is_rounded_once_for_the_document(amount: str, text: str) -> None:
    assert money(Decimal(amount)) == text


def test_a_folder_stands_for_the_tables_in_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "台账们"
    folder.mkdir()
    files = [
        desk.file(SALES, "台账们/一月.xlsx"),
        desk.file([HEAD, ("B1", DAY, "丙", "刀", 1, 2.0, 2.0)], "台账们/三月.xlsx"),
    ]
    (folder / "~$一月.xlsx").write_text("lock")
    (folder / "说明.docx").write_text("x")
    assert desk.plan(folder).amount == 385
    assert [file.file for file in desk.plan(folder).files] == [path.name for path in files]


def test_returns_are_as_exact_as_the_sum(desk: Desk) -> None:
    """What is finer than a unit counts with the sign of its line, and is rounded once at the end."""
    head = ("订单号", "单据类型", "日期", "客户", "金额")
    day = date(2024, 1, 5)
    lines = [
        ("A1", "销售", day, "甲", 10.00004),
        ("A2", "销售", day, "乙", 20.00003),
        ("A3", "退货", day, "甲", 3.00002),
        ("A4", "销售", day, "甲", -1.00001),
    ]
    content = {"订单": [head, *lines], "退货": [("订单号", "退回"), ("A2", "是")]}
    plan = desk.bring(content).plan
    assert sums(plan) == ["26.00004", "24.00006", "-0.00004"]
