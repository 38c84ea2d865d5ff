"""What may be lost: money by the state of the rhythm, and what is owed by who buys much and seldom."""

from functools import partial

import numpy as np

from app.services.arrays import UNRATED, known
from app.services.payments import PAYMENT_RISKS
from app.services.plots import Strip, Strips, strips
from app.services.rhythm import AT_RISK, WATCH
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import QT_TRANSLATE_NOOP, fill, translate

_LIGHTS = {
    "red": (QT_TRANSLATE_NOOP("Pictures", "红灯：先款后货"), "red"),
    "yellow": (QT_TRANSLATE_NOOP("Pictures", "黄灯：签回款计划"), "orange"),
    "green": (QT_TRANSLATE_NOOP("Pictures", "绿灯：正常"), "green"),
    "unknown": (QT_TRANSLATE_NOOP("Pictures", "没有资料：补录账期"), "slate"),
}


def at_risk(seen: Subject) -> ChartView | None:
    """The last year's purchases of each state; beside it the three months without a purchase, and raised by signals."""
    facts, overlay = seen.facts, seen.classes.overlay
    codes, last = seen.codes, facts.sales_to_last
    rated = codes != UNRATED
    if not rated.any():
        return None
    states = [
        (spec.id, spec.label, np.flatnonzero(codes == place), spec.slot)
        for place, spec in enumerate(seen.scheme.classes)
    ]
    raised = np.flatnonzero(rated & (overlay.risk_status >= WATCH) & (overlay.risk_status > facts.churn_status))
    months = seen.settings.calendar_at_risk
    extra = (
        ("warn", fill(translate("Pictures", "满 {0} 个月未合作"), months), np.flatnonzero(facts.warn_3m), "orange"),
        ("raised", translate("Pictures", "另有信号，风险调高"), raised, "red"),
        ("risk", translate("Pictures", "合计有流失风险"), np.flatnonzero(overlay.risk_status == AT_RISK), "red"),
    )
    slots = tuple(dict.fromkeys(each[3] for each in (*states, *extra)))
    bars, groups, rows = [], {}, []
    for key, name, inside, slot in (*states, *extra):
        money = np.where(known(last[inside]), last[inside], 0)
        units = int(np.maximum(money, 0).sum())
        sizes = tuple(float(seen.on_axis(units)) if each == slot else 0.0 for each in slots)
        said = parts.of_people(seen, len(inside), units)
        bars.append(Strip(name, sizes, said, key if len(inside) else "", parts.named(seen, name, len(inside), units)))
        groups[key] = Group(name, seen.ids_at(inside))
        rows.append((name, f"{len(inside):,}", seen.words(units)))
    risk = int(overlay.amount_at_risk.sum())
    number = int((overlay.risk_status == AT_RISK).sum())
    text = translate("Pictures", "有流失风险的 {0} 位，最后一年买过 {1}。")
    sentence = fill(text, f"{number:,}", seen.words(risk)) if number else translate("Pictures", "没有客户有流失风险。")
    until_last = translate(
        "Pictures", "到最后一次购买的 12 个月采购"
    )  # not of the 12 months that the classes are told with
    headers = (translate("Pictures", "状态"), translate("Pictures", "客户"), until_last)
    axis = fill(translate("Pictures", "采购额（{0}）"), seen.money_unit)
    data = Strips(tuple(bars), ("",) * len(slots), slots, axis)
    draw = partial(strips, data)
    title = translate("Pictures", "风险金额")
    return ChartView("at_risk", title, until_last, sentence, draw, headers, tuple(rows), groups, 300)


def payment_check(seen: Subject) -> ChartView | None:
    """回款检查 of the 流量 customers: who pays late gets goods for cash only."""
    facts = seen.facts
    if not facts.has_payments:
        return None
    flow = seen.codes == seen.scheme.class_ids.index("flow")
    if not flow.any():
        return None
    slots = tuple(slot for _words, slot in _LIGHTS.values())
    bars, groups, rows = [], {}, []
    for key, (words, slot) in _LIGHTS.items():
        inside = np.flatnonzero(flow & (facts.payment_risk == PAYMENT_RISKS.index(key)))
        units = seen.sum(inside)
        owed = facts.overdue_balance[inside]
        overdue = int(np.where(known(owed), owed, 0).sum())
        name = translate("Pictures", words)
        sizes = tuple(float(len(inside)) if each == slot else 0.0 for each in slots)
        tip = fill(translate("Pictures", "{0}：{1} 位，逾期 {2}"), name, len(inside), seen.words(overdue))
        bars.append(Strip(name, sizes, parts.people(len(inside)), key if len(inside) else "", tip))
        groups[key] = Group(name, seen.ids_at(inside))
        rows.append((name, f"{len(inside):,}", seen.words(units), seen.words(overdue)))
    red = len(groups["red"].ids)
    text = translate("Pictures", "流量客户里 {0} 位是红灯，要先款后货。")
    sentence = fill(text, red) if red else translate("Pictures", "流量客户里没有红灯。")
    headers = (
        translate("Pictures", "回款灯"),
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
        translate("Pictures", "逾期"),
    )
    data = Strips(tuple(bars), ("",) * len(slots), slots, translate("Pictures", "客户（位）"))
    title = translate("Pictures", "流量客户的回款检查")
    return ChartView("payment", title, "", sentence, partial(strips, data), headers, tuple(rows), groups, 180)
