"""The ledger's own total rows as a check on what was read, to the 分, and where a difference arises."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from app.models.base import UNITS, from_units
from app.services.importing.plans import TotalCheck
from app.services.importing.tables.fields import FIELDS, plain

_FEN = UNITS // 100
_BLOCK = ("小计", "subtotal")


class Totals:
    """Running sums of the additive columns of one sheet; `check` compares a total row with the rows it can mean.

    A 小计 means the rows since the total row before it, 合计 and 累计 everything above; ledgers use the words loosely,
    so the other readings are tried before a difference is reported, and last the rows below: some sum at the top.
    """

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = dict(titles)  # field -> source title
        self._rows = array("q")
        self._values = {field: array("q") for field in titles}
        self._marks = [0]  # places in _rows where a block begins
        self._alike: dict[str, int] = {}  # label -> place where its last block ended
        self._checks: list[tuple[TotalCheck, str, int, int]] = []  # with its field, the sum stated, its place in _rows

    def extend(self, rows: Sequence[int], values: Mapping[str, Sequence[int | None]]) -> None:
        """Rows of data; what has no value adds nothing."""
        self._rows.extend(rows)
        for field, column in self._values.items():
            column.extend([value or 0 for value in values[field]])

    def last_sum(self, field: str) -> int:
        return sum(self._values[field])

    def check(self, row: int, label: str, stated: Mapping[str, int | None]) -> None:
        end = len(self._rows)
        word = "".join(char for char in plain(label) if not char.isdigit())
        starts = self._starts(word)
        for field, value in stated.items():
            if value is not None:
                found = self._compared(row, label, field, value, starts, end)
                self._checks.append((found, field, value, end))
        self._marks.append(end)
        self._alike[word] = end

    @property
    def checks(self) -> list[TotalCheck]:
        """All comparisons. A total that is not the sum of what stands above it may be that of what follows."""
        return [
            found if found.matches else self._below(found, field, stated, place)
            for found, field, stated, place in self._checks
        ]

    def _below(self, found: TotalCheck, field: str, stated: int, place: int) -> TotalCheck:
        values = self._values[field]
        following = next((mark for mark in self._marks if mark > place), len(values))
        for start, end in ((place, following), (place, len(values)), (0, len(values))):
            if start < end and _same(stated, sum(values[start:end])):
                return replace(
                    found, computed=_money(sum(values[start:end])), matches=True,
                    first_row=self._rows[start], last_row=self._rows[end - 1], suspect_row=None,
                )  # fmt: skip
        return found

    def sums_up(self, stated: Mapping[str, int | None]) -> bool:
        """Whether a row without a label is a total all the same: each number in it sums the rows above it."""
        known = {field: value for field, value in stated.items() if value is not None}
        if not known or len(self._rows) < 2:
            return False
        return all(
            any(_same(value, sum(self._values[field][start:])) for start in (0, self._marks[-1]))
            for field, value in known.items()
        )

    def _starts(self, word: str) -> list[int]:
        """Where the rows meant may begin, the likeliest reading first."""
        block, whole, alike = self._marks[-1], 0, self._alike.get(word, 0)
        order = (block, alike, whole) if word.endswith(_BLOCK) else (whole, alike, block)
        return list(dict.fromkeys(order))

    def _compared(self, row: int, label: str, field: str, stated: int, starts: Sequence[int], end: int) -> TotalCheck:
        values = self._values[field]
        sums = [(start, sum(values[start:end])) for start in starts]
        start, computed = next((pair for pair in sums if _same(stated, pair[1])), sums[0])
        matches = _same(stated, computed)
        first = self._rows[start] if start < end else row
        last = self._rows[end - 1] if end else row
        suspect = None if matches else self._suspect(values, start, end, computed - stated)
        return TotalCheck(
            row, label, self._titles[field], _money(stated), _money(computed), matches, first, last, suspect,
            FIELDS[field].reads == "money",
        )  # fmt: skip

    def _suspect(self, values: Sequence[int], start: int, end: int, difference: int) -> int | None:
        """The only row whose amount is the difference, or whose sign would explain it."""
        found = [
            self._rows[place]
            for place in range(start, end)
            if values[place] and (_same(values[place], difference) or _same(2 * values[place], difference))
        ]
        return found[0] if len(found) == 1 else None


def _same(one: int, other: int) -> bool:
    """Equal to the 分: spreadsheets show two decimals whatever lies beneath."""
    return _fen(one) == _fen(other)


def _fen(units: int) -> int:
    return (units + _FEN // 2) // _FEN if units >= 0 else -((-units + _FEN // 2) // _FEN)


def _money(units: int) -> Decimal:
    return from_units(units)
