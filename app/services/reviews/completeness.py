"""How complete the figures of a review are: for each field who lacks it, and which schemes that blocks."""

from dataclasses import dataclass

from app.services.arrays import Flags, known
from app.services.facts.table import BASES, FactTable, mark_bit
from app.services.fields import CONTRADICTIONS
from app.services.figures import format_percent
from app.services.reviews.basis import Basis
from app.services.segments import Classification
from app.texts import QT_TRANSLATE_NOOP, translate

SUMMARY = BASES.index("summary")
FIELDS = {
    "total": QT_TRANSLATE_NOOP("Completeness", "采购额"),
    "first": QT_TRANSLATE_NOOP("Completeness", "首次合作日期"),
    "last": QT_TRANSLATE_NOOP("Completeness", "最近合作日期"),
    "orders": QT_TRANSLATE_NOOP("Completeness", "逐笔订单"),
    "consistent": QT_TRANSLATE_NOOP("Completeness", "前后一致"),
    "profit": QT_TRANSLATE_NOOP("Completeness", "成本或毛利"),
}
BLOCKING = {
    "value.no_amount": "total",
    "value.no_first_date": "first",
    "grade.no_last_date": "last",
    "churn.no_last_date": "last",
    "quadrant.summary": "orders",
    "pareto.summary": "orders",
    "pareto.no_profit": "profit",
}
"""The reason a scheme gives nobody a class for, and the field that would mend it."""


@dataclass(frozen=True)
class FieldCheck:
    """One field over all customers of a review. `blocked`: scheme and how many it cannot rate for this gap."""

    key: str
    label: str
    filled: int
    asked: int
    blocked: tuple[tuple[str, int], ...]
    missing: tuple[int, ...]

    @property
    def share(self) -> float:
        return self.filled / self.asked if self.asked else 1.0

    def share_text(self) -> str:
        """The share in percent, which is 100 only when nobody is missing."""
        if not self.missing or self.share < 0.995:
            return format_percent(self.share, 0)
        return format_percent(min(self.share, 0.999))


@dataclass(frozen=True)
class Completeness:
    """All fields, and on what the yearly sales of how many customers rest."""

    fields: tuple[FieldCheck, ...]
    from_lines: int
    from_summary: int


def completeness(basis: Basis, classes: Classification) -> Completeness:
    """What is filled in among those it is asked of: who never bought lacks neither dates nor amounts."""
    facts = basis.facts
    gaps = _gaps(facts)
    blocked = _blocked(classes)
    checks = []
    for key, (asked, missing) in gaps.items():
        lacking = asked & missing
        total = int(asked.sum())
        checks.append(
            FieldCheck(
                key,
                translate("Completeness", FIELDS[key]),
                total - int(lacking.sum()),
                total,
                tuple((classes[scheme].spec.label, count) for scheme, count in blocked.get(key, ())),
                tuple(facts.customer_id[lacking].tolist()),
            )
        )
    summary = facts.basis == SUMMARY
    lines = facts.basis == BASES.index("lines")
    return Completeness(tuple(checks), int(lines.sum()), int(summary.sum()))


def contradictory(facts: FactTable) -> Flags:
    """Whose entries cannot all be right: an amount without a last date, an amount of one who has not bought ..."""
    bits = sum(map(mark_bit, CONTRADICTIONS))
    flags: Flags = (facts.marks & bits) != 0
    return flags


def _gaps(facts: FactTable) -> dict[str, tuple[Flags, Flags]]:
    """For each field: of whom it is asked, and who lacks it."""
    summary = facts.basis == SUMMARY
    present = facts.basis != BASES.index("none")
    return {
        "total": (present, summary & ~known(facts.summary_total)),
        "first": (present, ~known(facts.first_order)),
        "last": (present, ~known(facts.last_order)),
        "orders": (present, summary),
        "consistent": (present, contradictory(facts)),
        "profit": (facts.purchase_days > 0, ~known(facts.gross_profit)),
    }


def _blocked(classes: Classification) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for scheme, result in classes.results.items():
        for place, code in enumerate(result.reason_codes):
            count = int((result.reasons == place).sum())
            if code in BLOCKING and count:
                found.setdefault(BLOCKING[code], []).append((scheme, count))
    return found
