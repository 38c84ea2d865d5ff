"""Rows and columns that a sheet hides or filters out: taken or left aside, but never without a word."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import compress

from app.services.importing.plans import Example
from app.services.importing.problems import Findings
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.glance import Glance
from app.services.importing.values.cells import shown

ROWS, COLUMNS = "hidden_rows", "hidden_columns"


class HiddenRows:
    """Goes through the blocks of one sheet; where nothing is hidden they pass untouched.

    `told` is where the rows go, at once or once it is known that the table takes part.
    """

    def __init__(
        self, file: str, glance: Glance, findings: Findings, told: Callable[[Example], None] | None = None
    ) -> None:
        self._file, self._sheet = file, glance.info.name
        self._tell = told or partial(findings.add, ROWS)
        self._runs = glance.info.hidden_rows
        self._skip = findings.decision(ROWS) == "skip"

    def sift(self, block: Block) -> tuple[Block, int]:
        """The rows of a block that are to be read, and how many were left out."""
        places = list(self._places(block)) if self._runs and block.numbers else []
        for place in places:
            text = " ".join(filter(None, map(shown, block.row(place))))
            self._tell(Example(self._file, self._sheet, block.numbers[place], "", text, ""))
        if not places or not self._skip:
            return block, 0
        return _without(block, set(places)), len(places)

    def _places(self, block: Block) -> Iterator[int]:
        first, last = block.numbers[0], block.numbers[-1]
        runs = [run for run in self._runs if run[0] <= last and run[1] >= first]
        at = {number: place for place, number in enumerate(block.numbers)} if runs else {}
        for start, end in runs:
            yield from (at[number] for number in range(max(start, first), min(end, last) + 1) if number in at)


def note_columns(file: str, glance: Glance, findings: Findings, taken: Iterable[int] | None = None) -> None:
    """Say which of the columns that are taken do not show in the sheet."""
    layout, taken = glance.layout, set(glance.verdict.columns.fields if taken is None else taken)
    for first, last in glance.info.hidden_columns if layout else ():
        for index in range(first - 1, last):
            if layout and index in taken:
                title, sample = layout.titles[index], glance.profiles[index].sample
                findings.add(COLUMNS, Example(file, glance.info.name, layout.first_data, title, sample, ""))


def _without(block: Block, left_out: set[int]) -> Block:
    if len(left_out) == len(block.numbers):
        return Block([], [], [], frozenset(), [], block.blank)
    kept = [place not in left_out for place in range(len(block.numbers))]
    moved = {place: number for number, place in enumerate(compress(range(len(kept)), kept))}
    return replace(
        block,
        numbers=list(compress(block.numbers, kept)),
        columns=[list(compress(column, kept)) for column in block.columns],
        cells=list(compress(block.cells, kept)),
        labelled=frozenset(moved[place] for place in block.labelled if place in moved),
    )
