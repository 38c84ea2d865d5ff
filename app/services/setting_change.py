"""Changing the method settings as one undoable step: a new version, so that past reviews keep theirs."""

from dataclasses import dataclass
from datetime import datetime

from app.models.review import setting_version
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
        return Label(QT_TRANSLATE_NOOP("History", "改口径与设置"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        values = {"created_at": datetime.now(), "values": self.settings.as_json()}
        tx.insert(setting_version, **values)
        return Changes(settings=True, many=True)
