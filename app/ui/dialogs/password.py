"""The password of a spreadsheet somebody locked: asked for once per import, kept nowhere."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.labels import label


class PasswordDialog(Dialog):
    """Says which file asks for it, and why it asks again; Esc leaves the file alone."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("打开"), parent)
        self.setWindowTitle(self.tr("输入密码"))
        self.setMinimumWidth(theme.px(420))
        said = label(text, wrap=True)
        self._line = QLineEdit()
        self._line.setObjectName("password")
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setAccessibleName(self.tr("密码"))
        self._line.textChanged.connect(self._typed)
        said.setBuddy(self._line)
        self.body.addWidget(said)
        self.body.addWidget(self._line)
        self._typed("")
        self._line.setFocus()

    def password(self) -> str:
        return self._line.text()

    def _typed(self, text: str) -> None:
        self.set_ready(bool(text), self.tr("先输入密码"))
