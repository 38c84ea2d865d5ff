"""The program's own icons: one family of SVG line drawings, coloured by token when drawn."""

from functools import cache
from zlib import crc32

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import paths
from app.ui import theme

INK = "currentColor"


def icon(name: str, token: str = "text2", size: int = 16) -> QIcon:
    """An icon in the colour of a token; `size` in px at 100 %, sharp on every screen there is."""
    return _icon(name, getattr(theme.current(), token), theme.px(size), _ratios())


def pixmap(name: str, token: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    return _pixmap(name, getattr(theme.current(), token), theme.px(size), ratio)


def file(name: str, token: str) -> str:
    """The path of a coloured copy, for style sheets, which take only files."""
    colour = getattr(theme.current(), token)
    source = _source(name).replace(INK, colour)
    folder = paths.user_folder() / "cache" / "icons"
    path = folder / f"{name}-{crc32(source.encode()):08x}.svg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    return path.as_posix()


@cache
def exists(name: str) -> bool:
    """Whether the family has this drawing."""
    return (paths.RESOURCES / "icons" / f"{name}.svg").exists()


def forget() -> None:
    """Let go of all drawings before the application ends."""
    _icon.cache_clear()
    _pixmap.cache_clear()


@cache
def _source(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _icon(name: str, colour: str, size: int, ratios: tuple[float, ...]) -> QIcon:
    result = QIcon()
    for ratio in ratios:
        result.addPixmap(_pixmap(name, colour, size, ratio))
    return result


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(INK, colour).encode()))
    renderer.render(painter, QRectF(result.rect()))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def _ratios() -> tuple[float, ...]:
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})) or (1.0,)
