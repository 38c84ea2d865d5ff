"""Figures one can point at: each mark knows where it stands and what stands behind it.

Numbers in, matplotlib Figure and spots out; the look comes as a palette, as for the figures of the report.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.services.charts import Palette, blank, font_of, legend_of, text_width, thousands, ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TINT = 0.10
MARKERS = ("o", "s", "^", "D", "v", "P")
AROUND, TAG_LINE = 6.0, 1.62  # in letters: axis and legend around a plot, a line of tags
DASHES: dict[str, Any] = {"linewidth": 0.9, "linestyle": (0, (4, 3))}


@dataclass(frozen=True)
class Spot:
    """A place of the figure, in the data of its axes: a box, or a point where both corners are the same."""

    key: str
    tip: str
    box: tuple[float, float, float, float]
    axes: "Axes" = field(repr=False, compare=False)


@dataclass(frozen=True)
class Plot:
    """A figure and the places one can point at, in reading order; `finish` adds what needs to know the layout."""

    figure: "Figure"
    spots: tuple[Spot, ...] = ()
    finish: Callable[[], None] | None = None


@dataclass(frozen=True)
class Cut:
    """A threshold through a figure, with its words."""

    at: float
    words: str


@dataclass(frozen=True)
class Bar:
    """One bar of a histogram: from, to, and the height of each series."""

    low: float
    high: float
    parts: tuple[float, ...]
    key: str
    tip: str


@dataclass(frozen=True)
class Histogram:
    """How many stand where, in colours of classes, with the thresholds that make them."""

    bars: tuple[Bar, ...]
    names: tuple[str, ...]
    slots: tuple[str, ...]
    cuts: tuple[Cut, ...]
    labels: tuple[tuple[float, str], ...]  # of the axis
    axis: str
    height: str
    tags: int = 0  # lines to leave free above the bars, for the words of thresholds


def histogram(data: Histogram, palette: Palette, width: float, height: float) -> Plot:
    """Stacked bars side by side; the thresholds are dashed lines with their words at the top."""
    from matplotlib.patches import Patch

    figure, axes = blank(palette, width, height)
    colours = _apart(palette, data.slots)
    top = max((sum(bar.parts) for bar in data.bars), default=1.0) or 1.0
    feet = [0.0] * len(data.bars)
    for place, colour in enumerate(colours):
        tops = [foot + bar.parts[place] for foot, bar in zip(feet, data.bars, strict=True)]
        _boxes(
            axes, [(bar, foot, top) for bar, foot, top in zip(data.bars, feet, tops, strict=True) if top > foot], colour
        )
        feet = tops
    for cut in data.cuts:
        axes.axvline(cut.at, color=palette.tokens.text2, **DASHES)
        axes.text(cut.at, top * 1.02, f" {cut.words}", va="bottom", ha="left", **font_of(palette))
    low, high = data.bars[0].low, data.bars[-1].high
    axes.set_xlim(low, high)
    free = _free_above(data.tags, palette, height) if data.tags else 1.18 if data.cuts else 1.06
    axes.set_ylim(0, top * free)
    shown = _fitting(data.labels, high - low, palette, width)
    axes.set_xticks([at for at, _words in shown], [words for _at, words in shown])
    axes.yaxis.set_major_locator(ticks(4))
    axes.yaxis.set_major_formatter(thousands())
    _name_axes(axes, palette, data.axis, data.height)
    used = [n for n in range(len(data.names)) if any(bar.parts[n] for bar in data.bars)]
    handles = [Patch(label=data.names[n], facecolor=colours[n]) for n in used]
    if len(handles) > 1:
        legend_of(axes, palette, handles)
    spots = tuple(
        Spot(bar.key, bar.tip, (bar.low, 0.0, bar.high, max(sum(bar.parts), top * 0.04)), axes)
        for bar in data.bars
        if sum(bar.parts)
    )
    return Plot(figure, spots)


def _boxes(axes: "Axes", boxes: Sequence[tuple[Bar, float, float]], colour: str) -> None:
    """The bars of a series as one shape: so many fewer things to measure and to draw."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    corners: list[tuple[float, float]] = []
    for bar, foot, top in boxes:
        gap = (bar.high - bar.low) * 0.03
        left, right = bar.low + gap, bar.high - gap
        corners += [(left, foot), (right, foot), (right, top), (left, top), (left, foot)]
    if corners:
        codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(boxes)
        axes.add_patch(PathPatch(Path(corners, codes), facecolor=colour, edgecolor="none"))


def _fitting(
    labels: Sequence[tuple[float, str]], span: float, palette: Palette, width: float
) -> Sequence[tuple[float, str]]:
    """So many labels of an axis as stand beside each other: all, or every second, or every third of them."""
    point = span / max(width * 72 - AROUND * palette.size, 1.0)
    for step in range(1, len(labels)):
        shown = labels[::step]
        sizes = [(text_width(words, palette) + palette.size) * point / 2 for _at, words in shown]
        ends = [(at - half, at + half) for (at, _words), half in zip(shown, sizes, strict=True)]
        if all(right <= left for (_start, right), (left, _end) in pairwise(ends)):
            return shown
    return labels[:1]


def _apart(palette: Palette, slots: Sequence[str]) -> list[str]:
    """A colour for each class; of two classes in the same slot the later one is the darker."""
    from matplotlib.colors import to_hex, to_rgb

    found: list[str] = []
    for slot in slots:
        colour = palette.slot(slot)
        while colour in found:
            (r, g, b), (dr, dg, db) = to_rgb(colour), to_rgb(palette.tokens.text1)
            colour = to_hex((0.55 * r + 0.45 * dr, 0.55 * g + 0.45 * dg, 0.55 * b + 0.45 * db))
        found.append(colour)
    return found


def _free_above(tags: int, palette: Palette, height: float) -> float:
    """How much higher than what is drawn an axis is, so that so many lines of words stand above it."""
    plot, line = height * 72 - AROUND * palette.size, TAG_LINE * palette.size
    return 1 / max(1 - (tags * line + 2) / plot, 0.4)


@dataclass(frozen=True)
class Cell:
    """One field of a grid: two lines, its colour slot, how full of it (0 to 1)."""

    line: int
    column: int
    first: str
    second: str
    slot: str
    weight: float
    key: str
    tip: str
    title: str = ""


@dataclass(frozen=True)
class Grid:
    """Lines from top to bottom, columns from left to right."""

    lines: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    line_name: str
    column_name: str


def grid(data: Grid, palette: Palette, width: float, height: float) -> Plot:
    """Fields in the chip colours of their classes, the fuller the stronger; counts and money stand in them."""
    from matplotlib.colors import to_rgb
    from matplotlib.patches import Rectangle

    figure, axes = blank(palette, width, height)
    axes.grid(visible=False)
    ground = to_rgb(palette.tokens.surface)
    spots = []
    for cell in data.cells:
        colours = palette.tokens.slot(cell.slot)
        strength = 0.25 + 0.75 * cell.weight if cell.weight else 0.12
        mixed = tuple(g + (c - g) * strength for g, c in zip(ground, to_rgb(colours.chip), strict=True))
        x, y = cell.column, len(data.lines) - 1 - cell.line
        box = Rectangle((x + 0.02, y + 0.03), 0.96, 0.94, facecolor=mixed, edgecolor="none")
        axes.add_patch(box)
        ink = colours.on_chip if cell.weight else palette.tokens.text3
        if cell.title:
            axes.text(x + 0.5, y + 0.78, cell.title, ha="center", va="center", **font_of(palette, colour=ink))
        middle = 0.5 if cell.title else 0.62
        axes.text(x + 0.5, y + middle, cell.first, ha="center", va="center", **font_of(palette, bold=True, colour=ink))
        low = middle - 0.28
        axes.text(x + 0.5, y + low, cell.second, ha="center", va="center", **font_of(palette, colour=ink))
        spots.append(Spot(cell.key, cell.tip, (x, y, x + 1, y + 1), axes))
    count = len(data.lines)
    axes.set_xlim(0, len(data.columns))
    axes.set_ylim(0, count)
    axes.set_xticks([n + 0.5 for n in range(len(data.columns))], data.columns)
    axes.set_yticks([count - 0.5 - n for n in range(count)], data.lines)
    _name_axes(axes, palette, data.column_name, data.line_name)
    return Plot(figure, tuple(spots))


@dataclass(frozen=True)
class Point:
    """One mark of a scatter: `series` is its place among the names, `size` how many customers it stands for."""

    x: float
    y: float
    series: int
    key: str
    tip: str
    name: str = ""  # written beside it, for the largest
    size: int = 1


@dataclass(frozen=True)
class Zone:
    """A quarter of a scatter, which is a class: its words, its colour, and who is told of behind it."""

    words: str
    slot: str
    key: str
    tip: str


@dataclass(frozen=True)
class Scatter:
    """Two figures of every customer on logarithmic axes; `cuts` across and up part them into the zones.

    The zones stand at the upper left, upper right, lower left and lower right.
    """

    points: tuple[Point, ...]
    names: tuple[str, ...]
    slots: tuple[str, ...]
    x_axis: str
    y_axis: str
    zones: tuple[Zone, ...] = ()
    cuts: tuple[float, ...] = ()


def scatter(data: Scatter, palette: Palette, width: float, height: float) -> Plot:
    """Shape and colour tell the class; names of the largest stand where they cover nothing else."""
    figure, axes = blank(palette, width, height)
    axes.set_xscale("log")
    axes.set_yscale("log")
    handles = []
    for place, (name, slot) in enumerate(zip(data.names, data.slots, strict=True)):
        mine = [point for point in data.points if point.series == place]
        if not mine:
            continue
        for step in sorted({_step(point) for point in mine}):
            some = [point for point in mine if _step(point) == step]
            look: dict[str, Any] = {
                "marker": MARKERS[place % len(MARKERS)],
                "ms": 3.6 + 1.2 * step,
                "ls": "",
                "color": palette.slot(slot),
                "mew": 0,
                "alpha": 0.65,  # where many stand together it is darker
            }
            lines = axes.plot([point.x for point in some], [point.y for point in some], label=name, **look)
        handles += lines
    _limits(axes, data)
    zones = _zones(axes, palette, data) if data.zones else []
    _plain_logs(axes)
    _name_axes(axes, palette, data.x_axis, data.y_axis)
    if len(handles) > 1:
        legend_of(axes, palette, handles)
    spots = (Spot(point.key, point.tip, (point.x, point.y, point.x, point.y), axes) for point in data.points)
    named = any(point.name for point in data.points)
    return Plot(figure, (*zones, *spots), partial(_name_points, axes, palette, data) if named else None)


def _step(point: Point) -> int:
    """In how many steps a mark has grown: by one for each doubling of those it stands for."""
    return min(point.size.bit_length() - 1, 4)


def _limits(axes: "Axes", data: Scatter) -> None:
    """All points and both cuts, with room for words above."""
    xs, ys = [point.x for point in data.points] or [1.0], [point.y for point in data.points] or [1.0]
    if len(data.cuts) == 2:
        xs, ys = [*xs, data.cuts[0]], [*ys, data.cuts[1]]
    axes.set_xlim(min(xs) / 1.35, max(xs) * 1.6)
    axes.set_ylim(min(ys) / 1.6, max(ys) * 2.2)


def _zones(axes: "Axes", palette: Palette, data: Scatter) -> list[Spot]:
    """The four fields in a breath of their colour, each with its words in the corner away from the cross."""
    from matplotlib.patches import Rectangle

    (left, right), (low, high), (x, y) = axes.get_xlim(), axes.get_ylim(), data.cuts
    boxes = ((left, y, x, high), (x, y, right, high), (left, low, x, y), (x, low, right, y))
    corners = (
        (0.01, 0.985, "left", "top"),
        (0.99, 0.985, "right", "top"),
        (0.01, 0.02, "left", "bottom"),
        (0.99, 0.02, "right", "bottom"),
    )
    spots = []
    for zone, box, (across, up, ha, va) in zip(data.zones, boxes, corners, strict=True):
        size = (box[2] - box[0], box[3] - box[1])
        ground = Rectangle(box[:2], *size, facecolor=palette.slot(zone.slot), alpha=TINT, edgecolor="none", zorder=0)
        axes.add_patch(ground)
        words = font_of(palette, bold=True, colour=palette.tokens.slot(zone.slot).on_chip)
        axes.text(across, up, zone.words, transform=axes.transAxes, ha=ha, va=va, **words)
        spots.append(Spot(zone.key, zone.tip, box, axes))
    return spots


def _plain_logs(axes: "Axes") -> None:
    """Numbers as people write them, not powers of ten."""
    from matplotlib.ticker import LogLocator, NullFormatter

    for axis in (axes.xaxis, axes.yaxis):
        low, high = axis.get_view_interval()
        few = high / max(low, 1e-12) < 300
        axis.set_major_locator(LogLocator(10, subs=(1.0, 2.0, 5.0) if few else (1.0,), numticks=12))
        axis.set_major_formatter(thousands())
        axis.set_minor_formatter(NullFormatter())
    axes.tick_params(which="minor", length=0)


def _name_points(axes: "Axes", palette: Palette, data: Scatter) -> None:
    """The largest first, once the layout is known; a name that would lie on another one or on a mark is left out."""
    letter = palette.size
    named = [point for point in data.points if point.name]
    edge = axes.bbox
    taken = [*_words_there(axes, data, letter)]
    for x, y in axes.transData.transform([(point.x, point.y) for point in data.points]):
        taken.append((float(x) - 2, float(y) - 2, float(x) + 2, float(y) + 2))
    for point in named:
        x, y = (float(each) for each in axes.transData.transform((point.x, point.y)))
        long = text_width(point.name, palette) + 3
        for right, up in ((1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            left = x + 4 if right > 0 else x - 4 - long
            middle = y + up * letter * 0.95
            box = (left, middle - letter * 0.6, left + long, middle + letter * 0.6)
            inside = edge.x0 < box[0] and box[2] < edge.x1 and edge.y0 < box[1] and box[3] < edge.y1
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                shift = (4 * right, up * letter * 0.95)
                side = "left" if right > 0 else "right"
                look: dict[str, Any] = {"textcoords": "offset points", "ha": side, "va": "center"}
                name = axes.annotate(point.name, (point.x, point.y), xytext=shift, **look, **font_of(palette))
                name.set_in_layout(False)
                break


def _words_there(axes: "Axes", data: Scatter, letter: float) -> Iterator[tuple[float, float, float, float]]:
    """What stands on the plot already: the words of the zones, and those of the thresholds along their lines."""
    for text in axes.texts:
        box = text.get_window_extent()
        yield float(box.x0), float(box.y0), float(box.x1), float(box.y1)
    if len(data.cuts) == 2:
        x, y = (float(each) for each in axes.transData.transform(data.cuts))
        yield x - 6 * letter, float(axes.bbox.y1) - 2 * letter, x + 6 * letter, float(axes.bbox.y1)
        yield float(axes.bbox.x1) - 13 * letter, y, float(axes.bbox.x1), y + 2 * letter


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@dataclass(frozen=True)
class Stretch:
    """A part of a curve that can be pointed at: from share to share of the customers."""

    low: float
    high: float
    slot: str
    key: str
    tip: str


@dataclass(frozen=True)
class Curve:
    """Cumulated shares over customers from large to small, parted into classes."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    stretches: tuple[Stretch, ...]
    cuts: tuple[Cut, ...]
    axis: str
    even: bool = False  # with the line where everybody buys the same
    height: str = ""
    tags: int = 0  # lines to leave free above, for the words of thresholds


def curve(data: Curve, palette: Palette, width: float, height: float) -> Plot:
    """The curve over areas in the colours of the classes."""
    from matplotlib.ticker import PercentFormatter

    figure, axes = blank(palette, width, height)
    spots = []
    for part in data.stretches:
        xs = [part.low, *(x for x in data.xs if part.low < x < part.high), part.high]
        ys = [_height_at(data, x) for x in xs]
        axes.fill_between(xs, ys, color=palette.tokens.slot(part.slot).chip, linewidth=0)
        spots.append(Spot(part.key, part.tip, (part.low, 0.0, max(part.high, part.low + 0.01), 1.0), axes))
    axes.plot(data.xs, data.ys, color=palette.accent, linewidth=1.8)
    if data.even:
        axes.plot([0, 1], [0, 1], color=palette.tokens.stroke_strong, **DASHES)
    for cut in data.cuts:
        axes.axvline(cut.at, color=palette.tokens.text2, **DASHES)
        axes.text(cut.at, 0.02, f" {cut.words}", va="bottom", ha="left", **font_of(palette))
    axes.set_xlim(0, 1)
    axes.set_ylim(0, _free_above(data.tags, palette, height) if data.tags else 1.04)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_ticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    _name_axes(axes, palette, data.axis, data.height)
    return Plot(figure, tuple(spots))


def _height_at(data: Curve, at: float) -> float:
    """The height of the curve, between its points too: the parts below it meet without a gap."""
    after = bisect_left(data.xs, at)
    if after in (0, len(data.xs)):
        return data.ys[min(after, len(data.xs) - 1)]
    (x0, x1), (y0, y1) = data.xs[after - 1 : after + 1], data.ys[after - 1 : after + 1]
    return y0 + (y1 - y0) * (at - x0) / (x1 - x0) if x1 > x0 else y1


@dataclass(frozen=True)
class Strip:
    """One horizontal bar: its name, the size of each series, and what is said at its end."""

    name: str
    parts: tuple[float, ...]
    said: str
    key: str
    tip: str


@dataclass(frozen=True)
class Strips:
    """Horizontal bars, the largest on top."""

    strips: tuple[Strip, ...]
    names: tuple[str, ...]
    slots: tuple[str, ...]
    axis: str


def strips(data: Strips, palette: Palette, width: float, height: float) -> Plot:
    """Stacked by series; the figure stands behind the end of each bar."""
    from matplotlib.patches import Patch

    figure, axes = blank(palette, width, height)
    axes.grid(visible=False)
    axes.grid(axis="x", color=palette.tokens.grid, linewidth=0.6)
    count = len(data.strips)
    most = max((sum(strip.parts) for strip in data.strips), default=1.0) or 1.0
    spots = []
    for place, strip in enumerate(data.strips):
        y, left = count - 1 - place, 0.0
        for part, slot in zip(strip.parts, data.slots, strict=True):
            if part > 0:
                seam = palette.tokens.surface
                axes.barh(y, part, left=left, height=0.62, color=palette.slot(slot), edgecolor=seam, linewidth=0.8)
                left += part
        axes.text(left + most * 0.01, y, strip.said, va="center", ha="left", **font_of(palette))
        spots.append(Spot(strip.key, strip.tip, (0.0, y - 0.45, most * 1.16, y + 0.45), axes))
    axes.set_xlim(0, most * 1.16)
    axes.set_ylim(-0.6, count - 0.4)
    axes.set_yticks([count - 1 - n for n in range(count)], [strip.name for strip in data.strips])
    axes.xaxis.set_major_locator(ticks(5))
    axes.xaxis.set_major_formatter(thousands())
    _name_axes(axes, palette, data.axis, "")
    used = [n for n, name in enumerate(data.names) if name and any(strip.parts[n] > 0 for strip in data.strips)]
    if len(used) > 1:
        handles = [Patch(label=data.names[n], facecolor=palette.slot(data.slots[n])) for n in used]
        legend_of(axes, palette, handles)
    return Plot(figure, tuple(spots))


@dataclass(frozen=True)
class Lines:
    """What happened against what was expected, along an axis of words."""

    labels: tuple[str, ...]
    actual: tuple[float, ...]
    expected: tuple[float, ...]
    names: tuple[str, str]
    axis: str
    height: str
    tips: tuple[str, ...]
    bars: bool = False
    keys: tuple[str, ...] = ()


def lines(data: Lines, palette: Palette, width: float, height: float) -> Plot:
    """What happened in the accent colour, as bars or as a line; what was expected as a thin line with round marks."""
    figure, axes = blank(palette, width, height)
    places = list(range(len(data.labels)))
    handles: list[Any] = []
    if data.bars:
        handles.append(axes.bar(places, data.actual, width=0.62, color=palette.accent, label=data.names[0]))
    else:
        handles += axes.plot(places, data.actual, color=palette.accent, linewidth=1.8, label=data.names[0])
    axes.plot(places, data.expected, color=palette.tokens.surface, linewidth=3.6)
    look: dict[str, Any] = {"color": palette.tokens.stroke_strong, "linewidth": 1.3, "marker": "o", "ms": 3}
    handles += axes.plot(places, data.expected, label=data.names[1], **look)
    top = max((*data.actual, *data.expected, 1.0))
    every = max(1, -(-len(places) // 10))
    axes.set_xticks(places[::every], data.labels[::every])
    axes.set_xlim(-0.6, max(len(places), 1) - 0.4)
    axes.set_ylim(0, top * 1.08)
    axes.yaxis.set_major_locator(ticks(4))
    axes.yaxis.set_major_formatter(thousands())
    _name_axes(axes, palette, data.axis, data.height)
    legend_of(axes, palette, handles)
    keys = data.keys or ("",) * len(places)
    spots = tuple(Spot(keys[place], data.tips[place], (place - 0.5, 0.0, place + 0.5, top), axes) for place in places)
    return Plot(figure, spots)


def _name_axes(axes: "Axes", palette: Palette, x: str, y: str) -> None:
    quiet = palette.tokens.text2
    if x:
        axes.set_xlabel(x, **font_of(palette, colour=quiet))
    if y:
        axes.set_ylabel(y, **font_of(palette, colour=quiet))
