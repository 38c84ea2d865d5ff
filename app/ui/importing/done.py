"""After the import: what was written, adding up, and where to go next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.importing import agreement
from app.services.importing.results import ImportResult
from app.texts import fill
from app.ui import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.labels import label

WIDTH = 560
TEXT_WIDTH = 520


class DoneView(QWidget):
    """读到 = 新增 + 更新 + 不变 + 待修 + 跳过; next: the customers, a review, or undo."""

    customers_asked = Signal()
    review_asked = Signal()
    undo_asked = Signal()
    held_asked = Signal()
    duplicates_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_done")
        self._card = Card(self.tr("导入完成"))
        self._card.setFixedWidth(theme.px(WIDTH))
        self._sentence = label("", "body", wrap=True)
        self._facts = KeyValues()
        for key, name in (
            ("rows_read", self.tr("读到（行）")),
            ("created", self.tr("新增")),
            ("updated", self.tr("更新")),
            ("unchanged", self.tr("不变")),
            ("held", self.tr("待修")),
            ("skipped", self.tr("跳过")),
        ):
            self._facts.add(key, name)
        self._sentence.setFixedWidth(theme.px(TEXT_WIDTH))
        self._card.body.addWidget(self._sentence)
        self._card.body.addWidget(self._facts)
        self._alike = button("", "link", "merge", self.duplicates_asked.emit)
        self._alike.setObjectName("import_go_duplicates")
        self._card.body.addWidget(self._alike, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("撤销这次导入"), icon="undo", slot=self.undo_asked.emit))
        buttons.addStretch(1)
        self._held = button(self.tr("看待修的行"), icon="warning", slot=self.held_asked.emit)
        self._held.setObjectName("import_go_held")
        buttons.addWidget(self._held)
        self._review = button(self.tr("开始盘点"), slot=self.review_asked.emit)
        self._go = button(self.tr("去看客户"), "primary", slot=self.customers_asked.emit)
        self._go.setObjectName("import_go_customers")
        buttons.addWidget(self._review)
        buttons.addWidget(self._go)
        self._card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_result(self, result: ImportResult, *, reviews: bool, customers: bool) -> None:
        """`reviews` and `customers`: whether those pages are there."""
        counts, plan = result.counts, result.plan
        words = self.tr("已导入 {0} 位客户、{1} 行；{2} 行在待修区。")
        if not counts.held:
            words = self.tr("已导入 {0} 位客户、{1} 行，没有要修的行。")
        brought = fill(words, f"{plan.customers:,}", f"{counts.written:,}", f"{counts.held:,}")
        self._sentence.setText("\n".join((brought, *agreement.sums(plan))))
        self._sentence.ensurePolished()  # nested layouts do not ask a label for its height
        self._sentence.setFixedHeight(self._sentence.heightForWidth(theme.px(TEXT_WIDTH)))
        for key in ("rows_read", "created", "updated", "unchanged", "held", "skipped"):
            self._facts.set(key, f"{getattr(counts, key):,}")
        self._alike.setText(fill(self.tr("{0} 位客户可能重复，去看"), f"{plan.likely_duplicates:,}"))
        self._alike.setVisible(plan.likely_duplicates > 0)
        self._held.setVisible(counts.held > 0)
        self._review.setVisible(reviews)
        self._go.setVisible(customers)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """The keyboard stands on the way on: to the rows that wait, else to the customers."""
        (self._go if self._held.isHidden() else self._held).setFocus(Qt.FocusReason.OtherFocusReason)
