"""入门（3 分钟）: the way through a month in six lines, to be read once."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.texts import translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label


class GuideDialog(Dialog):
    """Six steps from an old Excel file to the report on the boss's desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("GuideDialog", "入门（3 分钟）"), "", parent)
        self.setMinimumWidth(theme.px(560))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        for row, (icon, title, text) in enumerate(self._steps()):
            grid.addWidget(IconLabel(icon, "accent", 24), row * 2, 0, 2, 1)
            grid.addWidget(label(title, "card"), row * 2, 1)
            grid.addWidget(label(text, "secondary", wrap=True), row * 2 + 1, 1)
        self.body.addLayout(grid)
        undo = self.tr("任何一步都可以撤销（Ctrl+Z），大的改动之前会自动备份，放心试。")
        self.body.addWidget(label(undo, "caption", wrap=True))

    def _steps(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "import",
                self.tr("把 Excel 台账拖进窗口"),
                self.tr("表头、合计行和列会自动认出来，并和合计对账；原文件不会改动。"),
            ),
            (
                "customers",
                self.tr("看客户"),
                self.tr("名单已按价值分好级。左边筛选，上面搜索（拼音首字母也行），右边是为什么。"),
            ),
            (
                "review",
                self.tr("每月盘点一次"),
                self.tr("选范围、看数据、调界线、逐个确认，签字后存档，以后随时能比较。"),
            ),
            (
                "playbook",
                self.tr("给每一级定策略"),
                self.tr("多久拜访、谁来做；右边马上看到一个月要多少小时。"),
            ),
            (
                "today",
                self.tr("照今日清单做"),
                self.tr("按重要和紧急排好。记一句跟进，任务自动完成并排出下一次。"),
            ),
            (
                "report",
                self.tr("打印月度报告"),
                self.tr("看到的页面就是打印的页面，也可以存成 PDF 或 Excel。"),
            ),
        )
