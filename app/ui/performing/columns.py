"""What the tables of 过程指标 show: a line per tier or person, pairs bought together, what tiers have in common."""

from collections.abc import Sequence

from app.services.effectiveness import FEW, Rate
from app.services.fields import field_title, value_label, value_slot
from app.services.figures import format_number, format_percent, from_units
from app.services.performance.basket import Basket
from app.services.performance.measure import Group
from app.services.performance.traits import Trait
from app.services.schemes import SCHEMES, VIEWS
from app.texts import QT_TRANSLATE_NOOP, fill, noted, translate
from app.ui.customers.amounts import Amounts
from app.ui.tables.columns import Cell, Column, number_column, people_column, text_column
from app.ui.widgets.chips import DASHED

RATES = {
    "repurchase": (
        QT_TRANSLATE_NOOP("Performance", "复购率"),
        QT_TRANSLATE_NOOP("Performance", "买过两天以上的÷买过的"),
    ),
    "retention": (
        QT_TRANSLATE_NOOP("Performance", "留存率"),
        QT_TRANSLATE_NOOP("Performance", "上一年买过的客户里，这一年还买的"),
    ),
    "won": (QT_TRANSLATE_NOOP("Performance", "成功率"), QT_TRANSLATE_NOOP("Performance", "赢的商机÷有结果的商机")),
    "cadence": (
        QT_TRANSLATE_NOOP("Performance", "节奏达成"),
        QT_TRANSLATE_NOOP("Performance", "到期后 3 个工作日内做完的任务"),
    ),
    "updated": (
        QT_TRANSLATE_NOOP("Performance", "24 小时更新"),
        QT_TRANSLATE_NOOP("Performance", "成交后一天内更新了资料的"),
    ),
    "promoted": (
        QT_TRANSLATE_NOOP("Performance", "促销响应"),
        QT_TRANSLATE_NOOP("Performance", "给过优惠后 30 天内下单的"),
    ),
}
"""Shares by the name they have in a Group: title, and of what they are."""


class GroupColumns:
    """Columns in the unit of money the user reads."""

    def __init__(self, amounts: Amounts) -> None:
        self._amounts = amounts

    def of_groups(self) -> Sequence[Column[Group]]:
        money, unit = translate("Performance", "{0}({1})"), self._amounts.unit
        yearly = money.format(translate("Performance", "年采购额"), unit)
        profit = money.format(translate("Performance", "毛利"), unit)
        spent = translate("Performance", "工时占比÷采购额占比；末位分级超过 2 就该省一省")
        return (
            Column("group", translate("Performance", "谁"), _who, 116, sortable=False),
            people_column("customers", translate("Performance", "客户"), _customers, 56, order=_customer_count),
            number_column("net_sales", yearly, self._sales, 104, order=_sales_order),
            number_column("gross_profit", profit, self._profit, 84, order=_profit_order),
            *map(_rate, ("repurchase", "retention", "won")),
            number_column("cycle", translate("Performance", "销售周期(天)"), _cycle, 96, order=_cycle_order),
            number_column("hours", translate("Performance", "投入(小时)"), _hours, 84, order=_hours_order),
            number_column("efficiency", translate("Performance", "每小时(元)"), _hourly, 88, order=_hourly_order),
            Column(
                "balance", translate("Performance", "投入产出比"), _balance, 92, True, order=_balance_order, tip=spent
            ),
            *map(_rate, ("cadence", "updated", "promoted")),
            people_column("nps", translate("Performance", "推荐值"), _nps, 84, empty=_not_asked, order=_nps_order),
        )

    def of_baskets(self) -> Sequence[Column[Basket]]:
        still = translate("Performance", "还没买")
        return (
            text_column("has", translate("Performance", "买了"), _has, 120),
            text_column("lacks", translate("Performance", "常一起买"), _lacks, 120),
            number_column("lift", translate("Performance", "倍数"), _lift, 60, order=_lift_order),
            people_column("both", translate("Performance", "都买"), _both, 60, order=_both_order),
            people_column("customers", still, _open, 72, empty=_all_have, order=_open_order),
        )

    def of_traits(self) -> Sequence[Column[Trait]]:
        return (
            Column("tier", translate("Performance", "分级"), _trait_tier, 84, order=_trait_rank),
            text_column("trait", translate("Performance", "特征"), trait_name, 132),
            people_column(
                "inside", translate("Performance", "这一级"), self._inside, 140, empty=_none_inside, sortable=False
            ),
            people_column(
                "outside", translate("Performance", "其他客户"), self._outside, 140, empty=_none_outside, sortable=False
            ),
        )

    def _sales(self, row: Group) -> str:
        return self._amounts.cell(row.net_sales)

    def _profit(self, row: Group) -> str:
        return self._amounts.cell(row.gross_profit)

    def _inside(self, row: Trait) -> str:
        return self._side(row, 0)

    def _outside(self, row: Trait) -> str:
        return self._side(row, 1)

    def _side(self, row: Trait, side: int) -> str:
        if row.medians is None:
            return rate_text((row.inside, row.outside)[side])
        figure = row.medians[side]
        if row.key == "net_sales":
            text = self._amounts.short(round(figure))
        elif row.key == "gross_margin":
            text = format_percent(figure, 1)
        else:
            text = format_number(figure, 0 if figure == int(figure) else 1)
        return translate("Performance", "中位数 {0}").format(text)


def rate_text(rate: Rate) -> str:
    """A share with its k of n, which is always told."""
    if rate.share is None:
        return ""
    return noted(format_percent(rate.share, 0), f"{rate.k:,}/{rate.n:,}")


def _rate(key: str) -> Column[Group]:
    title, tip = (translate("Performance", word) for word in RATES[key])

    def cell(row: Group) -> Cell:
        rate: Rate = getattr(row, key)
        few = 0 < rate.n < FEW
        said = translate("Performance", "样本少，仅供参考") if few else ""
        return Cell(rate_text(rate) or None, ink="text2" if few else "text1", tip=said, opens=rate.k > 0)

    def order(row: Group) -> float | None:
        share: float | None = getattr(row, key).share
        return share

    return Column(key, title, cell, 132, right=True, descending_first=True, elide=False, order=order, tip=tip)


def group_name(row: Group) -> str:
    """Whom the row is about, in words."""
    if row.kind == "total":
        return translate("Performance", "全部客户")
    return value_label("tier", row.key) if row.kind == "tier" else row.key or translate("Performance", "还没有负责人")


def _who(row: Group) -> Cell:
    name = group_name(row)
    if row.kind == "tier":
        return Cell(chips=((name, value_slot("tier", row.key) if row.key else DASHED),))
    return Cell(name, strong=row.kind == "total", ink="text2" if row.kind == "owner" and not row.key else "text1")


def _customers(row: Group) -> str:
    return f"{row.customers:,}"


def _customer_count(row: Group) -> int:
    return row.customers


def _sales_order(row: Group) -> int:
    return row.net_sales


def _profit_order(row: Group) -> int:
    return row.gross_profit


def _cycle(row: Group) -> str | None:
    return None if row.cycle_days is None else format_number(row.cycle_days, 0)


def _cycle_order(row: Group) -> float | None:
    return row.cycle_days


def _hours(row: Group) -> str | None:
    return format_number(row.hours, 1) if row.hours else None


def _hours_order(row: Group) -> float:
    return row.hours


def _hourly(row: Group) -> str | None:
    return None if row.efficiency is None else format_number(from_units(row.efficiency), 0)


def _hourly_order(row: Group) -> int | None:
    return row.efficiency


def _balance(row: Group) -> Cell:
    if row.balance is None:
        return Cell()
    return Cell(format_number(row.balance, 1), ink="danger" if row.heavy else "text1")


def _balance_order(row: Group) -> float | None:
    return row.balance


def _nps(row: Group) -> str | None:
    found = row.promoters
    return None if found is None else f"{found.nps:+.0f} ± {found.ci95_half:.0f}"


def _nps_order(row: Group) -> float | None:
    return None if row.promoters is None else row.promoters.nps


def _not_asked(row: Group) -> bool:
    return row.promoters is None


def _all_have(row: Basket) -> bool:
    return not row.customers


def _none_inside(row: Trait) -> bool:
    return not row.people[0]


def _none_outside(row: Trait) -> bool:
    return not row.people[1]


def _has(row: Basket) -> str:
    return row.has


def _lacks(row: Basket) -> str:
    return row.lacks


def _lift(row: Basket) -> str:
    return format_number(row.lift, 1)


def _lift_order(row: Basket) -> float:
    return row.lift


def _both(row: Basket) -> str:
    return f"{row.both:,}"


def _both_order(row: Basket) -> int:
    return row.both


def _open(row: Basket) -> str | None:
    return fill(translate("Performance", "{0} 位"), f"{len(row.customers):,}") if row.customers else None


def _open_order(row: Basket) -> int:
    return len(row.customers)


def _trait_tier(row: Trait) -> Cell:
    return Cell(chips=((value_label("tier", row.tier), value_slot("tier", row.tier)),))


def _trait_rank(row: Trait) -> int:
    return SCHEMES["value"].rank(row.tier)


def trait_name(row: Trait) -> str:
    if row.medians is not None:
        return field_title(row.key)
    return translate("Performance", "{0}：{1}").format(translate("Schemes", VIEWS[row.key]), row.value)
