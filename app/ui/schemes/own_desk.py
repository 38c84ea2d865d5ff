"""Making, changing, copying and leaving off one's own schemes: the buttons in the head, the editor over the page."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.texts import translate
from app.ui import messages
from app.ui.customers.amounts import Amounts
from app.ui.pages.page import Shell
from app.ui.schemes import reading
from app.ui.session import Session
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.header import PageHeader

if TYPE_CHECKING:
    from app.services.schemes.cards import CardScheme
    from app.services.workbench.conditions import Askable
    from app.services.workbench.looking import Bench
    from app.ui.schemes.own_editor import OwnEditor


class OwnDesk(QObject):
    """`saved` carries the identifier of a scheme; `turned` comes when the editor opens or closes."""

    saved = Signal(str)
    turned = Signal()

    def __init__(self, session: Session, shell: Shell, stack: QStackedWidget, header: PageHeader) -> None:
        """The editor comes upon `stack`, whose first widget is the page."""
        super().__init__(stack)
        self._session, self._shell, self._stack = session, shell, stack
        self._editor: OwnEditor | None = None
        self._bench: Bench | None = None
        self._own: CardScheme | None = None
        self._wanted: tuple[CardScheme, bool] | None = None
        self._tools: list[Button] = []
        for text, name, icon, slot in (
            (self.tr("编辑"), "own_edit", "edit", self._edit),
            (self.tr("复制一份"), "own_copy", "copy", self._copy),
            (self.tr("停用"), "own_remove", "trash", self._remove),
        ):
            tool = button(text, "secondary", icon, slot)
            tool.setObjectName(name)
            tool.hide()
            header.add(tool)
            self._tools.append(tool)
        self._new = button(self.tr("新建方案"), "primary", "plus", self._begin)
        self._new.setObjectName("own_new")
        header.add(self._new)

    @property
    def editing(self) -> bool:
        """Whether a scheme is being made."""
        return self._stack.currentIndex() > 0

    @property
    def word(self) -> str:
        """The name of the scheme that is being made."""
        return self._wanted[0].word if self._wanted is not None else ""

    def show_scheme(self, bench: "Bench", scheme: str) -> None:
        """The scheme that is looked at; only one's own can be changed here, and none in the past."""
        self._bench = bench
        self._own = next((each for each in bench.own if each.id == scheme), None)
        self._show_tools()

    def may_leave(self) -> bool:
        """A scheme half made is not lost without a word."""
        if self._editor is None or not self.editing or not self._editor.dirty:
            return True
        answers = (("save", self.tr("保存")), ("drop", self.tr("放弃改动")))
        text, detail = self.tr("方案还没有保存。"), self.tr("放弃后改动不再保留。")
        answer = messages.choose(self._stack.window(), text, answers, detail, "save")
        scheme = self._editor.scheme()
        if answer == "save" and scheme is not None:
            self._save(scheme)
        elif answer == "drop":
            self._close()
        return not self.editing

    def close(self) -> None:
        """Without a question: nothing was changed."""
        if self.editing:
            self._close()

    def _show_tools(self) -> None:
        living = self._session.past.day is None and not self.editing
        for tool in self._tools:
            tool.setVisible(living and self._own is not None)
        self._new.setVisible(living)

    @Slot()
    def _begin(self) -> None:
        from app.services.workbench import conditions

        if self._bench is not None:
            beginning = conditions.beginning(self._bench.new_id)
            self._open(replace(beginning, word=self._free_word(beginning.word)), new=True)

    @Slot()
    def _edit(self) -> None:
        if self._own is not None:
            self._open(self._own, new=False)

    @Slot()
    def _copy(self) -> None:
        if self._own is not None and self._bench is not None:
            word = self._free_word(translate("OwnDesk", "{0} 副本").format(self._own.word))
            self._open(replace(self._own, id=self._bench.new_id, word=word, version=0), new=True)

    def _free_word(self, word: str) -> str:
        """A name no other scheme has."""
        taken = {each.word for each in self._bench.own} if self._bench is not None else set()
        names = (word, *(f"{word} {number}" for number in range(2, len(taken) + 3)))
        return next(each for each in names if each not in taken)

    def _open(self, scheme: "CardScheme", *, new: bool) -> None:
        assert self._bench is not None
        self._wanted = scheme, new
        others = tuple(each for each in self._bench.own if each.id != scheme.id)
        self._session.read(partial(reading.askable, others)).then(self._askable_read)

    @Slot(object)
    def _askable_read(self, asked: "tuple[Askable, ...]") -> None:
        from app.ui.schemes.own_editor import OwnEditor

        if self._bench is None or self._wanted is None:
            return
        if self._editor is None:
            self._editor = OwnEditor(self._session, Amounts.of(self._shell.preferences))
            self._editor.saved.connect(self._save)
            self._editor.cancelled.connect(self._cancel)
            self._stack.addWidget(self._editor)
        scheme, new = self._wanted
        self._editor.open(scheme, asked, self._bench, new=new)
        self._stack.setCurrentIndex(1)
        self._show_tools()
        self.turned.emit()

    @Slot(object)
    def _save(self, scheme: "CardScheme") -> None:
        from app.services.own_schemes import SaveScheme

        self._wanted = scheme, False
        self._session.perform(SaveScheme(scheme), initiator=self).then(self._saved)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        assert self._wanted is not None
        scheme, _new = self._wanted
        self._stack.setCurrentIndex(0)
        self._shell.toast_undo(translate("OwnDesk", "已保存方案「{0}」。").format(scheme.word))
        self.saved.emit(scheme.id)
        self.turned.emit()

    @Slot()
    def _cancel(self) -> None:
        """A question only where something would be lost."""
        if self._editor is not None and self._editor.touched:
            self.may_leave()
        else:
            self._close()

    @Slot()
    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show_tools()
        self.turned.emit()

    @Slot()
    def _remove(self) -> None:
        from app.services.own_schemes import RemoveScheme

        if self._own is not None:
            command = RemoveScheme(self._own.id, self._own.word)
            self._session.perform(command, initiator=self).then(self._removed)

    @Slot(object)
    def _removed(self, _changes: object) -> None:
        self._shell.toast_undo(self.tr("已停用这个方案。"))
