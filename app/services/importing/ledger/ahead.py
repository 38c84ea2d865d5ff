"""The lines of the first import into a ledger: written while the rest of their file is still being read."""

from sqlalchemy import Index

from app.models import indexing
from app.models.customer import customer, person
from app.models.ledger import import_batch, order_line, product, source_row, source_sheet
from app.services.history import Transaction
from app.services.importing.ledger.linewriting import LINE, SOURCE, Ids, line_columns, source_columns
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.rows.staging import LineBlock, LineStore


class LinesAhead(LineStore):
    """Lines that are written into an empty ledger as they come.

    What only the end of the files tells is taken to be as it nearly always is: everybody is himself, no line is left
    out. Where that turns out otherwise, they are taken back, and all is written as in any other import.
    """

    def __init__(self, tx: Transaction) -> None:
        super().__init__()
        self._tx = tx
        self._batch = tx.next_id(import_batch)
        self._first = [tx.next_id(table) for table in (source_sheet, customer, product, person)]
        self.source, self._line = tx.next_id(source_row), tx.next_id(order_line)  # the first ids
        self._waiting: list[LineBlock] = []  # until it is known that there are many
        self._written = 0
        self._indexes: list[Index] = []

    def append(self, block: LineBlock) -> None:
        super().append(block)
        self._waiting.append(block)
        if self.count >= indexing.MANY:
            for each in self._waiting:
                self._write(each)
            self._waiting.clear()

    def give_up(self) -> None:
        """What is read anew must not stand in the ledger twice."""
        if self._written:
            self._take_back()

    def _write(self, block: LineBlock) -> None:
        tx, source, line = self._tx, self.source + self._written, self._line + self._written
        if not self._written:
            self._indexes = indexing.set_aside(tx.connection, order_line, indexing.MANY)
        named = (block.customers, block.products, block.persons)
        ids = self._all_new(block.sheet + 1, *(max(places) + 1 for places in named))
        columns = (*line_columns(block, ids, frozenset()), range(source, source + len(block.rows)))
        tx.insert_claimed(source_row, SOURCE, source, source_columns(block, ids))
        tx.insert_claimed(order_line, LINE, line, columns)
        self._written += len(block.rows)

    def _all_new(self, *counts: int) -> Ids:
        """The ids of so many sheets, customers, products and persons where each is another."""
        sheets, *others = (list(range(first, first + count)) for first, count in zip(self._first, counts, strict=True))
        customers, products, persons = ([*each, None] for each in others)
        return Ids(self._batch, sheets, customers, products, persons)

    def settled(self, ids: Ids, made: Outcomes) -> list[Index] | None:
        """Whether the lines stand as they were written: the indexes to be built then, else None."""
        if not self._written:
            return None
        named = (ids.customers, ids.products, ids.persons)
        plain = all(outcome.plain for outcome in made.lines) and not made.returned
        if plain and ids == self._all_new(len(ids.sheets), *(len(each) - 1 for each in named)):
            self._tx.inserted(source_row, self.source, self.source + self._written - 1)
            self._tx.inserted(order_line, self._line, self._line + self._written - 1)
            return self._indexes
        self._take_back()
        return None

    def _take_back(self) -> None:
        for table in (order_line, source_row):
            self._tx.connection.execute(table.delete())
        indexing.build(self._tx.connection, self._indexes)
