"""The commands of the customers page: they ask what must be asked, perform, and say what was done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.texts import fill, listed, together
from app.ui import messages
from app.ui.customers import reading
from app.ui.customers.list_area import ListArea
from app.ui.customers.reading import Removal, TagChoice

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.customers import CustomerDetail
    from app.services.history import Command
    from app.services.merging import Likely
    from app.ui.pages.page import Shell
    from app.ui.session import Session

Known = Mapping[str, Sequence[str]]


class CustomerWork(QObject):
    """Acts on the chosen customers."""

    created = Signal(int)  # a new customer to be shown
    show_customer = Signal(int)

    def __init__(self, session: "Session", shell: "Shell", page: QWidget, area: ListArea) -> None:
        super().__init__(page)
        self._session, self._shell, self._page = session, shell, page
        self._list, self._chosen = area, area.chosen
        self._last = Path()
        self._owner_for: tuple[int, ...] = ()
        self._pair = (0, 0)

    # what changes the ledger

    def perform(self, command: "Command", said: str = "") -> None:
        """Run a command; a sentence becomes a toast with 撤销."""
        job = self._session.perform(command, self)
        if said:
            job.setProperty("said", said)
            job.succeeded.connect(self._done)

    @Slot(object)
    def _done(self, _changes: object) -> None:
        job = self.sender()
        if job is not None:
            self._shell.toast_undo(str(job.property("said")))

    def edit(self, number: int, key: str, value: object, name: str) -> None:
        """One field of one customer; his name is for the name of the change."""
        from app.services.customers import EditCustomer

        self.perform(EditCustomer(number, ((key, value),), name=name))  # type: ignore[arg-type]
        if key == "name":
            self._session.read(partial(reading.likely, number, str(value)), quiet=True).then(self._likely_read)

    @Slot(object)
    def _likely_read(self, answer: "tuple[int, tuple[Likely, ...]]") -> None:
        """After a new name: who else it may be, and the way to look at both."""
        number, found = answer
        if found:
            said = fill(self.tr("改名后很像「{0}」。"), found[0].name)
            self._pair = (number, found[0].id)
            self._shell.toast(together(said, *found[0].why[:1]), self.tr("比一比"), self._look_at_pair)

    def _look_at_pair(self) -> None:
        from app.ui.duplicates.reading import MergeTarget

        self._shell.go("duplicates", MergeTarget(self._pair))

    def complete_task(self, task: int) -> None:
        from app.services.followups import CompleteTasks

        self.perform(CompleteTasks((task,)), self.tr("任务已完成。"))

    def tags(self) -> None:
        """改标签: the states are read first, then the dialog opens."""
        ids = self._chosen()
        if ids:
            self._session.read(partial(reading.tag_choice, ids)).then(self._tags_read)

    @Slot(object)
    def _tags_read(self, choice: TagChoice) -> None:
        from app.ui.customers.tag_dialog import TagDialog

        dialog = TagDialog(choice.ids, choice.states, choice.groups, self._page.window())
        if self._accepted(dialog):
            count = f"{len(choice.ids):,}"
            self.perform(dialog.command, fill(self.tr("已改 {0} 位客户的标签。"), count))

    def owner(self) -> None:
        ids = self._chosen()
        if ids:
            self._owner_for = ids
            self._session.read(reading.known_values).then(self._ask_owner)

    @Slot(object)
    def _ask_owner(self, known: Known) -> None:
        from app.ui.customers.owner_dialog import OwnerDialog

        ids = self._owner_for
        dialog = OwnerDialog(ids, known.get("owner", ()), self._page.window())
        if self._accepted(dialog):
            self.perform(dialog.command, fill(self.tr("已改 {0} 位客户的负责人。"), f"{len(ids):,}"))

    def grade(self, detail: "CustomerDetail | None") -> None:
        """手工定级 of the present customer."""
        if detail is None:
            return
        from app.services.customers import PinTier
        from app.ui.reviewing.pin_dialog import PinDialog

        today, window, row = self._session.today(), self._page.window(), detail.row
        bought = row.last_order is not None or bool(row.net_sales_life)
        dialog = PinDialog(row.name, "value", row.tier, today, None, window, bought=bought)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish()
        dialog.deleteLater()
        if accepted:
            command = PinTier(detail.row.id, wish.class_id, wish.mode, wish.reason, wish.expires_on)
            self.perform(command, self.tr("已手工定级。"))

    def ungrade(self, detail: "CustomerDetail | None") -> None:
        """Let the rule decide again."""
        from app.services.customers import UnpinTier

        if detail is not None:
            self.perform(UnpinTier(detail.row.id), self.tr("已取消手工定级。"))

    def new(self) -> None:
        self._session.read(reading.known_values).then(self._ask_new)

    @Slot(object)
    def _ask_new(self, known: Known) -> None:
        from app.ui.customers.new_dialog import NewCustomerDialog

        dialog = NewCustomerDialog(self._session, known, self._page.window())
        dialog.open_existing.connect(self.show_customer)
        if self._accepted(dialog):
            job = self._session.perform(dialog.command, self)
            job.succeeded.connect(self._created)

    @Slot(object)
    def _created(self, changes: "Changes") -> None:
        self._shell.toast_undo(self.tr("已新建客户。"))
        self.created.emit(min(changes.customers))

    def recycle(self) -> None:
        """移到回收站: what hangs on many, or on one with business, is said first."""
        ids = self._chosen()
        if ids:
            self._session.read(partial(reading.removal, ids)).then(self._removal_read)

    @Slot(object)
    def _removal_read(self, removal: Removal) -> None:
        from app.services.customers import Recycle

        count = f"{len(removal.ids):,}"
        if len(removal.ids) > 1:
            text = fill(self.tr("把 {0} 位客户移到回收站？"), count)
            detail = f"{self._hanging(removal)}\n{self.tr('30 天内可以放回，也可以马上撤销。')}"
            if not messages.confirm(self._page.window(), text, self.tr("移走"), detail):
                return
        said = fill(self.tr("已移走 {0} 位客户。"), count)
        self.perform(Recycle(removal.ids), f"{said}{self._hanging(removal)}")

    def _hanging(self, removal: Removal) -> str:
        """「同时移走 9 笔交易、14 条跟进」, empty when nothing hangs on them."""
        hanging = removal.hanging
        parts = []
        if hanging.orders:
            parts.append(fill(self.tr("{0} 笔交易"), f"{hanging.orders:,}"))
        if hanging.contacts:
            parts.append(fill(self.tr("{0} 条跟进"), f"{hanging.contacts:,}"))
        if hanging.tasks:
            parts.append(fill(self.tr("{0} 个任务"), f"{hanging.tasks:,}"))
        return self.tr("同时移走 {0}。").format(listed(parts)) if parts else ""

    def restore(self) -> None:
        from app.services.customers import Restore

        ids = self._chosen()
        if ids:
            self.perform(Restore(ids), fill(self.tr("已放回 {0} 位客户。"), f"{len(ids):,}"))

    def purge(self) -> None:
        from app.services.customers import Purge

        ids = self._chosen()
        text = fill(self.tr("彻底删除 {0} 位客户？"), f"{len(ids):,}")
        detail = self.tr("他们的交易、跟进和任务一起删掉，导入过的原始行保留。还可以撤销。")
        if ids and messages.confirm(self._page.window(), text, self.tr("彻底删除"), detail, danger=True):
            self.perform(Purge(ids), fill(self.tr("已彻底删除 {0} 位客户。"), f"{len(ids):,}"))

    def purge_expired(self, today: date) -> None:
        """Who has been in the bin for 30 days leaves it; asked once when the page is first shown."""
        self._session.read(partial(reading.expired, today), quiet=True).then(self._expired_read)

    @Slot(object)
    def _expired_read(self, ids: tuple[int, ...]) -> None:
        from app.services.customers import Purge

        if ids:
            self.perform(Purge(ids), fill(self.tr("回收站里满 30 天的 {0} 位客户已清掉。"), f"{len(ids):,}"))

    def log(self, detail: "CustomerDetail | None") -> None:
        """记录跟进 with the present customer."""
        if detail is None:
            return
        from app.ui.tasks.log_dialog import LogDialog, LogStart

        start = LogStart(detail.row.id, detail.row.name)
        dialog = LogDialog(self._session, start, self._session.today(), self._page.window())
        command = dialog.command() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if command is not None:
            self.perform(command, self.tr("已记录。"))

    # files

    def export_view(self) -> None:
        """导出当前表格: what is shown, in its order."""
        file = self._target(self.tr("导出当前表格"), self.tr("客户"))
        if file:
            self._write(partial(reading.export_view, self._list.ids, self._list.watched(), Path(file), ""))

    def export_twelve(self) -> None:
        """导出客户管理清单: the twelve columns."""
        file = self._target(self.tr("导出客户管理清单"), self.tr("客户管理清单"))
        if file:
            self._write(partial(reading.export_twelve, self._list.ids, Path(file)))

    def open_in_excel(self) -> None:
        """A temporary copy, opened by whatever opens workbooks here."""
        job = self._session.compute(
            partial(reading.temporary_copy, self._list.ids, self._list.watched(), self._name(self.tr("客户")))
        )
        self._shell.show_progress(job, self.tr("正在写 Excel 文件"))
        job.then(self._open)

    def _target(self, title: str, kind: str) -> str:
        return messages.save_file(self._page.window(), title, self._name(kind), messages.EXCEL)

    def _name(self, kind: str) -> str:
        return f"{kind}_{self._session.name}_{self._session.today().isoformat()}.xlsx"

    def _write(self, call: Callable[..., Path]) -> None:
        job = self._session.compute(call)
        self._shell.show_progress(job, self.tr("正在导出"))
        job.then(self._written)

    @Slot(object)
    def _written(self, file: Path) -> None:
        self._last = file
        self._shell.toast(self.tr("已导出到「{0}」。").format(file.name), self.tr("打开"), self._open_last)

    def _open_last(self) -> None:
        self._open(self._last)

    @Slot(object)
    def _open(self, file: Path) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    # dialogs

    @staticmethod
    def _accepted(dialog: QDialog) -> bool:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return bool(accepted)
