"""Rows of 待修区 that, put right, turn out to be the second row of their list for a customer, and say otherwise.

Readable from the start, such a row would have been held for that; mended later it must not win in silence.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.ledger.revisions import Revision
from app.services.importing.prepared import Making
from app.services.importing.rows.staging import HeldRow

CODE = "customer_twice"


def hold(connection: Connection, found: Sequence[Revision], made: Outcomes, making: Making) -> tuple[Revision, ...]:
    """The revisions that stand; the others wait for somebody who says that their row is right."""
    sheets = making.mending.sheets
    if not sheets or making.options.decisions.get(CODE) == "take":
        return tuple(found)
    said = {place: _said(connection, number) for place, number in sheets.items()}
    wait = [each for each in found if each.customer in said.get(each.row.sheet, ()) and _contradicts(each)]
    for each in wait:
        row = each.row
        place = next(place for place, staged in enumerate(making.staged.list_rows) if staged is row)
        made.rows[place] = f"held:{CODE}"
        made.held.append(HeldRow(row.sheet, row.row, CODE, "", row.digest, row.cells))
        counts = made.counts[row.sheet]
        made.counts[row.sheet] = replace(counts, updated=counts.updated - 1, held=counts.held + 1)
    return tuple(each for each in found if each not in wait)


def _said(connection: Connection, sheet: int) -> frozenset[int]:
    """The customers of whom another row of the sheet has spoken."""
    sql = (
        "SELECT f.customer_id FROM summary_fact f JOIN source_row r ON r.id = f.source_row_id"
        " WHERE r.sheet_id = ? AND f.merged_from IS NULL"
    )
    return frozenset(connection.exec_driver_sql(sql, (sheet,)).scalars())


def _contradicts(revision: Revision) -> bool:
    """Whether something that is known would become something else; what was open may be filled."""
    before = revision.before
    fields = any(before[name] not in (None, "", value) for name, value in revision.values.items())
    return fields or any(old not in (None, new) for _name, old, new in revision.facts)
