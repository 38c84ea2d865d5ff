"""What becomes of every staged line and list row, given the ledger as it is now: new, changed, known, held, skipped."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlalchemy import Connection

from app.models.base import from_units
from app.services.importing.ledger import entrymatching, matching, modes
from app.services.importing.ledger.entrymatching import Entries, Places
from app.services.importing.ledger.matching import Customers
from app.services.importing.plans import Counts, Decision
from app.services.importing.problems import EXAMPLES, Findings
from app.services.importing.rows import repeated
from app.services.importing.rows.repeated import Repeats
from app.services.importing.rows.staging import FINEST, HeldRow, LineBlock, LineStore, ListRow, Staged
from app.services.importing.values import vocabulary
from app.services.progress import WorkContext

WRITTEN = ("created", "updated")


@dataclass
class Outcome:
    """One block of lines: places that were known, changed, held or skipped; all others are new."""

    unchanged: frozenset[int] = frozenset()
    updated: dict[int, int] = field(default_factory=dict)
    held: dict[int, str] = field(default_factory=dict)  # place -> problem code
    skipped: dict[int, str] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)  # place -> amount of the ledger that stays

    def written(self, count: int) -> Iterator[int]:
        """Places of the lines to be added."""
        if not (self.unchanged or self.updated or self.held or self.skipped):
            return iter(range(count))
        left = self.unchanged | self.updated.keys() | self.held.keys() | self.skipped.keys()
        return (place for place in range(count) if place not in left)

    @property
    def plain(self) -> bool:
        """Whether every line of the block is new."""
        return not (self.unchanged or self.updated or self.held or self.skipped)


@dataclass
class Outcomes:
    """Everything staged, judged against one state of the ledger."""

    customers: Customers
    lines: list[Outcome]
    rows: list[str]  # of Staged.list_rows: created, updated, unchanged, held:code, skipped:code
    stamp: tuple[int, ...]
    held: list[HeldRow] = field(default_factory=list)  # held only because of the ledger
    counts: dict[int, Counts] = field(default_factory=dict)  # by sheet, without what was held while reading
    duplicates: list[tuple[int, int]] = field(default_factory=list)  # (sheet, row) of exact repeats
    repeats: Repeats = field(default_factory=Repeats)  # what stands in another sheet of the same import
    again: list[tuple[int, int]] = field(default_factory=list)  # (sheet, row) of lines another sheet has already
    duplicates_units: int = 0
    twins: dict[tuple[int, int], int] = field(default_factory=dict)  # some of the repeats, with their digests
    originals: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # where these stand first
    dropped: Counter[int] = field(default_factory=Counter)  # digests of rows left out or removed for good before
    dropped_again: int = 0
    dropped_held: Counter[int] = field(default_factory=Counter)  # by sheet: rows read that were removed from 待修区
    left_out: Counter[int] = field(default_factory=Counter)  # by sheet: units of lines held or skipped here
    left_out_finer: Counter[int] = field(default_factory=Counter)
    amounts_kept: Counter[int] = field(default_factory=Counter)  # by sheet: lines that keep the amount of the ledger
    returns: Decimal = Decimal(0)
    absent: int = 0  # customers of the ledger that the lists do not name; they stay
    returned: frozenset[str] = frozenset()
    tasks_wanted: frozenset[int] = frozenset()  # sheets whose promises become tasks
    files_win: frozenset[int] = frozenset()  # sheets that win over what was edited by hand after they were saved
    entries: Entries = field(default_factory=Entries)


def stamp(connection: Connection) -> tuple[int, ...]:
    """Tells whether customers or lines changed since: every change leaves a new journal entry or turns one."""
    row = connection.exec_driver_sql(
        "SELECT COALESCE(MAX(id), 0), COUNT(*), COALESCE(SUM(state = 'undone'), 0) FROM journal"
    ).one()
    return tuple(row)


def judge(connection: Connection, staged: Staged, decisions: Findings, work: WorkContext) -> Outcomes:
    """Compare what was read with the ledger; can be cancelled at any block."""
    known = matching.customers(connection, staged)
    matches = matching.Lines(connection, staged, known, work.look).matches()
    lines = [Outcome(match.unchanged, match.updated) for match in matches]
    made = Outcomes(known, lines, _rows(connection, staged, known, decisions), stamp(connection))
    made.returned = frozenset(each.order_no for each in staged.returned) | (
        matching.returned_orders(connection) if staged.lines else frozenset()
    )
    made.repeats = repeated.find(staged)
    sheets = range(len(staged.sheets))
    made.files_win = frozenset(each for each in sheets if decisions.decision("kept_edit", each) == "take")
    made.tasks_wanted = frozenset(each for each in sheets if decisions.decision("task_offer", each) == "take")
    if staged.list_rows:
        made.absent = matching.absent(connection, known)
    made.dropped = matching.dropped(connection)
    _drop_held(staged, made)
    seen = _Seen(staged.lines)
    for block, outcome in zip(staged.lines, lines, strict=True):
        work.look()
        _put_aside(block, outcome, made, decisions, seen)
        _keep_amounts(connection, block, outcome, staged, made)
        _count(block, outcome, made)
        _add_returns(block, outcome, made)
    made.originals = _originals(staged, made)
    for row, state in zip(staged.list_rows, made.rows, strict=True):
        _count_row(row, state, made)
    made.entries = entrymatching.judge(connection, staged, known, decisions, *_rows_apart(staged, made))
    made.held += made.entries.held
    for sheet, counts in made.entries.counts.items():
        made.counts[sheet] = made.counts.get(sheet, Counts()) + counts
    for sheet, changed in made.entries.lines_changed.items():
        whole = made.counts[sheet]
        made.counts[sheet] = replace(whole, updated=whole.updated + changed, unchanged=whole.unchanged - changed)
    made.customers = replace(known, idle=_idle(staged, made))
    return made


def _idle(staged: Staged, made: Outcomes) -> frozenset[int]:
    """Unknown customers all of whose rows are known: the rows are somebody's already who goes by another code now."""
    fresh = set(made.customers.created)
    if not fresh or not staged.lines or all(outcome.plain for outcome in made.lines):
        return frozenset()
    met: set[int] = set()
    for block, outcome in zip(staged.lines, made.lines, strict=True):
        places = (*outcome.written(len(block.rows)), *outcome.updated)
        met.update(block.customers if outcome.plain else (block.customers[place] for place in places))
    met.update(row.customer for row, state in zip(staged.list_rows, made.rows, strict=True) if state in WRITTEN)
    entries = made.entries
    for place, (row, state) in enumerate(zip(staged.payments, entries.payments, strict=True)):
        if state in WRITTEN:
            met.add(entries.payers.get(place, row.customer))
    met.update(row.customer for row, state in zip(staged.contacts, entries.contacts, strict=True) if state in WRITTEN)
    return frozenset(fresh - {made.customers.same[place] for place in met if place >= 0})


def _rows_apart(staged: Staged, made: Outcomes) -> tuple[Places, Places]:
    """Of the sheets whose lines tell payments: rows that are not taken, rows that are known already."""
    wanted = {row.sheet for row in staged.payments if row.line}
    aside: Places = {sheet: set() for sheet in wanted}
    same: Places = {sheet: set() for sheet in wanted}
    for block, outcome in zip(staged.lines if wanted else (), made.lines, strict=bool(wanted)):
        if block.sheet in wanted:
            aside[block.sheet].update(block.rows[place] for place in (*outcome.held, *outcome.skipped))
            same[block.sheet].update(block.rows[place] for place in outcome.unchanged)
    return aside, same


def _drop_held(staged: Staged, made: Outcomes) -> None:
    """Rows that were removed from 待修区 do not come back with their file."""
    if made.dropped:
        again = [each for each in staged.held if made.dropped[each.digest]]
        made.dropped_held = Counter(each.sheet for each in again)
        made.dropped_again += len(again)


def _put_aside(block: LineBlock, outcome: Outcome, made: Outcomes, decisions: Findings, seen: "_Seen") -> None:
    """Lines of a repeated sheet, exact repeats where they are not wanted, names that several customers bear."""
    count = len(block.rows)
    if block.sheet in made.repeats.sheets and decisions.decision("sheet_repeats", block.sheet) == "skip":
        outcome.skipped = dict.fromkeys(range(count), "sheet_repeats")
    else:
        again = made.repeats.places(block)
        made.again += [(block.sheet, block.rows[place]) for place in sorted(again)]
        _find_repeats(block, again, outcome, made, decisions, seen)
        if decisions.decision("rows_repeat", block.sheet) == "skip":
            outcome.skipped |= dict.fromkeys(again, "rows_repeat")
    if made.customers.ambiguous and not made.customers.ambiguous.isdisjoint(block.customers):
        places = [place for place, who in enumerate(block.customers) if who in made.customers.ambiguous]
        _hold(block, outcome, made, places, decisions.decision("customer_ambiguous", block.sheet))
    aside = outcome.held.keys() | outcome.skipped.keys()
    if aside:
        outcome.unchanged -= aside
        outcome.updated = {place: number for place, number in outcome.updated.items() if place not in aside}
        made.left_out[block.sheet] += sum(block.amounts[place] for place in aside)
        made.left_out_finer[block.sheet] += sum(block.finer.get(place, 0) for place in aside)


def _keep_amounts(connection: Connection, block: LineBlock, outcome: Outcome, staged: Staged, made: Outcomes) -> None:
    """Lines whose amount stays as it is known: what comes in is that, whatever the file says."""
    mode = modes.of_lines(staged.sheets[block.sheet]).get("amount", "") if outcome.updated else ""
    if mode not in ("never", "fill"):
        return
    sql = "SELECT id, amount FROM order_line WHERE id IN (SELECT value FROM json_each(?))"
    found = connection.exec_driver_sql(sql, (json.dumps(list(outcome.updated.values())),))
    known = {int(row[0]): int(row[1]) for row in found}
    for place, number in outcome.updated.items():
        kept = modes.met(mode, known[number], block.amounts[place])
        if kept != block.amounts[place]:
            outcome.kept[place] = kept
            made.amounts_kept[block.sheet] += 1
            made.left_out[block.sheet] += block.amounts[place] - kept
            made.left_out_finer[block.sheet] += block.finer.get(place, 0)


def _find_repeats(
    block: LineBlock, again: frozenset[int], outcome: Outcome, made: Outcomes, decisions: Findings, seen: "_Seen"
) -> None:
    """Lines just like one before them; those of another sheet are not meant."""
    repeats = seen.repeats(block, again)
    if not repeats:
        return
    repeats = [place for place in repeats if not _dropped_before(block, outcome, made, place)]
    made.duplicates += [(block.sheet, block.rows[place]) for place in repeats]
    made.duplicates_units += sum(abs(block.amounts[place]) for place in repeats)
    for place in repeats[: EXAMPLES - len(made.twins)]:
        made.twins[block.sheet, block.rows[place]] = block.digests[place]
    if decisions.decision("duplicate_rows", block.sheet) == "skip":
        outcome.skipped.update(dict.fromkeys(repeats, "duplicate_rows"))


class _Seen:
    """The lines before; of ten millions only those are remembered that do not stand alone."""

    def __init__(self, lines: LineStore) -> None:
        self._several, self._met = lines.repeated(), set[int]()

    def repeats(self, block: LineBlock, but: frozenset[int]) -> list[int]:
        """Places of the lines that are just like one before them; `but` some are not looked at."""
        found: list[int] = []
        if self._several.isdisjoint(block.digests):
            return found
        for place, digest in enumerate(block.digests):
            if digest in self._several and place not in but:
                if digest in self._met:
                    found.append(place)
                self._met.add(digest)
        return found


def _dropped_before(block: LineBlock, outcome: Outcome, made: Outcomes, place: int) -> bool:
    """Whether an exact repeat was left out when this file came before; then it is left out again."""
    digest = block.digests[place]
    if place in outcome.unchanged or not made.dropped[digest]:
        return False
    made.dropped[digest] -= 1
    made.dropped_again += 1
    outcome.skipped[place] = "dropped_before"
    return True


def _originals(staged: Staged, made: Outcomes) -> dict[tuple[int, int], tuple[int, int]]:
    """Of the repeats that are shown as examples: where the row stands for the first time."""
    wanted = set(made.twins.values())
    first: dict[int, tuple[int, int]] = {}
    for block in staged.lines if wanted else ():
        for digest in wanted - first.keys():
            if digest in block.digests:
                first[digest] = block.sheet, block.rows[block.digests.index(digest)]
    return {place: first[digest] for place, digest in made.twins.items()}


def _hold(block: LineBlock, outcome: Outcome, made: Outcomes, places: list[int], decision: Decision) -> None:
    code = "customer_ambiguous"
    for place in places:
        if place in outcome.skipped or place in outcome.unchanged:
            continue
        if decision == "hold":
            outcome.held[place] = code
            made.held.append(
                HeldRow(block.sheet, block.rows[place], code, "", block.digests[place], block.cells[place])
            )
        else:
            outcome.skipped[place] = code


def _count(block: LineBlock, outcome: Outcome, made: Outcomes) -> None:
    count, same, changed = len(block.rows), len(outcome.unchanged), len(outcome.updated)
    held, skipped = len(outcome.held), len(outcome.skipped)
    counts = Counts(count, count - same - changed - held - skipped, changed, same, held, skipped)
    made.counts[block.sheet] = made.counts.get(block.sheet, Counts()) + counts


def _add_returns(block: LineBlock, outcome: Outcome, made: Outcomes) -> None:
    """Negative lines, and all lines of orders that stand on a returns list or say themselves that they went back."""
    texts = {text for text in set(block.status_texts) if vocabulary.says_returned(text)}
    back = bool(texts) or not made.returned.isdisjoint(block.order_nos)
    if not back and min(block.amounts, default=0) >= 0:
        return
    units = finer = 0
    for place, stated in enumerate(block.amounts):
        if place in outcome.held or place in outcome.skipped:
            continue
        amount = outcome.kept.get(place, stated)
        taken_back = block.order_nos[place] in made.returned or block.status_texts[place] in texts
        if taken_back or amount < 0:
            sign = 1 if taken_back else -1
            units += sign * amount
            finer += sign * block.finer.get(place, 0) if place not in outcome.kept else 0
    made.returns += from_units(units) + Decimal(finer) / FINEST


def _rows(connection: Connection, staged: Staged, people: Customers, decisions: Findings) -> list[str]:
    """States of the rows of customer lists; a second row for a customer of the same file is looked at closely."""
    if not staged.list_rows:
        return []
    before = matching.list_digests(connection)
    first: dict[int, ListRow] = {}
    states = []
    for row in staged.list_rows:
        place = people.same[row.customer]
        number = people.ids[row.customer]
        known = number is not None and row.digest in before.get(number, ())
        if place in people.ambiguous:
            states.append(f"{_aside(decisions, 'customer_ambiguous', row.sheet)}:customer_ambiguous")
        elif place in first:
            same = first[place].digest == row.digest or first[place].cells == row.cells
            states.append("skipped:repeated_customer" if same else _second(decisions, first[place], row, known))
        else:
            first[place] = row
            created = "created" if number is None else "updated"
            states.append("unchanged" if known else created)
    return states


def _second(decisions: Findings, first: ListRow, row: ListRow, known: bool) -> str:
    """Another row for one customer adds to the first when it brings further records or tags and contradicts nothing."""
    agrees = not row.misnamed and all(first.values.get(name, value) == value for name, value in row.values.items())
    numbers = ("first_day", "last_day", "total", "avg_cycle")
    agrees = agrees and all(getattr(row, name) in (None, getattr(first, name)) for name in numbers)
    if agrees and (row.follow_ups or row.tags or row.contacts):
        return "unchanged" if known else "updated"
    return f"{_aside(decisions, 'customer_twice', row.sheet)}:customer_twice"


def _aside(decisions: Findings, code: str, sheet: int) -> str:
    return "skipped" if decisions.decision(code, sheet) == "skip" else "held"


def _count_row(row: ListRow, state: str, made: Outcomes) -> None:
    kind, _colon, code = state.partition(":")
    counts = {"created": Counts(1, 1), "updated": Counts(1, 0, 1), "unchanged": Counts(1, 0, 0, 1)}
    counts |= {"held": Counts(1, 0, 0, 0, 1), "skipped": Counts(1, 0, 0, 0, 0, 1)}
    made.counts[row.sheet] = made.counts.get(row.sheet, Counts()) + counts[kind]
    if kind == "held":
        made.held.append(HeldRow(row.sheet, row.row, code, "", row.digest, row.cells))
