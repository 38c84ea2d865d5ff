"""What the import page runs off the GUI thread: plain functions on plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import importing
from app.services.importing.bycontent import COLUMNS
from app.services.importing.offering import JOIN, SCHEME
from app.services.importing.plans import ImportOptions, ImportPlan, Question, SheetChoice

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.importing.ledger.batches import Batch
    from app.services.progress import WorkContext


UNDECIDED = ImportOptions(ask=True)


@dataclass(frozen=True)
class Draft:
    """An import that is being looked at: what it takes to show it again in another window."""

    files: tuple[Path, ...]
    options: ImportOptions = UNDECIDED
    step: int | None = None  # of the steps; None: the card


def plan(files: Sequence[Path], options: ImportOptions, context: "Context", work: "WorkContext") -> ImportPlan:
    """Read and compare; nothing is written."""
    with context.reading() as connection:
        return importing.plan(connection, files, options, work)


def batches(connection: "Connection") -> "list[Batch]":
    return importing.imports(connection)


def still_there(files: Sequence[str], _work: "WorkContext") -> tuple[str, ...]:
    """Files imported before that can be chosen again; one on a drive that is gone cannot."""
    return tuple(each for each in files if _is_there(Path(each)))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


_KEPT_IN = {"date_order": "date_orders", "year": "years", "rate": "rates"}
"""Where SheetChoice keeps the answer to a question."""


def with_choice(options: ImportOptions, key: str, **values: object) -> ImportOptions:
    """The options with something decided about one sheet, which goes by its key."""
    choice = replace(_choice(options, key), **values)  # type: ignore[arg-type]
    return replace(options, choices={**options.choices, key: choice})


def with_column(options: ImportOptions, key: str, title: str, field: str | None) -> ImportOptions:
    """A source column goes to another field, or nowhere."""
    return with_choice(options, key, columns={**_choice(options, key).columns, title: field})


def with_unit(options: ImportOptions, key: str, title: str, unit: str) -> ImportOptions:
    return with_choice(options, key, units={**_choice(options, key).units, title: unit})


def with_dates(options: ImportOptions, key: str, title: str, how: str) -> ImportOptions:
    """How the dates of a column are read: a year for those that name none, else the order of day, month and year."""
    name = "years" if how.isdecimal() else "date_orders"
    return with_choice(options, key, **{name: {**getattr(_choice(options, key), name), title: how}})


def with_encoding(options: ImportOptions, file: str, encoding: str) -> ImportOptions:
    """What the text of a file is in; "": as it is found out."""
    others = {name: said for name, said in options.encodings.items() if name != file}
    return replace(options, encodings={**others, file: encoding} if encoding else others)


def with_rows_of(options: ImportOptions, cell: tuple[str, str, str], decision: str) -> ImportOptions:
    """What becomes of the rows with one text, by sheet, heading and text; "": as of all with that trouble."""
    return replace(options, cells={**options.cells, cell: decision})  # type: ignore[dict-item]


def with_mode(options: ImportOptions, key: str, title: str, mode: str) -> ImportOptions:
    """How a column meets what is known of a customer."""
    return with_choice(options, key, modes={**_choice(options, key).modes, title: mode})


def with_answer(options: ImportOptions, question: Question, value: str) -> ImportOptions:
    """A question has its answer."""
    if question.code == JOIN:
        return with_choice(options, question.key, joins={"yes": question.joins, "no": (), "ask": None}[value])
    if question.code == COLUMNS:
        said = {title: field if value == "yes" else None for title, field in question.columns}
        return with_choice(options, question.key, columns={**_choice(options, question.key).columns, **said})
    if question.code == SCHEME:
        return with_choice(options, question.key, scheme=value)
    if (name := _KEPT_IN.get(question.code)) is not None:
        kept = getattr(_choice(options, question.key), name)
        return with_choice(options, question.key, **{name: {**kept, question.subject or question.column: value}})
    return with_unit(options, question.key, question.column, value)


def _choice(options: ImportOptions, key: str) -> SheetChoice:
    """What is decided about a sheet so far, by itself or together with others."""
    file, _bracket, sheet = key.removeprefix("[").partition("]")
    return options.choice(sheet, file)
