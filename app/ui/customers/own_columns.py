"""Which columns of schemes that users made are shown: kept ledger by ledger, since own:1 is another scheme in each."""

from collections.abc import Sequence
from hashlib import sha256

from app.services.classed import OWN
from app.services.fields import class_scheme
from app.ui import state


def own(key: str) -> bool:
    """Whether a column is the class under a scheme that somebody made."""
    return class_scheme(key).startswith(OWN)


def own_shown(ledger: str) -> tuple[str, ...]:
    """The keys of those shown in a ledger."""
    return tuple(filter(None, state.text(_place(ledger)).split(",")))


def keep_own_shown(ledger: str, keys: Sequence[str]) -> None:
    """Remember which of these columns are shown."""
    state.keep(_place(ledger), ",".join(filter(own, keys)))


def _place(ledger: str) -> str:
    return f"own_columns/{sha256(ledger.encode()).hexdigest()[:16]}"
