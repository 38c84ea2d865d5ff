"""The look follows the settings, and every name in the sheet means something."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app import paths, tokens
from app.ui import icons, theme

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted(paths.resource("icons").glob("*.svg"))


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", theme.SIZES)
def test_the_sheet_is_filled_in(qapp: QApplication, choice: theme.Choice, size: int) -> None:
    theme.apply(qapp, choice, size)
    sheet = qapp.styleSheet()
    assert "@" not in sheet
    assert f"font-size: {round(13 * size / 100)}px" in sheet
    urls = re.findall(r'url\("([^"]+)"\)', sheet)
    assert urls
    assert all(Path(url).exists() for url in urls)


@pytest.mark.parametrize("size", theme.SIZES)
def test_choices_are_round_at_every_size(qapp: QApplication, size: int) -> None:
    """A radius of more than half the width with its border is drawn as none at all."""
    theme.apply(qapp, "light", size)
    found = re.search(r"QRadioButton::indicator \{ border-radius: (\d+)px", qapp.styleSheet())
    width = re.search(r"QRadioButton::indicator \{ width: (\d+)px", qapp.styleSheet())
    assert found
    assert width
    assert (int(width[1]) + 2) // 2 == int(found[1])


def test_dark_and_back(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.watcher().changed):
        theme.apply(qapp, "dark", 100)
    assert theme.current() is tokens.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == tokens.DARK.surface
    theme.apply(qapp, "light", 100)
    assert theme.current() is tokens.LIGHT


def test_the_same_look_is_not_applied_twice(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.watcher().changed):
        theme.apply(qapp, "light", 100)


def test_lengths_follow_the_interface_size(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 150)
    assert (theme.px(1), theme.px(12), theme.font("page").pixelSize()) == (1, 18, 30)


def test_figures_have_digits_of_one_width() -> None:
    assert theme.font("figure").isFeatureSet(QFont.Tag("tnum"))


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_icons_are_drawings_in_the_ink_of_the_theme(file: Path) -> None:
    source = file.read_text("utf-8")
    assert "currentColor" in source
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", source)
    assert QSvgRenderer(QByteArray(source.encode())).isValid()


def test_icons_are_drawn_in_the_colour_of_the_token() -> None:
    image = icons.pixmap("dot", "accent", 16).toImage()
    assert image.pixelColor(8, 8).name().upper() == tokens.LIGHT.accent
    assert not icons.icon("dot").isNull()


def test_every_icon_named_in_the_code_exists() -> None:
    names = {file.stem for file in ICONS}
    pattern = re.compile(r'(?:icon(?:_button)?|pixmap|IconLabel|EmptyState)\(\s*"([a-z][a-z-]*)"')
    used = {n for file in (ROOT / "app" / "ui").rglob("*.py") for n in pattern.findall(file.read_text("utf-8"))}
    assert used <= names


def test_no_colour_is_named_outside_the_tokens() -> None:
    colour = re.compile(r"""["']#[0-9a-fA-F]{6}["']""")
    found = {
        file.name
        for file in (ROOT / "app" / "ui").rglob("*.py")
        if file.name != "tokens.py" and colour.search(file.read_text("utf-8"))
    }
    assert found == set()


def test_a_long_list_of_choices_leaves_the_screen_free(qtbot: QtBot) -> None:
    """It drops under its box and has a bar, instead of covering all from top to bottom."""
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"第 {number} 项" for number in range(60)])
    box.show()
    box.showPopup()
    popup = box.view().window()
    assert popup.height() < box.screen().geometry().height() * 0.7
    box.hidePopup()
