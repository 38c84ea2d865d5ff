"""After how many months without a purchase a customer counts as late, at risk, lost; kept in the ledger."""

from collections.abc import Mapping

from PySide6.QtWidgets import QSpinBox, QWidget

from app.services.settings import SPECS, MethodSettings
from app.ui.settings.figures_row import FiguresRow


class LossLimits(FiguresRow):
    """Three limits, each later than the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("setting_limits", parent)
        self._limits: dict[str, QSpinBox] = {}
        for key, name in (
            ("calendar_watch", self.tr("该来未来")),
            ("calendar_at_risk", self.tr("流失风险")),
            ("calendar_churned", self.tr("已流失")),
        ):
            box = QSpinBox()
            low, high = SPECS[key].low, SPECS[key].high
            box.setRange(int(low or 1), int(high or 120))
            box.setSuffix(self.tr(" 个月"))
            self.add_box(box, f"limit_{key}", name)
            self._limits[key] = box

    def _fill(self, settings: MethodSettings) -> None:
        for key, box in self._limits.items():
            box.setValue(getattr(settings, key))

    def _texts(self) -> Mapping[str, str]:
        return {key: str(box.value()) for key, box in self._limits.items()}
