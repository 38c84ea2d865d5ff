"""Files as they look from their first rows: what the import shows while the others are still being read."""

from app.services.importing import summing_up
from app.services.importing.ledger.lookalikes import Likely
from app.services.importing.ledger.matching import Customers
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.plans import ImportPlan
from app.services.importing.prepared import Making, Prepared


def of(making: Making) -> ImportPlan:
    """A plan of sheets, headings and kinds only; it is not `complete`, so nothing can be imported by it."""
    nothing = Outcomes(Customers([], [], frozenset(), frozenset(), {}), [], [], ())
    return summing_up.summed_up(Prepared(making, nothing, Likely(), complete=False))


def show(making: Making) -> None:
    """To whoever watches, as long as no row has been read."""
    if making.work.watched and not making.staged.sheets:
        making.work.show(of(making))
