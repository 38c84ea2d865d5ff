"""What the dialogs share: margins, a body, one row of buttons."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import label


class Dialog(QDialog):
    """Title, body, and at the bottom right 取消 beside one verb; Enter says the verb, Esc cancels."""

    def __init__(self, title: str, verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        outer.setSpacing(theme.px(12))
        if title:
            outer.addWidget(label(title, "section"))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        outer.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)
        self.cancel_button = Button(translate("Dialog", "取消") if verb else translate("Dialog", "关闭"))
        self.cancel_button.setObjectName("dialog_cancel")
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setAutoDefault(False)
        self.buttons.addWidget(self.cancel_button)
        self.accept_button: Button | None = None
        if verb:
            self.accept_button = Button(verb, "primary")
            self.accept_button.setObjectName("dialog_accept")
            self.accept_button.setDefault(True)
            self.accept_button.clicked.connect(self.accept)
            self.buttons.addWidget(self.accept_button)

    def add_left(self, widget: QWidget) -> None:
        """A quiet button at the bottom left."""
        self.buttons.insertWidget(0, widget)

    def make_room(self) -> None:
        """Higher where text that came later wraps: a dialog that is shown does not ask wrapped text for its height."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def set_ready(self, ready: bool, why_not: str = "") -> None:
        """Whether the verb can be said now."""
        if self.accept_button is not None:
            self.accept_button.setEnabled(ready)
            self.accept_button.setToolTip("" if ready else why_not)
