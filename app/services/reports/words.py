"""Names of states and causes as the report prints them; the names of classes are the schemes'."""

from app.services.migration import ABSENT, MERGED
from app.services.schemes import CHURN, class_label
from app.texts import QT_TRANSLATE_NOOP, translate

UNRATED = "unrated"
_NAMES = {
    UNRATED: QT_TRANSLATE_NOOP("Report", "无法评级"),
    ABSENT: QT_TRANSLATE_NOOP("Report", "不在册"),
    "up": QT_TRANSLATE_NOOP("Report", "↑ 升级"),
    "down": QT_TRANSLATE_NOOP("Report", "↓ 降级"),
    "same": QT_TRANSLATE_NOOP("Report", "不变"),
    "other": QT_TRANSLATE_NOOP("Report", "评级变化"),
    "entered": QT_TRANSLATE_NOOP("Report", "新增"),
    "left": QT_TRANSLATE_NOOP("Report", "退出"),
    MERGED: QT_TRANSLATE_NOOP("Report", "并入其他客户"),
    "open": QT_TRANSLATE_NOOP("Report", "待办"),
    "done": QT_TRANSLATE_NOOP("Report", "已完成"),
    "dropped": QT_TRANSLATE_NOOP("Report", "已取消"),
    "purchases": QT_TRANSLATE_NOOP("Report", "新采购"),
    "time": QT_TRANSLATE_NOOP("Report", "时间推移"),
    "correction": QT_TRANSLATE_NOOP("Report", "资料更正"),
    "rules": QT_TRANSLATE_NOOP("Report", "规则修改"),
    "hand": QT_TRANSLATE_NOOP("Report", "人工决定"),
    "scope": QT_TRANSLATE_NOOP("Report", "盘点范围"),
    "new": QT_TRANSLATE_NOOP("Report", "新客户"),
    "not_comparable": QT_TRANSLATE_NOOP("Report", "不可比"),
    "volume_drop": QT_TRANSLATE_NOOP("Report", "量减"),
    "category_drop": QT_TRANSLATE_NOOP("Report", "品类缩减"),
    "complaint_open": QT_TRANSLATE_NOOP("Report", "投诉未了结"),
    "csat_low": QT_TRANSLATE_NOOP("Report", "满意度低"),
    "silence": QT_TRANSLATE_NOOP("Report", "久未互动"),
    "price": QT_TRANSLATE_NOOP("Report", "嫌价高"),
}


def word(key: str) -> str:
    """The printed name; several joined by + are named one by one."""
    return " ".join(translate("Report", _NAMES[part]) if part in _NAMES else part for part in key.split("+"))


def churn_word(status: str | None) -> str | None:
    """The state of a customer against his rhythm; None where it cannot be told."""
    return class_label(CHURN.id, status) if status else None
