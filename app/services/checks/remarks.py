"""What is to be known before any figure: nobody is there, or rows lie in days to come and count for nothing yet."""

from datetime import date

from sqlalchemy import Connection

from app.services.beginnings import has_customers
from app.services.checks.ledger import to_come
from app.texts import translate


def nobody() -> str:
    return translate("Cli", "台账里还没有客户。请先导入客户台账，或新建客户。")


def remarks(connection: Connection, as_of: date, today: date | None = None) -> tuple[str, ...]:
    """Sentences; of a day that is over nothing is said, for whatever came after it is left out on purpose."""
    if not has_customers(connection):
        return (nobody(),)
    today = today or date.today()
    return () if as_of < today else tuple(each.sentence for each in to_come(connection, as_of))
