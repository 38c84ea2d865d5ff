"""The action plan of a report: what waits now, or what waited when the review was finished and what became of it."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from app.models.playbook import playbook_action, task
from app.models.review import review_task
from app.services.history import Transaction
from app.services.playbooks import task_title
from app.services.reports.book import Task
from app.services.situations import Classes, Situation
from app.services.today import TaskRow, tasks_until
from app.services.workdays import working_calendar

PLAN_DAYS = 31
COLUMNS = (
    "review_id",
    "task_id",
    "customer_id",
    "customer",
    "title",
    "playbook_code",
    "action_code",
    "action_title",
    "owner",
    "due",
    "important",
)


def plan(connection: Connection, day: date) -> tuple[Task, ...]:
    """What is open until a month after the day, most important first."""
    waiting = tasks_until(connection, day, working_calendar(), PLAN_DAYS)
    return tuple(
        Task(row.title, row.customer, row.name, row.owner_name, row.due, "open", len(waiting) - place)
        for place, row in enumerate(waiting)
    )


def freeze(
    tx: Transaction, review_id: int, day: date, settled: Mapping[int, Classes], stand: Mapping[int, Situation]
) -> None:
    """Keep the plan with the review; `settled` are the classes it leaves, by which its tasks are ranked."""
    waiting = tasks_until(tx.connection, day, working_calendar(), PLAN_DAYS, settled, stand)
    tx.insert_many(review_task, COLUMNS, _frozen(tx.connection, review_id, waiting))


def frozen_plan(connection: Connection, review_id: int) -> tuple[Task, ...]:
    """The plan of a finished review as it was made; of each task the state it has now."""
    query = (
        select(review_task, task.c.state)
        .select_from(review_task.outerjoin(task, task.c.id == review_task.c.task_id))
        .where(review_task.c.review_id == review_id)
        .order_by(review_task.c.id)
    )
    return tuple(
        Task(
            task_title(row.title, row.playbook_code, row.action_code, row.action_title),
            row.customer_id,
            row.customer,
            row.owner,
            row.due,
            row.state or "dropped",  # it went with its customer
            row.important,
        )
        for row in connection.execute(query)
    )


def _frozen(connection: Connection, review_id: int, waiting: tuple[TaskRow, ...]) -> Iterator[tuple[object, ...]]:
    """With the words a title is put together from, so that it is said in the language of the reader."""
    action = playbook_action.c
    query = (
        select(task.c.id, task.c.title, task.c.playbook_code, action.code, action.title)
        .select_from(task.outerjoin(playbook_action, action.id == task.c.action_id))
        .where(task.c.state == "open")
    )
    words = {number: titles for number, *titles in connection.execute(query).all()}
    for place, row in enumerate(waiting):
        due, important = row.due.isoformat(), len(waiting) - place
        yield review_id, row.id, row.customer, row.name, *words[row.id], row.owner_name, due, important
