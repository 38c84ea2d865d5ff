"""Surfaces that hold things: cards, tiles with a figure, and bars that say something in the page."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button, button, icon_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import ElidedLabel, label, set_box, set_kind
from app.ui.widgets.layouts import parts
from app.ui.widgets.wheel import WheelGuard

BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
BarKind = Literal["ok", "warn", "danger", "info"]
_BAR_ICONS = {"ok": "check-circle", "warn": "warning", "danger": "error", "info": "info"}
_BAR_INKS = {"ok": "ok", "warn": "warn", "danger": "danger", "info": "accent"}


class Card(QFrame):
    """A white surface with an optional title line; fill `self.body`."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        outer.setSpacing(theme.px(8))
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(8))
        self.title_label = label(title, "card")
        self.subtitle_label = ElidedLabel(subtitle, "caption")  # the head never makes a card wider than its page
        self._head.addWidget(self.title_label)
        self._head.addWidget(self.subtitle_label)
        self._head.addStretch(1)
        outer.addLayout(self._head)  # first: a label shown before it has a parent would be a window of its own
        self.title_label.setVisible(bool(title))
        self.subtitle_label.setVisible(bool(subtitle))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        outer.addLayout(self.body, 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.subtitle_label.setText(subtitle)
        self.subtitle_label.setVisible(bool(subtitle))

    def add_tool(self, widget: QWidget) -> None:
        """Put a link or button at the right of the title."""
        self._head.addWidget(widget)


class Quiet(QFrame):
    """A box in the page's quiet colour, as for 「为什么是高价值」."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "quiet")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.body.setSpacing(theme.px(4))


class Bar(QFrame):
    """A coloured line in the page: what happened, perhaps one button, perhaps a cross."""

    def __init__(self, kind: BarKind, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", f"{kind}Bar")
        self._icon = IconLabel(_BAR_ICONS[kind], _BAR_INKS[kind])
        self._text = label(text, wrap=True)
        self._text.setObjectName("bar_text")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._layout.setSpacing(theme.px(8))
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._text, 1)
        self.setMinimumHeight(theme.px(34))

    @property
    def text(self) -> str:
        return self._text.text()

    def make_thin(self) -> None:
        """A reminder that is there for long takes little room."""
        self._layout.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self.setMinimumHeight(theme.px(28))
        set_kind(self._text, "caption")

    def set_width(self, width: int) -> None:
        """As wide as this and as high as its text then needs: nested layouts do not ask a label for its height."""
        self.setFixedWidth(width)
        held = parts(self._layout)
        taken = sum(part.sizeHint().width() for part in held if part is not self._text)
        margins, gaps = self._layout.contentsMargins(), self._layout.spacing() * (len(held) - 1)
        self._text.ensurePolished()
        room = width - taken - gaps - margins.left() - margins.right()
        self._text.setMinimumHeight(self._text.heightForWidth(room))

    def set(self, kind: BarKind, text: str) -> None:
        set_box(self, f"{kind}Bar")
        self._text.setText(text)
        self._icon.set(_BAR_ICONS[kind], _BAR_INKS[kind])

    def add(self, widget: QWidget) -> None:
        """Put a caption or button at the right end."""
        self._layout.addWidget(widget)

    def add_button(self, text: str, slot: Callable[[], object]) -> Button:
        made = button(text, "link", slot=slot)
        self.add(made)
        return made

    def add_close(self, slot: Callable[[], object]) -> None:
        self.add(icon_button("close", QCoreApplication.translate("Bar", "关闭"), slot))


class FocusRing(QFrame):
    """Lies over something that scrolls while the keyboard scrolls it: its own frame would lie under the content."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setObjectName("focus_ring")
        self.setProperty("box", "ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QFocusEvent):
            self.setVisible(kind == QEvent.Type.FocusIn and event.reason() in BY_KEYS)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.Resize):
            self.setGeometry(self._area.rect())
            self.raise_()
        return False


class _Area(QScrollArea):
    """Tab stops at it to scroll by keys, where there is something to scroll; a click beside asks for no ring."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    @Slot(int, int)
    def _range_changed(self, least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > least else Qt.FocusPolicy.NoFocus)


class _Fitting(_Area):
    """As high as its content wants to be, where there is room for it; never wider than its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content is not None else super().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is added to a content in sight counts only once Qt has shown it: the height is asked for again then."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


def fitting(content: QWidget) -> QScrollArea:
    """As `scrolled`, for a card that is only as high as what it holds."""
    return _filled(_Fitting(), content)


def scrolled(content: QWidget) -> QScrollArea:
    """Anything that can be taller than 480 px sits in one of these."""
    return _filled(_Area(), content)


def _filled(area: _Area, content: QWidget) -> QScrollArea:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    content.setObjectName(content.objectName() or "scrolled")
    content.setAutoFillBackground(False)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    FocusRing(area)
    WheelGuard(content)
    return area
