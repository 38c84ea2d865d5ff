"""Thresholds on the picture: dragged, moved by keys, typed; proposed by the data and tried before they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.filters import CustomerFilter
from app.services.reviews.draft import Step
from app.services.settings import MethodSettings
from app.services.workbench.handles import figure_text
from app.ui.charts.card import Chart
from app.ui.charts.figures_dialog import FiguresDialog
from app.ui.charts.grips import Grip
from app.ui.charts.scales import Scale
from app.ui.reviewing.matrix import MatrixView
from app.ui.reviewing.names import NamesDialog
from app.ui.reviewing.tuned_card import TunedCard
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from app.ui.widgets.facts import KeyValues
from tests.ui.recorders import ShellRecorder
from tests.ui.reviewing.conftest import settle
from tests.ui.reviewing.test_schemes_of_review import tick
from tests.ui.reviewing.test_wizard import finals, go_to, press, write
from tests.ui.tab_chain import tab_chain

WAN = 100_000_000


@pytest.fixture
def rules(qtbot: QtBot, wizard: ReviewWizardPage) -> ReviewWizardPage:
    """The wizard at step 3."""
    wizard.resize(1500, 1400)
    go_to(qtbot, wizard, Step.RULES)
    return wizard


def grip(page: ReviewWizardPage, key: str) -> Grip:
    found = next(each for each in page.page.findChildren(Grip) if each.handle.key == key and each.isVisible())
    assert isinstance(found, Grip)
    return found


def chart(page: ReviewWizardPage) -> Chart:
    found = next(each for each in page.page.findChildren(Chart) if each.isVisible())
    assert isinstance(found, Chart)
    return found


def field(page: ReviewWizardPage, name: str) -> str:
    found = page.page.findChild(QLineEdit, f"rule_{name}")
    assert found is not None
    return found.text()


def drag(qtbot: QtBot, handle: Grip, by: QPoint) -> None:
    """Take the handle where its line is, and let it go elsewhere."""
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    spot = handle.mapToGlobal(start) + by
    qtbot.mouseMove(handle, handle.mapFromGlobal(spot))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(spot))


def opened(page: ReviewWizardPage, scheme: str) -> TunedCard:
    press(page, f"fold_{scheme}")
    return next(each for each in page.page.findChildren(TunedCard) if each.scheme == scheme)


def test_a_dragged_line_counts_at_once(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    before = rules.state.draft.settings.value_high
    drag(qtbot, grip(rules, "value_high"), QPoint(-60, 0))
    settle(qtbot, rules)
    now = rules.state.draft.settings.value_high
    assert rules.state.draft.settings.value_mid < now < before
    assert field(rules, "value_high") == f"{now / WAN:g}"
    assert grip(rules, "value_high").at == now


def test_lines_do_not_pass_each_other(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    drag(qtbot, grip(rules, "value_high"), QPoint(-2000, 0))
    settle(qtbot, rules)
    found = rules.state.draft.settings
    assert found.value_mid == MethodSettings().value_mid
    assert found.value_mid < found.value_high < 11 * WAN
    assert rules.page.problems() == ()


def test_arrow_keys_move_a_line_by_a_step(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    handle = grip(rules, "value_high")
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert field(rules, "value_high") == "50.5"
    qtbot.keyClick(handle, Qt.Key.Key_PageDown)
    assert field(rules, "value_high") == "45.5"
    settle(qtbot, rules)
    assert rules.state.draft.settings.value_high == 45.5 * WAN
    assert "45.5" in handle.accessibleDescription()
    qtbot.keyClick(handle, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # the step before, not a bit less
    assert (rules.state.draft.step, rules.state.draft.settings.value_high) == (Step.CHECK, 45.5 * WAN)


def test_what_is_typed_moves_the_line(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    write(rules, "rule_value_high", "30")
    settle(qtbot, rules)
    assert grip(rules, "value_high").at == 30 * WAN


def test_a_held_line_does_not_jump_back_when_an_answer_comes(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    handle = grip(rules, "value_high")
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    qtbot.mouseMove(handle, handle.rect().center() - QPoint(80, 0))
    held = handle.at
    write(rules, "rule_value_high", "49")
    settle(qtbot, rules)
    assert handle.at == held != 49 * WAN


def test_a_quadrant_line_becomes_a_figure_of_its_own(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    opened(rules, "quadrant")
    settle(qtbot, rules)
    handle = grip(rules, "quadrant_fixed_volume")
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Up)
    settle(qtbot, rules)
    assert rules.state.draft.settings.quadrant_cut == "fixed"
    box = rules.page.findChild(QComboBox, "rule_quadrant_cut")
    assert box is not None
    assert box.currentData() == "fixed"
    assert grip(rules, "quadrant_fixed_volume").at == rules.state.draft.settings.quadrant_fixed_volume


def test_curves_have_their_lines_too(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    wizard.resize(1500, 1400)
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "abc")
    go_to(qtbot, wizard, Step.RULES)
    opened(wizard, "abc")
    settle(qtbot, wizard)
    drag(qtbot, grip(wizard, "abc_a"), QPoint(0, 30))
    settle(qtbot, wizard)
    assert wizard.state.draft.settings.abc_a < MethodSettings().abc_a
    opened(wizard, "pareto")
    settle(qtbot, wizard)
    handle = grip(wizard, "pareto_bottom")
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Left)
    settle(qtbot, wizard)
    assert field(wizard, "pareto_bottom") == "21"


def test_one_card_lies_open_and_the_preview_shows_its_scheme(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    card = opened(rules, "grade_abcd")
    settle(qtbot, rules)
    assert [each.scheme for each in rules.page.findChildren(TunedCard) if each.is_open] == ["grade_abcd"]
    assert card.is_open
    box = rules.findChild(QComboBox, "preview_scheme")
    assert box is not None
    assert box.currentText() == "成交状态"
    assert rules.state.answer is not None
    assert rules.state.answer.view.finals[1] == "A"
    matrix = rules.findChild(MatrixView)
    assert matrix is not None
    assert "A 成交→A成交 3" in matrix.accessibleDescription()
    box.setCurrentIndex(box.findData("value"))
    settle(qtbot, rules)
    assert rules.state.answer.view.scheme.id == "value"


def test_who_is_nearly_something_else_is_listed_for_the_scheme_looked_at(
    qtbot: QtBot, rules: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[tuple[str, ...]] = []

    def note(_title: str, rows: list[tuple[str, str, str]], _parent: object, go: object) -> None:
        listed.append(tuple(row[0] for row in rows))

    monkeypatch.setattr("app.ui.reviewing.preview_panel.show_names", note)
    write(rules, "rule_grade_order_days", "62")
    opened(rules, "grade_abcd")
    settle(qtbot, rules)
    link = rules.findChild(QAbstractButton, "preview_near")
    assert link is not None
    link.click()
    assert "乙" in listed[0]
    assert link.text() == f"差一点 {len(listed[0])} 位"
    go_to(qtbot, rules, Step.WALK)
    box = rules.findChild(QComboBox, "walk_filter")
    assert box is not None
    assert rules.state.preview is not None
    near = rules.state.preview.closeness
    assert box.itemText(box.findData("near")) == f"差一点（{len(near.anywhere)}）"
    box.setCurrentIndex(box.findData("near"))
    assert near.anywhere >= near.of("grade_abcd") > set()
    others = rules.findChild(KeyValues, "walk_others")
    assert others is not None
    assert any("天内没有新订单" in each.text() for each in others.findChildren(QLabel))


def test_who_rises_and_who_falls_against_the_last_review_is_listed(
    qtbot: QtBot, rules: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[tuple[str, list[str]]] = []

    def note(title: str, rows: list[tuple[str, str, str]], _parent: object, go: object) -> None:
        listed.append((title, [row[0] for row in rows]))

    monkeypatch.setattr("app.ui.reviewing.preview_panel.show_names", note)
    up = rules.findChild(QAbstractButton, "preview_up")
    down = rules.findChild(QAbstractButton, "preview_down")
    assert up is not None
    assert down is not None
    assert (up.text(), down.text(), down.isEnabled()) == ("1 位升级", "0 位降级", False)
    up.click()
    assert listed == [("升级", ["甲"])]


def test_a_bar_opens_its_customers_and_the_customers_page(
    qtbot: QtBot, rules: ReviewWizardPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs: list[NamesDialog] = []
    monkeypatch.setattr("app.ui.reviewing.names.run", dialogs.append)
    view, canvas = chart(rules).view, chart(rules).canvas
    assert view is not None
    place = next(each for each in canvas.places if each.key and 1 in view.groups[each.key].ids)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.area.center().toPoint())
    table = dialogs[0].findChild(TableView)
    assert table is not None
    assert table.model().index(0, 0).data() == "甲"
    dialogs[0]._leave()
    page, target = shell.went[-1]
    assert page == "customers"
    assert isinstance(target, CustomerFilter)
    assert target.picked is not None
    assert target.picked.ids == (1,)


def test_a_field_of_the_quadrant_opens_its_class(
    qtbot: QtBot, rules: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []
    monkeypatch.setattr("app.ui.reviewing.step.show_names", lambda title, *_rest, **_more: listed.append(title))
    opened(rules, "quadrant")
    settle(qtbot, rules)
    qtbot.waitUntil(lambda: any(place.key == "1" for place in chart(rules).canvas.places))
    canvas = chart(rules).canvas
    view = chart(rules).view
    assert view is not None
    field = next(place for place in canvas.places if place.key and not place.is_point)
    corner = field.area.topLeft() + QPointF(3, field.area.height() / 2)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=corner.toPoint())
    where = next(place.area.center() for place in canvas.places if place.key == "1")
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where.toPoint())
    assert listed == [view.groups[field.key].words, "甲"]


def test_the_figures_behind_a_picture_are_a_table(
    qtbot: QtBot, rules: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs: list[FiguresDialog] = []
    monkeypatch.setattr("app.ui.charts.card.run", dialogs.append)
    chart(rules).show_table()
    table = dialogs[0].findChild(TableView)
    assert table is not None
    assert sum(int(table.model().index(row, 1).data()) for row in range(table.model().rowCount())) == 4


def test_a_suggestion_is_tried_before_it_counts(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    before = rules.state.draft.settings
    press(rules, "suggest_value_eighty")
    settle(qtbot, rules)
    bar = rules.page.findChild(Bar, "trial_value")
    assert bar is not None
    assert "二八建议值" in bar.text
    assert "这样分下来，" in bar.text
    assert rules.state.draft.settings == before
    card = next(each for each in rules.page.findChildren(TunedCard) if each.scheme == "value")
    card._accept()
    settle(qtbot, rules)
    assert bar.isHidden()
    assert rules.state.draft.settings != before
    assert field(rules, "value_high") == f"{rules.state.draft.settings.value_high / WAN:g}"


def test_a_suggestion_that_is_refused_changes_nothing(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    before = rules.state.draft.settings
    press(rules, "suggest_value_natural")
    settle(qtbot, rules)
    next(each for each in rules.page.findChildren(TunedCard) if each.scheme == "value")._refuse()
    assert rules.state.draft.settings == before


def test_edited_rules_are_compared_with_those_in_force(qtbot: QtBot, rules: ReviewWizardPage) -> None:
    bar = rules.page.findChild(Bar, "rules_effect")
    assert bar is not None
    assert bar.isHidden()
    write(rules, "rule_value_high", "70")
    settle(qtbot, rules)
    assert bar.isVisible()
    assert bar.text == "和现行规则比，价值：1 位换档（降 1 位），年采购额 60.00 万元。"
    rules.page._restore()  # type: ignore[attr-defined]
    settle(qtbot, rules)
    assert bar.isHidden()
    assert field(rules, "value_high") == "50"
    assert finals(rules)[1] == "high"


@given(st.floats(min_value=0, max_value=1), st.booleans())
def test_a_pixel_and_its_place_belong_together(share: float, log: bool) -> None:
    scale = Scale(1e4, 1e12, 300, 20, log)
    pixel = 300 + share * (20 - 300)
    assert scale.pixel(scale.place(pixel)) == pytest.approx(pixel, abs=1e-6)


def test_a_threshold_is_told_as_one_says_it() -> None:
    assert figure_text("money", 50 * WAN, "wan") == "50 万元"
    assert figure_text("money", 0.245 * WAN, "wan") == "0.245 万元"  # as its field says it
    assert figure_text("money", 0.24536543 * WAN, "wan") == "0.25 万元"
    assert figure_text("share", 0.205, "wan") == "20.5%"
    assert figure_text("days", 4.0, "wan") == "4 天"
    assert figure_text("times", 1.5, "wan") == "1.5 倍"


def test_tab_walks_through_the_rules_as_one_reads_them(rules: ReviewWizardPage) -> None:
    at = rules.page.findChild(QAbstractButton, "fold_value")
    assert at is not None
    order = tab_chain(at)
    first = ["figure", "grip_value_mid", "grip_value_high", "chart_more"]
    assert order[:7] == [*first, "suggest_value_eighty", "suggest_value_natural", "rule_value_high"]
    assert order.index("fold_churn") < order.index("preview_scheme") < order.index("wizard_next")


def test_without_anybody_to_draw_the_card_says_so(qtbot: QtBot, nobody: ReviewWizardPage) -> None:
    go_to(qtbot, nobody, Step.RULES)
    told = nobody.page.findChild(QLabel, "blank_value")
    assert told is not None
    qtbot.waitUntil(told.isVisible)


def test_with_somebody_to_draw_nothing_is_missed(rules: ReviewWizardPage) -> None:
    told = rules.page.findChild(QLabel, "blank_value")
    assert told is not None
    assert told.isHidden()
