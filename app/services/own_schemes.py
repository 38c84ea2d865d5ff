"""The schemes that users made, kept in the ledger as versions: what a review used stays as it was."""

import json
import logging
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from app.models.review import scheme, scheme_version
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.schemes.cards import PREFIX, CardScheme, checked
from app.texts import QT_TRANSLATE_NOOP

log = logging.getLogger(__name__)
_LATEST = (
    "SELECT s.name, v.definition, v.number FROM scheme s JOIN scheme_version v ON v.scheme_id = s.id"
    " WHERE s.active AND s.name LIKE 'own:%' AND v.number = (SELECT MAX(number) FROM scheme_version"
    " WHERE scheme_id = s.id) ORDER BY s.id"
)


def made(connection: Connection) -> tuple[CardScheme, ...]:
    """The schemes in use, the oldest first, each in its latest version; one that cannot be read hides no other."""
    found = []
    for row in connection.exec_driver_sql(_LATEST):
        try:
            found.append(CardScheme.from_json(*row))
        except InputError as error:
            log.warning("scheme %s is left out: %s", row[0], error)
    return tuple(found)


def find(connection: Connection, name: str) -> CardScheme:
    """A scheme by its identifier or by the name its maker gave it; raises InputError when there is none."""
    wanted = name.removeprefix(PREFIX)
    for each in made(connection):
        if wanted in (each.id.removeprefix(PREFIX), each.word):
            return each
    for row in connection.exec_driver_sql(_LATEST):
        if row[0].removeprefix(PREFIX) == wanted:
            return CardScheme.from_json(*row)  # says that it cannot be read
    raise InputError("scheme.none", name=wanted)


def new_id(connection: Connection) -> str:
    """An identifier that no scheme of this ledger ever had."""
    number: int = connection.exec_driver_sql("SELECT COALESCE(MAX(id), 0) + 1 FROM scheme").scalar_one()
    return f"{PREFIX}{number}"


@dataclass(frozen=True)
class SaveScheme(SmallChange):
    """Keep a scheme as a new version; the same again changes nothing."""

    wanted: CardScheme
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "保存方案「{name}」"), {"name": self.wanted.word})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        wanted = checked(self.wanted)
        same_word = any(each.word == wanted.word and each.id != wanted.id for each in made(tx.connection))
        if same_word:
            raise InputError("scheme.same_name", name=wanted.word)
        sql = "SELECT id, active FROM scheme WHERE name = ?"
        found = tx.connection.exec_driver_sql(sql, (wanted.id,)).one_or_none()
        number = tx.insert(scheme, name=wanted.id, active=True) if found is None else found[0]
        if found is not None and not found[1]:
            tx.update(scheme, number, active=True)
        sql = "SELECT number, definition FROM scheme_version WHERE scheme_id = ? ORDER BY number DESC LIMIT 1"
        last = tx.connection.exec_driver_sql(sql, (number,)).one_or_none()
        definition = wanted.as_json()
        if last is None or json.loads(last[1]) != json.loads(definition):
            following = 1 if last is None else last[0] + 1
            moment = self.at.replace(microsecond=0)
            tx.insert(scheme_version, scheme_id=number, number=following, definition=definition, created_at=moment)
        return Changes(settings=True)


@dataclass(frozen=True)
class RemoveScheme(SmallChange):
    """Use a scheme no more; its versions stay for the reviews that used them."""

    id: str
    word: str

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "停用方案「{name}」"), {"name": self.word})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        found = tx.connection.exec_driver_sql("SELECT id FROM scheme WHERE name = ? AND active", (self.id,)).scalar()
        if found is None:
            raise InputError("scheme.none", name=self.word)
        tx.update(scheme, found, active=False)
        return Changes(settings=True)
