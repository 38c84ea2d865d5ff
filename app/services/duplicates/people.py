"""The customers to be compared as columns: their names taken apart, and what else is known of each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection

from app.models import bulk
from app.services.duplicates.names import Name, parsed
from app.services.progress import WorkContext

_NO_DIGIT = re.compile(r"\D+")
_TITLES = frozenset(
    (
        *("老板", "老板娘", "经理", "总监", "主任", "店长", "财务", "会计", "出纳"),
        *("采购", "采购部", "前台", "总经理", "负责人", "联系人", "本人", "客服", "办公室"),
    )
)
_LOCAL = 8  # digits of a telephone number without its area
_MOBILE = 11
_SHORTEST = 7
_PART = 4_000  # contacts between two looks whether somebody wants to stop


@dataclass
class People:
    """One entry a customer in every column; what few have is kept by place."""

    ids: Sequence[int]
    names: list[Name]
    codes: Sequence[str]
    kinds: Sequence[str]
    phones: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    contacts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    addresses: Mapping[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)


def from_ledger(connection: Connection, work: WorkContext, only: Iterable[int] | None = None) -> People:
    """All customers that are not in the recycle bin, or those of some numbers."""
    listed = "" if only is None else f"IN ({bulk.id_list(only)})"
    within, those = (f" AND id {listed}", f" AND customer_id {listed}") if listed else ("", "")
    ids, names, codes, kinds = bulk.read(
        connection,
        [bulk.Field("id"), *(bulk.Field(column, "text") for column in ("name", "code", "kind"))],
        f"customer WHERE deleted_at IS NULL{within}",
    )
    places = {number: place for place, number in enumerate(ids.tolist())}
    phones: dict[int, set[str]] = defaultdict(set)
    contacts: dict[int, set[str]] = defaultdict(set)
    for count, (number, name, phone) in enumerate(
        connection.exec_driver_sql(f"SELECT customer_id, name, phone FROM contact WHERE 1{those}")
    ):
        if not count % _PART:
            work.look()
        place = places.get(number)
        if place is not None:
            phones[place].add(phone_key(phone))
            contacts[place].add(contact_key(name))
    answers = connection.exec_driver_sql(
        f"SELECT customer_id, value FROM profile_answer WHERE field = 'address'{those}"
    )
    addresses = {places[number]: address_key(text) for number, text in answers if number in places}
    return People(ids.tolist(), parsed(names, work), codes, kinds, _kept(phones), _kept(contacts), addresses)


class Entered(NamedTuple):
    """One who is not in the ledger yet."""

    number: int
    name: str
    code: str | None = None
    kind: str | None = None
    phones: tuple[str | None, ...] = ()
    contacts: tuple[str | None, ...] = ()
    address: str | None = None


def of(entered: Sequence[Entered], work: WorkContext) -> People:
    return People(
        [each.number for each in entered],
        parsed([each.name for each in entered], work),
        [each.code or "" for each in entered],
        [each.kind or "" for each in entered],
        _kept({place: set(map(phone_key, each.phones)) for place, each in enumerate(entered) if each.phones}),
        _kept({place: set(map(contact_key, each.contacts)) for place, each in enumerate(entered) if each.contacts}),
        {place: address_key(each.address) for place, each in enumerate(entered) if each.address},
    )


def together(first: People, second: People) -> People:
    """Both, the second behind the first."""
    behind = len(first)
    return People(
        [*first.ids, *second.ids],
        first.names + second.names,
        [*first.codes, *second.codes],
        [*first.kinds, *second.kinds],
        {**first.phones, **{place + behind: each for place, each in second.phones.items()}},
        {**first.contacts, **{place + behind: each for place, each in second.contacts.items()}},
        {**first.addresses, **{place + behind: each for place, each in second.addresses.items()}},
    )


def phone_key(text: str | None) -> str:
    """The digits that tell one telephone from another: a mobile number whole, of others the last eight."""
    if not text:
        return ""
    digits = _NO_DIGIT.sub("", text)
    mobile = digits[-_MOBILE:]
    if len(mobile) == _MOBILE and mobile[0] == "1" and digits[:-_MOBILE] in ("", "86", "086", "0086"):
        return mobile
    main = _NO_DIGIT.sub("", re.split(r"[转\-#]\d{1,5}$|ext", text.strip())[0])
    return main[-_LOCAL:] if len(main) >= _SHORTEST else ""


def contact_key(text: str | None) -> str:
    """A person's name; one that is masked or only a title tells nobody from another."""
    name = "".join(text.split()).lower() if text else ""
    return "" if "*" in name or name in _TITLES else name


def address_key(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _kept(found: Mapping[int, set[str]]) -> dict[int, tuple[str, ...]]:
    return {place: tuple(sorted(each - {""})) for place, each in found.items() if each - {""}}
