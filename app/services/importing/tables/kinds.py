"""What kind of table a sheet is, and why: orders, customers, payments, contacts, returned orders, none of these."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.services.importing.plans import Kind, SheetChoice, WantedKind
from app.services.importing.tables.columns import ColumnMap, Profile, map_columns
from app.services.importing.tables.fields import CONTACTS, CUSTOMERS, ORDERS, PAYMENTS, plain
from app.services.importing.values.traditional import simplified

_RETURNS = re.compile(r"退|return|refund", re.I)
_RETURNED_MONEY = re.compile(r"退货|退款|退单|退回|退换|红冲|冲红|\breturns?\b|\brefunds?\b|\bcredit notes?\b", re.I)
_NOT_ONLY = re.compile(
    r"[及和与、+＋/&]|含|包括|率|[未无不非]退|\b(?:and|incl|including|with|without|no|net of)\b", re.I
)
_NOT_CUSTOMERS = re.compile(
    r"销售人员|员工|职员|人员|业务员|供应商|产品|商品|库存|价格|staff|employee|supplier|vendor|product|shipper|seller",
    re.I,
)
_CUSTOMERS = re.compile(r"客户|顾客|会员|买家|往来单位|购货单位|customer|client|member|buyer", re.I)
_PAID = re.compile(r"回款|收款|到账|来款|汇款|核销|payment|receipt|received", re.I)
_TALKED = re.compile(r"跟进|沟通|拜访|联系|回访|走访|洽谈|follow|contact|visit|call", re.I)
_NO_MONEY = re.compile(
    r"序|号|码|编|电话|手机|年|龄|人数|员工|等级|评|分数|率|经度|纬度|面积|\b(?:id|no|age|rank|score)\b", re.I
)
_MOSTLY, _LONG = 0.8, 10  # share of numbers in a column of money; numbers as long as that are phones and codes
ORDER_ONLY = ("order_no", "amount")
_GOODS = ("product", "product_code", "quantity", "price", "net_price")
_LISTED = (
    "total", "first_day", "last_day", "tags", "strategy", "industry", "size", "wechat", "source", "level", "segment",
    "credit_days", "credit_limit", "est_demand",
)  # fmt: skip
LIST_ONLY = ("contact", "phone", "wechat", "industry", "size", "first_day", "last_day", "tags", "strategy", "log")


@dataclass(frozen=True)
class Verdict:
    """The kind of a sheet, the code of the reason, and its columns. `lacks` names what an order ledger would need."""

    kind: Kind
    why: str
    columns: ColumnMap
    lacks: tuple[str, ...] = ()
    returns: bool = False  # every amount in it went back, however it is written


def judge(
    name: str, titles: Sequence[str], profiles: Sequence[Profile], wanted: WantedKind, choice: SheetChoice
) -> Verdict:
    """By what a person said, else by which table the columns make up."""
    chosen: Kind | None = choice.kind
    if chosen is None and (wanted == "payments" or wanted == "contacts"):
        chosen = wanted
    if chosen == "payments" or chosen == "contacts":
        return _as_entries(chosen, map_columns(titles, profiles, chosen, choice.columns), choice)
    orders = map_columns(titles, profiles, ORDERS, choice.columns)
    people = map_columns(titles, profiles, CUSTOMERS, choice.columns)
    lacks = missing(orders)
    if choice.kind is not None:
        return _as_chosen(choice.kind, orders, people, lacks)
    if wanted == ORDERS:
        return _as_orders(name, titles, orders, lacks)
    if wanted == CUSTOMERS:
        return _as_customers(name, titles, people) or Verdict("ignored", "no_name", people, ("customer",))
    found = as_payments((name,), titles, profiles, orders, choice) or _as_contacts(
        name, titles, profiles, orders, people, choice
    )
    if found is not None:
        return found
    if not lacks and not _is_summary(orders, people, profiles):
        return Verdict("orders", "orders", orders)
    return _as_customers(name, titles, people, orders) or _as_orders(name, titles, orders, lacks)


def _as_entries(kind: Kind, columns: ColumnMap, choice: SheetChoice) -> Verdict:
    """Payments or contacts because somebody said so, unless the columns for it are not there."""
    lacks = entry_lacks(columns)
    if lacks:
        return Verdict("ignored", "lacks_" + "_".join(lacks), columns, lacks)
    return Verdict(kind, kind if choice.kind is None else "chosen", columns)


def entry_lacks(columns: ColumnMap) -> tuple[str, ...]:
    """What a table of payments or contacts cannot do without: whose, when, and how much or what."""
    wanted = {
        PAYMENTS: (
            ("customer", ("customer_code", "customer_name", "settles")),
            ("amount", ("paid", "amount")),
            ("date", ("paid_on", "date")),
        ),
        CONTACTS: (
            ("customer", ("customer_code", "customer_name")),
            ("text", ("contact_text",)),
            ("date", ("contact_day", "entry_day")),
        ),
    }
    return tuple(lack for lack, fields in wanted[columns.kind] if not columns.has(*fields))


def as_payments(
    names: Sequence[str],
    titles: Sequence[str],
    profiles: Sequence[Profile],
    orders: ColumnMap,
    choice: SheetChoice,
) -> Verdict | None:
    """Money that came in: by the name of the sheet or of the column, where nothing is sold beside it.

    Sales with columns of what was paid are an order ledger all the same.
    """
    if orders.has(*_GOODS):
        return None
    columns = map_columns(titles, profiles, PAYMENTS, choice.columns)
    if entry_lacks(columns):
        return None
    own = {columns.column("paid"), columns.column("paid_on")} - {None}
    told = _any(_PAID, (titles[index] for index in own if index is not None))
    sold = orders.column("amount") not in (None, columns.column("paid")) and orders.has("date")
    if _any(_PAID, names) or (told and columns.has("paid") and not sold):
        return Verdict("payments", "payments", columns)
    return None


def _as_contacts(
    name: str,
    titles: Sequence[str],
    profiles: Sequence[Profile],
    orders: ColumnMap,
    people: ColumnMap,
    choice: SheetChoice,
) -> Verdict | None:
    """Dated records, one a row; a list that says more of each customer than this stays a list."""
    if orders.has("amount", *_GOODS) or people.has(*_LISTED):
        return None
    columns = map_columns(titles, profiles, CONTACTS, choice.columns)
    if entry_lacks(columns):
        return None
    own = (columns.column("contact_day"), columns.column("contact_text"))
    said = [name, *(titles[index] for index in own if index is not None)]
    return Verdict("contacts", "contacts", columns) if _any(_TALKED, said) else None


def _as_chosen(kind: Kind, orders: ColumnMap, people: ColumnMap, lacks: tuple[str, ...]) -> Verdict:
    """What a person said, unless the columns for it are not there."""
    if kind == ORDERS and lacks:
        return Verdict("ignored", "lacks_" + "_".join(lacks), orders, lacks)
    if kind == CUSTOMERS and not people.has("customer_name", "customer_code"):
        return Verdict("ignored", "no_name", people, ("customer",))
    if kind == "returns" and not orders.has("order_no"):
        return Verdict("ignored", "no_header", orders)
    return Verdict(kind, "chosen", people if kind == CUSTOMERS else orders, lacks)


def missing(orders: ColumnMap) -> tuple[str, ...]:
    """What a table lacks to be an order ledger: customer, amount, date."""
    lacks = []
    if not orders.has("customer_code", "customer_name"):
        lacks.append("customer")
    if not (orders.has("amount") or (orders.has("quantity") and orders.has("price", "net_price"))):
        lacks.append("amount")
    if not orders.has("date"):
        lacks.append("date")
    return tuple(lacks)


def list_lacks(columns: ColumnMap) -> tuple[str, ...]:
    """What a list of customers lacks to tell what they bought; as sales lines, once one of their columns is named."""
    if columns.has("amount", "date", "quantity", "price"):
        return missing(columns)
    lacks = (("amount", ("total",)), ("date", ("first_day", "last_day")))
    return tuple(name for name, fields in lacks if not columns.has(*fields))


def like_sales(columns: ColumnMap, titles: Sequence[str], profiles: Sequence[Profile]) -> bool:
    """Whether a list has what only sales have, or numbers that may be money under a heading nobody knows."""
    if columns.has(*ORDER_ONLY, "date", *_GOODS):
        return True
    rest = (
        (title, profiles[index]) for index, title in enumerate(titles[: len(profiles)]) if index not in columns.fields
    )
    return any(_may_be_money(title, each) for title, each in rest)


def unnamed_sales(
    titles: Sequence[str], profiles: Sequence[Profile], people: ColumnMap, choice: SheetChoice
) -> ColumnMap | None:
    """The columns as those of sales, where a list says nothing of its customers but has days, and numbers unnamed."""
    orders = map_columns(titles, profiles, ORDERS, choice.columns)
    if people.has(*LIST_ONLY, *_LISTED) or not orders.has("date") or missing(orders) != ("amount",):
        return None
    known = {*orders.fields, *people.fields}
    rest = [index for index, title in enumerate(titles[: len(profiles)]) if title not in choice.columns]
    unnamed = any(_may_be_money(titles[index], profiles[index]) for index in rest if index not in known)
    return orders if unnamed else None


def _may_be_money(title: str, column: Profile) -> bool:
    return column.numbers >= _MOSTLY and len(column.sample) < _LONG and not _NO_MONEY.search(title)


def _is_summary(orders: ColumnMap, people: ColumnMap, profiles: Sequence[Profile]) -> bool:
    """One line a customer with a first or last date and a lifetime total is a customer list, not sales."""
    return people.has("last_day", "first_day", "tags", "log") and not orders.has("order_no", "product", "quantity")


def _as_orders(name: str, titles: Sequence[str], orders: ColumnMap, lacks: tuple[str, ...]) -> Verdict:
    if not lacks:
        return Verdict("orders", "orders", orders)
    if orders.has("order_no") and _speaks_of_returns(name, titles):
        return Verdict("returns", "returns", orders)
    return Verdict("ignored", "lacks_" + "_".join(lacks), orders, lacks)


def holds_returns(names: Sequence[str], titles: Sequence[str], columns: ColumnMap) -> bool:
    """Whether an order table says that all its amounts went back: by the name of the sheet, or of the amount."""
    if columns.has("line_type"):  # says so line by line
        return False
    amount = columns.column("amount")
    said = [*names, *([titles[amount]] if amount is not None else ())]
    return any(_RETURNED_MONEY.search(text) and not _NOT_ONLY.search(text) for text in map(simplified, said))


def _speaks_of_returns(name: str, titles: Sequence[str]) -> bool:
    return any(_RETURNS.search(simplified(text)) for text in (name, *titles))


def _as_customers(
    name: str, titles: Sequence[str], people: ColumnMap, orders: ColumnMap | None = None
) -> Verdict | None:
    """A list with names; not the heads of orders, whose amounts stand elsewhere, nor a list of staff or suppliers."""
    if not people.has("customer_name"):
        return None
    if orders is not None and orders.has("order_no"):
        return None
    if _NOT_CUSTOMERS.search(simplified(name)) or any(_NOT_CUSTOMERS.match(plain(title)) for title in titles):
        return None
    return Verdict("customers", "customers", people)


def speaks_of_customers(name: str, titles: Sequence[str], columns: ColumnMap) -> bool:
    """Whether a list says itself that it holds customers; beside an order ledger nothing less is believed."""
    heading = columns.column("customer_name")
    said = (name, titles[heading] if heading is not None else "")
    return _any(_CUSTOMERS, said) or columns.has(*LIST_ONLY)


def _any(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Whether a text says so, in traditional characters too."""
    return any(pattern.search(simplified(text)) for text in texts)
