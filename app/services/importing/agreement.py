"""How each table stands beside its own total rows, in words: the card, the steps and the command line say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.services.figures import format_money, format_number
from app.services.importing.plans import ImportPlan, SheetPlan, TableSum, TotalCheck
from app.services.importing.tables.fields import unit_of
from app.services.importing.values.units import unit_name
from app.texts import QT_TRANSLATE_NOOP, clauses, fill, listed, named, translate

_LESS_MONEY = QT_TRANSLATE_NOOP(
    "ImportTotals", "比工作表「{sheet}」的「{label}」（第 {row} 行）少 {amount} 元，差在第 {first} 到 {last} 行"
)
_MORE_MONEY = QT_TRANSLATE_NOOP(
    "ImportTotals", "比工作表「{sheet}」的「{label}」（第 {row} 行）多 {amount} 元，差在第 {first} 到 {last} 行"
)
_LESS = QT_TRANSLATE_NOOP(
    "ImportTotals",
    "比工作表「{sheet}」的「{label}」（第 {row} 行「{column}」）少 {amount}，差在第 {first} 到 {last} 行",
)
_MORE = QT_TRANSLATE_NOOP(
    "ImportTotals",
    "比工作表「{sheet}」的「{label}」（第 {row} 行「{column}」）多 {amount}，差在第 {first} 到 {last} 行",
)
Kind = Literal["ok", "warn", "info"]
_AGREE: tuple[Kind, ...] = ("ok", "info")


@dataclass(frozen=True)
class Agreement:
    """One table: its sum, and what its total rows say to it. "ok" only where something was compared and agrees."""

    table: str  # its name in ImportPlan.tables; "" for several together
    kind: Kind
    sum: str  # "" without a column of amounts
    detail: str

    @property
    def text(self) -> str:
        """Both in one line."""
        return _one_after_another(self.sum, self.detail)


def agreements(plan: ImportPlan) -> tuple[Agreement, ...]:
    """Every table that is taken, in the order of the files."""
    return tuple(_agreements(plan))


def _agreements(plan: ImportPlan) -> Iterator[Agreement]:
    for table, sheet in plan.tables:
        kind, detail = _compared(sheet)
        yield Agreement(table, kind, _sum(sheet), detail)


def lines(plan: ImportPlan) -> tuple[tuple[Kind, str], ...]:
    """One sentence a table, named where there are several."""
    return tuple((each.kind, _of_table(plan, each.table, each.text)) for each in agreements(plan))


def gathered(plan: ImportPlan, most: int) -> tuple[Agreement, ...]:
    """In few lines: beyond `most` tables only those that differ stand for themselves, the others together."""
    every = agreements(plan)
    if len(every) <= most:
        return every
    groups = (_together(kind, [each for each in every if each.kind == kind]) for kind in _AGREE)
    return (*(each for each in every if each.kind == "warn"), *(each for each in groups if each is not None))


def _together(kind: Kind, members: Sequence[Agreement]) -> Agreement | None:
    if len(members) < 2:
        return next(iter(members), None)
    words = translate("ImportTotals", "{0} 张表没有可以对账的合计行，请核对我们算的合计")
    if kind == "ok":
        words = translate("ImportTotals", "{0} 张表与各自的「合计」行一致，差 0.00 元")
    return Agreement("", kind, fill(words, len(members)), listed(each.table for each in members))


def brief(plan: ImportPlan, most: int) -> tuple[tuple[Kind, str], ...]:
    """The same as lines under a page that has more to show: the sum of all sales, then as few as possible."""
    found = gathered(plan, most)
    told = [(each.kind, _of_table(plan, each.table, each.text if each.table else each.sum)) for each in found]
    total = sales(plan)
    return ((found[0].kind, total), *told) if total else tuple(told)


def sales(plan: ImportPlan) -> str:
    """What several tables of sales come to together; nothing where there is only one."""
    taken = [sheet.money.taken for _table, sheet in plan.tables if sheet.kind == "orders" and sheet.money is not None]
    if len(taken) < 2:
        return ""
    words = translate("ImportTotals", "{0} 张表的销售合计 {1} 元")
    return fill(words, len(taken), format_money(sum(taken, Decimal(0))))


def sums(plan: ImportPlan) -> tuple[str, ...]:
    """The same without what total rows say, of the tables that have amounts."""
    return tuple(_of_table(plan, each.table, each.sum) for each in agreements(plan) if each.sum)


def entries(plan: ImportPlan) -> tuple[str, ...]:
    """What else is taken: payments, in tables or in columns of the orders, and records of contacts."""
    found = []
    if plan.payments:
        words = translate("ImportTotals", "{0} 笔回款，合计 {1} 元")
        found.append(fill(words, f"{plan.payments:,}", format_money(plan.payments_amount)))
    if plan.contacts:
        found.append(fill(translate("ImportTotals", "{0} 条跟进记录"), f"{plan.contacts:,}"))
    return tuple(found)


def _one_after_another(first: str, second: str) -> str:
    """Two statements in one line; either may be empty, and each also stands alone elsewhere."""
    return translate("ImportTotals", "{0}；{1}").format(first, second) if first and second else first or second


def _of_table(plan: ImportPlan, table: str, text: str) -> str:
    return named(table, text) if table and len(plan.tables) > 1 else text


def _sum(sheet: SheetPlan) -> str:
    money = sheet.money
    if money is None:
        return ""
    words = translate("ImportTotals", "合计 {0} 元")
    if sheet.kind in ("customers", "payments"):  # what is summed there is no sale
        words = translate("ImportTotals", "「{1}」合计 {0} 元")
    told = money.unit == "yuan" or (sheet.kind == "customers" and unit_of(money.column) == money.unit)
    unit = "" if told else translate("ImportTotals", "（按{unit}读）").format(unit=unit_name(money.unit))
    return fill(words, format_money(money.taken), money.column) + unit


def _compared(sheet: SheetPlan) -> tuple[Kind, str]:
    parted = sheet.first_difference
    if parted is not None:
        return "warn", fill(translate("ImportTotals", "{0}。可以照样导入"), difference(sheet.name, parted))
    money = sheet.money
    if sheet.kind == "contacts":
        return "info", translate("ImportTotals", "跟进记录没有金额，不用对账")
    if money is None:
        return "info", translate("ImportTotals", "没有金额列，没有可以对账的数")
    if not sheet.total_rows:
        return "info", translate("ImportTotals", "台账里没有合计行，以上是我们算的合计，请核对")
    if not any(check.column == money.column and check.money and check.covers_rows for check in sheet.totals):
        return "info", translate("ImportTotals", "台账的合计行里没有金额可比，以上是我们算的合计，请核对")
    agrees = translate("ImportTotals", "与台账「合计」行一致，差 0.00 元；合计、小计 {0} 行已排除")
    return "ok", _one_after_another(fill(agrees, f"{sheet.total_rows:,}"), _why_apart(sheet, money))


def _why_apart(sheet: SheetPlan, money: TableSum) -> str:
    """Total rows sum what stands in the table, not what is taken of it."""
    if format_money(money.taken) == format_money(money.read):
        return ""
    said = [translate("ImportTotals", "台账的合计是 {0} 元").format(format_money(money.read))]
    if sheet.counts.held or sheet.counts.skipped > sheet.total_rows or not (money.turned or money.kept):
        said.append(translate("ImportTotals", "里面还有待修、跳过的行"))
    if money.kept:
        said.append(fill(translate("ImportTotals", "有 {0} 行的金额按你选的没有改"), f"{money.kept:,}"))
    if money.turned:
        refunds = sheet.kind == "payments"
        said.append(translate("ImportTotals", "退款没有减去") if refunds else translate("ImportTotals", "退货没有减去"))
    return clauses(said)


def difference(sheet: str, check: TotalCheck) -> str:
    """Where a total row and our sum part: the sheet, the block, by how much, and which row it may be."""
    less = check.difference < 0
    if check.money:
        source = _LESS_MONEY if less else _MORE_MONEY
        amount = format_money(abs(check.difference))
    else:
        source, amount = _LESS if less else _MORE, format_number(abs(check.difference), 0)
    text = translate("ImportTotals", source).format(
        sheet=sheet, label=check.label, row=check.row, column=check.column, amount=amount,
        first=check.first_row, last=check.last_row,
    )  # fmt: skip
    if check.suspect_row is not None:
        text += translate("ImportTotals", "，可能是第 {row} 行").format(row=check.suspect_row)
    return text
