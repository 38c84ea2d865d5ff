"""Every command of the window: its text, key, icon and home, and where it stands in the menus. Data, no behaviour."""

from collections.abc import Iterable
from typing import NamedTuple

from app.texts import QT_TRANSLATE_NOOP
from app.ui.pages import PageEntry


class Command(NamedTuple):
    """One command. `home` is the page that runs it from anywhere; otherwise the present page or the window does."""

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    home: str = ""
    checkable: bool = False
    group: str = ""
    context: str = "Actions"


class MenuSpec(NamedTuple):
    """A menu; items are command ids, "-" for a line, "pages" for the pages, or another menu."""

    id: str
    title: str
    items: "tuple[str | MenuSpec, ...]"


def _c(
    command: str, text: str, keys: str = "", icon: str = "", home: str = "", group: str = "", checkable: bool = False
) -> Command:
    return Command(command, text, keys, icon, home, checkable or bool(group), group)


TODAY_KEY = "Ctrl+Shift+T"

COMMANDS: tuple[Command, ...] = (
    _c("file.new", QT_TRANSLATE_NOOP("Actions", "新建台账"), icon="notebook"),
    _c("file.open", QT_TRANSLATE_NOOP("Actions", "打开台账…"), "Ctrl+O", "folder"),
    _c("file.imports", QT_TRANSLATE_NOOP("Actions", "导入记录…"), icon="history", home="importing"),
    _c("file.held", QT_TRANSLATE_NOOP("Actions", "待修区…"), icon="warning", home="held"),
    _c("file.template", QT_TRANSLATE_NOOP("Actions", "空白模板…"), icon="download"),
    _c("file.export_list", QT_TRANSLATE_NOOP("Actions", "导出客户管理清单…"), icon="excel", home="customers"),
    _c("file.merge_back", QT_TRANSLATE_NOOP("Actions", "读回改过的清单…"), icon="compare", home="customers"),
    _c("file.export_table", QT_TRANSLATE_NOOP("Actions", "导出当前表格…"), "Ctrl+Shift+E", "export"),
    _c("file.open_in_excel", QT_TRANSLATE_NOOP("Actions", "用 Excel 打开"), "Ctrl+Shift+O", "open"),
    _c("file.print", QT_TRANSLATE_NOOP("Actions", "打印…"), "Ctrl+P", "print"),
    _c("file.quit", QT_TRANSLATE_NOOP("Actions", "退出"), "Alt+F4"),
    _c("edit.undo", QT_TRANSLATE_NOOP("Actions", "撤销"), "Ctrl+Z", "undo"),
    _c("edit.redo", QT_TRANSLATE_NOOP("Actions", "重做"), "Ctrl+Y", "redo"),
    _c("edit.cut", QT_TRANSLATE_NOOP("Actions", "剪切"), "Ctrl+X"),
    _c("edit.copy", QT_TRANSLATE_NOOP("Actions", "复制"), "Ctrl+C", "copy"),
    _c("edit.paste", QT_TRANSLATE_NOOP("Actions", "粘贴"), "Ctrl+V"),
    _c("edit.copy_with_header", QT_TRANSLATE_NOOP("Actions", "复制（带表头）"), "Ctrl+Shift+C"),
    _c("edit.fill_down", QT_TRANSLATE_NOOP("Actions", "向下填充"), "Ctrl+D"),
    _c("edit.find", QT_TRANSLATE_NOOP("Actions", "查找"), "Ctrl+F", "search"),
    _c("edit.replace", QT_TRANSLATE_NOOP("Actions", "替换…"), "Ctrl+H"),
    _c("edit.select_all", QT_TRANSLATE_NOOP("Actions", "全选"), "Ctrl+A"),
    _c("edit.delete", QT_TRANSLATE_NOOP("Actions", "删除"), "Del", "trash"),
    _c("view.palette", QT_TRANSLATE_NOOP("Actions", "查找命令与客户…"), "Ctrl+K", "search"),
    _c("view.as_of", QT_TRANSLATE_NOOP("Actions", "截至日期…"), "Ctrl+Shift+D", "history"),
    _c("view.today", QT_TRANSLATE_NOOP("Actions", "回到今天"), TODAY_KEY, "today"),
    _c("view.sources", QT_TRANSLATE_NOOP("Actions", "查看来源"), "F7", "link"),
    _c("view.filter_panel", QT_TRANSLATE_NOOP("Actions", "筛选面板"), "F3", "filter", checkable=True),
    _c("view.detail_pane", QT_TRANSLATE_NOOP("Actions", "详情栏"), "F4", "columns", checkable=True),
    _c("view.next_pane", QT_TRANSLATE_NOOP("Actions", "下一栏"), "F6"),
    _c("view.clear_filters", QT_TRANSLATE_NOOP("Actions", "清除全部筛选"), "Ctrl+Shift+L"),
    _c("view.columns", QT_TRANSLATE_NOOP("Actions", "列…"), icon="columns"),
    _c("view.sort", QT_TRANSLATE_NOOP("Actions", "排序…"), icon="sort", home="customers"),
    _c("view.density.compact", QT_TRANSLATE_NOOP("Actions", "紧凑"), group="density"),
    _c("view.density.normal", QT_TRANSLATE_NOOP("Actions", "标准"), group="density"),
    _c("view.density.roomy", QT_TRANSLATE_NOOP("Actions", "宽松"), group="density"),
    _c("view.save_view", QT_TRANSLATE_NOOP("Actions", "保存视图…"), "Ctrl+S", "save"),
    _c("view.theme.system", QT_TRANSLATE_NOOP("Actions", "跟随系统"), group="theme"),
    _c("view.theme.light", QT_TRANSLATE_NOOP("Actions", "浅色"), group="theme"),
    _c("view.theme.dark", QT_TRANSLATE_NOOP("Actions", "深色"), group="theme"),
    _c("view.larger", QT_TRANSLATE_NOOP("Actions", "放大"), "Ctrl++"),
    _c("view.smaller", QT_TRANSLATE_NOOP("Actions", "缩小"), "Ctrl+-"),
    _c("view.normal_size", QT_TRANSLATE_NOOP("Actions", "恢复 100 %"), "Ctrl+0"),
    _c("view.full_screen", QT_TRANSLATE_NOOP("Actions", "全屏"), "F11", checkable=True),
    _c("customer.new", QT_TRANSLATE_NOOP("Actions", "新建客户"), "Ctrl+N", "plus", "customers"),
    _c("customer.open", QT_TRANSLATE_NOOP("Actions", "打开 360"), "Ctrl+Return", "person"),
    _c("customer.log", QT_TRANSLATE_NOOP("Actions", "记录跟进"), "Ctrl+J", "edit"),
    _c("customer.task", QT_TRANSLATE_NOOP("Actions", "新建任务"), "Ctrl+Shift+N", "plus", "today"),
    _c("customer.tags", QT_TRANSLATE_NOOP("Actions", "改标签…"), "Ctrl+T", "tag"),
    _c("customer.owner", QT_TRANSLATE_NOOP("Actions", "改负责人…"), icon="person"),
    _c("customer.grade", QT_TRANSLATE_NOOP("Actions", "手工定级…"), "Ctrl+G", "pin"),
    _c("customer.duplicates", QT_TRANSLATE_NOOP("Actions", "疑似重复…"), icon="copy", home="duplicates"),
    _c("customer.merge", QT_TRANSLATE_NOOP("Actions", "合并…"), icon="merge"),
    _c("customer.bin", QT_TRANSLATE_NOOP("Actions", "移到回收站"), icon="trash"),
    _c("review.start", QT_TRANSLATE_NOOP("Actions", "开始本月盘点"), "Ctrl+R", "review", "reviews"),
    _c("review.list", QT_TRANSLATE_NOOP("Actions", "盘点记录"), icon="list", home="reviews"),
    _c("review.compare", QT_TRANSLATE_NOOP("Actions", "比较两次盘点…"), icon="compare", home="reviews"),
    _c("review.pins", QT_TRANSLATE_NOOP("Actions", "手工定级清单…"), icon="pin", home="pins"),
    _c("review.effectiveness", QT_TRANSLATE_NOOP("Actions", "分级有效性…"), icon="check-circle", home="effectiveness"),
    _c("review.performance", QT_TRANSLATE_NOOP("Actions", "过程指标…"), icon="trend", home="performance"),
    _c("review.schemes", QT_TRANSLATE_NOOP("Actions", "分级方案…"), icon="filter", home="schemes"),
    _c("review.report", QT_TRANSLATE_NOOP("Actions", "生成月度报告"), "Ctrl+Shift+R", "report", "reports"),
    _c("tools.check", QT_TRANSLATE_NOOP("Actions", "数据检查…"), icon="check-circle", home="checks"),
    _c("tools.tags", QT_TRANSLATE_NOOP("Actions", "标签管理…"), icon="tag"),
    _c("tools.replace", QT_TRANSLATE_NOOP("Actions", "批量替换…"), home="customers"),
    _c("tools.bin", QT_TRANSLATE_NOOP("Actions", "回收站"), icon="trash", home="customers"),
    _c("help.start", QT_TRANSLATE_NOOP("Actions", "入门（3 分钟）"), icon="play"),
    _c("help.keys", QT_TRANSLATE_NOOP("Actions", "快捷键一览"), "Ctrl+/", "keyboard"),
    _c("help.sample", QT_TRANSLATE_NOOP("Actions", "打开示例台账"), icon="flask"),
    _c("help.folder", QT_TRANSLATE_NOOP("Actions", "打开数据文件夹"), icon="folder"),
    _c("help.diagnostics", QT_TRANSLATE_NOOP("Actions", "导出诊断包…"), icon="save"),
    _c("help.about", QT_TRANSLATE_NOOP("Actions", "关于与许可"), icon="info"),
)

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec(
        "file",
        QT_TRANSLATE_NOOP("Menus", "文件(&F)"),
        (
            "file.new",
            "file.open",
            MenuSpec("recent", QT_TRANSLATE_NOOP("Menus", "最近打开"), ()),
            "-",
            "page.importing",
            "file.imports",
            "file.held",
            "file.template",
            "-",
            "file.export_list",
            "file.merge_back",
            "file.export_table",
            "file.open_in_excel",
            "-",
            "file.print",
            "page.backup",
            "-",
            "file.quit",
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("Menus", "编辑(&E)"),
        (
            "edit.undo",
            "edit.redo",
            "-",
            "edit.cut",
            "edit.copy",
            "edit.paste",
            "edit.copy_with_header",
            "edit.fill_down",
            "-",
            "edit.find",
            "edit.replace",
            "-",
            "edit.select_all",
            "edit.delete",
        ),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("Menus", "视图(&V)"),
        (
            "pages",
            "-",
            "view.palette",
            "view.as_of",
            "view.today",
            "view.sources",
            "-",
            "view.filter_panel",
            "view.detail_pane",
            "view.next_pane",
            "view.clear_filters",
            "view.sort",
            "view.columns",
            MenuSpec(
                "density",
                QT_TRANSLATE_NOOP("Menus", "密度"),
                ("view.density.compact", "view.density.normal", "view.density.roomy"),
            ),
            "view.save_view",
            "-",
            MenuSpec(
                "theme",
                QT_TRANSLATE_NOOP("Menus", "主题"),
                ("view.theme.system", "view.theme.light", "view.theme.dark"),
            ),
            MenuSpec(
                "size", QT_TRANSLATE_NOOP("Menus", "界面字号"), ("view.larger", "view.smaller", "view.normal_size")
            ),
            "view.full_screen",
        ),
    ),
    MenuSpec(
        "customer",
        QT_TRANSLATE_NOOP("Menus", "客户(&C)"),
        (
            "customer.new",
            "customer.open",
            "customer.log",
            "customer.task",
            "-",
            "customer.tags",
            "customer.owner",
            "customer.grade",
            "-",
            "customer.duplicates",
            "customer.merge",
            "customer.bin",
        ),
    ),
    MenuSpec(
        "review",
        QT_TRANSLATE_NOOP("Menus", "盘点(&R)"),
        (
            "review.start",
            "review.list",
            "review.compare",
            "review.pins",
            "review.effectiveness",
            "review.performance",
            "-",
            "review.schemes",
            "page.playbooks",
            "-",
            "review.report",
        ),
    ),
    MenuSpec(
        "tools",
        QT_TRANSLATE_NOOP("Menus", "工具(&T)"),
        ("tools.check", "tools.tags", "tools.replace", "tools.bin", "-", "page.settings"),
    ),
    MenuSpec(
        "help",
        QT_TRANSLATE_NOOP("Menus", "帮助(&H)"),
        ("help.start", "help.keys", "help.sample", "-", "help.folder", "help.diagnostics", "-", "help.about"),
    ),
)


CHANGING = frozenset(
    (
        "file.imports",
        "file.held",
        "file.merge_back",
        "edit.undo",
        "edit.redo",
        "edit.fill_down",
        "edit.replace",
        "edit.delete",
        "customer.new",
        "customer.log",
        "customer.task",
        "customer.tags",
        "customer.owner",
        "customer.grade",
        "customer.duplicates",
        "customer.merge",
        "customer.bin",
        "review.start",
        "tools.tags",
        "tools.replace",
        "tools.bin",
    )
)
"""What changes the ledger, or leads where it is changed: off while another day than today is looked at."""

PAGE_KEYS = {
    "today": "Ctrl+1",
    "customers": "Ctrl+2",
    "reviews": "Ctrl+3",
    "playbooks": "Ctrl+4",
    "dashboard": "Ctrl+5",
    "reports": "Ctrl+6",
    "importing": "Ctrl+Shift+I",
    "settings": "Ctrl+,",
}


def page_command(key: str) -> str:
    """The id of the command that shows a page."""
    return f"page.{key}"


def existing(pages: Iterable[PageEntry], of_window: Iterable[str]) -> list[Command]:
    """The commands that have a part behind them: the pages themselves, what they run, what the window runs."""
    entries = [entry for entry in pages if entry.place != "inner"]
    runnable = set(of_window).union(*(entry.commands for entry in pages))
    shown = [Command(page_command(e.key), e.title, PAGE_KEYS.get(e.key, ""), e.icon, context="Pages") for e in entries]
    return shown + [command for command in COMMANDS if command.id in runnable]
