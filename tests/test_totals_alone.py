"""Customers who are known by a total alone count with total ÷ years, on the command line as in the window."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.context import Context
from app.services.settings import MethodSettings
from app.services.workbench import looking

TODAY = date(2026, 6, 30)
LIST = """客户名称,首次合作时间,最近合作时间,历史采购总额(元)
甲公司,2024-07-01,2026-06-01,1200000
乙公司,2026-01-01,2026-06-01,30000
丙公司,,,350000
"""
ORDERS = "订单号,日期,客户名称,金额\nA1,2026-05-01,丁公司,90000\n"
SAID = "年采购额：1 位按订单滚动 12 个月，3 位只有总额，按总额÷年数。"


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ledger = tmp_path / "台账.pandian"
    for name, text in (("名单.csv", LIST), ("订单.csv", ORDERS)):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        assert cli.main(["import", str(file), "--ledger", str(ledger)]) == 0
    capsys.readouterr()
    return ledger


def told(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main([*words, "--ledger", str(path), "--as-of", TODAY.isoformat()]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("scheme", ["value", "pareto", "quadrant", "churn", "rfm"])
def test_the_money_of_classes_is_that_of_the_window(
    path: Path, capsys: pytest.CaptureFixture[str], scheme: str
) -> None:
    found: dict[str, Any] = json.loads(told(path, capsys, "segment", scheme, "--json"))
    with Context.open(path) as context, context.reading() as connection:
        shown = looking.look(connection, looking.prepare(connection, TODAY), scheme, MethodSettings())
    assert {each["id"]: each["net_sales"] for each in found["classes"]} == {
        each.class_id: f"{each.net_sales / 10_000:.2f}" for each in shown.lines if each.class_id
    }
    money = [Decimal(each["net_sales"]) for each in found["classes"]] + [Decimal(found["unclassified_net_sales"])]
    assert sum(money) == Decimal("720823.05")  # 甲 600823.05, 乙 30000, 丁 90000
    assert [each["share"] for each in found["classes"]] == pytest.approx(
        [float(each / sum(money)) for each in money[:-1]]
    )
    assert SAID in found["notes"]
    assert SAID in shown.notes


def test_lines_of_the_command_say_on_what_they_rest(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(path, capsys, "segment", "value").splitlines()
    assert "高价值：1 位，年采购额 600,823.05 元" in lines
    assert "普通：1 位，年采购额 30,000.00 元" in lines
    assert SAID in lines
    facts = told(path, capsys, "facts").splitlines()
    assert facts[:4] == [
        "甲公司　年采购额 600823.05 元（总额÷年数）",
        "乙公司　年采购额 30000.00 元（总额÷年数）",
        "丙公司　只有总额，算不出年采购额",
        "丁公司　净销售额 90000.00 元　1 单",
    ]


def test_concentration_counts_them_too(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found: dict[str, Any] = json.loads(told(path, capsys, "segment", "concentration", "--json"))
    assert {each["name"]: each["values"]["net_sales"] for each in found["customers"]} == {
        "甲公司": "600823.05", "乙公司": "30000.00", "丁公司": "90000.00",
    }  # fmt: skip
