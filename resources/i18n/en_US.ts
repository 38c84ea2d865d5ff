<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>以 MIT 许可发布。用到的程序库：</source>
        <translation>Released under the MIT licence. Libraries used:</translation>
    </message>
    <message>
        <source>关于与许可</source>
        <translation>About and licences</translation>
    </message>
    <message>
        <source>把旧台账变成一份客户名单、分级、任务和每月的盘点报告。不联网，数据只在这台电脑上。</source>
        <translation>Turns an old ledger into a customer list, tiers, tasks and a monthly review report. No network; the data stays on this computer.</translation>
    </message>
    <message>
        <source>版本 {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>程序库与许可</source>
        <translation>Program libraries and licences</translation>
    </message>
</context>
<context>
    <name>ActionCard</name>
    <message>
        <source>删除这个动作</source>
        <translation>Delete this action</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>怎么说、带什么</source>
        <translation>What to say or bring</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time needed</translation>
    </message>
    <message>
        <source>谁来做</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>频率</source>
        <translation>How often</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>下一栏</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>保存视图…</source>
        <translation>Save view…</translation>
    </message>
    <message>
        <source>入门（3 分钟）</source>
        <translation>Getting started (3 minutes)</translation>
    </message>
    <message>
        <source>全屏</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>关于与许可</source>
        <translation>About and licences</translation>
    </message>
    <message>
        <source>分级方案…</source>
        <translation>Tier schemes…</translation>
    </message>
    <message>
        <source>列…</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>合并…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>回到今天</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Recycle bin</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制（带表头）</source>
        <translation>Copy with headers</translation>
    </message>
    <message>
        <source>分级有效性…</source>
        <translation>Did the tiers work this quarter…</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>Roomy</translation>
    </message>
    <message>
        <source>导入记录…</source>
        <translation>Import history…</translation>
    </message>
    <message>
        <source>导出客户管理清单…</source>
        <translation>Export customer list…</translation>
    </message>
    <message>
        <source>导出当前表格…</source>
        <translation>Export this table…</translation>
    </message>
    <message>
        <source>导出诊断包…</source>
        <translation>Export diagnostics…</translation>
    </message>
    <message>
        <source>开始本月盘点</source>
        <translation>Start this month&apos;s review</translation>
    </message>
    <message>
        <source>待修区…</source>
        <translation>Repair area…</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>恢复 100 %</source>
        <translation>Back to 100%</translation>
    </message>
    <message>
        <source>截至日期…</source>
        <translation>As of date…</translation>
    </message>
    <message>
        <source>手工定级…</source>
        <translation>Set tier by hand…</translation>
    </message>
    <message>
        <source>手工定级清单…</source>
        <translation>Tiers set by hand…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>打开 360</source>
        <translation>Open 360</translation>
    </message>
    <message>
        <source>打开台账…</source>
        <translation>Open ledger…</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open data folder</translation>
    </message>
    <message>
        <source>打开示例台账</source>
        <translation>Open the example ledger</translation>
    </message>
    <message>
        <source>批量替换…</source>
        <translation>Replace in bulk…</translation>
    </message>
    <message>
        <source>排序…</source>
        <translation>Sort…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改标签…</source>
        <translation>Change tags…</translation>
    </message>
    <message>
        <source>改负责人…</source>
        <translation>Change owner…</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>数据检查…</source>
        <translation>Data check…</translation>
    </message>
    <message>
        <source>新建任务</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>新建台账</source>
        <translation>New ledger</translation>
    </message>
    <message>
        <source>新建客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>替换…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找命令与客户…</source>
        <translation>Find commands and customers…</translation>
    </message>
    <message>
        <source>查看来源</source>
        <translation>Show sources</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>标签管理…</source>
        <translation>Manage tags…</translation>
    </message>
    <message>
        <source>比较两次盘点…</source>
        <translation>Compare two reviews…</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>清除全部筛选</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>生成月度报告</source>
        <translation>Create monthly report</translation>
    </message>
    <message>
        <source>用 Excel 打开</source>
        <translation>Open in Excel</translation>
    </message>
    <message>
        <source>疑似重复…</source>
        <translation>Possible duplicates…</translation>
    </message>
    <message>
        <source>疑似重复（{0} 组）…</source>
        <translation>Possible duplicates ({0})…</translation>
    </message>
    <message>
        <source>盘点记录</source>
        <translation>Past reviews</translation>
    </message>
    <message>
        <source>移到回收站</source>
        <translation>Move to recycle bin</translation>
    </message>
    <message>
        <source>空白模板…</source>
        <translation>Blank template…</translation>
    </message>
    <message>
        <source>筛选面板</source>
        <translation>Filter panel</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>记录跟进</source>
        <translation>Log a contact</translation>
    </message>
    <message>
        <source>详情栏</source>
        <translation>Detail pane</translation>
    </message>
    <message>
        <source>读回改过的清单…</source>
        <translation>Read back edited list…</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>过程指标…</source>
        <translation>How the work goes…</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>ActiveFilters</name>
    <message>
        <source>显示 {0} / {1} 位</source>
        <translation>{0} of {1} shown</translation>
    </message>
    <message>
        <source>清除全部</source>
        <translation>Clear all</translation>
    </message>
</context>
<context>
    <name>AllClasses</name>
    <message>
        <source>全部分级</source>
        <translation>All schemes</translation>
    </message>
    <message>
        <source>按规则第 {0} 版</source>
        <translation>By version {0} of the rules</translation>
    </message>
    <message>
        <source>按默认规则</source>
        <translation>By the default rules</translation>
    </message>
    <message>
        <source>收起全部分级</source>
        <translation>Hide all schemes</translation>
    </message>
    <message>
        <source>正在按全部方案分级…</source>
        <translation>Working out all schemes…</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>另一家会归在它下面。</source>
        <translation>The other one is placed under it.</translation>
    </message>
    <message>
        <source>另外 {0} 组把握不够，留着一组一组地看。</source>
        <translation>{0} more {0:pair is|pairs are} less certain and left for you to check one by one.</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合并时搬走的还给它；合并以后新增和改过的留在原处。</source>
        <translation>What the merge moved goes back to it; what was added or edited since stays where it is.</translation>
    </message>
    <message>
        <source>合并选中的 {0} 组客户？</source>
        <translation>Merge {0} selected {0:pair|pairs} of customers?</translation>
    </message>
    <message>
        <source>名单里的其他内容</source>
        <translation>More from lists</translation>
    </message>
    <message>
        <source>哪一家是总公司？</source>
        <translation>Which one is the head office?</translation>
    </message>
    <message>
        <source>已合并 {0} 组客户。</source>
        <translation>{0} {0:pair|pairs} of customers merged.</translation>
    </message>
    <message>
        <source>已并入「{0}」。</source>
        <translation>Merged into &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>已归入总公司「{0}」。</source>
        <translation>Placed under head office &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>已拆开，合并时搬走的都还回去了。</source>
        <translation>Separated; everything the merge moved was given back.</translation>
    </message>
    <message>
        <source>已拆开，有几样没有还回去。</source>
        <translation>Separated; some things could not be given back.</translation>
    </message>
    <message>
        <source>已记下：不是同一家，以后不再提示。</source>
        <translation>Noted as different; this pair is not suggested again.</translation>
    </message>
    <message>
        <source>把「{0}」从「{1}」拆开？</source>
        <translation>Separate &quot;{0}&quot; from &quot;{1}&quot;?</translation>
    </message>
    <message>
        <source>拆开</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>按名称看是「{0}」。</source>
        <translation>By the names it is &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>每组保留记录多的一位，资料按建议取舍；随时可以撤销或拆开。</source>
        <translation>Each pair keeps the customer with more records and takes the suggested values. You can undo or separate them at any time.</translation>
    </message>
    <message>
        <source>选中的几组都要一组一组地看，没有合并。</source>
        <translation>The selected pairs must be checked one by one; nothing was merged.</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>上季末</source>
        <translation>End of last quarter</translation>
    </message>
    <message>
        <source>上月末</source>
        <translation>End of last month</translation>
    </message>
    <message>
        <source>上次盘点</source>
        <translation>Last review</translation>
    </message>
    <message>
        <source>前年末</source>
        <translation>End of the year before last</translation>
    </message>
    <message>
        <source>去年末</source>
        <translation>End of last year</translation>
    </message>
    <message>
        <source>台账最后一笔</source>
        <translation>Last line of the ledger</translation>
    </message>
    <message>
        <source>客户、金额、分级和理由都按这一天（含）以前的记录重新算，只看不改。</source>
        <translation>Customers, amounts, tiers and reasons are worked out anew from the records up to and including that day; to look at only.</translation>
    </message>
    <message>
        <source>截至 {0}</source>
        <translation>As of {0}</translation>
    </message>
    <message>
        <source>截至今天</source>
        <translation>As of today</translation>
    </message>
    <message>
        <source>截至哪一天</source>
        <translation>As of which day</translation>
    </message>
    <message>
        <source>截至日期</source>
        <translation>As-of date</translation>
    </message>
    <message>
        <source>正在看 {0} 的情况，只读。按 {1} 回到今天再改。</source>
        <translation>Showing how things stood on {0}, read-only. Press {1} to go back to today, then change it.</translation>
    </message>
    <message>
        <source>正在算 {0} 的情况</source>
        <translation>Working out {0}</translation>
    </message>
    <message>
        <source>看这一天</source>
        <translation>Show this day</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>升级前</source>
        <translation>Before upgrade</translation>
    </message>
    <message>
        <source>合并前</source>
        <translation>Before merge</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>导入前</source>
        <translation>Before import</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before restore</translation>
    </message>
    <message>
        <source>手动备份</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>批量修改前</source>
        <translation>Before bulk change</translation>
    </message>
    <message>
        <source>查看备份</source>
        <translation>View backup</translation>
    </message>
    <message>
        <source>盘点存档前</source>
        <translation>Before closing a review</translation>
    </message>
    <message>
        <source>退出时</source>
        <translation>At exit</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>为什么备份</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>共 {0} 个备份，最近一次 {1}</source>
        <translation>{0} {0:backup|backups}, the last one {1}</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>大小（MB）</source>
        <translation>Size (MB)</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>客户（位）</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>导入、盘点、批量修改之前和退出时会自动备份。恢复前会先备份现在的数据。</source>
        <translation>Backed up before imports, reviews and bulk changes, and at exit. The present data is backed up before a restore.</translation>
    </message>
    <message>
        <source>已备份。</source>
        <translation>Backed up.</translation>
    </message>
    <message>
        <source>已恢复。</source>
        <translation>Restored.</translation>
    </message>
    <message>
        <source>已损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复到 {0} 的备份（{1} 位客户）？</source>
        <translation>Restore the backup of {0} ({1} {1:customer|customers})?</translation>
    </message>
    <message>
        <source>恢复到这个备份…</source>
        <translation>Restore this backup…</translation>
    </message>
    <message>
        <source>恢复到选中的备份…</source>
        <translation>Restore the selected backup…</translation>
    </message>
    <message>
        <source>恢复前会先备份现在的数据。</source>
        <translation>The present data is backed up first.</translation>
    </message>
    <message>
        <source>打开备份文件夹</source>
        <translation>Open backup folder</translation>
    </message>
    <message>
        <source>改动之后退出时会自动备份，也可以现在就备份。</source>
        <translation>After changes a backup is made at exit; you can also make one now.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>明细（行）</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>BlankList</name>
    <message>
        <source>{0}：{1}例如：{2}</source>
        <translation>{0}: {1} For example: {2}</translation>
    </message>
    <message>
        <source>一行一条：日期、冒号、内容；逗号后面写对方的反馈。</source>
        <translation>One entry per line: date, colon, text; after a comma the customer&apos;s feedback.</translation>
    </message>
    <message>
        <source>人数范围。</source>
        <translation>A range of head counts.</translation>
    </message>
    <message>
        <source>价值、需求、行为三组，用「/」分开；一组里几个标签用「、」。</source>
        <translation>Three groups, value, need and behaviour, parted by &quot;/&quot;; several tags in one group by a comma.</translation>
    </message>
    <message>
        <source>你们公司谁负责；可以是人，也可以是小组。</source>
        <translation>Who is responsible on your side: a person or a team.</translation>
    </message>
    <message>
        <source>到现在一共买了多少，单位万元。</source>
        <translation>What was bought so far in all, in ten-thousands of yuan.</translation>
    </message>
    <message>
        <source>填写说明</source>
        <translation>How to fill it in</translation>
    </message>
    <message>
        <source>姓名或称呼，可以带电话；几个人用「、」隔开。</source>
        <translation>Name or form of address, with a phone number if you like; several people parted by commas.</translation>
    </message>
    <message>
        <source>客户管理清单_空白模板.xlsx</source>
        <translation>customer_list_blank.xlsx</translation>
    </message>
    <message>
        <source>必填，一行一位客户。</source>
        <translation>Required; one customer per row.</translation>
    </message>
    <message>
        <source>打算怎么跟这位客户。</source>
        <translation>What you plan to do for this customer.</translation>
    </message>
    <message>
        <source>最近一次成交的日子；没有就留空或写「-」。</source>
        <translation>The day of the last deal; empty or &quot;-&quot; if there is none.</translation>
    </message>
    <message>
        <source>现在走到哪一步。</source>
        <translation>Where things stand now.</translation>
    </message>
    <message>
        <source>第一次成交的日子；没有就留空。</source>
        <translation>The day of the first deal; empty if there is none.</translation>
    </message>
    <message>
        <source>随你叫，前后一致就行。</source>
        <translation>Any words you like, as long as they stay the same.</translation>
    </message>
</context>
<context>
    <name>BookList</name>
    <message>
        <source>一次只做一个：做完或放弃它，再接着做{0}。</source>
        <translation>Only one review at a time: finish or discard it, then go on with {0}.</translation>
    </message>
    <message>
        <source>一次盘点把客户重新分级，逐个确认，排好任务，再签字存档。第一次大约半小时。</source>
        <translation>In a review you tier your customers anew, confirm them one by one, set the tasks, then sign and close it. The first takes about half an hour.</translation>
    </message>
    <message>
        <source>先导入客户台账，或新建客户。</source>
        <translation>Import a ledger first, or add a customer.</translation>
    </message>
    <message>
        <source>分级和上次盘点不同的客户数</source>
        <translation>Customers whose tier differs from the review before</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>双击或按 ↵ 打开；选中两次可以比较。</source>
        <translation>Double-click or ↵ opens it; select two to compare them.</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>各档</source>
        <translation>Tiers</translation>
    </message>
    <message>
        <source>存档时间</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>开始本月盘点</source>
        <translation>Start this month&apos;s review</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>接着做</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>有 {0} 个手工定级已到期或和规则不一致。</source>
        <translation>{0} {0:tier|tiers} set by hand ran out or contradict the rules.</translation>
    </message>
    <message>
        <source>比较选中的两次</source>
        <translation>Compare the two selected</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>盘点「{0}」还没做完，停在第 {1} 步，共 {2} 步。</source>
        <translation>Review &quot;{0}&quot; is not finished; it stands at step {1} of {2}.</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>还没有可以盘点的客户</source>
        <translation>No customers to review yet</translation>
    </message>
    <message>
        <source>还没有盘点</source>
        <translation>No reviews yet</translation>
    </message>
</context>
<context>
    <name>BookView</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>全部客户</source>
        <translation>All customers</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>分级方案</source>
        <translation>Tier schemes</translation>
    </message>
    <message>
        <source>分级结果</source>
        <translation>Resulting tiers</translation>
    </message>
    <message>
        <source>变化原因</source>
        <translation>Cause of the change</translation>
    </message>
    <message>
        <source>台账自存档以来有改动（{0}）。这里和打印的仍是存档时的数字。指纹 {1}</source>
        <translation>The ledger has changed since it was filed ({0}). Here and in print the figures are still those of then. Fingerprint {1}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>截至 {0} · 盘点人 {1} · 批准人 {2} · 存档于 {3}</source>
        <translation>As of {0} · reviewed by {1} · approved by {2} · closed on {3}</translation>
    </message>
    <message>
        <source>截至 {0} 的台账自存档以来没有改动。指纹 {1}</source>
        <translation>The ledger up to {0} has not changed since it was filed. Fingerprint {1}</translation>
    </message>
    <message>
        <source>手工定级，规则结果是「{0}」</source>
        <translation>set by hand; the rules say {0}</translation>
    </message>
    <message>
        <source>显示哪些客户</source>
        <translation>Which customers to show</translation>
    </message>
    <message>
        <source>有变化的</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>没有写结论。</source>
        <translation>No conclusion was written.</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>这次的规则</source>
        <translation>Rules of this review</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>已选 {0} 位</source>
        <translation>{0} selected</translation>
    </message>
    <message>
        <source>彻底删除…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <source>放回客户列表</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>Cadence</name>
    <message>
        <source>{0} 个工作日内，一次</source>
        <translation>once within {0} {0:working day|working days}</translation>
    </message>
    <message>
        <source>{0} 个月后，一次</source>
        <translation>once after {0} {0:month|months}</translation>
    </message>
    <message>
        <source>{0} 周后，一次</source>
        <translation>once after {0} {0:week|weeks}</translation>
    </message>
    <message>
        <source>{0} 天后，一次</source>
        <translation>once after {0} {0:day|days}</translation>
    </message>
    <message>
        <source>{0}，共 {1} 次</source>
        <translation>{0}, {1} {1:time|times} in all</translation>
    </message>
    <message>
        <source>内部复盘</source>
        <translation>Internal review</translation>
    </message>
    <message>
        <source>增值服务</source>
        <translation>Extra service</translation>
    </message>
    <message>
        <source>当天，一次</source>
        <translation>once on the same day</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>拜访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>每 {0} 个工作日</source>
        <translation>every {0} {0:working day|working days}</translation>
    </message>
    <message>
        <source>每 {0} 个月</source>
        <translation>every {0} {0:month|months}</translation>
    </message>
    <message>
        <source>每 {0} 周</source>
        <translation>every {0} {0:week|weeks}</translation>
    </message>
    <message>
        <source>每 {0} 天</source>
        <translation>every {0} {0:day|days}</translation>
    </message>
    <message>
        <source>满意度调查</source>
        <translation>Satisfaction survey</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>资料邮件</source>
        <translation>Email</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>复制图片</source>
        <translation>Copy the picture</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>看数据…</source>
        <translation>Show the figures…</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>{0} {1} 位</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} 位</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 位客户无法评级，补上资料后会自动分级，也可以先继续。</source>
        <translation>{0} {0:customer|customers} {0:has|have} no tier. They get one once the data is in; you can also go on.</translation>
    </message>
    <message>
        <source>{0} 位：{1}</source>
        <translation>{0} {0:customer|customers}: {1}</translation>
    </message>
    <message>
        <source>{0}为主</source>
        <translation>{0} leads</translation>
    </message>
    <message>
        <source>{0}分不出来的客户</source>
        <translation>Customers without a class in {0}</translation>
    </message>
    <message>
        <source>九项指标按权重合成一个分</source>
        <translation>Nine measures weighed into one score</translation>
    </message>
    <message>
        <source>互动多少、有没有投诉</source>
        <translation>How much contact there is, and complaints</translation>
    </message>
    <message>
        <source>从上往下看，先满足哪张卡片就归哪一档</source>
        <translation>From top to bottom: the first card that fits decides</translation>
    </message>
    <message>
        <source>从商机到下单要多久</source>
        <translation>How long from opportunity to order</translation>
    </message>
    <message>
        <source>价值与贡献</source>
        <translation>Value and contribution</translation>
    </message>
    <message>
        <source>会不会一直买</source>
        <translation>Whether they will go on buying</translation>
    </message>
    <message>
        <source>双击一行看缺的是谁</source>
        <translation>Double-click a row to see who lacks it</translation>
    </message>
    <message>
        <source>可以几个一起看，一个为主</source>
        <translation>Several side by side, one leads</translation>
    </message>
    <message>
        <source>合作得顺不顺，人工逐条打勾</source>
        <translation>How well it works together, ticked by hand</translation>
    </message>
    <message>
        <source>年采购额：{0} 位只有总额，按总额÷年数。</source>
        <translation>Annual purchases: {0} by total ÷ years, for want of orders.</translation>
    </message>
    <message>
        <source>年采购额：{0} 位按订单滚动 {1} 个月。</source>
        <translation>Annual purchases: {0} by orders of the last {1} months.</translation>
    </message>
    <message>
        <source>年采购额：{0} 位按订单滚动 {1} 个月，{2} 位只有总额，按总额÷年数。</source>
        <translation>Yearly purchases: {0} from the orders of {1} {1:month|months}, {2} from a total divided by years.</translation>
    </message>
    <message>
        <source>成交、种子、潜在、沉默</source>
        <translation>Won, seed, prospect, silent</translation>
    </message>
    <message>
        <source>我的方案</source>
        <translation>My schemes</translation>
    </message>
    <message>
        <source>按{0}分开看</source>
        <translation>By {0}</translation>
    </message>
    <message>
        <source>按年采购额分四档</source>
        <translation>Four tiers by annual purchases</translation>
    </message>
    <message>
        <source>按毛利排名分 20%、60%、20%</source>
        <translation>20%, 60%, 20% by gross profit rank</translation>
    </message>
    <message>
        <source>按累计贡献分 A、B、C 三类</source>
        <translation>A, B and C by cumulative contribution</translation>
    </message>
    <message>
        <source>挡住的分级</source>
        <translation>Schemes it blocks</translation>
    </message>
    <message>
        <source>换主方案</source>
        <translation>Change leading scheme</translation>
    </message>
    <message>
        <source>换主方案会清掉逐个确认里已经做的决定，要换吗？</source>
        <translation>Changing the leading scheme discards the decisions already made one by one. Change it?</translation>
    </message>
    <message>
        <source>最近、频次、金额各看高低，八种客户</source>
        <translation>Recency, frequency and amount high or low: eight types</translation>
    </message>
    <message>
        <source>最近、频次、金额打分，十一种客户</source>
        <translation>Recency, frequency and amount scored: eleven types</translation>
    </message>
    <message>
        <source>有值</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>来得勤不勤、买得多不多</source>
        <translation>How often they come, how much they buy</translation>
    </message>
    <message>
        <source>每月买几次</source>
        <translation>Purchases a month</translation>
    </message>
    <message>
        <source>没有客户要填这一项</source>
        <translation>No customer needs this</translation>
    </message>
    <message>
        <source>流失预警按每位客户自己的购买节奏算，总是一起看。</source>
        <translation>The churn alert follows each customer&apos;s own rhythm and is always shown beside the tiers.</translation>
    </message>
    <message>
        <source>状态与关系</source>
        <translation>State and relationship</translation>
    </message>
    <message>
        <source>现有、意向、潜在、流失</source>
        <translation>Current, intent, potential, lost</translation>
    </message>
    <message>
        <source>用哪些分级方案</source>
        <translation>Tier schemes to use</translation>
    </message>
    <message>
        <source>由数据得出</source>
        <translation>Come out of the data</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>缺{0}</source>
        <translation>Missing: {0}</translation>
    </message>
    <message>
        <source>能分 {0} / {1} 位</source>
        <translation>{0} of {1} can be classed</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>让数据自己分组，只作参考</source>
        <translation>Lets the data form groups; for orientation only</translation>
    </message>
    <message>
        <source>购买间隔稳不稳</source>
        <translation>How steady the gaps between purchases are</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>资料齐不齐</source>
        <translation>Is the data complete</translation>
    </message>
    <message>
        <source>还有 {0} 种分级方案</source>
        <translation>{0} more tier {0:scheme|schemes}</translation>
    </message>
    <message>
        <source>还没有客户成交过，年采购额都是零。</source>
        <translation>Nobody has bought yet; all annual purchases are zero.</translation>
    </message>
    <message>
        <source>还能买多少</source>
        <translation>How much more they could buy</translation>
    </message>
    <message>
        <source>还能买多少、会不会一直买，九格合成三档</source>
        <translation>How much more they could buy and whether they stay: nine cells make three classes</translation>
    </message>
    <message>
        <source>逐户补填…</source>
        <translation>Fill in one by one…</translation>
    </message>
    <message>
        <source>都能分</source>
        <translation>All can be classed</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>{0} {1} 位</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} 位客户的资料自相矛盾：{1}。</source>
        <translation>The data of {0} {0:customer contradicts|customers contradict} itself: {1}.</translation>
    </message>
    <message>
        <source>{0} 位客户里 {1} 位资料不全</source>
        <translation>{1} of {0} customers lack data</translation>
    </message>
    <message>
        <source>{0} 位成交客户里只有 {1} 位成本够全，其余的毛利不算。</source>
        <translation>Costs are complete enough for {1} of {0} customers who bought; no gross profit for the rest.</translation>
    </message>
    <message>
        <source>{0} 条跟进的日期在 {1} 之后，到那天才算。</source>
        <translation>{0} {0:contact is|contacts are} dated after {1} and will count from their day.</translation>
    </message>
    <message>
        <source>{0} 笔回款的日期在 {1} 之后，到那天才算。</source>
        <translation>{0} {0:payment is|payments are} dated after {1} and will count from their day.</translation>
    </message>
    <message>
        <source>{0} 位客户近 {1} 个月的净销售额是负的，合计 {2}，退货比买的多。</source>
        <translation>Net sales of {0} {0:customer|customers} over {1} months are negative, {2} in all: more was returned than bought.</translation>
    </message>
    <message>
        <source>{0} 位客户，有 {1} 项资料谁都没有</source>
        <translation>{0} customers; {1} fields nobody has</translation>
    </message>
    <message>
        <source>{0} 位客户，该有的资料都齐了</source>
        <translation>{0} customers, nothing missing</translation>
    </message>
    <message>
        <source>{0} 笔订单没有客户，共 {1}，只算在总计里。</source>
        <translation>{0} order {0:line has|lines have} no customer, {1} in all; counted in the totals only.</translation>
    </message>
    <message>
        <source>{0} 笔订单没有日期，共 {1}，只在导入合计里，不算进任何客户。</source>
        <translation>{0} order {0:line has|lines have} no date, {1} in all; counted in the total of the import only, for no customer.</translation>
    </message>
    <message>
        <source>{0} 笔订单的日期在 {1} 之后（最晚 {2}），共 {3}，到那天才算进合计。年份写错了就改原表重新导入。</source>
        <translation>{0} order {0:line is|lines are} dated after {1} (the latest {2}), {3} in all, and will count from their day. If the year is wrong, put the file right and import it again.</translation>
    </message>
    <message>
        <source>{0}({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}的客户</source>
        <translation>Customers of {0}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>其余 {0} 条</source>
        <translation>{0} others</translation>
    </message>
    <message>
        <source>净销售额是负的</source>
        <translation>Negative net sales</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>合作质量问答</source>
        <translation>Fit questions</translation>
    </message>
    <message>
        <source>商机</source>
        <translation>Opportunity</translation>
    </message>
    <message>
        <source>在客户资料里回答</source>
        <translation>answer under the customer&apos;s data</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>填进补填表</source>
        <translation>fill in the workbook</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户来源</source>
        <translation>Customer source</translation>
    </message>
    <message>
        <source>导入带成本的订单</source>
        <translation>import orders with costs</translation>
    </message>
    <message>
        <source>导入订单明细</source>
        <translation>import order lines</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>年采购额(万元)</source>
        <translation>Yearly purchases (¥)</translation>
    </message>
    <message>
        <source>当前状态</source>
        <translation>Present status</translation>
    </message>
    <message>
        <source>怎么补</source>
        <translation>How to fill it</translation>
    </message>
    <message>
        <source>成本不全</source>
        <translation>Costs incomplete</translation>
    </message>
    <message>
        <source>成本或毛利</source>
        <translation>Cost or profit</translation>
    </message>
    <message>
        <source>挡住的分级</source>
        <translation>Schemes it blocks</translation>
    </message>
    <message>
        <source>数据检查</source>
        <translation>Data check</translation>
    </message>
    <message>
        <source>整本台账</source>
        <translation>Whole ledger</translation>
    </message>
    <message>
        <source>整本台账没有回款记录，应收、逾期和回款灯都不算。</source>
        <translation>The ledger has no payments, so no receivables, overdue sums or payment lights.</translation>
    </message>
    <message>
        <source>整本台账没有成本，算不出毛利；二八和累计贡献先按净销售额排。</source>
        <translation>The ledger has no costs, so no gross profit; Pareto and ABC rank by net sales meanwhile.</translation>
    </message>
    <message>
        <source>整本台账都没有：{0}。要用到它们的分级先空着。</source>
        <translation>The whole ledger lacks: {0}. Schemes that need them stay empty for now.</translation>
    </message>
    <message>
        <source>最近合作日期</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>有值</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>有日期在以后的订单</source>
        <translation>Orders dated in the future</translation>
    </message>
    <message>
        <source>看是谁</source>
        <translation>See who</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>缺(位)</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>缺{0}的客户</source>
        <translation>Customers without {0}</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>缺得最多</source>
        <translation>Most missing</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>背后的年采购额(万元)</source>
        <translation>Yearly purchases behind it (¥)</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>补上</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>要留意的</source>
        <translation>To note</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>记下商机</source>
        <translation>note an opportunity</translation>
    </message>
    <message>
        <source>记录跟进</source>
        <translation>log a contact</translation>
    </message>
    <message>
        <source>该有的资料都齐了。</source>
        <translation>All the data that should be there is there.</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>资料不全</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>资料不全的客户</source>
        <translation>Customers with gaps</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Contact log</translation>
    </message>
    <message>
        <source>还没有负责人</source>
        <translation>No owner yet</translation>
    </message>
    <message>
        <source>还没有负责人的客户</source>
        <translation>Customers without an owner</translation>
    </message>
    <message>
        <source>这些客户的年采购额</source>
        <translation>Their yearly purchases</translation>
    </message>
    <message>
        <source>逐笔订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>采购总额</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>预计年需求</source>
        <translation>Expected yearly need</translation>
    </message>
    <message>
        <source>首次合作日期</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>先在左边点一项缺的资料</source>
        <translation>Pick a missing field on the left first</translation>
    </message>
    <message>
        <source>列表是空的</source>
        <translation>The list is empty</translation>
    </message>
    <message>
        <source>在客户列表里看</source>
        <translation>Show in the customer list</translation>
    </message>
    <message>
        <source>导入一份台账，这里会说还缺什么。</source>
        <translation>Import a ledger, and this page says what is still missing.</translation>
    </message>
    <message>
        <source>导出补填表</source>
        <translation>Export a workbook to fill in</translation>
    </message>
    <message>
        <source>已导出到「{0}」。黄色的格子填好后，点「读回填好的表」。</source>
        <translation>Exported to &quot;{0}&quot;. Fill in the yellow cells, then choose Read back.</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>按负责人</source>
        <translation>By owner</translation>
    </message>
    <message>
        <source>按资料</source>
        <translation>By field</translation>
    </message>
    <message>
        <source>数据检查_{0}.pdf</source>
        <translation>Data check_{0}.pdf</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Laying out</translation>
    </message>
    <message>
        <source>没有哪位客户比别人缺得多</source>
        <translation>No customer lacks more than the others</translation>
    </message>
    <message>
        <source>没有客户缺{0}</source>
        <translation>Nobody lacks {0}</translation>
    </message>
    <message>
        <source>点一行，右边列出是谁</source>
        <translation>Click a row to list them at the right</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>缺的几项整本台账都没有。在左边点一行，列出是谁。</source>
        <translation>What is missing is missing in the whole ledger. Click a line on the left to see whose.</translation>
    </message>
    <message>
        <source>补填表_{0}_{1}.xlsx</source>
        <translation>To fill in_{0}_{1}.xlsx</translation>
    </message>
    <message>
        <source>该有的资料都齐了</source>
        <translation>Nothing is missing</translation>
    </message>
    <message>
        <source>读回填好的表</source>
        <translation>Read back…</translation>
    </message>
    <message>
        <source>资料不全的客户</source>
        <translation>Customers with gaps</translation>
    </message>
    <message>
        <source>还没有客户</source>
        <translation>No customers yet</translation>
    </message>
    <message>
        <source>这位负责人的客户没有资料不全的</source>
        <translation>None of this person&apos;s customers lacks anything</translation>
    </message>
    <message>
        <source>这里缺的，一张表补不了</source>
        <translation>A workbook cannot fill what is missing here</translation>
    </message>
    <message>
        <source>选择填好的补填表</source>
        <translation>Choose the workbook that was filled in</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>共 {0} 位客户，截至 {1}</source>
        <translation>{0} {0:customer|customers} as of {1}</translation>
    </message>
    <message>
        <source>客户数</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>采购额</source>
        <translation>Purchases</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>{0}%&#x3000;{1}&#x3000;{2}｜{3}&#x3000;{4}</source>
        <translation>{0}%  {1}  {2} | {3}  {4}</translation>
    </message>
    <message>
        <source>{0}&#x3000;{1}&#x3000;{2}</source>
        <translation>{0}  {1}  {2}</translation>
    </message>
    <message>
        <source>{0}&#x3000;{1}&#x3000;{2}&#x3000;{3}</source>
        <translation>{0}  {1}  {2}  {3}</translation>
    </message>
    <message>
        <source>{0}&#x3000;{1}&#x3000;近 12 个月 {2} 元&#x3000;未合作 {3} 天&#x3000;负责人 {4}</source>
        <translation>{0}  {1}  12 months ¥{2}  idle {3} {3:day|days}  owner {4}</translation>
    </message>
    <message>
        <source>{0}&#x3000;净销售额 {1} 元&#x3000;{2} 单</source>
        <translation>{0}  net sales ¥{1}  {2} {2:order|orders}</translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>保留 {0}：{1}</source>
        <translation>{0} kept: {1}</translation>
    </message>
    <message>
        <source>做不到 {0}：{1}</source>
        <translation>{0} not possible: {1}</translation>
    </message>
    <message>
        <source>共 {0} 位客户。</source>
        <translation>{0} {0:customer|customers} in all.</translation>
    </message>
    <message>
        <source>共 {0} 对疑似重复。</source>
        <translation>{0} possible {0:duplicate|duplicates} in all.</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>{0}：{1} → {2}&#x3000;{3}</source>
        <translation>{0}: {1} → {2}  {3}</translation>
    </message>
    <message>
        <source>{0}：{1}（{2}）</source>
        <translation>{0}: {1} ({2})</translation>
    </message>
    <message>
        <source>{0}：手工定为{1}，规则结果是{2}，到 {3}&#x3000;{4}&#x3000;{5}</source>
        <translation>{0}: set to {1} by hand, the rules say {2}, until {3}  {4}  {5}</translation>
    </message>
    <message>
        <source>不限期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>{0} 位 {1} 元</source>
        <translation>{0}: ¥{1}</translation>
    </message>
    <message>
        <source>{0}&#x3000;只有总额，算不出年采购额</source>
        <translation>{0}  only a total, no annual purchases</translation>
    </message>
    <message>
        <source>{0}&#x3000;年采购额 {1} 元（总额÷年数）</source>
        <translation>{0}  annual purchases ¥{1} (total ÷ years)</translation>
    </message>
    <message>
        <source>{0}：{1} 位 {2} 元 → {3} 位 {4} 元&#x3000;{5}</source>
        <translation>{0}: {1}, ¥{2} → {3}, ¥{4}  {5}</translation>
    </message>
    <message>
        <source>{0}：{1} 位，年采购额 {2} 元</source>
        <translation>{0}: {1}, annual purchases ¥{2}</translation>
    </message>
    <message>
        <source>买过的客户 {0} 位，按「{1}」估算（{2}）。</source>
        <translation>{0} customers who bought, estimated by {1} ({2}).</translation>
    </message>
    <message>
        <source>其中 {0} 位：{1}</source>
        <translation>Of these {0}: {1}</translation>
    </message>
    <message>
        <source>升级 {0} 位，降级 {1} 位，新增 {2} 位，流失 {3} 位，回流 {4} 位。</source>
        <translation>{0} up, {1} down, {2} new, {3} lost, {4} back.</translation>
    </message>
    <message>
        <source>占年采购额 {0}</source>
        <translation>{0} of annual purchases</translation>
    </message>
    <message>
        <source>台账完好：{0} 位客户，{1} 行明细。</source>
        <translation>The ledger is intact: {0} {0:customer|customers}, {1} {1:line|lines}.</translation>
    </message>
    <message>
        <source>台账最后一笔是 {0}，到 {1} 已有 {2} 天没有订单；要看当时的情况，加上 --as-of {0}。</source>
        <translation>The last line of the ledger is of {0}; by {1} there had been no order for {2} {2:day|days}. To see how it was then, add --as-of {0}.</translation>
    </message>
    <message>
        <source>台账自存档以来有改动：{0}。以上仍是存档时的数字。</source>
        <translation>The ledger has changed since it was filed: {0}. The figures above are still those of then.</translation>
    </message>
    <message>
        <source>台账里还没有客户。请先导入客户台账，或新建客户。</source>
        <translation>The ledger has no customers yet. Import a ledger or add customers first.</translation>
    </message>
    <message>
        <source>和规则不一致</source>
        <translation>against the rules</translation>
    </message>
    <message>
        <source>客户清单</source>
        <translation>customers</translation>
    </message>
    <message>
        <source>已从备份恢复：{0}</source>
        <translation>Restored from the backup: {0}</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>ran out</translation>
    </message>
    <message>
        <source>已取消，数据没有变化。</source>
        <translation>Cancelled. Nothing was changed.</translation>
    </message>
    <message>
        <source>已备份到：{0}</source>
        <translation>Backed up to: {0}</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已导出 {0} 位客户到：{1}</source>
        <translation>{0} {0:customer|customers} exported to: {1}</translation>
    </message>
    <message>
        <source>已建好空白台账：{0}</source>
        <translation>Blank ledger created: {0}</translation>
    </message>
    <message>
        <source>已开始盘点「{0}」，编号 {1}，截至 {2}。</source>
        <translation>Review &quot;{0}&quot; started, number {1}, as of {2}.</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>已撤销：{0} 行明细、{1} 位客户。</source>
        <translation>Undone: {0} {0:line|lines}, {1} {1:customer|customers}.</translation>
    </message>
    <message>
        <source>已放弃盘点「{0}」，客户数据没有变化。</source>
        <translation>The review {0} has been discarded; no customer data changed.</translation>
    </message>
    <message>
        <source>恢复前的数据备份在：{0}</source>
        <translation>The data before the restore is backed up in: {0}</translation>
    </message>
    <message>
        <source>截至 {0} 还没有订单，台账第一笔是 {1}。</source>
        <translation>There are no orders by {0}; the first of the ledger is of {1}.</translation>
    </message>
    <message>
        <source>截至这天还没有人买过，没有终身价值可算。</source>
        <translation>Nobody has bought by that day, so there is no lifetime value.</translation>
    </message>
    <message>
        <source>报告已保存：{0}</source>
        <translation>Report saved: {0}</translation>
    </message>
    <message>
        <source>新增 {0}，更新 {1}，不变 {2}，待修 {3}，跳过 {4}。</source>
        <translation>{0} new, {1} updated, {2} unchanged, {3} to repair, {4} skipped.</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>期内没有净销售额，集中度无从谈起。</source>
        <translation>No net sales in the period, so there is no concentration.</translation>
    </message>
    <message>
        <source>没有手工定级。</source>
        <translation>No tiers are set by hand.</translation>
    </message>
    <message>
        <source>演示完成，文件都在：{0}</source>
        <translation>Demo done. The files are in: {0}</translation>
    </message>
    <message>
        <source>程序出错了，这一步没有做完，数据没有变化。详情在日志里。</source>
        <translation>The program failed and this step was not done. The data is unchanged. Details are in the log.</translation>
    </message>
    <message>
        <source>第 {0} 号&#x3000;{1}&#x3000;截至 {2}&#x3000;{3} 位客户&#x3000;盘点人 {4}</source>
        <translation>No. {0}  {1}  as of {2}  {3} {3:customer|customers}  reviewed by {4}</translation>
    </message>
    <message>
        <source>第 {0} 批&#x3000;{1}&#x3000;{2}&#x3000;{3}</source>
        <translation>Import {0}  {1}  {2}  {3}</translation>
    </message>
    <message>
        <source>第一大客户占 {0}，前 5 大占 {1}，前 10 大占 {2}。</source>
        <translation>The largest customer has {0}, the top 5 {1}, the top 10 {2}.</translation>
    </message>
    <message>
        <source>读到 {0} 行、{1} 位客户。</source>
        <translation>{0} {0:row|rows} and {1} {1:customer|customers} read.</translation>
    </message>
    <message>
        <source>还没有存档的盘点。</source>
        <translation>No closed review yet.</translation>
    </message>
    <message>
        <source>还没有导入方案。</source>
        <translation>No import schemes yet.</translation>
    </message>
    <message>
        <source>还没有导入过文件。</source>
        <translation>No file imported yet.</translation>
    </message>
    <message>
        <source>还没有订单，没有终身价值可算</source>
        <translation>No orders yet, so there is no lifetime value</translation>
    </message>
    <message>
        <source>这几天没有任务。</source>
        <translation>No tasks in these days.</translation>
    </message>
    <message>
        <source>这是试运行，没有写入任何数据。</source>
        <translation>This is a trial run. Nothing was written.</translation>
    </message>
    <message>
        <source>（还没有）</source>
        <translation>(none yet)</translation>
    </message>
</context>
<context>
    <name>CliHelp</name>
    <message>
        <source>list 为客户管理清单，customers 为客户表</source>
        <translation>list is the customer management list, customers the table of customers</translation>
    </message>
    <message>
        <source>从备份恢复台账</source>
        <translation>restore a ledger from a backup</translation>
    </message>
    <message>
        <source>写到哪个文件或文件夹</source>
        <translation>the file or folder to write to</translation>
    </message>
    <message>
        <source>列出导入记录</source>
        <translation>list the imports so far</translation>
    </message>
    <message>
        <source>列出或导出导入方案</source>
        <translation>list or export import schemes</translation>
    </message>
    <message>
        <source>列出每位客户的指标</source>
        <translation>list the facts of each customer</translation>
    </message>
    <message>
        <source>列出疑似重复的客户</source>
        <translation>list customers that may be the same</translation>
    </message>
    <message>
        <source>列出近几天的任务</source>
        <translation>list the tasks of the next days</translation>
    </message>
    <message>
        <source>只在这一次改一个设置：名称=值，可以写几次</source>
        <translation>change a setting for this time only: NAME=VALUE, may be repeated</translation>
    </message>
    <message>
        <source>只导入这些工作表，可以写几次</source>
        <translation>import these sheets only, may be repeated</translation>
    </message>
    <message>
        <source>只看这位客户（名称或编号）</source>
        <translation>this customer only (name or code)</translation>
    </message>
    <message>
        <source>只说会怎样，不写入</source>
        <translation>only say what would happen, write nothing</translation>
    </message>
    <message>
        <source>台账文件（.pandian）</source>
        <translation>the ledger file (.pandian)</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>name</translation>
    </message>
    <message>
        <source>名称、联系人、电话或拼音</source>
        <translation>name, contact, phone or pinyin</translation>
    </message>
    <message>
        <source>哪个月，如 2026-11</source>
        <translation>which month, such as 2026-11</translation>
    </message>
    <message>
        <source>图片用浅色还是深色</source>
        <translation>pictures light or dark</translation>
    </message>
    <message>
        <source>备份台账</source>
        <translation>back up a ledger</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>approved by</translation>
    </message>
    <message>
        <source>导入台账文件、文件夹或标准输入（-）</source>
        <translation>import ledger files, a folder or standard input (-)</translation>
    </message>
    <message>
        <source>导入方案文件（JSON），回答程序要问的问题</source>
        <translation>file of an import scheme (JSON) that answers what would be asked</translation>
    </message>
    <message>
        <source>导出客户管理清单或客户表</source>
        <translation>export the customer management list or the table of customers</translation>
    </message>
    <message>
        <source>工作簿的打开密码</source>
        <translation>password to open the workbook</translation>
    </message>
    <message>
        <source>带这个标签的客户，可以写几次</source>
        <translation>customers with this tag, may be repeated</translation>
    </message>
    <message>
        <source>开始、查看、存档、放弃、比较盘点；一次只做一个</source>
        <translation>start, show, finish, discard or compare reviews; one at a time</translation>
    </message>
    <message>
        <source>往后几天</source>
        <translation>how many days ahead</translation>
    </message>
    <message>
        <source>截至哪一天，如 2026-10-31；开始盘点不能晚于今天</source>
        <translation>as of which day, such as 2026-10-31; a review starts no later than today</translation>
    </message>
    <message>
        <source>截至哪一天，如 2026-11-30</source>
        <translation>as of which day, such as 2026-11-30</translation>
    </message>
    <message>
        <source>把待修的行另存为这个 Excel 文件</source>
        <translation>save the rows that wait as this Excel file</translation>
    </message>
    <message>
        <source>报告抬头的公司名称</source>
        <translation>company name for the head of the report</translation>
    </message>
    <message>
        <source>按一个方案给客户分级，说明理由</source>
        <translation>class the customers by one scheme, with reasons</translation>
    </message>
    <message>
        <source>按最近几个月算</source>
        <translation>over the last so many months</translation>
    </message>
    <message>
        <source>按条件列出客户</source>
        <translation>list customers by filter</translation>
    </message>
    <message>
        <source>排序的列，如 net_sales:desc，可以写几次</source>
        <translation>column to sort by, such as net_sales:desc, may be repeated</translation>
    </message>
    <message>
        <source>提示的语言</source>
        <translation>language of what is said</translation>
    </message>
    <message>
        <source>撤销一次导入</source>
        <translation>undo an import</translation>
    </message>
    <message>
        <source>新建一个空白台账</source>
        <translation>make a new empty ledger</translation>
    </message>
    <message>
        <source>最多列几行</source>
        <translation>rows at most</translation>
    </message>
    <message>
        <source>查看或修改分级设置</source>
        <translation>show or change the settings of the methods</translation>
    </message>
    <message>
        <source>检查台账文件是否完好</source>
        <translation>check whether the ledger file is sound</translation>
    </message>
    <message>
        <source>生成月度客户盘点报告</source>
        <translation>make the monthly customer review report</translation>
    </message>
    <message>
        <source>用示例台账走一遍，留下清单、报告和图片</source>
        <translation>walk through the sample ledger; leaves list, report and pictures</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>reviewed by</translation>
    </message>
    <message>
        <source>盘点哪些客户：筛选条件</source>
        <translation>which customers to review: a filter</translation>
    </message>
    <message>
        <source>盘点用的分级方案，可写几次，第一个为主</source>
        <translation>scheme to review by, may be repeated; the first one leads</translation>
    </message>
    <message>
        <source>种类；auto 由程序判断</source>
        <translation>kind; auto lets the program decide</translation>
    </message>
    <message>
        <source>筛选条件</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>结果写成 JSON</source>
        <translation>the answer as JSON</translation>
    </message>
    <message>
        <source>规则从哪里开始：now last defaults empty，或模板 wholesale projects retail</source>
        <translation>what the rules begin with: now last defaults empty, or a template wholesale projects retail</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>其他方案</source>
        <translation>Other schemes</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>{0} 列不导入</source>
        <translation>{0} not imported</translation>
    </message>
    <message>
        <source>{0} 列请确认</source>
        <translation>{0} to confirm</translation>
    </message>
    <message>
        <source>{0} 列，认出 {1} 列</source>
        <translation>{1} of {0} {0:column|columns} recognised</translation>
    </message>
    <message>
        <source>例子</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>单位、写法</source>
        <translation>Unit, format</translation>
    </message>
    <message>
        <source>台账里的列</source>
        <translation>Ledger column</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>导入为</source>
        <translation>Import as</translation>
    </message>
    <message>
        <source>导入后的样子</source>
        <translation>After the import</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>指明是哪一列以后，这里显示导入后的样子</source>
        <translation>Once the columns are chosen, this shows what is imported</translation>
    </message>
    <message>
        <source>按什么认客户</source>
        <translation>Match customers by</translation>
    </message>
    <message>
        <source>文件里的样子</source>
        <translation>As in the file</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>绿色是改写过的格，黄色请看一眼，红色放进待修区；双击可以改</source>
        <translation>Green: rewritten; yellow: have a look; red: to the repair area. Double-click to edit</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>还没有认出{0}列。请在「导入为」里指明是哪一列。</source>
        <translation>No column for {0} was found. Choose it under &quot;Import as&quot;.</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>回款</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>建立时间</source>
        <translation>Created on</translation>
    </message>
    <message>
        <source>改为保留这位</source>
        <translation>Keep this one instead</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former names</translation>
    </message>
    <message>
        <source>最近合作</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>未完成任务</source>
        <translation>Open tasks</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>累计采购</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Contact log</translation>
    </message>
    <message>
        <source>都保留，接在一起</source>
        <translation>Keep all, joined together</translation>
    </message>
    <message>
        <source>销售记录</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>首次合作</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>净变化</source>
        <translation>Net change</translation>
    </message>
    <message>
        <source>升降</source>
        <translation>Up or down</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>变动的客户</source>
        <translation>Changed customers</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>较早</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>较早一次(元)</source>
        <translation>Earlier (¥)</translation>
    </message>
    <message>
        <source>较早分级</source>
        <translation>Earlier tier</translation>
    </message>
    <message>
        <source>较晚</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>较晚一次(元)</source>
        <translation>Later (¥)</translation>
    </message>
    <message>
        <source>较晚分级</source>
        <translation>Later tier</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>从 → 到</source>
        <translation>From → to</translation>
    </message>
    <message>
        <source>位</source>
        <translation>count</translation>
    </message>
    <message>
        <source>升降</source>
        <translation>Up or down</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>{0}，按原因加起来</source>
        <translation>{0}, added up by cause</translation>
    </message>
    <message>
        <source>{0}：{1} 位</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>两次都评级的 {0} 位里，升级 {1} 位（{3}），降级 {2} 位（{4}），稳定率 {5}</source>
        <translation>Of {0} in tiers both times, {1} moved up ({3}), {2} moved down ({4}), {5} stayed</translation>
    </message>
    <message>
        <source>为什么变</source>
        <translation>Why it changed</translation>
    </message>
    <message>
        <source>净变化</source>
        <translation>Net change</translation>
    </message>
    <message>
        <source>分级有变 {0}</source>
        <translation>Tier changed {0}</translation>
    </message>
    <message>
        <source>升级 {0}</source>
        <translation>Up {0}</translation>
    </message>
    <message>
        <source>变动指数 {0}：0 是谁都没动，1 是完全看不出上次在哪一档。稳定率 60%–95% 算正常。</source>
        <translation>Mobility {0}: 0 is nobody moved, 1 is that the last class says nothing about this one. A stability of 60% to 95% is normal.</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>回流 {0}</source>
        <translation>Back {0}</translation>
    </message>
    <message>
        <source>在客户列表里看</source>
        <translation>Show in the customer list</translation>
    </message>
    <message>
        <source>客户数</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出变动的客户</source>
        <translation>Export the changed customers</translation>
    </message>
    <message>
        <source>新增 {0}</source>
        <translation>New {0}</translation>
    </message>
    <message>
        <source>流失 {0}</source>
        <translation>Lost {0}</translation>
    </message>
    <message>
        <source>流失预警转为已流失，或已不在册</source>
        <translation>The churn alert turned to lost, or no longer on the books</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>较早</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>较早一次</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>较早一次已流失，后来又买了</source>
        <translation>Lost in the earlier one, bought again since</translation>
    </message>
    <message>
        <source>较早一次的主方案不同，这里按它当时的「{0}」分级来比，没有逐步的原因。</source>
        <translation>The earlier one led with another scheme; compared by its &quot;{0}&quot; tiers here, without causes step by step.</translation>
    </message>
    <message>
        <source>较早一次还不在册</source>
        <translation>Not on the books in the earlier one</translation>
    </message>
    <message>
        <source>较早的盘点</source>
        <translation>Earlier review</translation>
    </message>
    <message>
        <source>较晚</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>较晚一次</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>较晚的盘点</source>
        <translation>Later review</translation>
    </message>
    <message>
        <source>迁移矩阵</source>
        <translation>Migration matrix</translation>
    </message>
    <message>
        <source>这两次盘点不是一次接一次比下来的，所以没有逐步的原因。</source>
        <translation>These two reviews do not follow on each other, so there are no causes step by step.</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>降级 {0}</source>
        <translation>Down {0}</translation>
    </message>
    <message>
        <source>（偏低，可能分得太飘）</source>
        <translation> (low, perhaps too loose)</translation>
    </message>
    <message>
        <source>（偏高，可能分得太死）</source>
        <translation> (high, perhaps too stiff)</translation>
    </message>
    <message>
        <source>（正常）</source>
        <translation> (normal)</translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message>
        <source>前后一致</source>
        <translation>Consistent</translation>
    </message>
    <message>
        <source>成本或毛利</source>
        <translation>Cost or profit</translation>
    </message>
    <message>
        <source>最近合作日期</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>逐笔订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>采购额</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <source>首次合作日期</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>Concentration</name>
    <message>
        <source>0 人人一样，1 全在一位客户</source>
        <translation>0: all alike; 1: all with one customer</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>{0}：{1} 位，占 {2}</source>
        <translation>{0}: {1}, {2} of sales</translation>
    </message>
    <message>
        <source>{0}：{1}，占 {2}</source>
        <translation>{0}: {1}, {2}</translation>
    </message>
    <message>
        <source>不算集中：第一大客户「{0}」占 {1}，前 5 大占 {2}。</source>
        <translation>Not concentrated: the largest customer &quot;{0}&quot; has {1}, the largest 5 have {2}.</translation>
    </message>
    <message>
        <source>中等</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>从小到大第 {0}%–{1}%</source>
        <translation>From the smallest, {0}%–{1}%</translation>
    </message>
    <message>
        <source>位</source>
        <translation>count</translation>
    </message>
    <message>
        <source>依赖偏高：第一大客户「{0}」占 {1}，前 5 大占 {2}。</source>
        <translation>Rather dependent: the largest customer &quot;{0}&quot; has {1}, the largest 5 have {2}.</translation>
    </message>
    <message>
        <source>分散</source>
        <translation>Spread out</translation>
    </message>
    <message>
        <source>前 10 大</source>
        <translation>Largest 10</translation>
    </message>
    <message>
        <source>前 5 大</source>
        <translation>Largest 5</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>占采购额，{0}</source>
        <translation>Of purchases, {0}</translation>
    </message>
    <message>
        <source>只有「{0}」一位客户有采购额，谈不上集中：他一走，就没有销售额了。</source>
        <translation>Only {0} has purchases, so there is nothing to concentrate: without this customer there are no sales.</translation>
    </message>
    <message>
        <source>基尼系数</source>
        <translation>Gini coefficient</translation>
    </message>
    <message>
        <source>大小一样时的客户数</source>
        <translation>Customers, were all the same size</translation>
    </message>
    <message>
        <source>最大的 {0} 位合起来占 {1}。</source>
        <translation>The largest {0} together make up {1}.</translation>
    </message>
    <message>
        <source>相当于几位</source>
        <translation>Equals how many</translation>
    </message>
    <message>
        <source>重大依赖：「{0}」一位就占 {1}，超过一半。他一走，销售额就少一半以上。</source>
        <translation>Heavy dependence: {0} alone makes up {1}, more than half. Without this customer more than half of sales would be gone.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>小的那一半客户合起来占 {0}；基尼系数 {1}。</source>
        <translation>The smaller half of customers has {0} together; Gini coefficient {1}.</translation>
    </message>
    <message>
        <source>按采购额从小到大的客户占比</source>
        <translation>Share of customers, smallest purchases first</translation>
    </message>
    <message>
        <source>最大的客户</source>
        <translation>Largest customers</translation>
    </message>
    <message>
        <source>洛伦兹曲线</source>
        <translation>Lorenz curve</translation>
    </message>
    <message>
        <source>第一大客户</source>
        <translation>Largest customer</translation>
    </message>
    <message>
        <source>累计占比</source>
        <translation>Cumulative share</translation>
    </message>
    <message>
        <source>近 12 个月没有销售额，谈不上集中度。</source>
        <translation>No sales in 12 months, so nothing about concentration.</translation>
    </message>
    <message>
        <source>近 12 月采购</source>
        <translation>12-month purchases</translation>
    </message>
    <message>
        <source>集中</source>
        <translation>Concentrated</translation>
    </message>
</context>
<context>
    <name>Conclusion</name>
    <message>
        <source>{0} 位按自己的节奏该来未来或有流失风险（{1}），先联系{2}；{3} 位还无法评级。</source>
        <translation>By their own rhythm {0} {0:customer is|customers are} overdue or at risk ({1}); call {2} first. {3} cannot be rated yet.</translation>
    </message>
    <message>
        <source>另有 {0} 位并入了其他客户，不算退出。</source>
        <translation>{0} more went into other customers and {0:does|do} not count as left.</translation>
    </message>
    <message>
        <source>{0} 位升级</source>
        <translation>{0} moved up</translation>
    </message>
    <message>
        <source>{0} 位按自己的节奏该来未来或有流失风险（{1}），先联系{2}。</source>
        <translation>{0} {0:customer is|customers are} overdue or at risk by their own rhythm ({1}); call {2} first.</translation>
    </message>
    <message>
        <source>{0} 位新增</source>
        <translation>{0} {0:is|are} new</translation>
    </message>
    <message>
        <source>{0} 位退出</source>
        <translation>{0} {0:is|are} gone</translation>
    </message>
    <message>
        <source>{0} 位降级</source>
        <translation>{0} moved down</translation>
    </message>
    <message>
        <source>和上次盘点比，{0}。</source>
        <translation>Since the last review {0}.</translation>
    </message>
    <message>
        <source>和上次盘点比，没有客户变动。</source>
        <translation>No customer changed since the last review.</translation>
    </message>
    <message>
        <source>截至 {0}，共盘点 {1} 位客户，年采购额 {2}。</source>
        <translation>As of {0}, {1} {1:customer|customers} reviewed, yearly purchases {2}.</translation>
    </message>
    <message>
        <source>截至 {0}，共盘点 {1} 位客户，年采购额 {2}；其中{3} {4} 位，占采购额 {5}。</source>
        <translation>As of {0}, {1} customers reviewed, annual purchases {2}; of these, {3}: {4}, {5} of purchases.</translation>
    </message>
    <message>
        <source>没有客户有流失风险。</source>
        <translation>No customer is at risk.</translation>
    </message>
    <message>
        <source>没有客户有流失风险，{0} 位还无法评级。</source>
        <translation>No customer is at risk; {0} cannot be rated yet.</translation>
    </message>
    <message>
        <source>流失风险 {0} 位</source>
        <translation>{0} at risk</translation>
    </message>
    <message>
        <source>该来未来 {0} 位</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>这是第一次按这个方案盘点，没有上次可比。</source>
        <translation>This is the first review with this scheme, so nothing to compare.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>{0}「{1}」已经不在了，没有客户符合。</source>
        <translation>{0} &quot;{1}&quot; is gone, so no customer fits.</translation>
    </message>
    <message>
        <source>{0}（现在 {1}）</source>
        <translation>{0} (now {1})</translation>
    </message>
    <message>
        <source>「{0}」已经不在了，这个条件没有客户符合。</source>
        <translation>&quot;{0}&quot; is gone, so no customer fits this condition.</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>中客户</source>
        <translation>Medium customer</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>倍</source>
        <translation>×</translation>
    </message>
    <message>
        <source>其余</source>
        <translation>The rest</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>大客户</source>
        <translation>Large customer</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>其他方案</source>
        <translation>Other schemes</translation>
    </message>
    <message>
        <source>我的方案</source>
        <translation>My schemes</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>新的一档</source>
        <translation>New class</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>没有资料</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>种</source>
        <translation>kinds</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>绿灯</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Amber</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>先填姓名或称呼，不知道就填电话或微信</source>
        <translation>First a name or form of address; if unknown, the phone or WeChat</translation>
    </message>
    <message>
        <source>决策角色</source>
        <translation>Role in the decision</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>姓名或称呼</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>会面</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>修改联系人</source>
        <translation>Edit contact</translation>
    </message>
    <message>
        <source>删除联系人</source>
        <translation>Delete contact</translation>
    </message>
    <message>
        <source>增值服务</source>
        <translation>Extra service</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>成交</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>拜访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>添加联系人</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>生日 {0}</source>
        <translation>Birthday {0}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Email</translation>
    </message>
</context>
<context>
    <name>Copier</name>
    <message>
        <source>一次最多拖 {0} 行，更多请用复制。</source>
        <translation>At most {0} rows can be dragged; copy more instead.</translation>
    </message>
    <message>
        <source>已复制 {0} 行</source>
        <translation>{0} {0:row|rows} copied</translation>
    </message>
    <message>
        <source>正在复制 {0} 行…</source>
        <translation>Copying {0} {0:row|rows}…</translation>
    </message>
</context>
<context>
    <name>CostRates</name>
    <message>
        <source> 元</source>
        <translation> ¥</translation>
    </message>
    <message>
        <source>每次拜访</source>
        <translation>Each visit</translation>
    </message>
    <message>
        <source>资金年利率</source>
        <translation>Interest a year</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>出了意料之外的错</source>
        <translation>Something unexpected went wrong</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>如果再次出现，请复制详情，连同刚才做的事一起告诉我们。详情里不含客户资料。</source>
        <translation>If it happens again, copy the details and send them to us with what you just did. They hold no customer data.</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>收起详情</source>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>显示详情</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>程序出了意料之外的错，刚才那一步没有做。台账里已有的数据没有变化，可以接着用。</source>
        <translation>The program hit an unexpected error and did not do the last step. The data in the ledger is unchanged and you can go on.</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>{0}({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>一般 {0} 天内会再来，已经 {1} 天没来。</source>
        <translation>Usually back within {0} {0:day|days}; {1} {1:day|days} since the last.</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>下次跟进</source>
        <translation>Next follow-up</translation>
    </message>
    <message>
        <source>估</source>
        <translation>est.</translation>
    </message>
    <message>
        <source>估算：只有采购总额、没有订单，按总额除以合作年数算，不是近 12 个月的实际采购。</source>
        <translation>Estimate: only a total is known and no orders, so it is the total divided by the years, not the purchases of the last 12 months.</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>匹配</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>地域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>总公司</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>手工定级</source>
        <translation>Set by hand</translation>
    </message>
    <message>
        <source>最近合作</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>未合作(天)</source>
        <translation>Idle (days)</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>毛利额</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>没有近 12 个月的采购金额，补上台账后会自动分级</source>
        <translation>No purchases in the last 12 months, so no tier. It is set once the ledger has them</translation>
    </message>
    <message>
        <source>满 3 个月未合作。</source>
        <translation>Idle for 3 months or more.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>移走时间</source>
        <translation>Removed on</translation>
    </message>
    <message>
        <source>系统建议，还没有盘点</source>
        <translation>Suggested, not reviewed yet</translation>
    </message>
    <message>
        <source>系统建议：{0}</source>
        <translation>Suggested: {0}</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>订单数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>跟进已经过期</source>
        <translation>The follow-up is overdue</translation>
    </message>
    <message>
        <source>近12月</source>
        <translation>12 months</translation>
    </message>
    <message>
        <source>首次合作</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>CustomerWork</name>
    <message>
        <source>30 天内可以放回，也可以马上撤销。</source>
        <translation>They can be put back within 30 days, or undone at once.</translation>
    </message>
    <message>
        <source>{0} 个任务</source>
        <translation>{0} {0:task|tasks}</translation>
    </message>
    <message>
        <source>{0} 条跟进</source>
        <translation>{0} log {0:entry|entries}</translation>
    </message>
    <message>
        <source>{0} 笔交易</source>
        <translation>{0} {0:deal|deals}</translation>
    </message>
    <message>
        <source>他们的交易、跟进和任务一起删掉，导入过的原始行保留。还可以撤销。</source>
        <translation>Their deals, contact log and tasks go too; the imported rows are kept. This can still be undone.</translation>
    </message>
    <message>
        <source>任务已完成。</source>
        <translation>Task done.</translation>
    </message>
    <message>
        <source>同时移走 {0}。</source>
        <translation>Removed along with them: {0}.</translation>
    </message>
    <message>
        <source>回收站里满 30 天的 {0} 位客户已清掉。</source>
        <translation>{0} {0:customer|customers} {0:was|were} cleared after 30 days in the recycle bin.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>customers</translation>
    </message>
    <message>
        <source>客户管理清单</source>
        <translation>customer_list</translation>
    </message>
    <message>
        <source>导出客户管理清单</source>
        <translation>Export customer list</translation>
    </message>
    <message>
        <source>导出当前表格</source>
        <translation>Export this table</translation>
    </message>
    <message>
        <source>已取消手工定级。</source>
        <translation>The tier follows the rules again.</translation>
    </message>
    <message>
        <source>已导出到「{0}」。</source>
        <translation>Exported to &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>已彻底删除 {0} 位客户。</source>
        <translation>{0} {0:customer|customers} deleted for good.</translation>
    </message>
    <message>
        <source>已手工定级。</source>
        <translation>Tier set by hand.</translation>
    </message>
    <message>
        <source>已改 {0} 位客户的标签。</source>
        <translation>Tags of {0} {0:customer|customers} changed.</translation>
    </message>
    <message>
        <source>已改 {0} 位客户的负责人。</source>
        <translation>Owner of {0} {0:customer|customers} changed.</translation>
    </message>
    <message>
        <source>已放回 {0} 位客户。</source>
        <translation>{0} {0:customer|customers} put back.</translation>
    </message>
    <message>
        <source>已新建客户。</source>
        <translation>Customer created.</translation>
    </message>
    <message>
        <source>已移走 {0} 位客户。</source>
        <translation>{0} {0:customer|customers} removed.</translation>
    </message>
    <message>
        <source>已记录。</source>
        <translation>Logged.</translation>
    </message>
    <message>
        <source>彻底删除</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>彻底删除 {0} 位客户？</source>
        <translation>Delete {0} {0:customer|customers} for good?</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>把 {0} 位客户移到回收站？</source>
        <translation>Move {0} {0:customer|customers} to the recycle bin?</translation>
    </message>
    <message>
        <source>改名后很像「{0}」。</source>
        <translation>The new name looks much like &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>正在写 Excel 文件</source>
        <translation>Writing the Excel file</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>比一比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>移走</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>一次最多合并 {0} 位客户。</source>
        <translation>At most {0} {0:customer|customers} can be merged at once.</translation>
    </message>
    <message>
        <source>先把客户放回列表</source>
        <translation>Put the customer back first</translation>
    </message>
    <message>
        <source>先选一位客户</source>
        <translation>Select a customer first</translation>
    </message>
    <message>
        <source>先选两位以上的客户</source>
        <translation>Select two or more customers first</translation>
    </message>
    <message>
        <source>列表是空的</source>
        <translation>The list is empty</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Recycle bin</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>已选 {0} 位   ·   近 12 月采购   合计 {1}   平均 {2}   最高 {3}   有金额的 {4} 位</source>
        <translation>{0} selected   ·   12-month purchases   total {1}   average {2}   highest {3}   {4} with amounts</translation>
    </message>
    <message>
        <source>搜索名称、联系人、拼音</source>
        <translation>Name, contact, pinyin</translation>
    </message>
    <message>
        <source>没有筛选条件</source>
        <translation>No filters</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>{0} 年放假安排还没公布，先按周一到周五算。</source>
        <translation>The {0} holiday calendar is not out yet; Monday to Friday is used.</translation>
    </message>
    <message>
        <source>这天不上班，改到 {0}</source>
        <translation>Not a working day; moved to {0}</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天 {0} 件，逾期 {1} 件</source>
        <translation>{0} today, {1} late</translation>
    </message>
    <message>
        <source>今天没有要做的事。</source>
        <translation>Nothing to do today.</translation>
    </message>
    <message>
        <source>今日清单</source>
        <translation>Today&apos;s list</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>还没有负责人</source>
        <translation>No owner yet</translation>
    </message>
    <message>
        <source>逾期 {0} 天</source>
        <translation>{0} {0:day|days} late</translation>
    </message>
</context>
<context>
    <name>DayPrinting</name>
    <message>
        <source>今日清单_{0}.pdf</source>
        <translation>today_{0}.pdf</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Laying out</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>{year} 年 {month} 月 {day} 日 {weekday}</source>
        <translation>{weekday} {year}-{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>一</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>三</source>
        <translation>We</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>关闭详情 (Esc)</source>
        <translation>Close details (Esc)</translation>
    </message>
    <message>
        <source>取消手工定级</source>
        <translation>Back to the rule&apos;s tier</translation>
    </message>
    <message>
        <source>改标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>编辑资料</source>
        <translation>Edit data</translation>
    </message>
    <message>
        <source>记录跟进</source>
        <translation>Log contact</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>选一位客户，这里显示他的资料。</source>
        <translation>Select a customer to see the details here.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>{0} 件没有负责人，会列在「未分配」里。</source>
        <translation>{0} {0:task has|tasks have} no owner; see &quot;Unassigned&quot;.</translation>
    </message>
    <message>
        <source>{0} 位客户的状态是「暂停」，不会生成任务。</source>
        <translation>{0} {0:customer is|customers are} paused and {0:gets|get} no tasks.</translation>
    </message>
    <message>
        <source>{0} 位客户长期培育已满 12 个月，请复审去留。</source>
        <translation>{0} {0:customer has|customers have} been in long nurture for 12 months; decide whether to keep {0:it|them}.</translation>
    </message>
    <message>
        <source>人手排不下，{0} 件分级低的先不生成。</source>
        <translation>Not enough hands: {0} tasks of lower tiers are not made yet.</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>应用策略</source>
        <translation>Apply playbooks</translation>
    </message>
    <message>
        <source>新增 {0} 件，改期 {1} 件，换人 {2} 件，取消 {3} 件；{4} 件不变。</source>
        <translation>{0} added, {1} moved, {2} given to another owner, {3} cancelled; {4} unchanged.</translation>
    </message>
    <message>
        <source>有日期落在放假安排还没公布的年份，先按周一到周五算。</source>
        <translation>Some dates fall in years whose holidays are not out yet; Monday to Friday is used.</translation>
    </message>
    <message>
        <source>每人每天最多 4 次拜访、15 个电话，{0} 件分级低的因此排得晚一些。</source>
        <translation>At most 4 visits and 15 calls a person and day, so {0} tasks of lower tiers come later.</translation>
    </message>
    <message>
        <source>没有任务因此改变，应用后只有策略本身改变；可以一键撤销。</source>
        <translation>No task changes; applying changes only the playbooks themselves and can be undone in one click.</translation>
    </message>
    <message>
        <source>没有差别，任务已经和策略一致。</source>
        <translation>No differences. The tasks already match the playbooks.</translation>
    </message>
    <message>
        <source>现在还没有改动任何任务。应用后可以一键撤销。</source>
        <translation>No task has been changed yet. Applying can be undone in one click.</translation>
    </message>
</context>
<context>
    <name>Dispatcher</name>
    <message>
        <source>先打开或新建一本台账</source>
        <translation>Open or create a ledger first</translation>
    </message>
    <message>
        <source>这一页用不上</source>
        <translation>Not used on this page</translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message>
        <source>{0} 位客户可能重复，去看</source>
        <translation>See {0} possible {0:duplicate|duplicates}</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>去看客户</source>
        <translation>See customers</translation>
    </message>
    <message>
        <source>导入完成</source>
        <translation>Import done</translation>
    </message>
    <message>
        <source>已导入 {0} 位客户、{1} 行，没有要修的行。</source>
        <translation>{0} {0:customer|customers}, {1} {1:row|rows} imported; no rows to repair.</translation>
    </message>
    <message>
        <source>已导入 {0} 位客户、{1} 行；{2} 行在待修区。</source>
        <translation>{0} {0:customer|customers}, {1} {1:row|rows} imported; {2} {2:row waits|rows wait} for repair.</translation>
    </message>
    <message>
        <source>开始盘点</source>
        <translation>Start review</translation>
    </message>
    <message>
        <source>待修</source>
        <translation>To repair</translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>看待修的行</source>
        <translation>See rows to repair</translation>
    </message>
    <message>
        <source>读到（行）</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
</context>
<context>
    <name>DraftHistory</name>
    <message>
        <source>其余全部接受</source>
        <translation>Accept all the rest</translation>
    </message>
    <message>
        <source>换分级方案</source>
        <translation>Change the schemes</translation>
    </message>
    <message>
        <source>接受建议</source>
        <translation>Take a suggestion</translation>
    </message>
    <message>
        <source>改分级规则</source>
        <translation>Change the rules</translation>
    </message>
    <message>
        <source>改客户的决定</source>
        <translation>Decide about a customer</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>{0} 天</source>
        <translation>{0} {0:day|days}</translation>
    </message>
    <message>
        <source>一方写明的曾用名就是另一方的名称。</source>
        <translation>A former name of one is the name of the other.</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>像分公司</source>
        <translation>Branch?</translation>
    </message>
    <message>
        <source>其中一方是分支机构：「{0}」。</source>
        <translation>One of them is a branch: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>地名不同：{0}与{1}。</source>
        <translation>Different places: {0} and {1}.</translation>
    </message>
    <message>
        <source>地名相同：{0}。</source>
        <translation>Same place: {0}.</translation>
    </message>
    <message>
        <source>地址不同。</source>
        <translation>Different addresses.</translation>
    </message>
    <message>
        <source>地址相同。</source>
        <translation>Same address.</translation>
    </message>
    <message>
        <source>姓名不同：「{0}」与「{1}」。</source>
        <translation>Different names: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>姓名相同：「{0}」。</source>
        <translation>Same name: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>姓名相近：「{0}」与「{1}」。</source>
        <translation>Similar names: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>姓名读音相同：「{0}」与「{1}」。</source>
        <translation>Names sound the same: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号不同：「{0}」与「{1}」。</source>
        <translation>Different trade names: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号只多或少一个字：「{0}」与「{1}」。</source>
        <translation>Trade names differ by one extra character: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号只是两个字的先后不同：「{0}」与「{1}」。</source>
        <translation>Trade names differ only in the order of two characters: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号只有一个字不同：「{0}」与「{1}」。</source>
        <translation>Trade names differ in one character: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号字形相近：「{0}」与「{1}」。</source>
        <translation>Trade names look alike: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号相同：「{0}」。</source>
        <translation>Same trade name: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>字号读音相同：「{0}」与「{1}」。</source>
        <translation>Trade names sound the same: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>字号读音相近：「{0}」与「{1}」。</source>
        <translation>Trade names sound alike: &quot;{0}&quot; and &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>很像</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>是同一个分支机构：「{0}」。</source>
        <translation>The same branch: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>查找疑似重复</source>
        <translation>Looking for possible duplicates</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
    </message>
    <message>
        <source>电话不同。</source>
        <translation>Different phones.</translation>
    </message>
    <message>
        <source>电话相同：{0}。</source>
        <translation>Same phone: {0}.</translation>
    </message>
    <message>
        <source>编号不同：{0}与{1}。</source>
        <translation>Different numbers: {0} and {1}.</translation>
    </message>
    <message>
        <source>编号相同：{0}。</source>
        <translation>Same number: {0}.</translation>
    </message>
    <message>
        <source>联系人不同。</source>
        <translation>Different contacts.</translation>
    </message>
    <message>
        <source>联系人相同：{0}。</source>
        <translation>Same contact: {0}.</translation>
    </message>
    <message>
        <source>行业不同。</source>
        <translation>Different industries.</translation>
    </message>
    <message>
        <source>行业用词不同。</source>
        <translation>Different words for the line of business.</translation>
    </message>
    <message>
        <source>行业用词相同。</source>
        <translation>Same words for the line of business.</translation>
    </message>
    <message>
        <source>较像</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>这个字号共有 {0} 位客户使用。</source>
        <translation>{0} {0:customer uses|customers use} this trade name.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0} 组</source>
        <translation>{0} {0:pair|pairs}</translation>
    </message>
    <message>
        <source>不合并</source>
        <translation>Do not merge</translation>
    </message>
    <message>
        <source>不是同一家  2</source>
        <translation>Different  2</translation>
    </message>
    <message>
        <source>以后再说  4</source>
        <translation>Later  4</translation>
    </message>
    <message>
        <source>合并  1</source>
        <translation>Merge  1</translation>
    </message>
    <message>
        <source>合并客户</source>
        <translation>Merge customers</translation>
    </message>
    <message>
        <source>名称、读音、电话和联系人都比过了。</source>
        <translation>Names, sound, phones and contacts were all compared.</translation>
    </message>
    <message>
        <source>已合并</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>总公司与分公司…  3</source>
        <translation>Branch…  3</translation>
    </message>
    <message>
        <source>最像的 {0} 组，共 {1} 组</source>
        <translation>The {0} likeliest of {1} {1:pair|pairs}</translation>
    </message>
    <message>
        <source>查找停下了，可以重新查找。</source>
        <translation>The search was stopped; you can search again.</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>正在查找疑似重复</source>
        <translation>Looking for possible duplicates</translation>
    </message>
    <message>
        <source>比较名称、读音、电话和联系人。</source>
        <translation>Comparing names, sound, phones and contacts.</translation>
    </message>
    <message>
        <source>没有查完</source>
        <translation>Search not finished</translation>
    </message>
    <message>
        <source>没有疑似重复的客户</source>
        <translation>No possible duplicates</translation>
    </message>
    <message>
        <source>采用选中 {0} 组的建议…</source>
        <translation>Accept {0} {0:suggestion|suggestions}…</translation>
    </message>
    <message>
        <source>重新查找</source>
        <translation>Search again</translation>
    </message>
</context>
<context>
    <name>EffectPanel</name>
    <message>
        <source>{0} / {1} 小时</source>
        <translation>{0} / {1} h</translation>
    </message>
    <message>
        <source>{0} 位客户</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0} 位客户的状态是「暂停」，不会生成任务。</source>
        <translation>{0} {0:customer is|customers are} paused and {0:gets|get} no tasks.</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} 次</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>团队每月</source>
        <translation>Team per month</translation>
    </message>
    <message>
        <source>未分配</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>每周 {0} 件</source>
        <translation>{0} per week</translation>
    </message>
    <message>
        <source>每月其他</source>
        <translation>Other per month</translation>
    </message>
    <message>
        <source>每月拜访</source>
        <translation>Visits per month</translation>
    </message>
    <message>
        <source>每月用时</source>
        <translation>Hours per month</translation>
    </message>
    <message>
        <source>每月电话</source>
        <translation>Calls per month</translation>
    </message>
    <message>
        <source>要 {0} 小时，共有 {1} 小时。</source>
        <translation>{0} h needed, {1} h available.</translation>
    </message>
    <message>
        <source>这样改的影响</source>
        <translation>Effect of the change</translation>
    </message>
</context>
<context>
    <name>Effectiveness</name>
    <message>
        <source>{0} 个不到 3 位客户：{1}</source>
        <translation>{0} with fewer than 3 customers: {1}</translation>
    </message>
    <message>
        <source>{0} 个没有客户：{1}</source>
        <translation>{0} without customers: {1}</translation>
    </message>
    <message>
        <source>{0}（上季度还分得出）</source>
        <translation>{0} (told apart last quarter)</translation>
    </message>
    <message>
        <source>上季度</source>
        <translation>Last quarter</translation>
    </message>
    <message>
        <source>分级有效性_{0}.pdf</source>
        <translation>Did the tiers work_{0}.pdf</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>最大一档</source>
        <translation>Largest class</translation>
    </message>
    <message>
        <source>未分级</source>
        <translation>No tier</translation>
    </message>
    <message>
        <source>看 {0} 到 {1} 这个季度。</source>
        <translation>The quarter from {0} to {1}.</translation>
    </message>
    <message>
        <source>稳定率</source>
        <translation>Stability</translation>
    </message>
    <message>
        <source>要看的</source>
        <translation>To look at</translation>
    </message>
</context>
<context>
    <name>EffectivenessPage</name>
    <message>
        <source>ω² 是季初的档能解释多少采购差别：0.14 以上强，0.06 以上中，再低就分不出谁买得多</source>
        <translation>ω² is how much of the differences in purchases the classes at its start explain: from 0.14 strong, from 0.06 fair, below that they do not tell who buys much</translation>
    </message>
    <message>
        <source>价值分级的五项检查</source>
        <translation>Five checks of the value tiers</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>各个方案</source>
        <translation>The schemes</translation>
    </message>
    <message>
        <source>各个维度</source>
        <translation>The dimensions</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>很少用的标签</source>
        <translation>Tags hardly used</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>数的是哪些客户，点下面的人数</source>
        <translation>Click a count below to see whom it counts</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>标签没有留下历史，按现在的算</source>
        <translation>Tags keep no past and count as they are now</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在回看这个季度</source>
        <translation>Looking back on the quarter</translation>
    </message>
    <message>
        <source>正在回看这个季度…</source>
        <translation>Looking back on the quarter…</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Laying out</translation>
    </message>
    <message>
        <source>每个标签都有 3 位以上的客户。</source>
        <translation>Every tag has 3 customers or more.</translation>
    </message>
    <message>
        <source>没有可以打印的</source>
        <translation>Nothing to print</translation>
    </message>
    <message>
        <source>没有要改的。</source>
        <translation>Nothing to change.</translation>
    </message>
    <message>
        <source>程序只提建议，不会自己改规则</source>
        <translation>These are suggestions; no rule changes by itself</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>维度</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>还没有算完</source>
        <translation>Not ready yet</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>{0} {1} 位占 {2}</source>
        <translation>{0}: {1}, {2}</translation>
    </message>
    <message>
        <source>{0} 位换档（{1}），年采购额 {2}。</source>
        <translation>{0} {0:customer changes|customers change} class ({1}), {2} a year.</translation>
    </message>
    <message>
        <source>{0} 位能不能分级变了</source>
        <translation>{0} can be classed now or no longer</translation>
    </message>
    <message>
        <source>升 {0} 位</source>
        <translation>{0} up</translation>
    </message>
    <message>
        <source>没有客户换档。</source>
        <translation>No customer changes class.</translation>
    </message>
    <message>
        <source>降 {0} 位</source>
        <translation>{0} down</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Excel 的一张表最多放 {rows} 行，放不下，没有导出。请先筛选，或另存为 csv。</source>
        <translation>A sheet in Excel holds at most {rows} rows, so nothing was exported. Filter first, or save as csv.</translation>
    </message>
    <message>
        <source>{day} 还没有到，没有保存。还没做的事请新建任务。</source>
        <translation>{day} is still to come, so nothing was saved. For what is yet to be done, make a task.</translation>
    </message>
    <message>
        <source>「{field}」不能用「{text}」来筛选，没有筛选。</source>
        <translation>&quot;{field}&quot; cannot be filtered by &quot;{text}&quot;. Nothing was filtered.</translation>
    </message>
    <message>
        <source>「{field}」里的「{text}」读不懂，请填数字；日期写成 2026-06-30。</source>
        <translation>&quot;{text}&quot; for &quot;{field}&quot; could not be read. Please give a number, or a date like 2026-06-30.</translation>
    </message>
    <message>
        <source>「{file}」不是客户盘点的台账，没有改动它。要导入 Excel 请用「导入台账」。</source>
        <translation>&quot;{file}&quot; is not a Pandian ledger and was not changed. To import from Excel use Import ledger.</translation>
    </message>
    <message>
        <source>「{file}」不是放假安排文件，没有采用。请选择带年份、放假日和调休上班日的文件。</source>
        <translation>&quot;{file}&quot; is not a holiday calendar and was not used. Choose a file with the year, its holidays and the extra working days.</translation>
    </message>
    <message>
        <source>「{file}」不是表格，里面没有可以读的文字。请检查是否选错了文件。</source>
        <translation>&quot;{file}&quot; is not a table; it holds no readable text. Check that it is the right file.</translation>
    </message>
    <message>
        <source>「{file}」其实是网页，不是 Excel 文件。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。</source>
        <translation>&quot;{file}&quot; is really a web page, not a workbook. Open it in Excel or WPS, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」写不了：可能正在 Excel 或 WPS 里打开，或没有权限。没有改动它，请关掉后再试，或另存为别的名称。</source>
        <translation>&quot;{file}&quot; cannot be written: it may be open in Excel or WPS, or you may lack permission. It was not changed. Close it and retry, or save under another name.</translation>
    </message>
    <message>
        <source>「{file}」只是 Excel 或 WPS 打开表格时留下的临时文件。请选择名称里没有「~」的那一个。</source>
        <translation>&quot;{file}&quot; is only a temporary file that Excel or WPS keeps while a workbook is open. Choose the one without &quot;~&quot; in its name.</translation>
    </message>
    <message>
        <source>「{file}」只是网页的外框，表格在它旁边的文件夹里，没有一起放过来。请把文件夹放到它旁边，或用 Excel 打开，另存为 xlsx 后再导入。</source>
        <translation>&quot;{file}&quot; is only the frame of a web page; its tables are in the folder beside it, which is missing. Put the folder beside it, or open it in Excel, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」在网络盘上，多台电脑同时写会损坏台账，没有打开。请先复制到本机。</source>
        <translation>&quot;{file}&quot; is on a network drive, where several writers can damage the ledger, so it was not opened. Copy it here first.</translation>
    </message>
    <message>
        <source>「{file}」在读取的时候被改动了，没有写入任何数据。请等它保存好，再导入一次。</source>
        <translation>&quot;{file}&quot; was changed while it was being read, so nothing was written. Wait until it is saved and import again.</translation>
    </message>
    <message>
        <source>「{file}」已损坏或没有保存完整，读不出来。请用 Excel 或 WPS 打开检查，另存为 xlsx 后再导入。</source>
        <translation>&quot;{file}&quot; is damaged or not fully saved and cannot be read. Check it in Excel or WPS, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」已经存在，没有改动它。请换一个名字，或直接打开它。</source>
        <translation>&quot;{file}&quot; already exists and was not changed. Choose another name, or open it.</translation>
    </message>
    <message>
        <source>「{file}」是 XML 格式的表格，暂时读不了。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。</source>
        <translation>&quot;{file}&quot; is an XML spreadsheet, which cannot be read. Open it in Excel or WPS, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」是一个文件夹。请选择里面的表格文件。</source>
        <translation>&quot;{file}&quot; is a folder. Choose a workbook inside it.</translation>
    </message>
    <message>
        <source>「{file}」是压缩文件。请先解压，再导入里面的表格。</source>
        <translation>&quot;{file}&quot; is an archive. Unpack it, then import the workbook inside.</translation>
    </message>
    <message>
        <source>「{file}」是很早以前的 Excel 格式，暂时读不了。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。</source>
        <translation>&quot;{file}&quot; is in a very old Excel format, which cannot be read. Open it in Excel or WPS, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」是文档、图片或别的程序的文件，不是表格。请选择 Excel 或 csv 文件。</source>
        <translation>&quot;{file}&quot; is a document, a picture or another program&apos;s file, not a table. Choose an Excel or csv file.</translation>
    </message>
    <message>
        <source>「{file}」是空的，没有可以导入的内容。请检查是否选错了文件。</source>
        <translation>&quot;{file}&quot; is empty; there is nothing to import. Check that it is the right file.</translation>
    </message>
    <message>
        <source>「{file}」没有读，要先给出打开密码或文字编码，给了可以再导入一次。</source>
        <translation>&quot;{file}&quot; was not read: it needs a password or a text encoding first. Give it and import again.</translation>
    </message>
    <message>
        <source>「{file}」的密码不对，没有读出任何内容。请再输一次，或在 Excel 或 WPS 里取消密码后再导入。</source>
        <translation>The password for &quot;{file}&quot; is wrong, so nothing was read. Try again, or remove the password in Excel or WPS and import again.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」没有表头，认不出{lacks}在哪一列，没有写入任何数据。第一行是：{columns}。{hint}请指明各列是什么。</source>
        <translation>Sheet &quot;{sheet}&quot; of &quot;{file}&quot; has no headings and {lacks} could not be recognised. Nothing was written. The first row is: {columns}. {hint}Please say what the columns are.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」里没有认出{lacks}（也没有数量和单价），没有写入任何数据。读到的列：{titles}。{hint}请指明哪一列是金额。</source>
        <translation>No {lacks} (nor quantity and price) was found on sheet &quot;{sheet}&quot; of &quot;{file}&quot;. Nothing was written. Columns read: {titles}. {hint}Please say which column holds the amount.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」里没有认出{lacks}，没有写入任何数据。读到的列：{titles}。{hint}请指明哪一列是客户。</source>
        <translation>No {lacks} was found on sheet &quot;{sheet}&quot; of &quot;{file}&quot;. Nothing was written. Columns read: {titles}. {hint}Please say which column holds the customer.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」里没有认出{lacks}，没有写入任何数据。读到的列：{titles}。{hint}请指明哪一列是日期。</source>
        <translation>No {lacks} was found on sheet &quot;{sheet}&quot; of &quot;{file}&quot;. Nothing was written. Columns read: {titles}. {hint}Please say which column holds the date.</translation>
    </message>
    <message>
        <source>「{file}」的扩展名和内容不符，已按实际内容（{kind}）读取。</source>
        <translation>The name ending of &quot;{file}&quot; does not fit its content; it was read as what it is ({kind}).</translation>
    </message>
    <message>
        <source>「{file}」的文字编码认不出来，读了会是乱码。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。</source>
        <translation>The text encoding of &quot;{file}&quot; is unknown and it would read as garbage. Open it in Excel or WPS, save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」的金额在工作表「{lines}」，客户在「{heads}」，没有写入任何数据。请先把它们合成一张表：每行写明客户、日期和金额。</source>
        <translation>&quot;{file}&quot; has the amounts in sheet &quot;{lines}&quot; and the customers in &quot;{heads}&quot;, so nothing was written. Join them into one table first: customer, date and amount on every row.</translation>
    </message>
    <message>
        <source>「{file}」第 {row} 行附近的引号没有成对，后面的行分不开。请改好引号，或另存为 xlsx 后再导入。</source>
        <translation>The quotes near row {row} of &quot;{file}&quot; do not pair up, so the rows after it cannot be split. Fix the quotes, or save it as xlsx and import again.</translation>
    </message>
    <message>
        <source>「{file}」设了打开密码，没有读出任何内容。请用 --password 给出密码，或在 Excel 或 WPS 里取消密码后再导入。</source>
        <translation>&quot;{file}&quot; has a password, so nothing was read. Give it with --password, or remove it in Excel or WPS and import again.</translation>
    </message>
    <message>
        <source>「{file}」读不了：没有权限，或正被别的程序占用。请关掉那个程序，再导入一次。</source>
        <translation>&quot;{file}&quot; cannot be read: you lack permission or another program is using it. Close that program and import again.</translation>
    </message>
    <message>
        <source>「{file}」读不到了，可能磁盘或 U 盘已断开。数据没有变化，请接好后再试。</source>
        <translation>&quot;{file}&quot; can no longer be read; the disk or USB stick may be gone. The data is unchanged. Connect it and retry.</translation>
    </message>
    <message>
        <source>「{file}」里没有可以导入的行，没有写入任何数据。请检查是否选错了文件。</source>
        <translation>&quot;{file}&quot; has no rows to import, so nothing was written. Check that it is the right file.</translation>
    </message>
    <message>
        <source>「{file}」里的行都已经导入过，或者已经从待修区移除，没有写入任何数据。</source>
        <translation>The rows in &quot;{file}&quot; have all been imported already or taken out of the repair area, so nothing was written.</translation>
    </message>
    <message>
        <source>「{sheet}」的「{column}」有重复的值，合并会把行数变多，没有写入任何数据。请先去掉重复的行，或换一列来合并。</source>
        <translation>&quot;{column}&quot; of &quot;{sheet}&quot; has repeated values, so joining would multiply the rows. Nothing was written. Remove the repeated rows first, or join by another column.</translation>
    </message>
    <message>
        <source>「{sheet}」要和「{other}」合并，可是没有找到有这些列的表：{columns}。没有写入任何数据。请检查表名和列名。</source>
        <translation>&quot;{sheet}&quot; is to be joined with &quot;{other}&quot;, but no table with these columns was found: {columns}. Nothing was written. Check the names of the table and its columns.</translation>
    </message>
    <message>
        <source>「{text}」不像电话号码。可以写 13800000000 或 021-55550000。</source>
        <translation>&quot;{text}&quot; does not look like a phone number. Try 13800000000 or 021-55550000.</translation>
    </message>
    <message>
        <source>「{text}」不是天数。可以写 30。</source>
        <translation>&quot;{text}&quot; is not a number of days. Try 30.</translation>
    </message>
    <message>
        <source>「{text}」不是日期。请写成 2026-11-25 这样。</source>
        <translation>&quot;{text}&quot; is not a date. Try 2026-11-25.</translation>
    </message>
    <message>
        <source>「{text}」不是金额。可以写 120000 或 12万。</source>
        <translation>&quot;{text}&quot; is not an amount. Try 120000.</translation>
    </message>
    <message>
        <source>「{text}」不是频率，没有改动策略。可以写 V/1m（每月拜访）、P/2w（两周电话）或 P@3wd（3 个工作日内）。</source>
        <translation>&quot;{text}&quot; is not a frequency, so the playbook was not changed. Try V/1m (visit monthly), P/2w (call every two weeks) or P@3wd (call within 3 working days).</translation>
    </message>
    <message>
        <source>「{text}」没有写成 名称=值 的样子，没有改动设置。</source>
        <translation>&quot;{text}&quot; is not of the form name=value, so no setting was changed.</translation>
    </message>
    <message>
        <source>一天的小时数要在 0 到 24 之间，没有保存。</source>
        <translation>Hours a day must lie between 0 and 24, so nothing was saved.</translation>
    </message>
    <message>
        <source>二八分级的前段与末段加起来不能超过 100%，没有改动设置。</source>
        <translation>The top and bottom parts of the 80/20 tiers cannot exceed 100% together. No setting was changed.</translation>
    </message>
    <message>
        <source>已经有叫「{name}」的方案，没有保存。请换个名字。</source>
        <translation>There is a scheme called {name} already; nothing was saved. Choose another name.</translation>
    </message>
    <message>
        <source>没有叫「{name}」的方案。</source>
        <translation>There is no scheme called {name}.</translation>
    </message>
    <message>
        <source>「{file}」不是从这本台账的待修区导出的，没有写入任何数据。请选择从这里导出的待修表。</source>
        <translation>&quot;{file}&quot; was not exported from the repair area of this ledger, so nothing was written. Choose a table exported from here.</translation>
    </message>
    <message>
        <source>「{file}」写不进去，原来的数据没有变化。磁盘可能满了、放不下这么大的文件，或已断开，请检查后再试。</source>
        <translation>&quot;{file}&quot; cannot be written; the data is unchanged. The disk may be full, unable to hold a file of this size, or gone. Check it and retry.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」里没有找到表头，缺少客户和金额这两列，没有写入任何数据。请加一行列名（如 客户名称、日期、金额）再导入。</source>
        <translation>No header row was found in sheet &quot;{sheet}&quot; of &quot;{file}&quot;, so customer and amount are missing and nothing was written. Add a row of column names (such as customer, date, amount) and import again.</translation>
    </message>
    <message>
        <source>「{file}」的工作表「{sheet}」里没有跟进内容这一列，没有写入任何数据。读到的列：{titles}。请指明是哪一列。</source>
        <translation>Sheet &quot;{sheet}&quot; of &quot;{file}&quot; has no column with the text of the contact log, so nothing was written. Columns read: {titles}. Say which column it is.</translation>
    </message>
    <message>
        <source>「{file}」里没有写表头，不知道用于哪种表，没有读入。请用程序导出的导入方案。</source>
        <translation>&quot;{file}&quot; names no headers, so it is not known which tables it is for, and it was not loaded. Use an import scheme exported by the program.</translation>
    </message>
    <message>
        <source>「{name}」的分档由数据得出，每次都可能不同，不能作主方案。请换一个排在最前。</source>
        <translation>The classes of &quot;{name}&quot; come out of the data and may differ each time, so it cannot lead. Please put another scheme first.</translation>
    </message>
    <message>
        <source>「快速决策」的天数要小于「谨慎评估」，没有改动设置。</source>
        <translation>The days of a fast decision must be fewer than those of a cautious one. The settings were not changed.</translation>
    </message>
    <message>
        <source>其中有客户已经不在了，或已经合并过，没有合并。请重新选择。</source>
        <translation>One of these customers is gone or merged already, so nothing was merged. Select them again.</translation>
    </message>
    <message>
        <source>列对应里写的字段「{field}」不认识，没有写入任何数据。可以用的字段：{fields}。</source>
        <translation>The column mapping names an unknown field &quot;{field}&quot;, so nothing was written. Fields that can be used: {fields}.</translation>
    </message>
    <message>
        <source>台账「{file}」是只读的，改不了。请去掉文件的「只读」属性，或复制到别的文件夹再打开。</source>
        <translation>The ledger &quot;{file}&quot; is read only and cannot be changed. Clear the read-only attribute, or copy it to another folder.</translation>
    </message>
    <message>
        <source>台账「{file}」是用更新版本的客户盘点保存的，没有改动它。请先升级程序再打开。</source>
        <translation>The ledger &quot;{file}&quot; was saved by a newer Pandian and was not changed. Upgrade the program first.</translation>
    </message>
    <message>
        <source>台账「{file}」正被另一个程序使用，没有改动它。请关掉那个程序后再试。</source>
        <translation>The ledger &quot;{file}&quot; is in use by another program and was not changed. Close that program and retry.</translation>
    </message>
    <message>
        <source>台账文件「{file}」已损坏，打不开，没有改动它。请在「备份与恢复」里恢复最近一次完好的备份。</source>
        <translation>The ledger &quot;{file}&quot; is damaged and cannot be opened; it was not changed. Restore the last good backup under Backup and restore.</translation>
    </message>
    <message>
        <source>台账里还没有客户，没有可以盘点的。请先导入客户台账，或新建客户。</source>
        <translation>The ledger has no customers, so there is nothing to review. Import a ledger or add a customer first.</translation>
    </message>
    <message>
        <source>命令写得不对：{message}</source>
        <translation>The command is not right: {message}</translation>
    </message>
    <message>
        <source>备份「{file}」写完后检查没有通过，已删掉。请检查磁盘后再备份一次。</source>
        <translation>The backup &quot;{file}&quot; failed its check and was deleted. Check the disk and back up again.</translation>
    </message>
    <message>
        <source>备份「{file}」已损坏，没有恢复，现在的数据没有变化。请选另一个备份。</source>
        <translation>The backup &quot;{file}&quot; is damaged and was not restored. The present data is unchanged. Choose another backup.</translation>
    </message>
    <message>
        <source>太长了，最多 {longest} 个字。</source>
        <translation>Too long: at most {longest} characters.</translation>
    </message>
    <message>
        <source>客户名称不能为空。</source>
        <translation>The customer needs a name.</translation>
    </message>
    <message>
        <source>导入前要先回答一个问题：{question} 还没有写入任何数据。</source>
        <translation>One question comes before the import: {question} Nothing has been written yet.</translation>
    </message>
    <message>
        <source>导入方案「{file}」是更新版本的客户盘点保存的（格式 {version}）。请先升级程序。</source>
        <translation>The import scheme &quot;{file}&quot; was saved by a newer Pandian (format {version}). Upgrade the program first.</translation>
    </message>
    <message>
        <source>导入方案「{file}」读不懂。请检查它是不是从程序里导出的 JSON 文件。</source>
        <translation>The import scheme &quot;{file}&quot; cannot be read. Check that it is a JSON file exported by the program.</translation>
    </message>
    <message>
        <source>导入方案「{file}」里「{key}」的值不对。请照导出的方案的写法改。</source>
        <translation>The value of &quot;{key}&quot; in the import scheme &quot;{file}&quot; is wrong. Write it as an exported scheme does.</translation>
    </message>
    <message>
        <source>导入方案「{file}」里的「{key}」不认识。可以写：{keys}。</source>
        <translation>&quot;{key}&quot; in the import scheme &quot;{file}&quot; is unknown. It can be: {keys}.</translation>
    </message>
    <message>
        <source>导入方案要有名字，最多 {longest} 个字。</source>
        <translation>An import scheme needs a name of at most {longest} characters.</translation>
    </message>
    <message>
        <source>已经有一位成员叫「{name}」，没有保存。</source>
        <translation>There is a member &quot;{name}&quot; already, so nothing was saved.</translation>
    </message>
    <message>
        <source>已经有叫「{name}」的导入方案，请换一个名字。</source>
        <translation>There is an import scheme &quot;{name}&quot; already. Choose another name.</translation>
    </message>
    <message>
        <source>待修区里的行在这期间已经处理过，没有写入任何数据。请看一眼现在的待修区再试。</source>
        <translation>The rows to repair were dealt with meanwhile, so nothing was written. Look at the repair area as it is now and try again.</translation>
    </message>
    <message>
        <source>总公司不能同时是自己的分公司，没有保存。</source>
        <translation>A head office cannot be its own branch, so nothing was saved.</translation>
    </message>
    <message>
        <source>成员「{name}」已经不在了，没有改动。</source>
        <translation>The member &quot;{name}&quot; no longer exists. Nothing was changed.</translation>
    </message>
    <message>
        <source>成员要有名字，最多 {longest} 个字。</source>
        <translation>A member needs a name of at most {longest} characters.</translation>
    </message>
    <message>
        <source>手工定级要写一句原因，没有保存。</source>
        <translation>A tier set by hand needs a reason, so nothing was saved.</translation>
    </message>
    <message>
        <source>打印机没有响应，没有打印。数据没有变化，请检查打印机后再试。</source>
        <translation>The printer does not answer and nothing was printed. The data is unchanged. Check the printer and retry.</translation>
    </message>
    <message>
        <source>找不到台账文件「{file}」。请检查文件是否被移走，或从备份恢复。</source>
        <translation>The ledger &quot;{file}&quot; was not found. Check whether it was moved, or restore a backup.</translation>
    </message>
    <message>
        <source>找不到文件「{file}」。请检查文件名和位置，再导入一次。</source>
        <translation>The file &quot;{file}&quot; was not found. Check its name and place and import again.</translation>
    </message>
    <message>
        <source>报告只能存成 .pdf 或 .xlsx，「{file}」不行。</source>
        <translation>A report can only be saved as .pdf or .xlsx, so &quot;{file}&quot; will not do.</translation>
    </message>
    <message>
        <source>排序「{text}」不认识。可以写 net_sales:desc 或 name。</source>
        <translation>The sort order &quot;{text}&quot; is unknown. Try net_sales:desc or name.</translation>
    </message>
    <message>
        <source>文件夹「{file}」里没有表格文件。请选择 Excel 或 CSV 文件。</source>
        <translation>The folder &quot;{file}&quot; holds no workbook. Choose an Excel or CSV file.</translation>
    </message>
    <message>
        <source>文件夹「{folder}」不在了，没有导出。请另存到别的文件夹。</source>
        <translation>The folder &quot;{folder}&quot; is gone, so nothing was exported. Save to another folder.</translation>
    </message>
    <message>
        <source>文件里没有工作表「{sheet}」，没有写入任何数据。有的工作表：{names}。</source>
        <translation>The file has no sheet &quot;{sheet}&quot;, so nothing was written. Its sheets: {names}.</translation>
    </message>
    <message>
        <source>方案「{name}」有两张一样的卡片，没有保存。请去掉一张。</source>
        <translation>Two cards of the scheme {name} are the same; nothing was saved. Take one away.</translation>
    </message>
    <message>
        <source>方案「{name}」的卡片「{card}」里，关于「{field}」的条件不成立，没有保存。请改一改。</source>
        <translation>In the scheme {name}, card {card}, the condition on {field} cannot hold; nothing was saved. Change it.</translation>
    </message>
    <message>
        <source>方案「{name}」读不懂，没有使用它。请重新编辑后保存。</source>
        <translation>The scheme {name} cannot be read and was not used. Edit and save it again.</translation>
    </message>
    <message>
        <source>方案「{name}」还没有卡片，没有保存。请至少加一张。</source>
        <translation>The scheme {name} has no card yet; nothing was saved. Add at least one.</translation>
    </message>
    <message>
        <source>有 {count} 位客户在「{group}」里有不止一个标签，先改成一个，再设为单选。没有改动。</source>
        <translation>{count} {count:customer has|customers have} more than one tag of &quot;{group}&quot;. Leave one each first; nothing was changed.</translation>
    </message>
    <message>
        <source>标签「{name}」已经不在了，没有改动。</source>
        <translation>The tag &quot;{name}&quot; no longer exists. Nothing was changed.</translation>
    </message>
    <message>
        <source>标签要有名字，不带「/」，最多 {longest} 个字。</source>
        <translation>A tag needs a name without &quot;/&quot;, of at most {longest} characters.</translation>
    </message>
    <message>
        <source>正在看 {day} 的情况，只读。回到今天再改。</source>
        <translation>Showing {day}, read only. Go back to today to make changes.</translation>
    </message>
    <message>
        <source>没有叫「{name}」的客户。请检查名称或客户编号。</source>
        <translation>There is no customer &quot;{name}&quot;. Check the name or customer number.</translation>
    </message>
    <message>
        <source>没有叫「{name}」的规则起点，规则没有改动。</source>
        <translation>There is no starting point &quot;{name}&quot; for the rules. They were not changed.</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>没有可以重做的操作。</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>没有名为「{key}」的设置。请核对名称。</source>
        <translation>There is no setting &quot;{key}&quot;. Check the name.</translation>
    </message>
    <message>
        <source>没有找到盘点「{name}」。用「盘点记录」看看有哪些盘点。</source>
        <translation>The review &quot;{name}&quot; was not found. See Past reviews for the list.</translation>
    </message>
    <message>
        <source>没有权限写「{file}」，原来的数据没有变化。请换一个文件夹，或关掉正在使用它的程序。</source>
        <translation>You may not write &quot;{file}&quot;; the old data is unchanged. Choose another folder, or close the program that uses it.</translation>
    </message>
    <message>
        <source>没有正在做的盘点。请先开始一次盘点。</source>
        <translation>There is no review in progress. Please begin one first.</translation>
    </message>
    <message>
        <source>没有第 {batch} 次导入。请在导入记录里看有哪些。</source>
        <translation>There is no import {batch}. See Import history for the list.</translation>
    </message>
    <message>
        <source>没有第 {number} 号盘点草稿。用「盘点记录」看看有哪些盘点。</source>
        <translation>There is no review draft number {number}. See Past reviews for the list.</translation>
    </message>
    <message>
        <source>用 --name 说明导出哪一个导入方案。可以写：{names}。</source>
        <translation>Say with --name which import scheme to export. It can be: {names}.</translation>
    </message>
    <message>
        <source>盘点「{name}」（第 {number} 号）还没做完，一次只做一个。请先存档，或放弃草稿，再开始新的。</source>
        <translation>The review {name} (no. {number}) is not finished, and only one is made at a time. Finish it or discard its draft first.</translation>
    </message>
    <message>
        <source>盘点不能截至以后的日子 {day}，今天是 {today}。没有开始盘点。</source>
        <translation>A review cannot be as of {day}: today is {today}. No review was started.</translation>
    </message>
    <message>
        <source>磁盘空间不够，没有保存，原来的数据没有变化。请腾出空间后再试。</source>
        <translation>The disk is full, so nothing was saved; the old data is unchanged. Free some space and retry.</translation>
    </message>
    <message>
        <source>第 {batch} 次导入已经撤销过了。</source>
        <translation>Import {batch} was already undone.</translation>
    </message>
    <message>
        <source>筛选条件「{field}」的值「{text}」看不懂，没有筛选。</source>
        <translation>The value &quot;{text}&quot; of the filter &quot;{field}&quot; makes no sense. Nothing was filtered.</translation>
    </message>
    <message>
        <source>筛选条件里的「{text}」不认识。可以用：{known}。</source>
        <translation>&quot;{text}&quot; is not known in a filter. Known are: {known}.</translation>
    </message>
    <message>
        <source>综合分的权重不能全是 0，没有改动设置。</source>
        <translation>The weights of the score cannot all be 0. The settings were not changed.</translation>
    </message>
    <message>
        <source>编号「{number}」已经是「{name}」的，没有保存。</source>
        <translation>The number &quot;{number}&quot; belongs to &quot;{name}&quot; already, so nothing was saved.</translation>
    </message>
    <message>
        <source>联系人要有姓名或称呼，例如「王总」；不知道名字就写电话或微信。</source>
        <translation>A contact needs a name or form of address, such as &quot;Mr Wang&quot;; if you do not know it, write the phone or WeChat.</translation>
    </message>
    <message>
        <source>设置「{key}」不能是「{value}」，没有改动设置。可以这样写：{example}</source>
        <translation>The setting &quot;{key}&quot; cannot be &quot;{value}&quot;, so nothing was changed. Write it like this: {example}</translation>
    </message>
    <message>
        <source>设置「{lower}」（{low}）必须小于「{upper}」（{high}），没有改动设置。</source>
        <translation>The setting &quot;{lower}&quot; ({low}) must be below &quot;{upper}&quot; ({high}). No setting was changed.</translation>
    </message>
    <message>
        <source>还没有写要做什么，没有保存任务。</source>
        <translation>It does not say yet what is to be done, so the task was not saved.</translation>
    </message>
    <message>
        <source>还没有写这次跟进的内容，没有保存。写一句话就可以。</source>
        <translation>The contact has no text yet, so nothing was saved. One line is enough.</translation>
    </message>
    <message>
        <source>还没有存档的盘点。</source>
        <translation>No closed review yet.</translation>
    </message>
    <message>
        <source>这个导入方案已经不在了，没有改动。</source>
        <translation>This import scheme is gone; nothing was changed.</translation>
    </message>
    <message>
        <source>这次合并已经拆开了，没有改动。</source>
        <translation>This merge has been separated already; nothing was changed.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>写入文件</source>
        <translation>Writing the file</translation>
    </message>
</context>
<context>
    <name>FacetBox</name>
    <message>
        <source>{0} · {1} 位 · 近 12 月 {2}</source>
        <translation>{0} · {1} {1:customer|customers} · 12 months {2}</translation>
    </message>
    <message>
        <source>其余 {0} 项…</source>
        <translation>{0} more…</translation>
    </message>
    <message>
        <source>按今天的</source>
        <translation>as of today</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>这一项没有历史，按今天的资料筛选。</source>
        <translation>No history is kept of this; it is filtered by how it is today.</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message>
        <source>不再排除</source>
        <translation>Stop excluding</translation>
    </message>
    <message>
        <source>排除「{0}」</source>
        <translation>Exclude &quot;{0}&quot;</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>一般购买间隔</source>
        <translation>Usual gap between purchases</translation>
    </message>
    <message>
        <source>上期采购</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>下次跟进</source>
        <translation>Next follow-up</translation>
    </message>
    <message>
        <source>二八分级</source>
        <translation>80/20 tier</translation>
    </message>
    <message>
        <source>价值分级</source>
        <translation>Value tier</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>净贡献</source>
        <translation>Net contribution</translation>
    </message>
    <message>
        <source>加权逾期天数</source>
        <translation>Weighted days overdue</translation>
    </message>
    <message>
        <source>反馈价格高</source>
        <translation>Says price is high</translation>
    </message>
    <message>
        <source>合作天数</source>
        <translation>Days as customer</translation>
    </message>
    <message>
        <source>合作情况</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>合作节奏</source>
        <translation>Rhythm</translation>
    </message>
    <message>
        <source>同比增长</source>
        <translation>Growth on last year</translation>
    </message>
    <message>
        <source>员工人数</source>
        <translation>Number of staff</translation>
    </message>
    <message>
        <source>品种数</source>
        <translation>Number of products</translation>
    </message>
    <message>
        <source>品类数</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>商机金额</source>
        <translation>Value of opportunities</translation>
    </message>
    <message>
        <source>回款天数</source>
        <translation>Days to payment</translation>
    </message>
    <message>
        <source>回款灯</source>
        <translation>Payment light</translation>
    </message>
    <message>
        <source>地域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>客单价</source>
        <translation>Average order</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>客户回复(小时)</source>
        <translation>Customer&apos;s reply (hours)</translation>
    </message>
    <message>
        <source>客户类型</source>
        <translation>Customer type</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>应收余额</source>
        <translation>Receivable</translation>
    </message>
    <message>
        <source>总公司</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>成交状态</source>
        <translation>Deal status</translation>
    </message>
    <message>
        <source>我方响应(小时)</source>
        <translation>Our reply (hours)</translation>
    </message>
    <message>
        <source>手工定级</source>
        <translation>Set by hand</translation>
    </message>
    <message>
        <source>投诉次数</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>折扣率</source>
        <translation>Discount rate</translation>
    </message>
    <message>
        <source>按期回款率</source>
        <translation>Payment on time</translation>
    </message>
    <message>
        <source>推荐意愿</source>
        <translation>Would recommend us</translation>
    </message>
    <message>
        <source>无法评级</source>
        <translation>Cannot rate</translation>
    </message>
    <message>
        <source>最近合作</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>最长逾期天数</source>
        <translation>Longest overdue days</translation>
    </message>
    <message>
        <source>月均购买次数</source>
        <translation>Purchases a month</translation>
    </message>
    <message>
        <source>有增长空间</source>
        <translation>Room to grow</translation>
    </message>
    <message>
        <source>有效互动次数</source>
        <translation>Real contacts</translation>
    </message>
    <message>
        <source>服务成本</source>
        <translation>Cost to serve</translation>
    </message>
    <message>
        <source>未合作天数</source>
        <translation>Days idle</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>比上期增长</source>
        <translation>Growth on last period</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>毛利额</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>沟通次数</source>
        <translation>Contacts so far</translation>
    </message>
    <message>
        <source>满 3 个月未合作</source>
        <translation>Idle for 3 months</translation>
    </message>
    <message>
        <source>满意度</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>系统建议</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>累计净贡献</source>
        <translation>Net contribution to date</translation>
    </message>
    <message>
        <source>累计获客成本</source>
        <translation>Acquisition cost to date</translation>
    </message>
    <message>
        <source>累计采购</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>获客回本(月)</source>
        <translation>Payback of acquisition (months)</translation>
    </message>
    <message>
        <source>获客成本</source>
        <translation>Acquisition cost</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>订单数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>账期</source>
        <translation>Payment term</translation>
    </message>
    <message>
        <source>购买天数</source>
        <translation>Purchase days</translation>
    </message>
    <message>
        <source>资料有矛盾</source>
        <translation>Contradictory data</translation>
    </message>
    <message>
        <source>超期倍数</source>
        <translation>Overdue ratio</translation>
    </message>
    <message>
        <source>距上次报价</source>
        <translation>Days since last quote</translation>
    </message>
    <message>
        <source>跟进策略</source>
        <translation>Follow-up playbook</translation>
    </message>
    <message>
        <source>转介绍次数</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>近 12 月采购</source>
        <translation>12-month purchases</translation>
    </message>
    <message>
        <source>近 3 月采购</source>
        <translation>3-month purchases</translation>
    </message>
    <message>
        <source>退货率</source>
        <translation>Return rate</translation>
    </message>
    <message>
        <source>逾期金额</source>
        <translation>Overdue amount</translation>
    </message>
    <message>
        <source>采购份额</source>
        <translation>Share of need</translation>
    </message>
    <message>
        <source>预计年需求</source>
        <translation>Expected yearly need</translation>
    </message>
    <message>
        <source>频次×进货量</source>
        <translation>Frequency × volume</translation>
    </message>
    <message>
        <source>风险金额</source>
        <translation>Amount at risk</translation>
    </message>
    <message>
        <source>首次合作</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{0} 万元</source>
        <translation>¥{0}k</translation>
    </message>
    <message>
        <source>{0} 元</source>
        <translation>¥{0}</translation>
    </message>
    <message>
        <source>{0} 天</source>
        <translation>{0} {0:day|days}</translation>
    </message>
    <message>
        <source>{0}年{1}月{2}日</source>
        <translation>{0}-{1:02}-{2:02}</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>¥k</translation>
    </message>
    <message>
        <source>估 {0}</source>
        <translation>est. {0}</translation>
    </message>
    <message>
        <source>元</source>
        <translation>¥</translation>
    </message>
    <message>
        <source>未合作</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>点一下看来源 (F7)</source>
        <translation>Click for the sources (F7)</translation>
    </message>
    <message>
        <source>累计采购</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>近 12 月</source>
        <translation>12 months</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>{0}：图上的数字</source>
        <translation>{0}: the figures of the chart</translation>
    </message>
</context>
<context>
    <name>FilesStep</name>
    <message>
        <source>XML 表格</source>
        <translation>XML table</translation>
    </message>
    <message>
        <source>{0}，{1} 编码</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>「{0}」的前 {1} 行</source>
        <translation>First {1} rows of &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>「{0}」的文字编码认不出来。它是哪一种编码？</source>
        <translation>The text encoding of &quot;{0}&quot; could not be recognised. Which one is it?</translation>
    </message>
    <message>
        <source>不清楚就选一种试试：逐步检查的第 1 步显示前几行，有乱码可以再换。</source>
        <translation>If unsure, try one: step 1 of the step-by-step import shows the first lines, and another can be chosen if they are garbled.</translation>
    </message>
    <message>
        <source>加进台账「{0}」，原文件不会改动</source>
        <translation>Added to the ledger &quot;{0}&quot;; your file is not changed</translation>
    </message>
    <message>
        <source>导入到新台账…</source>
        <translation>Import into a new ledger…</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>换个文件…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Text encoding</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>有乱码就换一种文字编码</source>
        <translation>Choose another encoding if the text is garbled</translation>
    </message>
    <message>
        <source>有乱码或者错列，多半是选错了文件</source>
        <translation>If text is garbled or columns are shifted, it is most likely the wrong file</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>网页表格</source>
        <translation>Web table</translation>
    </message>
    <message>
        <source>自动识别</source>
        <translation>Recognise by itself</translation>
    </message>
    <message>
        <source>自动识别：{0}</source>
        <translation>Recognised: {0}</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>要导入的文件</source>
        <translation>Files to import</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>按其他方案筛选…</source>
        <translation>Filter by another scheme…</translation>
    </message>
    <message>
        <source>查找标签</source>
        <translation>Find a tag</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>{0}：不含{1}</source>
        <translation>{0}: not {1}</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
</context>
<context>
    <name>Fingerprint</name>
    <message>
        <source>回款</source>
        <translation>payments</translation>
    </message>
    <message>
        <source>客户资料</source>
        <translation>customer data</translation>
    </message>
    <message>
        <source>投诉、满意度、商机和费用</source>
        <translation>complaints, satisfaction, opportunities and costs</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>tags</translation>
    </message>
    <message>
        <source>订单明细</source>
        <translation>order lines</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>contact log</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>{0}，已完成</source>
        <translation>{0}, done</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Do not show again</translation>
    </message>
    <message>
        <source>做第一次盘点</source>
        <translation>Do the first review</translation>
    </message>
    <message>
        <source>打印月度报告</source>
        <translation>Print the monthly report</translation>
    </message>
    <message>
        <source>接下来：</source>
        <translation>Next:</translation>
    </message>
    <message>
        <source>看看分级</source>
        <translation>Look at the tiers</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>任何一步都可以撤销（Ctrl+Z），大的改动之前会自动备份，放心试。</source>
        <translation>Every step can be undone (Ctrl+Z) and large changes are backed up first, so feel free to try.</translation>
    </message>
    <message>
        <source>入门（3 分钟）</source>
        <translation>Getting started (3 minutes)</translation>
    </message>
    <message>
        <source>名单已按价值分好级。左边筛选，上面搜索（拼音首字母也行），右边是为什么。</source>
        <translation>The list is tiered by value. Filter at the left, search at the top (pinyin initials work), the reasons at the right.</translation>
    </message>
    <message>
        <source>多久拜访、谁来做；右边马上看到一个月要多少小时。</source>
        <translation>How often to visit and who does it; the hours per month show at once at the right.</translation>
    </message>
    <message>
        <source>打印月度报告</source>
        <translation>Print the monthly report</translation>
    </message>
    <message>
        <source>把 Excel 台账拖进窗口</source>
        <translation>Drop the Excel ledger on the window</translation>
    </message>
    <message>
        <source>按重要和紧急排好。记一句跟进，任务自动完成并排出下一次。</source>
        <translation>Sorted by importance and urgency. Log a line and the task closes and the next one appears.</translation>
    </message>
    <message>
        <source>每月盘点一次</source>
        <translation>Review once a month</translation>
    </message>
    <message>
        <source>照今日清单做</source>
        <translation>Work through today&apos;s list</translation>
    </message>
    <message>
        <source>看到的页面就是打印的页面，也可以存成 PDF 或 Excel。</source>
        <translation>The page you see is the page that prints; it can also be saved as PDF or Excel.</translation>
    </message>
    <message>
        <source>看客户</source>
        <translation>See the customers</translation>
    </message>
    <message>
        <source>给每一级定策略</source>
        <translation>Set a playbook for each tier</translation>
    </message>
    <message>
        <source>表头、合计行和列会自动认出来，并和合计对账；原文件不会改动。</source>
        <translation>Headers, total rows and columns are recognised and checked against the totals; the file is never changed.</translation>
    </message>
    <message>
        <source>选范围、看数据、调界线、逐个确认，签字后存档，以后随时能比较。</source>
        <translation>Choose the scope, check the data, set the lines, confirm one by one, sign and close; compare any time later.</translation>
    </message>
</context>
<context>
    <name>HeldLink</name>
    <message>
        <source>{0} 行待修</source>
        <translation>{0} {0:row|rows} to repair</translation>
    </message>
    <message>
        <source>导入时看不懂的行，还没有算进合计</source>
        <translation>Rows not understood at import, not in the totals yet</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>{0} 行</source>
        <translation>{0} {0:row|rows}</translation>
    </message>
    <message>
        <source>{0}的{1}：「{2}」改为「{3}」</source>
        <translation>{1} of {0}: &quot;{2}&quot; becomes &quot;{3}&quot;</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Select a row first</translation>
    </message>
    <message>
        <source>另有 {0} 处</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>哪次导入</source>
        <translation>Which import</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>导入时看不懂、缺金额或有疑问的行会放在这里，不会丢。</source>
        <translation>Rows that were not understood, lack an amount or are in doubt are kept here and never lost.</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>导出待修区</source>
        <translation>Export repair area</translation>
    </message>
    <message>
        <source>已从待修区移除 {0} 行。</source>
        <translation>{0} {0:row|rows} taken out of the repair area.</translation>
    </message>
    <message>
        <source>已导入 {0} 行。</source>
        <translation>{0} {0:row|rows} imported.</translation>
    </message>
    <message>
        <source>已导出到「{0}」。</source>
        <translation>Exported to &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>待修区_{0}_{1}.xlsx</source>
        <translation>repair_{0}_{1}.xlsx</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>改了已有的内容：{0}。</source>
        <translation>Changed what was there: {0}.</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>没有等着修的行</source>
        <translation>No rows waiting for repair</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>等着修的行</source>
        <translation>Rows waiting for repair</translation>
    </message>
    <message>
        <source>读回改好的表</source>
        <translation>Read back a mended table</translation>
    </message>
    <message>
        <source>还有 {0} 行没有导入：{1}。</source>
        <translation>{0} {0:row|rows} still not imported: {1}.</translation>
    </message>
    <message>
        <source>这些行还没有算进合计。在右边改好再试一次；也可以导出，在 Excel 里改好后导入那个文件，改好的行会自己归位。</source>
        <translation>These rows are not in the totals yet. Mend them on the right and try again, or export them, mend them in Excel and import that file: each row finds its place.</translation>
    </message>
    <message>
        <source>选择改好的待修表</source>
        <translation>Choose the mended table</translation>
    </message>
</context>
<context>
    <name>HeldRows</name>
    <message>
        <source>{0} › {1} › 第 {2} 行</source>
        <translation>{0} › {1} › row {2}</translation>
    </message>
    <message>
        <source>{0} 的导入（{1} 行）</source>
        <translation>Import of {0} ({1} {1:row|rows})</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>全部导入</source>
        <translation>All imports</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原始内容</source>
        <translation>Original text</translation>
    </message>
    <message>
        <source>原始行</source>
        <translation>Original row</translation>
    </message>
    <message>
        <source>各行不同，不改</source>
        <translation>Rows differ; left as they are</translation>
    </message>
    <message>
        <source>在下面改的内容会写进选中的每一行。</source>
        <translation>What you change below is written to every selected row.</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>打开原文件</source>
        <translation>Open original file</translation>
    </message>
    <message>
        <source>按这一行导入，会盖掉这位客户已有的不同内容</source>
        <translation>Takes this row as it is and overwrites what differs for this customer</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件已经不在原来的地方</source>
        <translation>The file is no longer where it was</translation>
    </message>
    <message>
        <source>照样导入</source>
        <translation>Import anyway</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>这一行没有写错，按写出的内容导入</source>
        <translation>This row is right; import it as written</translation>
    </message>
    <message>
        <source>选中的 {0} 行</source>
        <translation>{0} selected {0:row|rows}</translation>
    </message>
    <message>
        <source>选中的行来自不同的表，请一张表一张表地改。</source>
        <translation>The selected rows come from different tables. Mend one table at a time.</translation>
    </message>
    <message>
        <source>（无表头）</source>
        <translation>(no header)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{count} 位客户的负责人改为{owner}</source>
        <translation>Owner of {count} {count:customer|customers} set to {owner}</translation>
    </message>
    <message>
        <source>「{first}」和「{second}」不是同一家</source>
        <translation>&quot;{first}&quot; and &quot;{second}&quot; are different</translation>
    </message>
    <message>
        <source>「{second}」归入总公司「{first}」</source>
        <translation>Place &quot;{second}&quot; under head office &quot;{first}&quot;</translation>
    </message>
    <message>
        <source>从回收站放回 {count} 位客户</source>
        <translation>Put back {count} {count:customer|customers} from the recycle bin</translation>
    </message>
    <message>
        <source>从待修区移除 {count} 行</source>
        <translation>Take {count} {count:row|rows} out of the repair area</translation>
    </message>
    <message>
        <source>修改「{name}」的{field}</source>
        <translation>Edit {field} of &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>修改客户资料</source>
        <translation>Edit customer data</translation>
    </message>
    <message>
        <source>修改手工定级</source>
        <translation>Change a tier set by hand</translation>
    </message>
    <message>
        <source>修改联系人「{name}」</source>
        <translation>Edit contact &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>保存方案「{name}」</source>
        <translation>Save the scheme {name}</translation>
    </message>
    <message>
        <source>修改规则与设置</source>
        <translation>Change rules and settings</translation>
    </message>
    <message>
        <source>停用方案「{name}」</source>
        <translation>Retire the scheme {name}</translation>
    </message>
    <message>
        <source>再试 {count} 行待修的行</source>
        <translation>Try {count} {count:row|rows} to repair again</translation>
    </message>
    <message>
        <source>删除导入方案「{name}」</source>
        <translation>Delete import scheme &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删除标签「{name}」</source>
        <translation>Delete tag &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删除联系人「{name}」</source>
        <translation>Delete contact &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>去掉 {count} 位客户的标签「{tag}」</source>
        <translation>Remove tag &quot;{tag}&quot; from {count} {count:customer|customers}</translation>
    </message>
    <message>
        <source>取消 {count} 个手工定级</source>
        <translation>Lift {count} {count:tier|tiers} set by hand</translation>
    </message>
    <message>
        <source>取消 {count} 件任务</source>
        <translation>Cancel {count} {count:task|tasks}</translation>
    </message>
    <message>
        <source>取消手工定级</source>
        <translation>Back to the rule&apos;s tier</translation>
    </message>
    <message>
        <source>合并 {count} 位客户</source>
        <translation>Merge {count} {count:customer|customers}</translation>
    </message>
    <message>
        <source>合并 {count} 组客户</source>
        <translation>Merge {count} {count:pair|pairs} of customers</translation>
    </message>
    <message>
        <source>完成 {count} 件任务</source>
        <translation>Finish {count} {count:task|tasks}</translation>
    </message>
    <message>
        <source>导入「{file}」</source>
        <translation>Import &quot;{file}&quot;</translation>
    </message>
    <message>
        <source>导入方案改名为「{name}」</source>
        <translation>Rename import scheme to &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>应用策略</source>
        <translation>Apply playbooks</translation>
    </message>
    <message>
        <source>延长 {count} 个手工定级</source>
        <translation>Prolong {count} {count:tier|tiers} set by hand</translation>
    </message>
    <message>
        <source>手工定级为「{tier}」</source>
        <translation>Set tier &quot;{tier}&quot; by hand</translation>
    </message>
    <message>
        <source>把「{other}」从「{keep}」拆开</source>
        <translation>Separate &quot;{other}&quot; from &quot;{keep}&quot;</translation>
    </message>
    <message>
        <source>把「{other}」并入「{keep}」</source>
        <translation>Merge &quot;{other}&quot; into &quot;{keep}&quot;</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销导入（第 {batch} 次）</source>
        <translation>Undo import {batch}</translation>
    </message>
    <message>
        <source>改成员「{name}」</source>
        <translation>Change member &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>改期 {count} 件任务</source>
        <translation>Move {count} {count:task|tasks}</translation>
    </message>
    <message>
        <source>改标签「{name}」的颜色</source>
        <translation>Change the colour of tag &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>新增联系人「{name}」</source>
        <translation>Add contact &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>新建任务「{title}」</source>
        <translation>New task &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>新建客户「{name}」</source>
        <translation>New customer &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>新成员「{name}」</source>
        <translation>New member &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>标签「{old}」并入「{new}」</source>
        <translation>Merge tag &quot;{old}&quot; into &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>标签「{old}」改名为「{new}」</source>
        <translation>Rename tag &quot;{old}&quot; to &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>标签组「{name}」改为可多选</source>
        <translation>Allow several tags of group &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>标签组「{name}」设为单选</source>
        <translation>Allow one tag of group &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>清掉回收站里的 {count} 位客户</source>
        <translation>Clear {count} {count:customer|customers} from the recycle bin</translation>
    </message>
    <message>
        <source>盘点存档：{name}</source>
        <translation>Close review: {name}</translation>
    </message>
    <message>
        <source>移走 {count} 位客户</source>
        <translation>Remove {count} {count:customer|customers}</translation>
    </message>
    <message>
        <source>给 {count} 位客户加标签「{tag}」</source>
        <translation>Tag {count} {count:customer|customers} &quot;{tag}&quot;</translation>
    </message>
    <message>
        <source>给 {count} 位客户改标签</source>
        <translation>Change tags of {count} {count:customer|customers}</translation>
    </message>
    <message>
        <source>记录跟进：{text}</source>
        <translation>Log contact: {text}</translation>
    </message>
    <message>
        <source>读入导入方案「{file}」</source>
        <translation>Load import scheme &quot;{file}&quot;</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>写入台账</source>
        <translation>Writing to the ledger</translation>
    </message>
    <message>
        <source>待修区：{0}</source>
        <translation>Repair area: {0}</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undoing the import</translation>
    </message>
    <message>
        <source>整理数据</source>
        <translation>Cleaning the data</translation>
    </message>
    <message>
        <source>核对台账</source>
        <translation>Checking against the ledger</translation>
    </message>
    <message>
        <source>粘贴的内容</source>
        <translation>Pasted table</translation>
    </message>
    <message>
        <source>读取文件</source>
        <translation>Reading the file</translation>
    </message>
</context>
<context>
    <name>ImportChanges</name>
    <message>
        <source>{0} 格</source>
        <translation>{0} {0:cell|cells}</translation>
    </message>
    <message>
        <source>{0}，列出前 {1} 格</source>
        <translation>{0}, the first {1} listed</translation>
    </message>
    <message>
        <source>会改变的内容</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>保留手工修改，不改</source>
        <translation>Edited by hand, kept</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件里</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Row</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>0.1 读作减一成</source>
        <translation>0.1 read as 10% off</translation>
    </message>
    <message>
        <source>0.9 读作九折</source>
        <translation>0.9 read as 10% off</translation>
    </message>
    <message>
        <source>{count} 种写法已换算</source>
        <translation>{count} {count:value|different values} converted</translation>
    </message>
    <message>
        <source>{count} 种写法看不懂</source>
        <translation>{count} {count:value|different values} not understood</translation>
    </message>
    <message>
        <source>业务员（分组行）</source>
        <translation>Salesperson (section line)</translation>
    </message>
    <message>
        <source>付款的另有客户，没有记到这一行的客户名下；请把回款分成单独的表再导入</source>
        <translation>Paid by another customer, so not booked on the customer of this row; put the payments in a table of their own and import that</translation>
    </message>
    <message>
        <source>原文会保存在导入档案里，不会丢</source>
        <translation>The original text is kept in the import archive</translation>
    </message>
    <message>
        <source>取自工作表名，请确认</source>
        <translation>Taken from the sheet&apos;s name, please confirm</translation>
    </message>
    <message>
        <source>取自表里的分组行，请确认</source>
        <translation>Taken from group rows of the table, please confirm</translation>
    </message>
    <message>
        <source>地点（分组行）</source>
        <translation>Place (section line)</translation>
    </message>
    <message>
        <source>客户（分组行）</source>
        <translation>Customer (section line)</translation>
    </message>
    <message>
        <source>工作表名</source>
        <translation>Sheet name</translation>
    </message>
    <message>
        <source>按「/」拆成 {count} 组</source>
        <translation>Split at &quot;/&quot; into {count} {count:group|groups}</translation>
    </message>
    <message>
        <source>按内容认出，请确认</source>
        <translation>Recognised by content, please confirm</translation>
    </message>
    <message>
        <source>整列是空的</source>
        <translation>The column is empty</translation>
    </message>
    <message>
        <source>日期按「年/月/日」读</source>
        <translation>Dates read as year/month/day</translation>
    </message>
    <message>
        <source>是 {currency}，按汇率换算成元</source>
        <translation>In {currency}, converted to yuan by the rate</translation>
    </message>
    <message>
        <source>是不含税的金额，照写的导入</source>
        <translation>Amounts without tax, imported as written</translation>
    </message>
    <message>
        <source>是减掉的钱，不是折扣率</source>
        <translation>Money taken off, not a discount rate</translation>
    </message>
    <message>
        <source>月份（分组行）</source>
        <translation>Month (section line)</translation>
    </message>
    <message>
        <source>没有写年份的日期按 {year} 年</source>
        <translation>Dates without a year are read as {year}</translation>
    </message>
    <message>
        <source>算作销售额，「{paid}」算作已经收到的钱</source>
        <translation>Counts as the sale; &quot;{paid}&quot; counts as what was received</translation>
    </message>
    <message>
        <source>日期按「日/月/年」读</source>
        <translation>Dates read as day/month/year</translation>
    </message>
    <message>
        <source>同时有{others}，金额取这一列</source>
        <translation>Taken as the amount; {others} too could be</translation>
    </message>
    <message>
        <source>已经减过折扣，不再打折</source>
        <translation>Discount already taken off, not taken again</translation>
    </message>
    <message>
        <source>已识别单位为{unit}</source>
        <translation>Unit recognised: {unit}</translation>
    </message>
    <message>
        <source>日月次序不确定，请回答问题后再导入</source>
        <translation>Order of day and month is unsure; answer the question before importing</translation>
    </message>
    <message>
        <source>日期按「月/日/年」读</source>
        <translation>Dates read as month/day/year</translation>
    </message>
</context>
<context>
    <name>ImportContent</name>
    <message>
        <source>{columns}可能是{field}。</source>
        <translation>{columns} may be {field}. </translation>
    </message>
    <message>
        <source>{evidence}，可能是{field}</source>
        <translation>{evidence}, may be {field}</translation>
    </message>
    <message>
        <source>{evidence}，可能是{field}，但{others}也是这样，请指明是哪一列</source>
        <translation>{evidence}, may be {field}, but so may {others}; please say which column it is</translation>
    </message>
    <message>
        <source>{share} 以日期开头</source>
        <translation>{share} begin with a date</translation>
    </message>
    <message>
        <source>{share} 是不大的整数</source>
        <translation>{share} are small whole numbers</translation>
    </message>
    <message>
        <source>{share} 是人名</source>
        <translation>{share} are names of people</translation>
    </message>
    <message>
        <source>{share} 是像金额的数</source>
        <translation>{share} are numbers like amounts</translation>
    </message>
    <message>
        <source>{share} 是公司名</source>
        <translation>{share} are names of companies</translation>
    </message>
    <message>
        <source>{share} 是日期</source>
        <translation>{share} are dates</translation>
    </message>
    <message>
        <source>{share} 是电话号码</source>
        <translation>{share} are phone numbers</translation>
    </message>
    <message>
        <source>{share} 是百分数</source>
        <translation>{share} are percentages</translation>
    </message>
    <message>
        <source>{share} 是编号</source>
        <translation>{share} are codes</translation>
    </message>
    <message>
        <source>{share} 是邮箱</source>
        <translation>{share} are e-mail addresses</translation>
    </message>
    <message>
        <source>「{column}」是{field}（{evidence}）</source>
        <translation>&quot;{column}&quot; is {field} ({evidence})</translation>
    </message>
    <message>
        <source>不是这样</source>
        <translation>That is not right</translation>
    </message>
    <message>
        <source>和「{first}」相乘等于「{second}」</source>
        <translation>times &quot;{first}&quot; gives &quot;{second}&quot;</translation>
    </message>
    <message>
        <source>按内容认出（{evidence}），请确认</source>
        <translation>Recognised by content ({evidence}), please confirm</translation>
    </message>
    <message>
        <source>按这样导入</source>
        <translation>Import it so</translation>
    </message>
    <message>
        <source>等于「{first}」乘「{second}」</source>
        <translation>is &quot;{first}&quot; times &quot;{second}&quot;</translation>
    </message>
    <message>
        <source>这些列名看不出意思，按内容看：{found}。按这样导入吗？</source>
        <translation>These headings say little, so the content was looked at: {found}. Import it so?</translation>
    </message>
</context>
<context>
    <name>ImportField</name>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>下次跟进</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>下次跟进时间</source>
        <translation>Next follow-up</translation>
    </message>
    <message>
        <source>业务员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>主营业务</source>
        <translation>Main business</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>产品编号</source>
        <translation>Product number</translation>
    </message>
    <message>
        <source>付款及时性</source>
        <translation>Payment punctuality</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>企业规模</source>
        <translation>Company size</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>使用场景</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>信任度</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>信用程度</source>
        <translation>Credit rating</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>储值余额</source>
        <translation>Prepaid balance</translation>
    </message>
    <message>
        <source>决策关键人</source>
        <translation>Key decision maker</translation>
    </message>
    <message>
        <source>决策周期</source>
        <translation>Decision cycle</translation>
    </message>
    <message>
        <source>利润</source>
        <translation>Profit</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>协同团队</source>
        <translation>Supporting team</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>单位成本</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>单据类型</source>
        <translation>Document type</translation>
    </message>
    <message>
        <source>合作稳定性</source>
        <translation>Stability of business</translation>
    </message>
    <message>
        <source>品牌认可度</source>
        <translation>Opinion of the brand</translation>
    </message>
    <message>
        <source>品类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>响应时长</source>
        <translation>Response time</translation>
    </message>
    <message>
        <source>回款日期</source>
        <translation>Payment date</translation>
    </message>
    <message>
        <source>回款金额</source>
        <translation>Payment amount</translation>
    </message>
    <message>
        <source>圈子</source>
        <translation>Circle</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>复合作条件</source>
        <translation>Terms for coming back</translation>
    </message>
    <message>
        <source>客户反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>客户回复（小时）</source>
        <translation>Customer&apos;s reply (hours)</translation>
    </message>
    <message>
        <source>客户来源</source>
        <translation>Customer source</translation>
    </message>
    <message>
        <source>客户等级</source>
        <translation>Customer grade</translation>
    </message>
    <message>
        <source>客户类型</source>
        <translation>Customer type</translation>
    </message>
    <message>
        <source>客户细分</source>
        <translation>Customer segment</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>客户计划</source>
        <translation>Customer&apos;s plans</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>平均合作周期</source>
        <translation>Average deal cycle</translation>
    </message>
    <message>
        <source>年营收</source>
        <translation>Annual revenue</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>当前状态</source>
        <translation>Present status</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>成本</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>成立日期</source>
        <translation>Founded on</translation>
    </message>
    <message>
        <source>我方响应（小时）</source>
        <translation>Our reply (hours)</translation>
    </message>
    <message>
        <source>投诉次数</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>折后价</source>
        <translation>Price after discount</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>折扣额</source>
        <translation>Discount amount</translation>
    </message>
    <message>
        <source>推荐次数</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>收款方式</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时长（分钟）</source>
        <translation>Duration (minutes)</translation>
    </message>
    <message>
        <source>最近合作</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>核销单号</source>
        <translation>Order paid for</translation>
    </message>
    <message>
        <source>汇率</source>
        <translation>Exchange rate</translation>
    </message>
    <message>
        <source>沟通次数</source>
        <translation>Contacts so far</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>流失原因</source>
        <translation>Reason for leaving</translation>
    </message>
    <message>
        <source>消费习惯</source>
        <translation>Buying habits</translation>
    </message>
    <message>
        <source>消费能力</source>
        <translation>Buying power</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>满意度</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>爱好</source>
        <translation>Hobbies</translation>
    </message>
    <message>
        <source>特殊要求</source>
        <translation>Special requests</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax number</translation>
    </message>
    <message>
        <source>竞争情况</source>
        <translation>Competition</translation>
    </message>
    <message>
        <source>竞品</source>
        <translation>Competitors</translation>
    </message>
    <message>
        <source>累计采购</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>职业</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系人职务</source>
        <translation>Contact&apos;s position</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line number</translation>
    </message>
    <message>
        <source>订单号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>订单状态</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>记录日期</source>
        <translation>Entry date</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>账期</source>
        <translation>Payment term</translation>
    </message>
    <message>
        <source>购买偏好</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>购买时机</source>
        <translation>Buying season</translation>
    </message>
    <message>
        <source>购买频率</source>
        <translation>Buying frequency</translation>
    </message>
    <message>
        <source>资金状况</source>
        <translation>Finances</translation>
    </message>
    <message>
        <source>跟进内容</source>
        <translation>Contact text</translation>
    </message>
    <message>
        <source>跟进方式</source>
        <translation>Contact channel</translation>
    </message>
    <message>
        <source>跟进时间</source>
        <translation>Contact date</translation>
    </message>
    <message>
        <source>跟进策略</source>
        <translation>Follow-up playbook</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Contact log</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>采购渠道</source>
        <translation>Buying channel</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>隐性需求</source>
        <translation>Latent needs</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>预算</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>预计年需求</source>
        <translation>Expected yearly need</translation>
    </message>
    <message>
        <source>首次合作</source>
        <translation>First deal</translation>
    </message>
    <message>
        <source>高频采购品类</source>
        <translation>Most bought categories</translation>
    </message>
</context>
<context>
    <name>ImportHeld</name>
    <message>
        <source>{0}（原第 {1} 行）</source>
        <translation>{0} (row {1} at first)</translation>
    </message>
    <message>
        <source>{0}：{1}（原第 {2} 行）</source>
        <translation>{0}: {1} (row {2} at first)</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>待修区</source>
        <translation>Repair area</translation>
    </message>
</context>
<context>
    <name>ImportKinds</name>
    <message>
        <source>客户</source>
        <translation>customer</translation>
    </message>
    <message>
        <source>工作表「{sheet}」已按上次的导入方案识别。</source>
        <translation>Sheet &quot;{sheet}&quot; was recognised by the last import scheme.</translation>
    </message>
    <message>
        <source>工作表「{sheet}」是隐藏的，没有导入。</source>
        <translation>Sheet &quot;{sheet}&quot; is hidden; not imported.</translation>
    </message>
    <message>
        <source>按你选的类型导入。</source>
        <translation>Imported as the type you chose.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>date</translation>
    </message>
    <message>
        <source>不是要导入的表（缺少{fields}）。</source>
        <translation>Not a table to import (no {fields}).</translation>
    </message>
    <message>
        <source>和「{sheet}」的行相同，再导入会算两遍。</source>
        <translation>Has the same rows as &quot;{sheet}&quot;; they would count twice.</translation>
    </message>
    <message>
        <source>已按「{key}」并入「{sheet}」。</source>
        <translation>Joined to &quot;{sheet}&quot; by &quot;{key}&quot;.</translation>
    </message>
    <message>
        <source>已按「{key}」并入「{sheet}」；也要当客户清单导入的话，请在第 2 步的「当作」里选。</source>
        <translation>Joined to &quot;{sheet}&quot; by &quot;{key}&quot;. To import it as a customer list too, choose so under &quot;Treat as&quot; in step 2.</translation>
    </message>
    <message>
        <source>指定的列 {titles} 在工作表「{sheet}」里没有，没有用上。</source>
        <translation>Sheet &quot;{sheet}&quot; lacks these chosen columns, which were not used: {titles}.</translation>
    </message>
    <message>
        <source>是旁边销售明细的汇总。</source>
        <translation>Sums up the sales lines beside it.</translation>
    </message>
    <message>
        <source>是空表。</source>
        <translation>An empty sheet.</translation>
    </message>
    <message>
        <source>是退货明细，按订单台账导入，金额记为负数。</source>
        <translation>Lines of returned goods; imported as an order ledger with negative amounts.</translation>
    </message>
    <message>
        <source>是退货订单号的清单，这些订单算作退回，行数不另计。</source>
        <translation>A list of returned order numbers; those orders count as returned, the rows are not counted again.</translation>
    </message>
    <message>
        <source>是隐藏的工作表。</source>
        <translation>A hidden sheet.</translation>
    </message>
    <message>
        <source>有客户、日期和金额，按订单台账导入。</source>
        <translation>Has customer, date and amount; imported as an order ledger.</translation>
    </message>
    <message>
        <source>每行一位客户，按客户清单导入。</source>
        <translation>One customer per row; imported as a customer list.</translation>
    </message>
    <message>
        <source>每行一次联系，按跟进记录导入。</source>
        <translation>One contact per row; imported as a contact log.</translation>
    </message>
    <message>
        <source>每行一笔到账的钱，按回款导入。</source>
        <translation>One payment received per row; imported as payments.</translation>
    </message>
    <message>
        <source>没有客户名称这一列。</source>
        <translation>No customer name column.</translation>
    </message>
    <message>
        <source>没有找到表头。</source>
        <translation>No header row found.</translation>
    </message>
    <message>
        <source>看起来不是客户。</source>
        <translation>Does not look like customers.</translation>
    </message>
    <message>
        <source>没有选这张工作表。</source>
        <translation>This sheet was not chosen.</translation>
    </message>
    <message>
        <source>跟进内容</source>
        <translation>contact text</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>amount</translation>
    </message>
</context>
<context>
    <name>ImportProblems</name>
    <message>
        <source>「-」「无」「待定」这样的格按空处理。</source>
        <translation>Cells such as &quot;-&quot;, &quot;none&quot; or &quot;to be decided&quot; count as empty.</translation>
    </message>
    <message>
        <source>「35万」「¥350,000」这样的写法已换成数。</source>
        <translation>Amounts written as text, such as &quot;¥350,000&quot;, are now numbers.</translation>
    </message>
    <message>
        <source>「50-60」这样的范围不确定，所在的行先放进待修区。也可以按中间值导入。</source>
        <translation>Ranges such as &quot;50-60&quot; are unsure; their rows wait in the repair area. They can also be imported as the middle value.</translation>
    </message>
    <message>
        <source>「约50」这样的数不确定，所在的行先放进待修区。也可以按写出的数导入。</source>
        <translation>Rough numbers such as &quot;about 50&quot; are unsure; their rows wait in the repair area. They can also be imported as written.</translation>
    </message>
    <message>
        <source>一个名称有几个编号</source>
        <translation>One name with several numbers</translation>
    </message>
    <message>
        <source>一个编号有几个名称</source>
        <translation>One number with several names</translation>
    </message>
    <message>
        <source>以前跳过或移除的行</source>
        <translation>Rows skipped or taken out before</translation>
    </message>
    <message>
        <source>公式出错</source>
        <translation>Formula errors</translation>
    </message>
    <message>
        <source>公式没有结果</source>
        <translation>Formulas without result</translation>
    </message>
    <message>
        <source>写在价值段的「流失风险」记为行为标签，价值由分级方案给出。</source>
        <translation>&quot;At risk&quot; written in the value part becomes a behaviour tag; the value tier comes from the scheme.</translation>
    </message>
    <message>
        <source>写成数字的日期（如 45199）已换成日期。</source>
        <translation>Dates written as numbers (such as 45199) are now dates.</translation>
    </message>
    <message>
        <source>写成文字的日期已换成日期。</source>
        <translation>Dates written as text are now dates.</translation>
    </message>
    <message>
        <source>单据类型、工作表或负的数量说明是退货的行，金额按负数记。</source>
        <translation>Rows that are returns by their document type, sheet or negative quantity get a negative amount.</translation>
    </message>
    <message>
        <source>单独决定的格</source>
        <translation>Cells decided on their own</translation>
    </message>
    <message>
        <source>另一张表里已有的行</source>
        <translation>Rows another table has already</translation>
    </message>
    <message>
        <source>另一张表里没有</source>
        <translation>Not in the other table</translation>
    </message>
    <message>
        <source>另有回款表，订单里的已付金额不再记一遍。</source>
        <translation>There is a table of payments, so the amounts paid in the orders are not booked again.</translation>
    </message>
    <message>
        <source>只写了年月的日期按当月 1 日记。</source>
        <translation>Dates with year and month only become the 1st of the month.</translation>
    </message>
    <message>
        <source>台账里有多位同名客户，只凭名称分不清，这些行先放进待修区。补上客户编号再导入。</source>
        <translation>Several customers in the ledger share this name and cannot be told apart, so these rows wait in the repair area. Add the customer number and import again.</translation>
    </message>
    <message>
        <source>号码的后几位丢了</source>
        <translation>Last digits of numbers lost</translation>
    </message>
    <message>
        <source>合并的金额只记在第一行，其余行记 0，合计不变。</source>
        <translation>A merged amount counts on its first row only, 0 on the others; the total is unchanged.</translation>
    </message>
    <message>
        <source>合计、小计行不导入，用来对账。</source>
        <translation>Total and subtotal rows are not imported; they serve as checks.</translation>
    </message>
    <message>
        <source>合计行</source>
        <translation>Total rows</translation>
    </message>
    <message>
        <source>同一天对同一客户写的同样内容只导入一次。</source>
        <translation>The same text about the same customer on the same day is imported once.</translation>
    </message>
    <message>
        <source>同一客户写了两行，内容不同</source>
        <translation>One customer on two differing rows</translation>
    </message>
    <message>
        <source>同一订单的每一行都写着整张订单的已付金额，只算一次。</source>
        <translation>Every row of an order states what was paid for the whole order; it counts once.</translation>
    </message>
    <message>
        <source>名称对应多位客户</source>
        <translation>Name fits several customers</translation>
    </message>
    <message>
        <source>和「{0}」第 {1} 行相同</source>
        <translation>Same as row {1} of &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>和前面内容相同的客户行不再导入。</source>
        <translation>Customer rows equal to an earlier one are not imported again.</translation>
    </message>
    <message>
        <source>和手工修改不一致</source>
        <translation>Differs from an edit by hand</translation>
    </message>
    <message>
        <source>回款另有一张表</source>
        <translation>Payments have their own table</translation>
    </message>
    <message>
        <source>回款没有客户</source>
        <translation>Payments without customer</translation>
    </message>
    <message>
        <source>回款金额是 0</source>
        <translation>Payments of 0</translation>
    </message>
    <message>
        <source>外币已换算</source>
        <translation>Foreign currency converted</translation>
    </message>
    <message>
        <source>外币金额</source>
        <translation>Foreign currency</translation>
    </message>
    <message>
        <source>外币金额按汇率换算成元，原来的金额保存在导入档案里。</source>
        <translation>Amounts in foreign currency are converted to yuan by the rate; the original amounts are kept in the import archive.</translation>
    </message>
    <message>
        <source>完全相同的行</source>
        <translation>Identical rows</translation>
    </message>
    <message>
        <source>客户在回收站里</source>
        <translation>Customer in the recycle bin</translation>
    </message>
    <message>
        <source>客户太多，导入时不逐一比较，导入后可以在「疑似重复」里查。</source>
        <translation>There are too many customers to compare during an import. Look under &quot;Possible duplicates&quot; afterwards.</translation>
    </message>
    <message>
        <source>已付金额是整张订单的</source>
        <translation>Amount paid is for the whole order</translation>
    </message>
    <message>
        <source>已付金额没有日期</source>
        <translation>Amount paid has no date</translation>
    </message>
    <message>
        <source>已经不在待修区</source>
        <translation>No longer in the repair area</translation>
    </message>
    <message>
        <source>待修的行改好了</source>
        <translation>Rows to repair were mended</translation>
    </message>
    <message>
        <source>手工改正</source>
        <translation>Corrected by hand</translation>
    </message>
    <message>
        <source>找不到对应的待修行</source>
        <translation>Row to repair not found</translation>
    </message>
    <message>
        <source>折扣看不懂</source>
        <translation>Discount not understood</translation>
    </message>
    <message>
        <source>按空处理</source>
        <translation>Counted as empty</translation>
    </message>
    <message>
        <source>按编号认客户：第一个名称当名称，其余的记为别名。</source>
        <translation>Customers are matched by number: the first name is the name, the others become aliases.</translation>
    </message>
    <message>
        <source>数字像是元，表头是万元</source>
        <translation>Numbers look like yuan, header says ten-thousands</translation>
    </message>
    <message>
        <source>数字写成范围</source>
        <translation>Numbers written as ranges</translation>
    </message>
    <message>
        <source>数字大得不像真的</source>
        <translation>Numbers too large to be true</translation>
    </message>
    <message>
        <source>数字日期</source>
        <translation>Dates as numbers</translation>
    </message>
    <message>
        <source>数字看不懂</source>
        <translation>Numbers not understood</translation>
    </message>
    <message>
        <source>整张表重复</source>
        <translation>Whole sheet repeated</translation>
    </message>
    <message>
        <source>文件里没有存这些公式的结果，所在的行先放进待修区。请用 Excel 打开并保存一次再导入。</source>
        <translation>The file does not hold the results of these formulas, so their rows wait in the repair area. Open and save it in Excel and import again.</translation>
    </message>
    <message>
        <source>文字数字</source>
        <translation>Numbers as text</translation>
    </message>
    <message>
        <source>文字日期</source>
        <translation>Dates as text</translation>
    </message>
    <message>
        <source>有这些内容的行按你的决定处理：照样导入、放进待修区或跳过。</source>
        <translation>Rows with these values go as you decided: imported, to the repair area or skipped.</translation>
    </message>
    <message>
        <source>跟进记录里答应了期限，可以生成到期前的任务。要的话请选「生成任务」。</source>
        <translation>The contact log holds promised deadlines, which can become tasks before they fall due. Choose Make tasks if you want them.</translation>
    </message>
    <message>
        <source>这些内容在文件保存之后手工改过，文件里写的不一样，保留手工修改。</source>
        <translation>These were edited by hand after the file was saved, and the file says otherwise; the edits are kept.</translation>
    </message>
    <message>
        <source>这些列在表里是隐藏的，照样导入。不要的可以在「列对应」里改成「不导入」。</source>
        <translation>These columns are hidden in the table and imported all the same. Set those you do not want to &quot;Do not import&quot; under Columns.</translation>
    </message>
    <message>
        <source>这些号码写成 1.38E+10 的样子，后几位在文件里已经没有了，请核对。</source>
        <translation>These numbers are written like 1.38E+10 and their last digits are gone from the file. Please check them.</translation>
    </message>
    <message>
        <source>这些回款没有写客户，也没有对得上的订单，记在「未归属客户」下，不抵任何应收。</source>
        <translation>These payments name no customer and fit no order. They are booked under &quot;No customer&quot; and settle nothing.</translation>
    </message>
    <message>
        <source>这些行以前决定不要，这次也不导入。</source>
        <translation>You left these rows out before; they are not imported this time either.</translation>
    </message>
    <message>
        <source>这些行写了付了多少，没有写哪天付的，按单据日期记。</source>
        <translation>These rows say how much was paid but not when; the date of the order is used.</translation>
    </message>
    <message>
        <source>这些行和以前手工改正过的行一样，照那次的改正读。</source>
        <translation>These rows equal ones that were corrected by hand before and are read with those corrections.</translation>
    </message>
    <message>
        <source>这些行和前面某行完全相同，可能真是两笔，都导入。</source>
        <translation>These rows are identical to an earlier one. They may be two real entries, so all are imported.</translation>
    </message>
    <message>
        <source>这些行在前面一张表里已经有了，再导入会算两遍，没有导入。</source>
        <translation>An earlier table has these rows already; they would count twice and were not imported.</translation>
    </message>
    <message>
        <source>这些行在待修区等着，文件里已经改好，随这次导入，不再等待。</source>
        <translation>These rows waited in the repair area and are right in the file now; they come in with this import and wait no longer.</translation>
    </message>
    <message>
        <source>这些行在表里被隐藏或筛选掉了，照样导入。不要的话请选「跳过」。</source>
        <translation>These rows are hidden or filtered out in the table and imported all the same. Choose Skip to leave them out.</translation>
    </message>
    <message>
        <source>这些行已经导入过，或者已经移除，不再导入。</source>
        <translation>These rows were imported or taken out already and are not imported again.</translation>
    </message>
    <message>
        <source>这些行没有写跟进了什么，先放进待修区。</source>
        <translation>These rows do not say what the contact was about, so they wait in the repair area.</translation>
    </message>
    <message>
        <source>这些行没有日期，不知道是哪天的事，先放进待修区。</source>
        <translation>These rows have no date, so they wait in the repair area.</translation>
    </message>
    <message>
        <source>这些行的标识不是这本台账的，没有导入。</source>
        <translation>These rows bear marks of another ledger and were not imported.</translation>
    </message>
    <message>
        <source>这些行的编号在合并进来的表里找不到，那张表的内容留空。</source>
        <translation>The joined table does not have the numbers of these rows; what it would add is left empty.</translation>
    </message>
    <message>
        <source>这些金额不是人民币，没有汇率不能相加，所在的行先放进待修区。</source>
        <translation>These amounts are not in yuan and cannot be added without a rate, so their rows wait in the repair area.</translation>
    </message>
    <message>
        <source>隐藏的列</source>
        <translation>Hidden columns</translation>
    </message>
    <message>
        <source>隐藏的行</source>
        <translation>Hidden rows</translation>
    </message>
    <message>
        <source>日期不在 1900 到 2199 年</source>
        <translation>Dates outside 1900 to 2199</translation>
    </message>
    <message>
        <source>日期只有年月</source>
        <translation>Dates with year and month only</translation>
    </message>
    <message>
        <source>日期看不懂</source>
        <translation>Dates not understood</translation>
    </message>
    <message>
        <source>最近合作早于首次合作</source>
        <translation>Last deal before first deal</translation>
    </message>
    <message>
        <source>有采购额，却标着未成交</source>
        <translation>Purchases, yet marked as not bought</translation>
    </message>
    <message>
        <source>有采购额，没有最近合作时间</source>
        <translation>Purchases, yet no date of the last deal</translation>
    </message>
    <message>
        <source>标签应按表头分成几段（如 价值/需求/行为），这些格多了或少了，先放进待修区。</source>
        <translation>Tags should have the parts the header names (such as value/need/behaviour); cells with more or fewer wait in the repair area.</translation>
    </message>
    <message>
        <source>标签段数不对</source>
        <translation>Wrong number of tag parts</translation>
    </message>
    <message>
        <source>次要的格看不懂</source>
        <translation>Minor cells not understood</translation>
    </message>
    <message>
        <source>没有写金额的行按 数量 × 单价 ×（1 − 折扣）算。</source>
        <translation>Rows without amount use quantity × unit price × (1 − discount).</translation>
    </message>
    <message>
        <source>没有客户</source>
        <translation>No customer</translation>
    </message>
    <message>
        <source>没有客户名称</source>
        <translation>No customer name</translation>
    </message>
    <message>
        <source>没有日期</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>没有查疑似重复</source>
        <translation>Duplicates not looked for</translation>
    </message>
    <message>
        <source>没有跟进内容</source>
        <translation>No contact text</translation>
    </message>
    <message>
        <source>没有金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>沿用上次的改正</source>
        <translation>Corrected as before</translation>
    </message>
    <message>
        <source>流失风险写在价值段</source>
        <translation>At risk written in the value part</translation>
    </message>
    <message>
        <source>疑似重复客户</source>
        <translation>Possible duplicate customers</translation>
    </message>
    <message>
        <source>第一行已导入，后面内容不同的行先放进待修区。</source>
        <translation>The first row was imported; later rows that differ wait in the repair area.</translation>
    </message>
    <message>
        <source>约数</source>
        <translation>Rough numbers</translation>
    </message>
    <message>
        <source>编号不同就是不同的客户，没有合在一起。其实是一位的话，请在「列对应」里改为按名称认客户。</source>
        <translation>Different numbers are different customers and were kept apart. If they are one, match customers by name under Columns.</translation>
    </message>
    <message>
        <source>自相矛盾的行照样导入，列在数据检查里：最近合作时间早于首次合作时间。</source>
        <translation>Contradictory rows are imported and listed in the data check: the last deal is before the first.</translation>
    </message>
    <message>
        <source>自相矛盾的行照样导入，列在数据检查里：有采购额，却标着「未成交」。</source>
        <translation>Contradictory rows are imported and listed in the data check: purchases, yet marked as not bought.</translation>
    </message>
    <message>
        <source>自相矛盾的行照样导入，列在数据检查里：有采购额，却没有最近合作时间。</source>
        <translation>Contradictory rows are imported and listed in the data check: purchases, yet no date of the last deal.</translation>
    </message>
    <message>
        <source>表下面的说明文字不导入。</source>
        <translation>Notes below the table are not imported.</translation>
    </message>
    <message>
        <source>说明行</source>
        <translation>Note rows</translation>
    </message>
    <message>
        <source>跟进记录里有期限</source>
        <translation>Deadlines in the contact log</translation>
    </message>
    <message>
        <source>这些客户和另一位很像，先分开导入，随时可以合并。</source>
        <translation>These customers look much like another one. They are imported separately and can be merged any time.</translation>
    </message>
    <message>
        <source>这些数比同列其他数大得多，单位可能不对，所在的行先放进待修区。</source>
        <translation>These numbers are far larger than the rest of the column; the unit may be wrong, so their rows wait in the repair area.</translation>
    </message>
    <message>
        <source>这些日期多半写错了年份，所在的行先放进待修区。</source>
        <translation>These dates most likely have a wrong year, so their rows wait in the repair area.</translation>
    </message>
    <message>
        <source>这些格不是折扣，所在的行先放进待修区。可以写 0.9、90% 或 九折。</source>
        <translation>These cells are not discounts, so their rows wait in the repair area. Try 0.9 or 90%.</translation>
    </message>
    <message>
        <source>这些格不是数字，所在的行先放进待修区。可以写 350000 或 35万。</source>
        <translation>These cells are not numbers, so their rows wait in the repair area. Try 350000.</translation>
    </message>
    <message>
        <source>这些格不是日期，所在的行先放进待修区。可以写 2026-02-28 或 2026年2月28日。</source>
        <translation>These cells are not dates, so their rows wait in the repair area. Try 2026-02-28.</translation>
    </message>
    <message>
        <source>这些格按你改的内容导入，原文保存在导入档案里。</source>
        <translation>These cells are imported as you corrected them; the original text is kept in the import archive.</translation>
    </message>
    <message>
        <source>这些格是公式错误（如 #N/A），所在的行先放进待修区。请在表格里改好后再导入。</source>
        <translation>These cells are formula errors (such as #N/A), so their rows wait in the repair area. Fix them in the workbook and import again.</translation>
    </message>
    <message>
        <source>这些格看不懂，留空导入，原文保存在导入档案里。</source>
        <translation>These cells make no sense and are left empty; the original text is kept in the import archive.</translation>
    </message>
    <message>
        <source>这些格超过一万亿，多半是写错了，所在的行先放进待修区。</source>
        <translation>These cells exceed a trillion and are most likely wrong, so their rows wait in the repair area.</translation>
    </message>
    <message>
        <source>这些行没有客户名称，不知道是谁，先放进待修区。</source>
        <translation>These rows have no customer name, so they wait in the repair area.</translation>
    </message>
    <message>
        <source>这些行没有金额，也算不出来，先放进待修区。</source>
        <translation>These rows have no amount and none can be worked out, so they wait in the repair area.</translation>
    </message>
    <message>
        <source>这些行的客户在回收站里，销售照样记在他们名下。要看到他们请先还原。</source>
        <translation>The customers of these rows are in the recycle bin. The sales are booked to them all the same; put them back to see them.</translation>
    </message>
    <message>
        <source>这些销售没有写客户，记在「未归属客户」下：计入合计，不参加分级。</source>
        <translation>These sales name no customer and are booked under &quot;No customer&quot;: in the totals, in no tier.</translation>
    </message>
    <message>
        <source>这张表的内容和前面一张表相同，导入会算两遍，没有导入。</source>
        <translation>This sheet equals an earlier one and would count twice, so it was not imported.</translation>
    </message>
    <message>
        <source>退货金额写成正数</source>
        <translation>Returns written as positive amounts</translation>
    </message>
    <message>
        <source>重复出现的表头不导入。</source>
        <translation>Repeated header rows are not imported.</translation>
    </message>
    <message>
        <source>重复的客户行</source>
        <translation>Repeated customer rows</translation>
    </message>
    <message>
        <source>重复的表头</source>
        <translation>Repeated header rows</translation>
    </message>
    <message>
        <source>重复的跟进记录</source>
        <translation>Repeated contact log entries</translation>
    </message>
    <message>
        <source>金额是 0 的回款不导入。</source>
        <translation>Payments of 0 are not imported.</translation>
    </message>
    <message>
        <source>金额是合并单元格</source>
        <translation>Amounts in merged cells</translation>
    </message>
    <message>
        <source>金额是算出来的</source>
        <translation>Amounts worked out</translation>
    </message>
</context>
<context>
    <name>ImportQuestions</name>
    <message>
        <source>{key} 在「{sheet}」里全部找到（{count} 个），每个只有一行</source>
        <translation>{count} {count:value|values} of {key} found in &quot;{sheet}&quot;, each on one row</translation>
    </message>
    <message>
        <source>{key} 在「{sheet}」里找到 {count} 个，每个只有一行，另有 {lacking} 个没有（{absent}）</source>
        <translation>{count} {count:value|values} of {key} found in &quot;{sheet}&quot;, each on one row; {lacking} not found ({absent})</translation>
    </message>
    <message>
        <source>「{column}」只写了月份，没有写年份。是哪一年？</source>
        <translation>&quot;{column}&quot; has the month but no year. Which year is it?</translation>
    </message>
    <message>
        <source>「{column}」只写了月日，没有写年份。是哪一年？</source>
        <translation>&quot;{column}&quot; has month and day but no year. Which year is it?</translation>
    </message>
    <message>
        <source>「{column}」的数字看起来是万元，表头写的是元。按哪个算？</source>
        <translation>The numbers of &quot;{column}&quot; look like ten-thousands but the header says yuan. Which one?</translation>
    </message>
    <message>
        <source>「{column}」的数字看起来是元，表头写的是{unit}。按哪个算？</source>
        <translation>The numbers of &quot;{column}&quot; look like yuan but the header says &quot;{unit}&quot;. Which one?</translation>
    </message>
    <message>
        <source>「{column}」里有 {currency} 的金额，没有汇率。1 {currency} 合多少元？</source>
        <translation>&quot;{column}&quot; has amounts in {currency} without a rate. How many yuan is 1 {currency}?</translation>
    </message>
    <message>
        <source>「{column}」里有的写着「万」，有的只有数字。只有数字的按哪个算？</source>
        <translation>Some cells of &quot;{column}&quot; say 10k, others hold bare numbers. What are the bare numbers in?</translation>
    </message>
    <message>
        <source>「{column}」里的 {date} 是哪一天？整列按同样的次序读。</source>
        <translation>Which day is {date} in &quot;{column}&quot;? The whole column is read in that order.</translation>
    </message>
    <message>
        <source>「{file}」的「{sheet}」里只有客户编号，名称可以从别的表合并进来：{evidence}。按这样合并吗？</source>
        <translation>&quot;{sheet}&quot; of &quot;{file}&quot; has customer numbers only; the names can be joined from another table: {evidence}. Join them like this?</translation>
    </message>
    <message>
        <source>「{file}」的「{sheet}」里没有{lacks}，可以从别的表合并进来：{evidence}。按这样合并吗？</source>
        <translation>&quot;{sheet}&quot; of &quot;{file}&quot; lacks {lacks}, which can be joined from another table: {evidence}. Join them like this?</translation>
    </message>
    <message>
        <source>不合并</source>
        <translation>Do not join</translation>
    </message>
    <message>
        <source>先放进待修区</source>
        <translation>Leave in the repair area</translation>
    </message>
    <message>
        <source>年份，如 2024</source>
        <translation>Year, such as 2024</translation>
    </message>
    <message>
        <source>按这样合并</source>
        <translation>Join like this</translation>
    </message>
    <message>
        <source>汇率，如 7.12</source>
        <translation>Rate, such as 7.12</translation>
    </message>
</context>
<context>
    <name>ImportSchemes</name>
    <message>
        <source>不合并</source>
        <translation>Do not join</translation>
    </message>
    <message>
        <source>不用它</source>
        <translation>Do not use it</translation>
    </message>
    <message>
        <source>再问一次</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>列的次序不同</source>
        <translation>columns in another order</translation>
    </message>
    <message>
        <source>多了{0}</source>
        <translation>new: {0}</translation>
    </message>
    <message>
        <source>导入方案「{name}」也适合工作表「{sheet}」，还没有用。</source>
        <translation>Import scheme &quot;{name}&quot; fits sheet &quot;{sheet}&quot; too; it is not used yet.</translation>
    </message>
    <message>
        <source>导入方案「{name}」和工作表「{sheet}」差不多（{difference}），还没有用。</source>
        <translation>Import scheme &quot;{name}&quot; nearly fits sheet &quot;{sheet}&quot; ({difference}); it is not used yet.</translation>
    </message>
    <message>
        <source>少了{0}</source>
        <translation>missing: {0}</translation>
    </message>
    <message>
        <source>工作表「{sheet}」和{others}合并了。</source>
        <translation>Sheet &quot;{sheet}&quot; was joined with {others}.</translation>
    </message>
    <message>
        <source>工作表「{sheet}」按导入方案「{name}」识别。</source>
        <translation>Sheet &quot;{sheet}&quot; was recognised by import scheme &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>工作表「{sheet}」按导入方案「{name}」识别（{difference}）。</source>
        <translation>Sheet &quot;{sheet}&quot; was recognised by import scheme &quot;{name}&quot; ({difference}).</translation>
    </message>
    <message>
        <source>工作表「{sheet}」没有和别的表合并。</source>
        <translation>Sheet &quot;{sheet}&quot; was not joined with another.</translation>
    </message>
    <message>
        <source>用这个方案</source>
        <translation>Use this scheme</translation>
    </message>
</context>
<context>
    <name>ImportTotals</name>
    <message>
        <source>{0} 张表与各自的「合计」行一致，差 0.00 元</source>
        <translation>{0} {0:table agrees with its total row|tables agree with their total rows}, difference 0.00</translation>
    </message>
    <message>
        <source>{0} 张表没有可以对账的合计行，请核对我们算的合计</source>
        <translation>{0} {0:table has|tables have} no total row to compare with; please check our totals</translation>
    </message>
    <message>
        <source>{0} 张表的销售合计 {1} 元</source>
        <translation>¥{1} of sales in {0} {0:table|tables}</translation>
    </message>
    <message>
        <source>{0} 条跟进记录</source>
        <translation>{0} contact log {0:entry|entries}</translation>
    </message>
    <message>
        <source>{0} 笔回款，合计 {1} 元</source>
        <translation>{0} {0:payment|payments}, total ¥{1}</translation>
    </message>
    <message>
        <source>{0}。可以照样导入</source>
        <translation>{0}. You can still import</translation>
    </message>
    <message>
        <source>{0}；{1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>「{1}」合计 {0} 元</source>
        <translation>&quot;{1}&quot; adds up to ¥{0}</translation>
    </message>
    <message>
        <source>与台账「合计」行一致，差 0.00 元；合计、小计 {0} 行已排除</source>
        <translation>Agrees with the ledger&apos;s total row, difference 0.00; {0} total {0:row|rows} left out</translation>
    </message>
    <message>
        <source>台账的合计是 {0} 元</source>
        <translation>The ledger&apos;s total is ¥{0}</translation>
    </message>
    <message>
        <source>台账的合计行里没有金额可比，以上是我们算的合计，请核对</source>
        <translation>The ledger&apos;s total row holds no amount to compare with; the total above is ours, please check it</translation>
    </message>
    <message>
        <source>台账里没有合计行，以上是我们算的合计，请核对</source>
        <translation>The ledger has no total row; the above is our total, please check</translation>
    </message>
    <message>
        <source>合计 {0} 元</source>
        <translation>¥{0} in total</translation>
    </message>
    <message>
        <source>有 {0} 行的金额按你选的没有改</source>
        <translation>the amounts of {0} {0:row|rows} stay as they were, as you chose</translation>
    </message>
    <message>
        <source>比工作表「{sheet}」的「{label}」（第 {row} 行「{column}」）多 {amount}，差在第 {first} 到 {last} 行</source>
        <translation>{amount} more than &quot;{label}&quot; of sheet &quot;{sheet}&quot; (row {row}, &quot;{column}&quot;), in rows {first} to {last}</translation>
    </message>
    <message>
        <source>比工作表「{sheet}」的「{label}」（第 {row} 行「{column}」）少 {amount}，差在第 {first} 到 {last} 行</source>
        <translation>{amount} less than &quot;{label}&quot; of sheet &quot;{sheet}&quot; (row {row}, &quot;{column}&quot;), in rows {first} to {last}</translation>
    </message>
    <message>
        <source>比工作表「{sheet}」的「{label}」（第 {row} 行）多 {amount} 元，差在第 {first} 到 {last} 行</source>
        <translation>¥{amount} more than &quot;{label}&quot; of sheet &quot;{sheet}&quot; (row {row}), in rows {first} to {last}</translation>
    </message>
    <message>
        <source>比工作表「{sheet}」的「{label}」（第 {row} 行）少 {amount} 元，差在第 {first} 到 {last} 行</source>
        <translation>¥{amount} less than &quot;{label}&quot; of sheet &quot;{sheet}&quot; (row {row}), in rows {first} to {last}</translation>
    </message>
    <message>
        <source>没有金额列，没有可以对账的数</source>
        <translation>No amount column, so there is nothing to reconcile</translation>
    </message>
    <message>
        <source>跟进记录没有金额，不用对账</source>
        <translation>A contact log has no amounts, so there is nothing to reconcile</translation>
    </message>
    <message>
        <source>退款没有减去</source>
        <translation>refunds are not taken off</translation>
    </message>
    <message>
        <source>退货没有减去</source>
        <translation>returns are not taken off</translation>
    </message>
    <message>
        <source>里面还有待修、跳过的行</source>
        <translation>it still holds rows that wait or are skipped</translation>
    </message>
    <message>
        <source>（按{unit}读）</source>
        <translation> (unit: {unit})</translation>
    </message>
    <message>
        <source>，可能是第 {row} 行</source>
        <translation>, perhaps row {row}</translation>
    </message>
</context>
<context>
    <name>ImportUndo</name>
    <message>
        <source>原来的客户或标签已经删除，内容放不回去</source>
        <translation>Its customer or tag was deleted since</translation>
    </message>
    <message>
        <source>客户已经合并，先拆开合并才能移走</source>
        <translation>Merged since; separate it first</translation>
    </message>
    <message>
        <source>导入后又改过的内容，没有改回去</source>
        <translation>Edited since, so not changed back</translation>
    </message>
    <message>
        <source>导入后改过</source>
        <translation>Edited after the import</translation>
    </message>
    <message>
        <source>导入后有了新的销售或记录</source>
        <translation>New sales or log entries since the import</translation>
    </message>
    <message>
        <source>导入的回款或跟进记录后来改过</source>
        <translation>Payment or log entry edited since</translation>
    </message>
    <message>
        <source>明细或回款由后来的导入改过，属于那次导入</source>
        <translation>Lines or payments now belong to a later import</translation>
    </message>
</context>
<context>
    <name>ImportUnits</name>
    <message>
        <source>万元</source>
        <translation>Ten-thousands of yuan</translation>
    </message>
    <message>
        <source>亿元</source>
        <translation>Hundred millions of yuan</translation>
    </message>
    <message>
        <source>元</source>
        <translation>Yuan</translation>
    </message>
    <message>
        <source>千元</source>
        <translation>Thousands of yuan</translation>
    </message>
    <message>
        <source>百万元</source>
        <translation>Millions of yuan</translation>
    </message>
    <message>
        <source>百元</source>
        <translation>Hundreds of yuan</translation>
    </message>
</context>
<context>
    <name>ImportingPage</name>
    <message>
        <source>上一个决定</source>
        <translation>the last decision</translation>
    </message>
    <message>
        <source>剪贴板里没有表格。请先在 Excel 或 WPS 里选中并复制，再来粘贴。</source>
        <translation>There is no table on the clipboard. Select and copy it in Excel or WPS first, then paste.</translation>
    </message>
    <message>
        <source>导入完成</source>
        <translation>Import done</translation>
    </message>
    <message>
        <source>已导入 {0} 位客户、{1} 行。</source>
        <translation>{0} {0:customer|customers}, {1} {1:row|rows} imported.</translation>
    </message>
    <message>
        <source>已撤销这次导入。</source>
        <translation>The import was undone.</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undoing the import</translation>
    </message>
    <message>
        <source>撤销这次导入？它带来的明细和客户会移走；之后改过的会保留。</source>
        <translation>Undo this import? Its lines and customers are removed; what was edited since is kept.</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>放弃这次导入？你做的选择不会保留，也没有写入任何数据。</source>
        <translation>Give up this import? Your choices are not kept, and nothing has been written.</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>正在导入，请等它完成。</source>
        <translation>An import is running; please wait until it is done.</translation>
    </message>
    <message>
        <source>正在撤销导入</source>
        <translation>Undoing the import</translation>
    </message>
    <message>
        <source>正在看会移走什么</source>
        <translation>Checking what would be removed</translation>
    </message>
    <message>
        <source>正在读取台账</source>
        <translation>Reading the ledger</translation>
    </message>
    <message>
        <source>还没有写入任何数据</source>
        <translation>Nothing has been written yet</translation>
    </message>
    <message>
        <source>选择放着表格的文件夹</source>
        <translation>Choose the folder with the tables</translation>
    </message>
    <message>
        <source>选择要导入的表格</source>
        <translation>Choose a table to import</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>分公司：{0}</source>
        <translation>Branches: {0}</translation>
    </message>
    <message>
        <source>列出这一家和所有分公司</source>
        <translation>List this one and all its branches</translation>
    </message>
    <message>
        <source>总公司：{0}</source>
        <translation>Head office: {0}</translation>
    </message>
    <message>
        <source>曾用名：{0}</source>
        <translation>Former name: {0}</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>{0} 位（新增 {1}，台账里已有 {2}）</source>
        <translation>{0} ({1} new, {2} already in the ledger)</translation>
    </message>
    <message>
        <source>{0} 位，先分开导入，之后在「疑似重复」里核对</source>
        <translation>{0}, imported apart for now; look at them under Possible duplicates afterwards</translation>
    </message>
    <message>
        <source>{0} 到 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0} 行先放进待修区，不算进合计；改好再导入</source>
        <translation>{0} {0:row|rows} will wait to be repaired and are not in the total; they can be imported once mended</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>写入前自动备份；之后随时可以在「导入记录」里撤销</source>
        <translation>Backed up before writing; can be undone at any time under Past imports</translation>
    </message>
    <message>
        <source>写入台账</source>
        <translation>Writing to the ledger</translation>
    </message>
    <message>
        <source>可以导入了</source>
        <translation>Ready to import</translation>
    </message>
    <message>
        <source>可能重复</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>待修</source>
        <translation>To repair</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>读到（行）</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>还不能导入</source>
        <translation>Cannot be imported yet</translation>
    </message>
    <message>
        <source>还没有认出{0}列，请回到第 3 步指明</source>
        <translation>No column for {0} was found; go back to step 3 to choose it</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>LedgerDesk</name>
    <message>
        <source>删除示例</source>
        <translation>Delete example</translation>
    </message>
    <message>
        <source>删除示例台账和它的备份？你自己的台账不受影响。</source>
        <translation>Delete the example ledger and its backups? Your own ledgers are not touched.</translation>
    </message>
    <message>
        <source>我的台账</source>
        <translation>My ledger</translation>
    </message>
    <message>
        <source>正在准备示例台账</source>
        <translation>Preparing the example ledger</translation>
    </message>
    <message>
        <source>示例台账已删除。</source>
        <translation>Example ledger deleted.</translation>
    </message>
    <message>
        <source>选择要导入的表格</source>
        <translation>Choose a table to import</translation>
    </message>
</context>
<context>
    <name>Ledgers</name>
    <message>
        <source>我的台账</source>
        <translation>My ledger</translation>
    </message>
    <message>
        <source>打开台账</source>
        <translation>Open ledger</translation>
    </message>
    <message>
        <source>新建台账</source>
        <translation>New ledger</translation>
    </message>
    <message>
        <source>还没有打开过台账</source>
        <translation>No ledger opened yet</translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>上移 (Alt+↑)</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>下移 (Alt+↓)</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>先按</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>再按</source>
        <translation>Then by</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>升序</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>去掉这一级</source>
        <translation>Remove this level</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>Descending</translation>
    </message>
</context>
<context>
    <name>Lifetime</name>
    <message>
        <source>单次金额和购买次数有关联，金额模型不适用</source>
        <translation>the value of a purchase depends on how many there are, so the spending model does not hold</translation>
    </message>
    <message>
        <source>复购模型和金额模型</source>
        <translation>the repurchase and spending models</translation>
    </message>
    <message>
        <source>复购模型，单次金额取加权平均</source>
        <translation>the repurchase model with a weighted mean value</translation>
    </message>
    <message>
        <source>客户、复购或时间太少，样本不够</source>
        <translation>too few customers, repeat purchases or weeks</translation>
    </message>
    <message>
        <source>模型套不上这些数据</source>
        <translation>the model does not fit these data</translation>
    </message>
    <message>
        <source>用过去的数据试过，预测偏得太多</source>
        <translation>tried on the past, the forecast was too far off</translation>
    </message>
    <message>
        <source>用过去的数据试过，预测可信</source>
        <translation>tried on the past, the forecast holds</translation>
    </message>
    <message>
        <source>简单算法</source>
        <translation>the simple method</translation>
    </message>
    <message>
        <source>购买很有规律，是否流失以流失预警为准</source>
        <translation>purchases are very regular, so the churn alert decides who is lost</translation>
    </message>
</context>
<context>
    <name>LifetimeView</name>
    <message>
        <source>12 个月约几次</source>
        <translation>Purchases in 12 months</translation>
    </message>
    <message>
        <source>{0} 又来买的</source>
        <translation>Came back: {0}</translation>
    </message>
    <message>
        <source>{0}：实际 {1} 次，模型 {2} 次</source>
        <translation>{0}: {1} made, the model says {2}</translation>
    </message>
    <message>
        <source>买过的客户</source>
        <translation>Customers who bought</translation>
    </message>
    <message>
        <source>他单次平均 {0}，参考全部客户后，按 {1} 估。</source>
        <translation>A purchase of his is {0} on average; seen beside all customers, {1} is reckoned with.</translation>
    </message>
    <message>
        <source>到现在复购 {0} 次，模型算出 {1} 次，相差 {2}。</source>
        <translation>{0} repeat purchases so far, the model says {1}, {2} off.</translation>
    </message>
    <message>
        <source>单次金额</source>
        <translation>Value of a purchase</translation>
    </message>
    <message>
        <source>只买过一次，先观察；未来 12 个月大约再来 {0} 次。</source>
        <translation>Bought only once; watch first. About {0} purchases in the next 12 months.</translation>
    </message>
    <message>
        <source>合作以来，扣掉货款成本和跑客户的花费，他一共给公司留下 {0}。</source>
        <translation>Since the beginning, costs of goods and of looking after him taken off, he has left {0}.</translation>
    </message>
    <message>
        <source>合计价值</source>
        <translation>Value in all</translation>
    </message>
    <message>
        <source>复购 {0} 次</source>
        <translation>{0} repeat {0:purchase|purchases}</translation>
    </message>
    <message>
        <source>复购客户</source>
        <translation>Repeat customers</translation>
    </message>
    <message>
        <source>复购模型 {0}</source>
        <translation>Repurchase model {0}</translation>
    </message>
    <message>
        <source>复购模型的对数似然</source>
        <translation>Log-likelihood of the repurchase model</translation>
    </message>
    <message>
        <source>复购次数</source>
        <translation>Repeat purchases</translation>
    </message>
    <message>
        <source>多半在 {0} 到 {1} 次之间，一次不来的可能是 {2}。</source>
        <translation>Mostly {0} to {1}; none at all with a probability of {2}.</translation>
    </message>
    <message>
        <source>实际</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>实际 {0} 次，预测 {1} 次</source>
        <translation>{0} made, {1} foreseen</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>已留下</source>
        <translation>Left so far</translation>
    </message>
    <message>
        <source>平均每位客户差几次</source>
        <translation>Off by, per customer on average</translation>
    </message>
    <message>
        <source>平均购买（次）</source>
        <translation>Mean purchases</translation>
    </message>
    <message>
        <source>按现在的做法，未来 {0} 年他大概还能给公司挣 {1}（{2} 到 {3} 之间）。</source>
        <translation>As things are done now he may bring about {1} more in {0} {0:year|years} ({2} to {3}).</translation>
    </message>
    <message>
        <source>按简单算法</source>
        <translation>By the simple method</translation>
    </message>
    <message>
        <source>最后 {0} 周没给模型看：实际 {1} 次，预测是实际的 {2}。</source>
        <translation>The last {0} weeks were kept from the model: {1} purchases made, foreseen were {2} of them.</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>未来 12 个月</source>
        <translation>Next 12 months</translation>
    </message>
    <message>
        <source>未来 12 个月大约还能挣 {0}（多半在 {1} 到 {2} 之间，贡献率 {3}）。</source>
        <translation>About {0} more in the next 12 months (mostly {1} to {2}, contribution rate {3}).</translation>
    </message>
    <message>
        <source>未来 12 个月的价值 = 贡献率 × 单次金额 × 预计购买次数（按月折现）。次数来自复购模型 BG/NBD，单次金额来自 Gamma-Gamma，都先经过检验。</source>
        <translation>Value of the next 12 months = contribution rate × value of a purchase × expected purchases (discounted by month). Purchases come from BG/NBD, their value from Gamma-Gamma, both tested first.</translation>
    </message>
    <message>
        <source>未来 12 个月，全部客户</source>
        <translation>Next 12 months, all customers</translation>
    </message>
    <message>
        <source>未来价值</source>
        <translation>Future value</translation>
    </message>
    <message>
        <source>模型</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>模型 {0}，照老样子 {1}</source>
        <translation>Model {0}, as before {1}</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>次数与金额的相关</source>
        <translation>Correlation of frequency and value</translation>
    </message>
    <message>
        <source>此前的复购次数</source>
        <translation>Repeat purchases before</translation>
    </message>
    <message>
        <source>每位客户中位数</source>
        <translation>Median per customer</translation>
    </message>
    <message>
        <source>位</source>
        <translation>count</translation>
    </message>
    <message>
        <source>像他这样停了 {0} 天的客户，100 位里约有 {1} 位还会再来；未来 12 个月大约再来 {2} 次。</source>
        <translation>Of 100 customers who have paused for {0} days like this one, about {1} come back; over the next 12 months about {2} purchases.</translation>
    </message>
    <message>
        <source>到现在还没有人复购，模型算出 {0} 次。</source>
        <translation>Nobody has bought again so far; the model expects {0}.</translation>
    </message>
    <message>
        <source>只买过一次的有 {0} 位，占 {1}。</source>
        <translation>Bought only once: {0}, {1}.</translation>
    </message>
    <message>
        <source>复购 {0} 次：实际 {1} 位，模型 {2} 位</source>
        <translation>{0} repeat purchases: {1} actual, {2} by the model</translation>
    </message>
    <message>
        <source>客户（位）</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>按「{0}」估算：{1}。买过的客户 {2} 位，其中复购 {3} 位。</source>
        <translation>Estimated by {0}: {1}. {2} customers bought, {3} of them again.</translation>
    </message>
    <message>
        <source>最后 {0} 周没给模型看：一次也没有，模型预测 {1} 次。</source>
        <translation>The last {0} weeks were kept from the model: none came back, it expected {1}.</translation>
    </message>
    <message>
        <source>此前复购 {0} 次</source>
        <translation>{0} repeat purchases before</translation>
    </message>
    <message>
        <source>此前复购 {0} 次的 {1} 位：平均实际 {2} 次，模型 {3} 次</source>
        <translation>{1} with {0} repeat purchases before: {2} actual on average, {3} by the model</translation>
    </message>
    <message>
        <source>每年贡献</source>
        <translation>Contribution a year</translation>
    </message>
    <message>
        <source>每年贡献 {0}，同级客户每年有 {1} 再来，按 {2} 折现。</source>
        <translation>{0} a year; of the customers of his tier {1} come back each year; discounted at {2}.</translation>
    </message>
    <message>
        <source>没有录成本，算不出他给公司留下了多少。</source>
        <translation>No costs on record, so what he has left cannot be told.</translation>
    </message>
    <message>
        <source>没有录成本，算不出贡献，下面给的是预计采购额。</source>
        <translation>No costs on record, so no contribution; what follows are expected purchases.</translation>
    </message>
    <message>
        <source>没有录成本，算不出贡献，补上成本以后再看。</source>
        <translation>No costs are recorded, so contributions cannot be told; add costs first.</translation>
    </message>
    <message>
        <source>留出最后 {0} 周检验</source>
        <translation>Tested on the last {0} weeks</translation>
    </message>
    <message>
        <source>留出检验</source>
        <translation>Test on a held-out period</translation>
    </message>
    <message>
        <source>累计复购（次）</source>
        <translation>Repeat purchases, cumulative</translation>
    </message>
    <message>
        <source>累计复购：实际与模型</source>
        <translation>Repeat purchases, cumulative: made and foreseen</translation>
    </message>
    <message>
        <source>越做越亏：按现在的做法，未来 {0} 年大约要亏 {1}。</source>
        <translation>The more business, the more loss: as things are done now about {1} is lost in {0} {0:year|years}.</translation>
    </message>
    <message>
        <source>近 12 个月没有购买，不往后估，只看已经留下的。</source>
        <translation>No purchase in 12 months; nothing is estimated ahead, only what he has left.</translation>
    </message>
    <message>
        <source>还会再来</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>还没有人买过，谈不上终身价值。</source>
        <translation>Nobody has bought yet, so there is no lifetime value.</translation>
    </message>
    <message>
        <source>金额模型 {0}</source>
        <translation>Spending model {0}</translation>
    </message>
    <message>
        <source>金额模型的对数似然</source>
        <translation>Log-likelihood of the spending model</translation>
    </message>
    <message>
        <source>预计购买</source>
        <translation>Expected purchases</translation>
    </message>
    <message>
        <source>预计采购额</source>
        <translation>Expected purchases (money)</translation>
    </message>
    <message>
        <source>首单观察</source>
        <translation>First order, watched</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>{0} › {1} › 第 {2} 行</source>
        <translation>{0} › {1} › row {2}</translation>
    </message>
    <message>
        <source>{0} 笔合计 {1}</source>
        <translation>{0} {0:line|lines}, total {1}</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Where from</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>手工录入</source>
        <translation>Entered by hand</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>来源：{0}</source>
        <translation>Sources: {0}</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>价值分级</source>
        <translation>Value tier</translation>
    </message>
    <message>
        <source>企业规模</source>
        <translation>Company size</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>客户清单</source>
        <translation>Customer list</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>当前状态</source>
        <translation>Present status</translation>
    </message>
    <message>
        <source>所属行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>最近合作</source>
        <translation>Last deal</translation>
    </message>
    <message>
        <source>未合作(天)</source>
        <translation>Idle (days)</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>流失预警</source>
        <translation>Churn alert</translation>
    </message>
    <message>
        <source>累计(元)</source>
        <translation>Total (¥)</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>近12个月(元)</source>
        <translation>12 months (¥)</translation>
    </message>
    <message>
        <source>首次合作</source>
        <translation>First deal</translation>
    </message>
</context>
<context>
    <name>ListArea</name>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>回到客户列表</source>
        <translation>Back to the customer list</translation>
    </message>
    <message>
        <source>回收站是空的</source>
        <translation>The recycle bin is empty</translation>
    </message>
    <message>
        <source>客户列表</source>
        <translation>Customer list</translation>
    </message>
    <message>
        <source>导入一份台账，或者先建一位客户。</source>
        <translation>Import a ledger, or add a customer first.</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>新建客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>正在看回收站。移走的客户保留 30 天，之后连同交易和跟进一起清掉。</source>
        <translation>This is the recycle bin. Removed customers stay 30 days and are then cleared with their deals and contact log.</translation>
    </message>
    <message>
        <source>没有符合条件的客户。试试去掉一个筛选条件。</source>
        <translation>No customer matches. Try removing a filter.</translation>
    </message>
    <message>
        <source>清除全部</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>还没有客户</source>
        <translation>No customers yet</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>下一步（可不填）</source>
        <translation>Next step (optional)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>先选一位客户</source>
        <translation>Select a customer first</translation>
    </message>
    <message>
        <source>写一句话就可以保存</source>
        <translation>One line is enough to save</translation>
    </message>
    <message>
        <source>完成任务：{0}</source>
        <translation>Finishes the task: {0}</translation>
    </message>
    <message>
        <source>客户的反馈（可不填）</source>
        <translation>Customer&apos;s feedback (optional)</translation>
    </message>
    <message>
        <source>客户：名称、拼音或首字母</source>
        <translation>Customer: name, pinyin or initials</translation>
    </message>
    <message>
        <source>新建任务：{0}&#x3000;{1}</source>
        <translation>New task: {0}  {1}</translation>
    </message>
    <message>
        <source>新建任务：{0}&#x3000;{1}（{2}）</source>
        <translation>New task: {0}  {1} ({2})</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>聊了什么，一句话就够；写「下周三拜访」会提议任务</source>
        <translation>What was said? One line is enough</translation>
    </message>
    <message>
        <source>记录跟进</source>
        <translation>Log a contact</translation>
    </message>
</context>
<context>
    <name>Logs</name>
    <message>
        <source>下一步：{0}</source>
        <translation>Next step: {0}</translation>
    </message>
    <message>
        <source>全部 {0} 条</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>反馈：{0}</source>
        <translation>Feedback: {0}</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Contact log</translation>
    </message>
    <message>
        <source>还没有跟进记录。</source>
        <translation>Nothing in the contact log yet.</translation>
    </message>
</context>
<context>
    <name>LossLimits</name>
    <message>
        <source> 个月</source>
        <translation> mo.</translation>
    </message>
    <message>
        <source>已流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>流失风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>该来未来</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>取消并关闭</source>
        <translation>Cancel and close</translation>
    </message>
    <message>
        <source>已撤销：{0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>已重做：{0}</source>
        <translation>Redone: {0}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销：{0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>松开鼠标，导入这个文件</source>
        <translation>Drop to import this file</translation>
    </message>
    <message>
        <source>松开鼠标，打开这本台账</source>
        <translation>Drop to open this ledger</translation>
    </message>
    <message>
        <source>正在打开「{0}」…</source>
        <translation>Opening &quot;{0}&quot;…</translation>
    </message>
    <message>
        <source>还有一件事正在做，现在关闭会取消它，数据保持原样。</source>
        <translation>Something is still running. Closing now cancels it; the data stays as it was.</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重做：{0}</source>
        <translation>Redo: {0}</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>成本不全，毛利是估算的。</source>
        <translation>Costs are incomplete; the gross profit is an estimate.</translation>
    </message>
    <message>
        <source>最近合作早于首次合作。</source>
        <translation>The last deal is before the first.</translation>
    </message>
    <message>
        <source>有欠款，却没有采购记录。</source>
        <translation>Money owed, yet no purchases.</translation>
    </message>
    <message>
        <source>有采购总额，却标着未成交。</source>
        <translation>A purchase total, yet marked as not bought.</translation>
    </message>
    <message>
        <source>有采购总额，却没有最近合作时间。</source>
        <translation>A purchase total, yet no date of the last deal.</translation>
    </message>
    <message>
        <source>没有采购总额，无法评级。</source>
        <translation>No purchase total, so no tier.</translation>
    </message>
    <message>
        <source>没有首次合作时间，算不出年采购额。</source>
        <translation>No date of the first deal, so no yearly purchases.</translation>
    </message>
    <message>
        <source>近 12 个月退货比采购多。</source>
        <translation>More returned than bought in the last 12 months.</translation>
    </message>
    <message>
        <source>退款超过了已付金额。</source>
        <translation>Refunds exceed payments.</translation>
    </message>
</context>
<context>
    <name>Matches</name>
    <message>
        <source>备注：{0}</source>
        <translation>Notes: {0}</translation>
    </message>
    <message>
        <source>曾用名：{0}</source>
        <translation>Former name: {0}</translation>
    </message>
    <message>
        <source>标签：{0}</source>
        <translation>Tag: {0}</translation>
    </message>
    <message>
        <source>编号：{0}</source>
        <translation>Number: {0}</translation>
    </message>
    <message>
        <source>联系人：{0}</source>
        <translation>Contact: {0}</translation>
    </message>
    <message>
        <source>跟进：{0}</source>
        <translation>Log: {0}</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>一个月大约 {0} 小时。</source>
        <translation>About {0} h a month.</translation>
    </message>
    <message>
        <source>不填就按默认，每天 4 小时。</source>
        <translation>Leave empty for the default of 4 hours a day.</translation>
    </message>
    <message>
        <source>先写名字</source>
        <translation>Enter a name first</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>按默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>每天给客户的小时</source>
        <translation>Hours a day for customers</translation>
    </message>
    <message>
        <source>离开的不再派任务，名下的客户先留着。</source>
        <translation>Who has left gets no more tasks and keeps the customers for now.</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>还在这里工作</source>
        <translation>Still works here</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>修改成员</source>
        <translation>Edit member</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>在职</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>客户（位）</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>已离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>待办（件）</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>新成员</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>每天小时</source>
        <translation>Hours a day</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>先选一位成员</source>
        <translation>Select a member first</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>新成员…</source>
        <translation>New member…</translation>
    </message>
    <message>
        <source>负责人和任务从这里选；每天的小时数决定「策略」里的工作量够不够。</source>
        <translation>Owners of customers and tasks are chosen from here; their hours a day decide whether the workload under Playbooks fits.</translation>
    </message>
    <message>
        <source>还没有成员。导入台账时会带进来，也可以在这里加。</source>
        <translation>No members yet. An import brings them in, and you can add them here.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>客户(&amp;C)</source>
        <translation>&amp;Customers</translation>
    </message>
    <message>
        <source>密度</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>界面字号</source>
        <translation>Interface size</translation>
    </message>
    <message>
        <source>盘点(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{1}并入「{2}」，{0} 处标签跟着改。可以撤销。</source>
        <translation>{1} will become &quot;{2}&quot; in {0} {0:place|places}. This can be undone.</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合并成哪一个</source>
        <translation>Merge into which</translation>
    </message>
    <message>
        <source>合并成哪一个：</source>
        <translation>Merge into which:</translation>
    </message>
    <message>
        <source>合并标签</source>
        <translation>Merge tags</translation>
    </message>
    <message>
        <source>没有别的标签</source>
        <translation>There is no other tag</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>{what} {count} 条：原来的客户已经有同样的，留在现在的客户那里。</source>
        <translation>{what} ({count}): the former customer has the same already; kept with the present one.</translation>
    </message>
    <message>
        <source>{what} {count} 条：合并后已归到别处，没有动。</source>
        <translation>{what} ({count}): moved elsewhere since the merge; left alone.</translation>
    </message>
    <message>
        <source>{what} {count} 条：合并后已经删掉，还不回去。</source>
        <translation>{what} ({count}): deleted since the merge; cannot be given back.</translation>
    </message>
    <message>
        <source>{what}：合并后改过，没有改回去。</source>
        <translation>{what}: edited since the merge; not changed back.</translation>
    </message>
    <message>
        <source>下属客户</source>
        <translation>Customers below</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>其他资料</source>
        <translation>Other data</translation>
    </message>
    <message>
        <source>合并客户</source>
        <translation>Merging customers</translation>
    </message>
    <message>
        <source>名称几乎相同，或是它的曾用名。</source>
        <translation>The name is nearly the same, or a former name.</translation>
    </message>
    <message>
        <source>名称相同。</source>
        <translation>The name is the same.</translation>
    </message>
    <message>
        <source>回款</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>客户编号：现在是别的客户在用，没有还回去。</source>
        <translation>Customer number: another customer uses it now; not given back.</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former names</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>清单里的累计</source>
        <translation>Totals from lists</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>跟进记录</source>
        <translation>Contact log</translation>
    </message>
    <message>
        <source>销售记录</source>
        <translation>Sales</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>「{0}」设了打开密码。请输入密码。</source>
        <translation>&quot;{0}&quot; has a password. Enter it to read the file.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>台账 (*.pandian)</source>
        <translation>Ledger (*.pandian)</translation>
    </message>
    <message>
        <source>导入方案 (*.json)</source>
        <translation>Import scheme (*.json)</translation>
    </message>
    <message>
        <source>放假安排 (*.json)</source>
        <translation>Holiday calendar (*.json)</translation>
    </message>
    <message>
        <source>程序出了意料之外的错，这一步没有做，数据没有变化。</source>
        <translation>The program hit an unexpected error. This step was not done and the data is unchanged.</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.csv *.xlsm *.xlsb *.ods *.et *.txt *.html *.htm *.mht *.mhtml *.xml)</source>
        <translation>Tables (*.xlsx *.xls *.csv *.xlsm *.xlsb *.ods *.et *.txt *.html *.htm *.mht *.mhtml *.xml)</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>今天 {0}</source>
        <translation>today {0}</translation>
    </message>
    <message>
        <source>昨天 {0}</source>
        <translation>yesterday {0}</translation>
    </message>
</context>
<context>
    <name>MovedList</name>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>查看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>采购最多的客户</source>
        <translation>Customers with the largest purchases</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>共 {0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>在客户页里看</source>
        <translation>Show on the customers page</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>NewCustomerDialog</name>
    <message>
        <source>先填客户名称</source>
        <translation>Enter the customer name first</translation>
    </message>
    <message>
        <source>可能已经有了：「{0}」。</source>
        <translation>May exist already: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>地域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>姓名或称呼</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>打开它</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>新建客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>还有 {0} 也像。</source>
        <translation>Also similar: {0}.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>删除示例</source>
        <translation>Delete example</translation>
    </message>
    <message>
        <source>台账最后一笔是 {0}，离今天已经很久，金额和流失预警会不准。按这一天看时只读。</source>
        <translation>The last entry is of {0}, long ago: sales and churn warnings will be off. As of that day everything is read-only.</translation>
    </message>
    <message>
        <source>回到今天</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>导入我的台账</source>
        <translation>Import my ledger</translation>
    </message>
    <message>
        <source>按这一天看</source>
        <translation>Show that day</translation>
    </message>
    <message>
        <source>换一天…</source>
        <translation>Another day…</translation>
    </message>
    <message>
        <source>正在看 {0} 的情况，只读。负责人、标签和资料没有历史，按今天的显示。</source>
        <translation>Showing how things stood on {0}, read-only. No history is kept of salespeople, tags and details: they are today&apos;s.</translation>
    </message>
    <message>
        <source>正在看示例。</source>
        <translation>You are looking at the example.</translation>
    </message>
    <message>
        <source>金额、日期、分级、理由和手工定级按这一天算。</source>
        <translation>Amounts, dates, tiers, reasons and tiers set by hand are of that day.</translation>
    </message>
</context>
<context>
    <name>Operators</name>
    <message>
        <source>不是</source>
        <translation>is not</translation>
    </message>
    <message>
        <source>是</source>
        <translation>is</translation>
    </message>
    <message>
        <source>有值</source>
        <translation>is filled</translation>
    </message>
    <message>
        <source>没有值</source>
        <translation>is empty</translation>
    </message>
</context>
<context>
    <name>OwnDesk</name>
    <message>
        <source>{0} 副本</source>
        <translation>{0} copy</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>复制一份</source>
        <translation>Make a copy</translation>
    </message>
    <message>
        <source>已保存方案「{0}」。</source>
        <translation>Saved the scheme {0}.</translation>
    </message>
    <message>
        <source>已停用这个方案。</source>
        <translation>The scheme has been retired.</translation>
    </message>
    <message>
        <source>放弃后改动不再保留。</source>
        <translation>What was changed will be gone.</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Drop the changes</translation>
    </message>
    <message>
        <source>新建方案</source>
        <translation>New scheme</translation>
    </message>
    <message>
        <source>方案还没有保存。</source>
        <translation>The scheme has not been saved.</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>OwnEditor</name>
    <message>
        <source>{0} 位，占采购额 {1}</source>
        <translation>{0} {0:customer|customers}, {1} of purchases</translation>
    </message>
    <message>
        <source>{0} 等 {1} 项</source>
        <translation>{0} and others, {1} in all</translation>
    </message>
    <message>
        <source>{0}（已不在）</source>
        <translation>{0} (gone)</translation>
    </message>
    <message>
        <source>任一</source>
        <translation>any</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>all</translation>
    </message>
    <message>
        <source>从上往下看，先满足哪张卡片就归哪一档</source>
        <translation>From top to bottom: the first card that fits decides</translation>
    </message>
    <message>
        <source>删掉这张卡片</source>
        <translation>Remove this card</translation>
    </message>
    <message>
        <source>去掉这一组</source>
        <translation>Remove this group</translation>
    </message>
    <message>
        <source>去掉这个条件</source>
        <translation>Remove this condition</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>和多少比</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>怎么比</source>
        <translation>How to compare</translation>
    </message>
    <message>
        <source>拖动换位置，或用 ↑ ↓</source>
        <translation>Drag to move, or use ↑ ↓</translation>
    </message>
    <message>
        <source>方案名称</source>
        <translation>Name of the scheme</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>没有条件：上面没归类的都归这一档。</source>
        <translation>No conditions: whoever fits none above comes here.</translation>
    </message>
    <message>
        <source>至少要有一张卡片。</source>
        <translation>At least one card is needed.</translation>
    </message>
    <message>
        <source>还有条件没填完。</source>
        <translation>Some conditions are not filled in yet.</translation>
    </message>
    <message>
        <source>添加一组</source>
        <translation>Add a group</translation>
    </message>
    <message>
        <source>添加卡片</source>
        <translation>Add a card</translation>
    </message>
    <message>
        <source>添加条件</source>
        <translation>Add a condition</translation>
    </message>
    <message>
        <source>满足</source>
        <translation>Meets</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>给方案起个名称。</source>
        <translation>Please give the scheme a name.</translation>
    </message>
    <message>
        <source>给这一档起个名称。</source>
        <translation>Please give this class a name.</translation>
    </message>
    <message>
        <source>这一档的名称</source>
        <translation>Name of this class</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>预览仍是上一次的。</source>
        <translation>The preview is still the last one.</translation>
    </message>
    <message>
        <source>颜色：{0}</source>
        <translation>Colour: {0}</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>「{0}」是新的成员，会一起加上。</source>
        <translation>&quot;{0}&quot; is a new member and will be added.</translation>
    </message>
    <message>
        <source>改负责人</source>
        <translation>Change owner</translation>
    </message>
    <message>
        <source>留空就是没有负责人。</source>
        <translation>Leave empty for no owner.</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>选中的 {0} 位客户交给：</source>
        <translation>New owner of {0} selected {0:customer|customers}:</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>分级方案</source>
        <translation>Tier schemes</translation>
    </message>
    <message>
        <source>分级有效性</source>
        <translation>Did the tiers work</translation>
    </message>
    <message>
        <source>备份与恢复</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>客户盘点</source>
        <translation>Pandian</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>待修区</source>
        <translation>Repair area</translation>
    </message>
    <message>
        <source>手工定级</source>
        <translation>Set by hand</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>数据检查</source>
        <translation>Data check</translation>
    </message>
    <message>
        <source>疑似重复</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>策略</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>过程指标</source>
        <translation>How the work goes</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>可能</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>合计采购</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <source>和</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>疑似重复的客户</source>
        <translation>Possible duplicate customers</translation>
    </message>
</context>
<context>
    <name>Pairwise</name>
    <message>
        <source>{0} 对 {1}</source>
        <translation>{0} against {1}</translation>
    </message>
    <message>
        <source>{0}；倒过来就是几分之一。</source>
        <translation>{0}; the other way round it is the fraction.</translation>
    </message>
    <message>
        <source>一致性 CR {0}，小于 0.10，前后说得通，可以用。</source>
        <translation>Consistency CR {0}, below 0.10: it holds together and can be used.</translation>
    </message>
    <message>
        <source>一致性 CR {0}，超过 0.10，前后矛盾；最说不通的是「{1}」对「{2}」，请改这一格。</source>
        <translation>Consistency CR {0}, over 0.10: it contradicts itself, most of all &quot;{1}&quot; against &quot;{2}&quot;; please change that cell.</translation>
    </message>
    <message>
        <source>两两比较定权重</source>
        <translation>Weights by comparing in pairs</translation>
    </message>
    <message>
        <source>先选要比的指标，再逐格说：左边的比上边的重要几倍。不选的权重为 0。</source>
        <translation>Choose the measures to compare, then say cell by cell how many times as important the left one is as the one above. What is not chosen weighs 0.</translation>
    </message>
    <message>
        <source>同样重要</source>
        <translation>Equally important</translation>
    </message>
    <message>
        <source>强烈重要</source>
        <translation>Strongly more important</translation>
    </message>
    <message>
        <source>明显重要</source>
        <translation>Clearly more important</translation>
    </message>
    <message>
        <source>极端重要</source>
        <translation>Extremely more important</translation>
    </message>
    <message>
        <source>用这些权重</source>
        <translation>Use these weights</translation>
    </message>
    <message>
        <source>稍重要</source>
        <translation>Slightly more important</translation>
    </message>
    <message>
        <source>至少选两项指标。</source>
        <translation>Choose at least two measures.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>查找命令、页面或客户</source>
        <translation>Find a command, page or customer</translation>
    </message>
    <message>
        <source>没有找到。可以打汉字、拼音首字母或英文。</source>
        <translation>Nothing found. Type Chinese, pinyin initials or English.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>先输入密码</source>
        <translation>Enter the password first</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>输入密码</source>
        <translation>Enter password</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>按那一天重新计算</source>
        <translation>Working out that day</translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <source>合并时间</source>
        <translation>Merged on</translation>
    </message>
    <message>
        <source>合并过的会列在这里，随时可以拆开。</source>
        <translation>Merged customers are listed here and can be separated at any time.</translation>
    </message>
    <message>
        <source>已合并</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已合并的客户</source>
        <translation>Merged customers</translation>
    </message>
    <message>
        <source>并入的客户</source>
        <translation>Merged customer</translation>
    </message>
    <message>
        <source>拆开</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>拆开后，合并时搬走的都还给原来的客户；合并以后新增和改过的留在现在的客户那里，并逐条说明。</source>
        <translation>Separating gives back what the merge moved. What was added or edited since stays with the present customer and is listed.</translation>
    </message>
    <message>
        <source>现在是</source>
        <translation>Now part of</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>还没有合并过客户</source>
        <translation>No customers merged yet</translation>
    </message>
</context>
<context>
    <name>PastReports</name>
    <message>
        <source>{0} 年 {1} 月 · {2}
{3}</source>
        <translation>{0}-{1:02} · {2}
{3}</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>导出或打印过的报告会原样留在这里。</source>
        <translation>Exported or printed reports are kept here as they were.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>过去的报告</source>
        <translation>Past reports</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>全部 {0} 笔</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>只列出最近 {0} 笔。</source>
        <translation>Only the latest {0} are listed.</translation>
    </message>
    <message>
        <source>回款</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
</context>
<context>
    <name>PeopleLinks</name>
    <message>
        <source>{0} {1} 位</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Performance</name>
    <message>
        <source>24 小时更新</source>
        <translation>Updated within 24 hours</translation>
    </message>
    <message>
        <source>{0} 位</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上一年买过的客户里，这一年还买的</source>
        <translation>Of those who bought the year before, who bought this year</translation>
    </message>
    <message>
        <source>中位数 {0}</source>
        <translation>Median {0}</translation>
    </message>
    <message>
        <source>买了</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>买过两天以上的÷买过的</source>
        <translation>Bought on two days or more ÷ bought</translation>
    </message>
    <message>
        <source>促销响应</source>
        <translation>Answer to offers</translation>
    </message>
    <message>
        <source>倍数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>全部客户</source>
        <translation>All customers</translation>
    </message>
    <message>
        <source>其他客户</source>
        <translation>Other customers</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>到期后 3 个工作日内做完的任务</source>
        <translation>Tasks done within 3 working days of their day</translation>
    </message>
    <message>
        <source>复购率</source>
        <translation>Repurchase rate</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>工时占比÷采购额占比；末位分级超过 2 就该省一省</source>
        <translation>Share of hours ÷ share of purchases; a bottom tier above 2 should get less</translation>
    </message>
    <message>
        <source>常一起买</source>
        <translation>Often bought together</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>成交后一天内更新了资料的</source>
        <translation>Data updated within a day of the deal</translation>
    </message>
    <message>
        <source>成功率</source>
        <translation>Win rate</translation>
    </message>
    <message>
        <source>投入(小时)</source>
        <translation>Hours spent</translation>
    </message>
    <message>
        <source>投入产出比</source>
        <translation>Return on effort</translation>
    </message>
    <message>
        <source>推荐值</source>
        <translation>Promoter score</translation>
    </message>
    <message>
        <source>样本少，仅供参考</source>
        <translation>Small sample, for orientation</translation>
    </message>
    <message>
        <source>每小时(元)</source>
        <translation>¥ an hour</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>特征</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>留存率</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>给过优惠后 30 天内下单的</source>
        <translation>Ordered within 30 days of an offer</translation>
    </message>
    <message>
        <source>节奏达成</source>
        <translation>Rhythm kept</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>赢的商机÷有结果的商机</source>
        <translation>Opportunities won ÷ decided</translation>
    </message>
    <message>
        <source>过程指标</source>
        <translation>How the work goes</translation>
    </message>
    <message>
        <source>还没买</source>
        <translation>Not bought yet</translation>
    </message>
    <message>
        <source>还没有负责人</source>
        <translation>No owner yet</translation>
    </message>
    <message>
        <source>这一级</source>
        <translation>This tier</translation>
    </message>
    <message>
        <source>都买</source>
        <translation>Buys all</translation>
    </message>
    <message>
        <source>销售周期(天)</source>
        <translation>Sales cycle (days)</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>A 级客户 {0} 位，介绍来 {1} 位新客户。</source>
        <translation>{0} A {0:customer|customers} brought {1} new {1:customer|customers}.</translation>
    </message>
    <message>
        <source>A 级客户介绍来的</source>
        <translation>Referred by A customers</translation>
    </message>
    <message>
        <source>{0} 位客户获客贵、利润薄。</source>
        <translation>{0} {0:customer was|customers were} dear to win and {0:brings|bring} little.</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0}和{1}都买</source>
        <translation>Bought both {0} and {1}</translation>
    </message>
    <message>
        <source>「{0}」花的工时是它带来采购额的 {1} 倍（按占比），可以改成电话或少去几次。</source>
        <translation>&quot;{0}&quot; takes {1} times the hours of its purchases (by share); calls instead of visits, or fewer of them, may do.</translation>
    </message>
    <message>
        <source>一起买</source>
        <translation>Bought together</translation>
    </message>
    <message>
        <source>买了{0}、还没买{1}</source>
        <translation>Bought {0}, not {1} yet</translation>
    </message>
    <message>
        <source>共性</source>
        <translation>In common</translation>
    </message>
    <message>
        <source>其他客户</source>
        <translation>Other customers</translation>
    </message>
    <message>
        <source>双击列出还没买的客户</source>
        <translation>Double-click to list who has not bought it yet</translation>
    </message>
    <message>
        <source>导入订单、记下跟进以后，这里会有数。</source>
        <translation>Once orders are imported and contacts logged, there are figures here.</translation>
    </message>
    <message>
        <source>按分级</source>
        <translation>By tier</translation>
    </message>
    <message>
        <source>按负责人</source>
        <translation>By owner</translation>
    </message>
    <message>
        <source>期初的 A 级客户</source>
        <translation>A customers at the start</translation>
    </message>
    <message>
        <source>没有哪一级明显和别人不同。</source>
        <translation>No tier differs clearly from the others.</translation>
    </message>
    <message>
        <source>没有明显一起买的东西，或者订单里没有品名。</source>
        <translation>Nothing is clearly bought together, or the orders name no products.</translation>
    </message>
    <message>
        <source>看 A 级客户</source>
        <translation>See the A customers</translation>
    </message>
    <message>
        <source>看新客户</source>
        <translation>See the new customers</translation>
    </message>
    <message>
        <source>看是谁</source>
        <translation>See who</translation>
    </message>
    <message>
        <source>获客贵、利润薄</source>
        <translation>Dear to win, little profit</translation>
    </message>
    <message>
        <source>过程指标</source>
        <translation>How the work goes</translation>
    </message>
    <message>
        <source>还没有可以算的</source>
        <translation>Nothing to work out yet</translation>
    </message>
    <message>
        <source>这一级明显和别人不同的地方</source>
        <translation>Where this tier clearly differs from the others</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>A 类到</source>
        <translation>A up to</translation>
    </message>
    <message>
        <source>B 类到</source>
        <translation>B up to</translation>
    </message>
    <message>
        <source>RFM 五乘五</source>
        <translation>RFM five by five</translation>
    </message>
    <message>
        <source>RFM 八类</source>
        <translation>RFM, eight types</translation>
    </message>
    <message>
        <source>{0} {1} 位，占 {2} 的{3}。</source>
        <translation>{0}: {1}, {3} of {2}.</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0} 位，{1}</source>
        <translation>{0} {0:customer|customers}, {1}</translation>
    </message>
    <message>
        <source>{0} 天</source>
        <translation>{0} {0:day|days}</translation>
    </message>
    <message>
        <source>{0}累计</source>
        <translation>{0}, cumulative</translation>
    </message>
    <message>
        <source>{0}：{1} 位，{2}</source>
        <translation>{0}: {1} {1:customer|customers}, {2}</translation>
    </message>
    <message>
        <source>{0}：{1} 位，逾期 {2}</source>
        <translation>{0}: {1} {1:customer|customers}, {2} overdue</translation>
    </message>
    <message>
        <source>{0}：{1} 天，{2}</source>
        <translation>{0}: {1} {1:day|days}, {2}</translation>
    </message>
    <message>
        <source>{0}：权重 {1}，{2} 位有数据</source>
        <translation>{0}: weight {1}, known for {2}</translation>
    </message>
    <message>
        <source>中价值线</source>
        <translation>Medium line</translation>
    </message>
    <message>
        <source>中位数</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>中频</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>九项指标都有数据。</source>
        <translation>All nine measures are known.</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>其他 {0} 项</source>
        <translation>{0} other items</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>到最后一次购买的 12 个月采购</source>
        <translation>Purchases of the 12 months to the last one</translation>
    </message>
    <message>
        <source>前 {0} → {1}</source>
        <translation>First {0} → {1}</translation>
    </message>
    <message>
        <source>单次采购额（{0}）</source>
        <translation>Each purchase ({0})</translation>
    </message>
    <message>
        <source>占客户</source>
        <translation>of customers</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>占金额</source>
        <translation>of amount</translation>
    </message>
    <message>
        <source>另有信号，风险调高</source>
        <translation>More signs, risk raised</translation>
    </message>
    <message>
        <source>各项指标的权重</source>
        <translation>Weights of the measures</translation>
    </message>
    <message>
        <source>合计有流失风险</source>
        <translation>At risk in all</translation>
    </message>
    <message>
        <source>回款灯</source>
        <translation>Payment light</translation>
    </message>
    <message>
        <source>固定值</source>
        <translation>Fixed value</translation>
    </message>
    <message>
        <source>客单价</source>
        <translation>Average order</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户最多的一段是 {0}，有 {1} 位。</source>
        <translation>Most customers are in {0}: {1}.</translation>
    </message>
    <message>
        <source>客户（位）</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>平均分</source>
        <translation>Mean score</translation>
    </message>
    <message>
        <source>平均数</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>平均每月购买次数</source>
        <translation>Purchases a month on average</translation>
    </message>
    <message>
        <source>年采购额分布</source>
        <translation>Distribution of yearly purchases</translation>
    </message>
    <message>
        <source>年采购额（{0}）</source>
        <translation>Yearly purchases ({0})</translation>
    </message>
    <message>
        <source>忠诚</source>
        <translation>Loyal</translation>
    </message>
    <message>
        <source>成交的客户太少，没有分先后。</source>
        <translation>Too few customers bought to be ranked.</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>按{0}看</source>
        <translation>By {0}</translation>
    </message>
    <message>
        <source>按贡献从大到小的客户占比</source>
        <translation>Share of customers, largest contribution first</translation>
    </message>
    <message>
        <source>晚了多少</source>
        <translation>How late</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recency</translation>
    </message>
    <message>
        <source>最近（R）</source>
        <translation>Recency (R)</translation>
    </message>
    <message>
        <source>有数据（位）</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>有数据：{0}</source>
        <translation>Known: {0}</translation>
    </message>
    <message>
        <source>有流失风险的 {0} 位，最后一年买过 {1}。</source>
        <translation>{0} {0:customer is|customers are} at risk; they bought {1} in their last year.</translation>
    </message>
    <message>
        <source>末位线</source>
        <translation>Bottom line</translation>
    </message>
    <message>
        <source>权重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>次数与金额（FM）</source>
        <translation>Frequency and amount (FM)</translation>
    </message>
    <message>
        <source>次数和金额</source>
        <translation>Frequency and amount</translation>
    </message>
    <message>
        <source>每个点是一位客户，点一下看他</source>
        <translation>Each dot is a customer; click it to look at him</translation>
    </message>
    <message>
        <source>{0} 位有采购额，中间一位 {1}，最多的 {2}。</source>
        <translation>{0} with purchases; median {1}, largest {2}.</translation>
    </message>
    <message>
        <source>{0} 位有采购额，中间一位 {1}，最多的 {2}；没有采购额的 {3} 位在最左边。</source>
        <translation>{0} with purchases; median {1}, largest {2}; the {3} without are at the far left.</translation>
    </message>
    <message>
        <source>{0} 倍</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>分界按{0}：购买天数 {1}，采购量 {2}。</source>
        <translation>Cut by {0}: purchase days {1}, volume {2}.</translation>
    </message>
    <message>
        <source>分界按{0}：购买天数 {1}，采购量 {2}；负担里有 {3} 位是新客户，先观察。</source>
        <translation>Cut by {0}: purchase days {1}, volume {2}; {3} in the burden class are new, watch them first.</translation>
    </message>
    <message>
        <source>最前 20% 的 {0} 位贡献了 {1} 的{2}。</source>
        <translation>The first 20%, {0}, bring {1} of {2}.</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>没有一位客户有{0}的数据，这些权重落在其余指标上。</source>
        <translation>No customer has data on {0}; its weight goes to the other measures.</translation>
    </message>
    <message>
        <source>没有一位客户有这些指标的数据，综合分还算不出来。</source>
        <translation>No customer has data for these measures, so there is no score yet.</translation>
    </message>
    <message>
        <source>没有哪一格的采购额是正数，比不出最多的。</source>
        <translation>No field has positive purchases, so none is the largest.</translation>
    </message>
    <message>
        <source>没有哪一项的采购额是正数，比不出最多的。</source>
        <translation>No line has positive purchases, so none is the largest.</translation>
    </message>
    <message>
        <source>没有客户有流失风险。</source>
        <translation>No customer is at risk.</translation>
    </message>
    <message>
        <source>没有资料：补录账期</source>
        <translation>No data: note the payment terms</translation>
    </message>
    <message>
        <source>没有采购</source>
        <translation>No purchases</translation>
    </message>
    <message>
        <source>流量客户的回款检查</source>
        <translation>Payment check of flow customers</translation>
    </message>
    <message>
        <source>流量客户里 {0} 位是红灯，要先款后货。</source>
        <translation>{0} flow {0:customer|customers} on red: payment first, goods after.</translation>
    </message>
    <message>
        <source>流量客户里没有红灯。</source>
        <translation>No flow customer is on red.</translation>
    </message>
    <message>
        <source>满 {0} 个月未合作</source>
        <translation>{0} months without a deal</translation>
    </message>
    <message>
        <source>潜力</source>
        <translation>Potential</translation>
    </message>
    <message>
        <source>潜力×忠诚</source>
        <translation>Potential × loyalty</translation>
    </message>
    <message>
        <source>潜力得分</source>
        <translation>Potential score</translation>
    </message>
    <message>
        <source>潜力得分分布</source>
        <translation>Distribution of the potential score</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>百分位</source>
        <translation>Percentile</translation>
    </message>
    <message>
        <source>自动分出的组</source>
        <translation>groups found by the program</translation>
    </message>
    <message>
        <source>累计贡献曲线</source>
        <translation>Curve of cumulative contribution</translation>
    </message>
    <message>
        <source>红灯：先款后货</source>
        <translation>Red: payment first</translation>
    </message>
    <message>
        <source>组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>综合分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>综合分分布</source>
        <translation>Distribution of the score</translation>
    </message>
    <message>
        <source>绿灯：正常</source>
        <translation>Green: fine</translation>
    </message>
    <message>
        <source>自然断点</source>
        <translation>Natural breaks</translation>
    </message>
    <message>
        <source>观察（新客）</source>
        <translation>Watched (new)</translation>
    </message>
    <message>
        <source>购买天数</source>
        <translation>Purchase days</translation>
    </message>
    <message>
        <source>购买天数（中位数）</source>
        <translation>Purchase days (median)</translation>
    </message>
    <message>
        <source>购买频率分布</source>
        <translation>Distribution of purchase frequency</translation>
    </message>
    <message>
        <source>距上次天数（中位数）</source>
        <translation>Days since the last (median)</translation>
    </message>
    <message>
        <source>距上次购买 ÷ 平时间隔（倍）</source>
        <translation>Time since the last ÷ usual gap</translation>
    </message>
    <message>
        <source>轮廓系数 {0}：越接近 1 分得越开，低于 0.25 就不分。</source>
        <translation>Silhouette {0}: the nearer to 1 the clearer the groups; below 0.25 there are none.</translation>
    </message>
    <message>
        <source>近 12 月采购</source>
        <translation>12-month purchases</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>采购数量</source>
        <translation>Quantity bought</translation>
    </message>
    <message>
        <source>采购量线</source>
        <translation>Volume line</translation>
    </message>
    <message>
        <source>采购额（{0}）</source>
        <translation>Purchases ({0})</translation>
    </message>
    <message>
        <source>采购额（中位数）</source>
        <translation>Purchases (median)</translation>
    </message>
    <message>
        <source>重点线</source>
        <translation>Key line</translation>
    </message>
    <message>
        <source>金额最多的一格是「{0}」，占 {1}。</source>
        <translation>Most money is in the cell &quot;{0}&quot;: {1}.</translation>
    </message>
    <message>
        <source>金额最多的是{0}，占 {1}。</source>
        <translation>Most money is in {0}: {1}.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>频次×采购量</source>
        <translation>Frequency × volume</translation>
    </message>
    <message>
        <source>频次线</source>
        <translation>Frequency line</translation>
    </message>
    <message>
        <source>颜色是价值分级</source>
        <translation>Colours are the value tiers</translation>
    </message>
    <message>
        <source>风险金额</source>
        <translation>Amount at risk</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>高价值线</source>
        <translation>High line</translation>
    </message>
    <message>
        <source>高频</source>
        <translation>Frequent</translation>
    </message>
    <message>
        <source>黄灯：签回款计划</source>
        <translation>Amber: agree on a payment plan</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>不低于</source>
        <translation>Not below</translation>
    </message>
    <message>
        <source>不低于{0}</source>
        <translation>At least {0}</translation>
    </message>
    <message>
        <source>不高于</source>
        <translation>Not above</translation>
    </message>
    <message>
        <source>不高于{0}</source>
        <translation>At most {0}</translation>
    </message>
    <message>
        <source>为什么，例如「老板的同学」</source>
        <translation>Why, such as &quot;the boss&apos;s classmate&quot;</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>到哪天为止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>固定</source>
        <translation>Fixed at</translation>
    </message>
    <message>
        <source>定级</source>
        <translation>Set tier</translation>
    </message>
    <message>
        <source>手工定级：{0}</source>
        <translation>Set tier by hand: {0}</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>规则算出的分级仍会一起显示，到期后回到规则结果。</source>
        <translation>The tier by the rules is still shown beside it and takes over after the end date.</translation>
    </message>
    <message>
        <source>请写一句原因</source>
        <translation>Give a reason in a line</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 个，要处理的 {1} 个</source>
        <translation>{0}, {1} to settle</translation>
    </message>
    <message>
        <source>共 {0} 个手工定级</source>
        <translation>{0} {0:tier|tiers} set by hand</translation>
    </message>
    <message>
        <source>已到期 {0} 天</source>
        <translation>ran out {0} {0:day|days} ago</translation>
    </message>
    <message>
        <source>已取消 {0} 个手工定级，按规则分级。</source>
        <translation>{0} {0:tier|tiers} set by hand lifted; the rules decide.</translation>
    </message>
    <message>
        <source>已延长 {0} 个手工定级到 {1}。</source>
        <translation>{0} {0:tier|tiers} set by hand prolonged to {1}.</translation>
    </message>
    <message>
        <source>选中的手工定级到 {0} 都还有效，不用延长。</source>
        <translation>The chosen tiers set by hand hold until {0} anyway; nothing to prolong.</translation>
    </message>
</context>
<context>
    <name>PinsPage</name>
    <message>
        <source>一次改一行</source>
        <translation>Change one line at a time</translation>
    </message>
    <message>
        <source>不限期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Select a row first</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>到期的已经按规则分级，延长或修改后重新生效；和规则不一致的仍按手工的算。每一步都可以撤销。</source>
        <translation>Those that ran out follow the rules already; prolonged or changed they hold again. Those against the rules still hold. Every step can be undone.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消手工定级</source>
        <translation>Back to the rule&apos;s tier</translation>
    </message>
    <message>
        <source>和规则不一致</source>
        <translation>against the rules</translation>
    </message>
    <message>
        <source>在客户列表里看</source>
        <translation>Show in the customer list</translation>
    </message>
    <message>
        <source>在盘点里按 P，或在客户列表按 Ctrl+G，可以把一位客户固定在某一档。</source>
        <translation>P in a review or Ctrl+G in the customer list fixes a customer in a class.</translation>
    </message>
    <message>
        <source>定于</source>
        <translation>Set on</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>已修改手工定级。</source>
        <translation>The tier set by hand was changed.</translation>
    </message>
    <message>
        <source>延长 {0} 个月</source>
        <translation>Prolong {0} {0:month|months}</translation>
    </message>
    <message>
        <source>手工定级</source>
        <translation>Set by hand</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>没有到期的手工定级，也没有和规则不一致的。</source>
        <translation>None has run out and none contradicts the rules.</translation>
    </message>
    <message>
        <source>没有要处理的手工定级</source>
        <translation>Nothing to settle</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>要处理的</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>规则结果</source>
        <translation>By the rules</translation>
    </message>
    <message>
        <source>谁定的</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>还没有手工定级</source>
        <translation>No tiers set by hand yet</translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message>
        <source>{0} {1} 次</source>
        <translation>{0} {1}×</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>到策略页修改</source>
        <translation>Edit on the playbook page</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>团队可用 {0} 小时</source>
        <translation>The team has {0} h</translation>
    </message>
    <message>
        <source>存档后按这里的策略排出任务，出现在「今日」。</source>
        <translation>After closing, tasks follow from these playbooks and appear under Today.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>工作量与人手</source>
        <translation>Workload and hours</translation>
    </message>
    <message>
        <source>拜访 {0} 次</source>
        <translation>{0} {0:visit|visits}</translation>
    </message>
    <message>
        <source>每一档用的策略</source>
        <translation>Playbook of each tier</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Per month</translation>
    </message>
    <message>
        <source>每月{0}，约 {1} 小时</source>
        <translation>{0} a month, about {1} h</translation>
    </message>
    <message>
        <source>每月动作</source>
        <translation>Actions per month</translation>
    </message>
    <message>
        <source>每月约 {0} 小时</source>
        <translation>about {0} h a month</translation>
    </message>
    <message>
        <source>电话 {0} 次</source>
        <translation>{0} {0:call|calls}</translation>
    </message>
    <message>
        <source>策略</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>要用 / 可用小时</source>
        <translation>Hours / available</translation>
    </message>
    <message>
        <source>计划每月 {0} 小时，团队有 {1} 小时。</source>
        <translation>The plan needs {0} h a month, the team has {1} h.</translation>
    </message>
    <message>
        <source>谁来做</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>还没有负责人</source>
        <translation>No owners yet</translation>
    </message>
</context>
<context>
    <name>Playbooks</name>
    <message>
        <source>{0} · 已改</source>
        <translation>{0} · edited</translation>
    </message>
    <message>
        <source>{0} 个动作</source>
        <translation>Actions: {0}</translation>
    </message>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{name} 每月要 {need} 小时，只有 {have} 小时。</source>
        <translation>{name} needs {need} h a month but has {have} h.</translation>
    </message>
    <message>
        <source>{name}，{actions} 个动作，{customers} 位客户</source>
        <translation>{name}, {actions} {actions:action|actions}, {customers} {customers:customer|customers}</translation>
    </message>
    <message>
        <source>久未沟通</source>
        <translation>No contact for long</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>原期限</source>
        <translation>Old due date</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>叠加在领头的策略之上；同一方式只留最密的一种。</source>
        <translation>Added on top of the leading playbook; of the same kind only the most frequent stays.</translation>
    </message>
    <message>
        <source>只作参考，不生成任务。</source>
        <translation>For reference only; makes no tasks.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户阶段</source>
        <translation>Customer stage</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>按二八分级</source>
        <translation>By 80/20 tier</translation>
    </message>
    <message>
        <source>按价值分级</source>
        <translation>By value tier</translation>
    </message>
    <message>
        <source>按成交阶段</source>
        <translation>By deal stage</translation>
    </message>
    <message>
        <source>按频次和进货量</source>
        <translation>By frequency and volume</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>New owner</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>新客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>有回款数据以后才会用到，现在不生成任务。</source>
        <translation>Used once there is payment data; makes no tasks now.</translation>
    </message>
    <message>
        <source>有流失风险时由它领头；拜访不少于原来的分级。</source>
        <translation>Leads when the customer is at risk; never fewer visits than the tier had.</translation>
    </message>
    <message>
        <source>未分配</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>每位客户只有一套策略领头：流失风险优先，其次是价值分级。</source>
        <translation>One playbook leads per customer: churn alert first, then the value tier.</translation>
    </message>
    <message>
        <source>没有价值分级时由它领头，其他时候只作参考，不生成任务。</source>
        <translation>Leads when there is no value tier; otherwise for reference, no tasks.</translation>
    </message>
    <message>
        <source>流失预警</source>
        <translation>Churn alert</translation>
    </message>
    <message>
        <source>策略</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>计划每月要 {need} 小时，团队只有 {have} 小时。可以放宽「{book}」的节奏。</source>
        <translation>The plan needs {need} h a month, the team has {have} h. Slow down &quot;{book}&quot;.</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>遇到事情时</source>
        <translation>When something happens</translation>
    </message>
    <message>
        <source>长期培育</source>
        <translation>Long nurture</translation>
    </message>
</context>
<context>
    <name>PlaybooksPage</name>
    <message>
        <source>升降级</source>
        <translation>Tier changes</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>已应用策略。</source>
        <translation>Playbooks applied.</translation>
    </message>
    <message>
        <source>应用…</source>
        <translation>Apply…</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>新的动作</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>有未应用的修改 · 应用前不会改动任何任务</source>
        <translation>Changes not applied · no task changes before that</translation>
    </message>
    <message>
        <source>正在应用策略</source>
        <translation>Applying the playbooks</translation>
    </message>
    <message>
        <source>每一级客户该做什么、多久做一次</source>
        <translation>What to do for each tier, and how often</translation>
    </message>
    <message>
        <source>添加动作</source>
        <translation>Add action</translation>
    </message>
    <message>
        <source>策略和任务一致时，应用不会改动什么</source>
        <translation>Playbooks and tasks agree, so applying would change nothing</translation>
    </message>
</context>
<context>
    <name>Portrait</name>
    <message>
        <source>快速决策型</source>
        <translation>Decides quickly</translation>
    </message>
    <message>
        <source>稳定合作</source>
        <translation>Steady</translation>
    </message>
    <message>
        <source>谨慎评估型</source>
        <translation>Weighs carefully</translation>
    </message>
    <message>
        <source>长期犹豫型</source>
        <translation>Hesitates long</translation>
    </message>
    <message>
        <source>间歇合作</source>
        <translation>On and off</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>报告预览</source>
        <translation>Report preview</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>{0} 位客户 · {1} 秒</source>
        <translation>{0} {0:customer|customers} · {1} s</translation>
    </message>
    <message>
        <source>{0} 位降级</source>
        <translation>{0} moved down</translation>
    </message>
    <message>
        <source>与上次盘点（{0}）相比</source>
        <translation>Against the last review ({0})</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>up</translation>
    </message>
    <message>
        <source>变化的客户</source>
        <translation>Changed customers</translation>
    </message>
    <message>
        <source>变化的客户（{0}）</source>
        <translation>Changed customers ({0})</translation>
    </message>
    <message>
        <source>实时预览</source>
        <translation>Live preview</translation>
    </message>
    <message>
        <source>照此执行的工作量</source>
        <translation>Workload if done like this</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>down</translation>
    </message>
    <message>
        <source>差一点</source>
        <translation>Borderline</translation>
    </message>
    <message>
        <source>{0} 位升级</source>
        <translation>{0} moved up</translation>
    </message>
    <message>
        <source>上次盘点没有按这个方案分，不能逐级比较。</source>
        <translation>The last review did not use this scheme, so tiers cannot be compared.</translation>
    </message>
    <message>
        <source>差一点 {0} 位</source>
        <translation>Borderline: {0}</translation>
    </message>
    <message>
        <source>已按当前规则重新计算</source>
        <translation>Recomputed with the present rules</translation>
    </message>
    <message>
        <source>无法评级</source>
        <translation>Cannot rate</translation>
    </message>
    <message>
        <source>无法评级 {0} 位</source>
        <translation>Cannot rate: {0}</translation>
    </message>
    <message>
        <source>有风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>有风险 {0} 位</source>
        <translation>At risk: {0}</translation>
    </message>
    <message>
        <source>正在计算</source>
        <translation>Computing</translation>
    </message>
    <message>
        <source>没有可比的上次盘点，这次存档后下次就能比较。</source>
        <translation>No earlier review to compare. Once this one is closed, the next can be.</translation>
    </message>
    <message>
        <source>看哪个方案</source>
        <translation>Scheme to show</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>已保存：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>已送到打印机：{0} 页</source>
        <translation>Sent to the printer: {0} {0:page|pages}</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
</context>
<context>
    <name>ProblemsStep</name>
    <message>
        <source>回答上面的问题以后就能导入。</source>
        <translation>Answer the question above to import.</translation>
    </message>
    <message>
        <source>每一行都能直接导入。</source>
        <translation>Every row can be imported.</translation>
    </message>
    <message>
        <source>没有别的问题</source>
        <translation>No other problems</translation>
    </message>
    <message>
        <source>没有要确认的问题</source>
        <translation>Nothing to confirm</translation>
    </message>
    <message>
        <source>请先回到第 3 步，指明是哪一列。</source>
        <translation>Go back to step 3 and choose the columns first.</translation>
    </message>
    <message>
        <source>还没有可以导入的行</source>
        <translation>No rows to import yet</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>信用额度(元)</source>
        <translation>Credit limit (¥)</translation>
    </message>
    <message>
        <source>地域</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>增长空间</source>
        <translation>Room to grow</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>客户名称</source>
        <translation>Customer name</translation>
    </message>
    <message>
        <source>按规则判断</source>
        <translation>By the rule</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>账期(天)</source>
        <translation>Payment term (days)</translation>
    </message>
    <message>
        <source>跟进策略</source>
        <translation>Follow-up playbook</translation>
    </message>
    <message>
        <source>预计年需求(元)</source>
        <translation>Expected yearly need (¥)</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>{0}：{1} / {2}</source>
        <translation>{0}: {1} of {2}</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>约剩 {0} 分钟</source>
        <translation>About {0} min left</translation>
    </message>
    <message>
        <source>约剩 {0} 秒</source>
        <translation>About {0} s left</translation>
    </message>
</context>
<context>
    <name>Quarter</name>
    <message>
        <source>{0} 个标签没有客户在用：{1}。可以删掉或合并。</source>
        <translation>{0} {0:tag has|tags have} no customers: {1}. They can go or be merged.</translation>
    </message>
    <message>
        <source>{0}上季度还分得出谁买得多，这季度分不出了：看看分界是不是该调了。</source>
        <translation>{0} told last quarter who buys much and does no longer: see whether its lines need moving.</translation>
    </message>
    <message>
        <source>{0}几乎没有人变动：分界可能离大家太远，调到客户集中的地方。</source>
        <translation>With {0} hardly anybody moved: its lines may lie too far off; move them to where customers are.</translation>
    </message>
    <message>
        <source>{0}分不出谁买得多：换一条分界，或不用它来排重点。</source>
        <translation>{0} does not tell who buys much: choose other lines, or do not rank by it.</translation>
    </message>
    <message>
        <source>{0}变动太多：把分界调到客户少的地方，或在设置里加一点缓冲。</source>
        <translation>With {0} too many moved: move its lines to where customers are few, or set a buffer.</translation>
    </message>
    <message>
        <source>{0}有 {1} 的客户挤在一档：调分界，把这一档分开。</source>
        <translation>{0} has {1} of customers in one class: move the lines to part it.</translation>
    </message>
    <message>
        <source>{0}有的档不到 3 位客户：并到相邻的一档。</source>
        <translation>{0} has classes with fewer than 3 customers: merge them with a neighbour.</translation>
    </message>
    <message>
        <source>{0}（升 {1} 位、降 {2} 位）</source>
        <translation>{0} ({1} up, {2} down)</translation>
    </message>
    <message>
        <source>ω² ≥ 0.06，0.14 以上为强</source>
        <translation>ω² ≥ 0.06; strong from 0.14</translation>
    </message>
    <message>
        <source>「潜力」还没有比「普通」更容易成交：收紧潜力的证据，或把金额线调低一些。</source>
        <translation>Potential does not buy more often than Standard yet: ask for more evidence, or lower the line.</translation>
    </message>
    <message>
        <source>上季度</source>
        <translation>Last quarter</translation>
    </message>
    <message>
        <source>下限高于普通客户的比例</source>
        <translation>lower bound above the share of Standard</translation>
    </message>
    <message>
        <source>不到 3 位的档：{0}。</source>
        <translation>Classes with fewer than 3: {0}.</translation>
    </message>
    <message>
        <source>不超过 10%</source>
        <translation>10% at most</translation>
    </message>
    <message>
        <source>不超过 70%，没有不到 3 位的档</source>
        <translation>70% at most, none with fewer than 3</translation>
    </message>
    <message>
        <source>不达标</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>价值分级分得出谁买得多，但有 {0} 项要看：{1}。</source>
        <translation>The value tiers tell who buys much, but {0} {0:point needs|points need} a look: {1}.</translation>
    </message>
    <message>
        <source>价值分级的五项检查</source>
        <translation>Five checks of the value tiers</translation>
    </message>
    <message>
        <source>几乎没有人变动</source>
        <translation>Hardly anybody moved</translation>
    </message>
    <message>
        <source>分布</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>分得太死</source>
        <translation>Too stiff</translation>
    </message>
    <message>
        <source>分得太飘</source>
        <translation>Too loose</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>变动太多</source>
        <translation>Too many moved</translation>
    </message>
    <message>
        <source>台账里还没有客户，没有可以回看的。</source>
        <translation>The ledger has no customers yet, so there is nothing to look back on.</translation>
    </message>
    <message>
        <source>各个方案</source>
        <translation>The schemes</translation>
    </message>
    <message>
        <source>各个维度</source>
        <translation>The dimensions</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>季度分级有效性</source>
        <translation>Did the tiers work this quarter</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户不到 {0} 位，先不动分界。</source>
        <translation>Fewer than {0} customers; leave the lines as they are.</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>弱</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>强</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>很少用的标签</source>
        <translation>Tags hardly used</translation>
    </message>
    <message>
        <source>截至 {0} 还没有客户成交过，没有可以回看的。</source>
        <translation>Nobody had bought by {0}, so there is nothing to look back on.</translation>
    </message>
    <message>
        <source>挤在一档</source>
        <translation>Crowded in one class</translation>
    </message>
    <message>
        <source>{0} 位未分级，占 {1}</source>
        <translation>{0} without a tier, {1}</translation>
    </message>
    <message>
        <source>{0} 位里成了 {1} 位，{2}（{3}–{4}）。</source>
        <translation>{1} of {0} closed, {2} ({3}–{4}).</translation>
    </message>
    <message>
        <source>{0}有 {1} 的客户未分级：先补上缺的资料。</source>
        <translation>{0}: {1} of customers without a tier; fill in what is missing first.</translation>
    </message>
    <message>
        <source>价值分级有用：季初的分级分得出谁在这个季度买得多，各项检查都达标。</source>
        <translation>The value tiers work: those at the start of the quarter told who would buy more in it, and every check is met.</translation>
    </message>
    <message>
        <source>升了档</source>
        <translation>Moved up</translation>
    </message>
    <message>
        <source>季初没有存档的盘点，分级按当天的台账和现在的规则算出。</source>
        <translation>No review was finished before the quarter; tiers come from the ledger of that day and today&apos;s rules.</translation>
    </message>
    <message>
        <source>季初的价值分级没有预示谁在这个季度买得多，分界该调了。</source>
        <translation>The value tiers at the start of the quarter did not tell who would buy more in it: time to move the thresholds.</translation>
    </message>
    <message>
        <source>季初的分级取自当时存档的盘点。</source>
        <translation>The tiers at the start are those of the review finished then.</translation>
    </message>
    <message>
        <source>季初的普通客户</source>
        <translation>Regular at the start</translation>
    </message>
    <message>
        <source>季初的潜力客户</source>
        <translation>Potential at the start</translation>
    </message>
    <message>
        <source>成了的普通客户</source>
        <translation>Regular who closed</translation>
    </message>
    <message>
        <source>成了的潜力客户</source>
        <translation>Potential who closed</translation>
    </message>
    <message>
        <source>成交的客户年采购额都一样，{0}怎么分都分不开，规则不用动。</source>
        <translation>All customers who bought have the same annual purchases; {0} cannot part them whatever the rule. Leave the rules as they are.</translation>
    </message>
    <message>
        <source>成交的客户年采购额都一样，没有谁买得多，分级分不出先后。</source>
        <translation>All customers who bought have the same annual purchases; nobody buys more, so tiers cannot rank them.</translation>
    </message>
    <message>
        <source>普通客户 {0} 位里成了 {1} 位，{2}。</source>
        <translation>{1} of {0} regular customers closed, {2}.</translation>
    </message>
    <message>
        <source>最大一档</source>
        <translation>Largest class</translation>
    </message>
    <message>
        <source>最大的一档（{0}）占 {1}。</source>
        <translation>The largest class ({0}) has {1}.</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>有的档不到 3 位</source>
        <translation>A class with fewer than 3</translation>
    </message>
    <message>
        <source>未分级</source>
        <translation>No tier</translation>
    </message>
    <message>
        <source>未分级的多</source>
        <translation>Many without a class</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>样本小，先别下结论。</source>
        <translation>A small sample; too early to tell.</translation>
    </message>
    <message>
        <source>样本少</source>
        <translation>Small sample</translation>
    </message>
    <message>
        <source>档数</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在回看这个季度</source>
        <translation>Looking back on the quarter</translation>
    </message>
    <message>
        <source>正在比较各个方案</source>
        <translation>Comparing the schemes</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>每个标签都有 3 位以上的客户。</source>
        <translation>Every tag has 3 customers or more.</translation>
    </message>
    <message>
        <source>没有变动</source>
        <translation>Did not move</translation>
    </message>
    <message>
        <source>没有可以比较的。</source>
        <translation>Nothing to compare.</translation>
    </message>
    <message>
        <source>没有要改的。</source>
        <translation>Nothing to change.</translation>
    </message>
    <message>
        <source>潜力转化</source>
        <translation>Conversion of Potential</translation>
    </message>
    <message>
        <source>看不出</source>
        <translation>Cannot be told</translation>
    </message>
    <message>
        <source>程序只提建议，不会自己改规则。</source>
        <translation>These are suggestions; no rule changes by itself.</translation>
    </message>
    <message>
        <source>稳定</source>
        <translation>Steady</translation>
    </message>
    <message>
        <source>稳定率</source>
        <translation>Stability</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>解释力</source>
        <translation>Explains</translation>
    </message>
    <message>
        <source>达标</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>这个季度之前没有潜力客户。</source>
        <translation>There were no Potential customers before this quarter.</translation>
    </message>
    <message>
        <source>这个季度的数据还不够下结论。</source>
        <translation>The quarter has too little data to tell.</translation>
    </message>
    <message>
        <source>这些维度分不出谁买得多：{0}。可以不再维护，或换一种分法。</source>
        <translation>These dimensions do not tell who buys much: {0}. They need not be kept up, or be divided otherwise.</translation>
    </message>
    <message>
        <source>降了档</source>
        <translation>Moved down</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>{contact_age} 天前有过有效互动，{contact_days} 天内 → {tier:grade_abcd}</source>
        <translation>Contact {contact_age} {contact_age:day|days} ago, within {contact_days} {contact_days:day|days} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>{contact_age} 天无有效互动 → {tier:grade_abcd}</source>
        <translation>No real contact for {contact_age} {contact_age:day|days} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>{last:date} 有订单，在 {order_days} 天内 → {tier:grade_abcd}</source>
        <translation>Order on {last:date}, within {order_days} {order_days:day|days} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>{metric:words}第 {rank}/{count} 名，累计到 {cumulative:percent} → {tier:abc}</source>
        <translation>Rank {rank} of {count} by {metric:words}, {cumulative:percent} cumulated → {tier:abc}</translation>
    </message>
    <message>
        <source>{metric:words}第 {rank}/{count} 名，累计到 {cumulative:percent} → {tier:pareto}</source>
        <translation>Rank {rank} of {count} by {metric:words}, {cumulative:percent} cumulated → {tier:pareto}</translation>
    </message>
    <message>
        <source>{quote_age} 天前报过价，{quote_days} 天内 → {tier:grade_abcd}</source>
        <translation>Quoted {quote_age} {quote_age:day|days} ago, within {quote_days} {quote_days:day|days} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>{seed_days} 天内有 {contacts} 次有效互动 → {tier:grade_abcd}</source>
        <translation>{contacts} real {contacts:contact|contacts} within {seed_days} {seed_days:day|days} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>一般 {rhythm:short} 天内会来，已 {recency} 天，是平时的 {ratio:ratio} 倍 → {tier:churn}</source>
        <translation>Usually back within {rhythm:short} days; {recency} {recency:day|days} now, {ratio:ratio} times the usual → {tier:churn}</translation>
    </message>
    <message>
        <source>久无有效互动</source>
        <translation>no real contact for long</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>net sales</translation>
    </message>
    <message>
        <source>反馈价格高</source>
        <translation>says the price is high</translation>
    </message>
    <message>
        <source>另有信号：{signals:words} → {risk:churn}</source>
        <translation>Other signs: {signals:words} → {risk:churn}</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，ABC 分级无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no ABC class. It is set once orders are imported</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，二八分级无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no 80/20 tier. It is set once orders are imported</translation>
    </message>
    <message>
        <source>品类缩减</source>
        <translation>fewer categories</translation>
    </message>
    <message>
        <source>商机正在{stage:words}阶段 → {tier:grade_abcd}</source>
        <translation>An opportunity is at the stage {stage:words} → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>回款绿灯：正常</source>
        <translation>Payment green: normal</translation>
    </message>
    <message>
        <source>回款黄灯：签回款计划</source>
        <translation>Payment yellow: agree on a payment plan</translation>
    </message>
    <message>
        <source>已扣除春节 {off} 天</source>
        <translation>{off} {off:day|days} of Spring Festival left out</translation>
    </message>
    <message>
        <source>平均合作周期 {rhythm:short} 天，已 {recency} 天，是周期的 {ratio:ratio} 倍 → {tier:churn}</source>
        <translation>Average cycle {rhythm:short} days; {recency} {recency:day|days} now, {ratio:ratio} times the cycle → {tier:churn}</translation>
    </message>
    <message>
        <source>到 {day:date} 还没来就满 {months} 个月，转为{risk:churn}</source>
        <translation>Without an order by {day:date} it is {months} {months:month|months}: then {risk:churn}</translation>
    </message>
    <message>
        <source>{said:words} → {tier:fit}</source>
        <translation>{said:words} → {tier:fit}</translation>
    </message>
    <message>
        <source>{view:view}填的是「{value}」</source>
        <translation>{view:view}: {value}</translation>
    </message>
    <message>
        <source>一般 {usual:short} 天买一次，间隔离散 {spread:ratio} → {tier:behavior}</source>
        <translation>Usually buys every {usual:short} days, spread {spread:ratio} → {tier:behavior}</translation>
    </message>
    <message>
        <source>与公司方向一致</source>
        <translation>goes our way</translation>
    </message>
    <message>
        <source>介绍过客户</source>
        <translation>brought customers</translation>
    </message>
    <message>
        <source>从商机到下单一般 {days:short} 天 → {tier:decision_cycle}</source>
        <translation>Usually {days:short} days from opportunity to order → {tier:decision_cycle}</translation>
    </message>
    <message>
        <source>份额过半</source>
        <translation>more than half of the need</translation>
    </message>
    <message>
        <source>分散精力</source>
        <translation>distracts us</translation>
    </message>
    <message>
        <source>历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，低于 {cut:wan} → {tier:value}</source>
        <translation>Lifetime purchases {total:wan}, or {sales:wan} a year, below {cut:wan} → {tier:value}</translation>
    </message>
    <message>
        <source>历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，低于 {cut:wan}，但{evidence:words} → {tier:value}</source>
        <translation>Lifetime purchases {total:wan}, or {sales:wan} a year, below {cut:wan}, but {evidence:words} → {tier:value}</translation>
    </message>
    <message>
        <source>历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，达到 {cut:wan} → {tier:value}；再增加 {gap:wan}升为{up:value}</source>
        <translation>Lifetime purchases {total:wan}, or {sales:wan} a year, above the line of {cut:wan} → {tier:value}; {gap:wan} more for {up:value}</translation>
    </message>
    <message>
        <source>历史采购总额 {total:wan}，总额÷年数为每年 {sales:wan}，达到 {cut:wan} → {tier:value}；离降级还有 {margin:wan}</source>
        <translation>Lifetime purchases {total:wan}, or {sales:wan} a year, above the line of {cut:wan} → {tier:value}; {margin:wan} to spare before it moves down</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，RFM 无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no RFM segment. It is set once orders are imported</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，忠诚无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no loyalty. It is set once orders are imported</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，购买行为无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no buying behaviour. It is set once orders are imported</translation>
    </message>
    <message>
        <source>只有采购总额、没有订单，购买频率无法判定；导入订单后可判</source>
        <translation>A purchase total but no orders, so no frequency. It is set once orders are imported</translation>
    </message>
    <message>
        <source>台账里没有跟进记录，客户关系无法判定；记下跟进后可判</source>
        <translation>No contacts in the ledger, so no relationship. It is set once contacts are logged</translation>
    </message>
    <message>
        <source>各位客户的购买天数或进货额都一样，分不出象限</source>
        <translation>All customers have the same purchase days or volume; there are no quadrants</translation>
    </message>
    <message>
        <source>合作 {months} 个月，刚开始 → {tier:loyalty}</source>
        <translation>Customer for {months} {months:month|months}, only begun → {tier:loyalty}</translation>
    </message>
    <message>
        <source>合作 {months} 个月，近 12 个月购买 {days} 天 → {tier:loyalty}</source>
        <translation>Customer for {months} {months:month|months}, {days} purchase {days:day|days} in 12 months → {tier:loyalty}</translation>
    </message>
    <message>
        <source>合作 {months} 个月，近 12 个月购买 {days} 天，{evidence:words} → {tier:loyalty}</source>
        <translation>Customer for {months} {months:month|months}, {days} purchase {days:day|days} in 12 months, {evidence:words} → {tier:loyalty}</translation>
    </message>
    <message>
        <source>员工人数</source>
        <translation>number of staff</translation>
    </message>
    <message>
        <source>和这些客户最像：购买 {days} 天、{sales:wan}、最近 {recency} 天（中位数）→ 组 {group}</source>
        <translation>Most like those with {days} purchase {days:day|days}, {sales:wan} and {recency} {recency:day|days} since the last (medians) → Group {group}</translation>
    </message>
    <message>
        <source>品类多</source>
        <translation>several categories</translation>
    </message>
    <message>
        <source>品类数</source>
        <translation>categories</translation>
    </message>
    <message>
        <source>哪张卡片的条件都不符合（{name}，第 {version} 版）</source>
        <translation>Fits none of the cards ({name}, version {version})</translation>
    </message>
    <message>
        <source>商机已开 {open} 天还没有定 → {tier:decision_cycle}</source>
        <translation>An opportunity has been open for {open} {open:day|days} → {tier:decision_cycle}</translation>
    </message>
    <message>
        <source>回款红灯：逾期 {overdue:yuan}，控货，先款后货</source>
        <translation>Payment red: {overdue:yuan} overdue; hold goods, payment first</translation>
    </message>
    <message>
        <source>增长</source>
        <translation>growth</translation>
    </message>
    <message>
        <source>尽力仍不满意</source>
        <translation>unhappy whatever we do</translation>
    </message>
    <message>
        <source>已 {recency} 天未合作，{quote_age} 天前报过价 → {tier:demand_state}</source>
        <translation>No deal for {recency} {recency:day|days}, quoted {quote_age} {quote_age:day|days} ago → {tier:demand_state}</translation>
    </message>
    <message>
        <source>已 {recency} 天未合作，也没有新意向 → {tier:demand_state}</source>
        <translation>No deal for {recency} {recency:day|days} and no new intent → {tier:demand_state}</translation>
    </message>
    <message>
        <source>已 {recency} 天未合作，商机正在{stage:words}阶段 → {tier:demand_state}</source>
        <translation>No deal for {recency} {recency:day|days}, an opportunity is at the stage {stage:words} → {tier:demand_state}</translation>
    </message>
    <message>
        <source>已答的不足 3 条，合作质量无法判定；补答后可判</source>
        <translation>Fewer than 3 questions answered, so no fit. It is set once they are</translation>
    </message>
    <message>
        <source>平均每月购买 {rate:ratio} 次 → {tier:freq_band}</source>
        <translation>Buys {rate:ratio} times a month on average → {tier:freq_band}</translation>
    </message>
    <message>
        <source>年需求</source>
        <translation>yearly need</translation>
    </message>
    <message>
        <source>总额÷年数为每年 {sales:wan}，比 {cut:wan}少 {gap:wan}，在 {slack:percent} 的缓冲内 → 保持{tier:value}</source>
        <translation>{sales:wan} a year (total ÷ years), {gap:wan} below {cut:wan}, within the buffer of {slack:percent} → stays {tier:value}</translation>
    </message>
    <message>
        <source>愿意推荐</source>
        <translation>would recommend us</translation>
    </message>
    <message>
        <source>手工判断有增长空间</source>
        <translation>judged by hand to have room to grow</translation>
    </message>
    <message>
        <source>手工评定 → {tier:potential}</source>
        <translation>Rated by hand → {tier:potential}</translation>
    </message>
    <message>
        <source>投入超过收入</source>
        <translation>costs more than it brings</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>complaints</translation>
    </message>
    <message>
        <source>投诉 {complaints} 次，满意度 {csat:ratio} → {tier:relation}</source>
        <translation>{complaints} {complaints:complaint|complaints}, satisfaction {csat:ratio} → {tier:relation}</translation>
    </message>
    <message>
        <source>投诉未了结</source>
        <translation>open complaint</translation>
    </message>
    <message>
        <source>报价</source>
        <translation>quote</translation>
    </message>
    <message>
        <source>按期回款率</source>
        <translation>payment on time</translation>
    </message>
    <message>
        <source>新客户，折成全年可达标</source>
        <translation>new customer, on course over a full year</translation>
    </message>
    <message>
        <source>新要求推动我们进步</source>
        <translation>makes us better</translation>
    </message>
    <message>
        <source>曾成交，最近一次 {last:date}</source>
        <translation>Bought before, last on {last:date}</translation>
    </message>
    <message>
        <source>最近 {recency} 天（{r} 分）、{days} 次（{f} 分）、{sales:wan}（{m} 分），与平均分相比 → {tier:rfm_eight}</source>
        <translation>Last {recency} {recency:day|days} ago ({r}), {days} purchase {days:day|days} ({f}), {sales:wan} ({m}), against the mean scores → {tier:rfm_eight}</translation>
    </message>
    <message>
        <source>最近合作早于首次合作</source>
        <translation>Last deal before first deal</translation>
    </message>
    <message>
        <source>最近购买</source>
        <translation>recency</translation>
    </message>
    <message>
        <source>有大额商机或多次询价</source>
        <translation>large opportunity or several enquiries</translation>
    </message>
    <message>
        <source>有欠款无销售</source>
        <translation>money owed without sales</translation>
    </message>
    <message>
        <source>有采购额但没有最近合作日期</source>
        <translation>purchases without a last date</translation>
    </message>
    <message>
        <source>有采购额却标着未成交</source>
        <translation>purchases, yet marked as not bought</translation>
    </message>
    <message>
        <source>期内没有成交，不参加自动分群</source>
        <translation>No purchase in the period, so no group</translation>
    </message>
    <message>
        <source>未供份额</source>
        <translation>share not yet ours</translation>
    </message>
    <message>
        <source>比上期明显增长</source>
        <translation>clear growth over last period</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>gross profit</translation>
    </message>
    <message>
        <source>毛利为估算</source>
        <translation>gross profit estimated</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>margin</translation>
    </message>
    <message>
        <source>没有哪一条符合 → {tier:fit}</source>
        <translation>None of them applies → {tier:fit}</translation>
    </message>
    <message>
        <source>没有商机记录，决策周期无法判定；记下商机后可判</source>
        <translation>No opportunity on record, so no decision cycle. It is set once one is noted</translation>
    </message>
    <message>
        <source>没有回款资料：补录账期</source>
        <translation>No payment data: add the payment terms</translation>
    </message>
    <message>
        <source>没有填{view:view}；补上后归入</source>
        <translation>No {view:view}. It is placed once that is filled in</translation>
    </message>
    <message>
        <source>没有有效互动的记录 → {tier:grade_abcd}</source>
        <translation>No real contact on record → {tier:grade_abcd}</translation>
    </message>
    <message>
        <source>没有购买频次，四象限无法判定；导入订单后可判</source>
        <translation>No purchase frequency, so no quadrant. It is set once orders are imported</translation>
    </message>
    <message>
        <source>流失预警为{risk:churn} → {tier:behavior}</source>
        <translation>Churn alert says {risk:churn} → {tier:behavior}</translation>
    </message>
    <message>
        <source>满 {months} 个月未合作</source>
        <translation>Idle for {months} {months:month|months} or more</translation>
    </message>
    <message>
        <source>满 {months} 个月未合作；但他一般 {rhythm:short} 天来一次，按自己的节奏还早</source>
        <translation>Idle for {months} {months:month|months} or more; but usually back every {rhythm:short} days, so early by that rhythm</translation>
    </message>
    <message>
        <source>满意度</source>
        <translation>satisfaction</translation>
    </message>
    <message>
        <source>满意度低</source>
        <translation>low satisfaction</translation>
    </message>
    <message>
        <source>潜力 {points} 分（{items:words}）→ {tier:potential}</source>
        <translation>Potential {points} {points:point|points} ({items:words}) → {tier:potential}</translation>
    </message>
    <message>
        <source>潜力 {points} 分（{items:words}），合作 {months} 个月、近 12 个月购买 {days} 天，{potential:potential}×{loyalty:loyalty} → {tier:potential_loyalty}</source>
        <translation>Potential {points} {points:point|points} ({items:words}), customer for {months} {months:month|months}, {days} purchase {days:day|days} in 12 months, {potential:potential} × {loyalty:loyalty} → {tier:potential_loyalty}</translation>
    </message>
    <message>
        <source>稳定回头</source>
        <translation>keeps coming back</translation>
    </message>
    <message>
        <source>符合第 {place} 张卡片「{card}」的条件（{name}，第 {version} 版）</source>
        <translation>Fits card {place}, &quot;{card}&quot; ({name}, version {version})</translation>
    </message>
    <message>
        <source>综合 {score:short} 分：强在{best:words}，弱在{worst:words} → {tier:score}</source>
        <translation>{score:short} points: strong in {best:words}, weak in {worst:words} → {tier:score}</translation>
    </message>
    <message>
        <source>缺{missing:fields}，卡片「{card}」无法判定；补上后可判</source>
        <translation>No {missing:fields}, so the card &quot;{card}&quot; cannot be judged. It can be once that is in</translation>
    </message>
    <message>
        <source>缺{missing:words}，已知指标的权重不足 {coverage:percent}，综合分无法判定；补上后可判</source>
        <translation>No {missing:words}: less than {coverage:percent} of the weight is known, so no score. It is set once they are in</translation>
    </message>
    <message>
        <source>缺{missing:words}，潜力无法判定；补上任意两项可判</source>
        <translation>No {missing:words}, so no potential. It is set once two of them are in</translation>
    </message>
    <message>
        <source>缺历史采购总额</source>
        <translation>no purchase total</translation>
    </message>
    <message>
        <source>缺历史采购总额，价值分级无法判定；补上后可判</source>
        <translation>No purchase total, so no value tier. It is set once the total is in</translation>
    </message>
    <message>
        <source>缺成本，ABC 分级无法判定；补上后可判</source>
        <translation>No costs, so no ABC class. It is set once they are in</translation>
    </message>
    <message>
        <source>缺成本，二八分级无法判定；补上后可判</source>
        <translation>No costs, so no 80/20 tier. It is set once they are in</translation>
    </message>
    <message>
        <source>缺最近合作日期，成交状态无法判定；补上后可判</source>
        <translation>No date of the last deal, so no deal status. It is set once the date is in</translation>
    </message>
    <message>
        <source>缺最近合作日期，流失预警无法判定；补上后可判</source>
        <translation>No date of the last deal, so no churn alert. It is set once the date is in</translation>
    </message>
    <message>
        <source>缺最近合作日期，需求状态无法判定；补上后可判</source>
        <translation>No date of the last deal, so no demand state. It is set once the date is in</translation>
    </message>
    <message>
        <source>缺首次合作日期</source>
        <translation>no date of the first deal</translation>
    </message>
    <message>
        <source>缺首次合作日期，价值分级无法判定；补上后可判</source>
        <translation>No date of the first deal, so no value tier. It is set once the date is in</translation>
    </message>
    <message>
        <source>聚类结构不明显，建议用规则分级</source>
        <translation>No clear groups; tiers by rules are the better choice</translation>
    </message>
    <message>
        <source>要求超出能力</source>
        <translation>asks for more than we can</translation>
    </message>
    <message>
        <source>让我们做擅长的事</source>
        <translation>lets us do what we are good at</translation>
    </message>
    <message>
        <source>试样</source>
        <translation>sample</translation>
    </message>
    <message>
        <source>询价</source>
        <translation>enquiry</translation>
    </message>
    <message>
        <source>谈判</source>
        <translation>negotiation</translation>
    </message>
    <message>
        <source>负销售额客户</source>
        <translation>customer with negative net sales</translation>
    </message>
    <message>
        <source>购买不足 4 次，看不出规律 → {tier:behavior}</source>
        <translation>Fewer than 4 purchases, no pattern yet → {tier:behavior}</translation>
    </message>
    <message>
        <source>购买次数少，按日历看：距上次合作 {recency} 天 → {tier:churn}</source>
        <translation>Few purchases, so by the calendar: {recency} {recency:day|days} since the last deal → {tier:churn}</translation>
    </message>
    <message>
        <source>购买间隔忽长忽短，离散 {spread:ratio} → {tier:behavior}</source>
        <translation>Long and short gaps by turns, spread {spread:ratio} → {tier:behavior}</translation>
    </message>
    <message>
        <source>购买频次</source>
        <translation>frequency</translation>
    </message>
    <message>
        <source>距上次合作 {recency} 天，没有流失 → {tier:demand_state}</source>
        <translation>{recency} {recency:day|days} since the last deal, not lost → {tier:demand_state}</translation>
    </message>
    <message>
        <source>转介绍</source>
        <translation>referrals</translation>
    </message>
    <message>
        <source>近 {months} 个月净销售额 {sales:wan}，低于 {cut:wan} → {tier:value}；再增加 {gap:wan}升为{up:value}</source>
        <translation>Net sales {sales:wan} in {months} {months:month|months}, below {cut:wan} → {tier:value}; {gap:wan} more for {up:value}</translation>
    </message>
    <message>
        <source>近 {months} 个月净销售额 {sales:wan}，低于 {cut:wan}，但{evidence:words} → {tier:value}；再增加 {gap:wan}升为{up:value}</source>
        <translation>Net sales {sales:wan} in {months} {months:month|months}, below {cut:wan}, but {evidence:words} → {tier:value}; {gap:wan} more for {up:value}</translation>
    </message>
    <message>
        <source>近 {months} 个月净销售额 {sales:wan}，比 {cut:wan}少 {gap:wan}，在 {slack:percent} 的缓冲内 → 保持{tier:value}</source>
        <translation>Net sales {sales:wan} in {months} {months:month|months}, {gap:wan} below {cut:wan}, within the buffer of {slack:percent} → stays {tier:value}</translation>
    </message>
    <message>
        <source>近 {months} 个月净销售额 {sales:wan}，达到 {cut:wan} → {tier:value}；再增加 {gap:wan}升为{up:value}</source>
        <translation>Net sales {sales:wan} in {months} {months:month|months}, above the line of {cut:wan} → {tier:value}; {gap:wan} more for {up:value}</translation>
    </message>
    <message>
        <source>近 {months} 个月净销售额 {sales:wan}，达到 {cut:wan} → {tier:value}；离降级还有 {margin:wan}</source>
        <translation>Net sales {sales:wan} in {months} {months:month|months}, above the line of {cut:wan} → {tier:value}; {margin:wan} to spare before it moves down</translation>
    </message>
    <message>
        <source>近 {months} 个月有效互动 {contacts} 次 → {tier:relation}</source>
        <translation>{contacts} real {contacts:contact|contacts} in {months} {months:month|months} → {tier:relation}</translation>
    </message>
    <message>
        <source>近 {months} 个月没有成交，不参加 RFM</source>
        <translation>No purchase in {months} {months:month|months}, so no RFM segment</translation>
    </message>
    <message>
        <source>近 {months} 个月没有有效互动 → {tier:relation}</source>
        <translation>No real contact in {months} {months:month|months} → {tier:relation}</translation>
    </message>
    <message>
        <source>近 {months} 个月购买 {days} 天（分界 {days_cut:short}），单次进货 {volume:wan}（分界 {volume_cut:wan}）→ {tier:quadrant}</source>
        <translation>{days} purchase {days:day|days} in {months} {months:month|months} (line {days_cut:short}), {volume:wan} per purchase (line {volume_cut:wan}) → {tier:quadrant}</translation>
    </message>
    <message>
        <source>近 {months} 个月购买 {days} 天（分界 {days_cut:short}），进货 {volume:wan}（分界 {volume_cut:wan}）→ {tier:quadrant}</source>
        <translation>{days} purchase {days:day|days} in {months} {months:month|months} (line {days_cut:short}), {volume:wan} bought (line {volume_cut:wan}) → {tier:quadrant}</translation>
    </message>
    <message>
        <source>近 {months} 个月没有成交，不参加 ABC 分级</source>
        <translation>No purchase in {months} {months:month|months}, so no ABC class</translation>
    </message>
    <message>
        <source>{metric:words}第 {rank}/{count} 名，全部客户合计没有赚到钱 → {tier:abc}</source>
        <translation>{metric:words} no. {rank}/{count}; all customers together earned nothing → {tier:abc}</translation>
    </message>
    <message>
        <source>{metric:words}第 {rank}/{count} 名，全部客户合计没有赚到钱 → {tier:pareto}</source>
        <translation>{metric:words} no. {rank}/{count}; all customers together earned nothing → {tier:pareto}</translation>
    </message>
    <message>
        <source>最近 {recency} 天（{r} 分）、{days} 次（{f} 分）、{sales:wan}（{m} 分）→ {tier:rfm}；同分 {peers} 位</source>
        <translation>last {recency} days ago (R {r}), {days} purchase days (F {f}), {sales:wan} (M {m}) → {tier:rfm}; {peers} with the same scores</translation>
    </message>
    <message>
        <source>期内成交不足 {least} 位，不做自动分群</source>
        <translation>fewer than {least} customers bought in the period; not clustered</translation>
    </message>
    <message>
        <source>期内成交只有 {count} 位，不足 {least} 位，不做二八分级</source>
        <translation>only {count} customers bought in the period, fewer than {least}; no 80/20 tiers</translation>
    </message>
    <message>
        <source>近 {months} 个月没有成交，不参加二八分级</source>
        <translation>No purchase in {months} {months:month|months}, so no 80/20 tier</translation>
    </message>
    <message>
        <source>近 {months} 个月没有成交，不参加四象限</source>
        <translation>No purchase in {months} {months:month|months}, so no quadrant</translation>
    </message>
    <message>
        <source>近 {months} 个月购买 {days} 天（分界 {days_cut:short}），进货量 {volume:quantity}（分界 {volume_cut:quantity}）→ {tier:quadrant}</source>
        <translation>{days} purchase {days:day|days} in {months} {months:month|months} (line {days_cut:short}), quantity {volume:quantity} (line {volume_cut:quantity}) → {tier:quadrant}</translation>
    </message>
    <message>
        <source>还没有成交过 → {tier:value}；成交后按金额分级</source>
        <translation>Never bought → {tier:value}; the amount decides once there is a deal</translation>
    </message>
    <message>
        <source>还没有成交过，没有购买频率</source>
        <translation>Never bought, so no frequency</translation>
    </message>
    <message>
        <source>还没有成交过，看不出购买行为</source>
        <translation>Never bought, so no buying behaviour</translation>
    </message>
    <message>
        <source>还没有成交过，谈不上忠诚</source>
        <translation>Never bought, so no loyalty</translation>
    </message>
    <message>
        <source>还没有成交过，谈不上流失</source>
        <translation>Never bought, so cannot be lost</translation>
    </message>
    <message>
        <source>还没有成交，{quote_age} 天前报过价 → {tier:demand_state}</source>
        <translation>Not bought yet, quoted {quote_age} {quote_age:day|days} ago → {tier:demand_state}</translation>
    </message>
    <message>
        <source>还没有成交，也没有商机和报价 → {tier:demand_state}</source>
        <translation>Not bought yet, no opportunity or quote → {tier:demand_state}</translation>
    </message>
    <message>
        <source>还没有成交，商机正在{stage:words}阶段 → {tier:demand_state}</source>
        <translation>Not bought yet, an opportunity is at the stage {stage:words} → {tier:demand_state}</translation>
    </message>
    <message>
        <source>退款差额</source>
        <translation>refund difference</translation>
    </message>
    <message>
        <source>量减</source>
        <translation>buys less</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>need</translation>
    </message>
    <message>
        <source>预计年需求大、我方份额小</source>
        <translation>large expected yearly need, small share with us</translation>
    </message>
    <message>
        <source>首单不满 {months} 个月，先观察</source>
        <translation>First order less than {months} {months:month|months} ago; watch first</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>{0} 位客户的标签跟着改。</source>
        <translation>{0} {0:customer|customers} will carry the new name.</translation>
    </message>
    <message>
        <source>「{1}」已经有了，{0} 位客户的标签会并到它名下。</source>
        <translation>&quot;{1}&quot; exists already; the tag of {0} {0:customer|customers} will become it.</translation>
    </message>
    <message>
        <source>先写一个新名字</source>
        <translation>Enter a new name first</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>新的名字</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>标签名不能带「/」</source>
        <translation>A tag&apos;s name cannot hold &quot;/&quot;</translation>
    </message>
    <message>
        <source>标签改名</source>
        <translation>Rename tag</translation>
    </message>
</context>
<context>
    <name>RenameSchemeDialog</name>
    <message>
        <source>先写一个新名字</source>
        <translation>Enter a new name first</translation>
    </message>
    <message>
        <source>只改名字，它做的决定不变。</source>
        <translation>Only the name changes, not what it decides.</translation>
    </message>
    <message>
        <source>导入方案改名</source>
        <translation>Rename import scheme</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>新的名字</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>这个名字已经有了</source>
        <translation>This name exists already</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>+{0} 倍</source>
        <translation>+{0} ×</translation>
    </message>
    <message>
        <source>1 至 {0} 月合计同比 {1}（春节错位）</source>
        <translation>Months 1 to {0} together: {1} on last year (Spring Festival moved)</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} 个月没来为该来未来，{1} 个月为流失风险，{2} 个月为已流失</source>
        <translation>{0} {0:month|months} idle is overdue, {1} {1:month|months} at risk, {2} {2:month|months} lost</translation>
    </message>
    <message>
        <source>{0} 占家数 {1}、净销售额 {2}</source>
        <translation>{0}: {1} of customers, {2} of net sales</translation>
    </message>
    <message>
        <source>{0} 家</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0}({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}(手工)</source>
        <translation>{0} (by hand)</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}年{1}月</source>
        <translation>{0}-{1:02}</translation>
    </message>
    <message>
        <source>{0}年{1}月（至{2}日）</source>
        <translation>{0}-{1:02} (to day {2})</translation>
    </message>
    <message>
        <source>{0}（1500 以下分散，2500 以上集中）</source>
        <translation>{0} (below 1500 spread out, above 2500 concentrated)</translation>
    </message>
    <message>
        <source>{0}（晚 {1} 倍）</source>
        <translation>{0} (late by {1} times the usual gap)</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>↑ 升级</source>
        <translation>↑ Up</translation>
    </message>
    <message>
        <source>↓ 降级</source>
        <translation>↓ Down</translation>
    </message>
    <message>
        <source>三个动作</source>
        <translation>Three actions</translation>
    </message>
    <message>
        <source>三个发现</source>
        <translation>Three findings</translation>
    </message>
    <message>
        <source>上年同期没有销售记录</source>
        <translation>No sales in the same period last year</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>上期 \ 本期</source>
        <translation>Last \ this period</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>不可比</source>
        <translation>Not comparable</translation>
    </message>
    <message>
        <source>不含税</source>
        <translation>without tax</translation>
    </message>
    <message>
        <source>不在册</source>
        <translation>Not in the review</translation>
    </message>
    <message>
        <source>与「{0}」（{1}）相比。</source>
        <translation>Compared with &quot;{0}&quot; ({1}).</translation>
    </message>
    <message>
        <source>与上期比，没有客户变动。</source>
        <translation>No customer changed since the last period.</translation>
    </message>
    <message>
        <source>与上期比：升级 {0} 家，降级 {1} 家，新增 {2} 家，退出 {3} 家。</source>
        <translation>Since the last period: {0} up, {1} down, {2} new, {3} gone.</translation>
    </message>
    <message>
        <source>两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，偏低，可能分得太飘。</source>
        <translation>Of {0} {0:customer|customers} in both reviews {1} kept {1:its|their} tier: stability {2}, low; the tiers may drift.</translation>
    </message>
    <message>
        <source>两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，偏高，可能分得太死。</source>
        <translation>Of {0} {0:customer|customers} in both reviews {1} kept {1:its|their} tier: stability {2}, high; the tiers may be too rigid.</translation>
    </message>
    <message>
        <source>两次都在册的 {0} 家中 {1} 家分级不变，稳定率 {2}，在健康范围（60%–95%）。</source>
        <translation>Of {0} {0:customer|customers} in both reviews {1} kept {1:its|their} tier: stability {2}, in the healthy range (60%–95%).</translation>
    </message>
    <message>
        <source>中位数</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>中等</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>久未互动</source>
        <translation>No contact for long</translation>
    </message>
    <message>
        <source>二八</source>
        <translation>80/20</translation>
    </message>
    <message>
        <source>二八分布</source>
        <translation>80/20 curve</translation>
    </message>
    <message>
        <source>人工决定</source>
        <translation>Decided by hand</translation>
    </message>
    <message>
        <source>价值分级</source>
        <translation>Value tier</translation>
    </message>
    <message>
        <source>价格：{2}客户 {0} 已 {1} 天没来，要不要给挽回条件？</source>
        <translation>Price: {0} ({2}) has been away for {1} {1:day|days}. Offer comeback terms?</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>依据的盘点</source>
        <translation>Based on review</translation>
    </message>
    <message>
        <source>依赖偏高</source>
        <translation>rather dependent</translation>
    </message>
    <message>
        <source>依赖程度不高</source>
        <translation>not very dependent</translation>
    </message>
    <message>
        <source>先流失风险，后该来未来，按风险金额（最后一单往前 12 个月的净销售额）从大到小。回访结果请填在最右列。</source>
        <translation>At risk first, then overdue, by amount at risk (net sales of the 12 months up to the last order), largest first. Note the result of the call in the last column.</translation>
    </message>
    <message>
        <source>全部客户</source>
        <translation>All customers</translation>
    </message>
    <message>
        <source>全部对平，差额都是 0.00。</source>
        <translation>All agree; every difference is 0.00.</translation>
    </message>
    <message>
        <source>其中按总额÷年数估算 {0}</source>
        <translation>Of these, estimated as total ÷ years: {0}</translation>
    </message>
    <message>
        <source>内部资料 注意保密</source>
        <translation>Internal, keep confidential</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>净销售额取上期与本期中较大的一个。</source>
        <translation>Net sales are the larger of the last and this period.</translation>
    </message>
    <message>
        <source>净销售额的累计占比</source>
        <translation>Cumulative share of net sales</translation>
    </message>
    <message>
        <source>分散</source>
        <translation>Spread out</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>分级占比</source>
        <translation>Share by tier</translation>
    </message>
    <message>
        <source>分级结构</source>
        <translation>Tier structure</translation>
    </message>
    <message>
        <source>分级迁移</source>
        <translation>Tier changes</translation>
    </message>
    <message>
        <source>前 {0} 为重点，后 {1} 为末位</source>
        <translation>The first {0} are the top, the last {1} the bottom</translation>
    </message>
    <message>
        <source>前 {0} 大客户占 {1}，第一大 {2} 占 {3}；{4}。</source>
        <translation>The top {0} {0:customer brings|customers bring} in {1}, the largest, {2}, alone {3}; {4}.</translation>
    </message>
    <message>
        <source>前 {0} 客户（{1} 家）贡献 {2} 的净销售额。</source>
        <translation>The top {0} of customers ({1}) bring in {2} of net sales.</translation>
    </message>
    <message>
        <source>前 {0} 客户（{1} 家）贡献 {2} 的毛利。</source>
        <translation>The top {0} of customers ({1}) bring in {2} of gross profit.</translation>
    </message>
    <message>
        <source>前 {0} 的客户</source>
        <translation>Customers in the top {0}</translation>
    </message>
    <message>
        <source>去留：末位 {0} 中有 {1} 家不是新客户，合计只占 {2}，要不要减少投入？</source>
        <translation>Keep or drop: of the bottom {0}, {1} {1:is|are} not new and {1:brings|bring} only {2} together. Spend less on them?</translation>
    </message>
    <message>
        <source>截至 {0}，在册 {1} 家，近 {2} 个月成交 {3} 家，净销售额 {4}。</source>
        <translation>As of {0}, {1} {1:customer|customers} on the books, {3} bought in {2} {2:month|months}, net sales {4}.</translation>
    </message>
    <message>
        <source>截至 {0}，在册 {1} 家，近 {2} 个月成交 {3} 家，净销售额 {4}，同比 {5}。</source>
        <translation>As of {0}, {1} {1:customer|customers} on the books, {3} bought in {2} {2:month|months}, net sales {4}, {5} on last year.</translation>
    </message>
    <message>
        <source>截至 {0}，在册 {1} 家，近 {2} 个月没有成交。</source>
        <translation>As of {0}, {1} {1:customer|customers} on the books, none bought in {2} {2:month|months}.</translation>
    </message>
    <message>
        <source>涉及近 {0} 个月销售额 {1}</source>
        <translation>with sales of {1} in {0} {0:month|months}</translation>
    </message>
    <message>
        <source>计入没来的天数</source>
        <translation>counted as idle days</translation>
    </message>
    <message>
        <source>近 {0} 个月净销售额</source>
        <translation>Net sales, {0} {0:month|months}</translation>
    </message>
    <message>
        <source>近 {0} 个月净销售额合计 {1}，最高是 {2}，{3}。</source>
        <translation>Net sales of {0} {0:month|months} {1} in all, highest in {2} with {3}.</translation>
    </message>
    <message>
        <source>近 {0} 个月没有成交的客户。</source>
        <translation>Customers without a purchase in {0} {0:month|months}.</translation>
    </message>
    <message>
        <source>前五大占比</source>
        <translation>Share of top five</translation>
    </message>
    <message>
        <source>0 人人一样，1 全在一位客户</source>
        <translation>0: all alike; 1: all with one customer</translation>
    </message>
    <message>
        <source>{0} 家按自己的节奏该来未来或有流失风险（{4}），涉及近 {1} 个月销售额 {2}（{3}）。</source>
        <translation>By their own rhythm {0} {0:customer is|customers are} overdue or at risk ({4}), with sales of {2} in {1} {1:month|months} ({3}).</translation>
    </message>
    <message>
        <source>{0} 家按自己的节奏该来未来或有流失风险（{4}），涉及近 {1} 个月销售额 {2}（{3}）；最急的是 {5}。</source>
        <translation>By their own rhythm {0} {0:customer is|customers are} overdue or at risk ({4}), with sales of {2} in {1} {1:month|months} ({3}); the most urgent: {5}.</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>不计入没来的天数</source>
        <translation>not counted as idle days</translation>
    </message>
    <message>
        <source>净变化</source>
        <translation>Net change</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>去年同期</source>
        <translation>Same period last year</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>变动的客户</source>
        <translation>Changed customers</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>变化的原因：{0}</source>
        <translation>Causes of the change: {0}</translation>
    </message>
    <message>
        <source>口径</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>另有 {0} 家并入其他客户，不算退出。</source>
        <translation>{0} more went into other customers and {0:does|do} not count as left.</translation>
    </message>
    <message>
        <source>台账指纹</source>
        <translation>Ledger fingerprint</translation>
    </message>
    <message>
        <source>台账里小于 0.0001 元的零头在导入时四舍五入，累计尾差 {0} 元。</source>
        <translation>Fractions below ¥0.0001 in the ledger were rounded at import, ¥{0} in all.</translation>
    </message>
    <message>
        <source>台账里还没有客户。</source>
        <translation>The ledger has no customers yet.</translation>
    </message>
    <message>
        <source>右边</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>各月合计 = 净销售额</source>
        <translation>Months together = net sales</translation>
    </message>
    <message>
        <source>各级合计 + 未归属 = 净销售额</source>
        <translation>Tiers together + no customer = net sales</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>同比</source>
        <translation>On last year</translation>
    </message>
    <message>
        <source>同比 {0}</source>
        <translation>{0} on last year</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>含税</source>
        <translation>with tax</translation>
    </message>
    <message>
        <source>品类缩减</source>
        <translation>Fewer categories</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>Result of the call</translation>
    </message>
    <message>
        <source>因四舍五入，分项之和与合计可能有尾差；占比按净销售额为正的在册客户算。</source>
        <translation>Rounding can leave parts and totals slightly apart; shares count customers on the books with positive net sales.</translation>
    </message>
    <message>
        <source>固定值</source>
        <translation>Fixed value</translation>
    </message>
    <message>
        <source>在册 {0} 家</source>
        <translation>{0} {0:customer|customers} on the books</translation>
    </message>
    <message>
        <source>基尼系数</source>
        <translation>Gini coefficient</translation>
    </message>
    <message>
        <source>嫌价高</source>
        <translation>Finds it expensive</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>客单价(元)</source>
        <translation>Per customer (¥)</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户与各级合计含只有汇总数据的客户，按总额÷年数估算，共 {0} 元。</source>
        <translation>Customer and tier totals include customers known by a total only, estimated as total ÷ years, ¥{0} in all.</translation>
    </message>
    <message>
        <source>客户合计 + 未归属 = 净销售额</source>
        <translation>Customers together + no customer = net sales</translation>
    </message>
    <message>
        <source>客户明细</source>
        <translation>Customer details</translation>
    </message>
    <message>
        <source>客户明细附表</source>
        <translation>Appendix: customer details</translation>
    </message>
    <message>
        <source>家</source>
        <translation>customers</translation>
    </message>
    <message>
        <source>家数</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>家数与净销售额各占多少</source>
        <translation>Shares of customers and net sales</translation>
    </message>
    <message>
        <source>家数占比</source>
        <translation>Share of customers</translation>
    </message>
    <message>
        <source>对单一客户重大依赖</source>
        <translation>heavily dependent on one customer</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>左边</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>平均数</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>平时(天)</source>
        <translation>Usual (days)</translation>
    </message>
    <message>
        <source>并入其他客户</source>
        <translation>Went into another customer</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>成交客户数</source>
        <translation>Customers who bought</translation>
    </message>
    <message>
        <source>成本数据不足，毛利和毛利率没有列出。</source>
        <translation>Too few costs, so gross profit and margin are left out.</translation>
    </message>
    <message>
        <source>打印时间 {0}</source>
        <translation>Printed {0}</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>投诉未了结</source>
        <translation>Open complaint</translation>
    </message>
    <message>
        <source>折前金额 − 折扣 − 退货 = 净销售额</source>
        <translation>Gross amount − discounts − returns = net sales</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>按净销售额从高到低的客户占比</source>
        <translation>Share of customers by net sales, largest first</translation>
    </message>
    <message>
        <source>按原订单日期</source>
        <translation>by the original order date</translation>
    </message>
    <message>
        <source>按退货日期</source>
        <translation>by the return date</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>新客户豁免</source>
        <translation>New customers exempt</translation>
    </message>
    <message>
        <source>新采购</source>
        <translation>New purchases</translation>
    </message>
    <message>
        <source>无法评级</source>
        <translation>Cannot rate</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间推移</source>
        <translation>Time passing</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>春节假期</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>春节错位，1 至 3 月的同比仅供参考</source>
        <translation>Spring Festival moved; compare months 1 to 3 with care</translation>
    </message>
    <message>
        <source>最近一单</source>
        <translation>Last order</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月度净销售额</source>
        <translation>Monthly net sales</translation>
    </message>
    <message>
        <source>月度客户盘点报告</source>
        <translation>Monthly customer review report</translation>
    </message>
    <message>
        <source>有效客户数</source>
        <translation>Effective customers</translation>
    </message>
    <message>
        <source>期初应收 + 订单 − 退货 − 收款 + 退款 = 期末应收</source>
        <translation>Opening receivables + orders − returns − payments + refunds = closing receivables</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>未存档</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>未对平</source>
        <translation>Not in agreement</translation>
    </message>
    <message>
        <source>未对平：{0}。</source>
        <translation>Not in agreement: {0}.</translation>
    </message>
    <message>
        <source>未归属客户</source>
        <translation>No customer</translation>
    </message>
    <message>
        <source>本月净销售额</source>
        <translation>Net sales of the month</translation>
    </message>
    <message>
        <source>本月到期 {0} 件，按期完成 {1} 件，完成率 {2}。</source>
        <translation>{0} due this month, {1} done in time, {2}.</translation>
    </message>
    <message>
        <source>本月结论</source>
        <translation>Conclusions of the month</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>本期无流失预警</source>
        <translation>No churn alert this period</translation>
    </message>
    <message>
        <source>本期没有要拍板的事项。</source>
        <translation>Nothing to decide this period.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>没有客户超出自己的购买节奏，本期无流失预警。</source>
        <translation>No customer is beyond their own rhythm; no churn alert this period.</translation>
    </message>
    <message>
        <source>没有待办的任务。</source>
        <translation>No open tasks.</translation>
    </message>
    <message>
        <source>没有待办的任务。完成盘点后，策略会生成任务。</source>
        <translation>No open tasks. Once a review is closed, the playbooks make them.</translation>
    </message>
    <message>
        <source>没有节奏的客户</source>
        <translation>Customers without rhythm</translation>
    </message>
    <message>
        <source>流失预警</source>
        <translation>Churn alert</translation>
    </message>
    <message>
        <source>流失风险 {0} 家</source>
        <translation>{0} at risk</translation>
    </message>
    <message>
        <source>满意度低</source>
        <translation>Low satisfaction</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>环比 {0}</source>
        <translation>{0} on last month</translation>
    </message>
    <message>
        <source>百分位数</source>
        <translation>Percentile</translation>
    </message>
    <message>
        <source>盘点人 / 批准人</source>
        <translation>Reviewed by / approved by</translation>
    </message>
    <message>
        <source>盘点日</source>
        <translation>Review date</translation>
    </message>
    <message>
        <source>盘点日 {0}</source>
        <translation>Review date {0}</translation>
    </message>
    <message>
        <source>盘点范围</source>
        <translation>Customers reviewed</translation>
    </message>
    <message>
        <source>相当于这么多家一样大的客户</source>
        <translation>Equal to this many customers of the same size</translation>
    </message>
    <message>
        <source>第 {0} 页 共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>第一大 {0}，占 {1}</source>
        <translation>Largest: {0} with {1}</translation>
    </message>
    <message>
        <source>第一大、前五大、前十大</source>
        <translation>Largest, top five, top ten</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>统计窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>自然断点</source>
        <translation>Natural breaks</translation>
    </message>
    <message>
        <source>节奏</source>
        <translation>Rhythm</translation>
    </message>
    <message>
        <source>行动计划</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>规则修改</source>
        <translation>Rule change</translation>
    </message>
    <message>
        <source>规则版本</source>
        <translation>Rule version</translation>
    </message>
    <message>
        <source>规则第 {0} 版</source>
        <translation>Rules version {0}</translation>
    </message>
    <message>
        <source>订单数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>评级变化</source>
        <translation>Change of rating</translation>
    </message>
    <message>
        <source>该来未来 {0} 家</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>该来未来与流失风险</source>
        <translation>Overdue and at risk</translation>
    </message>
    <message>
        <source>请老板拍板</source>
        <translation>For the boss to decide</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>贡献 {0} 净销售额</source>
        <translation>bring {0} of net sales</translation>
    </message>
    <message>
        <source>账龄各段合计 = 应收余额</source>
        <translation>Ageing buckets together = receivables</translation>
    </message>
    <message>
        <source>资料更正</source>
        <translation>Data corrected</translation>
    </message>
    <message>
        <source>超过自己节奏的 {0} 倍为该来未来，{1} 倍为流失风险，{2} 倍为已流失</source>
        <translation>Over {0} × their usual gap is overdue, {1} × at risk, {2} × lost</translation>
    </message>
    <message>
        <source>距上次(天)</source>
        <translation>Since last (days)</translation>
    </message>
    <message>
        <source>较上期</source>
        <translation>On last period</translation>
    </message>
    <message>
        <source>迁移</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>迁移表各列合计 = 本期家数</source>
        <translation>Columns of the change table = customers this period</translation>
    </message>
    <message>
        <source>迁移表各行合计 = 上期家数</source>
        <translation>Rows of the change table = customers last period</translation>
    </message>
    <message>
        <source>近期没有成交，谈不上集中度。</source>
        <translation>No recent purchases, so no concentration.</translation>
    </message>
    <message>
        <source>这是第一次盘点，没有上期可比。</source>
        <translation>This is the first review, so nothing to compare.</translation>
    </message>
    <message>
        <source>这里印出前 {0} 行，全部 {1} 行见 Excel 的「{2}」。</source>
        <translation>The first {0} rows are printed; see &quot;{2}&quot; in Excel for all {1}.</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>退货计入</source>
        <translation>Returns counted</translation>
    </message>
    <message>
        <source>重点客户</source>
        <translation>Key customers</translation>
    </message>
    <message>
        <source>量减</source>
        <translation>Buys less</translation>
    </message>
    <message>
        <source>金额单位：元。分项四舍五入后相加，可能与合计有尾差；合计不凑数。</source>
        <translation>Amounts in yuan. Parts are rounded, so they can differ slightly from the total; totals are never adjusted.</translation>
    </message>
    <message>
        <source>金额口径</source>
        <translation>Amounts</translation>
    </message>
    <message>
        <source>附录 A&#x3000;对账</source>
        <translation>Appendix A  Reconciliation</translation>
    </message>
    <message>
        <source>附录 B&#x3000;口径与设置</source>
        <translation>Appendix B  Rules and settings</translation>
    </message>
    <message>
        <source>集中</source>
        <translation>Concentrated</translation>
    </message>
    <message>
        <source>集中度</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>频次与进货量的分界</source>
        <translation>Lines for frequency and volume</translation>
    </message>
    <message>
        <source>额度：第一大客户 {0} 占 {1}，要不要定单一客户的上限？</source>
        <translation>Limit: the largest customer {0} has {1}. Set a ceiling for one customer?</translation>
    </message>
    <message>
        <source>风险名单</source>
        <translation>Risk list</translation>
    </message>
    <message>
        <source>风险金额</source>
        <translation>Amount at risk</translation>
    </message>
    <message>
        <source>首单后 {0} 个月内不列为负担或末位</source>
        <translation>Neither burden nor bottom within {0} {0:month|months} of the first order</translation>
    </message>
    <message>
        <source>高价值 ≥ {0} 元，中价值 ≥ {1} 元，其余看有无增长空间</source>
        <translation>High ≥ ¥{0}, Medium ≥ ¥{1}, the rest by room to grow</translation>
    </message>
    <message>
        <source>默认规则</source>
        <translation>Default rules</translation>
    </message>
</context>
<context>
    <name>ReportOptions</name>
    <message>
        <source>{0} · 已存档</source>
        <translation>{0} · closed</translation>
    </message>
    <message>
        <source>{0} 年 {1} 月</source>
        <translation>{0}-{1:02}</translation>
    </message>
    <message>
        <source>包含内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>彩色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>恢复自动生成的结论</source>
        <translation>Restore the generated conclusions</translation>
    </message>
    <message>
        <source>打印颜色</source>
        <translation>Print colours</translation>
    </message>
    <message>
        <source>报告设置</source>
        <translation>Report settings</translation>
    </message>
    <message>
        <source>抬头</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>结论（可修改，一行一条）</source>
        <translation>Conclusions (editable, one per line)</translation>
    </message>
    <message>
        <source>页脚</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>黑白友好</source>
        <translation>Black and white</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>共 {0} 页 · 预览与打印一致</source>
        <translation>{0} {0:page|pages} · prints as shown</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>导入客户台账后，这里按月出报告。</source>
        <translation>Once a ledger is imported, each month&apos;s report stands here.</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>已保存：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>已送到打印机：{0} 页</source>
        <translation>Sent to the printer: {0} {0:page|pages}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>报告还没有排好版</source>
        <translation>The report is not laid out yet</translation>
    </message>
    <message>
        <source>正在导出 Excel</source>
        <translation>Exporting Excel</translation>
    </message>
    <message>
        <source>还没有可以报告的客户</source>
        <translation>No customers to report on yet</translation>
    </message>
</context>
<context>
    <name>ReviewWizard</name>
    <message>
        <source>下一步：{0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>分级规则</source>
        <translation>Tier rules</translation>
    </message>
    <message>
        <source>客户盘点</source>
        <translation>Customer review</translation>
    </message>
    <message>
        <source>数据检查</source>
        <translation>Data check</translation>
    </message>
    <message>
        <source>盘点「{0}」已存档，任务已排好。</source>
        <translation>Review &quot;{0}&quot; is closed and the tasks are set.</translation>
    </message>
    <message>
        <source>策略与工作量</source>
        <translation>Playbooks and workload</translation>
    </message>
    <message>
        <source>签字存档</source>
        <translation>Sign and close</translation>
    </message>
    <message>
        <source>草稿已保存 · 第 {0} 步，共 {1} 步</source>
        <translation>Draft saved · step {0} of {1}</translation>
    </message>
    <message>
        <source>选择范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>逐个确认</source>
        <translation>One by one</translation>
    </message>
</context>
<context>
    <name>ReviewWizardPage</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>以后再做</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>回到盘点记录</source>
        <translation>Back to past reviews</translation>
    </message>
    <message>
        <source>存档</source>
        <translation>Close review</translation>
    </message>
    <message>
        <source>已撤销：{0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>已重做：{0}</source>
        <translation>Redone: {0}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>正在存档盘点</source>
        <translation>Closing the review</translation>
    </message>
    <message>
        <source>没有可以重做的决定</source>
        <translation>No decision to redo</translation>
    </message>
    <message>
        <source>这次盘点里还没有可以撤销的决定</source>
        <translation>No decision of this review to undo yet</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation>{year}-{month:02}</translation>
    </message>
    <message>
        <source>截至日期不能晚于今天。</source>
        <translation>The as-of date cannot be after today.</translation>
    </message>
    <message>
        <source>正在存档盘点</source>
        <translation>Closing the review</translation>
    </message>
    <message>
        <source>请填写盘点人，再存档。</source>
        <translation>Enter who reviewed, then close.</translation>
    </message>
    <message>
        <source>请给这次盘点起个名字。</source>
        <translation>Give this review a name.</translation>
    </message>
    <message>
        <source>请至少选一个分级方案。</source>
        <translation>Choose at least one tier scheme.</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>共 {0} 次盘点</source>
        <translation>{0} {0:review|reviews}</translation>
    </message>
    <message>
        <source>已存档，只读</source>
        <translation>Closed, read only</translation>
    </message>
    <message>
        <source>已导出到「{0}」。</source>
        <translation>Exported to &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>已放弃草稿「{0}」。</source>
        <translation>The draft {0} has been discarded.</translation>
    </message>
    <message>
        <source>已经做的决定和备注会一起删掉，客户数据不变。</source>
        <translation>Decisions and notes made so far are deleted with it; customer data stays as it is.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>放弃盘点草稿「{0}」？</source>
        <translation>Discard the review draft &quot;{0}&quot;?</translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>放弃草稿「{0}」</source>
        <translation>Discard the draft {0}</translation>
    </message>
    <message>
        <source>有两次存档的盘点才能比较</source>
        <translation>Two closed reviews are needed to compare</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>比较两次盘点</source>
        <translation>Compare two reviews</translation>
    </message>
    <message>
        <source>还没有可以盘点的客户</source>
        <translation>No customers to review yet</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>内勤</source>
        <translation>Office staff</translation>
    </message>
    <message>
        <source>客户负责人</source>
        <translation>Customer&apos;s owner</translation>
    </message>
    <message>
        <source>客服</source>
        <translation>Customer service</translation>
    </message>
    <message>
        <source>财务</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>销售专员</source>
        <translation>Sales staff</translation>
    </message>
    <message>
        <source>销售主管</source>
        <translation>Sales manager</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>展开</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>A 成交：多少天内有订单</source>
        <translation>A Won: last order within</translation>
    </message>
    <message>
        <source>A 类：累计贡献到</source>
        <translation>A: cumulative contribution up to</translation>
    </message>
    <message>
        <source>B 种子：多少天内报过价</source>
        <translation>B Seed: last quote within</translation>
    </message>
    <message>
        <source>B 种子：有效互动 ≥</source>
        <translation>B Seed: real contacts ≥</translation>
    </message>
    <message>
        <source>B 种子：看多少天内的互动</source>
        <translation>B Seed: contacts counted over</translation>
    </message>
    <message>
        <source>B 类：累计贡献到</source>
        <translation>B: cumulative contribution up to</translation>
    </message>
    <message>
        <source>C 潜在：多少天内有互动</source>
        <translation>C Prospect: last contact within</translation>
    </message>
    <message>
        <source>一年的折现率</source>
        <translation>Discount rate a year</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>中价值：年采购额 ≥</source>
        <translation>Medium: yearly purchases ≥</translation>
    </message>
    <message>
        <source>中位数</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>九格里每一格算哪一档，可以改。</source>
        <translation>Which class each of the nine cells counts as; can be changed.</translation>
    </message>
    <message>
        <source>买得少的按日历：已流失满</source>
        <translation>Few purchases, by calendar: lost after</translation>
    </message>
    <message>
        <source>买得少的按日历：流失风险满</source>
        <translation>Few purchases, by calendar: at risk after</translation>
    </message>
    <message>
        <source>买得少的按日历：该来未来满</source>
        <translation>Few purchases, by calendar: overdue after</translation>
    </message>
    <message>
        <source>买过没有、有没有商机或报价、是不是已流失；流失的线在「流失预警」里改。</source>
        <translation>Bought or not, an opportunity or a quote, lost or not; the line for lost is set in the churn alert.</translation>
    </message>
    <message>
        <source>位</source>
        <translation>count</translation>
    </message>
    <message>
        <source>倍</source>
        <translation>times</translation>
    </message>
    <message>
        <source>八个问题逐条回答，好的减去坏的，2 起优质，-2 起劣质。</source>
        <translation>Eight questions answered one by one, good ones less bad ones: best from 2, worst from -2.</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>净销售额的权重</source>
        <translation>Weight of net sales</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>分界线怎么定</source>
        <translation>How lines are set</translation>
    </message>
    <message>
        <source>卡片在「分级方案」里改，存档时连同卡片一起留下。</source>
        <translation>The cards are edited under Tier schemes and are filed with the review.</translation>
    </message>
    <message>
        <source>合作满一年、买过 4 次以上、没有流失风险，又有一项加分的算忠诚。</source>
        <translation>A year or longer, 4 purchases or more, no churn risk and one plus: loyal.</translation>
    </message>
    <message>
        <source>品类数的权重</source>
        <translation>Weight of number of categories</translation>
    </message>
    <message>
        <source>固定值</source>
        <translation>Fixed value</translation>
    </message>
    <message>
        <source>固定值：购买天数</source>
        <translation>Fixed value: purchase days</translation>
    </message>
    <message>
        <source>固定值：采购额</source>
        <translation>Fixed value: purchases</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>至少几位才分</source>
        <translation>At least this many customers</translation>
    </message>
    <message>
        <source>已流失：超过平时间隔</source>
        <translation>Lost: beyond the usual gap</translation>
    </message>
    <message>
        <source>平均数</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>平均每月买 1 次起算高频，三个月买不到 1 次算低频。</source>
        <translation>Once a month or more on average is high, less than once in three months low.</translation>
    </message>
    <message>
        <source>平均每次采购额</source>
        <translation>Average per purchase</translation>
    </message>
    <message>
        <source>年</source>
        <translation>years</translation>
    </message>
    <message>
        <source>年需求、我方份额、增长、人数各得几分，6 分起高潜力，3 分起中潜力。</source>
        <translation>Yearly need, our share, growth and staff are scored: high from 6 points, medium from 3.</translation>
    </message>
    <message>
        <source>快速决策：从商机到下单不超过</source>
        <translation>Fast: from opportunity to order at most</translation>
    </message>
    <message>
        <source>怎么打分</source>
        <translation>How to score</translation>
    </message>
    <message>
        <source>扣除不算</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>投诉的权重（越少越好）</source>
        <translation>Weight of complaints (fewer is better)</translation>
    </message>
    <message>
        <source>指标怎么换成 0 到 100 分</source>
        <translation>How measures become 0 to 100</translation>
    </message>
    <message>
        <source>按名次分三档</source>
        <translation>Three ranks of equal size</translation>
    </message>
    <message>
        <source>按名次分五档</source>
        <translation>Five ranks of equal size</translation>
    </message>
    <message>
        <source>按客户多少自动选</source>
        <translation>By how many customers there are</translation>
    </message>
    <message>
        <source>按客户资料里填的分开，没有要填的线。</source>
        <translation>By what the customer data says; there is no line to set.</translation>
    </message>
    <message>
        <source>按最低最高之间的位置</source>
        <translation>Place between lowest and highest</translation>
    </message>
    <message>
        <source>按期回款率的权重</source>
        <translation>Weight of payment on time</translation>
    </message>
    <message>
        <source>按百分位时取</source>
        <translation>Percentile taken</translation>
    </message>
    <message>
        <source>按采购额、天数、最近购买自动分组，没有要填的线；数据变了组也会变。</source>
        <translation>Grouped by purchases, days and recency by itself; there is no line to set, and groups change with the data.</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>新客户先观察</source>
        <translation>Watch new customers for</translation>
    </message>
    <message>
        <source>新客户：第一次购买不超过</source>
        <translation>New customer: first purchase at most</translation>
    </message>
    <message>
        <source>春节放假的日子</source>
        <translation>Days of Spring Festival</translation>
    </message>
    <message>
        <source>最近购买的权重（越近越好）</source>
        <translation>Weight of recency (sooner is better)</translation>
    </message>
    <message>
        <source>有效互动不少于月数算紧密；投诉 3 次起或满意度 2 分以下需特别对待。</source>
        <translation>As many real contacts as months is close; 3 complaints or more, or satisfaction below 2, needs special care.</translation>
    </message>
    <message>
        <source>末位：排名最后</source>
        <translation>Bottom: lowest ranks</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>毛利率的权重</source>
        <translation>Weight of margin</translation>
    </message>
    <message>
        <source>流失风险：超过平时间隔</source>
        <translation>At risk: beyond the usual gap</translation>
    </message>
    <message>
        <source>满意度的权重</source>
        <translation>Weight of satisfaction</translation>
    </message>
    <message>
        <source>潜力：年需求或商机 ≥</source>
        <translation>Potential: yearly need or opportunity ≥</translation>
    </message>
    <message>
        <source>潜力：我方份额 &lt;</source>
        <translation>Potential: our share &lt;</translation>
    </message>
    <message>
        <source>潜力：比上期增长 ≥</source>
        <translation>Potential: growth on last period ≥</translation>
    </message>
    <message>
        <source>潜力：近期询价 ≥</source>
        <translation>Potential: recent enquiries ≥</translation>
    </message>
    <message>
        <source>照算</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>百分位</source>
        <translation>Percentile</translation>
    </message>
    <message>
        <source>看最近多少个月</source>
        <translation>Look at the last … months</translation>
    </message>
    <message>
        <source>简单算法往后算</source>
        <translation>Simple method looks ahead</translation>
    </message>
    <message>
        <source>缺成本的超过多少就改按销售额</source>
        <translation>Use sales if costs are missing for more than</translation>
    </message>
    <message>
        <source>自然断点</source>
        <translation>Natural breaks</translation>
    </message>
    <message>
        <source>至少知道多少权重才评分</source>
        <translation>Score only when so much of the weight is known</translation>
    </message>
    <message>
        <source>该来未来：超过平时间隔</source>
        <translation>Overdue: beyond the usual gap</translation>
    </message>
    <message>
        <source>谨慎评估：从商机到下单不超过</source>
        <translation>Cautious: from opportunity to order at most</translation>
    </message>
    <message>
        <source>购买间隔的变动不超过一半算稳定；购买不到 4 次的数据不足。</source>
        <translation>Gaps that vary by no more than a half are steady; fewer than 4 purchases are too few.</translation>
    </message>
    <message>
        <source>购买频次的权重</source>
        <translation>Weight of frequency</translation>
    </message>
    <message>
        <source>转介绍的权重</source>
        <translation>Weight of referrals</translation>
    </message>
    <message>
        <source>采购量按什么算</source>
        <translation>Volume counted as</translation>
    </message>
    <message>
        <source>重点：排名最前</source>
        <translation>Top: highest ranks</translation>
    </message>
    <message>
        <source>长期犹豫：商机一直没结果，超过</source>
        <translation>Hesitant: an opportunity without result for more than</translation>
    </message>
    <message>
        <source>降级缓冲（低于线多少以内不降）</source>
        <translation>Buffer before moving down</translation>
    </message>
    <message>
        <source>高价值：年采购额 ≥</source>
        <translation>High: yearly purchases ≥</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>{0}的规则</source>
        <translation>Rules of {0}</translation>
    </message>
</context>
<context>
    <name>RulesStep</name>
    <message>
        <source>{0} 位分不出来：{1}。</source>
        <translation>{0} cannot be classed: {1}.</translation>
    </message>
    <message>
        <source>{0}：</source>
        <translation>{0}: </translation>
    </message>
    <message>
        <source>{0}：{1}。</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>「{key}」填的「{value}」读不懂或超出范围，仍按原来的算。</source>
        <translation>&quot;{value}&quot; for &quot;{key}&quot; makes no sense or is out of range; the old value is used.</translation>
    </message>
    <message>
        <source>「{key}」还没有填，仍按原来的算。</source>
        <translation>{key} is not filled in; the value before still counts.</translation>
    </message>
    <message>
        <source>「{lower}」要小于「{upper}」，仍按原来的算。</source>
        <translation>&quot;{lower}&quot; must be below &quot;{upper}&quot;; the old values are used.</translation>
    </message>
    <message>
        <source>「{value}」里有读不懂或超出范围的数，仍按原来的算。</source>
        <translation>A number in &quot;{value}&quot; could not be read or is out of range; what was set before still counts.</translation>
    </message>
    <message>
        <source>二八建议值</source>
        <translation>80/20</translation>
    </message>
    <message>
        <source>分级规则</source>
        <translation>Tier rules</translation>
    </message>
    <message>
        <source>和「{0}」用同一套规则，在那里改。</source>
        <translation>Uses the same rules as &quot;{0}&quot;; change them there.</translation>
    </message>
    <message>
        <source>和现行规则比，{0}：{1}</source>
        <translation>Against the rules in force, {0}: {1}</translation>
    </message>
    <message>
        <source>和现行规则比，换档的客户</source>
        <translation>Customers whose class changes against the rules in force</translation>
    </message>
    <message>
        <source>恢复默认规则</source>
        <translation>Restore default rules</translation>
    </message>
    <message>
        <source>权重合计 {0}，不是 100，按比例折算。</source>
        <translation>The weights add up to {0}, not 100, and count in proportion.</translation>
    </message>
    <message>
        <source>现在没有一位客户能按这个方案分级：{0}。</source>
        <translation>No customer can be classed by this scheme now: {0}.</translation>
    </message>
    <message>
        <source>用上次盘点的规则</source>
        <translation>Use the last review&apos;s rules</translation>
    </message>
    <message>
        <source>用二八建议值</source>
        <translation>Use 80/20</translation>
    </message>
    <message>
        <source>用自然断点</source>
        <translation>Use natural breaks</translation>
    </message>
    <message>
        <source>看是谁</source>
        <translation>See who</translation>
    </message>
    <message>
        <source>自然断点</source>
        <translation>Natural breaks</translation>
    </message>
    <message>
        <source>规则会随本次盘点一起存档，以后可以查看和比较。</source>
        <translation>The rules are kept with the review, to see and compare later.</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>这样分下来，{0}。</source>
        <translation>With these lines, {0}.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>王经理</source>
        <translation>Manager Wang</translation>
    </message>
</context>
<context>
    <name>SchemeKeeper</name>
    <message>
        <source>导出导入方案</source>
        <translation>Export import scheme</translation>
    </message>
    <message>
        <source>已删除导入方案「{0}」。</source>
        <translation>Import scheme &quot;{0}&quot; deleted.</translation>
    </message>
    <message>
        <source>已导出「{0}」。</source>
        <translation>&quot;{0}&quot; exported.</translation>
    </message>
    <message>
        <source>已改名。</source>
        <translation>Renamed.</translation>
    </message>
    <message>
        <source>已读入「{0}」。</source>
        <translation>&quot;{0}&quot; loaded.</translation>
    </message>
    <message>
        <source>读入导入方案</source>
        <translation>Load import scheme</translation>
    </message>
</context>
<context>
    <name>SchemeList</name>
    <message>
        <source>为主</source>
        <translation>Leading</translation>
    </message>
    <message>
        <source>只看常用的和选中的</source>
        <translation>Common and chosen ones only</translation>
    </message>
</context>
<context>
    <name>Schemes</name>
    <message>
        <source>A 成交</source>
        <translation>A Won</translation>
    </message>
    <message>
        <source>A 类</source>
        <translation>Class A</translation>
    </message>
    <message>
        <source>B 种子</source>
        <translation>B Seed</translation>
    </message>
    <message>
        <source>B 类</source>
        <translation>Class B</translation>
    </message>
    <message>
        <source>C 潜在</source>
        <translation>C Prospect</translation>
    </message>
    <message>
        <source>C 类</source>
        <translation>Class C</translation>
    </message>
    <message>
        <source>D 沉默</source>
        <translation>D Silent</translation>
    </message>
    <message>
        <source>RFM</source>
        <translation>RFM</translation>
    </message>
    <message>
        <source>RFM 八类</source>
        <translation>RFM, eight types</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>一般价值</source>
        <translation>Ordinary, active</translation>
    </message>
    <message>
        <source>一般保持</source>
        <translation>Ordinary, to keep</translation>
    </message>
    <message>
        <source>一般发展</source>
        <translation>Ordinary, to develop</translation>
    </message>
    <message>
        <source>一般挽留</source>
        <translation>Ordinary, to win back</translation>
    </message>
    <message>
        <source>不能失去</source>
        <translation>Can&apos;t lose</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>中价值</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>中潜力</source>
        <translation>Medium potential</translation>
    </message>
    <message>
        <source>中频</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>主购品类</source>
        <translation>Main category</translation>
    </message>
    <message>
        <source>二八</source>
        <translation>80/20</translation>
    </message>
    <message>
        <source>价值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>优</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>优质</source>
        <translation>Best</translation>
    </message>
    <message>
        <source>低价值</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>低潜力</source>
        <translation>Low potential</translation>
    </message>
    <message>
        <source>低频</source>
        <translation>Rare</translation>
    </message>
    <message>
        <source>使用场景</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>冠军</source>
        <translation>Champions</translation>
    </message>
    <message>
        <source>决策周期</source>
        <translation>Decision cycle</translation>
    </message>
    <message>
        <source>劣质</source>
        <translation>Worst</translation>
    </message>
    <message>
        <source>即将沉睡</source>
        <translation>About to sleep</translation>
    </message>
    <message>
        <source>合作质量</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>客户关系</source>
        <translation>Relationship</translation>
    </message>
    <message>
        <source>客户太少不分</source>
        <translation>Not with too few customers</translation>
    </message>
    <message>
        <source>小溪</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>差</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>已流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>忠诚</source>
        <translation>Loyal</translation>
    </message>
    <message>
        <source>快速决策</source>
        <translation>Fast</translation>
    </message>
    <message>
        <source>意向</source>
        <translation>Intent</translation>
    </message>
    <message>
        <source>成交状态</source>
        <translation>Deal status</translation>
    </message>
    <message>
        <source>摇摆</source>
        <translation>Swinging</translation>
    </message>
    <message>
        <source>数据不足</source>
        <translation>Too little data</translation>
    </message>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新客户</source>
        <translation>New</translation>
    </message>
    <message>
        <source>明星</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>有前景</source>
        <translation>Promising</translation>
    </message>
    <message>
        <source>有流失风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>未买过</source>
        <translation>Never bought</translation>
    </message>
    <message>
        <source>未分级</source>
        <translation>No tier</translation>
    </message>
    <message>
        <source>未成交</source>
        <translation>Not bought yet</translation>
    </message>
    <message>
        <source>末位20%</source>
        <translation>Bottom 20%</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>沉睡</source>
        <translation>Hibernating</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>流失预警</source>
        <translation>Churn alert</translation>
    </message>
    <message>
        <source>流失风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>流失（挽回中）</source>
        <translation>Lost, being won back</translation>
    </message>
    <message>
        <source>流量</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>潜力</source>
        <translation>Potential</translation>
    </message>
    <message>
        <source>潜力×忠诚</source>
        <translation>Potential × loyalty</translation>
    </message>
    <message>
        <source>潜力忠诚</source>
        <translation>Potential loyalists</translation>
    </message>
    <message>
        <source>潜在</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>现有</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>疏远</source>
        <translation>Distant</translation>
    </message>
    <message>
        <source>稳定</source>
        <translation>Steady</translation>
    </message>
    <message>
        <source>紧密</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>累计贡献 ABC</source>
        <translation>Cumulative ABC</translation>
    </message>
    <message>
        <source>组 {0}</source>
        <translation>Group {0}</translation>
    </message>
    <message>
        <source>维持60%</source>
        <translation>Middle 60%</translation>
    </message>
    <message>
        <source>综合分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>自动分群</source>
        <translation>Automatic groups</translation>
    </message>
    <message>
        <source>良</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>规模</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>该来未来</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>谨慎评估</source>
        <translation>Cautious</translation>
    </message>
    <message>
        <source>负担</source>
        <translation>Burden</translation>
    </message>
    <message>
        <source>购买频率</source>
        <translation>Frequency</translation>
    </message>
    <message>
        <source>重点20%</source>
        <translation>Top 20%</translation>
    </message>
    <message>
        <source>重要价值</source>
        <translation>Key, active</translation>
    </message>
    <message>
        <source>重要保持</source>
        <translation>Key, to keep</translation>
    </message>
    <message>
        <source>重要发展</source>
        <translation>Key, to develop</translation>
    </message>
    <message>
        <source>重要挽留</source>
        <translation>Key, to win back</translation>
    </message>
    <message>
        <source>长期犹豫</source>
        <translation>Hesitant</translation>
    </message>
    <message>
        <source>间歇</source>
        <translation>Intermittent</translation>
    </message>
    <message>
        <source>需关注</source>
        <translation>Need attention</translation>
    </message>
    <message>
        <source>需求状态</source>
        <translation>Demand state</translation>
    </message>
    <message>
        <source>需特别对待</source>
        <translation>Needs care</translation>
    </message>
    <message>
        <source>频次×采购量</source>
        <translation>Frequency × volume</translation>
    </message>
    <message>
        <source>高价值</source>
        <translation>High</translation>
    </message>
    <message>
        <source>高潜力</source>
        <translation>High potential</translation>
    </message>
    <message>
        <source>高频</source>
        <translation>Frequent</translation>
    </message>
</context>
<context>
    <name>SchemesCard</name>
    <message>
        <source>上次使用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>导入方案</source>
        <translation>Import schemes</translation>
    </message>
    <message>
        <source>导入时指明过的列、单位和合并方法会记在这里，下个月自动使用。</source>
        <translation>The columns, units and joins you chose at an import are kept here and used again next month.</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>用于有这些列的表</source>
        <translation>For tables with these columns</translation>
    </message>
    <message>
        <source>读入…</source>
        <translation>Load…</translation>
    </message>
</context>
<context>
    <name>SchemesPage</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0}：{1} 位，{2}</source>
        <translation>{0}: {1} {1:customer|customers}, {2}</translation>
    </message>
    <message>
        <source>两两比较定权重…</source>
        <translation>Weights by pairs…</translation>
    </message>
    <message>
        <source>全部 {0} 位</source>
        <translation>All {0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>分界怎么定</source>
        <translation>Where the lines are</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>分级方案</source>
        <translation>Tier schemes</translation>
    </message>
    <message>
        <source>占客户</source>
        <translation>of customers</translation>
    </message>
    <message>
        <source>占金额</source>
        <translation>of amount</translation>
    </message>
    <message>
        <source>名称、拼音或首字母</source>
        <translation>Name, pinyin or initials</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>差一点</source>
        <translation>Borderline</translation>
    </message>
    <message>
        <source>{0}：已分级 {1} 位</source>
        <translation>{0}: {1} in tiers</translation>
    </message>
    <message>
        <source>{0}：没有客户能分级</source>
        <translation>{0}: nobody can be put in a tier</translation>
    </message>
    <message>
        <source>其余 {0} 档</source>
        <translation>{0} other tiers</translation>
    </message>
    <message>
        <source>各档有多少</source>
        <translation>How many in each tier</translation>
    </message>
    <message>
        <source>已按新规则分级。</source>
        <translation>Tiers follow the new rules.</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>怎么算</source>
        <translation>How it is worked out</translation>
    </message>
    <message>
        <source>怎样会变</source>
        <translation>What would change it</translation>
    </message>
    <message>
        <source>最大的 {0} 位，点一下看他</source>
        <translation>The largest {0}; click one to look at him</translation>
    </message>
    <message>
        <source>未分级</source>
        <translation>No tier</translation>
    </message>
    <message>
        <source>查一位客户</source>
        <translation>Look up a customer</translation>
    </message>
    <message>
        <source>模型检验</source>
        <translation>Tests of the models</translation>
    </message>
    <message>
        <source>正在看过去的一天，只能试算。</source>
        <translation>A past day is shown; the lines can be tried only.</translation>
    </message>
    <message>
        <source>正在计算…</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <source>正在试算，还没有应用。</source>
        <translation>Being tried, not applied yet.</translation>
    </message>
    <message>
        <source>没有分级的</source>
        <translation>Without a class</translation>
    </message>
    <message>
        <source>看是谁</source>
        <translation>See who</translation>
    </message>
    <message>
        <source>离分界线最近的在前</source>
        <translation>Nearest to a line first</translation>
    </message>
    <message>
        <source>规则第 {0} 版</source>
        <translation>Rules version {0}</translation>
    </message>
    <message>
        <source>近 12 月采购</source>
        <translation>12-month purchases</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>默认规则</source>
        <translation>Default rules</translation>
    </message>
</context>
<context>
    <name>ScopeStep</name>
    <message>
        <source>不比较</source>
        <translation>Do not compare</translation>
    </message>
    <message>
        <source>例如 2026 年 11 月</source>
        <translation>For example November 2026</translation>
    </message>
    <message>
        <source>例如 负责人=李静; 行业=制造业</source>
        <translation>For example: owner=Li Jing; industry=Retail</translation>
    </message>
    <message>
        <source>全部客户</source>
        <translation>All customers</translation>
    </message>
    <message>
        <source>共 {0} 位客户</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>只用这一天（含）以前的数据，之后补录的行不影响这次盘点。</source>
        <translation>Only data up to and including this day counts; rows added later do not touch this review.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>和哪次比较</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>截至日期</source>
        <translation>As-of date</translation>
    </message>
    <message>
        <source>换起点</source>
        <translation>Change the start</translation>
    </message>
    <message>
        <source>换起点会换掉已经改过的规则和做过的决定，要换吗？</source>
        <translation>Another start replaces rules that were changed and decisions that were made. Change it?</translation>
    </message>
    <message>
        <source>本月的默认值已经填好，可以直接下一步。</source>
        <translation>This month&apos;s defaults are filled in; just go on.</translation>
    </message>
    <message>
        <source>没有客户符合条件，换一个条件或选全部客户。</source>
        <translation>No customer fits; change the condition or choose all customers.</translation>
    </message>
    <message>
        <source>盘点谁</source>
        <translation>Whom to review</translation>
    </message>
    <message>
        <source>符合条件的客户</source>
        <translation>Matching customers</translation>
    </message>
    <message>
        <source>草稿随时保存，可以离开，以后接着做。</source>
        <translation>The draft is always saved; leave and resume at will.</translation>
    </message>
    <message>
        <source>规则从哪里开始</source>
        <translation>Rules to begin with</translation>
    </message>
    <message>
        <source>选择范围</source>
        <translation>Scope</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>一张确认卡</source>
        <translation>One card to confirm</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>¥k</translation>
    </message>
    <message>
        <source>上次看的页</source>
        <translation>The page last seen</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>买得少、看不出规律的客户，多久没买算什么；其余客户按各自的间隔，在盘点的规则里改。</source>
        <translation>For customers who buy too rarely to show a rhythm; all others go by their own gaps, set in the rules of a review.</translation>
    </message>
    <message>
        <source>任务排在这些天；法定节假日和调休另外算。已经排好的不动。</source>
        <translation>Tasks fall on these days; public holidays are observed as well. Tasks already set do not move.</translation>
    </message>
    <message>
        <source>元</source>
        <translation>¥</translation>
    </message>
    <message>
        <source>净贡献是毛利减去获客和服务的花费；填了这里，还减去欠款占用的资金和每次拜访的花费。</source>
        <translation>Net contribution is gross profit less the cost of winning and serving; with these filled in, also less the capital in unpaid bills and the cost of each visit.</translation>
    </message>
    <message>
        <source>净贡献的成本已改，客户的净贡献重新算过了。</source>
        <translation>The costs in net contribution have changed; it has been worked out again for all customers.</translation>
    </message>
    <message>
        <source>净贡献里的成本</source>
        <translation>Costs in net contribution</translation>
    </message>
    <message>
        <source>列表、看板和报告里的金额单位；英文界面用千元。</source>
        <translation>The money unit of lists, dashboard and reports; in English thousands of yuan.</translation>
    </message>
    <message>
        <source>印在每一页的下面。</source>
        <translation>Printed at the foot of every page.</translation>
    </message>
    <message>
        <source>台账位置</source>
        <translation>Ledger folder</translation>
    </message>
    <message>
        <source>客户盘点不联网：没有账号，不上传数据，不检查更新，也不收集使用情况。台账、备份和设置都只存在这台电脑上，复制或删除文件就是全部。</source>
        <translation>Pandian uses no network: no account, no upload, no update check, no usage data. Ledgers, backups and settings stay on this computer; copying or deleting the files is all there is.</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>布局已恢复，下次启动生效。</source>
        <translation>Layout reset, from the next start on.</translation>
    </message>
    <message>
        <source>开始时显示</source>
        <translation>Show at start</translation>
    </message>
    <message>
        <source>彩色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>总是逐步检查</source>
        <translation>Always step by step</translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation>Reset layout</translation>
    </message>
    <message>
        <source>成员 负责人 小时</source>
        <translation>members owners hours</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印颜色</source>
        <translation>Print colours</translation>
    </message>
    <message>
        <source>打开台账后先看到哪一页。</source>
        <translation>The page shown after a ledger is opened.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>拖入文件之后先看到什么。</source>
        <translation>What shows first after a file is dropped.</translation>
    </message>
    <message>
        <source>搜索设置</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>改动马上生效</source>
        <translation>Changes work at once</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>文字和间距一起变大或变小。</source>
        <translation>Text and spacing grow or shrink together.</translation>
    </message>
    <message>
        <source>流失界限</source>
        <translation>Churn limits</translation>
    </message>
    <message>
        <source>流失界限已改，客户重新判断过了。</source>
        <translation>Churn limits changed; all customers were judged anew.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>浅色或深色，打印总是白纸黑字。</source>
        <translation>Light or dark; paper is always black on white.</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>界面字号</source>
        <translation>Interface size</translation>
    </message>
    <message>
        <source>界面文字的语言；客户资料不会被翻译。</source>
        <translation>The language of the interface; customer data is never translated.</translation>
    </message>
    <message>
        <source>窗口大小、分栏和列宽回到最初的样子，下次启动生效。</source>
        <translation>Window size, panes and column widths go back to the start, from the next start on.</translation>
    </message>
    <message>
        <source>窗口大小、分栏和列宽都回到最初的样子？</source>
        <translation>Reset window size, panes and column widths?</translation>
    </message>
    <message>
        <source>窗口布局</source>
        <translation>Window layout</translation>
    </message>
    <message>
        <source>自动备份</source>
        <translation>Automatic backup</translation>
    </message>
    <message>
        <source>诊断包</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>运行日志和版本号，不含客户资料；出问题时可以发给懂的人看。</source>
        <translation>Run logs and version numbers without customer data, for someone who can help.</translation>
    </message>
    <message>
        <source>退出时、每 30 分钟、导入和盘点之前自动备份，放在台账旁边的「备份」文件夹。</source>
        <translation>Backed up at exit, every 30 minutes and before imports and reviews, in the backup folder beside the ledger.</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>General</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Money unit</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>页脚</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>高级</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>黑白友好</source>
        <translation>Black and white</translation>
    </message>
    <message>
        <source>黑白打印机用花纹和形状代替颜色。</source>
        <translation>Patterns and shapes instead of colours, for a black and white printer.</translation>
    </message>
</context>
<context>
    <name>SheetsStep</name>
    <message>
        <source>1 行</source>
        <translation>1 row</translation>
    </message>
    <message>
        <source>2 行</source>
        <translation>2 rows</translation>
    </message>
    <message>
        <source>3 行</source>
        <translation>3 rows</translation>
    </message>
    <message>
        <source>{0} · {1} 行</source>
        <translation>{0} · {1} {1:row|rows}</translation>
    </message>
    <message>
        <source>{0} 这张表共 {1} 行</source>
        <translation>{0} {1} {1:row|rows} in this table</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>从第几行起</source>
        <translation>From row</translation>
    </message>
    <message>
        <source>前 20 行原样</source>
        <translation>First 20 rows as they are</translation>
    </message>
    <message>
        <source>合计小计 {0} 行</source>
        <translation>{0} total {0:row|rows}</translation>
    </message>
    <message>
        <source>回款（一行一笔）</source>
        <translation>Payments (one payment per row)</translation>
    </message>
    <message>
        <source>客户清单（一行一位客户）</source>
        <translation>Customer list (one customer per row)</translation>
    </message>
    <message>
        <source>导入隐藏的 {0} 行</source>
        <translation>Import {0} hidden {0:row|rows}</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>已排除{0}。</source>
        <translation>Left out: {0}.</translation>
    </message>
    <message>
        <source>当作</source>
        <translation>Treat as</translation>
    </message>
    <message>
        <source>没有表头</source>
        <translation>No header</translation>
    </message>
    <message>
        <source>空行 {0} 行</source>
        <translation>{0} empty {0:row|rows}</translation>
    </message>
    <message>
        <source>第 {0} 行起的原样</source>
        <translation>As it stands from row {0} on</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>表头行加粗，隐藏的行颜色较浅；合计行、空行和说明会自动排除</source>
        <translation>Header rows are bold, hidden rows paler; totals, empty rows and notes are left out</translation>
    </message>
    <message>
        <source>说明 {0} 行</source>
        <translation>{0} {0:note|notes}</translation>
    </message>
    <message>
        <source>跟进记录（一行一次）</source>
        <translation>Contact log (one contact per row)</translation>
    </message>
    <message>
        <source>退货单号清单</source>
        <translation>List of returned orders</translation>
    </message>
    <message>
        <source>销售明细（一行一笔）</source>
        <translation>Sales lines (one sale per row)</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{0}，{1} 项</source>
        <translation>{0}, {1} {1:item|items}</translation>
    </message>
    <message>
        <source>台账：{0}</source>
        <translation>Ledger: {0}</translation>
    </message>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>未打开台账</source>
        <translation>No ledger open</translation>
    </message>
</context>
<context>
    <name>SignStep</name>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>上次 → 这次</source>
        <translation>Last → this</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>和上次盘点比，没有客户变动。</source>
        <translation>No customer changed since the last review.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>备注 {0} 条</source>
        <translation>{0} {0:note|notes}</translation>
    </message>
    <message>
        <source>存档后这次盘点锁定，不能再改；可以一步撤销，直到下一次盘点存档。</source>
        <translation>Once closed the review is locked; it can be undone in one step until the next one is closed.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>已看 {0} 位</source>
        <translation>{0} looked at</translation>
    </message>
    <message>
        <source>年采购额</source>
        <translation>Yearly purchases</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>手工定级 {0} 位</source>
        <translation>{0} set by hand</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>按数据写好的三句话，可以改</source>
        <translation>Three sentences from the data, editable</translation>
    </message>
    <message>
        <source>改级 {0} 位</source>
        <translation>{0} changed</translation>
    </message>
    <message>
        <source>没有可比的上次盘点。</source>
        <translation>No earlier review to compare.</translation>
    </message>
    <message>
        <source>没有逐个看，都按规则结果。</source>
        <translation>None looked at one by one; all as the rules say.</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>重新生成</source>
        <translation>Generate again</translation>
    </message>
</context>
<context>
    <name>SortDialog</name>
    <message>
        <source>也可以按住 Shift 点表头加一级。空的总在最后。</source>
        <translation>Shift+click on a header adds a level too. Empty cells always come last.</translation>
    </message>
    <message>
        <source>再加一级</source>
        <translation>Add a level</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>{0} 笔合计 {1}，与上面的数一致</source>
        <translation>{0} {0:line|lines}, total {1}, equal to the figure above</translation>
    </message>
    <message>
        <source>{0} 笔合计 {1}，数字正在重算</source>
        <translation>{0} {0:line|lines}, total {1}; the figure is being recomputed</translation>
    </message>
    <message>
        <source>{0}（手工改正）</source>
        <translation>{0} (corrected by hand)</translation>
    </message>
    <message>
        <source>关闭来源 (Esc)</source>
        <translation>Close sources (Esc)</translation>
    </message>
    <message>
        <source>原始行</source>
        <translation>Original row</translation>
    </message>
    <message>
        <source>打开原文件</source>
        <translation>Open original file</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>这个数字背后的明细</source>
        <translation>Lines behind this figure</translation>
    </message>
    <message>
        <source>这位客户只有一行总额 {0}，年采购额按总额除以年数算。</source>
        <translation>This customer has a single total of {0}; yearly purchases are that total divided by years.</translation>
    </message>
    <message>
        <source>（留空）</source>
        <translation>(left empty)</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>{0} › 第 {1} 行</source>
        <translation>{0} › row {1}</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>上一个 12 个月采购</source>
        <translation>Purchases of the 12 months before</translation>
    </message>
    <message>
        <source>历史采购总额</source>
        <translation>Lifetime purchases</translation>
    </message>
    <message>
        <source>手工录入</source>
        <translation>Entered by hand</translation>
    </message>
    <message>
        <source>整单已退，不计</source>
        <translation>Order fully returned, not counted</translation>
    </message>
    <message>
        <source>最近一次采购</source>
        <translation>Last purchase</translation>
    </message>
    <message>
        <source>累计采购</source>
        <translation>Total purchases</translation>
    </message>
    <message>
        <source>近 12 个月采购</source>
        <translation>12-month purchases</translation>
    </message>
    <message>
        <source>近 3 个月采购</source>
        <translation>3-month purchases</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>导入记录</source>
        <translation>Import history</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>待修</source>
        <translation>To repair</translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>支持 Excel、WPS 和 CSV 等表格；也可以把文件或文件夹拖进窗口，或复制表格后按 Ctrl+V。不会改动你的原文件。</source>
        <translation>Excel, WPS, CSV and other tables; you can also drop files or a folder on this window, or copy a table and press Ctrl+V. Your file is never changed.</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>最近导入过</source>
        <translation>Imported before</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>看待修的行</source>
        <translation>See rows to repair</translation>
    </message>
    <message>
        <source>粘贴表格</source>
        <translation>Paste table</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>选择要导入的台账</source>
        <translation>Choose a ledger to import</translation>
    </message>
</context>
<context>
    <name>Starts</name>
    <message>
        <source>上次用的方案和分界线，一个不改。</source>
        <translation>The schemes and lines of last time, unchanged.</translation>
    </message>
    <message>
        <source>上次盘点的规则</source>
        <translation>Rules of the last review</translation>
    </message>
    <message>
        <source>从空白开始</source>
        <translation>Begin with nothing</translation>
    </message>
    <message>
        <source>价值、二八、频次×采购量、成交状态一起看，降级有一成缓冲。</source>
        <translation>Value, Pareto, frequency × volume and grade side by side; a buffer of a tenth before anybody goes down.</translation>
    </message>
    <message>
        <source>价值为主，看商机、潜力和决策周期；半年没买才算有风险，新客户观察一年。</source>
        <translation>Value leads, with opportunities, potential and decision cycle; at risk after half a year only, new customers are watched for a year.</translation>
    </message>
    <message>
        <source>只按年采购额分，别的方案以后再加。</source>
        <translation>By yearly purchases only; other schemes later.</translation>
    </message>
    <message>
        <source>和客户列表现在用的一样。</source>
        <translation>The same as the customer list uses now.</translation>
    </message>
    <message>
        <source>模板：大客户、长周期</source>
        <translation>Template: large customers, long cycles</translation>
    </message>
    <message>
        <source>模板：批发经销</source>
        <translation>Template: wholesale</translation>
    </message>
    <message>
        <source>模板：零售、快消</source>
        <translation>Template: retail, consumer goods</translation>
    </message>
    <message>
        <source>现行规则</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>程序自带的分界线，四个方案一起看。</source>
        <translation>The lines that come with the program, four schemes side by side.</translation>
    </message>
    <message>
        <source>金额线低一档，加上 RFM 和 ABC；两个月没买就算有风险。</source>
        <translation>Lower lines, with RFM and ABC; at risk after two months.</translation>
    </message>
    <message>
        <source>默认规则</source>
        <translation>Default rules</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>上次备份 {0}</source>
        <translation>Last backup {0}</translation>
    </message>
    <message>
        <source>已自动保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>未打开台账</source>
        <translation>No ledger open</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>StepwiseView</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>其余各行还在读取；读完以后显示合计、列和问题。</source>
        <translation>The other rows are still being read; totals, columns and problems follow.</translation>
    </message>
    <message>
        <source>列对应</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>只导入 {0} 位客户，没有销售</source>
        <translation>Import {0} {0:customer|customers} only, no sales</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 {0} 位客户</source>
        <translation>Import {0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>工作表与表头</source>
        <translation>Sheets and headers</translation>
    </message>
    <message>
        <source>现在还没有写入任何数据。导入后可以一键撤销。</source>
        <translation>Nothing has been written yet. The import can be undone in one click.</translation>
    </message>
    <message>
        <source>确认问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>{0} 位客户可能重复</source>
        <translation>{0} {0:customer|customers} {0:may be a duplicate|may be duplicates}</translation>
    </message>
    <message>
        <source>{0}：{1} 列认出 {2} 列</source>
        <translation>{0}: {2} of {1} {1:column|columns} recognised</translation>
    </message>
    <message>
        <source>{0}：{1} 处</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>「{0}」没有读入</source>
        <translation>&quot;{0}&quot; was not read</translation>
    </message>
    <message>
        <source>先分开导入，之后可以核对</source>
        <translation>Imported separately, to be checked later</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>可以直接导入</source>
        <translation>Ready to import</translation>
    </message>
    <message>
        <source>台账里另有 {0} 位客户这次没有，会照样保留</source>
        <translation>{0} {0:customer|customers} of the ledger are not in this file; they stay as they are</translation>
    </message>
    <message>
        <source>和台账相比：新增 {0} 行、有变化 {1} 行、不变 {2} 行</source>
        <translation>Against the ledger: {0} new, {1} changed, {2} unchanged {2:row|rows}</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 {0} 位客户</source>
        <translation>Import {0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>导入前自动备份；导入后可以一键撤销。</source>
        <translation>Backed up first; can be undone in one click.</translation>
    </message>
    <message>
        <source>{0} 列认出 {1} 列</source>
        <translation>{1} of {0} {0:column|columns} recognised</translation>
    </message>
    <message>
        <source>{0} · {1} 张工作表 · 加进台账「{2}」</source>
        <translation>{0} · {1} {1:sheet|sheets} · adds to the ledger &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>{0} 张工作表没有单独导入</source>
        <translation>{0} {0:sheet is|sheets are} not imported on {0:its|their} own</translation>
    </message>
    <message>
        <source>{0} 张表</source>
        <translation>{0} {0:table|tables}</translation>
    </message>
    <message>
        <source>{0}是按内容认出的，请看一眼</source>
        <translation>{0} recognised by content, please have a look</translation>
    </message>
    <message>
        <source>{0}没有对应的字段，原文会保存在导入档案里</source>
        <translation>{0} without a field; the original text is kept in the import archive</translation>
    </message>
    <message>
        <source>另有 {0} 种原因，见「看工作表」</source>
        <translation>{0} more {0:reason|reasons} under See sheets</translation>
    </message>
    <message>
        <source>工作表「{0}」没有单独导入</source>
        <translation>Sheet &quot;{0}&quot; is not imported on its own</translation>
    </message>
    <message>
        <source>工作表「{0}」里只有客户资料，没有销售。如果有金额列，请指明是哪一列。</source>
        <translation>The sheet &quot;{0}&quot; holds customers only, no sales. If it has a column of amounts, please say which.</translation>
    </message>
    <message>
        <source>工作表「{0}」里没有认出{1}列，还不能导入。请指明是哪一列。</source>
        <translation>Sheet &quot;{0}&quot; has no known column for {1}, so it cannot be imported yet. Say which column it is.</translation>
    </message>
    <message>
        <source>工作表「{0}」里没有认出{1}列，这样导入只有客户、没有销售。请指明是哪一列。</source>
        <translation>Sheet &quot;{0}&quot; has no known column for {1}; imported like this there would be customers without sales. Say which column it is.</translation>
    </message>
    <message>
        <source>已有的内容会改变 {0} 格</source>
        <translation>{0} known {0:value|values} will change</translation>
    </message>
    <message>
        <source>指明是哪一列</source>
        <translation>Choose the column</translation>
    </message>
    <message>
        <source>日期、金额等写法已统一，原文可以查</source>
        <translation>Dates and amounts are now uniform; the original text is kept</translation>
    </message>
    <message>
        <source>旧值和新值逐格列出</source>
        <translation>Old and new values are listed cell by cell</translation>
    </message>
    <message>
        <source>没有变化，不用再导入</source>
        <translation>Nothing has changed; no need to import again</translation>
    </message>
    <message>
        <source>没有认出{0}列</source>
        <translation>No column for {0} found</translation>
    </message>
    <message>
        <source>照样导入</source>
        <translation>Import anyway</translation>
    </message>
    <message>
        <source>看修正</source>
        <translation>See corrections</translation>
    </message>
    <message>
        <source>看列对应</source>
        <translation>See columns</translation>
    </message>
    <message>
        <source>看变化</source>
        <translation>See changes</translation>
    </message>
    <message>
        <source>看工作表</source>
        <translation>See sheets</translation>
    </message>
    <message>
        <source>看问题</source>
        <translation>See problems</translation>
    </message>
    <message>
        <source>自动修正 {0} 格</source>
        <translation>{0} {0:cell|cells} corrected</translation>
    </message>
    <message>
        <source>读到 {0} 行、{1} 位客户</source>
        <translation>{0} {0:row|rows} and {1} {1:customer|customers} read</translation>
    </message>
    <message>
        <source>还有 {0} 个问题要问你</source>
        <translation>{0} questions first</translation>
    </message>
    <message>
        <source>还有一个问题要问你</source>
        <translation>One question first</translation>
    </message>
    <message>
        <source>逐步检查</source>
        <translation>Step by step</translation>
    </message>
</context>
<context>
    <name>TableMenus</name>
    <message>
        <source>升序</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>彻底删除…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <source>所有列适合宽度</source>
        <translation>Fit all columns</translation>
    </message>
    <message>
        <source>放回列表</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>适合内容的宽度</source>
        <translation>Fit this column</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>隐藏这一列</source>
        <translation>Hide this column</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>{0}（单选）</source>
        <translation>{0} (one only)</translation>
    </message>
    <message>
        <source>将去掉 {0} 位客户的「{1}」。</source>
        <translation>{0} {0:customer|customers} will lose the tag &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>将给 {0} 位客户加上「{1}」。</source>
        <translation>{0} {0:customer|customers} will get the tag &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>将给 {0} 位客户加上「{1}」，去掉「{2}」。</source>
        <translation>{0} {0:customer|customers} will get the tag &quot;{1}&quot; and lose &quot;{2}&quot;.</translation>
    </message>
    <message>
        <source>改标签</source>
        <translation>Change tags</translation>
    </message>
    <message>
        <source>放进</source>
        <translation>Put into</translation>
    </message>
    <message>
        <source>新建「{0}」</source>
        <translation>New &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>查找标签，没有的可以新建</source>
        <translation>Find a tag, or create one</translation>
    </message>
    <message>
        <source>还没有改动。</source>
        <translation>No changes yet.</translation>
    </message>
    <message>
        <source>选中的 {0} 位客户。半选的标签只有一部分客户有，不点就不变。</source>
        <translation>{0} selected {0:customer|customers}. Half-ticked tags are on some of them and stay unless clicked.</translation>
    </message>
</context>
<context>
    <name>TagManager</name>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>不要颜色</source>
        <translation>No colour</translation>
    </message>
    <message>
        <source>先选一个标签</source>
        <translation>Select a tag first</translation>
    </message>
    <message>
        <source>先选一个组</source>
        <translation>Select a group first</translation>
    </message>
    <message>
        <source>全部组</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除选中的 {0} 个标签？</source>
        <translation>Delete the {0} selected {0:tag|tags}?</translation>
    </message>
    <message>
        <source>单选：每位客户最多一个</source>
        <translation>One only: at most one per customer</translation>
    </message>
    <message>
        <source>合并…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>它们会从 {0} 处客户上去掉，可以撤销。</source>
        <translation>They will be taken off in {0} {0:place|places}; this can be undone.</translation>
    </message>
    <message>
        <source>已撤销。</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>查找标签</source>
        <translation>Find a tag</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>标签管理</source>
        <translation>Manage tags</translation>
    </message>
    <message>
        <source>组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>客户（位）</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>橙色</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>灰色</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>紫色</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>红色</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>绿色</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>蓝色</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>金色</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>青色</source>
        <translation>Teal</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>{0}标签</source>
        <translation>{0} tags</translation>
    </message>
    <message>
        <source>价值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>决策周期短</source>
        <translation>Quick to decide</translation>
    </message>
    <message>
        <source>决策周期长</source>
        <translation>Slow to decide</translation>
    </message>
    <message>
        <source>反馈价格高</source>
        <translation>Finds it expensive</translation>
    </message>
    <message>
        <source>咨询未成交</source>
        <translation>Asked, not bought</translation>
    </message>
    <message>
        <source>快速决策型</source>
        <translation>Decides quickly</translation>
    </message>
    <message>
        <source>新客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>流失风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>稳定合作</source>
        <translation>Steady</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>细分</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>自定义</source>
        <translation>Own tags</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>谨慎评估型</source>
        <translation>Weighs carefully</translation>
    </message>
    <message>
        <source>长期培育</source>
        <translation>Long nurture</translation>
    </message>
    <message>
        <source>长期犹豫型</source>
        <translation>Hesitates long</translation>
    </message>
    <message>
        <source>间歇合作</source>
        <translation>On and off</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>高频咨询未成交</source>
        <translation>Asks often, not bought</translation>
    </message>
</context>
<context>
    <name>TaskDesk</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>下一个工作日</source>
        <translation>Next working day</translation>
    </message>
    <message>
        <source>下周一</source>
        <translation>Next Monday</translation>
    </message>
    <message>
        <source>全部改到下一个工作日</source>
        <translation>Move all to the next working day</translation>
    </message>
    <message>
        <source>均匀排到接下来 5 个工作日</source>
        <translation>Spread over the next 5 working days</translation>
    </message>
    <message>
        <source>已取消 {0} 件逾期任务。</source>
        <translation>{0} overdue {0:task|tasks} cancelled.</translation>
    </message>
    <message>
        <source>已取消：{0}</source>
        <translation>Cancelled: {0}</translation>
    </message>
    <message>
        <source>已完成：{0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>已推后 {0} 件不急的任务。</source>
        <translation>{0} less urgent {0:task|tasks} put off.</translation>
    </message>
    <message>
        <source>已改期 {0} 件。</source>
        <translation>{0} {0:task|tasks} moved.</translation>
    </message>
    <message>
        <source>已改期。</source>
        <translation>Moved.</translation>
    </message>
    <message>
        <source>已新建任务。</source>
        <translation>Task created.</translation>
    </message>
    <message>
        <source>已记录跟进。</source>
        <translation>Contact logged.</translation>
    </message>
    <message>
        <source>已采用 {0} 年放假安排，{1} 件任务改了日期。</source>
        <translation>Holiday calendar {0} in use; {1} {1:task|tasks} {1:has|have} new dates.</translation>
    </message>
    <message>
        <source>推迟到哪天</source>
        <translation>Put off to</translation>
    </message>
    <message>
        <source>有 {0} 件逾期。不急的可以一次改期。</source>
        <translation>{0} {0:task|tasks} {0:is|are} late. Move the less urgent ones together.</translation>
    </message>
    <message>
        <source>这些不再需要</source>
        <translation>These are no longer needed</translation>
    </message>
    <message>
        <source>这件已经完成。要放回来请用「撤销」。</source>
        <translation>This task is done. Use Undo to bring it back.</translation>
    </message>
    <message>
        <source>这次不需要了</source>
        <translation>Not needed this time</translation>
    </message>
    <message>
        <source>选择放假安排</source>
        <translation>Choose a holiday calendar</translation>
    </message>
    <message>
        <source>选日期…</source>
        <translation>Choose a date…</translation>
    </message>
    <message>
        <source>重要的排在前面；可以撤销。</source>
        <translation>Important ones first; can be undone.</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>{0} 不上班</source>
        <translation>{0} is not a working day</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>写清要做什么；客户要从列表里选，或者留空</source>
        <translation>Say what is to be done; pick the customer from the list or leave it empty</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户（可不选）</source>
        <translation>Customer (optional)</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>新建任务</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>未分配</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>突发，排在最前</source>
        <translation>Urgent incident, comes first</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>完成	Space</source>
        <translation>Done	Space</translation>
    </message>
    <message>
        <source>打开客户	F2</source>
        <translation>Open customer	F2</translation>
    </message>
    <message>
        <source>推迟…	P</source>
        <translation>Put off…	P</translation>
    </message>
    <message>
        <source>记录跟进…	Enter</source>
        <translation>Log a contact…	Enter</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>24 小时内更新资料和标签</source>
        <translation>Update data and tags within 24 hours</translation>
    </message>
    <message>
        <source>{0} 到期</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <source>{0} 已完成</source>
        <translation>{0} done</translation>
    </message>
    <message>
        <source>{0}：放假</source>
        <translation>{0}: holiday</translation>
    </message>
    <message>
        <source>{day}：{count} 件</source>
        <translation>{day}: {count}</translation>
    </message>
    <message>
        <source>下周</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>不重要 · 不紧急</source>
        <translation>Minor, can wait</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>休</source>
        <translation>off</translation>
    </message>
    <message>
        <source>先做什么</source>
        <translation>What first</translation>
    </message>
    <message>
        <source>刚刚发生</source>
        <translation>Just now</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已撤销：{0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>手工任务</source>
        <translation>Own task</translation>
    </message>
    <message>
        <source>报主管</source>
        <translation>Tell the manager</translation>
    </message>
    <message>
        <source>报老板</source>
        <translation>Tell the boss</translation>
    </message>
    <message>
        <source>按客户的重要程度和到期日自动排</source>
        <translation>Sorted by the customer&apos;s importance and the due date</translation>
    </message>
    <message>
        <source>推迟</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>提醒负责人</source>
        <translation>Remind the owner</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>紧急 · 不重要</source>
        <translation>Urgent, minor</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>还有 {0} 件，再显示一些</source>
        <translation>{0} more, show some</translation>
    </message>
    <message>
        <source>还没有改动。</source>
        <translation>No changes yet.</translation>
    </message>
    <message>
        <source>逾期 {0} 天</source>
        <translation>{0} {0:day|days} late</translation>
    </message>
    <message>
        <source>重要 · 不紧急</source>
        <translation>Important, can wait</translation>
    </message>
    <message>
        <source>重要 · 紧急</source>
        <translation>Important, urgent</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{0}」</source>
        <translation>&quot;{0}&quot;</translation>
    </message>
    <message>
        <source>客户盘点</source>
        <translation>Pandian</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>TierBars</name>
    <message>
        <source>{0} 位</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}：{1} 位，{2}</source>
        <translation>{0}: {1} {1:customer|customers}, {2}</translation>
    </message>
    <message>
        <source>客户数</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>采购额</source>
        <translation>Purchases</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>{0} · {1} 项今天已完成</source>
        <translation>{0} · {1} done today</translation>
    </message>
    <message>
        <source>{0} 件还没有负责人。</source>
        <translation>{0} {0:task|tasks} {0:has|have} no owner.</translation>
    </message>
    <message>
        <source>{0} 项待办</source>
        <translation>{0} to do</translation>
    </message>
    <message>
        <source>七天以后还有 {0} 件。</source>
        <translation>{0} more after seven days.</translation>
    </message>
    <message>
        <source>不急的可以一次改期</source>
        <translation>Move the less urgent ones together</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天排得太满：每人每天最多 4 次拜访、15 个电话，有 {0} 件超出。</source>
        <translation>Today is too full: at most 4 visits and 15 calls per person, {0} are beyond.</translation>
    </message>
    <message>
        <source>今天有 {0} 件事。</source>
        <translation>{0} {0:thing|things} today.</translation>
    </message>
    <message>
        <source>今天有 {0} 件事，另有 {1} 件逾期。</source>
        <translation>{0} {0:thing|things} today, and {1} late.</translation>
    </message>
    <message>
        <source>今天没有要做的事</source>
        <translation>Nothing to do today</translation>
    </message>
    <message>
        <source>做完一次盘点，系统会按策略给每位客户排好任务；也可以自己新建。</source>
        <translation>Once a review is done, the playbooks set tasks for every customer; you can also add your own.</translation>
    </message>
    <message>
        <source>全部负责人</source>
        <translation>All owners</translation>
    </message>
    <message>
        <source>再点一次，看全部。</source>
        <translation>Click again to see all.</translation>
    </message>
    <message>
        <source>去盘点</source>
        <translation>Go to review</translation>
    </message>
    <message>
        <source>后面还有 {0} 件。</source>
        <translation>{0} more.</translation>
    </message>
    <message>
        <source>导入放假安排…</source>
        <translation>Import holiday calendar…</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>打印今日清单</source>
        <translation>Print today&apos;s list</translation>
    </message>
    <message>
        <source>把不急的推到后面</source>
        <translation>Put off the less urgent</translation>
    </message>
    <message>
        <source>按日期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>按轻重缓急</source>
        <translation>By priority</translation>
    </message>
    <message>
        <source>接下来 7 天</source>
        <translation>Next 7 days</translation>
    </message>
    <message>
        <source>整理逾期…</source>
        <translation>Sort out late tasks…</translation>
    </message>
    <message>
        <source>有任务排在放假安排还没公布的年份，先按周一到周五算。</source>
        <translation>Some tasks fall in years whose holidays are not out yet; Monday to Friday is used.</translation>
    </message>
    <message>
        <source>未分配</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>还没有任务。</source>
        <translation>No tasks yet.</translation>
    </message>
    <message>
        <source>这一周没有任务。</source>
        <translation>No tasks this week.</translation>
    </message>
    <message>
        <source>这一格没有任务。</source>
        <translation>No tasks in this box.</translation>
    </message>
</context>
<context>
    <name>TunedCard</name>
    <message>
        <source>不用</source>
        <translation>No</translation>
    </message>
    <message>
        <source>先看会怎么变，再决定用不用。</source>
        <translation>See what would change, then decide.</translation>
    </message>
    <message>
        <source>没有采购额大于零的客户，没有可画的分布。</source>
        <translation>No customer has purchases above zero, so there is no distribution to draw.</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>金额差别太小，分不出档，没有可建议的线。</source>
        <translation>The amounts differ too little for lines to be suggested.</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>{0} 处内容改回原样</source>
        <translation>restore {0} {0:value|values}</translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>This will {0}.</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>保留 {0} 项，因为之后有人改过或用到：</source>
        <translation>{0} kept, because edited or used since:</translation>
    </message>
    <message>
        <source>做不到 {0} 项：</source>
        <translation>{0} not possible:</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>撤销这次导入？</source>
        <translation>Undo this import?</translation>
    </message>
    <message>
        <source>没有要移走的内容</source>
        <translation>remove nothing</translation>
    </message>
    <message>
        <source>移走 {0} 位客户</source>
        <translation>remove {0} {0:customer|customers}</translation>
    </message>
    <message>
        <source>移走 {0} 条回款或跟进记录</source>
        <translation>remove {0} {0:payment or log entry|payments or log entries}</translation>
    </message>
    <message>
        <source>移走 {0} 行明细</source>
        <translation>remove {0} {0:line|lines}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>上一页 (PageUp)</source>
        <translation>Previous page (PageUp)</translation>
    </message>
    <message>
        <source>下一页 (PageDown)</source>
        <translation>Next page (PageDown)</translation>
    </message>
    <message>
        <source>放大 (+)</source>
        <translation>Zoom in (+)</translation>
    </message>
    <message>
        <source>缩小 (-)</source>
        <translation>Zoom out (-)</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
</context>
<context>
    <name>WalkCard</name>
    <message>
        <source>上次 → 这次</source>
        <translation>Last → this</translation>
    </message>
    <message>
        <source>上一位（退格）</source>
        <translation>Back (Backspace)</translation>
    </message>
    <message>
        <source>下一位（空格）</source>
        <translation>Next (Space)</translation>
    </message>
    <message>
        <source>不加标签「流失风险」  R</source>
        <translation>Do not tag &quot;At risk&quot;  R</translation>
    </message>
    <message>
        <source>不限期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>以往</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>升一档  ↑</source>
        <translation>Tier up  ↑</translation>
    </message>
    <message>
        <source>备注  N</source>
        <translation>Note  N</translation>
    </message>
    <message>
        <source>备注，会写进盘点册</source>
        <translation>Note, kept in the review book</translation>
    </message>
    <message>
        <source>存档时取消手工定级「{0}」：{2}</source>
        <translation>Lifted when filed: &quot;{0}&quot; set by hand, {2}</translation>
    </message>
    <message>
        <source>已改级，规则结果是</source>
        <translation>Tier changed; the rule says</translation>
    </message>
    <message>
        <source>建议加标签「流失风险」  R</source>
        <translation>Suggested tag &quot;At risk&quot;  R</translation>
    </message>
    <message>
        <source>保留手工定级  U</source>
        <translation>Keep the tier set by hand  U</translation>
    </message>
    <message>
        <source>取消手工定级  U</source>
        <translation>Undo the tier set by hand  U</translation>
    </message>
    <message>
        <source>手工定级  P</source>
        <translation>Set the tier by hand  P</translation>
    </message>
    <message>
        <source>手工定级「{0}」{1} 已到期：{2}。P 延长或改，U 取消</source>
        <translation>&quot;{0}&quot; set by hand ran out {1}: {2}. P to prolong or change, U to lift</translation>
    </message>
    <message>
        <source>手工定级「{0}」到 {1}：{2}</source>
        <translation>&quot;{0}&quot; set by hand until {1}: {2}</translation>
    </message>
    <message>
        <source>手工定级，规则结果是</source>
        <translation>set by hand; the rules say </translation>
    </message>
    <message>
        <source>按分级</source>
        <translation>By tier</translation>
    </message>
    <message>
        <source>接受 {0}  Enter</source>
        <translation>Accept {0}  Enter</translation>
    </message>
    <message>
        <source>来源：{0} 笔合计 {1}</source>
        <translation>Sources: {0} {0:line|lines}, total {1}</translation>
    </message>
    <message>
        <source>每月采购</source>
        <translation>Purchases per month</translation>
    </message>
    <message>
        <source>策略</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>策略  S</source>
        <translation>Playbook  S</translation>
    </message>
    <message>
        <source>负责人 {0}</source>
        <translation>Owner {0}</translation>
    </message>
    <message>
        <source>还没有负责人</source>
        <translation>No owners yet</translation>
    </message>
    <message>
        <source>这次</source>
        <translation>This time</translation>
    </message>
    <message>
        <source>降一档  ↓</source>
        <translation>Tier down  ↓</translation>
    </message>
</context>
<context>
    <name>WalkQueue</name>
    <message>
        <source>全部客户（{0}）</source>
        <translation>All customers ({0})</translation>
    </message>
    <message>
        <source>差一点（{0}）</source>
        <translation>Borderline ({0})</translation>
    </message>
    <message>
        <source>手工定级到期或冲突（{0}）</source>
        <translation>Set by hand: ran out or against the rules ({0})</translation>
    </message>
    <message>
        <source>无法评级（{0}）</source>
        <translation>Cannot rate ({0})</translation>
    </message>
    <message>
        <source>有变化（{0}）</source>
        <translation>Changed ({0})</translation>
    </message>
    <message>
        <source>有风险（{0}）</source>
        <translation>At risk ({0})</translation>
    </message>
    <message>
        <source>要看的（{0}）</source>
        <translation>To look at ({0})</translation>
    </message>
</context>
<context>
    <name>WalkStep</name>
    <message>
        <source>↵ 接受 · ↑↓ 改级 · P 定级 · S 策略 · N 备注 · 空格 下一位 · F 换条件。没逐个看的按规则结果。</source>
        <translation>↵ accept · ↑↓ change tier · P set by hand · S strategy · N note · Space next · F filter. Those not looked at stay as the rules say.</translation>
    </message>
    <message>
        <source>其余 {0} 位都按规则结果接受了。</source>
        <translation>The remaining {0} have been accepted as the rules say.</translation>
    </message>
    <message>
        <source>其余全部接受</source>
        <translation>Accept all the rest</translation>
    </message>
    <message>
        <source>已看 {0} / {1}</source>
        <translation>{0} of {1} seen</translation>
    </message>
    <message>
        <source>换一个条件，或直接下一步。</source>
        <translation>Choose another filter, or go on.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>看哪些客户</source>
        <translation>Which customers to look at</translation>
    </message>
    <message>
        <source>要看的客户</source>
        <translation>Customers to look at</translation>
    </message>
    <message>
        <source>这里没有要看的客户</source>
        <translation>None to look at here</translation>
    </message>
    <message>
        <source>都看过了，按 ↵ 进入下一步。</source>
        <translation>All looked at; ↵ goes to the next step.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>也可以把 Excel 文件直接拖到这个窗口，或复制表格后按 Ctrl+V。</source>
        <translation>You can also drop an Excel file on this window, or copy a table and press Ctrl+V.</translation>
    </message>
    <message>
        <source>从一份台账开始盘点</source>
        <translation>Start reviewing from a ledger</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>导入我的 Excel</source>
        <translation>Import my Excel</translation>
    </message>
    <message>
        <source>建一本空白台账</source>
        <translation>Start a blank ledger</translation>
    </message>
    <message>
        <source>恢复这份备份</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>所有数据只存在这台电脑上，不需要联网，也不需要注册。</source>
        <translation>Everything stays on this computer. No network, no sign-up.</translation>
    </message>
    <message>
        <source>打开已有台账…</source>
        <translation>Open a ledger…</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open example</translation>
    </message>
    <message>
        <source>打开示例台账</source>
        <translation>Open the example ledger</translation>
    </message>
    <message>
        <source>支持 .xlsx、.xls 和 .csv，WPS 保存的也可以。不会改动你的原文件。</source>
        <translation>.xlsx, .xls and .csv, also from WPS. Your file is never changed.</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>最近一次完好的备份是{0}，包含 {1} 位客户。</source>
        <translation>The last good backup is from {0}, with {1} {1:customer|customers}.</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>正在恢复备份</source>
        <translation>Restoring the backup</translation>
    </message>
    <message>
        <source>看 3 分钟入门</source>
        <translation>3-minute introduction</translation>
    </message>
    <message>
        <source>空白模板…</source>
        <translation>Blank template…</translation>
    </message>
    <message>
        <source>约 300 位虚构客户、两年交易和跟进，随时可以整本删除。</source>
        <translation>About 300 made-up customers with two years of deals and contacts; delete it whenever you like.</translation>
    </message>
    <message>
        <source>自己一条条录入，以后也可以再导入。</source>
        <translation>Enter customers one by one; you can still import later.</translation>
    </message>
    <message>
        <source>还没有客户</source>
        <translation>No customers yet</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>为什么「{0}」</source>
        <translation>Why &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>为什么是「{0}」</source>
        <translation>Why &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>导入的标签写着「{0}」，和算出来的不同。</source>
        <translation>The imported tag says &quot;{0}&quot;, which differs from the computed tier.</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源 {0} 笔</source>
        <translation>{0} {0:line|lines}</translation>
    </message>
    <message>
        <source>画像：{0}</source>
        <translation>Portrait: {0}</translation>
    </message>
    <message>
        <source>系统建议改为「{0}」，下次盘点时确认。</source>
        <translation>The rule suggests &quot;{0}&quot;; confirm it in the next review.</translation>
    </message>
    <message>
        <source>这一级是手工定的，规则结果是「{0}」。</source>
        <translation>This tier was set by hand; the rule says &quot;{0}&quot;.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>保存空白模板</source>
        <translation>Save blank template</translation>
    </message>
    <message>
        <source>先打开或新建一本台账</source>
        <translation>Open or create a ledger first</translation>
    </message>
    <message>
        <source>先把光标放进可以编辑的地方</source>
        <translation>Put the cursor where you can edit first</translation>
    </message>
    <message>
        <source>导出诊断包</source>
        <translation>Export diagnostics</translation>
    </message>
    <message>
        <source>已保存「{0}」。填好后拖进窗口就能导入。</source>
        <translation>&quot;{0}&quot; saved. Fill it in and drop it on the window to import.</translation>
    </message>
    <message>
        <source>已经是最大</source>
        <translation>Already the largest</translation>
    </message>
    <message>
        <source>已经是最小</source>
        <translation>Already the smallest</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>没有可以撤销的操作</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>没有可以重做的操作</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <source>看的就是今天</source>
        <translation>It is today that is shown</translation>
    </message>
    <message>
        <source>诊断包已保存，里面没有客户资料。</source>
        <translation>Diagnostics saved, without customer data.</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>R、F、M 三项得分高于平均为高，分成重要与一般各四类；客户少、单子大时只作参考。</source>
        <translation>Each of R, F and M above the mean is high; that makes four key and four standard types. For orientation where customers are few and orders large.</translation>
    </message>
    <message>
        <source>{0}（观察）</source>
        <translation>{0} (watched)</translation>
    </message>
    <message>
        <source>{gap} 天内没有新订单，转为{tier}</source>
        <translation>{tier} after {gap} {gap:day|days} without a new order</translation>
    </message>
    <message>
        <source>{gap} 天前还是{tier}</source>
        <translation>was {tier} until {gap} {gap:day|days} ago</translation>
    </message>
    <message>
        <source>{grade_order_days} 天内有订单是 A 成交；有商机、{grade_quote_days} 天内报过价或 {grade_seed_days} 天内互动 {grade_seed_contacts} 次是 B 种子；{grade_contact_days} 天内有互动是 C 潜在；其余 D 沉默。</source>
        <translation>An order within {grade_order_days} days is A Won; an opportunity, a quote within {grade_quote_days} days or {grade_seed_contacts} contacts within {grade_seed_days} days is B Seed; a contact within {grade_contact_days} days is C Potential; the rest D Silent.</translation>
    </message>
    <message>
        <source>下一单就不再是流失风险；稳定还是间歇，要看到时候的间隔</source>
        <translation>the next order ends the risk of churn; whether it is steady or intermittent shows with the interval then</translation>
    </message>
    <message>
        <source>下一单就成为{tier}</source>
        <translation>the next order makes {tier}</translation>
    </message>
    <message>
        <source>不止差一项，要成为忠诚还差：{0}</source>
        <translation>more than one thing is lacking; for loyal it takes {0}</translation>
    </message>
    <message>
        <source>不满足{gap}，就不再是{tier}</source>
        <translation>without {gap}, no longer {tier}</translation>
    </message>
    <message>
        <source>丢 {gap:short} 分就降为{tier}</source>
        <translation>{gap:short} fewer points make {tier}</translation>
    </message>
    <message>
        <source>丢 {gap} 分就降为{tier}</source>
        <translation>{gap} fewer points make {tier}</translation>
    </message>
    <message>
        <source>九项指标各换成 0 到 100 分，按权重合成：80 分以上优，60 良，40 中；已知指标的权重不足 {score_coverage:percent} 不评。</source>
        <translation>Nine measures become 0 to 100 points each and are weighed: 80 and more excellent, 60 good, 40 fair. No score where less than {score_coverage:percent} of the weight is known.</translation>
    </message>
    <message>
        <source>介绍客户、占他采购一半、推荐 9 分、买两类，再有一样就成为{tier}</source>
        <translation>referrals, half of his need, a 9 as recommendation, two categories: one more of them makes {tier}</translation>
    </message>
    <message>
        <source>介绍客户、占他采购一半、推荐 9 分、买两类，少了现有的 {gap} 样就变为{tier}</source>
        <translation>referrals, half of his need, a 9 as recommendation, two categories: without the {gap} there {gap:is|are} now, {tier}</translation>
    </message>
    <message>
        <source>介绍客户、推荐 9 分、买两类，再有一样就升为{tier}</source>
        <translation>referrals, a 9 as recommendation, two categories: one of them makes {tier}</translation>
    </message>
    <message>
        <source>介绍客户、推荐 9 分、买两类，都没有就降为{tier}</source>
        <translation>referrals, a 9 as recommendation, two categories: without any, {tier}</translation>
    </message>
    <message>
        <source>从商机到下单快 {gap:short} 天成为{tier}</source>
        <translation>{gap:short} days less from opportunity to order make {tier}</translation>
    </message>
    <message>
        <source>从商机到下单慢 {gap:short} 天就变为{tier}</source>
        <translation>{gap:short} days more from opportunity to order make {tier}</translation>
    </message>
    <message>
        <source>从商机到下单的天数：{fast} 天内快速，{cautious} 天内谨慎，更久或商机开了 {stale} 天还没定是长期犹豫。</source>
        <translation>Days from opportunity to order: within {fast} fast, within {cautious} cautious; longer, or open for {stale} days, hesitant.</translation>
    </message>
    <message>
        <source>从大到小累计：合起来占 {abc_a:percent} 的是 A，到 {abc_b:percent} 的是 B，其余是 C；跨线的那一位算在上面。</source>
        <translation>From the largest: A makes up {abc_a:percent}, A and B {abc_b:percent}, the rest is C; who crosses a line is above it.</translation>
    </message>
    <message>
        <source>再过 {gap} 天没有互动，转为{tier}</source>
        <translation>{gap} more days without contact make {tier}</translation>
    </message>
    <message>
        <source>分成 {k} 组，轮廓系数 {silhouette:ratio}。</source>
        <translation>{k} groups, silhouette {silhouette:ratio}.</translation>
    </message>
    <message>
        <source>参加打分的 {population} 位，{mode}。</source>
        <translation>{population} are scored, {mode}.</translation>
    </message>
    <message>
        <source>只变一项换不了级，要几项一起变</source>
        <translation>one thing alone changes nothing; several have to change together</translation>
    </message>
    <message>
        <source>各位客户的金额相同，无法区分。</source>
        <translation>All customers have the same amount; there is nothing to part.</translation>
    </message>
    <message>
        <source>按三等分（客户少）</source>
        <translation>by thirds (few customers)</translation>
    </message>
    <message>
        <source>每位客户已经留下多少、往后还可能带来多少；复购模型先过检验，过不了就用简单算法，并说明原因。</source>
        <translation>What each customer has left so far, and may still bring; the repurchase model has to pass its checks first, or a simple method is used, with the reason.</translation>
    </message>
    <message>
        <source>没有一位是正数，累计不出贡献，都归 C。</source>
        <translation>Nobody is positive; there is no share to add up, all are C.</translation>
    </message>
    <message>
        <source>没有有效互动就变为{tier}</source>
        <translation>without any real contact, {tier}</translation>
    </message>
    <message>
        <source>没有流失风险</source>
        <translation>no risk of churn</translation>
    </message>
    <message>
        <source>自己定的卡片，从上往下看，先满足哪张卡片就归哪一档。</source>
        <translation>Your own cards: from top to bottom, the first that fits decides.</translation>
    </message>
    <message>
        <source>自然断点跟着所有客户的数据一起变，说不出还差多少</source>
        <translation>natural breaks move with everybody&apos;s data, so no distance can be told</translation>
    </message>
    <message>
        <source>让数据自己分组：按金额、购买天数、最近一次把相像的放在一起；数据变了组也会变，只供参考，不排任务。</source>
        <translation>Data forms the groups: alike in amount, purchase days and last purchase. They change with the data, serve as a hint and make no tasks.</translation>
    </message>
    <message>
        <source>购买间隔的离散低 {gap:ratio} 就成为{tier}</source>
        <translation>a spread of intervals {gap:ratio} lower makes {tier}</translation>
    </message>
    <message>
        <source>购买间隔的离散高 {gap:ratio} 就变为{tier}</source>
        <translation>a spread of intervals {gap:ratio} higher makes {tier}</translation>
    </message>
    <message>
        <source>过线 {gap} 天，来一次就回到正常</source>
        <translation>{gap} days over the line; one purchase brings him back to normal</translation>
    </message>
    <message>
        <source>金额再多 {gap}变为{tier}</source>
        <translation>{gap} more in sales makes {tier}</translation>
    </message>
    <message>
        <source>金额少 {gap}就变为{tier}</source>
        <translation>{gap} less in sales makes {tier}</translation>
    </message>
    <message>
        <source>价值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>{0}再多 {1}</source>
        <translation>{0} up by {1}</translation>
    </message>
    <message>
        <source>{0}少 {1}</source>
        <translation>{0} down by {1}</translation>
    </message>
    <message>
        <source>{gap}就变为{tier}</source>
        <translation>{gap} makes {tier}</translation>
    </message>
    <message>
        <source>介绍客户、占他采购一半、推荐 9 分、买两类里的一样</source>
        <translation>a referral, half of his purchases, a recommendation of 9, or one of two categories</translation>
    </message>
    <message>
        <source>其中任一项（{0}）</source>
        <translation>any of ({0})</translation>
    </message>
    <message>
        <source>再下 {gap} 单成为{tier}</source>
        <translation>{gap} more {gap:order|orders} make {tier}</translation>
    </message>
    <message>
        <source>再买 {gap} 次就看得出规律，间隔整齐的是{tier}</source>
        <translation>{gap} more purchases show a rhythm; a regular one makes {tier}</translation>
    </message>
    <message>
        <source>再买一次，不管金额，就变为{tier}</source>
        <translation>one more purchase of any amount makes {tier}</translation>
    </message>
    <message>
        <source>再增加 {gap}升为{tier}</source>
        <translation>{gap} more makes {tier}</translation>
    </message>
    <message>
        <source>再多买 {0} 天</source>
        <translation>{0} more purchase days</translation>
    </message>
    <message>
        <source>再多买 {gap} 天成为{tier}</source>
        <translation>{gap} more {gap:day|days} of purchases make {tier}</translation>
    </message>
    <message>
        <source>再得 {gap:short} 分升为{tier}</source>
        <translation>{gap:short} more points make {tier}</translation>
    </message>
    <message>
        <source>再得 {gap} 分升为{tier}</source>
        <translation>{gap} more points make {tier}</translation>
    </message>
    <message>
        <source>再有 {gap} 条不好的回答就降为{tier}</source>
        <translation>{gap} more bad {gap:answer|answers} make {tier}</translation>
    </message>
    <message>
        <source>再有 {gap} 条好的回答升为{tier}</source>
        <translation>{gap} more good {gap:answer|answers} make {tier}</translation>
    </message>
    <message>
        <source>再有 {gap} 次投诉就变为{tier}</source>
        <translation>{gap} more {gap:complaint|complaints} make {tier}</translation>
    </message>
    <message>
        <source>再有 {gap} 次有效互动变为{tier}</source>
        <translation>{gap} more real {gap:contact|contacts} make {tier}</translation>
    </message>
    <message>
        <source>再有互动就变为{tier}</source>
        <translation>a contact makes {tier}</translation>
    </message>
    <message>
        <source>再过 {gap} 天不来就转为{tier}</source>
        <translation>{tier} after {gap} more {gap:day|days} without an order</translation>
    </message>
    <message>
        <source>再过 {gap} 天不来，排名落到{tier}</source>
        <translation>{gap} more days without a purchase, and the rank falls to {tier}</translation>
    </message>
    <message>
        <source>再过 {gap} 天报价过期，转为{tier}</source>
        <translation>{tier} after {gap} more {gap:day|days}, when the quote runs out</translation>
    </message>
    <message>
        <source>分界：购买天数 {frequency_cut:short} 天，采购量 {volume_cut:wan}。</source>
        <translation>The lines: {frequency_cut:short} days of purchases, volume {volume_cut:wan}.</translation>
    </message>
    <message>
        <source>刚过线，来一次就回到正常</source>
        <translation>just over the line; one purchase and all is well</translation>
    </message>
    <message>
        <source>别的客户不变，他自己再多再少也还在这一级</source>
        <translation>the others as they are, more or less of his own changes nothing</translation>
    </message>
    <message>
        <source>只差一点，再多一点就升为{tier}</source>
        <translation>just short; a little more makes {tier}</translation>
    </message>
    <message>
        <source>合作少 {gap} 天就变为{tier}</source>
        <translation>{gap} fewer {gap:day|days} as a customer make {tier}</translation>
    </message>
    <message>
        <source>合作满一年</source>
        <translation>a full year as a customer</translation>
    </message>
    <message>
        <source>合作满一年、期内买 4 天以上、没有流失风险，并且介绍过客户、份额过半、愿意推荐或品类不止一个，是忠诚；刚开始的是新，其余摇摆。</source>
        <translation>A year or longer, 4 days of purchases in the period, no churn risk, and referrals, more than half of the need, a recommendation or several categories: loyal. Who has only begun is new, the rest swing.</translation>
    </message>
    <message>
        <source>和客户自己平时的购买间隔比：超过 {churn_watch:short} 倍该来未来，{churn_at_risk:short} 倍流失风险，{churn_churned:short} 倍已流失；买得太少的按 {calendar_watch}、{calendar_at_risk}、{calendar_churned} 个月算。</source>
        <translation>Against the customer&apos;s own usual gap: over {churn_watch:short} times due, {churn_at_risk:short} times at risk, {churn_churned:short} times lost; who bought too seldom counts by {calendar_watch}, {calendar_at_risk} and {calendar_churned} months.</translation>
    </message>
    <message>
        <source>商机一直没有定；以后的商机定得快，才会变</source>
        <translation>no opportunity was ever decided; only quicker decisions of later ones change it</translation>
    </message>
    <message>
        <source>四条好、四条坏逐条回答，好减坏 2 分以上优质，-2 分以下劣质；答够 3 条才评。</source>
        <translation>Four good and four bad points answered one by one; good less bad 2 or more is best, -2 or less worst. Rated from 3 answers.</translation>
    </message>
    <message>
        <source>在谈的商机没了就变为{tier}</source>
        <translation>{tier} once the opportunity under way is gone</translation>
    </message>
    <message>
        <source>少 {gap} 单就变为{tier}</source>
        <translation>{gap} fewer {gap:order|orders} make {tier}</translation>
    </message>
    <message>
        <source>少 {gap}就降为{tier}</source>
        <translation>{gap} less makes {tier}</translation>
    </message>
    <message>
        <source>少买 {gap} 次就看不出规律，变为{tier}</source>
        <translation>{gap} fewer purchases show no rhythm any more: {tier}</translation>
    </message>
    <message>
        <source>属性</source>
        <translation>Attributes</translation>
    </message>
    <message>
        <source>平均每月购买 1 次以上是高频，不到三个月 1 次是低频，其余中频。</source>
        <translation>Once a month or more on average is high, less than once in three months low, the rest medium.</translation>
    </message>
    <message>
        <source>年需求、我们没供的份额、增长、员工人数打分：6 分以上高，3 分以上中；知道的不足两项不评，手工评定优先。</source>
        <translation>Yearly need, share not yet ours, growth and staff are scored: 6 points and more high, 3 medium. Not rated where fewer than two are known; a rating by hand comes first.</translation>
    </message>
    <message>
        <source>我的方案</source>
        <translation>My schemes</translation>
    </message>
    <message>
        <source>手工评定的，只能由人来改</source>
        <translation>set by hand; only a person changes it</translation>
    </message>
    <message>
        <source>打分与聚类</source>
        <translation>Scores and groups</translation>
    </message>
    <message>
        <source>投诉 3 次以上或满意度不到 2 分要特别对待；近 {review_months} 个月平均每月有一次有效互动是紧密，有过是一般，没有是疏远。</source>
        <translation>3 complaints or more or satisfaction below 2 needs special care; a real contact a month over {review_months} months is close, some normal, none distant.</translation>
    </message>
    <message>
        <source>投诉没有了结就变为{tier}</source>
        <translation>{tier} while the complaint is not settled</translation>
    </message>
    <message>
        <source>按五等分</source>
        <translation>in five equal parts</translation>
    </message>
    <message>
        <source>按固定标准</source>
        <translation>by fixed limits</translation>
    </message>
    <message>
        <source>按客户资料里的「{view:view}」分组，金额大的在前。</source>
        <translation>Grouped by &quot;{view:view}&quot; of the customer data, largest amount first.</translation>
    </message>
    <message>
        <source>按资料分组，不分高低；资料改了，组就跟着改</source>
        <translation>grouped by details, none better than another; the group changes with the details</translation>
    </message>
    <message>
        <source>按近 {review_months} 个月净销售额：{value_high:wan}以上是高价值，{value_mid:wan}以上是中价值；不到的看有没有增长证据，有是潜力，没有是普通。</source>
        <translation>By net sales of {review_months} months: {value_high:wan} and more is High, {value_mid:wan} and more Medium; below that, Potential with evidence of growth, Standard without.</translation>
    </message>
    <message>
        <source>早来 {gap} 天就变为{tier}</source>
        <translation>{gap} days earlier make {tier}</translation>
    </message>
    <message>
        <source>最近购买的名次前进 1 位就变为{tier}</source>
        <translation>one rank up in recency makes {tier}</translation>
    </message>
    <message>
        <source>最近购买的名次后退 1 位就变为{tier}</source>
        <translation>one rank down in recency makes {tier}</translation>
    </message>
    <message>
        <source>有一次有效互动就变为{tier}</source>
        <translation>one real contact makes {tier}</translation>
    </message>
    <message>
        <source>有在谈的商机，或报一次价，就变为{tier}</source>
        <translation>an opportunity under way or a quote makes {tier}</translation>
    </message>
    <message>
        <source>有效互动少 {gap} 次就变为{tier}</source>
        <translation>{gap} fewer real {gap:contact|contacts} make {tier}</translation>
    </message>
    <message>
        <source>期内成交的客户太少，分不出前后。</source>
        <translation>Too few customers bought in the period to be ranked.</translation>
    </message>
    <message>
        <source>期内成交的客户按毛利排名：最前 {pareto_top:percent} 重点，最后 {pareto_bottom:percent} 末位，其余维持；缺成本的超过 {pareto_gaps:percent} 时改按净销售额。</source>
        <translation>Buyers of the period ranked by gross profit: the top {pareto_top:percent} key, the last {pareto_bottom:percent} bottom, the rest kept; by net sales where more than {pareto_gaps:percent} lack costs.</translation>
    </message>
    <message>
        <source>期内投诉少 {gap} 次就回到{tier}</source>
        <translation>{gap} fewer {gap:complaint|complaints} in the period bring back {tier}</translation>
    </message>
    <message>
        <source>横看近 {review_months} 个月购买天数，竖看采购量，两条分界线分出明星、流量、小溪、负担；首单不满 {exempt_months} 个月的负担先观察。</source>
        <translation>Days of purchases in {review_months} months across, volume up; two lines part star, flow, stream and burden. A burden whose first order is not {exempt_months} months old is watched first.</translation>
    </message>
    <message>
        <source>次数再多 {gap} 次变为{tier}</source>
        <translation>{gap} more purchases make {tier}</translation>
    </message>
    <message>
        <source>次数少 {gap} 次就变为{tier}</source>
        <translation>{gap} fewer purchases make {tier}</translation>
    </message>
    <message>
        <source>正好压线，再少一点就变为{tier}</source>
        <translation>just on the line, a little less makes {tier}</translation>
    </message>
    <message>
        <source>每月多买 {gap:ratio} 次升为{tier}</source>
        <translation>{gap:ratio} more purchases a month make {tier}</translation>
    </message>
    <message>
        <source>每月少买 {gap:ratio} 次就降为{tier}</source>
        <translation>{gap:ratio} fewer purchases a month make {tier}</translation>
    </message>
    <message>
        <source>毛利多 {gap}升为{tier}</source>
        <translation>{gap} more gross profit makes {tier}</translation>
    </message>
    <message>
        <source>毛利少 {gap}就降为{tier}</source>
        <translation>{gap} less gross profit makes {tier}</translation>
    </message>
    <message>
        <source>没买过的分潜在和意向（有商机，或 90 天内报过价）；买过的分现有和流失，流失的有新意向就是挽回中。</source>
        <translation>Who never bought is potential or intent (an opportunity, or a quote within 90 days); who bought is current or lost, and a lost one with new intent is being won back.</translation>
    </message>
    <message>
        <source>没处理完的投诉了结后升为{tier}</source>
        <translation>{tier} once the open complaint is settled</translation>
    </message>
    <message>
        <source>没有这一单就变为{tier}</source>
        <translation>{tier} without this order</translation>
    </message>
    <message>
        <source>没有这一次就变为{tier}</source>
        <translation>without this one, {tier}</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Churn</translation>
    </message>
    <message>
        <source>满意度到 3 分</source>
        <translation>a satisfaction of 3</translation>
    </message>
    <message>
        <source>满意度平均低 {gap:ratio} 分就变为{tier}</source>
        <translation>a satisfaction {gap:ratio} lower on average makes {tier}</translation>
    </message>
    <message>
        <source>满意度平均再高 {gap:ratio} 分升为{tier}</source>
        <translation>a satisfaction {gap:ratio} higher on average makes {tier}</translation>
    </message>
    <message>
        <source>满足{gap}，就符合{tier}</source>
        <translation>with {gap}, {tier}</translation>
    </message>
    <message>
        <source>潜力与忠诚</source>
        <translation>Potential and loyalty</translation>
    </message>
    <message>
        <source>潜力和忠诚交叉成九格，每格归哪一类可以改。</source>
        <translation>Potential and loyalty make nine cells; which class each is can be changed.</translation>
    </message>
    <message>
        <source>照这样再合作 {gap} 天成为{tier}</source>
        <translation>{gap} more {gap:day|days} as a customer like this make {tier}</translation>
    </message>
    <message>
        <source>看购买间隔是否有规律：至少买过 4 次，间隔离散不超过 0.5 是稳定，否则间歇；有流失风险的另列。</source>
        <translation>Whether purchases follow a rhythm: at least 4, spread no more than 0.5 is steady, else intermittent; who is at risk stands apart.</translation>
    </message>
    <message>
        <source>终身价值</source>
        <translation>Lifetime value</translation>
    </message>
    <message>
        <source>缺成本的客户太多，这里按净销售额排名。</source>
        <translation>Too many customers lack costs, so the ranking is by net sales.</translation>
    </message>
    <message>
        <source>缺成本的客户太多，这里按净销售额累计。</source>
        <translation>Too many customers lack costs, so net sales are added up.</translation>
    </message>
    <message>
        <source>自动分群</source>
        <translation>Automatic groups</translation>
    </message>
    <message>
        <source>自动分群没有固定的线，数据一变组也会变，说不出还差多少</source>
        <translation>Clusters have no fixed lines: when data changes they change, so no distance can be told</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>购买天数少 {gap} 天就变为{tier}</source>
        <translation>{gap} fewer {gap:day|days} of purchases make {tier}</translation>
    </message>
    <message>
        <source>购买次数的名次前进 1 位就变为{tier}</source>
        <translation>one rank up in frequency makes {tier}</translation>
    </message>
    <message>
        <source>购买次数的名次后退 1 位就变为{tier}</source>
        <translation>one rank down in frequency makes {tier}</translation>
    </message>
    <message>
        <source>近 {rfm_months} 个月成交的客户，按最近一次（R）、次数（F）、金额（M）各打 1 到 5 分，查表分成十一类；客户少、单子大时只作参考，先看价值和节奏。</source>
        <translation>Buyers of {rfm_months} months get 1 to 5 points for recency (R), frequency (F) and amount (M), which a table turns into eleven types. Where customers are few and orders large, look at value and rhythm first.</translation>
    </message>
    <message>
        <source>还没分到哪一级，谈不上升降；缺什么见理由</source>
        <translation>in no class yet, so no way up or down; the reason says what is missing</translation>
    </message>
    <message>
        <source>这一档不靠条件，排在最前面，没有更高的</source>
        <translation>this class has no conditions and stands first; there is none above</translation>
    </message>
    <message>
        <source>这是一个数，不分级，没有升降</source>
        <translation>this is a number, not a class; there is no way up or down</translation>
    </message>
    <message>
        <source>采购多 {gap}成为{tier}</source>
        <translation>{gap} more purchases make {tier}</translation>
    </message>
    <message>
        <source>采购少 {gap}就变为{tier}</source>
        <translation>{gap} less purchases make {tier}</translation>
    </message>
    <message>
        <source>采购量多 {gap:quantity} 成为{tier}</source>
        <translation>{gap:quantity} more volume makes {tier}</translation>
    </message>
    <message>
        <source>采购量少 {gap:quantity} 就变为{tier}</source>
        <translation>{gap:quantity} less volume makes {tier}</translation>
    </message>
    <message>
        <source>重新报价就变为{tier}</source>
        <translation>a new quote makes {tier}</translation>
    </message>
    <message>
        <source>重点的 {top_count} 位贡献了{metric:words}的 {top_share:percent}；八成只是经验，以实际为准。</source>
        <translation>The {top_count} key customers bring {top_share:percent} of {metric:words}; 80% is a rule of thumb, the actual figure counts.</translation>
    </message>
    <message>
        <source>金额的名次前进 1 位就变为{tier}</source>
        <translation>one rank up in amount makes {tier}</translation>
    </message>
    <message>
        <source>金额的名次后退 1 位就变为{tier}</source>
        <translation>one rank down in amount makes {tier}</translation>
    </message>
    <message>
        <source>销售额有多少压在少数客户身上；最大的客户走了会怎样。</source>
        <translation>How much of sales rests on few customers, and what happens if the largest goes.</translation>
    </message>
    <message>
        <source>集中度</source>
        <translation>Concentration</translation>
    </message>
</context>
<context>
    <name>_FieldBox</name>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>新建字段「{0}」</source>
        <translation>New field &quot;{0}&quot;</translation>
    </message>
</context>
<context>
    <name>_FreeAnswer</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>_Minutes</name>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>按分级</source>
        <translation>By tier</translation>
    </message>
</context>
<context>
    <name>_ModeBox</name>
    <message>
        <source>不动</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>只填空</source>
        <translation>Fill gaps</translation>
    </message>
    <message>
        <source>台账里已有的「{0}」</source>
        <translation>&quot;{0}&quot; already in the ledger</translation>
    </message>
    <message>
        <source>台账里已经有的，这一列怎么办</source>
        <translation>What this column does to what the ledger has already</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>追加</source>
        <translation>Append</translation>
    </message>
</context>
<context>
    <name>_OrderBox</name>
    <message>
        <source>「{0}」的日期次序</source>
        <translation>Order of dates in &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>年/月/日</source>
        <translation>Year/month/day</translation>
    </message>
    <message>
        <source>日/月/年</source>
        <translation>Day/month/year</translation>
    </message>
    <message>
        <source>月/日/年</source>
        <translation>Month/day/year</translation>
    </message>
</context>
<context>
    <name>_ProblemCard</name>
    <message>
        <source>{0} › {1} › 第 {2} 行</source>
        <translation>{0} › {1} › row {2}</translation>
    </message>
    <message>
        <source>{0} 处</source>
        <translation>{0} {0:place|places}</translation>
    </message>
    <message>
        <source>{0} 格</source>
        <translation>{0} {0:cell|cells}</translation>
    </message>
    <message>
        <source>一起处理：{0} 种写法</source>
        <translation>Treat equal cells at once: {0} {0:value|values}</translation>
    </message>
    <message>
        <source>不生成</source>
        <translation>No tasks</translation>
    </message>
    <message>
        <source>保留手工修改</source>
        <translation>Keep edits by hand</translation>
    </message>
    <message>
        <source>全部改成…</source>
        <translation>Change all to…</translation>
    </message>
    <message>
        <source>全部留空</source>
        <translation>Leave all empty</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>改好后按 Enter，只改这一格</source>
        <translation>Press Enter when done; only this cell changes</translation>
    </message>
    <message>
        <source>改成…</source>
        <translation>Change to…</translation>
    </message>
    <message>
        <source>放进待修区</source>
        <translation>To the repair area</translation>
    </message>
    <message>
        <source>涉及 {0} 元</source>
        <translation>¥{0} involved</translation>
    </message>
    <message>
        <source>照样导入</source>
        <translation>Import anyway</translation>
    </message>
    <message>
        <source>生成任务</source>
        <translation>Make tasks</translation>
    </message>
    <message>
        <source>用文件里的</source>
        <translation>Use the file&apos;s</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>还有 {0} 种写法没有列出，改完这些会接着列出。</source>
        <translation>{0} more {0:value follows|values follow} once these are changed.</translation>
    </message>
</context>
<context>
    <name>_YearBox</name>
    <message>
        <source>「{0}」的年份</source>
        <translation>Year of &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>哪一年</source>
        <translation>Year</translation>
    </message>
</context>
</TS>
