"""The plan as people and programs read it, out of what was read and what the ledger makes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.models.base import from_units
from app.services.importing import explaining
from app.services.importing.ledger.lookalikes import Likely
from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.plans import (
    ColumnPlan,
    Counts,
    Example,
    FilePlan,
    ImportPlan,
    Refusal,
    SheetChoice,
    SheetPlan,
    TableSum,
)
from app.services.importing.prepared import Making, Prepared, SheetInMaking
from app.services.importing.problems import CORRECTIONS, Findings
from app.services.importing.rows.entries import PaymentReader
from app.services.importing.rows.lines import LineReader
from app.services.importing.rows.people import contradictions
from app.services.importing.rows.staging import FINEST
from app.services.importing.sheets import between
from app.services.importing.tables.glance import Glance
from app.services.importing.tables.kinds import ORDER_ONLY, like_sales, list_lacks
from app.texts import translate

_FAR, _ABOVE = 15, 5  # rows above a heading that are shown; of more the last ones


def summed_up(prepared: Prepared) -> ImportPlan:
    """Everything the page and the command line show."""
    making, made = prepared.making, prepared.outcomes
    findings = _with_ledger(prepared)
    sheets = [(sheet, _sheet(sheet, prepared)) for sheet in making.sheets]
    files = tuple(
        FilePlan(path, path.name, kind, encoding, tuple(plan for sheet, plan in sheets if sheet.file == place), notes)
        for place, (path, kind, encoding, notes) in enumerate(making.files)
    )
    readers = [sheet.reader for sheet in making.sheets if isinstance(sheet.reader, LineReader)]
    sums = [_sums(reader, made) for reader in readers]
    return ImportPlan(
        files=files,
        options=making.options,
        counts=sum((plan.counts for _sheet_, plan in sheets), Counts()),
        customers_created=len(made.customers.created),
        customers_matched=made.customers.matched,
        customers_absent=made.absent,
        amount=sum((stored + rest for stored, rest in sums), Decimal(0)),
        returns_amount=made.returns,
        rounding=-sum((rest for _stored, rest in sums), Decimal(0)),
        date_from=_day(min(filter(None, (reader.first_day for reader in readers)), default=None)),
        date_to=_day(max(filter(None, (reader.last_day for reader in readers)), default=None)),
        problems=findings.problems(),
        questions=tuple(making.questions),
        offers=tuple(making.offers),
        corrected_cells=findings.count(CORRECTIONS),
        changes=prepared.changes,
        changes_count=prepared.changes_count,
        likely_duplicates=len(prepared.likely.examples),
        prepared=prepared,
        complete=prepared.complete,
        payments=made.entries.taken()["payments"],
        payments_amount=from_units(_paid(prepared, None)),
        contacts=_contacts(prepared),
        refused=tuple(Refusal(path, path.name, each.code, each.sentence()) for path, each in making.refused),
    )


def _paid(prepared: Prepared, sheet: int | None) -> int:
    """What was paid, of all sheets or of one."""
    rows = zip(prepared.making.staged.payments, prepared.outcomes.entries.payments, strict=True)
    return sum(
        row.amount for row, state in rows if state in ("created", "updated", "unchanged") and sheet in (None, row.sheet)
    )


def _contacts(prepared: Prepared) -> int:
    """Records in tables of their own and in the cells of lists."""
    made = prepared.outcomes
    listed = zip(prepared.making.staged.list_rows, made.rows, strict=True)
    told = sum(len(row.follow_ups) for row, state in listed if state in ("created", "updated", "unchanged"))
    return told + made.entries.taken()["contacts"]


def _sums(reader: LineReader, made: Outcomes) -> tuple[Decimal, Decimal]:
    """The sum of one table as it is stored, and what rounding line by line took from it as it is stated."""
    number = reader.place.number
    rest = Decimal(reader.finer - made.left_out_finer[number]) / FINEST
    return from_units(reader.units - made.left_out[number]), rest


def _money(sheet: SheetInMaking, prepared: Prepared) -> TableSum | None:
    """What the column of amounts adds up to."""
    reader, columns, made = sheet.reader, sheet.glance.verdict.columns, prepared.outcomes
    if reader is None or sheet.decisions is None:
        return None
    if isinstance(reader, LineReader):
        name, taken = "amount", sum(_sums(reader, made), Decimal(0))
    elif isinstance(reader, PaymentReader):
        name = "paid" if columns.has("paid") else "amount"
        taken = from_units(_paid(prepared, sheet.number))
    elif columns.has("total"):
        name, taken = "total", from_units(_totals_taken(sheet.number, prepared))
    else:
        return None
    index = columns.column(name)
    if index is None:
        return TableSum("", "yuan", taken, taken, reader.turned)
    kept = made.amounts_kept[sheet.number] + sum(place[0] == sheet.number for place in prepared.totals_kept)
    unit = sheet.decisions.units.get(index, "yuan")
    return TableSum(reader.title(index), unit, taken, from_units(reader.totals.last_sum(name)), reader.turned, kept)


def _lacks(sheet: SheetInMaking, kind: str) -> tuple[str, ...]:
    glance = sheet.glance
    if not glance.wanted or glance.layout is None:
        return ()
    if kind == "customers":
        return list_lacks(glance.verdict.columns)
    return glance.verdict.lacks if kind == "ignored" else ()


def _like_sales(sheet: SheetInMaking, kind: str) -> bool:
    """Whether it may hold sales; of a table that is no list of customers only its own columns can say so."""
    columns, layout = sheet.glance.verdict.columns, sheet.glance.layout
    if layout is None or not _lacks(sheet, kind):
        return False
    return (
        like_sales(columns, layout.titles, sheet.glance.profiles) if kind == "customers" else columns.has(*ORDER_ONLY)
    )


def _totals_taken(number: int, prepared: Prepared) -> int:
    """The lifetime totals of one list, of each customer once."""
    made = prepared.outcomes
    totals: dict[int, int] = {}
    for row, state in zip(prepared.making.staged.list_rows, made.rows, strict=True):
        if row.sheet == number and state in ("created", "updated", "unchanged"):
            total = prepared.totals_kept.get((number, row.row), row.total or 0)
            totals.setdefault(made.customers.same[row.customer], total)
    return sum(totals.values())


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _with_ledger(prepared: Prepared) -> Findings:
    """What reading found, and what only shows against the ledger."""
    making, made = prepared.making, prepared.outcomes
    findings = making.findings.copy()
    _add_repeats(findings, prepared)
    again = (("rows_repeat", *place) for place in made.again)
    for code, sheet, row in (*again, *made.entries.remarks):
        findings.add(code, _at(making, sheet, row), sheet=sheet)
    for sheet, count in made.repeats.sheets.items():
        findings.add("sheet_repeats", _at(making, sheet, 0), count, sheet=sheet)
    for held in made.held:
        findings.add(held.code, _at(making, held.sheet, held.row), sheet=held.sheet)
    for listed, state in zip(making.staged.list_rows, made.rows, strict=True):
        if state == "skipped:repeated_customer":
            findings.add("repeated_customer", _at(making, listed.sheet, listed.row), sheet=listed.sheet)
    if made.customers.binned:
        for place in sorted(made.customers.binned):
            findings.add("in_recycle_bin", Example("", "", 0, "", making.staged.customers[place].name, ""))
    for code, example in (*contradictions(making.staged.customers), *prepared.kept):
        findings.add(code, example)
    for each in prepared.settled:
        example = _at(making, each.sheet, each.row)
        findings.add("held_settled", replace(example, column=each.column, before=each.before, after=each.after))
    _add_lookalikes(findings, prepared.likely)
    return findings


def _add_repeats(findings: Findings, prepared: Prepared) -> None:
    making, made = prepared.making, prepared.outcomes
    for twin in made.duplicates:
        findings.add("duplicate_rows", _twin(making, twin, made.originals.get(twin)), sheet=twin[0])
    findings.add("duplicate_rows", count=0, money=made.duplicates_units)
    findings.add("dropped_before", count=made.dropped_again)


def _twin(making: Making, place: tuple[int, int], first: tuple[int, int] | None) -> Example:
    """A row that is there twice, with where it stands for the first time."""
    example = _at(making, *place)
    if first is None:
        return example
    sheet = making.staged.sheets[first[0]]
    words = translate("ImportProblems", "和「{0}」第 {1} 行相同")
    return replace(example, before=words.format(sheet.name, first[1]))


def _add_lookalikes(findings: Findings, likely: Likely) -> None:
    for example in likely.examples:
        findings.add("likely_duplicate", example)
    if likely.unsearched:
        findings.add("lookalikes_left", count=likely.unsearched)


def _at(making: Making, sheet: int, row: int) -> Example:
    staged = making.staged.sheets[sheet]
    return Example(making.files[staged.file][0].name, staged.name, row, "", "", "")


def _mode(choice: SheetChoice, column: ColumnPlan) -> str:
    return choice.modes.get(column.title) or choice.modes.get(column.field or "") or ""


def _first_shown(glance: Glance) -> int:
    """From which row a table is shown as it stands: from its top, or from a little above a heading far down."""
    heading = glance.layout.header_rows[:1] if glance.layout else ()
    first = glance.first_row or 1
    return max(first, heading[0] - _ABOVE) if heading and heading[0] - first > _FAR else first


def _sheet(sheet: SheetInMaking, prepared: Prepared) -> SheetPlan:
    glance, reader = sheet.glance, sheet.reader
    taken = sheet.number >= 0 if prepared.complete else glance.wanted
    kind = glance.verdict.kind if taken else "ignored"
    code = glance.verdict.why
    if not glance.wanted:
        code = "not_wanted" if prepared.making.options.sheets else "hidden"
    waits = prepared.making.options.ask and bool(glance.verdict.lacks)
    named = None if waits else glance.choice.columns
    columns = (
        explaining.column_plans(glance.layout, glance.verdict.columns, glance.profiles, sheet.decisions, named)
        if glance.layout
        else ()
    )
    columns = tuple(replace(each, mode=_mode(glance.choice, each)) for each in columns)
    counts = prepared.outcomes.counts.get(sheet.number, Counts()) if taken else Counts()
    if reader is not None:
        dropped = prepared.outcomes.dropped_held[sheet.number]
        held, skipped = reader.held - dropped, reader.skipped + dropped
        counts += Counts(held + skipped, 0, 0, 0, held, skipped)
    return SheetPlan(
        glance.info.name,
        kind,
        glance.info.visible,
        glance.told or explaining.why(code, glance.verdict.lacks),
        glance.layout.header_rows if glance.layout else (),
        explaining.raw(glance.head, _first_shown(glance)),
        columns,
        tuple(sorted(reader.preview, key=lambda row: row.row)) if reader else (),
        counts,
        tuple(reader.totals.checks) if reader else (),
        reader.total_rows if reader else 0,
        reader.blank_rows if reader else 0,
        (glance.layout.title_rows if glance.layout else 0) + (reader.note_rows if reader else 0),
        reader.corrected if reader else 0,
        _money(sheet, prepared),
        _lacks(sheet, kind),
        prepared.making.files[sheet.file][0].name,
        between(glance.info.hidden_rows, glance.layout.first_data, glance.info.rows) if glance.layout else (),
        glance.info.rows,
        glance.choice.match_key,
        _like_sales(sheet, kind),
        glance.first_row or 1,
    )
