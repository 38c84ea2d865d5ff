"""A pin that is replaced, changed or lifted stays in the ledger with its end: an earlier day shows who bore it then."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from app.models.bulk import id_list
from app.models.review import pin
from app.services.history import Transaction

STANDING = pin.c.ended_at.is_(None)
"""The pins that count today, run out or not; the others tell of earlier days."""
_KEPT = tuple(column.name for column in pin.c if column.name not in ("id", "ended_at"))


def end(tx: Transaction, customer_id: int, scheme: str, at: datetime) -> None:
    """From now on the customer bears no pin of this scheme."""
    borne = select(pin.c.id).where(STANDING, pin.c.customer_id == customer_id, pin.c.scheme == scheme)
    tx.update(pin, tx.connection.execute(borne).scalars().all(), ended_at=at)


def change(tx: Transaction, ids: Iterable[int], at: datetime, **values: object) -> None:
    """Give standing pins other values; what they said until now is kept beside them."""
    numbers, names = list(ids), ", ".join(_KEPT)
    sql = f"SELECT {names}, ? FROM pin WHERE id IN ({id_list(numbers)}) ORDER BY id"
    before = tx.connection.exec_driver_sql(sql, (at.isoformat(timespec="seconds"),)).all()
    tx.insert_many(pin, (*_KEPT, "ended_at"), before)
    tx.update(pin, numbers, set_at=at, **values)
