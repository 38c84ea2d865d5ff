"""Months, people and places that only the name of a sheet tells, as one more column of its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.services.importing.tables import addedtitles
from app.services.importing.tables.fields import ORDERS
from app.services.importing.tables.layout import Added
from app.services.importing.values.cells import narrow

TITLE = addedtitles.SHEET
_SPAN = re.compile(r"\d\s*月?\s*[-~—–至到]\s*\d{1,2}\s*月")
_CHINESE_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ENGLISH_MONTHS = re.compile(
    r"\b(?:(jan(?:uary)?)|(feb(?:ruary)?)|(mar(?:ch)?)|(apr(?:il)?)|(may)|(june?)|(july?)|(aug(?:ust)?)|(sept?(?:ember)?)"
    r"|(oct(?:ober)?)|(nov(?:ember)?)|(dec(?:ember)?))(?![a-z])",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d{3})\s*年?")
_FULL = (
    re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[年\-/._ ]\s*(1[0-2]|0?[1-9])(?!\d)\s*月?"),
    re.compile(r"(?<!\d)((?:19|20)\d{2})(1[0-2]|0[1-9])(?!\d)"),
)
_SHORT = re.compile(r"(?<!\d)(\d{2})年\s*(1[0-2]|0?[1-9])\s*月")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*月")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_PERSON = re.compile(r"[一-鿿]{2,3}$")
_PLACES = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|[东西南北]区|[华东西南北中]{2}|广州|深圳|杭州|南京|苏州|成都|武汉|西安|青岛|宁波|厦门"
    "|长沙|郑州|济南|沈阳|大连|north|south|east|west"
)
_PLACE_ENDING = re.compile(r"(?:省|市|区|地区|大区|分公司|门店|店)$")


def month(name: str, *beside: str) -> str | None:
    """The month in the name of a sheet; its year may stand beside it, in the file's name or a title line."""
    text = narrow(name).strip()
    if full := next(filter(None, (pattern.search(text) for pattern in _FULL)), None):
        return f"{full[1]}年{int(full[2])}月"
    if found := _SHORT.search(text):
        return f"20{found[1]}年{int(found[2])}月"
    number = _number(text)
    if number is None:
        return None
    years = {year[1] for each in (text, *beside) if (year := _YEAR.search(narrow(each)))}
    return f"{years.pop()}年{number}月" if len(years) == 1 else f"{number}月"


def _number(name: str) -> int | None:
    text = narrow(name).strip()
    for pattern in _FULL:
        if found := pattern.search(text):
            return int(found[2])
    if _SPAN.search(text):  # half a year
        return None
    if found := _MONTH.search(text):
        return int(found[1])
    for number in range(12, 0, -1):  # 十二 before 二
        if re.search(_CHINESE_MONTHS[number - 1] + "月", text):
            return number
    found = _ENGLISH_MONTHS.search(text)
    return found.lastindex if found else None


def is_place(name: str) -> bool:
    """Whether a sheet is called after a region, a town or a shop."""
    text = name.strip().casefold()
    return _PLACES.fullmatch(_PLACE_ENDING.sub("", text)) is not None or (
        len(text) > 2 and _PLACE_ENDING.search(text) is not None
    )


def is_person(name: str) -> bool:
    """Whether a sheet is called after somebody: a surname and one or two characters more."""
    text = name.strip()
    return _PERSON.match(text) is not None and text[0] in _SURNAMES and not is_place(text)


@dataclass(frozen=True)
class Table:
    """What is known of the table on a sheet: orders or customers, its fields, and the texts that may name a year."""

    kind: str
    fields: frozenset[str]
    beside: Sequence[str]

    @property
    def may_be_sales(self) -> bool:
        """Whether a date is all that keeps it from being sales; a list of customers with a sum is that as well."""
        if self.kind == ORDERS:
            return "date" not in self.fields
        return "total" in self.fields and not self.fields & {"first_day", "last_day", "tags", "log"}


def told(name: str, sisters: Sequence[str], table: Table, asked: str | None) -> Added | None:
    """What the name of a sheet adds to its rows; `sisters` are the sheets of the same shape.

    A month is believed of one order sheet; everything else only of several sheets that are all called so.
    """
    if asked and asked != "date":
        return Added(TITLE, asked, name.strip())
    several = len(set(sisters)) > 1
    found = month(name, *table.beside)
    if found and table.may_be_sales and (table.kind == ORDERS or (several and all(map(_number, sisters)))):
        return Added(TITLE, "date", found)
    person, place = ("person", "place") if table.kind == ORDERS else ("owner", "region")
    if several and all(map(is_place, sisters)) and not table.fields & {"place", "region"}:
        return Added(TITLE, place, name.strip())
    if several and all(map(is_person, sisters)) and person not in table.fields:
        return Added(TITLE, person, name.strip())
    return Added(TITLE, asked, name.strip()) if asked else None  # a day that is written in full
