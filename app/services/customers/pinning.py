"""手工定级 outside a review: a tier set by hand until a day, with its reason; what the rule says stays visible."""

from dataclasses import dataclass, field
from datetime import date, datetime

from app.models.review import pin
from app.services import pin_history
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.schemes import VALUE
from app.texts import QT_TRANSLATE_NOOP

SCHEME = VALUE.id
MODES = ("fixed", "at_least", "at_most")


@dataclass(frozen=True)
class PinTier(SmallChange):
    """Fix the tier of a customer, or keep it from falling (at_least) or rising (at_most)."""

    customer_id: int
    class_id: str
    mode: str
    reason: str
    expires_on: date | None = None
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        spec = VALUE.find(self.class_id)
        return Label(QT_TRANSLATE_NOOP("History", "手工定级为「{tier}」"), {"tier": spec.word if spec else ""})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        if VALUE.find(self.class_id) is None or self.mode not in MODES:
            raise ValueError((self.class_id, self.mode))
        if not self.reason.strip():
            raise InputError("pin.no_reason")
        pin_history.end(tx, self.customer_id, SCHEME, self.at)
        tx.insert(
            pin,
            customer_id=self.customer_id,
            scheme=SCHEME,
            mode=self.mode,
            class_id=self.class_id,
            reason=self.reason.strip(),
            set_at=self.at,
            expires_on=self.expires_on,
        )
        return Changes(frozenset({self.customer_id}), tiers=True)


@dataclass(frozen=True)
class UnpinTier(SmallChange):
    """Let the rule decide again."""

    customer_id: int
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "取消手工定级"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        pin_history.end(tx, self.customer_id, SCHEME, self.at)
        return Changes(frozenset({self.customer_id}), tiers=True)
