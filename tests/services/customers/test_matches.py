"""Why a customer was found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.models import database as db
from app.services.customers.matches import matches
from tests.listed import Listed, put


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = db.create(Path(tmp_path_factory.mktemp("matches")) / "台账.pandian")
    with database.writing() as connection:
        put(
            connection,
            [
                Listed(
                    "杭州单氏食品厂",
                    tags=("行为-高频咨询",),
                    contact=("陈主任", "13800001111"),
                    values={"note": "去年底老板说，他每年春天都要去龙井村喝新茶，记得带样品", "code": "HZ-07"},
                )
            ],
        )
    with database.reading() as connection:
        yield connection
    database.close()


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        ("", None),
        ("单氏", None),
        ("shanshi", None),
        ("hz-07", "编号：HZ-07"),
        ("陈", "联系人：陈主任 13800001111"),
        ("1111", "联系人：陈主任 13800001111"),
        ("高频", "标签：高频咨询"),
        ("龙井", "备注：…他每年春天都要去龙井村喝新茶，记得带样品"),
        ("食品 龙井", "备注：…他每年春天都要去龙井村喝新茶，记得带样品"),
        ("样品", "备注：…村喝新茶，记得带样品"),
    ],
)
def test_the_reason_is_named_where_the_name_does_not_show_it(
    ledger: Connection, search: str, reason: str | None
) -> None:
    assert matches(ledger, [1], search).get(1) == reason
