"""How often something is done: the short codes of strategy templates, such as V/1m, P@3wd or W/1m*2."""

import re
from dataclasses import dataclass
from datetime import date

from app.services.errors import InputError
from app.services.workdays import DAY, Calendar
from app.texts import QT_TRANSLATE_NOOP, fill, translate

CHANNELS = {
    "V": "visit",
    "P": "phone",
    "W": "wechat",
    "M": "mail",
    "S": "service",
    "R": "internal",
    "Q": "survey",
}
LETTERS = {channel: letter for letter, channel in CHANNELS.items()}
UNITS = {"d": "day", "w": "week", "m": "month", "wd": "workday"}
SHORT_UNITS = {unit: short for short, unit in UNITS.items()}
DAYS_A_MONTH = 30.4375
UNIT_DAYS = {"day": 1.0, "workday": 1.4, "week": 7.0, "month": DAYS_A_MONTH}

CHANNEL_NAMES = {
    "visit": QT_TRANSLATE_NOOP("Cadence", "拜访"),
    "phone": QT_TRANSLATE_NOOP("Cadence", "电话"),
    "wechat": QT_TRANSLATE_NOOP("Cadence", "微信"),
    "mail": QT_TRANSLATE_NOOP("Cadence", "资料邮件"),
    "service": QT_TRANSLATE_NOOP("Cadence", "增值服务"),
    "internal": QT_TRANSLATE_NOOP("Cadence", "内部复盘"),
    "survey": QT_TRANSLATE_NOOP("Cadence", "满意度调查"),
}
EVERY = {
    "day": QT_TRANSLATE_NOOP("Cadence", "每 {0} 天"),
    "week": QT_TRANSLATE_NOOP("Cadence", "每 {0} 周"),
    "month": QT_TRANSLATE_NOOP("Cadence", "每 {0} 个月"),
    "workday": QT_TRANSLATE_NOOP("Cadence", "每 {0} 个工作日"),
}
WITHIN = {
    "day": QT_TRANSLATE_NOOP("Cadence", "{0} 天后，一次"),
    "week": QT_TRANSLATE_NOOP("Cadence", "{0} 周后，一次"),
    "month": QT_TRANSLATE_NOOP("Cadence", "{0} 个月后，一次"),
    "workday": QT_TRANSLATE_NOOP("Cadence", "{0} 个工作日内，一次"),
}
AT_ONCE = QT_TRANSLATE_NOOP("Cadence", "当天，一次")
TIMES = QT_TRANSLATE_NOOP("Cadence", "{0}，共 {1} 次")

_CODE = re.compile(r"([VPWMSRQ])\s*([/@])\s*(\d{1,3})\s*(wd|d|w|m)\s*(?:[*×x(（]\s*(\d{1,2})\s*次?\s*[)）]?)?", re.I)


@dataclass(frozen=True)
class Cadence:
    """A channel and its rhythm; `once` counts from the event, `times` ends it (0: goes on)."""

    channel: str
    every: int
    unit: str
    once: bool = False
    times: int = 0

    @property
    def code(self) -> str:
        sign = "@" if self.once else "/"
        times = f"*{self.times}" if self.times else ""
        return f"{LETTERS[self.channel]}{sign}{self.every}{SHORT_UNITS[self.unit]}{times}"

    def due_after(self, last: date, calendar: Calendar) -> date:
        """The next date after the last contact, or after the day the action began, holiday customs kept."""
        return calendar.settle(calendar.step(last, self.every, self.unit), self.channel)

    def a_month(self) -> float:
        """How many times a month; 0 for what happens once."""
        if self.once:
            return 0.0
        if self.unit == "month":
            return 1 / self.every
        return DAYS_A_MONTH / self.days()

    def days(self) -> float:
        """The interval in days, to tell the shorter of two."""
        return self.every * UNIT_DAYS[self.unit]

    def words(self) -> str:
        """The rhythm for people."""
        if self.once and self.every == 0:
            return translate("Cadence", AT_ONCE)
        text = fill(translate("Cadence", (WITHIN if self.once else EVERY)[self.unit]), self.every)
        return fill(translate("Cadence", TIMES), text, self.times) if self.times else text


def parse_cadence(text: str) -> Cadence:
    """Read a code; InputError when it is none or would never come due."""
    found = _CODE.fullmatch(text.strip())
    if not found:
        raise InputError("cadence.unreadable", text=text)
    letter, sign, every, unit, times = found.groups()
    once, count = sign == "@", int(every)
    if not once and count == 0:
        raise InputError("cadence.unreadable", text=text)
    return Cadence(CHANNELS[letter.upper()], count, UNITS[unit.lower()], once, 0 if once else int(times or 0))


def channel_name(channel: str) -> str:
    return translate("Cadence", CHANNEL_NAMES[channel])


def counts_as(done: str, wanted: str) -> bool:
    """A visit also settles a call that was due."""
    return done == wanted or (done == "visit" and wanted == "phone")


def near(first: date, second: date, workdays: int, calendar: Calendar) -> bool:
    """Whether two dates are at most so many workdays apart."""
    if abs((first - second) // DAY) > workdays * 4 + 14:
        return False
    return abs(calendar.workdays_between(first, second)) <= workdays
