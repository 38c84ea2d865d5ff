"""What is said before any figure, as of rows of days to come, and where a scheme divides nothing."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app import cli
from app.context import Context
from app.services.checks.remarks import remarks, standing_still
from tests.reference_ledger import add_ledger, empty_ledger
from tests.services.workbench.test_looking import TODAY, ledger, look

TOMORROW = (date.today() + timedelta(1)).isoformat()
FUTURE = {
    "customers": [{"id": "A"}],
    "orders": [
        {
            "order_no": "1",
            "customer_id": "A",
            "date": TOMORROW,
            "lines": [{"amount": 120, "qty": 1, "cost": None, "discount": 0, "sku": "S", "category": "K"}],
        }
    ],
}


def _to_come(connection: Connection) -> None:
    add_ledger(connection, FUTURE)


def test_a_ledger_of_nobody_asks_for_an_import() -> None:
    with empty_ledger() as connection:
        assert remarks(connection, TODAY) == ("台账里还没有客户。请先导入客户台账，或新建客户。",)


def test_rows_to_come_are_named_except_when_one_looks_back() -> None:
    with ledger([("A", -3, 500), ("A", 3, 200)]) as connection:
        (said,) = remarks(connection, TODAY, today=TODAY)
        assert said.startswith("1 笔订单的日期在 2026-06-30 之后（最晚 2026-07-03），共 500.00 元")
        assert remarks(connection, TODAY, today=TODAY + timedelta(1)) == ()
        assert remarks(connection, TODAY + timedelta(3), today=TODAY) == ()


def test_a_day_before_the_first_order_is_said_to_be_one() -> None:
    with ledger([("A", 3, 200)]) as connection:
        (said,) = remarks(connection, TODAY - timedelta(10), today=TODAY)
    assert said == "截至 2026-06-20 还没有订单，台账第一笔是 2026-06-27。"


def test_a_ledger_that_stands_still_offers_its_last_day() -> None:
    with ledger([("A", 3, 200)]) as connection:
        assert standing_still(connection, TODAY + timedelta(57)) == ()
        (said,) = standing_still(connection, TODAY + timedelta(58))
        assert standing_still(connection, TODAY - timedelta(58)) == ()
    assert said == (
        "台账最后一笔是 2026-06-27，到 2026-08-27 已有 61 天没有订单；要看当时的情况，加上 --as-of 2026-06-27。"
    )


@pytest.mark.parametrize("words", [("facts",), ("segment", "value"), ("segment", "clv"), ("segment", "concentration")])
def test_figures_of_nothing_are_no_silent_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    path = tmp_path / "账.pandian"
    with Context.create(path) as context:
        context.write_draft(_to_come)
    assert cli.main([*words, "--ledger", str(path)]) == 0
    assert "1 笔订单的日期在" in capsys.readouterr().out.splitlines()[-1]
    assert cli.main([*words, "--ledger", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["notes"][0].startswith("1 笔订单的日期在")
    if words[0] == "segment":
        assert {"settings", "population", "unclassified", "classes", "customers"} <= document.keys()


def test_who_never_bought_is_counted_beside_the_lifetime_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "账.pandian"
    with Context.create(path) as context:
        context.write_draft(_to_come)
    cli.main(["segment", "clv", "--ledger", str(path), "--json"])
    document = json.loads(capsys.readouterr().out)
    assert (document["population"], document["unclassified"]) == (0, 1)
    assert document["gaps"] == [{"reason": "还没有订单，没有终身价值可算", "customers": 1}]


def test_too_few_are_not_said_to_make_all_the_profit() -> None:
    with ledger([("A", 3, 200), ("B", 3, 100)]) as connection:
        notes = look(connection, "pareto").notes
    assert notes == ("缺成本的客户太多，这里按净销售额排名。", "期内成交的客户太少，分不出前后。")


def test_losses_alone_make_no_contribution() -> None:
    with ledger([("A", 9, 100), ("A", 3, -200), ("B", 9, 100), ("B", 3, -300)]) as connection:
        looked = look(connection, "abc")
    assert looked.notes[-1] == "没有一位是正数，累计不出贡献，都归 C。"
    assert {each.class_id: each.customers for each in looked.lines} == {"A": 0, "B": 0, "C": 2, None: 0}


def test_the_page_of_schemes_is_told_the_same() -> None:
    with empty_ledger() as connection:
        assert look(connection, "value").notes == ("台账里还没有客户。请先导入客户台账，或新建客户。",)


def test_without_a_review_its_absence_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "账.pandian"
    with Context.create(path) as context:
        context.write_draft(_to_come)

    def said(*words: str) -> str:
        assert cli.main(["review", *words, "--ledger", str(path)]) == 3
        return capsys.readouterr().err.strip()

    assert said("finish", "--signed-by", "王经理") == "没有正在做的盘点。请先开始一次盘点。"
    assert said("show") == "还没有存档的盘点。"
