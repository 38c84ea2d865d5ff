"""Tags: three states among many customers, given and taken as one step, renamed and merged."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.context import Context
from app.models.tag import tag_group
from app.services import customers, filters, tags
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.tags import AssignTags, MergeTags, PaintTag, RemoveTag, RenameTag
from tests.commands import AddCustomers
from tests.rows import contents

AT = datetime(2026, 6, 22, 10, 0)


class SingleGroup(SmallChange):
    """A group in which a customer bears one tag at most."""

    def label(self) -> Label:
        return Label("组")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(tag_group, name="需求", single=True, position=1)
        return Changes()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(AddCustomers(("甲", "乙", "丙")))
        yield context


def borne(ledger: Context) -> dict[int, list[str]]:
    with ledger.reading() as connection:
        rows = customers.rows(connection, [1, 2, 3])
    return {number: [f"{chip.group}-{chip.name}" for chip in row.tags] for number, row in rows.items()}


def states(ledger: Context, *ids: int) -> dict[str, str]:
    with ledger.reading() as connection:
        return {each.name: each.state for each in tags.states(connection, ids)}


def test_given_and_taken_in_one_step(ledger: Context) -> None:
    ledger.run(AssignTags((1, 2), (("行为", "稳定合作"), ("", "展会")), at=AT))
    assert borne(ledger) == {1: ["行为-稳定合作", "自定义-展会"], 2: ["行为-稳定合作", "自定义-展会"], 3: []}
    assert states(ledger, 1, 2) == {"稳定合作": "all", "展会": "all"}
    assert states(ledger, 2, 3) == {"稳定合作": "some", "展会": "some"}
    assert states(ledger, 3) == {"稳定合作": "none", "展会": "none"}
    with ledger.reading() as connection:
        before = contents(connection)
    changes = ledger.run(AssignTags((1, 2, 3), (("行为", "意向"),), (("行为", "稳定合作"),), AT))
    assert (changes.tags, changes.customers) == (True, frozenset({1, 2, 3}))
    assert borne(ledger) == {1: ["行为-意向", "自定义-展会"], 2: ["行为-意向", "自定义-展会"], 3: ["行为-意向"]}
    label, _ = ledger.undo()
    assert label.text() == "给 3 位客户改标签"
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_given_again_nothing_changes(ledger: Context) -> None:
    ledger.run(AssignTags((1,), (("行为", "意向"),), at=AT))
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(AssignTags((1,), (("行为", "意向"),), (("行为", "没有的"),), datetime(2027, 1, 1)))
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_a_group_of_one_value_replaces(ledger: Context) -> None:
    ledger.run(SingleGroup())
    ledger.run(AssignTags((1,), (("需求", "工业设备"),), at=AT))
    ledger.run(AssignTags((1, 2), (("需求", "办公耗材"),), at=AT))
    assert borne(ledger) == {1: ["需求-办公耗材"], 2: ["需求-办公耗材"], 3: []}


def test_one_tag_is_named_in_the_label() -> None:
    assert AssignTags((1, 2), (("行为", "意向"),)).label().text() == "给 2 位客户加标签「意向」"
    assert AssignTags((1,), (), (("行为", "意向"),)).label().text() == "去掉 1 位客户的标签「意向」"


def test_a_renamed_tag_keeps_its_bearers(ledger: Context) -> None:
    ledger.run(AssignTags((1, 2), (("行为", "稳定"),), at=AT))
    ledger.run(RenameTag("行为", "稳定", "稳定合作"))
    assert borne(ledger)[1] == ["行为-稳定合作"]
    ledger.run(AssignTags((2, 3), (("行为", "长期"),), at=AT))
    ledger.run(RenameTag("行为", "长期", "稳定合作"))
    assert borne(ledger) == {number: ["行为-稳定合作"] for number in (1, 2, 3)}
    ledger.undo()


def test_merged_recoloured_and_removed(ledger: Context) -> None:
    ledger.run(AssignTags((1,), (("行为", "甲类"),), at=AT))
    ledger.run(AssignTags((2,), (("需求", "乙类"),), at=AT))
    ledger.run(MergeTags(("行为", "甲类"), ("需求", "乙类")))
    assert borne(ledger) == {1: ["需求-乙类"], 2: ["需求-乙类"], 3: []}
    ledger.run(PaintTag("需求", "乙类", "teal"))
    with ledger.reading() as connection:
        assert [each.slot for each in tags.states(connection, [1])] == ["teal"]
        assert set(customers.ids(connection, filters.parse("tag=乙类"))) <= {1, 2}
    ledger.run(RemoveTag("需求", "乙类"))
    assert borne(ledger) == {1: [], 2: [], 3: []}
    ledger.undo()
    assert borne(ledger)[2] == ["需求-乙类"]


@pytest.mark.parametrize("name", ["", "  ", "长" * 41, "甲/乙"])
def test_unfit_names_get_a_sentence(ledger: Context, name: str) -> None:
    with pytest.raises(InputError) as caught:
        ledger.run(AssignTags((1,), (("行为", name),), at=AT))
    assert caught.value.code == "tag.name"
    assert "{" not in caught.value.sentence()


def test_a_tag_that_is_gone_gets_a_sentence(ledger: Context) -> None:
    with pytest.raises(InputError, match=r"tag\.missing"):
        ledger.run(RenameTag("行为", "没有", "新"))
