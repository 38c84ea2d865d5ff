"""The part of the report that is about change: who is late, who moved between tiers, what is to be done."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.services.migration import ABSENT, MERGED
from app.services.reports import sentences
from app.services.reports.book import MonthBook, total
from app.services.reports.common import money_title, more, risk_text, tier_text, total_word
from app.services.reports.model import Block, Cell, Column, Kind, Paragraph, Section, Table
from app.services.reports.words import word
from app.services.reviews.causes import ORDER
from app.texts import together, translate

MOST_LATE = 60  # rows on paper; the workbook has all
MOST_MOVES = 40
MOST_TASKS = 40


def risk(book: MonthBook) -> Section:
    """Who is late by his own rhythm, by the money at stake; the last column is written in by hand."""
    late = book.late
    columns = (
        Column(translate("Report", "客户"), wrap=True, weight=2),
        Column(translate("Report", "分级")),
        Column(translate("Report", "状态"), wrap=True),
        Column(translate("Report", "距上次(天)"), Kind.INT),
        Column(translate("Report", "平时(天)"), Kind.INT),
        Column(money_title(translate("Report", "风险金额")), Kind.WAN, adds_up=True),
        Column(translate("Report", "负责人"), wrap=True),
        Column(translate("Report", "回访结果"), wrap=True, weight=2),
    )
    rows = tuple(
        (
            each.name,
            tier_text(book, each),
            risk_text(each),
            each.recency_days,
            None if each.rhythm_days is None else int(each.rhythm_days + 0.5),
            each.amount_at_risk,
            each.owner or None,
            "",
        )
        for each in late
    )
    last: tuple[Cell, ...] = (total_word(), "", "", "", "", total(each.amount_at_risk for each in late), "", "")
    introduction = translate(
        "Report", "先流失风险，后该来未来，按风险金额（最后一单往前 12 个月的净销售额）从大到小。回访结果请填在最右列。"
    )
    empty = translate("Report", "没有客户超出自己的购买节奏，本期无流失预警。")
    heading, sheet = translate("Report", "流失预警"), translate("Report", "风险名单")
    table = Table(columns, rows, last if rows else None, empty, more(len(rows), MOST_LATE, sheet), most=MOST_LATE)
    blocks: tuple[Block, ...] = (Paragraph(introduction, note=True), table) if rows else (table,)
    return Section("risk", heading, blocks, sheet)


def migration(book: MonthBook) -> Section:
    """From tier to tier since the review before, by customers and by money, and who moved."""
    heading, sheet = translate("Report", "分级迁移"), translate("Report", "迁移")
    if book.earlier is None:
        return Section("migration", heading, (Paragraph(translate("Report", "这是第一次盘点，没有上期可比。")),), sheet)
    said = translate("Report", "与「{0}」（{1}）相比。").format(book.earlier.name, book.earlier.as_of.isoformat())
    now = {each.id: each.tier for each in book.customers}
    both = [number for number in book.earlier.tiers if number in now]
    same = sum(now[number] == book.earlier.tiers[number] for number in both)
    text = together(said, sentences.migration(book), sentences.stability(len(both), same))
    blocks: list[Block] = [Paragraph(text), _matrix(book, now), _money_matrix(book, now)]
    if book.changes:
        blocks += _why(book)
    if book.moves:
        blocks.append(_moved(book))
    return Section("migration", heading, tuple(blocks), sheet)


def _matrix(book: MonthBook, now: dict[int, str]) -> Table:
    """How many customers went from tier (row) to tier (column)."""
    return _cross(book, now, dict.fromkeys(now, 1), Kind.INT, translate("Report", "家数"))


def _money_matrix(book: MonthBook, now: dict[int, str]) -> Table:
    """The same in money: net sales now, of those who left net sales then."""
    sales = {each.id: each.sales for each in book.customers}
    return _cross(book, now, sales, Kind.WAN, money_title(translate("Report", "净销售额")))


def _cross(book: MonthBook, now: dict[int, str], weights: dict[int, int], kind: Kind, title: str) -> Table:
    """Rows the tier before, columns the tier now; 新增 as the last row, 退出 as the last column."""
    assert book.earlier is not None
    before = book.earlier.tiers
    pairs: Counter[tuple[str, str]] = Counter()
    merged = book.earlier.merged
    for number in {**before, **now}:
        gone = 1 if kind is Kind.INT else book.earlier.sales.get(number, 0)
        pairs[before.get(number, ABSENT), now.get(number, MERGED if number in merged else ABSENT)] += weights.get(
            number, gone
        )
    order = [tier for tier in book.tiers if any(tier in pair for pair in pairs)]
    away = (ABSENT, MERGED) if any(after == MERGED for _before, after in pairs) else (ABSENT,)
    columns = (
        Column(translate("Report", "上期 \\ 本期"), wrap=True),
        *(Column(book.tier_word(tier), kind, adds_up=True) for tier in order),
        *(Column(word("left" if each == ABSENT else each), kind, adds_up=True) for each in away),
        Column(total_word(), kind, adds_up=True),
    )
    rows: list[tuple[Cell, ...]] = []
    for row in (*order, ABSENT):
        cells = [pairs[row, column] for column in (*order, *away)]
        rows.append((word("entered") if row == ABSENT else book.tier_word(row), *cells, sum(cells)))
    sums = tuple(sum(pairs[row, column] for row in (*order, ABSENT)) for column in (*order, *away))
    return Table(columns, tuple(rows), (total_word(), *sums, sum(sums)), title=title)


def _why(book: MonthBook) -> list[Table]:
    """What each cause did to each tier, by customers and by money; every row and every column adds up."""
    causes = [cause for cause in ORDER if any(each.cause == cause for each in book.changes)]
    tiers = [tier for tier in book.tiers if any(each.tier == tier for each in book.changes)]
    money = money_title(translate("Report", "净销售额"))
    return [
        _by_cause(book, tiers, causes, {(e.tier, e.cause): e.customers for e in book.changes}, Kind.SIGNED, ""),
        _by_cause(book, tiers, causes, {(e.tier, e.cause): e.sales for e in book.changes}, Kind.WAN, money),
    ]


def _by_cause(
    book: MonthBook,
    tiers: Sequence[str],
    causes: Sequence[str],
    sums: Mapping[tuple[str, str], int],
    kind: Kind,
    money: str,
) -> Table:
    def row(name: str, of: Sequence[str]) -> tuple[Cell, ...]:
        cells = [sum(sums.get((tier, cause), 0) for tier in of) for cause in causes]
        return (name, *cells, sum(cells))

    columns = (
        Column(translate("Report", "分级")),
        *(Column(word(cause), kind, adds_up=True) for cause in causes),
        Column(translate("Report", "净变化"), kind, adds_up=True),
    )
    title = translate("Report", "变化的原因：{0}").format(money or translate("Report", "家数"))
    rows = tuple(row(book.tier_word(tier), (tier,)) for tier in tiers)
    return Table(columns, rows, row(total_word(), tiers), title=title)


def _moved(book: MonthBook) -> Table:
    causes = any(move.cause for move in book.moves)
    columns = [
        Column(translate("Report", "客户"), wrap=True, weight=2),
        Column(translate("Report", "上期")),
        Column(translate("Report", "本期")),
        Column(translate("Report", "变化")),
        Column(money_title(translate("Report", "净销售额")), Kind.WAN),
    ]
    if causes:
        columns.append(Column(translate("Report", "原因"), wrap=True))
    rows = []
    for move in book.moves:
        cells: list[Cell] = [
            move.name,
            book.tier_word(move.before),
            book.tier_word(move.after),
            word(move.direction),
            move.sales,
        ]
        rows.append((*cells, word(move.cause)) if causes else tuple(cells))
    notes = (
        translate("Report", "净销售额取上期与本期中较大的一个。"),
        *more(len(rows), MOST_MOVES, translate("Report", "迁移")),
    )
    return Table(tuple(columns), tuple(rows), notes=notes, title=translate("Report", "变动的客户"), most=MOST_MOVES)


def action_plan(book: MonthBook) -> Section:
    """What is to be done, by whom and when, and how well last month's was kept."""
    columns = (
        Column(translate("Report", "任务"), wrap=True, weight=3),
        Column(translate("Report", "客户"), wrap=True, weight=2),
        Column(translate("Report", "负责人"), wrap=True),
        Column(translate("Report", "期限"), Kind.DATE),
        Column(translate("Report", "状态")),
    )
    rows = tuple(
        (task.title, task.customer or None, task.owner or None, task.due, word(task.state)) for task in book.tasks
    )
    heading = sheet = translate("Report", "行动计划")
    empty = translate("Report", "没有待办的任务。完成盘点后，策略会生成任务。")
    table = Table(columns, rows, empty=empty, notes=more(len(rows), MOST_TASKS, sheet), most=MOST_TASKS)
    blocks: tuple[Block, ...] = (Paragraph(book.kept.words()), table) if book.kept else (table,)
    return Section("actions", heading, blocks, sheet)
