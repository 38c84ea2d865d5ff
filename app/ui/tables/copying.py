"""Rows as other programs take them: TSV and an HTML table, so that Excel, WPS, Word and chat programs all can."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData

from app.ui.tables.models import ColumnModel


def rows_as_data(
    model: ColumnModel[Any], rows: Sequence[int], columns: Sequence[int], *, header: bool = False
) -> QMimeData:
    """These rows in these columns."""
    table = [[str(model.index(row, n).data() or "") for n in columns] for row in rows]
    if header:
        table.insert(0, [model.columns[n].title for n in columns])
    mime = QMimeData()
    mime.setText("\n".join("\t".join(_plain(cell) for cell in line) for line in table))
    mime.setHtml(_html(table))
    return mime


def _plain(cell: str) -> str:
    """A cell in TSV: quoted where it holds a break, a tab or a quote, as Excel does it."""
    if any(mark in cell for mark in "\t\n\r") or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _html(table: list[list[str]]) -> str:
    from html import escape

    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in table)
    return "<table>" + "".join(lines) + "</table>"
