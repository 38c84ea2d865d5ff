"""Where things are: shipped resources, the per-user folder, the folder of ledgers."""

import os
from pathlib import Path

APP_NAME = "客户盘点"
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
LEDGER_SUFFIX = ".pandian"
SAMPLE_NAME = "示例台账（可删除）"
"""A file's name, the same in every language: by it the window knows a sample."""


def resource(*parts: str) -> Path:
    """A shipped file; raises FileNotFoundError when the installation lacks it."""
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def user_folder() -> Path:
    """Settings, logs, cache and window state of this user; PANDIAN_HOME moves it (tests, a USB stick)."""
    home = os.environ.get("PANDIAN_HOME")
    if home:
        folder = Path(home) / "user"
    else:
        from platformdirs import user_data_path

        folder = user_data_path("Pandian", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def ledger_folder() -> Path:
    """The default place of ledgers: 文档/客户盘点, created on first use."""
    home = os.environ.get("PANDIAN_HOME")
    if home:
        folder = Path(home) / APP_NAME
    else:
        from platformdirs import user_documents_path

        folder = user_documents_path() / APP_NAME
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backup_folder(ledger: Path) -> Path:
    """备份 beside the ledger."""
    return ledger.parent / "备份"
