"""Facts and classes as of a day in the past, in the form of customer_fact, of those whom the ledger knew by then."""

from datetime import date

from sqlalchemy import Connection

from app.models.past import DATED
from app.services.facts.compute import compute
from app.services.facts.store import COLUMNS, Tiers, stored_columns
from app.services.facts.table import BASES, FactTable
from app.services.past_tiers import tiers_held
from app.services.progress import WorkContext
from app.services.segments import classify
from app.services.settings import MethodSettings
from app.texts import translate

STEPS = 3
_ABOUT_CUSTOMERS = [table for table in DATED if table not in ("review", "summary_fact")]

Rows = tuple[tuple[str, ...], list[tuple[object, ...]]]


def rows(connection: Connection, day: date, settings: MethodSettings, work: WorkContext) -> Rows:
    """Columns and rows; computed by the present rules, shown with the tiers that the last review before left."""
    step = translate("Past", "按那一天重新计算")
    work.tick(step, 0, STEPS)
    table = compute(connection, day, settings)
    work.tick(step, 1, STEPS)
    labels = classify(table, settings, previous=tiers_held(connection, day, settings))
    work.tick(step, 2, STEPS)
    everybody = zip(*stored_columns(labels, Tiers.then(connection, day)).values(), strict=True)
    known = those_known(connection, day, table)
    work.tick(step, 3, STEPS)
    place = COLUMNS.index("customer_id")
    return COLUMNS, [row for row in everybody if row[place] in known]


def those_known(connection: Connection, day: date, table: FactTable) -> set[int]:
    """Who was entered by that day, or of whom a row tells of that day or one before; `table` are the facts of then."""
    end = f"{day.isoformat()}T23:59:59"
    told = [f"SELECT customer_id FROM {table} WHERE {DATED[table]} <= :end" for table in _ABOUT_CUSTOMERS]
    told += ["SELECT id FROM customer WHERE created_at <= :end", "SELECT customer_id FROM order_line WHERE day <= :end"]
    found = {row[0] for row in connection.exec_driver_sql(" UNION ".join(told), {"end": end})}
    return found | set(table.customer_id[table.basis != BASES.index("none")].tolist())
