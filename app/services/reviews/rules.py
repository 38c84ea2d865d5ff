"""The rules a finished review was made by."""

from sqlalchemy import Connection, select

from app.models.review import review, setting_version
from app.services.settings import MethodSettings


def rules_of(connection: Connection, review_id: int) -> MethodSettings:
    """The settings version a review names; the defaults when it names none."""
    query = (
        select(setting_version.c["values"])
        .join(review, review.c.settings_id == setting_version.c.id)
        .where(review.c.id == review_id)
    )
    stored = connection.execute(query).scalar()
    return MethodSettings.from_json(stored) if stored else MethodSettings()
