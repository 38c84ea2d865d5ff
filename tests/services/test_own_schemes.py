"""Schemes that users made: kept as versions, found by name, taken out of use and brought back by undo."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.context import Context
from app.services import own_schemes
from app.services.errors import InputError
from app.services.figures import UNITS
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from tests.ledgers import ledger, transaction

LARGE = Card("large", "大户", "gold", Group("all", (Condition("net_sales_life", ">=", (1000 * UNITS,)),)))
MINE = CardScheme("own:1", "我的分法", (LARGE, Card("rest", "其余", "slate", Group())))


def test_each_change_is_a_version_and_the_same_again_none(tmp_path: Path) -> None:
    with Context.create(tmp_path / "a.pandian") as context:
        for wanted in (MINE, MINE, replace(MINE, word="大小户")):
            context.run(own_schemes.SaveScheme(wanted))
        with context.reading() as connection:
            (found,) = own_schemes.made(connection)
            assert (found.word, found.version) == ("大小户", 2)
            assert own_schemes.find(connection, "own:大小户") == found
            assert own_schemes.new_id(connection) == "own:2"
            with pytest.raises(InputError, match=r"scheme\.none"):
                own_schemes.find(connection, "没有")


def test_two_schemes_have_two_names(tmp_path: Path) -> None:
    with Context.create(tmp_path / "a.pandian") as context:
        context.run(own_schemes.SaveScheme(MINE))
        with pytest.raises(InputError, match=r"scheme\.same_name"):
            context.run(own_schemes.SaveScheme(replace(MINE, id="own:2")))


def test_one_that_cannot_be_read_hides_no_other_and_is_told_when_asked_for(tmp_path: Path) -> None:
    with ledger(tmp_path) as context:
        context.run(own_schemes.SaveScheme(MINE))
        context.run(own_schemes.SaveScheme(replace(MINE, id="own:2", word="另一个")))
        with transaction(context) as tx:
            tx.connection.exec_driver_sql("UPDATE scheme_version SET definition = '{' WHERE id = 1")
        with context.reading() as connection:
            assert [each.word for each in own_schemes.made(connection)] == ["另一个"]
            with pytest.raises(InputError, match=r"scheme\.unreadable"):
                own_schemes.find(connection, "own:1")


def test_a_scheme_taken_out_of_use_comes_back(tmp_path: Path) -> None:
    with Context.create(tmp_path / "a.pandian") as context:
        context.run(own_schemes.SaveScheme(MINE))
        context.run(own_schemes.RemoveScheme(MINE.id, MINE.word))
        with context.reading() as connection:
            assert own_schemes.made(connection) == ()
        context.undo()
        with context.reading() as connection:
            assert own_schemes.made(connection) == (replace(MINE, version=1),)
