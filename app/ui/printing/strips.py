"""Blocks of a report as strips: pieces of full width that may not be split, stacked into pages by the layout."""

from dataclasses import dataclass

from app.services.reports import model
from app.texts import translate
from app.ui.printing import paper
from app.ui.printing.drawing import ONE_AT_A_TIME
from app.ui.printing.marks import Box, Line, Mark, Spoken, Text
from app.ui.printing.measuring import baseline, clean, line_height, width, wrap

GAP = 7 * paper.POINT
CARDS_IN_ROW = 3


@dataclass(frozen=True)
class Density:
    """How far page 1 has closed up to stay one page: 1 is the normal look."""

    text: float = 1.0
    chart: float = 1.0
    space: float = 1.0

    def size(self, size: int) -> int:
        return round(size * self.text)


NORMAL = Density()
STEPS = (
    NORMAL,
    Density(0.97, 0.9, 0.8),
    Density(0.93, 0.75, 0.6),
    Density(0.88, 0.62, 0.45),
    Density(0.82, 0.5, 0.3),
    Density(0.75, 0.42, 0.2),
)


@dataclass(frozen=True)
class Strip:
    """A piece that stays whole; its marks count from its own upper left corner."""

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0  # white space above, dropped at the head of a page
    keep_next: bool = False  # never the last on a page
    head: "Strip | None" = None  # repeated above it when it opens a page: the header row of its table
    at_foot: bool = False  # sits at the foot of the page: signatures


def lines(
    text: str,
    size: int,
    left: float = 0.0,
    available: float = paper.BODY_WIDTH,
    *,
    bold: bool = False,
    quiet: bool = False,
) -> tuple[tuple[Mark, ...], float]:
    """A paragraph from the top of its strip, and its height."""
    colour = paper.QUIET if quiet else paper.TEXT
    parts = wrap(text, available, size, bold)
    step, base = line_height(size), baseline(size)
    marks = tuple(Text(left, base + i * step, part, size, bold, colour) for i, part in enumerate(parts))
    return marks, len(parts) * step


def dated(report: model.Report) -> str:
    """The day the paper is about."""
    return report.dated or translate("Report", "盘点日 {0}").format(report.as_of.isoformat())


def title_strips(report: model.Report, density: Density) -> list[Strip]:
    """Title, then company, period and date; stamps stand framed at the right."""
    size = density.size(paper.TITLE)
    stamps, room = _stamps(report.stamps, density)
    marks, height = lines(report.title, size, available=paper.BODY_WIDTH - room, bold=True)
    small = density.size(paper.SMALL)
    parts = (report.company, report.period, dated(report), report.basis)
    below, low = lines(" · ".join(part for part in parts if part), small, quiet=True)
    rule = Line(0, low + GAP / 2, paper.BODY_WIDTH, low + GAP / 2, 10, paper.TEXT)
    return [
        Strip(height, marks + stamps, keep_next=True),
        Strip(low + GAP / 2, (*below, rule), before=2 * paper.POINT, keep_next=True),
    ]


def _stamps(stamps: tuple[str, ...], density: Density) -> tuple[tuple[Mark, ...], float]:
    marks: list[Mark] = []
    size, right = density.size(paper.BODY), paper.BODY_WIDTH
    for stamp in reversed(stamps):
        wide = width(stamp, size, True) + 12 * paper.POINT
        top, high = 3 * paper.POINT, line_height(size) + 3 * paper.POINT
        marks.append(Box(right - wide, top, wide, high, frame=paper.STAMP, frame_width=12))
        base = top + baseline(size) + 1.5 * paper.POINT
        marks.append(Text(right - wide + 6 * paper.POINT, base, stamp, size, True, paper.STAMP))
        right -= wide + 6 * paper.POINT
    return tuple(marks), paper.BODY_WIDTH - right


def heading_strip(text: str, density: Density) -> Strip:
    marks, height = lines(text, density.size(paper.HEADING), bold=True)
    return Strip(height + 3 * paper.POINT, marks, before=16 * paper.POINT * density.space, keep_next=True)


def subheading(text: str, density: Density, note: str = "") -> Strip:
    size = density.size(paper.SUBHEADING)
    marks, height = lines(text, size, bold=True)
    if note:
        left = width(clean(text), size, True) + 8 * paper.POINT
        small = density.size(paper.SMALL)
        marks = (*marks, Text(left, baseline(size), clean(note), small, False, paper.QUIET))
    return Strip(height + 2 * paper.POINT, marks, before=10 * paper.POINT * density.space, keep_next=True)


def paragraph_strip(block: model.Paragraph, density: Density) -> Strip:
    size = density.size(paper.SMALL if block.note else paper.BODY)
    marks, height = lines(block.text, size, quiet=block.note)
    return Strip(height, marks, before=4 * paper.POINT * density.space)


def sentence_strips(block: model.Sentences, density: Density) -> list[Strip]:
    """Numbered, with hanging indent."""
    size = density.size(paper.BODY)
    indent = width("0. ", size) + 2 * paper.POINT
    strips = [subheading(block.title, density)] if block.title else []
    for number, item in enumerate(block.items, 1):
        body, height = lines(item, size, indent, paper.BODY_WIDTH - indent)
        count = Text(0, baseline(size), f"{number}.", size)
        strips.append(Strip(height, (count, *body), before=3 * paper.POINT * density.space))
    return strips


def figure_strips(block: model.KeyFigures, density: Density) -> list[Strip]:
    """The key figures in quiet frames, at most three to a row, every row filled."""
    rows = -(-len(block.figures) // CARDS_IN_ROW)
    strips = []
    for row in range(rows):
        figures = block.figures[row * CARDS_IN_ROW : (row + 1) * CARDS_IN_ROW]
        gap = 6 * paper.POINT
        wide = (paper.BODY_WIDTH - gap * (len(figures) - 1)) / len(figures)
        cards = [_card(figure, wide, density) for figure in figures]
        height = max(high for _, high in cards)
        marks: list[Mark] = []
        for place, (card, _) in enumerate(cards):
            left = place * (wide + gap)
            marks.append(Box(left, 0, wide, height, fill=paper.SHADE))
            marks += [mark.moved(left, 0) for mark in card]
        before = gap if row else 10 * paper.POINT * density.space
        strips.append(Strip(height, tuple(marks), before, keep_next=True))
    return strips


def _card(figure: model.KeyFigure, wide: float, density: Density) -> tuple[list[Mark], float]:
    pad = 8 * paper.POINT
    room, y = wide - 2 * pad, pad * density.space
    small, large = density.size(paper.SMALL), density.size(paper.FIGURE)
    label, height = lines(figure.label, small, pad, room, quiet=True)
    marks: list[Mark] = [mark.moved(0, y) for mark in label]
    y += height + 1 * paper.POINT
    unit = width(figure.unit, small) + 4 * paper.POINT if figure.unit else 0.0
    while large > small and width(figure.value, large, True) + unit > room:
        large -= 5
    base = y + baseline(large)
    marks.append(Text(pad, base, figure.value, large, True))
    if figure.unit:
        left = pad + width(figure.value, large, True) + 4 * paper.POINT
        marks.append(Text(left, base, figure.unit, small, False, paper.QUIET))
    y += line_height(large)
    for note in figure.notes:
        body, height = lines(note, density.size(paper.FINE), pad, room, quiet=True)
        marks += [mark.moved(0, y) for mark in body]
        y += height
    return marks, y + pad * density.space


def chart_strip(block: model.Chart, density: Density, *, patterns: bool) -> Strip:
    """Title and plot as one piece."""
    from app.ui.printing.charts import chart_marks

    head = subheading(block.title, density, block.subtitle)
    high = block.height * paper.MM * density.chart
    palette = paper.chart_palette(patterns=patterns, size=8.5 * max(density.text, 0.85))
    inch = paper.UNITS_PER_INCH
    with ONE_AT_A_TIME:
        plot = chart_marks(block.draw(palette, paper.BODY_WIDTH / inch, high / inch))
    marks = (*head.marks, Spoken(block.alt), *(mark.moved(0, head.height) for mark in plot))
    return Strip(head.height + high, marks, before=head.before)


def signature_strip(block: model.SignatureLine) -> Strip:
    size = paper.BODY
    slot = paper.BODY_WIDTH / len(block.labels)
    marks: list[Mark] = []
    base = baseline(size)
    under = base + 2 * paper.POINT
    for place, label in enumerate(block.labels):
        left, wide = place * slot, width(label, size) + 3 * paper.POINT
        marks.append(Text(left, base, label, size))
        marks.append(Line(left + wide, under, left + slot - 12 * paper.POINT, under, 6, paper.TEXT))
    return Strip(line_height(size), tuple(marks), before=24 * paper.POINT, at_foot=True)
