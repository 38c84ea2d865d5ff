"""Tables on paper: columns as wide as their widest cell, names wrap, the header row repeats, rows stay whole."""

from dataclasses import dataclass, replace
from math import ceil

from app.services.reports.cells import cell_text
from app.services.reports.model import Actions, Cell, Column, Table
from app.texts import translate
from app.ui.printing import paper
from app.ui.printing.marks import Box, Line, Mark, Text
from app.ui.printing.measuring import baseline, clean, line_height, width, wrap
from app.ui.printing.strips import Density, Strip, lines, subheading

PAD_X, PAD_Y = 4 * paper.POINT, 3.4 * paper.POINT
SIZES = (90, 85, 80, 75, 70, 65)
LEAST_READABLE = 80  # smaller type only where the columns would not fit otherwise
KEPT_WHOLE = 9  # rows of a table short enough to wait for the next page
NARROWEST = 5  # characters a wrapping column keeps when space is short


@dataclass(frozen=True)
class _Grid:
    """What the columns settled on."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    size: int

    def lefts(self) -> list[float]:
        result, left = [], 0.0
        for wide in self.widths:
            result.append(left)
            left += wide
        return result


def table_strips(table: Table, density: Density) -> list[Strip]:
    """Title, header, rows, total, notes."""
    strips = [subheading(table.title, density)] if table.title else []
    if not table.rows:
        marks, height = lines(table.empty, density.size(paper.BODY))
        return [*strips, Strip(height, marks, before=4 * paper.POINT * density.space)]
    rows = [_texts(table, row) for row in table.rows[: table.most or None]]
    total = _texts(table, table.total) if table.total else None
    grid = _grid(table.columns, rows + ([total] if total else []), density)
    head = _header(grid)
    strips.append(replace(head, keep_next=True, before=5 * paper.POINT * density.space))
    body = [_row(grid, row) for row in rows]
    if total:
        body[-1] = replace(body[-1], keep_next=True)
        body.append(_row(grid, total, bold=True))
    together = len(body) - 1 if len(body) <= KEPT_WHOLE else min(1, len(body) - 1)
    body[:together] = [
        replace(strip, keep_next=True) for strip in body[:together]
    ]  # nor one row alone under its header
    strips += [replace(strip, head=head) for strip in body]
    return strips + _notes(table, density, strips)


def action_strips(block: Actions, density: Density) -> list[Strip]:
    """What is to be done, by whom, by when."""
    columns = (
        Column(block.title, wrap=True, weight=4),
        Column(translate("Report", "负责人"), wrap=True),
        Column(translate("Report", "期限")),
    )
    rows = tuple((f"{number}. {item.what}", item.who, item.due) for number, item in enumerate(block.items, 1))
    if rows:
        return table_strips(Table(columns, rows), density)
    return table_strips(Table(columns, (), empty=block.empty, title=block.title), density)


def _notes(table: Table, density: Density, strips: list[Strip]) -> list[Strip]:
    notes = []
    for note in table.notes:
        marks, height = lines(note, density.size(paper.FINE), quiet=True)
        notes.append(Strip(height, marks, before=2.5 * paper.POINT))
    if notes:
        strips[-1] = replace(strips[-1], keep_next=True)
    return notes


def _texts(table: Table, row: tuple[Cell, ...]) -> list[str]:
    return [clean(cell_text(column.kind, value)) for column, value in zip(table.columns, row, strict=True)]


def _grid(columns: tuple[Column, ...], rows: list[list[str]], density: Density) -> _Grid:
    """The largest type, and titles unbroken, unless that makes the rows much taller; smaller than that only to fit."""
    tried: list[tuple[int, _Grid]] = []
    for size in (density.size(size) for size in SIZES):
        for break_titles in (False, True):
            widths = _fit(columns, rows, size, break_titles=break_titles)
            if widths is not None:
                grid = _Grid(columns, widths, size)
                tried.append((_line_count(grid, rows), grid))
        if tried and size <= density.size(LEAST_READABLE):
            fewest = min(count for count, _ in tried)
            return next(grid for count, grid in tried if count <= fewest * 1.1)
    even = paper.BODY_WIDTH / len(columns)
    return _Grid(columns, (even,) * len(columns), density.size(SIZES[-1]))  # more columns than paper: all of them wrap


def _line_count(grid: _Grid, rows: list[list[str]]) -> int:
    """About how many lines the rows take."""
    wrapping = [(i, grid.widths[i] - 2 * PAD_X) for i, column in enumerate(grid.columns) if column.wrap]
    return sum(max((ceil(width(row[i], grid.size) / room) for i, room in wrapping), default=1) for row in rows)


def _fit(
    columns: tuple[Column, ...], rows: list[list[str]], size: int, *, break_titles: bool
) -> tuple[float, ...] | None:
    natural, least = [], []
    for place, column in enumerate(columns):
        title = _title_width(column.title, size, break_titles=break_titles)
        cells = max(width(row[place], size) for row in rows)
        wanted = max(title, cells * 1.03) + 2 * PAD_X
        natural.append(wanted)
        smallest = max(title, NARROWEST * size) + 2 * PAD_X
        least.append(min(wanted, smallest) if column.wrap else wanted)
    spare = paper.BODY_WIDTH - sum(least)
    if spare < 0:
        return None
    return _share(columns, natural, least, spare)


def _title_width(title: str, size: int, *, break_titles: bool) -> float:
    """The whole title, or the wider half of its best break into two lines."""
    whole = width(title, size, True) * 1.01
    if not break_titles or len(title) < 5:
        return whole
    words = title.split()
    if len(words) < 2:
        return whole if title.isascii() else whole / 2 + size
    halves = ((" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words)))
    return min(max(width(half, size, True) for half in pair) for pair in halves) * 1.02


def _share(columns: tuple[Column, ...], natural: list[float], least: list[float], spare: float) -> tuple[float, ...]:
    """Spare width goes to wrapping columns until they need none, then to all columns alike."""
    widths = list(least)
    short = [natural[i] - least[i] for i in range(len(columns))]
    need = sum(short)
    if need > spare:
        return tuple(wide + spare * lack / need for wide, lack in zip(widths, short, strict=True))
    widths = [wide + lack for wide, lack in zip(widths, short, strict=True)]
    rest = (spare - need) / sum(column.weight for column in columns)
    return tuple(wide + rest * column.weight for wide, column in zip(widths, columns, strict=True))


def _header(grid: _Grid) -> Strip:
    strip = _row(
        replace(grid, columns=tuple(replace(column, wrap=True) for column in grid.columns)),
        [column.title for column in grid.columns],
        bold=True,
        ruled=False,
    )
    shade = Box(0, 0, paper.BODY_WIDTH, strip.height, fill=paper.SHADE)
    top = Line(0, 0, paper.BODY_WIDTH, 0, 10, paper.TEXT)
    foot = Line(0, strip.height, paper.BODY_WIDTH, strip.height, 5, paper.RULE)
    return replace(strip, marks=(shade, top, foot, *strip.marks))


def _row(grid: _Grid, texts: list[str], *, bold: bool = False, ruled: bool = True) -> Strip:
    """Cells from the top; numbers end at the right edge of their column."""
    size, step, base = grid.size, line_height(grid.size), baseline(grid.size)
    marks: list[Mark] = []
    most = 1
    for column, left, wide, text in zip(grid.columns, grid.lefts(), grid.widths, texts, strict=True):
        room = wide - 2 * PAD_X
        parts = wrap(text, room, size, bold) if width(text, size, bold) > room else (text,)
        most = max(most, len(parts))
        for number, part in enumerate(parts):
            inset = room - width(part, size, bold) if column.kind.is_number else 0.0
            marks.append(Text(left + PAD_X + inset, PAD_Y + base + number * step, part, size, bold))
    height = most * step + 2 * PAD_Y
    if ruled:
        marks.append(Line(0, height, paper.BODY_WIDTH, height, 4, paper.RULE if bold else paper.HAIR))
    return Strip(height, tuple(marks))
