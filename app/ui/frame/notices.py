"""The lines above a page: an error to be mended, the sample ledger's reminder."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import paths
from app.texts import translate
from app.ui import theme

if TYPE_CHECKING:
    from app.ui.widgets.cards import Bar


class Notices(QWidget):
    """Nothing most of the time; takes no room then."""

    import_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.px(8))
        self._shown: set[str] = set()
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

    @property
    def error_text(self) -> str:
        """The sentence shown now."""
        return self._error.text if "error" in self._shown else ""

    @property
    def shows_sample(self) -> bool:
        return "sample" in self._shown

    def show_error(self, sentence: str) -> None:
        self._error.set("danger", sentence)
        self._error.show()
        self._shown.add("error")
        self._fit()

    @Slot()
    def hide_error(self) -> None:
        if "error" in self._shown:
            self._error.hide()
            self._shown.discard("error")
            self._fit()

    def set_ledger(self, name: str) -> None:
        """The sample says that it is one."""
        self.hide_error()
        if name == paths.SAMPLE_NAME:
            self._sample.show()
            self._shown.add("sample")
        elif self.shows_sample:
            self._sample.hide()
            self._shown.discard("sample")
        self._fit()

    def _fit(self) -> None:
        side = theme.px(20)
        self._layout.setContentsMargins(side, theme.px(10) if self._shown else 0, side, 0)
