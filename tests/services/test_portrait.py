"""画像: one line of value, need and behaviour."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from app.models.customer import need, opportunity
from app.services import facts, portrait
from app.services.portrait import SCHEMES, portraits
from app.services.segments import classify
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, add_summary, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)


@pytest.fixture
def connection() -> Iterator[Connection]:
    """C1 buys 设备 each month, C2 stands in a list, C3 has never bought."""
    with empty_ledger() as opened:
        orders = [_order(TODAY - timedelta(10 + 30 * n), "设备" if n else "配件", 60_000) for n in range(10)]
        add_ledger(opened, {"customers": [{"id": "C1"}, {"id": "C2"}, {"id": "C3"}], "orders": orders})
        add_summary(opened, 2, {"first": "2024-01-01", "last": "2026-02-01", "total": 300_000})
        yield opened


def _order(day: date, group: str, amount: int) -> dict[str, Any]:
    line = {"amount": amount, "qty": 1, "cost": None, "discount": 0, "sku": group, "category": group}
    return {"order_no": str(day), "customer_id": "C1", "date": str(day), "lines": [line]}


def one(connection: Connection, number: int) -> str:
    return portrait.portrait(connection, number, TODAY, PLAIN)


def test_what_is_bought_most_stands_in_the_middle(connection: Connection) -> None:
    assert one(connection, 1) == "高价值/设备/稳定合作"


def test_a_stated_need_stands_in_for_what_was_bought(connection: Connection) -> None:
    assert one(connection, 2) == "流失风险/—/流失风险"
    connection.execute(insert(need), {"customer_id": 2, "noted_on": "2026-01-01", "text": "想要定制", "explicit": True})
    connection.execute(insert(need), {"customer_id": 2, "noted_on": "2026-07-01", "text": "以后的", "explicit": True})
    assert one(connection, 2) == "流失风险/想要定制/流失风险"
    connection.exec_driver_sql("INSERT INTO tag_group (id, name, single, position) VALUES (9, '需求', 0, 2)")
    connection.exec_driver_sql("INSERT INTO tag (id, group_id, name) VALUES (5, 9, '工业设备')")
    connection.exec_driver_sql(
        "INSERT INTO customer_tag (customer_id, tag_id, set_by, set_at) VALUES (2, 5, 'hand', '2026-06-01')"
    )
    assert one(connection, 2) == "流失风险/工业设备/流失风险"


def test_who_decides_fast_is_said_to(connection: Connection) -> None:
    row = {"customer_id": 1, "opened_on": "2026-06-18", "closed_on": "2026-06-20", "stage": "won"}
    connection.execute(insert(opportunity), row)
    assert one(connection, 1) == "高价值/设备/稳定合作/快速决策型"


def test_of_all_it_is_what_it_is_of_one(connection: Connection) -> None:
    table = facts.compute(connection, TODAY, PLAIN)
    found = portraits(connection, classify(table, PLAIN, SCHEMES))
    assert found == {number: one(connection, number) for number in (1, 2, 3)}
    assert found[3].startswith("未成交/—/")
    assert one(connection, 99) == ""
