"""What measures customers instead of putting them into classes: a verdict, figures, charts, and a list of customers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.services.workbench.pictures.view import ChartView

Kind = Literal["ok", "warn", "info"]


@dataclass(frozen=True)
class Figure:
    """One figure with its unit, and in a note what it is; `ids` are the customers it counts."""

    name: str
    value: str
    unit: str = ""
    note: str = ""
    ids: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Line:
    """One customer in the list of a measure, written out."""

    customer_id: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """`kind` says how the verdict is meant; `details` are for those who want to check the model."""

    scheme: str
    label: str
    about: str
    as_of: date
    kind: Kind
    verdict: str
    figures: tuple[Figure, ...]
    charts: tuple[ChartView, ...]
    details: tuple[tuple[str, str], ...] = ()
    headers: tuple[str, ...] = ()
    lines: Sequence[Line] = field(default=(), repr=False)
