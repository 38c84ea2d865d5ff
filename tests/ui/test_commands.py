"""The table of commands: each once, its key free of what other programs take, its place in a menu."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.ui.actions import Actions, key_text
from app.ui.commands import COMMANDS, MENUS, PAGE_KEYS, Command, MenuSpec, existing, page_command
from app.ui.pages import PAGES, PageEntry

IDS = {command.id for command in COMMANDS}
TAKEN_BY_OTHERS = re.compile(r"Ctrl\+Space|Shift\+Space|Ctrl\+\.|Ctrl\+Shift\+F|Alt\+A|Ctrl\+Alt\+[AWZ]|Meta\+")


def menu_items(spec: MenuSpec) -> list[str]:
    found: list[str] = []
    for item in spec.items:
        found += menu_items(item) if isinstance(item, MenuSpec) else [item]
    return found


IN_MENUS = [item for spec in MENUS for item in menu_items(spec)]


def test_every_command_stands_once_in_a_menu() -> None:
    counted = Counter(item for item in IN_MENUS if item not in ("-", "pages"))
    assert {item for item, times in counted.items() if times > 1} == set()
    assert set(counted) - IDS <= {page_command(key) for key in ("importing", "backup", "playbooks", "settings")}
    assert set(counted) >= IDS


def test_every_key_means_one_thing() -> None:
    keys = Counter([command.keys for command in COMMANDS if command.keys] + list(PAGE_KEYS.values()))
    assert {key for key, times in keys.items() if times > 1} == set()
    assert not any(QKeySequence(key).isEmpty() for key in keys)


@pytest.mark.parametrize("key", [c.keys for c in COMMANDS if c.keys] + list(PAGE_KEYS.values()))
def test_no_key_belongs_to_input_methods_or_chat_programs(key: str) -> None:
    assert not TAKEN_BY_OTHERS.fullmatch(key)


def test_pages_name_only_commands_there_are() -> None:
    assert {command for entry in PAGES for command in entry.commands} <= IDS
    assert len({entry.key for entry in PAGES}) == len(PAGES)


def test_homes_are_places() -> None:
    homes = {command.home for command in COMMANDS} - {""}
    inner = {"held", "duplicates", "schemes", "checks", "pins", "effectiveness", "performance"}
    assert homes <= {"today", "customers", "reviews", "reports", "importing"} | inner


def test_what_has_no_part_behind_it_is_left_out() -> None:
    page = PageEntry("customers", "m", "C", "客户", "customers", commands=("customer.new",))
    inner = PageEntry("customer_360", "m", "C", "客户 360", "person", place="inner", commands=("customer.log",))
    found = {command.id for command in existing([page, inner], ["edit.undo"])}
    assert found == {"page.customers", "customer.new", "customer.log", "edit.undo"}


def test_actions_carry_text_key_and_reason(qtbot: QtBot) -> None:
    actions = Actions([Command("edit.undo", "撤销", "Ctrl+Z", "undo"), Command("x", "甲", group="g")])
    undo = actions.action("edit.undo")
    assert undo.toolTip() == f"撤销 ({key_text(undo)})"
    actions.set_state("edit.undo", "没有可以撤销的操作")
    assert (undo.isEnabled(), undo.toolTip()) == (False, "没有可以撤销的操作")
    actions.set_state("edit.undo", "")
    actions.set_text("edit.undo", "撤销：改名")
    assert undo.toolTip().startswith("撤销：改名")
    assert undo.property("iconName") == "undo"
    with qtbot.waitSignal(actions.triggered) as told:
        undo.trigger()
    assert told.args == ["edit.undo"]
    with qtbot.waitSignal(actions.triggered) as told:
        actions.action("x").trigger()
    assert told.args == ["x"]
    assert "y" not in actions
