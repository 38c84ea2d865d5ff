"""差一点 in every scheme of a review: who would be in another class with a little more or less, and by what."""

from functools import cached_property

from app.services.segments import Classification
from app.services.workbench.nearness import Nearness, near_ids
from app.services.workbench.steps import Step


class Closeness:
    """Worked out scheme by scheme, when somebody asks, and then kept as long as the preview it belongs to."""

    def __init__(self, classes: Classification, schemes: tuple[str, ...]) -> None:
        self._classes, self._schemes = classes, schemes
        self._ids: dict[str, frozenset[int]] = {}
        self._told: dict[str, Nearness] = {}

    def of(self, scheme: str) -> frozenset[int]:
        """The customers near another class of one scheme."""
        if scheme not in self._ids:
            self._ids[scheme] = near_ids(self._classes, scheme)
        return self._ids[scheme]

    @cached_property
    def anywhere(self) -> frozenset[int]:
        """The customers near another class of any scheme of the review, or of 流失预警."""
        return frozenset().union(*map(self.of, self._schemes))

    def steps(self, scheme: str, customer_id: int) -> tuple[Step, ...]:
        """What would move one customer."""
        if scheme not in self._told:
            self._told[scheme] = Nearness(self._classes, scheme)
        return self._told[scheme].steps(self._classes.facts.row_of(customer_id))
