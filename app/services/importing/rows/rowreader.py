"""Reading a table row by row, for tables short enough: lists, payments and contacts, each row with its odd cells."""

from typing import Any

from app.services.importing.rows.sheetreader import SheetReader
from app.services.importing.tables.blocks import Block

Odd = list[tuple[str, str]]  # (field, code)
Row = dict[str, Any]


class RowReader(SheetReader):
    """Hands every row of a block to `_row`, as values by field."""

    def take(self, block: Block) -> None:
        """Read one block."""
        self.blank_rows += block.blank
        if not block.numbers:
            return
        names = list(self._at)
        columns = [self.values(block, name) or [] for name in names]
        self.note_corrections(block)
        self.exchange_money(block, dict(zip(names, columns, strict=True)))
        odd = self.odd_cells(block)
        for place, values in enumerate(zip(*columns, strict=True)):
            self._row(block, place, dict(zip(names, values, strict=True)), odd.get(place, []))

    def _row(self, block: Block, place: int, row: Row, odd: Odd) -> None:
        raise NotImplementedError
