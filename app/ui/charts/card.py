"""A chart with its sentence, and behind 「…」 the same as a table or as a picture; alone or in a card of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.charts.canvas import FigureCanvas
from app.ui.charts.figures_dialog import FiguresDialog
from app.ui.frame.window_commands import run
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label
from app.ui.widgets.people import PeopleLinks

if TYPE_CHECKING:
    from app.services.workbench.pictures.view import ChartView
    from app.ui.charts.canvas import Run


TALLEST = 800  # px at 100 %


class Chart(QWidget):
    """`picked` tells what the customers behind a mark have in common, and who they are.

    `moved` tells what the settings would be with a threshold where it was put.
    """

    picked = Signal(str, object)
    moved = Signal(object)

    def __init__(self, run: "Run", parent: QWidget | None = None, *, tallest: int = TALLEST) -> None:
        super().__init__(parent)
        self._view: ChartView | None = None
        self._tallest = tallest
        self.canvas = FigureCanvas(run)
        self.canvas.picked.connect(self._picked)
        self.canvas.moved.connect(self._moved)
        self._sentence = label("", "secondary", wrap=True, selectable=True)
        self._sentence.setObjectName("chart_sentence")
        self.more = icon_button("more", translate("ChartCard", "更多"))
        self.more.setObjectName("chart_more")
        self._menu = QMenu(self.more)
        self._menu.addAction(translate("ChartCard", "看数据…"), self.show_table)
        self._menu.addAction(translate("ChartCard", "复制图片"), self.copy_picture)
        self.more.clicked.connect(self._pop_up)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._sentence, 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self._beside = PeopleLinks()
        self._beside.picked.connect(self.picked)
        self._beside.hide()
        layout.addWidget(self.canvas)
        layout.addLayout(foot)
        layout.addWidget(self._beside)

    @property
    def view(self) -> "ChartView | None":
        return self._view

    def show_view(self, view: "ChartView") -> None:
        """Another chart, or the same with other figures."""
        self._view = view
        self._sentence.setText(view.sentence)
        beside = [view.groups[key] for key in view.beside]
        self._beside.show_groups([("", [(group.words, group.ids) for group in beside])])
        self.canvas.setAccessibleName(view.title)
        self.canvas.set_height(min(view.height, self._tallest))
        self.canvas.show_plot(view.draw, view.sentence, view.handles)

    @Slot(str)
    def _picked(self, key: str) -> None:
        group = self._view.groups.get(key) if self._view is not None else None
        if group is not None and group.ids:
            self.picked.emit(group.words, group.ids)

    @Slot(str, float)
    def _moved(self, key: str, at: float) -> None:
        from app.services.workbench.handles import texts

        if self._view is not None:
            self.moved.emit(texts(self._view.handles, key, at))

    @Slot()
    def _pop_up(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot()
    def show_table(self) -> None:
        """The same as figures, to read and to copy."""
        if self._view is not None:
            view = self._view
            run(FiguresDialog(view.title, view.sentence, view.headers, view.rows, self.window()))

    @Slot()
    def copy_picture(self) -> None:
        """At twice its size, for a message or a slide."""
        picture = self.canvas.picture()
        if isinstance(picture, QImage):
            QGuiApplication.clipboard().setImage(picture)


class ChartCard(Card):
    """A chart under its title."""

    picked = Signal(str, object)
    moved = Signal(object)

    def __init__(self, run: "Run", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chart = Chart(run)
        self.chart.picked.connect(self.picked)
        self.chart.moved.connect(self.moved)
        self.add_tool(self.chart.more)
        self.body.addWidget(self.chart)

    @property
    def canvas(self) -> FigureCanvas:
        return self.chart.canvas

    @property
    def view(self) -> "ChartView | None":
        return self.chart.view

    def show_view(self, view: "ChartView") -> None:
        self.setObjectName(f"chart_{view.key}")
        self.set_title(view.title, view.subtitle)
        self.chart.show_view(view)
