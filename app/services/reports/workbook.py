"""The report as a workbook: a sheet per section, real numbers and dates, live sums, filters, frozen headers."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.files import replacing
from app.services.reports import model
from app.services.reports.cells import big_unit
from app.services.reports.model import Cell, Column, Kind
from app.texts import translate

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

UNITS = 10_000
WIDEST, NARROWEST = 48, 8
FORMATS = {
    Kind.YUAN: "#,##0.00",
    Kind.WAN: "#,##0.00",
    Kind.PERCENT: "0.0%",
    Kind.CHANGE: "+0.0%;-0.0%;0.0%",
    Kind.INT: "#,##0",
    Kind.SIGNED: "+#,##0;-#,##0;0",
    Kind.RATIO: "0.00",
    Kind.DATE: "yyyy-mm-dd",
}
SUBTOTAL_SUM = 109  # of the rows a filter leaves visible
LOWEST_FROZEN = 8  # the lowest row of a header that stays in sight


def to_workbook(report: model.Report, target: Path) -> bytes:
    """Write the workbook whole or not at all, and return what was written for the list of past reports."""
    content = workbook_bytes(report)
    with replacing(target) as part:
        part.write_bytes(content)
    return content


def workbook_bytes(report: model.Report) -> bytes:
    """The workbook in memory."""
    import xlsxwriter

    store = BytesIO()
    book = xlsxwriter.Workbook(store, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": report.title, "company": report.company, "created": report.printed_at})
    styles = _Styles(book)
    sheets: dict[str, _Sheet] = {}
    for section in report.sections:
        if not section.sheet:
            continue
        if section.sheet not in sheets:
            sheets[section.sheet] = _Sheet(book.add_worksheet(section.sheet[:31]), styles)
            sheets[section.sheet].title(report, section)
        for block in section.blocks:
            sheets[section.sheet].add(block)
    for sheet in sheets.values():
        sheet.finish()
    book.close()
    return store.getvalue()


class _Styles:
    """Cell formats, made once."""

    def __init__(self, book: "Workbook") -> None:
        base = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
        self.book, self.base = book, base
        self.title = book.add_format({**base, "bold": True, "font_size": 14})
        self.quiet = book.add_format({**base, "italic": False, "font_color": "#535B68"})
        self.heading = book.add_format({**base, "bold": True, "font_size": 11})
        self.text = book.add_format({**base, "text_wrap": True})
        self.header = book.add_format({**base, "bold": True, "bg_color": "#ECEEF2", "bottom": 1, "text_wrap": True})
        self.header_right = book.add_format(
            {**base, "bold": True, "bg_color": "#ECEEF2", "bottom": 1, "text_wrap": True, "align": "right"}
        )
        self._cells: dict[tuple[Kind, bool], Any] = {}

    def cell(self, kind: Kind, *, bold: bool) -> Any:
        """The format of a value of this kind."""
        if (kind, bold) not in self._cells:
            look: dict[str, Any] = {**self.base, "bold": bold}
            if kind in FORMATS:
                look["num_format"] = FORMATS[kind]
            if bold:
                look["top"] = 1
            self._cells[(kind, bold)] = self.book.add_format(look)
        return self._cells[(kind, bold)]


@dataclass
class _Sheet:
    """Puts blocks under each other and remembers how wide columns must be."""

    sheet: "Worksheet"
    styles: _Styles
    row: int = 0
    widths: dict[int, float] = field(default_factory=dict)
    filtered: bool = False

    def title(self, report: model.Report, section: model.Section) -> None:
        heading = section.heading or report.title
        self.sheet.write_string(0, 0, heading, self.styles.title)
        as_of = translate("Report", "盘点日 {0}").format(report.as_of.isoformat())
        parts = (report.company, report.period, as_of, report.basis, *report.stamps)
        self.sheet.write_string(1, 0, " · ".join(part for part in parts if part), self.styles.quiet)
        self.row = 3

    def add(self, block: model.Block) -> None:
        match block:
            case model.Paragraph():
                self._line(block.text)
            case model.Sentences():
                self._line(block.title, heading=True)
                for number, item in enumerate(block.items, 1):
                    self._line(f"{number}. {item}")
                self.row += 1
            case model.KeyFigures():
                for figure in block.figures:
                    self._figure(figure)
                self.row += 1
            case model.Actions():
                self._actions(block)
            case model.Table():
                self._table(block)
            case _:
                pass  # pictures and signatures belong to paper

    def finish(self) -> None:
        """Widths by content, landscape, header rows printed on every page."""
        for column, wide in self.widths.items():
            self.sheet.set_column(column, column, min(max(wide, NARROWEST), WIDEST))
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)

    def _line(self, text: str, *, heading: bool = False) -> None:
        self.sheet.write_string(self.row, 0, text, self.styles.heading if heading else self.styles.quiet)
        self.row += 1

    def _cells(self, texts: tuple[str, ...]) -> None:
        for column, text in enumerate(texts):
            self.sheet.write_string(self.row, column, text, self.styles.cell(Kind.TEXT, bold=False))
            self._widen(column, text)
        self.row += 1

    def _figure(self, figure: model.KeyFigure) -> None:
        """Name, number, unit and notes side by side."""
        row = self.row
        self._cells((figure.label, "", figure.unit, *figure.notes))
        self._write(row, 1, Column("", figure.kind), figure.value if figure.number is None else figure.number)

    def _actions(self, block: model.Actions) -> None:
        titles = (block.title, translate("Report", "负责人"), translate("Report", "期限"))
        for column, title in enumerate(titles):
            self.sheet.write_string(self.row, column, title, self.styles.header)
        self.row += 1
        for item in block.items:
            self._cells((item.what, item.who, item.due))
        if not block.items:
            self._line(block.empty)
        self.row += 1

    def _table(self, table: model.Table) -> None:
        if table.title:
            self._line(table.title, heading=True)
        if not table.rows:
            self._line(table.empty)
            return
        head = self.row
        for place, column in enumerate(table.columns):
            style = self.styles.header_right if column.kind.is_number else self.styles.header
            self.sheet.write_string(head, place, column.title, style)
            self._widen(place, column.title)
        for offset, row in enumerate(table.rows, 1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._write(head + offset, place, column, value)
        last = head + len(table.rows)
        if not self.filtered:  # a sheet has one filter and one frozen header: its first table's
            self.filtered = True
            self.sheet.autofilter(head, 0, last, len(table.columns) - 1)
            if head <= LOWEST_FROZEN:  # else half the window would stand still
                self.sheet.freeze_panes(head + 1, 1)
                self.sheet.repeat_rows(head)
        self.row = last + 1
        if table.total:
            self._total(table, head + 1, last)
        for note in table.notes:
            self._line(note)
        self.row += 1

    def _total(self, table: model.Table, first: int, last: int) -> None:
        """Sums stay live, so that a filter or a mended cell shows in them."""
        from xlsxwriter.utility import xl_range

        assert table.total is not None
        for place, (column, value) in enumerate(zip(table.columns, table.total, strict=True)):
            if column.adds_up and isinstance(value, int | float):
                formula = f"=SUBTOTAL({SUBTOTAL_SUM},{xl_range(first, place, last, place)})"
                style = self.styles.cell(column.kind, bold=True)
                self.sheet.write_formula(self.row, place, formula, style, _number(column.kind, value))
            else:
                self._write(self.row, place, column, value, bold=True)
        self.row += 1

    def _write(self, row: int, place: int, column: Column, value: Cell, *, bold: bool = False) -> None:
        style = self.styles.cell(column.kind, bold=bold)
        if value is None or value == "":
            self.sheet.write_blank(row, place, None, style)
        elif isinstance(value, str):
            self.sheet.write_string(row, place, value, style)
            self._widen(place, value)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, place, value, style)
            self._widen(place, "2026-06-30")
        else:
            number = _number(column.kind, value)
            self.sheet.write_number(row, place, number, style)
            self._widen(place, f"{number:,.2f}")

    def _widen(self, column: int, text: str) -> None:
        """Chinese characters are two wide."""
        wide = sum(2 if ord(letter) > 0x2E7F else 1.1 for letter in text) + 2
        self.widths[column] = max(self.widths.get(column, 0), wide)


def _number(kind: Kind, value: int | float) -> float:
    """Stored units as 元, or in the large unit where the column is in it; counts and ratios as they are."""
    if kind is Kind.YUAN:
        return round(value / UNITS, 4)
    if kind is Kind.WAN:
        return value / big_unit()[1]
    return value
