"""Item models: what is read, what is shown, what a new order keeps."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.services.errors import LedgerError
from app.ui.tables.columns import CELL_ROLE, Cell, Column, SortMark, next_sort, number_column, text_column
from app.ui.tables.list_model import ITEM_ROLE, ListModel
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.tables.window_model import WindowModel

DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True)
class Firm:
    number: int
    name: str | None
    sales: int | None


def columns() -> list[Column[Firm]]:
    return [
        text_column("name", "客户名称", lambda firm: firm.name),
        number_column(
            "sales",
            "近12月(万元)",
            lambda firm: None if firm.sales is None else f"{firm.sales:,}",
            order=lambda firm: firm.sales,
        ),
        Column("tier", "分级", lambda _firm: Cell(chips=(("高价值", "gold"), ("流失风险", "red")), tip="为什么")),
    ]


@dataclass
class CountingSource:
    """A ledger that remembers which ids were asked for."""

    asked: list[int] = field(default_factory=list)

    def fetch(self, ids: Sequence[int]) -> Mapping[int, Firm]:
        self.asked.extend(ids)
        return {number: Firm(number, f"客户{number}", number) for number in ids}


def numbers(*values: int) -> "array[int]":
    return array("q", values)


def window_model(ids: "array[int]", source: CountingSource | None = None) -> WindowModel[Firm]:
    model = WindowModel(columns(), (source or CountingSource()).fetch)
    model.set_ids(ids)
    return model


def test_all_models_are_sound(qtmodeltester: ModelTester) -> None:
    rows = RowsModel(columns(), key=lambda firm: firm.number)
    rows.set_rows([Firm(1, "甲", 3), Firm(2, None, None)])
    listed = ListModel[str]()
    listed.set_items(["甲", "乙"])
    for model in (window_model(numbers(*range(450))), rows, listed):
        qtmodeltester.check(model)


def test_reads_only_what_is_painted(qtbot: QtBot) -> None:
    source = CountingSource()
    view = TableView("t")
    qtbot.addWidget(view)
    view.set_model(window_model(array("q", range(300_000)), source))
    view.resize(500, 500)
    view.show()
    view.scrollToBottom()
    qtbot.waitUntil(lambda: 299_999 in source.asked)
    assert len(source.asked) <= 3 * WindowModel.WINDOW


def test_selecting_all_reads_nothing(qtbot: QtBot) -> None:
    source = CountingSource()
    view = TableView()
    qtbot.addWidget(view)
    view.set_model(window_model(array("q", range(100_000)), source))
    view.selectAll()
    assert source.asked == []
    assert view.selected_count() == 100_000


def test_keeps_few_windows() -> None:
    source = CountingSource()
    model = window_model(array("q", range(20_000)), source)
    for row in range(0, 20_000, 200):
        model.row_at(row)
    source.asked.clear()
    model.row_at(19_999)
    assert source.asked == []
    model.row_at(0)
    assert len(source.asked) == 200


def test_the_same_ids_in_another_order_keep_the_selection(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    model = window_model(numbers(5, 6, 7, 8))
    view.set_model(model)
    view.selectRow(1)
    kept = QPersistentModelIndex(model.index(1, 0))
    view.show_ids(numbers(8, 7, 6, 5))
    assert model.ids_in(view.selectionModel().selection()) == [6]
    assert kept.row() == 2
    assert model.index(view.currentIndex().row(), 0).data() == "客户6"


def test_other_ids_find_the_selection_again(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    model = window_model(numbers(5, 6, 7, 8))
    view.set_model(model)
    view.selectRow(1)
    last = model.index(3, 0)
    view.selectionModel().select(
        last, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    view.show_ids(numbers(1, 2, 8))
    assert model.ids_in(view.selectionModel().selection()) == [8]
    view.show_ids(numbers(1, 2))
    assert view.selected_rows() == []


@given(
    before=st.lists(st.integers(0, 30), unique=True, max_size=20),
    after=st.lists(st.integers(0, 30), unique=True, max_size=20),
    chosen=st.sets(st.integers(0, 30)),
)
def test_what_stays_selected_is_what_is_still_there(before: list[int], after: list[int], chosen: set[int]) -> None:
    view = TableView()
    model = window_model(numbers(*before))
    view.set_model(model)
    picked = QItemSelection()
    for row, number in enumerate(before):
        if number in chosen:
            picked.select(model.index(row, 0), model.index(row, 2))
    view.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.Select)
    view.show_ids(numbers(*after))
    assert model.ids_in(view.selectionModel().selection()) == [n for n in after if n in chosen and n in before]
    view.deleteLater()


def test_a_ledger_that_went_away_is_told_once(qtbot: QtBot) -> None:
    def fail(_ids: Sequence[int]) -> Mapping[int, Firm]:
        raise LedgerError("ledger.missing", file="x")

    model = WindowModel(columns(), fail)
    told: list[object] = []
    model.failed.connect(told.append)
    model.set_ids(numbers(*range(500)))
    assert [model.index(row, 0).data() for row in (0, 300, 499)] == ["", "", ""]
    assert len(told) == 1


def test_refresh_reads_anew_and_keeps_the_order() -> None:
    source = CountingSource()
    model = window_model(numbers(3, 1, 2), source)
    model.row_at(0)
    model.refresh()
    model.row_at(0)
    assert source.asked == [3, 1, 2, 3, 1, 2]
    assert [model.row_of(n) for n in (3, 2, 9)] == [0, 2, -1]


def test_cells_say_what_they_show() -> None:
    model = window_model(numbers(1234))
    assert model.index(0, 1).data() == "1,234"
    assert model.index(0, 2).data() == "高价值、流失风险"
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "分级：高价值、流失风险"
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "为什么"
    assert isinstance(model.index(0, 0).data(CELL_ROLE), Cell)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "近12月(万元)"


FIRMS = (Firm(1, "丙", 5), Firm(2, "甲", None), Firm(3, None, 9), Firm(4, "乙", 7))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([SortMark("sales")], [1, 4, 3, 2]),
        ([SortMark("sales", descending=True)], [3, 4, 1, 2]),
        ([SortMark("name")], [1, 4, 2, 3]),
        ([], [1, 2, 3, 4]),
    ],
)
def test_small_tables_sort_here_and_empty_comes_last(marks: list[SortMark], expected: list[int]) -> None:
    model = RowsModel(columns(), key=lambda firm: firm.number)
    model.set_rows(FIRMS)
    model.sort_by(marks)
    assert [firm.number for firm in model.rows()] == expected


def test_a_small_table_keeps_its_selection_when_sorted(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    model = RowsModel(columns(), key=lambda firm: firm.number)
    model.set_rows(FIRMS)
    view.set_model(model)
    view.show_row(model.row_of(3))
    model.sort_by([SortMark("sales", descending=True)])
    assert view.selected_rows() == [model.row_of(3)]


SALES, NAME = SortMark("sales", descending=True), SortMark("name")


@pytest.mark.parametrize(
    ("marks", "key", "add", "expected"),
    [
        ((), "name", False, (NAME,)),
        ((NAME,), "name", False, (SortMark("name", descending=True),)),
        ((NAME,), "sales", False, (SALES,)),
        ((NAME,), "sales", True, (NAME, SALES)),
        ((NAME, SALES), "sales", True, (NAME, SortMark("sales"))),
    ],
)
def test_a_click_sorts_and_shift_adds_a_level(
    marks: tuple[SortMark, ...], key: str, add: bool, expected: tuple[SortMark, ...]
) -> None:
    assert next_sort(marks, key, add=add, descending_first=key == "sales") == expected


def test_a_list_holds_items() -> None:
    model: ListModel[dict[str, Any]] = ListModel(text=lambda item: str(item["name"]))
    model.set_items([{"name": "甲"}])
    model.replace(0, {"name": "乙"})
    assert model.index(0, 0).data(DISPLAY) == "乙"
    assert model.index(0, 0).data(ITEM_ROLE) == {"name": "乙"}
