"""What was decided about imports as JSON: the file of --mapping, and the 导入方案 of a ledger written as such files."""

from argparse import Namespace
from pathlib import Path

from app.commands import Outcome, opened
from app.services.errors import InputError, StorageError, UsageError
from app.services.importing import mappings, schemes
from app.services.importing.schemes import Scheme
from app.services.progress import WorkContext
from app.texts import listed, translate


def read_mapping(path: Path) -> mappings.Document:
    """The document of a file; raises UsageError when it is not there or cannot be understood."""
    try:
        return mappings.read(path)
    except InputError as error:
        raise UsageError(error.code, **error.facts) from error


def schemes_of(args: Namespace, _work: WorkContext) -> Outcome:
    """All 导入方案, or the one of a name, which --out writes to a file."""
    with opened(args.ledger) as context, context.reading() as connection:
        found = schemes.remembered(connection)
    names = listed(each.name for each in found)
    if args.name is not None:
        found = [each for each in found if each.name == args.name]
    if args.out is not None:
        _write(args.out, found, names)
    words = translate("Cli", "{0}　{1}　{2}")
    lines = [words.format(each.name, f"{each.used_at:%Y-%m-%d}", listed(each.choice.headings)) for each in found]
    document = {"schemes": [{"used_at": each.used_at, **mappings.plain(each.document)} for each in found]}
    return Outcome(document, lines or [translate("Cli", "还没有导入方案。")])


def _write(path: Path, found: list[Scheme], names: str) -> None:
    if len(found) != 1:
        raise UsageError("usage.scheme", names=names or translate("Cli", "（还没有）"))
    try:
        path.write_text(mappings.dumps(found[0].document), "utf-8")
    except OSError as error:
        raise StorageError("storage.denied", file=path.name) from error
