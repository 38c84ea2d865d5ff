"""What an import changes of what is known already, cell by cell: old beside new, and what an edit by hand keeps."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from app.models.base import from_units
from app.services.importing.ledger import modes
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.revisions import Revision
from app.services.importing.rows.listcells import SINGLE
from app.services.importing.rows.staging import LineBlock, Staged
from app.services.importing.tables.fields import FIELDS
from app.texts import QT_TRANSLATE_NOOP, listed, translate

MOST = 100_000
"""Changes a plan lists; beyond that they are only counted."""
_MONEY = frozenset(("price", "discount", "amount", "cost", "total", "credit_limit", "est_annual_demand", "quantity"))
_LINE = ("order_no", "day", "product", "quantity", "price", "discount", "amount", "cost", "status_text", "channel",
         "place", "due")  # fmt: skip
_FIELD_OF = {
    "day": "date", "size_band": "size", "status": "state", "strategy_note": "strategy", "discount": "discount_amount",
    "est_annual_demand": "est_demand", "avg_cycle_days": "avg_cycle", "kind": "customer_kind",
    "status_text": "status",
}  # fmt: skip
_CUSTOMER = QT_TRANSLATE_NOOP("ImportChanges", "客户")


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: whose, which field, what is known and what the file says, and whether an edit by hand is kept."""

    file: str
    sheet: str
    row: int
    customer: str
    field: str
    old: str
    new: str
    kept: bool = False


def of_customers(found: Iterable[Revision], staged: Staged) -> Iterator[Change]:
    """What customer lists change, and what they would change were it not edited by hand since."""
    for each in found:
        for field, value in each.values.items():
            if each.before[field] != value:
                yield _of(each, staged, field, each.before[field], value)
        for field in each.kept:
            yield _of(each, staged, field, each.before[field], each.row.values[field], kept=True)
        for field, old, new in each.facts:
            yield _of(each, staged, field, old, new)


def of_additions(connection: Connection, found: Sequence[Revision], staged: Staged) -> Iterator[Change]:
    """The tags and people that customer lists add to customers who are known."""
    wanted = [each for each in found if each.row.tags or each.row.contacts]
    if not wanted:
        return
    numbers = (json.dumps([each.customer for each in wanted]),)
    there: dict[tuple[int, str], list[str]] = {}
    for number, what, name in chain(*(connection.exec_driver_sql(sql, numbers) for sql in (_TAGS, _PEOPLE))):
        there.setdefault((number, what), []).append(name)
    by_hand = set(map(tuple, connection.exec_driver_sql(_TAGS_BY_HAND, numbers)))
    how = [modes.of_list(sheet) for sheet in staged.sheets]
    for each in wanted:
        for what, name, new in _additions(each):
            old = there.get((each.customer, what), [])
            single = what in SINGLE and what != "contact"
            fresh = [one for one in new if one not in old]
            kept = single and (each.customer, what) in by_hand
            if fresh and not kept and modes.adds(how[each.row.sheet].get(name, ""), known=True, has=bool(old)):
                yield _of(each, staged, what, listed(old), listed(fresh[:1] if single else [*old, *fresh]))


def _additions(revision: Revision) -> Iterator[tuple[str, str, list[str]]]:
    """Group of tags or "contact", the field that brings them, and their names."""
    groups: dict[str, list[str]] = {}
    for group, name in revision.row.tags:
        groups.setdefault(group, []).append(name)
    yield from ((group, modes.tag_field(group), names) for group, names in groups.items())
    if revision.row.contacts:
        told = (one["name"] or one["phone"] or one["wechat"] for one in revision.row.contacts)
        yield "contact", "contact", [str(each) for each in told if each]


_THESE = "(SELECT value FROM json_each(?))"
_TAGS = (
    "SELECT ct.customer_id, g.name, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
    f" JOIN tag_group g ON g.id = t.group_id WHERE ct.customer_id IN {_THESE} ORDER BY ct.id"
)
_TAGS_BY_HAND = (
    "SELECT ct.customer_id, g.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
    f" JOIN tag_group g ON g.id = t.group_id WHERE ct.customer_id IN {_THESE} AND ct.set_by <> 'import'"
)
_PEOPLE = (
    "SELECT customer_id, 'contact', COALESCE(NULLIF(name, ''), phone, wechat) AS called"
    f" FROM contact WHERE called IS NOT NULL AND customer_id IN {_THESE} ORDER BY id"
)


def contested(revision: Revision, staged: Staged) -> Iterator[Change]:
    """Where an edit by hand and the file disagree on one customer."""
    for field in revision.contested:
        yield _of(revision, staged, field, revision.before[field], revision.row.values[field])


def _of(revision: Revision, staged: Staged, field: str, old: Any, new: Any, *, kept: bool = False) -> Change:
    row = revision.row
    return _change(staged, (row.sheet, row.row), staged.customers[row.customer].name, field, old, new, kept)


def of_lines(connection: Connection, staged: Staged, made: Outcomes) -> Iterator[Change]:
    """What order lines that come again with other values change."""
    for block, outcome in zip(staged.lines, made.lines, strict=True):
        if not outcome.updated:
            continue
        known = _known_lines(connection, list(outcome.updated.values()))
        how = modes.of_lines(staged.sheets[block.sheet])
        for place, number in outcome.updated.items():
            old, who = known[number]
            here = block.customers[place]
            name = staged.customers[here].name if here >= 0 else ""
            where = block.sheet, block.rows[place]
            if name != who:
                yield _change(staged, where, name, "", who, name, False)
            new = _line(block, staged, place)
            for field, before, said in zip(_LINE, old, new, strict=True):
                after = modes.met(how.get("product_id" if field == "product" else field, ""), before, said)
                if before != after:
                    yield _change(staged, where, name, field, before, after, False)


def _known_lines(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[tuple[Any, ...], str]]:
    columns = ", ".join(f"l.{name}" if name != "product" else "COALESCE(p.name, p.code)" for name in _LINE)
    sql = (
        f"SELECT l.id, c.name, {columns} FROM order_line l LEFT JOIN product p ON p.id = l.product_id"
        " LEFT JOIN customer c ON c.id = l.customer_id WHERE l.id IN (SELECT value FROM json_each(?))"
    )
    rows = connection.exec_driver_sql(sql, (json.dumps(numbers),))
    return {number: (tuple(values), who or "") for number, who, *values in rows}


def _line(block: LineBlock, staged: Staged, place: int) -> tuple[Any, ...]:
    product = staged.products[block.products[place]][1] if block.products[place] >= 0 else None
    return (
        block.order_nos[place], block.days[place], product, block.quantities[place], block.prices[place],
        block.discounts[place], block.amounts[place], block.costs[place], block.status_texts[place],
        block.channels[place], block.places[place], block.dues[place],
    )  # fmt: skip


def _change(
    staged: Staged, where: tuple[int, int], customer: str, field: str, old: Any, new: Any, kept: bool
) -> Change:
    sheet = staged.sheets[where[0]]
    file = staged.files[sheet.file].path.name
    return Change(file, sheet.name, where[1], customer, _title(field), _text(field, old), _text(field, new), kept)


def _title(field: str) -> str:
    if not field:
        return translate("ImportChanges", _CUSTOMER)
    name = _FIELD_OF.get(field, field)
    return FIELDS[name].text() if name in FIELDS else field


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field in _MONEY:
        return format(from_units(value).normalize(), ",f")
    return format(value, "g") if isinstance(value, float) else str(value)
