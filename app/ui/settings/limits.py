"""After how many months without a purchase a customer counts as late, at risk, lost; kept in the ledger."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from app.services.errors import InputError
from app.services.settings import SPECS, MethodSettings
from app.ui import theme
from app.ui.widgets.inputs import indent
from app.ui.widgets.labels import label

SETTLE = 700  # ms after the last step before everybody is judged anew


class LossLimits(QWidget):
    """`changed` carries the settings as they should be; `refused` the error of what cannot be."""

    changed = Signal(object)  # MethodSettings
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setting_limits")
        self._settings = MethodSettings()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE)
        self._pause.timeout.connect(self.settle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._boxes: dict[str, QSpinBox] = {}
        for key, name in (
            ("calendar_watch", self.tr("该来未来")),
            ("calendar_at_risk", self.tr("流失风险")),
            ("calendar_churned", self.tr("已流失")),
        ):
            box = QSpinBox()
            indent(box)
            low, high = SPECS[key].low, SPECS[key].high
            box.setRange(int(low or 1), int(high or 120))
            box.setSuffix(self.tr(" 个月"))
            box.setObjectName(f"limit_{key}")
            box.setAccessibleName(name)
            box.valueChanged.connect(self._stepped)
            self._boxes[key] = box
            row.addWidget(label(name, "caption"))
            row.addWidget(box)

    def show_settings(self, settings: MethodSettings) -> None:
        """What is in force; telling of it is not a change."""
        self._settings = settings
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setValue(getattr(settings, key))
            box.blockSignals(False)

    @Slot()
    def settle(self) -> None:
        """Take what stands there, unless the limits contradict each other."""
        try:
            wanted = self._settings.with_texts({key: str(box.value()) for key, box in self._boxes.items()})
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
