"""What the tables of 数据检查 show: fields, salespeople, customers, each sorted by the money behind the gaps."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from app.services.checks.fields import FIELDS, remedy
from app.services.checks.gaps import Customer, FieldGap, PersonGap, Shown
from app.services.checks.paper import blocked_text, lacks_text
from app.services.fields import value_label, value_slot
from app.services.schemes import SCHEMES
from app.texts import fill, listed, translate
from app.ui.customers.amounts import Amounts
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.widgets.chips import DASHED

R = TypeVar("R")
MOST_FIELDS = 4  # that are named of a salesperson


class CheckColumns:
    """Columns in the unit of money the user reads."""

    def __init__(self, amounts: Amounts) -> None:
        self._amounts = amounts
        self.shown: Shown | None = None  # whose customers are listed

    def of_fields(self) -> Sequence[Column[FieldGap]]:
        return (
            Column("label", translate("Checks", "资料"), _field_cell, 112, order=_label),
            number_column("share", translate("Checks", "有值"), _share, 56, order=_filled_share),
            number_column("missing", translate("Checks", "缺"), _missing, 52, order=_count),
            self._money("behind", self._field_money, _field_order),
            Column("blocked", translate("Checks", "挡住的分级"), _blocked, 150, order=_most_blocked, stretch=True),
        )

    def of_people(self) -> Sequence[Column[PersonGap]]:
        return (
            Column("owner", translate("Checks", "负责人"), _owner_cell, 112, order=_owner),
            number_column("customers", translate("Checks", "客户"), _customers, 52, order=_customer_count),
            number_column("lacking", translate("Checks", "资料不全"), _lacking, 72, order=_lacking_count),
            self._money("behind", self._person_money, _person_order),
            Column("fields", translate("Checks", "缺得最多"), _fields, 150, sortable=False, stretch=True),
        )

    def of_customers(self) -> Sequence[Column[Customer]]:
        return (
            text_column("name", translate("Checks", "客户"), _name, 150),
            self._money("money", self._customer_money, _customer_order, translate("Checks", "年采购额")),
            Column("missing", translate("Checks", "缺什么"), self._lacks, 160, order=_missing_count, stretch=True),
            Column("blocked", translate("Checks", "挡住的分级"), self._blocked, 116, order=self._blocked_count),
            text_column("owner", translate("Checks", "负责人"), _customer_owner, 66),
            Column("tier", translate("Checks", "分级"), _tier, 100, order=_tier_rank),
        )

    def _money(self, key: str, get: Callable[[R], str | None], order: Callable[[R], int], title: str = "") -> Column[R]:
        head = translate("Checks", "{0}({1})").format(title or translate("Checks", "金额"), self._amounts.unit)
        tip = translate("Checks", "这些客户的年采购额")
        return number_column(key, head, get, 88, order=order, tip=tip)

    def _field_money(self, row: FieldGap) -> str | None:
        return self._amounts.cell(row.money) if row.missing else None

    def _person_money(self, row: PersonGap) -> str | None:
        return self._amounts.cell(row.money) if row.lacking else None

    def _customer_money(self, row: Customer) -> str | None:
        return self._amounts.cell(row.money)

    def _lacks(self, row: Customer) -> Cell:
        text = lacks_text(row, self.shown.field if self.shown else "")
        return Cell(text or None, tip=text, mark="warning" if row.marks else "")

    def _blocked(self, row: Customer) -> Cell:
        text = listed(SCHEMES[scheme].label for scheme in self._schemes(row))
        return Cell(text or None, ink="warn" if text else "text2", tip=text)

    def _blocked_count(self, row: Customer) -> int:
        return len(self._schemes(row))

    def _schemes(self, row: Customer) -> Sequence[str]:
        return self.shown.blocked(row) if self.shown else row.blocked


def _field_cell(row: FieldGap) -> Cell:
    tip = fill(translate("Checks", "{0}：{1}"), row.label, remedy(row.key))
    return Cell(row.label, tip=tip, ink="text1" if row.missing else "text2")


def _label(row: FieldGap) -> int:
    return list(FIELDS).index(row.key)


def _share(row: FieldGap) -> str:
    return row.share_text


def _filled_share(row: FieldGap) -> float:
    return row.filled / row.asked


def _missing(row: FieldGap) -> str | None:
    return f"{len(row.missing):,}" if row.missing else None


def _count(row: FieldGap) -> int:
    return len(row.missing)


def _field_order(row: FieldGap) -> int:
    return row.money


def _blocked(row: FieldGap) -> Cell:
    text = blocked_text(row.blocked)
    return Cell(text or None, ink="warn" if text else "text2", tip=text)


def _most_blocked(row: FieldGap) -> int:
    return max((count for _scheme, count in row.blocked), default=0)


def _owner_cell(row: PersonGap) -> Cell:
    return Cell(row.owner or translate("Checks", "还没有负责人"), ink="text1" if row.owner else "text2")


def _owner(row: PersonGap) -> str:
    return row.owner


def _customers(row: PersonGap) -> str:
    return f"{row.customers:,}"


def _customer_count(row: PersonGap) -> int:
    return row.customers


def _lacking(row: PersonGap) -> str | None:
    return f"{len(row.lacking):,}" if row.lacking else None


def _lacking_count(row: PersonGap) -> int:
    return len(row.lacking)


def _person_order(row: PersonGap) -> int:
    return row.money


def _fields(row: PersonGap) -> Cell:
    text = listed(f"{FIELDS[key].label} {count:,}" for key, count in row.fields[:MOST_FIELDS])
    return Cell(text or None, tip=listed(f"{FIELDS[key].label} {count:,}" for key, count in row.fields))


def _name(row: Customer) -> str:
    return row.name


def _customer_owner(row: Customer) -> str:
    return row.owner


def _tier(row: Customer) -> Cell:
    return Cell(chips=((value_label("tier", row.tier or ""), value_slot("tier", row.tier) if row.tier else DASHED),))


def _tier_rank(row: Customer) -> int:
    return SCHEMES["value"].rank(row.tier)


def _customer_order(row: Customer) -> int:
    return row.money


def _missing_count(row: Customer) -> int:
    return len(row.missing) + len(row.marks)
