"""Commands about imports: bring files in, list what came in, take a batch back."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import Outcome, opened
from app.commands.mapping import read_mapping
from app.context import Context
from app.services import importing
from app.services.importing.ledger.undo import IMPOSSIBLE, REASONS
from app.services.importing.mappings import Document
from app.services.importing.plans import ImportOptions, ImportPlan
from app.services.importing.repeating import Overtaken
from app.services.importing.sources import keep
from app.services.progress import WorkContext
from app.texts import fill, translate

if TYPE_CHECKING:
    from app.services.importing.ledger.commit import ImportCommand


def bring_in(args: Namespace, work: WorkContext) -> Outcome:
    """Plan, then write; a dry run writes nothing into the ledger."""
    mapping = read_mapping(args.mapping) if args.mapping else Document({})
    options = mapping.applied(ImportOptions(kind=args.kind, sheets=tuple(args.sheet), password=args.password))
    created = not args.ledger.exists()
    try:
        with opened(args.ledger, create=True) as context:
            sources = _sources(args)
            known = None if args.dry_run or args.held else _repeated(context, sources, options, work)
            if known is not None:
                return known
            if created and not args.dry_run:
                result = importing.result(_first(context, sources, options, work), args.held)
            else:
                result = importing.result(_planned(context, sources, options, args.dry_run, work), args.held)
    except BaseException:
        _remove_new(args, created)
        raise
    if args.dry_run:
        _remove_new(args, created)
    return Outcome(result.as_json(), result.lines())


def _first(context: Context, sources: Sequence[Path], options: ImportOptions, work: WorkContext) -> "ImportCommand":
    """Into a ledger made for it: written while it is read."""
    command = importing.first(sources, options, context.reading)
    context.run(command, work)
    return command.done[0]


def _planned(
    context: Context, sources: Sequence[Path], options: ImportOptions, dry_run: bool, work: WorkContext
) -> "ImportPlan | ImportCommand":
    """Read first, then written, unless that is only tried."""
    with context.reading() as connection:
        plan = importing.plan(connection, sources, options, work)
    command = importing.command(plan)
    if dry_run:
        return plan
    context.run(command, work)
    return command


def _repeated(context: Context, sources: Sequence[Path], options: ImportOptions, work: WorkContext) -> Outcome | None:
    """The answer where the same files came in just before; None where they have to be read."""
    with context.reading() as connection:
        command = importing.repeated(connection, sources, options)
    if command is None:
        return None
    try:
        context.run(command, work)
    except Overtaken:
        return None
    return Outcome(command.done, command.lines())


def listing(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        batches = importing.imports(connection)
    words = translate("Cli", "第 {0} 批　{1}　{2}　{3}")
    states = {"done": translate("Cli", "已导入"), "undone": translate("Cli", "已撤销")}
    lines = [
        fill(words, b.id, f"{b.started_at:%Y-%m-%d %H:%M}", b.label, states.get(b.state, b.state)) for b in batches
    ]
    document = {
        "imports": [{"batch": b.id, "started_at": b.started_at, "label": b.label, "state": b.state} for b in batches]
    }
    return Outcome(document, lines or [translate("Cli", "还没有导入过文件。")])


def undo(args: Namespace, work: WorkContext) -> Outcome:
    """Take one batch back at any later time; says what stayed because it was edited since."""
    with opened(args.ledger) as context:
        command = importing.undo_import(args.batch)
        if args.dry_run:
            context.rehearse(command, work)
        else:
            context.run(command, work)
    report = command.done.report
    assert report is not None
    document = {
        "batch": args.batch,
        "lines": report.lines,
        "customers": report.customers,
        "restored": report.restored,
        "entries": report.entries,
        "kept": [{"customer": kept.customer, "reason": kept.reason} for kept in report.kept],
        "impossible": [{"customer": each.customer, "reason": each.reason} for each in report.impossible],
    }
    lines = [fill(translate("Cli", "已撤销：{0} 行明细、{1} 位客户。"), report.lines, report.customers)]
    words = translate("Cli", "保留 {0}：{1}")
    lines += [fill(words, kept.customer, translate("ImportUndo", REASONS[kept.reason])) for kept in report.kept]
    words = translate("Cli", "做不到 {0}：{1}")
    left = report.impossible
    lines += [fill(words, each.customer, translate("ImportUndo", IMPOSSIBLE[each.reason])) for each in left]
    if args.dry_run:
        lines.append(translate("Cli", "这是试运行，没有写入任何数据。"))
    return Outcome(document, lines)


def _sources(args: Namespace) -> list[Path]:
    """The files and folders; a dash stands for what comes in through the pipe."""
    return [keep(sys.stdin.buffer) if str(each) == "-" else each for each in args.source]


def _remove_new(args: Namespace, created: bool) -> None:
    """A ledger made for an import that did not happen is not left behind."""
    if created:
        args.ledger.unlink(missing_ok=True)
