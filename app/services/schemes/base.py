"""What the schemes share: the population they compare with, and what a classification of all customers holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Ints, Places, day_number, known
from app.services.facts.table import FactTable
from app.services.figures import months_ago
from app.services.schemes import SCHEMES, Reason, Scheme
from app.services.settings import MethodSettings

__all__ = ["Population", "Reason", "Result", "code_of", "half_up", "too_new", "units_or_none", "volume"]


@dataclass(frozen=True)
class Population:
    """The figures of everybody a customer is ranked among; only buyers of the window are in."""

    net_sales: Ints
    gross_profit: Ints
    purchase_days: Ints
    volume: Ints

    @classmethod
    def of(cls, net_sales: Ints, gross_profit: Ints, purchase_days: Ints, volume: Ints) -> "Population":
        buyers = purchase_days > 0
        return cls(*(each[buyers] for each in (net_sales, gross_profit, purchase_days, volume)))

    @classmethod
    def in_facts(cls, facts: FactTable, settings: MethodSettings) -> "Population":
        return cls.of(facts.net_sales, facts.gross_profit, facts.purchase_days, volume(facts, settings))

    def joined(self, other: "Population") -> "Population":
        pairs = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return Population(*map(np.concatenate, pairs))

    def __len__(self) -> int:
        return len(self.net_sales)


@dataclass(frozen=True)
class Result:
    """One scheme applied to all customers of a fact table.

    `codes` are places in the scheme's classes (UNRATED: none), `reasons` places in `reason_codes`.
    `context` holds what the sentences need beside the facts, such as the cuts; `diagnostics` what the report prints.
    """

    scheme: str
    codes: Places
    reasons: Codes
    reason_codes: tuple[str, ...]
    context: Any = None
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    exempt: Flags | None = None
    own: Scheme | None = None  # where the classes come out of the data

    @property
    def spec(self) -> Scheme:
        """The scheme with its classes."""
        return self.own or SCHEMES[self.scheme]

    def class_id(self, row: int) -> str | None:
        code = int(self.codes[row])
        return None if code == UNRATED else self.spec.class_ids[code]

    def class_ids(self) -> list[str | None]:
        """The class of every customer, in the order of the facts."""
        words = (*self.spec.class_ids, None)
        return [words[code] for code in self.codes.tolist()]

    def reason_code(self, row: int) -> str:
        return self.reason_codes[int(self.reasons[row])]

    def is_exempt(self, row: int) -> bool:
        """Whether the class is shown as 观察 because the customer is too new for it."""
        return self.exempt is not None and bool(self.exempt[row])


def volume(facts: FactTable, settings: MethodSettings, rows: slice = slice(None)) -> Ints:
    """The amount axis of the quadrant, by the setting; of all customers, or of those in some places."""
    columns = {"net_sales": facts.net_sales, "aov": facts.aov, "quantity": facts.quantity}
    chosen = columns[settings.quadrant_volume][rows]
    return np.where(known(chosen), chosen, 0)


def code_of(scheme: str, class_id: str) -> int:
    return SCHEMES[scheme].class_ids.index(class_id)


def too_new(facts: FactTable, settings: MethodSettings) -> Flags:
    """Whose first order is not older than `exempt_months`."""
    old_enough = day_number(months_ago(facts.as_of, settings.exempt_months))
    flags: Flags = known(facts.first_order) & (facts.first_order > old_enough)
    return flags


def half_up(share: Decimal, count: int) -> int:
    """Share × count, rounded half up."""
    return int(share * count + Decimal("0.5"))


def units_or_none(value: int) -> int | None:
    return None if value == NONE else value
