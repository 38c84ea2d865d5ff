"""Figures of the ledger's settings side by side; one counts once whoever steps it has stopped for a moment."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSpinBox, QWidget

from app.services.errors import InputError
from app.services.settings import MethodSettings
from app.ui import theme
from app.ui.widgets.inputs import indent
from app.ui.widgets.labels import label

SETTLE = 700  # ms after the last step before everybody is judged anew


class FiguresRow(QWidget):
    """`changed` carries the settings as they should be; `refused` the error of what cannot be."""

    changed = Signal(object)  # MethodSettings
    refused = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._settings = MethodSettings()
        self._boxes: list[QSpinBox | QDoubleSpinBox] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE)
        self._pause.timeout.connect(self.settle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))

    def add_box(self, box: QSpinBox | QDoubleSpinBox, key: str, name: str) -> None:
        """One more figure, with its name before it."""
        indent(box)
        box.setObjectName(key)
        box.setAccessibleName(name)
        box.valueChanged.connect(self._stepped)
        self._boxes.append(box)
        self._row.addWidget(label(name, "caption"))
        self._row.addWidget(box)

    def show_settings(self, settings: MethodSettings) -> None:
        """What is in force; telling of it is not a change."""
        self._settings = settings
        blocked = [QSignalBlocker(box) for box in self._boxes]
        self._fill(settings)
        for each in blocked:
            each.unblock()

    @Slot()
    def settle(self) -> None:
        """Take what stands there, unless figures contradict each other."""
        try:
            wanted = self._settings.with_texts(self._texts())
        except InputError as error:
            self.show_settings(self._settings)
            self.refused.emit(error)
            return
        if wanted != self._settings:
            self._settings = wanted
            self.changed.emit(wanted)

    @Slot()
    def _stepped(self) -> None:
        self._pause.start()

    # what each row says for itself

    def _fill(self, settings: MethodSettings) -> None:
        """Put the settings into the boxes."""
        raise NotImplementedError

    def _texts(self) -> Mapping[str, str]:
        """What stands in the boxes, in the words settings are read from."""
        raise NotImplementedError
