"""What the card of 导入方案 asks for: each a change that can be undone, or a file beside the ledger."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.services.errors import AppError, StorageError
from app.services.importing import mappings, schemes
from app.services.importing.scheme_changes import AddSchemes, DeleteScheme
from app.services.importing.schemes import Scheme
from app.texts import QT_TRANSLATE_NOOP
from app.ui import messages
from app.ui.frame import window_commands
from app.ui.importing.schemes import RenameSchemeDialog, SchemesCard

if TYPE_CHECKING:
    from app.services.history import Command
    from app.ui.pages.page import Shell
    from app.ui.session import Session

JSON = QT_TRANSLATE_NOOP("Messages", "导入方案 (*.json)")


class SchemeKeeper(QObject):
    """Between the card and the ledger; `refresh` reads the schemes again."""

    def __init__(self, card: SchemesCard, session: "Session", shell: "Shell", parent: QObject) -> None:
        super().__init__(parent)
        self._card, self._session, self._shell = card, session, shell
        self._schemes: list[Scheme] = []
        self._said = ""
        card.rename_asked.connect(self._rename)
        card.delete_asked.connect(self._delete)
        card.export_asked.connect(self._export)
        card.load_asked.connect(self._bring)

    def refresh(self) -> None:
        self._session.read(schemes.remembered).succeeded.connect(self._read)

    @Slot(object)
    def _read(self, found: list[Scheme]) -> None:
        self._schemes = found
        self._card.show_schemes(found)

    @Slot(object)
    def _rename(self, scheme: Scheme) -> None:
        dialog = RenameSchemeDialog(scheme, [each.name for each in self._schemes], self._card)
        if window_commands.run(dialog):
            self._perform(dialog.command(), self.tr("已改名。"))

    @Slot(object)
    def _delete(self, scheme: Scheme) -> None:
        self._perform(DeleteScheme(scheme.id, scheme.name), self.tr("已删除导入方案「{0}」。").format(scheme.name))

    @Slot(object)
    def _export(self, scheme: Scheme) -> None:
        file = messages.save_file(self._card, self.tr("导出导入方案"), f"{scheme.name}.json", JSON)
        if file:
            job = self._session.run_free(partial(_write, Path(file), mappings.dumps(scheme.document)))
            job.succeeded.connect(self._written)

    @Slot(object)
    def _written(self, name: str) -> None:
        self._shell.toast(self.tr("已导出「{0}」。").format(name))

    @Slot()
    def _bring(self) -> None:
        file = messages.open_file(self._card, self.tr("读入导入方案"), JSON)
        if not file:
            return
        try:
            document = mappings.read(Path(file))
        except AppError as error:
            self._shell.show_error(error)
        else:
            self._perform(AddSchemes(document, Path(file).name), self.tr("已读入「{0}」。").format(Path(file).stem))

    def _perform(self, command: "Command", said: str) -> None:
        self._said = said
        self._session.perform(command).succeeded.connect(self._performed)

    @Slot(object)
    def _performed(self, _changes: object) -> None:
        self._shell.toast_undo(self._said)
        self.refresh()


def _write(path: Path, text: str, _work: object) -> str:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise StorageError("storage.denied", file=path.name) from error
    return path.name
