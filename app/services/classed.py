"""Every customer's class under schemes that no row of facts keeps, such as those a user made: for columns and filters.

They are worked out when somebody looks, from the ledger as it is, so they are never old; a book keeps them until the
ledger changes. Light: what is heavy is loaded with the first scheme that is asked for.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from app.models.glance import driver_of
from app.services.errors import InputError
from app.services.fields import CLASS, class_scheme, field_title, value_label, value_slot
from app.services.filters import Condition, CustomerFilter
from app.services.schemes import ClassSpec, Scheme, unclassified

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.models.glance import Reader
    from app.services.progress import WorkContext

OWN = "own:"


@dataclass(frozen=True)
class Classed:
    """The schemes that are there, the user's own among them, and the class of each customer who has one."""

    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    classes: Mapping[str, Mapping[int, str]] = field(default_factory=dict, repr=False)

    def class_of(self, scheme: str, customer_id: int) -> ClassSpec | None:
        found = self.schemes.get(scheme)
        return None if found is None else found.find(self.classes[scheme].get(customer_id))

    def title(self, key: str) -> str:
        """The words for a field, which may be a scheme: class:own:1."""
        found = self.schemes.get(class_scheme(key))
        return field_title(key) if found is None else found.label

    def word(self, key: str, value: object) -> str:
        """How a stored value of the field is said."""
        found = self.schemes.get(class_scheme(key))
        if found is None:
            return unclassified() if class_scheme(key) and not value else value_label(key, value)
        return found.label_of(str(value))

    def slot(self, key: str, value: object) -> str:
        found = self.schemes.get(class_scheme(key))
        spec = None if found is None else found.find(str(value))
        return value_slot(key, value) if found is None else "" if spec is None else spec.slot

    def add_to(self, connection: "Reader") -> None:
        """Make class_of(scheme, id) and class_place(scheme, id) known to this connection."""
        classes = self.classes
        places = {key: {each: n for n, each in enumerate(scheme.class_ids)} for key, scheme in self.schemes.items()}

        def class_of(scheme: str, number: int) -> str | None:
            return classes[scheme].get(number) if scheme in classes else None

        def class_place(scheme: str, number: int) -> int | None:
            found = class_of(scheme, number)
            return None if found is None else places[scheme][found]

        driver = driver_of(connection)
        driver.create_function("class_of", 2, class_of)
        driver.create_function("class_place", 2, class_place)

    def cleaned(self, wanted: CustomerFilter) -> CustomerFilter:
        """The filter without schemes and classes that somebody has removed since."""
        conditions = (self._cleaned(each) for each in wanted.conditions)
        return replace(wanted, conditions=tuple(each for each in conditions if each is not None))

    def _cleaned(self, condition: Condition) -> Condition | None:
        scheme = class_scheme(condition.field)
        if not scheme:
            return condition
        found = self.schemes.get(scheme)
        if found is None:
            return None
        values = tuple(each for each in condition.values if each == "" or each in found.class_ids)
        return replace(condition, values=values) if values else None

    def resolved(self, wanted: CustomerFilter) -> CustomerFilter:
        """Schemes and classes named in words, as a command names them; raises InputError for what is not there."""
        return replace(wanted, conditions=tuple(map(self._resolved, wanted.conditions)))

    def named(self, scheme: str) -> Scheme:
        """A scheme by its identifier or by the name its maker gave it; raises InputError when there is none."""
        found = next((each for key, each in self.schemes.items() if scheme in (key, f"{OWN}{each.word}")), None)
        if found is None:
            raise InputError("scheme.none", name=scheme.removeprefix(OWN))
        return found

    def _resolved(self, condition: Condition) -> Condition:
        scheme = class_scheme(condition.field)
        if not scheme:
            return condition
        found = self.named(scheme)
        ids = {word: each.id for each in found.classes for word in (each.id, each.word, each.label)}
        ids |= {"": "", unclassified(): ""}
        for value in condition.values:
            if str(value) not in ids:
                raise InputError("filter.value", field=found.label, text=str(value))
        return replace(condition, field=f"{CLASS}{found.id}", values=tuple(ids[str(each)] for each in condition.values))


NOBODY = Classed()


def needed(wanted: CustomerFilter, keys: Iterable[str] = ()) -> tuple[str, ...]:
    """The schemes a filter asks for, and those among some fields."""
    fields = (*(each.field for each in wanted.conditions), *keys)
    return tuple(dict.fromkeys(filter(None, map(class_scheme, fields))))


def any_own(connection: "Reader") -> bool:
    """Whether somebody made a scheme that is in use."""
    sql = "SELECT EXISTS (SELECT 1 FROM scheme WHERE active AND name LIKE 'own:%')"
    return bool(connection.exec_driver_sql(sql).scalar())


def work_out(
    connection: "Connection", as_of: date, schemes: Collection[str], work: "WorkContext | None" = None
) -> Classed:
    """These schemes, and all that users made; what is not there any more is left out."""
    from app.services import own_schemes, settings
    from app.services.facts import compute
    from app.services.labelling import labelled
    from app.services.past_tiers import tiers_held
    from app.services.workbench.catalogue import is_shipped

    own = tuple(each.id for each in own_schemes.made(connection))
    wanted = tuple(dict.fromkeys((*own, *(each for each in schemes if is_shipped(each)))))
    if not wanted:
        return NOBODY
    rules = settings.current(connection)
    facts, before = compute(connection, as_of, rules), tiers_held(connection, as_of, rules)
    ids, found, classes = facts.customer_id.tolist(), {}, {}
    for place, scheme in enumerate(wanted):
        if work is not None:
            work.tick("", place, len(wanted))
        result = labelled(connection, facts, rules, scheme, before)[scheme]
        found[scheme] = result.spec
        pairs = zip(ids, result.class_ids(), strict=True)
        classes[scheme] = {number: class_id for number, class_id in pairs if class_id is not None}
    return Classed(found, classes)


class Book:
    """Keeps what was worked out for an open ledger until anything in it changes."""

    def __init__(self, context: "Context") -> None:
        self._context = context
        self._lock = Lock()
        self._mark: object = None
        self._found = NOBODY
        self._asked: frozenset[str] = frozenset()

    def of(self, schemes: Iterable[str], work: "WorkContext | None" = None) -> Classed:
        """At least these schemes and the user's own; whoever comes second waits for the first."""
        with self._lock:
            mark = (self._context.change_mark(), self._context.today())  # read first: what changes meanwhile is newer
            asked = frozenset(schemes)
            if mark != self._mark:
                self._asked = frozenset()
            if mark != self._mark or not asked <= self._asked:
                asked |= self._asked
                with self._context.reading() as connection:
                    self._found = work_out(connection, self._context.today(), sorted(asked), work)
                self._mark, self._asked = mark, asked
            return self._found
