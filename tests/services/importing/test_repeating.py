"""The same files once more: the short answer is the one that reading them would give."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.context import Context
from app.models.customer import customer
from app.services import importing
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.held_rows import DropRows
from app.services.history import Label, SmallChange, Transaction
from app.services.importing import repeating
from app.services.importing.plans import ImportOptions
from app.services.importing.results import ImportResult
from app.services.progress import WorkContext
from tests.services.importing.desk import HEAD, SALES, Desk
from tests.services.importing.test_records import FIVE, TITLES

CODED = ("单号", "日期", "客户编号", "客户名称", "金额", "回款金额", "回款日期")
DAY = date(2024, 3, 1)
TOTAL = ("合计", *[None] * 5, 386.0)
ONE = ("轴承", 1, 1.0, 1.0)
FILES: dict[str, list[tuple[Any, ...]]] = {
    "销售.xlsx": SALES,
    "又一次.xlsx": SALES,
    "改过.xlsx": [*SALES[:2], ("A2", DAY, "乙公司", "刀具", 1, 80.0, 88.0), ("A9", DAY, "丁厂", "轴承", 1, 9.0, 9.0)],
    "有合计.xlsx": [*SALES, ("B1", "2024年3月2日", " 甲公司", "刀具", "2件", "¥1.5", "3元"), TOTAL],
    "待修.xlsx": [HEAD, ("C1", "哪天", "丙公司", *ONE), ("C2", DAY, None, *ONE), SALES[1]],
    "重复.xlsx": [*SALES, SALES[1]],
    "退货.xlsx": [HEAD, ("D1", DAY, "甲公司", "轴承", -1, 50.5, -50.5)],
    "有编号.xlsx": [CODED[:5], ("E1", DAY, "K1", "甲公司", 5.0), ("E2", DAY, "K2", "戊公司", 6.0)],
    "同名.xlsx": [CODED[:5], *(("F", DAY, code, "己公司", 5.0) for code in ("K1", "K3", None))],
    "相像.xlsx": [HEAD, ("G1", DAY, "宏远机械", *ONE), ("G2", DAY, "宏远机械有限公司", *ONE)],
    "回款.xlsx": [CODED, ("H1", DAY, "K1", "甲公司", 5.0, 2.0, DAY), ("H2", DAY, "K2", "戊公司", 6.0, None, None)],
    "名单.xlsx": [TITLES, *FIVE],
}  # fmt: skip


class Edit(SmallChange):
    """One customer is renamed, told more of, or thrown away by hand."""

    def __init__(self, **values: object) -> None:
        self._values = values

    def label(self) -> Label:
        return Label("编辑")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        number = tx.connection.exec_driver_sql("SELECT MIN(id) FROM customer").scalar()
        if number is not None:
            tx.update(customer, number, touched_at=datetime(2024, 3, 1), **self._values)
        return Changes(many=True, details=True)


class Ledger:
    """A ledger into which the same things go as into another, here with or without the short way."""

    def __init__(self, context: Context, short: bool) -> None:
        self.context, self._short, self.shortened = context, short, 0

    def bring(self, paths: Sequence[Path], **options: Any) -> tuple[str, list[str]]:
        chosen = ImportOptions(**options)
        with self.context.reading() as connection:
            known = importing.repeated(connection, paths, chosen) if self._short else None
        if known is not None:
            self.context.run(known)
            self.shortened += 1
            return json.dumps(known.done, ensure_ascii=False), known.lines()
        with self.context.reading() as connection:
            command = importing.command(importing.plan(connection, paths, chosen, WorkContext()))
        self.context.run(command)
        result: ImportResult = importing.result(command)
        return json.dumps(result.as_json(), ensure_ascii=False), result.lines()

    def do(self, step: tuple[Any, ...], paths: dict[str, Path]) -> object:
        """What came of one step; a refusal by its code."""
        name, *details = step
        try:
            if name == "bring":
                return self.bring([paths[each] for each in details[0]], **details[1])
            return self._change(name, *details)
        except InputError as error:
            return error.code

    def _change(self, name: str, *details: Any) -> object:
        if name in ("undo", "redo"):
            return getattr(self.context, name)()[0].text()
        if name == "edit":
            return self.context.run(Edit(**details[0])).as_json()
        with self.context.reading() as connection:
            batches = [each.id for each in importing.imports(connection) if each.state == "done"]
            held = connection.exec_driver_sql("SELECT id FROM held_row WHERE state = 'held'").scalars().all()
        if name == "drop" and held:
            return self.context.run(DropRows(tuple(held[:1]))).as_json()
        if name == "take back" and batches:
            return self.context.run(importing.undo_import(batches[details[0] % len(batches)])).as_json()
        return None


@contextmanager
def two_ledgers(folder: Path) -> Iterator[tuple[Ledger, Ledger]]:
    with Context.create(folder / "a.pandian") as one, Context.create(folder / "b.pandian") as other:
        yield Ledger(one, short=True), Ledger(other, short=False)


NAMES = st.sampled_from(sorted(FILES))
BRINGS = st.tuples(
    st.just("bring"),
    st.lists(NAMES, min_size=1, max_size=2, unique=True),
    st.sampled_from([{}, {}, {}, {"decisions": {"duplicate_rows": "take"}}, {"sheets": ("台账",)}]),
)
OTHERS = st.sampled_from(
    [
        ("undo",), ("redo",), ("take back", 0), ("take back", 1), ("drop",),
        ("edit", {"name": "庚公司", "name_key": "庚"}), ("edit", {"note": "手写"}),
        ("edit", {"deleted_at": datetime(2024, 3, 2)}),
    ]
)  # fmt: skip
STEPS = st.lists(st.tuples(st.one_of(BRINGS, BRINGS, OTHERS), st.integers(1, 3)), min_size=1, max_size=6)


@given(steps=STEPS)
@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_short_answer_is_the_long_one(steps: list[tuple[tuple[Any, ...], int]], monkeypatch: Any) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with two_ledgers(folder) as (short, long), monkeypatch.context() as patch:
            desks = [Desk(each.context, folder, patch) for each in (short, long)]
            paths = {name: desks[1].file(rows, name) for name, rows in FILES.items()}
            for step, times in steps:
                for _ in range(times):
                    assert short.do(step, paths) == long.do(step, paths)
                    assert _timeless(desks[0]) == _timeless(desks[1])
    finally:
        shutil.rmtree(folder)


def _timeless(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """All that is stored, but for the moments at which it was."""
    columns = {name: desk.rows(f"PRAGMA table_info({name})") for name in desk.state()}
    kept = {name: [i for i, row in enumerate(found) if row[1][-3:] != "_at"] for name, found in columns.items()}
    return {name: [tuple(row[i] for i in kept[name]) for row in rows] for name, rows in desk.state().items()}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_third_time_needs_no_reading_whatever_the_file(desk: Desk, name: str) -> None:
    ledger, path = Ledger(desk.context, short=True), desk.file(FILES[name], name)
    answers = [ledger.bring([path]) for _ in range(4)]
    assert ledger.shortened >= 1
    assert [json.loads(text)["batch"] for text, _lines in answers] == [1, 2, 3, 4]


@pytest.mark.parametrize("name", ["销售.xlsx", "有合计.xlsx", "待修.xlsx", "退货.xlsx", "有编号.xlsx"])
def test_plain_sales_need_no_reading_the_second_time(desk: Desk, name: str) -> None:
    ledger, path = Ledger(desk.context, short=True), desk.file(FILES[name], name)
    ledger.bring([path])
    assert json.loads(ledger.bring([path])[0])["created"] == 0
    assert ledger.shortened == 1


def test_a_file_is_read_again_when_it_changed_or_the_ledger_or_a_choice_did(desk: Desk) -> None:
    path = desk.file(SALES)
    desk.bring(path)

    def known(**options: Any) -> bool:
        with desk.context.reading() as connection:
            return importing.repeated(connection, [path], ImportOptions(**options)) is not None

    assert known()
    assert not known(include_hidden=True)
    assert not known(password="x")
    assert not known(ask=True)
    desk.context.run(Edit(note="手写"))
    assert not known()
    desk.bring(path)
    assert known()
    desk.file([*SALES[:3], (*SALES[3][:6], 203.0)])
    assert not known()


def test_a_ledger_that_changed_after_the_look_is_not_told_what_is_no_longer_so(desk: Desk) -> None:
    path = desk.file(SALES)
    desk.bring(path)
    with desk.context.reading() as connection:
        command = importing.repeated(connection, [path], ImportOptions())
    assert command is not None
    desk.context.undo()
    before = desk.state()
    with pytest.raises(repeating.Overtaken):
        desk.context.run(command)
    assert desk.state() == before


def test_the_record_of_a_repeat_can_be_undone(desk: Desk) -> None:
    path, ledger = desk.file(SALES), Ledger(desk.context, short=True)
    ledger.bring([path])
    before = desk.state()
    ledger.bring([path])
    assert desk.value("SELECT COUNT(*) FROM source_sheet") == 2
    assert desk.context.undo()[0].text() == "导入「台账.xlsx」"
    assert desk.state() == before
