"""Rows as they stood, one JSON list each: made where the file is read, beside the work on the rows before.

Part of the parsing process, so nothing here imports more than it needs.
"""

from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import cast

from app.services.importing.sheets import Cell, Column
from app.services.importing.values.cells import MOST, shown

_FLOATS, _STRINGS = frozenset((float,)), frozenset((str,))
_TRIED = 4000  # cells after which a column is known to repeat itself or not


class Archive:
    """Turns rows into archive texts; one object for a sheet, since columns repeat themselves."""

    def __init__(self) -> None:
        self._memos: list[_Texts] = []

    def texts(self, columns: Sequence[Column], count: int) -> list[str]:
        """Of `count` rows that are given by column."""
        if not columns:
            return ["[]"] * count
        self._memos += (_Texts() for _ in range(len(columns) - len(self._memos)))
        made = [memo.column(column) for memo, column in zip(self._memos, columns, strict=False)]
        return [f"[{row}]" for row in map(",".join, zip(*made, strict=True))]


class _Texts(dict[Cell, str]):
    """Memo of one column: cells as JSON."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = 0

    def __missing__(self, cell: Cell) -> str:
        text = self[cell] = _json(cell)
        return text

    def column(self, cells: Column) -> list[str]:
        """Numbers and ever new texts at once, the rest through the memo."""
        kinds = set(map(type, cells))
        if kinds == _FLOATS and len(set(cells)) > len(cells) // 2:
            return [text[:-2] if text.endswith(".0") else text for text in map(repr, cells)]
        if bool in kinds:  # True is the same key as 1.0
            return list(map(_json, cells))
        self._seen += len(cells)
        if len(self) > MOST:
            self.clear()
        if kinds == _STRINGS and self._seen > _TRIED and len(self) > self._seen // 2:
            return list(map(encode_basestring, cast("Sequence[str]", cells)))
        return list(map(self.__getitem__, cells))


def _json(cell: Cell) -> str:
    if type(cell) is str:
        return encode_basestring(cell)
    if cell is None:
        return "null"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, int):
        return repr(cell)
    return encode_basestring(shown(cell))
