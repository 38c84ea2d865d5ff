"""A chart as the page takes it: what to draw, what it says, the table behind it, who stands behind a mark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.services.charts import Palette
from app.services.plots import Plot
from app.services.workbench.handles import Handle

Draw = Callable[[Palette, float, float], Plot]


@dataclass(frozen=True)
class Group:
    """Customers behind a mark, and what they have in common."""

    words: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class ChartView:
    """`rows` under `headers` are the figures as a table; `groups` by the key of a mark; `handles` can be dragged.

    `beside` are keys of groups that the sentence counts and no mark stands for.
    """

    key: str
    title: str
    subtitle: str
    sentence: str
    draw: Draw = field(repr=False)
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: Mapping[str, Group] = field(default_factory=dict, repr=False)
    height: int = 240
    handles: tuple[Handle, ...] = ()
    beside: tuple[str, ...] = ()
