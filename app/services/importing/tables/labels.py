"""The words by which a row says that it is a total and no sale: 合计, 3月小计, Grand Total."""

import re
from collections.abc import Iterable

from app.services.importing.tables.fields import plain

_TOTAL = re.compile(
    r"(?:.*(?:小计|合计|总计|累计|共计)|月计|年计|本页计|汇总|总和)(?:金额|总额|销售额|数量|元|人民币|rmb|大写)?$"
    r"|(?:grand|sub|overall)?totals?(?:amount|sales|revenue|value)?$|(?:sub|grand)total.*$|sum$",
    re.I,
)
_SHORT = 4  # a label of fewer characters may be without either mark: 汇总, sum
_EXACT = frozenset(("小计", "合计", "总计", "累计", "共计", "总合计", "total", "subtotal", "grandtotal"))


def is_total(text: str) -> bool:
    """Whether a text is the label of a total or subtotal row: 合计, 3月小计, Grand Total."""
    return len(text) <= 24 and _TOTAL.match(plain(text)) is not None


def is_bare_total(text: str) -> bool:
    """A label that says nothing but total, which no product or firm is called."""
    return len(text) <= 16 and plain(text) in _EXACT


def totals_among(texts: set[str]) -> set[str]:
    """Those that are labels of totals; each distinct text is looked at once."""
    return set(filter(is_total, _may_be_totals(texts)))


def _may_be_totals(texts: set[str]) -> Iterable[str]:
    """The cheap half of is_total, asked once for all: in nearly every column only short texts are left."""
    together = "\n".join(texts)
    if "计" in together or "計" in together or "otal" in together or "OTAL" in together:
        return texts
    if min(map(len, texts), default=_SHORT) >= _SHORT:
        return ()
    return [text for text in texts if len(text) < _SHORT]
