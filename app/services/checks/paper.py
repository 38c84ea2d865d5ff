"""数据检查 on paper: what is odd, which fields lack, and for each salesperson whom to ask what, with room to write."""

from collections.abc import Sequence
from datetime import datetime

from app.services.checks.fields import FIELDS, remedy
from app.services.checks.gaps import Checks, Customer, Shown
from app.services.reasons import word
from app.services.reports.model import Block, Column, Kind, Paragraph, Report, Section, Sentences, Table
from app.services.schemes import SCHEMES
from app.texts import fill, listed, translate


def paper(shown: Shown, ledger: str, printed_at: datetime) -> Report:
    """What is shown, by salesperson."""
    checks, rows = shown.checks, shown.rows
    people: dict[str, list[Customer]] = {}
    for row in rows:
        people.setdefault(row.owner, []).append(row)
    sections = [_whole(checks)]
    sections += [
        _section(name, people[name], shown.field) for name in sorted(people, key=lambda name: (not name, name))
    ]
    day = checks.as_of.isoformat()
    return Report(
        title=translate("Checks", "数据检查"),
        company=ledger,
        period=day,
        as_of=checks.as_of,
        basis=shown.title,
        printed_at=printed_at,
        sections=tuple(sections),
        dated=checks.summary,
    )


def _whole(checks: Checks) -> Section:
    columns = (
        Column(translate("Checks", "资料")),
        Column(translate("Checks", "有值")),
        Column(translate("Checks", "缺(位)"), Kind.INT),
        Column(translate("Checks", "背后的年采购额(万元)"), Kind.WAN),
        Column(translate("Checks", "挡住的分级"), wrap=True, weight=3),
        Column(translate("Checks", "怎么补"), wrap=True),
    )
    lines = tuple(
        (each.label, each.share_text, len(each.missing), each.money, blocked_text(each.blocked), remedy(each.key))
        for each in checks.fields
        if each.missing
    )
    blocks: list[Block] = []
    if checks.findings:
        said = tuple(each.sentence for each in checks.findings)
        blocks.append(Sentences(translate("Checks", "要留意的"), said))
    nothing = translate("Checks", "该有的资料都齐了。")
    blocks.append(Table(columns, lines, empty=nothing))
    return Section("whole", translate("Checks", "整本台账"), tuple(blocks))


def _section(name: str, rows: Sequence[Customer], field: str) -> Section:
    columns = (
        Column(translate("Checks", "客户"), wrap=True, weight=2),
        Column(translate("Checks", "年采购额(万元)"), Kind.WAN),
        Column(translate("Checks", "缺什么"), wrap=True, weight=2),
        Column(translate("Checks", "补上"), wrap=True, weight=3),
    )
    lines = tuple((row.name, row.money, lacks_text(row, field), "") for row in rows)
    heading = name or translate("Checks", "还没有负责人")
    empty = Paragraph(translate("Checks", "该有的资料都齐了。"))
    return Section(f"person_{name}", heading, (Table(columns, lines) if lines else empty,))


def blocked_text(blocked: Sequence[tuple[str, int]]) -> str:
    """「价值 12 位、二八 3 位」."""
    return listed(fill(translate("Checks", "{0} {1} 位"), SCHEMES[scheme].label, count) for scheme, count in blocked)


def lacks_text(row: Customer, field: str = "") -> str:
    """What a customer lacks and where he contradicts himself; `field` is one that nobody has, if that is asked for."""
    missing = (field, *row.missing) if field and field not in row.missing else row.missing
    return listed((*(FIELDS[key].label for key in missing), *map(word, row.marks)))
