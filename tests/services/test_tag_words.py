"""Shipped tags are shown in the language of the interface, the user's own stay as named."""

import pytest

from app import texts
from app.services import filters
from app.services.history import Label
from app.services.schemes import VALUE
from app.services.tag_words import BEHAVIOURS, GROUPS, group_label, group_named, tag_label, tag_named


def english(context: str, source: str, _note: str, _n: int) -> str:
    return f"{context} {source}" if context in ("Tags", "Schemes") else source


def test_shipped_names_are_translated_and_others_are_not() -> None:
    texts.set_translator(english)
    assert [group_label(group) for group in GROUPS] == [f"Tags {group}" for group in GROUPS]
    assert [tag_label("行为", name) for name in BEHAVIOURS] == [f"Tags {name}" for name in BEHAVIOURS]
    assert [tag_label("价值", each.word) for each in VALUE.classes] == [
        f"Schemes {each.word}" for each in VALUE.classes
    ]
    assert tag_label("价值", "潜力客户") == "Schemes 潜力"
    assert (group_label("门店"), tag_label("需求", "稳定合作"), tag_label("价值", "大户")) == (
        "门店",
        "稳定合作",
        "大户",
    )


@pytest.mark.parametrize(
    ("group", "name"), [("价值", "高价值"), ("价值", "潜力客户"), ("行为", "流失风险"), ("门店", "甲")]
)
def test_in_chinese_nothing_changes(group: str, name: str) -> None:
    assert (group_label(group), tag_label(group, name)) == (group, name)


def test_a_label_of_the_language_finds_its_tag() -> None:
    texts.set_translator(english)
    assert (group_named("tags 行为"), tag_named("行为", "Tags 流失风险")) == ("行为", "流失风险")
    assert (tag_named("", "schemes 高价值"), tag_named("需求", "schemes 高价值")) == ("高价值", "schemes 高价值")
    assert (group_named("门店"), tag_named("", "甲")) == ("门店", "甲")
    assert filters.parse_tag("Tags 价值-Schemes 高价值") == filters.TagRule("价值", ("高价值",))
    assert filters.parse_tag("Tags 稳定合作") == filters.TagRule("", ("稳定合作",))


def test_the_journal_names_tags_and_tiers_in_the_language() -> None:
    tagged = Label("给 {count} 位客户加标签「{tag}」", {"count": 2, "tag": [("行为", "流失风险")]})
    pinned = Label("手工定级为「{tier}」", {"tier": "高价值"})
    assert (tagged.text(), pinned.text()) == ("给 2 位客户加标签「流失风险」", "手工定级为「高价值」")
    texts.set_translator(english)
    assert (tagged.text(), pinned.text()) == ("给 2 位客户加标签「Tags 流失风险」", "手工定级为「Schemes 高价值」")
