"""A chart in a card: title, figure, one sentence, and behind 「…」 the same as a table or as a picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from app.texts import translate
from app.ui.charts.canvas import FigureCanvas
from app.ui.charts.figures_dialog import FiguresDialog
from app.ui.frame.window_commands import run
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.workbench.pictures.view import ChartView
    from app.ui.charts.canvas import Run


class ChartCard(Card):
    """`picked` carries what the customers behind a mark have in common, and who they are."""

    picked = Signal(str, object)

    def __init__(self, run: "Run", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view: ChartView | None = None
        self.canvas = FigureCanvas(run)
        self.canvas.picked.connect(self._picked)
        self._sentence = label("", "secondary", wrap=True, selectable=True)
        self._sentence.setObjectName("chart_sentence")
        more = icon_button("more", translate("ChartCard", "更多"))
        more.setObjectName("chart_more")
        menu = QMenu(more)
        menu.addAction(translate("ChartCard", "看数据…"), self.show_table)
        menu.addAction(translate("ChartCard", "复制图片"), self.copy_picture)
        more.clicked.connect(self._pop_up)
        self._menu, self._more = menu, more
        self.add_tool(more)
        self.body.addWidget(self.canvas)
        self.body.addWidget(self._sentence)

    @property
    def view(self) -> "ChartView | None":
        return self._view

    def show_view(self, view: "ChartView") -> None:
        """Another chart, or the same with other figures."""
        self._view = view
        self.setObjectName(f"chart_{view.key}")
        self.set_title(view.title, view.subtitle)
        self._sentence.setText(view.sentence)
        self.canvas.setAccessibleName(view.title)
        self.canvas.set_height(view.height)
        self.canvas.show_plot(view.draw, view.sentence)

    @Slot(str)
    def _picked(self, key: str) -> None:
        group = self._view.groups.get(key) if self._view is not None else None
        if group is not None and group.ids:
            self.picked.emit(group.words, group.ids)

    @Slot()
    def _pop_up(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

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
