"""What the customers page asks of the ledger, as calls for the reading threads: plain values in, frozen values out."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import customers
from app.services.classed import NOBODY, OWN, any_own, needed
from app.services.customers import DEFAULT_SORT
from app.services.fields import class_scheme
from app.services.filters import EVERYBODY, CustomerFilter

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.models.glance import Reader
    from app.services.classed import Classed
    from app.services.customers import CustomerDetail, CustomerRow, FacetGroup, Hanging, Sort, Statistics
    from app.services.merging import Likely
    from app.services.progress import WorkContext
    from app.services.tags import TagState
    from app.services.workbench.everything import Everything

MANY = 500  # rows read at once; between two times a job looks whether it is still wanted


@dataclass(frozen=True)
class CustomersTarget:
    """What another page may ask for: `filter` instead of the present one, `customer` made current, the bin."""

    filter: CustomerFilter | None = None
    customer: int | None = None
    search: bool = False  # put the cursor into the search field


@dataclass(frozen=True)
class Listed:
    """A list as the table needs it before it paints."""

    wanted: CustomerFilter
    ids: "array[int]"
    total: int  # customers in the ledger, or in the recycle bin while it is looked into
    top: int  # the largest 12-month net sales, for the data bars
    sort: "Sort" = DEFAULT_SORT
    classed: "Classed | None" = None  # what filter or order ask for, beyond what every row has


@dataclass(frozen=True)
class ClassedAnswer:
    """Classes that were worked out for columns, and the counts of those that the filter panel shows."""

    wanted: CustomerFilter
    classed: "Classed"
    groups: "tuple[FacetGroup, ...]"


@dataclass(frozen=True)
class TagChoice:
    """What the tag dialog starts from."""

    ids: tuple[int, ...]
    states: "tuple[TagState, ...]"
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Removal:
    """What a removal would take along."""

    ids: tuple[int, ...]
    hanging: "Hanging"


@dataclass(frozen=True)
class ListQuestion:
    """Asks for the ids of a list, and how many there are in all; given up when another list is asked for."""

    wanted: CustomerFilter = EVERYBODY
    sort: "Sort" = DEFAULT_SORT

    def __call__(self, context: "Context", work: "WorkContext | None") -> Listed:
        from app.services.interrupting import interruptible

        wanted, sort = self.wanted, tuple(self.sort)
        asked = needed(wanted, (level.key for level in sort))
        classed = context.classed(asked, work) if asked else None
        if classed is not None:
            wanted = classed.cleaned(wanted)
            sort = tuple(level for level in sort if class_scheme(level.key) in ("", *classed.schemes))
        with context.glancing() as glance, interruptible(glance, work):
            found = customers.ids(glance, wanted, sort, classed)
            total = customers.count(glance, CustomerFilter(deleted=wanted.deleted)) if wanted else len(found)
            top = glance.exec_driver_sql("SELECT MAX(net_sales) FROM customer_fact").scalar()
        return Listed(wanted, found, total, int(top or 0), sort, classed)


def rows(search: str, today: date, ids: Sequence[int], connection: "Reader") -> "Mapping[int, CustomerRow]":
    return customers.rows(connection, ids, search, today)


def rows_in_order(
    search: str, today: date, ids: Sequence[int], context: "Context", work: "WorkContext"
) -> "Iterator[CustomerRow]":
    """Any number of rows; who is gone meanwhile is left out."""
    with context.glancing() as glance:
        for first in range(0, len(ids), MANY):
            work.tick("", first, len(ids))
            part = ids[first : first + MANY]
            found = customers.rows(glance, part, search, today)
            yield from (found[number] for number in part if number in found)


def facets(
    wanted: CustomerFilter, context: "Context", work: "WorkContext"
) -> "tuple[CustomerFilter, tuple[FacetGroup, ...]]":
    """The counts of a filter; given up when they are no longer wanted."""
    from app.services.interrupting import interruptible

    asked = needed(wanted)
    classed = context.classed(asked, work) if asked else None
    with context.glancing() as glance, interruptible(glance, work):
        return wanted, customers.facets(glance, wanted, classed)


def classed(
    wanted: CustomerFilter,
    columns: tuple[str, ...],
    grouped: tuple[str, ...],
    context: "Context",
    work: "WorkContext",
) -> ClassedAnswer:
    """The classes of the schemes in some columns, and the counts of those grouped and of all that users made."""
    from app.services.interrupting import interruptible

    asked = (*columns, *grouped, *needed(wanted))
    with context.glancing() as glance:
        if not asked and not any_own(glance):
            return ClassedAnswer(wanted, NOBODY, ())
    found = context.classed(asked, work)
    own = tuple(each for each in found.schemes if each.startswith(OWN))
    chosen = dict.fromkeys((*own, *grouped, *needed(wanted)))
    shown = {each: found.schemes[each] for each in chosen if each in found.schemes}
    with context.glancing() as glance, interruptible(glance, work):
        return ClassedAnswer(wanted, found, customers.class_facets(glance, wanted, replace(found, schemes=shown)))


def detail(number: int, today: date, connection: "Connection") -> "CustomerDetail | None":
    return customers.detail(connection, number, today)


def explanations(number: int, today: date, connection: "Connection") -> tuple[int, Mapping[str, str]]:
    return number, customers.explanations(connection, number, today)


def all_schemes(context: "Context", work: "WorkContext") -> "Everything":
    """All customers under every scheme, for whoever is looked at."""
    from app.services.workbench import everything

    with context.reading() as connection:
        return everything.prepare(connection, context.today(), work)


def statistics(ids: Sequence[int], connection: "Connection") -> "Statistics":
    return customers.statistics(connection, ids)


def tag_choice(ids: tuple[int, ...], connection: "Connection") -> TagChoice:
    from app.services import tags

    return TagChoice(ids, tags.states(connection, ids), tags.groups(connection))


def removal(ids: tuple[int, ...], connection: "Connection") -> Removal:
    return Removal(ids, customers.hanging(connection, ids))


def known_values(connection: "Connection") -> Mapping[str, Sequence[str]]:
    return customers.known_values(connection)


def expired(today: date, connection: "Connection") -> tuple[int, ...]:
    return customers.expired(connection, today)


def export_view(
    ids: Sequence[int], schemes: tuple[str, ...], target: Path, title: str, context: "Context", work: "WorkContext"
) -> Path:
    """The list as it stands, in its order, with the classes of the schemes in its columns."""
    from app.services import list_export

    found = context.classed(schemes, work) if schemes else NOBODY
    shown = replace(found, schemes={each: found.schemes[each] for each in schemes if each in found.schemes})
    with context.reading() as connection:
        list_export.write_list(connection, ids, target, title, work, shown)
    return target


def export_twelve(ids: Sequence[int], target: Path, context: "Context", work: "WorkContext") -> Path:
    """The twelve-column list, which reads back to the same customers."""
    from app.services import list_export

    with context.reading() as connection:
        list_export.write_twelve(connection, ids, target, work)
    return target


def temporary_copy(
    ids: Sequence[int], schemes: tuple[str, ...], name: str, context: "Context", work: "WorkContext"
) -> Path:
    """The list in a file of its own that Excel may keep open: each time another folder."""
    import tempfile

    return export_view(ids, schemes, Path(tempfile.mkdtemp(prefix="pandian-")) / name, "", context, work)


def likely(number: int, name: str, connection: "Connection") -> "tuple[int, tuple[Likely, ...]]":
    """Who else a customer may be by a new name."""
    from app.services import merging

    return number, merging.likely(connection, name, apart_from=number)
