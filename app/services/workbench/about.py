"""What a scheme does, in one sentence with the thresholds in force."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.services.arrays import UNRATED
from app.services.reasons import stated
from app.services.schemes import abc, pareto
from app.services.schemes.base import Result
from app.services.settings import MethodSettings
from app.texts import QT_TRANSLATE_NOOP, translate

_ABOUT: Mapping[str, str] = {
    "value": QT_TRANSLATE_NOOP(
        "Workbench",
        "按近 {review_months} 个月净销售额：{value_high:wan}以上是高价值，{value_mid:wan}以上是中价值；"
        "不到的看有没有增长证据，有是潜力，没有是普通。",
    ),
    "pareto": QT_TRANSLATE_NOOP(
        "Workbench",
        "期内成交的客户按毛利排名：最前 {pareto_top:percent} 重点，最后 {pareto_bottom:percent} 末位，其余维持；"
        "缺成本的超过 {pareto_gaps:percent} 时改按净销售额。",
    ),
    "abc": QT_TRANSLATE_NOOP(
        "Workbench",
        "从大到小累计：合起来占 {abc_a:percent} 的是 A，到 {abc_b:percent} 的是 B，其余是 C；跨线的那一位算在上面。",
    ),
    "quadrant": QT_TRANSLATE_NOOP(
        "Workbench",
        "横看近 {review_months} 个月购买天数，竖看采购量，两条分界线分出明星、流量、小溪、负担；"
        "首单不满 {exempt_months} 个月的负担先观察。",
    ),
    "rfm": QT_TRANSLATE_NOOP(
        "Workbench",
        "近 {rfm_months} 个月成交的客户，按最近一次（R）、次数（F）、金额（M）各打 1 到 5 分，查表分成十一类；"
        "客户少、单子大时只作参考，先看价值和节奏。",
    ),
    "rfm_eight": QT_TRANSLATE_NOOP(
        "Workbench", "R、F、M 三项得分高于平均为高，分成重要与一般各四类；客户少、单子大时只作参考。"
    ),
    "behavior": QT_TRANSLATE_NOOP(
        "Workbench", "看购买间隔是否有规律：至少买过 4 次，间隔离散不超过 0.5 是稳定，否则间歇；有流失风险的另列。"
    ),
    "freq_band": QT_TRANSLATE_NOOP("Workbench", "平均每月购买 1 次以上是高频，不到三个月 1 次是低频，其余中频。"),
    "decision_cycle": QT_TRANSLATE_NOOP(
        "Workbench",
        "从商机到下单的天数：{fast} 天内快速，{cautious} 天内谨慎，更久或商机开了 {stale} 天还没定是长期犹豫。",
    ),
    "grade_abcd": QT_TRANSLATE_NOOP(
        "Workbench",
        "{grade_order_days} 天内有订单是 A 成交；有商机、{grade_quote_days} 天内报过价或 {grade_seed_days} 天内互动 "
        "{grade_seed_contacts} 次是 B 种子；{grade_contact_days} 天内有互动是 C 潜在；其余 D 沉默。",
    ),
    "potential": QT_TRANSLATE_NOOP(
        "Workbench",
        "年需求、我们没供的份额、增长、员工人数打分：6 分以上高，3 分以上中；知道的不足两项不评，手工评定优先。",
    ),
    "loyalty": QT_TRANSLATE_NOOP(
        "Workbench",
        "合作满一年、期内买 4 天以上、没有流失风险，并且介绍过客户、份额过半、愿意推荐或品类不止一个，是忠诚；"
        "刚开始的是新，其余摇摆。",
    ),
    "potential_loyalty": QT_TRANSLATE_NOOP("Workbench", "潜力和忠诚交叉成九格，每格归哪一类可以改。"),
    "demand_state": QT_TRANSLATE_NOOP(
        "Workbench", "没买过的分潜在和意向（有商机，或 90 天内报过价）；买过的分现有和流失，流失的有新意向就是挽回中。"
    ),
    "relation": QT_TRANSLATE_NOOP(
        "Workbench",
        "投诉 3 次以上或满意度不到 2 分要特别对待；近 {review_months} 个月平均每月有一次有效互动是紧密，"
        "有过是一般，没有是疏远。",
    ),
    "fit": QT_TRANSLATE_NOOP(
        "Workbench", "四条好、四条坏逐条回答，好减坏 2 分以上优质，-2 分以下劣质；答够 3 条才评。"
    ),
    "churn": QT_TRANSLATE_NOOP(
        "Workbench",
        "和客户自己平时的购买间隔比：超过 {churn_watch:short} 倍该来未来，{churn_at_risk:short} 倍流失风险，"
        "{churn_churned:short} 倍已流失；"
        "买得太少的按 {calendar_watch}、{calendar_at_risk}、{calendar_churned} 个月算。",
    ),
    "score": QT_TRANSLATE_NOOP(
        "Workbench",
        "九项指标各换成 0 到 100 分，按权重合成：80 分以上优，60 良，40 中；"
        "已知指标的权重不足 {score_coverage:percent} 不评。",
    ),
    "kmeans": QT_TRANSLATE_NOOP(
        "Workbench",
        "让数据自己分组：按金额、购买天数、最近一次把相像的放在一起；数据变了组也会变，只供参考，不排任务。",
    ),
    "clv": QT_TRANSLATE_NOOP(
        "Workbench", "每位客户已经留下多少、往后还可能带来多少；复购模型先过检验，过不了就用简单算法，并说明原因。"
    ),
    "concentration": QT_TRANSLATE_NOOP("Workbench", "销售额有多少压在少数客户身上；最大的客户走了会怎样。"),
    "attribute": QT_TRANSLATE_NOOP("Workbench", "按客户资料里的「{view:view}」分组，金额大的在前。"),
    "own": QT_TRANSLATE_NOOP("Workbench", "自己定的卡片，从上往下看，先满足哪张卡片就归哪一档。"),
}


_NOTES: Mapping[str, str] = {
    "pareto.by_sales": QT_TRANSLATE_NOOP("Workbench", "缺成本的客户太多，这里按净销售额排名。"),
    "pareto.share": QT_TRANSLATE_NOOP(
        "Workbench", "重点的 {top_count} 位贡献了{metric:words}的 {top_share:percent}；八成只是经验，以实际为准。"
    ),
    "pareto.same": QT_TRANSLATE_NOOP("Workbench", "各位客户的金额相同，无法区分。"),
    "pareto.few": QT_TRANSLATE_NOOP("Workbench", "期内成交的客户太少，分不出前后。"),
    "abc.nothing": QT_TRANSLATE_NOOP("Workbench", "没有一位是正数，累计不出贡献，都归 C。"),
    "abc.by_sales": QT_TRANSLATE_NOOP("Workbench", "缺成本的客户太多，这里按净销售额累计。"),
    "quadrant.cuts": QT_TRANSLATE_NOOP(
        "Workbench", "分界：购买天数 {frequency_cut:short} 天，采购量 {volume_cut:wan}。"
    ),
    "rfm.auto": QT_TRANSLATE_NOOP("Workbench", "参加打分的 {population} 位，{mode}。"),
    "kmeans.clear": QT_TRANSLATE_NOOP("Workbench", "分成 {k} 组，轮廓系数 {silhouette:ratio}。"),
}
_MODES: Mapping[str, str] = {
    "quintile": QT_TRANSLATE_NOOP("Workbench", "按五等分"),
    "tertile": QT_TRANSLATE_NOOP("Workbench", "按三等分（客户少）"),
    "fixed": QT_TRANSLATE_NOOP("Workbench", "按固定标准"),
}


def notes(result: Result) -> tuple[str, ...]:
    """What the figures themselves say of how the scheme came out."""
    facts = dict(result.diagnostics)
    found = list(_codes(result, facts))
    if facts.get("clear"):
        facts["silhouette"] = facts["silhouettes"][str(facts["k"])]
    if "mode" in facts:
        facts["mode"] = translate("Workbench", _MODES[facts["mode"]])
    return tuple(stated(translate("Workbench", _NOTES[code]), facts) for code in found)


def _codes(result: Result, facts: Mapping[str, Any]) -> Iterator[str]:
    scheme = result.scheme
    if scheme in ("pareto", "abc") and facts["metric"] == "net_sales":
        yield f"{scheme}.by_sales"
    if scheme == "pareto" and (result.codes == pareto.UNSPLIT).any():
        yield "pareto.few"
    elif scheme in ("pareto", "abc") and facts["same"]:
        yield "pareto.same"
    elif scheme == "pareto" and facts["top_share"] is not None:
        yield "pareto.share"
    if scheme == "abc" and facts["population"] and not (result.codes == abc.A).any():
        yield "abc.nothing"
    divided = (result.codes != UNRATED).any()
    if scheme == "quadrant" and divided and facts["volume_cut"] is not None and facts["frequency_cut"] is not None:
        yield "quadrant.cuts"
    if scheme in ("rfm", "rfm_eight") and facts["population"]:
        yield "rfm.auto"
    if scheme == "kmeans" and facts.get("clear"):
        yield "kmeans.clear"


def about(scheme: str, settings: MethodSettings) -> str:
    """The sentence under the title of a scheme."""
    kind, colon, view = scheme.partition(":")
    facts: dict[str, Any] = {key: getattr(settings, key) for key in settings.as_texts()}
    facts |= dict(zip(("fast", "cautious", "stale"), settings.decision_days, strict=True))
    return stated(translate("Workbench", _ABOUT[kind if colon else scheme]), facts | {"view": view})
