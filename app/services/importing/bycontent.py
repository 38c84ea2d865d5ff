"""What is said of columns that are known by their cells alone: the remark, the question, and who else looks so."""

from collections.abc import Sequence

from app.services.figures import format_percent
from app.services.importing.plans import Note, Question
from app.services.importing.tables.columns import ColumnMap, Seen
from app.services.importing.tables.content import PRODUCT
from app.services.importing.tables.fields import FIELDS
from app.services.importing.tables.layout import Layout
from app.services.importing.values import looks
from app.texts import QT_TRANSLATE_NOOP, fill_from, listed, quoted, translate

COLUMNS = "columns"
"""Code of the question."""
_LOOKS = {
    looks.DATE: QT_TRANSLATE_NOOP("ImportContent", "{share} 是日期"),
    looks.MONEY: QT_TRANSLATE_NOOP("ImportContent", "{share} 是像金额的数"),
    looks.QUANTITY: QT_TRANSLATE_NOOP("ImportContent", "{share} 是不大的整数"),
    looks.FIRM: QT_TRANSLATE_NOOP("ImportContent", "{share} 是公司名"),
    looks.PERSON: QT_TRANSLATE_NOOP("ImportContent", "{share} 是人名"),
    looks.PHONE: QT_TRANSLATE_NOOP("ImportContent", "{share} 是电话号码"),
    looks.CODE: QT_TRANSLATE_NOOP("ImportContent", "{share} 是编号"),
    looks.PERCENT: QT_TRANSLATE_NOOP("ImportContent", "{share} 是百分数"),
    looks.LOG: QT_TRANSLATE_NOOP("ImportContent", "{share} 以日期开头"),
    looks.EMAIL: QT_TRANSLATE_NOOP("ImportContent", "{share} 是邮箱"),
}
_TOLD = ("customer_name", "customer_code", "date", "amount", "entry_day", "contact_text")
_HINTED = 4  # columns that may be one field; of more, nothing is gained by naming them
_AMOUNT = QT_TRANSLATE_NOOP("ImportContent", "等于「{first}」乘「{second}」")
_FACTOR = QT_TRANSLATE_NOOP("ImportContent", "和「{first}」相乘等于「{second}」")
_IS = QT_TRANSLATE_NOOP("ImportContent", "「{column}」是{field}（{evidence}）")
_QUESTION = QT_TRANSLATE_NOOP("ImportContent", "这些列名看不出意思，按内容看：{found}。按这样导入吗？")
_ANSWERS = {
    "yes": QT_TRANSLATE_NOOP("ImportContent", "按这样导入"),
    "no": QT_TRANSLATE_NOOP("ImportContent", "不是这样"),
}


def note(seen: Seen, titles: tuple[str, ...]) -> Note:
    """Why a column has the field it has."""
    words = translate("ImportContent", "按内容认出（{evidence}），请确认")
    return Note("looks", fill_from(words, {"evidence": _evidence(seen, titles)}))


def perhaps(seen: Seen, titles: tuple[str, ...]) -> Note:
    """What a column may be that has no field: because others look the same, or because nothing depends on it."""
    facts = {"evidence": _evidence(seen, titles), "field": FIELDS[seen.field].text()}
    if not seen.rivals:
        return Note("may_be", fill_from(translate("ImportContent", "{evidence}，可能是{field}"), facts))
    words = translate("ImportContent", "{evidence}，可能是{field}，但{others}也是这样，请指明是哪一列")
    return Note("rivals", fill_from(words, facts | {"others": _named(seen.rivals, titles)}))


def questions(file: str, sheet: str, layout: Layout, columns: ColumnMap) -> tuple[Question, ...]:
    """Whether the columns are what they look like; one question a table."""
    asked = {index: seen for index, seen in columns.seen.items() if seen.asked and index in columns.guessed}
    if not asked:
        return ()
    found = [_claim(layout.titles[index], seen, layout.titles) for index, seen in sorted(asked.items())]
    text = fill_from(translate("ImportContent", _QUESTION), {"found": listed(found)})
    choices = tuple((value, translate("ImportContent", answer)) for value, answer in _ANSWERS.items())
    said = tuple((layout.titles[index], seen.field) for index, seen in sorted(asked.items()))
    return (Question(COLUMNS, file, sheet, "", text, choices, columns=said),)


def _claim(title: str, seen: Seen, titles: tuple[str, ...]) -> str:
    facts = {"column": title, "field": FIELDS[seen.field].text(), "evidence": _evidence(seen, titles)}
    return fill_from(translate("ImportContent", _IS), facts)


def hint(columns: ColumnMap, titles: tuple[str, ...]) -> str:
    """Which columns may be what a table lacks, as sentences; "" where none looks like it."""
    likely: dict[str, list[int]] = {}
    for index, seen in sorted(columns.seen.items()):
        if seen.field in _TOLD and seen.field not in columns.fields.values():
            likely.setdefault(seen.field, []).append(index)
    words = translate("ImportContent", "{columns}可能是{field}。")
    said = [
        fill_from(words, {"columns": _named(places, titles), "field": FIELDS[field].text()})
        for field, places in likely.items()
        if len(places) <= _HINTED
    ]
    return "".join(said)


def _evidence(seen: Seen, titles: tuple[str, ...]) -> str:
    if seen.trait == PRODUCT:
        first, second = (titles[index] for index in seen.parts)
        words = translate("ImportContent", _AMOUNT if seen.field == "amount" else _FACTOR)
        return fill_from(words, {"first": first, "second": second})
    return fill_from(translate("ImportContent", _LOOKS[seen.trait]), {"share": format_percent(seen.share, 0)})


def _named(places: Sequence[int], titles: tuple[str, ...]) -> str:
    return listed(quoted(titles[index]) for index in places)
