"""Files for the user are replaced in one step: a full disk, a cancel or an open workbook leaves the old one."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.services.errors import StorageError

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""The disk is full, the quota is used up, or the disk takes no files of that size."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside the target to write to; on success it takes the target's place, else nothing changed."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", target.name)
        yield part
        os.replace(part, target)
    except OSError as error:
        raise StorageError(_code(error), file=target.name, folder=str(target.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _code(error: OSError) -> str:
    if error.errno in NO_ROOM:
        return "storage.full"
    if isinstance(error, PermissionError | IsADirectoryError | NotADirectoryError) or error.errno == errno.EROFS:
        return "export.busy"
    return "export.folder" if isinstance(error, FileNotFoundError) else "storage.gone"
