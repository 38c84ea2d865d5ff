"""The charts of every scheme: each mark has its customers, the table has the same figures, and it can be drawn."""

import pytest

from app.services.charts import Palette
from app.services.plots import Plot
from app.services.workbench import catalogue, pictures
from app.services.workbench.pictures.view import ChartView
from app.tokens import LIGHT
from tests.services.workbench.test_looking import SPREAD, ledger, look

PALETTE = Palette(LIGHT, "DejaVu Sans", 9)
SCHEMES = [each.id for shelf in catalogue.shelves() for each in shelf.entries if catalogue.in_classes(each.id)]
MANY = [(f"C{n:03}", 5 + 9 * (n % 40) + 31 * k, 900 + 87 * n * k) for n in range(1, 60) for k in range(1, 6)]


def drawn(chart: ChartView) -> Plot:
    return chart.draw(PALETTE, 6.0, 3.5)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_can_be_pointed_at_has_customers_and_nobody_stands_in_two_places(scheme: str) -> None:
    with ledger(SPREAD) as connection:
        found = look(connection, scheme)
    for chart in pictures.charts_of(found.subject()):
        plot = drawn(chart)
        keys = [spot.key for spot in plot.spots if spot.key]
        assert set(keys) <= set(chart.groups)
        assert all(chart.groups[key].ids and chart.groups[key].words for key in keys)
        assert all(spot.tip for spot in plot.spots)
        assert chart.sentence.endswith("。")
        assert "{" not in chart.sentence
        assert all(len(row) == len(chart.headers) for row in chart.rows)
        if chart.key not in ("weights", "at_risk"):  # their bars tell of several things about the same customers
            marks = set(keys) - {line.class_id for line in found.lines} if chart.key == "quadrant" else set(keys)
            behind = [number for key in marks for number in chart.groups[key].ids]
            assert len(behind) == len(set(behind))


def test_amounts_at_risk_say_of_which_months_they_are() -> None:
    """Beside a table of the last 12 months they would look like sums that do not add up."""
    with ledger(MANY) as connection:
        found = look(connection, "churn")
    chart = next(each for each in pictures.charts_of(found.subject()) if each.key == "at_risk")
    assert chart.subtitle == chart.headers[-1] == "到最后一次购买的 12 个月采购"


@pytest.mark.parametrize("scheme", ["value", "score", "churn", "freq_band", "rfm", "rfm_eight", "quadrant", "abc"])
def test_marks_and_classes_count_the_same_customers(scheme: str) -> None:
    with ledger(MANY) as connection:
        found = look(connection, scheme)
    chart = next(each for each in pictures.charts_of(found.subject()) if each.key != "at_risk")
    plot = drawn(chart)
    behind = {number for spot in plot.spots if spot.key for number in chart.groups[spot.key].ids}
    classed = {number for line in found.lines if line.class_id for number in found.ids_of(line.class_id)}
    assert behind <= classed
    assert len(behind) >= 0.9 * len(classed)


def test_fields_of_the_rfm_grid_are_its_segments() -> None:
    with ledger(MANY) as connection:
        found = look(connection, "rfm")
    (chart,) = pictures.charts_of(found.subject())
    assert len(chart.rows) == 25
    for line in found.lines[:-1]:
        inside = [row for row in chart.rows if row[1] == line.label]
        if line.label not in ("新客户", "有前景"):  # one field, told apart by how long they have been there
            assert sum(int(row[2]) for row in inside) == line.customers


def test_of_very_many_customers_those_who_stand_together_share_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services.workbench.pictures import scatters

    monkeypatch.setattr(scatters, "MOST_MARKS", 20)
    with ledger(MANY) as connection:
        found = look(connection, "quadrant")
    chart = pictures.charts_of(found.subject())[0]
    drawn(chart)
    behind = [number for group in chart.groups.values() for number in group.ids if group.words.endswith("位")]
    classed = {number for line in found.lines if line.class_id for number in found.ids_of(line.class_id)}
    assert sorted(behind) == sorted(classed)


@pytest.mark.parametrize(
    "orders",
    [[], [("甲", 10, 100)], [("甲", 10, -50)], [(f"C{n}", 10, 100) for n in range(40)]],
    ids=["nobody", "one", "a return alone", "all the same"],
)
def test_little_or_equal_data_leave_a_chart_out_or_draw_it(orders: list[tuple[str, int, int]]) -> None:
    with ledger(orders) as connection:
        for scheme in SCHEMES:
            for chart in pictures.charts_of(look(connection, scheme).subject()):
                drawn(chart)
