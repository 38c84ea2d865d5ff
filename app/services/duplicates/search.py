"""Which customers may be one: all pairs of the ledger, and who resembles a name being entered."""

from collections import defaultdict
from itertools import combinations

from sqlalchemy import Connection

from app.services.duplicates.pairs import NOBODY, Pair, unsettled
from app.services.importing.lookalikes import loose
from app.services.progress import WorkContext
from app.texts import translate


def find(connection: Connection, work: WorkContext) -> list[Pair]:
    """All pairs of customers who are likely one, or parent and branch; best first, without those settled."""
    work.tick(translate("Duplicates", "查找疑似重复"), 0, 0)
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in connection.exec_driver_sql("SELECT id, name FROM customer WHERE deleted_at IS NULL"):
        groups[loose(name)].append(number)
    pairs = [_pair(*two) for ids in groups.values() for two in combinations(sorted(ids), 2)]
    return unsettled(connection, pairs)


def similar(
    connection: Connection,
    name: str,
    phone: str | None = None,
    contact: str | None = None,
    address: str | None = None,
    limit: int = 5,
) -> list[Pair]:
    """Who in the ledger resembles a customer being entered, best first; `first` of each pair is NOBODY."""
    wanted = loose(name)
    rows = connection.exec_driver_sql("SELECT id, name FROM customer WHERE deleted_at IS NULL")
    return [_pair(NOBODY, number) for number, other in rows if loose(other) == wanted][:limit]


def _pair(first: int, second: int) -> Pair:
    return Pair(first, second, 0.9, (translate("Duplicates", "名称除公司形式外相同。"),), "same")
