"""The first import of a ledger writes its lines while it reads; what is in the ledger then is as if it had waited."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.context import Context
from app.models import indexing
from app.models.ledger import order_line
from app.services import importing
from app.services.errors import InputError
from app.services.importing.files import reader
from app.services.importing.ledger.linewriting import LineWriter
from app.services.importing.plans import ImportOptions
from app.services.progress import Cancelled, Progress, WorkContext
from tests.services.importing.anyrows import DECISIONS, HEAD, LINE, LIST_HEAD, LISTED, OTHER
from tests.services.importing.desk import Desk

HEADS = ("订单号", "日期", "客户编号", "客户", "产品", "金额", "状态", "地区", "业务员")
DAY = date(2024, 3, 1)
PLAIN = [
    (f"A{n}", DAY, f"K{n % 5}", f"客户{n % 5}", ("轴承", "刀具", None)[n % 3], n - 9.5, "已完成", "华东", f"小{n % 2}")
    for n in range(40)
]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
State = Mapping[str, list[Any]]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "空.pandian"
    Context.create(path).close()
    return path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ahead")


@pytest.fixture
def written_later(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One entry for each import that wrote its lines after they were read."""
    found: list[bool] = []
    write = LineWriter.write

    def told(writer: LineWriter) -> Any:
        found.append(True)
        return write(writer)

    monkeypatch.setattr(LineWriter, "write", told)
    return found


def _desk(empty: Path, place: Path) -> Iterator[Desk]:
    """An empty ledger in which eight lines are many."""
    shutil.rmtree(place)
    place.mkdir()
    path = place / "台账.pandian"
    shutil.copy(empty, path)
    with pytest.MonkeyPatch.context() as patch, Context.open(path) as context:
        patch.setattr(indexing, "MANY", 8)
        patch.setenv("PANDIAN_HOME", str(place))
        yield Desk(context, place, patch)


def _state(desk: Desk) -> State:
    """All that is stored, facts and what undo keeps included, without the moments at which it was."""
    tables: dict[str, list[Any]] = dict(desk.state())
    tables["customer_fact"] = desk.rows("SELECT * FROM customer_fact ORDER BY customer_id")
    tables["index"] = desk.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    tables["label"] = desk.rows("SELECT label, changes, state FROM journal ORDER BY id")
    return {name: [_MOMENT.sub("", repr(row)) for row in rows] for name, rows in tables.items()}


def _first(desk: Desk, path: Path, decisions: Mapping[str, Any], work: WorkContext | None = None) -> None:
    desk.context.run(importing.first([path], ImportOptions(decisions=decisions), desk.context.reading), work)


def _planned(desk: Desk, path: Path, decisions: Mapping[str, Any]) -> None:
    desk.bring(path, decisions=decisions)


def _brought(
    empty: Path, place: Path, content: Any, decisions: Mapping[str, Any], bring: Callable[..., None]
) -> tuple[str, State, State, State]:
    """What is refused, and the ledger after the import, after its undo, and after the redo of that."""
    for desk in _desk(empty, place):
        try:
            bring(desk, desk.file(content), decisions)
        except InputError as error:
            state = _state(desk)
            return error.sentence(), state, state, state
        after = _state(desk)
        desk.context.undo()
        undone = _state(desk)
        desk.context.redo()
        return "", after, undone, _state(desk)
    raise AssertionError


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    lines=st.lists(LINE | OTHER, min_size=8, max_size=24),
    listed=st.lists(LISTED, max_size=3),
    decisions=DECISIONS,
)
def test_whatever_a_ledger_holds_it_is_stored_alike(
    empty: Path, place: Path, lines: list[Any], listed: list[Any], decisions: dict[str, Any]
) -> None:
    content = {"订单": [HEAD, *lines], **({"客户": [LIST_HEAD, *listed]} if listed else {})}
    ahead = _brought(empty, place, content, decisions, _first)
    assert ahead == _brought(empty, place, content, decisions, _planned)


SECOND = [("A90", DAY, "K7", "客户7", "轴承", 5.0, "已退货", "华北", None), *PLAIN[:3]]


@pytest.mark.parametrize(
    ("content", "decisions", "waits"),
    [
        ({"订单": [HEADS, *PLAIN]}, {}, False),
        ({"一月": [HEADS, *PLAIN], "二月": [HEADS, *SECOND[:1]]}, {}, False),
        ({"订单": [HEADS, *PLAIN, PLAIN[3]]}, {"duplicate_rows": "skip"}, True),
        ({"一月": [HEADS, *PLAIN], "二月": [HEADS, *PLAIN]}, {}, True),
        ({"订单": [HEADS, *PLAIN, ("B1", DAY, None, "客户1", None, 7.0, "", "", "")]}, {}, True),
        ({"订单": [HEADS, *PLAIN], "退货": [("订单号", "退回"), ("A1", "是")]}, {}, True),
        ({"订单": [HEADS, *PLAIN[:7]]}, {}, True),
    ],
    ids=["plain", "two sheets", "repeats left out", "sheet again", "name of a code", "returns list", "few"],
)
def test_lines_are_written_once_unless_the_end_tells_otherwise(
    empty: Path, place: Path, written_later: list[bool], content: Any, decisions: dict[str, Any], waits: bool
) -> None:
    ahead = _brought(empty, place, content, decisions, _first)
    assert written_later == [True] * waits
    assert ahead == _brought(empty, place, content, decisions, _planned)
    assert ahead[0] == ""


def test_lines_are_not_there_twice_when_a_table_far_below_lets_the_file_be_read_anew(
    empty: Path, place: Path, written_later: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MOST_ROWS", 500)  # so that lines are written before that table is met
    many = [(f"A{n}", DAY, "K1", "客户1", "轴承", 2.0, "已完成", "华东", "小1") for n in range(1300)]
    people = [("客户编号", "客户名称", "联系人", "所属行业"), ("K1", "客户1", "王总", "机械")]
    content = {"订单": [HEADS, *many, (), *people]}
    ahead = _brought(empty, place, content, {}, _first)
    assert written_later == []
    assert len(ahead[1]["order_line"]) == len(many)
    assert ahead == _brought(empty, place, content, {}, _planned)


@pytest.mark.parametrize("at", range(1, 7))
def test_cancelled_while_it_reads_nothing_is_left(empty: Path, place: Path, at: int) -> None:
    seen: list[Progress] = []

    def told(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == at:
            work.cancel()

    work = WorkContext(told)
    for desk in _desk(empty, place):
        before = _state(desk)
        with pytest.raises(Cancelled):
            _first(desk, desk.file({"订单": [HEADS, *PLAIN]}), {}, work)
        assert _state(desk) == before
        _first(desk, desk.file({"订单": [HEADS, *PLAIN]}), {})
        assert desk.value(f"SELECT COUNT(*) FROM {order_line.name}") == len(PLAIN)
