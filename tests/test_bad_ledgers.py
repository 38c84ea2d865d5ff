"""A ledger that cannot be opened is refused in a sentence, Chinese and English, and left as it is."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app import cli
from app.context import Context
from app.models.database import Database
from tests.bad_ledgers import BAD
from tests.services.importing.books import write_xlsx

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
NAME = "华东 台账😀.pandian"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "客户 盘点 📒"
    folder.mkdir()
    Context.create(folder / NAME).close()
    return folder / NAME


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "三月 台账😀.xlsx", {"订单": [("客户", "日期", "金额"), ("甲", "2024-01-05", 5.5)]})


def told(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> tuple[int, str, str]:
    """Exit status, code and sentence of a command that fails."""
    status = cli.main([*arguments, "--json"])
    printed = capsys.readouterr()
    error = json.loads(printed.out)["error"]
    assert printed.err.strip() == error["message"]
    return status, error["code"], error["message"]


@pytest.mark.parametrize("command", ["customers", "import"])
@pytest.mark.parametrize("kind", BAD)
def test_by_command(ledger: Path, source: Path, capsys: pytest.CaptureFixture[str], kind: str, command: str) -> None:
    spoil, expected = BAD[kind]
    spoil(ledger)
    if kind == "missing" and command == "import":
        return  # it is made anew
    before = ledger.read_bytes() if ledger.is_file() else b""
    arguments = [command, *([str(source)] if command == "import" else []), "--ledger", str(ledger)]
    for language in cli.LANGUAGES:
        status, code, sentence = told(capsys, [*arguments, "--lang", language])
        assert (status, code) == (4, expected)
        assert NAME in sentence
        assert "\n" not in sentence
        if language == "en_US":
            assert not CHINESE.search(sentence.replace(NAME, ""))
    assert (ledger.read_bytes() if ledger.is_file() else b"") == before


def test_a_ledger_another_program_writes_is_locked(
    ledger: Path, source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = Database.__init__
    monkeypatch.setattr(Database, "__init__", lambda self, path: patient(self, path, patience=0))
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for language in cli.LANGUAGES:
            arguments = ["import", str(source), "--ledger", str(ledger), "--lang", language]
            status, code, sentence = told(capsys, arguments)
            assert (status, code) == (4, "ledger.locked")
            assert NAME in sentence
    assert cli.main(["import", str(source), "--ledger", str(ledger)]) == 0


def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "一个文件"
    blocked.write_bytes(b"")
    for language in cli.LANGUAGES:
        status, code, _ = told(capsys, ["new", "--ledger", str(blocked / "台账.pandian"), "--lang", language])
        assert (status, code) == (5, "storage.denied")


def test_blanks_chinese_and_pictures_in_a_path_do_not_matter(ledger: Path, source: Path) -> None:
    assert cli.main(["import", str(source), "--ledger", str(ledger)]) == 0
    with Context.open(ledger) as context, context.reading() as connection:
        found = connection.exec_driver_sql("SELECT name FROM source_file").scalars().all()
    assert found == ["三月 台账😀.xlsx"]
