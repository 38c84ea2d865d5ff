"""What a review keeps of the causes of change since the one before (methods.md D.2)."""

from dataclasses import dataclass

from app.services.migration import BY_HAND, SCOPE

ORDER = (SCOPE, "correction", "rules", "time", "purchases", BY_HAND)
"""The causes as they are named; what was decided by hand then counts only until it is decided anew."""


@dataclass(frozen=True)
class Step:
    """What one cause did to one customer: classes, unrated or absent."""

    customer_id: int
    cause: str
    before: str
    after: str


@dataclass(frozen=True)
class Shift:
    """By how many customers and how much money (units) one cause changed one class."""

    cause: str
    class_id: str
    customers: int
    net_sales: int
