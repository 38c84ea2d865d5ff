"""The people at a customer: shown, added, changed and taken away in the detail pane."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.customers import (
    AddContact,
    ContactInfo,
    CustomerDetail,
    EditContact,
    Person,
    RemoveContact,
    read_field,
)
from app.services.errors import InputError
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty


class Contacts(QWidget):
    """One line a person; `changed` carries the command."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("联系人"), "label"), 1)
        self._add_button = button(self.tr("添加"), "link", slot=self._add)
        self._add_button.setObjectName("contact_add")
        head.addWidget(self._add_button)
        layout.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout.addLayout(self._rows)
        self._detail: CustomerDetail | None = None
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._add_button.setHidden(read_only)
        if self._detail is not None:
            self.show_detail(self._detail)

    def show_detail(self, detail: CustomerDetail) -> None:
        self._detail = detail
        empty(self._rows)
        for person in detail.contacts:
            self._rows.addWidget(self._row(person))

    def _row(self, person: ContactInfo) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        parts = dict.fromkeys(filter(None, (person.name, person.decision_role, person.phone, person.wechat)))
        if person.birthday and not parts:
            parts = dict.fromkeys((self.tr("生日 {0}").format(person.birthday),))
        row.addWidget(label("  ".join(parts), "control", wrap=True, selectable=True), 1)
        if self._read_only:
            return holder
        edit = icon_button("pencil", self.tr("修改联系人"), self._edit)
        remove = icon_button("trash", self.tr("删除联系人"), self._remove)
        for each in (edit, remove):
            each.setProperty("contact", person.id)
            row.addWidget(each)
        edit.setObjectName(f"contact_edit_{person.id}")
        remove.setObjectName(f"contact_remove_{person.id}")
        return holder

    def _asked(self) -> ContactInfo | None:
        sender = self.sender()
        number = sender.property("contact") if sender is not None else None
        people = self._detail.contacts if self._detail else ()
        return next((person for person in people if person.id == number), None)

    @Slot()
    def _add(self) -> None:
        if self._detail is not None:
            person = ask_person(self, self.tr("添加联系人"), None)
            if person is not None:
                self.changed.emit(AddContact(self._detail.row.id, person))

    @Slot()
    def _edit(self) -> None:
        asked = self._asked()
        if asked is not None and self._detail is not None:
            person = ask_person(self, self.tr("修改联系人"), asked)
            if person is not None:
                self.changed.emit(EditContact(self._detail.row.id, asked.id, person))

    @Slot()
    def _remove(self) -> None:
        asked = self._asked()
        if asked is not None and self._detail is not None:
            self.changed.emit(RemoveContact(self._detail.row.id, asked.id, asked.name or asked.phone or ""))


class ContactDialog(Dialog):
    """Name or title, role in the decision, phone, WeChat, note."""

    def __init__(self, title: str, person: ContactInfo | None, parent: QWidget | None = None) -> None:
        super().__init__(title, self.tr("保存"), parent)
        self.setObjectName("contactDialog")
        self.setMinimumWidth(theme.px(380))
        self._fields: dict[str, Field] = {}
        self._wrong: QLabel = label("", "danger", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        titles = {
            "name": self.tr("姓名或称呼"),
            "decision_role": self.tr("决策角色"),
            "phone": self.tr("电话"),
            "wechat": self.tr("微信"),
            "note": self.tr("备注"),
        }
        for row, (key, text) in enumerate(titles.items()):
            field = Field()
            field.setObjectName(f"contact_{key}")
            field.setAccessibleName(text)
            field.setText(getattr(person, key) or "" if person is not None else "")
            field.textChanged.connect(self._check)
            grid.addWidget(label(text, "secondary"), row, 0)
            grid.addWidget(field, row, 1)
            self._fields[key] = field
        self._birthday = person.birthday if person is not None else None
        self.body.addLayout(grid)
        self.body.addWidget(self._wrong)
        self._check()

    @property
    def person(self) -> Person:
        values = {key: field.text().strip() or None for key, field in self._fields.items()}
        return Person(str(values.pop("name") or ""), birthday=self._birthday, **values)

    @Slot()
    def _check(self) -> None:
        sentences = []
        for key, field in self._fields.items():
            sentence = ""
            try:
                read_field(key if key != "name" else "contact_name", field.text())
            except InputError as error:
                sentence = error.sentence()
                sentences.append(sentence)
            if sentence != field.toolTip():
                field.set_wrong(sentence)
        self._wrong.setText("\n".join(sentences))
        self._wrong.setVisible(bool(sentences))
        named = any(self._fields[key].text().strip() for key in ("name", "phone", "wechat"))
        self.set_ready(named and not sentences, "" if named else self.tr("先填姓名或称呼，不知道就填电话或微信"))


def ask_person(parent: QWidget, title: str, person: ContactInfo | None) -> Person | None:
    """The person as typed, None when cancelled."""
    dialog = ContactDialog(title, person, parent.window())
    accepted = dialog.exec()
    found = dialog.person if accepted else None
    dialog.deleteLater()
    return found
