"""Paper sizes, fonts and colours of a printed page. Lengths are tenths of a point, so that font sizes are whole."""

import sys
import threading
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app import tokens
from app.services.charts import Palette

UNITS_PER_INCH = 720
MM = UNITS_PER_INCH / 25.4
POINT = 10.0

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 25 * MM, 20 * MM, 20 * MM, 20 * MM
BODY_WIDTH = PAGE_WIDTH - LEFT - RIGHT
BODY_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
HEADER_LINE = 15.5 * MM
FOOTER_LINE = PAGE_HEIGHT - 15.5 * MM

TITLE, HEADING, SUBHEADING, BODY, SMALL, FINE = 180, 130, 108, 105, 90, 78
FIGURE = 170
LEADING = 1.45

FONT_CHOICES = (
    ("Microsoft YaHei", "Microsoft YaHei UI", "SimHei")
    if sys.platform == "win32"
    else ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback")
)


@lru_cache(maxsize=1)
def family() -> str:
    """The first installed font whose Chinese stays searchable in a PDF; else whatever the system has."""
    installed = set(QFontDatabase.families())
    return next((name for name in FONT_CHOICES if name in installed), QFont().family())


@lru_cache(maxsize=1)
def bold_is_made_up() -> bool:
    """Whether Qt thickens the regular face, as for WenQuanYi Micro Hei."""
    return not any("bold" in style.lower() for style in QFontDatabase.styles(family()))


_own = threading.local()
"""Fonts belong to the thread that made them: pages are laid out in one thread and painted in another."""


def font(size: int, bold: bool = False) -> QFont:
    """The report font at a size in tenths of a point, unhinted so that every device breaks lines alike."""
    return _of_thread(size, bold)[0]


def metrics(size: int, bold: bool = False) -> QFontMetricsF:
    return _of_thread(size, bold)[1]


def _of_thread(size: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
    known: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = _own.__dict__.setdefault("known", {})
    if (size, bold) not in known:
        made = QFont(family())
        made.setPixelSize(max(size, 1))
        made.setBold(bold)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setFeature(QFont.Tag("tnum"), 1)
        known[size, bold] = made, QFontMetricsF(made)
    return known[size, bold]


INK = tokens.LIGHT
"""Paper stays white in every theme."""
TEXT, QUIET, RULE, HAIR, SHADE, STAMP = INK.text1, INK.text2, INK.stroke_strong, INK.stroke, INK.canvas, INK.danger


def chart_palette(*, patterns: bool, size: float = 8.5) -> Palette:
    """What charts look like on paper."""
    return Palette(INK, family(), size, patterns)
