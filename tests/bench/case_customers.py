"""The customers page with 100,000 customers: a change of filter or order to the repaint, beside a proxy model.

The reference is what Qt offers for the same: a QSortFilterProxyModel over a table model that holds the same rows.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEventLoop,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.harness import Case, Limit
from tests.listed import Listed

CUSTOMERS = 100_000
SIZE = (1600, 900)
TAGS = tuple(f"行为-标签{number:02}" for number in range(40))
OWNERS = ("林晓舟", "周予安", "陈启明", "何佳禾", "吴一帆")
INDUSTRIES = ("制造业", "零售业", "服务业", "教育", "建筑业")
CHARACTERS = "澜芮栎岑汐砚峤沐珩霁槿昀屿桉泓朔榆澄珞岚禾川桥舟原岭野渡麓塬湾垣洲阁屏崖浦陌云山"
Index = QModelIndex | QPersistentModelIndex


def cases(work: Path) -> Iterator[Case | Limit]:
    bench = Bench(work)
    changes = (
        ("customers, one tag", "tag=标签07", "标签07", "tags"),
        ("customers, part of a name", "屿桉", "屿桉", "name"),
        ("customers, one owner", "owner=何佳禾", "何佳禾", "owner"),
    )
    for name, words, text, column in changes:
        subject, reference = Filtering(bench, words), ProxyFiltering(bench, text, column)
        yield Case(name, f"{CUSTOMERS:,} customers", subject, reference, 0.2, 5)
    yield Case("customers, sort by name", f"{CUSTOMERS:,} customers", Sorting(bench), ProxySorting(bench), 0.2, 1)
    yield Limit("customers, scroll to the end", f"{CUSTOMERS:,} customers", Scrolling(bench), 3, "windows")


class Bench:
    """The page and the reference, made when first asked for."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self.application = QApplication.instance() or QApplication([])

    @cached_property
    def page(self) -> Any:
        from app.ui.main_window import MainWindow
        from app.ui.preferences import Preferences
        from app.ui.session import Session

        session = Session()
        window = MainWindow(session, Preferences())
        window.resize(*SIZE)
        window.show()
        window.open_ledger(str(self.ledger))
        wait_until(lambda: session.is_open)
        window.go("customers")
        self.window = window  # keeps it alive
        page: Any = window.findChild(_page_class())
        wait_until(lambda: len(page.list.ids) == CUSTOMERS)
        return page

    @cached_property
    def ledger(self) -> Path:
        from app.models import database as db

        path = self._work / "list.pandian"
        database = db.create(path)
        with database.writing() as connection:
            from tests.listed import put

            put(connection, list(invented(CUSTOMERS)), date.today().isoformat())
        database.close()
        return path

    @cached_property
    def proxy(self) -> "tuple[QSortFilterProxyModel, QTableView, list[str]]":
        page = self.page
        rows = page.session.read_now(_all_rows)
        columns = page.list.columns.all()
        model = Held([[str(column.cell(row).spoken or "") for column in columns] for row in rows])
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(model)
        view = QTableView()
        view.setModel(proxy)
        view.resize(*SIZE)
        view.show()
        self.application.processEvents()
        return proxy, view, [column.key for column in columns]


@dataclass(frozen=True)
class Filtering:
    """All customers to some, until the rows are painted; the way back is not timed."""

    bench: Bench
    words: str

    def __call__(self) -> float:
        from app.services import filters

        page = self.bench.page
        settle(page)
        began = time.perf_counter()
        page.set_filter(filters.parse(self.words))
        wait_for_list(page)
        assert 0 < len(page.list.ids) < CUSTOMERS
        page.list.table.viewport().repaint()
        spent = time.perf_counter() - began
        page.set_filter(filters.EVERYBODY)
        wait_until(lambda: len(page.list.ids) == CUSTOMERS)
        return spent


@dataclass(frozen=True)
class Sorting:
    """Another order of all customers, until the rows are painted."""

    bench: Bench

    def __call__(self) -> float:
        from app.services.customers import DEFAULT_SORT, SortLevel

        page = self.bench.page
        settle(page)
        began = time.perf_counter()
        page.set_sort((SortLevel("name"),))
        wait_for_list(page)
        page.list.table.viewport().repaint()
        spent = time.perf_counter() - began
        page.set_sort(DEFAULT_SORT)
        return spent


@dataclass(frozen=True)
class Scrolling:
    """How many windows of rows are read on the way to the last row."""

    bench: Bench

    def __call__(self) -> float:
        page = self.bench.page
        settle(page)
        asked: list[int] = []
        fetch = page.list.model._fetch

        def counting(ids: Sequence[int]) -> Any:
            asked.append(len(ids))
            return fetch(ids)

        page.list.model._fetch = counting
        page.list.model.refresh()
        page.list.table.scrollToBottom()
        page.list.table.viewport().repaint()
        self.bench.application.processEvents()
        page.list.model._fetch = fetch
        return len(asked)


@dataclass(frozen=True)
class ProxyFiltering:
    """The same in a proxy model with a fixed string."""

    bench: Bench
    text: str
    column: str

    def __call__(self) -> float:
        proxy, view, keys = self.bench.proxy
        proxy.setFilterKeyColumn(keys.index(self.column))
        began = time.perf_counter()
        proxy.setFilterFixedString(self.text)
        view.viewport().repaint()
        spent = time.perf_counter() - began
        proxy.setFilterFixedString("")
        return spent


@dataclass(frozen=True)
class ProxySorting:
    """The same order by a proxy model."""

    bench: Bench

    def __call__(self) -> float:
        proxy, view, keys = self.bench.proxy
        began = time.perf_counter()
        proxy.sort(keys.index("name"), Qt.SortOrder.AscendingOrder)
        view.viewport().repaint()
        spent = time.perf_counter() - began
        proxy.sort(-1)
        return spent


class Held(QAbstractTableModel):
    """All rows as texts in memory."""

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def invented(count: int) -> Iterator[Listed]:
    """Customers with names, owners, two tags and figures."""
    rng = random.Random(11)
    for number in range(count):
        sales = int(2_000_000 * rng.random() ** 3)
        tier = "high" if sales >= 500_000 else "mid" if sales >= 100_000 else "general"
        days = rng.randrange(400)
        yield Listed(
            "".join(rng.choices(CHARACTERS, k=rng.randint(4, 8))) + "有限公司",
            owner=rng.choice(OWNERS),
            tags=tuple(rng.sample(TAGS, 2)),
            contact=("陈主任", f"138{number:08}"),
            values={"code": f"K{number:06}", "industry": rng.choice(INDUSTRIES), "size_band": "50-100人"},
            facts={
                "tier": tier,
                "value": tier,
                "net_sales": sales,
                "net_sales_life": sales * 2,
                "recency_days": days,
                "risk_status": "at_risk" if days > 300 else "normal",
                "churn_status": "normal",
                "warn_3m": int(days > 90),
                "last_order": "2026-03-01",
            },
        )


def settle(page: Any) -> None:
    """Let counts, sums and details of the change before come in, so that they are not timed with this one."""
    quiet = time.perf_counter() + 1.5
    wait_until(lambda: time.perf_counter() > quiet)


def wait_for_list(page: Any) -> None:
    """Sleep until the list has arrived and was shown."""
    loop = QEventLoop()
    page.questions.listed.connect(loop.quit)  # connected after the page's own slot, so called after it
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    page.questions.listed.disconnect(loop.quit)


def wait_until(ready: Callable[[], bool]) -> None:
    """An event loop that sleeps between events, as the program's own does: a busy one would slow the jobs."""
    loop, poll = QEventLoop(), QTimer()
    give_up = time.perf_counter() + 120
    poll.setInterval(10)
    poll.timeout.connect(lambda: loop.quit() if ready() or time.perf_counter() > give_up else None)
    poll.start()
    loop.exec()
    if not ready():
        raise TimeoutError


def _all_rows(connection: Any) -> list[Any]:
    from app.services import customers

    found = customers.ids(connection, customers_filter())
    result: list[Any] = []
    for first in range(0, len(found), 2000):
        part = customers.rows(connection, found[first : first + 2000])
        result += [part[number] for number in found[first : first + 2000]]
    return result


def customers_filter() -> Any:
    from app.services.filters import EVERYBODY

    return EVERYBODY


def _page_class() -> Any:
    from app.ui.pages.customers import CustomersPage

    return CustomersPage
