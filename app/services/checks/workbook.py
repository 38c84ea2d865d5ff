"""The 补填表: who lacks something and what is known of him; filled in, it is imported as any list of customers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.models.bulk import id_list
from app.services.checks.gaps import Customer, Shown
from app.services.exporting import Column, Kind, Row, ToFill, write_to_fill
from app.services.progress import WorkContext


@dataclass(frozen=True)
class Place:
    """A column of the workbook, for a field by its key."""

    key: str
    column: Column
    sql: str


PLACES = (
    Place("owner", Column("负责人"), "(SELECT name FROM person p WHERE p.id = c.owner_id)"),
    Place("contact", Column("联系人"), "(SELECT group_concat(name, '、') FROM contact t WHERE t.customer_id = c.id)"),
    Place("industry", Column("所属行业"), "c.industry"),
    Place("size", Column("企业规模"), "c.size_band"),
    Place("region", Column("地区"), "c.region"),
    Place("source", Column("客户来源"), "c.source"),
    Place("status", Column("当前状态"), "c.status"),
    Place("demand", Column("预计年采购额(元)", Kind.MONEY), "c.est_annual_demand"),
    Place("first", Column("首次合作时间", Kind.DATE), "f.first_order"),
    Place("total", Column("历史采购总额(元)", Kind.MONEY), "f.net_sales_life"),
    Place("last", Column("最近合作时间", Kind.DATE), "f.last_order"),
)
BUSINESS = ("first", "total", "last")
"""Asked of those alone of whom no orders are known: a total beside orders would be a second truth."""
NOT_ASKED = "-"
"""What the import takes for an empty cell."""
TITLE, CODE, NAME = "补填表", Column("客户编号"), Column("客户名称")
"""A file format, not words of the interface: the same in every language."""


def write(connection: Connection, given: Shown, target: Path, work: WorkContext | None = None) -> Path:
    """The customers that are shown, in their order; a column only where somebody lacks it."""
    shown = [each for each in PLACES if _lacking(given, each)]
    whom = set[int]().union(*(_lacking(given, each) for each in shown))
    rows = [row for row in given.rows if row.id in whom]
    head = (CODE, NAME) if any(row.code for row in rows) else (NAME,)
    known = _known(connection, shown, rows)
    cells: list[Row] = [(*(row.code, row.name)[-len(head) :], *known[row.id]) for row in rows]
    write_to_fill(target, ToFill(TITLE, (*head, *(each.column for each in shown)), cells, len(head)), work)
    return target


def can_fill(given: Shown) -> bool:
    """Whether a list can mend anything of what is lacking."""
    return any(_lacking(given, each) for each in PLACES)


def _lacking(given: Shown, place: Place) -> set[int]:
    return set(given.checks.missing(place.key)).intersection(row.id for row in given.rows)


def _known(connection: Connection, shown: Sequence[Place], rows: Sequence[Customer]) -> dict[int, Row]:
    """What is filled in already of each."""
    columns = ", ".join(("c.id", "f.basis", *(each.sql for each in shown)))
    sql = (
        f"SELECT {columns} FROM customer c LEFT JOIN customer_fact f ON f.customer_id = c.id"
        f" WHERE c.id IN ({id_list(row.id for row in rows)})"
    )
    found: dict[int, Row] = {}
    for number, basis, *values in connection.exec_driver_sql(sql):
        asked = basis == "summary"
        found[number] = tuple(
            value if asked or place.key not in BUSINESS else NOT_ASKED
            for place, value in zip(shown, values, strict=True)
        )
    return found
