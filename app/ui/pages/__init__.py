"""Which pages there are, for sidebar, menu and palette; a page's module loads when it is shown."""

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.ui.foresight import Question
    from app.ui.pages.page import Page

Place = Literal["main", "foot", "inner"]


class PageEntry(NamedTuple):
    """A page before it is loaded. `commands` are the ids of app/ui/commands.py it runs, `parent` marks its place.

    `first` is where the question stands that it asks the ledger first. Without a `past` it works on the ledger
    of today alone.
    """

    key: str
    module: str
    class_name: str
    title: str
    icon: str
    place: Place = "main"
    commands: tuple[str, ...] = ()
    needs_ledger: bool = True
    parent: str = ""
    first: str = ""
    past: bool = True

    def load(self) -> "type[Page]":
        page: type[Page] = getattr(import_module(self.module), self.class_name)
        return page

    def question(self) -> "Question | None":
        """What the page asks first, to be asked while the window is still being built."""
        module, _, name = self.first.partition(":")
        question: Question | None = getattr(import_module(module), name)() if module else None
        return question


# In the order of the sidebar: "main" above, "foot" at its bottom, "inner" reached from other pages only.
PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "welcome",
        "app.ui.pages.welcome",
        "WelcomePage",
        QT_TRANSLATE_NOOP("Pages", "开始"),
        "ledger",
        place="inner",
        needs_ledger=False,
    ),
    PageEntry(
        "today",
        "app.ui.pages.today",
        "TodayPage",
        QT_TRANSLATE_NOOP("Pages", "今日"),
        "today",
        commands=("customer.task", "customer.log", "file.print"),
        past=False,
    ),
    PageEntry(
        "importing",
        "app.ui.pages.importing",
        "ImportingPage",
        QT_TRANSLATE_NOOP("Pages", "导入台账"),
        "import",
        place="foot",
        commands=("file.imports",),
        past=False,
    ),
    PageEntry(
        "held",
        "app.ui.pages.held",
        "HeldPage",
        QT_TRANSLATE_NOOP("Pages", "待修区"),
        "warning",
        place="inner",
        commands=("file.held", "edit.copy_with_header", "edit.delete"),
        parent="importing",
        past=False,
    ),
    PageEntry(
        "backup",
        "app.ui.pages.backup",
        "BackupPage",
        QT_TRANSLATE_NOOP("Pages", "备份与恢复"),
        "backup",
        place="foot",
        past=False,
    ),
    PageEntry(
        "customers",
        "app.ui.pages.customers",
        "CustomersPage",
        QT_TRANSLATE_NOOP("Pages", "客户"),
        "customers",
        commands=(
            "customer.new",
            "customer.tags",
            "customer.owner",
            "customer.log",
            "customer.grade",
            "customer.merge",
            "customer.bin",
            "edit.copy_with_header",
            "edit.find",
            "edit.delete",
            "view.sources",
            "view.filter_panel",
            "view.detail_pane",
            "view.clear_filters",
            "view.sort",
            "view.columns",
            "view.density.compact",
            "view.density.normal",
            "view.density.roomy",
            "tools.bin",
            "file.export_table",
            "file.open_in_excel",
            "file.export_list",
        ),
        first="app.ui.customers.reading:ListQuestion",
    ),
    PageEntry(
        "duplicates",
        "app.ui.pages.duplicates",
        "DuplicatesPage",
        QT_TRANSLATE_NOOP("Pages", "疑似重复"),
        "merge",
        place="inner",
        commands=("customer.duplicates",),
        parent="customers",
        past=False,
    ),
    PageEntry(
        "checks",
        "app.ui.pages.checks",
        "ChecksPage",
        QT_TRANSLATE_NOOP("Pages", "数据检查"),
        "check-circle",
        place="inner",
        commands=("tools.check", "file.print", "edit.copy_with_header"),
        parent="customers",
    ),
    PageEntry(
        "reviews",
        "app.ui.pages.reviews",
        "ReviewsPage",
        QT_TRANSLATE_NOOP("Pages", "盘点"),
        "review",
        commands=("review.start", "review.list", "review.compare", "edit.copy_with_header"),
    ),
    PageEntry(
        "pins",
        "app.ui.pages.pins",
        "PinsPage",
        QT_TRANSLATE_NOOP("Pages", "手工定级"),
        "pin",
        place="inner",
        commands=("review.pins", "edit.copy_with_header", "edit.delete"),
        parent="reviews",
    ),
    PageEntry(
        "effectiveness",
        "app.ui.pages.effectiveness",
        "EffectivenessPage",
        QT_TRANSLATE_NOOP("Pages", "分级有效性"),
        "check-circle",
        place="inner",
        commands=("review.effectiveness", "file.print"),
        parent="reviews",
    ),
    PageEntry(
        "performance",
        "app.ui.pages.performance",
        "PerformancePage",
        QT_TRANSLATE_NOOP("Pages", "过程指标"),
        "trend",
        place="inner",
        commands=("review.performance",),
        parent="reviews",
    ),
    PageEntry(
        "review_wizard",
        "app.ui.reviewing.wizard",
        "ReviewWizardPage",
        QT_TRANSLATE_NOOP("Pages", "客户盘点"),
        "review",
        place="inner",
        parent="reviews",
        past=False,
    ),
    PageEntry(
        "schemes",
        "app.ui.pages.schemes",
        "SchemesPage",
        QT_TRANSLATE_NOOP("Pages", "分级方案"),
        "filter",
        place="inner",
        commands=("review.schemes",),
        parent="reviews",
    ),
    PageEntry(
        "playbooks",
        "app.ui.pages.playbooks",
        "PlaybooksPage",
        QT_TRANSLATE_NOOP("Pages", "策略"),
        "playbook",
        past=False,
    ),
    PageEntry(
        "reports",
        "app.ui.pages.reports",
        "ReportsPage",
        QT_TRANSLATE_NOOP("Pages", "报告"),
        "report",
        commands=("file.print", "review.report"),
    ),
    PageEntry(
        "settings",
        "app.ui.pages.settings",
        "SettingsPage",
        QT_TRANSLATE_NOOP("Pages", "设置"),
        "settings",
        place="foot",
        needs_ledger=False,
    ),
)


def page_entry(key: str) -> PageEntry | None:
    """The entry of a page, None when that part of the program does not exist."""
    return next((entry for entry in PAGES if entry.key == key), None)
