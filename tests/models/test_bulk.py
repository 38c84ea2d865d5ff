"""Columns read as arrays are what the rows hold."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from app.models import bulk
from app.models.bulk import NONE, Field

FIELDS = (Field("number"), Field("day", "day"), Field("word", "text"))
WORDS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=3) | st.from_regex(
    "SO[0-9]{3}", fullmatch=True
)
ROWS = [
    (1, 5, "2024-02-29", "甲,乙"),
    (2, None, None, None),
    (4, -(2**62), "1969-12-31", ""),
    (9, 0, "2026-06-30", "SO'1"),
]


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        opened.exec_driver_sql("CREATE TABLE thing (id INTEGER PRIMARY KEY, number INTEGER, day TEXT, word TEXT)")
        yield opened
    engine.dispose()


def fill(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    connection.exec_driver_sql("DELETE FROM thing")
    for row in rows:
        connection.exec_driver_sql("INSERT INTO thing VALUES (?, ?, ?, ?)", row)


def plain(columns: list[Any]) -> list[list[Any]]:
    return [list(map(str, column)) for column in columns]


def test_numbers_days_and_texts_come_back_with_their_gaps(connection: Connection) -> None:
    fill(connection, ROWS)
    numbers, days, words = bulk.read(connection, FIELDS, "thing")
    assert numbers.tolist() == [5, NONE, -(2**62), 0]
    assert [str(day) for day in days.astype("datetime64[D]")] == ["2024-02-29", "NaT", "1969-12-31", "2026-06-30"]
    assert list(words) == ["甲,乙", "", "", "SO'1"]


def test_no_rows_are_empty_columns(connection: Connection) -> None:
    numbers, days, words = bulk.read(connection, FIELDS, "thing WHERE number > ?", (7,))
    assert (len(numbers), len(days), len(words)) == (0, 0, 0)
    assert plain(bulk.read_in_parts(connection, FIELDS, "thing", "number > 7")) == [[], [], []]


@pytest.mark.parametrize("part", [1, 2, 3, 100])
def test_parts_join_to_the_whole(connection: Connection, part: int) -> None:
    fill(connection, ROWS)
    whole = bulk.read(connection, FIELDS, "thing WHERE number IS NOT NULL")
    assert plain(bulk.read_in_parts(connection, FIELDS, "thing", "number IS NOT NULL", part)) == plain(whole)


@pytest.mark.parametrize("part", [1, 100])
def test_a_text_with_our_separator_is_still_one_text(connection: Connection, part: int) -> None:
    fill(connection, [*ROWS, (11, 7, "2020-01-01", "a\x1fb")])
    assert list(bulk.read(connection, FIELDS, "thing")[2])[-1] == "a\x1fb"
    numbers, _, words = bulk.read_in_parts(connection, FIELDS, "thing", "1", part)
    assert list(words) == ["甲,乙", "", "", "SO'1", "a\x1fb"]
    assert numbers[-1] == 7


@pytest.mark.parametrize("part", [2, 100])
@given(
    st.lists(
        st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=3)
        | st.from_regex("SO[0-9]{3}", fullmatch=True)
    )
)
def test_equal_texts_have_equal_codes(part: int, texts: list[str]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (id INTEGER PRIMARY KEY, number INTEGER, day TEXT, word TEXT)")
        fill(connection, [(number, 0, None, text) for number, text in enumerate(texts)])
        words = bulk.read_in_parts(connection, FIELDS, "thing", "1", part)[2]
    engine.dispose()
    codes, empty = words.codes()
    assert len(set(zip(texts, codes.tolist(), strict=True))) == len(set(texts)) == len(set(codes.tolist()))
    assert empty.tolist() == [not text for text in texts]
    assert codes.max(initial=0) <= bulk.DENSE * len(texts)


def test_numbers_of_one_width_are_coded_without_a_look_at_each() -> None:
    words = bulk.Texts("\x1f".join(f"XS{number:07d}" for number in (5, 9_999_999, 5, 7)))
    codes, empty = words.codes()
    assert (codes.tolist(), empty.tolist()) == ([0, 2, 0, 1], [False] * 4)


@given(st.lists(st.tuples(st.none() | st.integers(-(2**62), 2**62), st.none() | st.dates(date(1, 1, 1)))))
def test_whatever_stands_there_is_read(cells: list[tuple[int | None, date | None]]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (id INTEGER PRIMARY KEY, number INTEGER, day TEXT, word TEXT)")
        fill(connection, [(n, number, day and day.isoformat(), "") for n, (number, day) in enumerate(cells)])
        numbers, days, _ = bulk.read(connection, FIELDS, "thing")
    engine.dispose()
    assert numbers.tolist() == [NONE if number is None else number for number, _ in cells]
    wanted = np.array([day for _, day in cells], dtype="datetime64[D]").astype(np.int64)
    assert days.tolist() == wanted.tolist()
