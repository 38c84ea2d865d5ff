"""The value tiers the last review left: what the hysteresis holds on to, in lists and reports as in the next review."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from app.models.bulk import id_list
from app.models.review import review
from app.services.schemes import VALUE
from app.services.settings import MethodSettings


def last_finished(connection: Connection, day: date) -> int | None:
    """The last finished review up to a day, which the next one is compared with."""
    query = select(review.c.id).where(review.c.state == "finished", review.c.as_of <= day)
    number: int | None = connection.execute(query.order_by(review.c.as_of.desc(), review.c.id.desc())).scalar()
    return number


def tiers_held(
    connection: Connection, day: date, settings: MethodSettings, ids: Sequence[int] | None = None
) -> Mapping[int, str] | None:
    """Of all customers or of some, as of a day; None where these settings hold nobody."""
    return tiers_of(connection, last_finished(connection, day), ids) if settings.hysteresis else None


def tiers_of(
    connection: Connection, review_id: int | None, ids: Sequence[int] | None = None
) -> Mapping[int, str] | None:
    """The final value tiers of a review, whichever scheme led it; None without one."""
    if review_id is None:
        return None
    whose = "" if ids is None else f" AND customer_id IN ({id_list(ids)})"
    rows = connection.exec_driver_sql(
        "SELECT customer_id, final FROM review_assignment"
        f" WHERE review_id = ? AND scheme = ? AND final IS NOT NULL{whose}",
        (review_id, VALUE.id),
    ).all()
    return {row[0]: row[1] for row in rows}
