"""What columns are called that a table does not have: one name for choices in every language, one for whoever reads it.

A mapping file and a stored 导入方案 speak of such a column by the first, whatever the language of the interface.
"""

from app.texts import QT_TRANSLATE_NOOP, translate

SHEET = QT_TRANSLATE_NOOP("ImportColumns", "工作表名")
CUSTOMER_LINE = QT_TRANSLATE_NOOP("ImportColumns", "客户（分组行）")
MONTH_LINE = QT_TRANSLATE_NOOP("ImportColumns", "月份（分组行）")
PERSON_LINE = QT_TRANSLATE_NOOP("ImportColumns", "业务员（分组行）")
PLACE_LINE = QT_TRANSLATE_NOOP("ImportColumns", "地点（分组行）")
_ALL = frozenset((SHEET, CUSTOMER_LINE, MONTH_LINE, PERSON_LINE, PLACE_LINE))


def shown_title(title: str) -> str:
    """The heading of a column as it is read; what stands in the file stays as it stands there."""
    return translate("ImportColumns", title) if title in _ALL else title
