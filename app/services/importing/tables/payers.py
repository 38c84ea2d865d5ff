"""Whose money a column of payments holds: never that of the line's customer where it names a customer of its own."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from app.services.importing.sheets import Cell
from app.services.importing.tables.columns import ColumnMap
from app.services.importing.tables.fields import ORDERS, plain
from app.services.importing.values.cells import shown

_OWN = re.compile(r"(?:回款|收款|到账|付款|来款|汇款)客户(?:名称)?|回款(?:单位|方)")
_PAYER = re.compile(r"(?:付款|来款|汇款)(?:单位|方|人|公司)(?:名称)?")
_MONEY = ("paid", "paid_on")


def telling(columns: ColumnMap, titles: Sequence[str]) -> tuple[int, ...]:
    """The columns that say who pays, the customer's first; none where no payment depends on them."""
    customer = columns.column("customer_name")
    if columns.kind != ORDERS or customer is None or not columns.has(*_MONEY):
        return ()
    payers = [
        place
        for place, title in enumerate(titles)
        if place not in columns.fields and any(each.fullmatch(plain(title)) for each in (_OWN, _PAYER))
    ]
    return (customer, *payers) if payers else ()


def without_others(
    columns: ColumnMap,
    titles: Sequence[str],
    cells: Sequence[Sequence[Cell]] | Mapping[int, Sequence[Cell]],
    said: Collection[str],
) -> ColumnMap:
    """The columns of an order ledger without payments of somebody else; what a person named stays."""
    customer, *payers = telling(columns, titles) or (None,)
    if customer is None or not any(_others(titles[place], cells[place], cells[customer]) for place in payers):
        return columns
    left = {place for place, name in columns.fields.items() if name in _MONEY and titles[place] not in said}
    fields = {place: name for place, name in columns.fields.items() if place not in left}
    return replace(columns, fields=fields, of_others=frozenset(left))


def _others(title: str, payers: Sequence[Cell], customers: Sequence[Cell]) -> bool:
    """Whether somebody else than the customer of the line pays; for a mere payer, another customer of the table."""
    own = _OWN.fullmatch(plain(title)) is not None
    names = [shown(cell).strip() for cell in customers]
    known = set(names)
    pairs = zip((shown(cell).strip() for cell in payers), names, strict=False)
    return any(payer and payer != name and (own or payer in known) for payer, name in pairs)
