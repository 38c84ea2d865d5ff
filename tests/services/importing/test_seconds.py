"""A row of 待修区 that is put right and then speaks of a customer of whom its list has spoken already."""

from typing import Any

import pytest

from app.services import held_rows
from app.services.held_rows import RetryRows
from tests.services.importing.desk import Desk

HEADS = ("客户名称", "所属行业", "首次合作时间", "备注")
FIRST = ("甲公司", "教育", "2024-01-01", "老客户")


def waiting(desk: Desk) -> list[str]:
    with desk.context.reading() as connection:
        return [row.code for row in held_rows.rows(connection)]


def mend(desk: Desk, accepted: tuple[str, ...] = (), **changes: str) -> RetryRows:
    with desk.context.reading() as connection:
        (row,) = held_rows.rows(connection)
    command = RetryRows((row.id,), changes, accepted)
    desk.context.run(command)
    return command


@pytest.fixture
def twice(desk: Desk) -> Desk:
    """The second row cannot be read at first, and says otherwise."""
    desk.bring([HEADS, FIRST, ("甲公司", "零售", "坏日期", "新说法")])
    assert waiting(desk) == ["date_unreadable"]
    return desk


def stored(desk: Desk) -> tuple[Any, ...]:
    (row,) = desk.rows(
        "SELECT industry, note, (SELECT MIN(first_day) FROM summary_fact WHERE customer_id = c.id) FROM customer c"
        " WHERE name = '甲公司'"
    )
    return row


def test_mended_it_waits_for_a_yes_and_changes_nothing(twice: Desk) -> None:
    command = mend(twice, 首次合作时间="2024-03-01")
    assert (command.done.taken, command.done.held, command.done.changes) == (0, 1, ())
    assert command.done.reasons == ("同一客户写了两行，内容不同",)
    assert waiting(twice) == ["customer_twice"]
    assert stored(twice) == ("教育", "老客户", "2024-01-01")


def test_told_that_it_is_right_it_overwrites_and_that_is_said(twice: Desk) -> None:
    mend(twice, 首次合作时间="2024-03-01")
    command = mend(twice, accepted=("customer_twice",))
    assert {change.field: (change.old, change.new) for change in command.done.changes}["行业"] == ("教育", "零售")
    assert (waiting(twice), stored(twice)[:2]) == ([], ("零售", "新说法"))
    twice.context.undo()
    assert (waiting(twice), stored(twice)[:2]) == (["customer_twice"], ("教育", "老客户"))


@pytest.mark.parametrize("second", [("甲公司", "教育", "坏日期", "老客户"), ("甲公司", None, "坏日期", None)])
def test_one_that_contradicts_nothing_comes_in(desk: Desk, second: tuple[Any, ...]) -> None:
    desk.bring([HEADS, FIRST, second])
    command = mend(desk, 首次合作时间="2024-01-01")
    assert (command.done.taken, waiting(desk)) == (1, [])
    assert stored(desk)[:2] == ("教育", "老客户")


def test_another_list_may_still_say_otherwise(desk: Desk) -> None:
    """Only rows of one list contradict each other; a later list brings what is new."""
    desk.bring([HEADS, FIRST])
    other = ("乙公司", "教育", "2024-02-02", None)
    desk.bring(desk.file([HEADS, other, ("甲公司", "零售", "坏日期", None)], "二月.xlsx"))
    command = mend(desk, 首次合作时间="2024-01-01")
    assert (command.done.taken, waiting(desk)) == (1, [])
    assert stored(desk)[0] == "零售"
