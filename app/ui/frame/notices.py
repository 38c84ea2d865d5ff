"""The lines above a page: an error to be mended, the day in the past that is shown, the sample ledger's reminder."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import paths
from app.texts import translate
from app.ui import theme
from app.ui.commands import TODAY_KEY

if TYPE_CHECKING:
    from datetime import date

    from app.ui.widgets.cards import Bar


class Notices(QWidget):
    """Nothing most of the time; takes no room then."""

    import_asked = Signal()
    delete_asked = Signal()
    today_asked = Signal()  # back from the past
    day_asked = Signal()  # another day
    day_taken = Signal(object)  # the day that was offered
    day_declined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.px(8))
        self._shown: set[str] = set()
        self._offered: date | None = None
        self._held = False
        self._fit()

    @cached_property
    def _error(self) -> "Bar":
        from app.ui.widgets.cards import Bar

        bar = Bar("danger")
        bar.setObjectName("error_bar")
        bar.add_close(self.hide_error)
        self._layout.addWidget(bar)
        return bar

    @cached_property
    def _sample(self) -> "Bar":
        from app.ui.widgets.cards import Bar

        bar = Bar("info", translate("Notices", "正在看示例。"))
        bar.setObjectName("sample_bar")
        bar.make_thin()
        bar.add_button(translate("Notices", "导入我的台账"), self.import_asked.emit)
        bar.add_button(translate("Notices", "删除示例"), self.delete_asked.emit)
        self._layout.insertWidget(0, bar)
        return bar

    @cached_property
    def _past(self) -> "Bar":
        from app.ui.widgets.cards import Bar

        bar = Bar("warn")
        bar.setObjectName("past_bar")
        bar.make_thin()
        bar.add_button(translate("Notices", "换一天…"), self.day_asked.emit)
        back = bar.add_button(translate("Notices", "回到今天"), self.today_asked.emit)
        back.setToolTip(QKeySequence(TODAY_KEY).toString(QKeySequence.SequenceFormat.NativeText))
        self._layout.insertWidget(0, bar)
        return bar

    @cached_property
    def _offer(self) -> "Bar":
        from app.ui.widgets.cards import Bar

        bar = Bar("info")
        bar.setObjectName("offer_bar")
        bar.make_thin()
        bar.add_button(translate("Notices", "按这一天看"), self._take_day)
        bar.add_close(self._decline_day)
        self._layout.insertWidget(0, bar)
        return bar

    @property
    def error_text(self) -> str:
        """The sentence shown now."""
        return self._error.text if "error" in self._shown else ""

    @property
    def shows_sample(self) -> bool:
        return "sample" in self._shown

    def show_error(self, sentence: str) -> None:
        self._error.set("danger", sentence)
        self._show("error", self._error)

    @Slot()
    def hide_error(self) -> None:
        self._hide("error")

    @property
    def past_text(self) -> str:
        """What the bar says of the day that is shown; empty for today."""
        return self._past.text if "past" in self._shown else ""

    @property
    def offer_text(self) -> str:
        return self._offer.text if "offer" in self._shown else ""

    def set_past(self, day: "date | None") -> None:
        """The window shows another day than today, or today again."""
        self.hide_error()
        if day is None:
            self._hide("past")
            return
        self._forget_offer()
        text = translate("Notices", "正在看 {0} 的情况，只读。负责人、标签和资料没有历史，按今天的显示。")
        self._past.set("warn", text.format(day.isoformat()))
        self._past.setToolTip(translate("Notices", "金额、日期、分级、理由和手工定级按这一天算。"))
        self._show("past", self._past)

    def offer_day(self, day: "date | None") -> None:
        """The ledger stands still since that day; None takes the offer back."""
        self._offered = day
        if day is None:
            self._hide("offer")
            return
        text = translate("Notices", "台账最后一笔是 {0}，离今天已经很久，金额和流失预警会不准。按这一天看时只读。")
        self._offer.set("info", text.format(day.isoformat()))
        self._show_offer()

    def hold_offer(self, held: bool) -> None:
        """On a page that knows no other day the offer waits for the next one."""
        self._held = held
        self._show_offer()

    def _show_offer(self) -> None:
        if self._offered is not None and not self._held:
            self._show("offer", self._offer)
        else:
            self._hide("offer")

    def _forget_offer(self) -> None:
        self._offered = None
        self._hide("offer")

    @Slot()
    def _take_day(self) -> None:
        self.day_taken.emit(self._offered)

    @Slot()
    def _decline_day(self) -> None:
        declined = self._offered
        self._forget_offer()
        self.day_declined.emit(declined)

    def _show(self, name: str, bar: "Bar") -> None:
        bar.show()
        self._shown.add(name)
        self._fit()

    def _hide(self, name: str) -> None:
        if name in self._shown:
            getattr(self, f"_{name}").hide()
            self._shown.discard(name)
            self._fit()

    def set_ledger(self, name: str) -> None:
        """The sample says that it is one."""
        self.hide_error()
        self._forget_offer()
        if name == paths.SAMPLE_NAME:
            self._show("sample", self._sample)
        else:
            self._hide("sample")

    def _fit(self) -> None:
        side = theme.px(20)
        self._layout.setContentsMargins(side, theme.px(10) if self._shown else 0, side, 0)
