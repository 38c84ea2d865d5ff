"""What open debts and a visit cost, which the net contribution of customers takes off; kept in the ledger."""

from decimal import Decimal

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from app.services.figures import from_units
from app.services.settings import MethodSettings
from app.ui import theme
from app.ui.widgets.inputs import indent
from app.ui.widgets.labels import label

SETTLE = 700  # ms after the last step before the facts are computed anew
MOST_RATE, MOST_COST = 36.0, 100_000.0


class CostRates(QWidget):
    """`changed` carries the settings as they should be; nothing is taken off while both are 0."""

    changed = Signal(object)  # MethodSettings

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setting_costs")
        self._settings = MethodSettings()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE)
        self._pause.timeout.connect(self.settle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._rate = self._box(self.tr("资金年利率"), "cost_rate", MOST_RATE, 0.5, " %")
        self._visit = self._box(self.tr("每次拜访"), "cost_visit", MOST_COST, 50, self.tr(" 元"))
        for box in (self._rate, self._visit):
            row.addWidget(label(box.accessibleName(), "caption"))
            row.addWidget(box)

    def _box(self, name: str, key: str, most: float, step: float, suffix: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        indent(box)
        box.setObjectName(key)
        box.setAccessibleName(name)
        box.setRange(0, most)
        box.setDecimals(1)
        box.setSingleStep(step)
        box.setSuffix(suffix)
        box.valueChanged.connect(self._stepped)
        return box

    def show_settings(self, settings: MethodSettings) -> None:
        """What is in force; telling of it is not a change."""
        self._settings = settings
        pairs = ((self._rate, settings.capital_rate * 100), (self._visit, from_units(settings.visit_cost)))
        for box, value in pairs:
            box.blockSignals(True)
            box.setValue(float(value))
            box.blockSignals(False)

    @Slot()
    def settle(self) -> None:
        """Take what stands there."""
        rate = Decimal(str(round(self._rate.value(), 1))) / 100
        wanted = self._settings.with_texts(
            {"capital_rate": str(rate), "visit_cost": str(round(self._visit.value(), 1))}
        )
        if wanted != self._settings:
            self._settings = wanted
            self.changed.emit(wanted)

    @Slot()
    def _stepped(self) -> None:
        self._pause.start()
