"""What is odd about the ledger as a whole: days to come, negative totals, nobody's lines, costs nobody entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.models.ledger import counted
from app.services.arrays import known
from app.services.facts import FactTable
from app.services.fields import CONTRADICTIONS
from app.services.figures import money_cell
from app.services.reasons import word
from app.texts import QT_TRANSLATE_NOOP, fill, listed, translate


@dataclass(frozen=True)
class Finding:
    """One remark in a sentence; `customers` are whom it is about, `title` says who they are."""

    key: str
    sentence: str
    title: str = ""
    customers: tuple[int, ...] = ()


SENTENCES = {
    "future": QT_TRANSLATE_NOOP(
        "Checks", "{0} 笔订单的日期在 {1} 之后（最晚 {2}），共 {3}，到那天才算进合计。年份写错了就改原表重新导入。"
    ),
    "future_contacts": QT_TRANSLATE_NOOP("Checks", "{0} 条跟进的日期在 {1} 之后，到那天才算。"),
    "future_payments": QT_TRANSLATE_NOOP("Checks", "{0} 笔回款的日期在 {1} 之后，到那天才算。"),
    "no_day": QT_TRANSLATE_NOOP("Checks", "{0} 笔订单没有日期，共 {1}，只在导入合计里，不算进任何客户。"),
    "unassigned": QT_TRANSLATE_NOOP("Checks", "{0} 笔订单没有客户，共 {1}，只算在总计里。"),
    "negative": QT_TRANSLATE_NOOP("Checks", "{0} 位客户近 {1} 个月的净销售额是负的，合计 {2}，退货比买的多。"),
    "contradictory": QT_TRANSLATE_NOOP("Checks", "{0} 位客户的资料自相矛盾：{1}。"),
    "no_cost": QT_TRANSLATE_NOOP("Checks", "整本台账没有成本，算不出毛利；二八和累计贡献先按净销售额排。"),
    "few_costs": QT_TRANSLATE_NOOP("Checks", "{0} 位成交客户里只有 {1} 位成本够全，其余的毛利不算。"),
    "no_payments": QT_TRANSLATE_NOOP("Checks", "整本台账没有回款记录，应收、逾期和回款灯都不算。"),
    "whole": QT_TRANSLATE_NOOP("Checks", "整本台账都没有：{0}。要用到它们的分级先空着。"),
}
_TITLES = {
    "future": QT_TRANSLATE_NOOP("Checks", "有日期在以后的订单"),
    "negative": QT_TRANSLATE_NOOP("Checks", "净销售额是负的"),
    "few_costs": QT_TRANSLATE_NOOP("Checks", "成本不全"),
}


def findings(connection: Connection, facts: FactTable, whole: Sequence[str], now: date) -> tuple[Finding, ...]:
    """All remarks; `whole` are the words of the fields that nobody has. What lies after `now` lies in the future."""
    found = [*to_come(connection, now), *_nobodys(connection), *_negative(facts), *_contradictory(facts)]
    found += _costs(facts)
    if not facts.has_payments and len(facts):
        found.append(_finding("no_payments"))
    if whole:
        found.append(_finding("whole", listed(whole)))
    return tuple(found)


def to_come(connection: Connection, now: date) -> list[Finding]:
    """Rows that do not count yet."""
    day = now.isoformat()
    sql = f"SELECT COUNT(*), MAX(day), SUM(amount) FROM order_line WHERE day > ? AND {counted('order_line')}"
    number, last, money = connection.exec_driver_sql(sql, (day,)).one()
    found = []
    if number:
        whose = "SELECT DISTINCT customer_id FROM order_line WHERE day > ? AND customer_id IS NOT NULL ORDER BY 1"
        ids = tuple(connection.exec_driver_sql(whose, (day,)).scalars())
        found.append(_finding("future", f"{number:,}", day, last, money_cell(money, "yuan"), customers=ids))
    for table, key in (("contact_log", "future_contacts"), ("payment", "future_payments")):
        count = connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table} WHERE day > ?", (day,)).scalar()
        if count:
            found.append(_finding(key, f"{count:,}", day))
    return found


def _nobodys(connection: Connection) -> list[Finding]:
    found = []
    for key, condition in (("no_day", "day IS NULL"), ("unassigned", "customer_id IS NULL AND day IS NOT NULL")):
        sql = f"SELECT COUNT(*), SUM(amount) FROM order_line WHERE {condition} AND {counted('order_line')}"
        number, money = connection.exec_driver_sql(sql).one()
        if number:
            found.append(_finding(key, f"{number:,}", money_cell(money, "yuan")))
    return found


def _negative(facts: FactTable) -> list[Finding]:
    which = facts.net_sales < 0
    if not which.any():
        return []
    months = round((facts.window.end - facts.window.start).days / 30.4375)
    ids = tuple(facts.customer_id[which].tolist())
    return [
        _finding("negative", len(ids), months, money_cell(int(facts.net_sales[which].sum()), "yuan"), customers=ids)
    ]


def _contradictory(facts: FactTable) -> list[Finding]:
    found = []
    for mark in CONTRADICTIONS:
        ids = tuple(facts.customer_id[facts.has(mark)].tolist())
        if ids:
            sentence = fill(translate("Checks", SENTENCES["contradictory"]), len(ids), word(mark))
            found.append(Finding(mark, sentence, word(mark), ids))
    return found


def _costs(facts: FactTable) -> list[Finding]:
    """Whether the cost of goods is known, of those who bought in the window."""
    buyers = facts.purchase_days > 0
    lacking = buyers & ~known(facts.gross_profit)
    if not lacking.any():
        return []
    costed = ~np.isnan(facts.cost_coverage) & (facts.cost_coverage > 0)
    if not (buyers & costed).any():
        return [_finding("no_cost")]
    ids = tuple(facts.customer_id[lacking].tolist())
    number = int(buyers.sum())
    return [_finding("few_costs", f"{number:,}", f"{number - len(ids):,}", customers=ids)]


def _finding(key: str, *values: object, customers: tuple[int, ...] = ()) -> Finding:
    title = translate("Checks", _TITLES[key]) if key in _TITLES else ""
    return Finding(key, fill(translate("Checks", SENTENCES[key]), *values), title, customers)
