"""Grids to draw: a migration between two reviews by customers or by money, and what each cause did to each class."""

from collections.abc import Callable, Mapping, Sequence

from app.services import figures
from app.services.migration import ABSENT, Migration
from app.services.reports.words import UNRATED, word
from app.services.reviews.causes import ORDER
from app.services.reviews.comparing import ClassChange, Sum
from app.services.schemes import Scheme, class_label
from app.texts import translate
from app.ui.reviewing.matrix import Grid, Pair

BEFORE, NET, AFTER, ALL = "before", "net", "after", "all"
"""The columns beside the causes, and the row of the sums."""


def by_count(scheme: str | Scheme, migration: Migration) -> Grid:
    """Customers in each cell."""
    cells = {(a, b): str(n) if n else "" for a, row in migration.matrix.items() for b, n in row.items()}
    return _grid(scheme, migration, cells)


def by_money(scheme: str | Scheme, migration: Migration, unit: str) -> Grid:
    """Money in each cell that holds somebody."""
    cells = {
        (a, b): figures.money_figure(migration.amounts[a][b], unit) if n else ""
        for a, row in migration.matrix.items()
        for b, n in row.items()
    }
    return _grid(scheme, migration, cells)


def by_cause(scheme: str | Scheme, changes: Sequence[ClassChange], unit: str, *, money: bool) -> Grid:
    """What each class held, what every cause did to it, what it holds: a row adds up, and so does a column."""
    held = {change.class_id: _parts(change) for change in changes if _stirs(change)}
    sums: dict[str, Sum] = {}
    for parts in held.values():
        for key, each in parts.items():
            sums[key] = sums.get(key, Sum()) + each
    causes = [cause for cause in ORDER if cause in sums]
    columns = (BEFORE, *causes, NET, AFTER)
    shown = _written(unit) if money else _counted
    texts: dict[Pair, str] = {}
    looks: dict[Pair, str] = {}
    for row, parts in {**held, ALL: sums}.items():
        for column in columns:
            value = parts.get(column, Sum())
            number = value.net_sales if money else value.customers
            still = column in (BEFORE, AFTER)
            texts[row, column] = shown(number, not still) if number or still else ""
            looks[row, column] = "strong" if still else "up" if number > 0 else "down"
    return Grid(
        (*held, ALL),
        columns,
        _labels(scheme, tuple(held)) | {ALL: translate("Comparison", "合计")},
        {cause: word(cause) for cause in causes}
        | {
            BEFORE: translate("Comparison", "较早"),
            NET: translate("Comparison", "净变化"),
            AFTER: translate("Comparison", "较晚"),
        },
        texts,
        looks,
    )


def _parts(change: ClassChange) -> dict[str, Sum]:
    return {BEFORE: change.before, **change.by_cause, NET: change.net, AFTER: change.after}


def _stirs(change: ClassChange) -> bool:
    return bool(change.by_cause) or change.before.customers > 0 or change.after.customers > 0


def _counted(number: int, signed: bool) -> str:
    return f"{number:+,}".replace("-", "−") if signed else f"{number:,}"


def _written(unit: str) -> Callable[[int, bool], str]:
    def shown(units: int, signed: bool) -> str:
        text = figures.money_figure(units, unit)
        return f"+{text}" if signed and units > 0 else text.replace("-", "−")

    return shown


def _labels(scheme: str | Scheme, keys: Sequence[str]) -> dict[str, str]:
    return {key: word(key) if key in (UNRATED, ABSENT) else class_label(scheme, key) for key in keys}


def _grid(scheme: str | Scheme, migration: Migration, cells: Mapping[Pair, str]) -> Grid:
    """Who cannot be rated, and who is not in the review, stand in lines of their own where there is anybody."""
    held = {key for pair, text in cells.items() if text for key in pair}
    keys = (*migration.order, *(key for key in (UNRATED, ABSENT) if key in held))
    labels, order = _labels(scheme, keys), migration.order
    looks = {pair: _direction(pair, order) for pair in cells}
    return Grid(keys, keys, labels, {key: f"→ {text}" for key, text in labels.items()}, cells, looks, marked=True)


def _direction(pair: Pair, order: Sequence[str]) -> str:
    before, after = (order.index(key) if key in order else -1 for key in pair)
    return "" if before == after or -1 in (before, after) else "up" if after < before else "down"
