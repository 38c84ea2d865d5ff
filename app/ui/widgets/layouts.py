"""What a layout holds, and taking it out so that it can be filled anew.

Nobody looks at the items of a layout with itemAt: Qt deletes them behind Python's back, and Python, which remembers
their addresses, then takes a new object at the same place for them: the program ends without a word.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget


def parts(layout: QLayout) -> Sequence[QWidget | QLayout]:
    """The widgets and the layouts a layout holds, in its order."""
    holder = layout.parentWidget()
    placed: list[tuple[int, QWidget | QLayout]] = []
    if holder is not None:
        placed += [(layout.indexOf(each), each) for each in holder.children() if isinstance(each, QWidget)]
    placed += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    return [each for place, each in sorted(placed, key=lambda pair: pair[0]) if place >= 0]


def empty(layout: QLayout) -> None:
    """Everything goes, rows inside rows too; what is left until the loop turns is not seen any more."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()
