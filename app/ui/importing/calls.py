"""What the import page runs off the GUI thread: plain functions on plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import importing
from app.services.importing.plans import ImportOptions, ImportPlan, SheetChoice

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.importing.undo import Batch
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


def with_choice(options: ImportOptions, sheet: str, **values: object) -> ImportOptions:
    """The options with something decided about one sheet."""
    choice = options.choices.get(sheet) or SheetChoice()
    return replace(options, choices={**options.choices, sheet: replace(choice, **values)})  # type: ignore[arg-type]


def with_column(options: ImportOptions, sheet: str, title: str, field: str | None) -> ImportOptions:
    """A source column goes to another field, or nowhere."""
    columns = {**options.choice(sheet).columns, title: field}
    return with_choice(options, sheet, columns=columns)


def with_unit(options: ImportOptions, sheet: str, title: str, unit: str) -> ImportOptions:
    return with_choice(options, sheet, units={**options.choice(sheet).units, title: unit})
