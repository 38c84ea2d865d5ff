"""The small parts: what they tell, and that they draw without a fault in both looks and every size."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets import bars, buttons, cards, chips, empty, facts, flow, icon_label, inputs, labels, segments, steps
from app.ui.widgets.bars import Share
from app.ui.widgets.header import PageHeader
from app.ui.widgets.layouts import parts
from app.ui.widgets.tabs import tab_bar

LEFT = Qt.MouseButton.LeftButton
SHARES = (Share("high", "gold", 20, "20%", "高价值 63 位"), Share("mid", "blue", 60, "60%"), Share("none", "teal", 0))

MAKERS: dict[str, Callable[[], QWidget]] = {
    "buttons": lambda: _column(*(buttons.Button("记录跟进", kind, "edit") for kind in KINDS)),
    "card": lambda: cards.Card("先做什么", "按分级排"),
    "quiet": cards.Quiet,
    "bar": lambda: cards.Bar("warn", "比台账「合计」行少 1,200.00 元，差在 3 月。"),
    "chips": lambda: _column(chips.Chip("高价值", "gold"), chips.Chip("意向"), chips.Chip("无法评级", chips.DASHED)),
    "filter": lambda: chips.FilterChip("tier", "价值分级：高价值"),
    "segments": lambda: segments.Segments([("a", "全部"), ("b", "任一")]),
    "steps": lambda: steps.StepBar(["选择范围", "数据检查", "分级规则"]),
    "shares": lambda: bars.ShareBar(SHARES),
    "no shares": bars.ShareBar,
    "meter": lambda: bars.Meter(1.2),
    "empty": lambda: empty.EmptyState("today", "今天没有任务", "盘点之后任务会出现在这里。"),
    "facts": lambda: _facts(),
    "search": lambda: inputs.search_field("搜索"),
    "header": lambda: PageHeader("客户"),
    "tabs": lambda: tab_bar(["全部", "重点客户"]),
    "icon": lambda: icon_label.IconLabel("pin", "danger"),
    "elided": lambda: labels.ElidedLabel("很长的一句话，这里放不下，要用省略号收尾"),
}
KINDS: tuple[buttons.Kind, ...] = ("secondary", "primary", "danger", "flat", "link", "icon", "segment")


def _facts() -> QWidget:
    widget = facts.KeyValues()
    widget.add("industry", "行业", "教育")
    return widget


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def show(qtbot: QtBot, widget: Any) -> Any:
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_draws_in_every_look(qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget]) -> None:
    widget = show(qtbot, make())
    light = widget.grab().toImage()
    theme.apply(qapp, "dark", 150)
    assert widget.grab().toImage() != light


def test_a_command_button_follows_its_command(qtbot: QtBot) -> None:
    action = QAction("新建客户(&N)")
    action.setObjectName("customer.new")
    button = show(qtbot, buttons.CommandButton(action, "primary"))
    assert (button.text(), button.accessibleName()) == ("新建客户", "新建客户")
    action.setEnabled(False)
    action.setToolTip("先打开台账")
    assert not button.isEnabled()
    assert button.toolTip() == "先打开台账"
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()


@pytest.mark.parametrize(
    ("text", "plain"), [("文件(&F)", "文件"), ("&File", "File"), ("打开…", "打开…"), ("R&D", "RD")]
)
def test_access_keys_are_not_shown_on_buttons(text: str, plain: str) -> None:
    assert buttons.plain_text(text) == plain


def test_segments_tell_what_was_clicked(qtbot: QtBot) -> None:
    widget = show(qtbot, segments.Segments([("all", "全部"), ("any", "任一")], "any"))
    assert widget.current == "any"
    with qtbot.waitSignal(widget.chosen) as told:
        widget.findChild(buttons.Button, "segment_all").click()
    assert told.args == ["all"]
    with qtbot.assertNotEmitted(widget.chosen):
        widget.set("any")
    assert widget.current == "any"


def test_segments_are_entered_at_the_choice_and_chosen_by_the_arrow_keys(qtbot: QtBot) -> None:
    widget = show(qtbot, segments.Segments([("all", "全部"), ("any", "任一"), ("none", "都不")], "none"))
    stops = [each for each in widget.findChildren(buttons.Button) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.objectName() for each in stops] == ["segment_none"]
    widget.activateWindow()
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    with qtbot.waitSignal(widget.chosen) as told:
        QTest.keyClick(stops[0], Qt.Key.Key_Left)
    assert told.args == ["any"]
    widget.set("all")
    assert widget.findChild(buttons.Button, "segment_all").focusPolicy() == Qt.FocusPolicy.TabFocus
    assert widget.findChild(buttons.Button, "segment_any").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_segments_keep_their_place_for_tab_whichever_is_chosen(qtbot: QtBot) -> None:
    chosen = segments.Segments([("all", "全部"), ("any", "任一")], "all")
    before, after = buttons.Button("前"), buttons.Button("后")
    holder = show(qtbot, _column(chosen, before, after))
    first, last = chosen.findChildren(buttons.Button)
    QWidget.setTabOrder(before, first)
    QWidget.setTabOrder(first, after)
    chosen.set("any")
    holder.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_only_done_steps_can_be_gone_back_to(qtbot: QtBot) -> None:
    widget = show(qtbot, steps.StepBar(["选择范围", "数据检查", "分级规则"]))
    widget.resize(600, 30)
    widget.set_current(1)
    assert widget.accessibleName() == "2/3 数据检查"
    with qtbot.assertNotEmitted(widget.chosen):
        QTest.mouseClick(widget, LEFT, pos=QPoint(widget._places()[2][0] + 10, 15))
    with qtbot.waitSignal(widget.chosen) as told:
        QTest.mouseClick(widget, LEFT, pos=QPoint(10, 15))
    assert told.args == [0]
    QTest.mouseMove(widget, QPoint(12, 15))


@pytest.mark.parametrize("way", ["click", "key"])
def test_a_filter_goes_by_mouse_and_by_key(qtbot: QtBot, way: str) -> None:
    widget = show(qtbot, chips.FilterChip("tier", "价值分级：高价值"))
    with qtbot.waitSignal(widget.removed) as told:
        if way == "click":
            QTest.mouseClick(widget, LEFT)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)
    assert told.args == ["tier"]


def test_a_share_tells_its_key_and_its_figures(qtbot: QtBot) -> None:
    widget = show(qtbot, bars.ShareBar())
    widget.set(SHARES)
    widget.resize(200, 26)
    assert widget.accessibleDescription() == "高价值 63 位，60%"
    with qtbot.waitSignal(widget.clicked) as told:
        QTest.mouseClick(widget, LEFT, pos=QPoint(10, 10))
    assert told.args == ["high"]
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(10, 10), widget.mapToGlobal(QPoint(10, 10))))
    assert QToolTip.text() == "高价值 63 位"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_who_has_no_class_looks_unlike_the_lowest_class(qtbot: QtBot, qapp: QApplication, choice: theme.Choice) -> None:
    theme.apply(qapp, choice, 100)
    widget = show(qtbot, bars.ShareBar())
    widget.set((bars.Share("general", "slate", 1, ""), bars.Share("", "dashed", 1, "")))
    widget.resize(200, 26)
    image = widget.grab().toImage()
    place = image.devicePixelRatio()
    low, none = (image.pixelColor(int(x * place), int(13 * place)) for x in (50, 150))
    assert low == QColor(theme.slot("slate").series)
    assert none == theme.color("hover")


def test_a_click_beside_the_shares_means_nothing(qtbot: QtBot) -> None:
    widget = show(qtbot, bars.ShareBar())
    with qtbot.assertNotEmitted(widget.clicked):
        QTest.mouseClick(widget, LEFT)


def test_chips_break_into_lines_and_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = flow.FlowLayout(holder)
    made = [chips.Chip(f"标签{number}") for number in range(6)]
    for chip in made:
        layout.addWidget(chip)
    show(qtbot, holder).resize(130, 200)
    qtbot.waitUntil(lambda: len({chip.y() for chip in made}) == 3)
    assert layout.heightForWidth(1000) < layout.heightForWidth(130)
    made[0].hide()
    assert layout.heightForWidth(130) == 3 * made[1].height() + 2 * layout.spacing()
    layout.clear()
    assert layout.count() == 0


def test_a_layout_tells_its_parts_in_its_order(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row = QVBoxLayout(holder), QHBoxLayout()
    first, inside, last, loose = QWidget(), QWidget(), QWidget(), QWidget(holder)
    column.addWidget(last)
    column.insertLayout(0, row)
    column.insertWidget(0, first)
    column.addStretch(1)
    row.addWidget(inside)
    assert parts(column) == [first, row, last]
    assert parts(row) == [inside]
    assert loose not in parts(column)


def test_a_wrong_field_says_why(qtbot: QtBot) -> None:
    field = show(qtbot, inputs.Field("日期"))
    field.set_wrong("「二月三十」不是日期。")
    assert (field.property("wrong"), field.toolTip()) == (True, "「二月三十」不是日期。")
    field.set_wrong("")
    assert field.property("wrong") is False


def test_escape_empties_a_search(qtbot: QtBot) -> None:
    field = show(qtbot, inputs.search_field("搜索"))
    QTest.keyClicks(field, "hdkj")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_text_without_room_is_cut_and_told_whole(qtbot: QtBot) -> None:
    widget = show(qtbot, labels.ElidedLabel("常州百川医疗器械有限公司"))
    widget.resize(60, 20)
    assert widget.toolTip() == "常州百川医疗器械有限公司"
    widget.resize(600, 20)
    assert widget.toolTip() == ""


def test_texts_of_customers_are_never_read_as_markup() -> None:
    assert labels.label("<b>甲</b>").textFormat() == Qt.TextFormat.PlainText


def test_facts_are_set_by_key(qtbot: QtBot) -> None:
    widget = show(qtbot, facts.KeyValues())
    value = widget.add("industry", "行业", "教育")
    widget.set("industry", "")
    assert value.text() == "—"
    widget.add_widget("标签", chips.Chip("意向"))
    widget.clear()
    assert not widget.findChildren(QWidget, "value_industry") or value.isHidden()


def test_a_header_has_a_way_back(qtbot: QtBot) -> None:
    header = show(qtbot, PageHeader("客户 360"))
    header.show_back("回到客户")
    header.set_subtitle("第 3 位")
    header.add_left(chips.Chip("高价值", "gold"))
    with qtbot.waitSignal(header.back):
        header.findChild(buttons.Button, "page_back").click()


def test_a_bar_and_a_card_take_what_is_put_in(qtbot: QtBot) -> None:
    clicked: list[str] = []
    bar = show(qtbot, cards.Bar("info", "正在看示例。"))
    bar.add_button("删除示例", lambda: clicked.append("delete"))
    bar.add_close(lambda: clicked.append("close"))
    for button in bar.findChildren(buttons.Button):
        button.click()
    bar.set("danger", "文件正在被别的程序写入。")
    card = show(qtbot, cards.Card())
    card.set_title("下周", "5 天")
    card.add_tool(buttons.Button("全部", "link"))
    assert clicked == ["delete", "close"]
    assert bar.text == "文件正在被别的程序写入。"
    assert card.title_label.text() == "下周"


def test_an_empty_place_offers_what_to_do(qtbot: QtBot) -> None:
    clicked: list[str] = []
    widget = show(qtbot, empty.EmptyState("customers", "还没有客户"))
    widget.add_button("导入台账", lambda: clicked.append("import"), "import").click()
    widget.add_link("看 3 分钟入门", lambda: clicked.append("guide")).click()
    widget.set("没有符合条件的客户", "试试去掉一个筛选条件。")
    assert clicked == ["import", "guide"]


def test_anything_tall_can_be_scrolled(qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumHeight(2000)
    area = show(qtbot, cards.scrolled(content))
    area.resize(300, 300)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 1500)


def test_a_release_outside_a_filter_keeps_it(qtbot: QtBot) -> None:
    widget = show(qtbot, chips.FilterChip("tier", "价值分级"))
    outside = QMouseEvent(
        QEvent.Type.MouseButtonRelease, QPointF(999, 999), QPointF(999, 999), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.assertNotEmitted(widget.removed):
        widget.mouseReleaseEvent(outside)


def test_enter_presses_a_button_in_a_page(qtbot: QtBot) -> None:
    pressed = buttons.button("去")
    qtbot.addWidget(pressed)
    with qtbot.waitSignal(pressed.clicked):
        qtbot.keyClick(pressed, Qt.Key.Key_Return)


def test_tab_stops_at_what_can_be_scrolled_and_only_there(qtbot: QtBot) -> None:
    content = QWidget()
    area = cards.scrolled(content)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    content.setMinimumHeight(500)
    qtbot.waitUntil(lambda: area.focusPolicy() == Qt.FocusPolicy.TabFocus)
