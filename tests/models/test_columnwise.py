"""Tests of rows given by column: whatever is said once arrives in every row as it is."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from app.models import columnwise

_values = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "苏州", "it's", "a ? b", ":name %s", "nul\0led", "'; DROP TABLE t; --"])
)


@given(st.lists(st.tuples(_values, _values), min_size=1, max_size=60), st.booleans())
def test_rows_come_back_as_they_were_given(rows: list[tuple[Any, Any]], alike: bool) -> None:
    rows = [rows[0]] * 40 if alike else rows
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (id INTEGER PRIMARY KEY, one, other)")
        one, other = zip(*rows, strict=True)
        count = columnwise.insert(connection, "t", {"id": range(1, len(rows) + 1), "one": one, "other": list(other)})
        found = connection.exec_driver_sql("SELECT one, other FROM t ORDER BY id").all()
    engine.dispose()
    assert count == len(rows)
    assert [tuple(row) for row in found] == rows


def test_no_rows_are_no_statement(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    with engine.begin() as connection:
        assert columnwise.insert(connection, "nowhere", {"id": (), "one": ()}) == 0
        assert columnwise.insert(connection, "nowhere", {}) == 0
    engine.dispose()
