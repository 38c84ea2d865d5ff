"""A ledger opened, and its first list read, while the window is being built: nobody may notice but by the time."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.context import Context
from app.models import database as db
from app.services import backup
from app.services.customers import NewCustomer
from app.services.errors import AppError
from app.services.progress import WorkContext
from app.ui.customers.reading import Listed, ListQuestion
from app.ui.pages import page_entry
from app.ui.session import Session
from tests.bad_ledgers import BAD
from tests.ui.conftest import NAMES

ASKED: list[str] = []


@dataclass(frozen=True)
class Question:
    """Counts how often it is answered."""

    name: str = "first"

    def __call__(self, _context: Context, _work: WorkContext | None) -> str:
        ASKED.append(self.name)
        return f"{self.name} {len(ASKED)}"


class Broken(Question):
    """Cannot be answered."""

    def __call__(self, _context: Context, _work: WorkContext | None) -> str:
        raise ZeroDivisionError


@pytest.fixture(autouse=True)
def nothing_asked() -> None:
    ASKED.clear()


def opened(qtbot: QtBot, session: Session, ledger: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.open(ledger)


def answer(qtbot: QtBot, session: Session, question: Question | ListQuestion) -> object:
    with qtbot.waitSignal(session.compute(question).succeeded) as told:
        pass
    return told.args[0]


def test_the_first_question_is_answered_once(qtbot: QtBot, session: Session, ledger: Path) -> None:
    session.foresee(ledger, Question)
    opened(qtbot, session, ledger)
    assert answer(qtbot, session, Question()) == "first 1"
    assert answer(qtbot, session, Question()) == "first 2"


def test_another_question_is_asked_and_what_was_foreseen_forgotten(
    qtbot: QtBot, session: Session, ledger: Path
) -> None:
    session.foresee(ledger, Question)
    opened(qtbot, session, ledger)
    assert answer(qtbot, session, Question("other")) == "other 2"
    assert answer(qtbot, session, Question()) == "first 3"


def test_what_was_read_before_a_change_is_not_shown_after_it(qtbot: QtBot, session: Session, ledger: Path) -> None:
    session.foresee(ledger, ListQuestion)
    opened(qtbot, session, ledger)
    with qtbot.waitSignal(session.changed):
        session.perform(NewCustomer((("name", "台州立晟医疗器械有限公司"),)))
    found = answer(qtbot, session, ListQuestion())
    assert isinstance(found, Listed)
    assert found.total == len(found.ids) == len(NAMES) + 1


def test_another_ledger_gets_no_answer_of_the_foreseen_one(
    qtbot: QtBot, session: Session, ledger: Path, tmp_path: Path
) -> None:
    Context.create(tmp_path / "空.pandian").close()
    session.foresee(ledger, ListQuestion)
    opened(qtbot, session, tmp_path / "空.pandian")
    found = answer(qtbot, session, ListQuestion())
    assert isinstance(found, Listed)
    assert (found.total, len(found.ids)) == (0, 0)
    session.shut_down()
    assert not list(tmp_path.glob("*-wal"))


def test_a_ledger_nobody_opens_is_closed_at_the_end(session: Session, ledger: Path) -> None:
    session.foresee(ledger, Question)
    session.shut_down()
    assert [each.name for each in ledger.parent.glob("*.pandian*")] == [ledger.name]


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_ledger_gets_its_sentence(qtbot: QtBot, session: Session, ledger: Path, kind: str) -> None:
    spoil, _code = BAD[kind]
    spoil(ledger)
    with qtbot.waitSignal(session.failed) as told:
        session.open(ledger)
    plain = told.args[0]
    session.foresee(ledger, ListQuestion)
    with qtbot.assertNotEmitted(session.ledger_opened), qtbot.waitSignal(session.failed) as told:
        session.open(ledger)
    assert isinstance(plain, AppError)
    assert isinstance(told.args[0], AppError)
    assert told.args[0].sentence() == plain.sentence()
    assert not session.is_open


def test_after_a_failure_the_file_is_tried_again(qtbot: QtBot, session: Session, ledger: Path) -> None:
    content = ledger.read_bytes()
    ledger.write_bytes(content[:5000])
    session.foresee(ledger, ListQuestion)
    with qtbot.waitSignal(session.failed):
        session.open(ledger)
    ledger.write_bytes(content)
    opened(qtbot, session, ledger)


def test_an_older_ledger_is_brought_up_to_date_first(
    qtbot: QtBot, session: Session, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    monkeypatch.setattr("app.context.KNOWN_REVISIONS", ("0000", db.HEAD))
    upgraded: list[object] = []
    monkeypatch.setattr("app.models.migrations.upgrade", upgraded.append)
    session.foresee(ledger, ListQuestion)
    opened(qtbot, session, ledger)
    assert len(upgraded) == 1
    assert [each.reason for each in backup.listing(ledger)] == ["upgrade"]


def test_a_question_that_fails_is_told_where_it_is_asked(qtbot: QtBot, session: Session, ledger: Path) -> None:
    session.foresee(ledger, Broken)
    opened(qtbot, session, ledger)
    with qtbot.waitSignal(session.failed) as told:
        session.compute(Broken())
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_page_without_a_question_only_has_its_ledger_opened(qtbot: QtBot, session: Session, ledger: Path) -> None:
    settings = page_entry("settings")
    assert settings is not None
    session.foresee(ledger, settings.question)
    opened(qtbot, session, ledger)
    assert answer(qtbot, session, Question()) == "first 1"


def test_in_threads_as_at_a_start(qtbot: QtBot, ledger: Path) -> None:
    session, customers = Session(), page_entry("customers")
    assert customers is not None
    session.foresee(ledger, customers.question)
    opened(qtbot, session, ledger)
    found = answer(qtbot, session, ListQuestion())
    assert isinstance(found, Listed)
    assert session.read_now(lambda glance: glance.exec_driver_sql("SELECT COUNT(*) FROM customer").scalar()) == 3
    assert len(found.ids) == 3
    session.shut_down()
    assert not ledger.with_name(f"{ledger.name}-wal").exists()


def test_what_can_wait_comes_after_the_first_answers(qtbot: QtBot, session: Session, ledger: Path) -> None:
    with Context.open(ledger) as context:
        context.backup("hand")
    opened(qtbot, session, ledger)
    assert not session.backups_known
    assert session.operations.undo_text == ""
    with qtbot.waitSignals([session.settled, session.backed_up, session.operations.labels_changed]):
        pass
    assert session.last_backup is not None
    assert session.operations.undo_text != ""
    with qtbot.assertNotEmitted(session.settled, wait=300):
        answer(qtbot, session, Question())
