"""Which columns of schemes that users made are shown: kept ledger by ledger, since own:1 is another scheme in each."""

from collections.abc import Sequence
from pathlib import Path

from app.services.classed import OWN
from app.services.fields import class_scheme
from app.ui import state

_COLUMNS = "own_columns"


def own(key: str) -> bool:
    """Whether a column is the class under a scheme that somebody made."""
    return class_scheme(key).startswith(OWN)


def own_shown(ledger: Path | None) -> tuple[str, ...]:
    """The keys of those shown in a ledger."""
    return tuple(filter(None, state.text(state.ledger_key(_COLUMNS, ledger)).split(",")))


def keep_own_shown(ledger: Path | None, keys: Sequence[str]) -> None:
    """Remember which of these columns are shown."""
    state.keep(state.ledger_key(_COLUMNS, ledger), ",".join(filter(own, keys)))
