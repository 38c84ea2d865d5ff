"""The empty 客户管理清单: twelve headings to fill in, and a sheet that says how; what is filled in imports as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.services.exporting import TWELVE, TWELVE_TITLE, Kind, lay_out, workbook
from app.services.files import replacing
from app.texts import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

READY_ROWS = 500  # rows whose dates are already formatted as dates
_NOTES_TITLE = QT_TRANSLATE_NOOP("BlankList", "填写说明")
_NOTES = (
    (QT_TRANSLATE_NOOP("BlankList", "必填，一行一位客户。"), "A科技有限公司"),
    (QT_TRANSLATE_NOOP("BlankList", "姓名或称呼，可以带电话；几个人用「、」隔开。"), "王总 13800000000"),
    (QT_TRANSLATE_NOOP("BlankList", "随你叫，前后一致就行。"), "制造业"),
    (QT_TRANSLATE_NOOP("BlankList", "人数范围。"), "500-1000人"),
    (QT_TRANSLATE_NOOP("BlankList", "第一次成交的日子；没有就留空。"), "2023-03-15"),
    (QT_TRANSLATE_NOOP("BlankList", "到现在一共买了多少，单位万元。"), "80"),
    (QT_TRANSLATE_NOOP("BlankList", "最近一次成交的日子；没有就留空或写「-」。"), "2024-01-10"),
    (
        QT_TRANSLATE_NOOP("BlankList", "价值、需求、行为三组，用「/」分开；一组里几个标签用「、」。"),
        "高价值/工业设备/稳定合作",
    ),
    (QT_TRANSLATE_NOOP("BlankList", "打算怎么跟这位客户。"), "每月上门拜访"),
    (
        QT_TRANSLATE_NOOP("BlankList", "一行一条：日期、冒号、内容；逗号后面写对方的反馈。"),
        "2024-02-20:沟通新设备需求,反馈预算待确认",
    ),
    (QT_TRANSLATE_NOOP("BlankList", "现在走到哪一步。"), "跟进中"),
    (QT_TRANSLATE_NOOP("BlankList", "你们公司谁负责；可以是人，也可以是小组。"), "李静"),
)
_EXAMPLE = QT_TRANSLATE_NOOP("BlankList", "{0}：{1}例如：{2}")


def file_name() -> str:
    """The name offered for saving."""
    return translate("BlankList", "客户管理清单_空白模板.xlsx")


def write_blank(path: Path) -> None:
    """No example among the rows: it would be imported as a customer. Examples stand on the sheet of notes."""
    with replacing(path) as part, workbook(part) as book:
        _rows_sheet(book)
        _notes_sheet(book)


def _rows_sheet(book: "Workbook") -> None:
    sheet = book.add_worksheet(TWELVE_TITLE)
    lay_out(book, sheet, TWELVE, [])
    sheet.autofilter(0, 0, 1, len(TWELVE) - 1)
    day, log = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"text_wrap": True, "valign": "top"})
    for row in range(1, READY_ROWS + 1):
        for number, column in enumerate(TWELVE):
            if column.kind is Kind.DATE:
                sheet.write_blank(row, number, None, day)
            elif column.wrap:
                sheet.write_blank(row, number, None, log)


def _notes_sheet(book: "Workbook") -> None:
    """Sentences in one column: a table of headings and examples would itself look like a list of customers."""
    sheet = book.add_worksheet(translate("BlankList", _NOTES_TITLE))
    sheet.set_column(0, 0, 96, book.add_format({"text_wrap": True, "valign": "vcenter"}))
    sheet.write_string(0, 0, translate("BlankList", _NOTES_TITLE), book.add_format({"bold": True}))
    for place, (column, (note, example)) in enumerate(zip(TWELVE, _NOTES, strict=True), 1):
        text = translate("BlankList", _EXAMPLE).format(column.title, translate("BlankList", note), example)
        sheet.write_string(place, 0, text)
