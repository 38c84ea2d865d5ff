"""What the page of schemes asks of the ledger, as calls for the reading threads: plain values in, frozen values out."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.schemes.cards import CardScheme
    from app.services.settings import MethodSettings
    from app.services.workbench.conditions import Askable
    from app.services.workbench.looking import Bench, Looked
    from app.services.workbench.pictures.view import ChartView


@dataclass(frozen=True)
class SchemesTarget:
    """What another page may ask for: a scheme, and a customer to be explained under it."""

    scheme: str = ""
    customer: int | None = None


def prepare(as_of: date, connection: "Connection") -> "Bench":
    from app.services.workbench import looking

    return looking.prepare(connection, as_of)


@dataclass(frozen=True)
class Shown:
    """A scheme with its charts."""

    looked: "Looked"
    charts: "tuple[ChartView, ...]"


def look(bench: "Bench", scheme: str, settings: "MethodSettings", connection: "Connection") -> Shown:
    from app.services.workbench import looking, pictures

    looked = looking.look(connection, bench, scheme, settings)
    return Shown(looked, pictures.charts_of(looked))


def look_at_cards(bench: "Bench", scheme: "CardScheme", connection: "Connection") -> "Looked":
    from app.services.workbench import looking

    return looking.look_at_cards(connection, bench, scheme)


def askable(own: "tuple[CardScheme, ...]", connection: "Connection") -> "tuple[Askable, ...]":
    from app.services.workbench import conditions

    return conditions.askable(connection, own)
