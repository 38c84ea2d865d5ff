"""When the fault is ours: the window stays, the details can be copied."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class CrashDialog(Dialog):
    """Says what happened and what it means for the data; the report is one click away."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("出了意料之外的错"))
        self._report = report
        self.setMinimumWidth(theme.px(520))
        sentence = self.tr("程序出了意料之外的错，刚才那一步没有做。台账里已有的数据没有变化，可以接着用。")
        self.body.addWidget(label(sentence, wrap=True))
        advice = self.tr("如果再次出现，请复制详情，连同刚才做的事一起告诉我们。详情里不含客户资料。")
        self.body.addWidget(label(advice, "secondary", wrap=True))
        details = QPlainTextEdit(report)
        details.setObjectName("crash_report")
        details.setReadOnly(True)
        details.setMinimumHeight(theme.px(180))
        details.setAccessibleName(self.tr("详情"))
        self.body.addWidget(details, 1)
        self._copy = button(self.tr("复制详情"), icon="copy", slot=self._copied)
        self._copy.setObjectName("crash_copy")
        self.add_left(self._copy)

    @Slot()
    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("已复制"))
