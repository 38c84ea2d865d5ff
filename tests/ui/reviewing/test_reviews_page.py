"""The page of past reviews: list, draft, reading one, comparing two."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from app.services.changes import Changes
from app.services.customers import NewCustomer
from app.services.errors import InputError
from app.services.filters import CustomerFilter, Picked
from app.services.progress import WorkContext
from app.services.reviews import draft
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.ui.pages import reviews as pages_reviews
from app.ui.pages.reviews import ReviewsPage
from app.ui.reviewing.book_list import BookList
from app.ui.reviewing.book_view import BookView
from app.ui.reviewing.comparison_view import ComparisonView
from app.ui.reviewing.matrix import MatrixView
from app.ui.session import Session
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from tests.services.reviews.shop import Sell, ago
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.reviewing.conftest import begin


def reread(qtbot: QtBot, page: ReviewsPage) -> None:
    page._shelf = None
    page.refresh(Changes(reviews=True))
    qtbot.waitUntil(lambda: page._shelf is not None)


def second(qtbot: QtBot, page: ReviewsPage) -> int:
    """One more finished review, as of today."""
    made = replace(begin(page.session.context, page.session.today()), name="本月", signed_by="李静")
    page.session.context.run(FinishReview(made, page.session.today()))
    reread(qtbot, page)
    return made.review_id


def test_the_list_shows_what_was_signed(reviews: ReviewsPage) -> None:
    listed = reviews.findChild(BookList)
    assert listed is not None
    assert [(book.name, book.customers, book.signed_by) for book in listed.books] == [("上月", 4, "王经理")]
    assert reviews.unavailable("review.compare")


def test_starting_makes_one_draft_and_takes_it_up_again(
    qtbot: QtBot, reviews: ReviewsPage, shell: ShellRecorder
) -> None:
    for count in (1, 2):
        reviews.commands()["review.start"]()
        qtbot.waitUntil(lambda count=count: len(shell.went) == count)  # type: ignore[misc]
    drafts = [target for _page, target in shell.went]
    assert all(isinstance(each, ReviewDraft) for each in drafts)
    assert drafts[0] == drafts[1]


def test_nobody_is_not_reviewed(qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = ReviewsPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page._shelf is not None)
    assert page.unavailable("review.start") == "还没有可以盘点的客户"
    button = page.findChild(QPushButton, "review_import")
    assert button is not None
    assert button.isVisible()
    button.click()
    assert shell.went == [("importing", None)]
    with pytest.raises(InputError, match=r"review\.nobody"):
        pages_reviews._begin(session.today(), session.context, WorkContext())
    with session.context.reading() as connection:
        assert draft.open_draft(connection) is None
    session.context.run(NewCustomer((("name", "甲"),)))
    reread(qtbot, page)
    assert page.unavailable("review.start") == ""
    assert not button.isVisible()


def test_a_draft_can_be_resumed_or_thrown_away(
    qtbot: QtBot, reviews: ReviewsPage, shell: ShellRecorder, said: Recorder
) -> None:
    number = begin(reviews.session.context, reviews.session.today()).review_id
    reread(qtbot, reviews)
    bar = reviews.findChild(Bar, "review_draft")
    assert bar is not None
    assert bar.isVisible()
    assert "第 1 步" in bar.text
    resume, discard = bar.findChildren(QPushButton)
    resume.click()
    assert shell.went == [("review_wizard", number)]
    said.answers.append("yes")
    discard.click()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_draft_that_was_thrown_away_is_brought_back_by_undoing(
    qtbot: QtBot, reviews: ReviewsPage, shell: ShellRecorder, said: Recorder
) -> None:
    """Undoing means what was done last, not the filing of the review before it."""
    session = reviews.session
    begun = begin(session.context, session.today())
    kept = replace(begun.decided(1, Decision(note="谈年度合同")), name="我的盘点")
    session.context.write_draft(partial(draft.save, draft=kept))
    reread(qtbot, reviews)
    bar = reviews.findChild(Bar, "review_draft")
    assert bar is not None
    assert "edit.undo" not in reviews.commands()
    said.answers.append("yes")
    bar.findChildren(QPushButton)[1].click()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert shell.toasts[-1] == "已放弃草稿「我的盘点」。"
    assert reviews.undo_texts() == ("放弃草稿「我的盘点」", "")
    reviews.commands()["edit.undo"]()
    qtbot.waitUntil(bar.isVisible)
    with session.context.reading() as connection:
        assert draft.load(connection, kept.review_id) == kept
    assert (reviews.undo_texts(), "edit.undo" in reviews.commands()) == (None, False)


def test_an_undone_review_that_is_thrown_away_is_not_offered_for_redoing(
    qtbot: QtBot, reviews: ReviewsPage, said: Recorder
) -> None:
    second(qtbot, reviews)
    with qtbot.waitSignal(reviews.session.operations.labels_changed):
        reviews.session.undo()
    assert reviews.session.operations.redo_text == "盘点存档：本月"
    reread(qtbot, reviews)
    bar = reviews.findChild(Bar, "review_draft")
    assert bar is not None
    said.answers.append("yes")
    with qtbot.waitSignal(reviews.session.operations.labels_changed):
        bar.findChildren(QPushButton)[1].click()
    assert reviews.session.operations.redo_text == ""


def test_a_past_review_is_read_with_its_lines(qtbot: QtBot, reviews: ReviewsPage) -> None:
    number = second(qtbot, reviews)
    reviews.activate(number)
    view = reviews.findChild(BookView)
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    assert view.count == 4
    which = view.findChild(QComboBox, "book_filter")
    assert which is not None
    which.setCurrentIndex(which.findData("changed"))
    assert view.count == 1
    which.setCurrentIndex(which.findData("prospect"))
    assert view.count == 1
    reviews.commands()["review.list"]()
    assert not view.isVisible()


def opened(qtbot: QtBot, page: ReviewsPage, number: int) -> BookView:
    page.activate(number)
    view = page.findChild(BookView)
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    return view


def test_a_past_review_shows_the_classes_of_all_its_schemes(qtbot: QtBot, reviews: ReviewsPage) -> None:
    view = opened(qtbot, reviews, second(qtbot, reviews))
    scheme, which = view.findChild(QComboBox, "book_scheme"), view.findChild(QComboBox, "book_filter")
    assert scheme is not None
    assert which is not None
    assert scheme.itemData(0) == "value"
    scheme.setCurrentIndex(scheme.findData("grade_abcd"))
    qtbot.waitUntil(lambda: view.scheme.id == "grade_abcd")
    assert which.findData("changed") < 0
    which.setCurrentIndex(which.findData("A"))
    assert view.count == 3
    scheme.setCurrentIndex(scheme.findData("churn"))
    qtbot.waitUntil(lambda: view.scheme.id == "churn")
    which.setCurrentIndex(which.findData("never"))
    assert view.count == 1


def test_a_past_review_tells_whether_the_ledger_is_still_the_same(qtbot: QtBot, reviews: ReviewsPage) -> None:
    number = second(qtbot, reviews)
    view = opened(qtbot, reviews, number)
    said = view.findChild(QLabel, "book_fingerprint")
    assert said is not None
    qtbot.waitUntil(lambda: "没有改动" in said.text())
    before = list(view._model.rows())
    reviews.session.context.run(Sell((1, ago(20), 100_000)))
    reviews.activate(number)
    qtbot.waitUntil(lambda: "有改动（订单明细）" in said.text())
    assert view._model.rows() == before


def test_two_reviews_are_compared(qtbot: QtBot, reviews: ReviewsPage) -> None:
    second(qtbot, reviews)
    assert reviews.unavailable("review.compare") == ""
    reviews.commands()["review.compare"]()
    view = reviews.findChild(ComparisonView)
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    assert [(move.name, move.before, move.after, move.direction) for move in view.moves] == [
        ("甲", "mid", "high", "up")
    ]
    view._narrow("mid", "high")
    assert len(view.moves) == 1
    view._narrow("high", "mid")
    assert view.moves == []


def compared(qtbot: QtBot, page: ReviewsPage) -> ComparisonView:
    second(qtbot, page)
    page.commands()["review.compare"]()
    view = page.findChild(ComparisonView)
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    return view


def test_the_causes_are_shown_by_customers_and_by_money(qtbot: QtBot, reviews: ReviewsPage) -> None:
    view = compared(qtbot, reviews)
    assert any("稳定率 75.0%（正常）" in each.text() for each in view.findChildren(QLabel))
    causes = view.findChild(MatrixView, "causes")
    by = view.findChild(QPushButton, "segment_money")
    assert causes is not None
    assert by is not None
    assert "高价值新采购 +1" in causes.accessibleDescription()
    by.click()
    assert "高价值新采购 +60.00" in causes.accessibleDescription()
    assert "合计净变化 +30.00" in causes.accessibleDescription()


def test_who_stands_behind_a_figure_is_found_with_the_keyboard_alone(
    qtbot: QtBot, reviews: ReviewsPage, shell: ShellRecorder
) -> None:
    view = compared(qtbot, reviews)
    causes = view.findChild(MatrixView, "causes")
    assert causes is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(causes, key)
    assert [move.name for move in view.moves] == ["甲"]
    matrix = next(each for each in view.findChildren(MatrixView) if each is not causes)
    with qtbot.assertNotEmitted(matrix.clicked):  # nobody stayed 高价值
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(matrix, key)
    assert [move.name for move in view.moves] == ["甲"]
    opener = view.findChild(QPushButton, "compare_open")
    assert opener is not None
    opener.click()
    page, target = shell.went[-1]
    assert page == "customers"
    assert isinstance(target, CustomerFilter)
    assert target.picked == Picked("中价值 → 高价值", (1,))


def test_every_figure_of_the_grids_lists_somebody_the_sums_too(qtbot: QtBot, reviews: ReviewsPage) -> None:
    view = compared(qtbot, reviews)
    causes = view.findChild(MatrixView, "causes")
    assert causes is not None
    grid = causes._grid
    assert grid is not None
    for row, column in ((row, column) for row in grid.rows for column in grid.columns):
        if grid.texts.get((row, column), "") not in ("", "0"):
            spot = causes._cell(row, column).center().toPoint()
            qtbot.mouseMove(causes, spot)
            assert causes.cursor().shape() == Qt.CursorShape.PointingHandCursor
            qtbot.mouseClick(causes, Qt.MouseButton.LeftButton, pos=spot)
            assert view.moves
            if column in ("before", "after"):
                assert len(view.moves) == int(grid.texts[row, column])
    whole = {column: int(grid.texts["all", column]) for column in ("before", "after")}
    assert whole["after"] == len(view.moves) == sum(int(grid.texts[row, "after"]) for row in grid.rows if row != "all")


def test_the_five_lists_are_written_to_a_file(
    qtbot: QtBot, reviews: ReviewsPage, said: Recorder, tmp_path: Path
) -> None:
    view = compared(qtbot, reviews)
    tabs = view.findChild(QTabBar, "compare_lists")
    saver = view.findChild(QPushButton, "compare_export")
    assert tabs is not None
    assert saver is not None
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "分级有变 1",
        "升级 1",
        "降级 0",
        "新增 0",
        "流失 0",
        "回流 0",
    ]
    tabs.setCurrentIndex(1)
    said.files.append([str(tmp_path / "升级.csv")])
    saver.click()
    qtbot.waitUntil(lambda: (tmp_path / "升级.csv").exists())
    head, row = (tmp_path / "升级.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("客户,负责人,较早分级,较晚分级,升降")
    assert row == "甲,李静,中价值,高价值,↑ 升级,300000.00,600000.00,新采购"
    tabs.setCurrentIndex(2)
    assert not saver.isEnabled()


def test_what_is_chosen_in_the_tables_is_copied(qtbot: QtBot, reviews: ReviewsPage) -> None:
    view = compared(qtbot, reviews)
    view._table.selectAll()
    reviews.commands()["edit.copy_with_header"]()
    head, row = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["客户", "从 → 到", "升降"]
    assert row.split("\t")[:3] == ["甲", "中价值、高价值", "↑ 升级"]
    reviews.commands()["review.list"]()
    reviews._list._table.selectRow(0)
    reviews.commands()["edit.copy"]()
    assert QApplication.clipboard().text().startswith("本月\t")


def test_an_empty_ledger_offers_the_first_review(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = ReviewsPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page._shelf is not None)
    assert any("开始本月盘点" in each.text() for each in page.findChildren(QPushButton) if each.isVisible())


def test_a_first_review_left_half_done_is_taken_up_with_enter(
    qtbot: QtBot, opened: Session, shell: ShellRecorder
) -> None:
    number = begin(opened.context, opened.today()).review_id
    page = ReviewsPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    page.activate()
    qtbot.waitUntil(lambda: page._shelf is not None)
    resume = page.findChild(QPushButton, "review_resume")
    assert resume is not None
    qtbot.waitUntil(resume.hasFocus)
    QTest.keyClick(resume, Qt.Key.Key_Return)
    assert shell.went == [("review_wizard", number)]


def test_keys_pressed_before_the_reviews_are_read_are_not_lost(
    qtbot: QtBot, reviews: ReviewsPage, shell: ShellRecorder
) -> None:
    second(qtbot, reviews)
    page = ReviewsPage(reviews.session, shell)
    qtbot.addWidget(page)
    page.show()
    table = page.findChild(TableView, "reviews")
    assert table is not None
    page.activate()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page._shelf is None
    qtbot.waitUntil(page._book.isVisible)
    assert page._book._opened is not None
    assert page._book._opened.book.name == "上月"


def test_undoing_a_review_gives_its_draft_back(qtbot: QtBot, reviews: ReviewsPage) -> None:
    made = replace(begin(reviews.session.context, reviews.session.today()), signed_by="李静")
    listed = reviews.findChild(BookList)
    bar = reviews.findChild(Bar, "review_draft")
    assert listed is not None
    assert bar is not None
    reviews.session.changed.connect(reviews.refresh)
    reviews.session.perform(FinishReview(made, reviews.session.today()))
    qtbot.waitUntil(lambda: len(listed.books) == 2 and not bar.isVisible())
    reviews.session.undo()
    qtbot.waitUntil(lambda: len(listed.books) == 1 and bar.isVisible())


def test_figures_of_the_list_stand_alone_and_fit(qtbot: QtBot, reviews: ReviewsPage) -> None:
    second(qtbot, reviews)
    reviews.resize(1190, 800)  # beside the sidebar of a window 1440 wide
    table = reviews.findChild(TableView, "reviews")
    assert table is not None
    columns = {table.model().headerData(n, Qt.Orientation.Horizontal): n for n in range(table.model().columnCount())}
    assert table.model().index(0, columns["变化"]).data() == "1"
    assert table.header.length() <= table.viewport().width()


def test_a_filing_taken_back_waits_behind_the_draft_that_is_open(
    qtbot: QtBot, reviews: ReviewsPage, said: Recorder
) -> None:
    context = reviews.session.context
    made = replace(begin(context, reviews.session.today()), name="甲", signed_by="李静")
    context.write_draft(lambda connection: draft.save(connection, made))
    context.run(FinishReview(made, reviews.session.today()))
    other = replace(begin(context, reviews.session.today()), name="乙")
    context.write_draft(lambda connection: draft.save(connection, other))
    context.undo()
    reread(qtbot, reviews)
    bar = reviews.findChild(Bar, "review_draft")
    assert bar is not None
    assert bar.text.startswith("盘点「乙」还没做完")
    assert bar.text.endswith("一次只做一个：做完或放弃它，再接着做「甲」。")
    said.answers.append("yes")
    _resume, discard = bar.findChildren(QPushButton)
    discard.click()
    qtbot.waitUntil(lambda: bar.text.startswith("盘点「甲」还没做完"))
    assert "一次只做一个" not in bar.text
