"""What the charts share: classes as series, customers by row, amounts on an axis, sentences about a share."""

from collections.abc import Sequence

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Ints
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import Group
from app.texts import fill, translate


def series(seen: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and colour slots of the classes in order."""
    classes = seen.scheme.classes
    return tuple(each.label for each in classes), tuple(each.slot for each in classes)


def split(seen: Subject, rows: Ints) -> tuple[float, ...]:
    """How many of these customers are in each class."""
    chosen = seen.codes[rows]
    number = np.bincount(chosen[chosen != UNRATED], minlength=len(seen.scheme.classes))
    return tuple(float(each) for each in number.tolist())


def group(seen: Subject, words: str, rows: Ints) -> Group:
    return Group(words, seen.ids_at(rows))


def people(count: int) -> str:
    return fill(translate("Pictures", "{0} 位"), f"{count:,}")


def of_people(seen: Subject, count: int, units: int) -> str:
    """What stands behind a mark: 12 位，340.50 万元."""
    return fill(translate("Pictures", "{0} 位，{1}"), f"{count:,}", seen.words(units))


def named(seen: Subject, name: str, count: int, units: int) -> str:
    return fill(translate("Pictures", "{0}：{1} 位，{2}"), name, f"{count:,}", seen.words(units))


def share(part: float, whole: float) -> str:
    return figures.format_percent(part / whole) if whole > 0 else figures.NONE_SHOWN


def steps(low: float, high: float) -> list[float]:
    """Round limits between two amounts on a logarithmic axis: 1, 2, 5, 10 ..."""
    found = []
    power = 10.0 ** np.floor(np.log10(max(low, 1e-9)))
    while power <= high * 10:
        found += [power * each for each in (1.0, 2.0, 5.0)]
        power *= 10
    below = [each for each in found if each <= low]
    return [each for each in found if each >= (below[-1] if below else found[0])][: _upto(found, below, high)]


def _upto(found: Sequence[float], below: Sequence[float], high: float) -> int:
    first = found.index(below[-1]) if below else 0
    return next((n for n, each in enumerate(found[first:], 1) if each > high), len(found))


def short(value: float) -> str:
    """A limit on an axis without needless zeros."""
    return f"{value:,.10g}"


def is_power(value: float) -> bool:
    """Whether it is a power of ten."""
    power = float(np.log10(value))
    return abs(power - round(power)) < 1e-6


LONGEST = 12  # letters of a name beside a bar


def shortened(name: str, longest: int = LONGEST) -> str:
    """A name beside a bar or a mark, no wider than so many Chinese letters."""
    room = float(longest)
    for place, sign in enumerate(name):
        room -= 1.0 if ord(sign) > 255 else 0.55
        if room < 0:
            return f"{name[: max(place - 1, 1)].rstrip()}…"
    return name
