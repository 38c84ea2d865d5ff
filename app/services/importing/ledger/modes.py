"""How a column meets what is known: its word counts, counts where nothing is known, is added, or changes nothing."""

from collections.abc import Mapping
from typing import Any

from app.services.importing.rows.listcells import LEVEL, SEGMENT
from app.services.importing.rows.staging import StagedSheet

_COLUMN_OF = {
    "size": "size_band", "state": "status", "strategy": "strategy_note", "est_demand": "est_annual_demand",
    "customer_kind": "kind", "avg_cycle": "avg_cycle_days",
}  # fmt: skip
"""Fields of a list whose column in the ledger has another name."""
_LINE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("day",), "product": ("product_id",), "quantity": ("quantity",), "price": ("price",),
    "net_price": ("price",), "discount": ("discount",), "discount_amount": ("discount",), "amount": ("amount",),
    "cost": ("cost",), "unit_cost": ("cost",), "status": ("status", "status_text", "returned"),
    "channel": ("channel",), "place": ("place",), "person": ("person_id",), "due": ("due",),
}  # fmt: skip
_TEXTS = frozenset(("industry", "region", "source", "state", "strategy", "note"))
_VALUES = frozenset((
    "size", "est_demand", "customer_kind", "credit_days", "credit_limit", "owner", "first_day", "last_day", "total",
    "avg_cycle",
))  # fmt: skip
_MANY = frozenset(("tags", "segment", "level", "contact"))  # of which a customer has several
_BETWEEN = "；"


def possible(kind: str, field: str | None) -> tuple[str, ...]:
    """What may be said of a column, the usual first; () where there is nothing to say."""
    if kind == "orders":
        return ("overwrite", "fill", "never") if field in _LINE_COLUMNS else ()
    if kind != "customers":
        return ()
    if field in _TEXTS:
        return "overwrite", "fill", "append", "never"
    if field in _MANY:
        return "append", "fill", "never"
    return ("overwrite", "fill", "never") if field in _VALUES else ()


def of_list(sheet: StagedSheet) -> dict[str, str]:
    """By column of the ledger, and by field for what a customer has several of."""
    return {_COLUMN_OF.get(name, name): mode for name, mode in _said(sheet).items()}


def of_lines(sheet: StagedSheet) -> dict[str, str]:
    """By column of the order lines."""
    return {column: mode for name, mode in _said(sheet).items() for column in _LINE_COLUMNS.get(name, ())}


def _said(sheet: StagedSheet) -> dict[str, str]:
    """By field; the choice may name the heading or the field."""
    found = {}
    for index, name in sheet.columns.fields.items() if sheet.modes else ():
        title = sheet.layout.titles[index] if index < len(sheet.layout.titles) else ""
        if mode := sheet.modes.get(title) or sheet.modes.get(name):
            found[name] = mode
    return found


def met(mode: str, old: Any, new: Any, *, text: bool = False) -> Any:
    """What a field holds when the file says something new."""
    if mode == "never" or (mode == "fill" and old is not None):
        return old
    if mode == "append" and text and old is not None:
        return old if new in old.split(_BETWEEN) else f"{old}{_BETWEEN}{new}"
    return new


def adds(mode: str, known: bool, has: bool) -> bool:
    """Whether a customer gets one more of what he may have several of; a new one always does."""
    return not known or not (mode == "never" or (mode == "fill" and has))


def tag_field(group: str) -> str:
    """The field that brings the tags of a group."""
    return {SEGMENT: "segment", LEVEL: "level"}.get(group, "tags")
