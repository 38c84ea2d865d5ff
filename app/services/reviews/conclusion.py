"""The three sentences a review ends with, proposed from its figures; the manager may write others."""

from app.services.figures import format_date, format_percent, money_words
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.preview import Preview, yearly_sales
from app.services.schemes import class_label
from app.texts import fill, listed, together, translate

MOST_NAMES = 2


def conclusion(draft: ReviewDraft, view: Preview, names: dict[int, str]) -> str:
    """Where the customers stand, what changed, what to look after."""
    return "\n".join((_standing(draft, view), _changes(view), _care(view, names)))


def _standing(draft: ReviewDraft, view: Preview) -> str:
    best = next((each for each in view.tiers if each.class_id and each.customers), None)
    day, count, money = format_date(draft.as_of), view.customers, money_words(view.net_sales, fine=False)
    if best is None or view.net_sales <= 0:
        return fill(translate("Conclusion", "截至 {0}，共盘点 {1} 位客户，年采购额 {2}。"), day, count, money)
    share = format_percent(best.net_sales / view.net_sales)
    label = class_label(draft.leading, best.class_id)
    text = translate("Conclusion", "截至 {0}，共盘点 {1} 位客户，年采购额 {2}；其中{3} {4} 位，占采购额 {5}。")
    return fill(text, day, count, money, label, best.customers, share)


def _changes(view: Preview) -> str:
    moves = view.migration
    if moves is None:
        return translate("Conclusion", "这是第一次按这个方案盘点，没有上次可比。")
    if not view.moved:
        return translate("Conclusion", "和上次盘点比，没有客户变动。")
    counts = (
        (moves.upgraded, translate("Conclusion", "{0} 位升级")),
        (moves.downgraded, translate("Conclusion", "{0} 位降级")),
        (moves.entered, translate("Conclusion", "{0} 位新增")),
        (moves.left, translate("Conclusion", "{0} 位退出")),
    )
    known = listed(fill(text, number) for number, text in counts if number)
    told = fill(translate("Conclusion", "和上次盘点比，{0}。"), known) if known else ""
    more = translate("Conclusion", "另有 {0} 位并入了其他客户，不算退出。")
    return together(told, fill(more, moves.merged)) if moves.merged else told


def _care(view: Preview, names: dict[int, str]) -> str:
    """Nobody is counted who is not there: a sentence of 0 位 tells nothing."""
    if not view.at_risk | view.watch:
        if not view.unrated:
            return translate("Conclusion", "没有客户有流失风险。")
        text = translate("Conclusion", "没有客户有流失风险，{0} 位还无法评级。")
        return fill(text, len(view.unrated))
    sales = yearly_sales(view.classes.facts)
    largest = sorted(view.at_risk or view.watch, key=lambda number: (-sales[number], number))[:MOST_NAMES]
    named = listed(names[number] for number in largest)
    counts = (
        (len(view.at_risk), translate("Conclusion", "流失风险 {0} 位")),
        (len(view.watch), translate("Conclusion", "该来未来 {0} 位")),
    )
    states = listed(fill(text, count) for count, text in counts if count)
    facts = len(view.at_risk | view.watch), states, named
    if not view.unrated:
        return fill(translate("Conclusion", "{0} 位按自己的节奏该来未来或有流失风险（{1}），先联系{2}。"), *facts)
    text = translate("Conclusion", "{0} 位按自己的节奏该来未来或有流失风险（{1}），先联系{2}；{3} 位还无法评级。")
    return fill(text, *facts, len(view.unrated))
