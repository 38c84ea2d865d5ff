"""The templates of a ledger: shipped words in two languages, edits, restoring."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import texts
from app.context import Context
from app.services.cadence import parse_cadence
from app.services.errors import InputError
from app.services.playbooks import (
    AFTER_DEAL,
    Action,
    Playbook,
    playbooks,
    restored,
    save,
    scheme_name,
    task_title,
    with_cadence,
)
from app.services.staff import ROLE_NAMES
from app.services.templates import shipped
from tests.ledgers import ledger, transaction

NEEDED = {
    "value": {"high", "mid", "potential", "general", "prospect"},
    "pareto": {"top", "mid", "bottom"},
    "quadrant": {"star", "flow", "stream", "burden"},
    "grade_abcd": {"A", "B", "C", "D"},
    "churn": {"watch", "at_risk", "churned"},
    "event": {"complaint", "overdue", "silence"},
    "lifecycle": {"long_nurture", "new"},
}


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        yield opened


def test_every_class_has_a_template_in_both_languages() -> None:
    books = shipped().values()
    for scheme, classes in NEEDED.items():
        assert {book.class_id for book in books if book.scheme == scheme} == classes
    for book in books:
        assert book.actions
        words = [book.title, book.goal, book.advice, *(w for each in book.actions for w in (each.title, each.wording))]
        assert all(chinese and english and chinese != english for chinese, english in words)
        assert all(each.role in ROLE_NAMES and parse_cadence(each.cadence) for each in book.actions)
        assert len({each.code for each in book.actions}) == len(book.actions)


def test_a_new_ledger_has_them_all(context: Context) -> None:
    with context.reading() as connection:
        books = playbooks(connection)
    assert [book.code for book in books] == list(shipped())
    assert book_of(books, "value.high").actions[0].title == "深度拜访"
    assert scheme_name("value") == "按价值分级"


def test_words_follow_the_language(context: Context) -> None:
    texts.set_translator(lambda _context, source, _hint, _n: source, "en_US")
    with context.reading() as connection:
        assert book_of(playbooks(connection), "value.high").actions[0].title == "In-depth visit"


def test_edits_are_kept_and_shipped_words_stay_with_the_program(context: Context) -> None:
    with context.reading() as connection:
        book = book_of(playbooks(connection), "value.mid")
    call = replace(with_cadence(book.actions[0], "P/1w"), role="manager", minutes=20, wording="先问库存")
    edited = replace(book, actions=(call, replace(book.actions[1], active=False), *book.actions[2:]))
    with transaction(context) as tx:
        assert save(tx, (edited,))
        assert not save(tx, (edited,))
    with context.reading() as connection:
        assert book_of(playbooks(connection), "value.mid") == edited
        stored = connection.exec_driver_sql("SELECT title, wording FROM playbook_action WHERE id = ?", (call.id,)).one()
    assert tuple(stored) == (None, "先问库存")


def test_own_actions_come_and_go(context: Context) -> None:
    with context.reading() as connection:
        book = book_of(playbooks(connection), "value.general")
    own = Action(0, book.code, "", parse_cadence("P/6m"), "phone", "sales", None, "半年电话", "", active=True)
    with transaction(context) as tx:
        save(tx, (replace(book, actions=(*book.actions, own)),))
    with context.reading() as connection:
        grown = book_of(playbooks(connection), "value.general")
    assert grown.actions[-1].title == "半年电话"
    assert not restored(grown).actions[-1].active
    with transaction(context) as tx:
        save(tx, (book,))
    with context.reading() as connection:
        assert book_of(playbooks(connection), "value.general") == book


def test_restoring_gives_the_shipped_template(context: Context) -> None:
    with context.reading() as connection:
        book = book_of(playbooks(connection), "value.high")
    edited = replace(
        book, goal="别的", active=False, actions=tuple(with_cadence(each, "P/9w") for each in book.actions)
    )
    assert restored(edited) == book


def test_refuses_a_rhythm_that_is_none(context: Context) -> None:
    with context.reading() as connection:
        action = playbooks(connection)[0].actions[0]
    with pytest.raises(InputError):
        with_cadence(action, "V/0m")


def book_of(books: tuple[Playbook, ...], code: str) -> Playbook:
    return next(book for book in books if book.code == code)


def test_the_title_of_a_task_is_in_the_language_unless_the_firm_wrote_it() -> None:
    book = shipped()["value.high"]
    action = book.actions[0]
    stored = action.title[0]
    assert task_title(stored, book.code, action.code, None) == stored
    texts.set_translator(lambda _context, source, _note, _n: f"en {source}", "en_US")
    assert task_title(stored, book.code, action.code, None) == action.title[1]
    assert task_title(stored, book.code, action.code, "上门喝茶") == "上门喝茶"
    assert task_title("送样品", None, None, None) == "送样品"
    assert task_title(AFTER_DEAL, None, None, None) == f"en {AFTER_DEAL}"
