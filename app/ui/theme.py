"""Turns the design tokens into what Qt draws with: palette, style sheet, fonts, icons, sizes."""

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import paths, tokens
from app.tokens import Slot, Tokens

Choice = Literal["system", "light", "dark"]
SIDEBAR, RAIL, FULL_SIDEBAR_FROM = 188, 56, 1400
SIZES = (90, 100, 110, 125, 150)
FAMILIES = (
    "Segoe UI Variable Text",
    "Segoe UI",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "Noto Sans CJK SC",
)
# A family without a semi-bold face is thickened by Qt from bold on, and not at all below.
SEMIBOLD = 600 if sys.platform == "win32" else 700
# kind: size in px at 100 %, weight
FONTS: dict[str, tuple[int, int]] = {
    "caption": (12, 400),
    "control": (13, 400),
    "strong": (13, SEMIBOLD),
    "label": (12, SEMIBOLD),
    "body": (14, 400),
    "card": (14, SEMIBOLD),
    "section": (16, SEMIBOLD),
    "page": (20, SEMIBOLD),
    "figure": (28, SEMIBOLD),
    "hero": (24, SEMIBOLD),
}


@dataclass(frozen=True)
class Look:
    """How the window looks now."""

    dark: bool = False
    size: int = 100
    plain: bool = False  # high contrast: the system's own colours, no sheet

    @property
    def tokens(self) -> Tokens:
        return tokens.DARK if self.dark else tokens.LIGHT


class Watcher(QObject):
    """Tells what draws by itself (charts, icons) that the look changed."""

    changed = Signal()


_look = Look()
_watcher: Watcher | None = None


def watcher() -> Watcher:
    """The one watcher of this process."""
    global _watcher
    if _watcher is None:
        _watcher = Watcher()
    return _watcher


def look() -> Look:
    return _look


def current() -> Tokens:
    """The colours of the present look."""
    return _look.tokens


def color(name: str) -> QColor:
    """A token as QColor, such as accent."""
    return QColor(getattr(_look.tokens, name))


def slot(name: str) -> Slot:
    """A colour slot of the present look."""
    return _look.tokens.slot(name)


def px(length: int) -> int:
    """A length at the chosen interface size; hairlines stay 1."""
    return length if length <= 1 else round(length * _look.size / 100)


def font(kind: str = "control", weight: int | None = None) -> QFont:
    """A font of the type scale, with tabular digits."""
    size, usual = FONTS[kind]
    return QFont(_font(px(size), weight or usual))  # a copy: whoever asks may change it


@lru_cache(maxsize=100)
def _font(pixels: int, weight: int) -> QFont:
    result = QFont()
    result.setFamilies(list(FAMILIES))
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def sidebar_width(window: int) -> int:
    """Full, or a rail in a narrow window; `window` in px, the answer in px at 100 %."""
    return SIDEBAR if window * 100 / _look.size >= FULL_SIDEBAR_FROM else RAIL


def guess(choice: Choice, size: int) -> None:
    """The colours of the first paint; `apply` follows. Asks nothing of Qt that takes long to load."""
    global _look
    dark = choice == "dark"
    if choice == "system":
        dark = QPalette().color(QPalette.ColorRole.Window).lightness() < 128
    _look = Look(dark, size)


def apply(app: QApplication, choice: Choice, size: int) -> None:
    """Give the application the look chosen in the settings; safe to call again at any time."""
    global _look
    hints = QGuiApplication.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
    plain = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    dark = choice == "dark" if choice != "system" else hints.colorScheme() == Qt.ColorScheme.Dark
    wanted = Look(dark, size, plain)
    if wanted == _look and app.styleSheet():
        return
    _look = wanted
    app.setFont(font())
    if plain:
        app.setPalette(QPalette())
        app.setStyleSheet("")
    else:
        app.setPalette(palette())
        app.setStyleSheet(style_sheet())
    watcher().changed.emit()


def palette() -> QPalette:
    """The tokens in Qt's roles, for what the sheet does not reach."""
    t = _look.tokens
    role = QPalette.ColorRole
    result = QPalette()
    for each, name in {
        role.Window: t.canvas,
        role.WindowText: t.text1,
        role.Base: t.surface,
        role.AlternateBase: t.alt,
        role.Text: t.text1,
        role.PlaceholderText: t.text3,
        role.Button: t.surface,
        role.ButtonText: t.text1,
        role.BrightText: t.danger,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.text1,
        role.Light: t.surface,
        role.Midlight: t.hover,
        role.Mid: t.stroke,
        role.Dark: t.stroke_strong,
        role.Shadow: t.stroke_strong,
        role.Accent: t.accent,
    }.items():
        result.setColor(each, QColor(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(t.text3))
    result.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(t.accent))
    return result


_PLACEHOLDER = re.compile(r"@(\w+)(?:\((-?\w[\w-]*)\))?")


def style_sheet() -> str:
    """The one sheet: @token, @px(12), @font(caption), @icon(check), @circle(16) filled in."""
    source = paths.resource("styles", "window.qss").read_text("utf-8")
    return _PLACEHOLDER.sub(_fill, source)


def _fill(match: re.Match[str]) -> str:
    name, argument = match.groups()
    if name == "px":
        return f"{px(int(argument))}px"
    if name == "circle":  # the radius that makes a bordered square of this width round; a larger one draws a square
        return f"{px(int(argument)) // 2 + 1}px"
    if name == "font":
        size, weight = FONTS[argument]
        return f"font-size: {px(size)}px; font-weight: {weight}"
    if name.startswith("icon_"):
        from app.ui import icons

        return f'url("{icons.file(argument, name.removeprefix("icon_"))}")'
    return str(getattr(_look.tokens, name))


def animated() -> bool:
    """Whether panels and toasts may move; off when the system's animation effects are."""
    if sys.platform == "win32":
        import ctypes

        on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(on), 0)  # SPI_GETCLIENTAREAANIMATION
        return bool(on.value)
    return QGuiApplication.platformName() != "offscreen"
