"""The files an import has open: each in a process of its own, so that few are open at a time."""

from pathlib import Path
from typing import Self

from app.services.errors import InputError
from app.services.importing.files.reader import ReadWorkbook, open_workbook
from app.services.importing.files.saved import Seen, seen
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext

_OPEN = 6  # files at a time


def opened(path: Path, options: ImportOptions, work: WorkContext) -> ReadWorkbook:
    """With what somebody said about the file."""
    password, encoding = options.password_of(path.name), options.encodings.get(path.name, "")
    return open_workbook(path, password=password, encoding=encoding, work=work)


class Shelf:
    """The opened files; one that has to wait for others stays open, unless there are many of them."""

    def __init__(self, options: ImportOptions, work: WorkContext) -> None:
        self._options, self._work = options, work
        self._books: dict[Path, ReadWorkbook] = {}
        self._before: dict[Path, Seen] = {}

    def book(self, path: Path) -> ReadWorkbook:
        if path not in self._books:
            if len(self._books) >= _OPEN:
                self.close(next(iter(self._books)))
            self._before.setdefault(path, seen(path))
            self._books[path] = opened(path, self._options, self._work).__enter__()
        return self._books[path]

    def close(self, path: Path) -> None:
        if path in self._books:
            self._books.pop(path).__exit__(None, None, None)

    def finish(self, path: Path) -> None:
        """It has been read; refused when somebody saved it meanwhile, for half of it would be of another day."""
        self.close(path)
        after = seen(path)  # one that went away after its last row is no loss
        if after and after != self._before.get(path):
            raise InputError("file.changed", file=path.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for path in list(self._books):
            self.close(path)
