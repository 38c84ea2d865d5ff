"""A migration between two reviews as a grid to draw, by customers or by money."""

from app.services import figures
from app.services.migration import ABSENT, Migration
from app.services.reports.words import word
from app.services.schemes import Scheme, class_label
from app.ui.reviewing.matrix import Grid


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


def _grid(scheme: str | Scheme, migration: Migration, cells: dict[tuple[str, str], str]) -> Grid:
    """Not in the review is a class of its own, shown when somebody came or went."""
    outside = (ABSENT,) if migration.entered or migration.left else ()
    labels = {key: class_label(scheme, key) for key in migration.order} | {ABSENT: word(ABSENT)}
    keys = (*migration.order, *outside)
    return Grid(keys, {key: labels[key] for key in keys}, cells, len(migration.order))
