"""Figures of the report and the screen: numbers in, matplotlib Figure out; colours and font come as a palette.

Titles are the page's or the card's business, so that they are text there; a figure holds the plot alone.
matplotlib is imported by the functions that draw: nobody pays for it who only gathers numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.tokens import Tokens, on_series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HATCHES = ("", "/", ".", "x", "-")
SLOTS = ("gold", "blue", "teal", "slate", "violet")
"""Colour slots of the value tiers in their fixed order: high, mid, potential, general, prospect."""


@dataclass(frozen=True)
class Palette:
    """What a figure looks like: the tokens of the window or of paper, and the font."""

    tokens: Tokens
    font: str
    size: float = 8.5
    patterns: bool = False  # readable without colour: hatching beside the colours

    @property
    def accent(self) -> str:
        return self.slot("blue")

    def slot(self, name: str) -> str:
        return self.tokens.slot(name).series


@dataclass(frozen=True)
class MonthlyBars:
    """Net sales month by month, and the same months a year before as a line."""

    labels: tuple[str, ...]
    current: tuple[float, ...]
    previous: tuple[float | None, ...]
    legend: tuple[str, str]
    incomplete: bool = False  # the last month is not over


@dataclass(frozen=True)
class ParetoCurve:
    """Cumulated share of sales over customers from large to small, with the mark of the top share."""

    shares: tuple[float, ...]  # cumulated, one value per customer, descending customers
    top: float  # share of customers marked, 0.2
    top_share: float  # what they bring
    mark: tuple[str, str]  # two lines beside the mark
    axis: str


@dataclass(frozen=True)
class StackedBars:
    """Shares of each tier in several measures, one bar each."""

    tiers: tuple[str, ...]
    slots: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]  # label, shares adding up to 1


def blank(palette: Palette, width: float, height: float) -> "tuple[Figure, Axes]":
    """An empty plot in our style: horizontal grid, no frame, no ticks."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    engine = ConstrainedLayoutEngine(w_pad=0.02, h_pad=0.02)
    figure = Figure(figsize=(width, height), layout=engine, facecolor=palette.tokens.surface)
    axes = figure.add_subplot(facecolor=palette.tokens.surface)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=palette.size, labelcolor=palette.tokens.text2, labelfontfamily=palette.font)
    axes.tick_params(axis="x", pad=5)  # the first of both axes would touch in the corner
    axes.grid(axis="y", color=palette.tokens.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    return figure, axes


def font_of(palette: Palette, *, bold: bool = False, colour: str = "") -> dict[str, Any]:
    """How a text of a figure is set."""
    weight = "bold" if bold else "normal"
    return {"family": palette.font, "size": palette.size, "weight": weight, "color": colour or palette.tokens.text1}


def legend_of(axes: "Axes", palette: Palette, handles: Sequence[Any]) -> None:
    """The legend above the plot, in reading order, in as many lines as the width asks for."""
    from matplotlib.font_manager import FontProperties

    figure = axes.get_figure(root=True)
    width = float(figure.get_figwidth()) * 72 if figure is not None else 0.0
    columns = _columns([str(each.get_label()) for each in handles], palette, width)
    legend = axes.legend(
        handles=[each for column in range(columns) for each in handles[column::columns]],  # it fills column by column
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=columns,
        frameon=False,
        borderpad=0,
        borderaxespad=0.6,
        handlelength=1.2,
        columnspacing=1.6,
        prop=FontProperties(family=palette.font, size=palette.size),
    )
    for text in legend.get_texts():
        text.set_color(palette.tokens.text1)


def text_width(text: str, palette: Palette) -> float:
    """About how wide a text is, in points."""
    return sum(1.0 if ord(sign) > 255 else 0.58 for sign in text) * palette.size


def _columns(names: Sequence[str], palette: Palette, width: float) -> int:
    """How many entries of a legend stand side by side."""
    room = width - 6 * palette.size
    for columns in range(len(names), 1, -1):
        widest = [max(text_width(name, palette) for name in names[place::columns]) for place in range(columns)]
        if sum(each + 3.6 * palette.size for each in widest) <= room:
            return columns
    return 1


def monthly_bars(data: MonthlyBars, palette: Palette, width: float, height: float) -> "Figure":
    """Bars from zero in the accent colour; last year is a thin line with a halo and round marks."""
    figure, axes = blank(palette, width, height)
    places = range(len(data.current))
    bars = axes.bar(places, data.current, width=0.62, color=palette.accent, label=data.legend[0])
    handles: list[Any] = [bars]
    if data.incomplete and bars.patches:
        bars.patches[-1].set_alpha(0.45)
    if any(value is not None for value in data.previous):
        known = [float("nan") if value is None else value for value in data.previous]
        axes.plot(places, known, color=palette.tokens.surface, linewidth=3.6)
        handles += axes.plot(
            places, known, color=palette.tokens.stroke_strong, linewidth=1.3, marker="o", ms=3, label=data.legend[1]
        )
    axes.axhline(0, color=palette.tokens.stroke_strong, linewidth=0.7)
    axes.set_xticks(list(places), data.labels)
    axes.set_xlim(-0.6, max(len(data.current), 1) - 0.4)
    axes.yaxis.set_major_locator(ticks(4))
    axes.yaxis.set_major_formatter(thousands())
    legend_of(axes, palette, handles)
    return figure


def pareto_curve(data: ParetoCurve, palette: Palette, width: float, height: float) -> "Figure":
    """The curve over a quiet area, with a dashed cross at the marked share and what it means in words."""
    from matplotlib.ticker import PercentFormatter

    figure, axes = blank(palette, width, height)
    count = len(data.shares)
    xs = [0.0, *((i + 1) / count for i in range(count))]
    ys = [0.0, *data.shares]
    axes.fill_between(xs, ys, color=palette.tokens.accent_subtle, linewidth=0)
    axes.plot(xs, ys, color=palette.accent, linewidth=1.8)
    dashes: dict[str, Any] = {"color": palette.tokens.stroke_strong, "lw": 0.9, "ls": (0, (4, 3))}
    axes.plot([data.top, data.top, 0], [0, data.top_share, data.top_share], **dashes)
    axes.plot([data.top], [data.top_share], marker="o", ms=5.5, color=palette.accent, mec=palette.tokens.surface)
    low = min(data.top_share, 0.80)
    axes.text(data.top + 0.04, low - 0.10, data.mark[0], va="top", **font_of(palette, bold=True))
    axes.text(data.top + 0.04, low - 0.22, data.mark[1], va="top", **font_of(palette, bold=True))
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.04)
    axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1.0])
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_xlabel(data.axis, **font_of(palette, colour=palette.tokens.text2))
    return figure


def stacked_bars(data: StackedBars, palette: Palette, width: float, height: float) -> "Figure":
    """One horizontal bar per measure, tiers in fixed order; shares stand in the bar where they fit."""
    from matplotlib.patches import Patch

    figure, axes = blank(palette, width, height)
    axes.grid(visible=False)
    rows = len(data.rows)
    for tier, slot in enumerate(data.slots):
        look = _look(palette, slot, tier)
        for place, (_, shares) in enumerate(data.rows):
            left = sum(shares[:tier])
            axes.barh(rows - 1 - place, shares[tier], left=left, height=0.56, **look)
            if shares[tier] >= 0.06:
                _inside(axes, palette, left + shares[tier] / 2, rows - 1 - place, shares[tier], palette.slot(slot))
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.5, rows - 0.5)
    axes.set_xticks([])
    axes.set_yticks([rows - 1 - i for i in range(rows)], [label for label, _ in data.rows])
    handles = [
        Patch(label=name, **_look(palette, slot, i))
        for i, (name, slot) in enumerate(zip(data.tiers, data.slots, strict=True))
    ]
    legend_of(axes, palette, handles)
    return figure


def _look(palette: Palette, slot: str, order: int) -> dict[str, Any]:
    """Colour, white seams between neighbours, and hatching where colour may be lost."""
    look: dict[str, Any] = {"facecolor": palette.slot(slot), "edgecolor": palette.tokens.surface, "linewidth": 1.0}
    if palette.patterns:
        look["hatch"] = HATCHES[order % len(HATCHES)]
    return look


def _inside(axes: "Axes", palette: Palette, x: float, y: float, share: float, ground: str) -> None:
    ink = on_series(ground)
    box = {"facecolor": ground, "edgecolor": "none", "pad": 1.5} if palette.patterns else None
    axes.text(x, y, f"{share:.0%}", ha="center", va="center", bbox=box, **font_of(palette, bold=True, colour=ink))


def ticks(count: int) -> Any:
    """At most so many round ticks."""
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(count, steps=[1, 2, 2.5, 5, 10])


def thousands() -> Any:
    """Plain numbers with thousands, for an axis."""
    from matplotlib.ticker import FuncFormatter

    return FuncFormatter(lambda value, _place: f"{value:,.6g}".replace("-", "−"))
