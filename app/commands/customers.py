"""Commands that list and export customers."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from app.commands import Outcome, opened
from app.services import customers, filters
from app.services.classed import NOBODY, Classed, any_own, needed, work_out
from app.services.customers import CustomerRow
from app.services.fields import CLASS, class_scheme
from app.services.figures import format_days, format_units, yuan_text
from app.services.filters import CustomerFilter
from app.services.progress import WorkContext
from app.services.schemes import class_label
from app.texts import fill, translate


def listing(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        ids, classed = _wanted(connection, args, context.today())
        shown = list(ids[: args.limit])
        rows = customers.rows(connection, shown)
    found = [rows[number] for number in shown]
    document = {"count": len(ids), "customers": [_document(row) | _classes(row, classed) for row in found]}
    words = translate("Cli", "{0}　{1}　近 12 个月 {2} 元　未合作 {3} 天　负责人 {4}")
    lines = [
        fill(
            words,
            row.name,
            class_label("value", row.tier),
            format_units(row.net_sales),
            format_days(row.recency_days),
            row.owner or "—",
        )
        for row in found
    ]
    return Outcome(document, [*lines, fill(translate("Cli", "共 {0} 位客户。"), len(ids))])


def export(args: Namespace, work: WorkContext) -> Outcome:
    """The list as it stands, or the twelve columns of a 客户管理清单."""
    from app.services import list_export

    with opened(args.ledger) as context, context.reading() as connection:
        ids, classed = _wanted(connection, args, context.today())
        if args.layout == "customers":
            count = list_export.write_twelve(connection, ids, args.out, work)
        else:
            count = list_export.write_list(connection, ids, args.out, work=work, classed=classed)
    document = {"file": str(args.out), "rows": count}
    return Outcome(document, [fill(translate("Cli", "已导出 {0} 位客户到：{1}"), count, args.out)])


def _wanted(connection: Connection, args: Namespace, today: date) -> tuple[Sequence[int], Classed]:
    """The customers asked for, and the classes of the schemes that users made or the filter names."""
    wanted, sort = _filter(args), _sort(args)
    asked = needed(wanted, (level.key for level in sort))
    classed = work_out(connection, today, asked) if asked or any_own(connection) else NOBODY
    order = [
        replace(each, key=f"{CLASS}{classed.named(class_scheme(each.key)).id}") if class_scheme(each.key) else each
        for each in sort
    ]
    return customers.ids(connection, classed.resolved(wanted), order, classed), classed


def _classes(row: CustomerRow, classed: Classed) -> dict[str, object]:
    """Each class by its scheme, where there are any beyond those every row has."""
    found = {key: classed.class_of(key, row.id) for key in classed.schemes}
    return {"classes": {key: None if spec is None else spec.id for key, spec in found.items()}} if found else {}


def _filter(args: Namespace) -> CustomerFilter:
    wanted = filters.parse(args.filter)
    tags = tuple(filters.parse_tag(text) for text in args.tag)
    return replace(wanted, tags=(*wanted.tags, *tags), search=args.search or wanted.search)


def _sort(args: Namespace) -> customers.Sort:
    return customers.parse_sort(args.sort) if args.sort else customers.DEFAULT_SORT


def _document(row: CustomerRow) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "tier": row.tier,
        "tier_basis": row.tier_basis,
        "proposed": row.proposed,
        "net_sales": yuan_text(row.net_sales),
        "net_sales_life": yuan_text(row.net_sales_life),
        "recency_days": row.recency_days,
        "churn_status": row.churn_status,
        "risk_status": row.risk_status,
        "owner": row.owner,
        "industry": row.industry,
        "region": row.region,
        "status": row.status,
        "tags": [f"{tag.group}-{tag.name}" for tag in row.tags],
    }
