"""Writes the rows that wait, those that need wait no longer, and what was put right by hand."""

import json
from collections.abc import Iterator, Sequence

from app.models.ledger import held_row, source_row
from app.services.errors import InputError
from app.services.history import Transaction
from app.services.importing.ledger import matching
from app.services.importing.ledger.writing import SourceRows
from app.services.importing.prepared import Prepared
from app.services.importing.rows.staging import HeldRow


class HeldWriter:
    """One import's share of 待修区. `sheets` are the ids of its sheets by their position."""

    def __init__(
        self, tx: Transaction, prepared: Prepared, batch: int, sheets: Sequence[int], source_rows: SourceRows
    ) -> None:
        self._tx, self.batch, self._sheets, self._source_rows = tx, batch, sheets, source_rows
        self._staged, self._made, self._mending = prepared.making.staged, prepared.outcomes, prepared.making.mending
        self._settled = prepared.settled

    def write(self, first_source: int) -> None:
        """`first_source` is the id of the first original row of this import."""
        self._first_source = first_source
        self._write_held()
        self._settle_held()
        for each in self._settled:
            self._tx.update(held_row, each.held, state="taken")
        self._write_corrections()

    def _write_held(self) -> None:
        """Rows that are to wait, unless they wait already or were left out before."""
        waiting = matching.held_digests(self._tx.connection) | matching.dropped(self._tx.connection).keys()
        every = (*self._staged.held, *self._made.held)
        again = self._mending.held
        held = [each for each in every if each.digest not in waiting and (each.sheet, each.row) not in again]
        first = self._source_rows((each.sheet, each.row, each.digest, each.cells) for each in held)
        rows = ((first + n, self.batch, each.code, _facts(each), "held") for n, each in enumerate(held))
        self._tx.insert_many(held_row, ("source_row_id", "batch_id", "reason", "facts", "state"), rows)
        left = list(self._repeats_left_out())
        first = self._source_rows(iter(left))
        rows = ((first + n, self.batch, "duplicate_rows", None, "dropped") for n in range(len(left)))
        self._tx.insert_many(held_row, ("source_row_id", "batch_id", "reason", "facts", "state"), rows)

    def _repeats_left_out(self) -> Iterator[tuple[int, int, int, str]]:
        """Exact repeats that a person left out, remembered so that they stay out when the file comes again."""
        for block, outcome in zip(self._staged.lines, self._made.lines, strict=True):
            for place, code in outcome.skipped.items():
                if code == "duplicate_rows":
                    yield block.sheet, block.rows[place], block.digests[place], block.cells[place]

    def _refuse_settled(self) -> None:
        """A row that was settled elsewhere since the plan was made must not come in twice."""
        sql = "SELECT COUNT(*) FROM held_row WHERE state = 'held' AND id IN (SELECT value FROM json_each(?))"
        numbers = json.dumps(list(self._mending.held.values()))
        if self._tx.connection.exec_driver_sql(sql, (numbers,)).scalar_one() != len(self._mending.held):
            raise InputError("import.mend_changed")

    def _settle_held(self) -> None:
        """Rows that waited: those taken now wait no longer, the others keep what was put right in them."""
        self._refuse_settled()
        still = {(each.sheet, each.row): each for each in (*self._staged.held, *self._made.held)}
        for place, number in self._mending.held.items():
            each = still.get(place)
            if each is None:
                self._tx.update(held_row, number, state="taken")
                continue
            self._tx.update(held_row, number, reason=each.code, facts=_facts(each))
            changes = self._staged.corrected.get(place)
            sql = "SELECT source_row_id FROM held_row WHERE id = ?"
            source = self._tx.connection.exec_driver_sql(sql, (number,)).scalar_one()
            told = json.dumps(changes, ensure_ascii=False) if changes else None
            self._tx.update(source_row, source, changes=told)

    def _write_corrections(self) -> None:
        """What was put right by hand stands beside the row as it was."""
        corrected = self._staged.corrected
        if not corrected:
            return
        places = {number: place for place, number in enumerate(self._sheets)}
        sql = "SELECT id, sheet_id, row FROM source_row WHERE id >= ? AND sheet_id IN (SELECT value FROM json_each(?))"
        rows = [
            (json.dumps(changes, ensure_ascii=False), number)
            for number, sheet, row in self._tx.connection.exec_driver_sql(
                sql, (self._first_source, json.dumps(self._sheets))
            )
            if (changes := corrected.get((places[sheet], row)))
        ]
        if rows:  # rows of this very transaction: its record holds them as they are at its end
            self._tx.connection.exec_driver_sql("UPDATE source_row SET changes = ? WHERE id = ?", rows)


def _facts(held: HeldRow) -> str | None:
    return json.dumps({"column": held.column}, ensure_ascii=False) if held.column else None
