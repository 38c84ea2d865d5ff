"""One rotating log file for the whole program; users see sentences, the log has the details."""

import logging
from contextlib import suppress
from pathlib import Path

LARGEST = 1_000_000  # bytes
KEPT = 3


class RollingFile(logging.FileHandler):
    """A log file that moves on when it is full. The standard library's costs 9 ms to import, a start's time."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, encoding="utf-8", delay=True)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None and self.stream.tell() >= LARGEST:
            self._roll()

    def _roll(self) -> None:
        """pandian.log becomes pandian.log.1 and so on; a file another program holds open stays (Windows)."""
        self.close()
        with suppress(OSError):
            for number in range(KEPT - 1, 0, -1):
                older = self._numbered(number)
                if older.exists():
                    older.replace(self._numbered(number + 1))
            self._file.replace(self._numbered(1))

    def _numbered(self, number: int) -> Path:
        return self._file.with_name(f"{self._file.name}.{number}")


def start(folder: Path) -> Path:
    """Send every record to `folder`/pandian.log (1 MB, three kept) and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "pandian.log"
    handler = RollingFile(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h, RollingFile)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def logger(area: str) -> logging.Logger:
    return logging.getLogger(f"pandian.{area}")
