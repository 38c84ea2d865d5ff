"""What is to be known before any figure: nobody is there, or rows lie in days to come and count for nothing yet."""

from datetime import date

from sqlalchemy import Connection

from app.services.beginnings import has_customers
from app.services.checks.ledger import to_come
from app.services.reviews.draft import STALE_DAYS
from app.texts import fill, translate


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


def standing_still(connection: Connection, as_of: date) -> tuple[str, ...]:
    """That nothing happened for long before the day, so that its figures say little; in the window a bar says it."""
    last = connection.exec_driver_sql("SELECT MAX(day) FROM order_line WHERE day <= ?", (as_of.isoformat(),)).scalar()
    quiet = (as_of - date.fromisoformat(last)).days if last else 0
    if quiet <= STALE_DAYS:
        return ()
    text = translate("Cli", "台账最后一笔是 {0}，到 {1} 已有 {2} 天没有订单；要看当时的情况，加上 --as-of {0}。")
    return (fill(text, last, as_of.isoformat(), f"{quiet:,}"),)
