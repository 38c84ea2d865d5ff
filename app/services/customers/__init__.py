"""The customers of a ledger: listed, counted, looked at one by one, changed."""

from app.services.customers.facets import FacetGroup, FacetValue, facets
from app.services.customers.listing import DEFAULT_SORT, SortLevel, count, ids, parse_sort
from app.services.customers.rows import CustomerRow, TagChip, rows

__all__ = [
    "DEFAULT_SORT",
    "CustomerRow",
    "FacetGroup",
    "FacetValue",
    "SortLevel",
    "TagChip",
    "count",
    "facets",
    "ids",
    "parse_sort",
    "rows",
]
