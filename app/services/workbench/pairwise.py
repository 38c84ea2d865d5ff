"""Weights of the score out of judgements in pairs, and in words whether these agree among themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.services import figures
from app.services.reasons import word
from app.services.schemes import ahp
from app.services.schemes.score import WEIGHTS
from app.texts import QT_TRANSLATE_NOOP, fill, listed, translate

FEWEST, MOST = 2, 9
SCALE: tuple[Fraction, ...] = (
    *(Fraction(each) for each in range(9, 0, -1)),
    *(Fraction(1, each) for each in range(2, 10)),
)
"""From far more important to far less."""
_WORDS: Mapping[int, str] = {
    1: QT_TRANSLATE_NOOP("Pairwise", "同样重要"),
    3: QT_TRANSLATE_NOOP("Pairwise", "稍重要"),
    5: QT_TRANSLATE_NOOP("Pairwise", "明显重要"),
    7: QT_TRANSLATE_NOOP("Pairwise", "强烈重要"),
    9: QT_TRANSLATE_NOOP("Pairwise", "极端重要"),
}
Pair = tuple[int, int]


@dataclass(frozen=True)
class Judged:
    """Whole weights that sum to 100, whether they may be used, and the sentence that says why or why not."""

    weights: tuple[int, ...]
    usable: bool
    sentence: str
    worst: Pair | None


def indicators() -> tuple[str, ...]:
    return tuple(WEIGHTS)


def indicator_label(name: str) -> str:
    return word(f"indicator.{name}")


def scale_label(value: Fraction) -> str:
    """How much more important the line is than the column: 3, 1/5."""
    return f"1/{value.denominator}" if value < 1 else str(value)


def scale_legend() -> str:
    """What the steps mean."""
    return listed(f"{step} {translate('Pairwise', said)}" for step, said in _WORDS.items())


def beginning(weights: Sequence[int]) -> dict[Pair, Fraction]:
    """Judgements that give about these weights; what weighs nothing counts as one."""
    sizes = [max(each, 1) for each in weights]
    return {
        (line, column): _nearest(Fraction(sizes[line], sizes[column]))
        for line in range(len(sizes))
        for column in range(line + 1, len(sizes))
    }


def _nearest(ratio: Fraction) -> Fraction:
    return min(SCALE, key=lambda each: (abs(_log(each) - _log(ratio)), each))


def _log(value: Fraction) -> float:
    from math import log

    return log(value)


def judge(names: Sequence[str], pairs: Mapping[Pair, Fraction]) -> Judged:
    """The weights of these indicators; contradictory judgements are refused, and the worst of them is named."""
    size = len(names)
    matrix = [
        [
            Fraction(1) if line == column else pairs[line, column] if line < column else 1 / pairs[column, line]
            for column in range(size)
        ]
        for line in range(size)
    ]
    found = ahp.judge(matrix)
    weights = _whole(found.weights)
    rate = figures.format_number(found.cr, 3)
    if found.acceptable:
        text = translate("Pairwise", "一致性 CR {0}，小于 0.10，前后说得通，可以用。")
        return Judged(weights, True, fill(text, rate), None)
    line, column = found.worst or (0, 1)
    text = translate("Pairwise", "一致性 CR {0}，超过 0.10，前后矛盾；最说不通的是「{1}」对「{2}」，请改这一格。")
    said = fill(text, rate, indicator_label(names[line]), indicator_label(names[column]))
    return Judged(weights, False, said, (min(line, column), max(line, column)))


def _whole(shares: Sequence[float]) -> tuple[int, ...]:
    """Whole percents that sum to 100: the largest remainders are rounded up."""
    raw = [100 * each for each in shares]
    floors = [int(each) for each in raw]
    order = sorted(range(len(raw)), key=lambda place: (floors[place] - raw[place], place))
    for place in order[: 100 - sum(floors)]:
        floors[place] += 1
    return tuple(floors)


def as_setting(names: Sequence[str], weights: Sequence[int]) -> dict[str, str]:
    """The setting in the words it is read from; indicators that were not compared weigh nothing."""
    given = dict(zip(names, weights, strict=True))
    return {"score_weights": "/".join(str(given.get(each, 0)) for each in WEIGHTS)}
