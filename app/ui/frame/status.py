"""The strip at the bottom: what the page says at the left; saved, last backup and running work at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from datetime import date, datetime

_BUSY_AFTER = 300  # ms; what is quicker than this is not worth a word


class StatusStrip(QFrame):
    """Context left, state right; never an error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setFixedHeight(theme.px(28))
        self._left, self._job, self._right = ElidedLabel(), label(), label()
        self._left.setObjectName("status_left")
        self._right.setObjectName("status_right")
        self._job.setObjectName("status_job")
        self._saved, self._ledger = True, False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(8), 0, theme.px(10), 0)
        layout.setSpacing(theme.px(16))
        layout.addWidget(self._left, 1)
        layout.addWidget(self._job)
        layout.addWidget(self._right)
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER)
        self._busy.timeout.connect(self._show)
        self._backup: datetime | None = None
        self._backup_known = False  # an opened ledger is looked through for backups after its first page
        self._show()

    def say(self, text: str) -> None:
        """The left text: selection, step, hint."""
        self._left.setText(text)

    def set_job(self, text: str) -> None:
        """What runs now, empty when nothing does."""
        self._job.setText(text)

    def set_ledger(self, is_open: bool) -> None:
        self._ledger, self._backup_known = is_open, False
        self._show()

    def set_backup(self, when: "datetime | None") -> None:
        self._backup, self._backup_known = when, True
        self._show()

    @Slot(bool)
    def set_saving(self, saving: bool) -> None:
        self._saved = not saving
        if saving:
            self._busy.start()
        else:
            self._busy.stop()
            self._show()

    @Slot()
    def _show(self) -> None:
        if not self._ledger:
            self._right.setText(translate("StatusStrip", "未打开台账"))
            return
        state = translate("StatusStrip", "已自动保存") if self._saved else translate("StatusStrip", "正在保存…")
        self._right.setText(f"{state}  ·  {self._backup_text()}" if self._backup_known else state)

    def _backup_text(self) -> str:
        if self._backup is None:
            return translate("StatusStrip", "还没有备份")
        return translate("StatusStrip", "上次备份 {0}").format(moment_text(self._backup))


def moment_text(when: "datetime", today: "date | None" = None) -> str:
    """今天 10:32, 昨天 10:32, 11-18 10:32, 2025-11-18."""
    from datetime import date

    days = ((today or date.today()) - when.date()).days
    clock = f"{when:%H:%M}"
    if days == 0:
        return translate("Moments", "今天 {0}").format(clock)
    if days == 1:
        return translate("Moments", "昨天 {0}").format(clock)
    return f"{when:%m-%d} {clock}" if 0 < days < 300 else f"{when:%Y-%m-%d}"
