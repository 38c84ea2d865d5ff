"""Where a figure comes from: the ledger lines behind it with file, sheet and row, and the original cells of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.models.ledger import counted
from app.services.figures import window
from app.services.settings import MethodSettings

FIGURES = ("net_sales", "net_sales_prev", "net_sales_3m", "net_sales_life", "recency")
SHORT_MONTHS = 3


@dataclass(frozen=True)
class Place:
    """A row of a file as it was imported."""

    source_row_id: int
    file: str
    folder: str
    sheet: str
    row: int


@dataclass(frozen=True)
class SourceLine:
    """One line behind a figure. `amount` is what it adds, in units: nothing for a line whose order was taken back."""

    day: str | None
    order_no: str | None
    product: str | None
    quantity: int | None
    amount: int
    kind: str  # order, return, taken_back, summary
    place: Place | None  # None for what was entered by hand


@dataclass(frozen=True)
class Provenance:
    """The lines behind one figure of one customer, newest first; `total` adds them up, `figure` is what was shown."""

    customer_id: int
    customer: str
    key: str
    start: date | None
    end: date
    lines: tuple[SourceLine, ...]
    total: int
    figure: int | None
    basis: str | None  # lines, summary: there the figure is a yearly share of the total

    @property
    def agrees(self) -> bool:
        return self.figure is None or self.figure == self.total


@dataclass(frozen=True)
class Original:
    """One row as it stands in the file: header and text of each cell."""

    place: Place
    cells: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str], ...] = ()  # what was put right by hand: heading and what it was read as


def lines(
    connection: Connection, customer_id: int, key: str, as_of: date, settings: MethodSettings | None = None
) -> Provenance:
    """The lines behind a figure (a key of FIGURES) as of a day."""
    settings = settings or MethodSettings()
    name = connection.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (customer_id,)).scalar_one()
    fact = connection.exec_driver_sql(
        "SELECT basis, as_of, net_sales, net_sales_prev, net_sales_3m, net_sales_life, last_order"
        " FROM customer_fact WHERE customer_id = ?",
        (customer_id,),
    ).first()
    start, end = _span(key, as_of, settings, fact.last_order if fact else None)
    basis = fact.basis if fact else None
    found = _summary_lines(connection, customer_id) if basis == "summary" else ()
    found = found or _order_lines(connection, customer_id, start, end, settings)
    shown = getattr(fact, key, None) if fact and fact.as_of == as_of.isoformat() and key != "recency" else None
    total = sum(line.amount for line in found)
    return Provenance(customer_id, name, key, start, end, found, total, shown, basis)


def line_counts(
    connection: Connection, customer_id: int, as_of: date, settings: MethodSettings | None = None
) -> Mapping[str, int]:
    """How many order lines stand behind the yearly figure and behind the one of all years."""
    settings = settings or MethodSettings()
    day = _counted_day(settings)
    start = window(as_of, settings.review_months).start.isoformat()
    row = connection.exec_driver_sql(
        f"SELECT COUNT(*) FILTER (WHERE counted >= ?), COUNT(*) FROM (SELECT {day} AS counted FROM order_line l"
        f" WHERE l.customer_id = ? AND {counted('l')}) WHERE counted <= ?",
        (start, customer_id, as_of.isoformat()),
    ).one()
    return {"net_sales": row[0], "net_sales_life": row[1]}


def original(connection: Connection, source_row_id: int) -> Original | None:
    """The cells of an imported row under the headers of its sheet."""
    row = connection.exec_driver_sql(
        f"SELECT {_PLACE}, s.headers, r.cells, r.changes FROM source_row r {_PLACE_JOIN} WHERE r.id = ?",
        (source_row_id,),
    ).first()
    if row is None:
        return None
    headers, cells = json.loads(row[5]), json.loads(row[6])
    headers += [""] * (len(cells) - len(headers))
    pairs = zip(headers, cells, strict=False)
    told = tuple((str(head), "" if cell is None else str(cell)) for head, cell in pairs)
    changes = tuple(json.loads(row[7]).items()) if row[7] else ()
    return Original(Place(*row[:5]), told, changes)


_PLACE = "r.id, fl.name, fl.folder, s.name, r.row"
_PLACE_JOIN = "JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file fl ON fl.id = s.file_id"


def _span(key: str, as_of: date, settings: MethodSettings, last_order: str | None) -> tuple[date | None, date]:
    span = window(as_of, settings.review_months)
    if key == "net_sales_prev":
        return span.prev_start, span.prev_end
    if key == "net_sales_3m":
        return window(as_of, SHORT_MONTHS).start, as_of
    if key == "recency" and last_order:
        last = date.fromisoformat(last_order)
        return last, last
    return (span.start if key == "net_sales" else None), as_of


def _counted_day(settings: MethodSettings) -> str:
    """The day a line counts on; a return that names its order may count on that order's."""
    if settings.return_basis != "order_date":
        return "l.day"
    return (
        "CASE WHEN l.kind = 'return' THEN COALESCE((SELECT MIN(o.day) FROM order_line o WHERE"
        " o.customer_id = l.customer_id AND o.order_no = l.order_no AND o.kind = 'order'"
        f" AND {counted('o')}), l.day) ELSE l.day END"
    )


def _order_lines(
    connection: Connection, customer_id: int, start: date | None, end: date, settings: MethodSettings
) -> tuple[SourceLine, ...]:
    """What counts, by the day it counts on."""
    sql = (
        f"SELECT {_counted_day(settings)} AS counted, l.order_no, p.name, l.quantity,"
        " CASE WHEN l.returned AND l.kind = 'order' THEN 0 ELSE l.amount END,"
        " CASE WHEN l.returned AND l.kind = 'order' THEN 'taken_back' ELSE l.kind END,"
        f" {_PLACE} FROM order_line l LEFT JOIN product p ON p.id = l.product_id"
        " LEFT JOIN source_row r ON r.id = l.source_row_id"
        " LEFT JOIN source_sheet s ON s.id = r.sheet_id LEFT JOIN source_file fl ON fl.id = s.file_id"
        f" WHERE l.customer_id = ? AND {counted('l')} AND counted <= ? AND counted >= ?"
        " ORDER BY counted DESC, l.id DESC"
    )
    first = start.isoformat() if start else ""
    rows = connection.exec_driver_sql(sql, (customer_id, end.isoformat(), first))
    return tuple(SourceLine(*(*row[:6], _place(row[6:]))) for row in rows)


def _summary_lines(connection: Connection, customer_id: int) -> tuple[SourceLine, ...]:
    sql = (
        f"SELECT f.last_day, COALESCE(f.total, 0), {_PLACE} FROM summary_fact f"
        " LEFT JOIN source_row r ON r.id = f.source_row_id"
        " LEFT JOIN source_sheet s ON s.id = r.sheet_id LEFT JOIN source_file fl ON fl.id = s.file_id"
        " WHERE f.customer_id = ? AND f.current AND NOT EXISTS (SELECT 1 FROM summary_fact n WHERE n.current"
        " AND n.id > f.id AND n.customer_id = f.customer_id AND n.merged_from IS f.merged_from) ORDER BY f.id DESC"
    )
    rows = connection.exec_driver_sql(sql, (customer_id,))
    return tuple(SourceLine(row[0], None, None, None, row[1], "summary", _place(row[2:])) for row in rows)


def _place(columns: tuple[object, ...]) -> Place | None:
    number, file, folder, sheet, row = columns
    if not isinstance(number, int):
        return None
    assert isinstance(row, int)
    return Place(number, str(file), str(folder), str(sheet), row)
