"""导入方案: what a person decided about a table, found again next month by its headings."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from app.models.ledger import import_scheme
from app.services.history import Transaction
from app.services.importing.fields import plain
from app.services.importing.plans import SheetChoice

Remembered = Mapping[str, SheetChoice]


def signature(titles: Sequence[str]) -> str:
    """The same for the same headings in the same order, however they are spaced and written."""
    return hashlib.sha256("\n".join(map(plain, titles)).encode()).hexdigest()[:32]


def remembered(connection: Connection) -> Remembered:
    """Choices by signature."""
    rows = connection.exec_driver_sql("SELECT signature, mapping FROM import_scheme")
    return {mark: _choice(mapping) for mark, mapping in rows}


def remember(tx: Transaction, titles: Sequence[str], name: str, kind: str, choice: SheetChoice, now: datetime) -> None:
    """Keep a choice; where the headings are known already it takes the place of the earlier one."""
    mark = signature(titles)
    mapping = json.dumps(
        {
            "kind": choice.kind,
            "columns": dict(choice.columns),
            "units": dict(choice.units),
            "date_orders": dict(choice.date_orders),
        },
        ensure_ascii=False,
    )
    known = tx.connection.exec_driver_sql("SELECT id FROM import_scheme WHERE signature = ?", (mark,)).scalar()
    if known is None:
        tx.insert(import_scheme, name=name, signature=mark, kind=kind, mapping=mapping, used_at=now)
    else:
        tx.update(import_scheme, known, name=name, kind=kind, mapping=mapping, used_at=now)


def worth_remembering(choice: SheetChoice) -> bool:
    """Whether anything was decided that the program would not find by itself."""
    return replace(choice, header_rows=None) != SheetChoice()


def _choice(mapping: str) -> SheetChoice:
    stored = json.loads(mapping)
    return SheetChoice(
        stored["kind"], columns=stored["columns"], units=stored["units"], date_orders=stored["date_orders"]
    )
