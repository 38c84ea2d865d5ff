"""The first screen: three ways to begin, where data stays, and a way back when a ledger does not open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.texts import fill
from app.ui import messages, theme
from app.ui.frame.ledgers import free_name
from app.ui.frame.status import moment_text
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.widgets.buttons import Button, CommandButton, button
from app.ui.widgets.cards import Bar, Card, scrolled
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

RECENT_SHOWN = 4


@dataclass(frozen=True)
class Trouble:
    """A ledger that did not open: its file, what to say, and the newest good backup if there is one."""

    ledger: Path
    text: str
    backup: Path | None = None
    made_at: datetime | None = None
    customers: int = 0


class WelcomePage(Page):
    """Target of `activate`: a Trouble, or None."""

    key: ClassVar[str] = "welcome"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self.header.hide()
        self._trouble: Trouble | None = None
        self._bar = Bar("danger")
        self._bar.setObjectName("welcome_trouble")
        self._restore = button(self.tr("恢复这份备份"), "link", slot=self._restore_asked)
        self._restore.setObjectName("welcome_restore")
        self._bar.add(self._restore)
        self._bar.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(theme.px(12))
        column.addStretch(3)
        column.addWidget(label(self.tr("从一份台账开始盘点"), "hero"), 0, Qt.AlignmentFlag.AlignHCenter)
        promise = label(self.tr("所有数据只存在这台电脑上，不需要联网，也不需要注册。"), "secondary")
        column.addWidget(promise, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(8))
        column.addLayout(self._cards())
        column.addSpacing(theme.px(8))
        hint = label(self.tr("也可以把 Excel 文件直接拖到这个窗口，或复制表格后按 Ctrl+V。"), "secondary")
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._links())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        column.addStretch(4)
        self.body.addWidget(self._bar)
        self.body.addWidget(scrolled(content), 1)

    def activate(self, target: object = None) -> None:
        self._trouble = target if isinstance(target, Trouble) else None
        self._show_trouble()
        self._show_recent()
        self.said.emit(self.tr("还没有客户") if not self.session.is_open else "")

    def take_focus(self) -> None:
        """The keyboard stands on what nearly everybody comes for."""
        likely = self.findChild(Button, "welcome_import")
        if likely is None:
            super().take_focus()
        else:
            likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"edit.paste": self._paste}

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addStretch(1)
        formats = self.tr("支持 .xlsx、.xls 和 .csv，WPS 保存的也可以。不会改动你的原文件。")
        sample = self.tr("约 300 位虚构客户、两年交易和跟进，随时可以整本删除。")
        blank = self.tr("自己一条条录入，以后也可以再导入。")
        for icon, title, text, each in (
            ("excel", self.tr("导入我的 Excel"), formats, self._import_button()),
            ("flask", self.tr("打开示例台账"), sample, self._command("help.sample", self.tr("打开示例"))),
            ("notebook", self.tr("建一本空白台账"), blank, self._command("file.new", self.tr("新建"))),
        ):
            if each is not None:
                row.addWidget(_card(icon, title, text, each), 6)
        row.addStretch(1)
        return row

    def _import_button(self) -> Button | None:
        if "page.importing" not in self.shell.actions_table:
            return None
        each = button(self.tr("选择文件…"), "primary", slot=self._import_asked)
        each.setObjectName("welcome_import")
        return each

    def _command(self, command: str, text: str) -> Button | None:
        table = self.shell.actions_table
        return CommandButton(table.action(command), "secondary", "", text) if command in table else None

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        table = self.shell.actions_table
        from_backup = button(self.tr("从备份恢复"), "link", "history", self._from_backup)
        from_backup.setObjectName("welcome_from_backup")
        row.addWidget(from_backup)
        for command, icon, text in (
            ("file.open", "folder", self.tr("打开已有台账…")),
            ("help.start", "play", self.tr("看 3 分钟入门")),
            ("file.template", "download", self.tr("空白模板…")),
        ):
            if command in table:
                row.addWidget(CommandButton(table.action(command), "link", icon, text))
        row.addStretch(1)
        return row

    def _show_recent(self) -> None:
        empty(self._recent)
        present = str(self.session.path or "")
        shown = [each for each in self.shell.preferences.value.recent if each != present][:RECENT_SHOWN]
        if shown:
            title = label(self.tr("最近打开"), "label")
            self._recent.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        for each in shown:
            link = Button(Path(each).stem, "link", "ledger")
            link.setToolTip(each)
            link.setProperty("ledger", each)
            link.clicked.connect(self._recent_clicked)
            self._recent.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_trouble(self) -> None:
        trouble = self._trouble
        self._bar.setVisible(trouble is not None)
        if trouble is None:
            return
        text = trouble.text
        if trouble.made_at is not None:
            good = self.tr("最近一次完好的备份是{0}，包含 {1} 位客户。")
            text += fill(good, moment_text(trouble.made_at), f"{trouble.customers:,}")
        self._bar.set("danger", text)
        self._restore.setVisible(trouble.backup is not None)

    @Slot()
    def _paste(self) -> None:
        """Cells copied in a spreadsheet, or files copied in the file manager, begin a ledger."""
        from app.ui.importing import clipboard

        files = clipboard.files()
        if files:
            self.shell.import_files(tuple(map(str, files)))
        else:
            self.shell.toast(clipboard.nothing())

    @Slot()
    def _import_asked(self) -> None:
        self.shell.import_files(())

    @Slot()
    def _recent_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.shell.open_ledger(str(sender.property("ledger")))

    @Slot()
    def _from_backup(self) -> None:
        """A backup file becomes a ledger of its own; nothing that is there is written over."""
        file = messages.open_file(self, self.tr("选择备份文件"), messages.LEDGERS)
        if file:
            name = Path(file).stem.split("_")[0]
            job = self.session.restore(Path(file), free_name(name))
            self.shell.show_progress(job, self.tr("正在恢复备份"))

    @Slot()
    def _restore_asked(self) -> None:
        trouble = self._trouble
        if trouble is not None and trouble.backup is not None:
            job = self.session.restore(trouble.backup, trouble.ledger)
            self.shell.show_progress(job, self.tr("正在恢复备份"))


def find_backup(ledger: Path, text: str, _work: object = None) -> Trouble:
    """What to offer for a ledger that does not open."""
    from app.services import backup

    found = backup.newest_sound(ledger)
    if found is None:
        return Trouble(ledger, text)
    newest, checked = found
    return Trouble(ledger, text, newest.path, newest.made_at, checked.customers)


def trouble_finder(ledger: Path, text: str) -> "partial[Trouble]":
    """The call that looks for a good backup, for a job."""
    return partial(find_backup, ledger, text)


def _card(icon: str, title: str, text: str, each: Button) -> Card:
    card = Card()
    card.setMinimumSize(theme.px(190), theme.px(228))
    card.setMaximumWidth(theme.px(300))
    card.body.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
    card.body.addWidget(IconLabel(icon, "accent", 28))
    card.body.addSpacing(theme.px(4))
    card.body.addWidget(label(title, "section"))
    about = label(text, "secondary", wrap=True)
    card.body.addWidget(about)
    card.body.addStretch(1)
    card.body.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
    about.setAccessibleName(f"{title} {text}")
    return card
