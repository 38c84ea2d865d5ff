"""The facts of every customer as of a day, computed from the ledger (methods.md A)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.services.facts.compute import compute
from app.services.facts.table import FactTable, Totals, Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.schemes import Reason
    from app.services.settings import MethodSettings

__all__ = ["FactTable", "Totals", "Value", "compute", "reasons", "refresh"]

# The store keeps classes beside the facts and so needs the schemes, which need the facts: it is loaded when called.


def refresh(
    connection: "Connection", today: date, settings: "MethodSettings", customer_ids: Sequence[int] | None = None
) -> None:
    """Write customer_fact for these customers, or for all."""
    from app.services.facts import store

    store.refresh(connection, today, settings, customer_ids)


def reasons(connection: "Connection", today: date, settings: "MethodSettings", customer_id: int) -> "dict[str, Reason]":
    """Why a customer has the classes of customer_fact, by scheme."""
    from app.services.facts import store

    return store.reasons(connection, today, settings, customer_id)
