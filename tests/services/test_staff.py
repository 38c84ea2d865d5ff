"""Who does a task: roles among the firm's people."""

from pathlib import Path

import pytest

from app.services.staff import Staff, role_name, role_of, staff
from tests.ledgers import AddPeople, ledger


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("销售主管", "manager"),
        ("区域经理", "manager"),
        ("客服组", "service"),
        ("销售专员", "sales"),
        ("顾问", "sales"),
        ("销售内勤", "office"),
        ("财务", "finance"),
        ("Sales Manager", "manager"),
        (None, ""),
        ("司机", ""),
    ],
)
def test_reads_roles(written: str | None, role: str) -> None:
    assert role_of(written) == role


def people(folder: Path, *given: tuple[str, str | None]) -> Staff:
    with ledger(folder) as context:
        context.run(AddPeople(given))
        with context.reading() as connection:
            return staff(connection)


def test_one_holder_does_it_several_or_none_leave_it_to_the_owner(tmp_path: Path) -> None:
    found = people(tmp_path, ("王海", "主管"), ("李静", "专员"), ("陈凯", "专员"), ("客服组", None), ("*经理", "经理"))
    assert found.doer("manager", 3) == 1  # a masked name holds no role
    assert found.doer("sales", 3) == 3
    assert found.doer("service", 3) == 4
    assert found.doer("finance", None) is None
    assert found.doer("owner", 2) == 2


def test_hours_are_own_or_usual(tmp_path: Path) -> None:
    found = people(tmp_path, ("王海", "主管"), ("李静", "专员"))
    assert found.hours_a_day(4) == 8
    assert role_name("manager") == "销售主管"
