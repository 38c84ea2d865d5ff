"""Who is at risk by the rules and does not bear the tag: proposed in a review, given on the manager's word."""

from datetime import datetime

from sqlalchemy import Connection

from app.services import tags
from app.services.history import Transaction
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.preview import Preview

TAG = ("行为", "流失风险")


def proposed(connection: Connection, view: Preview) -> frozenset[int]:
    """Customers at risk who do not bear the tag; nothing is given before a person says so."""
    return view.at_risk - tags.bearers(connection, *TAG)


def give(tx: Transaction, draft: ReviewDraft, view: Preview, now: datetime) -> None:
    """The tag for those in the review of whom the manager said so."""
    reviewed = (settled.customer_id for settled in view.settled)
    wanted = [number for number in reviewed if (said := draft.decisions.get(number)) is not None and said.risk]
    if wanted:
        tags.give(tx, wanted, TAG, now)
