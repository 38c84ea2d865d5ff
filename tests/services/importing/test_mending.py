"""Rows that wait are put right in 待修区 or in a workbook, and come in as if they had been right from the start."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.context import Context
from app.services import held_rows, importing
from app.services.errors import InputError
from app.services.held_rows import Held, RetryRows
from app.services.importing.plans import ImportOptions, ImportPlan, SheetChoice
from app.services.importing.results import ImportResult
from app.services.progress import Cancelled, WorkContext

HEADS = ("订单号", "日期", "客户名称", "金额（万元）")
GOOD = [(f"G{n}", f"2026-09-{n:02}", "宏远机械", float(n)) for n in range(1, 9)]
BAD: list[tuple[Any, ...]] = [
    ("001", "上月底", "恒泰装备", 80.5),
    ("002", "2026-10-05", "中联泵业", "很多"),
    ("003", "2026-10-06", "中联泵业", "很多"),
    ("004", "2026-10-07", "中联泵业", "约50"),
]


def save(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "订单"
    sheet.append(("销售台账",))
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


class Shop:
    """A ledger into which a file with rows to be mended has come."""

    def __init__(self, context: Context, folder: Path) -> None:
        self.context, self.folder = context, folder
        self.file = save(folder / "台账.xlsx", [HEADS, *GOOD, *BAD])

    def plan(self, path: Path, **options: Any) -> ImportPlan:
        with self.context.reading() as connection:
            return importing.plan(connection, [path], ImportOptions(**options), WorkContext())

    def bring(self, path: Path, held_file: Path | None = None, **options: Any) -> ImportResult:
        command = importing.command(self.plan(path, **options))
        self.context.run(command)
        return importing.result(command, held_file)

    def held(self) -> tuple[Held, ...]:
        with self.context.reading() as connection:
            return held_rows.rows(connection)

    def lines(self) -> list[tuple[Any, ...]]:
        sql = "SELECT order_no, day, amount FROM order_line WHERE order_no LIKE '0%' ORDER BY order_no"
        with self.context.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    def retry(self, *rows: Held, accepted: tuple[str, ...] = (), **changes: str) -> RetryRows:
        command = RetryRows(
            tuple(row.id for row in rows), {_TITLES[key]: text for key, text in changes.items()}, accepted
        )
        self.context.run(command)
        return command

    def saved(self) -> Path:
        return held_rows.save(self.held(), self.folder / "待修区.xlsx")


_TITLES = {"day": "日期", "amount": "金额（万元）"}


@pytest.fixture
def shop(tmp_path: Path) -> Any:
    with Context.create(tmp_path / "账.pandian") as context:
        made = Shop(context, tmp_path)
        made.bring(made.file)
        yield made


def test_a_row_put_right_comes_in_with_the_units_of_its_sheet(shop: Shop) -> None:
    row = shop.held()[0]
    done = shop.retry(row, day="2026-09-30").done
    assert (done.taken, done.held) == (1, 0)
    assert shop.lines() == [("001", "2026-09-30", 805_000 * 10_000)]
    assert row.id not in {each.id for each in shop.held()}


def test_undo_puts_it_back_among_those_that_wait(shop: Shop) -> None:
    before = shop.held()
    shop.retry(before[0], day="2026-09-30")
    shop.context.undo()
    assert shop.held() == before
    assert shop.lines() == []


def test_a_row_still_wrong_waits_on_with_what_was_typed(shop: Shop) -> None:
    done = shop.retry(shop.held()[0], day="月初").done
    assert (done.taken, done.held, done.reasons) == (0, 1, ("日期看不懂",))
    assert dict(shop.held()[0].cells)["日期"] == "月初"
    assert len(shop.held()) == 4
    shop.context.undo()
    assert dict(shop.held()[0].cells)["日期"] == "上月底"


def test_a_row_tried_in_vain_is_no_import(shop: Shop) -> None:
    shop.retry(shop.held()[0], day="月初")
    shop.retry(shop.held()[0], day="2026-09-30")
    with shop.context.reading() as connection:
        told = [(each.label, each.summary["created"]) for each in importing.imports(connection)]
    assert len(told) == 2
    assert told[0][1] == 1


def test_one_change_for_several_rows(shop: Shop) -> None:
    shop.retry(*shop.held()[1:3], amount="2")
    assert [line[2] for line in shop.lines()] == [200_000_000, 200_000_000]


def test_a_doubtful_row_is_accepted_as_it_is(shop: Shop) -> None:
    row = shop.held()[3]
    assert row.doubtful
    assert shop.retry(row).done.held == 1
    shop.retry(row, accepted=("number_about",))
    assert shop.lines() == [("004", "2026-10-07", 50 * 10_000 * 10_000)]


def test_the_file_it_came_from_is_known_to_the_last_row_afterwards(shop: Shop) -> None:
    shop.retry(shop.held()[0], day="2026-09-30")
    shop.retry(*shop.held()[:2], amount="2")
    lines = shop.lines()
    plan = shop.plan(shop.file)
    assert (plan.counts.unchanged, plan.counts.held) == (11, 1)
    shop.bring(shop.file)
    assert shop.lines() == lines
    assert len(shop.held()) == 1


def test_a_row_equal_to_one_that_is_there_is_another_sale(shop: Shop) -> None:
    shop.retry(*shop.held()[1:2], amount="2")
    row = shop.held()[1]
    command = RetryRows((row.id,), {"订单号": "002", "日期": "2026-10-05", "金额（万元）": "2"})
    shop.context.run(command)
    assert [line[0] for line in shop.lines()] == ["002", "002"]


def mend(path: Path, *, drop: bool = False) -> None:
    """As a person does in Excel: sort by hand, widen columns, delete rows, put cells right."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    sheet.delete_rows(2, 10)
    rows.reverse()
    for row in rows:
        if row[1] == "001":
            row[2] = "2026-09-30"
        if row[1] == "002":
            row[4] = 3
        if row[1] != "004" or not drop:
            sheet.append(row)
    sheet.column_dimensions["B"].width = 40
    book.save(path)


def test_a_workbook_mended_and_read_back_finds_its_rows(shop: Shop) -> None:
    saved = shop.saved()
    mend(saved)
    result = shop.bring(saved)
    counts = result.counts
    assert (counts.rows_read, counts.created, counts.held) == (4, 2, 2)
    assert [line[0] for line in shop.lines()] == ["001", "002"]
    assert [dict(row.cells)["订单号"] for row in shop.held()] == ["003", "004"]
    mended_only = openpyxl.load_workbook(saved)
    mended_only.worksheets[0].delete_rows(2, 2)
    mended_only.save(saved)
    with pytest.raises(InputError) as settled:
        shop.plan(saved)
    assert settled.value.code == "import.mend_settled"


def test_rows_deleted_from_the_workbook_go_on_waiting(shop: Shop) -> None:
    saved = shop.saved()
    mend(saved, drop=True)
    assert shop.bring(saved).counts.rows_read == 3
    assert len(shop.held()) == 2


def test_undo_of_the_workbook_lets_all_rows_wait_again(shop: Shop) -> None:
    before = shop.held()
    saved = shop.saved()
    mend(saved)
    result = shop.bring(saved)
    assert result.batch is not None
    shop.context.run(importing.undo_import(result.batch))
    assert shop.lines() == []
    assert [row.id for row in shop.held()] == [row.id for row in before]


def test_a_workbook_saved_as_csv_is_read_back_all_the_same(shop: Shop) -> None:
    saved = shop.saved()
    mend(saved)
    sheet = openpyxl.load_workbook(saved).worksheets[0]
    path = shop.folder / "待修区.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([["" if cell is None else cell for cell in row] for row in sheet.values])
    assert shop.bring(path).counts.created == 2


def test_a_workbook_of_another_ledger_is_refused_and_single_strange_rows_are_named(shop: Shop, tmp_path: Path) -> None:
    saved = shop.saved()
    with Context.create(tmp_path / "别家.pandian") as other:
        stranger = Shop(other, tmp_path)
        with pytest.raises(InputError) as refused:
            stranger.plan(saved)
    assert refused.value.code == "import.mend_unknown"
    book = openpyxl.load_workbook(saved)
    book.worksheets[0].append(("", "009", "2026-10-08", "恒泰装备", 7, "77-abc"))
    book.save(saved)
    plan = shop.plan(saved)
    assert {each.code: each.count for each in plan.problems}["mend_unknown"] == 1
    assert (plan.counts.rows_read, plan.counts.skipped, plan.counts.held) == (5, 1, 4)


def test_the_held_file_of_an_import_is_such_a_workbook(tmp_path: Path) -> None:
    with Context.create(tmp_path / "新.pandian") as context:
        shop = Shop(context, tmp_path)
        saved = tmp_path / "待修.xlsx"
        shop.bring(shop.file, saved)
        mend(saved)
        assert shop.bring(saved).counts.created == 2


def test_a_choice_made_for_the_sheet_holds_for_its_held_rows(tmp_path: Path) -> None:
    with Context.create(tmp_path / "新.pandian") as context:
        shop = Shop(context, tmp_path)
        shop.bring(shop.file, choices={"订单": SheetChoice(units={"金额（万元）": "yuan"})})
        shop.retry(shop.held()[0], day="2026-09-30")
        assert shop.lines() == [("001", "2026-09-30", 805_000)]


def test_one_row_alone_is_read_as_its_whole_sheet_was(tmp_path: Path) -> None:
    """九折 or a tenth off, the order of days and months: what one row cannot tell."""
    heads = ("单号", "日期", "客户名称", "数量", "单价", "折扣", "金额")
    good = [(f"G{n}", f"{n + 12}/02/2026", "宏远机械", 2, 10 * n, 0.9, 18 * n) for n in range(1, 9)]
    with Context.create(tmp_path / "新.pandian") as context:
        shop = Shop(context, tmp_path)
        path = save(tmp_path / "折扣.xlsx", [heads, *good, ("001", "03/02/2026", "恒泰装备", "两", 10, 0.9, None)])
        shop.bring(path)
        context.run(RetryRows((shop.held()[-1].id,), {"数量": "2"}))
        assert shop.lines() == [("001", "2026-02-03", 18 * 10_000)]


def test_what_is_mended_is_recorded_as_such(shop: Shop) -> None:
    shop.retry(shop.held()[0], day="2026-09-30")
    with shop.context.reading() as connection:
        assert [each.label for each in importing.imports(connection)] == ["待修区：台账.xlsx", "台账.xlsx"]


def test_a_row_settled_while_the_workbook_was_looked_at_does_not_come_in_twice(shop: Shop) -> None:
    saved = shop.saved()
    mend(saved)
    command = importing.command(shop.plan(saved))
    shop.retry(shop.held()[0], day="2026-09-30")
    for late in (command, RetryRows((1,), {})):
        with pytest.raises(InputError) as refused:
            shop.context.run(late)
        assert refused.value.code == "import.mend_changed"
    assert len(shop.lines()) == 1


def test_a_repair_workbook_can_be_left_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows wait: between two looks at the cancel button is at most one part of them."""
    monkeypatch.setattr("app.services.importing.ledger.mending._AT_ONCE", 5)
    with Context.create(tmp_path / "多.pandian") as context:
        shop = Shop(context, tmp_path)
        many = [(f"H{n}", "上月底", "恒泰装备", 1.0) for n in range(40)]
        good = [(f"G{n}", f"2026-09-{n % 28 + 1:02}", "宏远机械", float(n)) for n in range(120)]
        shop.bring(save(tmp_path / "多.xlsx", [HEADS, *good, *many]))
        saved, work = shop.saved(), _Counting()
        with context.reading() as connection:
            plan = importing.plan(connection, [saved], ImportOptions(), work)
            assert (plan.counts.rows_read, plan.counts.held) == (40, 40)
            whole = work.looks
            assert whole > 2 * 40 // 5
            for moment in range(1, whole, 7):
                with pytest.raises(Cancelled):
                    importing.plan(connection, [saved], ImportOptions(), _Counting(moment))


class _Counting(WorkContext):
    """Counts the looks but for those while the file is waited for, and is cancelled at one of them."""

    def __init__(self, cancelled_at: int | None = None) -> None:
        super().__init__()
        self.looks, self._at = 0, cancelled_at

    def look(self) -> None:
        self.looks += 1
        if self.looks == self._at:
            self.cancel()
        super().look()

    def tick(self, step: str, done: int, total: int) -> None:
        if step != "读取文件":
            super().tick(step, done, total)


def peoples(context: Context) -> list[Any]:
    with context.reading() as connection:
        sql = "SELECT name, region FROM customer WHERE name <> '' ORDER BY code"
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.fixture
def twice(tmp_path: Path) -> Any:
    """A list that says two things of one customer: the second waits."""
    heads = ("客户编号", "客户名称", "地域")
    rows = [heads, ("K1", "宏远机械", "宁波"), ("K2", "恒泰装备", "苏州"), ("K1", "宏远机械", "上海")]
    with Context.create(tmp_path / "单.pandian") as context:
        made = Shop(context, tmp_path)
        made.bring(save(tmp_path / "客户.xlsx", rows))
        yield made


def test_a_second_row_for_a_customer_waits_on_when_nothing_was_put_right(twice: Shop) -> None:
    before = peoples(twice.context)
    (row,) = twice.held()
    done = twice.retry(row).done
    assert (done.taken, done.held, done.reasons) == (0, 1, ("同一客户写了两行，内容不同",))
    command = RetryRows((row.id,), {"地域": "上海"})  # what stands there already
    twice.context.run(command)
    assert command.done.held == 1
    result = twice.bring(twice.saved())
    assert (result.counts.updated, result.counts.held) == (0, 1)
    assert peoples(twice.context) == before
    assert [each.code for each in twice.held()] == ["customer_twice"]


def test_a_second_row_taken_all_the_same_tells_what_it_overwrites(twice: Shop) -> None:
    (row,) = twice.held()
    assert row.doubtful
    assert row.overwrites
    done = twice.retry(row, accepted=("customer_twice",)).done
    assert (done.taken, done.held) == (1, 0)
    assert [(each.customer, each.old, each.new) for each in done.changes] == [("宏远机械", "宁波", "上海")]
    assert peoples(twice.context)[0] == ("宏远机械", "上海")
    twice.context.undo()
    assert peoples(twice.context)[0] == ("宏远机械", "宁波")


def test_a_second_row_given_its_own_code_is_another_customer(twice: Shop) -> None:
    (row,) = twice.held()
    command = RetryRows((row.id,), {"客户编号": "K3", "客户名称": "宏远上海"})
    twice.context.run(command)
    assert (command.done.taken, command.done.changes) == (1, ())
    assert peoples(twice.context)[0] == ("宏远机械", "宁波")


def test_a_number_far_from_all_others_waits_on_by_itself_too(tmp_path: Path) -> None:
    rows = [(f"G{n}", f"2026-09-{n:02}", "宏远机械", 10.5 + n) for n in range(1, 25)]
    with Context.create(tmp_path / "万.pandian") as context:
        shop = Shop(context, tmp_path)
        shop.bring(save(tmp_path / "万.xlsx", [HEADS, *rows, ("001", "2026-10-01", "恒泰装备", 805_000.0)]))
        (row,) = shop.held()
        assert row.code == "unit_doubt"
        assert shop.retry(row).done.held == 1
        assert shop.held()[0].column == "金额（万元）"
        assert shop.retry(row, accepted=("unit_doubt",)).done.taken == 1
