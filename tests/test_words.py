"""Words put together: lists and quotes of the language, and words that go with a number."""

import pytest

from app import texts

ENGLISH = {"、": ", ", "，": ", ", "；": "; ", "「{0}」": '"{0}"', "{0}：{1}": "{0}: {1}"}


def test_words_stand_together_as_the_language_has_it() -> None:
    assert texts.listed(["甲", "乙"]) == "甲、乙"
    assert texts.clauses(["甲公司", "", "高价值"]) == "甲公司，高价值"
    assert (texts.sentences("甲乙"), texts.quoted("甲"), texts.named("金额", 12)) == ("甲；乙", "「甲」", "金额：12")
    texts.set_translator(lambda _context, source, _note, _n: ENGLISH[source])
    assert texts.listed(["High", "Medium"]) == "High, Medium"
    assert texts.clauses(["A Ltd", "", "High"]) == "A Ltd, High"
    assert (texts.quoted("High"), texts.named("Amount", 12)) == ('"High"', "Amount: 12")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 rows wait"), (1, "1 row waits"), ("1", "1 row waits"), ("1,001", "1,001 rows wait"), (2, "2 rows wait")],
)
def test_words_go_with_their_number(count: object, said: str) -> None:
    assert texts.fill("{0} {0:row waits|rows wait}", count) == said
    assert texts.fill_from("{n} {n:row waits|rows wait}", {"n": count}) == said
    assert texts.fill("{0} 行", count) == f"{count} 行"


def test_other_forms_of_a_blank_stay() -> None:
    assert texts.fill("{0:,} {1:>3} {name}", 1234, "a", name="b") == "1,234   a b"
