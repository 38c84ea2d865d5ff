"""What a column looks like from its cells alone, and what only looks like it."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.values.looks import looks

DAYS = [date(2024, 1, 5), date(2024, 3, 9), date(2023, 12, 31)]
SHOWN: dict[str, tuple[list[Any], str]] = {
    "days": (list(DAYS), "date"),
    "days with times": ([datetime(2024, 1, 5, 10, 30), datetime(2024, 1, 6, 8, 0)], "date"),
    "written days": (["2024/1/5", "2024年3月9日", "23.12.31", "5-Jan-2024"], "date"),
    "american days": (["2/24/03", "12/31/04", "7/1/03"], "date"),
    "days as one number": ([20240105, 20240309, 20231231], "date"),
    "months": (["2024年1月", "2024-02", "2024.3"], "date"),
    "days of no year": (["3月5日", "4月12日"], "date"),
    "sums": ([1250.5, 88.0, 19999.99, 430.25], "money"),
    "sums with marks": (["¥1,200", "35万", "￥88.5"], "money"),
    "sums as texts": (["1,250.50", "88", "19,999.99"], "money"),
    "round sums": ([12000, 35000, 8000, 150000], "money"),
    "sums with returns": ([1250, -1250, 88, 7300], "money"),
    "pieces": ([1, 3, 2, 12, 5, 1], "quantity"),
    "mobiles": (["13800000001", "15912345678", "18611112222"], "phone"),
    "mobiles kept as numbers": ([13800000001, 15912345678.0], "phone"),
    "landlines": (["010-62345678", "0571-8765432", "400-800-1234"], "phone"),
    "firms": (["甲公司", "华鑫（北京）有限公司", "乙经营部", "小张"], "firm"),
    "foreign firms": (["Acme Trading Co., Ltd.", "Foo GmbH", "Bar Inc"], "firm"),
    "people": (["张三", "李四", "王小明", "欧阳锋"], "person"),
    "codes": (["SO-2024-001", "SO-2024-002", "SO-2024-010"], "code"),
    "codes with zeros": (["0012", "0045", "1100"], "code"),
    "numbers of documents": ([536365, 536365, 536370, 541432], "code"),
    "percents": (["90%", "85 %", "100%"], "percent"),
    "records": (["2024-02-20:沟通新设备，反馈不错", "2024年3月1日：报价"], "log"),
    "mails": (["a@example.com", "li.si@example.cn"], "email"),
}
NEAR: dict[str, list[Any]] = {
    "years": [2021, 2022, 2023, 2022],
    "counted rows": [1, 2, 3, 4, 5],
    "counted rows that go on": [101, 102, 103],
    "numbers that only rise": [10248, 10253, 10260, 10301, 10342],
    "ratings": [4.5, 3.8, 5.0, 4.2],
    "rates": [0.9, 0.85, 1.0, 0.8],
    "places on the earth": [116.4074, 121.4737, 113.2644],
    "nothing but zeros": [0, 0, 0],
    "goods": ["轴承", "刀具", "白糖", "毛巾", "马桶"],
    "cities": ["北京", "上海", "温州", "江苏"],
    "words and numbers": ["甲", 5, "乙", 6.5],
    "true and false": [True, False, True],
    "nothing": [None, "", " "],
    "one number": [1250.5],
    "five digits that may be days": ["甲", 45199],
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_column_is_known_by_its_cells(name: str) -> None:
    cells, trait = SHOWN[name]
    seen = looks([*cells, None, ""])
    assert seen is not None
    assert (seen.trait, seen.share > 0.5) == (trait, True)


@pytest.mark.parametrize("name", NEAR)
def test_what_only_looks_like_it_is_nothing_in_particular(name: str) -> None:
    seen = looks(NEAR[name])
    assert seen is None or seen.trait == "code"


@pytest.mark.parametrize(
    "cells",
    [[100080, 200120, 310000, 510620], [310000, 510000], ["100080", "200120", "310000"], [45199, 45200, 45310, 45199]],
)
def test_postcodes_and_bare_numbers_are_neither_days_nor_money(cells: list[Any]) -> None:
    seen = looks(cells)
    assert seen is None or seen.trait not in ("date", "money", "phone")


@given(st.lists(st.integers(1900, 2100), min_size=2))
def test_years_are_never_money(years: list[int]) -> None:
    seen = looks(years)
    assert seen is None or seen.trait != "money"


@given(st.integers(0, 10**6), st.integers(2, 60))
def test_serial_numbers_are_never_money(first: int, count: int) -> None:
    seen = looks(list(range(first, first + count)))
    assert seen is None or seen.trait != "money"


@pytest.mark.parametrize("cells", [["1e400"] * 3, [float("nan")] * 3, [float("inf"), 5.5], [10**400, 3], ["9" * 300]])
def test_numbers_beyond_all_measure_are_no_money(cells: list[Any]) -> None:
    seen = looks(cells)
    assert seen is None or seen.trait == "code"


@given(st.lists(st.one_of(st.none(), st.text(), st.floats(), st.integers(), st.booleans(), st.dates()), max_size=20))
def test_any_cells_have_a_share_that_is_one(cells: list[Any]) -> None:
    seen = looks(cells)
    assert seen is None or 0 < seen.share <= 1
