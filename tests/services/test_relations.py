"""Openings, complaints, scores, referrals and price remarks as columns of the facts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from app.models.customer import competitor_note, complaint, opportunity, referral, survey
from app.models.ledger import contact_log
from app.services import facts
from app.services.facts import FactTable
from app.services.settings import MethodSettings
from tests.reference_ledger import NOW, add_ledger, empty_ledger

TODAY = date(2026, 6, 30)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        sold = {"order_no": "A", "customer_id": "C2", "date": "2026-01-10", "lines": [{"amount": 500, "qty": 1}]}
        add_ledger(opened, {"customers": [{"id": "C1"}, {"id": "C2"}], "orders": [sold]})
        yield opened


def add(connection: Connection, table: Any, **values: Any) -> None:
    connection.execute(insert(table), {"customer_id": 1} | values)


def compute(connection: Connection) -> FactTable:
    return facts.compute(connection, TODAY, MethodSettings())


def test_the_most_advanced_open_stage_and_the_largest_amount(connection: Connection) -> None:
    add(connection, opportunity, opened_on="2026-05-01", stage="quote", amount="20000", quoted_on="2026-05-20")
    add(connection, opportunity, opened_on="2026-06-01", stage="enquiry", amount="300000")
    add(connection, opportunity, opened_on="2026-06-02", closed_on="2026-06-20", stage="lost", amount="900000")
    add(connection, opportunity, opened_on="2026-07-02", stage="negotiation", amount="900000")
    found = compute(connection)
    assert found.value("open_stage", 0) == "quote"
    assert found.value("opportunity_amount", 0) == Decimal(300_000)
    assert (found.value("enquiries_90d", 0), found.value("quote_age", 0)) == (3, 41)
    assert (found.value("open_stage", 1), found.value("quote_age", 1)) == (None, None)


def test_what_is_closed_today_was_open_before(connection: Connection) -> None:
    add(connection, opportunity, opened_on="2026-05-01", closed_on="2026-07-20", stage="won", amount="5")
    add(connection, complaint, opened_on="2026-06-10", closed_on="2026-07-01")
    found = compute(connection)
    assert (found.value("open_stage", 0), found.value("complaint_open_days", 0)) == ("negotiation", 20)


def test_won_without_a_date_is_not_open(connection: Connection) -> None:
    add(connection, opportunity, opened_on="2026-05-01", stage="won", amount="5")
    assert compute(connection).value("open_stage", 0) is None


def test_the_latest_score_is_kept_beside_the_mean(connection: Connection) -> None:
    for day, score in (("2026-06-01", 1), ("2026-01-01", 5), ("2024-01-01", 5)):
        add(connection, survey, answered_on=day, score=score)
    found = compute(connection)
    assert [found.value(key, 0) for key in ("csat_mean", "csat_last", "csat_count")] == [3.0, 1.0, 2]


def test_who_brought_whom(connection: Connection) -> None:
    add(connection, referral, referred_id=2, referred_on="2026-01-01")
    add(connection, referral, referred_id=None)
    found = compute(connection)
    assert (found.value("referral_count", 0), found.value("referral_sales", 0)) == (2, Decimal(500))


@pytest.mark.parametrize(
    ("text", "feedback", "said"),
    [("", "价格偏高", True), ("嫌我们太贵", None, True), ("", "上次反馈质量好", False), ("报了价格", None, False)],
)
def test_a_remark_on_the_price(connection: Connection, text: str, feedback: str | None, said: bool) -> None:
    add(connection, contact_log, day="2026-06-01", channel="phone", text=text, feedback=feedback, logged_at=NOW)
    assert compute(connection).value("competitor_price", 0) is said


def test_an_old_note_on_the_price_is_forgotten(connection: Connection) -> None:
    add(connection, competitor_note, noted_on="2025-06-01", text="对手价格低，我们价格偏高")
    assert compute(connection).value("competitor_price", 0) is False


def test_a_tag_tells_who_asks_often(connection: Connection) -> None:
    number = connection.exec_driver_sql(
        "INSERT INTO tag_group (name, single, position) VALUES ('行为', 0, 2)"
    ).lastrowid
    insert_tag = "INSERT INTO tag (group_id, name) VALUES (?, ?)"
    tags = [connection.exec_driver_sql(insert_tag, (number, name)).lastrowid for name in ("高频咨询未成交", "稳定合作")]
    for customer, tag in ((1, tags[0]), (2, tags[1])):
        sql = "INSERT INTO customer_tag (customer_id, tag_id, set_by, set_at) VALUES (?, ?, 'hand', '2026-06-01')"
        connection.exec_driver_sql(sql, (customer, tag))
    found = compute(connection)
    assert (found.value("asks_often", 0), found.value("asks_often", 1)) == (True, False)


def test_contacts_are_recorded_whoever_is_asked_about(connection: Connection) -> None:
    assert not facts.compute(connection, TODAY, MethodSettings(), [2]).has_contacts
    add(connection, contact_log, day="2026-06-01", text="电话", channel="phone", logged_at="2026-06-01T09:00:00")
    assert facts.compute(connection, TODAY, MethodSettings(), [2]).has_contacts
