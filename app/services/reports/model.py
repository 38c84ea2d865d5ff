"""A report as plain values, before paper or workbook: sections of blocks, every figure still a number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from app.services.charts import Palette

Cell = str | int | float | date | None
"""What a table holds; None is unknown and prints as —."""


class Kind(Enum):
    """How a column's values are written, on paper and in the workbook."""

    TEXT = "text"
    YUAN = "yuan"  # stored units, shown in 元
    WAN = "wan"  # stored units, shown in 万元
    PERCENT = "percent"  # a ratio
    CHANGE = "change"  # a ratio with its sign, or the word that stands for it
    INT = "int"
    SIGNED = "signed"  # an int with its sign: a change
    RATIO = "ratio"
    DATE = "date"

    @property
    def is_number(self) -> bool:
        return self not in (Kind.TEXT, Kind.DATE)


@dataclass(frozen=True)
class Column:
    """One column: numbers stand right, text left; only `wrap` columns may take several lines."""

    title: str
    kind: Kind = Kind.TEXT
    wrap: bool = False
    weight: float = 1.0  # share of spare width among wrapping columns
    adds_up: bool = False  # the workbook sums it live in the total row


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    note: bool = False  # small print


@dataclass(frozen=True)
class KeyFigure:
    """One of the large figures of page 1."""

    label: str
    value: str
    unit: str = ""
    notes: tuple[str, ...] = ()
    number: float | None = None  # the same for the workbook
    kind: Kind = Kind.INT


@dataclass(frozen=True)
class KeyFigures:
    """The large figures together."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Table:
    """Rows under a repeated header; `empty` is said instead when there are none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    empty: str = ""
    notes: tuple[str, ...] = ()
    title: str = ""
    most: int = 0  # rows printed on paper, 0 all; the workbook has every row
    sheet_only: bool = False  # the workbook alone has it


@dataclass(frozen=True)
class Chart:
    """A drawing made only when a page or picture asks for it."""

    title: str
    subtitle: str
    draw: Callable[["Palette", float, float], "Figure"]  # palette, width and height in inches
    height: float  # mm on paper
    alt: str  # one sentence for those who cannot see it


@dataclass(frozen=True)
class Sentences:
    """Numbered sentences under a small heading: the findings."""

    title: str
    items: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Action:
    """One thing to do, by whom and by when."""

    what: str
    who: str
    due: str


@dataclass(frozen=True)
class Actions:
    """A few actions under a title; `empty` is said when there are none."""

    title: str
    items: tuple[Action, ...]
    empty: str = ""


@dataclass(frozen=True)
class SignatureLine:
    """Places to sign, at the foot of the last page."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Paragraph | KeyFigures | Table | Chart | Sentences | Actions | SignatureLine | PageBreak


@dataclass(frozen=True)
class Section:
    """A heading with its blocks; `key` names it for choices and the workbook, `sheet` is its sheet."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    sheet: str = ""
    one_page: bool = False  # page 1: closes up rather than run over


@dataclass(frozen=True)
class Report:
    """All that is printed, and what the header and footer say on every page."""

    title: str
    company: str
    period: str
    as_of: date
    basis: str  # filter and rule version
    printed_at: datetime
    sections: tuple[Section, ...]
    stamps: tuple[str, ...] = ()  # 未存档, 未对平
    dated: str = ""  # the day as head and foot say it; empty: 盘点日
    review_id: int | None = None
