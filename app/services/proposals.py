"""Promises inside a note become tasks: 「明天电话」「下周三拜访」「3月前出方案」."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.services.workdays import DAY, Calendar, add_months

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_WEEKDAYS = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    **{str(n): n - 1 for n in range(1, 8)},
}
_NEAR_DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_CHANNELS = (
    ("visit", ("拜访", "上门", "见面", "面谈", "陪访", "登门", "现场")),
    ("wechat", ("微信", "朋友圈")),
    ("phone", ("电话", "回电", "致电", "打给", "打个", "联系", "回访")),
    ("mail", ("方案", "报价", "资料", "邮件", "样", "寄", "发", "合同", "清单")),
)


@dataclass(frozen=True)
class Proposal:
    """A task a note asks for."""

    due: date
    channel: str
    title: str
    found: str  # the words it was read from


@dataclass(frozen=True)
class _Day:
    """Where reading happens from."""

    said: date
    calendar: Calendar

    def weekday(self, weeks: int, weekday: int) -> date:
        return self.said - DAY * self.said.weekday() + DAY * (7 * weeks + weekday)

    def month(self, number: int, day: int = 1) -> date:
        """The next time this month and day comes."""
        year = self.said.year if (number, day) >= (self.said.month, self.said.day) else self.said.year + 1
        return date(year, number, day)


Reader = Callable[[re.Match[str], _Day], date]


def proposals(text: str, said: date, calendar: Calendar) -> tuple[Proposal, ...]:
    """The tasks a note of that day asks for; a date without anything to do is none."""
    return tuple(
        found
        for clause in re.split(r"[,，。;；!！?？、\n]", unicodedata.normalize("NFKC", text))
        if (found := _proposal(clause.strip(), said, calendar))
    )


def _proposal(clause: str, said: date, calendar: Calendar) -> Proposal | None:
    for pattern, read in _PATTERNS:
        match = pattern.search(clause)
        if not match:
            continue
        try:
            due = read(match, _Day(said, calendar))
        except ValueError:  # 2月30日, 第0天
            continue
        what = clause[match.end() :].strip(" ,:前之内以再去")
        channel = _channel(what)
        if due < said or not channel:
            return None
        return Proposal(_workday(match, due, said, calendar), channel, what, clause)
    return None


def _workday(match: re.Match[str], due: date, said: date, calendar: Calendar) -> date:
    """A deadline moves to the workday before, a meeting to the workday after."""
    before = calendar.last_workday(due)
    deadline = "前" in match.group() or "底" in match.group() or "内" in match.group()
    return before if deadline and before >= said else calendar.next_workday(due)


def _channel(what: str) -> str:
    places = [(what.find(sign), channel) for channel, signs in _CHANNELS for sign in signs if sign in what]
    return min(places)[1] if places else ""


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text]
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _near(match: re.Match[str], day: _Day) -> date:
    return day.said + DAY * _NEAR_DAYS[match[1]]


def _week(match: re.Match[str], day: _Day) -> date:
    prefix, weekday, deadline = match["prefix"] or "", _WEEKDAYS[match["weekday"]], match["before"]
    weeks = prefix.count("下")
    found = day.weekday(weeks, weekday)
    if not prefix and found < day.said:
        found = day.weekday(1, weekday)
    return found - DAY if deadline else found


def _next_week(match: re.Match[str], day: _Day) -> date:
    return day.weekday(match[1].count("下"), 0)


def _iso(match: re.Match[str], day: _Day) -> date:
    found = date(int(match[1]), int(match[2]), int(match[3]))
    return found - DAY if match["before"] else found


def _month_day(match: re.Match[str], day: _Day) -> date:
    found = day.month(int(match[1]), int(match[2]))
    return found - DAY if match["before"] else found


def _before_month(match: re.Match[str], day: _Day) -> date:
    """3月前: by the last day of February."""
    month = int(match[1])
    year = day.said.year if month > day.said.month else day.said.year + 1
    return date(year, month, 1) - DAY


def _end_of_month(match: re.Match[str], day: _Day) -> date:
    ahead = 1 if match[1] == "下" else 0
    return add_months(day.said.replace(day=1), ahead + 1) - DAY


def _end_of_named_month(match: re.Match[str], day: _Day) -> date:
    return add_months(day.month(int(match[1]), 28).replace(day=1), 1) - DAY


def _next_month(match: re.Match[str], day: _Day) -> date:
    first = add_months(day.said.replace(day=1), 1)
    return first.replace(day=int(match[1])) if match[1] else first


def _day_of_month(match: re.Match[str], day: _Day) -> date:
    number = int(match[1])
    first = day.said.replace(day=1)
    found = (first if number >= day.said.day else add_months(first, 1)).replace(day=number)
    return found - DAY if match["before"] else found


def _later(match: re.Match[str], day: _Day) -> date:
    unit = match["unit"]
    if match["n"] == "半":
        if "月" not in unit:
            raise ValueError(match.group())
        return day.said + DAY * 15
    count = _number(match["n"])
    if unit == "个工作日":
        return day.calendar.add_workdays(day.said, count)
    if "月" in unit:
        return add_months(day.said, count)
    return day.said + DAY * count * (1 if unit in ("天", "日") else 7)


_BEFORE = r"(?P<before>之?前)?"
_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"(20\d\d)[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})[日号]?{_BEFORE}", _iso),
        (rf"(?P<n>{_N})(?P<unit>个工作日|个?月|个?星期|个?礼拜|周|天|日)(?:以?后|之?内|以内)", _later),
        (r"(下{1,2}|本|这)个?月底", _end_of_month),
        (r"(?<![\d下本这个])()月底", _end_of_month),
        (r"(\d{1,2})月底", _end_of_named_month),
        (r"下个?月(?:(\d{1,2})[日号])?", _next_month),
        (rf"(\d{{1,2}})月(\d{{1,2}})[日号]?{_BEFORE}", _month_day),
        (r"(\d{1,2})月(?:份)?之?前", _before_month),
        (r"(大后天|今天|今日|明天|明日|后天)", _near),
        (rf"(?P<prefix>下{{1,2}}|本|这)?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-7]){_BEFORE}", _week),
        (r"(下{1,2})个?(?:周|星期|礼拜)", _next_week),
        (rf"(?<![\d月])(\d{{1,2}})[日号]{_BEFORE}", _day_of_month),
    )
)
