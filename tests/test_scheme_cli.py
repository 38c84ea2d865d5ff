"""Joins and 导入方案 from the command line: the question carries its answer, the answer serves as a mapping file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Callable[..., tuple[int, dict[str, Any]]]
ORDERS = [("订单号", "客户编号", "订单日期"), ("D1", "K1", "2026-03-05"), ("D2", "K2", "2026-03-06")]
DETAILS = [("订单号", "数量", "单价"), ("D1", 2, 50), ("D1", 1, 20), ("D2", 3, 50)]


def save(path: Path, **sheets: list[tuple[Any, ...]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_the_refused_question_carries_the_mapping_that_answers_it(run: Run, tmp_path: Path) -> None:
    book, mapping = save(tmp_path / "导出.xlsx", 订单=ORDERS, 明细=DETAILS), tmp_path / "合并.json"
    status, document = run("import", book)
    assert (status, document["error"]["code"]) == (3, "import.question")
    assert "按这样合并吗" in document["error"]["message"]
    assert not (tmp_path / "账.pandian").exists()
    mapping.write_text(json.dumps(document["error"]["mapping"], ensure_ascii=False), "utf-8")
    status, document = run("import", book, "--mapping", mapping)
    assert (status, document["created"], document["customers_created"]) == (0, 3, 2)
    assert run("import", book)[1]["unchanged"] == 3


def test_a_scheme_is_written_to_a_file_that_serves_another_ledger(run: Run, tmp_path: Path) -> None:
    book, mapping = save(tmp_path / "导出.xlsx", 订单=ORDERS, 明细=DETAILS), tmp_path / "方案.json"
    assert run("schemes")[0] == 4
    answer = run("import", book)[1]["error"]["mapping"]
    mapping.write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
    run("import", book, "--mapping", mapping)
    assert [each["name"] for each in run("schemes")[1]["schemes"]] == ["明细"]
    assert run("schemes", "--name", "别的", "--out", mapping)[0] == 2
    assert run("schemes", "--name", "明细", "--out", mapping)[0] == 0
    (tmp_path / "账.pandian").unlink()
    assert run("import", book, "--mapping", mapping)[1]["created"] == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [('{"sheets": {"明细": {"jions": []}}}', "mapping.key"), ("{", "mapping.unreadable")],
)
def test_a_wrong_mapping_file_is_a_wrong_command(run: Run, tmp_path: Path, text: str, code: str) -> None:
    mapping = tmp_path / "方案.json"
    mapping.write_text(text, "utf-8")
    status, document = run("import", save(tmp_path / "导出.xlsx", 明细=DETAILS), "--mapping", mapping)
    assert (status, document["error"]["code"]) == (2, code)
