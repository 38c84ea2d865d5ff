"""Words, colours and amounts as the review pages show them."""

from app.services import figures
from app.services.reports.words import word
from app.services.schemes import Scheme, spec_of
from app.texts import listed
from app.ui.tables.columns import Cell

UNRATED_SLOT = "dashed"


def chip(scheme: str | Scheme, class_id: str | None) -> tuple[str, str]:
    """A class as a chip: its word and its colour slot."""
    whole = spec_of(scheme)
    spec = whole.find(class_id)
    return (whole.label_of(class_id), UNRATED_SLOT) if spec is None else (spec.label, spec.slot)


def move_cell(scheme: str | Scheme, before: str | None, after: str | None) -> Cell:
    """From one class to the other, as two chips."""
    absent = (word("absent"), "")
    return Cell(None, chips=(chip(scheme, before) if before else absent, chip(scheme, after)))


def amount(units: int | None, unit: str) -> str:
    """An amount with its unit, in the large unit or in 元."""
    return figures.money_cell(units, unit)


def causes(keys: str) -> str:
    """The causes of a move in words; several are joined."""
    return listed(word(key) for key in keys.split(",") if key)


def share(part: int, whole: int) -> str:
    return figures.format_percent(part / whole, 0) if whole > 0 else figures.NONE_SHOWN
