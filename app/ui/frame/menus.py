"""Builds the menus from the commands that exist; a menu or a line with nothing to part is left out."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.texts import translate
from app.ui.actions import Actions
from app.ui.commands import MENUS, MenuSpec, page_command
from app.ui.pages import PAGES


def fill_menu_bar(bar: QMenuBar, actions: Actions, given: dict[str, QMenu]) -> None:
    """`given` are menus that fill themselves, such as the recent ledgers."""
    for spec in MENUS:
        menu = build(spec, actions, bar, given)
        if menu is not None:
            bar.addMenu(menu)


def build(spec: MenuSpec, actions: Actions, parent: QWidget, given: dict[str, QMenu]) -> QMenu | None:
    """The menu, or None when nothing in it exists."""
    if spec.id in given:
        given[spec.id].setTitle(translate("Menus", spec.title))
        return given[spec.id]
    menu = QMenu(translate("Menus", spec.title), parent)
    menu.setObjectName(f"menu_{spec.id}")
    menu.setToolTipsVisible(True)
    for item in _parted(list(_items(spec, actions, menu, given))):
        if item is None:
            menu.addSeparator()
        elif isinstance(item, QMenu):
            menu.addMenu(item)
        else:
            menu.addAction(item)
    if menu.isEmpty():
        menu.deleteLater()
        return None
    return menu


def _items(
    spec: MenuSpec, actions: Actions, parent: QWidget, given: dict[str, QMenu]
) -> Iterable["QAction | QMenu | None"]:
    for item in spec.items:
        if isinstance(item, MenuSpec):
            menu = build(item, actions, parent, given)
            if menu is not None:
                yield menu
        elif item == "-":
            yield None
        elif item == "pages":
            yield from (actions.action(page_command(e.key)) for e in PAGES if e.place == "main")
        elif item in actions:
            yield actions.action(item)


def _parted(items: "list[QAction | QMenu | None]") -> Iterable["QAction | QMenu | None"]:
    """Lines only between two things."""
    waiting, began = False, False
    for item in items:
        if item is None:
            waiting = began
            continue
        if waiting:
            yield None
        waiting, began = False, True
        yield item
