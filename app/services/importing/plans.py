"""What an import would do, said before anything is written: plain frozen values for the import page and the CLI."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.services.importing.sheets import Ranges

if TYPE_CHECKING:
    from app.services.importing.ledger.differences import Change
    from app.services.importing.prepared import Prepared

Kind = Literal["orders", "customers", "payments", "contacts", "returns", "ignored"]
WantedKind = Literal["auto", "orders", "customers", "payments", "contacts"]
MatchKey = Literal["", "code", "name", "phone"]
Decision = Literal["take", "hold", "skip"]
CellDecision = Decision | Literal[""]  # "": what is done with all of that kind, though a scheme says otherwise
Mode = Literal["overwrite", "fill", "append", "never"]
Severity = Literal["info", "warn", "error"]  # corrected silently, taken but to be looked at, cannot be taken
ColumnState = Literal["ok", "confirm", "ignored"]
CellMark = Literal["", "corrected", "confirm", "empty", "error"]


@dataclass(frozen=True)
class Join:
    """One table whose rows complete those of another, found by a key that each of its rows bears alone."""

    key: str  # the title, in the table that is completed or in one joined before, of what names the row
    sheet: str  # where the rest stands
    other: str  # the title of the key there
    columns: tuple[str, ...]  # the titles there of what is brought over
    file: str = ""  # its file; "" for the same


UNDECODED = "file.encoding"
LOCKED = ("file.password", "file.wrong_password", UNDECODED)
"""Refusals that end when somebody says more about the file: its password, or the encoding of its text."""


@dataclass(frozen=True)
class SheetChoice:
    """What a person (or a mapping file) decided about one sheet; what is not named is found by the program."""

    kind: Kind | None = None
    header_rows: tuple[int, ...] | None = None  # (): the table has no heading, its columns go by their letters
    columns: Mapping[str, str | None] = field(default_factory=dict)  # source title -> field id; None: not imported
    units: Mapping[str, str] = field(default_factory=dict)  # source title -> "yuan" or "wan"
    date_orders: Mapping[str, str] = field(default_factory=dict)  # source title -> "ymd", "mdy" or "dmy"
    modes: Mapping[str, Mode] = field(default_factory=dict)  # source title or field -> how it meets what is known
    years: Mapping[str, str] = field(default_factory=dict)  # source title -> year of dates that name none
    rates: Mapping[str, str] = field(default_factory=dict)  # currency -> what one of it is worth; "": its rows wait
    joins: tuple[Join, ...] | None = None  # None: not decided; empty: it is to stand alone
    match_key: MatchKey = ""  # what tells one customer from another; "": the code where there is one, else the name
    headings: tuple[str, ...] = ()  # the choice is for tables with about these headings; empty: for any
    scheme: str | None = None  # name of the stored scheme to use; "": none, None: the one with the same headings


@dataclass(frozen=True)
class ImportOptions:
    """The choices of one import; replace() it and plan again to change one."""

    kind: WantedKind = "auto"
    sheets: tuple[str, ...] = ()  # names to take; empty: every visible sheet
    choices: Mapping[str, SheetChoice] = field(default_factory=dict)  # by sheet_key, else sheet name, else "*"
    password: str | None = field(default=None, repr=False)  # of every file that asks for one; in no log
    passwords: Mapping[str, str] = field(default_factory=dict, repr=False)  # of single files, by their names
    encodings: Mapping[str, str] = field(default_factory=dict)  # of text files that were misread, by their names
    without: tuple[str, ...] = ()  # names of files that nobody can open
    include_hidden: bool = False
    decisions: Mapping[str, Decision] = field(default_factory=dict)  # problem code -> what to do with its rows
    replacements: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """(sheet as in `choices`, source title, text of a cell) -> what all such cells are read as; "" empties them."""
    cells: Mapping[tuple[str, str, str], CellDecision] = field(default_factory=dict)
    """(sheet as in `choices`, source title, text of a cell) -> what to do with all rows in which it stands."""
    edits: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    """(sheet as in `choices`, row, source title) -> what this one cell is read as."""
    ask: bool = False  # somebody is there to name columns: a table that lacks some is planned, not refused

    def choice(self, sheet: str, file: str = "") -> SheetChoice:
        names = (sheet_key(file, sheet), sheet, "*")
        return next((self.choices[name] for name in names if name in self.choices), SheetChoice())

    def cells_of(self, file: str, sheet: str) -> dict[str, dict[str, Decision]]:
        """What was decided about equal cells of one sheet: source title -> text -> what becomes of the rows."""
        found: dict[str, dict[str, CellDecision]] = {}
        for name in ("*", sheet, sheet_key(file, sheet)):
            for (wanted, title, text), decision in self.cells.items():
                if wanted == name:
                    found.setdefault(title, {})[text] = decision
        return {title: {text: said for text, said in texts.items() if said} for title, texts in found.items()}

    def password_of(self, file: str) -> str | None:
        return self.passwords.get(file, self.password)

    def speaks_for_all(self, choice: SheetChoice) -> bool:
        """Whether it is what was decided about every sheet, not about this one."""
        return choice is self.choices.get("*")


def sheet_key(file: str, sheet: str) -> str:
    """The name under which a choice about one sheet of one file is kept, written as spreadsheets do."""
    return f"[{file}]{sheet}"


_UNNAMED = re.compile(r"(?:sheet|工作表)\s*\d*", re.I)


def table_name(file: str, sheet: str) -> str:
    """What a table is called: by its sheet, or by its file where nobody gave the sheet a name."""
    return Path(file).stem if _UNNAMED.fullmatch(sheet) else sheet


@dataclass(frozen=True)
class Note:
    """A remark with its facts; `text` is the sentence in the language of the interface."""

    code: str
    text: str


@dataclass(frozen=True)
class ColumnPlan:
    """One source column and where it goes."""

    index: int
    title: str
    field: str | None  # a key of columns.FIELDS; None: not imported, kept in the archive
    state: ColumnState
    sample: str
    unit: str = ""  # "yuan" or "wan" for money columns
    date_order: str = ""
    notes: tuple[Note, ...] = ()
    mode: str = ""  # how it meets what is known, where a person said so
    order_matters: bool = False  # it holds dates that are other days in another order
    year: str | None = None  # of its dates that name none; "" where nobody knows it, None where all name theirs

    @property
    def by_content(self) -> bool:
        """Whether no heading names it, but its cells."""
        return any(note.code == "looks" for note in self.notes)


@dataclass(frozen=True)
class TotalCheck:
    """A total or subtotal row of the ledger beside our own sum over the rows it covers."""

    row: int
    label: str
    column: str  # source title
    stated: Decimal
    computed: Decimal
    matches: bool
    first_row: int  # the block it covers
    last_row: int
    suspect_row: int | None = None  # a row that alone explains the difference
    money: bool = True  # else pieces

    @property
    def difference(self) -> Decimal:
        """Ours minus the ledger's."""
        return self.computed - self.stated

    @property
    def covers_rows(self) -> bool:
        """Whether there was anything to compare it with."""
        return self.first_row != self.row


@dataclass(frozen=True)
class TableSum:
    """The column of amounts of one table: of sales lines their amount, of a customer list the lifetime total."""

    column: str  # source title; "" where amounts are quantity times price
    unit: str  # the column's, "yuan", "qian" or "wan"; the sums are 元 all the same
    taken: Decimal  # over the rows that are taken
    read: Decimal  # over all rows as they stand, which is what total rows speak of
    turned: bool = False  # amounts of returns stand there without a minus and are taken with one
    kept: int = 0  # lines whose amount stays as the ledger has it


@dataclass(frozen=True)
class Example:
    """One cell or row of a problem: where it is, what stands there, what it becomes."""

    file: str
    sheet: str
    row: int
    column: str  # source title, "" when the whole row is meant
    before: str
    after: str  # "" when nothing can be made of it
    reason: str = ""  # sentences, where the rule alone does not say why


@dataclass(frozen=True)
class CellGroup:
    """All cells of one column under one problem in which the same text stands: one decision settles them."""

    sheet: str  # as in ImportOptions.choices
    column: str
    text: str
    count: int
    decision: Decision | None = None  # None: what is done with all rows of the problem


@dataclass(frozen=True)
class Problem:
    """All cells or rows with one kind of trouble, and what will be done with them."""

    code: str
    severity: Severity
    title: str
    message: str  # the reason and the rule, one sentence
    count: int
    sample_rows: tuple[int, ...]
    examples: tuple[Example, ...]
    decision: Decision
    choices: tuple[Decision, ...]  # empty: nothing to decide
    cells: tuple[CellGroup, ...] = ()  # the most frequent texts first
    money: Decimal = Decimal(0)  # 元 of the rows it is about, as far as it can be read


@dataclass(frozen=True)
class Question:
    """An answer only a person can give; nothing can be imported before it is given."""

    code: str
    file: str
    sheet: str
    column: str
    text: str
    choices: tuple[tuple[str, str], ...]  # (value, words); the value goes to SheetChoice.units or .columns
    joins: tuple[Join, ...] = ()  # what a yes stands for
    free: str = ""  # what may be typed instead, as the hint of the field; "": one of the choices
    subject: str = ""  # what the answer is about where a column has several: a currency
    columns: tuple[tuple[str, str], ...] = ()  # source title -> field, what a yes stands for

    def asks_the_same(self, other: "Question") -> bool:
        """Whether one answer settles both: the sheets of one file ask alike."""
        if self.columns:
            return (self.code, self.file, self.columns) == (other.code, other.file, other.columns)
        mine = (self.code, self.file, self.column, self.text, self.choices)
        return mine == (other.code, other.file, other.column, other.text, other.choices)

    @property
    def key(self) -> str:
        """Of the sheet it is about."""
        return sheet_key(self.file, self.sheet)


@dataclass(frozen=True)
class PreviewCell:
    """One cell as it will be stored beside what stands in the file."""

    text: str  # as it will be stored, "" when empty
    original: str
    mark: CellMark = ""


@dataclass(frozen=True)
class PreviewRow:
    """One data row as it will be stored, cell by cell in the order of the source columns."""

    row: int
    cells: tuple[PreviewCell, ...]
    state: str = ""  # "", "confirm", "held" or "skipped"


@dataclass(frozen=True)
class Counts:
    """Every data row is in exactly one counter: rows_read is their sum."""

    rows_read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    held: int = 0
    skipped: int = 0

    def __post_init__(self) -> None:
        parts = self.created + self.updated + self.unchanged + self.held + self.skipped
        if parts != self.rows_read:
            raise ValueError(f"{self.rows_read} rows were read, {parts} have a place")

    @property
    def written(self) -> int:
        """Rows that are in the ledger afterwards, whether they were before or not."""
        return self.created + self.updated + self.unchanged

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.rows_read + other.rows_read,
            self.created + other.created,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.held + other.held,
            self.skipped + other.skipped,
        )


@dataclass(frozen=True)
class SheetPlan:
    """One sheet: what it was taken for, and all that was found in it."""

    name: str
    kind: Kind
    visible: bool
    why: str  # why the kind was chosen, or what is missing; one sentence
    header_rows: tuple[int, ...]
    raw: tuple[tuple[int, tuple[str, ...]], ...]  # the first rows as they stand, with their numbers
    columns: tuple[ColumnPlan, ...]
    preview: tuple[PreviewRow, ...]
    counts: Counts
    totals: tuple[TotalCheck, ...]
    total_rows: int  # 合计 and 小计 rows put aside
    blank_rows: int
    note_rows: int  # titles above, notes below
    corrected_cells: int
    money: TableSum | None = None  # None: no column of amounts
    lacks: tuple[str, ...] = ()  # "customer", "amount", "date": columns without which there are no sales
    file: str = ""
    hidden_rows: Ranges = ()  # below the heading, as far as anything is written
    rows: int = 0  # of the sheet, down to the last used cell
    match_key: MatchKey = ""
    like_sales: bool = False  # it may hold sales, but for columns that nobody has named yet
    first_row: int = 1  # of its sheet, where it is one of several tables there

    @property
    def match_keys(self) -> tuple[MatchKey, ...]:
        """By what its customers can be told apart."""
        fields = {column.field for column in self.columns}
        by: tuple[tuple[MatchKey, str], ...] = (
            ("code", "customer_code"), ("name", "customer_name"), ("phone", "phone"),
        )  # fmt: skip
        return tuple(key for key, field in by if field in fields and (key != "phone" or self.kind == "customers"))

    @property
    def hidden(self) -> int:
        """How many rows do not show in the sheet."""
        return sum(last - first + 1 for first, last in self.hidden_rows)

    @property
    def key(self) -> str:
        """The name of the choices about it."""
        return sheet_key(self.file, self.name)

    @property
    def taken(self) -> bool:
        """Whether its rows come in, as sales lines, customers, payments or contacts."""
        return self.kind in ("orders", "customers", "payments", "contacts")

    @property
    def first_difference(self) -> TotalCheck | None:
        """The first block where the table's own totals and ours part; subtotals come before what sums them."""
        return next((check for check in self.totals if not check.matches), None)


@dataclass(frozen=True)
class FilePlan:
    """One file and its sheets."""

    path: Path
    file: str  # name without folder
    format: str  # xlsx, xls, csv
    encoding: str  # of text files, else ""
    sheets: tuple[SheetPlan, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A file that is left out of the import, and the sentence that says why."""

    path: Path
    file: str
    code: str
    text: str


@dataclass(frozen=True)
class ImportPlan:
    """All an import would do. Money is exact 元; nothing has been written."""

    files: tuple[FilePlan, ...]
    options: ImportOptions
    counts: Counts
    customers_created: int
    customers_matched: int
    customers_absent: int  # in the ledger but not in the customer lists read now; 0 without a list
    amount: Decimal
    returns_amount: Decimal
    rounding: Decimal
    date_from: date | None
    date_to: date | None
    problems: tuple[Problem, ...]  # worst first
    questions: tuple[Question, ...]
    offers: tuple[Question, ...]  # what may be chosen too; nothing waits for it
    corrected_cells: int
    changes: tuple["Change", ...]  # of what is known already, cell by cell; the first MOST of them
    changes_count: int
    likely_duplicates: int  # customers that look like another one; imported apart, to be merged later
    prepared: "Prepared" = field(repr=False, compare=False)  # what the command will write
    payments: int = 0  # taken, whether they stand in a table of their own or in columns of the orders
    payments_amount: Decimal = Decimal(0)  # less what was refunded
    contacts: int = 0  # dated records of contacts taken
    refused: tuple[Refusal, ...] = ()
    complete: bool = True  # False: a first look, the rows are still being read

    @property
    def customers(self) -> int:
        return self.customers_created + self.customers_matched

    @property
    def reads_again(self) -> bool:
        """Whether some of it is in the ledger already."""
        return self.counts.updated + self.counts.unchanged > 0

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is in the ledger already, just as it is."""
        counts = self.counts
        return counts.unchanged > 0 and not (counts.created or counts.updated or counts.held)

    @property
    def tables(self) -> tuple[tuple[str, SheetPlan], ...]:
        """The sheets that are taken, each by its name, with its file's where another sheet is called the same."""
        taken = [(file.file, sheet) for file in self.files for sheet in file.sheets if sheet.taken]
        names = [sheet.name for _file, sheet in taken]
        return tuple(
            (sheet.name if names.count(sheet.name) == 1 else f"{file} › {sheet.name}", sheet) for file, sheet in taken
        )

    @property
    def to_name(self) -> SheetPlan | None:
        """The table whose columns somebody has to name first, or its sales are left behind, or nothing comes at all."""
        sheets = [sheet for file in self.files for sheet in file.sheets]
        if all(sheet.kind == "ignored" for sheet in sheets):
            return min((each for each in sheets if each.lacks), key=lambda each: len(each.lacks), default=None)
        if self.without_sales is None:
            return None
        return min((each for each in sheets if each.like_sales), key=lambda each: len(each.lacks), default=None)

    @property
    def without_sales(self) -> SheetPlan | None:
        """The list that brings new customers and tells nothing of what they bought.

        A list without amounts is complete beside sales lines, and for customers the ledger knows already.
        """
        sheets = [sheet for file in self.files for sheet in file.sheets]
        lists = [sheet for sheet in sheets if sheet.kind == "customers"]
        complete = any(sheet.kind == "orders" for sheet in sheets) or any(not sheet.lacks for sheet in lists)
        return None if complete or not self.customers_created or not lists else lists[0]

    @property
    def brings_nothing(self) -> bool:
        """Whether no table can be taken as it is."""
        return all(sheet.kind == "ignored" for file in self.files for sheet in file.sheets)
