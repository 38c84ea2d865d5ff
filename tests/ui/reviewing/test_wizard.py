"""The six steps of a review, as a user goes through them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.services.errors import InputError
from app.services.reviews import books, draft
from app.services.reviews.draft import PinWish, ReviewDraft, Step
from app.services.reviews.finishing import FinishReview
from app.ui import theme
from app.ui.reviewing.matrix import MatrixView
from app.ui.reviewing.pin_dialog import PinDialog
from app.ui.reviewing.walk_list import WalkList
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.session import Session
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from tests.services.reviews.shop import Sell, ago
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.reviewing.conftest import begin, settle
from tests.ui.reviewing.test_parts import shows_whole
from tests.ui.tab_chain import tab_chain

TAB_ORDER = ("scheme_value", "more_schemes", "review_fields", "preview_scheme", "wizard_next")


def stored(page: ReviewWizardPage) -> ReviewDraft:
    with page.session.context.reading() as connection:
        return draft.load(connection, page.state.draft.review_id)


def go_to(qtbot: QtBot, page: ReviewWizardPage, step: Step) -> None:
    while page.state.draft.step is not step:
        press(page, "wizard_next")
    settle(qtbot, page)


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def write(page: QWidget, name: str, text: str) -> None:
    """Put a text into a field as if it were typed."""
    field = page.findChild(QLineEdit, name)
    assert field is not None
    field.setText(text)
    field.textEdited.emit(text)


def finals(page: ReviewWizardPage) -> dict[int, str]:
    assert page.state.preview is not None
    return page.state.preview.final()


def test_six_steps_end_with_a_locked_book(qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder) -> None:
    number = wizard.state.draft.review_id
    go_to(qtbot, wizard, Step.SIGN)
    write(wizard, "review_signed", "王经理")
    press(wizard, "wizard_next")
    qtbot.waitUntil(lambda: bool(shell.went))
    assert shell.went == [("reviews", number)]
    with wizard.session.context.reading() as connection:
        book = books.book(connection, number)
        causes = {line.name: line.cause for line in books.lines(connection, number)}
    assert (book.signed_by, book.customers, book.changed) == ("王经理", 4, 1)
    assert "1 位升级" in book.conclusion
    assert causes["甲"] == "purchases"
    assert "已存档" in shell.toasts[-1]


def test_a_review_is_filed_once_however_often_the_keys_are_pressed(
    qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder
) -> None:
    go_to(qtbot, wizard, Step.SIGN)
    write(wizard, "review_signed", "王经理")
    failures: list[object] = []
    wizard.session.failed.connect(failures.append)
    forward = next(each for each in wizard.findChildren(QShortcut) if each.key() == QKeySequence("Alt+Right"))
    forward.activated.emit()
    forward.activated.emit()
    qtbot.waitUntil(lambda: bool(shell.went) and not wizard.session.busy)
    assert (len(shell.went), failures) == (1, [])


def test_rows_to_come_are_named_before_the_rules_are_set(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    wizard.session.context.run(Sell((3, ago(-30), 70_000)))
    go_to(qtbot, wizard, Step.CHECK)
    said = wizard.findChild(QLabel, "review_remarks")
    assert said is not None
    qtbot.waitUntil(said.isVisible)
    assert said.text().startswith("1 笔订单的日期在")


def test_what_nobody_did_is_not_counted(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    texts = [each.text() for each in wizard.page.findChildren(QLabel)]
    assert "年采购额：3 位按订单滚动 12 个月。" in texts
    assert not any("无法评级" in each.text() for each in wizard.findChildren(QAbstractButton) if each.isVisible())
    go_to(qtbot, wizard, Step.SIGN)
    assert "没有逐个看，都按规则结果。" in [each.text() for each in wizard.page.findChildren(QLabel)]


def test_a_missing_signature_is_said_and_nothing_is_filed(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.SIGN)
    press(wizard, "wizard_next")
    assert "请填写盘点人，再存档。" in [bar.text for bar in wizard.findChildren(Bar) if bar.isVisible()]
    assert stored(wizard).step is Step.SIGN


def test_every_change_is_kept_and_taken_up_again(qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder) -> None:
    write(wizard, "review_name", "秋季盘点")
    go_to(qtbot, wizard, Step.RULES)
    write(wizard, "rule_value_high", "80")
    settle(qtbot, wizard)
    kept = stored(wizard)
    assert (kept.name, kept.step, kept.settings.value_high) == ("秋季盘点", Step.RULES, 800_000 * 10_000)
    other = ReviewWizardPage(wizard.session, shell)
    qtbot.addWidget(other)
    other.activate(kept.review_id)
    qtbot.waitUntil(lambda: other.state.is_open)
    settle(qtbot, other)
    assert other.state.draft == kept
    field = other.page.findChild(QLineEdit, "rule_value_high")
    assert field is not None
    assert field.text() == "80"


def test_a_rule_moves_the_preview_while_one_types(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.RULES)
    assert finals(wizard)[1] == "high"
    matrix = wizard.findChild(MatrixView)
    assert matrix is not None
    assert "中价值→高价值 1" in matrix.accessibleDescription()
    write(wizard, "rule_value_high", "70")
    settle(qtbot, wizard)
    assert finals(wizard)[1] == "mid"
    assert "中价值→高价值" not in matrix.accessibleDescription()


def test_the_lower_line_moves_the_preview_without_reading_again(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.RULES)
    facts = wizard.state.basis
    write(wizard, "rule_value_mid", "20")
    settle(qtbot, wizard)
    assert finals(wizard)[2] != "mid"
    assert wizard.state.basis is facts


@pytest.mark.parametrize("text", ["", "abc", "5", "-3"])
def test_what_is_no_threshold_is_said_and_the_old_one_counts(qtbot: QtBot, wizard: ReviewWizardPage, text: str) -> None:
    go_to(qtbot, wizard, Step.RULES)
    write(wizard, "rule_value_high", text)
    field = wizard.page.findChild(QLineEdit, "rule_value_high")
    assert field is not None
    assert field.property("wrong")
    assert "高价值" in field.toolTip()
    assert "value_high" not in field.toolTip()
    press(wizard, "wizard_next")
    assert stored(wizard).settings.value_high == 500_000 * 10_000
    assert stored(wizard).step is Step.RULES


def test_scope_and_day_are_chosen(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    write(wizard, "review_scope", "负责人=没有这个人")
    settle(qtbot, wizard)
    assert wizard.state.preview is not None
    assert wizard.state.preview.customers == 0
    write(wizard, "review_scope", "不知道=什么")
    settle(qtbot, wizard)
    scope = wizard.findChild(QLineEdit, "review_scope")
    assert scope is not None
    assert scope.property("wrong")
    assert wizard.state.draft.scope == "负责人=没有这个人"
    press(wizard, "segment_all")
    day = wizard.findChild(QDateEdit, "review_day")
    assert day is not None
    assert day.maximumDate() == QDate.currentDate()
    day.setDate(QDate.currentDate().addDays(-20))
    settle(qtbot, wizard)
    assert finals(wizard)[1] == "mid"  # 甲's second order is younger
    assert wizard.state.draft.previous_id is not None
    day.setDate(QDate.currentDate().addDays(-40))
    settle(qtbot, wizard)
    assert stored(wizard).previous_id is None  # the review before is of a later day


def test_comparing_with_nothing_leaves_the_matrix_out(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    box = wizard.findChild(QComboBox, "review_before")
    assert box is not None
    qtbot.waitUntil(lambda: box.count() == 2)
    assert "上月" in box.currentText()
    box.setCurrentIndex(0)
    settle(qtbot, wizard)
    go_to(qtbot, wizard, Step.CHECK)
    matrix = wizard.findChild(MatrixView)
    assert matrix is not None
    assert not matrix.isVisible()


def test_another_scheme_can_lead(qtbot: QtBot, wizard: ReviewWizardPage, said: Recorder) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    press(wizard, "lead_grade_abcd")
    settle(qtbot, wizard)
    assert wizard.state.draft.schemes[0] == "grade_abcd"
    assert finals(wizard)[1] == "A"
    press(wizard, "scheme_pareto")
    settle(qtbot, wizard)
    assert stored(wizard).schemes == ("grade_abcd", "value", "quadrant")


def walk(qtbot: QtBot, wizard: ReviewWizardPage, key: str) -> WalkList:
    """The list of the walk with a filter chosen."""
    go_to(qtbot, wizard, Step.WALK)
    box = wizard.findChild(QComboBox, "walk_filter")
    assert box is not None
    box.setCurrentIndex(box.findData(key))
    people = wizard.findChild(WalkList)
    assert people is not None
    return people


def test_the_walk_is_done_by_keys(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    people = walk(qtbot, wizard, "all")
    assert people.current is not None
    assert people.current.name == "甲"
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert wizard.state.draft.seen == {1}
    assert people.current.name == "乙"
    qtbot.keyClick(people, Qt.Key.Key_Up)
    settle(qtbot, wizard)
    assert finals(wizard)[2] == "high"
    qtbot.keyClick(people, Qt.Key.Key_Down)
    settle(qtbot, wizard)
    assert finals(wizard)[2] == "mid"
    assert wizard.state.draft.decisions == {}
    qtbot.keyClick(people, Qt.Key.Key_Space)
    assert people.current.name == "丙"
    qtbot.keyClick(people, Qt.Key.Key_Backspace)
    assert people.current.name == "乙"


def test_tab_reaches_the_schemes_before_the_way_on(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    first = wizard.findChild(QAbstractButton, "page_back")
    assert first is not None
    order = tab_chain(first)
    places = [order.index(name) for name in TAB_ORDER]
    assert places == sorted(places)


def test_the_next_review_is_walked_from_its_first_customer(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    people = walk(qtbot, wizard, "all")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert people.current is not None
    assert people.current.name == "乙"
    session = wizard.session
    session.context.run(FinishReview(replace(stored(wizard), signed_by="王经理"), session.today()))
    wizard.activate(begin(session.context, session.today()))
    settle(qtbot, wizard)
    walk(qtbot, wizard, "all")
    assert people.current is not None
    assert (people.current.name, people.current.seen) == ("甲", False)


def test_a_note_is_written_and_kept(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    people = walk(qtbot, wizard, "moved")
    qtbot.keyClick(people, Qt.Key.Key_N)
    note = wizard.findChild(QLineEdit, "walk_note")
    assert note is not None
    note.setText("老板认识")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    settle(qtbot, wizard)
    assert stored(wizard).decisions[1].note == "老板认识"


def test_who_has_bought_is_never_put_among_those_who_have_not(
    qtbot: QtBot, wizard: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, offered = walk(qtbot, wizard, "all"), []

    def answer(dialog: PinDialog) -> int:
        offered.append([dialog._class.itemData(row) for row in range(dialog._class.count())])
        return 0

    monkeypatch.setattr(PinDialog, "exec", answer)
    for name in "甲乙丙丁":
        assert people.current is not None
        assert people.current.name == name
        for _ in range(4):
            qtbot.keyClick(people, Qt.Key.Key_Down)
            settle(qtbot, wizard)
        qtbot.keyClick(people, Qt.Key.Key_P)
        qtbot.keyClick(people, Qt.Key.Key_Space)
    assert finals(wizard) == {1: "general", 2: "general", 3: "general", 4: "prospect"}
    bought = ["high", "mid", "potential", "general"]
    assert offered == [bought, bought, bought, [*bought, "prospect"]]


def test_a_pin_needs_a_reason_and_overrides_the_rules(
    qtbot: QtBot, wizard: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = walk(qtbot, wizard, "moved")

    def answer(dialog: PinDialog) -> int:
        assert dialog.accept_button is not None
        assert not dialog.accept_button.isEnabled()
        reason = dialog.findChild(QLineEdit, "pin_reason")
        assert reason is not None
        reason.setText("大客户试单")
        dialog._class.setCurrentIndex(dialog._class.findData("mid"))
        dialog.accept_button.click()
        return 1

    monkeypatch.setattr(PinDialog, "exec", answer)
    qtbot.keyClick(people, Qt.Key.Key_P)
    settle(qtbot, wizard)
    pin = stored(wizard).decisions[1].pin
    assert isinstance(pin, PinWish)
    assert (pin.mode, pin.class_id, pin.reason) == ("fixed", "mid", "大客户试单")
    assert pin.expires_on > date.today()
    assert finals(wizard)[1] == "mid"


def test_a_template_can_be_chosen_for_one_customer(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    walk(qtbot, wizard, "moved")
    box = wizard.findChild(QComboBox, "walk_strategy")
    assert box is not None
    qtbot.waitUntil(lambda: box.count() > 1)
    box.setCurrentIndex(box.findData("value.mid"))
    assert shows_whole(box)
    box.activated.emit(box.currentIndex())
    settle(qtbot, wizard)
    assert stored(wizard).decisions[1].playbook == "value.mid"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(qtbot, wizard)
    assert stored(wizard).decisions == {}


def test_the_risk_tag_is_proposed_and_given_by_a_key(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> None:
    shop.context.run(Sell((4, ago(120), 5_000)))
    page = ReviewWizardPage(shop, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate(begin(shop.context, shop.today()))
    settle(qtbot, page)
    people = walk(qtbot, page, "all")
    button = page.findChild(QPushButton, "walk_risk")
    assert button is not None
    qtbot.waitUntil(lambda: page.findChild(QComboBox, "walk_strategy").count() > 1)  # type: ignore[union-attr]
    assert people.current is not None
    assert (people.current.name, button.isHidden()) == ("甲", True)
    qtbot.keyClick(people, Qt.Key.Key_R)
    assert page.state.draft.decisions == {}
    while people.current.name != "丁":
        qtbot.keyClick(people, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not button.isHidden())
    assert button.text() == "建议加标签「流失风险」  R"
    qtbot.keyClick(people, Qt.Key.Key_R)
    settle(qtbot, page)
    assert stored(page).decisions[4].risk
    assert button.text() == "不加标签「流失风险」  R"
    button.click()
    settle(qtbot, page)
    assert stored(page).decisions == {}


def test_the_lines_behind_the_amount_are_at_hand(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    walk(qtbot, wizard, "moved")
    link = wizard.findChild(QPushButton, "walk_source")
    assert link is not None
    qtbot.waitUntil(lambda: "2 笔合计 60.00 万元" in link.text())
    assert any(each.text() == "每月采购（万元）" and each.isVisible() for each in wizard.findChildren(QLabel))


def test_the_rest_is_accepted_together(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    walk(qtbot, wizard, "all")
    press(wizard, "walk_rest")
    settle(qtbot, wizard)
    assert stored(wizard).seen == {1, 2, 3, 4}
    button = wizard.findChild(QPushButton, "walk_rest")
    assert button is not None
    assert not button.isEnabled()


def test_accepting_the_rest_is_taken_back_at_the_toast(
    qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder
) -> None:
    people = walk(qtbot, wizard, "all")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    press(wizard, "walk_rest")
    assert shell.toasts[-1] == "其余 3 位都按规则结果接受了。"
    assert shell.slot is not None
    shell.slot()
    settle(qtbot, wizard)
    assert stored(wizard).seen == {1}
    assert [row.seen for row in people.rows.items()] == [True, False, False, False]
    shell.slot()  # once more means nothing
    assert wizard.state.draft.seen == {1}


def test_decisions_are_taken_back_one_by_one_and_made_again(
    qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder
) -> None:
    people = walk(qtbot, wizard, "all")
    undo, redo = wizard.commands()["edit.undo"], wizard.commands()["edit.redo"]
    assert wizard.unavailable("edit.undo") == "这次盘点里还没有可以撤销的决定"
    qtbot.keyClick(people, Qt.Key.Key_Return)
    qtbot.keyClick(people, Qt.Key.Key_Up)
    settle(qtbot, wizard)
    assert (finals(wizard)[2], wizard.undo_texts()) == ("high", ("改客户的决定", ""))
    undo()
    settle(qtbot, wizard)
    assert (finals(wizard)[2], stored(wizard).decisions) == ("mid", {})
    assert shell.toasts[-1] == "已撤销：改客户的决定"
    assert wizard.undo_texts() == ("接受建议", "改客户的决定")
    undo()
    assert wizard.state.draft.seen == frozenset()
    assert people.current is not None
    assert people.current.name == "甲"  # about whom it was
    assert wizard.unavailable("edit.undo")
    assert not wizard.unavailable("edit.redo")
    redo()
    redo()
    settle(qtbot, wizard)
    assert finals(wizard)[2] == "high"
    assert stored(wizard).seen == {1, 2}
    assert wizard.unavailable("edit.redo")


def test_a_threshold_is_taken_back_with_one_step_however_it_was_typed(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.RULES)
    for text in ("3", "30", "30.5"):
        write(wizard, "rule_value_high", text)
    settle(qtbot, wizard)
    assert stored(wizard).settings.value_high == 305_000 * 10_000
    press(wizard, "wizard_next")  # a step that is shown is none that is taken back
    wizard.commands()["edit.undo"]()
    settle(qtbot, wizard)
    assert stored(wizard).settings.value_high == 500_000 * 10_000
    assert wizard.state.draft.step is Step.WALK
    press(wizard, "wizard_back")
    field = wizard.findChild(QLineEdit, "rule_value_high")
    assert field is not None
    assert field.text() == "50"


def test_a_conclusion_written_by_hand_stays(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.SIGN)
    text = wizard.findChild(QPlainTextEdit, "review_conclusion")
    assert text is not None
    assert "共盘点 4 位客户" in text.toPlainText()
    text.setPlainText("今年很好。")
    settle(qtbot, wizard)
    assert stored(wizard).conclusion == "今年很好。"
    press(wizard, "wizard_back")
    settle(qtbot, wizard)
    go_to(qtbot, wizard, Step.SIGN)
    assert text.toPlainText() == "今年很好。"


def test_without_a_review_before_there_is_no_empty_table(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    table = wizard.findChild(TableView, "review_changes")
    assert table is not None
    go_to(qtbot, wizard, Step.SIGN)
    assert table.isVisibleTo(wizard)
    wizard.state.change(replace(wizard.state.draft, previous_id=None))
    settle(qtbot, wizard)
    assert not table.isVisibleTo(wizard)


def test_the_plan_compares_hours(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.PLAN)
    texts = [
        child.text() for child in wizard.page.findChildren(QWidget) if hasattr(child, "text") and callable(child.text)
    ]
    assert any("计划每月" in text for text in texts)


def texts(page: ReviewWizardPage) -> list[str]:
    """What the labels beside the step say."""
    return [each.text() for each in page._panel.findChildren(QLabel)]


def test_the_preview_tells_the_work_it_asks_for(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.RULES)
    before = [text for text in texts(wizard) if text.startswith("每月") and text.endswith(" 小时")]
    assert any(text.startswith("团队可用") for text in texts(wizard))
    write(wizard, "rule_value_high", "1000")
    settle(qtbot, wizard)
    assert before != [text for text in texts(wizard) if text.startswith("每月") and text.endswith(" 小时")]
    assert len(before) == 1


def test_a_first_review_lists_who_buys_most_and_why(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    wizard.state.change(replace(wizard.state.draft, previous_id=None))
    go_to(qtbot, wizard, Step.RULES)
    table = wizard._panel.findChild(TableView, "review_moved")
    assert table is not None
    model = table.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["甲", "乙", "丙", "丁"]
    assert "近 12 个月" in model.index(0, 3).data()
    assert "采购最多的客户" in texts(wizard)


def test_each_step_begins_where_one_types(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    for step, name in ((Step.SCOPE, "review_name"), (Step.RULES, "wizard_next"), (Step.SIGN, "review_signed")):
        go_to(qtbot, wizard, step)
        begun = wizard.focusWidget()
        assert begun is not None
        assert begun.objectName() == name


def test_a_draft_that_is_gone_closes_the_wizard(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    number = wizard.state.draft.review_id
    wizard.session.context.write_draft(lambda connection: draft.discard(connection, number))
    wizard._read(number)
    qtbot.waitUntil(lambda: not wizard.state.is_open)
    with pytest.raises(InputError), wizard.session.context.reading() as connection:
        draft.load(connection, number)


def test_without_a_draft_the_list_is_shown(qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder) -> None:
    wizard.session.context.write_draft(lambda c: draft.discard(c, wizard.state.draft.review_id))
    other = ReviewWizardPage(wizard.session, shell)
    qtbot.addWidget(other)
    other.activate()
    qtbot.waitUntil(lambda: shell.went == [("reviews", None)])
    begin(wizard.session.context, date.today())
    other.activate()
    qtbot.waitUntil(lambda: other.state.is_open)


def test_a_ledger_of_nobody_goes_through_all_steps(
    qtbot: QtBot, nobody: ReviewWizardPage, shell: ShellRecorder
) -> None:
    for step in Step:
        go_to(qtbot, nobody, step)
    write(nobody, "review_signed", "王经理")
    press(nobody, "wizard_next")
    qtbot.waitUntil(lambda: bool(shell.went))


def test_large_letters_in_a_narrow_window_cut_no_field_away(
    qapp: QApplication, qtbot: QtBot, shop: Session, shell: ShellRecorder
) -> None:
    theme.apply(qapp, "light", 150)
    page = ReviewWizardPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1260, 800)
    page.show()
    page.activate(begin(shop.context, shop.today()))
    settle(qtbot, page)
    for step in (Step.CHECK, Step.RULES, Step.PLAN, Step.SIGN):
        go_to(qtbot, page, step)
        for area in page.page.findChildren(QScrollArea):
            content = area.widget()
            assert content is not None
            assert content.minimumSizeHint().width() <= area.viewport().width(), step


def test_in_a_low_window_the_signatures_keep_their_height(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    wizard.setParent(frame)  # as in the window, which may be lower than the page wants to be
    wizard.setGeometry(0, 0, 900, 400)
    frame.resize(900, 400)
    frame.show()
    wizard.show()
    go_to(qtbot, wizard, Step.SIGN)
    QApplication.processEvents()
    fields = [wizard.findChild(QLineEdit, f"review_{name}") for name in ("signed", "approved")]
    upper, lower = (QRect(each.mapTo(wizard, QPoint(0, 0)), each.size()) for each in fields if each is not None)
    assert not upper.intersects(lower)
    assert min(upper.height(), lower.height()) >= theme.px(30)
    wizard.setParent(None)
