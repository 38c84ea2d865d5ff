"""Whatever a ledger holds: counters add up, sums agree, a second reading adds nothing, an undo leaves nothing."""

import shutil
from collections.abc import Iterator
from datetime import date
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
from app.services.importing.sheets import Cell, CellError
from tests.services.importing.desk import Desk

HEAD = ("订单号", "日期", "客户编号", "客户", "产品", "数量", "单价", "折扣", "金额", "状态", "地区")
LIST_HEAD = ("客户名称", "联系人", "首次合作时间", "历史采购总额", "最近合作时间", "细分标签", "跟进记录", "负责人")
DAYS = st.dates(date(2023, 1, 1), date(2024, 2, 29))
ODD: st.SearchStrategy[Cell] = st.sampled_from(["", "-", "待定", "某天", CellError("#N/A"), "约50", "50-60", None])
NAMES = st.sampled_from(["甲公司", "乙公司", " 甲 公司", "丙", "", None, "-", "合计"])
MONEY: st.SearchStrategy[Cell] = st.one_of(
    st.integers(-50, 5000), st.decimals(-100, 9999, places=2).map(float), st.floats(0, 100), st.just("1,200元"), ODD
)
LINE = st.tuples(
    st.sampled_from(["A1", "A2", "A3", 7.0, None]),
    DAYS | st.sampled_from(["2024/1/5", "2024年2月", 45199, "20240105"]) | ODD,
    st.sampled_from(["K1", "K2", None, None]),
    NAMES,
    st.sampled_from(["轴承", "刀具", None]),
    st.integers(-3, 9) | ODD,
    MONEY,
    st.sampled_from([0, 0.1, 0.9, "九折", None, "x"]),
    MONEY,
    st.sampled_from(["已完成", "已取消", "已退货", None]),
    st.sampled_from(["华东", None]),
)
OTHER: st.SearchStrategy[tuple[Any, ...]] = st.sampled_from(
    [
        (),
        HEAD,
        ("合计", None, None, None, None, None, None, None, 100.0),
        ("3月小计", None, None, None, None, None, None, None, 50.0),
        ("制表：小李",),
        (None, None, "审核：老王"),
        (None, None, None, None, None, None, None, None, 12.5),
    ]
)
LISTED = st.tuples(
    NAMES,
    st.sampled_from(["*总", "王总 13800000000", None]),
    DAYS | ODD,
    MONEY,
    DAYS | ODD,
    st.sampled_from(["高价值/设备/稳定合作", "流失风险/建材/价高", "高价值/设备", None]),
    st.sampled_from(["2024-02-25:要模块,3月前出方案", "随便写写", None]),
    st.sampled_from(["*经理", "客服组", None]),
)
DECISIONS = st.dictionaries(
    st.sampled_from(["no_customer", "duplicate_rows", "number_about", "date_month_only", "no_date", "tag_slots"]),
    st.sampled_from(["hold", "skip"]),
    max_size=2,
)
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
