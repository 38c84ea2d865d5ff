"""The settings of the schemes as rows to fill in: words, unit, and the text the settings read back."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.services.figures import UNITS, large_unit, money_unit
from app.services.settings import SPECS, MethodSettings, text_of
from app.texts import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class Row:
    """One setting: its key, its Chinese words, the unit behind the field; `place` where it has several values."""

    key: str
    words: str
    unit: str = ""
    place: int | None = None

    @property
    def name(self) -> str:
        """What its field is called."""
        return f"rule_{self.key}" if self.place is None else f"rule_{self.key}_{self.place}"

    @property
    def label(self) -> str:
        return translate("RuleRows", self.words)

    @property
    def unit_label(self) -> str:
        if self.unit == _MONEY:
            return money_unit()
        return translate("RuleRows", self.unit) if self.unit else ""


_MONEY = QT_TRANSLATE_NOOP("Figures", "万元")
_SHARE = QT_TRANSLATE_NOOP("RuleRows", "%")
_DAYS = QT_TRANSLATE_NOOP("RuleRows", "天")
_MONTHS = QT_TRANSLATE_NOOP("RuleRows", "个月")
_TIMES = QT_TRANSLATE_NOOP("RuleRows", "次")
_FOLD = QT_TRANSLATE_NOOP("RuleRows", "倍")
_FIRMS = QT_TRANSLATE_NOOP("RuleRows", "位")

_YEARS = QT_TRANSLATE_NOOP("RuleRows", "年")
_POINTS = QT_TRANSLATE_NOOP("RuleRows", "分")
_INDICATORS = (
    QT_TRANSLATE_NOOP("RuleRows", "净销售额的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "毛利率的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "按期回款率的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "购买频次的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "最近购买的权重（越近越好）"),
    QT_TRANSLATE_NOOP("RuleRows", "品类数的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "满意度的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "转介绍的权重"),
    QT_TRANSLATE_NOOP("RuleRows", "投诉的权重（越少越好）"),
)

ROWS: dict[str, tuple[Row, ...]] = {
    "value": (
        Row("value_high", QT_TRANSLATE_NOOP("RuleRows", "高价值：年采购额 ≥"), _MONEY),
        Row("value_mid", QT_TRANSLATE_NOOP("RuleRows", "中价值：年采购额 ≥"), _MONEY),
        Row("hysteresis", QT_TRANSLATE_NOOP("RuleRows", "降级缓冲（低于线多少以内不降）"), _SHARE),
        Row("potential_growth", QT_TRANSLATE_NOOP("RuleRows", "潜力：比上期增长 ≥"), _SHARE),
        Row("potential_amount", QT_TRANSLATE_NOOP("RuleRows", "潜力：年需求或商机 ≥"), _MONEY),
        Row("potential_wallet", QT_TRANSLATE_NOOP("RuleRows", "潜力：我方份额 <"), _SHARE),
        Row("potential_enquiries", QT_TRANSLATE_NOOP("RuleRows", "潜力：近期询价 ≥"), _TIMES),
    ),
    "pareto": (
        Row("pareto_top", QT_TRANSLATE_NOOP("RuleRows", "重点：排名最前"), _SHARE),
        Row("pareto_bottom", QT_TRANSLATE_NOOP("RuleRows", "末位：排名最后"), _SHARE),
        Row("pareto_gaps", QT_TRANSLATE_NOOP("RuleRows", "缺成本的超过多少就改按销售额"), _SHARE),
        Row("pareto_least", QT_TRANSLATE_NOOP("RuleRows", "至少几位才分"), _FIRMS),
    ),
    "quadrant": (
        Row("quadrant_cut", QT_TRANSLATE_NOOP("RuleRows", "分界线怎么定")),
        Row("quadrant_volume", QT_TRANSLATE_NOOP("RuleRows", "采购量按什么算")),
        Row("quadrant_level", QT_TRANSLATE_NOOP("RuleRows", "按百分位时取"), _SHARE),
        Row("quadrant_fixed_days", QT_TRANSLATE_NOOP("RuleRows", "固定值：购买天数"), _DAYS),
        Row("quadrant_fixed_volume", QT_TRANSLATE_NOOP("RuleRows", "固定值：采购额"), _MONEY),
        Row("exempt_months", QT_TRANSLATE_NOOP("RuleRows", "新客户先观察"), _MONTHS),
    ),
    "grade_abcd": (
        Row("grade_order_days", QT_TRANSLATE_NOOP("RuleRows", "A 成交：多少天内有订单"), _DAYS),
        Row("grade_quote_days", QT_TRANSLATE_NOOP("RuleRows", "B 种子：多少天内报过价"), _DAYS),
        Row("grade_seed_days", QT_TRANSLATE_NOOP("RuleRows", "B 种子：看多少天内的互动"), _DAYS),
        Row("grade_seed_contacts", QT_TRANSLATE_NOOP("RuleRows", "B 种子：有效互动 ≥"), _TIMES),
        Row("grade_contact_days", QT_TRANSLATE_NOOP("RuleRows", "C 潜在：多少天内有互动"), _DAYS),
    ),
    "abc": (
        Row("abc_a", QT_TRANSLATE_NOOP("RuleRows", "A 类：累计贡献到"), _SHARE),
        Row("abc_b", QT_TRANSLATE_NOOP("RuleRows", "B 类：累计贡献到"), _SHARE),
    ),
    "rfm": (
        Row("rfm_mode", QT_TRANSLATE_NOOP("RuleRows", "怎么打分")),
        Row("rfm_months", QT_TRANSLATE_NOOP("RuleRows", "看最近多少个月"), _MONTHS),
        Row("new_days", QT_TRANSLATE_NOOP("RuleRows", "新客户：第一次购买不超过"), _DAYS),
    ),
    "decision_cycle": (
        Row("decision_days", QT_TRANSLATE_NOOP("RuleRows", "快速决策：从商机到下单不超过"), _DAYS, 0),
        Row("decision_days", QT_TRANSLATE_NOOP("RuleRows", "谨慎评估：从商机到下单不超过"), _DAYS, 1),
        Row("decision_days", QT_TRANSLATE_NOOP("RuleRows", "长期犹豫：商机一直没结果，超过"), _DAYS, 2),
    ),
    "score": (
        *(Row("score_weights", words, _POINTS, place) for place, words in enumerate(_INDICATORS)),
        Row("score_norm", QT_TRANSLATE_NOOP("RuleRows", "指标怎么换成 0 到 100 分")),
        Row("score_coverage", QT_TRANSLATE_NOOP("RuleRows", "至少知道多少权重才评分"), _SHARE),
    ),
    "churn": (
        Row("churn_watch", QT_TRANSLATE_NOOP("RuleRows", "该来未来：超过平时间隔"), _FOLD),
        Row("churn_at_risk", QT_TRANSLATE_NOOP("RuleRows", "流失风险：超过平时间隔"), _FOLD),
        Row("churn_churned", QT_TRANSLATE_NOOP("RuleRows", "已流失：超过平时间隔"), _FOLD),
        Row("calendar_watch", QT_TRANSLATE_NOOP("RuleRows", "买得少的按日历：该来未来满"), _MONTHS),
        Row("calendar_at_risk", QT_TRANSLATE_NOOP("RuleRows", "买得少的按日历：流失风险满"), _MONTHS),
        Row("calendar_churned", QT_TRANSLATE_NOOP("RuleRows", "买得少的按日历：已流失满"), _MONTHS),
        Row("holiday_neutral", QT_TRANSLATE_NOOP("RuleRows", "春节放假的日子")),
    ),
    "clv": (
        Row("clv_discount", QT_TRANSLATE_NOOP("RuleRows", "一年的折现率"), _SHARE),
        Row("clv_years", QT_TRANSLATE_NOOP("RuleRows", "简单算法往后算"), _YEARS),
    ),
}

RULES_OF = {"rfm_eight": "rfm"}
"""A scheme that goes by the rules of another one."""
SIMPLE = {
    "behavior": QT_TRANSLATE_NOOP("RuleRows", "购买间隔的变动不超过一半算稳定；购买不到 4 次的数据不足。"),
    "freq_band": QT_TRANSLATE_NOOP("RuleRows", "平均每月买 1 次起算高频，三个月买不到 1 次算低频。"),
    "potential": QT_TRANSLATE_NOOP("RuleRows", "年需求、我方份额、增长、人数各得几分，6 分起高潜力，3 分起中潜力。"),
    "loyalty": QT_TRANSLATE_NOOP("RuleRows", "合作满一年、买过 4 次以上、没有流失风险，又有一项加分的算忠诚。"),
    "potential_loyalty": QT_TRANSLATE_NOOP("RuleRows", "九格里每一格算哪一档，可以改。"),
    "demand_state": QT_TRANSLATE_NOOP(
        "RuleRows", "买过没有、有没有商机或报价、是不是已流失；流失的线在「流失预警」里改。"
    ),
    "relation": QT_TRANSLATE_NOOP("RuleRows", "有效互动不少于月数算紧密；投诉 3 次起或满意度 2 分以下需特别对待。"),
    "fit": QT_TRANSLATE_NOOP("RuleRows", "八个问题逐条回答，好的减去坏的，2 起优质，-2 起劣质。"),
    "kmeans": QT_TRANSLATE_NOOP("RuleRows", "按采购额、天数、最近购买自动分组，没有要填的线；数据变了组也会变。"),
    "own": QT_TRANSLATE_NOOP("RuleRows", "卡片在「分级方案」里改，存档时连同卡片一起留下。"),
    "attribute": QT_TRANSLATE_NOOP("RuleRows", "按客户资料里填的分开，没有要填的线。"),
}
"""What a card says of a scheme that has little or nothing to fill in."""

CHOICES: dict[str, str] = {
    "median": QT_TRANSLATE_NOOP("RuleRows", "中位数"),
    "mean": QT_TRANSLATE_NOOP("RuleRows", "平均数"),
    "percentile": QT_TRANSLATE_NOOP("RuleRows", "百分位"),
    "natural": QT_TRANSLATE_NOOP("RuleRows", "自然断点"),
    "fixed": QT_TRANSLATE_NOOP("RuleRows", "固定值"),
    "net_sales": QT_TRANSLATE_NOOP("RuleRows", "净销售额"),
    "aov": QT_TRANSLATE_NOOP("RuleRows", "平均每次采购额"),
    "quantity": QT_TRANSLATE_NOOP("RuleRows", "数量"),
    "auto": QT_TRANSLATE_NOOP("RuleRows", "按客户多少自动选"),
    "quintile": QT_TRANSLATE_NOOP("RuleRows", "按名次分五档"),
    "tertile": QT_TRANSLATE_NOOP("RuleRows", "按名次分三档"),
    "minmax": QT_TRANSLATE_NOOP("RuleRows", "按最低最高之间的位置"),
    "on": QT_TRANSLATE_NOOP("RuleRows", "扣除不算"),
    "off": QT_TRANSLATE_NOOP("RuleRows", "照算"),
}


def options(key: str) -> tuple[tuple[str, str], ...]:
    """The values of a setting that is chosen, with their words; none for one that is typed."""
    spec = SPECS[key]
    found = ("on", "off") if spec.kind == "flag" else () if spec.length else spec.choices
    return tuple((each, translate("RuleRows", CHOICES[each])) for each in found)


def shown(key: str, settings: MethodSettings) -> str:
    """A setting as its field shows it: money in 万元 (in English ¥k), shares without the sign."""
    value = getattr(settings, key)
    if SPECS[key].kind == "money":
        return f"{(Decimal(value) / large_unit()).normalize():f}"
    text = text_of(key, value)
    return text.removesuffix("%") if SPECS[key].kind == "share" else text


def part(row: Row, settings: MethodSettings) -> str:
    """What the field of a row shows."""
    return shown(row.key, settings) if row.place is None else str(getattr(settings, row.key)[row.place])


def together(row: Row, text: str, settings: MethodSettings) -> str:
    """What was typed for a row, with the other values of its setting."""
    if row.place is None:
        return typed(row.key, text)
    parts = [str(each) for each in getattr(settings, row.key)]
    parts[row.place] = text.strip()
    return "/".join(parts)


def said(row: Row, settings: MethodSettings) -> str:
    """A setting as a text: a choice by its word, else the figure with its unit."""
    figure = part(row, settings)
    if SPECS[row.key].kind == "money":
        return translate("Figures", "{0} 万元").format(figure)
    return dict(options(row.key)).get(settings.as_texts()[row.key]) or f"{figure} {row.unit_label}"


def typed(key: str, text: str) -> str:
    """What was typed, in the words settings are read from."""
    plain = text.strip()
    if SPECS[key].kind == "money":
        return _money(plain)
    if SPECS[key].kind == "share":
        return f"{plain.rstrip('%％ ')}%"
    return plain


def _money(plain: str) -> str:
    """An amount in the field's unit, written as 元 for the settings; what is no number is left for them to refuse."""
    number = plain.rstrip("万元k ").lstrip("¥ ")
    try:
        return f"{Decimal(number.replace(',', '')) * large_unit() / UNITS:f}"
    except InvalidOperation:
        return number
