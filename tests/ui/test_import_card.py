"""The card of an import with many tables: short, with links that lead to the table they stand beside."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.importing.summary import SummaryView
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.ui.recorders import ShellRecorder
from tests.ui.test_import_page import accept, choose, show, stands, words
from tests.ui.test_import_structure import write

HEAD = ("客户", "日期", "金额", "说明")


def month(number: int, total: int = 30) -> tuple[tuple[str | int, ...], ...]:
    return (
        HEAD,
        ("甲公司", f"2026-{number:02d}-03", 10, "急"),
        ("乙公司", f"2026-{number:02d}-04", 20, "不急"),
        ("合计", "", total, ""),
    )


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ImportingPage:
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1100, 700)
    result.show()
    return result


def links(view: SummaryView, text: str) -> list[QPushButton]:
    return [each for each in view.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(view)]


def test_a_link_beside_a_table_leads_to_that_table(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": month(1), "二月": month(2), "说明": (("随便写写",),)}))
    assert "读到 6 行、2 位客户，2 张表的销售合计 60.00 元" in words(page.summary)
    second = links(page.summary, "看列对应")[1]
    second.click()
    assert (page.steps.step, page.steps.sheets.current()) == (2, "[台账.xlsx]二月")
    page.steps.left.emit()
    links(page.summary, "看工作表")[-1].click()
    assert (page.steps.step, page.steps.sheets.current()) == (1, "[台账.xlsx]说明")


def test_of_many_tables_only_those_that_differ_stand_for_themselves(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    sheets = {f"{number}月": month(number, 31 if number == 5 else 30) for number in range(1, 7)}
    show(qtbot, page, write(tmp_path / "半年.xlsx", sheets))
    said = words(page.summary)
    assert "5 张表与各自的「合计」行一致，差 0.00 元" in said
    assert "1月、2月、3月、4月、6月" in said
    assert "5月：合计 30.00 元" in said
    assert "5 张表：20 列认出 15 列" in said
    strip = page.steps.findChild(Bar, "import_strip")
    assert strip is not None
    assert strip.property("box") == "warnBar"
    total, apart, others = strip.text.split("\n")
    assert (total, others) == ("6 张表的销售合计 180.00 元", "5 张表与各自的「合计」行一致，差 0.00 元")
    assert apart.startswith("5月：合计 30.00 元；比工作表「5月」的「合计」")


def test_sheets_that_stay_out_for_one_reason_share_a_line(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    odd = (("产品", "规格"), ("轴承", "大"), ("刀具", "小"))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"订单": month(1), "产品": odd, "配件": odd, "隐藏": odd}))
    assert "3 张工作表没有单独导入" in words(page.summary)
    (reason,) = [text for text in words(page.summary) if "「产品」" in text]
    assert reason == "「产品」、「配件」、「隐藏」：不是要导入的表（缺少客户、金额、日期）。"


def test_a_column_named_before_the_others_stays_named(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = tuple((f"{number:05d}", f"2026-10-{number:02d}", number * 10) for number in range(1, 9))
    show(qtbot, page, write(tmp_path / "无头.xlsx", {"Sheet": rows}))
    page._check(2)
    choose(page, "A", "customer_code")
    qtbot.waitUntil(lambda: stands(page, "A", "customer_code"))
    assert page.plan is not None
    assert page.plan.brings_nothing
    choose(page, "C", "amount")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.brings_nothing)
    assert stands(page, "A", "customer_code")


def test_the_end_does_not_speak_of_rows_to_mend_where_there_are_none(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": month(1)}))
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert any(text.startswith("已导入 2 位客户、2 行，没有要修的行。") for text in words(page.done))


def test_customers_who_look_alike_are_told_once(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = (HEAD, ("海通机械有限公司", "2026-01-03", 10, ""), ("海通机械", "2026-01-04", 20, ""))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": rows}))
    assert page.plan is not None
    assert page.plan.likely_duplicates
    assert len([text for text in words(page.summary) if "重复" in text]) == 1


UNNAMED = (("A列", "B列", "数"), ("2026-01-05", "甲有限公司", 1250), ("2026-02-11", "乙厂", 8800))


def test_columns_known_by_their_cells_come_in_with_one_yes(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "无名.xlsx", {"Sheet": UNNAMED}))
    assert any("「数」是金额（100% 是像金额的数）" in bar.text for bar in page.summary.findChildren(Bar))
    assert "「A列」、「B列」、「数」是按内容认出的，请看一眼" in words(page.summary)
    assert not page.summary.import_button.isEnabled()
    next(each for each in links(page.summary, "按这样导入")).click()
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert any(text.startswith("已导入 2 位客户、2 行") for text in words(page.done))


def test_beside_the_columns_stands_the_question_about_them(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "无名.xlsx", {"甲": UNNAMED, "乙": UNNAMED}))
    page._check(2)
    (bar,) = [each for each in page.steps.columns.findChildren(Bar) if "「数」是金额" in each.text]
    assert bar.isVisibleTo(page)
    next(each for each in page.steps.columns.findChildren(QPushButton) if each.text() == "按这样导入").click()
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)  # of both sheets at once
    assert not any(
        "「数」是金额" in each.text for each in page.steps.columns.findChildren(Bar) if each.isVisibleTo(page)
    )


def test_after_an_answer_the_card_is_as_high_as_what_it_then_says(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    ambiguous = HEAD, ("甲公司", "2/3/2026", 10, "急"), ("乙", "4/5/2026", 20, "")
    show(qtbot, page, write(tmp_path / "两种.xlsx", {"台账": ambiguous}))
    area = page.summary.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    choice = next(each for each in page.summary.findChildren(QPushButton) if each.text() == "2026-02-03")
    choice.click()
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    qtbot.waitUntil(lambda: accept(page).isVisible())
    qtbot.waitUntil(lambda: area.height() == content.sizeHint().height() > 100)
