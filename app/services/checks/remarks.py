"""What is to be known before any figure: nobody is there, or rows lie in days to come and count for nothing yet."""

from datetime import date

from sqlalchemy import Connection

from app.services.beginnings import has_customers
from app.services.checks.ledger import to_come
from app.texts import translate


def nobody() -> str:
    return translate("Cli", "台账里还没有客户。请先导入客户台账，或新建客户。")


def remarks(connection: Connection, as_of: date, today: date | None = None) -> tuple[str, ...]:
    """Sentences; what came after a day that is over is left out on purpose, unless that is everything there is."""
    if not has_customers(connection):
        return (nobody(),)
    if as_of >= (today or date.today()):
        return tuple(each.sentence for each in to_come(connection, as_of))
    first = connection.exec_driver_sql("SELECT MIN(day) FROM order_line").scalar_one()
    if first is None or first <= as_of.isoformat():
        return ()
    return (translate("Cli", "截至 {0} 还没有订单，台账第一笔是 {1}。").format(as_of.isoformat(), first),)
