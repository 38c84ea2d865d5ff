"""How complete the figures of a review are: for each field who lacks it, and which schemes that blocks."""

from dataclasses import dataclass

from app.services.arrays import Flags, known
from app.services.checks.fields import BLOCKING
from app.services.facts.table import BASES, FactTable, mark_bit
from app.services.fields import CONTRADICTIONS
from app.services.figures import format_filled
from app.services.reviews.basis import Basis
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.texts import QT_TRANSLATE_NOOP, fill, translate

SUMMARY = BASES.index("summary")
FIELDS = {
    "total": QT_TRANSLATE_NOOP("Completeness", "采购额"),
    "first": QT_TRANSLATE_NOOP("Completeness", "首次合作日期"),
    "last": QT_TRANSLATE_NOOP("Completeness", "最近合作日期"),
    "orders": QT_TRANSLATE_NOOP("Completeness", "逐笔订单"),
    "consistent": QT_TRANSLATE_NOOP("Completeness", "前后一致"),
    "profit": QT_TRANSLATE_NOOP("Completeness", "成本或毛利"),
}


@dataclass(frozen=True)
class FieldCheck:
    """One field over all customers of a review. `blocked`: scheme and how many it cannot rate for this gap."""

    key: str
    label: str
    filled: int
    asked: int
    blocked: tuple[tuple[str, int], ...]
    missing: tuple[int, ...]

    def share_text(self) -> str:
        return format_filled(self.filled, self.asked)


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


def basis_words(lines: int, summary: int, months: int) -> str:
    """What the yearly sales rest on; a kind nobody belongs to is not mentioned."""
    if not lines and not summary:
        return translate("CheckStep", "还没有客户成交过，年采购额都是零。")
    if not summary:
        return fill(translate("CheckStep", "年采购额：{0} 位按订单滚动 {1} 个月。"), lines, months)
    if not lines:
        return fill(translate("CheckStep", "年采购额：{0} 位只有总额，按总额÷年数。"), summary)
    text = translate("CheckStep", "年采购额：{0} 位按订单滚动 {1} 个月，{2} 位只有总额，按总额÷年数。")
    return fill(text, lines, months, summary)


def rests_on_totals(facts: FactTable, settings: MethodSettings) -> tuple[str, ...]:
    """The same where some customers are known by a total alone, else nothing needs to be said."""
    lines, summary = (int((facts.basis == BASES.index(basis)).sum()) for basis in ("lines", "summary"))
    return (basis_words(lines, summary, settings.review_months),) if summary else ()


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
        "first": (present, summary & ~known(facts.first_order)),
        "last": (present, summary & ~known(facts.last_order)),
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
