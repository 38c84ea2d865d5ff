"""Read = created + updated + unchanged + held + skipped, whatever the file; and what came before is known again."""

import csv
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.context import Context
from app.services import importing
from app.services.held_rows import DropRows
from app.services.importing.plans import Counts, ImportOptions
from app.services.importing.results import ImportResult
from app.services.progress import WorkContext
from tests.services.importing.desk import Desk, codes, problem

HEADS = ("订单号", "日期", "客户名称", "金额")
GOOD: list[tuple[Any, ...]] = [(f"G{n}", f"2026-09-{n:02}", f"客户{n % 3}", 10.5 * n) for n in range(1, 13)]
DAYS = st.sampled_from(["2026-10-01", "2026/10/2", "上月底", None, 46000])
NAMES = st.sampled_from(["宏远机械", "恒泰装备", None, "合计", "客户名称"])
AMOUNTS = st.sampled_from([1, 2.5, "约3", "很多", None, "#N/A", "1,200"])
ROWS = st.lists(st.tuples(st.sampled_from(["A1", "A2", None]), DAYS, NAMES, AMOUNTS), max_size=12)
DECISIONS = st.dictionaries(
    st.sampled_from(["duplicate_rows", "no_customer", "number_about", "date_unreadable", "number_unreadable"]),
    st.sampled_from(["take", "hold", "skip"]),
)


def bring(context: Context, path: Path, **options: Any) -> ImportResult:
    with context.reading() as connection:
        command = importing.command(importing.plan(connection, [path], ImportOptions(**options), WorkContext()))
    context.run(command)
    return importing.result(command)


def write(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(["" if cell is None else cell for cell in row] for row in rows)
        return path
    made = openpyxl.Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    return path


def stored(context: Context) -> dict[str, int]:
    with context.reading() as connection:
        return {
            name: connection.exec_driver_sql(sql).scalar_one()
            for name, sql in (
                ("lines", "SELECT COUNT(*) FROM order_line"),
                ("held", "SELECT COUNT(*) FROM held_row WHERE state = 'held'"),
            )
        }


def test_counts_that_do_not_add_up_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="5 rows were read, 4 have a place"):
        Counts(5, 1, 1, 1, 1, 0)


@settings(max_examples=12, phases=[Phase.generate])  # each example is a ledger: to shrink one takes minutes
@given(rows=ROWS, decisions=DECISIONS)
def test_every_row_has_its_place_and_a_second_reading_adds_nothing(
    rows: list[tuple[Any, ...]], decisions: dict[str, Any]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "台账.csv", [HEADS, *GOOD, *rows])
        filled = len(GOOD) + sum(any(cell is not None for cell in row) for row in rows)
        with Context.create(Path(folder) / "账.pandian") as context:
            first = bring(context, path, decisions=decisions).counts
            assert first.rows_read == filled
            before = stored(context)
            assert before == {"lines": first.created, "held": first.held}
            again = bring(context, path, decisions=decisions).counts
            assert stored(context) == before
            assert (again.rows_read, again.created, again.updated) == (filled, 0, 0)


@pytest.mark.parametrize("others", ["csv", "xlsx"])
def test_the_same_rows_sorted_otherwise_with_a_column_more_in_another_format(tmp_path: Path, others: str) -> None:
    with Context.create(tmp_path / "账.pandian") as context:
        first = bring(context, write(tmp_path / "台账.xlsx", [HEADS, *GOOD])).counts
        assert first.created == 12
        wider = [(*HEADS, "内部备注"), *((*row, "看过") for row in reversed(GOOD))]
        again = bring(context, write(tmp_path / f"另存.{others}", wider)).counts
        assert (again.unchanged, again.created, again.updated) == (12, 0, 0)


def test_last_months_file_with_ten_more_rows_adds_ten(tmp_path: Path) -> None:
    more = [(f"H{n}", f"2026-10-{n:02}", "客户1", 7.0) for n in range(1, 11)]
    with Context.create(tmp_path / "账.pandian") as context:
        bring(context, write(tmp_path / "九月.xlsx", [HEADS, *GOOD]))
        counts = bring(context, write(tmp_path / "十月.csv", [HEADS, *GOOD, *more])).counts
        assert (counts.unchanged, counts.created, counts.updated) == (12, 10, 0)


def test_an_exact_repeat_names_the_row_it_repeats_and_the_money_at_stake(desk: Desk) -> None:
    found = problem(desk.plan([HEADS, *GOOD, GOOD[1], GOOD[1]]), "duplicate_rows")
    assert (found.count, str(found.money), found.decision) == (2, "42", "take")
    assert [(each.row, each.before) for each in found.examples] == [
        (14, "和「台账」第 3 行相同"),
        (15, "和「台账」第 3 行相同"),
    ]


def test_a_repeat_left_out_stays_out_when_the_file_comes_again(desk: Desk) -> None:
    rows = [HEADS, *GOOD, GOOD[1]]
    assert desk.bring(rows, decisions={"duplicate_rows": "skip"}).counts == Counts(13, 12, 0, 0, 0, 1)
    again = desk.bring(desk.file(rows, "副本.xlsx"))
    assert again.counts == Counts(13, 0, 0, 12, 0, 1)
    assert codes(again.plan)["dropped_before"] == 1
    grown = desk.bring(desk.file([*rows, GOOD[1]], "又一本.xlsx"))
    assert grown.counts == Counts(14, 1, 0, 12, 0, 1)


def test_a_row_removed_from_those_that_wait_does_not_come_back(desk: Desk) -> None:
    rows = [HEADS, *GOOD, ("X", "哪天", "客户1", 3)]
    assert desk.bring(rows).counts.held == 1
    desk.context.run(DropRows((1,)))
    again = desk.bring(rows)
    assert again.counts == Counts(13, 0, 0, 12, 0, 1)
    assert desk.value("SELECT COUNT(*) FROM held_row WHERE state = 'held'") == 0
