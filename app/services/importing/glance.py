"""A first look at every sheet of a file: where the table lies, what it is, what to read and what to leave aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from app.services.errors import InputError
from app.services.importing import explaining, headerless, schemes
from app.services.importing.columns import ColumnMap, Profile, profile
from app.services.importing.kinds import Verdict, as_payments, holds_returns, judge, speaks_of_customers
from app.services.importing.layout import Layout, filled, find_layout
from app.services.importing.lookups import Lookups
from app.services.importing.plans import ImportOptions, SheetChoice, WantedKind
from app.services.importing.schemes import Remembered, Scheme
from app.services.importing.sheets import Cell, Row, SheetInfo, Workbook
from app.texts import listed

HEAD = 1000  # rows looked at
NAMEABLE = frozenset(("import.no_customer", "import.no_amount", "import.no_date", "import.headerless"))
"""Refusals that end when a column is named."""
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
    told: str = ""  # what became of it, where that is more than its kind

    @property
    def own_titles(self) -> tuple[str, ...]:
        """Its headings without those of other tables."""
        titles = self.layout.titles if self.layout else ()
        return titles[: self.lookups.width] if self.lookups else titles

    @property
    def empty(self) -> bool:
        return not any(self.head)


_NOTHING = Verdict("ignored", "empty", ColumnMap("orders", {}))


def look(book: Workbook, file: str, options: ImportOptions, remembered: Remembered) -> Sequence[Glance]:
    """All sheets of a workbook, kinds settled among them."""
    glances = [_look(book, index, info, file, options, remembered) for index, info in enumerate(book.sheets)]
    alone = sum(info.visible for info in book.sheets) == 1
    glances = [as_returns(each, Path(file).stem if alone else "") for each in glances]
    if alone and options.kind == "auto":
        glances = [_as_payments(each, Path(file).stem) for each in glances]
    return beside_orders(glances)


def _look(
    book: Workbook, index: int, info: SheetInfo, file: str, options: ImportOptions, remembered: Remembered
) -> Glance:
    choice = options.choice(info.name, file)
    asked_for = choice.kind not in (None, "ignored") and not options.speaks_for_all(choice)
    shown = info.visible or options.include_hidden or asked_for
    wanted = info.name in options.sheets if options.sheets else shown
    head = book.head(index, HEAD) if wanted or not options.sheets else []
    layout = find_layout(head, info.merged, choice.header_rows)
    if layout is None:
        why = "empty" if not any(head) else "no_header"
        return Glance(index, info, wanted, head, None, (), (), replace(_NOTHING, why=why), choice)
    if choice.headings and schemes.alike(choice.headings, layout.titles) < schemes.ALIKE:
        choice = SheetChoice()
    scheme = schemes.fitting(remembered, layout.titles, choice.scheme) if layout.header_rows else None
    if scheme is not None:
        choice = schemes.merged(scheme.choice, choice)
    undecided = scheme is None and not schemes.worth_remembering(choice)
    offered = schemes.nearest(remembered, layout.titles) if undecided else None
    rows = filled(head, info.merged)[layout.first_data - 1 :]
    columns = list(zip_longest(*rows))
    columns += [(None,) * len(rows)] * (len(layout.titles) - len(columns))
    profiles = [profile(cells) for cells in columns]
    proposed = {} if layout.header_rows else headerless.proposed(profiles, columns)
    verdict = _judged(info.name, layout, profiles, options.kind, choice, proposed)
    return Glance(index, info, wanted, head, layout, columns, profiles, verdict, choice, scheme, offered)


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
    facts = {"file": file, "sheet": best.info.name, "titles": titles, "lacks": explaining.lacking(lacks)}
    return InputError(f"import.no_{lacks[0]}", **facts)


def _headerless(glance: Glance, layout: Layout, file: str) -> InputError:
    """What a person has to say about a table without titles, beside the first value of each column."""
    lacks = explaining.lacking(glance.verdict.lacks or ("customer",))
    found = listed(map(_brief, headerless.samples(layout.titles, glance.profiles)))
    return InputError("import.headerless", file=file, sheet=glance.info.name, lacks=lacks, columns=found)


def _brief(title: str) -> str:
    return title if len(title) <= _LONG else title[: _LONG - 1] + "…"
