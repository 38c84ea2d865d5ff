"""New customers beside known ones and beside one another: told with the reasons, never merged."""

import pytest

from app.services import duplicates, searching
from app.services.importing.ledger import lookalikes
from app.services.progress import WorkContext
from tests.judging import Judge
from tests.services.importing.desk import Desk, problem

Rows = list[tuple[object, ...]]
HEAD = ("客户名称", "联系人", "电话")


def told(desk: Desk, *rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> list[tuple[str, str]]:
    plan = desk.plan([head, *rows])
    found = [each for each in plan.problems if each.code == "likely_duplicate"]
    assert plan.likely_duplicates == sum(each.count for each in found)
    return [(example.before, example.after) for each in found for example in each.examples]


def test_a_known_customer_in_another_spelling_is_told_with_the_reasons(desk: Desk) -> None:
    desk.bring([HEAD, ("苏州恒栎达电子有限公司", "王工", "13812340001")])
    rows: Rows = [HEAD, ("恒力达电子", "王工", "138 1234 0001")]
    (example,) = problem(desk.plan(rows), "likely_duplicate").examples
    assert (example.before, example.after) == ("恒力达电子", "苏州恒栎达电子有限公司")
    assert (example.file, example.sheet, example.row) == ("台账.xlsx", "台账", 2)
    assert example.reason == "字号读音相同：「恒力达」与「恒栎达」。电话相同：13812340001。"
    desk.bring(rows)
    assert desk.value("SELECT COUNT(*) FROM customer") == 2


def test_the_later_of_two_new_ones_is_told_and_only_once(desk: Desk) -> None:
    names = ("澄观茶业", "澄观茶业有限公司", "杭州澄观茶业")
    found = told(desk, *((name, "", "") for name in names))
    assert sorted(before for before, _after in found) == sorted(names[1:])


def test_different_codes_and_bare_names_of_persons_say_no(desk: Desk) -> None:
    coded = ("客户编号", "客户名称")
    assert told(desk, ("K1", "澄观茶业"), ("K2", "澄观茶业有限公司"), head=coded) == []
    assert told(desk, ("张伟", "", "13812340001"), ("张玮", "", "13812340002")) == []
    assert told(desk, ("张伟", "", "13812340001"), ("张玮", "", "13812340001")) == [("张玮", "张伟")]


def test_two_judged_to_be_different_are_not_told_again(desk: Desk) -> None:
    desk.bring([HEAD, ("澄观茶业", "", "")])
    assert told(desk, ("澄观茶业有限公司", "", "")) == [("澄观茶业有限公司", "澄观茶业")]
    keys = sorted(map(searching.name_key, ("澄观茶业", "澄观茶业有限公司")))
    desk.context.run(Judge((keys[0], keys[1]), "different"))
    assert told(desk, ("澄观茶业有限公司", "", "")) == []


def test_what_would_take_too_long_is_left_to_the_search_and_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookalikes, "MOST", 2)
    rows: Rows = [HEAD, *((name, "", "") for name in ("澄观茶业", "澄观茶业有限公司", "芷兰鲜花"))]
    plan = desk.plan(rows)
    assert plan.likely_duplicates == 0
    assert problem(plan, "lookalikes_left").count == 3
    assert len(desk.bring(rows).plan.problems) == len(plan.problems)
    with desk.context.reading() as connection:
        assert len(duplicates.find(connection, WorkContext())) == 1
