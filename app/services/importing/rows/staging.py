"""What has been read and understood but not written: lines in blocks of columns, customers, what is held."""

import marshal
import tempfile
import weakref
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from app.services.errors import StorageError
from app.services.files import NO_ROOM
from app.services.importing.tables.columns import ColumnMap
from app.services.importing.tables.layout import Layout

IN_MEMORY = 600_000
"""Lines kept in memory between plan and import (about 0.6 kB each); further ones wait in a temporary file.

Each pass over those takes its time, and there are several."""


FINEST = 10**18
"""What one 元 has of the unit in which the rest of a rounded amount is kept."""


class LineBlock(NamedTuple):
    """Order lines of one sheet by column; customers, products and persons are positions in Staged's lists."""

    sheet: int
    rows: list[int]
    customers: list[int]  # -1: none named
    order_nos: Sequence[str | None]
    days: Sequence[str | None]
    products: Sequence[int]  # -1: none
    quantities: Sequence[int | None]
    prices: Sequence[int | None]
    discounts: Sequence[int | None]
    amounts: list[int]
    costs: Sequence[int | None]
    kinds: Sequence[str]
    statuses: Sequence[str]
    status_texts: Sequence[str | None]
    channels: Sequence[str | None]
    places: Sequence[str | None]
    persons: Sequence[int]
    dues: Sequence[str | None]
    digests: list[int]
    cells: list[str]
    finer: dict[int, int]  # place -> what rounding the amount to units took away, where it did; in FINEST


class LineStore:
    """Blocks of lines, the first ones in memory, the rest in a temporary file that goes when the plan goes."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._blocks: list[LineBlock] = []
        self._file: IO[bytes] | None = None
        self._sizes: list[int] = []  # of the blocks in the file, in bytes
        self._limit, self.count = in_memory, 0
        self._digests = array("q")

    def append(self, block: LineBlock) -> None:
        if self.count < self._limit:
            self._blocks.append(block)
        else:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="pandian-")  # noqa: SIM115 - lives as long as the plan
                weakref.finalize(self, self._file.close)
            plain: tuple[Any, ...] = tuple(block)
            packed = marshal.dumps(plain)
            self._file.seek(0, 2)
            try:
                self._file.write(packed)
                self._file.flush()
            except OSError as error:
                code = "storage.full" if error.errno in NO_ROOM else "storage.gone"
                raise StorageError(code, file=tempfile.gettempdir()) from error
            self._sizes.append(len(packed))
        self.count += len(block.rows)
        self._digests.extend(block.digests)

    def give_up(self) -> None:
        """The files are read anew, into another store."""

    def __iter__(self) -> Iterator[LineBlock]:
        yield from self._blocks
        if self._file is None:
            return
        position = 0
        for size in self._sizes:
            self._file.seek(position)
            plain: tuple[Any, ...] = marshal.loads(self._file.read(size))  # load() asks the file for each value
            position += size
            yield LineBlock(*plain)

    def __bool__(self) -> bool:
        return self.count > 0

    def repeated(self) -> frozenset[int]:
        """The digests that several lines have. Sorting numbers takes 8 bytes a line, a set of all would take 100."""
        if not self.count:
            return frozenset()
        import numpy as np

        digests = np.sort(np.frombuffer(self._digests, dtype=np.int64))
        return frozenset(digests[1:][digests[1:] == digests[:-1]].tolist())


@dataclass
class Person:
    """A customer as the files name him: by code where there is one, else by name, by phone where that is wanted."""

    code: str | None
    name: str
    name_key: str
    region: str | None = None
    industry: str | None = None
    source: str | None = None
    kind: str | None = None
    segment: str | None = None
    level: str | None = None
    owner: int = -1
    answers: dict[str, str] = field(default_factory=dict)  # by the key of the profile question
    aliases: set[str] = field(default_factory=set)
    phone: str | None = None  # where that is what tells him from others

    @property
    def key(self) -> str:
        """What tells him from others, the same in every import."""
        if self.phone:
            return f"p:{self.phone}"
        return f"c:{self.code}" if self.code else f"n:{self.name_key}"


@dataclass(frozen=True)
class FollowUp:
    """One entry of a 跟进记录 cell."""

    day: str
    text: str
    feedback: str | None
    next_step: str | None
    due: str | None  # until when the next step was promised
    channel: str
    two_way: bool | None
    by: str | None = None  # who of the firm it was, where the entry names him


@dataclass(frozen=True)
class ListRow:
    """One row of a customer list, understood."""

    sheet: int
    row: int
    customer: int
    values: dict[str, Any]  # columns of table customer, stored form
    contacts: tuple[dict[str, str | None], ...]
    tags: tuple[tuple[str, str], ...]  # (group, name)
    follow_ups: tuple[FollowUp, ...]
    owner: int  # position in Staged.persons, -1: none
    first_day: str | None
    last_day: str | None
    total: int | None
    avg_cycle: float | None
    flags: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]  # (key of the profile question, answer)
    digest: int
    cells: str
    misnamed: bool = False  # an earlier row calls the customer of this code something else


class PaymentRow(NamedTuple):
    """Money that came in or went back, from a row of its own or from the columns of a sales line."""

    sheet: int
    row: int
    customer: int  # position in Staged.customers, -1: none named
    day: str
    amount: int  # negative: a refund
    order_no: str | None
    method: str | None
    note: str | None
    line: bool  # the row is a sales line
    cells: str

    @property
    def kind(self) -> str:
        return "refund" if self.amount < 0 else "receipt"


class ContactRow(NamedTuple):
    """One dated record of a contact, from a row of its own."""

    sheet: int
    row: int
    customer: int
    entry: FollowUp
    person: int  # position in Staged.persons, -1: none
    minutes: int | None
    hours: tuple[float | None, float | None]  # until we answered, until the customer did
    contacts: tuple[dict[str, str | None], ...]
    digest: int
    cells: str


@dataclass(frozen=True)
class HeldRow:
    """A row that waits: why, and what stands in it."""

    sheet: int
    row: int
    code: str
    column: str
    digest: int
    cells: str


@dataclass(frozen=True)
class ReturnedOrder:
    """An order named on a returns list."""

    sheet: int
    row: int
    order_no: str
    cells: str


@dataclass(frozen=True)
class StagedSheet:
    """A sheet that takes part in the import."""

    file: int
    name: str
    kind: str
    layout: Layout
    columns: ColumnMap
    modes: Mapping[str, str] = field(default_factory=dict)  # heading or field -> how it meets what is known


@dataclass(frozen=True)
class StagedFile:
    """A file that takes part in the import, by its content."""

    path: Path
    digest: str
    size: int
    modified: datetime | None

    def columns(self) -> dict[str, Any]:
        """What table source_file says of it."""
        folder = str(self.path.absolute().parent)
        return {
            "name": self.path.name,
            "folder": folder,
            "digest": self.digest,
            "bytes": self.size,
            "modified_at": self.modified,
        }


@dataclass
class Staged:
    """Everything an import will write, in the order it was read."""

    files: list[StagedFile] = field(default_factory=list)
    sheets: list[StagedSheet] = field(default_factory=list)
    customers: list[Person] = field(default_factory=list)
    products: list[tuple[str | None, str, str | None]] = field(default_factory=list)  # code, name, category
    persons: list[str] = field(default_factory=list)
    lines: LineStore = field(default_factory=LineStore)
    list_rows: list[ListRow] = field(default_factory=list)
    payments: list[PaymentRow] = field(default_factory=list)
    contacts: list[ContactRow] = field(default_factory=list)
    held: list[HeldRow] = field(default_factory=list)
    returned: list[ReturnedOrder] = field(default_factory=list)
    today: date = field(default_factory=date.today)
    corrected: dict[tuple[int, int], dict[str, str]] = field(
        default_factory=dict
    )  # (sheet, row) -> heading -> new text
    from_sheets: set[int] = field(default_factory=set)  # ids of source_sheet of which waiting rows are read again
