"""Customers who are likely one, in Chinese: by name, sound and shape, phone, contact and address.

`find` looks through the ledger, `similar` at one name while it is entered; nothing is ever merged from here.
"""

from app.services.duplicates.pairs import NOBODY, Pair, Suggestion, keys_of
from app.services.duplicates.parents import likely_parent
from app.services.duplicates.search import find, similar

__all__ = ["NOBODY", "Pair", "Suggestion", "find", "keys_of", "likely_parent", "similar"]
