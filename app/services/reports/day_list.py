"""今日清单 on paper: what is late and what is due, by person, with a box to tick and room to write the outcome."""

from collections.abc import Iterable
from datetime import datetime

from app.services.cadence import channel_name
from app.services.fields import value_label
from app.services.reports.model import Block, Column, Paragraph, Report, Section, Table
from app.services.today import TaskRow, TodayView
from app.texts import fill, translate

TICK = "□"


def day_list(view: TodayView, company: str, who: str, printed_at: datetime) -> Report:
    """`who` says whose tasks these are; each person has a table of his own."""
    people: dict[str, list[TaskRow]] = {}
    for row in (*view.late, *view.due):
        people.setdefault(row.owner_name, []).append(row)
    sections = [_section(name, people[name], view) for name in sorted(people, key=lambda name: (not name, name))]
    if not sections:
        sections = [Section("today", "", (Paragraph(translate("DayList", "今天没有要做的事。")),))]
    counts = translate("DayList", "今天 {0} 件，逾期 {1} 件")
    day = view.today.isoformat()
    return Report(
        title=translate("DayList", "今日清单"),
        company=company,
        period=day,
        as_of=view.today,
        basis=who,
        printed_at=printed_at,
        sections=tuple(sections),
        dated=fill(counts, len(view.due), len(view.late)),
    )


def _section(name: str, rows: Iterable[TaskRow], view: TodayView) -> Section:
    columns = (
        Column(""),
        Column(translate("DayList", "客户"), wrap=True, weight=2),
        Column(translate("DayList", "分级")),
        Column(translate("DayList", "做什么"), wrap=True, weight=2),
        Column(translate("DayList", "方式")),
        Column(translate("DayList", "到期")),
        Column(translate("DayList", "结果"), wrap=True, weight=3),
    )
    lines = tuple(
        (
            TICK,
            row.name or None,
            value_label("tier", row.tier) if row.tier else None,
            row.title,
            channel_name(row.channel),
            _due(row, view),
            "",
        )
        for row in rows
    )
    blocks: tuple[Block, ...] = (Table(columns, lines),)
    return Section(f"person_{name}", name or translate("DayList", "还没有负责人"), blocks)


def _due(row: TaskRow, view: TodayView) -> str:
    if row.due < view.today:
        return fill(translate("DayList", "逾期 {0} 天"), max(1, row.late))
    return translate("DayList", "今天")
