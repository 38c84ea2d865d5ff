"""The customers of a ledger: listed, counted, looked at one by one, changed."""

from app.services.customers.detail import (
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
from app.services.customers.facets import FacetGroup, FacetValue, facets
from app.services.customers.listing import DEFAULT_SORT, Sort, SortLevel, count, ids, parse_sort
from app.services.customers.pinning import PinTier, UnpinTier
from app.services.customers.recycling import Hanging, Purge, Recycle, Restore, expired, hanging
from app.services.customers.rows import CustomerRow, TagChip, rows
from app.services.customers.selection import Statistics, known_values, statistics

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
