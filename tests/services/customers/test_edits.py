"""Commands on customers: what they change, what undo gives back, what is refused with a sentence."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.services import customers, filters
from app.services.customers import (
    AddContact,
    AssignOwner,
    EditContact,
    EditCustomer,
    NewCustomer,
    Person,
    RemoveContact,
    read_field,
)
from app.services.customers.edits import EDITABLE
from app.services.errors import InputError
from app.services.history import Command
from tests.rows import contents

AT = datetime(2026, 6, 22, 10, 0)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        yield context


def new(ledger: Context, name: str, **values: Any) -> int:
    changes = ledger.run(NewCustomer((("name", name), *values.items()), at=AT))
    return min(changes.customers)


def found(ledger: Context, text: str) -> list[int]:
    with ledger.reading() as connection:
        return list(customers.ids(connection, filters.parse(text)))


def shown(ledger: Context, number: int) -> customers.CustomerDetail:
    with ledger.reading() as connection:
        detail = customers.detail(connection, number)
    assert detail is not None
    return detail


def test_a_new_customer_is_in_the_list_and_found_by_everything(ledger: Context) -> None:
    command = NewCustomer(
        (("name", " 重庆长安机电公司 "), ("code", "K-7"), ("owner", "客服组"), ("est_annual_demand", Decimal(120_000))),
        Person("陈主任", phone="13800001111"),
        AT,
    )
    number = min(ledger.run(command).customers)
    for text in ("", "长安", "cqca", "chongqing", "陈主任", "1380000", "k-7", "owner=客服组"):
        assert found(ledger, text) == [number], text
    detail = shown(ledger, number)
    assert (detail.row.name, detail.row.tier, detail.row.owner) == ("重庆长安机电公司", "potential", "客服组")
    assert detail.fields["est_annual_demand"] == Decimal(120_000)
    assert [person.phone for person in detail.contacts] == ["13800001111"]
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT is_team FROM person").scalar_one() == 1


def test_a_renamed_customer_is_found_under_both_names(ledger: Context) -> None:
    number = new(ledger, "旧名商行")
    ledger.run(EditCustomer(number, (("name", "新名集团"),), AT))
    assert found(ledger, "xinming") == found(ledger, "旧名") == found(ledger, "jmsh") == [number]
    assert shown(ledger, number).aliases == ("旧名商行",)
    ledger.undo()
    assert shown(ledger, number).row.name == "旧名商行"
    assert found(ledger, "新名") == []


def test_a_change_is_named_after_customer_and_field(ledger: Context) -> None:
    for key in EDITABLE:
        assert EditCustomer(1, ((key, None),), AT, "甲公司").label().text().startswith("修改「甲公司」的")
    assert EditCustomer(1, (("credit_days", 30),), AT, "甲公司").label().text() == "修改「甲公司」的账期"
    assert EditCustomer(1, (("note", ""), ("code", "1")), AT, "甲公司").label().text() == "修改客户资料"


def test_fields_that_bear_on_the_tier_change_it_at_once(ledger: Context) -> None:
    number = new(ledger, "小厂")
    assert shown(ledger, number).row.tier == "prospect"
    ledger.run(EditCustomer(number, (("growth_manual", True),), AT))
    assert shown(ledger, number).row.tier == "potential"
    ledger.undo()
    assert shown(ledger, number).row.tier == "prospect"


def test_contacts_come_change_and_go(ledger: Context) -> None:
    number = new(ledger, "甲公司")
    ledger.run(AddContact(number, Person("王总", phone="139 0000 2222", decision_role="采购负责人")))
    (person,) = shown(ledger, number).contacts
    ledger.run(EditContact(number, person.id, Person("王建国", phone="139 0000 3333")))
    assert (found(ledger, "王总"), found(ledger, "建国"), found(ledger, "3333")) == ([], [number], [number])
    ledger.run(RemoveContact(number, person.id, "王建国"))
    assert (found(ledger, "建国"), shown(ledger, number).contacts) == ([], ())


def test_an_owner_is_given_to_many_and_taken(ledger: Context) -> None:
    ids = (new(ledger, "甲"), new(ledger, "乙"))
    ledger.run(AssignOwner(ids, "李静"))
    assert found(ledger, "owner=李静") == list(ids)
    ledger.run(AssignOwner(ids[:1], None))
    assert found(ledger, "owner=") == [ids[0]]


@pytest.mark.parametrize("command", ["rename", "owner", "contact", "fields"])
def test_undo_gives_every_row_back(ledger: Context, command: str) -> None:
    number = new(ledger, "甲公司", industry="物流")
    commands: dict[str, Command] = {
        "rename": EditCustomer(number, (("name", "乙公司"), ("code", "1")), AT),
        "owner": AssignOwner((number,), "王海"),
        "contact": AddContact(number, Person("王总")),
        "fields": EditCustomer(number, (("industry", None), ("note", "重要"), ("credit_days", 30)), AT),
    }
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(commands[command])
    with ledger.reading() as connection:
        after = contents(connection)
    assert after != before
    ledger.undo()
    with ledger.reading() as connection:
        assert contents(connection) == before
    ledger.redo()
    with ledger.reading() as connection:
        assert contents(connection) == after


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("name", " 甲 ", "甲"),
        ("industry", "  ", None),
        ("est_annual_demand", "12万", Decimal(120_000)),
        ("est_annual_demand", "1,200.50元", Decimal("1200.5")),
        ("est_annual_demand", "", None),
        ("credit_days", "30", 30),
        ("growth_manual", "1", True),
        ("growth_manual", "", None),
        ("phone", "021-5555 0000 转 12", "021-5555 0000 转 12"),
        ("phone", "138****6021", "138****6021"),
    ],
)
def test_fields_are_read_as_people_write_them(key: str, text: str, value: object) -> None:
    assert read_field(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("name", "  ", "customer.no_name"),
        ("name", "长" * 200, "customer.too_long"),
        ("est_annual_demand", "很多", "customer.money"),
        ("est_annual_demand", "-5", "customer.money"),
        ("credit_days", "三十", "customer.days"),
        ("phone", "打不通", "customer.phone"),
    ],
)
def test_wrong_input_gets_a_sentence(key: str, text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_field(key, text)
    assert caught.value.code == code
    assert "{" not in caught.value.sentence()


def test_a_code_belongs_to_one_customer(ledger: Context) -> None:
    new(ledger, "甲公司", code="K-1")
    other = new(ledger, "乙公司")
    with pytest.raises(InputError, match=r"customer\.code_taken") as caught:
        ledger.run(EditCustomer(other, (("code", "K-1"),), AT))
    assert "甲公司" in caught.value.sentence()
    assert shown(ledger, other).fields["code"] is None


@pytest.mark.parametrize("name", ["甲科技有限公司", "甲 科技 公司", "甲科技", "甲科技股份有限公司"])
def test_a_name_that_exists_already_is_pointed_out(ledger: Context, name: str) -> None:
    number = new(ledger, "甲科技有限公司")
    new(ledger, "甲科技园林")
    with ledger.reading() as connection:
        assert customers.similar(connection, name) == ((number, "甲科技有限公司"),)
        assert customers.similar(connection, name, apart_from=number) == ()


def test_a_former_name_is_pointed_out_too(ledger: Context) -> None:
    number = new(ledger, "旧名商行")
    ledger.run(EditCustomer(number, (("name", "新名集团"),), AT))
    with ledger.reading() as connection:
        assert customers.similar(connection, "旧名商行") == ((number, "新名集团"),)


def test_strange_fields_are_our_fault(ledger: Context) -> None:
    number = new(ledger, "甲")
    with pytest.raises(ValueError, match="deleted_at"):
        ledger.run(EditCustomer(number, (("deleted_at", "x"),), AT))
