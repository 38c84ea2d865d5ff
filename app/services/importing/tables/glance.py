"""A first look at every sheet of a file: where the table lies, what it is, what to read and what to leave aside."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType

from app.services.errors import InputError
from app.services.importing import bycontent, explaining, schemes
from app.services.importing.plans import ImportOptions, SheetChoice, WantedKind
from app.services.importing.schemes import Remembered, Scheme
from app.services.importing.sheets import Cell, Row, SheetInfo, Workbook
from app.services.importing.tables import content, headerless, payers, regions, sections, sheetnames
from app.services.importing.tables.columns import ColumnMap, Profile, profile
from app.services.importing.tables.fields import plain
from app.services.importing.tables.kinds import (
    LIST_ONLY,
    Verdict,
    as_payments,
    holds_returns,
    judge,
    speaks_of_customers,
    unnamed_sales,
)
from app.services.importing.tables.labels import totals_among
from app.services.importing.tables.layout import Layout, filled, find_layout, letter
from app.services.importing.tables.lookups import Lookups
from app.services.importing.tables.regions import Region
from app.services.importing.values.cells import shown
from app.texts import listed

HEAD = 1000  # rows looked at
NAMEABLE = frozenset(("import.no_customer", "import.no_amount", "import.no_date", "import.headerless"))
"""Refusals that end when a column is named."""
_ABOVE = 4  # lines over a further table that are looked at with it
_TITLES, _LONG = 8, 24  # of a table that is refused: columns named, characters of each


@dataclass(frozen=True)
class Glance:
    """One sheet as it looks from its first rows. `layout` is None when no row looks like a heading."""

    index: int
    info: SheetInfo
    wanted: bool  # visible or asked for by name
    head: Sequence[Row]
    layout: Layout | None
    columns: Sequence[Sequence[Cell]]  # the first cells of each column
    profiles: Sequence[Profile]
    verdict: Verdict
    choice: SheetChoice  # what a person decided about it, now or at an earlier import
    scheme: Scheme | None = None  # what was decided at an earlier import, and is part of the choice
    offered: Scheme | None = None  # one for about these headings; nothing of it is used before somebody says so
    lookups: Lookups | None = None  # the tables that complete it; their columns stand behind its own
    first_row: int | None = None  # of one of several tables on a sheet
    told: str = ""  # what became of it, where that is more than its kind

    @property
    def own_titles(self) -> tuple[str, ...]:
        """Its headings without those of other tables."""
        titles = self.layout.titles if self.layout else ()
        if self.layout is not None and self.layout.added:
            return titles[: self.layout.headed]
        return titles[: self.lookups.width] if self.lookups else titles

    def years(self, file: str) -> frozenset[int]:
        """The years that the sheet, its title lines and its headings name, else the file."""
        above = self.head[: self.layout.first_data - 1] if self.layout else ()
        inside = [self.info.name, *(cell for row in above for cell in row if isinstance(cell, str))]
        found = {int(year) for text in inside for year in _YEAR.findall(text)}
        return frozenset(found or map(int, _YEAR.findall(Path(file).stem)))

    @property
    def empty(self) -> bool:
        return not any(self.head)


_YEAR = re.compile(r"(?<!\d)(20\d\d|19[5-9]\d)(?!\d)")
_NOTHING = Verdict("ignored", "empty", ColumnMap("orders", {}))


def look(
    book: Workbook,
    file: str,
    options: ImportOptions,
    remembered: Remembered,
    below: Mapping[int, Collection[int]] = MappingProxyType({}),
) -> Sequence[Glance]:
    """All sheets of a workbook, kinds settled among them; `below` are rows far down where further tables begin."""
    looked = (
        _look(book, index, info, file, options, remembered, below.get(index, ()))
        for index, info in enumerate(book.sheets)
    )
    glances = [glance for found in looked for glance in found]
    glances = [_beside_sales(each, glances) for each in glances]
    glances = [_with_name(each, glances, file, options) for each in glances]
    alone = sum(info.visible for info in book.sheets) == 1
    glances = [as_returns(each, Path(file).stem if alone else "") for each in glances]
    if alone and options.kind == "auto":
        glances = [_as_payments(each, Path(file).stem) for each in glances]
    return beside_orders(glances)


def _look(
    book: Workbook,
    index: int,
    info: SheetInfo,
    file: str,
    options: ImportOptions,
    remembered: Remembered,
    below: Collection[int],
) -> list[Glance]:
    """The table of a sheet, or all that stand on it."""
    choice = options.choice(info.name, file)
    asked_for = not options.sheets or info.name in map(regions.base, options.sheets) or info.name in options.sheets
    head = _head(book, index, below) if asked_for else []
    found = regions.find(head, info) if choice.header_rows is None else []
    if not found:
        layout = find_layout(head, info.merged, choice.header_rows)
        if layout is not None and choice.header_rows is None:
            layout = replace(layout, seen=len(head))
        return [_table(Glance(index, info, False, head, layout, (), (), _NOTHING, choice), options, remembered)]
    stacked = len({region.columns for region in found}) == 1
    glances = [_of_region(index, info, file, region, number, head, options) for number, region in enumerate(found, 1)]
    return [_table(each if stacked else _unwatched(each), options, remembered) for each in glances]


def _unwatched(glance: Glance) -> Glance:
    """One of several tables side by side: what stands below it may belong to its neighbour."""
    return glance if glance.layout is None else replace(glance, layout=replace(glance.layout, seen=0))


def _head(book: Workbook, index: int, below: Collection[int]) -> list[Row]:
    """The rows looked at: the first ones, and those around the further tables; what lies between is left empty."""
    rows = list(book.head(index, HEAD))
    for start in sorted(below):
        first = max(start - 1 - _ABOVE, len(rows))
        rows += [()] * (first - len(rows))
        rows += book.head(index, HEAD, first)
    return rows


def _of_region(
    index: int, info: SheetInfo, file: str, region: Region, number: int, head: Sequence[Row], options: ImportOptions
) -> Glance:
    """One of several tables as a sheet of its own; its rows keep their numbers."""
    name = regions.name(info.name, number)
    choice = options.choice(name, file)
    rows, merged = region.head(head), regions.merged_in(info, region)
    part = replace(info, name=name, rows=region.last_row or info.rows, columns=region.columns.stop, merged=merged)
    heading = region.header_rows if choice.header_rows is None else choice.header_rows
    layout = find_layout(rows, merged, heading)
    if layout is not None:
        seen = len(head) if region.last_row is None else 0
        layout = replace(layout, last_row=region.last_row, columns=region.columns, seen=seen)
    return Glance(index, part, False, rows, layout, (), (), _NOTHING, choice, first_row=region.first_row)


def _wanted(info: SheetInfo, choice: SheetChoice, options: ImportOptions) -> bool:
    if options.sheets:
        return not {info.name, regions.base(info.name)}.isdisjoint(options.sheets)
    asked_for = choice.kind not in (None, "ignored") and not options.speaks_for_all(choice)
    return info.visible or options.include_hidden or asked_for


def _table(seen: Glance, options: ImportOptions, remembered: Remembered) -> Glance:
    """What a table is, with what was decided about it at an earlier import, and what its section lines say."""
    info, choice = seen.info, seen.choice
    seen = replace(seen, wanted=_wanted(info, choice, options))
    layout = None if seen.layout is None else _with_unnamed(seen.layout, seen.head)
    if layout is None:
        return replace(seen, verdict=replace(_NOTHING, why="no_header" if any(seen.head) else "empty"))
    if choice.headings and schemes.alike(choice.headings, layout.titles) < schemes.ALIKE:
        choice = SheetChoice()
    scheme = schemes.fitting(remembered, layout.titles, choice.scheme) if layout.header_rows else None
    if scheme is not None:
        choice = schemes.merged(scheme.choice, choice)
    undecided = scheme is None and not schemes.worth_remembering(choice)
    offered = schemes.nearest(remembered, layout.titles) if undecided else None
    seen = replace(seen, choice=choice, scheme=scheme, offered=offered)
    read = _read(seen, layout, options)
    below = filled(seen.head, info.merged)[layout.first_data - 1 :]
    added = sections.find(below, read.verdict.columns.fields)
    return read if added is None else _read(seen, layout.with_added(added, info.columns), options)


def _with_unnamed(layout: Layout, head: Sequence[Row]) -> Layout:
    """With the columns behind the last title that most rows fill: nobody gave them a title."""
    rows = [row for row in head[layout.first_data - 1 :] if len(row) - row.count(None) > 1]
    width = named = len(layout.titles)
    while layout.header_rows and 2 * sum(row[width : width + 1] not in ((), (None,)) for row in rows) > len(rows):
        width += 1
    if width == named or layout.columns is not None:
        return layout
    return replace(layout, titles=(*layout.titles, *map(letter, range(named, width))))


def _beside_sales(glance: Glance, glances: Sequence[Glance]) -> Glance:
    """Names with a sum beside the sales on the same sheet only sum these up."""
    if glance.first_row is None or glance.verdict.kind != "customers" or glance.choice.kind:
        return glance
    sales = any(each.index == glance.index and each.verdict.kind == "orders" for each in glances)
    if not sales or glance.verdict.columns.has(*LIST_ONLY):
        return glance
    return replace(glance, verdict=replace(glance.verdict, kind="ignored", why="summary"))


def _with_name(glance: Glance, glances: Sequence[Glance], file: str, options: ImportOptions) -> Glance:
    """With what only the name of the sheet tells, where sheets of one shape differ in it or a person asks for it."""
    layout, columns = glance.layout, glance.verdict.columns
    if layout is None or not glance.wanted or not set(glance.verdict.lacks) <= {"date"}:
        return glance
    sisters = [
        each.info.name for each in glances if each.wanted and each.layout and each.layout.titles == layout.titles
    ]
    above = [shown(cell) for row in glance.head[: layout.first_data - 1] for cell in row if isinstance(cell, str)]
    table = sheetnames.Table(columns.kind, frozenset(columns.fields.values()), (Path(file).stem, *above))
    asked = glance.choice.columns.get(sheetnames.TITLE)
    added = sheetnames.told(glance.info.name, sisters, table, asked)
    return glance if added is None else _read(glance, layout.with_added(added, glance.info.columns), options)


def _read(glance: Glance, layout: Layout, options: ImportOptions) -> Glance:
    """The columns of a table and what they make of it."""
    below = filled(glance.head, glance.info.merged)[layout.first_data - 1 :]
    rows = _data(below, layout)
    columns = list(zip_longest(*rows))
    columns += [(None,) * len(rows)] * (len(layout.titles) - len(columns))
    profiles = [profile(cells) for cells in columns]
    proposed = {place: added.field for place, added in enumerate(layout.added, layout.own)}
    verdict = _judged(glance.info.name, layout, profiles, options.kind, glance.choice, proposed)
    own = payers.without_others(verdict.columns, layout.titles, columns, glance.choice.columns)
    verdict = replace(verdict, columns=own)
    return replace(glance, layout=layout, columns=columns, profiles=profiles, verdict=verdict)


def _data(rows: Sequence[Sequence[Cell]], layout: Layout) -> list[Sequence[Cell]]:
    """The rows that tell what a column holds: no totals, repeated headings and lines of one text among them."""
    found: list[Sequence[Cell]] = []
    heading, names, width = frozenset(layout.titles), set(map(plain, layout.titles)), layout.own
    totals = totals_among({cell for row in rows for cell in row if type(cell) is str})
    fillers = [sections.Filler(added) for added in layout.added]
    for row in rows:
        total = not totals.isdisjoint(row)
        more = [filler.cell(row, total) for filler in fillers]
        if not (total or _one_text(row) or (not heading.isdisjoint(row) and _repeats(row, names))):
            found.append([*row[:width], *[None] * (width - len(row)), *more] if fillers else row)
    return found if any(map(any, found)) else list(rows)


def _one_text(row: Sequence[Cell]) -> bool:
    """Whether a line of one text stands there, and no cell beside it."""
    cells = set(row) - {None, ""}
    return len(cells) == 1 and isinstance(next(iter(cells)), str)


def _repeats(row: Sequence[Cell], names: set[str]) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    return len(texts) > 1 and all(plain(text) in names for text in texts)


def _judged(
    name: str,
    layout: Layout,
    profiles: Sequence[Profile],
    wanted: WantedKind,
    choice: SheetChoice,
    proposed: Mapping[int, str],
) -> Verdict:
    """The kind of a table; what is proposed for a column holds until a person says otherwise, and is marked a guess."""
    taken = set(choice.columns.values())
    offers = {layout.titles[index]: field for index, field in proposed.items() if field not in taken}
    said = replace(choice, columns={**offers, **choice.columns})
    verdict = judge(name, layout.titles, profiles, wanted, said)
    guessed = {index for index in proposed if layout.titles[index] not in choice.columns}
    columns = replace(verdict.columns, guessed=verdict.columns.guessed | (guessed & verdict.columns.fields.keys()))
    return replace(verdict, columns=columns)


def by_content(glances: Sequence[Glance], options: ImportOptions) -> Sequence[Glance]:
    """The sheets of a file with what their cells say of columns that no heading names.

    Beside sales whose columns are known, what else may be a table of sales is left alone.
    """
    known = any(each.wanted and each.verdict.kind == "orders" for each in glances)
    return beside_orders([_by_content(each, options, known) for each in glances])


def _by_content(glance: Glance, options: ImportOptions, known: bool) -> Glance:
    layout, choice = glance.layout, glance.choice
    if layout is None or not glance.wanted:
        return glance
    verdict, titles = glance.verdict, layout.titles
    if not known or choice.kind is not None:
        verdict = content.understood(
            glance.info.name, titles, glance.profiles, glance.columns, verdict, options.kind, choice
        )
    if options.ask:
        verdict = content.with_more(titles, glance.columns, verdict, choice)
    return glance if verdict is glance.verdict else as_returns(replace(glance, verdict=verdict), "")


def as_returns(glance: Glance, file: str) -> Glance:
    """A table of what went back is no table of sales, though it has the same columns."""
    verdict, layout = glance.verdict, glance.layout
    if verdict.kind != "orders" or layout is None:
        return glance
    if not holds_returns((glance.info.name, file), layout.titles, verdict.columns):
        return glance
    why = "returns_lines" if verdict.why == "orders" else verdict.why
    return replace(glance, verdict=replace(verdict, returns=True, why=why))


def _as_payments(glance: Glance, file: str) -> Glance:
    """The name of a file may say that its only table holds what came in."""
    if glance.verdict.why != "orders" or glance.layout is None:
        return glance
    found = as_payments((file,), glance.layout.titles, glance.profiles, glance.verdict.columns, glance.choice)
    return glance if found is None else replace(glance, verdict=found)


def refuse_split(glances: Sequence[Glance], file: str) -> None:
    """Amounts in one sheet and customers in another: joining them is no guess to make."""
    wanted = [each for each in glances if each.wanted]
    if any(each.verdict.kind == "orders" for each in wanted):
        return
    lines = [each for each in wanted if _has(each, "order_no") and "amount" not in each.verdict.lacks]
    heads = [each for each in wanted if _has(each, "order_no") and "customer" not in each.verdict.lacks]
    lines = [each for each in lines if "customer" in each.verdict.lacks]
    heads = [each for each in heads if "amount" in each.verdict.lacks]
    if lines and heads:
        raise InputError("import.join", file=file, lines=lines[0].info.name, heads=heads[0].info.name)


def _has(glance: Glance, field: str) -> bool:
    return glance.verdict.kind == "ignored" and glance.verdict.columns.has(field)


def beside_orders(glances: Sequence[Glance]) -> Sequence[Glance]:
    """Among the sheets of a file that has sales."""
    if not any(each.wanted and each.verdict.kind == "orders" for each in glances):
        return glances
    return [_beside_orders(each) for each in glances]


def _beside_orders(glance: Glance) -> Glance:
    """Beside an order ledger a list of names counts as customers only if it says so."""
    verdict = glance.verdict
    if verdict.kind != "customers" or glance.layout is None or glance.choice.kind:
        return glance
    if speaks_of_customers(glance.info.name, glance.layout.titles, verdict.columns):
        return glance
    return replace(glance, verdict=replace(verdict, kind="ignored", why="not_customers"))


def refusal(glances: Sequence[Glance], file: str) -> InputError:
    """Why nothing of a file can be imported: what the likeliest sheet lacks."""
    wanted = [each for each in glances if each.wanted and not each.empty]
    if not wanted:
        return InputError("import.nothing", file=file)
    headed = [each for each in wanted if each.layout is not None]
    if not headed:
        return InputError("import.no_header", file=file, sheet=wanted[0].info.name)
    best = min(headed, key=lambda each: (len(each.verdict.lacks) or 9, -len(each.verdict.columns.fields)))
    if best.layout is not None and not best.layout.header_rows:
        return _headerless(best, best.layout, file)
    titles = listed(map(_brief, best.layout.titles[:_TITLES])) if best.layout else ""
    lacks = best.verdict.lacks or ("customer",)
    hint = bycontent.hint(best.verdict.columns, best.layout.titles if best.layout else ())
    facts = {"file": file, "sheet": best.info.name, "titles": titles, "lacks": explaining.lacking(lacks), "hint": hint}
    return InputError(f"import.no_{lacks[0]}", **facts)


def money_unnamed(glance: Glance, file: str) -> InputError | None:
    """Why a list is not taken as one where nobody is there to ask: its days and numbers are those of sales."""
    verdict, layout = glance.verdict, glance.layout
    if verdict.why != "customers" or layout is None:
        return None
    orders = unnamed_sales(layout.titles, glance.profiles, verdict.columns, glance.choice)
    lacking = Verdict("ignored", "lacks_amount", orders, ("amount",)) if orders else None
    return refusal([replace(glance, verdict=lacking)], file) if lacking else None


def _headerless(glance: Glance, layout: Layout, file: str) -> InputError:
    """What a person has to say about a table without titles, beside the first value of each column."""
    lacks = explaining.lacking(glance.verdict.lacks or ("customer",))
    found = listed(map(_brief, headerless.samples(layout.titles, glance.profiles)))
    hint = bycontent.hint(glance.verdict.columns, layout.titles)
    return InputError("import.headerless", file=file, sheet=glance.info.name, lacks=lacks, columns=found, hint=hint)


def _brief(title: str) -> str:
    return title if len(title) <= _LONG else title[: _LONG - 1] + "…"
