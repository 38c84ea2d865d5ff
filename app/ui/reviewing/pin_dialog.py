"""手工定级: fix a class or keep it from falling or rising, with a reason and an end."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget

from app.services.reviews.draft import PinWish
from app.services.schemes import Scheme, class_label, spec_of
from app.services.workdays import add_months
from app.texts import QT_TRANSLATE_NOOP, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

MONTHS = 3
MODES = {
    "fixed": QT_TRANSLATE_NOOP("PinDialog", "固定"),
    "at_least": QT_TRANSLATE_NOOP("PinDialog", "不低于"),
    "at_most": QT_TRANSLATE_NOOP("PinDialog", "不高于"),
}


_NAMED = {
    "at_least": QT_TRANSLATE_NOOP("PinDialog", "不低于{0}"),
    "at_most": QT_TRANSLATE_NOOP("PinDialog", "不高于{0}"),
}


def pin_words(scheme: str | Scheme, wish: PinWish) -> str:
    """A pin in words: 不低于中价值; a fixed class is named alone."""
    name = class_label(scheme, wish.class_id)
    return name if wish.mode == "fixed" else translate("PinDialog", _NAMED[wish.mode]).format(name)


class PinDialog(Dialog):
    """The reason is required: next month nobody remembers it."""

    def __init__(
        self,
        name: str,
        scheme: str | Scheme,
        class_id: str | None,
        day: date,
        wish: PinWish | None,
        parent: QWidget | None,
        *,
        bought: bool,
    ) -> None:
        super().__init__(translate("PinDialog", "手工定级：{0}").format(name), translate("PinDialog", "定级"), parent)
        self.setObjectName("pin_dialog")
        self.setMinimumWidth(theme.px(440))
        modes = [(key, translate("PinDialog", text)) for key, text in MODES.items()]
        self._mode = Segments(modes, wish.mode if wish else "fixed")
        self._class = QComboBox()
        for spec in spec_of(scheme).to_give(bought=bought):
            self._class.addItem(spec.label, spec.id)
        self._class.setCurrentIndex(max(0, self._class.findData(wish.class_id if wish else class_id)))
        self._reason = Field(self.tr("为什么，例如「老板的同学」"))
        self._reason.setObjectName("pin_reason")
        self._reason.setText(wish.reason if wish else "")
        self._reason.textChanged.connect(self._check)
        until = wish.expires_on if wish else add_months(day, MONTHS)
        self._until = QDateEdit(QDate(until.year, until.month, until.day))
        self._until.setCalendarPopup(True)
        self._until.setDisplayFormat("yyyy-MM-dd")
        self._until.setMinimumDate(QDate(day.year, day.month, day.day))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("方式"), self._mode),
            (self.tr("分级"), self._class),
            (self.tr("原因"), self._reason),
            (self.tr("到哪天为止"), self._until),
        )
        for place, (text, widget) in enumerate(rows):
            widget.setAccessibleName(text)
            grid.addWidget(label(text), place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, place, 1)
        self.body.addLayout(grid)
        hint = self.tr("规则算出的分级仍会一起显示，到期后回到规则结果。")
        self.body.addWidget(label(hint, "caption", wrap=True))
        self._reason.setFocus()
        self._check()

    def wish(self) -> PinWish:
        """What was chosen."""
        day = date(*self._until.date().getDate())
        return PinWish(self._mode.current, str(self._class.currentData()), self._reason.text().strip(), day)

    @Slot()
    def _check(self) -> None:
        self.set_ready(bool(self._reason.text().strip()), self.tr("请写一句原因"))
