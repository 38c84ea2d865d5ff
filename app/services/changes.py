"""What an operation changed, so that each page knows whether to look again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields, replace

NAMED = 5_000  # customers told one by one; more are "many"


@dataclass(frozen=True)
class Changes:
    """Customer ids touched (`many`: too many to name) and the kinds of things that changed."""

    customers: frozenset[int] = field(default_factory=frozenset)
    many: bool = False
    details: bool = False  # names, owners, notes: fields of customers
    lines: bool = False  # order lines, payments, summary rows: facts must be refreshed
    tags: bool = False
    reviews: bool = False
    tiers: bool = False  # settled tiers or pins
    tasks: bool = False
    playbooks: bool = False
    settings: bool = False
    imports: bool = False

    @classmethod
    def to(cls, customers: Collection[int], **kinds: bool) -> Changes:
        """What changed of these customers, by name while they are few enough."""
        many = len(customers) > NAMED
        return cls(frozenset() if many else frozenset(customers), many=many, **kinds)

    def __or__(self, other: Changes) -> Changes:
        flags = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self) if f.name != "customers"}
        return replace(self, customers=self.customers | other.customers, **flags)

    def as_json(self) -> dict[str, object]:
        plain: dict[str, object] = {
            f.name: True for f in fields(self) if f.name != "customers" and getattr(self, f.name)
        }
        return plain | {"customers": sorted(self.customers)}

    @classmethod
    def from_json(cls, plain: dict[str, object]) -> Changes:
        ids = plain.get("customers")
        flags = {f.name: bool(plain.get(f.name)) for f in fields(cls) if f.name != "customers"}
        return cls(customers=frozenset(ids if isinstance(ids, list) else []), **flags)
