"""RFM and ABC of all customers beside a bare GROUP BY, pandas, polars, SQL windows; all facts; every scheme; refresh.

All who are compared read the same 500,000 lines out of the same file, and come to the same counts.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.models.database import Database
from app.services import facts, segments
from app.services.facts import buying
from app.services.figures import window
from app.services.schemes import SCHEMES, abc, rfm
from app.services.schemes.base import Population
from app.services.settings import MethodSettings
from tests.bench import ledgers
from tests.bench.harness import Case, cpu
from tests.bench.rivals import Rival

CUSTOMERS, LINES, NEW_LINES = 100_000, 500_000, 100
SIZE = f"{CUSTOMERS:,} customers, {LINES:,} lines"
BARE = "SELECT customer_id, SUM(amount), COUNT(*), MAX(day) FROM order_line GROUP BY customer_id"
RULES = MethodSettings()
DAY = ledgers.LAST_DAY
SPANS = {
    "today": DAY.isoformat(),
    "year": window(DAY, RULES.review_months).start.isoformat(),
    "rfm": window(DAY, RULES.rfm_months).start.isoformat(),
    "new": (DAY - timedelta(RULES.new_days)).isoformat(),
}


def cases(work: Path) -> Iterator[Case]:
    file = ledgers.with_customers(work, CUSTOMERS, LINES)
    database = Database(file)
    with database.reading() as connection:

        def bare() -> None:
            connection.exec_driver_sql(BARE).fetchall()

        def ours() -> None:
            rank(connection)

        ours()
        told = rank(connection)
        yield Case("RFM and ABC / bare GROUP BY", SIZE, cpu(ours), cpu(bare), goal=1.5, rounds=9)
        for name, environment in (("SQL windows", False), ("pandas", False), ("polars", True)):
            with Rival("ranking", [name, file, json.dumps(SPANS)], apart=environment) as rival:
                if rival.there:
                    assert rival.ask() == told, (name, rival.ask(), told)
                yield Case(f"RFM and ABC / {name}", SIZE, ours, rival.seconds, goal=1.0, rounds=5)

        def all_facts() -> None:
            facts.compute(connection, DAY, RULES)

        yield Case("all facts / bare GROUP BY", SIZE, cpu(all_facts), cpu(bare), goal=6.0, rounds=7)
        table = facts.compute(connection, DAY, RULES)
        for scheme in SCHEMES:
            yield Case(
                f"{scheme} on ready facts / GROUP BY", SIZE, partial(label, table, scheme), bare, goal=0.6, rounds=3
            )
    yield from refreshing(database)
    database.close()


def rank(connection: Connection) -> dict[str, int]:
    """How many are in each segment and class."""
    table = buying.read(connection, DAY, RULES)
    found = rfm.classify(table, RULES, table), abc.classify(table, RULES, Population.in_facts(table, RULES))
    counted: dict[str, int] = {}
    for result in found:
        for place, class_id in enumerate(result.spec.class_ids):
            counted[f"{result.scheme}.{class_id}"] = int((result.codes == place).sum())
    return counted


def label(table: Any, scheme: str) -> None:
    segments.classify(table, RULES, (scheme,))


def refreshing(database: Database) -> Iterator[Case]:
    """What 100 new lines touch, beside everybody; each a transaction of its own, as commands are.

    One line each for customers from all over the list: who has a hundredth of all lines costs as much by himself.
    """
    step = CUSTOMERS // NEW_LINES
    touched = list(range(step // 2, CUSTOMERS, step))

    def refresh(whose: list[int] | None) -> None:
        with database.writing() as connection:
            facts.refresh(connection, DAY, RULES, whose)

    once, everybody = cpu(partial(refresh, touched)), cpu(partial(refresh, None))

    def some() -> float | None:
        """After another one: the first after everybody also gives back the memory of that, a quarter of its time."""
        refresh(touched)
        return once()

    some()
    yield Case("refresh after 100 lines / all", SIZE, some, everybody, goal=0.01, rounds=7)
