"""What customers buy together (methods.md A.8): who has the one is more likely to have the other."""

from dataclasses import dataclass

LEAST_BOTH, LEAST_LIFT = 3, 1.2


@dataclass(frozen=True)
class Pair:
    """Share of customers who buy both, share of A's buyers who buy B, and how much more that is than by chance."""

    support: float
    confidence: float
    lift: float
    both: int

    @property
    def telling(self) -> bool:
        """Whether it is worth telling: seen often enough, and clearly above chance."""
        return self.both >= LEAST_BOTH and self.lift >= LEAST_LIFT


def pair(customers: int, buy_a: int, buy_b: int, buy_both: int) -> Pair | None:
    """None where one of the two is bought by nobody."""
    if not (customers and buy_a and buy_b):
        return None
    return Pair(buy_both / customers, buy_both / buy_a, buy_both * customers / (buy_a * buy_b), buy_both)
