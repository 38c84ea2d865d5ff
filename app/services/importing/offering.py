"""What is said about 导入方案: which one was used and can be left, which one is offered and in what it differs."""

from collections.abc import Iterator, Sequence

from app.services.importing import schemes
from app.services.importing.plans import Question
from app.services.importing.schemes import Scheme
from app.services.importing.tables.glance import Glance
from app.texts import QT_TRANSLATE_NOOP, clauses, fill_from, listed, quoted, translate

SCHEME, JOIN = "scheme", "join"
_USED = QT_TRANSLATE_NOOP("ImportSchemes", "工作表「{sheet}」按导入方案「{name}」识别。")
_USED_SO = QT_TRANSLATE_NOOP("ImportSchemes", "工作表「{sheet}」按导入方案「{name}」识别（{difference}）。")
_OFFERED = QT_TRANSLATE_NOOP("ImportSchemes", "导入方案「{name}」也适合工作表「{sheet}」，还没有用。")
_ALMOST = QT_TRANSLATE_NOOP("ImportSchemes", "导入方案「{name}」和工作表「{sheet}」差不多（{difference}），还没有用。")
_MADE = QT_TRANSLATE_NOOP("ImportSchemes", "工作表「{sheet}」和{others}合并了。")
_APART = QT_TRANSLATE_NOOP("ImportSchemes", "工作表「{sheet}」没有和别的表合并。")
_NAMED = 3  # headings


def offers(file: str, glances: Sequence[Glance]) -> Iterator[Question]:
    """For each table with a scheme, or with one that may be meant."""
    for glance in glances:
        if glance.scheme is not None:
            leave = ("", translate("ImportSchemes", "不用它"))
            yield _question(file, glance, glance.scheme, (_USED, _USED_SO), leave)
        elif glance.offered is not None:
            take = translate("ImportSchemes", "用这个方案")
            yield _question(file, glance, glance.offered, (_OFFERED, _ALMOST), (glance.offered.name, take))
        if glance.choice.joins == ():
            yield _apart(file, glance.info.name)


def made(file: str, sheet: str, others: Sequence[str]) -> Question:
    """Tables were put together as somebody said; that can be taken back."""
    text = translate("ImportSchemes", _MADE).format(sheet=sheet, others=listed(map(quoted, others)))
    return Question(JOIN, file, sheet, "", text, (("no", translate("ImportSchemes", "不合并")),))


def _apart(file: str, sheet: str) -> Question:
    text = translate("ImportSchemes", _APART).format(sheet=sheet)
    return Question(JOIN, file, sheet, "", text, (("ask", translate("ImportSchemes", "再问一次")),))


def _question(file: str, glance: Glance, scheme: Scheme, words: tuple[str, str], answer: tuple[str, str]) -> Question:
    difference = _difference(scheme, glance)
    facts = {"name": scheme.name, "sheet": glance.info.name, "difference": difference}
    text = fill_from(translate("ImportSchemes", words[1] if difference else words[0]), facts)
    return Question(SCHEME, file, glance.info.name, "", text, (answer,))


def _difference(scheme: Scheme, glance: Glance) -> str:
    """In what a table differs from the headings of a scheme; empty when it has the very same."""
    titles = glance.own_titles
    if scheme.signature == schemes.signature(titles):
        return ""
    found = schemes.difference(scheme.choice.headings, titles)
    if found.moved:
        return translate("ImportSchemes", "列的次序不同")
    gone = translate("ImportSchemes", "少了{0}")
    new = translate("ImportSchemes", "多了{0}")
    return clauses(
        (gone.format(_brief(found.gone)) if found.gone else "", new.format(_brief(found.new)) if found.new else "")
    )


def _brief(titles: Sequence[str]) -> str:
    more = "…" if len(titles) > _NAMED else ""
    return listed(map(quoted, titles[:_NAMED])) + more
