"""Commands about reviews and the tasks they make."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.commands import Outcome, opened, parse_date
from app.context import Context
from app.services import settings as method_settings
from app.services.beginnings import has_customers
from app.services.errors import InputError, UsageError
from app.services.figures import format_units, yuan_text
from app.services.migration import ABSENT, Move
from app.services.progress import WorkContext
from app.services.quarterly import Judged, look_back
from app.services.reports import quarter as sheet
from app.services.reports.words import UNRATED, word
from app.services.reviews import books, comparing, draft, fingerprint, pins, starts
from app.services.reviews.basis import chosen
from app.services.reviews.books import Book
from app.services.reviews.causes import ORDER
from app.services.reviews.comparing import Comparison, Sum
from app.services.reviews.finishing import FinishReview
from app.services.schemes import Scheme, class_label
from app.services.today import tasks_until
from app.services.workdays import DAY, working_calendar
from app.texts import fill, listed, translate


def review(args: Namespace, work: WorkContext) -> Outcome:
    with opened(args.ledger) as context:
        return _ACTIONS[args.action](context, args, work)


def tasks(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        today = parse_date(args.as_of) if args.as_of else context.today()
        rows = [row for row in tasks_until(connection, today, working_calendar()) if row.due <= today + DAY * args.days]
    document = {
        "as_of": today,
        "tasks": [
            {"customer": row.name, "title": row.title, "channel": row.channel, "owner": row.owner_name, "due": row.due}
            for row in rows
        ],
    }
    words = translate("Cli", "{0}　{1}　{2}　{3}")
    lines = [words.format(row.due, row.name or "—", row.title, row.owner_name or "—") for row in rows]
    return Outcome(document, lines or [translate("Cli", "这几天没有任务。")])


def _start(context: Context, args: Namespace, _work: WorkContext) -> Outcome:
    as_of = parse_date(args.as_of) if args.as_of else None
    made: list[draft.ReviewDraft] = []

    def write(connection: Any) -> None:
        if not has_customers(connection):
            raise InputError("review.nobody")
        begun = draft.start(connection, context.today(), name=args.name, as_of=as_of)
        begun = starts.begun(connection, begun, args.begin) if args.begin else begun
        begun = chosen(connection, begun, args.schemes) if args.schemes else begun
        rules = begun.settings.with_texts(method_settings.parse_pairs(args.pairs))
        made.append(replace(begun, settings=rules, scope=args.scope))
        draft.save(connection, made[0])

    context.write_draft(write)
    begun = made[0]
    words = translate("Cli", "已开始盘点「{0}」，编号 {1}，截至 {2}。")
    document = {"review": begun.review_id, "name": begun.name, "as_of": begun.as_of, "state": "draft"}
    document |= {"schemes": begun.schemes}
    return Outcome(document, [words.format(begun.name, begun.review_id, begun.as_of)])


def _finish(context: Context, args: Namespace, work: WorkContext) -> Outcome:
    """Finish the named draft, or the one that is open."""
    with context.reading() as connection:
        number = _open_number(connection, args)
        wanted = draft.load(connection, number)
    signed_by, approved_by = args.signed_by or wanted.signed_by, args.approved_by or wanted.approved_by
    signed = replace(wanted, signed_by=signed_by, approved_by=approved_by)
    context.run(FinishReview(signed, context.today()), work)
    with context.reading() as connection:
        return _book_outcome(context, books.book(connection, number))


def _discard(context: Context, args: Namespace, _work: WorkContext) -> Outcome:
    """Throw the named draft away, or the one that is open."""
    with context.reading() as connection:
        begun = draft.load(connection, _open_number(connection, args))
    context.write_draft(lambda connection: draft.discard(connection, begun.review_id))
    words = translate("Cli", "已放弃盘点「{0}」，客户数据没有变化。")
    document = {"review": begun.review_id, "name": begun.name, "state": "discarded"}
    return Outcome(document, [words.format(begun.name)])


def _open_number(connection: Connection, args: Namespace) -> int:
    number = _number(args.reviews[0]) if args.reviews else draft.open_draft(connection)
    if number is None:
        raise InputError("review.nothing_open")
    return number


def _show(context: Context, args: Namespace, _work: WorkContext) -> Outcome:
    with context.reading() as connection:
        found = books.books(connection)
        if not args.reviews and not found:
            raise InputError("review.nothing_kept")
        return _book_outcome(context, books.named(connection, args.reviews[0]) if args.reviews else found[0])


def _list(context: Context, _args: Namespace, _work: WorkContext) -> Outcome:
    with context.reading() as connection:
        found = books.books(connection)
    words = translate("Cli", "第 {0} 号　{1}　截至 {2}　{3} 位客户　盘点人 {4}")
    lines = [fill(words, b.id, b.name, b.as_of, b.customers, b.signed_by or "—") for b in found]
    return Outcome({"reviews": [_head(b) for b in found]}, lines or [translate("Cli", "还没有存档的盘点。")])


def _compare(context: Context, args: Namespace, _work: WorkContext) -> Outcome:
    if len(args.reviews) != 2:
        raise UsageError("usage", message="review compare EARLIER LATER")
    with context.reading() as connection:
        earlier, later = (books.named(connection, name) for name in args.reviews)
        found = comparing.compare(connection, earlier.id, later.id)
    return Outcome(_comparison(found), list(_comparison_lines(found)))


def _comparison(found: Comparison) -> dict[str, Any]:
    """The matrix by customers and by money, everybody who moved with the causes, and what they did to each class."""
    moves = found.migration
    return {
        "earlier": _head(found.earlier),
        "later": _head(found.later),
        "matrix": moves.matrix,
        "amounts": {a: {b: yuan_text(n) for b, n in row.items()} for a, row in moves.amounts.items()},
        "upgraded": moves.upgraded,
        "downgraded": moves.downgraded,
        "entered": moves.entered,
        "left": moves.left,
        "merged": moves.merged,
        "upgrade_rate": moves.upgrade_rate,
        "downgrade_rate": moves.downgrade_rate,
        "stability_rate": moves.stability_rate,
        "mobility_index": moves.mobility_index,
        "verdict": moves.verdict,
        "changes": None
        if found.changes is None
        else [
            {"class": _class(each.class_id), "before": _sum(each.before)}
            | {"causes": {cause: _sum(change) for cause, change in each.by_cause.items()}}
            | {"after": _sum(each.after)}
            for each in found.changes
        ],
        "moves": [_move(move) for move in found.moves],
        "lists": {key: [_move(move) for move in moves] for key, moves in found.lists.items()},
    }


def _comparison_lines(found: Comparison) -> Iterator[str]:
    yield translate("Cli", "{0} → {1}").format(found.earlier.name, found.later.name)
    lists = found.lists
    words = translate("Cli", "升级 {0} 位，降级 {1} 位，新增 {2} 位，流失 {3} 位，回流 {4} 位。")
    yield words.format(*(len(lists[key]) for key in comparing.LISTS))
    for each in found.changes or ():
        told = (
            translate("Cli", "{0} {1}").format(word(cause), _signed(change))
            for cause, change in sorted(each.by_cause.items(), key=lambda pair: ORDER.index(pair[0]))
        )
        figures = [(sums.customers, format_units(sums.net_sales)) for sums in (each.before, each.after)]
        name = class_label(found.later.scheme, _class(each.class_id))
        facts = (name, *figures[0], *figures[1], listed(told))
        yield fill(translate("Cli", "{0}：{1} 位 {2} 元 → {3} 位 {4} 元　{5}"), *facts).rstrip()
    for move in found.moves:
        words = translate("Cli", "{0}：{1} → {2}　{3}")
        before, after = (_class_word(found.later.scheme, each) for each in (move.before, move.after))
        yield words.format(move.name, before, after, listed(map(word, filter(None, move.cause.split(","))))).rstrip()


def _class_word(scheme: Scheme, class_id: str) -> str:
    return word(ABSENT) if class_id == ABSENT else class_label(scheme, _class(class_id))


def _sum(sums: Sum) -> dict[str, Any]:
    return {"customers": sums.customers, "net_sales": yuan_text(sums.net_sales)}


def _signed(change: Sum) -> str:
    money = format_units(change.net_sales)
    return fill(translate("Cli", "{0} 位 {1} 元"), f"{change.customers:+d}", money)


def _move(move: Move) -> dict[str, Any]:
    return {
        "name": move.name,
        "owner": move.owner,
        "before": _class(move.before),
        "after": _class(move.after),
        "direction": move.direction,
        "net_sales_before": yuan_text(move.sales_before),
        "net_sales_after": yuan_text(move.sales_after),
        "cause": move.cause,
    }


def _pins(context: Context, args: Namespace, _work: WorkContext) -> Outcome:
    """Every class set by hand, those first that have run out or that the rules contradict."""
    day = parse_date(args.as_of) if args.as_of else context.today()
    with context.reading() as connection:
        found = pins.pins(connection, day)
    document = [
        {
            "customer": each.name,
            "scheme": each.scheme,
            "mode": each.wish.mode,
            "class": each.wish.class_id,
            "computed": each.computed,
            "state": each.state,
            "days_over": each.days_over,
            "expires_on": None if each.wish.expires_on == date.max else each.wish.expires_on,
            "reason": each.wish.reason,
            "set_by": each.set_by,
        }
        for each in found
    ]
    words = translate("Cli", "{0}：手工定为{1}，规则结果是{2}，到 {3}　{4}　{5}")
    lines = [
        words.format(
            each.name,
            class_label(each.spec, each.wish.class_id) if each.spec else each.wish.class_id,
            class_label(each.spec, each.computed) if each.spec else "—",
            document[place]["expires_on"] or translate("Cli", "不限期"),
            _PIN_STATES[each.state](),
            each.wish.reason,
        )
        for place, each in enumerate(found)
    ]
    return Outcome({"as_of": day, "pins": document}, lines or [translate("Cli", "没有手工定级。")])


_PIN_STATES = {
    pins.OVERDUE: lambda: translate("Cli", "已到期"),
    pins.AGAINST: lambda: translate("Cli", "和规则不一致"),
    pins.FINE: lambda: translate("Cli", "有效"),
}


def _effectiveness(context: Context, args: Namespace, work: WorkContext) -> Outcome:
    """The quarterly look back: verdicts and suggestions in words, every scheme and dimension with its figures."""
    with context.reading() as connection:
        today = parse_date(args.as_of) if args.as_of else draft.proposed_day(connection, context.today())
        rules = method_settings.current(connection).with_texts(method_settings.parse_pairs(args.pairs))
        quarter = look_back(connection, today, rules, work)
    found = sheet.checks(quarter)
    suggested = sheet.suggestions(quarter)
    document = {
        "since": quarter.value.since,
        "until": quarter.value.until,
        "from_review": quarter.value.from_review,
        "summary": sheet.summary(quarter),
        "checks": [
            {"name": each.name, "found": each.found, "expected": each.expected, "verdict": each.verdict}
            for each in found
        ],
        "schemes": [_judged(each) for each in quarter.schemes],
        "dimensions": [_judged(each) for each in quarter.dimensions],
        "rare_tags": [{"group": each.group, "name": each.name, "customers": each.uses} for each in quarter.tags],
        "suggestions": suggested,
    }
    words = translate("Cli", "{0}：{1}（{2}）")
    lines = [words.format(each.name, each.found, each.word) for each in found]
    return Outcome(document, [sheet.summary(quarter), *lines, *suggested])


def _judged(each: Judged) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": each.label,
        "classes": each.classes,
        "omega2": None if each.explained is None else each.explained.omega2,
        "eta2": None if each.explained is None else each.explained.eta2,
        "omega2_before": None if each.earlier is None else each.earlier.omega2,
        "verdict": each.verdict,
        "faded": each.faded,
        "stability_rate": each.stability,
        "unclassified_share": each.unrated,
        "largest_share": each.largest,
        "small_classes": each.small,
    }


def _class(class_id: str) -> str | None:
    return None if class_id in (ABSENT, UNRATED) else class_id


def _book_outcome(context: Context, found: Book) -> Outcome:
    with context.reading() as connection:
        people = books.lines(connection, found.id)
    words = translate("Cli", "{0}：{1} 位，年采购额 {2} 元")
    lines = [fill(words, class_label(found.scheme, c), n, format_units(money)) for c, n, money in found.counts]
    with context.reading() as connection:
        changed = fingerprint.changed(connection, found.id)
    if changed:
        said = listed(map(fingerprint.part_name, changed))
        lines.append(translate("Cli", "台账自存档以来有改动：{0}。以上仍是存档时的数字。").format(said))
    document = _head(found) | {
        "fingerprint": found.fingerprint,
        "changed_since": None if changed is None else list(changed),
        "customers": [
            {
                "code": line.code,
                "name": line.name,
                "owner": line.owner,
                "proposed": line.proposed,
                "final": line.final,
                "basis": line.basis,
                "net_sales": yuan_text(line.net_sales),
                "cause": line.cause,
            }
            for line in people
        ],
    }
    return Outcome(document, [f"{found.name}  {found.as_of}", *lines])


def _head(found: Book) -> dict[str, Any]:
    return {
        "review": found.id,
        "name": found.name,
        "as_of": found.as_of,
        "state": "finished",
        "scheme": found.leading,
        "settings_version": found.settings_id,
        "signed_by": found.signed_by,
        "classes": [{"id": c or None, "customers": n, "net_sales": yuan_text(money)} for c, n, money in found.counts],
    }


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise InputError("review.no_draft", number=text) from error


_ACTIONS = {
    "start": _start,
    "show": _show,
    "finish": _finish,
    "discard": _discard,
    "list": _list,
    "compare": _compare,
    "pins": _pins,
    "effectiveness": _effectiveness,
}
