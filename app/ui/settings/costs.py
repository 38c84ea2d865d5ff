"""What open debts and a visit cost, which the net contribution of customers takes off; kept in the ledger."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.services.figures import from_units
from app.services.settings import MethodSettings
from app.ui.settings.figures_row import FiguresRow

MOST_RATE, MOST_COST = 36.0, 100_000.0


class CostRates(FiguresRow):
    """Nothing is taken off while both are 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("setting_costs", parent)
        self._rate = _box(MOST_RATE, 0.5, " %")
        self._visit = _box(MOST_COST, 50, self.tr(" 元"))
        self.add_box(self._rate, "cost_rate", self.tr("资金年利率"))
        self.add_box(self._visit, "cost_visit", self.tr("每次拜访"))

    def _fill(self, settings: MethodSettings) -> None:
        self._rate.setValue(float(settings.capital_rate * 100))
        self._visit.setValue(float(from_units(settings.visit_cost)))

    def _texts(self) -> Mapping[str, str]:
        rate = Decimal(str(round(self._rate.value(), 1))) / 100
        return {"capital_rate": str(rate), "visit_cost": str(round(self._visit.value(), 1))}


def _box(most: float, step: float, suffix: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, most)
    box.setDecimals(1)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    return box
