"""The quarterly look back on ledgers made so that the answer is known, and what it says in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from app.models.customer import customer
from app.models.tag import customer_tag, tag, tag_group
from app.services.progress import Progress, WorkContext
from app.services.quarterly import Quarter, look_back
from app.services.reports import quarter as sheet
from app.services.reports.model import Report, Table
from app.services.settings import MethodSettings
from tests.reference_ledger import add_summary, empty_ledger
from tests.services.test_effectiveness import PLAIN, TODAY, fill, sell

LARGE, SMALL = [f"L{n}" for n in range(10)], [f"S{n}" for n in range(40)]


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        yield opened


def two_kinds(connection: Connection, lately: tuple[float, float]) -> None:
    """Ten large and forty small customers for a year; in the last quarter they bought for these amounts."""
    orders: list[dict[str, Any]] = []
    for names, usual, last in ((LARGE, 200_000, lately[0]), (SMALL, 300, lately[1])):
        orders += [sell(name, age, usual) for name in names for age in (330, 220, 150)]
        orders += [sell(name, 40, last) for name in names]
    fill(connection, [*LARGE, *SMALL], orders)
    at = datetime(2026, 1, 1)
    connection.execute(update(customer).where(customer.c.id <= len(LARGE)).values(industry="制造业"))
    connection.execute(update(customer).where(customer.c.id > len(LARGE)).values(industry="零售业"))
    connection.execute(tag_group.insert(), [{"id": 91, "name": "渠道", "single": True, "position": 9}])
    words = [(91, "直销"), (92, "代理"), (93, "电商")]
    connection.execute(tag.insert(), [{"id": number, "group_id": 91, "name": name} for number, name in words])
    borne = [{"customer_id": n, "tag_id": 91 + n % 2, "set_by": "hand", "set_at": at} for n in range(1, 51)]
    connection.execute(customer_tag.insert(), borne)


def judged(quarter: Quarter, key: str) -> Any:
    return next(each for each in (*quarter.schemes, *quarter.dimensions) if each.id == key)


def test_schemes_and_dimensions_that_tell_customers_apart_are_strong(connection: Connection) -> None:
    two_kinds(connection, (200_000, 300))
    quarter = look_back(connection, TODAY, PLAIN)
    value, industry, channel = (judged(quarter, key) for key in ("value", "attribute:industry", "tags:渠道"))
    assert (value.verdict, value.classes, value.stability, value.faded) == ("strong", 2, 1.0, False)
    assert (industry.verdict, industry.unrated, industry.largest) == ("strong", 0.0, 0.8)
    assert (channel.verdict, channel.label) == ("weak", "渠道")
    assert not channel.faded
    assert "attribute:region" not in {each.id for each in quarter.dimensions}  # nobody keeps it
    said = "\n".join(sheet.suggestions(quarter))
    assert "这些维度分不出谁买得多：" in said
    assert "渠道" in said
    assert "「渠道-电商」" in said or "「电商」" in said


def test_of_equal_purchases_nothing_is_claimed(connection: Connection) -> None:
    two_kinds(connection, (500, 500))
    value = judged(look_back(connection, TODAY, PLAIN), "value")
    assert value.earlier.strength == "strong"
    assert (value.verdict, value.faded) == ("open", False)


def test_a_scheme_that_told_them_apart_and_does_no_more_has_faded(connection: Connection) -> None:
    two_kinds(connection, (500, 500))
    noise = [sell(name, 30, 10 * (place % 7 + 1)) for place, name in enumerate([*LARGE, *SMALL])]
    for order in noise:
        number = int(
            connection.exec_driver_sql(
                "SELECT id FROM customer WHERE name = ? OR code = ?", (order["customer_id"],) * 2
            ).scalar_one()
        )
        connection.exec_driver_sql(
            "INSERT INTO order_line (customer_id, day, amount, kind, status, returned, order_no)"
            " VALUES (?, ?, ?, 'order', 'completed', 0, ?)",
            (number, order["date"], order["lines"][0]["amount"] * 10_000, f"N{number}"),
        )
    quarter = look_back(connection, TODAY, PLAIN)
    value = judged(quarter, "value")
    assert (value.verdict, value.faded) == ("weak", True)
    assert "上季度还分得出谁买得多" in "\n".join(sheet.suggestions(quarter))
    assert sheet.summary(quarter) == "季初的价值分级没有预示谁在这个季度买得多，分界该调了。"
    assert {each.name: each.verdict for each in sheet.checks(quarter)}["解释力"] == "weak"


def test_where_all_bought_for_the_same_amount_no_threshold_is_blamed(connection: Connection) -> None:
    fill(connection, SMALL, [sell(name, age, 100) for name in SMALL for age in (20, 150, 330)])
    quarter = look_back(connection, TODAY, PLAIN)
    assert {"rigid", "one_tier"} <= set(judged(quarter, "value").failing)
    said = sheet.suggestions(quarter)
    assert said[0] == "成交的客户年采购额都一样，「价值」怎么分都分不开，规则不用动。"
    assert not any("分界" in each for each in said)
    assert sheet.summary(quarter) == "成交的客户年采购额都一样，没有谁买得多，分级分不出先后。"
    fill_one_more(connection)
    assert any("调分界" in each for each in sheet.suggestions(look_back(connection, TODAY, PLAIN)))


def fill_one_more(connection: Connection) -> None:
    """One of them bought a little more: now a threshold could lie between."""
    connection.exec_driver_sql("UPDATE order_line SET amount = amount + 10000 WHERE id = 1")


def test_what_is_fine_is_said_to_be_fine(connection: Connection) -> None:
    two_kinds(connection, (200_000, 300))
    quarter = look_back(connection, TODAY, replace(PLAIN, value_mid=PLAIN.value_mid))
    verdicts = {each.name: each.verdict for each in sheet.checks(quarter)}
    assert verdicts == {"潜力转化": "few", "解释力": "strong", "稳定": "rigid", "覆盖": "fine", "分布": "not_fine"}
    assert sheet.summary(quarter) == "价值分级分得出谁买得多，但有 2 项要看：稳定、分布。"


def test_nobody_is_no_finding(connection: Connection) -> None:
    quarter = look_back(connection, TODAY, MethodSettings())
    assert (quarter.schemes, quarter.dimensions) == ((), ())
    assert sheet.summary(quarter) == "台账里还没有客户，没有可以回看的。"
    assert all(each.word for each in sheet.checks(quarter))


def test_the_sheet_holds_every_figure_that_is_shown(connection: Connection) -> None:
    two_kinds(connection, (200_000, 300))
    seen: list[Progress] = []
    quarter = look_back(connection, TODAY, PLAIN, WorkContext(seen.append))
    assert len(seen) > len(quarter.schemes)
    report = sheet.quarter_sheet(quarter, "华东公司", datetime(2026, 7, 1))
    assert isinstance(report, Report)
    assert report.as_of == date(2026, 6, 30)
    tables = {section.key: section.blocks[-1] for section in report.sections}
    checks, schemes = tables["checks"], tables["schemes"]
    assert isinstance(checks, Table)
    assert isinstance(schemes, Table)
    assert len(checks.rows) == 5
    assert [row[0] for row in schemes.rows] == [each.label for each in quarter.schemes]


AGES = st.integers(-40, 700)
ORDERS = st.lists(
    st.tuples(st.sampled_from("ABCD"), AGES, st.sampled_from([-900, -1, 0, 300, 120_000, 600_000])), max_size=8
)


@limits(max_examples=25, deadline=None)
@given(st.sampled_from(["", "A", "ABCD"]), ORDERS)
def test_any_ledger_is_looked_back_on_without_fail(names: str, orders: list[tuple[str, int, float]]) -> None:
    with empty_ledger() as opened:
        fill(opened, list(names), [sell(name, age, amount) for name, age, amount in orders if name in names])
        quarter = look_back(opened, TODAY, PLAIN)
    assert quarter.value.customers == len(names)
    assert sheet.summary(quarter)
    report = sheet.quarter_sheet(quarter, "", datetime(2026, 7, 1))
    assert [section.key for section in report.sections] == ["verdict", "checks", "schemes", "dimensions", "tags"]
    for each in (*quarter.schemes, *quarter.dimensions):
        assert 0 <= each.unrated <= 1
        assert 0 < each.largest <= 1
        assert each.stability is None or 0 <= each.stability <= 1


def test_schemes_compare_only_whom_the_ledger_knew_then(connection: Connection) -> None:
    two_kinds(connection, (200_000, 300))
    connection.exec_driver_sql("DELETE FROM order_line WHERE customer_id > 30 AND day < '2026-05-01'")
    connection.execute(update(customer).where(customer.c.id > 30).values(created_at=datetime(2026, 6, 1)))
    value = judged(look_back(connection, TODAY, PLAIN), "value")
    assert (value.stability, value.explained.n) == (1.0, 30)


def test_nothing_is_judged_before_anybody_bought(connection: Connection) -> None:
    fill(connection, ["A", "B"], [])
    quarter = look_back(connection, TODAY, PLAIN)
    assert (sheet.checks(quarter), sheet.suggestions(quarter)) == ((), ())
    assert sheet.summary(quarter) == "截至 2026-06-30 还没有客户成交过，没有可以回看的。"


def test_where_nobody_can_be_rated_no_tier_is_the_largest(connection: Connection) -> None:
    fill(connection, ["A", "B"], [])
    for number in (1, 2):
        add_summary(connection, number, {"first": "2024-01-01", "last": "2026-06-01", "total": None})
    found = {each.name: each.found for each in sheet.checks(look_back(connection, TODAY, PLAIN))}
    assert (found["覆盖"], found["分布"]) == ("2 位未分级，占 100.0%", "—")


def test_of_a_handful_no_rule_is_blamed(connection: Connection) -> None:
    fill(connection, ["A", "B"], [sell("A", 300, 500)])
    quarter = look_back(connection, TODAY, PLAIN)
    assert sheet.suggestions(quarter) == ("客户不到 10 位，先不动分界。",)
    assert {each.verdict for each in sheet.checks(quarter)} <= {"few", "open", "fine"}
