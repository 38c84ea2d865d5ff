"""Pairs of the ledger, what was answered about them, and who resembles a name being entered."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.context import Context
from app.models import database as db
from app.services import duplicates
from app.services.duplicates import blocking, columns, people
from app.services.progress import Cancelled, WorkContext
from app.texts import set_translator
from tests.commands import AddCustomers, Rename
from tests.judging import Judge
from tests.listed import Listed, put


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(AddCustomers(("恒栎电子有限公司", "澄观茶业", "恒栎电子股份有限公司")))
        yield context


def pairs(ledger: Context) -> list[tuple[int, int]]:
    with ledger.reading() as connection:
        return [(pair.first, pair.second) for pair in duplicates.find(connection, WorkContext())]


def test_names_that_differ_in_legal_form_only_are_a_pair(ledger: Context) -> None:
    with ledger.reading() as connection:
        (pair,) = duplicates.find(connection, WorkContext())
    assert (pair.first, pair.second, pair.suggestion) == (1, 3, "same")
    assert pair.evidence
    assert pair.score > 0.8


def test_numbers_are_told_in_the_order_of_the_two(tmp_path: Path) -> None:
    names = ("宁波宏远机械有限公司", "宏远机械", "寧波宏遠機械")
    customers = [
        Listed(name, contact=("周总", "13900000002"), values={"code": f"C{n}"}) for n, name in enumerate(names, 1)
    ]
    database = db.create(tmp_path / "台账.pandian")
    with database.writing() as connection:
        put(connection, customers)
    with database.reading() as connection:
        found = duplicates.find(connection, WorkContext())
    database.close()
    assert found
    assert all(f"编号不同：C{pair.first}与C{pair.second}。" in pair.evidence for pair in found)


def test_evidence_may_count_in_another_language(ledger: Context) -> None:
    """A trade name of several firms is told with their number; English words depend on it."""
    ledger.run(AddCustomers(("恒栎电子集团", "恒栎电子商行", "恒栎电子厂", "恒栎电子经营部")))
    counted = "{0} {0:customer uses|customers use} this trade name."
    set_translator(lambda _context, text, *_more: counted if "这个字号" in text else text)
    with ledger.reading() as connection:
        found = duplicates.find(connection, WorkContext())
    assert any("customers use this trade name." in each for pair in found for each in pair.evidence)


def test_it_can_be_stopped_before_there_are_pairs(ledger: Context) -> None:
    """Of many customers reading and splitting the names takes longest."""
    work = WorkContext()
    with ledger.reading() as connection:
        known = people.from_ledger(connection, work)
        split = columns.columns(known, work)
        work.cancel()
        for call in (
            partial(people.from_ledger, connection, work),
            partial(columns.columns, known, work),
            partial(blocking.candidates, known, split, work),
        ):
            with pytest.raises(Cancelled):
                call()


@pytest.mark.parametrize(("verdict", "left"), [("different", []), ("branch", []), ("same", [(1, 3)])])
def test_an_answer_holds_until_a_name_changes(ledger: Context, verdict: str, left: list[tuple[int, int]]) -> None:
    with ledger.reading() as connection:
        keys = duplicates.keys_of(connection, 3, 1)
        assert keys == duplicates.keys_of(connection, 1, 3)
    ledger.run(Judge(keys, verdict))
    assert pairs(ledger) == left
    ledger.run(Rename((3,), "恒栎电子集团"))
    assert pairs(ledger) == [(1, 3)]


def test_a_persons_name_is_none_of_a_firm_whatever_is_said_of_the_customer(tmp_path: Path) -> None:
    database = db.create(tmp_path / "台账.pandian")
    with database.writing() as connection:
        put(connection, [Listed("吕欢悦", contact=("甲", phone)) for phone in ("13900010001", "", "13900010001")])
        connection.exec_driver_sql("UPDATE customer SET kind = 'company'")
    with database.reading() as connection:
        (pair,) = duplicates.find(connection, WorkContext())
    database.close()
    assert (pair.first, pair.second) == (1, 3)
    assert pair.evidence[:2] == ("姓名相同：「吕欢悦」。", "电话相同：13900010001。")


def test_two_of_one_name_in_two_districts_are_two(tmp_path: Path) -> None:
    with Context.create(tmp_path / "台账.pandian") as ledger:
        ledger.run(AddCustomers(("上海市浦东新区人民医院", "上海市黄浦区人民医院", "上海浦东新区人民医院")))
        with ledger.reading() as connection:
            (pair,) = duplicates.find(connection, WorkContext())
    assert (pair.first, pair.second) == (1, 3)
    assert "地名相同：上海浦东新区。" in pair.evidence


def test_an_answer_about_two_of_one_name_does_not_speak_for_a_third(tmp_path: Path) -> None:
    with Context.create(tmp_path / "台账.pandian") as ledger:
        ledger.run(AddCustomers(("恒栎电子",) * 3))
        with ledger.reading() as connection:
            keys = duplicates.keys_of(connection, 1, 2)
        ledger.run(Judge(keys, "different"))
        assert sorted(pairs(ledger)) == [(1, 3), (2, 3)]


ENTRY = (
    Listed("苏州恒栎达电子有限公司", contact=("王工", "0512-6555 0001")),
    Listed("澄观茶业"),
    Listed("恒栎达电器有限公司"),
    Listed("張偉", contact=("本人", "13900010001")),
    Listed("張偉", deleted_at="2026-01-01T00:00:00", contact=("本人", "13900010001")),
    Listed("Blue Harbor Foods Inc."),
)


@pytest.mark.parametrize(
    ("name", "phone", "found"),
    [
        ("恒栎达电子", None, [(1, "same")]),
        ("苏州恒力达电子", None, [(1, "same")]),  # same sound
        ("苏州横立塔电子", None, []),
        ("苏州恒林达电子", "65550001", [(1, "same")]),
        ("恒栎达电子有限公司昆山分公司", None, [(1, "branch")]),
        ("张伟", None, []),
        ("张伟", "+86 139 0001 0001", [(4, "same")]),
        ("Blue Harbour Foods", None, [(6, "same")]),
        ("钱塘茶社", "13900019999", []),
        ("（）", None, []),
        ("", None, []),
    ],
)
def test_a_name_being_entered_finds_who_is_there(
    tmp_path: Path, name: str, phone: str | None, found: list[tuple[int, str]]
) -> None:
    database = db.create(tmp_path / "台账.pandian")
    with database.writing() as connection:
        put(connection, ENTRY)
    with database.reading() as connection:
        pairs = duplicates.similar(connection, name, phone)
    database.close()
    assert [(pair.second, pair.suggestion) for pair in pairs] == found
    assert all(pair.first == duplicates.NOBODY for pair in pairs)
