"""A clean invented ledger, and the many ways in which firms lay the very same facts out; everything by one seed."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import xlsxwriter

from app.services.importing.sheets import Cell, MergedRange
from tests.services.importing.desk import Sheet

FIRMS = (
    "华东机械有限公司", "合计达商贸", "Acme Tools Ltd", "王记五金店", "A科技有限公司", "总计时器厂",
    "北方集团", "小计量仪器行",
)  # fmt: skip
PRODUCTS = ("轴承", "刀具 X-2", "总计时器", "皮带", "润滑油 5L")
HEADINGS = {
    "date": ("日期", "订单日期", "销售日期", "下单时间", "Order Date", "交易日期", "日 期"),
    "customer": ("客户", "客户名称", "购货单位", "往来单位", "Customer", "Customer Name", "客户 名称"),
    "order": ("订单号", "单据编号", "Order No", "单号"),
    "product": ("产品", "商品名称", "品名", "Product"),
    "quantity": ("数量", "Qty", "销售数量"),
    "amount": ("金额", "销售额", "销售金额", "Amount", "价税合计", "Sales"),
}
FACTORS = {"": 1, "元": 1, "千元": 1_000, "万元": 10_000}
TOTALS = {
    "customer": ("小计", "{0}小计", "{0} 合计", "小 计"),
    "month": ("{0}月小计", "本月合计", "月计", "{0}月合计"),
    "running": ("累计", "本年累计", "累 计"),
    "all": ("合计", "总计", "合计：", "总 计", "Total", "Grand Total", "合计（元）"),
}
NOTES: tuple[tuple[Cell, ...], ...] = (
    ("备注：以上金额含税",),
    ("制表：小李", None, "审核：老王"),
    ("说明", "退货另计"),
)


@dataclass(frozen=True)
class Fact:
    """One sale as it is, however it is written."""

    day: date
    customer: str
    order: str
    product: str
    quantity: int
    fen: int


@dataclass
class Laid:
    """A sheet in the making: rows from the top and merged areas, both counted from 1."""

    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[MergedRange] = field(default_factory=list)


def facts(random: Random) -> list[Fact]:
    """Some sales of a few firms over four months."""
    firms = random.sample(FIRMS, random.randint(2, 6))
    start = date(random.choice((2023, 2024, 2025)), random.randint(1, 6), 3)
    made = [
        Fact(
            start + timedelta(random.randrange(120)),
            random.choice(firms),
            f"XS{number:04}",
            random.choice(PRODUCTS),
            random.randint(1, 40),
            random.choice(
                (random.randrange(100, 9_999_900), random.randrange(1, 500) * 10_000, -random.randrange(9900))
            ),
        )
        for number in range(1, random.randint(8, 30))
    ]
    return sorted(made, key=lambda fact: fact.day)


@dataclass
class Style:
    """How one ledger is written; drawn once, used for all its sheets."""

    random: Random
    typed: bool  # cells keep their types; else everything is text
    merging: bool  # merged areas can be told

    def __post_init__(self) -> None:
        pick = self.random.choice
        self.columns = ["date", "customer", "amount"]
        self.columns += [name for name in ("order", "product", "quantity") if self.random.random() < 0.7]
        self.random.shuffle(self.columns)
        self.heading = {name: pick(words) for name, words in HEADINGS.items()}
        self.unit = pick(("", "", "", "元", "千元", "万元"))
        self.unit_in_title = self.random.random() < 0.4
        self.unit_form = pick(("({0})", "（{0}）", "/{0}"))
        self.levels = pick((1, 1, 1, 2, 3))
        self.dates = pick(("typed", "typed", "iso", "slash", "dot", "chinese", "eight", "serial", "short"))
        self.numbers = pick(("typed", "typed", "typed", "text", "commas", "sign", "wide", "wide commas"))
        self.order = pick(("day", "customer"))
        self.totals = pick(("none", "none", "group", "group running", "all", "group all", "unlabelled"))
        self.label_first = self.random.random() < 0.6
        self.sections = self.random.random() < 0.2
        self.pages = pick((0, 0, 0, 6, 9))
        self.page_titles = self.random.random() < 0.5
        self.blanks = self.random.random() < 0.3
        self.left = pick((0, 0, 0, 1, 2))
        self.gap = self.random.random() < 0.2
        self.title_lines = pick((0, 0, 1, 2, 3))
        self.notes = self.random.random() < 0.4
        self.merge_customers = self.merging and self.order == "customer" and self.random.random() < 0.5
        self.fills = {name: pick(words) for name, words in TOTALS.items()}
        if self.sections:
            self.columns.remove("customer" if self.order == "customer" else "date")
            self.merge_customers = False
        self.section_words = pick(("{0}：{1}", "{0}: {1}", "【{0}】{1}"))

    # cells

    def money(self, fen: int) -> Cell:
        exact = Decimal(fen) / 100 / FACTORS[self.unit]
        if self.numbers == "typed" and self.typed:
            return float(exact)
        plain = format(exact.normalize(), ",f" if "commas" in self.numbers or self.numbers == "sign" else "f")
        if self.numbers == "sign":
            return f"-¥{plain[1:]}" if plain.startswith("-") else f"¥{plain}"
        return wide(plain) if "wide" in self.numbers else plain

    def day(self, day: date) -> Cell:
        forms: dict[str, Callable[[], Cell]] = {
            "typed": lambda: day,
            "iso": day.isoformat,
            "slash": lambda: f"{day.year}/{day.month}/{day.day}",
            "dot": lambda: f"{day.year}.{day.month:02}.{day.day:02}",
            "chinese": lambda: f"{day.year}年{day.month}月{day.day}日",
            "eight": lambda: int(f"{day:%Y%m%d}"),
            "serial": lambda: (day - date(1899, 12, 30)).days,
            "short": lambda: f"{day.year % 100}年{day.month}月{day.day}日",
        }
        return forms[self.dates]()

    def row(self, fact: Fact) -> list[Cell]:
        values: dict[str, Cell] = {
            "date": self.day(fact.day), "customer": fact.customer, "order": fact.order, "product": fact.product,
            "quantity": fact.quantity, "amount": self.money(fact.fen),
        }  # fmt: skip
        return [values[name] for name in self.columns]

    def total(self, kind: str, name: object, sales: Sequence[Fact]) -> list[Cell]:
        sums: dict[str, Cell] = {"amount": self.money(sum(fact.fen for fact in sales))}
        if self.random.random() < 0.5:
            sums["quantity"] = sum(fact.quantity for fact in sales)
        cells = [sums.get(column) for column in self.columns]
        free = [place for place, column in enumerate(self.columns) if column not in ("amount", "quantity")]
        cells[free[0] if self.label_first else self.random.choice(free)] = self.fills[kind].format(name)
        return cells

    def titles(self) -> list[str]:
        named = {**self.heading}
        if self.unit and not self.unit_in_title:
            named["amount"] += self.unit_form.format(self.unit)
        return [named[column] for column in self.columns]

    # a sheet

    def sheet(self, sales: Sequence[Fact], last: bool = True) -> Laid:
        """All the sales on one sheet."""
        laid = Laid()
        self._titles_above(laid)
        self._heading(laid)
        ordered = sorted(sales, key=self.group) if self.order == "customer" else list(sales)
        for place, (name, group) in enumerate(groupby(ordered, self.group)):
            self._group(laid, name, list(group), first=place == 0)
            if "running" in self.totals:
                done = [fact for fact in ordered if self.group(fact) <= name]
                laid.rows.append(self.total("running", "", done))
        if self.totals.endswith("all"):
            laid.rows.append(self.total("all", "", ordered))
        if self.totals == "unlabelled" and len(ordered) > 2:
            sums = {"amount": self.money(sum(fact.fen for fact in ordered))}
            laid.rows.append([sums.get(column) for column in self.columns])
        if self.notes:
            laid.rows += [[], *([*note] for note in self.random.sample(NOTES, self.random.randint(1, 2)))]
        return self._shifted(laid)

    def group(self, fact: Fact) -> str:
        return fact.customer if self.order == "customer" else f"{fact.day:%Y-%m}"

    def _titles_above(self, laid: Laid) -> None:
        lines: list[list[Cell]] = [
            ["2024 年销售明细台账"],
            ["编制单位：某某公司", None, "制表：小李"],
            [],
            ["（内部资料）"],
        ]
        laid.rows += lines[: self.title_lines]
        if self.unit and self.unit_in_title:
            laid.rows.append([f"单位：{self.unit}"])

    def _heading(self, laid: Laid) -> None:
        titles = self.titles()
        if self.levels == 1:
            laid.rows.append([*titles])
            return
        start = len(laid.rows) + 1
        half = max(1, len(titles) // 2)
        upper: list[Cell] = ["基本信息", *[None] * (half - 1), "销售情况", *[None] * (len(titles) - half - 1)]
        laid.rows.append(upper)
        if self.merging:
            areas = ((1, half), (half + 1, len(titles)))
            laid.merged += [MergedRange(start, first, start, last) for first, last in areas if last > first]
        if self.levels == 3:
            middle: list[Cell] = [*upper[:half], "明细", *[None] * (len(titles) - half - 1)]
            laid.rows.append(middle)
        laid.rows.append(list(titles))

    def _group(self, laid: Laid, name: str, group: list[Fact], first: bool) -> None:
        if self.sections:
            kind, text = ("客户", name) if self.order == "customer" else ("月份", f"{name[:4]}年{int(name[5:])}月")
            laid.rows.append([self.section_words.format(kind, text)])
        start = len(laid.rows) + 1
        for fact in group:
            if self.pages and len(laid.rows) % self.pages == self.pages - 1 and not self.merge_customers:
                self._page(laid)
            if self.blanks and self.random.random() < 0.15 and not self.merge_customers:
                laid.rows.append([])
            laid.rows.append(self.row(fact))
        if self.merge_customers and len(group) > 1:
            column = self.columns.index("customer")
            for row in laid.rows[start:]:
                row[column] = None
            laid.merged.append(MergedRange(start, column + 1, len(laid.rows), column + 1))
        if "group" in self.totals:
            kind = "customer" if self.order == "customer" else "month"
            laid.rows.append(self.total(kind, name if kind == "customer" else int(name[5:]), group))

    def _page(self, laid: Laid) -> None:
        """What a print-out repeats where a page begins."""
        if self.page_titles:
            laid.rows += [[], ["2024 年销售明细台账"], [f"第 {len(laid.rows) // 5 + 2} 页"]]
        laid.rows.append(list(self.titles()))

    def _shifted(self, laid: Laid) -> Laid:
        """Empty columns on the left, and one in the middle."""
        gap = len(self.columns) // 2 if self.gap and not laid.merged else None
        rows = []
        for row in laid.rows:
            cells = row if gap is None or len(row) <= gap else [*row[:gap], None, *row[gap:]]
            rows.append([*[None] * self.left, *cells] if row else [])
        merged = [
            MergedRange(a.first_row, a.first_column + self.left, a.last_row, a.last_column + self.left)
            for a in laid.merged
        ]
        return Laid(rows, merged)


def wide(text: str) -> str:
    """Full-width digits and marks."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def sheets(style: Style, sales: Sequence[Fact]) -> dict[str, Laid]:
    """One sheet, or one for every month."""
    if style.random.random() < 0.75 or style.sections:
        return {style.random.choice(("台账", "Sheet1", "销售明细", "2024")): style.sheet(sales)}
    months = groupby(sales, lambda fact: f"{fact.day:%Y-%m}")
    name = style.random.choice(("{0}年{1}月", "{1}月", "{0}{1:02}", "{0}-{1:02}"))
    return {name.format(int(month[:4]), int(month[5:])): style.sheet(list(part)) for month, part in months}


def in_memory(laid: dict[str, Laid]) -> dict[str, Sheet]:
    return {name: Sheet(sheet.rows, tuple(sheet.merged)) for name, sheet in laid.items()}


# files


def write(random: Random, path: Path, laid: dict[str, Laid], form: str) -> Path:
    """The sheets as a file; text files hold the first sheet only."""
    first = next(iter(laid.values()))
    if form == "xlsx":
        _xlsx(path, laid)
    elif form == "csv":
        _csv(random, path, first)
    elif form == "html":
        _html(random, path, first)
    else:
        _spreadsheetml(path, laid)
    return path


SUFFIXES = {"xlsx": ".xlsx", "csv": ".csv", "html": ".xls", "xml": ".xls"}


def _xlsx(path: Path, laid: dict[str, Laid]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        dated = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, each in laid.items():
            sheet = book.add_worksheet(name)
            for area in each.merged:
                ends = area.first_row - 1, area.first_column - 1, area.last_row - 1, area.last_column - 1
                sheet.merge_range(*ends, "")
            for number, row in enumerate(each.rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(number, column, cell, *([dated] if isinstance(cell, date) else []))


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _csv(random: Random, path: Path, laid: Laid) -> None:
    encoding = random.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16"))
    mark = random.choice((",", ";", "\t"))
    width = max(map(len, laid.rows))
    lines = []
    for row in laid.rows:
        texts = [_shown(cell) for cell in row] + [""] * (width - len(row))
        lines.append(mark.join(f'"{text}"' if mark in text else text for text in texts))
    path.write_bytes("\r\n".join(lines).encode(encoding))


def _html(random: Random, path: Path, laid: Laid) -> None:
    encoding = random.choice(("utf-8", "gb2312"))
    covered = {
        (row, column): area
        for area in laid.merged
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    }
    width = max(map(len, laid.rows))
    body = []
    for number, row in enumerate(laid.rows, 1):
        cells = []
        for column in range(1, width + 1):
            area = covered.get((number, column))
            if area is not None and (area.first_row, area.first_column) != (number, column):
                continue
            spans = f' rowspan="{area.last_row - number + 1}" colspan="{area.last_column - column + 1}"' if area else ""
            text = html.escape(_shown(row[column - 1])) if column <= len(row) else ""
            cells.append(f"<td{spans}>{text}</td>")
        body.append(f"<tr>{''.join(cells)}</tr>")
    page = f'<html><head><meta charset="{encoding}"></head><body><table>{"".join(body)}</table></body></html>'
    path.write_bytes(page.encode("gb18030" if encoding == "gb2312" else encoding))


def _spreadsheetml(path: Path, laid: dict[str, Laid]) -> None:
    parts = []
    for name, each in laid.items():
        starts = {(area.first_row, area.first_column): area for area in each.merged}
        rows = []
        for number, row in enumerate(each.rows, 1):
            cells = [_xml_cell(cell, column, starts.get((number, column))) for column, cell in enumerate(row, 1)]
            rows.append(f'<Row ss:Index="{number}">{"".join(cells)}</Row>')
        parts.append(f'<Worksheet ss:Name="{escape(name)}"><Table>{"".join(rows)}</Table></Worksheet>')
    start = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
    names = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    path.write_text(f"{start}{names}>{''.join(parts)}</Workbook>", "utf-8")


def _xml_cell(cell: Cell, column: int, area: MergedRange | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        kind, text = "DateTime", f"{cell.isoformat()}T00:00:00.000"
    else:
        kind, text = ("String" if isinstance(cell, str) else "Number"), escape(str(cell))
    spans = ""
    if area is not None:
        across, down = area.last_column - area.first_column, area.last_row - area.first_row
        spans = f' ss:MergeAcross="{across}" ss:MergeDown="{down}"'
    return f'<Cell ss:Index="{column}"{spans}><Data ss:Type="{kind}">{text}</Data></Cell>'
