"""Two finished reviews side by side: who moved and why, out of what was frozen when they were signed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, select

from app.models.base import to_units
from app.models.review import review_cause, review_step
from app.services.exporting import Column, Kind, write_list
from app.services.merging import taken_over
from app.services.migration import ABSENT, Migration, Move, direction, tier_migration
from app.services.progress import WorkContext
from app.services.reports.words import UNRATED, word
from app.services.reviews.books import Book, BookLine, book, books, labels, lines
from app.services.reviews.causes import ORDER, Shift, Step
from app.services.schemes import CHURN, Scheme, class_label
from app.texts import listed, translate

LISTS = ("up", "down", "entered", "lost", "back")
"""升, 降, 新, 流失, 回流: who belongs to several stands in several."""
GONE = "churned"


@dataclass(frozen=True)
class Sum:
    """Customers and their money in units."""

    customers: int = 0
    net_sales: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.customers + other.customers, self.net_sales + other.net_sales)

    def __sub__(self, other: "Sum") -> "Sum":
        return Sum(self.customers - other.customers, self.net_sales - other.net_sales)


@dataclass(frozen=True)
class ClassChange:
    """How one class came from what it held to what it holds: `before`, then every cause, make `after`."""

    class_id: str
    before: Sum
    by_cause: Mapping[str, Sum]
    after: Sum

    @property
    def net(self) -> Sum:
        return self.after - self.before


@dataclass(frozen=True)
class Comparison:
    """The matrix by count and by the later one's money, everybody who moved, and what moved the classes.

    `everybody` are those of either review; `changes` is None where no causes were kept between the two.
    """

    earlier: Book
    later: Book
    migration: Migration
    moves: tuple[Move, ...]
    everybody: Mapping[int, Move]
    lists: Mapping[str, tuple[Move, ...]]
    changes: tuple[ClassChange, ...] | None
    steps: tuple[Step, ...]

    def between(self, before: str, after: str) -> tuple[Move, ...]:
        """Everybody in a cell of the matrix."""
        return _sorted(move for move in self.everybody.values() if (move.before, move.after) == (before, after))

    def touched(self, cause: str, class_id: str) -> tuple[Move, ...]:
        """Everybody whom a cause has brought into a class or out of it."""
        found = {
            step.customer_id for step in self.steps if step.cause == cause and class_id in (step.before, step.after)
        }
        return _sorted(self.everybody[number] for number in found if number in self.everybody)


def compare(connection: Connection, earlier_id: int, later_id: int) -> Comparison:
    """Who moved between two finished reviews, by count and by money."""
    earlier, later = book(connection, earlier_id), book(connection, later_id)
    before = {line.customer_id: line for line in _under(connection, earlier, later.leading)}
    after = {line.customer_id: line for line in lines(connection, later_id, reasons=False)}
    chain = _chain(books(connection), earlier, later)
    steps = tuple(_steps(connection, chain)) if chain is not None else ()
    causes = _causes(steps)
    order = later.scheme.class_ids
    gone = taken_over(connection, later.finished_at)
    everybody = {
        number: _move(number, before.get(number), after.get(number), order, causes.get(number, ""), number in gone)
        for number in {**before, **after}
    }
    return Comparison(
        earlier,
        later,
        _migration(before, after, order, gone),
        _sorted(move for move in everybody.values() if move.direction != "same"),
        everybody,
        _lists(connection, earlier, later, everybody),
        None if chain is None else _changes(order, before, after, _shifts(connection, chain)),
        steps,
    )


def write_moves(path: Path, found: Comparison, moves: Sequence[Move], work: WorkContext) -> int:
    """Moves as a list for Excel, with the causes in words. Returns how many."""
    columns = [
        Column(translate("Comparison", "客户")),
        Column(translate("Comparison", "负责人")),
        Column(translate("Comparison", "较早分级")),
        Column(translate("Comparison", "较晚分级")),
        Column(translate("Comparison", "升降")),
        Column(translate("Comparison", "较早一次(元)"), Kind.MONEY),
        Column(translate("Comparison", "较晚一次(元)"), Kind.MONEY),
        Column(translate("Comparison", "原因")),
    ]
    rows = (
        (
            move.name,
            move.owner,
            *(_word(found.later.scheme, each) for each in (move.before, move.after)),
            word(move.direction),
            move.sales_before,
            move.sales_after,
            listed(map(word, filter(None, move.cause.split(",")))),
        )
        for move in moves
    )
    return write_list(path, translate("Comparison", "变动的客户"), columns, rows, work, len(moves))


def _word(scheme: Scheme, class_id: str) -> str:
    return word(class_id) if class_id in (ABSENT, UNRATED) else class_label(scheme, class_id)


def _under(connection: Connection, earlier: Book, scheme: str) -> list[BookLine]:
    """The lines of a review under a scheme that did not lead it, so that both are told in the same classes."""
    return lines(connection, earlier.id, scheme, reasons=False)


def _sorted(moves: Iterable[Move]) -> tuple[Move, ...]:
    return tuple(sorted(moves, key=lambda move: (-(move.sales_after or 0), move.customer_id)))


def _class(line: BookLine | None) -> str:
    return ABSENT if line is None else line.final or UNRATED


def _move(
    number: int, before: BookLine | None, after: BookLine | None, order: tuple[str, ...], cause: str, merged: bool
) -> Move:
    known = after or before
    assert known is not None
    old, new = _class(before), _class(after)
    return Move(
        customer_id=number,
        name=known.name,
        before=old,
        after=new,
        direction=direction(old, new, order, merged=merged),
        sales_before=before.net_sales if before else None,
        sales_after=after.net_sales if after else None,
        cause=cause if old != new else "",
        owner=known.owner,
    )


def _migration(
    before: Mapping[int, BookLine], after: Mapping[int, BookLine], order: tuple[str, ...], gone: frozenset[int]
) -> Migration:
    """Rates over those rated both times; the matrix holds everybody, who cannot be rated in a line of its own."""
    then, now = ({number: each.final for number, each in who.items() if each.final} for who in (before, after))
    rated = tier_migration(then, now, order)
    names = (*rated.order, UNRATED, ABSENT)
    counts, money = ({row: dict.fromkeys(names, 0) for row in names} for _ in range(2))
    for number in {**before, **after}:
        row, column = _class(before.get(number)), _class(after.get(number))
        counts[row][column] += 1
        money[row][column] += (after.get(number) or before[number]).net_sales or 0
    return replace(
        rated,
        matrix=counts,
        amounts=money,
        entered=len(after.keys() - before.keys()),
        left=len(before.keys() - after.keys() - gone),
        merged=len((before.keys() - after.keys()) & gone),
    )


def _lists(
    connection: Connection, earlier: Book, later: Book, everybody: Mapping[int, Move]
) -> Mapping[str, tuple[Move, ...]]:
    """流失: by his own rhythm lost since, or no longer there. 回流: was lost, and has come again."""
    then, now = (labels(connection, each.id, CHURN.id) for each in (earlier, later))
    lost = {n for n, status in now.items() if status == GONE and n in then and then[n] != GONE}
    back = {n for n, status in then.items() if status == GONE and now.get(n) not in (None, GONE)}
    chosen = {
        "up": (move for move in everybody.values() if move.direction == "up"),
        "down": (move for move in everybody.values() if move.direction == "down"),
        "entered": (move for move in everybody.values() if move.direction == "entered"),
        "lost": (move for n, move in everybody.items() if n in lost or move.direction == "left"),
        "back": (move for n, move in everybody.items() if n in back),
    }
    return {key: _sorted(chosen[key]) for key in LISTS}


# causes


Chain = list[tuple[int, int]]  # review, and 1 forward or -1 backward


def _chain(shelf: list[Book], earlier: Book, later: Book) -> Chain | None:
    """The reviews whose frozen causes lead from one to the other; None where they do not hang together.

    Every review tells its causes since the one it was compared with; where two were compared with a third, the way
    leads back to that one and forward again.
    """
    known = {each.id: each for each in shelf}
    up, down = _ancestors(known, earlier), _ancestors(known, later)
    shared = next((number for number in down if number in up), None)
    if shared is None:
        return None
    back = [(number, -1) for number in up[: up.index(shared)]]
    return back + [(number, 1) for number in reversed(down[: down.index(shared)])]


def _ancestors(known: Mapping[int, Book], start: Book) -> list[int]:
    """A review and those before it under the same leading scheme."""
    found, each = [start.id], known.get(start.previous_id or 0)
    while each is not None and each.leading == start.leading:
        found.append(each.id)
        each = known.get(each.previous_id or 0)
    return found


def _steps(connection: Connection, chain: Chain) -> Iterable[Step]:
    for number, sign in chain:
        query = select(review_step).where(review_step.c.review_id == number).order_by(review_step.c.id * sign)
        for row in connection.execute(query):
            way = (row.before, row.after) if sign > 0 else (row.after, row.before)
            yield Step(row.customer_id, row.cause, *way)


def _shifts(connection: Connection, chain: Chain) -> Iterable[Shift]:
    for number, sign in chain:
        for row in connection.execute(select(review_cause).where(review_cause.c.review_id == number)):
            yield Shift(row.cause, row.class_id, sign * row.customers, sign * to_units(row.net_sales))


def _causes(steps: Iterable[Step]) -> dict[int, str]:
    found: dict[int, set[str]] = defaultdict(set)
    for step in steps:
        found[step.customer_id].add(step.cause)
    return {number: ",".join(cause for cause in ORDER if cause in causes) for number, causes in found.items()}


def _changes(
    order: tuple[str, ...], before: Mapping[int, BookLine], after: Mapping[int, BookLine], shifts: Iterable[Shift]
) -> tuple[ClassChange, ...]:
    causes: dict[str, dict[str, Sum]] = defaultdict(dict)
    for each in shifts:
        change = Sum(each.customers, each.net_sales)
        causes[each.class_id][each.cause] = causes[each.class_id].get(each.cause, Sum()) + change
    old, new = (_sums(who.values()) for who in (before, after))
    held = {**old, **new, **causes}
    keys = (*order, *sorted(held.keys() - {*order, UNRATED}), *((UNRATED,) if UNRATED in held else ()))
    return tuple(ClassChange(key, old.get(key, Sum()), causes.get(key, {}), new.get(key, Sum())) for key in keys)


def _sums(people: Iterable[BookLine]) -> dict[str, Sum]:
    found: dict[str, Sum] = defaultdict(Sum)
    for line in people:
        found[_class(line)] += Sum(1, line.net_sales or 0)
    return found
