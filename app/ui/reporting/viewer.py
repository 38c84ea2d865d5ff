"""The preview with its tool line: zoom, fit, pages."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.printing.layout import Document
from app.ui.printing.preview import Preview
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.labels import label


class Viewer(QWidget):
    """True pages below, what one does with them above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.preview.setObjectName("report_preview")
        self._zoom, self._page = label("", "secondary"), label("", "secondary")
        self._zoom.setObjectName("report_zoom")
        self._page.setObjectName("report_page")
        for text in (self._zoom, self._page):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setMinimumWidth(theme.px(52))
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(4))
        tools.addStretch(1)
        tools.addWidget(icon_button("minus", self.tr("缩小 (-)"), self.preview.zoom_out))
        tools.addWidget(self._zoom)
        tools.addWidget(icon_button("plus", self.tr("放大 (+)"), self.preview.zoom_in))
        tools.addWidget(button(self.tr("适合宽度"), "flat", slot=self.preview.fit))
        tools.addSpacing(theme.px(20))
        tools.addWidget(icon_button("chevron-left", self.tr("上一页 (PageUp)"), self.preview.previous_page))
        tools.addWidget(self._page)
        tools.addWidget(icon_button("chevron-right", self.tr("下一页 (PageDown)"), self.preview.next_page))
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(tools)
        layout.addWidget(self.preview, 1)
        self.preview.page_changed.connect(self._paged)
        self.preview.zoom_changed.connect(self._zoomed)
        self._zoomed(self.preview.zoom)

    def set_document(self, document: Document | None) -> None:
        self.preview.set_document(document)

    @Slot(int, int)
    def _paged(self, page: int, count: int) -> None:
        self._page.setText(f"{page} / {count}")

    @Slot(float)
    def _zoomed(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom:.0%}")
