"""Where the rows of an import come from: files, folders of them, pasted cells; and whether they stay as they are."""

import hashlib
import shutil
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from app.services.errors import InputError, StorageError
from app.services.importing.files.sniff import LOCK_PREFIXES
from app.services.importing.rows.staging import StagedFile
from app.texts import translate

TABLES = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".csv", ".tsv", ".txt"))
"""Endings of the files that a folder is taken to hold for an import; a file named on its own may have any."""
_numbers = count(1)


def files(sources: Sequence[Path]) -> list[Path]:
    """Files as given; of a folder the tables in it, without the lock files of open workbooks."""
    found: list[Path] = []
    for source in sources:
        if source.is_dir():
            found += _inside(source)
        else:
            found.append(source)
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    try:
        listed = sorted(folder.iterdir())
    except OSError as error:
        raise StorageError("storage.gone", file=folder.name) from error
    tables = [path for path in listed if path.suffix.lower() in TABLES and path.is_file()]
    tables = [path for path in tables if not path.name.startswith((*LOCK_PREFIXES, "."))]
    if not tables:
        raise InputError("import.folder_empty", file=folder.name)
    return tables


def staged(path: Path) -> StagedFile:
    """A file as the archive names it."""
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        status = path.stat()
    except PermissionError as error:
        raise InputError("file.denied", file=path.name) from error
    except OSError as error:  # a stick pulled out, a file moved away while it was being read
        raise StorageError("storage.gone", file=path.name) from error
    return StagedFile(path, digest, status.st_size, datetime.fromtimestamp(status.st_mtime).replace(microsecond=0))


def keep(pasted: str | BinaryIO) -> Path:
    """Pasted cells, or what comes in through a pipe, as a file that lasts as long as the program runs."""
    folder = Path(_folder().name) / str(next(_numbers))
    folder.mkdir()
    path = folder / translate("Import", "粘贴的内容")
    with path.open("wb") as stream:
        if isinstance(pasted, str):
            stream.write(pasted.encode("utf-8", "replace"))
        else:
            shutil.copyfileobj(pasted, stream)
    return path


def is_kept(path: Path) -> bool:
    """Whether it is such a file, which nobody can choose another time."""
    return _folder.cache_info().currsize > 0 and path.is_relative_to(_folder().name)


@cache
def _folder() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="pandian-", ignore_cleanup_errors=True)
