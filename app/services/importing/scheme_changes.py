"""Changes to the stored 导入方案: another name, taken away, brought in from a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from app.models.ledger import import_scheme
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.importing import schemes
from app.services.importing.mappings import Document
from app.services.importing.plans import SheetChoice
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

LONGEST = 60


@dataclass(frozen=True)
class RenameScheme(SmallChange):
    """A name of its own for a scheme."""

    id: int
    name: str

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "导入方案改名为「{name}」"), {"name": self.name.strip()})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        name = " ".join(self.name.split())
        if not name or len(name) > LONGEST:
            raise InputError("scheme.name", longest=LONGEST)
        _require(tx.connection, self.id)
        taken = "SELECT 1 FROM import_scheme WHERE name = ? AND id <> ?"
        if tx.connection.exec_driver_sql(taken, (name, self.id)).scalar():
            raise InputError("scheme.taken", name=name)
        tx.update(import_scheme, self.id, name=name)
        return Changes(imports=True)


@dataclass(frozen=True)
class DeleteScheme(SmallChange):
    """Tables with these headings are read as the program finds them again."""

    id: int
    name: str

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "删除导入方案「{name}」"), {"name": self.name})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        _require(tx.connection, self.id)
        tx.delete(import_scheme, [self.id])
        return Changes(imports=True)


@dataclass(frozen=True)
class AddSchemes(SmallChange):
    """The schemes of an exported file; one for headings that are known takes the place of the earlier one."""

    document: Document
    file: str
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "读入导入方案「{file}」"), {"file": self.file})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        speaking = {sheet: choice for sheet, choice in self.document.sheets.items() if choice.headings}
        if not speaking:
            raise InputError("scheme.no_headings", file=self.file)
        for sheet, choice in speaking.items():
            one = self.document.of_sheet(sheet)
            name = self._name(sheet, speaking)
            schemes.remember(tx, choice.headings, name, choice.kind or "orders", one, self.at.replace(microsecond=0))
        return Changes(imports=True)

    def _name(self, sheet: str, sheets: Mapping[str, SheetChoice]) -> str:
        own = self.document.name or self.file.removesuffix(".json")
        return own if len(sheets) == 1 else sheet


def _require(connection: Connection, number: int) -> None:
    if not connection.exec_driver_sql("SELECT 1 FROM import_scheme WHERE id = ?", (number,)).scalar():
        raise InputError("scheme.gone")
