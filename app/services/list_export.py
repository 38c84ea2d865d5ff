"""The customer list as a file: as it is shown, or in the twelve columns of a 客户管理清单."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from app.models.customer import contact, customer
from app.models.ledger import contact_log
from app.services import exporting
from app.services.classed import NOBODY, Classed
from app.services.customers.rows import CustomerRow, rows
from app.services.exporting import Column, FollowUpText, Kind, Row, TwelveRow
from app.services.progress import WorkContext
from app.services.schemes import class_label
from app.services.tag_words import group_label, tag_label
from app.texts import QT_TRANSLATE_NOOP, listed, translate

WINDOW = 500
SLOTS = ("价值", "需求", "行为")
_COLUMNS = (
    (QT_TRANSLATE_NOOP("List", "客户名称"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "客户编号"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "价值分级"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "近12个月(元)"), Kind.MONEY),
    (QT_TRANSLATE_NOOP("List", "累计(元)"), Kind.MONEY),
    (QT_TRANSLATE_NOOP("List", "首次合作"), Kind.DATE),
    (QT_TRANSLATE_NOOP("List", "最近合作"), Kind.DATE),
    (QT_TRANSLATE_NOOP("List", "未合作(天)"), Kind.WHOLE),
    (QT_TRANSLATE_NOOP("List", "流失预警"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "联系人"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "所属行业"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "地区"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "企业规模"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "负责人"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "当前状态"), Kind.TEXT),
    (QT_TRANSLATE_NOOP("List", "标签"), Kind.TEXT),
)


def write_list(
    connection: Connection,
    ids: Sequence[int],
    target: Path,
    title: str = "",
    work: WorkContext | None = None,
    classed: Classed = NOBODY,
) -> int:
    """The customers in their order with the columns of the list, and one for each scheme of `classed`.

    xlsx, or csv by the name. Returns how many.
    """
    columns = [Column(translate("List", word), kind) for word, kind in _COLUMNS]
    columns += [Column(scheme.label) for scheme in classed.schemes.values()]
    found = ((*_cells(row), *_classes(row, classed)) for row in _in_windows(connection, ids))
    return exporting.write_list(target, title or translate("List", "客户清单"), columns, found, work, len(ids))


def write_twelve(connection: Connection, ids: Sequence[int], target: Path, work: WorkContext | None = None) -> int:
    """The twelve columns, which read back to the same customers."""
    return exporting.write_twelve(target, _twelve_rows(connection, ids), work, len(ids))


def _in_windows(connection: Connection, ids: Sequence[int]) -> Iterator[CustomerRow]:
    for start in range(0, len(ids), WINDOW):
        part = list(ids[start : start + WINDOW])
        found = rows(connection, part)
        yield from (found[number] for number in part if number in found)


def _classes(row: CustomerRow, classed: Classed) -> Row:
    found = (classed.class_of(scheme, row.id) for scheme in classed.schemes)
    return tuple(None if spec is None else spec.label for spec in found)


def _cells(row: CustomerRow) -> Row:
    return (
        row.name,
        row.code,
        class_label("value", row.tier) if row.tier else None,
        row.net_sales,
        row.net_sales_life,
        row.first_order,
        row.last_order,
        row.recency_days,
        class_label("churn", row.risk_status) if row.risk_status else None,
        row.contact,
        row.industry,
        row.region,
        row.size,
        row.owner,
        row.status,
        listed(f"{group_label(tag.group)}-{tag_label(tag.group, tag.name)}" for tag in row.tags),
    )


def _twelve_rows(connection: Connection, ids: Sequence[int]) -> Iterator[TwelveRow]:
    notes = connection.execute(select(customer.c.id, customer.c.strategy_note))
    strategies = {row.id: row.strategy_note for row in notes}
    logs, people = _logs(connection), _contacts(connection)
    for row in _in_windows(connection, ids):
        tags = tuple(tuple(tag.name for tag in row.tags if tag.group == slot) for slot in SLOTS)
        value = tags[0] or ((class_label("value", row.tier),) if row.tier else ())
        yield TwelveRow(
            name=row.name,
            contact=people.get(row.id),
            industry=row.industry,
            size=row.size,
            first_day=row.first_order,
            total=row.net_sales_life,
            last_day=row.last_order,
            tags=(value, tags[1], tags[2]),
            strategy=strategies.get(row.id),
            follow_ups=tuple(logs.get(row.id, ())),
            state=row.status,
            owner=row.owner,
        )


def _logs(connection: Connection) -> dict[int, list[FollowUpText]]:
    found: dict[int, list[FollowUpText]] = defaultdict(list)
    log = contact_log.c
    query = select(log.customer_id, log.day, log.text, log.feedback).order_by(log.customer_id, log.day, log.id)
    for number, day, text, feedback in connection.execute(query):
        found[number].append(FollowUpText(day.isoformat(), text, feedback or ""))
    return found


def _contacts(connection: Connection) -> dict[int, str]:
    found: dict[int, list[str]] = defaultdict(list)
    query = select(contact.c.customer_id, contact.c.name, contact.c.phone, contact.c.wechat).order_by(contact.c.id)
    for number, *called in connection.execute(query):  # by his name, else by how to reach him
        found[number] += list(filter(None, called))[:1]
    return {number: "、".join(names) for number, names in found.items()}
