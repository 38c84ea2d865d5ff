"""The commands that belong to no page: ledgers, undo, text editing, look, help."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.services.errors import AppError
from app.services.program_settings import SIZES
from app.texts import translate
from app.ui import messages
from app.ui.frame.ledgers import ask_new, ask_open

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from app.ui.main_window import MainWindow

EDITABLE = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractItemView")
LEDGER_COMMANDS = ("tools.tags", "view.as_of")
TEXT_COMMANDS = ("edit.cut", "edit.copy", "edit.paste", "edit.select_all")


class WindowCommands(QObject):
    """Handlers by command id, and why one cannot run now."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._handlers: Mapping[str, Callable[[], None]] = {
            "file.new": self._new,
            "file.open": self._open,
            "help.sample": self._sample,
            "file.template": self._template,
            "file.quit": self._quit,
            "edit.undo": self._window.undo,
            "edit.redo": self._window.redo,
            "edit.cut": self._cut,
            "edit.copy": self._copy,
            "edit.paste": self._paste,
            "edit.select_all": self._select_all,
            "view.palette": self._palette,
            "view.as_of": self._as_of,
            "view.today": self._window.session.past.come_back,
            "view.theme.system": self._theme_system,
            "view.theme.light": self._theme_light,
            "view.theme.dark": self._theme_dark,
            "view.larger": self._larger,
            "view.smaller": self._smaller,
            "view.normal_size": self._normal_size,
            "view.full_screen": self._full_screen,
            "view.next_pane": self._next_pane,
            "tools.tags": self._tags,
            "help.start": self._guide,
            "help.keys": self._keys,
            "help.folder": self._folder,
            "help.diagnostics": self._diagnostics,
            "help.about": self._about,
        }

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return self._handlers

    def unavailable(self, command: str) -> str:
        """Why a command of the window cannot run now; empty when it can."""
        operations = self._window.session.operations
        if command == "edit.undo" and not operations.undo_text:
            return translate("WindowCommands", "没有可以撤销的操作")
        if command == "edit.redo" and not operations.redo_text:
            return translate("WindowCommands", "没有可以重做的操作")
        if command in LEDGER_COMMANDS and not self._window.session.is_open:
            return translate("WindowCommands", "先打开或新建一本台账")
        if command == "view.today" and self._window.session.past.day is None:
            return translate("WindowCommands", "看的就是今天")
        size = self._window.preferences.value.size
        if command == "view.larger" and size >= SIZES[-1]:
            return translate("WindowCommands", "已经是最大")
        if command == "view.smaller" and size <= SIZES[0]:
            return translate("WindowCommands", "已经是最小")
        if command in TEXT_COMMANDS and not self._editable():
            return translate("WindowCommands", "先把光标放进可以编辑的地方")
        return ""

    # ledgers

    @Slot()
    def _new(self) -> None:
        path = ask_new(self._window)
        if path is not None:
            self._window.ledgers.create(path)

    @Slot()
    def _open(self) -> None:
        path = ask_open(self._window)
        if path is not None:
            self._window.open_ledger(str(path))

    @Slot()
    def _sample(self) -> None:
        self._window.ledgers.open_sample()

    @Slot()
    def _template(self) -> None:
        """The twelve headings to fill in, saved where the user says, opened from the toast."""
        from app.services import blank_list

        title = translate("WindowCommands", "保存空白模板")
        file = messages.save_file(self._window, title, blank_list.file_name(), messages.EXCEL)
        if not file:
            return
        path = Path(file).with_suffix(".xlsx")
        try:
            blank_list.write_blank(path)
        except AppError as error:
            self._window.show_error(error)
            return
        said = translate("WindowCommands", "已保存「{0}」。填好后拖进窗口就能导入。").format(path.name)
        self._window.toast(said, translate("WindowCommands", "打开"), partial(open_in_system, path))

    @Slot()
    def _quit(self) -> None:
        self._window.close()

    # editing

    @Slot()
    def _cut(self) -> None:
        self._edit("cut")

    @Slot()
    def _copy(self) -> None:
        self._edit("copy")

    @Slot()
    def _paste(self) -> None:
        self._edit("paste")

    @Slot()
    def _select_all(self) -> None:
        self._edit("selectAll")

    def _edit(self, name: str) -> None:
        widget = self._editable()
        method = getattr(widget, name, None)
        if method is not None:
            method()

    @staticmethod
    def _editable() -> QWidget | None:
        widget = QApplication.focusWidget()
        # by name, because naming the classes would load them, at every start
        return widget if widget is not None and any(map(widget.inherits, EDITABLE)) else None

    # look

    @Slot()
    def _palette(self) -> None:
        self._window.show_palette()

    @Slot()
    def _as_of(self) -> None:
        self._window.past.ask()

    @Slot()
    def _theme_system(self) -> None:
        self._window.preferences.change(theme="system")

    @Slot()
    def _theme_light(self) -> None:
        self._window.preferences.change(theme="light")

    @Slot()
    def _theme_dark(self) -> None:
        self._window.preferences.change(theme="dark")

    @Slot()
    def _larger(self) -> None:
        self._step_size(1)

    @Slot()
    def _smaller(self) -> None:
        self._step_size(-1)

    @Slot()
    def _normal_size(self) -> None:
        self._window.preferences.change(size=100)

    def _step_size(self, step: int) -> None:
        place = SIZES.index(self._window.preferences.value.size) + step
        self._window.preferences.change(size=SIZES[min(max(place, 0), len(SIZES) - 1)])

    @Slot()
    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    @Slot()
    def _next_pane(self) -> None:
        """Sidebar, then the panes of the page, round again."""
        from app.ui.frame import walking

        page, at_sidebar = self._window.page, self._window.sidebar_has_focus()
        focus = None if at_sidebar else self._window.focusWidget()
        pane = walking.next_pane(page.panes_to_walk(), focus) if page is not None else None
        if pane is not None:
            walking.enter(pane)
        elif not at_sidebar:
            self._window.focus_sidebar()

    # tools

    @Slot()
    def _tags(self) -> None:
        from app.ui.tagging.dialog import TagManager

        run(TagManager(self._window.session, self._window))

    # help

    @Slot()
    def _guide(self) -> None:
        from app.ui.dialogs.guide import GuideDialog

        run(GuideDialog(self._window))

    @Slot()
    def _keys(self) -> None:
        from app.ui.dialogs.keys import KeysDialog

        run(KeysDialog(self._window.actions_table, self._window))

    @Slot()
    def _about(self) -> None:
        from app.ui.dialogs.about import AboutDialog

        run(AboutDialog(self._window))

    @Slot()
    def _folder(self) -> None:
        path = self._window.session.path
        folder = path.parent if path else paths.ledger_folder()
        open_in_system(folder)

    @Slot()
    def _diagnostics(self) -> None:
        from app.services import diagnostics

        title = translate("WindowCommands", "导出诊断包")
        file = messages.save_file(self._window, title, diagnostics.file_name(), "ZIP (*.zip)")
        if file:
            diagnostics.write(file)
            self._window.toast(translate("WindowCommands", "诊断包已保存，里面没有客户资料。"))


def open_in_system(path: Path) -> None:
    """Show a file or folder with the program the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def run(dialog: "QDialog") -> int:
    """Show a dialog until it is answered, then let it go."""
    answer = dialog.exec()
    dialog.deleteLater()
    return answer
