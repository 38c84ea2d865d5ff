"""Invented tables without a telling heading: what is proposed is right, or several columns are named and none taken."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from app.services.importing.files.reader import open_workbook
from app.services.importing.plans import ImportOptions, SheetChoice
from app.services.importing.tables import content
from app.services.importing.tables.glance import look
from app.services.importing.tables.kinds import judge
from app.services.progress import WorkContext
from tests import foreign
from tests.services.importing.desk import Desk, first_sheet

WHO, WHEN, HOW_MUCH = "customer_name", "date", "amount"
Column = Callable[[Random, int], list[Any]]


def _firms(random: Random, rows: int) -> list[Any]:
    known = [f"{random.choice('华鑫恒泰宏远')}{n}{random.choice(('有限公司', '集团', '厂', '商行'))}" for n in range(9)]
    return random.choices(known, k=rows)


def _days(random: Random, rows: int) -> list[Any]:
    form = random.choice(("{0}", "{0:%Y/%m/%d}", "{0:%Y年%m月%d日}", "{0:%Y%m%d}", "{0:%d.%m.%Y}"))
    days = [date(2022, 1, 1) + timedelta(days=random.randrange(900)) for _row in range(rows)]
    return days if form == "{0}" else [form.format(day) for day in days]


def _sums(random: Random, rows: int) -> list[Any]:
    sums = [round(random.lognormvariate(7, 1.5), 2) for _row in range(rows)]
    form = random.choice(("", "{0:,.2f}", "¥{0:.2f}", "{0:.2f}元"))
    return [form.format(each) for each in sums] if form else sums


def _phones(random: Random, rows: int) -> list[Any]:
    return [13_000_000_000 + random.randrange(10**9) for _row in range(rows)]


OTHERS: dict[str, Column] = {
    "序": lambda _random, rows: list(range(1, rows + 1)),
    "年": lambda random, rows: random.choices(range(2019, 2027), k=rows),
    "邮": lambda random, rows: [random.randrange(100_000, 999_999) for _row in range(rows)],
    "机": _phones,
    "卡": lambda random, rows: [f"VIP{random.randrange(10**6):06}" for _row in range(rows)],
    "城": lambda random, rows: random.choices(("北京", "上海", "温州", "江苏", "广州"), k=rows),
    "货": lambda random, rows: random.choices(("轴承", "刀具", "白糖", "毛巾", "汤圆"), k=rows),
    "件": lambda random, rows: random.choices(range(1, 40), k=rows),
    "率": lambda random, rows: [random.choice((0.9, 0.85, 1.0, 0.8)) for _row in range(rows)],
    "分": lambda random, rows: [round(random.uniform(1, 5), 1) for _row in range(rows)],
    "记": lambda random, rows: random.choices(("急", "不急", "", "要发票"), k=rows),
    "纬": lambda random, rows: [round(random.uniform(20, 50), 4) for _row in range(rows)],
}


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=() if seed < 16 else pytest.mark.long) for seed in range(400)]
)
def test_all_three_are_found_among_other_columns(desk: Desk, seed: int) -> None:
    random = Random(seed)
    rows = random.randrange(6, 60)
    columns = {WHO: _firms(random, rows), WHEN: _days(random, rows), HOW_MUCH: _sums(random, rows)}
    columns |= {name: OTHERS[name](random, rows) for name in random.sample(sorted(OTHERS), random.randrange(6))}
    order = random.sample(sorted(columns), len(columns))
    heads = {name: f"{random.choice(('列', 'x', 'Spalte'))}{place}" for place, name in enumerate(order)}
    cells = zip(*(columns[name] for name in order), strict=True)
    plan = desk.plan([tuple(heads[name] for name in order), *cells], ask=True)
    found = {each.title: each.field for each in first_sheet(plan).columns if each.field in (WHO, WHEN, HOW_MUCH)}
    assert found == {heads[name]: name for name in (WHO, WHEN, HOW_MUCH)}
    assert [question.code for question in plan.questions][:1] == ["columns"]


@pytest.mark.foreign
@pytest.mark.parametrize("name", ["示例-超市.xls", "全国订单明细.xlsx", "taobao_books.xls", "sales_data_sample.csv"])
def test_of_a_real_ledger_without_its_headings_nothing_wrong_is_proposed(name: str) -> None:
    with open_workbook(foreign.ledgers() / name, work=WorkContext()) as book:
        sales = [each for each in look(book, name, ImportOptions(), ()) if each.verdict.kind == "orders"]
    assert sales
    for glance in sales:
        assert glance.layout is not None
        titles = [f"列{place}" for place in range(len(glance.layout.titles))]
        blind = judge("", titles, glance.profiles, "auto", SheetChoice())
        told = content.understood("", titles, glance.profiles, glance.columns, blind, "auto", SheetChoice())
        proposed = {place: seen.field for place, seen in told.columns.seen.items() if not seen.rivals}
        wrong = {
            glance.layout.titles[place]: field
            for place, field in proposed.items()
            if field in (WHO, WHEN, HOW_MUCH) and glance.verdict.columns.fields.get(place) != field
        }
        assert not wrong
        assert WHO in proposed.values() or name == "taobao_books.xls"  # whose buyers are called as codes are
