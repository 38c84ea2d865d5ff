"""Rows as tests put them into a ledger, and pictures of a whole ledger to compare before and after."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.models.tables import metadata

CREATED = "2026-01-05T09:00:00"
DERIVED = {"journal", "journal_part", "customer_fact", "alembic_version"}


def customer_values(name: str, **more: object) -> dict[str, Any]:
    """What a customer row needs at least."""
    return {"name": name, "name_key": name, "created_at": datetime.fromisoformat(CREATED), **more}


def contents(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every stored row of every table a user owns; equal pictures mean that nothing was lost or left behind."""
    return {
        name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id")]
        for name in sorted(metadata.tables)
        if name not in DERIVED
    }
