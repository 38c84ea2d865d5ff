"""The parts of the customers page by themselves: facets, chips, dialogs, amounts, columns."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import customers, filters
from app.services.customers import (
    AddContact,
    AssignOwner,
    CustomerDetail,
    EditCustomer,
    FacetGroup,
    FacetValue,
    NewCustomer,
    Person,
    RemoveContact,
)
from app.services.filters import EVERYBODY, Condition, CustomerFilter, TagRule
from app.services.merging import BRANCH, JudgePair
from app.services.tags import TagState
from app.ui import languages
from app.ui.customers import contacts
from app.ui.customers.amounts import Amounts
from app.ui.customers.columns import CustomerColumns
from app.ui.customers.contacts import ContactDialog, Contacts
from app.ui.customers.detail_parts import Figures, Why
from app.ui.customers.kin import Kin
from app.ui.customers.list_area import ListArea
from app.ui.customers.new_dialog import NewCustomerDialog
from app.ui.customers.owner_dialog import OwnerDialog
from app.ui.customers.tag_dialog import TagDialog
from app.ui.filters.chips import ActiveFilters, part_text
from app.ui.filters.panel import FilterPanel
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.ui.recorders import ShellRecorder

GROUPS = (
    FacetGroup("tier", tuple(FacetValue(value, 3, 10_000_000) for value in ("high", "mid", ""))),
    FacetGroup("industry", tuple(FacetValue(f"行业{n}", 9 - n, 0) for n in range(9))),
    FacetGroup("status", (FacetValue("", 9, 0),)),
    FacetGroup("tag:行为", (FacetValue("稳定合作", 2, 0), FacetValue("高频咨询", 1, 0))),
)


def facet(panel: QWidget, value: str) -> QCheckBox:
    box = panel.findChild(QCheckBox, f"facet_{value}")
    assert box is not None
    return box


@pytest.fixture
def panel(qtbot: QtBot) -> FilterPanel:
    result = FilterPanel()
    qtbot.addWidget(result)
    result.resize(180, 700)
    result.show()
    result.set(GROUPS, EVERYBODY, Amounts())
    return result


def test_values_picked_in_a_group_are_joined_by_or(qtbot: QtBot, panel: FilterPanel) -> None:
    told: list[CustomerFilter] = []
    panel.changed.connect(told.append)
    facet(panel, "high").click()
    facet(panel, "mid").click()
    facet(panel, "稳定合作").click()
    assert told[-1].chosen("tier") == ("high", "mid")
    assert told[-1].chosen_tags("行为") == ("稳定合作",)
    facet(panel, "high").click()
    assert told[-1].chosen("tier") == ("mid",)


def test_a_value_can_be_excluded_and_comes_back(qtbot: QtBot, panel: FilterPanel) -> None:
    told: list[CustomerFilter] = []
    panel.changed.connect(told.append)
    box = facet(panel, "高频咨询")
    box.excluding.emit("高频咨询")  # type: ignore[attr-defined]
    assert told[-1].chosen_tags("行为", "none") == ("高频咨询",)
    panel.set(GROUPS, told[-1], Amounts())
    assert box.checkState() == Qt.CheckState.PartiallyChecked
    box.click()
    assert not told[-1]


def test_long_groups_fold_and_searching_unfolds(panel: FilterPanel) -> None:
    assert facet(panel, "行业4").isVisible()
    assert not facet(panel, "行业8").isVisible()
    more = next(b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == "其余 4 项…")
    more.click()
    assert facet(panel, "行业8").isVisible()
    more.click()
    field = panel.findChild(QWidget, "facet_search")
    assert field is not None
    QTest.keyClicks(field, "8")
    assert facet(panel, "行业8").isVisible()
    assert not facet(panel, "行业1").isVisible()
    assert not facet(panel, "high").isVisible()


def test_a_group_that_says_nothing_is_left_out_and_speaks_its_counts(panel: FilterPanel) -> None:
    assert list(panel._boxes) == ["tier", "tag:行为", "industry"]
    assert facet(panel, "high").accessibleName() == "高价值 3"
    assert "近 12 月 1,000 元" in facet(panel, "high").toolTip()


def test_what_is_picked_stays_though_nothing_remains(panel: FilterPanel) -> None:
    panel.set(GROUPS[1:], EVERYBODY.with_values("industry", ["没有了"]), Amounts())
    assert facet(panel, "没有了").isChecked()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tier=high,mid", "价值分级：高价值、中价值"),
        ("tier=", "价值分级：无法评级"),
        ("owner!=李静", "负责人：不含李静"),
        ("net_sales>=10万", "近 12 月采购 ≥ 100,000 元"),
        ("recency>90", "未合作天数 > 90"),
        ("warn_3m=是", "满 3 个月未合作：是"),
        ("tag=行为-稳定合作", "行为：稳定合作"),
        ("tag=价值-高价值", "价值标签：高价值"),
        ("tag!=稳定合作", "标签：不含稳定合作"),
        ("industry=", "行业：未填写"),
    ],
)
def test_conditions_in_words(text: str, words: str) -> None:
    wanted = filters.parse(text)
    parts: list[Condition | TagRule] = [*wanted.conditions, *wanted.tags]
    assert part_text(parts[0]) == words


def test_chips_take_conditions_off(qtbot: QtBot) -> None:
    bar = ActiveFilters()
    qtbot.addWidget(bar)
    bar.show()
    told: list[CustomerFilter] = []
    bar.changed.connect(told.append)
    bar.set(filters.parse("tier=high; owner=李静"))
    chip = bar.findChild(QWidget, "filter_0")
    assert chip is not None
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert told[-1] == filters.parse("owner=李静")
    clear = bar.findChild(QPushButton, "clear_filters")
    assert clear is not None
    clear.click()
    assert told[-1] == EVERYBODY


@pytest.mark.parametrize(
    ("amounts", "cell", "short", "unit"),
    [
        (Amounts(), "133.9", "133.9 万", "万元"),
        (Amounts(wan=False), "1,338,700.50", "133.9 万", "元"),
    ],
)
def test_amounts_in_their_units(amounts: Amounts, cell: str, short: str, unit: str) -> None:
    units = 13_387_005_000
    assert (amounts.cell(units), amounts.short(units), amounts.unit) == (cell, short, unit)
    assert amounts.cell(None) == amounts.short(None) == "—"
    assert amounts.cell(-units).startswith("−")


def test_large_amounts_are_short_enough_to_stand_side_by_side() -> None:
    for amounts in (Amounts(), Amounts(wan=False)):
        assert amounts.short(98_765_432_101_200) == "98.77 亿"
        assert amounts.short(-98_765_432_101_200) == "−98.77 亿"
    assert Amounts(wan=False).short(9_999_990_000) == "999,999 元"


def states(*named: tuple[str, str, int]) -> list[TagState]:
    return [TagState(group, name, "", group == "需求", holders, 2, 5) for group, name, holders in named]


def test_english_shows_shipped_tags_and_keeps_their_names(qtbot: QtBot) -> None:
    languages.apply("en_US")
    shown = FilterPanel()
    qtbot.addWidget(shown)
    shown.set(GROUPS, EVERYBODY, Amounts())
    assert [facet(shown, value).accessibleName() for value in ("稳定合作", "高频咨询")] == ["Steady 2", "高频咨询 1"]
    assert "Behaviour" in {each.text() for each in shown.findChildren(QLabel)}
    assert part_text(TagRule("行为", ("稳定合作", "高频咨询"), "none")) == "Behaviour: not Steady, 高频咨询"
    dialog = TagDialog((1,), states(("行为", "流失风险", 0), ("需求", "建材", 0)), ["行为", "需求"])
    qtbot.addWidget(dialog)
    box = dialog.findChild(QCheckBox, "tag_流失风险")
    assert box is not None
    assert box.text() == "At risk"
    box.click()
    assert dialog.command.give == (("行为", "流失风险"),)
    says = dialog.findChild(QLabel, "tag_preview")
    assert says is not None
    assert says.text() == '1 customer will get the tag "At risk".'


def test_amounts_in_english() -> None:
    languages.apply("en_US")
    units = 13_387_005_000
    for amounts, cell, unit in ((Amounts(), "1,339", "¥k"), (Amounts(wan=False), "1,338,700.50", "¥")):
        assert (amounts.cell(units), amounts.short(units), amounts.unit) == (cell, "¥1.34 m", unit)
    assert (Amounts().exact(-units), Amounts().short(9_800_000)) == ("−¥1,338,700.50", "¥980")


def test_three_states_and_what_a_click_makes_of_them(qtbot: QtBot) -> None:
    dialog = TagDialog((1, 2), states(("行为", "稳定", 2), ("行为", "意向", 1), ("需求", "建材", 0)), ["行为", "需求"])
    qtbot.addWidget(dialog)
    dialog.show()
    boxes = {name: dialog.findChild(QCheckBox, f"tag_{name}") for name in ("稳定", "意向", "建材")}
    assert (dialog.command.ids, dialog.command.give, dialog.command.take) == ((1, 2), (), ())
    for box in boxes.values():
        assert box is not None
        box.click()
    command = dialog.command
    assert (command.give, command.take) == ((("行为", "意向"), ("需求", "建材")), (("行为", "稳定"),))
    assert boxes["意向"] is not None
    boxes["意向"].click()
    assert ("行为", "意向") in dialog.command.take
    boxes["意向"].click()
    assert ("行为", "意向") not in (*dialog.command.take, *dialog.command.give)


def test_a_new_tag_is_made_in_a_group(qtbot: QtBot) -> None:
    dialog = TagDialog((1,), states(("行为", "稳定", 0)), ["行为"])
    qtbot.addWidget(dialog)
    dialog.show()
    search, new = dialog.findChild(QWidget, "tag_search"), dialog.findChild(QPushButton, "tag_new")
    group = dialog.findChild(QComboBox, "tag_group")
    assert search is not None
    assert new is not None
    assert group is not None
    search.setProperty("text", "展会 上海")
    group.setCurrentText("行为")
    assert new.isVisible()
    new.click()
    assert dialog.command.give == (("行为", "展会 上海"),)


def test_enter_makes_the_tag_that_is_not_there_yet(qtbot: QtBot) -> None:
    dialog = TagDialog((1,), states(("行为", "稳定", 0)), ["行为"])
    qtbot.addWidget(dialog)
    dialog.show()
    search = dialog.findChild(QLineEdit, "tag_search")
    assert search is not None
    QTest.keyClicks(search, "vip")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dialog.isVisible()  # what it would do is read before it is done
    assert [name for _group, name in dialog.command.give] == ["vip"]
    assert search.text() == ""
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_new_customer_needs_a_name_and_hears_of_a_twin(qtbot: QtBot, opened: Session) -> None:
    dialog = NewCustomerDialog(opened, {"owner": ("李静",)})
    qtbot.addWidget(dialog)
    dialog.show()
    accept = dialog.accept_button
    assert accept is not None
    assert not accept.isEnabled()
    dialog.field("name").setText("苏州万象工程")
    dialog.field("contact").setText("王总")
    dialog.field("phone").setText("打不通")
    assert not accept.isEnabled()
    assert "不像电话" in dialog.field("phone").toolTip()
    dialog.field("phone").setText("021-5555")
    assert accept.isEnabled()
    bar = dialog.findChild(QWidget, "similar_bar")
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    command = dialog.command
    assert command == NewCustomer((("name", "苏州万象工程"),), Person("王总", phone="021-5555"), command.at)
    with qtbot.waitSignal(dialog.open_existing) as caught:
        next(b for b in bar.findChildren(QPushButton) if b.text() == "打开它").click()
    assert caught.args == [3]


def test_an_owner_is_chosen_or_new(qtbot: QtBot) -> None:
    dialog = OwnerDialog((1, 2), ("李静", "王海"))
    qtbot.addWidget(dialog)
    choice = dialog.findChild(QComboBox, "owner_choice")
    assert choice is not None
    assert dialog.command.owner is None
    choice.setCurrentText("新同事")
    assert dialog.command == AssignOwner((1, 2), "新同事")


def test_a_contact_is_typed_and_checked(qtbot: QtBot) -> None:
    dialog = ContactDialog("添加联系人", None)
    qtbot.addWidget(dialog)
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()
    for key, text in (("name", "王总"), ("phone", "139")):
        field = dialog.findChild(QWidget, f"contact_{key}")
        assert field is not None
        field.setProperty("text", text)
    assert dialog.accept_button.isEnabled()
    assert dialog.person == Person("王总", phone="139")
    nameless = dialog.findChild(QWidget, "contact_name")
    assert nameless is not None
    nameless.setProperty("text", "")
    assert dialog.accept_button.isEnabled(), "a phone is enough"


def shown_detail(session: Session, number: int) -> CustomerDetail:
    with session.context.reading() as connection:
        detail = customers.detail(connection, number)
    assert detail is not None
    return detail


@pytest.mark.parametrize(("risk", "said"), [("normal", "高"), ("watch", "高\n正常；另有信号：量减")])
def test_a_risk_beyond_the_rhythm_says_why(qtbot: QtBot, opened: Session, risk: str, said: str) -> None:
    widget, found = Why(), shown_detail(opened, 1)
    qtbot.addWidget(widget)
    row = found.row._replace(churn_status="normal", risk_status=risk)
    widget.show_detail(replace(found, row=row), Amounts())
    widget.show_reasons({"value": "高", "churn": "正常；另有信号：量减"})
    sentence = widget.findChild(QLabel, "why_sentence")
    assert sentence is not None
    assert sentence.text() == said


def test_a_share_of_a_total_is_called_an_estimate(qtbot: QtBot, opened: Session) -> None:
    """It is no purchase of the last twelve months, in the list as in the pane."""
    found = shown_detail(opened, 1)
    row = found.row._replace(net_sales=297_000_0000, estimated=True)
    for shown, lead, text in ((row, "估", "估 29.7 万"), (row._replace(estimated=False), "", "29.7 万")):
        cell = next(c for c in CustomerColumns(Amounts()).all() if c.key == "net_sales").cell(shown)
        assert (cell.text, cell.spoken, cell.lead) == ("29.7", "29.7", lead)
        assert ("估算" in cell.tip) is shown.estimated
        widget = Figures()
        qtbot.addWidget(widget)
        widget.show_detail(replace(found, row=shown), Amounts())
        figure = widget.findChild(QWidget, "figure_net_sales")
        assert figure is not None
        assert figure.accessibleName() == f"近 12 月 {text}"


def test_contacts_say_what_is_to_be_done(qtbot: QtBot, opened: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.context.run(AddContact(1, Person("王总", phone="139")))
    widget = Contacts()
    qtbot.addWidget(widget)
    widget.show_detail(shown_detail(opened, 1))
    told: list[object] = []
    widget.changed.connect(told.append)
    monkeypatch.setattr(contacts, "ask_person", lambda *_asked: Person("李工"))
    for name in ("contact_add", "contact_edit_1", "contact_remove_1"):
        button = widget.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert told[0] == AddContact(1, Person("李工"))
    assert told[2] == RemoveContact(1, 1, "王总")
    assert any(label.text() == "王总  139" for label in widget.findChildren(QLabel))


def test_a_phone_that_stands_for_a_name_is_said_once(qtbot: QtBot, opened: Session) -> None:
    opened.context.run(AddContact(1, Person("13900000001", phone="13900000001")))
    widget = Contacts()
    qtbot.addWidget(widget)
    widget.show_detail(shown_detail(opened, 1))
    assert "13900000001" in [label.text() for label in widget.findChildren(QLabel)]


def test_somebody_whose_name_nobody_knows_is_shown_by_what_is_known(qtbot: QtBot, opened: Session) -> None:
    opened.context.run(AddContact(1, Person("", phone="13900000001", birthday="1970-02-03")))
    with opened.context._database.writing() as connection:  # as a list brings it
        connection.exec_driver_sql("INSERT INTO contact (customer_id, name, birthday) VALUES (1, '', '1947-01-08')")
    widget = Contacts()
    qtbot.addWidget(widget)
    widget.show_detail(shown_detail(opened, 1))
    assert {"13900000001", "生日 1947-01-08"} <= {label.text() for label in widget.findChildren(QLabel)}


@pytest.fixture
def area(qtbot: QtBot, shell: ShellRecorder) -> ListArea:
    """Held by the fixture until it is closed: collected in the middle of a paint it would take the painter along."""
    result = ListArea(shell.actions_table, lambda _ids: {}, Amounts())
    qtbot.addWidget(result)
    result.show()
    return result


def test_columns_are_chosen_and_come_back(area: ListArea) -> None:
    number = area.model.number_of("code")
    assert area.table.isColumnHidden(number)
    area.column_menu.aboutToShow.emit()
    action = next(a for a in area.column_menu.actions() if a.objectName() == "column_code")
    action.trigger()
    assert not area.table.isColumnHidden(number)
    area.column_menu.actions()[-1].trigger()
    assert area.table.isColumnHidden(number)
    assert area.table.isColumnHidden(area.model.number_of("deleted"))


def test_who_a_new_customer_may_be_is_said_with_the_reason(qtbot: QtBot, opened: Session) -> None:
    opened.context.run(NewCustomer((("name", "宁波宏远机械厂"),), Person("周总", phone="13900000002")))
    dialog = NewCustomerDialog(opened, {})
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog.findChild(Bar, "similar_bar")
    assert bar is not None
    dialog.field("name").setText("鸿远机械")
    dialog.field("phone").setText("139 0000 0002")
    qtbot.waitUntil(lambda: bar.isVisible() and "电话相同" in bar.text)
    assert bar.text.startswith("可能已经有了：「宁波宏远机械厂」。")
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    assert dialog.accept_button is not None
    assert dialog.accept_button.isEnabled()  # it only says so


def test_parent_branches_and_other_names_are_told(qtbot: QtBot, opened: Session) -> None:
    opened.context.run(JudgePair(1, 2, BRANCH))
    opened.context.run(EditCustomer(2, (("name", "晨曦"),)))
    kin = Kin()
    qtbot.addWidget(kin)
    kin.show()
    kin.show_detail(shown_detail(opened, 1))
    both = {"分公司：晨曦", "列出这一家和所有分公司"}
    qtbot.waitUntil(lambda: {each.text() for each in kin.findChildren(QPushButton) if each.isVisible()} == both)
    kin.show_detail(shown_detail(opened, 2))
    names = kin.findChild(QLabel, "kin_names")
    assert names is not None
    assert names.text() == "曾用名：杭州晨曦教育科技集团"
    link = kin.findChild(QPushButton, "kin_1")
    assert link is not None
    with qtbot.waitSignal(kin.opened) as caught:
        link.click()
    assert caught.args == [1]
    kin.show_detail(shown_detail(opened, 3))
    assert not kin.isVisible()
