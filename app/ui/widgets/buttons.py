"""Buttons in the program's kinds; their icons follow the theme."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui import icons, theme

Kind = Literal["secondary", "primary", "danger", "flat", "link", "icon", "segment"]
_INK = {"primary": "on_accent", "danger": "danger", "link": "accent"}


class Button(QPushButton):
    """A push button of a kind. Reached by Tab, not by a click, so that only the keyboard shows the focus ring."""

    def __init__(self, text: str = "", kind: Kind = "secondary", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kind, self._icon = kind, icon
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()

    def set_kind(self, kind: Kind) -> None:
        """Which of several verbs is the likely one changes with what is shown."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._tint()

    def set_icon(self, name: str) -> None:
        self._icon = name
        self._tint()

    def set_menu(self, menu: QMenu) -> None:
        """A button that opens a menu, with the caret that says so."""
        self.setProperty("hasMenu", bool(self.text()))
        self.setMenu(menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it in a page too, not only in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._tint()

    def _tint(self) -> None:
        if not getattr(self, "_icon", ""):
            return
        ink = _INK.get(self._kind, "text2") if self.isEnabled() else "text3"
        self.setIcon(icons.icon(self._icon, ink))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))


class CommandButton(Button):
    """A button that runs a command of the actions table and shows its state, text and key."""

    def __init__(
        self,
        action: QAction,
        kind: Kind = "secondary",
        icon: str | None = None,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`icon` is the command's own unless another is named; empty for none."""
        name = str(action.property("iconName") or "") if icon is None else icon
        super().__init__(text, kind, name, parent)
        self._action, self._text = action, text
        self.setObjectName(f"button_{action.objectName()}")
        self.clicked.connect(self._clicked)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _clicked(self) -> None:
        self._action.trigger()

    @Slot()
    def _follow(self) -> None:
        if self._kind != "icon":
            self.setText(self._text or plain_text(self._action.text()))
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(plain_text(self._action.text()))


def grey(thing: "QWidget | QAction", why_not: str) -> None:
    """Off with the reason as its tip, or on again without."""
    thing.setEnabled(not why_not)
    thing.setToolTip(why_not)


def plain_text(text: str) -> str:
    """A command's text without its access key: 「文件(&F)」 gives 文件."""
    if "(&" in text:
        before, _, after = text.partition("(&")
        return before + after[2:]
    return text.replace("&", "")


def button(text: str, kind: Kind = "secondary", icon: str = "", slot: Callable[[], object] | None = None) -> Button:
    """A button wired to a bound method that takes nothing."""
    result = Button(text, kind, icon)
    if slot is not None:
        result.clicked.connect(slot)
    return result


def icon_button(icon: str, tip: str, slot: Callable[[], object] | None = None) -> Button:
    """A square button; `tip` is its tooltip and its name for screen readers."""
    result = button("", "icon", icon, slot)
    result.setToolTip(tip)
    result.setAccessibleName(tip)
    return result
