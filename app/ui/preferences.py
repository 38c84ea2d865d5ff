"""The program settings as the window has them: changed one by one, saved at once, heard by those concerned."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from app.services import program_settings
from app.services.program_settings import ProgramSettings


class Preferences(QObject):
    """Holds the one ProgramSettings of the process."""

    changed = Signal(object, object)  # before, now

    def __init__(self, value: ProgramSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value if value is not None else program_settings.load()

    @property
    def value(self) -> ProgramSettings:
        return self._value

    def change(self, **values: Any) -> None:
        """Set some fields; nothing happens when they are so already."""
        self.put(replace(self._value, **values))

    def put(self, value: ProgramSettings) -> None:
        before, self._value = self._value, value
        if before != value:
            program_settings.save(value)
            self.changed.emit(before, value)

    def language(self) -> str:
        """zh_CN or en_US; the system's when it is to be followed: Chinese unless it speaks something else."""
        if self._value.language != "system":
            return self._value.language
        return "zh_CN" if QLocale.system().language() in (QLocale.Language.Chinese, QLocale.Language.C) else "en_US"
