"""The words and small pictures of the tag dialogs: names of colours, swatches, columns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.services.tag_groups import TagInfo
from app.services.tag_words import group_label, tag_label
from app.texts import QT_TRANSLATE_NOOP, translate
from app.tokens import SLOT_NAMES
from app.ui import theme
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.widgets.chips import OUTLINE

COLOURS = {
    "gold": QT_TRANSLATE_NOOP("Tagging", "金色"),
    "blue": QT_TRANSLATE_NOOP("Tagging", "蓝色"),
    "teal": QT_TRANSLATE_NOOP("Tagging", "青色"),
    "slate": QT_TRANSLATE_NOOP("Tagging", "灰色"),
    "red": QT_TRANSLATE_NOOP("Tagging", "红色"),
    "orange": QT_TRANSLATE_NOOP("Tagging", "橙色"),
    "violet": QT_TRANSLATE_NOOP("Tagging", "紫色"),
    "green": QT_TRANSLATE_NOOP("Tagging", "绿色"),
}
assert tuple(COLOURS) == SLOT_NAMES


def columns() -> list[Column[TagInfo]]:
    """Tag as it looks in the list, its group, how many bear it."""
    return [
        Column("name", translate("Tagging", "标签"), _chip, 200, order=lambda tag: tag.name),
        text_column("group", translate("Tagging", "组"), lambda tag: group_label(tag.group), 110),
        number_column(
            "uses", translate("Tagging", "客户（位）"), lambda tag: f"{tag.uses:,}", 100, order=lambda tag: tag.uses
        ),
    ]


def _chip(tag: TagInfo) -> Cell:
    word = tag_label(tag.group, tag.name)
    return Cell(None, chips=((word, tag.slot or OUTLINE),), tip=word)


def swatch(slot: str) -> QIcon:
    """A small chip in a colour, for menus."""
    size = theme.px(16)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.slot(slot).on_chip))
    painter.setBrush(QColor(theme.slot(slot).chip))
    painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), 4, 4)
    painter.end()
    return QIcon(pixmap)
