"""The rows of one table, read with what was decided about it and staged for the ledger."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from app.services.importing import bycontent, explaining, wholecolumns
from app.services.importing.decisions import decide
from app.services.importing.ledger import mending
from app.services.importing.plans import Example, ImportOptions, sheet_key
from app.services.importing.prepared import Making, SheetInMaking
from app.services.importing.problems import Findings
from app.services.importing.rows.corrections import Corrections, Mended, corrections
from app.services.importing.rows.entries import ContactReader, EntryReader, PaymentReader
from app.services.importing.rows.lines import LineReader
from app.services.importing.rows.records import RecordReader
from app.services.importing.rows.sheetreader import Place
from app.services.importing.rows.staging import ReturnedOrder, StagedSheet
from app.services.importing.sheets import MergedRange, Workbook
from app.services.importing.tables.blocks import Block, blocks
from app.services.importing.tables.fields import FIELDS
from app.services.importing.tables.hidden import HiddenRows, note_columns
from app.services.importing.tables.layout import Layout
from app.services.importing.values.cells import read_code
from app.services.importing.values.currencies import formatted
from app.texts import translate

_MERGED_ONCE = frozenset(name for name, each in FIELDS.items() if each.reads == "money" or name == "quantity")
_READERS: dict[str, type[LineReader | RecordReader | EntryReader]] = {
    "orders": LineReader,
    "customers": RecordReader,
    "payments": PaymentReader,
    "contacts": ContactReader,
}


def read_sheet(book: Workbook, file: str, sheet: SheetInMaking, making: Making) -> None:
    """Take every row of a table: to the ledger, to 待修区, or left out with its reason."""
    wholecolumns.settle_payers(book, sheet)
    glance, staged = sheet.glance, making.staged
    layout, columns = glance.layout, glance.verdict.columns
    assert layout is not None
    sheet.number = len(staged.sheets)
    staged.sheets.append(_staged_sheet(sheet, layout))
    options = _remember(file, sheet, making)
    decisions = sheet.decisions = decide(layout, columns, glance.columns, glance.choice, glance.years(file))
    decisions.returns = glance.verdict.returns
    decisions.currencies = formatted(glance.info.currencies, layout.titles)
    if sheet.again is not None:
        decisions.settle_discounts(bool(sheet.again.reading.get("paid")))
    additive = frozenset(index for index, name in columns.fields.items() if name in _MERGED_ONCE)
    if glance.verdict.kind == "returns":
        _read_returns(book, sheet, making)
        return
    wholecolumns.settle_dates(book, sheet, decisions)
    making.questions += bycontent.questions(file, glance.info.name, layout, columns)
    making.questions += explaining.questions(file, glance.info.name, layout, glance.columns, decisions, staged.today)
    place = Place(file, glance.info.name, sheet.number, book.kind == "csv")
    arguments = (place, layout, columns, decisions, glance.columns, making.findings, staged)
    reader = sheet.reader = _READERS[glance.verdict.kind](*arguments).prepare(making.register)
    reader.tell_apart(options.cells_of(file, glance.info.name))
    if sheet.again is not None:
        reader.keep_waiting(mending.waits_on(sheet.again, making.options.decisions))
    step, unseen = translate("Import", "整理数据"), HiddenRows(file, glance, making.findings)
    note_columns(file, glance, making.findings)
    right = _corrections(file, sheet, layout, options, making.mended)
    for whole in _blocks(book, sheet, layout, additive, making):
        block, left_out = unseen.sift(right.applied(whole) if right else whole)
        making.work.tick(step, block.numbers[-1] if block.numbers else 0, glance.info.rows)
        reader.skipped += left_out
        reader.take(block)
    reader.finish()
    if making.options.ask:
        making.questions += explaining.rates(file, glance.info.name, reader.unpriced)
    _note_corrections(sheet, right, making)
    if any(_covers(area, layout.first_data, additive) for area in glance.info.merged):
        making.findings.add("merged_amount")


def _staged_sheet(sheet: SheetInMaking, layout: Layout) -> StagedSheet:
    glance = sheet.glance
    verdict = glance.verdict
    return StagedSheet(sheet.file, glance.info.name, verdict.kind, layout, verdict.columns, glance.choice.modes)


def _blocks(
    book: Workbook, sheet: SheetInMaking, layout: Layout, additive: frozenset[int], making: Making
) -> Iterator[Block]:
    """The rows of a table, with what other tables say of them."""
    parts = blocks(book, sheet.glance.index, layout, additive, making.files[sheet.file][0].name)
    if sheet.glance.lookups is None:
        return parts
    missed = partial(_missed, making.findings, making.files[sheet.file][0].name, sheet.glance.info.name)
    return sheet.glance.lookups.completed(parts, missed)


def _missed(findings: Findings, file: str, sheet: str, key: str, row: int, wanted: str) -> None:
    """A row whose key another table does not have."""
    findings.add("join_missing", Example(file, sheet, row, key, wanted, ""))


def _remember(file: str, sheet: SheetInMaking, making: Making) -> ImportOptions:
    """The options with what was decided about the table at an earlier import, where nothing is decided now."""
    scheme, key = sheet.glance.scheme, sheet_key(file, sheet.glance.info.name)
    if scheme is None:
        making.findings.remember({}, sheet.number)
        return making.options
    cells = {(key, title, text): decision for (_any, title, text), decision in scheme.cells.items()}
    making.findings.remember(scheme.decisions, sheet.number, cells)
    options = making.options
    return replace(
        options,
        replacements={**scheme.replacements, **options.replacements},
        cells={**scheme.cells, **options.cells},
    )


def _corrections(file: str, sheet: SheetInMaking, layout: Layout, options: ImportOptions, known: Mended) -> Corrections:
    """What is to be put right while a sheet is read."""
    fields = sheet.glance.verdict.columns.fields
    if sheet.again is not None:
        return mending.again(sheet.again, fields)
    return corrections(options, file, sheet.glance.info.name, layout.titles, fields, known)


def _note_corrections(sheet: SheetInMaking, right: Corrections, making: Making) -> None:
    """What was put right stands among the problems, and with the rows in the archive."""
    making.staged.corrected.update(((sheet.number, row), changes) for row, changes in right.made.items())
    if right.again:
        making.findings.add("mended_again", count=right.again)
    file, name = making.files[sheet.file][0].name, sheet.glance.info.name
    for row, title, before, after in right.cells():
        making.findings.add("mended_by_hand", Example(file, name, row, title, before, after))


def _covers(area: MergedRange, first_data: int, columns: frozenset[int]) -> bool:
    """Whether a merged area hides amounts of several rows."""
    wide = range(area.first_column - 1, area.last_column)
    return area.last_row > area.first_row >= first_data and not columns.isdisjoint(wide)


def _read_returns(book: Workbook, sheet: SheetInMaking, making: Making) -> None:
    glance = sheet.glance
    layout = glance.layout
    column = glance.verdict.columns.column("order_no")
    assert layout is not None
    assert column is not None
    unseen = HiddenRows(making.files[sheet.file][0].name, glance, making.findings)
    for whole in blocks(book, glance.index, layout, frozenset(), making.files[sheet.file][0].name):
        block, _left_out = unseen.sift(whole)
        for place, cell in enumerate(block.columns[column] if block.numbers else ()):
            number = read_code(cell).value
            if number is not None and place not in block.labelled:
                sheet.returned += 1
                order = ReturnedOrder(sheet.number, block.numbers[place], number, block.cells[place])
                making.staged.returned.append(order)
