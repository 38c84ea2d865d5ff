"""What a field of an import is, and how one is written down with the headings under which ledgers keep it."""

from dataclasses import dataclass

from app.texts import translate

ORDERS, CUSTOMERS, PAYMENTS, CONTACTS = "orders", "customers", "payments", "contacts"
KINDS = (ORDERS, CUSTOMERS, PAYMENTS, CONTACTS)


@dataclass(frozen=True)
class Field:
    """One field: how its cells are read, in which kinds of table it occurs, and its headings, most telling first."""

    id: str
    label: str
    reads: str  # text, code, date, money, quantity, discount, days, hours, rate
    kinds: tuple[str, ...]
    headings: tuple[str, ...]
    weak: tuple[str, ...] = ()  # taken only when nothing better is there
    endings: tuple[str, ...] = ()  # a heading that ends so, weaker still

    def text(self) -> str:
        """The label in the language of the interface."""
        return translate("ImportField", self.label)


def field(
    name: str, label: str, reads: str, kinds: str, headings: str, weak: str = "", endings: str = ""
) -> tuple[str, Field]:
    """A field under its identifier; words are parted by blanks."""
    parts = (tuple(words.split()) for words in (headings, weak, endings))
    return name, Field(name, label, reads, tuple(kinds.split()), *parts)
