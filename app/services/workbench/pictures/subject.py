"""What a chart is made of: everybody's classes under one scheme, what they bought, and what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.services import figures
from app.services.arrays import Floats, Ints, Places
from app.services.facts import FactTable
from app.services.schemes import Scheme
from app.services.schemes.base import Result
from app.services.segments import Classification
from app.services.settings import MethodSettings


@dataclass(frozen=True)
class Subject:
    """One scheme of a classification. `money` is in units, row by row; `unit` is the one amounts are shown in."""

    scheme: Scheme
    classes: Classification
    money: Ints
    names: Mapping[int, str]
    unit: str = "wan"

    @property
    def facts(self) -> FactTable:
        return self.classes.facts

    @property
    def settings(self) -> MethodSettings:
        return self.classes.settings

    @property
    def result(self) -> Result:
        return self.classes[self.scheme.id]

    @property
    def codes(self) -> Places:
        """The place of each customer's class among the classes."""
        return self.result.codes

    @property
    def size_of_unit(self) -> int:
        """How many stored units one on a money axis stands for."""
        return figures.large_unit() if self.unit == "wan" else figures.UNITS

    @property
    def money_unit(self) -> str:
        return figures.money_unit(self.unit)

    def sum(self, rows: Ints) -> int:
        """What these customers bought, in units."""
        return int(self.money[rows].sum())

    def words(self, units: int | None) -> str:
        """An amount as a sentence says it."""
        return figures.money_words(units, self.unit)

    def on_axis(self, units: Floats | Ints | int) -> Floats:
        """Amounts as a money axis shows them."""
        found: Floats = np.asarray(units) / self.size_of_unit
        return found

    def ids_at(self, rows: Ints) -> tuple[int, ...]:
        return tuple(self.facts.customer_id[rows].tolist())
