"""What was said of two names is remembered, can be changed, and is one step to undo."""

import pytest

from app.context import Context
from app.services.customers import Recycle
from app.services.errors import InputError
from app.services.merging import BRANCH, DIFFERENT, JudgePair
from tests.services.merging.people import add, picture, rows, value


def test_an_answer_is_kept_by_the_names_whichever_comes_first(context: Context) -> None:
    first, second = add(context, "乙"), add(context, "甲")
    before = picture(context)
    context.run(JudgePair(first, second, DIFFERENT, score=0.9, evidence="名称相近"))
    context.run(JudgePair(second, first, DIFFERENT))
    assert rows(context, "SELECT first_key, second_key, verdict FROM name_pair") == [("乙", "甲", "different")]
    context.undo()
    assert value(context, "SELECT evidence FROM name_pair") == "名称相近"
    context.undo()
    assert picture(context) == before


def test_a_branch_hangs_on_its_parent(context: Context) -> None:
    parent, child = add(context, "总公司"), add(context, "分公司")
    context.run(JudgePair(parent, child, BRANCH))
    assert value(context, "SELECT parent_id FROM customer WHERE id = ?", child) == parent
    with pytest.raises(InputError) as caught:
        context.run(JudgePair(child, parent, BRANCH))
    assert caught.value.code == "merge.circle"
    assert value(context, "SELECT parent_id FROM customer WHERE id = ?", parent) is None


def test_who_is_in_the_bin_is_not_judged(context: Context) -> None:
    first, second = add(context, "甲"), add(context, "乙")
    context.run(Recycle((second,)))
    with pytest.raises(InputError) as caught:
        context.run(JudgePair(first, second, DIFFERENT))
    assert caught.value.code == "merge.gone"
