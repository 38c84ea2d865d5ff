"""The command line on spreadsheets written here: documents, exit statuses, nothing written where it should not be."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app import cli
from app.commands.helps import COMMANDS, OPTIONS
from app.context import Context
from app.services import importing

Run = Callable[..., tuple[int, dict[str, Any], str]]
HEADS = ("订单号", "日期", "客户名称", "金额")
LINES = (
    ("A1", "2026-10-03", "宏远机械", 1200.5),
    ("A2", "2026-10-09", "恒泰装备", 80),
    ("A3", "2026-11-02", "宏远机械", 600000),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A ledger with a title line and a total row."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (("销售台账",), HEADS, *LINES, ("合计", None, None, sum(line[3] for line in LINES))):
        sheet.append(row)
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> tuple[int, dict[str, Any], str]:
        """Exit status, the JSON document, what stood on standard error."""
        words = [str(each) for each in arguments]
        status = cli.main([*words, "--ledger", str(tmp_path / "账.pandian"), "--json"])
        said = capsys.readouterr()
        return status, json.loads(said.out), said.err

    return run


def test_a_ledger_of_nobody_is_not_reviewed(run: Run, tmp_path: Path) -> None:
    Context.create(tmp_path / "账.pandian").close()
    status, document, _said = run("review", "start")
    assert (status, document["error"]["code"]) == (3, "review.nobody")
    assert run("review", "list")[1]["reviews"] == []


def test_the_whole_way_from_a_ledger_to_a_report(run: Run, book: Path, tmp_path: Path) -> None:
    status, document, _said = run("import", book)
    assert status == 0
    assert (document["rows_read"], document["created"], document["skipped"]) == (4, 3, 1)
    assert (document["amount"], document["rounding"]) == ("601280.50", "0.00")
    assert document["files"][0]["sheets"][0]["totals"][0]["matches"] is True
    _status, listed, _said = run("customers", "--sort", "net_sales:desc")
    assert [each["name"] for each in listed["customers"]] == ["宏远机械", "恒泰装备"]
    _status, classes, _said = run("segment", "value", "--as-of", "2026-11-30")
    found = {each["name"]: each["class"] for each in classes["customers"]}
    assert found["宏远机械"] == "high"
    assert all(each["reason"] for each in classes["customers"])
    assert {each["name"]: each["steps"] for each in classes["customers"]}["恒泰装备"] != []
    assert run("review", "start", "--as-of", "2026-10-31")[0] == 0
    assert run("review", "finish", "--signed-by", "王经理")[1]["signed_by"] == "王经理"
    assert run("review", "list")[1]["reviews"][0]["as_of"] == "2026-10-31"
    status, made, _said = run("report", "--month", "2026-10", "--out", tmp_path / "报告.pdf")
    assert (status, made["stamps"]) == (0, [])
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF")
    assert run("export", "--out", tmp_path / "清单.xlsx", "--layout", "customers")[1]["rows"] == 2


def test_the_same_file_again_changes_nothing(run: Run, book: Path) -> None:
    run("import", book)
    _status, document, _said = run("import", book)
    assert (document["created"], document["unchanged"]) == (0, 3)


def test_an_import_is_listed_and_taken_back(run: Run, book: Path) -> None:
    batch = run("import", book)[1]["batch"]
    assert run("imports")[1]["imports"][0]["batch"] == batch
    status, document, _said = run("undo-import", batch)
    assert (status, document["lines"], document["customers"]) == (0, 3, 2)
    assert run("customers")[1]["count"] == 0


def test_every_scheme_says_of_everybody_why_by_which_rule_and_what_would_move_him(run: Run, book: Path) -> None:
    run("import", book)
    for scheme in cli.SCHEMES:
        _status, document, _said = run("segment", scheme, "--as-of", "2026-11-30")
        assert document["rule"], scheme
        assert document["version"] is None
        for each in document["customers"]:
            assert each["reason"], scheme
            assert each["rule"], scheme
            assert each["version"] is None
            told = [step["text"] for step in (*each["up"], *each["down"])]
            assert each["steps"] == (told or [each["still"]]), scheme
            assert all(each["steps"]), scheme
    _status, document, _said = run("segment", "value", "--as-of", "2026-11-30")
    (lifted,) = [each["up"] for each in document["customers"] if each["name"] == "恒泰装备"]
    assert [(step["toward"], step["axis"]) for step in lifted] == [("mid", "sales")]
    run("settings", "value_high=60万")
    _status, document, _said = run("segment", "value", "--as-of", "2026-11-30")
    assert {each["version"] for each in document["customers"]} == {1}


def test_the_same_file_again_is_answered_without_being_read(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("import", book)[1]
    monkeypatch.setattr(importing, "plan", None)
    status, again, _said = run("import", book)
    assert (status, again["batch"], again["created"], again["unchanged"]) == (0, 2, 0, first["created"])
    assert {**again, "files": first["files"]} == {
        **first, "files": first["files"], "batch": 2, "created": 0, "unchanged": 3,
        "customers_created": 0, "customers_matched": 2,
    }  # fmt: skip


def test_a_dry_run_writes_nothing(run: Run, book: Path, tmp_path: Path) -> None:
    status, document, _said = run("import", book, "--dry-run")
    assert (status, document["created"], document["batch"]) == (0, 3, None)
    assert not (tmp_path / "账.pandian").exists()


def test_a_file_without_money_is_refused_and_leaves_no_ledger(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "说明.csv"
    path.write_text("项目,说明\n甲,乙\n", encoding="utf-8")
    status, document, said = run("import", path)
    assert status == 3
    assert document["error"]["file"] == "说明.csv"
    assert document["error"]["message"] in said
    assert not (tmp_path / "账.pandian").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("customers",), 4, "ledger.missing"),
        (("segment", "magic"), 2, "usage"),
        (("settings", "value_high=many"), 4, "ledger.missing"),
        (("import", "没有.xlsx"), 3, "file.missing"),
    ],
)
def test_failures_have_their_status_and_sentence(run: Run, arguments: tuple[str, ...], status: int, code: str) -> None:
    found, document, said = run(*arguments)
    assert (found, document["error"]["code"]) == (status, code)
    assert said.strip() == document["error"]["message"]


def test_settings_are_changed_as_a_version_and_undone(run: Run, tmp_path: Path) -> None:
    run("new")
    status, document, _said = run("settings", "value_high=80万")
    assert (status, document["settings"]["value_high"]) == (0, "800000")
    with Context.open(tmp_path / "账.pandian") as context:
        context.undo()
    assert run("settings")[1]["settings"]["value_high"] == "500000"
    assert run("settings", "value_high=many")[0] == 3


def test_backup_restore_and_check(run: Run, book: Path, tmp_path: Path) -> None:
    run("import", book)
    made = run("backup", "--out", tmp_path / "备.pandian")[1]
    assert made["backup"] == str(tmp_path / "备.pandian")
    run("undo-import", 1)
    status, document, _said = run("restore", tmp_path / "备.pandian")
    assert status == 0
    assert document["saved"]
    assert run("check")[1] == {"sound": True, "customers": 2, "order_lines": 3}


def test_restoring_keeps_also_what_does_not_open(run: Run, tmp_path: Path) -> None:
    run("new")
    run("backup", "--out", tmp_path / "备.pandian")
    (tmp_path / "账.pandian").write_bytes(b"SQLite?")
    status, document, _said = run("restore", tmp_path / "备.pandian")
    assert (status, Path(document["saved"]).read_bytes()) == (0, b"SQLite?")
    assert run("check")[0] == 0


def test_an_unexpected_fault_shows_a_sentence_and_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_ledger: Path) -> Context:
        raise ZeroDivisionError

    monkeypatch.setattr(Context, "open", broken)
    status, document, said = run("customers")
    assert (status, document["error"]["code"]) == (1, "unexpected")
    assert "Traceback" not in said


def test_customers_who_may_be_one_are_listed_with_the_reasons(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "客户.csv"
    names = ("恒栎达电子有限公司", "恒力达电子", "澄观茶业", "澄观茶业（人民路店）", "澄观茶业有限公司")
    rows = [f"{name},制造业" for name in names]
    source.write_text("\n".join(("客户名称,所属行业", *rows)), "utf-8")
    assert run("import", source)[0] == 0
    status, document, _said = run("duplicates", "--limit", "3")
    assert (status, document["count"]) == (0, 4)
    sides = [(pair["first"]["name"], pair["second"]["name"], pair["suggestion"]) for pair in document["pairs"]]
    assert ("澄观茶业", "澄观茶业有限公司", "same") in sides
    assert len(sides) == 3
    assert all(pair["evidence"] and 0.5 <= pair["score"] <= 1 for pair in document["pairs"])
    status, document, _said = run("duplicates")
    found = {pair["first"]["name"]: pair["evidence"] for pair in document["pairs"]}
    assert found["恒栎达电子有限公司"][0] == "字号读音相同：「恒栎达」与「恒力达」。"


def test_pairs_are_said_in_lines_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, ledger = tmp_path / "客户.csv", tmp_path / "账.pandian"
    source.write_text("客户名称,所属行业\n恒栎达电子有限公司,制造业\n恒栎达电子,制造业\n", "utf-8")
    assert cli.main(["import", str(source), "--ledger", str(ledger)]) == 0
    capsys.readouterr()
    assert cli.main(["duplicates", "--ledger", str(ledger)]) == 0
    line, total = capsys.readouterr().out.splitlines()
    assert line.split("　")[1:3] == ["很像", "恒栎达电子有限公司｜恒栎达电子"]
    assert total == "共 1 对疑似重复。"


def test_help_says_what_each_command_and_option_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    """In the language asked for, and none is forgotten."""
    for command in COMMANDS:
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        shown = capsys.readouterr().out
        assert COMMANDS[command] in shown
        flags = set(re.findall(r"(--[a-z-]+)", shown)) - {"--help"}
        assert flags <= set(OPTIONS)
