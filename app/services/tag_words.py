"""The tag groups and tags the program itself knows, in the language of the interface; what users name stays theirs."""

from app.services.schemes import VALUE
from app.texts import QT_TRANSLATE_NOOP, translate

VALUE_GROUP, BEHAVIOUR = "价值", "行为"
LIKE_FIELDS = (VALUE_GROUP, "行业", "来源")
GROUPS = (
    QT_TRANSLATE_NOOP("Tags", "价值"),
    QT_TRANSLATE_NOOP("Tags", "需求"),
    QT_TRANSLATE_NOOP("Tags", "行为"),
    QT_TRANSLATE_NOOP("Tags", "行业"),
    QT_TRANSLATE_NOOP("Tags", "来源"),
    QT_TRANSLATE_NOOP("Tags", "细分"),
    QT_TRANSLATE_NOOP("Tags", "等级"),
    QT_TRANSLATE_NOOP("Tags", "自定义"),
)
BEHAVIOURS = (
    QT_TRANSLATE_NOOP("Tags", "稳定合作"),
    QT_TRANSLATE_NOOP("Tags", "间歇合作"),
    QT_TRANSLATE_NOOP("Tags", "流失风险"),
    QT_TRANSLATE_NOOP("Tags", "长期培育"),
    QT_TRANSLATE_NOOP("Tags", "新客户"),
    QT_TRANSLATE_NOOP("Tags", "决策周期短"),
    QT_TRANSLATE_NOOP("Tags", "决策周期长"),
    QT_TRANSLATE_NOOP("Tags", "快速决策型"),
    QT_TRANSLATE_NOOP("Tags", "谨慎评估型"),
    QT_TRANSLATE_NOOP("Tags", "长期犹豫型"),
    QT_TRANSLATE_NOOP("Tags", "咨询未成交"),
    QT_TRANSLATE_NOOP("Tags", "高频咨询未成交"),
    QT_TRANSLATE_NOOP("Tags", "反馈价格高"),
)
"""The words of the 客户管理清单 and of our own rules; stored as they stand here in every language."""


def canonical(group: str, name: str) -> str:
    """The one word for a value tag: 潜力客户 and 高价值客户 are 潜力 and 高价值."""
    short = name.removesuffix("客户")
    return short if group == VALUE_GROUP and any(each.word == short for each in VALUE.classes) else name


def group_label(group: str) -> str:
    return translate("Tags", group) if group in GROUPS else group


def group_title(group: str) -> str:
    """A group among the fields of customers: 价值标签 where a field has the same word."""
    label = group_label(group)
    return translate("Tags", "{0}标签").format(label) if group in LIKE_FIELDS else label


def tag_label(group: str, name: str) -> str:
    """A tag as it is shown: a shipped one in the language of the interface, any other as it was named."""
    if group == VALUE_GROUP:
        tier = next((each for each in VALUE.classes if each.word == name.removesuffix("客户")), None)
        return name if tier is None or (tier.label == tier.word) else tier.label
    return translate("Tags", name) if group == BEHAVIOUR and name in BEHAVIOURS else name


def group_named(label: str) -> str:
    """The group behind a label of the language; any other name is the group's own."""
    return next((group for group in GROUPS if group_label(group).lower() == label.lower()), label)


def tag_named(group: str, label: str) -> str:
    """The tag of a group ("" for any) behind a label of the language; any other name is the tag's own."""
    tiers = ((VALUE_GROUP, each.word) for each in VALUE.classes)
    shipped = (*tiers, *((BEHAVIOUR, name) for name in BEHAVIOURS))
    fitting = (name for of, name in shipped if group in ("", of) and tag_label(of, name).lower() == label.lower())
    return next(fitting, label)
