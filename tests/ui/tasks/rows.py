"""Tasks as tests put them into the small ledger."""

from datetime import date, datetime, timedelta

from app.models.database import Database
from app.models.playbook import task
from app.services.priorities import Priority
from app.services.today import TaskRow
from app.ui.session import Session

TODAY = date(2026, 6, 22)


def add_task(session: Session, title: str, days: int, customer: int | None = 1, **more: object) -> None:
    """An open task due so many days from today."""
    due = session.today() + timedelta(days=days)
    values = {"channel": "phone", "state": "open", "incident": False, "created_at": datetime(2026, 1, 1, 9)} | more
    assert session.path is not None
    database = Database(session.path)
    with database.writing() as connection:
        connection.execute(
            task.insert(), {"customer_id": customer, "title": title, "due": due, "first_due": due} | values
        )
    database.engine.dispose()


def task_row(number: int, name: str = "甲公司", days: int = 0, **more: object) -> TaskRow:
    """A row of a list."""
    values: dict[str, object] = {
        "id": number,
        "customer": number,
        "name": name,
        "tier": "high",
        "at_risk": True,
        "title": "电话",
        "why": "高价值客户策略",
        "owner": 1,
        "owner_name": "王海",
        "channel": "phone",
        "due": TODAY + timedelta(days=days),
        "first_due": TODAY,
        "done": False,
        "priority": Priority(80, days, days <= 2, 1, 1),
    }
    return TaskRow(**(values | more))  # type: ignore[arg-type]
