"""One rotating log file for the whole program; users see sentences, the log has the details."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def start(folder: Path) -> Path:
    """Send every record to `folder`/pandian.log (1 MB, three kept) and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "pandian.log"
    handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def logger(area: str) -> logging.Logger:
    return logging.getLogger(f"pandian.{area}")
