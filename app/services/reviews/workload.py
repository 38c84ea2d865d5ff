"""The work a drafted review asks for: everybody with the classes and the template it would leave him with."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.services import workdays
from app.services.arrays import UNRATED, Ints
from app.services.assigning import LEAD_ORDER
from app.services.planning import Assignment
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.preview import Preview
from app.services.settings import MethodSettings
from app.services.strategies import Alike, Desk, Workload

ASKED = ("value", *LEAD_ORDER[1:], "pareto")
"""The schemes that templates are chosen by, beside the primary one."""
_RESTS_ON = (
    "primary_scheme",
    "new_days",
    "exempt_months",
    "silence_days",
    "visit_minutes",
    "travel_minutes",
    "field_hours",
)


@dataclass(frozen=True)
class Team:
    """What the work of a draft is counted from: read once, good while facts and these settings stay."""

    desk: Desk
    ids: Ints
    shapes: Ints  # customers of one shape are alike but for classes and template

    def fits(self, settings: MethodSettings, ids: Ints) -> bool:
        """Whether it still holds under these settings for these customers."""
        known = self.desk.rules.settings
        same = all(getattr(known, key) == getattr(settings, key) for key in _RESTS_ON)
        return same and np.array_equal(self.ids, ids)


def assignments(draft: ReviewDraft, view: Preview) -> list[Assignment]:
    """What planning needs of a review: final classes, and the template chosen by hand."""
    found = []
    columns = {scheme: view.classes[scheme].class_ids() for scheme in draft.schemes}
    for row, settled in enumerate(view.settled):
        classes = {scheme: column[row] for scheme, column in columns.items()} | {draft.schemes[0]: settled.final}
        rated = tuple((scheme, class_id) for scheme, class_id in classes.items() if class_id)
        decision = draft.decisions.get(settled.customer_id)
        chosen = (decision.playbook or "") if decision else ""
        found.append(Assignment(settled.customer_id, rated, chosen))
    return found


def team(connection: Connection, draft: ReviewDraft, view: Preview, today: date) -> Team:
    """Read who does what, and where every customer of the draft stands today."""
    ids = view.verdict.ids
    listed: list[int] = ids.tolist()
    desk = Desk.read(connection, workdays.working_calendar(), today, draft.settings, listed)
    places: dict[Hashable, int] = {}
    shapes = [places.setdefault(desk.shape(number), len(places)) for number in listed]
    return Team(desk, ids, np.array(shapes, dtype=np.int64))


def workload(connection: Connection, draft: ReviewDraft, view: Preview, today: date) -> Workload:
    """Contacts and hours a month if the review were finished as it stands."""
    return work_of(team(connection, draft, view, today), draft, view)


def work_of(people: Team, draft: ReviewDraft, view: Preview) -> Workload:
    """The same from what was read before."""
    return people.desk.workload(_kinds(people, draft, view))


def _kinds(people: Team, draft: ReviewDraft, view: Preview) -> Iterator[Alike]:
    """Customers who are alike in shape, classes and template, with their number; there are far fewer than customers."""
    leading = draft.schemes[0]
    wanted = dict.fromkeys((leading, people.desk.rules.settings.primary_scheme, *ASKED))
    schemes = [scheme for scheme in wanted if scheme in draft.schemes]
    columns = {s: view.verdict.final if s == leading else view.classes[s].codes for s in schemes}
    words = {scheme: (*view.classes[scheme].spec.class_ids, None) for scheme in schemes}
    chosen, books = _by_hand(draft, people.ids)
    keys = people.shapes * len(books) + chosen
    for scheme, codes in columns.items():
        keys = keys * len(words[scheme]) + np.where(codes == UNRATED, len(words[scheme]) - 1, codes)
    _kept, rows, counts = np.unique(keys, return_index=True, return_counts=True)
    for row, count in zip(rows.tolist(), counts.tolist(), strict=True):
        classes = ((scheme, words[scheme][int(columns[scheme][row])]) for scheme in schemes)
        rated = tuple((scheme, class_id) for scheme, class_id in classes if class_id)
        yield Alike(int(people.ids[row]), rated, books[int(chosen[row])], count)


def _by_hand(draft: ReviewDraft, ids: Ints) -> tuple[Ints, list[str]]:
    """Whose template the manager has chosen: places in a list whose first entry is none."""
    books, chosen = [""], np.zeros(len(ids), dtype=np.int64)
    for number, decision in draft.decisions.items():
        row = int(np.searchsorted(ids, number))
        if decision.playbook and row < len(ids) and ids[row] == number:
            if decision.playbook not in books:
                books.append(decision.playbook)
            chosen[row] = books.index(decision.playbook)
    return chosen, books
