"""属性视图: customers by what they are, one class per value of an attribute (methods.md B.12)."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import id_list
from app.models.ledger import counted
from app.services.arrays import UNRATED
from app.services.facts.table import FactTable
from app.services.schemes import VIEWS, ClassSpec, Reason, Scheme
from app.services.schemes.base import Result
from app.services.settings import MethodSettings

ID = "attribute"
REASONS = ("attribute.value", "attribute.unknown")
_COLUMNS = {"industry": "industry", "region": "region", "size": "size_band", "source": "source"}
_SLOTS = ("gold", "blue", "teal", "violet", "green", "orange", "slate")
_MAIN_CATEGORY = (
    "SELECT l.customer_id, c.name, SUM(l.amount), MAX(l.day) FROM order_line l JOIN product p ON p.id = l.product_id"
    f" JOIN category c ON c.id = p.category_id WHERE {counted('l')} AND NOT l.returned AND l.day BETWEEN ? AND ?"
    " AND l.customer_id {whose} GROUP BY 1, 2"
)
_SCENE = (
    "SELECT ct.customer_id, MIN(t.name) FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
    " JOIN tag_group g ON g.id = t.group_id WHERE g.name = '使用场景' GROUP BY 1"
)


def values(connection: Connection, facts: FactTable, key: str) -> dict[int, str]:
    """What is known of each customer; the main category is that of the largest net sales in the window."""
    if key == "category":
        return main_categories(connection, facts.window.start, facts.window.end)
    if key == "scene":
        answered = "SELECT customer_id, value FROM profile_answer WHERE field = 'scene'"
        rows = [*connection.exec_driver_sql(_SCENE), *connection.exec_driver_sql(answered)]
        return {number: value for number, value in rows if value}
    column = _COLUMNS[key]
    sql = f"SELECT id, {column} FROM customer WHERE {column} IS NOT NULL AND {column} <> ''"
    return {row[0]: row[1] for row in connection.exec_driver_sql(sql)}


def main_categories(connection: Connection, start: date, end: date, ids: Sequence[int] | None = None) -> dict[int, str]:
    """The category a customer bought most of between two days; of equal ones the more recent. Of all, or of some."""
    sql = _MAIN_CATEGORY.format(whose="IS NOT NULL" if ids is None else f"IN ({id_list(ids)})")
    best: dict[int, tuple[int, str, str]] = {}
    for number, name, money, last in connection.exec_driver_sql(sql, (start.isoformat(), end.isoformat())):
        here = (money, last, name)
        if money > 0 and here > best.get(number, (0, "", "")):
            best[number] = here
    return {number: name for number, (_money, _last, name) in best.items()}


def view(connection: Connection, facts: FactTable, key: str) -> Result:
    """Customers by one attribute, the values in order of their net sales; who has none is unrated."""
    told = values(connection, facts, key)
    words = [told.get(number) for number in facts.customer_id.tolist()]
    sales: dict[str, int] = {}
    for word, money in zip(words, facts.net_sales.tolist(), strict=True):
        if word is not None:
            sales[word] = sales.get(word, 0) + money
    ordered = sorted(sales, key=lambda word: (-sales[word], word))
    places = {word: place for place, word in enumerate(ordered)}
    codes = np.array([UNRATED if word is None else places[word] for word in words], dtype=np.int32)
    reasons = (codes == UNRATED).astype(np.int8)
    return Result(f"{ID}:{key}", codes, reasons, REASONS, context=key, own=_scheme(key, ordered))


def _scheme(key: str, words: Sequence[str]) -> Scheme:
    classes = tuple(ClassSpec(word, word, _SLOTS[place % len(_SLOTS)]) for place, word in enumerate(words))
    return Scheme(f"{ID}:{key}", VIEWS[key], classes)


def explain(result: Result, _facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    return Reason(result.reason_code(row), {"view": result.context, "value": result.class_id(row)})
