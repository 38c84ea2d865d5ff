"""新建客户: a name is enough; who it may be already is pointed out, and why, before anything is written."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QWidget

from app.services.customers import NewCustomer, Person, read_field
from app.services.errors import InputError
from app.texts import fill, listed, quoted, together
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.jobs import Latest
from app.ui.widgets.cards import Bar
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.merging import Likely
    from app.ui.session import Session

CONTACT = {"contact": "name", "phone": "phone"}
WHY = 2  # reasons that are said
PAUSE = 150  # ms without a key before the ledger is asked


class NewCustomerDialog(Dialog):
    """Name, contact, phone, owner, industry, region; the rest is filled in the detail pane."""

    open_existing = Signal(int)

    def __init__(self, session: "Session", known: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("新建客户"), self.tr("新建客户"), parent)
        self.setObjectName("newCustomerDialog")
        self.setMinimumWidth(theme.px(440))
        self._known = known
        self._fields: dict[str, Field] = {}
        self._wrong: dict[str, QLabel] = {}
        self._found: tuple[Likely, ...] = ()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        rows = (
            ("name", self.tr("客户名称"), self.tr("必填")),
            ("contact", self.tr("联系人"), self.tr("姓名或称呼")),
            ("phone", self.tr("电话"), ""),
            ("owner", self.tr("负责人"), ""),
            ("industry", self.tr("行业"), ""),
            ("region", self.tr("地域"), ""),
        )
        for number, (key, title, hint) in enumerate(rows):
            self._add(grid, 2 * number, key, title, hint)
        self.body.addLayout(grid)
        self._similar = Bar("warn")
        self._similar.setObjectName("similar_bar")
        self._similar.add_button(self.tr("打开它"), self._open_found)
        self._similar.hide()
        self.body.addWidget(self._similar)
        self.body.addStretch(1)
        self._question = Latest(session.read, self)
        self._question.answered.connect(self._answered)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        for key in ("name", *CONTACT):
            self._fields[key].textChanged.connect(self._who_changed)
        self._check()
        self._fields["name"].setFocus()

    @property
    def command(self) -> NewCustomer:
        """The new customer as typed."""
        values = {key: self._value(key) for key in self._fields if key not in CONTACT}
        filled = tuple((key, value) for key, value in values.items() if value)
        name, phone = (str(self._value(key) or "") for key in CONTACT)
        contact = Person(name or self.tr("联系人"), phone=phone or None) if name or phone else None
        return NewCustomer(filled, contact)

    def field(self, key: str) -> Field:
        return self._fields[key]

    def _add(self, grid: QGridLayout, row: int, key: str, title: str, hint: str) -> None:
        name = label(title, "secondary")
        field = Field(hint)
        field.setObjectName(f"new_{key}")
        field.setAccessibleName(title)
        name.setBuddy(field)
        field.textChanged.connect(self._check)
        values = self._known.get(key, ())
        if values:
            completer = QCompleter(list(values), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        wrong = label("", "danger", wrap=True)
        wrong.hide()
        grid.addWidget(name, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(wrong, row + 1, 1)
        self._fields[key], self._wrong[key] = field, wrong

    def _value(self, key: str) -> Any:
        return read_field(CONTACT.get(key, key), self._fields[key].text()) if self._fields[key].text().strip() else None

    @Slot()
    def _check(self) -> None:
        """Say at each field what is wrong with it; the verb waits until nothing is."""
        good = True
        for key, field in self._fields.items():
            sentence = ""
            try:
                self._value(key)
            except InputError as error:
                sentence, good = error.sentence(), False
            if sentence != field.toolTip():
                field.set_wrong(sentence)
                self._wrong[key].setText(sentence)
                self._wrong[key].setVisible(bool(sentence))
        named = bool(self._fields["name"].text().strip())
        self.set_ready(good and named, "" if named else self.tr("先填客户名称"))

    @Slot(str)
    def _who_changed(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        name, phone, contact = (self._fields[key].text().strip() for key in ("name", "phone", "contact"))
        self._question.ask(partial(_likely, name, phone, contact))

    @Slot(object)
    def _answered(self, found: "tuple[Likely, ...]") -> None:
        self._found = found
        if found:
            text = fill(self.tr("可能已经有了：「{0}」。"), found[0].name)
            others = listed(quoted(each.name) for each in found[1:])
            also = fill(self.tr("还有 {0} 也像。"), others) if others else ""
            self._similar.set("warn", together(text, *found[0].why[:WHY], also))
        self._similar.setVisible(bool(found))
        self.make_room()

    @Slot()
    def _open_found(self) -> None:
        if self._found:
            self.open_existing.emit(self._found[0].id)
            self.reject()


def _likely(name: str, phone: str, contact: str, connection: "Connection") -> "tuple[Likely, ...]":
    from app.services import merging

    return merging.likely(connection, name, phone, contact)
