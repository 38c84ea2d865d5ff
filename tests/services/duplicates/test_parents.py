"""Which of two names the program takes for the parent's."""

import pytest

from app.services.duplicates import likely_parent


@pytest.mark.parametrize(
    ("parent", "branch"),
    [
        ("华东电缆有限公司", "华东电缆有限公司苏州分公司"),
        ("海通集团", "海通机械有限公司"),
        ("联想集团有限公司", "联想（北京）有限公司"),
        ("永辉超市", "永辉超市八一店"),
        ("好利来总店", "好利来"),
        ("中铁一局", "中铁一局集团第三工程有限公司"),
        ("星光传媒", "星光传媒（上海）"),
        ("Acme Group", "Acme Tools Ltd"),
    ],
)
def test_names_tell_the_parent_from_the_branch(parent: str, branch: str) -> None:
    assert likely_parent(parent, branch) == 0
    assert likely_parent(branch, parent) == 1


@pytest.mark.parametrize(("first", "second"), [("宏远机械", "恒泰装备"), ("甲公司", "甲公司")])
def test_where_names_do_not_tell_nobody_is_proposed(first: str, second: str) -> None:
    assert likely_parent(first, second) is None
