"""What comes first: the importance of a customer, the urgency of a task, and the order of a day."""

from datetime import date
from typing import NamedTuple

from app.services.workdays import Calendar

BASE = {"high": 70, "mid": 50, "potential": 40, "long_nurture": 40, "prospect": 30, "general": 20}
QUADRANT = {"star": 10, "flow": 5, "burden": -10}
PAYMENT = {"red": 15, "yellow": 5}
AT_RISK = 20
OPEN_COMPLAINT = 20
IMPORTANT_FROM = 60
URGENT_WITHIN = 2


class Standing(NamedTuple):
    """What the rank of a customer rests on."""

    value_tier: str = ""
    quadrant: str = ""
    risk_status: str = ""
    payment_risk: str = ""
    open_complaint: bool = False


class Priority(NamedTuple):
    """Where a task belongs; `quadrant` 1 is important and urgent, 4 is neither; `rank0` 0 is an incident."""

    importance: int
    workdays_left: int
    urgent: bool
    quadrant: int
    rank0: int


def importance(standing: Standing) -> int:
    """0 to 100; a customer without a tier weighs as a general one."""
    points = BASE.get(standing.value_tier, BASE["general"]) + QUADRANT.get(standing.quadrant, 0)
    points += AT_RISK if standing.risk_status == "at_risk" else 0
    points += PAYMENT.get(standing.payment_risk, 0) + (OPEN_COMPLAINT if standing.open_complaint else 0)
    return min(100, max(0, points))


def eisenhower(standing: Standing, due: date, today: date, calendar: Calendar, incident: bool = False) -> Priority:
    """Important by the customer, urgent by the date; what broke out today is always urgent."""
    points, left = importance(standing), calendar.workdays_between(today, due)
    urgent = incident or left <= URGENT_WITHIN
    quadrant = (1 if urgent else 2) if points >= IMPORTANT_FROM else (3 if urgent else 4)
    return Priority(points, left, urgent, quadrant, 0 if incident else 1)


def order_key(priority: Priority, due: date, task: int | str) -> tuple[int, int, int, date, int | str]:
    """Incidents, then the four quadrants; inside: important first, then the earlier date."""
    return (priority.rank0, priority.quadrant, -priority.importance, due, task)
