"""Tags by group: use counts, one value a customer, colours; all of it undone again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.context import Context
from app.services import tag_groups
from app.services.customers import Recycle
from app.services.errors import InputError
from app.services.tag_groups import GroupInfo, SetSingle, TagInfo
from app.services.tags import AssignTags, MergeTags, PaintTag, RemoveTag
from tests.commands import AddCustomers
from tests.rows import contents

AT = datetime(2026, 6, 22, 10, 0)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(AddCustomers(("甲", "乙", "丙")))
        context.run(AssignTags((1, 2), (("行为", "稳定"),), at=AT))
        context.run(AssignTags((1,), (("行为", "意向"), ("需求", "设备")), at=AT))
        yield context


def catalogue(ledger: Context) -> dict[str, GroupInfo]:
    with ledger.reading() as connection:
        return {group.name: group for group in tag_groups.catalogue(connection)}


def test_every_tag_with_the_customers_that_bear_it(ledger: Context) -> None:
    groups = catalogue(ledger)
    assert [(each.name, each.uses) for each in groups["行为"].tags] == [("意向", 1), ("稳定", 2)]
    ledger.run(Recycle((2,)))
    assert [(each.name, each.uses) for each in catalogue(ledger)["行为"].tags] == [("意向", 1), ("稳定", 1)]


def test_single_only_where_nobody_bears_two(ledger: Context) -> None:
    with pytest.raises(InputError) as refused:
        ledger.run(SetSingle("行为", single=True))
    assert "1 位客户" in refused.value.sentence()
    ledger.run(SetSingle("需求", single=True))
    assert catalogue(ledger)["需求"].single
    ledger.run(AssignTags((1,), (("需求", "耗材"),), at=AT))
    assert [(each.name, each.uses) for each in catalogue(ledger)["需求"].tags] == [("耗材", 1), ("设备", 0)]
    ledger.run(SetSingle("需求", single=False))
    assert not catalogue(ledger)["需求"].single
    assert ledger.undo()[0].text() == "标签组「需求」改为可多选"


def test_painted_and_removed_several_at_once(ledger: Context) -> None:
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(PaintTag("行为", "意向", "red", (("需求", "设备"),)))
    assert catalogue(ledger)["行为"].tags == (TagInfo("行为", "意向", "red", 1), TagInfo("行为", "稳定", "", 2))
    assert catalogue(ledger)["需求"].tags == (TagInfo("需求", "设备", "red", 1),)
    ledger.run(RemoveTag("行为", "意向", (("行为", "稳定"),)))
    assert catalogue(ledger)["行为"].tags == ()
    assert ledger.undo()[0].text() == "删除标签「意向、稳定」"
    assert ledger.undo()[0].text() == "改标签「意向、设备」的颜色"
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_several_become_one_in_one_step(ledger: Context) -> None:
    ledger.run(MergeTags(("行为", "意向"), ("需求", "设备"), (("行为", "稳定"),)))
    groups = catalogue(ledger)
    assert groups["行为"].tags == ()
    assert [(each.name, each.uses) for each in groups["需求"].tags] == [("设备", 2)]
    assert ledger.undo()[0].text() == "标签「意向、稳定」并入「设备」"
    assert len(catalogue(ledger)["行为"].tags) == 2


def test_a_group_that_is_gone_is_told(ledger: Context) -> None:
    with pytest.raises(InputError):
        ledger.run(SetSingle("没有", single=True))
