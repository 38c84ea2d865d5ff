"""设置: one page, searchable, effective at once, no OK button."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import paths
from app.services import settings
from app.services.changes import Changes
from app.services.program_settings import SIZES
from app.services.setting_change import ChangeSettings
from app.services.settings import MethodSettings
from app.texts import translate
from app.ui import messages, state, theme
from app.ui.frame.window_commands import open_in_system
from app.ui.pages import PAGES
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.settings.costs import CostRates
from app.ui.settings.limits import LossLimits
from app.ui.settings.members import MembersCard
from app.ui.settings.week import WeekDays
from app.ui.widgets.buttons import Button, CommandButton, button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments


class SettingsPage(Page):
    """Each row: what it is, what it does, the choice."""

    key: ClassVar[str] = "settings"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._rows: list[tuple[str, QWidget, Card]] = []
        self._search: QLineEdit = search_field(self.tr("搜索设置"))
        self._search.setObjectName("settings_search")
        self._search.setMaximumWidth(theme.px(280))
        self._search.textChanged.connect(self._filter)
        self.header.add(self._search)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(12))
        self._general()
        self._business()
        self._members = MembersCard(session, shell)
        self._add_card(self._members, self.tr("成员 负责人 小时"))
        self._printing()
        self._data()
        self._privacy()
        self._advanced()
        self._column.addStretch(1)
        content.setMaximumWidth(theme.px(880))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, 1)
        self.body.addWidget(scrolled(holder))

    def activate(self, target: object = None) -> None:
        self._ledger_place.setText(str(self.session.path or paths.ledger_folder()))
        self._read_ledger()
        self.said.emit(self.tr("改动马上生效"))

    def refresh(self, changes: Changes) -> None:
        self._read_ledger()

    def _read_ledger(self) -> None:
        """What is kept in the ledger; away while none is open."""
        self._filter(self._search.text())
        self._members.read()
        if self.session.is_open:
            self.session.read(settings.current).then(self._settings_read)

    def _general(self) -> None:
        chosen = self.shell.preferences.value
        card = self._section(self.tr("通用"))
        languages = (("system", self.tr("跟随系统")), ("zh_CN", "中文"), ("en_US", "English"))
        hint = self.tr("界面文字的语言；客户资料不会被翻译。")
        self._choice(card, "language", self.tr("语言"), hint, languages, chosen.language)
        themes = (("system", self.tr("跟随系统")), ("light", self.tr("浅色")), ("dark", self.tr("深色")))
        hint = self.tr("浅色或深色，打印总是白纸黑字。")
        self._choice(card, "theme", self.tr("主题"), hint, themes, chosen.theme)
        sizes = [(str(size), f"{size}%") for size in SIZES]
        self._size = self._choice(
            card, "size", self.tr("界面字号"), self.tr("文字和间距一起变大或变小。"), sizes, str(chosen.size)
        )
        self._start_page(card, chosen.start_page)

    def _start_page(self, card: Card, chosen: str) -> None:
        box = QComboBox()
        box.setObjectName("setting_start_page")
        box.addItem(self.tr("上次看的页"), "last")
        for entry in PAGES:
            if entry.place == "main":
                box.addItem(translate("Pages", entry.title), entry.key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.currentIndexChanged.connect(self._start_page_chosen)
        self._start_box = box
        self._row(card, self.tr("开始时显示"), self.tr("打开台账后先看到哪一页。"), box)

    def _business(self) -> None:
        card = self._section(self.tr("业务"))
        units = (("wan", self.tr("万元")), ("yuan", self.tr("元")))
        hint = self.tr("列表、看板和报告里的金额单位；英文界面用千元。")
        self._choice(card, "money_unit", self.tr("金额单位"), hint, units, self.shell.preferences.value.money_unit)
        ways = (("fast", self.tr("一张确认卡")), ("steps", self.tr("总是逐步检查")))
        current = "steps" if self.shell.preferences.value.stepwise_import else "fast"
        self._choice(card, "import_way", self.tr("导入台账"), self.tr("拖入文件之后先看到什么。"), ways, current)
        week = WeekDays(self.shell.preferences.value.workweek)
        week.changed.connect(self._week_chosen)
        hint = self.tr("任务排在这些天；法定节假日和调休另外算。已经排好的不动。")
        self._row(card, self.tr("工作日"), hint, week)
        self._limits = LossLimits()
        self._limits.changed.connect(self._limits_changed)
        self._limits.refused.connect(self.shell.show_error)
        hint = self.tr("买得少、看不出规律的客户，多久没买算什么；其余客户按各自的间隔，在盘点的规则里改。")
        self._limits_row = self._row(card, self.tr("流失界限"), hint, self._limits)
        self._costs = CostRates()
        self._costs.changed.connect(self._costs_changed)
        hint = self.tr("净贡献是毛利减去获客和服务的花费；填了这里，还减去欠款占用的资金和每次拜访的花费。")
        self._costs_row = self._row(card, self.tr("净贡献里的成本"), hint, self._costs)

    def _printing(self) -> None:
        card = self._section(self.tr("打印"))
        colours = (("colour", self.tr("彩色")), ("patterns", self.tr("黑白友好")))
        hint = self.tr("黑白打印机用花纹和形状代替颜色。")
        self._choice(card, "print_colour", self.tr("打印颜色"), hint, colours, state.text("report/colour", "colour"))
        self._foot = QLineEdit(state.text("report/foot"))
        self._foot.setObjectName("setting_foot")
        self._foot.setPlaceholderText(translate("Report", "内部资料 注意保密"))
        self._foot.setMinimumWidth(theme.px(220))
        self._foot.editingFinished.connect(self._foot_written)
        self._row(card, self.tr("页脚"), self.tr("印在每一页的下面。"), self._foot)

    def _data(self) -> None:
        card = self._section(self.tr("数据"))
        self._ledger_place = label("", "caption", wrap=True, selectable=True)
        self._row(card, self.tr("台账位置"), self._ledger_place, button(self.tr("打开文件夹"), slot=self._open_folder))
        table = self.shell.actions_table
        if "page.backup" in table:
            hint = self.tr("退出时、每 30 分钟、导入和盘点之前自动备份，放在台账旁边的「备份」文件夹。")
            self._row(card, self.tr("自动备份"), hint, CommandButton(table.action("page.backup"), icon=""))

    def _privacy(self) -> None:
        card = self._section(self.tr("隐私"))
        text = self.tr(
            "客户盘点不联网：没有账号，不上传数据，不检查更新，也不收集使用情况。"
            "台账、备份和设置都只存在这台电脑上，复制或删除文件就是全部。"
        )
        card.body.addWidget(label(text, "secondary", wrap=True))
        self._rows.append((text, card, card))

    def _advanced(self) -> None:
        card = self._section(self.tr("高级"))
        reset = button(self.tr("恢复默认布局"), slot=self._reset_layout)
        reset.setObjectName("settings_reset_layout")
        self._row(card, self.tr("窗口布局"), self.tr("窗口大小、分栏和列宽回到最初的样子，下次启动生效。"), reset)
        table = self.shell.actions_table
        if "help.diagnostics" in table:
            hint = self.tr("运行日志和版本号，不含客户资料；出问题时可以发给懂的人看。")
            self._row(card, self.tr("诊断包"), hint, CommandButton(table.action("help.diagnostics"), icon=""))

    # building blocks

    def _section(self, title: str) -> Card:
        card = Card(title)
        self._column.addWidget(card)
        return card

    def _add_card(self, card: Card, words: str) -> None:
        """A card with its own inside, found by these words."""
        self._column.addWidget(card)
        self._rows.append((words, card, card))

    def _row(self, card: Card, name: str, hint: "str | QWidget", control: QWidget) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        layout.setSpacing(theme.px(16))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(name))
        texts.addWidget(label(hint, "caption", wrap=True) if isinstance(hint, str) else hint)
        layout.addLayout(texts, 1)
        layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        control.setAccessibleName(name if not isinstance(control, Button) else control.text())
        card.body.addWidget(row)
        self._rows.append((f"{name} {hint if isinstance(hint, str) else ''}", row, card))
        return row

    def _choice(
        self, card: Card, key: str, name: str, hint: str, options: Sequence[tuple[str, str]], current: str
    ) -> Segments:
        segments = Segments(options, current)
        segments.setObjectName(f"setting_{key}")
        slots: dict[str, Callable[[str], None]] = {
            "language": self._language_chosen,
            "theme": self._theme_chosen,
            "size": self._size_chosen,
            "money_unit": self._unit_chosen,
            "import_way": self._way_chosen,
            "print_colour": self._print_colour_chosen,
        }
        segments.chosen.connect(slots[key])
        self._row(card, name, hint, segments)
        return segments

    # what happens

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        of_ledger = () if self.session.is_open else (self._members, self._limits_row, self._costs_row)
        for words, row, card in self._rows:
            if row is not card:
                fits = wanted in words.lower() or wanted in card.title_label.text().lower()
                row.setVisible(fits and row not in of_ledger)
        for card in {id(card): card for _words, _row, card in self._rows}.values():
            mine = [words for words, _row, owner in self._rows if owner is card]
            fits = any(wanted in each.lower() for each in [*mine, card.title_label.text()])
            card.setVisible(fits and card not in of_ledger)

    @Slot(str)
    def _language_chosen(self, key: str) -> None:
        self.shell.preferences.change(language=key)

    @Slot(str)
    def _theme_chosen(self, key: str) -> None:
        self.shell.preferences.change(theme=key)

    @Slot(str)
    def _size_chosen(self, key: str) -> None:
        self.shell.preferences.change(size=int(key))

    @Slot(str)
    def _unit_chosen(self, key: str) -> None:
        self.shell.preferences.change(money_unit=key)

    @Slot(str)
    def _way_chosen(self, key: str) -> None:
        self.shell.preferences.change(stepwise_import=key == "steps")

    @Slot(str)
    def _week_chosen(self, week: str) -> None:
        self.shell.preferences.change(workweek=week)

    @Slot(object)
    def _settings_read(self, found: MethodSettings) -> None:
        self._limits.show_settings(found)
        self._costs.show_settings(found)

    @Slot(object)
    def _costs_changed(self, wanted: MethodSettings) -> None:
        self.session.perform(ChangeSettings(wanted), self).then(self._costs_kept)

    @Slot(object)
    def _costs_kept(self, _changes: object) -> None:
        self.shell.toast_undo(self.tr("净贡献的成本已改，客户的净贡献重新算过了。"))

    @Slot(object)
    def _limits_changed(self, wanted: MethodSettings) -> None:
        self.session.perform(ChangeSettings(wanted), self).then(self._limits_kept)

    @Slot(object)
    def _limits_kept(self, _changes: object) -> None:
        self.shell.toast_undo(self.tr("流失界限已改，客户重新判断过了。"))

    @Slot(str)
    def _print_colour_chosen(self, key: str) -> None:
        state.keep("report/colour", key)

    @Slot()
    def _foot_written(self) -> None:
        state.keep("report/foot", self._foot.text().strip())

    @Slot(int)
    def _start_page_chosen(self, _index: int) -> None:
        self.shell.preferences.change(start_page=str(self._start_box.currentData()))

    @Slot()
    def _open_folder(self) -> None:
        folder = self.session.path.parent if self.session.path else paths.ledger_folder()
        open_in_system(folder)

    @Slot()
    def _reset_layout(self) -> None:
        if messages.confirm(self, self.tr("窗口大小、分栏和列宽都回到最初的样子？"), self.tr("恢复默认布局")):
            state.forget()
            self.shell.toast(self.tr("布局已恢复，下次启动生效。"))
