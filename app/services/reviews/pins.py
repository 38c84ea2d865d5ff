"""手工定级 as a list: who bears one, whether it has run out or the rules say otherwise; prolong, change, lift."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.models.customer import customer, customer_fact, person
from app.models.review import pin
from app.services import pin_history
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.pin_history import STANDING
from app.services.progress import WorkContext
from app.services.reviews.draft import PinWish
from app.services.schemes import NEVER_BOUGHT, SCHEMES, Scheme, spec_of
from app.texts import QT_TRANSLATE_NOOP

OVERDUE, AGAINST, FINE = "overdue", "against", "fine"
"""已到期; 和规则不一致; 有效."""


@dataclass(frozen=True)
class Pin:
    """One class set by hand; `computed` is what the rules say now, None where that is not known."""

    id: int
    customer_id: int
    name: str
    owner: str
    scheme: str
    wish: PinWish
    set_by: str
    set_at: datetime
    computed: str | None
    state: str
    days_over: int = 0  # since it has run out

    @property
    def spec(self) -> Scheme | None:
        """Its scheme; None for one that users made and that is known to the reviews alone."""
        return SCHEMES.get(self.scheme)

    @property
    def bought(self) -> bool:
        """Whether he has bought, by which he cannot be 未成交."""
        return self.computed != NEVER_BOUGHT

    @property
    def wants_a_word(self) -> bool:
        return self.state != FINE


def pinned(scheme: str | Scheme, wish: PinWish, proposed: str | None) -> str | None:
    """The class a pin leaves: the fixed one, or the better or worse of the two."""
    if wish.mode == "fixed" or proposed is None:
        return wish.class_id
    rank = spec_of(scheme).rank
    chosen = min if wish.mode == "at_least" else max
    return chosen((wish.class_id, proposed), key=rank)


def pins(connection: Connection, day: date) -> tuple[Pin, ...]:
    """Everybody who bears one: those that have run out first, the longest first, then those the rules contradict."""
    query = (
        select(pin, customer.c.name, person.c.name.label("owner"), *_COMPUTED)
        .select_from(
            pin.join(customer, customer.c.id == pin.c.customer_id)
            .outerjoin(person, person.c.id == customer.c.owner_id)
            .outerjoin(customer_fact, customer_fact.c.customer_id == customer.c.id)
        )
        .where(STANDING, customer.c.deleted_at.is_(None))
    )
    found = []
    for row in connection.execute(query):
        computed = getattr(row, row.scheme) if row.scheme in _NAMES else None
        wish = PinWish(row.mode, row.class_id, row.reason or "", row.expires_on or date.max)
        over = (day - wish.expires_on).days if wish.expires_on < day else 0
        state = OVERDUE if over else AGAINST if _contradicted(row.scheme, wish, computed) else FINE
        owner, by = row.owner or "", row.set_by or ""
        found.append(
            Pin(row.id, row.customer_id, row.name, owner, row.scheme, wish, by, row.set_at, computed, state, over)
        )
    return tuple(sorted(found, key=lambda each: (_ORDER[each.state], -each.days_over, each.wish.expires_on, each.id)))


_COMPUTED = tuple(column for column in customer_fact.c if column.name in SCHEMES)
_NAMES = frozenset(column.name for column in _COMPUTED)
_ORDER = {OVERDUE: 0, AGAINST: 1, FINE: 2}


def _contradicted(scheme: str, wish: PinWish, computed: str | None) -> bool:
    """Whether the rules would give another class than the pin leaves."""
    return computed is not None and scheme in SCHEMES and pinned(scheme, wish, computed) != computed


@dataclass(frozen=True)
class ProlongPins(SmallChange):
    """Let pins count until another day."""

    ids: tuple[int, ...]
    expires_on: date
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "延长 {count} 个手工定级"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        pin_history.change(tx, self.ids, self.at, expires_on=self.expires_on)
        return _touched(tx.connection, self.ids)


@dataclass(frozen=True)
class ChangePin(SmallChange):
    """Give a pin another class, way, reason or end."""

    id: int
    wish: PinWish
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "修改手工定级"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        wish = self.wish
        if not wish.reason.strip():
            raise InputError("pin.no_reason")
        ends = None if wish.expires_on == date.max else wish.expires_on
        said = {"mode": wish.mode, "class_id": wish.class_id, "reason": wish.reason.strip(), "expires_on": ends}
        pin_history.change(tx, (self.id,), self.at, **said)
        return _touched(tx.connection, (self.id,))


@dataclass(frozen=True)
class LiftPins(SmallChange):
    """Let the rules decide again."""

    ids: tuple[int, ...]
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "取消 {count} 个手工定级"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(pin, self.ids, ended_at=self.at)
        return _touched(tx.connection, self.ids)


def ending_before(found: Iterable[Pin], day: date) -> tuple[int, ...]:
    """The pins a day would prolong; what counts longer, or for good, would be cut short by it."""
    return tuple(each.id for each in found if each.wish.expires_on < day)


def _touched(connection: Connection, ids: Iterable[int]) -> Changes:
    query = select(pin.c.customer_id).where(pin.c.id.in_(list(ids)))
    return Changes(frozenset(connection.execute(query).scalars()), tiers=True)
