"""Puts the tables of an import together where the sale is kept in parts, and asks whether that is right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from app.services.errors import InputError
from app.services.importing import explaining, offering
from app.services.importing.plans import Question, table_name
from app.services.importing.prepared import Making, SheetInMaking
from app.services.importing.sheets import Workbook
from app.services.importing.tables import joins, payers
from app.services.importing.tables.columns import profile
from app.services.importing.tables.glance import Glance, as_returns, beside_orders, by_content
from app.services.importing.tables.hidden import ROWS, HiddenRows, note_columns
from app.services.importing.tables.joins import Found, Step, Table
from app.services.importing.tables.kinds import judge
from app.services.importing.tables.layout import letter
from app.services.importing.tables.lookups import Rows, read_rows

Shelf = Callable[[int], Workbook]
"""The open file at a place of the import."""


def waits(glances: Sequence[Glance], alone: bool) -> bool:
    """Whether a file is to be read only when all others have been looked at."""
    wanted = [each for each in glances if each.wanted and each.layout is not None]
    if not alone and any(each.verdict.kind == "customers" for each in wanted):
        return True
    if alone and len(wanted) == 1:  # nothing to look for, unless somebody named what there is not
        return bool(wanted[0].choice.joins) and wanted[0].scheme is None
    return any(map(joins.lacking, wanted))


def settle(making: Making, shelf: Shelf) -> None:
    """Complete every table that lacks what others hold; those then come in with it and not by themselves."""
    tables = _tables(making)
    read = partial(_read, making, shelf)
    for sheet, table in zip(making.sheets, tables, strict=True):
        if not joins.lacking(sheet.glance) or table.used_by or not _unfinished(making, sheet):
            continue
        found = _found(table, tables, read)
        if found is not None:
            _complete(making, sheet, found)
            _set_aside(making, tables, found)
    for place in range(len(making.files)):
        _look_again([each for each in making.sheets if each.file == place])


def _tables(making: Making) -> list[Table]:
    """All sheets, each by a name of its own where there is one."""
    named = [(making.files[each.file][0], each.glance.info.name, each) for each in making.sheets]
    often = Counter(table_name(path.name, sheet) for path, sheet, _each in named)
    return [
        Table(path.name, each.file, each.glance, label if often[label] == 1 else path.stem)
        for path, sheet, each in named
        for label in [table_name(path.name, sheet)]
    ]


def _found(table: Table, tables: Sequence[Table], read: joins.Read) -> Found | None:
    """As a person said; what was said at an earlier import holds only where it still fits."""
    if not table.glance.choice.joins:
        return joins.propose(table, tables, read)
    try:
        return joins.chosen(table, tables, read)
    except InputError:
        if table.glance.scheme is None:
            raise
        return joins.propose(table, tables, read)


def _unfinished(making: Making, sheet: SheetInMaking) -> bool:
    """A table beside complete sales of the same file is none of them, unless somebody says so."""
    beside = [each.glance for each in making.sheets if each.file == sheet.file and each is not sheet]
    return bool(sheet.glance.choice.joins) or not any(
        each.wanted and each.verdict.kind == "orders" and each.lookups is None for each in beside
    )


def _read(making: Making, shelf: Shelf, table: Table, wanted: Iterable[int]) -> Rows:
    """Rows that do not show are taken or left as in any table; they are told of when the table is used."""
    assert table.glance.layout is not None
    unseen = HiddenRows(table.file, table.glance, making.findings, table.hidden.append)
    return read_rows(shelf(table.place), table.glance.index, table.glance.layout, wanted, unseen.sift, table.file)


def _tell_hidden(making: Making, step: Step) -> None:
    """What of a table that was brought in does not show in its sheet."""
    for example in step.table.hidden:
        making.findings.add(ROWS, example)
    note_columns(step.table.file, step.table.glance, making.findings, step.brought)


def _complete(making: Making, sheet: SheetInMaking, found: Found) -> None:
    """The table as it looks with all that belongs to it."""
    glance = sheet.glance
    layout = glance.layout
    assert layout is not None
    own = (*layout.titles, *map(letter, range(len(layout.titles), glance.info.columns)))
    lookups, fields = joins.lookups(found, len(own))
    layout = replace(layout, titles=(*own, *lookups.titles))
    head = [*glance.columns, *((None,) * len(glance.columns[0]) for _ in range(len(own) - len(glance.columns)))]
    more = lookups.columns(head, range(len(head[0])), lambda _part, _row, _key: None)
    profiles = [*map(profile, head[len(glance.profiles) :]), *map(profile, more)]
    choice = replace(glance.choice, columns={**fields, **glance.choice.columns})
    profiles = [*glance.profiles, *profiles]
    verdict = judge(glance.info.name, layout.titles, profiles, making.options.kind, choice)
    cells = [*head, *more]
    kept = payers.without_others(verdict.columns, layout.titles, cells, choice.columns)
    verdict = replace(verdict, columns=kept)
    whole = replace(glance, layout=layout, columns=cells, profiles=profiles, verdict=verdict, lookups=lookups)
    sheet.glance = as_returns(whole, "")
    if found.asked:
        making.questions.append(_question(found))
    elif glance.scheme is None:
        making.offers.append(
            offering.made(found.base.file, found.base.name, [step.table.label for step in found.steps])
        )


def _set_aside(making: Making, tables: Sequence[Table], found: Found) -> None:
    """The tables that were brought in, and those that hold just the same rows, do not come in by themselves."""
    for step in found.steps:
        _tell_hidden(making, step)
        is_list = step.table.glance.verdict.kind == "customers"
        told = explaining.joined(found.base.label, step.table.titles[step.key], is_list)
        _tell(making, tables, step.table, found, told)
    for table in tables:
        twin = next((step for step in found.steps if _same_rows(table, step)), None)
        if twin is not None and table is not found.base:
            _tell(making, tables, table, found, explaining.joined_twice(twin.table.label))


def _tell(making: Making, tables: Sequence[Table], table: Table, found: Found, told: str) -> None:
    table.used_by = found.base.name
    sheet = making.sheets[tables.index(table)]
    if sheet.glance.choice.kind is None:
        verdict = replace(sheet.glance.verdict, kind="ignored", lacks=())
        sheet.glance = replace(sheet.glance, verdict=verdict, told=told)


def _same_rows(table: Table, step: Step) -> bool:
    """Whether a table has the very keys of another under the same headings."""
    if table is step.table or table.rows is None or step.table.rows is None or table.titles != step.table.titles:
        return False
    mine, other = table.rows.index(step.key), step.table.rows.index(step.key)
    return mine is not None and other is not None and mine.keys() == other.keys()


def understand(making: Making, place: int) -> None:
    """What the tables of one file still lack may show in their cells."""
    sheets = [each for each in making.sheets if each.file == place]
    for sheet, glance in zip(sheets, by_content([each.glance for each in sheets], making.options), strict=True):
        sheet.glance = glance


def _look_again(sheets: Sequence[SheetInMaking]) -> None:
    """Beside sales a list of names counts as customers only if it says so."""
    for sheet, glance in zip(sheets, beside_orders([each.glance for each in sheets]), strict=True):
        sheet.glance = glance


def _question(found: Found) -> Question:
    base, steps = found.base, found.steps
    evidence = [
        explaining.evidence(key.key, step.table.label, step.wanted, step.lacking, step.absent)
        for key, step in zip(joins.as_joins(found), steps, strict=True)
    ]
    text = explaining.join_question(base.file, base.name, base.glance.verdict.lacks, evidence)
    return Question("join", base.file, base.name, "", text, explaining.join_choices(), joins.as_joins(found))
