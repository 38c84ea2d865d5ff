"""The fingerprint of what a review stands on, by which one sees later whether the ledger is still the same.

Later months are no change: only rows up to the day of the review count. Of lines, payments and contacts those of all
customers do, for a scope may take in others once they have some; of the rest only those of customers who are in it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from app.models.glance import driver_of
from app.models.review import review
from app.texts import QT_TRANSLATE_NOOP, translate

CHUNK = 2_000
LENGTH = 16
PARTS = {
    "lines": QT_TRANSLATE_NOOP("Fingerprint", "订单明细"),
    "payments": QT_TRANSLATE_NOOP("Fingerprint", "回款"),
    "contacts": QT_TRANSLATE_NOOP("Fingerprint", "跟进记录"),
    "customers": QT_TRANSLATE_NOOP("Fingerprint", "客户资料"),
    "tags": QT_TRANSLATE_NOOP("Fingerprint", "标签"),
    "records": QT_TRANSLATE_NOOP("Fingerprint", "投诉、满意度、商机和费用"),
}
_IN_REVIEW = "customer_id IN (SELECT customer_id FROM review_customer WHERE review_id = :review)"
_QUERIES: Mapping[str, tuple[str, ...]] = {
    "lines": (
        "SELECT customer_id, order_no, day, product_id, quantity, price, discount, amount, cost, kind, status, returned"
        " FROM order_line WHERE day <= :day ORDER BY id",
    ),
    "payments": ("SELECT customer_id, day, amount, order_no, kind FROM payment WHERE day <= :day ORDER BY id",),
    "contacts": (
        "SELECT customer_id, day, channel, text, feedback, two_way, response_hours"
        " FROM contact_log WHERE day <= :day ORDER BY id",
    ),
    "customers": (
        "SELECT c.id, c.code, c.name, p.name, c.industry, c.region, c.size_band, c.source, c.status, c.credit_days,"
        " c.credit_limit, c.est_annual_demand, c.growth_manual, c.deleted_at, c.merged_into"
        " FROM customer c LEFT JOIN person p ON p.id = c.owner_id"
        " WHERE c.id IN (SELECT customer_id FROM review_customer WHERE review_id = :review) ORDER BY c.id",
        "SELECT customer_id, first_day, last_day, total, avg_cycle_days FROM summary_fact"
        f" WHERE current AND {_IN_REVIEW} ORDER BY id",
        f"SELECT customer_id, field, value FROM profile_answer WHERE {_IN_REVIEW} ORDER BY id",
    ),
    "tags": (
        "SELECT t.customer_id, g.name, v.name FROM customer_tag t JOIN tag v ON v.id = t.tag_id"
        f" JOIN tag_group g ON g.id = v.group_id WHERE t.set_by <> 'rule' AND t.{_IN_REVIEW}"
        " ORDER BY t.customer_id, g.name, v.name",
    ),
    "records": (
        f"SELECT customer_id, opened_on, closed_on FROM complaint WHERE opened_on <= :day AND {_IN_REVIEW} ORDER BY id",
        "SELECT customer_id, answered_on, subject, score, nps FROM survey"
        f" WHERE answered_on <= :day AND {_IN_REVIEW} ORDER BY id",
        "SELECT customer_id, opened_on, closed_on, stage, amount, quoted_on FROM opportunity"
        f" WHERE opened_on <= :day AND {_IN_REVIEW} ORDER BY id",
        f"SELECT customer_id, spent_on, kind, amount FROM customer_cost"
        f" WHERE spent_on <= :day AND {_IN_REVIEW} ORDER BY id",
        f"SELECT customer_id, referred_id, referred_on FROM referral WHERE {_IN_REVIEW} ORDER BY id",
    ),
}


def parts(connection: Connection, review_id: int, day: date) -> dict[str, str]:
    """A digest of each kind of record as it is now."""
    return {key: _digest(_rows(connection, key, review_id, day)) for key in PARTS}


def whole(found: Mapping[str, str]) -> str:
    """One digest over all parts, as it is printed."""
    return hashlib.sha256(json.dumps(dict(found), sort_keys=True).encode()).hexdigest()[:LENGTH]


def changed(connection: Connection, review_id: int) -> tuple[str, ...] | None:
    """Which kinds of records differ from those a finished review was signed on; None where none were kept."""
    row = connection.execute(select(review.c.as_of, review.c.parts).where(review.c.id == review_id)).first()
    if row is None or not row.parts:
        return None
    then, now = json.loads(row.parts), parts(connection, review_id, row.as_of)
    return tuple(key for key in PARTS if then.get(key) != now[key])


def part_name(key: str) -> str:
    return translate("Fingerprint", PARTS[key])


def _rows(connection: Connection, key: str, review_id: int, day: date) -> Iterator[bytes]:
    given = {"review": review_id, "day": day.isoformat()}
    for query in _QUERIES[key]:
        result = driver_of(connection).execute(query, given)
        while found := result.fetchmany(CHUNK):
            yield repr(found).encode()
        yield b";"


def _digest(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()[:LENGTH]
