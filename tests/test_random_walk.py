"""Imports of every kind, edits, tasks, the bin, merges, rows put right, reviews and rules, undo and redo in any order.

The ledger stays sound, facts are true, nothing is lost on the way, and every step is undone to the last byte.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from app.context import Context
from app.services import classed, held_rows, importing, own_schemes
from app.services import settings as method_settings
from app.services.customers.edits import AddContact, AssignOwner, EditCustomer, NewCustomer, Person
from app.services.customers.pinning import PinTier, UnpinTier
from app.services.customers.recycling import Purge, Recycle, Restore
from app.services.errors import AppError
from app.services.followups import AddTask, CompleteTasks, LogContact, TaskSeed
from app.services.held_rows import DropRows, Held, RetryRows
from app.services.history import Command
from app.services.importing.ledger.rowkeys import KEY
from app.services.importing.plans import ImportPlan, Mode, SheetChoice
from app.services.merging import BRANCH, DIFFERENT, JudgePair, MergeCustomers, SplitMerge
from app.services.own_schemes import RemoveScheme, SaveScheme
from app.services.reviews import books, comparing, draft, pins
from app.services.reviews.draft import Decision, PinWish, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.services.setting_change import ChangeSettings
from app.services.tags import AssignTags, RemoveTag, RenameTag
from tests.services.importing.desk import Desk

TODAY = date.today()
NAMES = ("甲公司", "乙公司", "丙 公司", "丁", "戊")
FIRST = TODAY - timedelta(40)
ANSWERS = {
    "task_offer": ("take", "skip"),
    "duplicate_rows": ("take", "skip"),
    "kept_edit": ("take", "skip"),
    "payment_no_customer": ("take", "hold", "skip"),
    "customer_ambiguous": ("hold", "skip"),
    "customer_twice": ("hold", "skip"),
}
TAGS = (("价值", "高价值"), ("行为", "流失风险"), ("行为", "高频咨询未成交"), ("自定义", "大客户"))
RULES = (
    {"value_mid": "1000"},
    {"hysteresis": "10%"},
    {"review_months": "6"},
    {"return_basis": "order_date"},
    {"pareto_least": "1"},
    {"quadrant_cut": "fixed"},
    {"quadrant_volume": "aov"},
    {"quadrant_volume": "quantity"},
)
ASKED = (
    Condition("net_sales", ">=", (100_000_000,)),
    Condition("purchase_days", ">=", (1,)),
    Condition("class:pareto", "in", ("top",)),
    Condition("class:churn", "in", ("normal",)),
)
WORKED_OUT = ("rfm", "abc", "score", "behavior")
UNTIL = TODAY + timedelta(60)
DECISIONS = (
    Decision(note="看过"),
    Decision(class_id="mid"),
    Decision(lift=True),
    Decision(pin=PinWish("fixed", "high", "老客户", UNTIL)),
)
MODES: tuple[Mode, ...] = ("overwrite", "fill", "append", "never")
GOES_WITH_THEM = ("order_line", "payment", "contact", "contact_log", "task", "summary_fact", "customer_alias")
"""What always goes over to whom a customer is merged into."""
SOUND = {
    "what hangs on a merged customer": " UNION ALL ".join(
        f"SELECT '{name}', r.id FROM {name} r JOIN customer c ON c.id = r.customer_id WHERE c.merged_into IS NOT NULL"
        for name in GOES_WITH_THEM
    ),
    "a part of a total elsewhere than whose it is": (
        "WITH RECURSIVE led(part, at) AS (SELECT id, merged_from FROM summary_fact WHERE merged_from IS NOT NULL"
        " UNION SELECT l.part, c.merged_into FROM led l JOIN customer c ON c.id = l.at AND c.merged_into IS NOT NULL)"
        " SELECT s.id FROM summary_fact s WHERE s.merged_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM led l"
        " WHERE l.part = s.id AND l.at = s.customer_id)"
    ),
    "heirs that are gone": "SELECT id FROM customer WHERE merged_into NOT IN (SELECT id FROM customer)",
    "what is left of an import taken back": " UNION ALL ".join(
        f"SELECT '{name}', r.id FROM {name} r JOIN import_batch b ON b.id = r.batch_id WHERE b.state = 'undone'"
        for name in ("order_line", "payment", "contact_log", "summary_fact", "held_row", "returned_order")
    ),
    "lines of no row": "SELECT id FROM order_line WHERE batch_id IS NOT NULL AND source_row_id IS NULL",
    "a row taken twice": "SELECT source_row_id FROM order_line GROUP BY source_row_id HAVING COUNT(*) > 1",
    "a row that waits and is taken": (
        "SELECT h.id FROM held_row h JOIN order_line l ON l.source_row_id = h.source_row_id WHERE h.state = 'held'"
    ),
    "two numbers alike": (
        "SELECT code FROM customer WHERE merged_into IS NULL AND code IS NOT NULL GROUP BY code HAVING COUNT(*) > 1"
    ),
    "two tags where one may be": (
        "SELECT ct.customer_id FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
        " JOIN tag_group g ON g.id = t.group_id AND g.single GROUP BY 1, g.id HAVING COUNT(*) > 1"
    ),
}
"""What is never to be found."""
State = dict[str, list[tuple[Any, ...]]]


class Walker:
    """Takes random steps in a ledger and knows what each must leave."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.files: list[tuple[dict[str, list[tuple[Any, ...]]], dict[str, Any]]] = []
        self.states: list[State] = [self._state()]
        self.place = 0  # in `states`; those behind it can be redone
        self.locked = 0  # steps before a review that another one has followed stay

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
        now = self._state()
        if refused:
            assert "—" not in refused
            assert now == before, kind
        elif kind in LOSE_NOTHING:
            assert _worth(now) == _worth(before), kind
        if not refused and (now != before or self._steps() != self.place):
            self.states[self.place + 1 :] = [now]
            self.place += 1
            self.locked = int(self.desk.value("SELECT COUNT(*) FROM journal WHERE state = 'locked'"))
        assert self._steps() == self.place, kind

    def _turn(self, kind: str) -> None:
        target = self.place + (1 if kind == "redo" else -1)
        if not self.locked <= target < len(self.states):
            return
        getattr(self.desk.context, kind)()
        self.place = target
        assert self._state() == self.states[target], kind

    def _steps(self) -> int:
        return int(self.desk.value("SELECT COUNT(*) FROM journal WHERE state IN ('done', 'locked')"))

    def _state(self) -> State:
        """All but the draft of a review, which is no part of what can be undone."""
        found = self.desk.state()
        return found | {"review": [row for row in found["review"] if "draft" not in row]}

    def check(self) -> None:
        """The file is sound, and facts renewed bit by bit are those computed all at once."""
        with self.desk.context.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            for what, query in SOUND.items():
                assert connection.exec_driver_sql(query).all() == [], what
        sql = "SELECT * FROM customer_fact ORDER BY customer_id"
        renewed = self.desk.rows(sql)
        self.desk.context.refresh_facts()
        assert renewed == self.desk.rows(sql)
        with self.desk.context.reading() as connection:
            self._check_classes(classed.work_out(connection, TODAY, WORKED_OUT))
            kept = [each.id for each in books.books(connection)]
            for later, earlier in pairwise(kept[:3]):
                _adds_up(comparing.compare(connection, earlier, later))

    def _check_classes(self, fresh: classed.Classed) -> None:
        """What the list keeps of schemes that are worked out is never old."""
        kept = self.desk.context.classed(WORKED_OUT)
        assert {key: kept.classes[key] for key in fresh.classes} == fresh.classes

    def unwind(self) -> None:
        while self.place > self.locked:
            self._turn("undo")
        assert self._state() == self.states[self.locked]

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
                self.chance.choice((TODAY - timedelta(self.chance.randrange(500)), FIRST, FIRST, "上月底")),
                self.chance.choice(("K1", "K2", None)),
                self.chance.choice((*NAMES, None)),
                self.chance.choice(("轴承", "刀具")),
                self.chance.choice((5.5, 120_000.0, -3.25, 60_000.0, "很多")),
                self.chance.choice(("华东", None)),
                self.chance.choice(("消费者", "公司", None)),
            )
            for _ in range(self.chance.randrange(1, 5))
        ]
        head = ("订单号", "日期", "客户编号", "客户", "产品", "金额", "地区", "细分")
        return self._brought({"订单": [head, *rows]})

    def listed(self) -> Command:
        head = (
            "客户名称",
            "联系人",
            "首次合作时间",
            "历史采购总额",
            "细分标签(价值/需求/行为)",
            "跟进记录",
            "负责人",
            "行业",
            "备注",
        )
        rows = [
            (
                self.chance.choice(NAMES),
                self.chance.choice(("*总", "王总", None)),
                TODAY - timedelta(self.chance.randrange(900)),
                self.chance.choice((30_000, 800_000, None)),
                self.chance.choice(("高价值/设备/稳定合作", "潜力/耗材/高频咨询未成交", None)),
                self.chance.choice(("2024-02-25:要模块,3月前出方案", None)),
                self.chance.choice(("*经理", "客服组", None)),
                self.chance.choice(("零售业", "制造业", None)),
                self.chance.choice(("月结", "现金", None)),
            )
            for _ in range(self.chance.randrange(1, 4))
        ]
        modes = {title: self.chance.choice(MODES) for title in ("负责人", "行业", "备注") if self.chance.random() < 0.5}
        return self._brought({"客户": [head, *rows]}, choices={"*": SheetChoice(modes=modes)})

    def paid(self) -> Command:
        rows = [
            (
                self.chance.choice((*NAMES, None)),
                self.chance.choice((FIRST, TODAY - timedelta(self.chance.randrange(300)), "月初")),
                self.chance.choice((5.5, 20_000.0, -3.25)),
                self.chance.choice((f"A{self.chance.randrange(6)}", None)),
            )
            for _ in range(self.chance.randrange(1, 4))
        ]
        return self._brought({"回款": [("客户", "回款日期", "回款金额", "订单号"), *rows]})

    def visited(self) -> Command:
        rows = [
            (
                self.chance.choice(NAMES),
                self.chance.choice((FIRST, TODAY - timedelta(self.chance.randrange(30)))),
                self.chance.choice(("电话沟通", "拜访")),
                self.chance.choice(("满意", None)),
                self.chance.choice(("报价", None)),
                self.chance.choice(("王总", None)),
            )
            for _ in range(self.chance.randrange(1, 4))
        ]
        head = ("客户名称", "跟进日期", "跟进内容", "客户反馈", "下一步", "联系人")
        return self._brought({"跟进": [head, *rows]})

    def _brought(self, content: dict[str, list[tuple[Any, ...]]], **options: Any) -> Command:
        """A new file or one that came before, with a random answer to everything that may be asked."""
        self.files.append((content, options))
        content, options = self.files[-1] if self.chance.random() < 0.7 else self.chance.choice(self.files)
        decisions = {code: self.chance.choice(answers) for code, answers in ANSWERS.items()}
        plan = self.desk.plan(content, decisions=decisions, **options)
        _count_all(plan)
        return importing.command(plan)

    # what waits

    def _waiting(self) -> tuple[Held, ...]:
        with self.desk.context.reading() as connection:
            return held_rows.rows(connection)

    def _mended(self, held: Held) -> dict[str, str]:
        wrong = {"上月底": "2026-09-30", "月初": "2026-10-01", "很多": "77.5"}
        return {title: wrong[text] for title, text in held.cells if text in wrong and self.chance.random() < 0.8}

    def mended(self) -> Command | None:
        waiting = self._waiting()
        held = self.chance.choice(waiting) if waiting else None
        return (
            None if held is None else RetryRows((held.id,), self._mended(held), self.chance.choice(((), (held.code,))))
        )

    def dropped(self) -> Command | None:
        waiting = self._waiting()
        return DropRows((self.chance.choice(waiting).id,)) if waiting else None

    def repaired(self) -> Command | None:
        """The workbook of what waits, filled in and read back."""
        sheets: dict[str, list[tuple[Any, ...]]] = {}
        for held in self._waiting():
            titles = [title for title, _text in held.cells]
            changes = self._mended(held)
            cells = [changes.get(title, text) for title, text in held.cells]
            name = f"{held.sheet}{len(titles)}"
            sheets.setdefault(name, [("原因", *titles, KEY)]).append((held.reason, *cells, held.key))
        if not sheets:
            return None
        plan = self.desk.plan(self.desk.file(sheets, "待修区.xlsx"))
        _count_all(plan)
        return importing.command(plan)

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

    # rules and reviews

    def ruled(self) -> Command:
        with self.desk.context.reading() as connection:
            now = method_settings.current(connection)
        return ChangeSettings(now.with_texts(self.chance.choice(RULES)))

    def sorted_anew(self) -> Command:
        """A scheme of one's own, or without one of them."""
        with self.desk.context.reading() as connection:
            made, free = own_schemes.made(connection), own_schemes.new_id(connection)
        if made and self.chance.random() < 0.4:
            return RemoveScheme(made[0].id, made[0].word)
        first = Card("a", "甲", "gold", Group("all", (self.chance.choice(ASKED),)))
        return SaveScheme(CardScheme(free, f"方案 {free}", (first, Card("b", "乙", "slate", Group()))))

    def pinned_otherwise(self) -> Command | None:
        with self.desk.context.reading() as connection:
            found = pins.pins(connection, TODAY)
        if not found:
            return None
        one = self.chance.choice(found).id
        wish = PinWish("at_most", "mid", "再看看", UNTIL)
        return self.chance.choice((pins.LiftPins((one,)), pins.ProlongPins((one,), UNTIL), pins.ChangePin(one, wish)))

    def reviewed(self) -> Command | None:
        """From the first page to the signature, with some decisions by hand."""
        there = [number for (number,) in self.desk.rows("SELECT id FROM customer WHERE deleted_at IS NULL")]
        if not there:
            return None
        day = TODAY - timedelta(self.chance.choice((0, 0, 5, 40)))
        decided = {number: self.chance.choice(DECISIONS) for number in there if self.chance.random() < 0.3}
        begun: list[ReviewDraft] = []

        def begin(connection: Connection) -> None:
            waiting = draft.open_draft(connection)
            if waiting is not None:
                draft.discard(connection, waiting)
            begun.append(replace(draft.start(connection, TODAY, as_of=day), decisions=decided))
            draft.save(connection, begun[0])

        self.desk.context.write_draft(begin)
        del self.states[self.place + 1 :]  # what was undone and stood on the draft has gone with it
        return FinishReview(begun[0], TODAY)

    def _on(self, make: Callable[[int], Command]) -> Command | None:
        number = self._customer()
        return None if number is None else make(number)


MOVES = (
    *("orders", "orders", "listed", "take_back", "made", "edited", "owned", "met", "tagged", "tagged", "renamed"),
    *("binned", "unbinned", "pinned", "logged", "planned", "done", "undo", "undo", "undo", "redo"),
    *("merged", "merged", "parted", "judged", "paid", "visited", "mended", "mended", "dropped", "repaired"),
    *("ruled", "sorted_anew", "pinned_otherwise", "pinned_otherwise", "reviewed", "reviewed"),
)
LOSE_NOTHING = frozenset(
    ("made", "edited", "owned", "met", "tagged", "binned", "pinned", "logged", "planned", "done", "merged", "parted")
)
"""Moves that leave every sale and every payment where it is or bring it to somebody else."""


def _worth(state: State) -> list[list[Any]]:
    """Numbers and sums of all sales and payments, whoever they are of."""
    places = {"order_line": 8, "payment": 3}
    return [sorted((row[0], row[place]) for row in state[name]) for name, place in places.items()]


def _adds_up(found: comparing.Comparison) -> None:
    """What each cause did, one after the other, is the whole change of every class."""
    for each in found.changes or ():
        assert sum(each.by_cause.values(), each.before) == each.after
    last: dict[int, str] = {}
    for step in found.steps:
        assert last.get(step.customer_id, step.before) == step.before
        last[step.customer_id] = step.after


def _count_all(plan: ImportPlan) -> None:
    """Every row read is in exactly one counter."""
    counts = plan.counts
    parts = counts.created, counts.updated, counts.unchanged, counts.held, counts.skipped
    assert sum(parts) == counts.rows_read
    assert min(parts) >= 0


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
