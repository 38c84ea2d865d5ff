"""How the cells of each column are read: one decision a column for units, the order of dates, what a discount means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from app.services.importing.plans import MatchKey, SheetChoice
from app.services.importing.sheets import Cell
from app.services.importing.tables.columns import ColumnMap
from app.services.importing.tables.fields import FIELDS, unit_of
from app.services.importing.tables.layout import Layout
from app.services.importing.values.cells import Cells, TextCells, read_code, read_text
from app.services.importing.values.currencies import read_rate
from app.services.importing.values.dates import DateReader, date_order, lacks_year, order_matters
from app.services.importing.values.discounts import DiscountReader
from app.services.importing.values.durations import read_days, read_hours
from app.services.importing.values.numbers import NumberCells, NumberReader
from app.services.importing.values.units import FACTORS, contradicts, mixed

_LARGE = 10_000  # a number of 万元 from here on is a hundred million 元
_OUTLIER = 100  # times the median
_PRICES = ("price", "net_price", "unit_cost")


@dataclass
class Decisions:
    """The readers of a sheet by field, what was decided by column, and what only a person can decide."""

    memos: dict[str, Cells[Any]] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    date_orders: dict[int, str] = field(default_factory=dict)
    assumed: list[int] = field(default_factory=list)  # date columns that read either way
    questions: list[tuple[str, int]] = field(default_factory=list)  # (code, column)
    years: dict[int, int] = field(default_factory=dict)  # of date columns that name none
    rates: Mapping[str, str] = field(default_factory=dict)  # what a person says currencies are worth
    currencies: dict[int, str] = field(default_factory=dict)  # foreign ones that the formats of a column name
    paid: bool = False
    match_key: MatchKey = ""
    returns: bool = False  # every amount of the sheet went back

    def number(self, name: str) -> NumberReader:
        reader = self.memos[name].reader
        assert isinstance(reader, NumberReader)
        return reader

    def settle_discounts(self, paid: bool) -> None:
        """What 0.9 means in the discount column is known from the whole sheet."""
        self.paid = paid
        if "discount" in self.memos:
            self.memos["discount"] = Cells(DiscountReader(paid=paid))

    def settle_order(self, index: int, name: str, order: str) -> None:
        """The order of dates in a column is known after all."""
        self.date_orders[index] = order
        self.assumed.remove(index)
        reader = self.memos[name].reader
        self.memos[name] = Cells(DateReader(order, reader.year if isinstance(reader, DateReader) else None))


def decide(
    layout: Layout,
    columns: ColumnMap,
    head: Sequence[Sequence[Cell]],
    choice: SheetChoice,
    years: frozenset[int] = frozenset(),
) -> Decisions:
    """From the first rows and what a person said; `years` are those that the names and titles of the table tell."""
    made = Decisions(rates=choice.rates, match_key=choice.match_key)
    for index, name in columns.fields.items():
        reads = FIELDS[name].reads if name in FIELDS else "text"
        title = layout.titles[index] if index < len(layout.titles) else ""
        cells = list(head[index]) if index < len(head) else []
        if reads == "date":
            order = _order(made, index, cells, choice.date_orders.get(title))
            made.memos[name] = Cells(DateReader(order, _year(made, index, cells, choice.years.get(title), years)))
        elif reads in ("money", "quantity"):
            factor = _factor(made, index, name, title, layout, cells, choice) if reads == "money" else 1
            made.memos[name] = NumberCells(_number_reader(name, reads, factor))
        elif reads == "rate":
            made.memos[name] = Cells(read_rate)
        elif reads == "days":
            made.memos[name] = Cells(read_days)
        elif reads == "hours":
            made.memos[name] = Cells(read_hours)
        elif reads != "discount":
            made.memos[name] = TextCells(read_code if reads == "code" else read_text)
    _follow(made, columns, head)
    if columns.has("discount"):
        made.paid = _says_what_is_left(columns, made, head)
        made.memos["discount"] = Cells(DiscountReader(paid=made.paid))
    return made


def _order(made: Decisions, index: int, cells: Sequence[Cell], wanted: str | None) -> str:
    order, proven = date_order([cell for cell in cells if isinstance(cell, str)])
    if wanted in ("ymd", "mdy", "dmy"):
        order, proven = str(wanted), True
    made.date_orders[index] = order
    if not proven:
        made.assumed.append(index)
    return order


def _follow(made: Decisions, columns: ColumnMap, head: Sequence[Sequence[Cell]]) -> None:
    """A column that reads either way follows another of the table, written alike, that reads one way only."""
    known = {
        order
        for index, order in made.date_orders.items()
        if index not in made.assumed and any(map(order_matters, head[index] if index < len(head) else ()))
    }
    if len(known) == 1:
        for index in list(made.assumed):
            made.settle_order(index, columns.fields[index], *known)


def _year(made: Decisions, index: int, cells: Sequence[Cell], wanted: str | None, years: frozenset[int]) -> int | None:
    """The year of dates such as 3月5日 or 3月: as said, else the only one the table names, else to be asked."""
    if not any(map(lacks_year, cells)):
        return None
    if wanted and wanted.isdecimal():
        made.years[index] = int(wanted)
        return made.years[index]
    if len(years) == 1:
        made.years[index] = next(iter(years))
        return made.years[index]
    made.questions.append(("year", index))
    return None


def _number_reader(name: str, reads: str, factor: int) -> NumberReader:
    money = reads == "money"
    return NumberReader(factor, counted=not money, literal=name == "amount", foreign=money)


def _factor(
    made: Decisions, index: int, name: str, title: str, layout: Layout, cells: Sequence[Cell], choice: SheetChoice
) -> int:
    said = choice.units.get(title)
    unit = said or unit_of(title) or ("" if name in _PRICES else layout.unit)
    made.units[index] = unit or "yuan"
    if not said and contradicts(name, unit, cells):
        made.questions.append(("unit", index))
    elif not unit and mixed(cells):
        made.questions.append(("mixed", index))
    return FACTORS.get(unit, 1)


def outlier(cells: Sequence[Cell], factor: int) -> float | None:
    """From which number on a cell of a 万元 column is more likely 元; None where there is nothing to fear."""
    numbers = [abs(cell) for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool) and cell]
    if factor != FACTORS["wan"] or not numbers:
        return None
    return max(_LARGE, _OUTLIER * median(numbers))


def _says_what_is_left(columns: ColumnMap, made: Decisions, head: Sequence[Sequence[Cell]]) -> bool:
    """Whether 0.9 in the discount column means 九折: by the amounts where they tell, else by its size."""
    votes = _votes(columns, made, head)
    if votes:
        return votes[True] > votes[False]
    place = columns.column("discount")
    reader = DiscountReader()
    shares = [reader(cell).value for cell in head[place or 0] if _is_rate(cell)]
    known = [share for share in shares if share is not None]
    return bool(known) and median(known) >= 5000


def _is_rate(cell: Cell) -> bool:
    """Whether a cell may mean what is taken off as well as what is left: 0.9, 90, 90%; of 九折 there is no doubt."""
    if isinstance(cell, str):
        return cell.strip().endswith(("%", "％"))
    return isinstance(cell, int | float) and not isinstance(cell, bool) and 0 < cell <= 100


def _votes(columns: ColumnMap, made: Decisions, head: Sequence[Sequence[Cell]]) -> Mapping[bool, int]:
    names = ("quantity", "price", "amount", "discount")
    places = [columns.column(name) for name in names]
    votes = {True: 0, False: 0}
    if None in places:
        return {}
    reader = Cells(DiscountReader())
    for row in zip(*(head[place] for place in places if place is not None), strict=True):
        quantity, price, amount = (made.memos[name][cell] for name, cell in zip(names[:3], row, strict=False))
        share = reader[row[3]] if _is_rate(row[3]) else None
        if not share or quantity is None or price is None or not amount:
            continue
        gross = quantity * price / 10_000
        for paid in (True, False):
            part = share if paid else 10_000 - share
            votes[paid] += abs(gross * part / 10_000 - amount) <= abs(amount) * 0.005
    return votes if any(votes.values()) else {}
