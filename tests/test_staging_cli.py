"""What waits and what is put right, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Callable[..., tuple[int, dict[str, Any]]]
HEADS = ("订单号", "日期", "客户名称", "金额")
GOOD = [(f"G{n}", f"2026-09-{n:02}", "宏远机械", 10 * n) for n in range(1, 9)]
BAD = [
    ("A1", "上月底", "恒泰装备", 80),
    ("A2", "2026-10-05", "中联泵业", "很多"),
    ("A3", "2026-10-06", "中联泵业", "很多"),
]


def save(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "订单"
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return save(tmp_path / "台账.xlsx", [HEADS, *GOOD, *BAD])


def test_a_mapping_file_puts_cells_right_and_decides_kinds_of_problems(run: Run, book: Path, tmp_path: Path) -> None:
    _status, before = run("import", book, "--dry-run")
    assert (before["created"], before["held"]) == (8, 3)
    told = {each["code"]: each["cells"] for each in before["problems"]}
    assert told["number_unreadable"] == [{"column": "金额", "text": "很多", "count": 2}]
    sheet = {"replacements": {"金额": {"很多": "99.5"}}, "edits": {"金额": {"12": "7"}}}
    answers = {"sheets": {"订单": sheet}, "decisions": {"date_unreadable": "skip"}}
    mapping = tmp_path / "答案.json"
    mapping.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    status, document = run("import", book, "--mapping", mapping)
    assert (status, document["created"], document["held"], document["skipped"]) == (0, 10, 0, 1)
    assert document["amount"] == "466.50"


def test_a_decision_nobody_knows_is_refused(run: Run, book: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "答案.json"
    mapping.write_text('{"sheets": {}, "decisions": {"date_unreadable": "perhaps"}}', "utf-8")
    status, document = run("import", book, "--mapping", mapping)
    assert (status, document["error"]["code"]) == (2, "mapping.value")
