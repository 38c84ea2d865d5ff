"""Commands about imports: bring files in, list what came in, take a batch back."""

from argparse import Namespace

from app.commands import Outcome, opened
from app.services import importing
from app.services.progress import WorkContext
from app.texts import translate


def bring_in(args: Namespace, work: WorkContext) -> Outcome:
    """Plan, then write; a dry run only plans and creates no ledger."""
    options = importing.options(kind=args.kind, sheets=tuple(args.sheet), mapping=args.mapping, password=args.password)
    with opened(args.ledger, create=not args.dry_run) as context:
        with context.reading() as connection:
            plan = importing.plan(connection, args.source, options, work)
        importing.refuse_open_questions(plan)
        command = importing.command(plan)
        if not args.dry_run:
            context.run(command, work)
        result = importing.result(command, dry_run=args.dry_run)
        if args.held:
            result = importing.save_held(result, args.held)
    return Outcome(result.as_json(), importing.words(result))


def listing(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        batches = importing.batches(connection)
    words = translate("Cli", "第 {0} 批　{1}　{2}　{3}")
    states = {"done": translate("Cli", "已导入"), "undone": translate("Cli", "已撤销")}
    lines = [words.format(b.id, b.started_at, b.label, states.get(b.state, b.state)) for b in batches]
    document = {
        "imports": [
            {"batch": b.id, "started_at": b.started_at, "label": b.label, "state": b.state, "summary": b.summary}
            for b in batches
        ]
    }
    return Outcome(document, lines or [translate("Cli", "还没有导入过文件。")])


def undo(args: Namespace, work: WorkContext) -> Outcome:
    """Take one batch back at any later time; says what stayed because it was edited since."""
    with opened(args.ledger) as context:
        command = importing.UndoImport(args.batch)
        context.run(command, work)
        report = command.report
    return Outcome(report.as_json(), report.words())
