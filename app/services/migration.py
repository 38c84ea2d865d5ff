"""Who moved between tiers from one review to the next, and why (methods.md D.2)."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)
ABSENT = "absent"
MERGED = "merged"
"""Where somebody went who is no longer there because another customer has taken him over: he is not lost."""
BY_HAND = "hand"
SCOPE = "scope"
CAUSES = ("correction", "rules", "time", "purchases", BY_HAND)
"""资料更正, 规则修改, 时间推移, 新采购, 人工决定: the steps of the replay in this order."""
HEALTHY = (0.60, 0.95)
Z95 = 1.959963984540054


@dataclass(frozen=True)
class Migration:
    """The matrix by customers and by money, its rates over those in both reviews."""

    order: tuple[str, ...]
    matrix: Mapping[str, Mapping[str, int]]
    amounts: Mapping[str, Mapping[str, int]]
    both: int
    stable: int
    upgraded: int
    downgraded: int
    entered: int
    left: int
    mobility_index: float | None
    merged: int = 0

    @property
    def stability_rate(self) -> float | None:
        return self.stable / self.both if self.both else None

    @property
    def upgrade_rate(self) -> float | None:
        return self.upgraded / self.both if self.both else None

    @property
    def downgrade_rate(self) -> float | None:
        return self.downgraded / self.both if self.both else None

    @property
    def verdict(self) -> str | None:
        """healthy, rigid 分得太死, fluid 分得太飘."""
        rate = self.stability_rate
        if rate is None:
            return None
        return "fluid" if rate < HEALTHY[0] else "rigid" if rate > HEALTHY[1] else "healthy"


def tier_migration(
    previous: Mapping[Id, str],
    current: Mapping[Id, str],
    order: Sequence[str],
    amounts: Mapping[Id, int] | None = None,
    merged: Collection[Id] = (),
) -> Migration:
    """Moves from `previous` to `current`; tiers in `order` stand from best to worst. `amounts` is today's money.

    `merged` are those whom others have taken over: absent now, but nobody who left.
    """
    pairs = {key: (previous.get(key, ABSENT), current.get(key, ABSENT)) for key in {**previous, **current}}
    others = sorted({each for pair in pairs.values() for each in pair} - {*order, ABSENT})
    money: Counter[tuple[str, str]] = Counter()
    for key, pair in pairs.items():
        money[pair] += (amounts or {}).get(key, 0)
    taken = sum(now == ABSENT and key in merged for key, (_, now) in pairs.items())
    return migration_of(Counter(pairs.values()), money, order, (*order, *others), taken)


def migration_of(
    counted: Mapping[tuple[str, str], int],
    money: Mapping[tuple[str, str], int],
    ranked: Sequence[str],
    order: Sequence[str],
    merged: int,
) -> Migration:
    """From counts and sums of each pair; `order` holds behind the `ranked` classes those of another scheme.

    `merged` of those who are absent now were taken over by others.
    """
    names = (*order, ABSENT)
    steps: Counter[int] = Counter()
    for (before, now), number in counted.items():
        if before in ranked and now in ranked:
            steps[ranked.index(now) - ranked.index(before)] += number
    return Migration(
        order=tuple(order),
        matrix={row: {column: counted.get((row, column), 0) for column in names} for row in names},
        amounts={row: {column: money.get((row, column), 0) for column in names} for row in names},
        both=steps.total(),
        stable=steps[0],
        upgraded=sum(number for step, number in steps.items() if step < 0),
        downgraded=sum(number for step, number in steps.items() if step > 0),
        entered=sum(number for (before, _), number in counted.items() if before == ABSENT),
        left=sum(number for (_, now), number in counted.items() if now == ABSENT) - merged,
        mobility_index=_mobility(counted, order),
        merged=merged,
    )


def _mobility(counted: Mapping[tuple[str, str], int], order: Sequence[str]) -> float | None:
    """Shorrocks: (K − Σ diagonal row shares) ÷ (K − 1) over the tiers that held somebody before."""
    stayed = []
    for tier in order:
        row = sum(counted.get((tier, now), 0) for now in order)
        if row:
            stayed.append(counted.get((tier, tier), 0) / row)
    return (len(stayed) - sum(stayed)) / (len(stayed) - 1) if len(stayed) > 1 else None


@dataclass(frozen=True)
class Move:
    """A customer who stands elsewhere than before; `before` or `after` is ABSENT for who comes or goes."""

    customer_id: int
    name: str
    before: str
    after: str
    direction: str
    sales_before: int | None
    sales_after: int | None
    cause: str = ""
    owner: str = ""

    @property
    def sales(self) -> int:
        """The larger of then and now."""
        return max(self.sales_before or 0, self.sales_after or 0)


def direction(before: str, after: str, order: Sequence[str], *, merged: bool = False) -> str:
    """up, down, same, entered or left in the order of classes (best first); other where one is of another scheme.

    Who is absent because another has taken him over is merged.
    """
    if before == after:
        return "same"
    if merged and after == ABSENT:
        return MERGED
    if ABSENT in (before, after):
        return "entered" if before == ABSENT else "left"
    if before not in order or after not in order:
        return "other"
    return "up" if order.index(after) < order.index(before) else "down"


@dataclass(frozen=True)
class Step(Generic[Id]):
    """What one cause did to one customer; `before` or `after` is ABSENT for who comes or goes."""

    customer: Id
    cause: str
    before: str
    after: str


def causes(stages: Sequence[Mapping[Id, str]]) -> tuple[Step[Id], ...]:
    """The steps by cause from six states: the previous review, then after each step of CAUSES.

    A customer may appear with several causes; chained together they lead from his old tier to the new one.
    """
    steps = []
    for cause, (before, after) in zip(CAUSES, pairwise(stages), strict=True):
        for key in _keys((before, after)):
            old, new = before.get(key, ABSENT), after.get(key, ABSENT)
            if old != new:
                steps.append(Step(key, cause, old, new))
    return tuple(steps)


def _keys(states: Iterable[Mapping[Id, str]]) -> Iterable[Id]:
    return dict.fromkeys(key for state in states for key in state)


def wilson(k: int, n: int) -> tuple[float | None, float | None, float | None]:
    """Rate and Wilson 95 % interval of k out of n."""
    if n <= 0:
        return None, None, None
    rate, z2 = k / n, Z95**2
    centre = (rate + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 / (1 + z2 / n) * sqrt(rate * (1 - rate) / n + z2 / (4 * n * n))
    return rate, max(0.0, centre - half), min(1.0, centre + half)
