"""The command that lists customers who may be one, with score and evidence; answers are given in the window."""

from argparse import Namespace
from collections.abc import Iterable

from sqlalchemy import Connection

from app.commands import Outcome, opened
from app.services import duplicates
from app.services.duplicates import Pair
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, fill, together, translate

_SUGGESTIONS = {
    "same": QT_TRANSLATE_NOOP("Duplicates", "很像"),
    "branch": QT_TRANSLATE_NOOP("Duplicates", "像分公司"),
    "look": QT_TRANSLATE_NOOP("Duplicates", "较像"),
}


def listing(args: Namespace, work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        found = duplicates.find(connection, work)
        shown = found[: args.limit]
        sides = _sides(connection, shown)
    document = {"count": len(found), "pairs": [_document(pair, sides) for pair in shown]}
    lines = [_line(pair, sides) for pair in shown]
    return Outcome(document, [*lines, fill(translate("Cli", "共 {0} 对疑似重复。"), len(found))])


def _sides(connection: Connection, pairs: Iterable[Pair]) -> dict[int, tuple[str | None, str]]:
    """Number -> code and name of everybody in these pairs."""
    ids = sorted({number for pair in pairs for number in (pair.first, pair.second)})
    listed = ",".join(map(str, ids))
    rows = connection.exec_driver_sql(f"SELECT id, code, name FROM customer WHERE id IN ({listed})")
    return {number: (code, name) for number, code, name in rows}


def _document(pair: Pair, sides: dict[int, tuple[str | None, str]]) -> dict[str, object]:
    named = {
        side: {"id": number, "code": sides[number][0], "name": sides[number][1]}
        for side, number in (("first", pair.first), ("second", pair.second))
    }
    return {**named, "score": pair.score, "suggestion": pair.suggestion, "evidence": list(pair.evidence)}


def _line(pair: Pair, sides: dict[int, tuple[str | None, str]]) -> str:
    words = translate("Cli", "{0}%　{1}　{2}｜{3}　{4}")
    suggestion = translate("Duplicates", _SUGGESTIONS[pair.suggestion])
    names = sides[pair.first][1], sides[pair.second][1]
    return fill(words, round(100 * pair.score), suggestion, *names, together(*pair.evidence))
