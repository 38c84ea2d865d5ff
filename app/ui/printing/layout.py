"""A report into pages: strips are stacked, headings stay with what follows, every page gets header and footer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.services.reports import model
from app.texts import translate
from app.ui.printing import paper, strips
from app.ui.printing.marks import Line, Mark, Page, Text
from app.ui.printing.measuring import clean, width
from app.ui.printing.strips import NORMAL, STEPS, Density, Strip
from app.ui.printing.tables import action_strips, table_strips


@dataclass(frozen=True)
class Document:
    """The pages, alike for the screen, the PDF and the printer."""

    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Options:
    """What the user chose about the paper."""

    patterns: bool = False  # readable in black and white
    confidential: str = ""  # own words at the foot of each page; empty: ours


def lay_out(report: model.Report, options: Options = Options()) -> Document:
    """Pages of the report. Works on any thread: it measures and records, it paints nothing."""
    bodies = [_place(group) for group in _groups(report, options)]
    flat = [body for group in bodies for body in group]
    pages = tuple(
        Page(paper.PAGE_WIDTH, paper.PAGE_HEIGHT, (*marks, *_furniture(report, options, number, len(flat))))
        for number, marks in enumerate(flat, 1)
    )
    return Document(report.title, pages)


def _groups(report: model.Report, options: Options) -> list[list[Strip]]:
    """Strips of each run of pages; page 1 and every page break start a new run."""
    groups: list[list[Strip]] = [[]]
    for number, section in enumerate(report.sections):
        title = number == 0
        if section.one_page:
            groups += [_closed_up(report, section, options, title=title), []]
            continue
        if title:
            groups[-1] += strips.title_strips(report, NORMAL)
        for strip in _section(section, NORMAL, options):
            if strip is None:
                groups.append([])
            else:
                groups[-1].append(strip)
    return [group for group in groups if group]


def _closed_up(report: model.Report, section: model.Section, options: Options, *, title: bool) -> list[Strip]:
    """Page 1, at the loosest density that still is one page."""
    group: list[Strip] = []
    for density in STEPS:
        group = strips.title_strips(report, density) if title else []
        group += [strip for strip in _section(section, density, options) if strip is not None]
        if sum(strip.before + strip.height for strip in group) - group[0].before <= paper.BODY_HEIGHT:
            break
    return group


def _section(section: model.Section, density: Density, options: Options) -> list[Strip | None]:
    result: list[Strip | None] = []
    if all(isinstance(block, model.Table) and block.sheet_only for block in section.blocks):
        return result
    if section.heading:
        result.append(strips.heading_strip(section.heading, density))
    for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
        if isinstance(block, model.PageBreak):
            result.append(None)
        elif isinstance(block, model.Paragraph) and isinstance(following, model.Table | model.Chart):
            result.append(replace(strips.paragraph_strip(block, density), keep_next=True))  # it introduces that
        else:
            result += _block(block, density, options)
    return result


def _block(block: model.Block, density: Density, options: Options) -> Iterable[Strip]:
    match block:
        case model.Paragraph():
            return [strips.paragraph_strip(block, density)]
        case model.KeyFigures():
            return strips.figure_strips(block, density)
        case model.Table():
            return [] if block.sheet_only else table_strips(block, density)
        case model.Chart():
            return [strips.chart_strip(block, density, patterns=options.patterns)]
        case model.Sentences():
            return strips.sentence_strips(block, density)
        case model.Actions():
            return action_strips(block, density)
        case model.SignatureLine():
            return [strips.signature_strip(block)]
        case _:
            return []


def _place(group: list[Strip]) -> list[tuple[Mark, ...]]:
    """Stack the strips of a run into page bodies."""
    bodies: list[list[Mark]] = [[]]
    y, index = 0.0, 0
    while index < len(group):
        chain = _chain(group, index)
        first = chain[0]
        height = sum(strip.before + strip.height for strip in chain) - (0 if y else first.before)
        if y and y + height > paper.BODY_HEIGHT + 0.5:
            bodies.append([])
            y = 0.0
            if first.head is not None:
                _put(bodies[-1], first.head, 0.0)
                y = first.head.height
        for strip in chain:
            if y and y + strip.before + strip.height > paper.BODY_HEIGHT + 0.5:  # a chain longer than a page
                bodies.append([])
                y = 0.0
            y += strip.before if y else 0.0
            if strip.at_foot:
                y = max(y, paper.BODY_HEIGHT - strip.height)
            _put(bodies[-1], strip, y)
            y += strip.height
        index += len(chain)
    return [tuple(body) for body in bodies]


def _chain(group: list[Strip], index: int) -> list[Strip]:
    """The strips from here that must stand on one page."""
    end = index
    while group[end].keep_next and end + 1 < len(group):
        end += 1
    return group[index : end + 1]


def _put(body: list[Mark], strip: Strip, y: float) -> None:
    body.extend(mark.moved(paper.LEFT, paper.TOP + y) for mark in strip.marks)


def _furniture(report: model.Report, options: Options, number: int, count: int) -> list[Mark]:
    """Header and footer in small type, never running into each other."""
    size, colour = paper.FINE, paper.QUIET
    right = paper.PAGE_WIDTH - paper.RIGHT
    header = " · ".join(part for part in (report.company, report.title, report.period) if part)
    page = translate("Report", "第 {0} 页 共 {1} 页").format(number, count)
    printed = translate("Report", "打印时间 {0}").format(report.printed_at.strftime("%Y-%m-%d %H:%M"))
    secret = options.confidential or translate("Report", "内部资料 注意保密")
    stamps = " ".join(report.stamps)
    top, low = paper.HEADER_LINE - 4 * paper.POINT, paper.FOOTER_LINE + 10 * paper.POINT
    next_line = low + 11 * paper.POINT
    rows = [
        (top, header, stamps or secret),
        (low, f"{strips.dated(report)} · {report.basis}", page),
        (next_line, printed, secret),
    ]
    marks: list[Mark] = [
        Line(paper.LEFT, paper.HEADER_LINE, right, paper.HEADER_LINE, 4, paper.RULE),
        Line(paper.LEFT, paper.FOOTER_LINE, right, paper.FOOTER_LINE, 4, paper.RULE),
    ]
    for y, left_text, right_text in rows:
        left_text, right_text = clean(left_text), clean(right_text)
        wide = width(right_text, size)
        fitted = _fit_size(left_text, size, paper.BODY_WIDTH - wide - 10 * paper.POINT)
        marks.append(Text(paper.LEFT, y, left_text, fitted, False, colour))
        marks.append(Text(right - wide, y, right_text, size, False, colour))
    return marks


def _fit_size(text: str, size: int, room: float) -> int:
    """Long names print smaller rather than cut."""
    return min(size, max(30, int(size * room / max(width(text, size), 1.0))))
