"""Every real and every broken file through the command line: its exit status, its sentence, nothing half-written."""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from app import cli
from tests import foreign

pytestmark = pytest.mark.foreign
ROOT = Path(__file__).resolve().parents[3]
SECONDS, KILOBYTES = 30, 1 << 20
IMPORTED: dict[str, dict[str, Any]] = {
    "readxl__deaths.xlsx": {"rows_read": 28, "created": 20, "skipped": 8, "customers_created": 20},
    "示例-超市.xls": {"rows_read": 10_000, "created": 10_000, "amount": "16117548.24", "returns_amount": "1961954.99"},
    "全国订单明细.xlsx": {"rows_read": 8568, "created": 8568, "amount": "15154620.26", "returns_amount": "1653859.35"},
    "taobao_books.xls": {"rows_read": 4103, "created": 4103, "amount": "556866.33", "returns_amount": "0.00"},
    "sales_data_sample.csv": {"rows_read": 2823, "created": 2823, "amount": "10032628.85"},
    "online_retail_II_small.xlsx": {"rows_read": 998, "created": 998, "amount": "29636.65"},
    "会员信息.xlsx": {"rows_read": 13, "created": 13, "customers_created": 13},
    "消费条目.xlsx": {"rows_read": 20, "created": 20, "amount": "1580.50"},
}
REFUSED = {
    "msoffcrypto-tool__example_password.xlsx": "file.password",
    "msoffcrypto-tool__rc4cryptoapi_password.xls": "file.password",
    "messytables__encrypted_no_password.xls": "import.no_customer",
    "poi__xlsx-corrupted.xlsx": "import.no_customer",
    "phpspreadsheet__oleloop.xls": "file.damaged",
    "exceldatareader__Test_Issue_12556_corrupt.xls": "file.damaged",
    "poi__poc-xmlbomb.xlsx": "file.damaged",
    "calamine__issue_174.xlsx": "import.no_customer",
    "exceldatareader__as3xls_BIFF2.xls": "import.no_header",
    "xlrd__biff4_no_format_no_window2.xls": "import.no_customer",
    "readxl__biff5-label-records.xls": "import.no_customer",
    "roo__type_excel.xlsx": "import.no_customer",
    "gnumeric__bitwise.xls": "file.archive",
    "phpspreadsheet__charset.gb18030_html.xls": "import.no_header",
    "messytables__rowcolspan_html.xls": "import.headerless",
    "phpspreadsheet__excel2003_xml.xls": "import.no_customer",
    "calamine__date.xlsb": "import.no_header",
    "phpspreadsheet__RepeatedCells.ods": "import.no_header",
    "test_files__write.et": "import.no_header",
    "tabulator-py__multiline-headers.xlsx": "import.no_customer",
    "tabulator-py__merged-cells.xlsx": "import.no_header",
    "exceldatareader__roo_1904_base.xlsx": "import.no_header",
    "test_files__sheet_visibility.xlsx": "import.no_customer",
    "closedxml__Formulas.xlsx": "import.no_customer",
    "readxl__texty-dates-xlsx.xlsx": "import.no_header",
    "roo__number_with_zero_prefix.xlsx": "import.headerless",
    "messytables__utf-16le_encoded.csv": "import.no_customer",
    "miniexcel__gb2312_Encoding_Read_Test.csv": "import.no_header",
    "phpspreadsheet__semicolon_separated.csv": "import.no_customer",
    "messytables__weird_head_padding.csv": "import.no_customer",
    "easyexcel__demo.xlsx": "import.no_customer",
    "~$LoadPivotTables.xlsx": "file.lock",
    "openspout__csv_empty.csv": "file.empty",
    "CDNOW_sample.txt": "import.headerless",
    "Northwind.xlsx": "import.question",
}
"""A file of a table without customer or amount is refused by what it lacks; a format still to come by its name."""
NORTHWIND = {
    "pandian_mapping": 1,
    "sheets": {
        "Orders Details": {
            "joins": [
                {"key": "OrderID", "sheet": "Orders", "other": "OrderID", "columns": ["CustomerID", "OrderDate"]},
                {"key": "Orders.CustomerID", "sheet": "Customers", "other": "CustomerID", "columns": ["CompanyName"]},
            ]
        }
    },
}
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.mark.parametrize("path", [*foreign.weird_files(), *foreign.ledger_files()], ids=lambda path: path.name)
def test_a_file_is_imported_or_refused_as_it_should_be(path: Path, home: Path) -> None:
    ledger, began = home / "台账.pandian", time.monotonic()
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "app", "import", str(path), "--ledger", str(ledger), "--json"],
        cwd=ROOT,
        env={**os.environ, "PANDIAN_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert time.monotonic() - began < SECONDS
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < KILOBYTES
    answer = json.loads(done.stdout)
    if path.name in IMPORTED:
        assert done.returncode == 0, answer
        assert {key: answer[key] for key in IMPORTED[path.name]} == IMPORTED[path.name]
        sums = sum(answer[key] for key in ("created", "updated", "unchanged", "held", "skipped"))
        assert answer["rows_read"] == sums
        assert ledger.is_file()
        return
    assert (done.returncode, answer["error"]["code"]) == (3, REFUSED[path.name])
    assert not list(home.glob("*.pandian*"))
    _check_sentence(answer["error"]["message"], path.name)
    assert done.stderr.strip() == answer["error"]["message"]
    assert "Traceback" not in done.stdout


def test_northwind_is_put_together_as_a_mapping_file_says(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file that a person's answer, exported, would be."""
    mapping, ledger = tmp_path / "合并.json", home / "台账.pandian"
    home.mkdir()
    mapping.write_text(json.dumps(NORTHWIND, ensure_ascii=False), "utf-8")
    source = foreign.ledgers() / "Northwind.xlsx"
    assert cli.main(["import", str(source), "--ledger", str(ledger), "--mapping", str(mapping), "--json"]) == 0
    answer, expected = json.loads(capsys.readouterr().out), foreign.expected()["Northwind.xlsx"]
    assert (answer["rows_read"], answer["created"], answer["customers_created"]) == (2155, 2155, expected["customers"])
    assert round(float(answer["amount"]), 2) == expected["sum_amount"]


@pytest.mark.parametrize("name", REFUSED)
def test_the_refusal_is_said_in_english_too(name: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = next(each for each in (*foreign.weird_files(), *foreign.ledger_files()) if each.name == name)
    assert cli.main(["import", str(path), "--ledger", str(home / "ledger.pandian"), "--lang", "en_US"]) == 3
    sentence = capsys.readouterr().err.strip()
    _check_sentence(sentence, name)
    quoted = [name, path.stem, "Лист1", "字符串标题", "日期标题", "数字标题"]  # what the user's own file says
    for word in quoted:
        sentence = sentence.replace(word, "")
    assert not CHINESE.search(sentence), sentence


@pytest.mark.parametrize("name", ["example_password.xlsx", "rc4cryptoapi_password.xls"])
def test_a_password_on_the_command_line_opens_what_it_protects(
    name: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next(each for each in foreign.weird_files() if each.name == f"msoffcrypto-tool__{name}")
    codes = []
    for password in ("falsch", "Password1234_"):
        call = ["import", str(path), "--ledger", str(home / "a.pandian"), "--password", password, "--json"]
        assert cli.main(call) == 3
        codes.append(json.loads(capsys.readouterr().out)["error"]["code"])
    assert codes == ["file.wrong_password", "import.no_header"]


def _check_sentence(sentence: str, name: str) -> None:
    """One short paragraph: which file, what is the matter, what to do; no code, nothing left unfilled."""
    assert name in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert sentence.endswith(("。", "."))
    assert not re.search(r"—|\{|Error|Exception|None", sentence.replace(name, ""))


def test_every_file_has_its_expectation() -> None:
    names = {path.name for path in (*foreign.weird_files(), *foreign.ledger_files())}
    assert names == IMPORTED.keys() | REFUSED.keys()
