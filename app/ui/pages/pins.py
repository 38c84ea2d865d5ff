"""手工定级: every class set by hand, those first that have run out or that the rules contradict."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.filters import CustomerFilter, Picked
from app.services.schemes import class_label
from app.services.workdays import add_months
from app.texts import fill, translate
from app.ui import theme
from app.ui.frame.window_commands import run
from app.ui.pages.page import Page, Shell
from app.ui.reviewing.pin_dialog import MONTHS, PinDialog, pin_words
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.copying import Copier, rows_at_hand
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button, grey
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.services.changes import Changes
    from app.services.history import Command
    from app.services.reviews.pins import Pin
    from app.ui.session import Session

WAITING, ALL = "waiting", "all"
MENU = ("edit.copy", "edit.copy_with_header", "edit.delete")


class PinsPage(Page):
    """Enter changes the pin one stands on, Delete lifts those that are chosen."""

    key: ClassVar[str] = "pins"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._pins: tuple[Pin, ...] = ()
        self._told = ""
        self.header.show_back()
        self._which = Segments(((WAITING, self.tr("要处理的")), (ALL, self.tr("全部"))))
        self._which.setObjectName("pins_which")
        self._which.chosen.connect(self._show)
        self._open = button(self.tr("在客户列表里看"), slot=self._list_customers)
        self._lift = button(self.tr("取消手工定级"), slot=self._lift_chosen)
        self._change = button(self.tr("修改…"), slot=self._change_current)
        self._prolong = button(fill(self.tr("延长 {0} 个月"), MONTHS), "primary", slot=self._prolong_chosen)
        for name, each in (("open", self._open), ("lift", self._lift), ("change", self._change)):
            each.setObjectName(f"pins_{name}")
        self._prolong.setObjectName("pins_prolong")
        for tool in (self._which, self._open, self._lift, self._change, self._prolong):
            self.header.add(tool)
        self._model: RowsModel[Pin] = RowsModel(self._columns(), key=_key, parent=self)
        self.table = TableView("pins")
        self.table.setAccessibleName(self.tr("手工定级"))
        self.table.setProperty("inCard", True)
        self.table.set_model(self._model)
        self.table.header.setStretchLastSection(True)
        self.table.header.sort_asked.connect(self._model.turn_sort)
        self.table.rows_selected.connect(self._selected)
        self.table.activated_row.connect(self._activated)
        actions = shell.actions_table
        self.table.addActions([actions.action(each) for each in MENU if each in actions])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copier = Copier(self.table, session.compute, rows_at_hand(self._model))
        self._copier.said.connect(self.said)
        self._empty = EmptyState("pin", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content())
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        session.past.changed.connect(self._selected)
        self._selected()

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        hint = self.tr("到期的已经按规则分级，延长或修改后重新生效；和规则不一致的仍按手工的算。每一步都可以撤销。")
        column.addWidget(label(hint, "secondary", wrap=True))
        card = Card()
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        return content

    def _columns(self) -> "tuple[Column[Pin], ...]":
        return (
            text_column("name", self.tr("客户"), _name, 180),
            Column("pin", self.tr("手工定级"), _pinned, 150, sortable=False),
            Column("computed", self.tr("规则结果"), _computed, 110, sortable=False),
            Column("state", self.tr("状态"), self._state, 176, order=_state_key),
            text_column("until", self.tr("到期"), self._until, 104),
            text_column("reason", self.tr("原因"), _reason, 220),
            text_column("by", self.tr("谁定的"), _by, 90),
            text_column("set", self.tr("定于"), _set, 104),
            text_column("owner", self.tr("负责人"), _owner, 90),
        )

    def _state(self, row: "Pin") -> Cell:
        if row.state == "overdue":
            return Cell(fill(translate("Pins", "已到期 {0} 天"), row.days_over), ink="danger", mark="warning")
        if row.state == "against":
            return Cell(self.tr("和规则不一致"), ink="warn")
        return Cell(self.tr("有效"))

    def _until(self, row: "Pin") -> str:
        return self.tr("不限期") if row.wish.expires_on.year == FOREVER else row.wish.expires_on.isoformat()

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "review.pins": self._show_waiting,
            "edit.copy": self._copier.copy,
            "edit.copy_with_header": self._copy_with_header,
            "edit.select_all": self.table.selectAll,
            "edit.delete": self._lift_chosen,
        }

    def unavailable(self, command: str) -> str:
        if command in ("review.pins", "edit.select_all"):
            return ""
        return "" if self.table.any_selected else self.tr("先选一行")

    def activate(self, target: object = None) -> None:
        self._read()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: "Changes") -> None:
        if changes.many or changes.tiers or changes.details or changes.lines or changes.reviews or changes.settings:
            self._read()

    # reading

    def _read(self) -> None:
        self.session.read(partial(_listed, self.session.today())).then(self._loaded)

    @Slot(object)
    def _loaded(self, found: "tuple[Pin, ...]") -> None:
        self._pins = found
        self._show()

    @Slot()
    def _show_waiting(self) -> None:
        self._which.set(WAITING)
        self._read()

    @Slot()
    def _show(self) -> None:
        waiting = [each for each in self._pins if each.wants_a_word]
        rows = waiting if self._which.current == WAITING else list(self._pins)
        self._model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            fine = self.tr("没有到期的手工定级，也没有和规则不一致的。")
            none = self.tr("在盘点里按 P，或在客户列表按 Ctrl+G，可以把一位客户固定在某一档。")
            self._empty.set(
                self.tr("没有要处理的手工定级") if self._pins else self.tr("还没有手工定级"),
                fine if self._pins else none,
            )
        elif not self.table.any_selected:
            self.table.selectRow(0)
        told = translate("Pins", "{0} 个，要处理的 {1} 个") if waiting else translate("Pins", "{0} 个")
        self.header.set_subtitle(fill(told, len(self._pins), len(waiting)) if self._pins else "")
        self.said.emit(fill(translate("Pins", "共 {0} 个手工定级"), len(self._pins)) if self._pins else "")
        self._selected()

    @Slot()
    def _copy_with_header(self) -> None:
        self._copier.copy(header=True)

    # acting

    def _chosen(self) -> "list[Pin]":
        found = (self._model.row_at(row) for row in self.table.selected_rows())
        return [each for each in found if each is not None]

    @Slot()
    def _selected(self) -> None:
        count = self.table.selected_count() if self.table.any_selected else 0
        first = "" if count else self.tr("先选一行")
        why_not = self.session.past.why_not or first
        self._open.setEnabled(count > 0)
        for each in (self._lift, self._prolong):
            grey(each, why_not)
        grey(self._change, why_not or ("" if count == 1 else self.tr("一次改一行")))
        self.commands_changed.emit()

    @Slot()
    def _prolong_chosen(self) -> None:
        """Three months from today: what has run out counts again."""
        from app.services.reviews.pins import ProlongPins, ending_before

        until = add_months(self.session.today(), MONTHS)
        chosen = self._chosen()
        ids = ending_before(chosen, until)
        if chosen and not ids:
            self.shell.toast(translate("Pins", "选中的手工定级到 {0} 都还有效，不用延长。").format(until.isoformat()))
        elif ids:
            text = fill(translate("Pins", "已延长 {0} 个手工定级到 {1}。"), len(ids), until.isoformat())
            self._perform(ProlongPins(ids, until), text)

    @Slot()
    def _lift_chosen(self) -> None:
        from app.services.reviews.pins import LiftPins

        ids = tuple(each.id for each in self._chosen())
        if ids:
            text = fill(translate("Pins", "已取消 {0} 个手工定级，按规则分级。"), len(ids))
            self._perform(LiftPins(ids), text)

    @Slot()
    def _change_current(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0].spec is not None and not self.session.past.why_not:
            row, spec = chosen[0], chosen[0].spec
            dialog = PinDialog(
                row.name, spec, row.wish.class_id, self.session.today(), row.wish, self.window(), bought=row.bought
            )
            dialog.setProperty("pin", row.id)
            dialog.accepted.connect(self._changed)
            run(dialog)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _changed(self) -> None:
        from app.services.reviews.pins import ChangePin

        dialog = self.sender()
        if isinstance(dialog, PinDialog):
            number = int(dialog.property("pin"))
            self._perform(ChangePin(number, dialog.wish()), self.tr("已修改手工定级。"))

    @Slot(int)
    def _activated(self, _row: int) -> None:
        self._change_current()

    def _perform(self, command: "Command", text: str) -> None:
        self._told = text
        self.session.perform(command).succeeded.connect(self._done)

    @Slot(object)
    def _done(self, _changes: object) -> None:
        self.shell.toast_undo(self._told)

    @Slot()
    def _list_customers(self) -> None:
        ids = tuple(each.customer_id for each in self._chosen())
        self.shell.go("customers", CustomerFilter(picked=Picked(self.title(), ids)))


FOREVER = 9999


def _listed(today: "date", connection: "Connection") -> "tuple[Pin, ...]":
    from app.services.reviews.pins import pins

    return pins(connection, today)


def _key(row: "Pin") -> int:
    return row.id


def _name(row: "Pin") -> str:
    return row.name


def _pinned(row: "Pin") -> Cell:
    if row.spec is None:
        return Cell(row.wish.class_id, mark="pin")
    found = row.spec.find(row.wish.class_id)
    words = pin_words(row.spec, row.wish)
    return Cell(None, chips=((words, found.slot if found else ""),), mark="pin")


def _computed(row: "Pin") -> Cell:
    if row.spec is None or row.computed is None:
        return Cell(None)
    found = row.spec.find(row.computed)
    return Cell(None, chips=((class_label(row.spec, row.computed), found.slot if found else ""),))


def _state_key(row: "Pin") -> tuple[str, int]:
    return row.state, -row.days_over


def _reason(row: "Pin") -> str:
    return row.wish.reason


def _by(row: "Pin") -> str:
    return row.set_by


def _set(row: "Pin") -> str:
    return row.set_at.date().isoformat()


def _owner(row: "Pin") -> str:
    return row.owner
