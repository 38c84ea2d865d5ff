"""Changing the method settings as one undoable step: a new version, so that past reviews keep theirs."""

from dataclasses import dataclass
from datetime import datetime

from app.models.review import setting_version
from app.services import settings
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.settings import MethodSettings
from app.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ChangeSettings(SmallChange):
    """Put other rules in force; facts and computed classes follow."""

    settings: MethodSettings

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "修改规则与设置"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        _add(tx, self.settings, datetime.now())
        return Changes(settings=True, many=True)


def put_in_force(tx: Transaction, wanted: MethodSettings, now: datetime) -> int:
    """The version that holds these settings, written when the last one differs; reviews name it."""
    latest = settings.version(tx.connection)
    if latest is not None and settings.current(tx.connection) == wanted:
        return latest
    return _add(tx, wanted, now)


def _add(tx: Transaction, wanted: MethodSettings, now: datetime) -> int:
    return tx.insert(setting_version, created_at=now, values=wanted.as_json())
