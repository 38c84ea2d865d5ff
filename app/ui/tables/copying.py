"""Rows as other programs take them: TSV and an HTML table, so that Excel, WPS, Word and chat programs all can."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QMimeData, QObject, QStringListModel, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.texts import fill
from app.ui.jobs import Job, Latest
from app.ui.tables.columns import Column

if TYPE_CHECKING:
    from app.context import Context
    from app.services.progress import WorkContext
    from app.ui.tables.models import RowsModel
    from app.ui.tables.view import TableView

R = TypeVar("R")
Read = Callable[["Context", "WorkContext"], Iterable[Any]]
AT_ONCE = 500  # rows read and written out in the GUI thread; more would be felt
MOST_COPIED = 20_000  # rows; beyond that a file is the better way


@dataclass(frozen=True)
class Copied:
    """Rows written out."""

    rows: int
    text: str
    html: str

    def data(self) -> QMimeData:
        mime = _made_by_qt()
        mime.setText(self.text)
        mime.setHtml(self.html)
        return mime


def written(columns: Sequence[Column[R]], rows: Iterable[R], *, header: bool = False) -> Copied:
    """These rows in these columns."""
    table = [[column.cell(row).spoken for column in columns] for row in rows]
    count = len(table)
    if header:
        table.insert(0, [column.title for column in columns])
    return Copied(count, "\n".join("\t".join(map(_plain, line)) for line in table), _html(table))


def _made_by_qt() -> QMimeData:
    """An empty one: the clipboard keeps it until the very end, when what Python itself has made would bring Qt down."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for kind in mime.formats():
        mime.removeFormat(kind)
    return mime


class Copier(QObject):
    """Puts the selected rows of a table on the clipboard, few at once, many by a job, and says so."""

    said = Signal(str)

    def __init__(
        self, table: "TableView", submit: Callable[[Callable[..., Any]], Job], reader: Callable[[list[int]], Read]
    ) -> None:
        """`submit` is session.compute; `reader` makes the call that reads the rows at these places."""
        super().__init__(table)
        self._table, self._reader = table, reader
        self._many = Latest(submit, self)
        self._many.answered.connect(self._take)
        table.not_carried.connect(self._not_carried)

    def copy(self, *, header: bool = False) -> None:
        """In the columns shown, and their order."""
        self._many.drop()
        rows = self._table.selected_rows()[:MOST_COPIED]
        if len(rows) > AT_ONCE:
            self._many.ask(partial(_gather, self._reader(rows), self._table.shown_columns(), header))
            self.said.emit(fill(self.tr("正在复制 {0} 行…"), f"{len(rows):,}"))
        elif rows:
            self._take(self._table.written(rows, header=header))

    @Slot(object)
    def _take(self, copied: Copied) -> None:
        QGuiApplication.clipboard().setMimeData(copied.data())
        self.said.emit(fill(self.tr("已复制 {0} 行"), f"{copied.rows:,}"))

    @Slot(int)
    def _not_carried(self, most: int) -> None:
        self.said.emit(fill(self.tr("一次最多拖 {0} 行，更多请用复制。"), f"{most:,}"))


def rows_at_hand(model: "RowsModel[Any]") -> Callable[[list[int]], Read]:
    """The reader of a table that holds its rows: those at these places as they are now."""

    def read(places: list[int]) -> Read:
        return partial(_as_they_are, [row for place in places if (row := model.row_at(place)) is not None])

    return read


def _as_they_are(rows: list[Any], _context: "Context", _work: "WorkContext") -> list[Any]:
    return rows


def _gather(
    read: Read, columns: Sequence[Column[Any]], header: bool, context: "Context", work: "WorkContext"
) -> Copied:
    return written(columns, read(context, work), header=header)


def _plain(cell: str) -> str:
    """A cell in TSV: quoted where it holds a break, a tab or a quote, as Excel does it."""
    if any(mark in cell for mark in "\t\n\r") or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _html(table: list[list[str]]) -> str:
    from html import escape

    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in table)
    return "<table>" + "".join(lines) + "</table>"
