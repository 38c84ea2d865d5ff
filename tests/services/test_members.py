"""Members: counted, added, renamed, given hours, left; each a step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.context import Context
from app.services import members, staff
from app.services.customers import NewCustomer
from app.services.errors import InputError
from app.services.members import AddMember, ChangeMember, MemberInfo
from tests.rows import contents


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(NewCustomer((("name", "甲公司"), ("owner", "李静"))))
        yield context


def everybody(ledger: Context) -> tuple[MemberInfo, ...]:
    with ledger.reading() as connection:
        return members.members(connection)


def test_owners_stand_with_their_customers(ledger: Context) -> None:
    assert [(each.name, each.customers, each.active) for each in everybody(ledger)] == [("李静", 1, True)]


def test_added_renamed_and_undone(ledger: Context) -> None:
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(AddMember(" 王  海 ", "销售主管", 6))
    added = everybody(ledger)[1]
    assert (added.name, added.role, added.hours) == ("王 海", "销售主管", 6.0)
    ledger.run(ChangeMember(added.id, "王海", "", None))
    assert [(each.name, each.role, each.hours) for each in everybody(ledger)][1] == ("王海", "", None)
    assert ledger.undo()[0].text() == "改成员「王海」"
    assert ledger.undo()[0].text() == "新成员「王 海」"
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_who_has_left_is_given_no_tasks_and_keeps_his_customers(ledger: Context) -> None:
    (only,) = everybody(ledger)
    ledger.run(ChangeMember(only.id, only.name, active=False))
    with ledger.reading() as connection:
        assert staff.staff(connection).members == ()
    assert everybody(ledger)[0].customers == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddMember("李静"), "member.taken"),
        (AddMember("  "), "member.name"),
        (AddMember("王海", hours=25), "member.hours"),
        (ChangeMember(99, "王海"), "member.missing"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    ledger: Context, command: AddMember | ChangeMember, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        ledger.run(command)
    assert refused.value.code == code
    assert refused.value.sentence()
