"""Whatever a ledger holds: counters add up, sums agree, a second reading adds nothing, an undo leaves nothing."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.context import Context
from app.services import importing
from app.services.errors import InputError
from app.services.importing.results import ImportResult
from tests.services.importing.anyrows import DECISIONS, HEAD, LINE, LIST_HEAD, LISTED, OTHER
from tests.services.importing.desk import Desk

RECORD = {"import_batch", "source_file", "source_sheet"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "空.pandian"
    Context.create(path).close()
    return path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def _desk(empty: Path, place: Path) -> Iterator[Desk]:
    shutil.rmtree(place)
    place.mkdir()
    path = place / "台账.pandian"
    shutil.copy(empty, path)
    with pytest.MonkeyPatch.context() as patch, Context.open(path) as context:
        yield Desk(context, place, patch)


def _brought(desk: Desk, content: dict[str, Any], decisions: dict[str, Any]) -> ImportResult | None:
    """The import, or None where the ledger was refused, in words."""
    try:
        return desk.bring(content, decisions=decisions)
    except InputError as error:
        sentence = error.sentence()
    assert "—" not in sentence
    return None


def _kept(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    return {name: rows for name, rows in desk.state().items() if name not in RECORD and rows}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    lines=st.lists(LINE | OTHER, min_size=1, max_size=14),
    listed=st.lists(LISTED, max_size=6),
    decisions=DECISIONS,
)
def test_it_adds_up_and_comes_once_and_goes_whole(
    empty: Path,
    place: Path,
    lines: list[tuple[Any, ...]],
    listed: list[tuple[Any, ...]],
    decisions: dict[str, Any],
) -> None:
    for desk in _desk(empty, place):
        content = {"订单": [HEAD, *lines], **({"客户": [LIST_HEAD, *listed]} if listed else {})}
        before = _kept(desk)
        first = _brought(desk, content, decisions)
        if first is None:
            assert _kept(desk) == before
            return
        for sheet in first.plan.files[0].sheets:
            counts = sheet.counts
            assert counts.rows_read == (
                counts.created + counts.updated + counts.unchanged + counts.held + counts.skipped
            )
        filled = sum(any(cell not in (None, "") for cell in row) for row in (*lines, *listed))
        assert first.counts.rows_read <= filled
        stored = Decimal(desk.value("SELECT COALESCE(SUM(amount), 0) FROM order_line")) / 10_000
        assert stored == first.plan.amount + first.plan.rounding
        after = _kept(desk)
        again = desk.bring(content, decisions=decisions)
        assert (again.counts.created, again.counts.updated, again.plan.customers_created) == (0, 0, 0)
        assert again.counts.rows_read == first.counts.rows_read
        assert _kept(desk) == after
        for batch in (again.batch, first.batch):
            assert batch is not None
            desk.context.run(importing.undo_import(batch))
        assert _kept(desk) == before
