"""A plan's working side: the sheets as they were looked at and read, and what the ledger made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.services.errors import AppError, InputError
from app.services.importing.decisions import Decisions
from app.services.importing.ledger.differences import Change
from app.services.importing.ledger.lookalikes import Likely
from app.services.importing.ledger.mending import Mending, SheetAgain
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.settling import Settled
from app.services.importing.plans import Example, ImportOptions, Note, Question
from app.services.importing.problems import Findings
from app.services.importing.rows.corrections import Mended
from app.services.importing.rows.people import Register
from app.services.importing.rows.sheetreader import SheetReader
from app.services.importing.rows.staging import Staged
from app.services.importing.schemes import Remembered
from app.services.importing.tables.glance import Glance
from app.services.progress import WorkContext

Below = dict[str, dict[int, set[int]]]
"""By file and sheet the rows, far below the first, where further tables begin."""


@dataclass
class SheetInMaking:
    """A sheet while the plan is made: what was seen and, where it takes part, who read it."""

    glance: Glance
    file: int
    number: int = -1  # in Staged.sheets
    reader: SheetReader | None = None
    decisions: Decisions | None = None
    returned: int = 0
    again: SheetAgain | None = None  # rows of it wait already and are read once more


@dataclass
class Making:
    """A plan in the making."""

    options: ImportOptions
    work: WorkContext
    findings: Findings
    staged: Staged
    register: Register
    remembered: Remembered
    mended: Mended = field(default_factory=dict)
    below: Below = field(default_factory=dict)
    mending: Mending = field(default_factory=Mending)
    sheets: list[SheetInMaking] = field(default_factory=list)
    files: list[tuple[Path, str, str, tuple[Note, ...]]] = field(default_factory=list)  # path, format, encoding, notes
    questions: list[Question] = field(default_factory=list)
    offers: list[Question] = field(default_factory=list)
    refusals: list[InputError] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)  # files that are read when all have been looked at
    refused: list[tuple[Path, AppError]] = field(default_factory=list)  # files that are left out


@dataclass(frozen=True)
class Prepared:
    """What has been read, and what becomes of it in the ledger as it stands."""

    making: Making
    outcomes: Outcomes
    likely: Likely
    kept: tuple[tuple[str, Example], ...] = ()  # edits by hand with which the files disagree
    changes: tuple[Change, ...] = ()
    changes_count: int = 0
    settled: tuple[Settled, ...] = ()  # rows that waited and come right with these files
    totals_kept: Mapping[tuple[int, int], int] = field(default_factory=dict)  # by sheet and row of a list
    complete: bool = True  # False: only first rows were looked at
