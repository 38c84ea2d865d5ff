"""The file of --mapping: what a person decided about the sheets of an import, as JSON.

{"sheets": {"订单": {"kind": "orders", "header_rows": [1], "columns": {"销售额": "amount", "备注": null},
"units": {"销售额": "yuan"}, "date_orders": {"日期": "dmy"}}}}; the sheet "*" speaks for every sheet.
"header_rows": [] says that a table has no heading; its columns are then named by their letters.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.services.errors import UsageError
from app.services.importing.plans import SheetChoice


def read_choices(path: Path) -> Mapping[str, SheetChoice]:
    """The choices by sheet name; UsageError when the file is not such a document."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8-sig"))
        return {name: _choice(sheet) for name, sheet in plain["sheets"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("usage.mapping", file=path.name) from error


def _choice(plain: Mapping[str, Any]) -> SheetChoice:
    return SheetChoice(
        kind=plain.get("kind"),
        header_rows=None if (rows := plain.get("header_rows")) is None else tuple(map(int, rows)),
        columns=dict(plain.get("columns", {})),
        units=dict(plain.get("units", {})),
        date_orders=dict(plain.get("date_orders", {})),
    )
