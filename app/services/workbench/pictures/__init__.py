"""The charts of every scheme, made out of what was looked at."""

from collections.abc import Callable, Mapping

from app.services.workbench.looking import Looked
from app.services.workbench.pictures import attributes, curves, distributions, grids, losses, scatters
from app.services.workbench.pictures.view import ChartView

__all__ = ["ChartView", "charts_of"]

Maker = Callable[[Looked], ChartView | None]
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


def charts_of(looked: Looked) -> tuple[ChartView, ...]:
    """The charts of a scheme, the most telling first; one without anything to show is left out."""
    scheme = looked.scheme.id
    makers = (attributes.values,) if scheme.startswith("attribute:") else _MAKERS.get(scheme, ())
    return tuple(chart for maker in makers if (chart := maker(looked)) is not None)
