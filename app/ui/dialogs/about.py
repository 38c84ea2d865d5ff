"""关于与许可: what this is, which version, whose work it stands on."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import __version__
from app.texts import program_name
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.labels import label

LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("matplotlib", "PSF"),
    ("python-calamine", "MIT"),
    ("openpyxl", "MIT"),
    ("xlsxwriter", "BSD-2-Clause"),
    ("msoffcrypto-tool", "MIT"),
    ("olefile", "BSD-2-Clause"),
    ("xlrd", "BSD"),
    ("pypinyin", "MIT"),
    ("rapidfuzz", "MIT"),
    ("opencc-python-reimplemented", "Apache 2.0"),
    ("platformdirs", "MIT"),
)


class AboutDialog(Dialog):
    """Version, promise, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("关于与许可"))
        self.setMinimumSize(theme.px(480), theme.px(420))
        self.body.addWidget(label(program_name(), "hero"))
        self.body.addWidget(label(self.tr("版本 {0}").format(__version__), "secondary", selectable=True))
        promise = self.tr("把旧台账变成一份客户名单、分级、任务和每月的盘点报告。不联网，数据只在这台电脑上。")
        self.body.addWidget(label(promise, wrap=True))
        self.body.addWidget(label(self.tr("以 MIT 许可发布。用到的程序库："), "label"))
        licences = QPlainTextEdit("\n".join(library_lines()))
        licences.setReadOnly(True)
        licences.setAccessibleName(self.tr("程序库与许可"))
        self.body.addWidget(licences, 1)


def library_lines() -> list[str]:
    """Name, version and licence of what the program stands on."""
    lines = [f"Python {platform.python_version()} (PSF) · Qt {qVersion()} (LGPL-3.0) · {sys.platform}"]
    for name, licence in LIBRARIES:
        try:
            lines.append(f"{name} {version(name)} ({licence})")
        except PackageNotFoundError:
            lines.append(f"{name} ({licence})")
    return lines
