"""疑似重复: the queue of pairs, side by side, each answer by a yes, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services.customers import NewCustomer, Person
from app.services.merging import DIFFERENT, JudgePair, queue
from app.services.progress import WorkContext
from app.ui.duplicates.reading import MergeTarget
from app.ui.frame import badge
from app.ui.frame.badge import DuplicatesBadge
from app.ui.main_window import MainWindow
from app.ui.pages.customers import CustomersPage
from app.ui.pages.duplicates import DuplicatesPage
from app.ui.preferences import Preferences
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder

PAIRS = (
    ("杭州华强电子科技有限公司", "华强电子科技", "13800000001"),
    ("苏州恒泰装备制造有限公司", "苏州恒太装备制造有限公司", "13900000002"),
)


@pytest.fixture
def filled(opened: Session) -> Session:
    """Two pairs of one firm each, and a firm with its branch."""
    for first, second, phone in PAIRS:
        for name, region in ((first, "华东"), (second, "浙江")):
            values = (("name", name), ("region", region), ("note", f"{name}的备注"))
            opened.context.run(NewCustomer(values, Person("周经理", phone=phone)))
    for name in ("上海远景商贸有限公司", "上海远景商贸有限公司徐汇分公司"):
        opened.context.run(NewCustomer((("name", name),)))
    return opened


@pytest.fixture
def page(qtbot: QtBot, filled: Session, shell: ShellRecorder) -> DuplicatesPage:
    result = DuplicatesPage(filled, shell)
    filled.changed.connect(lambda changes, _initiator: result.refresh(changes))
    qtbot.addWidget(result)
    result.resize(1200, 700)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: len(listed(result)) == 3 and shown(result) != [])
    return result


def listed(page: DuplicatesPage) -> list[tuple[str, str]]:
    return [(pair.first_name, pair.second_name) for pair in page.list.pairs.rows()]


def shown(page: DuplicatesPage) -> list[str]:
    return [side.name for side in page.card.comparison.sides] if page.card.comparison is not None else []


def show(qtbot: QtBot, page: DuplicatesPage, name: str) -> None:
    """Go to the pair one of whom bears the name."""
    row = next(place for place, pair in enumerate(listed(page)) if name in pair)
    page.list.show_row(row)
    qtbot.waitUntil(lambda: name in shown(page))


def push(page: DuplicatesPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    assert found.isVisible()
    assert found.isEnabled()
    found.click()


def rows(session: Session, sql: str) -> list[tuple[object, ...]]:
    with session.context.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def test_a_pair_is_shown_with_why_and_what_differs(qtbot: QtBot, page: DuplicatesPage) -> None:
    show(qtbot, page, "华强电子科技")
    why = page.card.findChild(QLabel, "compare_why")
    assert why is not None
    assert "电话相同：13800000001。" in why.text()
    assert page.card.findChild(QLabel, "differs_region") is not None
    assert dict(page.card.choices())["note"] == "both"


def test_merging_takes_the_chosen_values_and_the_pair_off_the_list(
    qtbot: QtBot, page: DuplicatesPage, shell: ShellRecorder, filled: Session
) -> None:
    show(qtbot, page, "华强电子科技")
    comparison = page.card.comparison
    assert comparison is not None
    keep, other = (side.id for side in comparison.sides)
    page.card.choose("region", other)
    page.card.choose("name", other)
    wanted = comparison.sides[1].name
    push(page, "merge_pair")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    assert rows(filled, f"SELECT name, region FROM customer WHERE id = {keep}") == [
        (wanted, "浙江" if wanted == "华强电子科技" else "华东")
    ]
    assert len(shell.toasts) == 1
    filled.undo()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)


def test_what_is_merged_is_never_the_pair_before(qtbot: QtBot, page: DuplicatesPage, filled: Session) -> None:
    """The comparison of the next pair takes a moment; until then there is nothing to say yes to."""
    page.list.show_row(0)
    qtbot.waitUntil(lambda: set(shown(page)) == set(listed(page)[0]))
    page.list.show_row(1)
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: set(shown(page)) == set(listed(page)[1]))
    assert rows(filled, "SELECT COUNT(*) FROM customer_merge") == [(0,)]
    merge = page.findChild(QPushButton, "merge_pair")
    assert merge is not None
    assert merge.isEnabled()
    page.activate(MergeTarget((98, 99)))
    assert not merge.isEnabled()


def test_the_other_one_can_be_kept(qtbot: QtBot, page: DuplicatesPage) -> None:
    show(qtbot, page, "华强电子科技")
    second = page.card.comparison.sides[1] if page.card.comparison else None
    assert second is not None
    push(page, f"keep_{second.id}")
    qtbot.waitUntil(lambda: shown(page)[:1] == [second.name])


def test_different_firms_are_not_shown_again(qtbot: QtBot, page: DuplicatesPage, filled: Session) -> None:
    show(qtbot, page, "华强电子科技")
    push(page, "different_pair")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    with qtbot.waitSignal(page.list.pairs.modelReset):
        push(page, "search_again")
    assert all("华强电子科技" not in pair for pair in listed(page))
    filled.undo()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)


def test_a_branch_hangs_on_the_firm_that_was_named(
    qtbot: QtBot, page: DuplicatesPage, said: Recorder, filled: Session
) -> None:
    show(qtbot, page, "上海远景商贸有限公司徐汇分公司")
    pair = page.list.current
    assert pair is not None
    parent = "first" if "分公司" in pair.second_name else "second"
    said.answers.append(parent)
    push(page, "branch_pair")
    assert said.asked[-1].safe == parent, "the answer that Enter gives"
    assert said.asked[-1].detail.startswith("按名称看是「上海远景商贸有限公司」。")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    sql = "SELECT p.name, c.name FROM customer c JOIN customer p ON p.id = c.parent_id"
    assert rows(filled, sql) == [("上海远景商贸有限公司", "上海远景商贸有限公司徐汇分公司")]


def test_the_keyboard_alone_answers(qtbot: QtBot, page: DuplicatesPage, filled: Session) -> None:
    page.list.setFocus()
    page.list.show_row(0)
    before = listed(page)
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    assert page.list.currentIndex().row() == 1
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert page.list.currentIndex().row() == 0
    qtbot.keyClick(page.list, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: listed(page) == before[1:])
    qtbot.waitUntil(lambda: set(shown(page)) == set(before[1]))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert rows(filled, "SELECT COUNT(*) FROM customer_merge") == [(0,)]
    qtbot.keyClick(page.list, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: listed(page) == before[2:])
    assert rows(filled, "SELECT COUNT(*) FROM name_pair WHERE verdict = 'different'") == [(1,)]


def test_chosen_pairs_are_merged_together_after_a_yes_and_doubtful_ones_stay(
    qtbot: QtBot, page: DuplicatesPage, said: Recorder, filled: Session
) -> None:
    page.list.selectAll()
    said.answers += ["", "yes"]
    push(page, "merge_chosen")
    assert rows(filled, "SELECT COUNT(*) FROM customer_merge") == [(0,)]
    push(page, "merge_chosen")
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    assert rows(filled, "SELECT COUNT(*) FROM customer_merge") == [(2,)]
    assert "分公司" in "".join(listed(page)[0])
    filled.undo()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)


def test_the_likely_answer_stands_out_and_takes_the_focus(qtbot: QtBot, page: DuplicatesPage) -> None:
    verbs = {name: page.findChild(QPushButton, name) for name in ("merge_pair", "branch_pair")}
    for likely, shown_name in (("branch_pair", "上海远景商贸有限公司徐汇分公司"), ("merge_pair", "华强电子科技")):
        show(qtbot, page, shown_name)
        assert [name for name, each in verbs.items() if each and each.property("kind") == "primary"] == [likely]
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
        assert page.focusWidget() is verbs[likely]


def test_a_merge_changes_the_other_pairs_of_who_took_over(qtbot: QtBot, page: DuplicatesPage, filled: Session) -> None:
    values = (("name", "华强电子科技集团"),)
    filled.perform(NewCustomer(values, Person("周经理", phone="13800000001")))
    qtbot.waitUntil(lambda: sum("华强电子科技集团" in pair for pair in listed(page)) == 2)
    row = next(n for n, pair in enumerate(listed(page)) if {*pair} == {"杭州华强电子科技有限公司", "华强电子科技"})
    page.list.show_row(row)
    qtbot.waitUntil(lambda: {*shown(page)} == {"杭州华强电子科技有限公司", "华强电子科技"})
    comparison = page.card.comparison
    assert comparison is not None
    other = comparison.sides[1]
    page.card.choose("name", other.id)
    push(page, "merge_pair")
    qtbot.waitUntil(lambda: {*listed(page)[0]} == {"华强电子科技集团", other.name})


def test_the_merged_ones_are_counted_where_they_are_listed(qtbot: QtBot, page: DuplicatesPage) -> None:
    show(qtbot, page, "华强电子科技")
    push(page, "merge_pair")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    push(page, "segment_past")
    qtbot.waitUntil(lambda: "1 位" in [each.text() for each in page.findChildren(QLabel, "page_subtitle")])


def test_a_merge_can_be_parted_later_from_the_list_of_the_past(
    qtbot: QtBot, page: DuplicatesPage, said: Recorder, shell: ShellRecorder, filled: Session
) -> None:
    show(qtbot, page, "华强电子科技")
    push(page, "merge_pair")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    past = page.findChild(QPushButton, "segment_past")
    assert past is not None
    past.click()
    said.answers.append("yes")
    qtbot.waitUntil(lambda: page.past.table.model().rowCount() == 1)
    push(page, "split_merge")
    qtbot.waitUntil(lambda: page.past.table.model().rowCount() == 0)
    assert rows(filled, "SELECT COUNT(*) FROM customer WHERE merged_into IS NOT NULL") == [(0,)]
    qtbot.waitUntil(lambda: shell.toasts[-1:] == ["已拆开，合并时搬走的都还回去了。"])


def test_where_nobody_is_kept_twice_it_says_so(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = DuplicatesPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: "没有疑似重复的客户" in [each.text() for each in page.findChildren(QLabel, "empty_text")])


def test_customers_chosen_in_the_list_are_merged_and_the_kept_one_is_shown(
    qtbot: QtBot, window: MainWindow, filled: Session
) -> None:
    window.go("customers")
    page = window.page
    assert isinstance(page, CustomersPage)
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() == 9)
    page.list.table.selectAll()
    window.actions_table.action("customer.merge").trigger()
    assert window.findChild(DuplicatesPage) is None  # nine are too many side by side
    window.go("duplicates", MergeTarget(page.list.chosen()[:3]))
    merging = window.findChild(DuplicatesPage)
    assert merging is not None
    qtbot.waitUntil(lambda: len(shown(merging)) == 3)
    push(merging, "merge_pair")
    qtbot.waitUntil(lambda: window.page is page)
    page.list.table.selectRow(0)
    assert page.unavailable("customer.merge")
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() == 7)


def test_the_menu_says_how_many_pairs_wait(
    qtbot: QtBot, filled: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(badge, "QUIET", 20)
    window = MainWindow(filled, preferences)
    qtbot.addWidget(window)
    action = window.actions_table.action("customer.duplicates")
    counting = DuplicatesBadge(filled, window.actions_table, window)
    counting.count()
    qtbot.waitUntil(lambda: "3 组" in action.text())
    with filled.context.reading() as connection:
        pair = next(iter(queue(connection, WorkContext()).pairs))
    filled.perform(JudgePair(*pair.ids, DIFFERENT))
    qtbot.waitUntil(lambda: "2 组" in action.text())  # by itself, after a moment
    filled.close_ledger()
    qtbot.waitUntil(lambda: "组" not in action.text())
