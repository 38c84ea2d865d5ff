"""The file of --mapping: what a person decided about the sheets of an import."""

from pathlib import Path

from app.services.errors import InputError, UsageError
from app.services.importing.mappings import Document, loads


def read_mapping(path: Path) -> Document:
    """The document of a file; raises UsageError when it is not there or cannot be understood."""
    try:
        return loads(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("mapping.unreadable", file=path.name) from error
    except InputError as error:
        raise UsageError(error.code, **error.facts) from error
