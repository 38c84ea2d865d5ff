"""Two scores against each other: RFM in five times five fields, potential against loyalty in three times three."""

from functools import partial

import numpy as np

from app.services.arrays import UNRATED, Flags, Ints
from app.services.plots import Cell, Grid, grid
from app.services.schemes import (
    LOYALTY,
    POTENTIAL,
    POTENTIAL_LOYALTY,
    RFM,
    RFM_EIGHT,
    ClassSpec,
    potential_loyalty,
)
from app.services.schemes.rfm import EIGHT, GRID, Context
from app.services.segments import classify
from app.services.workbench.pictures import parts
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.pictures.view import ChartView, Group
from app.texts import fill, translate


def rfm(seen: Subject) -> ChartView | None:
    """R from 5 down, the mean of F and M from 1 up, as the segments are looked up."""
    context: Context = seen.result.context
    scores = context.scores
    there = scores.r > 0
    if not there.any():
        return None
    fm = np.where(there, scores.fm, 0)
    filled = [
        _Field(5 - r, c - 1, RFM.find(GRID[r - 1][c - 1]), there & (scores.r == r) & (fm == c), f"R{r} · FM{c}")
        for r in range(5, 0, -1)
        for c in range(1, 6)
    ]
    lines = tuple(f"R{r}" for r in range(5, 0, -1))
    columns = tuple(f"FM{c}" for c in range(1, 6))
    names = translate("Pictures", "最近（R）"), translate("Pictures", "次数与金额（FM）")
    return _view(seen, "rfm_grid", translate("Pictures", "RFM 五乘五"), lines, columns, names, filled, 300)


def rfm_eight(seen: Subject) -> ChartView | None:
    """High or low R across, the four ways of F and M down."""
    codes = seen.codes
    if (codes == UNRATED).all():
        return None
    high, low = translate("Pictures", "高"), translate("Pictures", "低")
    ways = ((1, 1), (0, 1), (1, 0), (0, 0))  # F, M
    filled = []
    for line, (f, m) in enumerate(ways):
        for column, r in enumerate((1, 0)):
            spec = RFM_EIGHT.find(EIGHT[4 * m + 2 * f + r])
            place = RFM_EIGHT.class_ids.index(EIGHT[4 * m + 2 * f + r])
            filled.append(_Field(line, column, spec, codes == place, spec.label if spec else ""))
    lines = tuple(f"F {high if f else low} M {high if m else low}" for f, m in ways)
    columns = (f"R {high}", f"R {low}")
    names = translate("Pictures", "次数和金额"), translate("Pictures", "最近")
    return _view(seen, "rfm_eight", translate("Pictures", "RFM 八类"), lines, columns, names, filled, 260)


def crossed(seen: Subject) -> ChartView | None:
    """Potential down, loyalty across; each field in the class the settings give it."""
    labels = classify(seen.facts, seen.settings, (POTENTIAL.id, LOYALTY.id))
    high, loyal = labels[POTENTIAL.id].codes, labels[LOYALTY.id].codes
    given = dict(zip(potential_loyalty.CELLS, seen.settings.potential_loyalty_map, strict=True))
    across = ("loyal", "swing", "new")
    filled = []
    for line, level in enumerate(POTENTIAL.class_ids):
        for column, kind in enumerate(across):
            inside = (high == line) & (loyal == LOYALTY.class_ids.index(kind))
            spec, other = POTENTIAL.classes[line], LOYALTY.find(kind)
            name = f"{spec.label} × {other.label if other else ''}"
            filled.append(_Field(line, column, POTENTIAL_LOYALTY.find(given[level, kind]), inside, name))
    if not any(field.inside.any() for field in filled):
        return None
    lines = tuple(each.label for each in POTENTIAL.classes)
    columns = tuple(spec.label for spec in map(LOYALTY.find, across) if spec is not None)
    names = translate("Pictures", "潜力"), translate("Pictures", "忠诚")
    title = translate("Pictures", "潜力×忠诚")
    return _view(seen, "potential_loyalty", title, lines, columns, names, filled, 260)


class _Field:
    """One field: where it stands, which class it gives, who is in it."""

    def __init__(self, line: int, column: int, spec: ClassSpec | None, inside: Flags, name: str) -> None:
        self.line, self.column, self.inside, self.name = line, column, inside, name
        self.label, self.slot = (spec.label, spec.slot) if spec is not None else ("", "slate")

    @property
    def title(self) -> str:
        """What stands behind it, in words: R5 · FM5 → 冠军."""
        if self.name == self.label:
            return self.name
        return fill(translate("Pictures", "{0} → {1}"), self.name, self.label)


def _view(
    seen: Subject,
    key: str,
    title: str,
    lines: tuple[str, ...],
    columns: tuple[str, ...],
    names: tuple[str, str],
    filled: list[_Field],
    height: int,
) -> ChartView:
    money = seen.money
    most = max(int(field.inside.sum()) for field in filled) or 1
    cells, groups, rows = [], {}, []
    for field in filled:
        inside: Ints = np.flatnonzero(field.inside)
        units, number = int(money[inside].sum()), len(inside)
        name = field.title
        mark = f"{field.line}:{field.column}"
        tip = parts.named(seen, name, number, units)
        first, second = (parts.people(number), seen.words(units)) if number else ("", "")
        weight = number / most
        cells.append(
            Cell(field.line, field.column, first, second, field.slot, weight, mark if number else "", tip, field.label)
        )
        groups[mark] = Group(name, seen.ids_at(inside))
        rows.append((field.name, field.label, f"{number:,}", seen.words(units)))
    fullest = max(filled, key=lambda field: int(money[field.inside].sum()))
    whole = sum(int(money[field.inside].sum()) for field in filled)
    text = translate("Pictures", "金额最多的一格是「{0}」，占 {1}。")
    sentence = fill(text, fullest.title, parts.share(int(money[fullest.inside].sum()), whole))
    if int(money[fullest.inside].sum()) <= 0:
        sentence = translate("Pictures", "没有哪一格的采购额是正数，比不出最多的。")
    headers = (
        translate("Pictures", "格"),
        translate("Pictures", "分级"),
        translate("Pictures", "客户"),
        translate("Pictures", "近 12 月采购"),
    )
    data = Grid(lines, columns, tuple(cells), *names)
    return ChartView(key, title, "", sentence, partial(grid, data), headers, tuple(rows), groups, height)
