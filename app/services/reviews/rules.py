"""The rules a finished review was made by, and which of them the facts rest on."""

from sqlalchemy import Connection, select

from app.models.review import review, setting_version
from app.services.settings import MethodSettings

RULES_ONLY = frozenset(
    [
        "value_high",
        "hysteresis",
        "potential_growth",
        "potential_base",
        "potential_orders",
        "potential_amount",
        "potential_wallet",
        "potential_new_days",
        "potential_enquiries",
        "pareto_top",
        "pareto_bottom",
        "pareto_gaps",
        "pareto_least",
        "quadrant_cut",
        "quadrant_volume",
        "quadrant_level",
        "quadrant_fixed_days",
        "quadrant_fixed_volume",
        "exempt_months",
        "grade_order_days",
        "grade_quote_days",
        "grade_seed_contacts",
        "drop_share",
        "drop_least",
        "complaint_days",
        "silence_days",
        "abc_a",
        "abc_b",
        "rfm_mode",
        "new_days",
        "decision_days",
        "potential_loyalty_map",
        "score_weights",
        "score_norm",
        "score_coverage",
    ]
)
"""Settings that only classes depend on; any other one changes facts, which are then read again."""


def facts_differ(before: MethodSettings, after: MethodSettings, *, cut_in_facts: bool) -> bool:
    """Whether a setting has moved that facts rest on; the lower cut is one where a total has no first day."""
    old, new = before.as_texts(), after.as_texts()
    free = RULES_ONLY if cut_in_facts else RULES_ONLY | {"value_mid"}
    return any(old[key] != new[key] for key in old if key not in free)


def rules_of(connection: Connection, review_id: int) -> MethodSettings:
    """The settings version a review names; the defaults when it names none."""
    query = (
        select(setting_version.c["values"])
        .join(review, review.c.settings_id == setting_version.c.id)
        .where(review.c.id == review_id)
    )
    stored = connection.execute(query).scalar()
    return MethodSettings.from_json(stored) if stored else MethodSettings()
