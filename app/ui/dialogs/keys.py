"""快捷键一览: every command with its key, menu by menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.actions import Actions, key_text
from app.ui.commands import MENUS, MenuSpec, page_command
from app.ui.dialogs.base import Dialog
from app.ui.pages import PAGES
from app.ui.widgets.buttons import plain_text
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.labels import label


class KeysDialog(Dialog):
    """Read from the table of commands, so it is never out of date."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(translate("KeysDialog", "快捷键一览"), "", parent)
        self.resize(theme.px(720), theme.px(560))
        content = QWidget()
        columns = QGridLayout(content)
        columns.setContentsMargins(0, 0, theme.px(8), 0)
        columns.setSpacing(theme.px(12))
        sides = (QVBoxLayout(), QVBoxLayout())
        for number, side in enumerate(sides):
            columns.addLayout(side, 0, number)
            side.setSpacing(theme.px(12))
        heights = [0, 0]
        for spec in MENUS:
            rows = [(actions.action(c).text(), key_text(actions.action(c))) for c in _ids(spec) if c in actions]
            rows = [row for row in rows if row[1]]
            if rows:
                side_number = heights.index(min(heights))
                heights[side_number] += len(rows) + 2
                sides[side_number].addWidget(_card(plain_title(translate("Menus", spec.title)), rows))
        for side in sides:
            side.addStretch(1)
        self.body.addWidget(scrolled(content))


def plain_title(text: str) -> str:
    """文件 of 文件(&F), File of &File."""
    return text.partition("(")[0] if "(&" in text else text.replace("&", "")


def _card(title: str, rows: list[tuple[str, str]]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.px(6))
    for number, (text, key) in enumerate(rows):
        grid.addWidget(label(plain_text(text)), number, 0)
        grid.addWidget(label(key, "caption"), number, 1, Qt.AlignmentFlag.AlignRight)
    card.body.addLayout(grid)
    return card


def _ids(spec: MenuSpec) -> list[str]:
    found: list[str] = []
    for item in spec.items:
        if isinstance(item, MenuSpec):
            found += _ids(item)
        elif item == "pages":
            found += [page_command(entry.key) for entry in PAGES if entry.place == "main"]
        else:
            found.append(item)
    return found
