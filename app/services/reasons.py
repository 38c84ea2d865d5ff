"""One sentence per label: the figure, the rule, and what would change it (methods.md B.15)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.services import figures
from app.services.fields import field_title
from app.services.schemes import SCHEMES, VIEWS, Reason, class_label
from app.texts import QT_TRANSLATE_NOOP, fill_from, listed, sentences, translate

__all__ = ["Reason", "sentence", "word"]

SENTENCES: dict[str, str] = {
    "value.high": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月净销售额 {sales:wan}，达到 {cut:wan} → {tier:value}；离降级还有 {margin:wan}",
    ),
    "value.mid": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月净销售额 {sales:wan}，达到 {cut:wan} → {tier:value}；再增加 {gap:wan}升为{up:value}",
    ),
    "value.potential": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月净销售额 {sales:wan}，低于 {cut:wan}，但{evidence:words} → {tier:value}；"
        "再增加 {gap:wan}升为{up:value}",
    ),
    "value.general": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月净销售额 {sales:wan}，低于 {cut:wan} → {tier:value}；再增加 {gap:wan}升为{up:value}",
    ),
    "value.prospect": QT_TRANSLATE_NOOP("Reasons", "还没有成交过 → {tier:value}；成交后按金额分级"),
    "value.kept": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月净销售额 {sales:wan}，比 {cut:wan}少 {gap:wan}，"
        "在 {slack:percent} 的缓冲内 → 保持{tier:value}",
    ),
    "value.high.summary": QT_TRANSLATE_NOOP(
        "Reasons",
        "历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，达到 {cut:wan} → {tier:value}；离降级还有 {margin:wan}",
    ),
    "value.mid.summary": QT_TRANSLATE_NOOP(
        "Reasons",
        "历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，达到 {cut:wan} → {tier:value}；"
        "再增加 {gap:wan}升为{up:value}",
    ),
    "value.potential.summary": QT_TRANSLATE_NOOP(
        "Reasons",
        "历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，低于 {cut:wan}，但{evidence:words} → {tier:value}",
    ),
    "value.general.summary": QT_TRANSLATE_NOOP(
        "Reasons",
        "历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，低于 {cut:wan} → {tier:value}",
    ),
    "value.kept.summary": QT_TRANSLATE_NOOP(
        "Reasons",
        "总额÷年数为每年 {sales:wan}，比 {cut:wan}少 {gap:wan}，在 {slack:percent} 的缓冲内 → 保持{tier:value}",
    ),
    "value.no_amount": QT_TRANSLATE_NOOP("Reasons", "缺历史采购总额，价值分级无法判定；补上后可判"),
    "value.no_first_date": QT_TRANSLATE_NOOP("Reasons", "缺首次合作日期，价值分级无法判定；补上后可判"),
    "pareto.ranked": QT_TRANSLATE_NOOP(
        "Reasons", "{metric:words}第 {rank}/{count} 名，累计到 {cumulative:percent} → {tier:pareto}"
    ),
    "pareto.ranked.loss": QT_TRANSLATE_NOOP(
        "Reasons", "{metric:words}第 {rank}/{count} 名，全部客户合计没有赚到钱 → {tier:pareto}"
    ),
    "pareto.unsplit": QT_TRANSLATE_NOOP("Reasons", "期内成交只有 {count} 位，不足 {least} 位，不做二八分级"),
    "pareto.no_purchase": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月没有成交，不参加二八分级"),
    "pareto.no_profit": QT_TRANSLATE_NOOP("Reasons", "缺成本，二八分级无法判定；补上后可判"),
    "pareto.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，二八分级无法判定；导入订单后可判"),
    "abc.ranked": QT_TRANSLATE_NOOP(
        "Reasons", "{metric:words}第 {rank}/{count} 名，累计到 {cumulative:percent} → {tier:abc}"
    ),
    "abc.ranked.loss": QT_TRANSLATE_NOOP(
        "Reasons", "{metric:words}第 {rank}/{count} 名，全部客户合计没有赚到钱 → {tier:abc}"
    ),
    "abc.no_purchase": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月没有成交，不参加 ABC 分级"),
    "abc.no_profit": QT_TRANSLATE_NOOP("Reasons", "缺成本，ABC 分级无法判定；补上后可判"),
    "abc.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，ABC 分级无法判定；导入订单后可判"),
    "quadrant.placed": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月购买 {days} 天（分界 {days_cut:short}），"
        "进货 {volume:wan}（分界 {volume_cut:wan}）→ {tier:quadrant}",
    ),
    "quadrant.placed.aov": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月购买 {days} 天（分界 {days_cut:short}），单次进货 {volume:wan}（分界 {volume_cut:wan}）"
        "→ {tier:quadrant}",
    ),
    "quadrant.placed.quantity": QT_TRANSLATE_NOOP(
        "Reasons",
        "近 {months} 个月购买 {days} 天（分界 {days_cut:short}），"
        "进货量 {volume:quantity}（分界 {volume_cut:quantity}）→ {tier:quadrant}",
    ),
    "quadrant.same": QT_TRANSLATE_NOOP("Reasons", "各位客户的购买天数或进货额都一样，分不出象限"),
    "quadrant.no_purchase": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月没有成交，不参加四象限"),
    "quadrant.summary": QT_TRANSLATE_NOOP("Reasons", "没有购买频次，四象限无法判定；导入订单后可判"),
    "grade.order": QT_TRANSLATE_NOOP("Reasons", "{last:date} 有订单，在 {order_days} 天内 → {tier:grade_abcd}"),
    "grade.stage": QT_TRANSLATE_NOOP("Reasons", "商机正在{stage:words}阶段 → {tier:grade_abcd}"),
    "grade.quote": QT_TRANSLATE_NOOP("Reasons", "{quote_age} 天前报过价，{quote_days} 天内 → {tier:grade_abcd}"),
    "grade.contacts": QT_TRANSLATE_NOOP("Reasons", "{seed_days} 天内有 {contacts} 次有效互动 → {tier:grade_abcd}"),
    "grade.contact": QT_TRANSLATE_NOOP(
        "Reasons", "{contact_age} 天前有过有效互动，{contact_days} 天内 → {tier:grade_abcd}"
    ),
    "grade.silent": QT_TRANSLATE_NOOP("Reasons", "{contact_age} 天无有效互动 → {tier:grade_abcd}"),
    "grade.never": QT_TRANSLATE_NOOP("Reasons", "没有有效互动的记录 → {tier:grade_abcd}"),
    "grade.no_last_date": QT_TRANSLATE_NOOP("Reasons", "缺最近合作日期，成交状态无法判定；补上后可判"),
    "grade.former": QT_TRANSLATE_NOOP("Reasons", "曾成交，最近一次 {last:date}"),
    "churn.rhythm": QT_TRANSLATE_NOOP(
        "Reasons", "一般 {rhythm:short} 天内会来，已 {recency} 天，是平时的 {ratio:ratio} 倍 → {tier:churn}"
    ),
    "churn.entered": QT_TRANSLATE_NOOP(
        "Reasons", "平均合作周期 {rhythm:short} 天，已 {recency} 天，是周期的 {ratio:ratio} 倍 → {tier:churn}"
    ),
    "churn.calendar": QT_TRANSLATE_NOOP("Reasons", "购买次数少，按日历看：距上次合作 {recency} 天 → {tier:churn}"),
    "churn.never": QT_TRANSLATE_NOOP("Reasons", "还没有成交过，谈不上流失"),
    "churn.no_last_date": QT_TRANSLATE_NOOP("Reasons", "缺最近合作日期，流失预警无法判定；补上后可判"),
    "churn.holidays": QT_TRANSLATE_NOOP("Reasons", "已扣除春节 {off} 天"),
    "churn.warn": QT_TRANSLATE_NOOP("Reasons", "满 {months} 个月未合作"),
    "churn.warn_own": QT_TRANSLATE_NOOP(
        "Reasons", "满 {months} 个月未合作；但他一般 {rhythm:short} 天来一次，按自己的节奏还早"
    ),
    "churn.due": QT_TRANSLATE_NOOP("Reasons", "到 {day:date} 还没来就满 {months} 个月，转为{risk:churn}"),
    "churn.signals": QT_TRANSLATE_NOOP("Reasons", "另有信号：{signals:words} → {risk:churn}"),
    "rfm.scored": QT_TRANSLATE_NOOP(
        "Reasons",
        "最近 {recency} 天（{r} 分）、{days} 次（{f} 分）、{sales:wan}（{m} 分）→ {tier:rfm}；同分 {peers} 位",
    ),
    "rfm_eight.scored": QT_TRANSLATE_NOOP(
        "Reasons",
        "最近 {recency} 天（{r} 分）、{days} 次（{f} 分）、{sales:wan}（{m} 分），与平均分相比 → {tier:rfm_eight}",
    ),
    "rfm.no_purchase": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月没有成交，不参加 RFM"),
    "rfm.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，RFM 无法判定；导入订单后可判"),
    "potential.points": QT_TRANSLATE_NOOP("Reasons", "潜力 {points} 分（{items:words}）→ {tier:potential}"),
    "potential.by_hand": QT_TRANSLATE_NOOP("Reasons", "手工评定 → {tier:potential}"),
    "potential.unknown": QT_TRANSLATE_NOOP("Reasons", "缺{missing:words}，潜力无法判定；补上任意两项可判"),
    "loyalty.loyal": QT_TRANSLATE_NOOP(
        "Reasons", "合作 {months} 个月，近 12 个月购买 {days} 天，{evidence:words} → {tier:loyalty}"
    ),
    "loyalty.swing": QT_TRANSLATE_NOOP("Reasons", "合作 {months} 个月，近 12 个月购买 {days} 天 → {tier:loyalty}"),
    "loyalty.new": QT_TRANSLATE_NOOP("Reasons", "合作 {months} 个月，刚开始 → {tier:loyalty}"),
    "loyalty.none": QT_TRANSLATE_NOOP("Reasons", "还没有成交过，谈不上忠诚"),
    "loyalty.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，忠诚无法判定；导入订单后可判"),
    "potential_loyalty.placed": QT_TRANSLATE_NOOP(
        "Reasons",
        "潜力 {points} 分（{items:words}），合作 {months} 个月、近 12 个月购买 {days} 天，"
        "{potential:potential}×{loyalty:loyalty} → {tier:potential_loyalty}",
    ),
    "demand_state.current": QT_TRANSLATE_NOOP("Reasons", "距上次合作 {recency} 天，没有流失 → {tier:demand_state}"),
    "demand_state.intent": QT_TRANSLATE_NOOP("Reasons", "还没有成交，商机正在{stage:words}阶段 → {tier:demand_state}"),
    "demand_state.intent.quote": QT_TRANSLATE_NOOP(
        "Reasons", "还没有成交，{quote_age} 天前报过价 → {tier:demand_state}"
    ),
    "demand_state.potential": QT_TRANSLATE_NOOP("Reasons", "还没有成交，也没有商机和报价 → {tier:demand_state}"),
    "demand_state.recovering": QT_TRANSLATE_NOOP(
        "Reasons", "已 {recency} 天未合作，商机正在{stage:words}阶段 → {tier:demand_state}"
    ),
    "demand_state.recovering.quote": QT_TRANSLATE_NOOP(
        "Reasons", "已 {recency} 天未合作，{quote_age} 天前报过价 → {tier:demand_state}"
    ),
    "demand_state.lost": QT_TRANSLATE_NOOP("Reasons", "已 {recency} 天未合作，也没有新意向 → {tier:demand_state}"),
    "demand_state.no_last_date": QT_TRANSLATE_NOOP("Reasons", "缺最近合作日期，需求状态无法判定；补上后可判"),
    "behavior.stable": QT_TRANSLATE_NOOP(
        "Reasons", "一般 {usual:short} 天买一次，间隔离散 {spread:ratio} → {tier:behavior}"
    ),
    "behavior.intermittent": QT_TRANSLATE_NOOP("Reasons", "购买间隔忽长忽短，离散 {spread:ratio} → {tier:behavior}"),
    "behavior.insufficient": QT_TRANSLATE_NOOP("Reasons", "购买不足 4 次，看不出规律 → {tier:behavior}"),
    "behavior.churn_risk": QT_TRANSLATE_NOOP("Reasons", "流失预警为{risk:churn} → {tier:behavior}"),
    "behavior.none": QT_TRANSLATE_NOOP("Reasons", "还没有成交过，看不出购买行为"),
    "behavior.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，购买行为无法判定；导入订单后可判"),
    "decision_cycle.days": QT_TRANSLATE_NOOP("Reasons", "从商机到下单一般 {days:short} 天 → {tier:decision_cycle}"),
    "decision_cycle.open": QT_TRANSLATE_NOOP("Reasons", "商机已开 {open} 天还没有定 → {tier:decision_cycle}"),
    "decision_cycle.unknown": QT_TRANSLATE_NOOP("Reasons", "没有商机记录，决策周期无法判定；记下商机后可判"),
    "freq_band.rated": QT_TRANSLATE_NOOP("Reasons", "平均每月购买 {rate:ratio} 次 → {tier:freq_band}"),
    "freq_band.never": QT_TRANSLATE_NOOP("Reasons", "还没有成交过，没有购买频率"),
    "freq_band.summary": QT_TRANSLATE_NOOP("Reasons", "只有采购总额、没有订单，购买频率无法判定；导入订单后可判"),
    "score.points": QT_TRANSLATE_NOOP(
        "Reasons", "综合 {score:short} 分：强在{best:words}，弱在{worst:words} → {tier:score}"
    ),
    "score.too_little": QT_TRANSLATE_NOOP(
        "Reasons", "缺{missing:words}，已知指标的权重不足 {coverage:percent}，综合分无法判定；补上后可判"
    ),
    "kmeans.group": QT_TRANSLATE_NOOP(
        "Reasons", "和这些客户最像：购买 {days} 天、{sales:wan}、最近 {recency} 天（中位数）→ 组 {group}"
    ),
    "kmeans.unclear": QT_TRANSLATE_NOOP("Reasons", "聚类结构不明显，建议用规则分级"),
    "kmeans.few": QT_TRANSLATE_NOOP("Reasons", "期内成交不足 {least} 位，不做自动分群"),
    "kmeans.no_purchase": QT_TRANSLATE_NOOP("Reasons", "期内没有成交，不参加自动分群"),
    "attribute.value": QT_TRANSLATE_NOOP("Reasons", "{view:view}填的是「{value}」"),
    "attribute.unknown": QT_TRANSLATE_NOOP("Reasons", "没有填{view:view}；补上后归入"),
    "own.card": QT_TRANSLATE_NOOP("Reasons", "符合第 {place} 张卡片「{card}」的条件（{name}，第 {version} 版）"),
    "own.open": QT_TRANSLATE_NOOP("Reasons", "缺{missing:fields}，卡片「{card}」无法判定；补上后可判"),
    "own.none": QT_TRANSLATE_NOOP("Reasons", "哪张卡片的条件都不符合（{name}，第 {version} 版）"),
    "fit.answers": QT_TRANSLATE_NOOP("Reasons", "{said:words} → {tier:fit}"),
    "fit.nothing": QT_TRANSLATE_NOOP("Reasons", "没有哪一条符合 → {tier:fit}"),
    "fit.unknown": QT_TRANSLATE_NOOP("Reasons", "已答的不足 3 条，合作质量无法判定；补答后可判"),
    "relation.unrecorded": QT_TRANSLATE_NOOP("Reasons", "台账里没有跟进记录，客户关系无法判定；记下跟进后可判"),
    "relation.close": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月有效互动 {contacts} 次 → {tier:relation}"),
    "relation.normal": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月有效互动 {contacts} 次 → {tier:relation}"),
    "relation.distant": QT_TRANSLATE_NOOP("Reasons", "近 {months} 个月没有有效互动 → {tier:relation}"),
    "relation.care": QT_TRANSLATE_NOOP("Reasons", "投诉 {complaints} 次，满意度 {csat:ratio} → {tier:relation}"),
    "payment.green": QT_TRANSLATE_NOOP("Reasons", "回款绿灯：正常"),
    "payment.yellow": QT_TRANSLATE_NOOP("Reasons", "回款黄灯：签回款计划"),
    "payment.red": QT_TRANSLATE_NOOP("Reasons", "回款红灯：逾期 {overdue:yuan}，控货，先款后货"),
    "payment.unknown": QT_TRANSLATE_NOOP("Reasons", "没有回款资料：补录账期"),
    "observe.new": QT_TRANSLATE_NOOP("Reasons", "首单不满 {months} 个月，先观察"),
}

WORDS: dict[str, str] = {
    "manual": QT_TRANSLATE_NOOP("Reasons", "手工判断有增长空间"),
    "growth": QT_TRANSLATE_NOOP("Reasons", "比上期明显增长"),
    "wallet": QT_TRANSLATE_NOOP("Reasons", "预计年需求大、我方份额小"),
    "new_annualised": QT_TRANSLATE_NOOP("Reasons", "新客户，折成全年可达标"),
    "opportunity": QT_TRANSLATE_NOOP("Reasons", "有大额商机或多次询价"),
    "demand": QT_TRANSLATE_NOOP("Reasons", "年需求"),
    "unserved": QT_TRANSLATE_NOOP("Reasons", "未供份额"),
    "rising": QT_TRANSLATE_NOOP("Reasons", "增长"),
    "employees": QT_TRANSLATE_NOOP("Reasons", "员工人数"),
    "refers": QT_TRANSLATE_NOOP("Reasons", "介绍过客户"),
    "large_share": QT_TRANSLATE_NOOP("Reasons", "份额过半"),
    "recommends": QT_TRANSLATE_NOOP("Reasons", "愿意推荐"),
    "varied": QT_TRANSLATE_NOOP("Reasons", "品类多"),
    "fit.suits": QT_TRANSLATE_NOOP("Reasons", "让我们做擅长的事"),
    "fit.pushes": QT_TRANSLATE_NOOP("Reasons", "新要求推动我们进步"),
    "fit.direction": QT_TRANSLATE_NOOP("Reasons", "与公司方向一致"),
    "fit.returns": QT_TRANSLATE_NOOP("Reasons", "稳定回头"),
    "fit.beyond": QT_TRANSLATE_NOOP("Reasons", "要求超出能力"),
    "fit.distracts": QT_TRANSLATE_NOOP("Reasons", "分散精力"),
    "fit.costs": QT_TRANSLATE_NOOP("Reasons", "投入超过收入"),
    "fit.unhappy": QT_TRANSLATE_NOOP("Reasons", "尽力仍不满意"),
    "indicator.net_sales": QT_TRANSLATE_NOOP("Reasons", "净销售额"),
    "indicator.gross_margin": QT_TRANSLATE_NOOP("Reasons", "毛利率"),
    "indicator.on_time_rate": QT_TRANSLATE_NOOP("Reasons", "按期回款率"),
    "indicator.frequency": QT_TRANSLATE_NOOP("Reasons", "购买频次"),
    "indicator.recency": QT_TRANSLATE_NOOP("Reasons", "最近购买"),
    "indicator.variety": QT_TRANSLATE_NOOP("Reasons", "品类数"),
    "indicator.csat": QT_TRANSLATE_NOOP("Reasons", "满意度"),
    "indicator.referrals": QT_TRANSLATE_NOOP("Reasons", "转介绍"),
    "indicator.complaints": QT_TRANSLATE_NOOP("Reasons", "投诉"),
    "gross_profit": QT_TRANSLATE_NOOP("Reasons", "毛利"),
    "net_sales": QT_TRANSLATE_NOOP("Reasons", "净销售额"),
    "enquiry": QT_TRANSLATE_NOOP("Reasons", "询价"),
    "need": QT_TRANSLATE_NOOP("Reasons", "需求"),
    "quote": QT_TRANSLATE_NOOP("Reasons", "报价"),
    "sample": QT_TRANSLATE_NOOP("Reasons", "试样"),
    "negotiation": QT_TRANSLATE_NOOP("Reasons", "谈判"),
    "volume_drop": QT_TRANSLATE_NOOP("Reasons", "量减"),
    "category_drop": QT_TRANSLATE_NOOP("Reasons", "品类缩减"),
    "complaint_open": QT_TRANSLATE_NOOP("Reasons", "投诉未了结"),
    "csat_low": QT_TRANSLATE_NOOP("Reasons", "满意度低"),
    "silence": QT_TRANSLATE_NOOP("Reasons", "久无有效互动"),
    "price": QT_TRANSLATE_NOOP("Reasons", "反馈价格高"),
    "amount_without_last_date": QT_TRANSLATE_NOOP("Reasons", "有采购额但没有最近合作日期"),
    "amount_but_not_closed": QT_TRANSLATE_NOOP("Reasons", "有采购额却标着未成交"),
    "last_before_first": QT_TRANSLATE_NOOP("Reasons", "最近合作早于首次合作"),
    "no_amount": QT_TRANSLATE_NOOP("Reasons", "缺历史采购总额"),
    "no_first_date": QT_TRANSLATE_NOOP("Reasons", "缺首次合作日期"),
    "negative_sales": QT_TRANSLATE_NOOP("Reasons", "负销售额客户"),
    "margin_estimated": QT_TRANSLATE_NOOP("Reasons", "毛利为估算"),
    "refund_excess": QT_TRANSLATE_NOOP("Reasons", "退款差额"),
    "owed_without_sales": QT_TRANSLATE_NOOP("Reasons", "有欠款无销售"),
}
"""Words for the marks, signals and evidence that sentences and lists name."""


def word(code: str) -> str:
    """The word for a mark, a signal or a kind of evidence."""
    return translate("Reasons", WORDS[code]) if code in WORDS else code


def sentence(reason: Reason) -> str:
    """The reason in the language of the interface, its further clauses after a semicolon."""
    return sentences(map(_clause, (reason, *reason.also)))


def _clause(reason: Reason) -> str:
    return stated(translate("Reasons", SENTENCES[reason.code]), reason.facts)


def stated(text: str, facts: Mapping[str, Any]) -> str:
    """A translated text with raw figures put in by the form each blank asks for."""
    return fill_from(text, _Known({key: _Shown(value) for key, value in facts.items()}))


class _Known(dict[str, "_Shown"]):
    """What a reason does not hold is shown as unknown."""

    def __missing__(self, _key: str) -> "_Shown":
        return _Shown(None)


class _Shown:
    """A raw figure that a sentence shows by the form it asks for: wan, yuan, percent, words, a scheme ..."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __str__(self) -> str:
        return str(self._value)

    def __format__(self, form: str) -> str:
        if form in SCHEMES:
            return class_label(form, self._value)
        if self._value is None:
            return figures.NONE_SHOWN
        shown: str = _FORMS[form](self._value)
        return shown


def _words(value: Any) -> str:
    codes = [value] if isinstance(value, str) else value
    return listed(map(word, codes))


def _short(value: Any) -> str:
    """A number without needless decimals."""
    return f"{figures.round_half_up(value, 1).normalize():f}"


def _fields(value: Any) -> str:
    return listed(map(field_title, value))


def _large(units: int) -> str:
    """In the large unit, unless it would be nothing there."""
    return figures.money_words(units, "yuan" if 0 < abs(units) < 50 * figures.UNITS else "wan")


_FORMS: Mapping[str, Any] = {
    "fields": _fields,
    "view": lambda key: translate("Schemes", VIEWS[key]),
    "": str,
    "wan": _large,
    "yuan": lambda units: figures.money_cell(units, "yuan"),
    "quantity": lambda units: _short(Decimal(units) / figures.UNITS),
    "percent": figures.format_percent,
    "ratio": figures.format_ratio,
    "short": _short,
    "date": lambda text: figures.format_date(date.fromisoformat(text)),
    "words": _words,
}
