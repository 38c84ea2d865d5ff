"""The answer to a pair of names, as the queue of likely duplicates gives it."""

from dataclasses import dataclass
from datetime import datetime

from app.models.customer import name_pair
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext

AT = datetime(2026, 6, 22, 10, 0)


@dataclass(frozen=True)
class Judge(SmallChange):
    keys: tuple[str, str]
    verdict: str

    def label(self) -> Label:
        return Label("判断")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        first, second = self.keys
        tx.insert(name_pair, first_key=first, second_key=second, verdict=self.verdict, decided_at=AT)
        return Changes()
