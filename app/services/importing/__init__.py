"""Reading a firm's own ledgers: plan what a file would bring, show it, then write it in one transaction.

plan() reads and compares, command() is what History runs, result() is what was done or, for a dry run, would be.
Everything is imported when called: the process that parses spreadsheets passes through here and has to start quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Connection

    from app.services.importing.ledger.batches import Batch
    from app.services.importing.ledger.commit import FirstImport, ImportCommand
    from app.services.importing.ledger.undo import UndoImport
    from app.services.importing.plans import ImportOptions, ImportPlan
    from app.services.importing.repeating import RepeatCommand
    from app.services.importing.results import ImportResult
    from app.services.progress import WorkContext


def ahead(sources: Sequence[Path], password: str | None = None) -> AbstractContextManager[None]:
    """While the block runs, the first file is being opened by its own process; plan() takes it over."""
    from app.services.importing.files import reader

    return reader.ahead(sources, password)


def plan(connection: Connection, sources: Sequence[Path], options: ImportOptions, work: WorkContext) -> ImportPlan:
    """What the files would bring into this ledger; raises InputError when they cannot be read or hold nothing."""
    from app.services.importing import planning

    return planning.plan(connection, sources, options, work)


def repeated(connection: Connection, sources: Sequence[Path], options: ImportOptions) -> RepeatCommand | None:
    """The command for files that came in just before and bring nothing new; None where they have to be read."""
    from app.services.importing import repeating

    known = repeating.find(connection, sources, options)
    return None if known is None else repeating.RepeatCommand(known)


def forget() -> None:
    """Let go of the files that stay open as long as somebody decides about them."""
    from app.services.importing.files import reader

    reader.forget()


def first_look(
    connection: Connection, sources: Sequence[Path], options: ImportOptions, work: WorkContext
) -> ImportPlan:
    """Sheets, headings and kinds from the first rows alone; the plan is not complete and cannot be imported."""
    from app.services.importing import planning

    return planning.first_look(connection, sources, options, work)


def command(made: ImportPlan) -> ImportCommand:
    """The command that writes a plan; raises InputError when a question of it has no answer."""
    from app.services.importing.ledger import commit

    commit.require_answers(made)
    return commit.ImportCommand(made)


def first(
    sources: Sequence[Path], options: ImportOptions, reading: Callable[[], AbstractContextManager[Connection]]
) -> FirstImport:
    """The command that reads files into a ledger just made for them; once it ran, `done` holds what wrote them."""
    from app.services.importing.ledger.commit import FirstImport

    return FirstImport(sources, options, reading)


def result(made: ImportPlan | ImportCommand, held_file: Path | None = None) -> ImportResult:
    """What a command did once it ran, or what a plan would do (batch None).

    With `held_file` the rows that wait are saved there as a workbook, the reason in front.
    """
    from app.services.importing.ledger import commit, held
    from app.services.importing.results import ImportResult

    if isinstance(made, commit.ImportCommand):
        if made.done.result is None:
            raise RuntimeError("the import has not been run")
        done = made.done.result
    else:
        commit.require_answers(made)
        done = ImportResult(None, made)
    if held_file is None:
        return done
    held.save(done.plan, held_file, made.done.keys if isinstance(made, commit.ImportCommand) else {})
    return ImportResult(done.batch, done.plan, held_file)


def undo_import(batch: int) -> UndoImport:
    """The command that takes back an import of the past; its `done.report` says what was kept."""
    from app.services.importing.ledger.undo import UndoImport

    return UndoImport(batch)


def imports(connection: Connection) -> list[Batch]:
    """The imports so far, the newest first."""
    from app.services.importing.ledger import batches

    return batches.imports(connection)
