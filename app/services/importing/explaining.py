"""The sentences of a plan: why a sheet is what it is, what was decided about a column, what a person must say."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.services.importing import bycontent
from app.services.importing.decisions import Decisions
from app.services.importing.plans import ColumnPlan, Note, Question
from app.services.importing.rows.listcells import slots_of
from app.services.importing.sheets import Cell, Row
from app.services.importing.tables.addedtitles import shown_title
from app.services.importing.tables.columns import ColumnMap, Profile
from app.services.importing.tables.fields import FIELDS, matches
from app.services.importing.tables.fields import ORDERS as ORDERS_KIND
from app.services.importing.tables.labels import is_total
from app.services.importing.tables.layout import Layout, letter
from app.services.importing.values.cells import Cells, shown
from app.services.importing.values.currencies import HOME, MONEY, currency_of
from app.services.importing.values.dates import ORDERS, DateReader, order_matters, orders_of
from app.services.importing.values.units import unit_name
from app.texts import QT_TRANSLATE_NOOP, fill_from, listed, quoted, sentences, translate

WHY: dict[str, str] = {
    "orders": QT_TRANSLATE_NOOP("ImportKinds", "有客户、日期和金额，按订单台账导入。"),
    "customers": QT_TRANSLATE_NOOP("ImportKinds", "每行一位客户，按客户清单导入。"),
    "payments": QT_TRANSLATE_NOOP("ImportKinds", "每行一笔到账的钱，按回款导入。"),
    "contacts": QT_TRANSLATE_NOOP("ImportKinds", "每行一次联系，按跟进记录导入。"),
    "returns_lines": QT_TRANSLATE_NOOP("ImportKinds", "是退货明细，按订单台账导入，金额记为负数。"),
    "returns": QT_TRANSLATE_NOOP("ImportKinds", "是退货订单号的清单，这些订单算作退回，行数不另计。"),
    "chosen": QT_TRANSLATE_NOOP("ImportKinds", "按你选的类型导入。"),
    "hidden": QT_TRANSLATE_NOOP("ImportKinds", "是隐藏的工作表。"),
    "not_wanted": QT_TRANSLATE_NOOP("ImportKinds", "没有选这张工作表。"),
    "empty": QT_TRANSLATE_NOOP("ImportKinds", "是空表。"),
    "no_header": QT_TRANSLATE_NOOP("ImportKinds", "没有找到表头。"),
    "no_name": QT_TRANSLATE_NOOP("ImportKinds", "没有客户名称这一列。"),
    "not_customers": QT_TRANSLATE_NOOP("ImportKinds", "看起来不是客户。"),
    "summary": QT_TRANSLATE_NOOP("ImportKinds", "是旁边销售明细的汇总。"),
    "lacks": QT_TRANSLATE_NOOP("ImportKinds", "不是要导入的表（缺少{fields}）。"),
}
_LACKS = {
    "customer": QT_TRANSLATE_NOOP("ImportKinds", "客户"),
    "amount": QT_TRANSLATE_NOOP("ImportKinds", "金额"),
    "date": QT_TRANSLATE_NOOP("ImportKinds", "日期"),
    "text": QT_TRANSLATE_NOOP("ImportKinds", "跟进内容"),
}
_UNTAXED = re.compile(r"不含税|未税|excl|net of (?:tax|vat)|before tax", re.I)
NOTES: dict[str, str] = {
    "kept": QT_TRANSLATE_NOOP("ImportColumns", "原文会保存在导入档案里，不会丢"),
    "of_others": QT_TRANSLATE_NOOP(
        "ImportColumns", "付款的另有客户，没有记到这一行的客户名下；请把回款分成单独的表再导入"
    ),
    "section": QT_TRANSLATE_NOOP("ImportColumns", "取自表里的分组行，请确认"),
    "sheet_name": QT_TRANSLATE_NOOP("ImportColumns", "取自工作表名，请确认"),
    "guessed": QT_TRANSLATE_NOOP("ImportColumns", "按内容认出，请确认"),
    "unit": QT_TRANSLATE_NOOP("ImportColumns", "已识别单位为{unit}"),
    "untaxed": QT_TRANSLATE_NOOP("ImportColumns", "是不含税的金额，照写的导入"),
    "rival": QT_TRANSLATE_NOOP("ImportColumns", "同时有{others}，金额取这一列"),
    "due": QT_TRANSLATE_NOOP("ImportColumns", "算作销售额，「{paid}」算作已经收到的钱"),
    "mdy": QT_TRANSLATE_NOOP("ImportColumns", "日期按「月/日/年」读"),
    "dmy": QT_TRANSLATE_NOOP("ImportColumns", "日期按「日/月/年」读"),
    "ymd": QT_TRANSLATE_NOOP("ImportColumns", "日期按「年/月/日」读"),
    "order_asked": QT_TRANSLATE_NOOP("ImportColumns", "日月次序不确定，请回答问题后再导入"),
    "year": QT_TRANSLATE_NOOP("ImportColumns", "没有写年份的日期按 {year} 年"),
    "foreign": QT_TRANSLATE_NOOP("ImportColumns", "是 {currency}，按汇率换算成元"),
    "paid": QT_TRANSLATE_NOOP("ImportColumns", "0.9 读作九折"),
    "off": QT_TRANSLATE_NOOP("ImportColumns", "0.1 读作减一成"),
    "net": QT_TRANSLATE_NOOP("ImportColumns", "已经减过折扣，不再打折"),
    "sums_off": QT_TRANSLATE_NOOP("ImportColumns", "是减掉的钱，不是折扣率"),
    "slots": QT_TRANSLATE_NOOP("ImportColumns", "按「/」拆成 {count} 组"),
    "unreadable": QT_TRANSLATE_NOOP("ImportColumns", "{count} 种写法看不懂"),
    "rebuilt": QT_TRANSLATE_NOOP("ImportColumns", "{count} 种写法已换算"),
    "empty": QT_TRANSLATE_NOOP("ImportColumns", "整列是空的"),
}
_UNIT_LARGE = QT_TRANSLATE_NOOP("ImportQuestions", "「{column}」的数字看起来是元，表头写的是{unit}。按哪个算？")
_MIXED = QT_TRANSLATE_NOOP("ImportQuestions", "「{column}」里有的写着「万」，有的只有数字。只有数字的按哪个算？")
_UNIT_YUAN = QT_TRANSLATE_NOOP("ImportQuestions", "「{column}」的数字看起来是万元，表头写的是元。按哪个算？")
_JOIN = QT_TRANSLATE_NOOP(
    "ImportQuestions", "「{file}」的「{sheet}」里没有{lacks}，可以从别的表合并进来：{evidence}。按这样合并吗？"
)
_JOIN_NAMES = QT_TRANSLATE_NOOP(
    "ImportQuestions", "「{file}」的「{sheet}」里只有客户编号，名称可以从别的表合并进来：{evidence}。按这样合并吗？"
)
_ALL_FOUND = QT_TRANSLATE_NOOP("ImportQuestions", "{key} 在「{sheet}」里全部找到（{count} 个），每个只有一行")
_SOME_FOUND = QT_TRANSLATE_NOOP(
    "ImportQuestions", "{key} 在「{sheet}」里找到 {count} 个，每个只有一行，另有 {lacking} 个没有（{absent}）"
)
_ANSWERS = {
    "yes": QT_TRANSLATE_NOOP("ImportQuestions", "按这样合并"),
    "no": QT_TRANSLATE_NOOP("ImportQuestions", "不合并"),
}
_JOINED = QT_TRANSLATE_NOOP("ImportKinds", "已按「{key}」并入「{sheet}」。")
_JOINED_LIST = QT_TRANSLATE_NOOP(
    "ImportKinds", "已按「{key}」并入「{sheet}」；也要当客户清单导入的话，请在第 2 步的「当作」里选。"
)
_JOINED_TWICE = QT_TRANSLATE_NOOP("ImportKinds", "和「{sheet}」的行相同，再导入会算两遍。")


def why(code: str, lacks: Sequence[str]) -> str:
    """Why a sheet is taken for what it is."""
    if code.startswith("lacks"):
        return translate("ImportKinds", WHY["lacks"]).format(fields=lacking(lacks))
    return translate("ImportKinds", WHY[code])


def lacking(lacks: Sequence[str]) -> str:
    """Names of columns that were not found: 金额、日期."""
    return listed(translate("ImportKinds", _LACKS[each]) for each in lacks)


def remembered(sheet: str) -> Note:
    """The remark that a table was read as it was last time."""
    words = translate("ImportKinds", "工作表「{sheet}」已按上次的导入方案识别。")
    return Note("scheme", words.format(sheet=sheet))


def left_hidden(sheet: str) -> Note:
    """The remark that a sheet which does not show stays out."""
    words = translate("ImportKinds", "工作表「{sheet}」是隐藏的，没有导入。")
    return Note("hidden_sheet", words.format(sheet=sheet))


def not_there(sheet: str, titles: Sequence[str]) -> Note:
    """The remark that what was said of some columns found none of that name."""
    words = translate("ImportKinds", "指定的列 {titles} 在工作表「{sheet}」里没有，没有用上。")
    return Note("no_such_column", words.format(titles=listed(map(quoted, titles)), sheet=sheet))


def note(code: str, **facts: object) -> Note:
    return Note(code, fill_from(translate("ImportColumns", NOTES[code]), facts))


def column_plans(
    layout: Layout,
    columns: ColumnMap,
    profiles: Sequence[Profile],
    decisions: Decisions | None,
    named: Mapping[str, str | None] | None,
) -> tuple[ColumnPlan, ...]:
    """One plan a source column; without decisions (an ignored sheet) only what a person named has a place to go.

    `named` is None for a table that waits for more to be named: there it is also told what was recognised.
    """
    if decisions is None and named is not None:
        fields = {index: field for index, field in columns.fields.items() if named.get(layout.titles[index])}
        columns = replace(columns, fields=fields)
    return tuple(
        _column(index, layout, columns, profiles[index], decisions)
        for index in range(len(layout.titles))
        if index in columns.fields or profiles[index].filled or layout.titles[index] != letter(index)
    )


def _column(
    index: int, layout: Layout, columns: ColumnMap, profile: Profile, decisions: Decisions | None
) -> ColumnPlan:
    title, name = layout.titles[index], columns.fields.get(index)
    if name is None:
        return _nowhere(index, layout, columns, profile, decisions is None)
    notes = [_told(index, layout, columns)] if index in columns.guessed else []
    if decisions is None:
        return ColumnPlan(index, title, name, "confirm" if notes else "ok", profile.sample, notes=tuple(notes))
    notes += _notes(index, title, name, decisions)
    if name == "amount":
        notes += _basis(index, layout, columns)
    if not profile.filled:
        notes.append(note("empty"))
    memo = decisions.memos[name]
    unsure = index in columns.guessed or index in decisions.assumed or bool(_unreadable(memo))
    unsure = unsure or any(column == index for _code, column in decisions.questions)
    order = decisions.date_orders.get(index, "")
    return ColumnPlan(
        index,
        title,
        name,
        "confirm" if unsure else "ok",
        profile.sample,
        decisions.units.get(index, ""),
        order,
        tuple(notes),
        order_matters=order in ORDERS and any(map(order_matters, memo)),
        year=_year_of(index, decisions),
    )


def _nowhere(index: int, layout: Layout, columns: ColumnMap, profile: Profile, waits: bool) -> ColumnPlan:
    """A column without a field; of a table that waits for more to be named, what its cells say is proposed."""
    title, seen = layout.titles[index], columns.seen.get(index)
    if seen is not None and waits and not seen.rivals:
        told = (bycontent.note(seen, layout.titles),)
        return ColumnPlan(index, title, seen.field, "confirm", profile.sample, notes=told)
    left = _left_out(index, columns)
    notes = left if seen is None else (bycontent.perhaps(seen, layout.titles), *left)
    return ColumnPlan(index, title, None, "ignored", profile.sample, notes=notes)


def _told(index: int, layout: Layout, columns: ColumnMap) -> Note:
    """Why a column has the field it has, where no heading says so."""
    seen = columns.seen.get(index)
    return note(_origin(index, layout)) if seen is None else bycontent.note(seen, layout.titles)


def _left_out(index: int, columns: ColumnMap) -> tuple[Note, ...]:
    return (note("of_others"), note("kept")) if index in columns.of_others else (note("kept"),)


def _year_of(index: int, decisions: Decisions) -> str | None:
    if ("year", index) in decisions.questions:
        return ""
    return str(decisions.years[index]) if index in decisions.years else None


def _unreadable(memo: Cells[Any]) -> int:
    """How many ways of writing make no sense; the label of a total row is none of them."""
    return sum(not is_total(shown(cell)) for cell in memo.refused)


def _basis(index: int, layout: Layout, columns: ColumnMap) -> list[Note]:
    """Which of several columns of amounts was taken, what the others are, and that it is without tax."""
    notes = [note("untaxed")] if _UNTAXED.search(layout.titles[index]) else []
    rivals = [
        title
        for place, title in enumerate(layout.titles)
        if place not in columns.fields and any(match.field == "amount" for match in matches(title, columns.kind))
    ]
    paid = columns.column("paid")
    if "应收" in layout.titles[index] and paid is not None:
        notes.append(note("due", paid=layout.titles[paid]))
    return [*notes, note("rival", others=listed(map(quoted, rivals)))] if rivals else notes


def _origin(index: int, layout: Layout) -> str:
    """Where the program has a column from that no heading names."""
    if index not in layout.lent:
        return "guessed"
    return "section" if layout.added[index - layout.added_at].value is None else "sheet_name"


def _notes(index: int, title: str, name: str, decisions: Decisions) -> list[Note]:
    memo = decisions.memos[name]
    notes = []
    unit = decisions.units.get(index, "yuan")
    if unit != "yuan":
        notes.append(note("unit", unit=unit_name(unit)))
    if name in FIELDS and FIELDS[name].reads == "date":
        notes += _date_notes(index, name, decisions)
    if name in MONEY and (currency := decisions.currencies.get(index) or currency_of(title)) not in (None, HOME):
        notes.append(note("foreign", currency=currency))
    if name == "discount":
        notes.append(note("paid" if decisions.paid else "off"))
    if name == "net_price":
        notes.append(note("net"))
    if name == "discount_amount" and any(match.field == "discount" for match in matches(title, ORDERS_KIND)):
        notes.append(note("sums_off"))
    slots = slots_of(title) if name == "tags" else ()
    if slots:
        notes.append(note("slots", count=len(slots)))
    if unreadable := _unreadable(memo):
        notes.append(note("unreadable", count=unreadable))
    changed = sum(code != "empty_word" for code in memo.codes.values())
    if changed:
        notes.append(note("rebuilt", count=changed))
    return notes


def joined(sheet: str, key: str, is_list: bool) -> str:
    """What became of a table that completes another."""
    return translate("ImportKinds", _JOINED_LIST if is_list else _JOINED).format(sheet=sheet, key=key)


def joined_twice(sheet: str) -> str:
    """What became of a table whose rows another holds too."""
    return translate("ImportKinds", _JOINED_TWICE).format(sheet=sheet)


def evidence(key: str, sheet: str, wanted: int, lacks: int, absent: Sequence[str]) -> str:
    """How well the keys of two tables meet."""
    words = translate("ImportQuestions", _SOME_FOUND if lacks else _ALL_FOUND)
    facts = {"key": key, "sheet": sheet, "count": f"{wanted - lacks:,}", "lacking": f"{lacks:,}"}
    return fill_from(words, facts | {"absent": listed(absent) + ("…" if lacks > len(absent) else "")})


def join_question(file: str, sheet: str, lacks: Sequence[str], found: Sequence[str]) -> str:
    words = translate("ImportQuestions", _JOIN if lacks else _JOIN_NAMES)
    return words.format(file=file, sheet=sheet, lacks=lacking(lacks), evidence=sentences(found))


def join_choices() -> tuple[tuple[str, str], ...]:
    return tuple((value, translate("ImportQuestions", words)) for value, words in _ANSWERS.items())


def _date_notes(index: int, name: str, decisions: Decisions) -> list[Note]:
    notes = [note("year", year=decisions.years[index])] if index in decisions.years else []
    order = decisions.date_orders.get(index, "")
    if index in decisions.assumed:
        notes.append(note("order_asked"))
    elif order in ORDERS and any(map(order_matters, decisions.memos[name])):
        notes.append(note(order))
    return notes


def questions(
    file: str, sheet: str, layout: Layout, head: Sequence[Sequence[Cell]], decisions: Decisions, today: date
) -> tuple[Question, ...]:
    """What must be answered before anything can be written."""
    found = []
    for code, index in decisions.questions:
        if code == "year":
            offered = _years(head, index, decisions, today)
            found.append(_year(file, sheet, layout.titles[index], offered, index in layout.lent))
            continue
        found.append(_unit(code, file, sheet, layout.titles[index], decisions.units.get(index, "yuan")))
    found += [_order(file, sheet, layout.titles[index], head[index]) for index in decisions.assumed]
    return tuple(found)


def _unit(code: str, file: str, sheet: str, title: str, unit: str) -> Question:
    """元 or the unit that the heading or the numbers speak for."""
    source = _MIXED if code == "mixed" else _UNIT_YUAN if unit == "yuan" else _UNIT_LARGE
    text = translate("ImportQuestions", source).format(column=shown_title(title), unit=unit_name(unit))
    units = ("yuan", "wan" if unit == "yuan" else unit)
    return Question("unit", file, sheet, title, text, tuple((value, unit_name(value)) for value in units))


def _years(head: Sequence[Sequence[Cell]], index: int, decisions: Decisions, today: date) -> list[str]:
    """The year most dates beside it are of, in the column itself or else in the others, then the last three."""
    others = [place for place in decisions.date_orders if place != index and place < len(head)]
    near = _years_in(head, [index], decisions) or _years_in(head, others, decisions)
    last = [str(year) for year in range(today.year, today.year - 3, -1)]
    return list(dict.fromkeys([*(year for year, _count in near.most_common(1)), *last]))


def _years_in(head: Sequence[Sequence[Cell]], places: Sequence[int], decisions: Decisions) -> Counter[str]:
    """How often each year is named in some columns of dates."""
    found: Counter[str] = Counter()
    for place in places:
        days: Cells[str | None] = Cells(DateReader(decisions.date_orders[place]))
        found.update(day[:4] for cell in head[place] if (day := days[cell]))
    return found


def _year(file: str, sheet: str, title: str, offered: Sequence[str], named: bool) -> Question:
    words = translate("ImportQuestions", "「{column}」只写了月日，没有写年份。是哪一年？")
    if named:
        words = translate("ImportQuestions", "「{column}」只写了月份，没有写年份。是哪一年？")
    text = words.format(column=shown_title(title))
    years = tuple((year, year) for year in offered)
    return Question("year", file, sheet, title, text, years, free=translate("ImportQuestions", "年份，如 2024"))


def _order(file: str, sheet: str, title: str, cells: Sequence[Cell]) -> Question:
    """Of a column that reads either way: a cell of it, and the days it may mean."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    example = next(filter(order_matters, texts), "")
    words = translate("ImportQuestions", "「{column}」里的 {date} 是哪一天？整列按同样的次序读。")
    choices = [(order, DateReader(order)(example).value or order) for order in orders_of(texts)]
    return Question(
        "date_order", file, sheet, title, words.format(column=shown_title(title), date=example), tuple(choices)
    )


def rates(file: str, sheet: str, titles: Mapping[str, str]) -> tuple[Question, ...]:
    """What currencies are worth that no row tells a rate for: code -> heading of the column with the sums."""
    words = translate("ImportQuestions", "「{column}」里有 {currency} 的金额，没有汇率。1 {currency} 合多少元？")
    wait = (("", translate("ImportQuestions", "先放进待修区")),)
    hint = translate("ImportQuestions", "汇率，如 7.12")
    return tuple(
        Question(
            "rate",
            file,
            sheet,
            title,
            words.format(column=shown_title(title), currency=code),
            wait,
            free=hint,
            subject=code,
        )
        for code, title in titles.items()
    )


def raw(head: Sequence[Row], start: int = 1, count: int = 20) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The first rows of a table as they stand."""
    rows = enumerate(head[start - 1 : start - 1 + count], start)
    return tuple((number, tuple(shown(cell) for cell in row)) for number, row in rows)
