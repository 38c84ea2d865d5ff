"""Choosing schemes for a review and filling in their rules, as a user does it."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.own_schemes import SaveScheme
from app.services.reviews import books
from app.services.reviews.draft import Step
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.ui.reviewing.rule_card import RuleCard
from app.ui.reviewing.scheme_list import SchemeList
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.widgets.cards import Bar
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.reviewing.conftest import settle
from tests.ui.reviewing.test_wizard import go_to, press, write

WAN = 100_000_000
BIG = Group("all", (Condition("net_sales", ">=", (20 * WAN,)),))
OWN = CardScheme("own:1", "我的分法", (Card("big", "大户", "gold", BIG), Card("rest", "其余", "slate", Group())))


def tick(qtbot: QtBot, page: ReviewWizardPage, *schemes: str) -> None:
    if page.findChild(QAbstractButton, f"scheme_{schemes[0]}") is None:
        press(page, "more_schemes")
    for scheme in schemes:
        press(page, f"scheme_{scheme}")
        settle(qtbot, page)


def card(page: ReviewWizardPage, scheme: str) -> RuleCard:
    found = next(each for each in page.page.findChildren(RuleCard) if each.scheme == scheme and each.isVisible())
    assert isinstance(found, RuleCard)
    return found


def said(page: RuleCard) -> list[str]:
    return [each.text for each in page.findChildren(Bar) if each.isVisible()]


def test_other_schemes_are_a_click_away_and_get_a_card_each(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    assert wizard.findChild(QAbstractButton, "scheme_rfm") is None
    tick(qtbot, wizard, "rfm", "score", "attribute:industry")
    assert wizard.state.draft.schemes[4:] == ("rfm", "score", "attribute:industry")
    go_to(qtbot, wizard, Step.RULES)
    assert not card(wizard, "rfm").is_open
    assert "未分级" in card(wizard, "rfm").subtitle_label.text()
    press(wizard, "fold_rfm")
    assert card(wizard, "rfm").is_open


def test_a_scheme_somebody_made_can_lead(qtbot: QtBot, wizard: ReviewWizardPage, shell: ShellRecorder) -> None:
    wizard.session.perform(SaveScheme(OWN))
    settle(qtbot, wizard)
    go_to(qtbot, wizard, Step.CHECK)
    qtbot.waitUntil(lambda: ("own:1", "我的分法") in wizard.page._own)  # type: ignore[attr-defined]
    tick(qtbot, wizard, "own:1")
    press(wizard, "lead_own:1")
    settle(qtbot, wizard)
    assert wizard.state.preview is not None
    assert wizard.state.preview.final() == {1: "big", 2: "rest", 3: "rest", 4: "rest"}
    go_to(qtbot, wizard, Step.RULES)
    assert card(wizard, "own:1").title_label.text() == "我的分法"
    go_to(qtbot, wizard, Step.SIGN)
    write(wizard, "review_signed", "王经理")
    number = wizard.state.draft.review_id
    press(wizard, "wizard_next")
    qtbot.waitUntil(lambda: bool(shell.went))
    with wizard.session.context.reading() as connection:
        assert books.book(connection, number).scheme.label_of("big") == "大户"


def test_a_scheme_that_asks_for_a_deleted_tag_says_so_on_its_card(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    asks = Group("all", (Condition("tag:行为", "in", ("旧",)),))
    wizard.session.perform(SaveScheme(replace(OWN, cards=(Card("t", "有标签", "gold", asks),))))
    settle(qtbot, wizard)
    go_to(qtbot, wizard, Step.CHECK)
    qtbot.waitUntil(lambda: ("own:1", "我的分法") in wizard.page._own)  # type: ignore[attr-defined]
    tick(qtbot, wizard, "own:1")
    go_to(qtbot, wizard, Step.RULES)
    press(wizard, "fold_own:1")
    qtbot.waitUntil(
        lambda: any(
            "已经不在了" in each.text() for each in card(wizard, "own:1").findChildren(QLabel) if each.isVisible()
        )
    )


def test_groups_the_data_made_never_lead(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "kmeans")
    assert wizard.findChild(QAbstractButton, "lead_kmeans") is None
    tick(qtbot, wizard, "value", "pareto", "quadrant", "grade_abcd")
    assert wizard.state.draft.schemes[0] == "grade_abcd"
    assert "kmeans" in wizard.state.draft.schemes


def test_a_scheme_nobody_can_be_classed_by_says_why(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "fit")
    button = wizard.findChild(QAbstractButton, "gaps_fit")
    assert button is not None
    assert button.text() == "能分 0 / 4 位"
    go_to(qtbot, wizard, Step.RULES)
    press(wizard, "fold_fit")
    assert said(card(wizard, "fit")) == [
        "现在没有一位客户能按这个方案分级：已答的不足 3 条，合作质量无法判定；补答后可判。"
    ]


def test_weights_say_when_they_are_not_a_hundred(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "score")
    go_to(qtbot, wizard, Step.RULES)
    press(wizard, "fold_score")
    write(wizard, "rule_score_weights_0", "40")
    assert wizard.state.draft.settings.score_weights == (40, 15, 15, 10, 10, 10, 10, 5, 5)
    assert "权重合计 120，不是 100，按比例折算。" in [
        each.text() for each in card(wizard, "score").findChildren(QLabel) if each.isVisible()
    ]
    for place in range(9):
        write(wizard, f"rule_score_weights_{place}", "0")
    assert "综合分的权重不能全是 0" in card(wizard, "score").problem
    assert any(wizard.state.draft.settings.score_weights)


def test_days_that_contradict_each_other_are_marked(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "decision_cycle")
    go_to(qtbot, wizard, Step.RULES)
    write(wizard, "rule_decision_days_0", "40")
    field = wizard.findChild(QLineEdit, "rule_decision_days_0")
    assert field is not None
    assert field.property("wrong")
    press(wizard, "wizard_next")
    assert wizard.state.draft.step is Step.RULES
    write(wizard, "rule_decision_days_0", "20")
    assert wizard.state.draft.settings.decision_days == (20, 30, 60)


def test_a_cell_of_the_nine_can_be_another_class(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "potential_loyalty")
    go_to(qtbot, wizard, Step.RULES)
    box = wizard.findChild(QComboBox, "cell_low_loyal")
    assert box is not None
    box.setCurrentIndex(box.findData("mid"))
    assert wizard.state.draft.settings.potential_loyalty_map[6] == "mid"


def test_two_kinds_of_rfm_share_their_rules(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    tick(qtbot, wizard, "rfm", "rfm_eight")
    go_to(qtbot, wizard, Step.RULES)
    assert card(wizard, "rfm").findChild(QComboBox, "rule_rfm_mode") is not None
    assert card(wizard, "rfm_eight").findChild(QComboBox, "rule_rfm_mode") is None


def test_a_template_brings_its_schemes_and_lines(qtbot: QtBot, wizard: ReviewWizardPage, said: Recorder) -> None:
    box = wizard.findChild(QComboBox, "review_start")
    assert box is not None
    qtbot.waitUntil(lambda: box.count() == 7)
    assert box.currentData() == "now"
    box.setCurrentIndex(box.findData("retail"))
    qtbot.waitUntil(lambda: wizard.state.draft.begun_from == "retail")
    settle(qtbot, wizard)
    assert wizard.state.draft.schemes == ("value", "rfm", "abc", "pareto")
    assert wizard.state.draft.settings.value_high == 5 * WAN
    assert said.asked == []


def test_edited_rules_are_not_thrown_away_unasked(qtbot: QtBot, wizard: ReviewWizardPage, said: Recorder) -> None:
    go_to(qtbot, wizard, Step.RULES)
    write(wizard, "rule_value_high", "80")
    press(wizard, "wizard_back")
    press(wizard, "wizard_back")
    settle(qtbot, wizard)
    box = wizard.findChild(QComboBox, "review_start")
    assert box is not None
    said.answers.append("no")
    box.setCurrentIndex(box.findData("defaults"))
    qtbot.waitUntil(lambda: bool(said.asked))
    assert wizard.state.draft.settings.value_high == 80 * WAN
    assert box.currentData() == "now"
    said.answers.append("yes")
    box.setCurrentIndex(box.findData("defaults"))
    qtbot.waitUntil(lambda: wizard.state.draft.begun_from == "defaults")
    assert wizard.state.draft.settings.value_high == 50 * WAN


def test_a_review_of_nobody_does_not_go_on(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    wizard.state.change(replace(wizard.state.draft, scope="行业=火星"))
    settle(qtbot, wizard)
    press(wizard, "wizard_next")
    assert wizard.state.draft.step is Step.SCOPE
    assert "没有客户符合条件，换一个条件或选全部客户。" in [
        bar.text for bar in wizard.findChildren(Bar) if bar.isVisible()
    ]
    wizard.state.change(replace(wizard.state.draft, step=Step.RULES))
    wizard._begin_step()
    settle(qtbot, wizard)
    press(wizard, "suggest_value_natural")
    settle(qtbot, wizard)
    assert said(card(wizard, "value")) == ["自然断点：金额差别太小，分不出档，没有可建议的线。"]


def test_where_there_is_little_room_a_scheme_takes_two_lines(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    go_to(qtbot, wizard, Step.CHECK)
    found = wizard.page.findChild(SchemeList)
    assert found is not None
    found.resize(600, 300)
    box, lead = (found.findChild(QAbstractButton, name) for name in ("scheme_pareto", "lead_pareto"))
    assert box is not None
    assert lead is not None
    found.resize(320, 300)
    assert found.minimumSizeHint().width() < 400
    assert found.findChild(QAbstractButton, "lead_value").isChecked()  # type: ignore[union-attr]
