"""Reads files and says what their import would do; nothing is written here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from threading import Thread

from sqlalchemy import Connection

from app.services import searching
from app.services.errors import AppError, InputError, StorageError
from app.services.importing import explaining, firstlook, offering, schemes, summing_up
from app.services.importing.files.reader import ReadWorkbook
from app.services.importing.ledger import differences, lookalikes, mending, outcomes, seconds, settling
from app.services.importing.ledger.revisions import Revision, kept_totals, revisions
from app.services.importing.plans import LOCKED, Example, ImportOptions, ImportPlan, Note
from app.services.importing.prepared import Below, Making, Prepared, SheetInMaking
from app.services.importing.problems import Findings
from app.services.importing.rows.corrections import mended
from app.services.importing.rows.people import Register
from app.services.importing.rows.staging import LineStore, Staged
from app.services.importing.sheetrows import read_sheet
from app.services.importing.shelf import Shelf, opened
from app.services.importing.sources import files, staged
from app.services.importing.tables import completing, regions, sheetnames
from app.services.importing.tables.fields import plain
from app.services.importing.tables.glance import NAMEABLE, Glance, look, money_unnamed, refusal, refuse_split
from app.services.importing.tables.regions import OtherTable
from app.services.interrupting import SELDOM, interruptible
from app.services.pause import no_collection
from app.services.progress import WorkContext
from app.texts import listed, translate


def plan(
    connection: Connection,
    sources: Sequence[Path],
    options: ImportOptions,
    work: WorkContext,
    today: date | None = None,
    store: Callable[[], LineStore] = LineStore,
) -> ImportPlan:
    """What the files would bring into this ledger. Raises InputError when a file cannot be read or holds nothing.

    `store` makes what takes the lines that are read.
    """
    warming = Thread(target=_warm_up, daemon=True)
    warming.start()
    try:
        with no_collection(), interruptible(connection, work, SELDOM):
            making = _read_files(connection, sources, options, work, today or date.today(), store)
    finally:
        warming.join()  # where a refusal ends the program, a module half loaded would fail aloud
    _refuse_unknown_sheets(making)
    if not making.staged.sheets and not _can_be_named(making):
        raise making.refusals[0] if making.refusals else InputError("import.nothing", file=_names(sources))
    work.tick(translate("Import", "核对台账"), 0, 0)
    with interruptible(connection, work, SELDOM):
        return _prepared(connection, making, work)


def _read_files(
    connection: Connection,
    sources: Sequence[Path],
    options: ImportOptions,
    work: WorkContext,
    today: date,
    store: Callable[[], LineStore],
) -> Making:
    """All files; where somebody is there to see it, those that cannot be read are named and left out."""
    paths = files(sources)
    refused: list[tuple[Path, AppError]] = [
        (path, InputError("file.without", file=path.name)) for path in paths if path.name in options.without
    ]
    paths = [path for path in paths if path.name not in options.without]
    known, before = schemes.remembered(connection), mended(connection)
    below: Below = {}
    while True:
        staged = Staged(today=today, lines=store())
        findings = Findings(options.decisions, options.cells)
        making = Making(options, work, findings, staged, Register(staged), known, before, below=below)
        making.refused += refused
        try:
            _read_all(connection, paths, making)
        except OtherTable as found:
            below.setdefault(found.file, {}).setdefault(found.sheet, set()).add(found.row)
        except (InputError, StorageError) as error:
            path = next((each for each in paths if each.name == error.facts.get("file")), None)
            if path is None or len(paths) == 1 or not _can_go_without(error, options):
                raise
            refused.append((path, error))
            paths.remove(path)
        else:
            return making
        staged.lines.give_up()


def _can_go_without(error: AppError, options: ImportOptions) -> bool:
    """Whether it is about one file only, and somebody is there to see that the others come in without it."""
    return options.ask and error.code not in LOCKED and error.code.startswith(("file.", "storage."))


def _read_all(connection: Connection, paths: Sequence[Path], making: Making) -> None:
    with Shelf(making.options, making.work) as shelf:
        for path in paths:
            if not _read_back(connection, path, shelf, making):
                _look_at(path, shelf, making, len(paths) == 1)
        if making.waiting:
            completing.settle(making, lambda place: shelf.book(making.files[place][0]))
        for place in making.waiting:
            completing.understand(making, place)
            _read_file(shelf, place, making)
    making.findings.remember({})  # from now on rows of all tables are looked at


def again(
    connection: Connection, changes: Mapping[int, Mapping[str, str]], options: ImportOptions, work: WorkContext
) -> ImportPlan:
    """What rows of 待修区 would bring, by their ids with what is put right in them."""
    staged = Staged()
    making = Making(options, work, Findings(options.decisions, options.cells), staged, Register(staged), ())
    mending.stage(mending.waiting(connection, changes), making, read_sheet)
    if not staged.sheets:
        raise InputError("import.mend_changed")
    return _prepared(connection, making, work)


def first_look(
    connection: Connection, sources: Sequence[Path], options: ImportOptions, work: WorkContext
) -> ImportPlan:
    """The first screen of the files: sheets, headings and kinds as the first rows tell them, no row read."""
    staged = Staged(today=date.today())
    known = schemes.remembered(connection)
    making = Making(options, work, Findings(options.decisions, options.cells), staged, Register(staged), known)
    for path in files(sources):
        if path.name in options.without:
            continue
        with opened(path, options, work) as book:
            glances = _seen(path, book, making)
        if not completing.waits(glances, alone=True):
            completing.understand(making, len(making.files) - 1)
    return firstlook.of(making)


def _can_be_named(making: Making) -> bool:
    """Whether somebody can say which columns are meant, and is there to say it."""
    return making.options.ask and any(each.code in NAMEABLE for each in making.refusals)


def refreshed(connection: Connection, made: ImportPlan, work: WorkContext) -> ImportPlan:
    """The plan against the ledger as it is now; the files are not read again. The same object when nothing changed."""
    prepared = made.prepared
    if outcomes.stamp(connection) == prepared.outcomes.stamp:
        return made
    return _prepared(connection, prepared.making, work)


def _warm_up() -> None:
    """Load what comes later while the other process opens the file and this one would only wait."""
    for name in ("numpy", "app.services.facts.store"):
        import_module(name)
    searching.pinyin_of("客户")


def _prepared(connection: Connection, making: Making, work: WorkContext) -> ImportPlan:
    staged = making.staged
    made = outcomes.judge(connection, staged, making.findings, work)
    likely = lookalikes.find(connection, staged, made.customers, work)
    revised = seconds.hold(connection, list(revisions(connection, staged, made)), made, making)
    changes = chain(
        differences.of_customers(revised, staged),
        differences.of_additions(connection, revised, staged),
        differences.of_lines(connection, staged, made),
    )
    shown = tuple(islice(changes, differences.MOST))
    count = len(shown) + sum(1 for _change in changes)
    settled = settling.find(connection, staged, made, tuple(making.mending.held.values()))
    contested = tuple(_contested(revised, making))
    kept = kept_totals(connection, staged, made)
    return summing_up.summed_up(Prepared(making, made, likely, contested, shown, count, settled, kept))


def _contested(revised: Sequence[Revision], making: Making) -> Iterator[tuple[str, Example]]:
    """Where an edit by hand and a file disagree."""
    for revision in revised:
        sheet = making.staged.sheets[revision.row.sheet]
        file = making.files[sheet.file][0].name
        for change in differences.contested(revision, making.staged):
            yield "kept_edit", Example(file, sheet.name, change.row, change.field, change.old, change.new)


def _names(sources: Sequence[Path]) -> str:
    return listed(source.name for source in sources)


def _read_back(connection: Connection, path: Path, shelf: Shelf, making: Making) -> bool:
    """A workbook of rows that wait is read like the sheets they came from."""
    book = shelf.book(path)
    if not mending.is_repair(book):
        return False
    making.files.append((path, book.kind, book.encoding, ()))
    making.staged.files.append(staged(path))
    mending.read_back(connection, book, path.name, making, read_sheet)
    shelf.finish(path)
    return True


def _look_at(path: Path, shelf: Shelf, making: Making, alone: bool) -> None:
    """See what a file holds, and read it unless it takes others to understand it."""
    place, glances = len(making.files), _seen(path, shelf.book(path), making)
    making.staged.files.append(staged(path))
    waits = completing.waits(glances, alone)
    if not waits:
        completing.understand(making, place)
    firstlook.show(making)
    if waits:
        making.waiting.append(place)
    else:
        _read_file(shelf, place, making)


def _seen(path: Path, book: ReadWorkbook, making: Making) -> Sequence[Glance]:
    """The sheets of a file at first sight."""
    glances = look(book, path.name, making.options, making.remembered, making.below.get(path.name, {}))
    place = len(making.files)
    notes = [Note(code, InputError(code, file=path.name, kind=book.kind).sentence()) for code in book.notes]
    notes += [explaining.remembered(glance.info.name) for glance in glances if glance.scheme]
    unseen = [each.info.name for each in glances if not (each.info.visible or each.wanted or each.empty)]
    notes += map(explaining.left_hidden, dict.fromkeys(map(regions.base, unseen)))
    making.offers += offering.offers(path.name, glances)
    if not making.options.ask:  # in the window columns are named in the table itself
        said = [(glance, _unknown_columns(glance, path.name, making.options)) for glance in glances]
        notes += [explaining.not_there(glance.info.name, titles) for glance, titles in said if titles]
    making.files.append((path, book.kind, book.encoding, tuple(notes)))
    making.sheets += [SheetInMaking(glance, place) for glance in glances]
    return glances


def _unknown_columns(glance: Glance, file: str, options: ImportOptions) -> list[str]:
    """Headings that were named for this very table and are not there: a slip of the pen, or another table."""
    choice = options.choice(glance.info.name, file)
    if not glance.wanted or glance.layout is None or options.speaks_for_all(choice) or choice.headings or choice.joins:
        return []
    named = [title for title, field in choice.columns.items() if field is not None and title != sheetnames.TITLE]
    there = set(map(plain, glance.layout.titles))
    named += [*choice.units, *choice.date_orders, *choice.years]
    return [title for title in dict.fromkeys(named) if plain(title) not in there]


def _read_file(shelf: Shelf, place: int, making: Making) -> None:
    path = making.files[place][0]
    sheets = [each for each in making.sheets if each.file == place]
    taken = [each for each in sheets if each.glance.wanted and each.glance.verdict.kind != "ignored"]
    glances = [each.glance for each in sheets]
    if not making.options.ask:
        refuse_split(glances, path.name)
    if not taken:
        making.refusals.append(refusal(glances, path.name))
    for sheet in taken:
        read_sheet(shelf.book(path), path.name, sheet, making)
    shelf.finish(path)


def refuse_unnamed_money(making: Making) -> None:
    """Sales of which only the customers would come in, for want of somebody to say which column is the money."""
    for sheet in making.sheets:
        reason = money_unnamed(sheet.glance, making.files[sheet.file][0].name) if sheet.number >= 0 else None
        if reason is not None and making.options.kind == "auto":
            raise reason


def _refuse_unknown_sheets(making: Making) -> None:
    names = {sheet.glance.info.name for sheet in making.sheets}
    bases = set(map(regions.base, names))
    for wanted in making.options.sheets:
        if wanted not in names | bases:
            raise InputError("import.no_sheet", sheet=wanted, names=listed(sorted(names)))
