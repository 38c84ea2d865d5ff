"""The charts of every scheme, the same wherever they are shown."""

from collections.abc import Callable, Mapping

from app.services.workbench.pictures import attributes, curves, distributions, grids, losses, scatters
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView

__all__ = ["ChartView", "Subject", "charts_of", "tuned"]

Maker = Callable[[Subject], ChartView | None]
_MAKERS: Mapping[str, tuple[Maker, ...]] = {
    "value": (distributions.sales, curves.pareto),
    "pareto": (curves.pareto,),
    "abc": (curves.pareto,),
    "quadrant": (scatters.quadrant, losses.payment_check),
    "rfm": (grids.rfm,),
    "rfm_eight": (grids.rfm_eight,),
    "potential": (distributions.potential, grids.crossed),
    "loyalty": (grids.crossed,),
    "potential_loyalty": (grids.crossed,),
    "freq_band": (distributions.frequency,),
    "churn": (losses.at_risk, distributions.lateness),
    "score": (distributions.score, distributions.weights),
    "kmeans": (scatters.clusters,),
}


def charts_of(seen: Subject) -> tuple[ChartView, ...]:
    """The charts of a scheme, the most telling first; one without anything to show is left out."""
    scheme = seen.scheme.id
    makers = (attributes.values,) if scheme.startswith("attribute:") else _MAKERS.get(scheme, ())
    return tuple(chart for maker in makers if (chart := maker(seen)) is not None)


def tuned(seen: Subject) -> ChartView | None:
    """The chart on which the thresholds of a scheme can be moved."""
    return next((chart for chart in charts_of(seen) if chart.handles), None)
