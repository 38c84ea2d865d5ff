"""The keys that lead the rows of a repair workbook back to the rows that wait."""

from hashlib import blake2b

KEY = "pandian-row"
"""The heading over the keys, in every language."""


def row_key(held: int, started_at: str, digest: int) -> str:
    """Of one row; that of another ledger fits none."""
    return f"{held}-{blake2b(f'{started_at}|{digest}'.encode(), digest_size=6).hexdigest()}"
