"""Users' own schemes inside a review: kept whole with it, whatever becomes of them afterwards."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from app.services.schemes import CHURN, GROUPS, SCHEMES, VIEWS, ClassSpec, Scheme

OWN, VIEW = "own:", "attribute:"


@dataclass(frozen=True)
class Own:
    """One scheme as its cards stood, in the words the ledger keeps it in."""

    id: str
    version: int
    definition: str

    @cached_property
    def spec(self) -> Scheme:
        """Its classes in the order of the cards."""
        plain = json.loads(self.definition)
        cards = tuple(ClassSpec(card["id"], card["word"], card["slot"]) for card in plain["cards"])
        return Scheme(self.id, plain["word"], cards)


def own_in(draft: str | None) -> tuple[Own, ...]:
    """The own schemes in the stored text of a review; one from before there were any has none."""
    return tuple(Own(**each) for each in json.loads(draft or "{}").get("own", ()))


def spec_in(own: Iterable[Own], scheme: str) -> Scheme:
    """A scheme by its identifier; the classes of a view or of groups come out of the data and are not known here."""
    found = SCHEMES.get(scheme) or next((each.spec for each in own if each.id == scheme), None)
    if found is not None:
        return found
    return Scheme(scheme, VIEWS[scheme.removeprefix(VIEW)], ()) if scheme.startswith(VIEW) else GROUPS


def is_offered(scheme: str) -> bool:
    """Whether a review may use it; the churn alert lies over all of them and is not one to choose."""
    views = (f"{VIEW}{key}" for key in VIEWS)
    return scheme in (GROUPS.id, *views) or (scheme in SCHEMES and scheme != CHURN.id)


def may_lead(scheme: str) -> bool:
    """Whether its classes stay the same from review to review."""
    return scheme in SCHEMES or scheme.startswith(OWN)
