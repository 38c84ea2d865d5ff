"""The customers of a ledger: listed, counted, looked at one by one, changed.

What the first list needs is here at once; the rest, which needs SQLAlchemy, is loaded with its first use.
"""

from typing import TYPE_CHECKING

from app.services.customers.facets import FacetGroup, FacetValue, class_facets, facets
from app.services.customers.listing import DEFAULT_SORT, Sort, SortLevel, count, ids, parse_sort
from app.services.customers.rows import CustomerRow, TagChip, rows

if TYPE_CHECKING:
    from app.services.customers.details import (
        ClassInfo,
        ContactInfo,
        CustomerDetail,
        LogEntry,
        TaskInfo,
        detail,
        explanations,
    )
    from app.services.customers.edits import (
        AddContact,
        AssignOwner,
        EditContact,
        EditCustomer,
        NewCustomer,
        Person,
        RemoveContact,
        read_field,
        similar,
    )
    from app.services.customers.pinning import PinTier, UnpinTier
    from app.services.customers.recycling import Hanging, Purge, Recycle, Restore, expired, hanging
    from app.services.customers.selection import Statistics, known_values, statistics
else:
    _LATER = {
        **dict.fromkeys(("ClassInfo", "ContactInfo", "CustomerDetail", "LogEntry", "TaskInfo"), "details"),
        **dict.fromkeys(("detail", "explanations"), "details"),
        **dict.fromkeys(("AddContact", "AssignOwner", "EditContact", "EditCustomer", "NewCustomer"), "edits"),
        **dict.fromkeys(("Person", "RemoveContact", "read_field", "similar"), "edits"),
        **dict.fromkeys(("PinTier", "UnpinTier"), "pinning"),
        **dict.fromkeys(("Hanging", "Purge", "Recycle", "Restore", "expired", "hanging"), "recycling"),
        **dict.fromkeys(("Statistics", "known_values", "statistics"), "selection"),
    }

    def __getattr__(name):
        """Load the module a name comes from."""
        from importlib import import_module

        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = [
    "DEFAULT_SORT",
    "AddContact",
    "AssignOwner",
    "ClassInfo",
    "ContactInfo",
    "CustomerDetail",
    "CustomerRow",
    "EditContact",
    "EditCustomer",
    "FacetGroup",
    "FacetValue",
    "Hanging",
    "LogEntry",
    "NewCustomer",
    "Person",
    "PinTier",
    "Purge",
    "Recycle",
    "RemoveContact",
    "Restore",
    "Sort",
    "SortLevel",
    "Statistics",
    "TagChip",
    "TaskInfo",
    "UnpinTier",
    "class_facets",
    "count",
    "detail",
    "expired",
    "explanations",
    "facets",
    "hanging",
    "ids",
    "known_values",
    "parse_sort",
    "read_field",
    "rows",
    "similar",
    "statistics",
]
