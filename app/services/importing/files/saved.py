"""Whether a file was saved since it was looked at; on its own, because the reader starts before all else is loaded."""

from pathlib import Path

Seen = tuple[int, int] | None


def seen(path: Path) -> Seen:
    """What tells whether a file was saved since; None of one that cannot be reached, which its reader will say."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
