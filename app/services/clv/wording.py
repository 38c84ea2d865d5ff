"""Lifetime value in words: which method is shown and why, and what its figures say of a customer (methods.md C)."""

from app.services.clv.value import Verdict
from app.texts import QT_TRANSLATE_NOOP, translate

METHODS = {
    "simple": QT_TRANSLATE_NOOP("Lifetime", "简单算法"),
    "bgnbd_mean": QT_TRANSLATE_NOOP("Lifetime", "复购模型，单次金额取加权平均"),
    "bgnbd_gg": QT_TRANSLATE_NOOP("Lifetime", "复购模型和金额模型"),
}
REASONS = {
    "thin_data": QT_TRANSLATE_NOOP("Lifetime", "客户、复购或时间太少，样本不够"),
    "fit_failed": QT_TRANSLATE_NOOP("Lifetime", "模型套不上这些数据"),
    "backtest_failed": QT_TRANSLATE_NOOP("Lifetime", "用过去的数据试过，预测偏得太多"),
    "spend_model_rejected": QT_TRANSLATE_NOOP("Lifetime", "单次金额和购买次数有关联，金额模型不适用"),
    "ok": QT_TRANSLATE_NOOP("Lifetime", "用过去的数据试过，预测可信"),
    "ok_regular_buyers": QT_TRANSLATE_NOOP("Lifetime", "购买很有规律，是否流失以流失预警为准"),
}


def method(verdict: Verdict) -> tuple[str, str]:
    """The method and why it was chosen."""
    return translate("Lifetime", METHODS[verdict.method]), translate("Lifetime", REASONS[verdict.reason])
