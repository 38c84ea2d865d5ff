"""Backups: sound copies, honest reasons, thinned out with age, and a restore that brings the data back."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.models import database as db
from app.models import sqlite_files
from app.models.customer import customer
from app.models.database import Database
from app.services import backup
from app.services.errors import LedgerError
from app.services.progress import Cancelled, WorkContext
from tests.rows import contents, customer_values

NOON = datetime(2026, 11, 25, 12, 0, 0)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = db.create(tmp_path / "华东[1].pandian")
    with made.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
    return made


def test_a_backup_says_when_why_and_holds_everything(database: Database) -> None:
    made = backup.make(database, "import", now=NOON)
    assert backup.listing(database.path) == [made]
    assert (made.reason, made.made_at, made.path.parent.name) == ("import", NOON, "备份")
    assert sqlite_files.check(made.path) == sqlite_files.Health(sound=True, customers=1, lines=0)
    database.close()


def test_a_cancelled_backup_leaves_nothing(database: Database) -> None:
    work = WorkContext()
    work.cancel()
    with pytest.raises(Cancelled):
        backup.make(database, "import", work=work)
    assert not list((database.path.parent / "备份").iterdir())
    database.close()


def test_looking_into_a_copy_can_be_given_up(database: Database) -> None:
    work = WorkContext()
    with database.writing() as connection:
        rows = [customer_values(f"客户{n}") for n in range(3000)]
        connection.execute(customer.insert(), rows)
    made = backup.make(database, "hand", work=work)
    work.cancel()
    with pytest.raises(Cancelled):
        sqlite_files.check(made.path, work.look)
    database.close()


def test_backups_of_one_second_do_not_overwrite_each_other(database: Database) -> None:
    names = {backup.make(database, "hand", now=NOON).path for _ in range(3)}
    assert len(names) == 3
    assert {b.path for b in backup.listing(database.path)} == names
    assert {b.reason for b in backup.listing(database.path)} == {"hand"}
    database.close()


def test_restore_brings_back_the_state_of_the_backup(database: Database, tmp_path: Path) -> None:
    with database.reading() as connection:
        before = contents(connection)
    made = backup.make(database, "hand", now=NOON)
    with database.writing() as connection:
        connection.execute(customer.delete())
    database.close()
    backup.restore(made.path, database.path)
    again = Database(database.path)
    with again.reading() as connection:
        assert contents(connection) == before
    again.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["华东[1].pandian", "备份"]


def test_a_damaged_backup_is_refused_and_the_ledger_untouched(database: Database) -> None:
    made = backup.make(database, "hand", now=NOON)
    made.path.write_bytes(made.path.read_bytes()[:8000])
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        backup.restore(made.path, database.path)
    assert made.path.name in caught.value.sentence()
    assert database.path.read_bytes() == before


def test_the_newest_sound_backup_is_offered(database: Database) -> None:
    good = backup.make(database, "hand", now=NOON)
    bad = backup.make(database, "exit", now=NOON + timedelta(hours=1))
    bad.path.write_bytes(b"SQLite format 3\0" + b"\0" * 2000)
    found = backup.newest_sound(database.path)
    assert found is not None
    assert found[0].path == good.path
    database.close()


def test_old_backups_are_thinned_out_but_no_period_is_lost(database: Database) -> None:
    template = backup.make(database, "exit", now=NOON).path
    for hours in range(1, 24 * 400, 7):
        moment = NOON - timedelta(hours=hours)
        target = template.with_name(f"{database.path.stem}_{moment.strftime(backup.STAMP)}_exit.pandian")
        target.write_bytes(b"")
    backup.thin_out(database.path)
    left = [b.made_at for b in backup.listing(database.path)]
    assert len({(m.year, m.month) for m in left}) >= 12
    assert {NOON.date() - timedelta(days=d) for d in range(14)} <= {m.date() for m in left}
    assert 12 + 13 <= len(left) <= 12 + 14 + 8 + 12
    database.close()


def test_a_backup_just_made_stays_though_the_clock_was_put_back(database: Database) -> None:
    for number in range(13):
        backup.make(database, "hand", now=datetime(2026, 11, 20, 10, number))
    made = backup.make(database, "import", now=datetime(2026, 11, 20, 9, 0))
    assert made.path.exists()


def test_of_backups_of_one_second_the_last_is_the_newest(database: Database) -> None:
    moment = datetime(2026, 11, 20, 10, 0)
    made = [backup.make(database, reason, now=moment).path for reason in ("hand", "import", "hand", "bulk")]
    for age, path in enumerate(reversed(made)):
        os.utime(path, ns=(10**18 - age, 10**18 - age))
    assert [each.path for each in backup.listing(database.path)] == made[::-1]
