"""The file of --mapping: what a person decided about the sheets of an import."""

from pathlib import Path

from app.services.errors import InputError, UsageError
from app.services.importing import mappings


def read_mapping(path: Path) -> mappings.Document:
    """The document of a file; raises UsageError when it is not there or cannot be understood."""
    try:
        return mappings.read(path)
    except InputError as error:
        raise UsageError(error.code, **error.facts) from error
