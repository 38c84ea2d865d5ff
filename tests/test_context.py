"""Opening ledgers: what fits is opened, what does not is refused with a sentence and left untouched."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.context import Context
from app.models import database as db
from app.services import backup
from app.services.errors import AppError, InputError, LedgerError
from tests.commands import AddCustomers

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.pandian"
    with Context.create(path) as context:
        context.run(AddCustomers(("甲", "乙")))
    return path


def refusal(path: Path) -> AppError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(AppError) as caught:
        Context.open(path)
    assert path.name in caught.value.sentence()
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value


def test_a_ledger_opens_again_with_all_it_held(ledger: Path) -> None:
    with Context.open(ledger) as context, context.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM customer").scalar() == 2
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM playbook").scalar()
    assert not list(ledger.parent.glob("*-wal"))


def test_an_existing_file_is_never_written_over(ledger: Path) -> None:
    before = ledger.read_bytes()
    with pytest.raises(LedgerError, match=r"ledger\.exists"):
        Context.create(ledger)
    assert ledger.read_bytes() == before


def test_a_ledger_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_connection: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("app.services.playbooks.seed", broken)
        with pytest.raises(ZeroDivisionError):
            Context.create(tmp_path / "a.pandian")
    assert not list(tmp_path.glob("a.*"))
    (tmp_path / "a.pandian-wal").write_bytes(b"of a ledger that was deleted")
    Context.create(tmp_path / "a.pandian").close()
    assert [path.name for path in tmp_path.glob("a.*")] == ["a.pandian"]


def test_a_ledger_whose_making_was_killed_is_none(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from app.context import Context; from app.services import playbooks;"
        "playbooks.seed = lambda _connection: os._exit(9); Context.create(Path(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.pandian")], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert refusal(tmp_path / "a.pandian").code == "ledger.foreign"


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "a.pandian"
    text.write_text("不是台账", encoding="utf-8")
    assert refusal(text).code == "ledger.foreign"
    other = tmp_path / "b.pandian"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert refusal(other).code == "ledger.foreign"
    assert refusal(tmp_path / "没有.pandian").code == "ledger.missing"


def test_a_newer_ledger_is_refused(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert refusal(ledger).code == "ledger.newer"


@pytest.mark.parametrize("kept", [200, 5000, 40_000])
def test_a_cut_off_ledger_is_refused_as_damaged(ledger: Path, kept: int) -> None:
    ledger.write_bytes(ledger.read_bytes()[:kept])
    assert refusal(ledger).code == "ledger.damaged"


def test_a_read_only_ledger_is_refused(ledger: Path) -> None:
    ledger.chmod(0o444)
    assert refusal(ledger).code == "ledger.read_only"


def test_a_second_look_does_not_let_go_of_an_open_ledger(ledger: Path) -> None:
    """POSIX forgets a program's locks on a file when that program closes the file, whoever in it opened it."""
    ask = (
        "import sqlite3, sys; other = sqlite3.connect(sys.argv[1], timeout=0);"
        "print(other.execute('PRAGMA locking_mode=EXCLUSIVE').fetchone());"
        "other.execute('SELECT COUNT(*) FROM customer')"
    )
    with Context.open(ledger):
        Context.open(ledger).close()
        other = subprocess.run([sys.executable, "-c", ask, str(ledger)], capture_output=True, text=True, check=False)
    assert "database is locked" in other.stderr


def test_an_older_ledger_is_backed_up_and_brought_up_to_date(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    monkeypatch.setattr("app.context.KNOWN_REVISIONS", ("0000", db.HEAD))
    upgraded: list[str] = []
    monkeypatch.setattr("app.models.migrations.upgrade", lambda _connection: upgraded.append("ran"))
    Context.open(ledger).close()
    assert upgraded == ["ran"]
    assert [each.reason for each in backup.listing(ledger)] == ["upgrade"]


def test_undo_says_when_there_is_nothing(ledger: Path) -> None:
    with Context.open(ledger) as context:
        label, _changes = context.undo()
        assert label.text() == "新建 2 位客户"
        with pytest.raises(InputError):
            context.undo()
