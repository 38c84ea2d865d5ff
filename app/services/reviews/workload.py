"""The work a drafted review asks for: everybody with the classes and the template it would leave him with."""

from datetime import date

from sqlalchemy import Connection

from app.services import strategies, workdays
from app.services.planning import Assignment
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.preview import Preview
from app.services.strategies import Workload


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


def workload(connection: Connection, draft: ReviewDraft, view: Preview, today: date) -> Workload:
    """Contacts and hours a month if the review were finished as it stands."""
    calendar = workdays.working_calendar()
    return strategies.workload(connection, calendar, today, draft.settings, assignments=assignments(draft, view))
