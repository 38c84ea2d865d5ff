"""Sentences of the detail pane from stored codes: what in the data does not fit together."""

from collections.abc import Iterable

from app.texts import QT_TRANSLATE_NOOP, translate

MARKS = {
    "amount_without_last_date": QT_TRANSLATE_NOOP("Marks", "有采购总额，却没有最近合作时间。"),
    "amount_but_not_closed": QT_TRANSLATE_NOOP("Marks", "有采购总额，却标着未成交。"),
    "last_before_first": QT_TRANSLATE_NOOP("Marks", "最近合作早于首次合作。"),
    "no_amount": QT_TRANSLATE_NOOP("Marks", "没有采购总额，无法评级。"),
    "no_first_date": QT_TRANSLATE_NOOP("Marks", "没有首次合作时间，算不出年采购额。"),
    "negative_sales": QT_TRANSLATE_NOOP("Marks", "近 12 个月退货比采购多。"),
    "margin_estimated": QT_TRANSLATE_NOOP("Marks", "成本不全，毛利是估算的。"),
    "refund_excess": QT_TRANSLATE_NOOP("Marks", "退款超过了已付金额。"),
    "owed_without_sales": QT_TRANSLATE_NOOP("Marks", "有欠款，却没有采购记录。"),
}


def marks_text(codes: Iterable[str]) -> list[str]:
    """The contradictions of a customer's data, one sentence each."""
    return [translate("Marks", MARKS[code]) for code in codes if code in MARKS]
