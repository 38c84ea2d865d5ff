"""What the templates ask for in a month, against the hours of the people."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.services.playbooks import Playbook
from app.services.strategies import PersonLoad, Workload, overload
from app.texts import fill
from app.ui import theme
from app.ui.strategies.words import note
from app.ui.widgets.bars import Meter
from app.ui.widgets.cards import Bar, Card
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty


class EffectPanel(QWidget):
    """This template, the team, each person; too much is said in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = Card(self.tr("这样改的影响"))
        self._customers = label("", "caption", wrap=True)
        self._facts = KeyValues()
        self._note = label("", "caption", wrap=True)
        for each in (self._customers, self._facts, self._note):
            self._book.body.addWidget(each)
        self._team = Card(self.tr("团队每月"))
        self._hours = label("", "control", wrap=True)
        self._hours.setObjectName("effect_hours")
        self._meter = Meter()
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(theme.px(8))
        self._people.setVerticalSpacing(theme.px(4))
        self._people.setColumnStretch(0, 1)
        self._paused = label("", "caption", wrap=True)
        self._team.body.addWidget(self._hours)
        self._team.body.addWidget(self._meter)
        self._team.body.addLayout(self._people)
        self._team.body.addWidget(self._paused)
        self._over = Bar("warn")
        self._over.setObjectName("effect_over")
        self._over.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._book, self._over, self._team):
            column.addWidget(widget)
        column.addStretch(1)

    def set(self, work: Workload, book: Playbook, titles: dict[str, str]) -> None:
        self._show_book(work, book)
        self._show_team(work)
        sentences = overload(work, titles)
        self._over.set("warn", "\n".join(sentences))
        self._over.setVisible(bool(sentences))

    def _show_book(self, work: Workload, book: Playbook) -> None:
        mine = work.of(book.code)
        self._customers.setText(fill(self.tr("{0} 位客户"), mine.customers))
        visits, calls = mine.load.count("visit"), mine.load.count("phone")
        others = sum(count for _, count in mine.load.contacts) - visits - calls
        self._facts.clear()
        self._facts.add("visits", self.tr("每月拜访"), fill(self.tr("{0} 次"), round(visits)))
        self._facts.add("calls", self.tr("每月电话"), fill(self.tr("{0} 次"), round(calls)))
        self._facts.add("others", self.tr("每月其他"), fill(self.tr("{0} 次"), round(others)))
        self._facts.add("hours", self.tr("每月用时"), self.tr("{0} 小时").format(round(mine.load.hours)), "strong")
        self._note.setText(note(book))

    def _show_team(self, work: Workload) -> None:
        need, have = round(work.load.hours), round(work.available)
        self._hours.setText(self.tr("要 {0} 小时，共有 {1} 小时。").format(need, have))
        self._meter.set(work.load.hours / work.available if work.available else 0.0)
        empty(self._people)
        shown = [each for each in work.people if each.contacts]
        for row, each in enumerate(shown):
            self._person(row * 2, each)
        self._paused.setText(fill(self.tr("{0} 位客户的状态是「暂停」，不会生成任务。"), work.paused))
        self._paused.setVisible(bool(work.paused))

    def _person(self, row: int, each: PersonLoad) -> None:
        name = each.name or self.tr("未分配")
        week = self.tr("每周 {0} 件").format(round(each.contacts * 7 / 30.4375, 1))
        hours = self.tr("{0} / {1} 小时").format(round(each.hours), round(each.available))
        self._people.addWidget(label(name, "control"), row, 0)
        self._people.addWidget(label(week, "caption"), row, 1, Qt.AlignmentFlag.AlignRight)
        text = hours if each.person is not None else self.tr("{0} 小时").format(round(each.hours))
        self._people.addWidget(label(text, "warn" if each.over else "caption"), row, 2, Qt.AlignmentFlag.AlignRight)
        if each.person is not None:
            meter = Meter()
            meter.set(each.hours / each.available if each.available else float(each.hours > 0) * 2)
            self._people.addWidget(meter, row + 1, 0, 1, 3)
