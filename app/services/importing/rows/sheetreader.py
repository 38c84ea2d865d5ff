"""What reading order lines and reading customer rows have in common: cells by field, corrections, previews."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.models.base import from_units
from app.services.importing.decisions import Decisions, outlier
from app.services.importing.plans import CellMark, Decision, Example, PreviewCell, PreviewRow
from app.services.importing.problems import CORRECTIONS, Findings
from app.services.importing.rows.staging import HeldRow, Staged
from app.services.importing.sheets import Cell
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.columns import ColumnMap
from app.services.importing.tables.fields import FIELDS, plain
from app.services.importing.tables.labels import is_bare_total, is_total
from app.services.importing.tables.layout import Layout, line_of
from app.services.importing.tables.totals import Totals
from app.services.importing.values.cells import Cells, shown
from app.services.importing.values.currencies import HOME, MONEY, Exchange, named_in

_REMARK = re.compile(r"\s*(?:[^\d\s:：]{1,10}\s*[:：]|(?:说明|备注|附注|注|note|notes|remarks?)\s*\d*[.、]?\s*$)", re.I)
_PAGE = re.compile(r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?", re.I)
_PAGE_TEXTS = 4  # cells of such a line
_REPEATED = 0.75  # of the filled cells say again what the heading says
PREVIEWED = 50  # rows shown as they will be stored, and as many again that need a look
_DOUBTS = frozenset(("number_about", "number_range", "date_month_only", "digits_lost"))
_HARD = frozenset(("formula_error", "formula_uncomputed", "foreign_currency"))
_OWN_KIND = _HARD | _DOUBTS | {"unit_doubt", "set_aside", "customer_twice"}


@dataclass(frozen=True)
class Place:
    """The sheet being read."""

    file: str
    sheet: str
    number: int  # in Staged.sheets
    text_file: bool  # of a text file nothing is surprising about a date written as text


class SheetReader:
    """Base of the two readers; one object a sheet."""

    critical: frozenset[str] = frozenset()  # fields whose unreadable cells hold the row
    additive: tuple[str, ...] = ()

    def __init__(
        self,
        place: Place,
        layout: Layout,
        columns: ColumnMap,
        decisions: Decisions,
        head: Sequence[Sequence[Cell]],
        findings: Findings,
        staged: Staged,
    ) -> None:
        self.place, self.layout, self.columns, self.decisions = place, layout, columns, decisions
        self.findings, self.staged = findings, staged
        summed = {name: self.title(index) for index, name in columns.fields.items() if name in self.additive}
        self.totals = Totals(summed)
        self.preview: list[PreviewRow] = []
        self.read = self.held = self.skipped = self.total_rows = self.note_rows = self.blank_rows = 0
        self.corrected = 0
        self.turned = False  # whether what came back is taken with a minus that does not stand there
        self._waits: Mapping[int, tuple[str, str]] = {}  # row -> heading and reason
        self._at = {name: index for index, name in columns.fields.items()}
        self._lent = layout.lent
        self._limits = {
            name: outlier(head[index], decisions.number(name).factor)
            for name, index in self._at.items()
            if name in self.additive and index < len(head)
        }
        self._told_apart: Mapping[str, Mapping[str, Decision]] = {}  # field -> text of a cell -> decision
        self._looked_at: set[int] = set()
        self._plain_rows: set[int] = set()
        titles = {name: self.title(index) for name, index in self._at.items()}
        formats = {
            name: decisions.currencies[index] for name, index in self._at.items() if index in decisions.currencies
        }
        self.exchange = Exchange(titles, decisions.rates, formats)
        self.converted: set[int] = set()  # rows whose sums were exchanged
        self._sums: dict[tuple[str, int], int] = {}  # of the block in hand: exchanged sums by field and row
        self._missing: dict[int, tuple[str, str]] = {}  # of the block in hand: place -> field and code of a problem

    def tell_apart(self, cells: Mapping[str, Mapping[str, Decision]]) -> None:
        """What a person decided about rows by the text of a cell: heading -> text -> decision."""
        told = {name: cells.get(self.title(index)) for name, index in self._at.items()}
        self._told_apart = {name: texts for name, texts in told.items() if texts}

    def keep_waiting(self, rows: Mapping[int, tuple[str, str]]) -> None:
        """Rows read again in which nothing was put right, and for which only other rows of their file say why."""
        self._waits = rows

    def finish(self) -> None:
        """The sheet has been read to its end."""

    # cells

    def title(self, index: int) -> str:
        return self.layout.titles[index] if index < len(self.layout.titles) else ""

    def column(self, block: Block, name: str) -> Sequence[Cell]:
        """The raw cells of a field; true and false as words, since True is the same key as 1.0."""
        index = self._at[name]
        if index >= len(block.columns):
            return (None,) * len(block.numbers)
        cells = block.columns[index]
        if bool not in block.kinds[index]:
            return cells
        return [shown(cell) if isinstance(cell, bool) else cell for cell in cells]

    def values(self, block: Block, name: str) -> list[Any] | None:
        """The cells of a field as values; None when the sheet has no such column."""
        if name not in self._at:
            return None
        index = self._at[name]
        kinds = block.kinds[index] if index < len(block.kinds) else frozenset()
        return self.decisions.memos[name].column(self.column(block, name), kinds)

    def told_by(self, code: str | None, name: str | None) -> tuple[str | None, str | None]:
        """What tells a customer of this sheet: a person may want the names to count and not the codes."""
        return (None, name) if self.decisions.match_key == "name" and name is not None else (code, name)

    def example(self, row: int, index: int | None, cell: Cell, after: str = "") -> Example:
        title = "" if index is None else self.title(index)
        return Example(self.place.file, self.place.sheet, row, title, shown(cell), after)

    # foreign money

    def exchange_money(self, block: Block, values: Mapping[str, list[Any] | None]) -> None:
        """Turn foreign sums of a block into the ledger's currency; rows without a rate turn odd."""
        self._missing, self._sums = {}, {}
        marks = self._marks(block)
        told = values.get("currency")
        words = told if told and any(word and named_in(word) != HOME for word in set(told)) else None
        if not marks and words is None and not self.exchange.foreign_heads:
            return
        count = len(block.numbers)
        missing, done = self.exchange.apply(values, marks, words, values.get("rate"), count)
        held_by = "currency" if words is not None else ""
        self._missing = {
            place: (held_by or self.exchange.columns[code], "foreign_currency") for place, code in missing.items()
        }
        self._sums = {(name, block.numbers[place]): units for (name, place), units in self.exchange.sums.items()}
        self.converted.update(block.numbers[place] for place in done.keys() - missing.keys())
        for place, (code, rate) in done.items():
            self.findings.add("converted", self.example(block.numbers[place], None, code, f"× {rate.normalize():f}"))

    @property
    def unpriced(self) -> dict[str, str]:
        """Currencies that neither a row nor a person has told a rate for -> heading of the column with the sums."""
        found = self.exchange.columns.items()
        return {code: self.title(self._at[name]) for code, name in found if code not in self.exchange.left}

    def _marks(self, block: Block) -> dict[str, list[str | None]]:
        """By field, the foreign currencies that cells name themselves."""
        found = {}
        for name in MONEY:
            if name in self._at and (currencies := self.decisions.number(name).currencies):
                found[name] = [currencies.get(cell) for cell in self.column(block, name)]
        return found

    # what is odd

    def note_corrections(self, block: Block) -> None:
        """Count the cells that were read otherwise than they stand."""
        for name, index in self._at.items():
            codes = self.decisions.memos[name].codes
            if codes:
                cells = self.column(block, name)
                for code, count in Counter(map(codes.get, cells)).items():
                    if code in CORRECTIONS and not (code == "date_text" and self.place.text_file):
                        self._correction(block, name, index, cells, str(code), count)

    def _correction(self, block: Block, name: str, index: int, cells: Sequence[Cell], code: str, count: int) -> None:
        self.corrected += count
        memo = self.decisions.memos[name]
        if not self.findings.wants_examples(code):
            self.findings.add(code, count=count)
            return
        found = [place for place, cell in enumerate(cells) if memo.codes.get(cell) == code]
        for place in found:
            cell = cells[place]
            self.findings.add(code, self.example(block.numbers[place], index, cell, self.stored(name, memo[cell])))

    def odd_cells(self, block: Block) -> dict[int, list[tuple[str, str]]]:
        """Rows with cells that were refused or are in doubt: place -> (field, code)."""
        odd: dict[int, list[tuple[str, str]]] = {place: [held] for place, held in self._missing.items()}
        fields = {self.title(index): name for name, index in self._at.items()} if self._waits else {}
        for place, number in enumerate(block.numbers if self._waits else ()):
            if number in self._waits:
                title, code = self._waits[number]
                odd.setdefault(place, []).append((fields.get(title, ""), code))
        for name in self._at:
            memo = self.decisions.memos[name]
            limit = self._limits.get(name)
            watched = memo.refused.keys() | {cell for cell, code in memo.codes.items() if code in _DOUBTS}
            if texts := self._told_apart.get(name):
                watched |= {cell for cell in set(self.column(block, name)) if shown(cell) in texts}
            if not watched and limit is None:
                continue
            for place, cell in enumerate(self.column(block, name)):
                if cell in watched:
                    odd.setdefault(place, []).append((name, self._odd_code(memo, cell)))
                elif limit is not None and isinstance(cell, int | float) and abs(cell) >= limit:
                    odd.setdefault(place, []).append((name, "unit_doubt"))
        return odd

    @staticmethod
    def _odd_code(memo: Cells[Any], cell: Cell) -> str:
        code = memo.codes.get(cell, "")
        return memo.refused.get(cell) or (code if code in _DOUBTS else "set_aside")

    def _named(self, name: str, code: str) -> str:
        """The kind of trouble; what is wrong with a cell of a minor field is one kind."""
        return code if name in self.critical or code in _OWN_KIND else "cell_unreadable"

    def verdict(self, block: Block, place: int, odd: Iterable[tuple[str, str]]) -> tuple[str, str, str]:
        """What becomes of a row with odd cells: decision, code, field. Cells of minor fields are left empty."""
        for name, code in sorted(odd, key=lambda pair: pair[0] not in self.critical):
            told = self._named(name, code)
            texts = self._told_apart.get(name)
            wanted = texts.get(shown(self.column(block, name)[place])) if texts else None
            decision = self.findings.decision_of(told, wanted)
            if decision != "take":
                return decision, told, name
        return "take", "", ""

    def note_odd(self, block: Block, place: int, odd: Iterable[tuple[str, str]]) -> None:
        """Write down the odd cells of a row that is taken all the same."""
        for name, code in odd:
            if code in CORRECTIONS:
                continue  # counted with the corrections
            told = self._named(name, code)
            cell = self.column(block, name)[place]
            value = self.decisions.memos[name][cell]
            self.findings.add(told, self.example(block.numbers[place], self._at[name], cell, self.stored(name, value)))

    def put_aside(
        self, block: Block, place: int, decision: str, code: str, name: str, digest: int, money: int | None = None
    ) -> None:
        """Hold or skip a row, and say why; `money` are its units of 元."""
        index = self._at.get(name)
        cell = block.columns[index][place] if index is not None and index < len(block.columns) else None
        whole = " ".join(filter(None, map(shown, block.row(place))))
        text: Cell = whole if index is None else cell
        self.findings.add(code, self.example(block.numbers[place], index, text), money=money or 0)
        if decision == "hold":
            self.held += 1
            title = "" if index is None else self.title(index)
            held = HeldRow(self.place.number, block.numbers[place], code, title, digest, block.cells[place])
            self.staged.held.append(held)
        else:
            self.skipped += 1
        self.show(block, place, "held" if decision == "hold" else "skipped")

    # rows that are no data

    def no_data(self, block: Block, place: int, complete: bool) -> str:
        """Why a row is none of the data: "total", "header", "blank", "note" or "" when it is data."""
        row = self.own_cells(block, place)
        filled = [cell for cell in row if cell is not None and shown(cell).strip()]
        if not filled:
            return "blank"
        if self._repeats_header(row) or self._repeats_page(row, len(set(filled))):
            return "header"
        if place in block.labelled and (not complete or any(map(_bare, filled))):
            return "total"
        if not complete and len(set(filled)) == 1 and isinstance(filled[0], str):
            return "note"
        return ""

    def own_cells(self, block: Block, place: int) -> tuple[Cell, ...]:
        """A row as it stands on the sheet."""
        row = block.row(place)
        return tuple(None if index in self._lent else cell for index, cell in enumerate(row)) if self._lent else row

    def _repeats_page(self, row: Sequence[Cell], texts: int) -> bool:
        """A title line of the first page again, or the number of a page."""
        if texts > _PAGE_TEXTS:
            return False
        line = line_of(row)
        return line in self.layout.above or _PAGE.fullmatch(line) is not None

    def _repeats_header(self, row: Sequence[Cell]) -> bool:
        places = [index for index in self._at.values() if index < len(row) and index not in self._lent]
        pairs = [(plain(shown(row[index])), plain(self.title(index))) for index in places]
        same = sum(cell == title for cell, title in pairs if cell)
        return same >= 2 and same >= _REPEATED * sum(bool(cell) for cell, _title in pairs)

    def check_total(self, block: Block, place: int) -> None:
        row = block.row(place)
        texts = [shown(cell).strip() for cell in row if isinstance(cell, str) and cell.strip()]
        label = next(filter(is_total, texts), texts[0] if texts else "")
        stated = {
            name: self.decisions.memos[name][cell]
            for name in self.additive
            if name in self._at and isinstance(cell := self.column(block, name)[place], int | float | str)
        }
        by_row = "currency" in self._at or bool(self._marks(block))
        known = {name: self.exchange.total(name, value, by_row) for name, value in stated.items()}
        self.totals.check(block.numbers[place], label, known if self.converted else stated)
        self.total_rows += 1
        self.skipped += 1
        self.findings.add("total_row", self.example(block.numbers[place], None, label))

    def skip_quietly(self, block: Block, place: int, code: str) -> None:
        self.skipped += 1
        self.note_rows += 1
        text = " ".join(filter(None, map(shown, block.row(place))))
        self.findings.add(code, self.example(block.numbers[place], None, text))

    # preview

    def show(self, block: Block, place: int, state: str = "") -> None:
        """Keep a row for the preview: the first ones, and some that need a look."""
        shown_rows = self._looked_at if state else self._plain_rows
        row = block.numbers[place]
        if len(shown_rows) < PREVIEWED and row not in self._looked_at | self._plain_rows:
            shown_rows.add(row)
            cells = tuple(self._cell(index, cell, row) for index, cell in enumerate(block.row(place)))
            self.preview.append(PreviewRow(row, cells[: len(self.layout.titles)], state))

    def _cell(self, index: int, cell: Cell, row: int) -> PreviewCell:
        original = shown(cell)
        name = self.columns.fields.get(index)
        if name is None or isinstance(cell, bool):
            return PreviewCell(original, original)
        memo = self.decisions.memos[name]
        value = memo[cell]
        if cell in memo.refused:
            return PreviewCell(original, original, "error")
        code = memo.codes.get(cell, "")
        if (name, row) in self._sums:
            return PreviewCell(self.stored(name, self._sums[name, row]), original, "corrected")
        mark: CellMark = ""
        if code == "empty_word":
            mark = "empty"
        elif code:
            mark = "confirm" if code in _DOUBTS else "corrected"
        return PreviewCell(self.stored(name, value), original, mark)

    @staticmethod
    def stored(name: str, value: Any) -> str:
        """A value as a person reads it."""
        if value is None:
            return ""
        if name in FIELDS and FIELDS[name].reads in ("money", "quantity", "days", "hours"):
            return format(from_units(value).normalize(), ",f")
        if name in FIELDS and FIELDS[name].reads == "discount":
            return format((from_units(value) * 100).normalize(), "f") + "%"
        return str(value)


def is_remark(row: Sequence[Cell]) -> bool:
    """A line such as 制表：小李: a few words, a colon, and what they are about."""
    first = next((cell for cell in row if cell is not None and shown(cell).strip()), None)
    return isinstance(first, str) and _REMARK.match(first) is not None


def _bare(cell: Cell) -> bool:
    return isinstance(cell, str) and is_bare_total(cell)
