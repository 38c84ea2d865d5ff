"""How the rows of the 待修区 are shown: columns of the list, the choice of imports."""

from collections.abc import Sequence

from app.services.held_rows import Held
from app.services.importing.tables.addedtitles import shown_title
from app.texts import fill, translate
from app.ui.tables.columns import Column, number_column, text_column

EVERY = 0
CELLS_SHOWN = 12  # in a line of the list; all of them stand beside it


def columns() -> list[Column[Held]]:
    """Why, where, and what stood there."""
    return [
        text_column("reason", translate("HeldRows", "原因"), reason_text, 210),
        text_column("file", translate("HeldRows", "文件"), lambda row: row.file, 110),
        text_column("sheet", translate("HeldRows", "工作表"), lambda row: row.sheet, 76),
        number_column(
            "row",
            translate("HeldRows", "行号"),
            lambda row: f"{row.row:,}",
            60,
            order=lambda row: row.row,
            descending_first=False,
        ),
        text_column("cells", translate("HeldRows", "原始内容"), cells_text, 260, sortable=False, stretch=True),
    ]


def reason_text(row: Held) -> str:
    """The reason, and the column it is about."""
    if not row.column:
        return row.reason
    return translate("HeldRows", "{0}（{1}）").format(row.reason, shown_title(row.column))


def cells_text(row: Held) -> str:
    return "  ".join(text for _head, text in row.cells[:CELLS_SHOWN] if text)


def imports_of(rows: Sequence[Held]) -> list[tuple[int, str]]:
    """All of them first, then each import that has rows waiting, as (number, what to call it)."""
    found: dict[int, list[Held]] = {}
    for row in rows:
        found.setdefault(row.batch, []).append(row)
    every = [(EVERY, translate("HeldRows", "全部导入"))] if len(found) > 1 else []
    words = translate("HeldRows", "{0} 的导入（{1} 行）")
    return every + [
        (batch, fill(words, f"{each[0].imported_at:%Y-%m-%d %H:%M}", f"{len(each):,}")) for batch, each in found.items()
    ]
