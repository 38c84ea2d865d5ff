"""The lines above a page: an error to be mended, the sample ledger's reminder."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.samples import LEDGER_NAME
from app.texts import translate
from app.ui import theme
from app.ui.widgets.cards import Bar


class Notices(QWidget):
    """Nothing most of the time; takes no room then."""

    import_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._layout.setSpacing(theme.px(8))
        self._error = Bar("danger")
        self._error.setObjectName("error_bar")
        self._error.add_close(self.hide_error)
        self._sample = Bar("info", translate("Notices", "正在看示例。"))
        self._sample.setObjectName("sample_bar")
        self._sample.add_button(translate("Notices", "导入我的台账"), self.import_asked.emit)
        self._sample.add_button(translate("Notices", "删除示例"), self.delete_asked.emit)
        for bar in (self._sample, self._error):
            bar.hide()
            self._layout.addWidget(bar)

    @property
    def error_text(self) -> str:
        """The sentence shown now, for tests."""
        return "" if self._error.isHidden() else self._error.text

    def show_error(self, sentence: str) -> None:
        self._error.set("danger", sentence)
        self._error.show()
        self._fit()

    @Slot()
    def hide_error(self) -> None:
        self._error.hide()
        self._fit()

    def set_ledger(self, name: str) -> None:
        """The sample says that it is one."""
        self._sample.setVisible(name == LEDGER_NAME)
        self._error.hide()
        self._fit()

    def _fit(self) -> None:
        shown = not (self._error.isHidden() and self._sample.isHidden())
        self._layout.setContentsMargins(theme.px(20), theme.px(10) if shown else 0, theme.px(20), 0)
