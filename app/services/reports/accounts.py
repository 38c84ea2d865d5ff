"""What the appendix says of receivables and of rounding: read from the ledger, frozen by a review, named when shown."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from app.models.ledger import import_batch
from app.services.reconciliation import Check, aging, receivables
from app.services.segments import Classification
from app.texts import QT_TRANSLATE_NOOP, translate

NAMES = {
    "aging": QT_TRANSLATE_NOOP("Report", "账龄各段合计 = 应收余额"),
    "receivables": QT_TRANSLATE_NOOP("Report", "期初应收 + 订单 − 退货 − 收款 + 退款 = 期末应收"),
}


@dataclass(frozen=True)
class Accounts:
    """The accounts against themselves, code -> two ways to one amount in units; what imports rounded off, in 元."""

    receivables: Mapping[str, tuple[int, int]]
    rounding: Decimal

    def checks(self) -> tuple[Check, ...]:
        return tuple(Check(translate("Report", NAMES[code]), *ways) for code, ways in self.receivables.items())

    def as_json(self) -> dict[str, Any]:
        """For the review that freezes it."""
        return {"receivables": dict(self.receivables), "rounding": str(self.rounding)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Accounts":
        ways = {code: (left, right) for code, (left, right) in plain["receivables"].items()}
        return cls(ways, Decimal(plain["rounding"]))


def accounts(connection: Connection, labels: Classification, ids: Iterable[int] | None = None) -> Accounts:
    """Of the whole ledger, or of the customers of a review's scope; no receivables where no payments are known."""
    found = {}
    if labels.facts.has_payments:
        for check in (aging(labels.facts), receivables(connection, labels.facts, labels.settings, ids)):
            found[check.name] = (check.left, check.right)
    return Accounts(found, _rounding(connection))


def _rounding(connection: Connection) -> Decimal:
    query = select(import_batch.c.summary).where(import_batch.c.state == "done")
    return sum((Decimal(str(json.loads(text).get("rounding") or 0)) for text in connection.scalars(query)), Decimal(0))
