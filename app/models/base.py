"""The metadata all tables hang on, and the column types: exact money, exact quantities, ISO dates."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, String, TypeDecorator

UNITS = 10_000
"""Stored money and quantities are whole numbers of 1/10,000."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def to_units(value: Decimal | int | str) -> int:
    """A decimal number as stored units, finer digits rounded half up (half away from zero)."""
    return int((Decimal(value) * UNITS).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def from_units(units: int) -> Decimal:
    """Stored units as an exact decimal number."""
    return Decimal(units) / UNITS


class Amount(TypeDecorator[Decimal]):
    """Money in 元 or a quantity: an integer of 1/10,000 in the database, a Decimal outside."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | str | None, dialect: Dialect) -> int | None:
        return None if value is None else to_units(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else from_units(value)


class IsoDate(TypeDecorator[date]):
    """A local calendar date, kept as ISO text so that it sorts, reads and exports as it stands."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | str | None, dialect: Dialect) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class IsoTime(TypeDecorator[datetime]):
    """A local point in time to the second, as ISO text."""

    impl = String(19)
    cache_ok = True

    def process_bind_param(self, value: datetime | str | None, dialect: Dialect) -> str | None:
        return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def key() -> Column[int]:
    """The integer primary key every table has.

    The number of the last row may be given again once that row has gone; where something still leads to the old one
    by then, the table says sqlite_autoincrement.
    """
    return Column("id", Integer, primary_key=True)


def link(name: str, target: str, *, null: bool = False, cascade: bool = False, index: bool = False) -> Column[int]:
    """A foreign key `name` to `target`.id."""
    rule = ForeignKey(f"{target}.id", ondelete="CASCADE" if cascade else None)
    return Column(name, Integer, rule, nullable=null, index=index)


Row = dict[str, Any]
"""A row as the journal and single-record edits handle it: column name to stored value."""
