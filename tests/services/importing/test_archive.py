"""Rows as they stood come back from their archive texts, whatever their columns are like."""

import gc
import json
from collections.abc import Sequence
from datetime import date, datetime
from itertools import zip_longest

from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.files.archive import Archive
from app.services.importing.sheets import Cell, CellError
from app.services.pause import no_collection

CELLS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.text(max_size=8)


def texts_of(archive: Archive, rows: Sequence[Sequence[Cell]]) -> list[str]:
    return archive.texts(list(zip_longest(*rows)), len(rows))


@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=12))
def test_cells_come_back(rows: list[tuple[Cell, ...]]) -> None:
    width = max(map(len, rows), default=0)
    texts = texts_of(Archive(), rows)
    assert [json.loads(text) for text in texts] == [[*row, *[None] * (width - len(row))] for row in rows]


def test_dates_and_errors_are_kept_as_they_are_shown() -> None:
    rows: list[tuple[Cell, ...]] = [(date(2024, 1, 5), datetime(2024, 1, 5, 8, 30), CellError("#N/A"), 2.0, 1e-7)]
    assert texts_of(Archive(), rows) == ['["2024-01-05","2024-01-05 08:30:00","#N/A",2,1e-07]']


def test_columns_of_ever_new_texts_take_the_short_way() -> None:
    archive = Archive()
    for start in range(0, 12_000, 2_000):
        rows: list[tuple[Cell, ...]] = [
            (f'单"{number}', number % 3 + 0.5, number) for number in range(start, start + 2_000)
        ]
        assert [json.loads(text) for text in texts_of(archive, rows)] == [list(row) for row in rows]


def test_the_collector_runs_again_afterwards() -> None:
    assert gc.isenabled()
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
