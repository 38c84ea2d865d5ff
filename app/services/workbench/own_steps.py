"""What a customer lacks for the next better card of a scheme that somebody made."""

from app.services.arrays import UNRATED
from app.services.schemes.base import Result
from app.services.schemes.cards import Evidence, Group
from app.services.workbench.conditions import worded
from app.texts import clauses, translate


def next_better(result: Result, row: int) -> tuple[str, str] | None:
    """The card above, and the conditions of it that the customer does not meet; None where nothing can be said."""
    scheme, stuck, evidence = result.context
    code = int(result.codes[row])
    if code == 0 or (code == UNRATED and stuck[row] >= 0):
        return None
    card = scheme.cards[len(scheme.cards) - 1 if code == UNRATED else code - 1]
    return card.id, lacking(evidence, card.when, row)


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
