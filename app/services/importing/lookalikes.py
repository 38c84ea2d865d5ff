"""New customers whose names say nearly the same as another's: told at the import, merged whenever the user likes."""

import re

from sqlalchemy import Connection

from app.services.importing.matching import Customers
from app.services.importing.plans import Example
from app.services.importing.staging import Staged
from app.services.searching import name_key

_FIRM = re.compile(r"\([^)]*\)|（[^）]*）|股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|股份")
_MOST = 50_000  # beyond so many names the search is left to the duplicate check


def find(connection: Connection, staged: Staged, customers: Customers) -> tuple[Example, ...]:
    """One example for each new customer that looks like a known one or one before him; different codes say no."""
    created = customers.created
    known = connection.exec_driver_sql("SELECT COUNT(*) FROM customer WHERE deleted_at IS NULL").scalar_one()
    if len(created) + known > _MOST:
        return ()
    seen: dict[str, tuple[str, str | None]] = {}
    if created and known:
        rows = connection.exec_driver_sql("SELECT name, code FROM customer WHERE deleted_at IS NULL")
        seen = {loose(name): (name, code) for name, code in rows}
    places = {row.customer: (row.sheet, row.row) for row in reversed(staged.list_rows)}
    found = []
    for place in created:
        person = staged.customers[place]
        key = loose(person.name)
        other = seen.setdefault(key, (person.name, person.code))
        if other[0] != person.name and not (other[1] and person.code):
            sheet, row = places.get(place, (-1, 0))
            name = staged.sheets[sheet].name if sheet >= 0 else ""
            found.append(Example("", name, row, "", person.name, other[0]))
    return tuple(found)


def loose(name: str) -> str:
    """A name without legal form and bracketed remarks; the plain key where nothing would be left."""
    key = name_key(name)
    return key if key.isascii() else _FIRM.sub("", key) or key
