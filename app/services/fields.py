"""What can be asked of a customer: every field by key, with its words, its kind and where it stands in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.schemes import CHURN, GRADE, PARETO, QUADRANT, SCHEMES, VALUE, Scheme
from app.texts import QT_TRANSLATE_NOOP, translate

CUSTOMER, FACT = frozenset("c"), frozenset("f")
MEMBERS = "{column} IN ({marks})"
CONTRADICTIONS = ("amount_without_last_date", "amount_but_not_closed", "last_before_first")
"""Cautions of the facts that say: two entries of this customer cannot both be right."""


@dataclass(frozen=True)
class Field:
    """`kind` is choice, text, person, money, number, date or flag; `sql` reads c (customer) or f (customer_fact)."""

    key: str
    title: str
    kind: str
    sql: str
    tables: frozenset[str]
    members: str = MEMBERS  # how values are compared with the column
    words: tuple[str, ...] = ()  # other names the command line understands

    def label(self) -> str:
        return translate("Fields", self.title)


def _fact(key: str, title: str, kind: str, column: str = "", *words: str) -> Field:
    return Field(key, title, kind, f"f.{column or key}", FACT, words=words)


def _own(key: str, title: str, kind: str, column: str = "", *words: str) -> Field:
    return Field(key, title, kind, f"c.{column or key}", CUSTOMER, words=words)


_NEXT_DUE = "(SELECT MIN(due) FROM task WHERE task.customer_id = c.id AND task.state = 'open')"
_PINNED = "EXISTS (SELECT 1 FROM pin WHERE pin.customer_id = c.id AND pin.ended_at IS NULL)"
_CONTRADICTORY = "({})".format(" OR ".join(f"instr(f.flags, '\"{mark}\"')" for mark in CONTRADICTIONS))
_PARENT = (
    "(SELECT k.name FROM customer k WHERE k.deleted_at IS NULL AND k.id = COALESCE(c.parent_id, CASE WHEN EXISTS"
    " (SELECT 1 FROM customer b WHERE b.parent_id = c.id AND b.deleted_at IS NULL) THEN c.id END))"
)
"""The parent's name, of a parent his own: asked for it, a group is there whole."""
_BY_NAME = "{column} IN (SELECT id FROM person WHERE name IN ({marks}))"

_ALL = (
    _fact("tier", QT_TRANSLATE_NOOP("Fields", "价值分级"), "choice", "tier", "分级"),
    _fact("value", QT_TRANSLATE_NOOP("Fields", "系统建议"), "choice"),
    _fact("churn", QT_TRANSLATE_NOOP("Fields", "合作节奏"), "choice", "churn_status", "churn_status", "流失状态"),
    _fact("risk", QT_TRANSLATE_NOOP("Fields", "合作情况"), "choice", "risk_status", "risk_status"),
    _fact("pareto", QT_TRANSLATE_NOOP("Fields", "二八分级"), "choice"),
    _fact("quadrant", QT_TRANSLATE_NOOP("Fields", "频次×进货量"), "choice"),
    _fact("grade_abcd", QT_TRANSLATE_NOOP("Fields", "成交状态"), "choice", "grade_abcd", "grade"),
    _own("name", QT_TRANSLATE_NOOP("Fields", "客户名称"), "text", "name", "名称"),
    _own("code", QT_TRANSLATE_NOOP("Fields", "客户编号"), "text", "code", "编号"),
    _own("industry", QT_TRANSLATE_NOOP("Fields", "行业"), "text", "industry", "所属行业"),
    _own("region", QT_TRANSLATE_NOOP("Fields", "地域"), "text", "region", "地区"),
    _own("size", QT_TRANSLATE_NOOP("Fields", "规模"), "text", "size_band", "企业规模"),
    _own("source", QT_TRANSLATE_NOOP("Fields", "来源"), "text", "source", "客户来源"),
    _own("status", QT_TRANSLATE_NOOP("Fields", "状态"), "text", "status", "当前状态"),
    Field("parent", QT_TRANSLATE_NOOP("Fields", "总公司"), "text", _PARENT, CUSTOMER, words=("母公司", "集团")),
    _own("note", QT_TRANSLATE_NOOP("Fields", "备注"), "text"),
    Field("owner", QT_TRANSLATE_NOOP("Fields", "负责人"), "person", "c.owner_id", CUSTOMER, _BY_NAME),
    _fact("net_sales", QT_TRANSLATE_NOOP("Fields", "近 12 月采购"), "money", "net_sales", "近12月", "近12个月"),
    _fact("net_sales_prev", QT_TRANSLATE_NOOP("Fields", "上期采购"), "money"),
    _fact("net_sales_3m", QT_TRANSLATE_NOOP("Fields", "近 3 月采购"), "money"),
    _fact("net_sales_life", QT_TRANSLATE_NOOP("Fields", "累计采购"), "money", "net_sales_life", "total", "累计"),
    _fact("gross_profit", QT_TRANSLATE_NOOP("Fields", "毛利额"), "money", "gross_profit", "profit", "毛利"),
    _fact("amount_at_risk", QT_TRANSLATE_NOOP("Fields", "风险金额"), "money"),
    _own("est_annual_demand", QT_TRANSLATE_NOOP("Fields", "预计年需求"), "money", "est_annual_demand", "demand"),
    _fact("recency", QT_TRANSLATE_NOOP("Fields", "未合作天数"), "number", "recency_days", "recency_days", "未合作"),
    _fact("tenure", QT_TRANSLATE_NOOP("Fields", "合作天数"), "number", "tenure_days", "tenure_days"),
    _fact("order_count", QT_TRANSLATE_NOOP("Fields", "订单数"), "number", "order_count", "orders"),
    _fact("first_order", QT_TRANSLATE_NOOP("Fields", "首次合作"), "date", "first_order", "first"),
    _fact("last_order", QT_TRANSLATE_NOOP("Fields", "最近合作"), "date", "last_order", "last"),
    Field("next_due", QT_TRANSLATE_NOOP("Fields", "下次跟进"), "date", _NEXT_DUE, CUSTOMER),
    _fact("warn_3m", QT_TRANSLATE_NOOP("Fields", "满 3 个月未合作"), "flag"),
    Field("flagged", QT_TRANSLATE_NOOP("Fields", "资料有矛盾"), "flag", _CONTRADICTORY, FACT),
    Field("pinned", QT_TRANSLATE_NOOP("Fields", "手工定级"), "flag", _PINNED, CUSTOMER),
    _own("growth_manual", QT_TRANSLATE_NOOP("Fields", "有增长空间"), "flag"),
)
FIELDS: Mapping[str, Field] = {field.key: field for field in _ALL}

CHOICES: Mapping[str, Scheme] = {
    "tier": VALUE,
    "value": VALUE,
    "churn": CHURN,
    "risk": CHURN,
    "pareto": PARETO,
    "quadrant": QUADRANT,
    "grade_abcd": GRADE,
}
"""The scheme whose classes are the values of a field of kind choice."""
CANNOT_RATE = QT_TRANSLATE_NOOP("Fields", "无法评级")
FACT_TITLES: Mapping[str, str] = {
    "annual_sales": QT_TRANSLATE_NOOP("Fields", "年采购额"),
    "contact_count": QT_TRANSLATE_NOOP("Fields", "沟通次数"),
    "sku_count": QT_TRANSLATE_NOOP("Fields", "品种数"),
    "discount_rate": QT_TRANSLATE_NOOP("Fields", "折扣率"),
    "return_rate": QT_TRANSLATE_NOOP("Fields", "退货率"),
    "on_time_rate": QT_TRANSLATE_NOOP("Fields", "按期回款率"),
    "dso_days": QT_TRANSLATE_NOOP("Fields", "回款天数"),
    "weighted_days_late": QT_TRANSLATE_NOOP("Fields", "加权逾期天数"),
    "interval_median": QT_TRANSLATE_NOOP("Fields", "一般购买间隔"),
    "nps_last": QT_TRANSLATE_NOOP("Fields", "推荐意愿"),
    "opportunity_amount": QT_TRANSLATE_NOOP("Fields", "商机金额"),
    "quote_age": QT_TRANSLATE_NOOP("Fields", "距上次报价"),
    "acquisition_cost": QT_TRANSLATE_NOOP("Fields", "获客成本"),
    "service_cost": QT_TRANSLATE_NOOP("Fields", "服务成本"),
    "payment_risk": QT_TRANSLATE_NOOP("Fields", "回款灯"),
    "competitor_price": QT_TRANSLATE_NOOP("Fields", "反馈价格高"),
    "purchase_days": QT_TRANSLATE_NOOP("Fields", "购买天数"),
    "gross_margin": QT_TRANSLATE_NOOP("Fields", "毛利率"),
    "aov": QT_TRANSLATE_NOOP("Fields", "客单价"),
    "growth_prev": QT_TRANSLATE_NOOP("Fields", "比上期增长"),
    "growth_yoy": QT_TRANSLATE_NOOP("Fields", "同比增长"),
    "freq_per_month": QT_TRANSLATE_NOOP("Fields", "月均购买次数"),
    "category_count": QT_TRANSLATE_NOOP("Fields", "品类数"),
    "overdue_ratio": QT_TRANSLATE_NOOP("Fields", "超期倍数"),
    "wallet_share": QT_TRANSLATE_NOOP("Fields", "采购份额"),
    "csat_mean": QT_TRANSLATE_NOOP("Fields", "满意度"),
    "complaint_count": QT_TRANSLATE_NOOP("Fields", "投诉次数"),
    "referral_count": QT_TRANSLATE_NOOP("Fields", "转介绍次数"),
    "contact_two_way": QT_TRANSLATE_NOOP("Fields", "有效互动次数"),
    "ar_balance": QT_TRANSLATE_NOOP("Fields", "应收余额"),
    "overdue_balance": QT_TRANSLATE_NOOP("Fields", "逾期金额"),
    "max_overdue_days": QT_TRANSLATE_NOOP("Fields", "最长逾期天数"),
    "net_contribution": QT_TRANSLATE_NOOP("Fields", "净贡献"),
    "employees": QT_TRANSLATE_NOOP("Fields", "员工人数"),
    "net_contribution_life": QT_TRANSLATE_NOOP("Fields", "累计净贡献"),
    "acquisition_cost_life": QT_TRANSLATE_NOOP("Fields", "累计获客成本"),
    "payback_months": QT_TRANSLATE_NOOP("Fields", "获客回本(月)"),
    "our_response_hours_median": QT_TRANSLATE_NOOP("Fields", "我方响应(小时)"),
    "customer_response_hours_median": QT_TRANSLATE_NOOP("Fields", "客户回复(小时)"),
}
"""Facts a condition may speak of that are no columns of the list."""
CLASS = "class:"
"""What stands before a scheme whose class is asked for: class:rfm, class:own:1."""
TAG_WORDS = ("tag", "tags", "标签")


_WORDS = {
    "kind": QT_TRANSLATE_NOOP("Fields", "客户类型"),
    "size_band": QT_TRANSLATE_NOOP("Fields", "规模"),
    "credit_days": QT_TRANSLATE_NOOP("Fields", "账期"),
    "credit_limit": QT_TRANSLATE_NOOP("Fields", "信用额度"),
    "strategy_note": QT_TRANSLATE_NOOP("Fields", "跟进策略"),
}
"""What can be edited but not asked for."""


def field_word(key: str) -> str:
    """The Chinese word of a field, as the journal keeps it."""
    return FIELDS[key].title if key in FIELDS else _WORDS[key]


def field_title(key: str) -> str:
    """The words for what a condition speaks of: a fact, a field, a tag group (tag:行业) or a scheme (class:rfm)."""
    kind, _colon, name = key.partition(":")
    if kind == "tag" and name:
        return name
    if kind == "class" and name:
        return SCHEMES[name].label if name in SCHEMES else name
    found = FIELDS.get(key) or next((field for field in _ALL if field.sql.endswith(f".{key}")), None)
    return found.label() if found is not None else translate("Fields", FACT_TITLES.get(key, key))


def class_scheme(key: str) -> str:
    """The scheme of a field that is a class, empty for other fields."""
    return key.removeprefix(CLASS) if key.startswith(CLASS) else ""


def list_field(scheme: str) -> str:
    """The field that filters the list by a scheme's classes; empty for 价值, where the settled tier counts there."""
    if scheme == VALUE.id:
        return ""
    kept = next((key for key, each in CHOICES.items() if each.id == scheme and key != "risk"), "")
    view = scheme.removeprefix("attribute:")
    return kept or (view if scheme != view and view in FIELDS else f"{CLASS}{scheme}")


def field_of(key: str) -> Field | None:
    """A field by its key; the class of a scheme is one as well, where `class_of` is known to the connection."""
    scheme = class_scheme(key)
    if key in FIELDS or not scheme:
        return FIELDS.get(key)
    quoted = scheme.replace("'", "''")
    return Field(key, key, "class", f"class_of('{quoted}', {{id}})", frozenset())


def find_field(name: str) -> Field | None:
    """A field by its key, its title or another of its names; of a scheme by class: or own: before its name."""
    if name.strip().startswith((CLASS, "own:")):
        return field_of(CLASS + name.strip().removeprefix(CLASS))
    wanted = _bare(name)
    for field in _ALL:
        if wanted in (_bare(word) for word in (field.key, field.title, field.label(), *field.words)):
            return field
    return None


def _bare(name: str) -> str:
    return "".join(name.split()).lower()


def value_label(key: str, value: object) -> str:
    """How a stored value of a field is said: a class by its word, what is not filled in as 「未填写」."""
    if key in CHOICES:
        spec = CHOICES[key].find(str(value))
        return translate("Fields", CANNOT_RATE) if spec is None else spec.label
    return str(value) if value not in ("", None) else translate("Fields", "未填写")


def value_slot(key: str, value: object) -> str:
    """The colour slot of a class, empty for what has none."""
    spec = CHOICES[key].find(str(value)) if key in CHOICES else None
    return "" if spec is None else spec.slot
