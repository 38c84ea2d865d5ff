"""How the page of duplicates says fields, values and likelihood."""

from typing import Any

from app.services.fields import field_word
from app.services.merging.comparing import TAG
from app.services.tag_words import group_label, tag_label
from app.texts import QT_TRANSLATE_NOOP, fill, translate
from app.ui.customers.amounts import Amounts
from app.ui.tables.columns import NULL

LIKELY = {
    "same": (QT_TRANSLATE_NOOP("Duplicates", "很像"), "gold"),
    "branch": (QT_TRANSLATE_NOOP("Duplicates", "像分公司"), "blue"),
    "look": (QT_TRANSLATE_NOOP("Duplicates", "较像"), "slate"),
}
"""The word for a suggestion, with its colour slot."""
_KINDS = {"company": QT_TRANSLATE_NOOP("Duplicates", "企业"), "person": QT_TRANSLATE_NOOP("Duplicates", "个人")}


def likely(suggestion: str) -> tuple[str, str]:
    words, slot = LIKELY[suggestion]
    return translate("Duplicates", words), slot


def title(key: str) -> str:
    """A field as the comparison names it."""
    return group_label(key.removeprefix(TAG)) if key.startswith(TAG) else translate("Fields", field_word(key))


def value(key: str, stored: Any, amounts: Amounts) -> str:
    """A stored value as it is read."""
    if stored in (None, ""):
        return NULL
    if key.startswith(TAG):
        return tag_label(key.removeprefix(TAG), str(stored))
    if key in ("est_annual_demand", "credit_limit"):
        return amounts.exact(int(stored))
    if key == "credit_days":
        return fill(translate("Duplicates", "{0} 天"), stored)
    if key == "growth_manual":
        return translate("Duplicates", "有") if stored else translate("Duplicates", "没有")
    if key == "kind":
        return translate("Duplicates", _KINDS[stored]) if stored in _KINDS else str(stored)
    return str(stored)
