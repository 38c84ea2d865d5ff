"""Settings that are more than one choice: working week, limits of loss, the people, defaults for paper."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDoubleSpinBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from app.services import members, settings
from app.services.filters import CustomerFilter
from app.services.members import MemberInfo
from app.ui import state
from app.ui.pages.settings import SettingsPage
from app.ui.reporting.options import ReportOptions
from app.ui.session import Session
from app.ui.settings.costs import CostRates
from app.ui.settings.limits import LossLimits
from app.ui.settings.members import MemberDialog, MembersCard
from app.ui.widgets.segments import Segments
from tests.ui.recorders import ShellRecorder


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> SettingsPage:
    result = SettingsPage(opened, shell)
    opened.changed.connect(lambda changes, _initiator: result.refresh(changes))
    qtbot.addWidget(result)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: not opened.busy)
    return result


def everybody(page: SettingsPage) -> list[MemberInfo]:
    with page.session.context.reading() as connection:
        return list(members.members(connection))


def push(page: SettingsPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled()
    found.click()


def test_saturday_becomes_a_workday_and_one_day_stays(page: SettingsPage, shell: ShellRecorder) -> None:
    push(page, "weekday_6")
    assert shell.preferences.value.workweek == "123456"
    for number in range(1, 7):
        push(page, f"weekday_{number}")
    assert shell.preferences.value.workweek == "6"


def test_another_limit_of_loss_judges_everybody_anew(qtbot: QtBot, page: SettingsPage, shell: ShellRecorder) -> None:
    box = page.findChild(QSpinBox, "limit_calendar_churned")
    limits = page.findChild(LossLimits)
    assert box is not None
    assert limits is not None
    assert box.value() == 12
    box.setValue(18)
    limits.settle()
    qtbot.waitUntil(lambda: page.session.context.settings().calendar_churned == 18)
    qtbot.waitUntil(lambda: len(shell.toasts) == 1)
    page.session.undo()
    qtbot.waitUntil(lambda: box.value() == 12)


def test_what_debts_and_visits_cost_is_kept_in_the_ledger(
    qtbot: QtBot, page: SettingsPage, shell: ShellRecorder
) -> None:
    rate, visit = (page.findChild(QDoubleSpinBox, name) for name in ("cost_rate", "cost_visit"))
    costs = page.findChild(CostRates)
    assert rate is not None
    assert visit is not None
    assert costs is not None
    assert (rate.value(), visit.value()) == (0, 0)
    rate.setValue(4.5)
    visit.setValue(150)
    costs.settle()
    qtbot.waitUntil(lambda: page.session.context.settings().visit_cost == 1_500_000)
    assert page.session.context.settings().capital_rate == Decimal("0.045")
    qtbot.waitUntil(lambda: len(shell.toasts) == 1)
    page.session.undo()
    qtbot.waitUntil(lambda: (rate.value(), visit.value()) == (0, 0))


def test_limits_that_contradict_each_other_are_refused(page: SettingsPage, shell: ShellRecorder) -> None:
    box = page.findChild(QSpinBox, "limit_calendar_watch")
    limits = page.findChild(LossLimits)
    assert box is not None
    assert limits is not None
    box.setValue(40)
    limits.settle()
    assert len(shell.errors) == 1
    assert box.value() == settings.MethodSettings().calendar_watch


def fill_in(
    monkeypatch: pytest.MonkeyPatch, name: str, role: str = "", hours: float = -0.5, *, here: bool = True
) -> None:
    """The next dialog is filled in and accepted."""

    def run(dialog: MemberDialog) -> int:
        fields = (
            dialog.findChild(QLineEdit, "member_name"),
            dialog.findChild(QComboBox, "member_role"),
            dialog.findChild(QDoubleSpinBox, "member_hours"),
            dialog.findChild(QCheckBox, "member_active"),
        )
        assert all(each is not None for each in fields)
        fields[0].setText(name)  # type: ignore[union-attr]
        fields[1].setCurrentText(role)  # type: ignore[union-attr]
        fields[2].setValue(hours)  # type: ignore[union-attr]
        fields[3].setChecked(here)  # type: ignore[union-attr]
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(MemberDialog, "exec", run)


def test_a_member_is_added_changed_and_leaves(
    qtbot: QtBot, page: SettingsPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = page.findChild(MembersCard)
    assert card is not None
    fill_in(monkeypatch, "王海", "销售主管", 6)
    push(page, "member_add")
    qtbot.waitUntil(lambda: card.table.model().rowCount() == 1)
    assert [(each.name, each.role, each.hours) for each in everybody(page)] == [("王海", "销售主管", 6.0)]
    card.table.show_row(0)
    fill_in(monkeypatch, "王大海", here=False)
    push(page, "member_change")
    qtbot.waitUntil(lambda: card.table.model().index(0, 5).data() == "已离开")
    assert [(each.name, each.hours, each.active) for each in everybody(page)] == [("王大海", None, False)]
    assert shell.toasts == ["新成员「王海」。", "改成员「王大海」。"]


def test_the_count_of_a_member_opens_his_customers(page: SettingsPage, shell: ShellRecorder, qtbot: QtBot) -> None:
    card = page.findChild(MembersCard)
    assert card is not None
    people = (("李静", 3), ("王海", 0))
    card._model.set_rows(
        [MemberInfo(number, name, "", False, None, True, count, 0) for number, (name, count) in enumerate(people, 1)]
    )
    for row in range(2):
        index = card._model.index(row, card._model.number_of("customers"))
        spot = card.table.visualRect(index).center()
        qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert shell.went == [("customers", CustomerFilter().with_values("owner", ("李静",)))]


def test_the_dialog_says_what_the_hours_make_in_a_month(qtbot: QtBot) -> None:
    dialog = MemberDialog(None)
    qtbot.addWidget(dialog)
    hours, month = dialog.findChild(QDoubleSpinBox, "member_hours"), dialog.findChild(QLabel, "member_month")
    assert hours is not None
    assert month is not None
    assert "默认" in month.text()
    hours.setValue(2)
    assert month.text() == "一个月大约 44 小时。"
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()


def test_defaults_for_paper_reach_the_report(qtbot: QtBot, page: SettingsPage) -> None:
    options = ReportOptions()
    qtbot.addWidget(options)
    segments = page.findChild(Segments, "setting_print_colour")
    foot = page.findChild(QLineEdit, "setting_foot")
    assert segments is not None
    assert foot is not None
    patterns = segments.findChild(QPushButton, "segment_patterns")
    assert patterns is not None
    patterns.click()
    foot.setText("仅供内部")
    foot.editingFinished.emit()
    with qtbot.waitSignal(options.changed):
        options.take_defaults()
    assert state.text("report/colour") == "patterns"
    assert (options._colour.current, options._foot.text()) == ("patterns", "仅供内部")
