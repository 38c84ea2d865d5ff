"""One customer under every scheme at once: class and reason of each, and his lifetime value where a model holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from app.services.labelling import labelled
from app.services.progress import WorkContext
from app.services.reasons import sentence
from app.services.schemes import unclassified
from app.services.segments import Classification
from app.services.workbench import catalogue, lifetime_view, looking
from app.services.workbench.lifetime_view import Valued
from app.services.workbench.looking import Bench
from app.services.workbench.nearness import Nearness
from app.texts import fill, translate

_BETWEEN = "；; "  # what stands between the reason and the way up
MOST = 2
"""Ways up, and ways down, that are told of each scheme."""


@dataclass(frozen=True)
class Told:
    """What one scheme says of the customer; `slot` is empty for a measure, dashed for no class.

    `steps` are the ways to another class, or why none can be told; without a class the reason itself says what lacks.
    `tip` says how a measure comes about.
    """

    scheme: str
    label: str
    word: str
    slot: str
    reason: str
    steps: tuple[str, ...] = ()
    tip: str = ""


@dataclass(frozen=True)
class Everything:
    """All schemes of a ledger as of a day, computed once for whoever is looked at."""

    bench: Bench = field(repr=False)
    classes: tuple[tuple[str, str, Classification, Nearness], ...] = field(repr=False)  # scheme, its label
    valued: Valued = field(repr=False)

    def of(self, customer_id: int) -> tuple[Told, ...]:
        """Every scheme in the order of the shelves, then the lifetime value if the gate let a model through."""
        try:
            row = self.bench.facts.row_of(customer_id)
        except KeyError:
            return ()
        return (*(_told(*each, row) for each in self.classes), *self._worth(customer_id))

    def _worth(self, customer_id: int) -> Iterator[Told]:
        said = self.valued.explain(customer_id) if self.valued.passed else None
        if said is None:
            return
        label = catalogue.label(catalogue.LIFETIME)
        yield Told(catalogue.LIFETIME, label, self.valued.worth(customer_id), "", "\n".join(said.steps), tip=formula())


def prepare(connection: Connection, as_of: date, work: WorkContext) -> Everything:
    """A second or two for 100,000 customers; for the reading threads."""
    bench = looking.prepare(connection, as_of)
    wanted = [
        each
        for shelf in catalogue.shelves(looking.entries(bench))
        for each in shelf.entries
        if catalogue.in_classes(each.id)
    ]
    classes = []
    for place, each in enumerate(wanted):
        work.tick("", place, len(wanted))
        found = labelled(connection, bench.facts, bench.settings, each.id, bench.previous)
        classes.append((each.id, each.label, found, Nearness(found, each.id)))
    return Everything(bench, tuple(classes), lifetime_view.look(connection, bench))


def formula() -> str:
    """How the model's value comes about, for a tooltip."""
    return translate(
        "LifetimeView",
        "未来 12 个月的价值 = 贡献率 × 单次金额 × 预计购买次数（按月折现）。"
        "次数来自复购模型 BG/NBD，单次金额来自 Gamma-Gamma，都先经过检验。",
    )


def _told(scheme: str, label: str, classes: Classification, near: Nearness, row: int) -> Told:
    result = classes[scheme]
    spec = result.spec.find(result.class_id(row))
    word, slot = (spec.label, spec.slot) if spec is not None else (unclassified(), "dashed")
    observed = result.is_exempt(row)
    word = fill(translate("Workbench", "{0}（观察）"), word) if observed else word
    reason = sentence(classes.reason_at(scheme, row))
    steps = () if spec is None else near.said(row, MOST)
    for step in steps:  # what stands below is not said twice
        reason = reason.removesuffix(step).rstrip(_BETWEEN)
    return Told(scheme, label, word, slot, reason, steps)
