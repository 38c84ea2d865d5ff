"""Which customers the walk goes through: the filters over a preview, and the rows of its list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.reviews.draft import ReviewDraft
from app.texts import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from app.services.reviews.basis import Basis
    from app.services.reviews.preview import Preview

WANTED = ("moved", "near", "late", "unrated", "pins")
"""Whoever stands in one of these is to be looked at."""
FILTERS = {
    "todo": QT_TRANSLATE_NOOP("WalkQueue", "要看的（{0}）"),
    "moved": QT_TRANSLATE_NOOP("WalkQueue", "有变化（{0}）"),
    "near": QT_TRANSLATE_NOOP("WalkQueue", "差一点（{0}）"),
    "late": QT_TRANSLATE_NOOP("WalkQueue", "有风险（{0}）"),
    "unrated": QT_TRANSLATE_NOOP("WalkQueue", "无法评级（{0}）"),
    "pins": QT_TRANSLATE_NOOP("WalkQueue", "手工定级到期或冲突（{0}）"),
    "all": QT_TRANSLATE_NOOP("WalkQueue", "全部客户（{0}）"),
}


@dataclass(frozen=True)
class WalkRow:
    """One customer in the list: class before and now, whether he was looked at."""

    customer_id: int
    name: str
    before: str | None
    after: str | None
    proposed: str | None
    how: str
    seen: bool
    bought: bool = True


def groups(view: "Preview", leading: str) -> dict[str, frozenset[int]]:
    """Who belongs to each filter. 差一点 is that of any scheme; to be looked at is who is near in the leading one."""
    everybody = frozenset(each.customer_id for each in view.settled)
    found = {
        "moved": frozenset(each.customer_id for each in view.moved) & everybody,
        "near": view.closeness.anywhere,
        "late": view.at_risk,
        "unrated": view.unrated,
        "pins": view.against_pin | view.lapsed,
        "all": everybody,
    }
    wanted = found | {"near": view.closeness.of(leading)}
    return found | {"todo": frozenset().union(*(wanted[key] for key in WANTED))}


def filter_label(key: str, count: int) -> str:
    return translate("WalkQueue", FILTERS[key]).format(count)


def in_order(ids: Iterable[int], view: "Preview") -> list[int]:
    """The largest sales first: who matters most is looked at first."""
    from app.services.reviews.preview import yearly_sales

    sales = yearly_sales(view.classes.facts)
    return sorted(ids, key=lambda number: (-sales[number], number))


def rows(ids: Iterable[int], basis: "Basis", draft: ReviewDraft, view: "Preview") -> list[WalkRow]:
    """The list as it stands, in the order of `ids`; who is no longer there is left out."""
    settled = {each.customer_id: each for each in view.settled}
    finals = basis.before.finals if basis.before and basis.before.scheme == draft.schemes[0] else {}
    return [
        WalkRow(
            number,
            basis.people[number].name,
            finals.get(number),
            settled[number].final,
            settled[number].proposed,
            settled[number].how,
            number in draft.seen,
            settled[number].bought,
        )
        for number in ids
        if number in settled
    ]
