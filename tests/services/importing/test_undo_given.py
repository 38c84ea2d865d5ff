"""Taking an import back leaves what people did with what it gave: contacts, tags and tasks are never mixed up."""

from datetime import date

import pytest

from app.services.customers.edits import AddContact, EditContact, Person, RemoveContact
from app.services.followups import DropTasks
from app.services.tags import AssignTags, RemoveTag
from tests.services.importing.desk import Desk
from tests.services.importing.test_undo import data, take_back

LEVELS = ("订单号", "日期", "客户名称", "金额", "客户等级")
SALES = [("A1", "2024-01-05", "甲公司", 10, "一级"), ("A2", "2024-01-06", "乙公司", 20, "一级")]
PEOPLE = ("客户名称", "所属行业", "联系人", "联系电话")
HEAD_ONLY = [PEOPLE, ("甲公司", "机械", None, None)]
WITH_CONTACT = [PEOPLE, ("甲公司", "机械", "王总", "13900000001")]
TALKS = [("跟进时间", "客户名称", "跟进内容", "下次跟进"), ("2024-03-01", "甲公司", "电话", "2024-03-15")]


def number_of(batch: int | None) -> int:
    assert batch is not None
    return batch


def test_the_tag_before_comes_back_though_it_was_the_last_of_all(desk: Desk) -> None:
    desk.bring([LEVELS, *SALES])
    before = data(desk)
    batch = desk.bring([LEVELS, *SALES, ("A3", "2024-02-06", "乙公司", 30, "二级")]).batch
    assert take_back(desk, number_of(batch)).kept == ()
    assert data(desk) == before


def test_a_contact_added_by_hand_stays_though_one_of_the_import_was_removed(desk: Desk) -> None:
    desk.bring(HEAD_ONLY)
    batch = desk.bring(WITH_CONTACT).batch
    desk.context.run(RemoveContact(1, desk.value("SELECT id FROM contact"), "王总"))
    desk.context.run(AddContact(1, Person("李工")))
    take_back(desk, number_of(batch))
    assert desk.rows("SELECT name FROM contact") == [("李工",)]


def test_search_finds_a_customer_by_what_is_left(desk: Desk) -> None:
    desk.bring(HEAD_ONLY)
    batch = desk.bring(WITH_CONTACT).batch
    desk.context.run(AddContact(1, Person("李工")))
    assert take_back(desk, number_of(batch)).kept == ()
    text = str(desk.value("SELECT search_text FROM customer"))
    assert "李工" in text
    assert "13900000001" not in text


def test_a_tag_made_by_hand_is_not_taken_for_one_that_was_removed(desk: Desk) -> None:
    desk.bring([LEVELS, SALES[0], (*SALES[1][:4], "二级")])
    batch = desk.bring([LEVELS, *SALES, ("A3", "2024-02-06", "乙公司", 30, "一级")]).batch
    desk.context.run(RemoveTag("等级", "二级"))
    desk.context.run(AssignTags((1,), give=(("自定义", "重要"),)))
    take_back(desk, number_of(batch))
    sql = "SELECT c.name FROM customer_tag x JOIN tag t ON t.id = x.tag_id JOIN customer c ON c.id = x.customer_id"
    assert desk.rows(f"{sql} WHERE t.name = '重要'") == [("甲公司",)]


@pytest.mark.parametrize("known", [True, False])
def test_a_contact_edited_since_stays_with_his_customer(desk: Desk, known: bool) -> None:
    if known:
        desk.bring(HEAD_ONLY)
    batch = desk.bring(WITH_CONTACT).batch
    desk.context.run(EditContact(1, desk.value("SELECT id FROM contact"), Person("王总", phone="13911111111")))
    report = take_back(desk, number_of(batch))
    assert [(kept.customer, kept.reason) for kept in report.kept] == [("甲公司", "edited")]
    assert desk.rows("SELECT c.name, p.phone FROM contact p JOIN customer c ON c.id = p.customer_id") == [
        ("甲公司", "13911111111")
    ]


def test_a_task_settled_since_stays(desk: Desk) -> None:
    desk.bring(HEAD_ONLY)
    batch = desk.bring(TALKS, decisions={"task_offer": "take"}).batch
    desk.context.run(DropTasks((desk.value("SELECT id FROM task"),)))
    report = take_back(desk, number_of(batch))
    assert [(kept.customer, kept.reason) for kept in report.kept] == [("甲公司", "edited")]
    assert desk.rows("SELECT state, due FROM task") == [("dropped", date(2024, 3, 15).isoformat())]
