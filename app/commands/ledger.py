"""Commands about the ledger file itself: new, backup, restore, check, settings."""

from argparse import Namespace

from app.commands import Outcome, opened
from app.context import Context
from app.models import sqlite_files
from app.services import settings as method_settings
from app.services.errors import LedgerError
from app.services.progress import WorkContext
from app.services.setting_change import ChangeSettings
from app.texts import fill, translate


def new(args: Namespace, _work: WorkContext) -> Outcome:
    Context.create(args.ledger).close()
    return Outcome({"ledger": str(args.ledger)}, [translate("Cli", "已建好空白台账：{0}").format(args.ledger)])


def backup(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context:
        made = context.backup("hand", args.out)
    document = {"backup": str(made.path), "made_at": made.made_at.isoformat(), "bytes": made.bytes}
    return Outcome(document, [translate("Cli", "已备份到：{0}").format(made.path)])


def restore(args: Namespace, _work: WorkContext) -> Outcome:
    """Put a backup in place of the ledger; what was there is kept among its backups."""
    saved = Context.restore(args.source, args.ledger)
    lines = [translate("Cli", "已从备份恢复：{0}").format(args.source)]
    if saved:
        lines.append(translate("Cli", "恢复前的数据备份在：{0}").format(saved))
    return Outcome(
        {"ledger": str(args.ledger), "from": str(args.source), "saved": str(saved) if saved else None}, lines
    )


def check(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger):
        pass  # refuses what is not a ledger, with its sentence
    found = sqlite_files.check(args.ledger)
    if not found.sound:
        raise LedgerError("ledger.damaged", file=args.ledger.name)
    document = {"sound": True, "customers": found.customers, "order_lines": found.lines}
    words = translate("Cli", "台账完好：{0} 位客户，{1} 行明细。")
    return Outcome(document, [fill(words, found.customers, found.lines)])


def settings(args: Namespace, work: WorkContext) -> Outcome:
    """Show the method settings, or change those named KEY=VALUE (a new version)."""
    with opened(args.ledger) as context:
        if args.pairs:
            changed = context.settings().with_texts(method_settings.parse_pairs(args.pairs))
            context.run(ChangeSettings(changed), work)
        values = context.settings().as_texts()
        with context.reading() as connection:
            version = method_settings.version(connection)
    return Outcome(
        {"settings": values, "settings_version": version}, [f"{key} = {value}" for key, value in values.items()]
    )
