"""Pages hold everything, cut nothing, and break where a reader expects it."""

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.services.reports import model
from app.services.reports.model import Column, Kind
from app.ui.printing import measuring, paper
from app.ui.printing.layout import Document, Options, lay_out
from app.ui.printing.marks import Page, Text
from tests.ui.printing import samples

pytestmark = pytest.mark.usefixtures("qapp")


def body(page: Page) -> list[Text]:
    """Texts between header and footer."""
    marks = [mark for mark in page.marks if isinstance(mark, Text)]
    return [mark for mark in marks if paper.TOP <= mark.y <= paper.PAGE_HEIGHT - paper.BOTTOM + 1]


def tables(*sections: model.Section) -> Document:
    return lay_out(samples.report(*sections))


def inside(page: Page) -> bool:
    """No text leaves the sheet's margins."""
    for mark in page.marks:
        if isinstance(mark, Text) and not mark.angle:
            right = mark.x + measuring.width(mark.text, mark.size, mark.bold)
            if mark.x < paper.LEFT - 1 or right > paper.PAGE_WIDTH - paper.RIGHT + 12:
                return False
    return True


def test_every_page_says_where_it_belongs() -> None:
    document = lay_out(samples.stamped("未存档", "未对平"))
    count = len(document.pages)
    assert count >= 3
    for number, page in enumerate(document.pages, 1):
        words = "|".join(page.texts())
        for expected in (
            f"第 {number} 页 共 {count} 页",
            "华东销售部 · 月度客户盘点报告 · 2026年11月",
            "盘点日 2026-11-30 · 全部客户 · 规则第 3 版",
            "打印时间 2026-12-01 09:30",
            "内部资料 注意保密",
            "未存档 未对平",
        ):
            assert expected in words


@pytest.mark.parametrize("rows", [1, 2, 25, 26, 27, 28, 29, 30, 31, 70, 200])
def test_rows_stay_whole_and_the_header_repeats(rows: int) -> None:
    document = tables(samples.long_table(rows))
    for page in document.pages:
        texts = body(page)
        names = [text for text in texts if text.text.startswith(("苏州", "合肥", "Shanghai"))]
        assert not names or "分级" in page.texts()
        assert inside(page)
    words = "".join(text.text for page in document.pages for text in body(page))
    squeezed = words.replace(" ", "")
    for i in range(rows):
        assert f"{samples.NAMES[i % 3]}{i}".replace(" ", "") in squeezed
    assert "合计" in words
    assert "尾差" in words


@pytest.mark.parametrize("rows", range(15, 45))
def test_no_heading_total_or_single_row_is_left_alone(rows: int) -> None:
    filler = model.Section("x", "前文", tuple(model.Paragraph("字" * 30) for _ in range(rows)))
    document = tables(filler, samples.long_table(4))
    for page in document.pages:
        texts = [text.text for text in body(page)]
        assert texts[-1] not in ("四、流失预警", "按风险金额排序。", "回访结果")
        if "合计" in texts:
            assert any(name in text for text in texts for name in samples.NAMES)


@given(st.text(max_size=400), st.integers(1, 4))
def test_page_one_stays_one_page(sentence: str, count: int) -> None:
    document = tables(samples.page_one(sentence, min(count, 3)), samples.long_table(3))
    first, second = document.pages[0].texts(), document.pages[1].texts()
    assert "请老板拍板" in first
    assert "请老板拍板" not in second
    assert all(text.y <= paper.PAGE_HEIGHT - paper.BOTTOM for text in body(document.pages[0]))


@given(st.lists(st.lists(st.text(max_size=60), min_size=6, max_size=6), min_size=1, max_size=12), st.booleans())
def test_any_text_fits_its_cell(rows: list[list[str]], wrap: bool) -> None:
    columns = tuple(Column(f"标题{i}", Kind.TEXT, wrap=wrap or i == 0) for i in range(6))
    table = model.Table(columns, tuple(tuple(row) for row in rows))
    document = tables(model.Section("t", "表", (table,)))
    for page in document.pages:
        assert inside(page)
        for first, second in itertools.pairwise(sorted(body(page), key=lambda text: (text.y, text.x))):
            if first.y == second.y:
                assert first.x + measuring.width(first.text, first.size, first.bold) <= second.x + 1


def test_wrapped_text_loses_no_letter() -> None:
    text = "按自己的节奏该来未来（晚 1.8 倍）, followed by some Latin words 😀 and 數字 12,345.67" * 3
    lines = measuring.wrap(text, 2000, 90)
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measuring.width(line, 90) <= 2000 for line in lines)


def test_signatures_stand_at_the_foot_of_the_last_page() -> None:
    last = lay_out(samples.report()).pages[-1]
    places = [mark.y for mark in last.marks if isinstance(mark, Text) and mark.text in ("编制", "审核", "批准", "日期")]
    assert len(places) == 4
    assert min(places) > paper.PAGE_HEIGHT * 0.9


def test_nothing_to_list_is_said_in_words() -> None:
    assert "没有客户。" in tables(samples.long_table(0)).pages[0].texts()


def test_black_and_white_adds_patterns() -> None:
    plain, marked = lay_out(samples.report()), lay_out(samples.report(), Options(patterns=True))
    assert len(plain.pages) == len(marked.pages)


def test_a_page_paints_on_any_device(qtbot: QtBot) -> None:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    lay_out(samples.stamped("未存档")).pages[0].paint(painter, 72)
    painter.end()
    shades = {image.pixel(x, 120) for x in range(0, 595, 5)}
    assert len(shades) > 1


def test_two_threads_lay_out_while_a_third_paints() -> None:
    wanted = lay_out(samples.report())
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(lay_out, samples.report()) for _ in range(4)]
        image = QImage(595, 842, QImage.Format.Format_RGB32)
        for page in wanted.pages:
            painter = QPainter(image)
            page.paint(painter, 72)
            painter.end()
    for job in jobs:
        assert [page.texts() for page in job.result().pages] == [page.texts() for page in wanted.pages]


def test_a_small_table_waits_for_the_next_page() -> None:
    filler = model.Section("x", "前文", tuple(model.Paragraph("字" * 30) for _ in range(38)))
    document = tables(filler, samples.long_table(5))
    (page,) = (page for page in document.pages if "合计" in page.texts())
    assert page.texts().count("高价值") == 5
