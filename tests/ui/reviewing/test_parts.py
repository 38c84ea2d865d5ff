"""The parts of the review pages by themselves: matrix, bars, months, dialogs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from app.services.errors import InputError
from app.services.figures import UNITS
from app.services.migration import tier_migration
from app.services.provenance import Place, Provenance, SourceLine
from app.services.schemes import GRADE, VALUE
from app.services.settings import SPECS, MethodSettings
from app.services.strategies import PersonLoad
from app.ui import languages
from app.ui.reviewing import grids, plan_step
from app.ui.reviewing.lines_dialog import LinesDialog
from app.ui.reviewing.matrix import MatrixView
from app.ui.reviewing.month_bars import MonthBars, by_month
from app.ui.reviewing.names import NamesDialog
from app.ui.reviewing.rule_card import choice_box
from app.ui.reviewing.rule_rows import ROWS, options, said, shown, typed
from app.ui.reviewing.rules_dialog import RulesDialog
from app.ui.reviewing.tier_bars import TierBars
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.tables.view import TableView
from tests.ui.reviewing.conftest import settle

WAN = 10_000 * UNITS


def line(day: str, yuan: int, place: Place | None = None) -> SourceLine:
    return SourceLine(day, "D1", "轴承", None, yuan * UNITS, "order", place)


def shows_whole(box: QComboBox) -> bool:
    """Whether the chosen text has the room it needs."""
    box.adjustSize()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    return box.fontMetrics().horizontalAdvance(box.currentText()) <= room


def test_the_plan_tells_thousands_as_other_tables_do() -> None:
    row = PersonLoad(1, "李静", 1313.0, 1936.4, 1000.0)
    assert (plan_step._person_contacts(row), plan_step._person_hours(row).text) == ("1,313", "1,936 / 1,000")


def test_a_cell_of_the_matrix_tells_which_it_is(qtbot: QtBot) -> None:
    view = MatrixView()
    qtbot.addWidget(view)
    moves = tier_migration({1: "mid", 2: "high"}, {1: "high", 2: "high", 3: "mid"}, VALUE.class_ids)
    view.set_grid(grids.by_count("value", moves))
    view.resize(600, view.sizeHint().height())
    cell = view._cell("mid", "high").center().toPoint()
    with qtbot.waitSignal(view.clicked) as heard:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=cell)
    assert heard.args == ["mid", "high"]
    assert "不在册→中价值 1" in view.accessibleDescription()
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not view.grab().isNull()


def test_the_matrix_by_money_shows_money(qtbot: QtBot) -> None:
    moves = tier_migration({1: "mid"}, {1: "high"}, VALUE.class_ids, {1: 60 * WAN})
    assert grids.by_money("value", moves, "wan").texts["mid", "high"] == "60.00"
    assert grids.by_money("value", moves, "yuan").texts["mid", "high"] == "600,000.00"


def test_months_without_purchases_stand_there_too(qtbot: QtBot) -> None:
    sums = by_month([line("2026-03-05", 100), line("2026-03-09", 50)], date(2026, 1, 15), date(2026, 4, 2))
    assert [(each.month.month, each.units // UNITS) for each in sums] == [(1, 0), (2, 0), (3, 150), (4, 0)]
    bars = MonthBars()
    qtbot.addWidget(bars)
    bars.show_months(sums, "yuan")
    assert bars.accessibleDescription() == "2026-03 150"
    assert not bars.grab().isNull()


def test_the_bars_name_every_class(qtbot: QtBot) -> None:
    bars = TierBars()
    qtbot.addWidget(bars)
    bars.show_counts("value", [("high", 2, 60 * WAN), ("mid", 1, 20 * WAN), (None, 0, 0)], "wan")
    assert {"2 位", "1 位"} <= {each.text() for each in bars.findChildren(QPushButton)}
    with qtbot.waitSignal(bars.clicked) as heard:
        bars._customers.clicked.emit("mid")
    assert heard.args == ["mid"]
    count = bars.findChild(QPushButton, "tier_high")
    assert count is not None
    with qtbot.waitSignal(bars.clicked) as heard:
        count.click()
    assert heard.args == ["high"]


def test_the_dialogs_list_what_they_are_given(qtbot: QtBot) -> None:
    place = Place(1, "台账.xlsx", "/", "11月", 37)
    source = Provenance(
        1, "甲", "net_sales", None, date(2026, 11, 1), (line("2026-10-01", 5, place),), 5 * UNITS, None, "lines"
    )
    lines, names = LinesDialog(source, "yuan"), NamesDialog("有风险", [("甲", "李静", "5.00 元")])
    rules = RulesDialog("十月", (VALUE, GRADE), MethodSettings())
    for dialog in (lines, names, rules):
        qtbot.addWidget(dialog)
    table = lines.findChild(TableView)
    assert table is not None
    assert table.model().index(0, 4).data() == "台账.xlsx › 11月 › 第 37 行"
    assert "50 万元" in {each.text() for each in rules.findChildren(QLabel)}


def test_every_rule_row_is_a_setting_and_reads_back() -> None:
    defaults = MethodSettings()
    rows = [row for rows in ROWS.values() for row in rows]
    assert {row.key for row in rows} <= set(SPECS)
    texts = {row.key: typed(row.key, shown(row.key, defaults)) for row in rows if not options(row.key)}
    assert defaults.with_texts(texts) == defaults


def test_every_choice_of_a_setting_is_told_whole(qtbot: QtBot) -> None:
    for key in {row.key for rows in ROWS.values() for row in rows}:
        if chosen := options(key):
            box = choice_box(chosen, key, key)
            qtbot.addWidget(box)
            for place in range(box.count()):
                box.setCurrentIndex(place)
                assert shows_whole(box), box.currentText()


@given(st.integers(min_value=1, max_value=10**9))
def test_an_amount_in_wan_reads_back(fen: int) -> None:
    settings = MethodSettings(value_high=fen * 100, value_mid=0)
    assert settings.with_texts({"value_high": typed("value_high", shown("value_high", settings))}) == settings


def test_an_amount_is_typed_in_thousands_in_english(qapp: QApplication) -> None:
    languages.apply("en_US")
    try:
        settings = MethodSettings()
        row = next(row for row in ROWS["value"] if row.key == "value_high")
        assert (shown("value_high", settings), row.unit_label, said(row, settings)) == ("500", "¥k", "¥500k")
        for text in ("600", "600k", "¥600k", "0,600"):
            assert settings.with_texts({"value_high": typed("value_high", text)}).value_high == 600_000 * UNITS
        with pytest.raises(InputError):
            settings.with_texts({"value_high": typed("value_high", "much")})
    finally:
        languages.apply("zh_CN")


def test_what_the_preview_shows_lists_its_customers(
    qtbot: QtBot, wizard: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[tuple[str, list[str]]] = []

    def note(title: str, rows: list[tuple[str, str, str]], _parent: object, go: object) -> None:
        listed.append((title, [row[0] for row in rows]))

    monkeypatch.setattr("app.ui.reviewing.preview_panel.show_names", note)
    settle(qtbot, wizard)
    panel = wizard._panel
    panel._bars.clicked.emit("prospect")
    panel._matrix.clicked.emit("mid", "high")
    panel._list_moved()
    panel._list_late()
    panel._list_near()
    panel._list_unrated()
    assert listed[:3] == [("未成交", ["丁"]), ("中价值 → 高价值", ["甲"]), ("变化的客户", ["甲"])]
    assert listed[5] == ("无法评级", [])
