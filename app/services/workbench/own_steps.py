"""What a customer lacks for the next better card of a scheme that somebody made."""

from math import isnan

from app.services.arrays import NONE, UNRATED
from app.services.facts.table import KINDS
from app.services.schemes.base import Result
from app.services.schemes.cards import Evidence, Group
from app.services.workbench.conditions import with_value, worded
from app.texts import clauses, translate


def next_better(result: Result, row: int) -> tuple[str, str] | None:
    """The card above, and the conditions of it that the customer does not meet; None where nothing can be said."""
    scheme, stuck, evidence = result.context
    code = int(result.codes[row])
    if code == 0 or (code == UNRATED and stuck[row] >= 0):
        return None
    card = scheme.cards[len(scheme.cards) - 1 if code == UNRATED else code - 1]
    return card.id, lacking(evidence, card.when, row)


def held_by(result: Result, row: int) -> tuple[str, str] | None:
    """The customer's card and the conditions it rests on; None where he has none, or one that holds for everybody."""
    scheme, _stuck, evidence = result.context
    code = int(result.codes[row])
    if code == UNRATED or not scheme.cards[code].when.parts:
        return None
    return scheme.cards[code].id, _holding(evidence, scheme.cards[code].when, row)


def _holding(evidence: Evidence, group: Group, row: int) -> str:
    """What holds, with the customer's figures; of conditions any of which is enough, those that are met."""
    parts = []
    for part in group.parts:
        if isinstance(part, Group):
            if evidence.truth(part).holds[row]:
                parts.append(_holding(evidence, part, row))
        elif evidence.condition(part).holds[row]:
            parts.append(with_value(part, _figure(evidence, part.field, row)))
    return clauses(parts)


def _figure(evidence: Evidence, name: str, row: int) -> int | float | None:
    if name not in KINDS:
        return None
    value = getattr(evidence.facts, name)[row].item()
    unknown = value == NONE or (isinstance(value, float) and isnan(value))
    return None if unknown else value


def lacking(evidence: Evidence, group: Group, row: int) -> str:
    """The conditions that do not hold: all of them, or any one, as the group asks."""
    parts = []
    for part in group.parts:
        if isinstance(part, Group):
            if not evidence.truth(part).holds[row]:
                parts.append(lacking(evidence, part, row))
        elif not evidence.condition(part).holds[row]:
            parts.append(worded(part))
    said = clauses(parts)
    return translate("Workbench", "其中任一项（{0}）").format(said) if group.mode == "any" and len(parts) > 1 else said
