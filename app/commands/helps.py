"""What `--help` says of each command and option, in the language asked for."""

from collections.abc import Mapping

from app.texts import QT_TRANSLATE_NOOP, translate

COMMANDS: Mapping[str, str] = {
    "new": QT_TRANSLATE_NOOP("CliHelp", "新建一个空白台账"),
    "import": QT_TRANSLATE_NOOP("CliHelp", "导入台账文件、文件夹或标准输入（-）"),
    "imports": QT_TRANSLATE_NOOP("CliHelp", "列出导入记录"),
    "schemes": QT_TRANSLATE_NOOP("CliHelp", "列出或导出导入方案"),
    "undo-import": QT_TRANSLATE_NOOP("CliHelp", "撤销一次导入"),
    "customers": QT_TRANSLATE_NOOP("CliHelp", "按条件列出客户"),
    "duplicates": QT_TRANSLATE_NOOP("CliHelp", "列出疑似重复的客户"),
    "facts": QT_TRANSLATE_NOOP("CliHelp", "列出每位客户的指标"),
    "segment": QT_TRANSLATE_NOOP("CliHelp", "按一个方案给客户分级，说明理由"),
    "review": QT_TRANSLATE_NOOP("CliHelp", "开始、查看、存档、放弃、比较盘点；一次只做一个"),
    "tasks": QT_TRANSLATE_NOOP("CliHelp", "列出近几天的任务"),
    "report": QT_TRANSLATE_NOOP("CliHelp", "生成月度客户盘点报告"),
    "export": QT_TRANSLATE_NOOP("CliHelp", "导出客户管理清单或客户表"),
    "backup": QT_TRANSLATE_NOOP("CliHelp", "备份台账"),
    "restore": QT_TRANSLATE_NOOP("CliHelp", "从备份恢复台账"),
    "check": QT_TRANSLATE_NOOP("CliHelp", "检查台账文件是否完好"),
    "settings": QT_TRANSLATE_NOOP("CliHelp", "查看或修改分级设置"),
    "demo": QT_TRANSLATE_NOOP("CliHelp", "用示例台账走一遍，留下清单、报告和图片"),
}
OPTIONS: Mapping[str, str] = {
    "--ledger": QT_TRANSLATE_NOOP("CliHelp", "台账文件（.pandian）"),
    "--lang": QT_TRANSLATE_NOOP("CliHelp", "提示的语言"),
    "--json": QT_TRANSLATE_NOOP("CliHelp", "结果写成 JSON"),
    "--sheet": QT_TRANSLATE_NOOP("CliHelp", "只导入这些工作表，可以写几次"),
    "--kind": QT_TRANSLATE_NOOP("CliHelp", "种类；auto 由程序判断"),
    "--mapping": QT_TRANSLATE_NOOP("CliHelp", "导入方案文件（JSON），回答程序要问的问题"),
    "--password": QT_TRANSLATE_NOOP("CliHelp", "工作簿的打开密码"),
    "--dry-run": QT_TRANSLATE_NOOP("CliHelp", "只说会怎样，不写入"),
    "--held": QT_TRANSLATE_NOOP("CliHelp", "把待修的行另存为这个 Excel 文件"),
    "--name": QT_TRANSLATE_NOOP("CliHelp", "名称"),
    "--out": QT_TRANSLATE_NOOP("CliHelp", "写到哪个文件或文件夹"),
    "--filter": QT_TRANSLATE_NOOP("CliHelp", "筛选条件"),
    "--tag": QT_TRANSLATE_NOOP("CliHelp", "带这个标签的客户，可以写几次"),
    "--search": QT_TRANSLATE_NOOP("CliHelp", "名称、联系人、电话或拼音"),
    "--sort": QT_TRANSLATE_NOOP("CliHelp", "排序的列，如 net_sales:desc，可以写几次"),
    "--limit": QT_TRANSLATE_NOOP("CliHelp", "最多列几行"),
    "--as-of": QT_TRANSLATE_NOOP("CliHelp", "截至哪一天，如 2026-11-30"),
    "review --as-of": QT_TRANSLATE_NOOP("CliHelp", "截至哪一天，如 2026-10-31；开始盘点不能晚于今天"),
    "--months": QT_TRANSLATE_NOOP("CliHelp", "按最近几个月算"),
    "--customer": QT_TRANSLATE_NOOP("CliHelp", "只看这位客户（名称或编号）"),
    "--set": QT_TRANSLATE_NOOP("CliHelp", "只在这一次改一个设置：名称=值，可以写几次"),
    "--scope": QT_TRANSLATE_NOOP("CliHelp", "盘点哪些客户：筛选条件"),
    "--scheme": QT_TRANSLATE_NOOP("CliHelp", "盘点用的分级方案，可写几次，第一个为主"),
    "--begin": QT_TRANSLATE_NOOP(
        "CliHelp", "规则从哪里开始：now last defaults empty，或模板 wholesale projects retail"
    ),
    "--signed-by": QT_TRANSLATE_NOOP("CliHelp", "盘点人"),
    "--approved-by": QT_TRANSLATE_NOOP("CliHelp", "审核人"),
    "--days": QT_TRANSLATE_NOOP("CliHelp", "往后几天"),
    "--month": QT_TRANSLATE_NOOP("CliHelp", "哪个月，如 2026-11"),
    "--company": QT_TRANSLATE_NOOP("CliHelp", "报告抬头的公司名称"),
    "--layout": QT_TRANSLATE_NOOP("CliHelp", "list 为客户管理清单，customers 为客户表"),
    "--theme": QT_TRANSLATE_NOOP("CliHelp", "图片用浅色还是深色"),
}


def command_help(name: str) -> str:
    """One line on a command."""
    return translate("CliHelp", COMMANDS[name])


def option_help(name: str) -> str | None:
    """One line on an option; what stands without a name explains itself."""
    return translate("CliHelp", OPTIONS[name]) if name in OPTIONS else None
