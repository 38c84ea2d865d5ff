"""What the page of schemes asks of the ledger, as calls for the reading threads: plain values in, frozen values out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.schemes.cards import CardScheme
    from app.services.settings import MethodSettings
    from app.services.workbench.conditions import Askable
    from app.services.workbench.looking import Bench, Explained, Looked
    from app.services.workbench.measured import Measured
    from app.services.workbench.pictures.view import ChartView


@dataclass(frozen=True)
class SchemesTarget:
    """What another page may ask for: a scheme, and a customer to be explained under it."""

    scheme: str = ""
    customer: int | None = None


def prepare(as_of: date, connection: "Connection") -> "Bench":
    from app.services.workbench import looking

    return looking.prepare(connection, as_of)


class Explainer(Protocol):
    """Tells of one customer under a scheme; None of somebody it does not know."""

    def explain(self, customer_id: int) -> "Explained | None": ...


@dataclass(frozen=True)
class Shown:
    """A scheme with its charts: one that puts customers into classes, or one that measures them."""

    scheme: str
    bench: "Bench"
    charts: "tuple[ChartView, ...]"
    explainer: Explainer | None
    looked: "Looked | None" = None
    measured: "Measured | None" = None


def look(bench: "Bench", scheme: str, settings: "MethodSettings", unit: str, connection: "Connection") -> Shown:
    from app.services.workbench import catalogue, concentration_view, lifetime_view, looking, pictures

    if scheme == catalogue.CONCENTRATION:
        spread = concentration_view.look(bench)
        return Shown(scheme, bench, spread.charts, None, measured=spread)
    if scheme == catalogue.LIFETIME:
        valued = lifetime_view.look(connection, replace(bench, settings=settings))
        return Shown(scheme, bench, valued.measured.charts, valued, measured=valued.measured)
    looked = looking.look(connection, bench, scheme, settings)
    return Shown(scheme, looked.bench, pictures.charts_of(looked.subject(unit)), looked, looked=looked)


def look_at_cards(bench: "Bench", scheme: "CardScheme", connection: "Connection") -> "Looked":
    from app.services.workbench import looking

    return looking.look_at_cards(connection, bench, scheme)


def askable(own: "tuple[CardScheme, ...]", connection: "Connection") -> "tuple[Askable, ...]":
    from app.services.workbench import conditions

    return conditions.askable(connection, own)
