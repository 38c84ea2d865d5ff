"""The file of --mapping: what a person decided about the sheets of an import, as JSON.

{"sheets": {"订单": {"kind": "orders", "header_rows": [1], "columns": {"销售额": "amount", "备注": null},
"units": {"销售额": "yuan"}, "date_orders": {"日期": "dmy"}}}}; the sheet "*" speaks for every sheet.
"header_rows": [] says that a table has no heading; its columns are then named by their letters.
What to put right stands with the sheet as well: "replacements": {"销售额": {"很多": "100"}} for all equal cells,
"edits": {"销售额": {"12": "100"}} for the cell in row 12; what becomes of each kind of problem beside the sheets:
"decisions": {"duplicate_rows": "skip"}.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.services.errors import UsageError
from app.services.importing.plans import Decision, ImportOptions, SheetChoice
from app.services.importing.problems import TROUBLES

DECISIONS = ("take", "hold", "skip")


def read_choices(path: Path) -> Mapping[str, SheetChoice]:
    """The choices by sheet name; UsageError when the file is not such a document."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8-sig"))
        return {name: _choice(sheet) for name, sheet in plain["sheets"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("usage.mapping", file=path.name) from error


def with_answers(options: ImportOptions, path: Path) -> ImportOptions:
    """The options with everything else the file decides: kinds of problems, cells put right."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8-sig"))
        sheets = plain["sheets"].items()
        return replace(
            options,
            decisions=_decisions(plain.get("decisions", {})),
            replacements={
                (name, title, str(old)): str(new)
                for name, sheet in sheets
                for title, texts in sheet.get("replacements", {}).items()
                for old, new in texts.items()
            },
            edits={
                (name, int(row), title): str(new)
                for name, sheet in sheets
                for title, rows in sheet.get("edits", {}).items()
                for row, new in rows.items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("usage.mapping", file=path.name) from error


def _decisions(plain: Mapping[str, Any]) -> Mapping[str, Decision]:
    wrong = [code for code, decision in plain.items() if code not in TROUBLES or decision not in DECISIONS]
    if wrong:
        raise ValueError(wrong[0])
    return dict(plain)


def _choice(plain: Mapping[str, Any]) -> SheetChoice:
    return SheetChoice(
        kind=plain.get("kind"),
        header_rows=None if (rows := plain.get("header_rows")) is None else tuple(map(int, rows)),
        columns=dict(plain.get("columns", {})),
        units=dict(plain.get("units", {})),
        date_orders=dict(plain.get("date_orders", {})),
    )
