"""Figures in the window: drawn off its thread, redrawn when the look changes, with words for who cannot see."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import tokens
from app.services.charts import Palette
from app.ui import theme
from app.ui.charts.canvas import FigureCanvas, rendered
from app.ui.session import Session

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw(palette: Palette, width: float, height: float) -> "Figure":
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), facecolor=palette.tokens.surface)


@pytest.fixture
def canvas(qtbot: QtBot, session: Session) -> FigureCanvas:
    widget = FigureCanvas(session.run_free)
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    return widget


def ground(canvas: FigureCanvas) -> str:
    image = canvas.image
    return "" if image is None else image.pixelColor(10, 10).name().upper()


def test_a_figure_appears_with_its_sentence(qtbot: QtBot, canvas: FigureCanvas) -> None:
    canvas.show_figure(draw, "前 20% 的客户贡献 69% 采购额")
    qtbot.waitUntil(lambda: canvas.image is not None)
    assert canvas.accessibleName() == "前 20% 的客户贡献 69% 采购额"
    assert ground(canvas) == tokens.LIGHT.surface
    assert not canvas.grab().isNull()
    canvas.clear()
    assert canvas.image is None


def test_a_figure_follows_the_theme(qtbot: QtBot, qapp: QApplication, canvas: FigureCanvas) -> None:
    canvas.show_figure(draw, "图")
    qtbot.waitUntil(lambda: canvas.image is not None)
    theme.apply(qapp, "dark", 100)
    qtbot.waitUntil(lambda: ground(canvas) == tokens.DARK.surface)


def test_a_figure_follows_the_size_and_the_screen(qtbot: QtBot, canvas: FigureCanvas) -> None:
    canvas.show_figure(draw, "图")
    canvas.resize(400, 240)
    qtbot.waitUntil(lambda: canvas.image is not None and canvas.image.width() == 400)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert canvas._rest.isActive()


@pytest.mark.parametrize(("ratio", "zoom", "width"), [(1.0, 1.0, 300), (1.5, 1.0, 450), (2.0, 1.25, 600)])
def test_pictures_are_sharp_at_every_scale(ratio: float, zoom: float, width: int) -> None:
    image = rendered(draw, Palette(tokens.LIGHT, "sans"), (300, 200), ratio, zoom)
    assert abs(image.width() - width) <= 1
