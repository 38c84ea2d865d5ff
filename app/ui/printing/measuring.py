"""Widths and line breaks of text on paper: nothing is cut, long text takes more lines."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from app.ui.printing import paper

MOST_LINES = 12
"""A cell or paragraph of a careless ledger may hold a novel; beyond this many lines it ends in an ellipsis."""


def clean(text: str) -> str:
    """One line of printable text: tabs, line breaks and control characters become single spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@lru_cache(maxsize=8192)
def width(text: str, size: int, bold: bool = False) -> float:
    return paper.metrics(size, bold).horizontalAdvance(text)


def line_height(size: int) -> float:
    return size * paper.LEADING


def baseline(size: int) -> float:
    """From the top of a line to the foot of its letters."""
    return size * (paper.LEADING - 1) / 2 + size * 0.86


def wrap(text: str, available: float, size: int, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than `available`, broken as Chinese and Latin typesetting want it."""
    text = clean(text)
    if width(text, size, bold) <= available:
        return (text,)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, paper.font(size, bold))
    layout.setTextOption(option)
    layout.beginLayout()
    code, lines = text.encode("utf-16-le"), []  # Qt counts in 16-bit units
    while (line := layout.createLine()).isValid():
        line.setLineWidth(available)
        first, last = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        lines.append(code[first:last].decode("utf-16-le").rstrip())
    layout.endLayout()
    if len(lines) > MOST_LINES:
        tail = "".join(lines[MOST_LINES - 1 :])
        last_line = paper.metrics(size, bold).elidedText(tail, Qt.TextElideMode.ElideRight, available)
        lines = [*lines[: MOST_LINES - 1], last_line]
    return tuple(lines)
