"""A paper before it is printed: its true pages, the printer, or a PDF file; as on the reports page."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.services.errors import AppError
from app.texts import fill
from app.ui import messages, theme
from app.ui.dialogs.base import Dialog
from app.ui.printing.layout import Document
from app.ui.printing.output import print_document, write_pdf
from app.ui.reporting import printer
from app.ui.reporting.viewer import Viewer
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class PrintDialog(Dialog):
    """`done` says afterwards what became of it: empty when nothing was printed or saved."""

    def __init__(self, document: Document, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(document.title, self.tr("打印…"), parent)
        self.setObjectName("print_dialog")
        self.resize(theme.px(760), theme.px(640))
        self._document, self._file_name = document, file_name
        self.done_text = ""
        self.viewer = Viewer()
        self.viewer.set_document(document)
        self.body.addWidget(self.viewer, 1)
        self._said = label("", "danger", wrap=True)
        self._said.setObjectName("print_said")
        self._said.hide()
        self.body.addWidget(self._said)
        pdf = button(self.tr("导出 PDF"), icon="pdf", slot=self._save_pdf)
        pdf.setObjectName("print_pdf")
        pdf.setAutoDefault(False)
        self.add_left(pdf)

    def accept(self) -> None:
        """Print, through the system's dialog; cancelled there, this one stays."""
        chosen = printer.choose_printer(self, self._document)
        if chosen is None:
            return
        try:
            print_document(self._document, chosen)
        except AppError as error:
            self._tell(error.sentence())
            return
        self.done_text = fill(self.tr("已送到打印机：{0} 页"), len(self._document.pages))
        super().accept()

    @Slot()
    def _save_pdf(self) -> None:
        chosen = messages.save_file(self, self.tr("导出 PDF"), self._file_name, messages.PDF)
        if not chosen:
            return
        target = Path(chosen).with_suffix(".pdf")
        try:
            write_pdf(self._document, target)
        except AppError as error:
            self._tell(error.sentence())
            return
        self.done_text = self.tr("已保存：{0}").format(target.name)
        super().accept()

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
