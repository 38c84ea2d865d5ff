"""How far every customer stands from the next class, up and down: what would lift him, what he would fall by."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Flags, Floats, Places
from app.services.schemes import RFM, RFM_EIGHT, rfm
from app.services.schemes.base import Result
from app.services.schemes.cards import PREFIX
from app.services.segments import Classification
from app.services.workbench.cuts import Cut, Ladder
from app.services.workbench.ladders import MAKERS, ladders
from app.services.workbench.own_ladders import FACT, phrase
from app.services.workbench.own_steps import held_by, next_better
from app.services.workbench.rfm_steps import AXES
from app.services.workbench.steps import CARD, Step, words
from app.services.workbench.still import why_still

BY_RANK = (RFM.id, RFM_EIGHT.id)


@dataclass(frozen=True)
class Near:
    """A customer who would change with a little more or less."""

    customer_id: int
    class_id: str | None
    step: Step


class Nearness:
    """The steps of one customer after another under one scheme."""

    def __init__(self, classes: Classification, scheme: str) -> None:
        self._classes, self._scheme = classes, scheme
        self._ladders, self._ranks = ladders(classes, scheme), _ranks(classes, scheme)

    def steps(self, row: int) -> tuple[Step, ...]:
        """What would lift the customer in this place, then what he would fall by; none where only he can change."""
        code = int(self._classes[self._scheme].codes[row])
        if self._scheme.startswith(PREFIX):
            return self._by_cards(row, code)
        if code == UNRATED:
            return ()
        ranks = [_by_rank(self._classes[self._scheme], each, row) for each in self._ranks if each.codes[row] != UNRATED]
        told = {each.axis for each in ranks}
        found = [s for each in self._ladders for s in _around(self._classes, self._scheme, each, row, code)]
        found = [s for s in found if f"rank_{AXES.get(s.axis)}{'+' if s.better else '-'}" not in told]
        return tuple(sorted([*found, *ranks], key=lambda step: (not step.better, step.distance)))

    def _by_cards(self, row: int, code: int) -> tuple[Step, ...]:
        """Of a scheme somebody made: figures that alone are enough, else what the card above asks for and he lacks.

        What his own card rests on is told where no single figure would take him out of it.
        """
        found = [s for each in self._ladders for s in _around(self._classes, self._scheme, each, row, code)]
        there, falls = {step.toward for step in found}, any(not step.better for step in found)
        for step in _by_conditions(self._classes[self._scheme], row):
            if (step.toward not in there) if step.better else not falls:
                found.append(step)
        return tuple(sorted(found, key=lambda step: (not step.better, step.distance)))

    def said(self, row: int, most: int | None = None) -> tuple[str, ...]:
        """The same in words, no more than `most` up and as many down; where nothing can be told, one sentence why."""
        label_of = self._classes[self._scheme].spec.label_of
        ways = self.steps(row)
        chosen = [step for better in (True, False) for step in [s for s in ways if s.better == better][:most]]
        found = tuple(words(label_of(step.toward), step) for step in chosen)
        return found or (why_still(self._classes, self._scheme, row),)


def steps(classes: Classification, scheme: str, row: int) -> tuple[Step, ...]:
    """What would lift the customer in this place, then what he would fall by; of one customer alone."""
    return Nearness(classes, scheme).steps(row)


def borderline(classes: Classification, scheme: str) -> tuple[Near, ...]:
    """差一点: who would change with a little more or less, the nearest first."""
    ids, codes = classes.facts.customer_id, classes[scheme].codes
    best: dict[int, Step] = {}
    for ladder in _near_ladders(classes, scheme):
        for row in np.flatnonzero(_is_near(ladder, codes)).tolist():
            for step in _around(classes, scheme, ladder, int(row), int(codes[row])):
                if step.near and (row not in best or step.distance < best[row].distance):
                    best[row] = step
    for each in _ranks(classes, scheme):
        for row in np.flatnonzero(each.codes != UNRATED).tolist():
            best.setdefault(row, _by_rank(classes[scheme], each, row))
    found = [Near(int(ids[row]), classes[scheme].class_id(row), step) for row, step in best.items()]
    return tuple(sorted(found, key=lambda each: (each.step.distance, each.customer_id)))


def near_ids(classes: Classification, scheme: str) -> frozenset[int]:
    """The same customers, all at once and without what would change them: quick enough for every preview."""
    codes = classes[scheme].codes
    near = np.zeros(len(codes), dtype=np.bool_)
    for ladder in _near_ladders(classes, scheme):
        near |= _is_near(ladder, codes)
    for each in _ranks(classes, scheme):
        near |= each.codes != UNRATED
    return frozenset(classes.facts.customer_id[near].tolist())


def _near_ladders(classes: Classification, scheme: str) -> tuple[Ladder, ...]:
    """In the schemes of ranks a rank is near, not a figure; of equal figures none is nearer than another."""
    return () if scheme in BY_RANK or classes[scheme].diagnostics.get("same") else ladders(classes, scheme)


def _by_conditions(result: Result, row: int) -> tuple[Step, ...]:
    """What the next better card asks for and the customer lacks, and what his own rests on."""
    found, held = next_better(result, row), held_by(result, row)
    steps = [] if found is None else [Step(found[0], CARD, 1.0, True, 1.0, False, found[1])]
    if held is not None:
        steps.append(Step(held[0], CARD, 1.0, False, 1.0, False, held[1]))
    return tuple(steps)


def _ranks(classes: Classification, scheme: str) -> tuple[rfm.OneRank, ...]:
    """RFM: who would be in another class one rank higher or lower, axis by axis; nothing for other schemes."""
    if scheme not in BY_RANK:
        return ()
    return rfm.by_one_rank(classes[scheme], classes.facts, classes.settings)


def _by_rank(result: Result, each: rfm.OneRank, row: int) -> Step:
    toward = int(each.codes[row])
    axis = f"rank_{each.axis}{'+' if each.by > 0 else '-'}"
    return Step(result.spec.class_ids[toward], axis, 1.0, toward < int(result.codes[row]), 1.0, True)


def has_ladders(scheme: str) -> bool:
    """Whether figures decide at all; by answers, texts and comparisons of several figures there is no distance."""
    return scheme in MAKERS or scheme.startswith(PREFIX)


def _is_near(ladder: Ladder, codes: Places) -> Flags:
    """Who has the cut above or the cut below him within reach, and another class behind it, as `_around` finds it."""
    near, here = np.zeros(len(codes), dtype=np.bool_), ladder.values
    with np.errstate(invalid="ignore"):
        for up, cuts in ((True, ladder.cuts), (False, ladder.cuts[::-1])):
            open_ = (codes != UNRATED) & ~np.isnan(here)
            for cut in cuts:
                first = open_ & ((cut.at > here) if up else (cut.at <= here))
                toward = cut.above if up else cut.below
                amount = np.abs(here - cut.at) + (1.0 if ladder.whole and not up else 0.0)
                close = amount <= _reach(ladder, cut) + 1e-9
                near |= first & close & (toward != UNRATED) & (toward != codes)
                open_ &= ~first
    return near


def _reach(ladder: Ladder, cut: Cut) -> Floats:
    return ladder.near * (np.abs(cut.at) if ladder.relative else np.ones(len(cut.at)))


def _around(classes: Classification, scheme: str, ladder: Ladder, row: int, code: int) -> Iterator[Step]:
    """The cut above and the cut below, where crossing it changes the class."""
    here = float(ladder.values[row])
    if np.isnan(here):
        return
    ids = classes[scheme].spec.class_ids
    over = [cut for cut in ladder.cuts if cut.at[row] > here][:1]
    under = [cut for cut in ladder.cuts if cut.at[row] <= here][-1:]
    for cut, toward in [*((cut, int(cut.above[row])) for cut in over), *((cut, int(cut.below[row])) for cut in under)]:
        if toward in (UNRATED, code):
            continue
        at = float(cut.at[row])
        amount = abs(here - at) + (1.0 if ladder.whole and at <= here else 0.0)
        distance = amount / abs(at) if ladder.relative and at else amount
        rises = (at > here) != ladder.falling
        near = amount <= float(_reach(ladder, cut)[row]) + 1e-9
        if ladder.axis.startswith(FACT):  # more may be worse here: what is better the order of the cards says
            said = phrase(ladder.axis, amount, more=rises)
            yield Step(ids[toward], ladder.axis, amount, code in (UNRATED, max(code, toward)), distance, near, said)
            continue
        yield Step(ids[toward], ladder.axis, amount, rises, distance, near)
