"""The six places of the working month at the left, the ledger's name on top, housekeeping at the bottom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.texts import fill, translate
from app.ui import icons, theme
from app.ui.pages import PageEntry

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QEnterEvent, QPaintEvent
    from PySide6.QtWidgets import QMenu

FAINT = 0.4  # of a place one cannot go to now


class NavItem(QAbstractButton):
    """One place: icon (filled when there), name, perhaps a number. In the rail the icon alone."""

    def __init__(self, entry: PageEntry, action: "QAction", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = entry.key
        self._icon, self._small, self._rail, self._badge = entry.icon, entry.place == "foot", False, 0
        self._action = action
        self.setObjectName(f"nav_{entry.key}")
        self.setText(translate("Pages", entry.title))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.text())
        self.clicked.connect(self._clicked)
        action.changed.connect(self._follow)
        self._follow()

    def set_badge(self, count: int) -> None:
        self._badge = count
        name = fill(translate("Sidebar", "{0}，{1} 项"), self.text(), count) if count else self.text()
        self.setAccessibleName(name)
        self.update()

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self._follow()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(theme.RAIL if self._rail else theme.SIDEBAR), theme.px(38))

    @Slot()
    def _clicked(self) -> None:
        self._action.trigger()

    @Slot()
    def _follow(self) -> None:
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    def enterEvent(self, event: "QEnterEvent") -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(theme.px(8), 1, -theme.px(8), -1)
        here = self.isChecked()
        if here or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface" if here else "hover"))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        if here:
            mark = QRectF(area.left(), area.center().y() - theme.px(8), theme.px(3), theme.px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(mark, 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        if not self.isEnabled():
            painter.setOpacity(FAINT)
        self._paint_icon(painter, area, here)
        if not self._rail:
            self._paint_text(painter, area, here)
        if self._badge:
            self._paint_badge(painter, area)

    def _paint_icon(self, painter: QPainter, area: QRectF, here: bool) -> None:
        size = theme.px(18 if self._small else 20)
        name = f"{self._icon}-filled" if here and icons.exists(f"{self._icon}-filled") else self._icon
        ink = "accent" if here else "text2"
        pixmap = icons.pixmap(name, ink, 18 if self._small else 20, self.devicePixelRatioF())
        left = area.center().x() - size / 2 if self._rail else area.left() + theme.px(12)
        painter.drawPixmap(QRectF(left, area.center().y() - size / 2, size, size), pixmap, QRectF(pixmap.rect()))

    def _paint_text(self, painter: QPainter, area: QRectF, here: bool) -> None:
        kinds = ("control", "strong") if self._small else ("body", "card")
        font = theme.font(kinds[here])
        painter.setFont(font)
        painter.setPen(theme.color("text1"))
        room = area.adjusted(theme.px(42), 0, -theme.px(36 if self._badge else 8), 0)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_badge(self, painter: QPainter, area: QRectF) -> None:
        text = str(self._badge) if self._badge < 100 else "99+"
        font = theme.font("label")
        width = max(theme.px(22), QFontMetrics(font).horizontalAdvance(text) + theme.px(12))
        pill = QRectF(area.right() - width - theme.px(10), area.center().y() - theme.px(9), width, theme.px(18))
        if self._rail:
            width = QFontMetrics(font).horizontalAdvance(text) + theme.px(8)
            pill = QRectF(area.right() - width, area.top(), width, theme.px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("danger_bg"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.color("danger"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)


class LedgerButton(QPushButton):
    """The ledger's name with its book; opens the menu of ledgers."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = False
        self.setObjectName("ledgerButton")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(theme.RAIL), theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(theme.px(8), 1, -theme.px(8), -1)
        if self.underMouse() or self.hasFocus() or self.isDown():
            painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        size = theme.px(20)
        left = area.center().x() - size / 2 if self.rail else area.left() + theme.px(8)
        book = icons.pixmap("ledger", "accent", 20, self.devicePixelRatioF())
        painter.drawPixmap(QRectF(left, area.center().y() - size / 2, size, size), book, QRectF(book.rect()))
        if self.rail:
            return
        room = area.adjusted(theme.px(40), 0, -theme.px(6), 0)
        font = theme.font("card")
        if QFontMetrics(font).horizontalAdvance(self.text()) > room.width():
            font = theme.font("strong")
        painter.setFont(font)
        painter.setPen(theme.color("text1"))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class Sidebar(QFrame):
    """Ledger button, places, stretch, housekeeping."""

    def __init__(self, entries: Iterable["tuple[PageEntry, QAction]"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(translate("Sidebar", "导航"))
        self.rail = False
        self._name = ""
        self.ledger_button = LedgerButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(2), 0, theme.px(8))
        layout.setSpacing(2)
        layout.addWidget(self.ledger_button)
        layout.addSpacing(theme.px(4))
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        main, foot = QVBoxLayout(), QVBoxLayout()
        for entry, action in entries:
            item = NavItem(entry, action)
            self._items[entry.key] = item
            self._group.addButton(item)
            (foot if entry.place == "foot" else main).addWidget(item)
        for part in (main, foot):
            part.setSpacing(2)
        layout.addLayout(main)
        layout.addStretch(1)
        layout.addLayout(foot)
        self.set_ledger("")
        self.set_rail(False)

    def set_menu(self, menu: "QMenu") -> None:
        """What a click on the ledger's name offers."""
        self.ledger_button.setMenu(menu)

    def set_ledger(self, name: str) -> None:
        self._name = name or translate("Sidebar", "未打开台账")
        self.ledger_button.setToolTip(self._name)
        self.ledger_button.setAccessibleName(translate("Sidebar", "台账：{0}").format(self._name))
        self.ledger_button.setText(self._name)

    def show_page(self, key: str) -> None:
        """Mark where the window is; a page of no place marks none."""
        item = self._items.get(key)
        if item is not None:
            item.setChecked(True)
            return
        self._group.setExclusive(False)
        for each in self._items.values():
            each.setChecked(False)
        self._group.setExclusive(True)

    def set_badge(self, key: str, count: int) -> None:
        if key in self._items:
            self._items[key].set_badge(count)

    def set_rail(self, rail: bool) -> None:
        """Icons alone, where the window is narrow."""
        self.rail = rail
        self.setFixedWidth(theme.px(theme.RAIL if rail else theme.SIDEBAR))
        for item in self._items.values():
            item.set_rail(rail)
        self.ledger_button.rail = rail
        self.ledger_button.update()

    def focus(self) -> None:
        """F6 comes here: to the marked place."""
        checked = self._group.checkedButton() or self.ledger_button
        checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_items"):
            self.set_rail(self.rail)
