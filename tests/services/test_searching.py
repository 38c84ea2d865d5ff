"""Names are found by any part, by pinyin and by initials, however a character with two readings is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import searching


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("A科技有限公司", "a ke ji you xian gong si", "akjyxgs"),
        ("Land of Toys Inc.", "land of toys inc.", "loti"),
        ("徐婵-11005", "xu chan 11005", "xc11005"),
        ("吕布", "lv bu", "lb"),
        ("Ａ 科技", "a ke ji", "akj"),
    ],
)
def test_keys_of_a_name(name: str, pinyin: str, initials: str) -> None:
    keys = searching.keys(name)
    assert (keys.pinyin, keys.initials) == (pinyin, initials)
    assert searching.pinyin_of(name) == pinyin
    assert searching.initials_of(name) == initials


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("重庆商行", "cqsh"),
        ("重庆商行", "chongqing"),
        ("单雄信", "sxx"),
        ("单雄信", "danxiong"),
        ("曾惠", "zenghui"),
        ("曾惠", "ch"),
        ("音乐书店", "yueshu"),
        ("华 鑫", "华鑫"),
        ("ＡＢＣ公司", "abc公司"),
    ],
)
def test_every_way_to_type_a_name_finds_it(name: str, typed: str) -> None:
    assert typed in searching.keys(name).search_text


def test_surnames_and_phrases_sort_by_their_own_reading() -> None:
    assert searching.pinyin_of("单雄信").startswith("shan ")
    assert searching.pinyin_of("重庆银行") == "chong qing yin hang"


def test_further_words_find_the_customer() -> None:
    assert "13800000000" in searching.keys("甲公司", ["13800000000"]).search_text
    assert "kh-01" in searching.search_text(["甲公司", "旧名"], ["KH-01"])


def test_name_key_ignores_width_and_blanks() -> None:
    assert searching.name_key(" Ａ科 技　公司 ") == searching.name_key("A科技公司")


@given(st.text(max_size=30))
def test_any_text_has_keys(text: str) -> None:
    keys = searching.keys(text)
    assert keys.search_text == keys.search_text.lower() or not text.isascii()
    assert text.lower() in keys.search_text


def test_the_table_of_readings_is_the_usual_one() -> None:
    """The shipped file against the library it was made from."""
    from pypinyin import Style, lazy_pinyin

    for char in "客户盘点销售龙虾齉〇鑫":
        assert searching.pinyin_of(char) == lazy_pinyin(char, style=Style.NORMAL)[0]
