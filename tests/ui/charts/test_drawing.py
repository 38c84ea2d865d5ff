"""How charts are drawn: names apart from each other, legends and figures of the axes within the width there is."""

import warnings
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from app.services.charts import Palette
from app.services.plots import Bar, Histogram, Plot, Point, Scatter, Zone, histogram, scatter
from app.tokens import DARK, LIGHT
from app.ui.printing import paper
from app.ui.printing.charts import chart_marks
from app.ui.printing.marks import Mark, Text

PALETTE = Palette(LIGHT, "DejaVu Sans", 9)
UNITS_OF_POINT = 10


def words(marks: tuple[Mark, ...], wanted: str) -> list[QRectF]:
    """Where texts that hold this stand."""
    found = []
    for mark in marks:
        if isinstance(mark, Text) and wanted in mark.text and not mark.angle:
            metrics = paper.metrics(mark.size, mark.bold)
            width = metrics.horizontalAdvance(mark.text)
            found.append(QRectF(mark.x, mark.y - mark.size * 0.8, width, mark.size * 0.9))
    return found


def marks_of(plot: Plot) -> tuple[Mark, ...]:
    return chart_marks(plot.figure, plot.finish)


def customers(places: list[tuple[float, float]]) -> Scatter:
    zones = tuple(Zone(f"类{n}", "blue", "", "") for n in range(4))
    points = tuple(Point(x, y, 0, str(n), "", f"名称{n}有限公司") for n, (x, y) in enumerate(places))
    return Scatter(points, ("类",), ("gold",), "天", "万元", zones, (4.0, 50.0))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), st.floats(0.01, 5_000)), min_size=1, max_size=12))
def test_names_never_lie_on_each_other(qapp: QApplication, places: list[tuple[float, float]]) -> None:
    plot = scatter(customers([(float(x), y) for x, y in places]), PALETTE, 5.0, 3.0)
    found = words(marks_of(plot), "名称")
    assert not any(one.intersects(other) for one, other in combinations(found, 2))
    area = plot.figure.axes[0].bbox
    for each in found:
        assert area.x0 * UNITS_OF_POINT <= each.left()
        assert each.right() <= area.x1 * UNITS_OF_POINT + 1


def test_the_largest_have_their_names(qapp: QApplication) -> None:
    found = words(marks_of(scatter(customers([(2.0, 9.0), (30.0, 900.0)]), PALETTE, 5.0, 3.0)), "名称")
    assert len(found) == 2


def bars(names: tuple[str, ...]) -> Histogram:
    slots = ("gold", "blue", "teal", "slate", "red")[: len(names)]
    limits = [10.0**n for n in range(-2, 9)]
    spread = tuple(Bar(float(n), n + 1.0, (3.0,) * len(names), str(n), "") for n in range(len(limits)))
    labels = tuple((float(n), f"{each:,.10g}") for n, each in enumerate(limits))
    return Histogram(spread, names, slots, (), labels, "万元", "客户", tags=2)


LONG = ("Potential customers", "Medium-sized customers", "Standard customers", "High-value customers", "Never bought")


@pytest.mark.parametrize("width", [2.4, 3.6, 8.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_legend_takes_more_lines_instead_of_more_width(qapp: QApplication, width: float, tokens: object) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a layout that collapses warns
        plot = histogram(bars(LONG), Palette(tokens, "DejaVu Sans", 9), width, 2.5)  # type: ignore[arg-type]
        found = marks_of(plot)
    box = plot.figure.axes[0].bbox
    assert box.width > width * 72 * 0.6
    for name in LONG:
        (place,) = words(found, name)
        assert place.right() <= width * 720 + 1


@pytest.mark.parametrize("width", [2.4, 3.6, 8.0])
def test_figures_of_an_axis_stand_apart(qapp: QApplication, width: float) -> None:
    plot = histogram(bars(("普通",)), PALETTE, width, 2.5)
    marks_of(plot)
    axis = plot.figure.axes[0].get_xticklabels()
    boxes = [label.get_window_extent() for label in axis]
    assert len(boxes) >= 2
    assert all(before.x1 <= after.x0 for before, after in pairwise(boxes))


def test_two_classes_of_one_slot_can_be_told_apart(qapp: QApplication) -> None:
    spread = Histogram(
        (Bar(0, 1, (2.0, 3.0), "0", ""),), ("流失风险", "已流失"), ("red", "red"), (), ((0.0, "0"),), "倍", "客户"
    )
    axes = histogram(spread, PALETTE, 4.0, 2.5).figure.axes[0]
    assert len({patch.get_facecolor() for patch in axes.patches}) == 2
