"""What each command of the command line does: arguments in, one document and lines for people out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.context import Context
from app.services.errors import UsageError


@dataclass(frozen=True)
class Outcome:
    """What a command found or did: one document for programs, lines for people."""

    document: dict[str, Any]
    lines: Sequence[str] = field(default_factory=tuple)


@contextmanager
def opened(ledger: Path, *, create: bool = False) -> Iterator[Context]:
    """The ledger of --ledger, closed again afterwards."""
    context = Context.open_or_create(ledger) if create else Context.open(ledger)
    try:
        yield context
    finally:
        context.close()


def parse_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("usage.date", text=text) from error


def parse_month(text: str) -> tuple[int, int]:
    """YYYY-MM as (year, month)."""
    first = parse_date(f"{text}-01")
    return first.year, first.month
