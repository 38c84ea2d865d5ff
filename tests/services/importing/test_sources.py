"""Where rows come from: pipes and pasted cells, folders, several files of which one fails, files that change."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import cli
from app.context import Context
from app.services import importing
from app.services.errors import AppError, InputError
from app.services.importing import sources
from app.services.importing.files.reader import open_workbook
from app.services.importing.plans import ImportOptions, ImportPlan
from app.services.progress import Progress, WorkContext
from tests.services.importing.books import all_rows, protected, write_xlsx

HEAD = ("订单号", "日期", "客户", "金额")
PASTED = '订单号\t日期\t客户\t金额\r\nA1\t2024-01-05\t甲公司\t1,200.50\r\nA2\t2024-01-06\t"乙\n公司"\t80\r\n'


def line(number: int) -> tuple[str, date, str, float]:
    return f"A{number}", date(2024, 1, number), f"客户{number}", number + 0.5


def planned(ledger: Context, *paths: Path, work: WorkContext | None = None, **options: object) -> ImportPlan:
    with ledger.reading() as connection:
        return importing.plan(connection, paths, ImportOptions(**options), work or WorkContext())  # type: ignore[arg-type]


def refusal(ledger: Context, *paths: Path, work: WorkContext | None = None, **options: object) -> AppError:
    with pytest.raises(AppError) as caught:
        planned(ledger, *paths, work=work, **options)
    return caught.value


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "ledger.pandian") as context:
        yield context


def test_pasted_cells_are_a_table(ledger: Context) -> None:
    plan = planned(ledger, sources.keep(PASTED))
    assert (plan.files[0].file, plan.counts.created, str(plan.amount)) == ("粘贴的内容", 2, "1280.5")
    ledger.run(importing.command(plan))
    with ledger.reading() as connection:
        name, digest = connection.exec_driver_sql("SELECT name, digest FROM source_file").one()
        cells = connection.exec_driver_sql("SELECT cells FROM source_row ORDER BY id").scalars().all()
    assert (name, len(digest)) == ("粘贴的内容", 64)
    assert json.loads(cells[-1]) == ["A2", "2024-01-06", "乙\n公司", "80"]
    again = planned(ledger, sources.keep(PASTED))
    assert (again.counts.created, again.counts.unchanged) == (0, 2)


def test_each_pasting_stays_what_it_was() -> None:
    first, second = sources.keep("甲"), sources.keep("乙")
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == ("甲", "乙")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n "), max_size=9)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=5))
def test_cells_come_back_as_excel_copies_them(table: list[tuple[str, str, str]]) -> None:
    def copied(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if '"' in cell or "\n" in cell else cell

    head = ("客户", "日期", "金额")
    table = [tuple(cell.lstrip("'") for cell in row) for row in table]  # type: ignore[misc]
    text = "".join("\t".join(map(copied, row)) + "\r\n" for row in (head, head, head, *table))
    with open_workbook(sources.keep(text), work=WorkContext()) as book:
        found = [list(row) for row in all_rows(book)]
    wanted = [[cell or None for cell in row] for row in (head, head, head, *table)]
    for row in wanted:
        while row and row[-1] is None:
            row.pop()
    assert found[: len(wanted)] == wanted[: len(found)]
    assert not any(wanted[len(found) :])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_comes_in_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = tmp_path / "a.xlsx"
    data = write_xlsx(path, {"S": [HEAD, line(1)]}).read_bytes() if kind == "xlsx" else PASTED.encode("gb18030")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert cli.main(["import", "-", "--ledger", str(tmp_path / "l.pandian"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["created"] == (1 if kind == "xlsx" else 2)


def test_nothing_in_the_pipe_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert cli.main(["import", "-", "--ledger", str(tmp_path / "l.pandian")]) == 3
    assert "粘贴的内容" in capsys.readouterr().err


def test_a_folder_is_taken_without_lock_files_and_what_is_no_table(tmp_path: Path, ledger: Context) -> None:
    folder = tmp_path / "三月 台账 📦"
    (folder / "inner.xlsx").mkdir(parents=True)
    write_xlsx(folder / "一.xlsx", {"S": [HEAD, line(1)]})
    (folder / "二.csv").write_text("订单号,日期,客户,金额\nA2,2024-01-02,客户2,2.5\n", "gb18030")
    for name in ("~$一.xlsx", ".~二.csv", "说明.docx"):
        (folder / name).write_bytes(b"x")
    plan = planned(ledger, folder, folder / "一.xlsx")
    assert [file.file for file in plan.files] == ["一.xlsx", "二.csv"]
    assert plan.counts.created == 2


def test_a_folder_without_tables_is_refused(tmp_path: Path, ledger: Context) -> None:
    (tmp_path / "空").mkdir()
    assert refusal(ledger, tmp_path / "空").code == "import.folder_empty"


def test_a_bad_file_among_good_ones_is_named_and_the_others_go_on(tmp_path: Path, ledger: Context) -> None:
    good = [write_xlsx(tmp_path / f"{n}.xlsx", {"S": [HEAD, line(n)]}) for n in (1, 2)]
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04" + bytes(300))
    late = tmp_path / "晚.csv"  # fails when some of its rows have been read
    text = "A9,2024-01-09,丁,9\n"
    late.write_text("订单号,日期,客户,金额\n" + text * 5000 + 'A9,2024-01-09,"丁,9\n' + text, "utf-8")
    plan = planned(ledger, good[0], bad, late, good[1], ask=True)
    assert [(each.file, each.code) for each in plan.refused] == [("坏.xlsx", "file.damaged"), ("晚.csv", "file.quotes")]
    assert all(each.file in each.text for each in plan.refused)
    assert (plan.counts.rows_read, plan.counts.created, plan.customers_created) == (2, 2, 2)
    assert refusal(ledger, good[0], bad, good[1]).code == "file.damaged"  # with nobody there to see it
    assert refusal(ledger, bad, late, ask=True).code == "file.quotes"


def test_each_file_has_its_password_and_may_be_left_out(tmp_path: Path, ledger: Context) -> None:
    one, two = (protected(tmp_path / f"{n}.xlsx", f"pw{n}", [HEAD, line(n)]) for n in (1, 2))
    assert refusal(ledger, one, two, passwords={"1.xlsx": "pw1"}, ask=True).facts["file"] == "2.xlsx"
    assert planned(ledger, one, two, passwords={"1.xlsx": "pw1", "2.xlsx": "pw2"}).counts.created == 2
    assert planned(ledger, one, two, passwords={"2.xlsx": "pw2"}, password="pw1").counts.created == 2
    plan = planned(ledger, one, two, passwords={"1.xlsx": "pw1"}, without=("2.xlsx",), ask=True)
    assert ([each.code for each in plan.refused], plan.counts.created) == (["file.without"], 1)
    assert "pw1" not in repr(plan.options)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("step", ["读取文件", "整理数据"])
def test_a_file_saved_while_it_is_read_is_refused(tmp_path: Path, ledger: Context, kind: str, step: str) -> None:
    path = tmp_path / f"台账.{kind}"
    rows = [HEAD, *(line(1 + n % 28) for n in range(6000))]
    if kind == "xlsx":
        write_xlsx(path, {"S": rows})
    else:
        path.write_text("\n".join(",".join(map(str, row)) for row in rows), "utf-8")
    saved: list[int] = []

    def save(progress: Progress) -> None:
        if progress.step == step and not saved:
            saved.append(path.write_bytes(path.read_bytes() + b"\n"))

    error = refusal(ledger, path, work=WorkContext(save))
    assert (error.code, path.name in error.sentence(), bool(saved)) == ("file.changed", True, True)
    assert planned(ledger, path).counts.rows_read == 6000 if kind == "csv" else True


def test_a_file_another_program_holds_is_said_to_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": [HEAD, line(1)]})

    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError) as caught:
        sources.staged(path)
    assert caught.value.code == "file.denied"


def test_what_a_table_lacks_is_named_outright(tmp_path: Path, ledger: Context) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": [("物料", "库位", "日期"), ("螺丝", "A-1", date(2024, 1, 5))]})
    sentence = refusal(ledger, path).sentence()
    assert "客户" in sentence
    assert "金额" in sentence
    bare = write_xlsx(tmp_path / "b.xlsx", {"S": [("数据",), (1.5,), (2.5,)]})
    error = refusal(ledger, bare)
    assert "客户" in error.sentence()
    assert "金额" in error.sentence()
