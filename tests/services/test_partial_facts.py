"""Facts of some customers are those of the same customers among all, whatever the ledger holds."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import facts
from app.services.facts import parts
from app.services.facts.table import KINDS, FactTable
from app.services.settings import MethodSettings
from tests.random_ledgers import PEOPLE, TODAY, Ledger, ledgers

SETTINGS = MethodSettings()


def stored(connection: Any) -> list[Any]:
    return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM customer_fact ORDER BY customer_id")]


@given(ledgers(), st.sets(st.integers(1, PEOPLE), min_size=1, max_size=3))
def test_asking_for_some_tells_the_same_of_them(ledger: Ledger, some: set[int]) -> None:
    with ledger.opened() as connection:
        every, part = (facts.compute(connection, TODAY, SETTINGS, ids) for ids in (None, sorted(some)))
    rows = np.searchsorted(every.customer_id, part.customer_id)
    assert part.customer_id.tolist() == sorted(some)
    for key in KINDS:
        np.testing.assert_array_equal(getattr(part, key), getattr(every, key)[rows], err_msg=key)


@given(ledgers(), st.integers(1, 12), st.integers(1, 4), st.sets(st.integers(1, PEOPLE), max_size=2))
def test_computed_in_parts_they_are_the_same(ledger: Ledger, lines: int, customers: int, gone: set[int]) -> None:
    with ledger.opened() as connection, pytest.MonkeyPatch.context() as patch:
        for who in gone:
            connection.exec_driver_sql("UPDATE customer SET deleted_at = '2026-01-01' WHERE id = ?", (who,))
        connection.exec_driver_sql("UPDATE order_line SET customer_id = NULL WHERE id % 5 = 0")
        whole = facts.compute(connection, TODAY, SETTINGS)
        patch.setattr(parts, "LINES", lines)
        patch.setattr(parts, "CUSTOMERS", customers)
        found = facts.compute(connection, TODAY, SETTINGS)
    for each in fields(FactTable):
        np.testing.assert_array_equal(getattr(found, each.name), getattr(whole, each.name), err_msg=each.name)


@given(ledgers(), st.lists(st.sets(st.integers(1, PEOPLE), max_size=2), max_size=3))
def test_renewing_a_few_again_and_again_leaves_what_renewing_all_leaves(ledger: Ledger, turns: list[set[int]]) -> None:
    with ledger.opened() as connection:
        facts.refresh(connection, TODAY, SETTINGS)
        for number, some in enumerate(turns):
            for who in some:
                connection.exec_driver_sql(
                    "UPDATE order_line SET amount = amount * ? + 1000 WHERE customer_id = ?", (number + 2, who)
                )
            facts.refresh(connection, TODAY, SETTINGS, sorted(some))
        renewed = stored(connection)
        facts.refresh(connection, TODAY, SETTINGS)
        assert renewed == stored(connection)


@given(ledgers(most=20))
def test_a_change_taken_back_is_not_remembered(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        facts.refresh(connection, TODAY, SETTINGS)
        before = stored(connection)
        connection.commit()
        connection.exec_driver_sql("UPDATE order_line SET amount = 77 * 1000000 WHERE customer_id = 1")
        facts.refresh(connection, TODAY, SETTINGS, [1])
        connection.rollback()
        facts.refresh(connection, TODAY, SETTINGS, [2])
        assert stored(connection) == before
