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
        self._details = QPlainTextEdit(report)
        self._details.setObjectName("crash_report")
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(theme.px(180))
        self._details.setAccessibleName(self.tr("详情"))
        self._details.hide()
        self.body.addWidget(self._details, 1)
        self._copy = button(self.tr("复制详情"), icon="copy", slot=self._copied)
        self._copy.setObjectName("crash_copy")
        self._unfold = button(self.tr("显示详情"), "link", slot=self._toggle)
        self._unfold.setObjectName("crash_unfold")
        for quiet in (self._unfold, self._copy):
            quiet.setAutoDefault(False)
            self.add_left(quiet)
        self.cancel_button.setDefault(True)  # Enter goes on with the work

    @Slot()
    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._unfold.setText(self.tr("显示详情") if self._details.isHidden() else self.tr("收起详情"))
        self.adjustSize()

    @Slot()
    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("已复制"))
