"""Failures a user can cause or meet, each with its sentence: what happened, what was kept, what to do."""

from app.texts import QT_TRANSLATE_NOOP, fill_from, translate


class AppError(Exception):
    """A failure with a code and facts; `sentence()` is what the window and the command line show."""

    exit_status = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts

    def sentence(self) -> str:
        return fill_from(translate("Errors", SENTENCES[self.code]), _Facts(self.facts))


class UsageError(AppError):
    """The command was written wrongly."""

    exit_status = 2


class InputError(AppError):
    """The input cannot be taken as it is; the user can mend it. Facts may hold file, sheet, row."""

    exit_status = 3


class LedgerError(AppError):
    """The ledger file is missing, newer, damaged, locked or read-only."""

    exit_status = 4


class StorageError(AppError):
    """Disk full, no permission, a drive that went away."""

    exit_status = 5


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "—"


SENTENCES: dict[str, str] = {
    # ledger file
    "ledger.missing": QT_TRANSLATE_NOOP("Errors", "找不到台账文件「{file}」。请检查文件是否被移走，或从备份恢复。"),
    "ledger.exists": QT_TRANSLATE_NOOP("Errors", "「{file}」已经存在，没有改动它。请换一个名字，或直接打开它。"),
    "ledger.foreign": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」不是客户盘点的台账，没有改动它。要导入 Excel 请用「导入台账」。"
    ),
    "ledger.newer": QT_TRANSLATE_NOOP(
        "Errors", "台账「{file}」是用更新版本的客户盘点保存的，没有改动它。请先升级程序再打开。"
    ),
    "ledger.damaged": QT_TRANSLATE_NOOP(
        "Errors", "台账文件「{file}」已损坏，打不开，没有改动它。请在「备份与恢复」里恢复最近一次完好的备份。"
    ),
    "ledger.locked": QT_TRANSLATE_NOOP(
        "Errors", "台账「{file}」正被另一个程序使用，没有改动它。请关掉那个程序后再试。"
    ),
    "ledger.read_only": QT_TRANSLATE_NOOP(
        "Errors", "台账「{file}」是只读的，改不了。请去掉文件的「只读」属性，或复制到别的文件夹再打开。"
    ),
    "ledger.network": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」在网络盘上，多台电脑同时写会损坏台账，没有打开。请先复制到本机。"
    ),
    "backup.unsound": QT_TRANSLATE_NOOP("Errors", "备份「{file}」写完后检查没有通过，已删掉。请检查磁盘后再备份一次。"),
    "backup.damaged": QT_TRANSLATE_NOOP(
        "Errors", "备份「{file}」已损坏，没有恢复，现在的数据没有变化。请选另一个备份。"
    ),
    "review.cannot_lead": QT_TRANSLATE_NOOP(
        "Errors", "「{name}」的分档由数据得出，每次都可能不同，不能作主方案。请换一个排在最前。"
    ),
    "review.no_start": QT_TRANSLATE_NOOP("Errors", "没有叫「{name}」的规则起点，规则没有改动。"),
    "review.no_draft": QT_TRANSLATE_NOOP("Errors", "没有第 {number} 号盘点草稿。用「盘点记录」看看有哪些盘点。"),
    "review.future": QT_TRANSLATE_NOOP("Errors", "盘点不能截至以后的日子 {day}，今天是 {today}。没有开始盘点。"),
    "review.open": QT_TRANSLATE_NOOP(
        "Errors", "盘点「{name}」（第 {number} 号）还没做完，一次只做一个。请先存档，或放弃草稿，再开始新的。"
    ),
    "review.nothing_open": QT_TRANSLATE_NOOP("Errors", "没有正在做的盘点。请先开始一次盘点。"),
    "review.nothing_kept": QT_TRANSLATE_NOOP("Errors", "还没有存档的盘点。"),
    "review.nobody": QT_TRANSLATE_NOOP("Errors", "台账里还没有客户，没有可以盘点的。请先导入客户台账，或新建客户。"),
    "review.none": QT_TRANSLATE_NOOP("Errors", "没有找到盘点「{name}」。用「盘点记录」看看有哪些盘点。"),
    "usage": QT_TRANSLATE_NOOP("Errors", "命令写得不对：{message}"),
    "usage.scheme": QT_TRANSLATE_NOOP("Errors", "用 --name 说明导出哪一个导入方案。可以写：{names}。"),
    "usage.date": QT_TRANSLATE_NOOP("Errors", "「{text}」不是日期。请写成 2026-11-25 这样。"),
    "usage.report_ending": QT_TRANSLATE_NOOP("Errors", "报告只能存成 .pdf 或 .xlsx，「{file}」不行。"),
    "customer.none": QT_TRANSLATE_NOOP("Errors", "没有叫「{name}」的客户。请检查名称或客户编号。"),
    "past.read_only": QT_TRANSLATE_NOOP("Errors", "正在看 {day} 的情况，只读。回到今天再改。"),
    "undo.nothing": QT_TRANSLATE_NOOP("Errors", "没有可以撤销的操作。"),
    "redo.nothing": QT_TRANSLATE_NOOP("Errors", "没有可以重做的操作。"),
    # strategies, tasks, contacts
    "contact.no_text": QT_TRANSLATE_NOOP("Errors", "还没有写这次跟进的内容，没有保存。写一句话就可以。"),
    "contact.future": QT_TRANSLATE_NOOP("Errors", "{day} 还没有到，没有保存。还没做的事请新建任务。"),
    "task.no_title": QT_TRANSLATE_NOOP("Errors", "还没有写要做什么，没有保存任务。"),
    "calendar.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」不是放假安排文件，没有采用。请选择带年份、放假日和调休上班日的文件。"
    ),
    "cadence.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "「{text}」不是频率，没有改动策略。可以写 V/1m（每月拜访）、P/2w（两周电话）或 P@3wd（3 个工作日内）。",
    ),
    # method settings
    "settings.unknown": QT_TRANSLATE_NOOP("Errors", "没有名为「{key}」的设置。请核对名称。"),
    "settings.no_value": QT_TRANSLATE_NOOP("Errors", "「{text}」没有写成 名称=值 的样子，没有改动设置。"),
    "settings.bad_value": QT_TRANSLATE_NOOP(
        "Errors", "设置「{key}」不能是「{value}」，没有改动设置。可以这样写：{example}"
    ),
    "settings.order": QT_TRANSLATE_NOOP(
        "Errors", "设置「{lower}」（{low}）必须小于「{upper}」（{high}），没有改动设置。"
    ),
    "settings.pareto_shares": QT_TRANSLATE_NOOP("Errors", "二八分级的前段与末段加起来不能超过 100%，没有改动设置。"),
    "settings.no_weight": QT_TRANSLATE_NOOP("Errors", "综合分的权重不能全是 0，没有改动设置。"),
    "settings.decision_days": QT_TRANSLATE_NOOP("Errors", "「快速决策」的天数要小于「谨慎评估」，没有改动设置。"),
    # schemes that users make
    "scheme.unreadable": QT_TRANSLATE_NOOP("Errors", "方案「{name}」读不懂，没有使用它。请重新编辑后保存。"),
    "scheme.none": QT_TRANSLATE_NOOP("Errors", "没有叫「{name}」的方案。"),
    "scheme.same_name": QT_TRANSLATE_NOOP("Errors", "已经有叫「{name}」的方案，没有保存。请换个名字。"),
    "scheme.no_cards": QT_TRANSLATE_NOOP("Errors", "方案「{name}」还没有卡片，没有保存。请至少加一张。"),
    "scheme.same_card": QT_TRANSLATE_NOOP("Errors", "方案「{name}」有两张一样的卡片，没有保存。请去掉一张。"),
    "condition.value": QT_TRANSLATE_NOOP("Errors", "「{field}」里的「{text}」读不懂，请填数字；日期写成 2026-06-30。"),
    "scheme.condition": QT_TRANSLATE_NOOP(
        "Errors", "方案「{name}」的卡片「{card}」里，关于「{field}」的条件不成立，没有保存。请改一改。"
    ),
    # files to import
    "file.missing": QT_TRANSLATE_NOOP("Errors", "找不到文件「{file}」。请检查文件名和位置，再导入一次。"),
    "file.denied": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」读不了：没有权限，或正被别的程序占用。请关掉那个程序，再导入一次。"
    ),
    "file.changed": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」在读取的时候被改动了，没有写入任何数据。请等它保存好，再导入一次。"
    ),
    "file.without": QT_TRANSLATE_NOOP("Errors", "「{file}」没有读，要先给出打开密码或文字编码，给了可以再导入一次。"),
    "file.folder": QT_TRANSLATE_NOOP("Errors", "「{file}」是一个文件夹。请选择里面的表格文件。"),
    "file.empty": QT_TRANSLATE_NOOP("Errors", "「{file}」是空的，没有可以导入的内容。请检查是否选错了文件。"),
    "file.lock": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」只是 Excel 或 WPS 打开表格时留下的临时文件。请选择名称里没有「~」的那一个。"
    ),
    "file.password": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」设了打开密码，没有读出任何内容。请用 --password 给出密码，或在 Excel 或 WPS 里取消密码后再导入。",
    ),
    "file.wrong_password": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」的密码不对，没有读出任何内容。请再输一次，或在 Excel 或 WPS 里取消密码后再导入。"
    ),
    "file.damaged": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」已损坏或没有保存完整，读不出来。请用 Excel 或 WPS 打开检查，另存为 xlsx 后再导入。"
    ),
    "file.html": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」其实是网页，不是 Excel 文件。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。"
    ),
    "file.frames": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」只是网页的外框，表格在它旁边的文件夹里，没有一起放过来。请把文件夹放到它旁边，或用 Excel 打开，"
        "另存为 xlsx 后再导入。",
    ),
    "file.xml": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」是 XML 格式的表格，暂时读不了。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。"
    ),
    "file.old_excel": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」是很早以前的 Excel 格式，暂时读不了。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。"
    ),
    "file.archive": QT_TRANSLATE_NOOP("Errors", "「{file}」是压缩文件。请先解压，再导入里面的表格。"),
    "file.document": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」是文档、图片或别的程序的文件，不是表格。请选择 Excel 或 csv 文件。"
    ),
    "file.binary": QT_TRANSLATE_NOOP("Errors", "「{file}」不是表格，里面没有可以读的文字。请检查是否选错了文件。"),
    "file.encoding": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」的文字编码认不出来，读了会是乱码。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。"
    ),
    "file.quotes": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」第 {row} 行附近的引号没有成对，后面的行分不开。请改好引号，或另存为 xlsx 后再导入。"
    ),
    "file.other_type": QT_TRANSLATE_NOOP("Errors", "「{file}」的扩展名和内容不符，已按实际内容（{kind}）读取。"),
    # customers, filters, tags
    "filter.field": QT_TRANSLATE_NOOP("Errors", "筛选条件里的「{text}」不认识。可以用：{known}。"),
    "filter.operator": QT_TRANSLATE_NOOP("Errors", "「{field}」不能用「{text}」来筛选，没有筛选。"),
    "filter.value": QT_TRANSLATE_NOOP("Errors", "筛选条件「{field}」的值「{text}」看不懂，没有筛选。"),
    "filter.sort": QT_TRANSLATE_NOOP("Errors", "排序「{text}」不认识。可以写 net_sales:desc 或 name。"),
    "customer.no_name": QT_TRANSLATE_NOOP("Errors", "客户名称不能为空。"),
    "customer.no_contact_name": QT_TRANSLATE_NOOP(
        "Errors", "联系人要有姓名或称呼，例如「王总」；不知道名字就写电话或微信。"
    ),
    "customer.too_long": QT_TRANSLATE_NOOP("Errors", "太长了，最多 {longest} 个字。"),
    "customer.money": QT_TRANSLATE_NOOP("Errors", "「{text}」不是金额。可以写 120000 或 12万。"),
    "customer.days": QT_TRANSLATE_NOOP("Errors", "「{text}」不是天数。可以写 30。"),
    "customer.phone": QT_TRANSLATE_NOOP("Errors", "「{text}」不像电话号码。可以写 13800000000 或 021-55550000。"),
    "customer.code_taken": QT_TRANSLATE_NOOP("Errors", "编号「{number}」已经是「{name}」的，没有保存。"),
    "merge.gone": QT_TRANSLATE_NOOP("Errors", "其中有客户已经不在了，或已经合并过，没有合并。请重新选择。"),
    "merge.split": QT_TRANSLATE_NOOP("Errors", "这次合并已经拆开了，没有改动。"),
    "merge.circle": QT_TRANSLATE_NOOP("Errors", "总公司不能同时是自己的分公司，没有保存。"),
    "pin.no_reason": QT_TRANSLATE_NOOP("Errors", "手工定级要写一句原因，没有保存。"),
    "tag.name": QT_TRANSLATE_NOOP("Errors", "标签要有名字，不带「/」，最多 {longest} 个字。"),
    "tag.missing": QT_TRANSLATE_NOOP("Errors", "标签「{name}」已经不在了，没有改动。"),
    "tag.several": QT_TRANSLATE_NOOP(
        "Errors", "有 {count} 位客户在「{group}」里有不止一个标签，先改成一个，再设为单选。没有改动。"
    ),
    "member.name": QT_TRANSLATE_NOOP("Errors", "成员要有名字，最多 {longest} 个字。"),
    "member.taken": QT_TRANSLATE_NOOP("Errors", "已经有一位成员叫「{name}」，没有保存。"),
    "member.missing": QT_TRANSLATE_NOOP("Errors", "成员「{name}」已经不在了，没有改动。"),
    "member.hours": QT_TRANSLATE_NOOP("Errors", "一天的小时数要在 0 到 24 之间，没有保存。"),
    # files for the user
    "export.busy": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」写不了：可能正在 Excel 或 WPS 里打开，或没有权限。没有改动它，请关掉后再试，或另存为别的名称。",
    ),
    "export.folder": QT_TRANSLATE_NOOP("Errors", "文件夹「{folder}」不在了，没有导出。请另存到别的文件夹。"),
    "export.too_many": QT_TRANSLATE_NOOP(
        "Errors", "Excel 的一张表最多放 {rows} 行，放不下，没有导出。请先筛选，或另存为 csv。"
    ),
    # import
    "import.mend_unknown": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」不是从这本台账的待修区导出的，没有写入任何数据。请选择从这里导出的待修表。"
    ),
    "import.mend_changed": QT_TRANSLATE_NOOP(
        "Errors", "待修区里的行在这期间已经处理过，没有写入任何数据。请看一眼现在的待修区再试。"
    ),
    "import.mend_settled": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」里的行都已经导入过，或者已经从待修区移除，没有写入任何数据。"
    ),
    "import.nothing": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」里没有可以导入的行，没有写入任何数据。请检查是否选错了文件。",
    ),
    "import.no_header": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」里没有找到表头，缺少客户和金额这两列，没有写入任何数据。请加一行列名"
        "（如 客户名称、日期、金额）再导入。",
    ),
    "import.headerless": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」没有表头，认不出{lacks}在哪一列，没有写入任何数据。第一行是：{columns}。{hint}请指明各列是什么。",
    ),
    "import.no_customer": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」里没有认出{lacks}，没有写入任何数据。读到的列：{titles}。{hint}请指明哪一列是客户。",
    ),
    "import.no_amount": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」里没有认出{lacks}（也没有数量和单价），没有写入任何数据。读到的列：{titles}。"
        "{hint}请指明哪一列是金额。",
    ),
    "import.no_date": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」里没有认出{lacks}，没有写入任何数据。读到的列：{titles}。{hint}请指明哪一列是日期。",
    ),
    "import.no_text": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的工作表「{sheet}」里没有跟进内容这一列，没有写入任何数据。读到的列：{titles}。请指明是哪一列。",
    ),
    "import.join": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」的金额在工作表「{lines}」，客户在「{heads}」，没有写入任何数据。请先把它们合成一张表："
        "每行写明客户、日期和金额。",
    ),
    "import.no_sheet": QT_TRANSLATE_NOOP(
        "Errors", "文件里没有工作表「{sheet}」，没有写入任何数据。有的工作表：{names}。"
    ),
    "import.folder_empty": QT_TRANSLATE_NOOP("Errors", "文件夹「{file}」里没有表格文件。请选择 Excel 或 CSV 文件。"),
    "import.join_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "「{sheet}」要和「{other}」合并，可是没有找到有这些列的表：{columns}。没有写入任何数据。请检查表名和列名。",
    ),
    "import.join_twice": QT_TRANSLATE_NOOP(
        "Errors",
        "「{sheet}」的「{column}」有重复的值，合并会把行数变多，没有写入任何数据。请先去掉重复的行，或换一列来合并。",
    ),
    "scheme.name": QT_TRANSLATE_NOOP("Errors", "导入方案要有名字，最多 {longest} 个字。"),
    "scheme.taken": QT_TRANSLATE_NOOP("Errors", "已经有叫「{name}」的导入方案，请换一个名字。"),
    "scheme.gone": QT_TRANSLATE_NOOP("Errors", "这个导入方案已经不在了，没有改动。"),
    "scheme.no_headings": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」里没有写表头，不知道用于哪种表，没有读入。请用程序导出的导入方案。"
    ),
    "mapping.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "导入方案「{file}」读不懂。请检查它是不是从程序里导出的 JSON 文件。"
    ),
    "mapping.version": QT_TRANSLATE_NOOP(
        "Errors", "导入方案「{file}」是更新版本的客户盘点保存的（格式 {version}）。请先升级程序。"
    ),
    "mapping.key": QT_TRANSLATE_NOOP("Errors", "导入方案「{file}」里的「{key}」不认识。可以写：{keys}。"),
    "mapping.value": QT_TRANSLATE_NOOP("Errors", "导入方案「{file}」里「{key}」的值不对。请照导出的方案的写法改。"),
    "import.question": QT_TRANSLATE_NOOP("Errors", "导入前要先回答一个问题：{question} 还没有写入任何数据。"),
    "import.field": QT_TRANSLATE_NOOP(
        "Errors", "列对应里写的字段「{field}」不认识，没有写入任何数据。可以用的字段：{fields}。"
    ),
    "import.no_batch": QT_TRANSLATE_NOOP("Errors", "没有第 {batch} 次导入。请在导入记录里看有哪些。"),
    "import.undone": QT_TRANSLATE_NOOP("Errors", "第 {batch} 次导入已经撤销过了。"),
    # storage
    "storage.full": QT_TRANSLATE_NOOP("Errors", "磁盘空间不够，没有保存，原来的数据没有变化。请腾出空间后再试。"),
    "storage.unwritable": QT_TRANSLATE_NOOP(
        "Errors",
        "「{file}」写不进去，原来的数据没有变化。磁盘可能满了、放不下这么大的文件，或已断开，请检查后再试。",
    ),
    "storage.denied": QT_TRANSLATE_NOOP(
        "Errors", "没有权限写「{file}」，原来的数据没有变化。请换一个文件夹，或关掉正在使用它的程序。"
    ),
    "storage.print": QT_TRANSLATE_NOOP("Errors", "打印机没有响应，没有打印。数据没有变化，请检查打印机后再试。"),
    "storage.gone": QT_TRANSLATE_NOOP(
        "Errors", "「{file}」读不到了，可能磁盘或 U 盘已断开。数据没有变化，请接好后再试。"
    ),
}
