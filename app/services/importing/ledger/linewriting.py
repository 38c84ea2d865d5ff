"""Writes order lines, each with the row it came from: column by column, for a ledger may bring millions."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Index

from app.models import indexing
from app.models.ledger import order_line, source_row
from app.services.history import Transaction
from app.services.importing.ledger import modes
from app.services.importing.ledger.outcomes import Outcome, Outcomes
from app.services.importing.rows.staging import LineBlock, Staged
from app.services.importing.values import vocabulary
from app.services.progress import WorkContext
from app.texts import translate

LINE = (
    "customer_id", "order_no", "day", "product_id", "quantity", "price", "discount", "amount", "cost", "kind", "status",
    "status_text", "returned", "channel", "place", "person_id", "due", "batch_id", "source_row_id",
)  # fmt: skip
SOURCE = ("sheet_id", "row", "digest", "cells")
Columns = Sequence[Sequence[object]]
Line = tuple[object, ...]


class Ids(NamedTuple):
    """What lines lead to, by position in Staged; the last of a list with None stands for nobody and nothing."""

    batch: int
    sheets: list[int]
    customers: list[int | None]
    products: list[int | None]
    persons: list[int | None]


def source_columns(block: LineBlock, ids: Ids) -> Columns:
    """SOURCE of each line of a block."""
    return [ids.sheets[block.sheet]] * len(block.rows), block.rows, block.digests, block.cells


def line_columns(block: LineBlock, ids: Ids, returned: frozenset[str]) -> Columns:
    """LINE of each line of a block, without the source; `returned` are the orders on returns lists."""
    return (
        list(map(ids.customers.__getitem__, block.customers)),
        block.order_nos,
        block.days,
        list(map(ids.products.__getitem__, block.products)),
        block.quantities,
        block.prices,
        block.discounts,
        block.amounts,
        block.costs,
        block.kinds,
        block.statuses,
        block.status_texts,
        _went_back(block, returned),
        block.channels,
        block.places,
        list(map(ids.persons.__getitem__, block.persons)),
        block.dues,
        [ids.batch] * len(block.rows),
    )


def _went_back(block: LineBlock, orders: frozenset[str]) -> list[bool]:
    """Whether a line's whole order went back: it stands on a returns list, or its state says so."""
    texts = {text for text in set(block.status_texts) if vocabulary.says_returned(text)}
    if not texts and orders.isdisjoint(block.order_nos):
        return [False] * len(block.rows)
    rows = zip(block.order_nos, block.status_texts, block.kinds, strict=True)
    return [kind == "order" and (number in orders or text in texts) for number, text, kind in rows]


class LineWriter:
    """Writes what staged lines came to: new ones, and known ones that take other values."""

    def __init__(self, tx: Transaction, work: WorkContext, staged: Staged, made: Outcomes, ids: Ids) -> None:
        self._tx, self._work, self._staged, self._made, self._ids = tx, work, staged, made, ids
        self.left: set[int] = set()  # whose changed lines have been

    def write(self) -> list[Index]:
        """All of them, each with its source; returns the indexes that are to be built afterwards."""
        tx, source = self._tx, self._tx.next_id(source_row)
        tx.insert_columns(source_row, SOURCE, self._sources())
        indexes = indexing.set_aside(tx.connection, order_line, self._staged.lines.count)
        tx.insert_columns(order_line, LINE, self._lines(source))
        self._update()
        return indexes

    def _blocks(self) -> Iterator[tuple[LineBlock, Outcome]]:
        step, total, done = translate("Import", "写入台账"), self._staged.lines.count, 0
        for block, outcome in zip(self._staged.lines, self._made.lines, strict=True):
            self._work.tick(step, done, total)
            yield block, outcome
            done += len(block.rows)

    def _sources(self) -> Iterator[Columns]:
        for block, outcome in self._blocks():
            yield _added(outcome, source_columns(block, self._ids))

    def _lines(self, source: int) -> Iterator[Columns]:
        for block, outcome in self._blocks():
            columns = _added(outcome, line_columns(block, self._ids, self._made.returned))
            following = source + len(columns[0])
            yield (*columns, range(source, following))
            source = following

    def _update(self) -> None:
        """Lines that came again with other values take them, and the new row as their source."""
        rows: list[Line] = []
        for block, outcome in self._blocks():
            if not outcome.updated:
                continue
            places = list(outcome.updated)
            sheet = self._ids.sheets[block.sheet]
            sources = ((sheet, block.rows[p], block.digests[p], block.cells[p]) for p in places)
            first = self._tx.insert_many(source_row, SOURCE, sources)[0]
            lines = self._met(block, outcome.updated)
            rows += ((outcome.updated[p], *lines[p], first + n) for n, p in enumerate(places))
        self.left = self._bearers([row[0] for row in rows])
        self._tx.update_many(order_line, LINE, rows)

    def _met(self, block: LineBlock, updated: Mapping[int, int]) -> list[Line]:
        """The columns of a block row by row; where a column does not simply count, beside what is known."""
        lines: list[Line] = list(zip(*line_columns(block, self._ids, self._made.returned), strict=True))
        how = modes.of_lines(self._staged.sheets[block.sheet])
        for place, number in updated.items() if how else ():
            sql = f"SELECT {', '.join(LINE[:-1])} FROM order_line WHERE id = ?"
            known = self._tx.connection.exec_driver_sql(sql, (number,)).one()
            met = zip(LINE, known, lines[place], strict=False)
            lines[place] = tuple(modes.met(how.get(name, ""), old, new) for name, old, new in met)
        return lines

    def _bearers(self, lines: Sequence[object]) -> set[int]:
        """Whose these lines have been; the file may say now that they are somebody else's."""
        sql = "SELECT DISTINCT customer_id FROM order_line WHERE id IN (SELECT value FROM json_each(?))"
        found = self._tx.connection.exec_driver_sql(sql, (json.dumps(list(lines)),)).scalars()
        return {number for number in found if number is not None} if lines else set()


def _added(outcome: Outcome, columns: Columns) -> Columns:
    """The rows of a block that are to be added."""
    if outcome.plain:
        return columns
    places = list(outcome.written(len(columns[0])))
    return [[column[place] for place in places] for column in columns]
