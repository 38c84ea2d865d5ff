"""What follows from a customer's names: the key that finds him, the pinyin that sorts, the search text."""

import re

from app.models.customer import customer
from app.services import searching
from app.services.history import Transaction

_LEGAL_FORM = re.compile(r"(股份)?(有限)?(责任)?公司$|(co\.?,?)?(ltd|inc|llc)\.?$", re.I)


def bare_name(name: str) -> str:
    """A name without blanks, width and legal form: what two spellings of one firm most often differ in."""
    key = searching.name_key(name)
    return _LEGAL_FORM.sub("", key) or key


def name_columns(name: str) -> dict[str, str]:
    """The columns that are computed from the name."""
    return {
        "name_key": searching.name_key(name),
        "pinyin": searching.pinyin_of(name),
        "initials": searching.initials_of(name),
    }


def refresh_search(tx: Transaction, number: int) -> None:
    """Write anew what search looks in: names, other names, code, contacts."""
    row = tx.connection.exec_driver_sql("SELECT name, code FROM customer WHERE id = ?", (number,)).one()
    aliases = tx.connection.exec_driver_sql(
        "SELECT name FROM customer_alias WHERE customer_id = ? ORDER BY id", (number,)
    )
    names = [row.name, *aliases.scalars()]
    people = tx.connection.exec_driver_sql(
        "SELECT name, phone, wechat FROM contact WHERE customer_id = ? ORDER BY id", (number,)
    )
    more = [row.code, *(part for person in people for part in person)]
    tx.update(customer, number, search_text=searching.search_text(names, [part for part in more if part]))
