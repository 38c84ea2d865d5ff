"""Imports, edits, tasks, the bin, merges, undo and redo in any order: a sound ledger, true facts, every step undone."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.services import importing
from app.services.customers.edits import AddContact, AssignOwner, EditCustomer, NewCustomer, Person
from app.services.customers.pinning import PinTier, UnpinTier
from app.services.customers.recycling import Purge, Recycle, Restore
from app.services.errors import AppError
from app.services.followups import AddTask, CompleteTasks, LogContact, TaskSeed
from app.services.history import Command
from app.services.merging import BRANCH, DIFFERENT, JudgePair, MergeCustomers, SplitMerge
from app.services.tags import AssignTags, RemoveTag, RenameTag
from tests.services.importing.desk import Desk

TODAY = date.today()
NAMES = ("甲公司", "乙公司", "丙 公司", "丁", "戊")
TAGS = (("价值", "高价值"), ("行为", "流失风险"), ("行为", "高频咨询未成交"), ("自定义", "大客户"))
State = dict[str, list[tuple[Any, ...]]]


class Walker:
    """Takes random steps in a ledger and knows what each must leave."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.states: list[State] = [desk.state()]
        self.place = 0  # in `states`; those behind it can be redone

    def step(self) -> None:
        kind = self.chance.choice(MOVES)
        if kind in ("undo", "redo"):
            self._turn(kind)
            return
        before = self.states[self.place]
        try:
            command = getattr(self, kind)()
            if command is None:
                return
            self.desk.context.run(command)
        except AppError as error:
            refused = error.sentence()
        else:
            refused = ""
        now = self.desk.state()
        if refused:
            assert "—" not in refused
            assert now == before, kind
        elif now != before or self._steps() != self.place:
            self.states[self.place + 1 :] = [now]
            self.place += 1
        assert self._steps() == self.place, kind

    def _turn(self, kind: str) -> None:
        target = self.place + (1 if kind == "redo" else -1)
        if not 0 <= target < len(self.states):
            return
        getattr(self.desk.context, kind)()
        self.place = target
        assert self.desk.state() == self.states[target], kind

    def _steps(self) -> int:
        return int(self.desk.value("SELECT COUNT(*) FROM journal WHERE state = 'done'"))

    def check(self) -> None:
        """The file is sound, and facts renewed bit by bit are those computed all at once."""
        with self.desk.context.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        sql = "SELECT * FROM customer_fact ORDER BY customer_id"
        renewed = self.desk.rows(sql)
        self.desk.context.refresh_facts()
        assert renewed == self.desk.rows(sql)

    def unwind(self) -> None:
        while self.place:
            self._turn("undo")
        assert self.desk.state() == self.states[0]

    # moves

    def _some(self, sql: str) -> Any:
        found = self.desk.rows(sql)
        return self.chance.choice(found)[0] if found else None

    def _customer(self) -> int | None:
        number: int | None = self._some("SELECT id FROM customer WHERE deleted_at IS NULL")
        return number

    def orders(self) -> Command:
        rows = [
            (
                f"A{self.chance.randrange(6)}",
                TODAY - timedelta(self.chance.randrange(500)),
                self.chance.choice(("K1", "K2", None)),
                self.chance.choice((*NAMES, None)),
                self.chance.choice(("轴承", "刀具")),
                self.chance.choice((5.5, 120_000.0, -3.25, 60_000.0)),
                self.chance.choice(("华东", None)),
                self.chance.choice(("消费者", "公司", None)),
            )
            for _ in range(self.chance.randrange(1, 5))
        ]
        head = ("订单号", "日期", "客户编号", "客户", "产品", "金额", "地区", "细分")
        return importing.command(self.desk.plan({"订单": [head, *rows]}))

    def listed(self) -> Command:
        head = ("客户名称", "联系人", "首次合作时间", "历史采购总额", "细分标签(价值/需求/行为)", "跟进记录", "负责人")
        rows = [
            (
                self.chance.choice(NAMES),
                self.chance.choice(("*总", "王总", None)),
                TODAY - timedelta(self.chance.randrange(900)),
                self.chance.choice((30_000, 800_000, None)),
                self.chance.choice(("高价值/设备/稳定合作", "潜力/耗材/高频咨询未成交", None)),
                self.chance.choice(("2024-02-25:要模块,3月前出方案", None)),
                self.chance.choice(("*经理", "客服组", None)),
            )
            for _ in range(self.chance.randrange(1, 4))
        ]
        return importing.command(self.desk.plan({"客户": [head, *rows]}, decisions={"task_offer": "take"}))

    def take_back(self) -> Command | None:
        batch = self._some("SELECT id FROM import_batch WHERE state = 'done'")
        return None if batch is None else importing.undo_import(batch)

    def made(self) -> Command:
        return NewCustomer((("name", self.chance.choice((*NAMES, "己", "庚"))), ("industry", "零售业")))

    def edited(self) -> Command | None:
        values = (("status", "未成交"), ("growth_manual", True), ("note", "老客户"), ("region", "华南"))
        return self._on(lambda number: EditCustomer(number, (self.chance.choice(values),)))

    def owned(self) -> Command | None:
        return self._on(lambda number: AssignOwner((number,), self.chance.choice(("李静", None))))

    def met(self) -> Command | None:
        return self._on(lambda number: AddContact(number, Person("赵总", phone="13900000000")))

    def tagged(self) -> Command | None:
        give, take = (self.chance.choice(TAGS), self.chance.choice(TAGS))
        return self._on(lambda number: AssignTags((number,), (give,), (take,) if take != give else ()))

    def renamed(self) -> Command:
        group, name = self.chance.choice(TAGS)
        return RenameTag(group, name, "另一个") if self.chance.random() < 0.5 else RemoveTag(group, name)

    def binned(self) -> Command | None:
        return self._on(lambda number: Recycle((number,)))

    def unbinned(self) -> Command | None:
        number = self._some("SELECT id FROM customer WHERE deleted_at IS NOT NULL")
        kind = self.chance.choice((Restore, Restore, Purge))
        return None if number is None else kind((number,))

    def pinned(self) -> Command | None:
        mode, tier = self.chance.choice(("fixed", "at_least")), self.chance.choice(("high", "mid"))
        if self.chance.random() < 0.3:
            return self._on(UnpinTier)
        return self._on(lambda number: PinTier(number, tier, mode, "试一试"))

    def logged(self) -> Command | None:
        text = self.chance.choice(("电话沟通", "嫌价格太高", "明天再谈"))
        return self._on(lambda number: LogContact(number, TODAY, "phone", text, two_way=True))

    def planned(self) -> Command | None:
        return self._on(lambda number: AddTask(TaskSeed(number, "寄样品", "mail", TODAY + timedelta(3))))

    def done(self) -> Command | None:
        number = self._some("SELECT id FROM task WHERE state = 'open'")
        return None if number is None else CompleteTasks((number,))

    def merged(self) -> Command | None:
        keep, others = self._customer(), self.desk.rows("SELECT id FROM customer WHERE deleted_at IS NULL")
        other = self.chance.choice(others)[0] if others else None
        if keep is None or other is None:
            return None
        fields = ((self.chance.choice(("name", "code", "region", "note")), self.chance.choice((keep, other))),)
        return MergeCustomers(keep, (other,), fields)

    def parted(self) -> Command | None:
        number = self._some("SELECT id FROM customer_merge WHERE state = 'merged'")
        return None if number is None else SplitMerge(number)

    def judged(self) -> Command | None:
        other = self._customer() or 0
        verdict = self.chance.choice((DIFFERENT, BRANCH))
        return self._on(lambda number: JudgePair(number, other, verdict))

    def _on(self, make: Callable[[int], Command]) -> Command | None:
        number = self._customer()
        return None if number is None else make(number)


MOVES = (
    *("orders", "orders", "listed", "take_back", "made", "edited", "owned", "met", "tagged", "tagged", "renamed"),
    *("binned", "unbinned", "pinned", "logged", "planned", "done", "undo", "undo", "undo", "redo"),
    *("merged", "merged", "parted", "judged"),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(Context, "backup", lambda *_arguments, **_more: None)  # a file copy before every import
    with Context.create(tmp_path / "台账.pandian") as context:
        yield Desk(context, tmp_path, monkeypatch)


def walk(desk: Desk, seed: int, steps: int) -> None:
    walker = Walker(desk, seed)
    for number in range(steps):
        walker.step()
        if number % 10 == 9:
            walker.check()
    walker.check()
    walker.unwind()
    walker.check()


def test_a_short_walk(desk: Desk) -> None:
    walk(desk, 3, 60)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_a_long_walk(desk: Desk, seed: int) -> None:
    walk(desk, 100 + seed, 400)
