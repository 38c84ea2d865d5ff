"""How days and lateness are said beside a task."""

from datetime import date, timedelta

from app.services.cadence import channel_name
from app.services.fields import value_label, value_slot
from app.services.today import ESCALATIONS, TaskRow
from app.texts import QT_TRANSLATE_NOOP, clauses, fill, translate

WEEKDAYS = (
    QT_TRANSLATE_NOOP("Days", "周一"),
    QT_TRANSLATE_NOOP("Days", "周二"),
    QT_TRANSLATE_NOOP("Days", "周三"),
    QT_TRANSLATE_NOOP("Days", "周四"),
    QT_TRANSLATE_NOOP("Days", "周五"),
    QT_TRANSLATE_NOOP("Days", "周六"),
    QT_TRANSLATE_NOOP("Days", "周日"),
)
NARROW_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Days", "一"),
    QT_TRANSLATE_NOOP("Days", "二"),
    QT_TRANSLATE_NOOP("Days", "三"),
    QT_TRANSLATE_NOOP("Days", "四"),
    QT_TRANSLATE_NOOP("Days", "五"),
    QT_TRANSLATE_NOOP("Days", "六"),
    QT_TRANSLATE_NOOP("Days", "日"),
)
QUADRANTS = {
    1: QT_TRANSLATE_NOOP("Tasks", "重要 · 紧急"),
    2: QT_TRANSLATE_NOOP("Tasks", "重要 · 不紧急"),
    3: QT_TRANSLATE_NOOP("Tasks", "紧急 · 不重要"),
    4: QT_TRANSLATE_NOOP("Tasks", "不重要 · 不紧急"),
}
QUADRANT_SLOTS = {1: "red", 2: "blue", 3: "orange", 4: "slate"}
CHANNEL_ICONS = {
    "visit": "visit",
    "phone": "phone",
    "wechat": "chat",
    "mail": "mail",
    "service": "star",
    "internal": "notebook",
    "survey": "list",
    "deal": "deal",
}


def weekday(day: date) -> str:
    return translate("Days", WEEKDAYS[day.weekday()])


def narrow_weekday(day: date) -> str:
    return translate("Days", NARROW_WEEKDAYS[day.weekday()])


def long_day(day: date) -> str:
    """2026 年 11 月 20 日 周五."""
    text = translate("Days", "{year} 年 {month} 月 {day} 日 {weekday}")
    return text.format(year=day.year, month=day.month, day=day.day, weekday=weekday(day))


def short_day(day: date, today: date) -> str:
    """今天, 明天, 11-24 周二; with the year when it is another."""
    if day == today:
        return translate("Days", "今天")
    if day == today + timedelta(days=1):
        return translate("Days", "明天")
    written = f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"
    return f"{written} {weekday(day)}"


def due_text(row: TaskRow, today: date) -> str:
    """When, or how late."""
    if row.done:
        return translate("Tasks", "已完成")
    if row.due < today:
        return fill(translate("Tasks", "逾期 {0} 天"), max(1, row.late))
    return short_day(row.due, today)


def escalation(row: TaskRow) -> str:
    return translate("Tasks", ESCALATIONS[row.escalation]) if row.escalation else ""


def chips(row: TaskRow) -> tuple[tuple[str, str], ...]:
    """The tier, and the risk where there is one."""
    found = []
    if row.tier:
        found.append((value_label("tier", row.tier), value_slot("tier", row.tier)))
    if row.at_risk:
        found.append((value_label("risk", "at_risk"), value_slot("risk", "at_risk")))
    return tuple(found)


def spoken(row: TaskRow, today: date) -> str:
    """A row for a screen reader."""
    words = (word for word, _ in chips(row))
    parts = (row.name, *words, row.title, channel_name(row.channel), row.why, row.owner_name, due_text(row, today))
    return clauses(parts)
