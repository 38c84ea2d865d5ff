"""The command line of architecture.md 4: the data work of the window without one."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from app import logs, paths, texts
from app.commands.helps import command_help, option_help
from app.services.errors import AppError, UsageError
from app.services.progress import Progress, WorkContext
from app.texts import translate

LANGUAGES = ("zh_CN", "en_US")
SCHEMES = (
    "value", "pareto", "abc", "quadrant", "grade_abcd", "potential", "loyalty", "potential_loyalty", "demand_state",
    "rfm", "rfm_eight", "behavior", "decision_cycle", "freq_band", "score", "kmeans", "attribute", "fit",
    "relation", "churn", "clv", "concentration",
)  # fmt: skip
log = logs.logger("cli")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status; a user never sees a traceback, the log has it."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] != ["import"]:
        return _run(arguments)
    from app.services.pause import no_collection

    with no_collection():  # modules and rows are no garbage before the end: looking for some takes 0.3 s of 4
        status = _run(arguments)
        gc.freeze()  # nor is it worth a look now that the process ends
        return status


def _run(arguments: Sequence[str]) -> int:
    _speak_utf8()
    logs.start(paths.user_folder() / "logs")
    as_json = "--json" in arguments
    try:
        _choose_language(_language_in(arguments))
        args = _parser().parse_args(arguments)
        with _ahead(args):
            outcome = _handler(args.handler)(args, WorkContext(_Progress(sys.stderr.isatty())))
    except AppError as error:
        log.warning("%s %s", error.code, error.facts)
        return _fail(error.sentence(), error.code, error.facts, error.exit_status, as_json)
    except KeyboardInterrupt:
        return _fail(translate("Cli", "已取消，数据没有变化。"), "cancelled", {}, 1, as_json)
    except Exception:
        log.exception("unexpected")
        sentence = translate("Cli", "程序出错了，这一步没有做完，数据没有变化。详情在日志里。")
        return _fail(sentence, "unexpected", {}, 1, as_json)
    finally:
        texts.set_translator(None)
    document = json.dumps(outcome.document, ensure_ascii=False, indent=1, default=_plain) if as_json else ""
    try:
        print(document or "\n".join(outcome.lines), flush=True)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


class _Parser(argparse.ArgumentParser):
    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Every option brings its line of help."""
        options.setdefault("help", option_help(str(names[-1])) if names else None)
        return super().add_argument(*names, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", message=message)


def _parser() -> _Parser:
    parser = _Parser(prog="pandian", description=texts.program_name())
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name, (handler, options) in _COMMANDS.items():
        command: argparse.ArgumentParser = commands.add_parser(
            name, help=command_help(name), description=command_help(name)
        )
        command.set_defaults(handler=handler)
        if name != "demo":
            command.add_argument("--ledger", type=Path, required=True)
        command.add_argument("--lang", choices=LANGUAGES, default="zh_CN")
        command.add_argument("--json", action="store_true")
        options(command)
    return parser


def _nothing(_command: argparse.ArgumentParser) -> None:
    pass


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", type=Path, nargs="+")
    command.add_argument("--sheet", action="append", default=[])
    command.add_argument("--kind", choices=("auto", "orders", "customers", "payments", "contacts"), default="auto")
    command.add_argument("--mapping", type=Path)
    command.add_argument("--password")
    command.add_argument("--dry-run", action="store_true")
    command.add_argument("--held", type=Path)


def _schemes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--name")
    command.add_argument("--out", type=Path)


def _undo_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("batch", type=int)
    command.add_argument("--dry-run", action="store_true")


def _selection(command: argparse.ArgumentParser) -> None:
    command.add_argument("--filter", default="")
    command.add_argument("--tag", action="append", default=[])
    command.add_argument("--search", default="")
    command.add_argument("--sort", action="append", default=[])


def _customers(command: argparse.ArgumentParser) -> None:
    _selection(command)
    _limited(command)


def _limited(command: argparse.ArgumentParser) -> None:
    command.add_argument("--limit", type=int)


def _facts(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of")
    command.add_argument("--months", type=int)
    command.add_argument("--customer")


def _scheme(text: str) -> str:
    """One of the schemes, or own:NAME for one that somebody made."""
    if text in SCHEMES or text.startswith("own:"):
        return text
    raise argparse.ArgumentTypeError(f"{text!r}: {', '.join(SCHEMES)}, own:NAME")


def _segment(command: argparse.ArgumentParser) -> None:
    command.add_argument("scheme", type=_scheme, metavar="SCHEME")
    command.add_argument("--as-of")
    command.add_argument("--set", action="append", default=[], dest="pairs")


def _review(command: argparse.ArgumentParser) -> None:
    actions = ("start", "show", "finish", "discard", "list", "compare", "pins", "effectiveness")
    command.add_argument("action", choices=actions)
    command.add_argument("reviews", nargs="*")
    command.add_argument("--name", default="")
    command.add_argument("--as-of", help=option_help("review --as-of"))
    command.add_argument("--scope", default="")
    command.add_argument("--set", action="append", default=[], dest="pairs")
    command.add_argument("--scheme", action="append", default=[], dest="schemes", metavar="SCHEME")
    command.add_argument("--begin", default="", metavar="RULES")
    command.add_argument("--signed-by", default="")
    command.add_argument("--approved-by", default="")


def _tasks(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of")
    command.add_argument("--days", type=int, default=7)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("--month", required=True)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--kind", choices=("full",), default="full")
    command.add_argument("--company", default="")


def _export(command: argparse.ArgumentParser) -> None:
    _selection(command)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--layout", choices=("list", "customers"), default="list")


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", type=Path)


def _settings(command: argparse.ArgumentParser) -> None:
    command.add_argument("pairs", nargs="*")


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--theme", choices=("light", "dark"), default="light")


_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": ("ledger:new", _nothing),
    "import": ("imports:bring_in", _import),
    "imports": ("imports:listing", _nothing),
    "schemes": ("mapping:schemes_of", _schemes),
    "undo-import": ("imports:undo", _undo_import),
    "customers": ("customers:listing", _customers),
    "duplicates": ("duplicates:listing", _limited),
    "facts": ("figures:facts", _facts),
    "segment": ("figures:segment", _segment),
    "review": ("reviews:review", _review),
    "tasks": ("reviews:tasks", _tasks),
    "report": ("reports:report", _report),
    "export": ("customers:export", _export),
    "backup": ("ledger:backup", _backup),
    "restore": ("ledger:restore", _restore),
    "check": ("ledger:check", _nothing),
    "settings": ("ledger:settings", _settings),
    "demo": ("demo:demo", _demo),
}
"""Command -> module:function of app/commands, and its options; the module is imported when the command runs."""


def _handler(place: str) -> Callable[[argparse.Namespace, WorkContext], Any]:
    module, _, name = place.partition(":")
    function: Callable[[argparse.Namespace, WorkContext], Any] = getattr(import_module(f"app.commands.{module}"), name)
    return function


def _ahead(args: argparse.Namespace) -> AbstractContextManager[None]:
    """Let the file of an import be opened by its own process while the database library loads (0.4 s of 5)."""
    if args.command != "import":
        return nullcontext()
    from app.services import importing

    return importing.ahead(args.source, args.password)


def _language_in(arguments: Sequence[str]) -> str:
    """The language asked for, before the rest is read: what is wrong with the rest is said in it."""
    named = (each for each in (*map(" ".join, pairwise(arguments)), *arguments) if each.startswith("--lang"))
    return next((each[7:] for each in named if each[7:] in LANGUAGES), LANGUAGES[0])


def _choose_language(language: str) -> None:
    if language != "zh_CN":
        from app.ui import headless

        headless.speak(language)


class _Progress:
    """Shows progress on standard error while a person watches."""

    def __init__(self, watched: bool) -> None:
        self._watched, self._last = watched, ""

    def __call__(self, progress: Progress) -> None:
        if not self._watched:
            return
        share = f" {100 * progress.done // progress.total}%" if progress.total else ""
        if (line := progress.step + share) != self._last:
            self._last = line
            print(line, file=sys.stderr)


def _fail(sentence: str, code: str, facts: Mapping[str, object], status: int, as_json: bool) -> int:
    if as_json:
        places = {key: facts.get(key) for key in ("file", "sheet", "row")}
        answer = {"mapping": facts["mapping"]} if "mapping" in facts else {}  # what a yes would be, for --mapping
        document = {"error": {"code": code, "message": sentence, **places, **answer}}
        print(json.dumps(document, ensure_ascii=False, default=_plain))
    print(sentence, file=sys.stderr)
    return status


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _speak_utf8() -> None:
    """A Chinese sentence must reach a pipe and an old console alike."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
