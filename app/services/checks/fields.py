"""What is asked of every customer, how a gap is filled, and which schemes cannot rate whom for want of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.schemes import SCHEMES
from app.texts import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class AskedField:
    """One thing to know of a customer. `remedy` is a key of REMEDIES; `column` is where it stands, if in `customer`."""

    key: str
    word: str
    remedy: str
    column: str = ""

    @property
    def label(self) -> str:
        return translate("Checks", self.word)


REMEDIES = {
    "list": QT_TRANSLATE_NOOP("Checks", "填进补填表"),
    "orders": QT_TRANSLATE_NOOP("Checks", "导入订单明细"),
    "costs": QT_TRANSLATE_NOOP("Checks", "导入带成本的订单"),
    "contacts": QT_TRANSLATE_NOOP("Checks", "记录跟进"),
    "deals": QT_TRANSLATE_NOOP("Checks", "记下商机"),
    "answers": QT_TRANSLATE_NOOP("Checks", "在客户资料里回答"),
}
ASKED = (
    AskedField("total", QT_TRANSLATE_NOOP("Checks", "采购总额"), "list"),
    AskedField("first", QT_TRANSLATE_NOOP("Checks", "首次合作日期"), "list"),
    AskedField("last", QT_TRANSLATE_NOOP("Checks", "最近合作日期"), "list"),
    AskedField("orders", QT_TRANSLATE_NOOP("Checks", "逐笔订单"), "orders"),
    AskedField("profit", QT_TRANSLATE_NOOP("Checks", "成本或毛利"), "costs"),
    AskedField("demand", QT_TRANSLATE_NOOP("Checks", "预计年需求"), "list", "est_annual_demand"),
    AskedField("owner", QT_TRANSLATE_NOOP("Checks", "负责人"), "list", "owner_id"),
    AskedField("contact", QT_TRANSLATE_NOOP("Checks", "联系人"), "list"),
    AskedField("industry", QT_TRANSLATE_NOOP("Checks", "行业"), "list", "industry"),
    AskedField("size", QT_TRANSLATE_NOOP("Checks", "规模"), "list", "size_band"),
    AskedField("region", QT_TRANSLATE_NOOP("Checks", "地区"), "list", "region"),
    AskedField("source", QT_TRANSLATE_NOOP("Checks", "客户来源"), "list", "source"),
    AskedField("status", QT_TRANSLATE_NOOP("Checks", "当前状态"), "list", "status"),
    AskedField("contacts", QT_TRANSLATE_NOOP("Checks", "跟进记录"), "contacts"),
    AskedField("deals", QT_TRANSLATE_NOOP("Checks", "商机"), "deals"),
    AskedField("fit", QT_TRANSLATE_NOOP("Checks", "合作质量问答"), "answers"),
)
FIELDS: Mapping[str, AskedField] = {field.key: field for field in ASKED}
BLOCKING = {
    "value.no_amount": "total",
    "value.no_first_date": "first",
    "grade.no_last_date": "last",
    "churn.no_last_date": "last",
    "demand_state.no_last_date": "last",
    "pareto.summary": "orders",
    "abc.summary": "orders",
    "quadrant.summary": "orders",
    "rfm.summary": "orders",
    "loyalty.summary": "orders",
    "behavior.summary": "orders",
    "freq_band.summary": "orders",
    "pareto.no_profit": "profit",
    "abc.no_profit": "profit",
    "potential.unknown": "demand",
    "potential_loyalty.no_potential": "demand",
    "relation.unrecorded": "contacts",
    "decision_cycle.unknown": "deals",
    "fit.unknown": "fit",
}
"""The reason a scheme gives nobody a class for, and the gap that would have to be filled."""
CHECKED = tuple(scheme for scheme in SCHEMES if scheme not in ("score", "rfm_eight"))
"""Schemes whose gaps have one remedy; a score is put together from many things, and says itself which it lacks."""


def remedy(key: str) -> str:
    """How a gap in a field is filled, in words."""
    return translate("Checks", REMEDIES[FIELDS[key].remedy])
