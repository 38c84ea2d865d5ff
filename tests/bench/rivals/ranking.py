"""RFM and ABC over the lines of a ledger by SQL window functions, by pandas or by polars: counts of every class.

The rules are those of the program: scores of 1 to 5 by mid-rank over 24 months, ABC by the gross profit of 12 months.
Every line counts: the ledger of the bench knows no returns.
"""

import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from tests.bench.rivals.serving import serve

GRID = (
    ("lost", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"),
    ("promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"),
    ("new", "potential_loyalist", "potential_loyalist", "champions", "champions"),
)
CLASSES = (
    *("champions", "loyal", "potential_loyalist", "new", "promising", "need_attention", "about_to_sleep", "at_risk"),
    *("cant_lose", "hibernating", "lost"),
)
LINES = "SELECT customer_id, day, amount, cost FROM order_line"
WINDOWS = """
WITH g AS (
  SELECT customer_id, MAX(day) AS last, MIN(day) AS first,
    COUNT(DISTINCT CASE WHEN day >= :rfm THEN day END) AS f,
    SUM(CASE WHEN day >= :rfm THEN amount ELSE 0 END) AS m,
    COUNT(CASE WHEN day >= :year THEN 1 END) AS bought,
    SUM(CASE WHEN day >= :year THEN amount - cost ELSE 0 END) AS profit
  FROM order_line WHERE day <= :today GROUP BY customer_id),
ranked AS (
  SELECT *, COUNT(*) OVER () AS n,
    RANK() OVER (ORDER BY last) - 1 AS rl, COUNT(*) OVER (PARTITION BY last) AS re,
    RANK() OVER (ORDER BY f) - 1 AS fl, COUNT(*) OVER (PARTITION BY f) AS fe,
    RANK() OVER (ORDER BY m) - 1 AS ml, COUNT(*) OVER (PARTITION BY m) AS me
  FROM g WHERE f > 0),
scored AS (
  SELECT first, (5 * (2 * rl + re) + 2 * n - 1) / (2 * n) AS r,
    ((5 * (2 * fl + fe) + 2 * n - 1) / (2 * n) + (5 * (2 * ml + me) + 2 * n - 1) / (2 * n) + 1) / 2 AS fm
  FROM ranked)
SELECT r, fm, first >= :new, COUNT(*) FROM scored GROUP BY 1, 2, 3
"""
SHARES = """
WITH g AS (
  SELECT customer_id, COUNT(*) AS bought, SUM(amount - cost) AS profit
  FROM order_line WHERE day BETWEEN :year AND :today GROUP BY customer_id),
summed AS (
  SELECT profit, SUM(MAX(profit, 0)) OVER (ORDER BY profit DESC RANGE UNBOUNDED PRECEDING) AS upto,
    SUM(MAX(profit, 0)) OVER () AS whole, COUNT(*) OVER (PARTITION BY profit) AS same
  FROM g WHERE bought > 0)
SELECT CASE WHEN profit <= 0 THEN 'C' WHEN 5 * (upto - same * profit) < 4 * whole THEN 'A'
  WHEN 20 * (upto - same * profit) < 19 * whole THEN 'B' ELSE 'C' END, COUNT(*) FROM summed GROUP BY 1
"""


def told(cells: Iterable[tuple[int, int, bool, int]], shares: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Counts by class, those that are empty too."""
    segments: Counter[str] = Counter()
    for r, fm, is_new, count in cells:
        word = GRID[int(r) - 1][int(fm) - 1]
        segments["promising" if word == "new" and not is_new else word] += int(count)
    parts = dict(shares)
    return {f"rfm.{word}": segments[word] for word in CLASSES} | {f"abc.{c}": int(parts.get(c, 0)) for c in "ABC"}


def by_windows(connection: sqlite3.Connection, spans: dict[str, str]) -> dict[str, int]:
    return told(connection.execute(WINDOWS, spans).fetchall(), connection.execute(SHARES, spans).fetchall())


def by_pandas(connection: sqlite3.Connection, spans: dict[str, str]) -> dict[str, int]:
    import numpy as np

    pd: Any = import_module("pandas")
    lines: Any = pd.read_sql_query(LINES, connection)
    lines = lines[lines["day"] <= spans["today"]]
    dates = lines.groupby("customer_id")["day"].agg(["min", "max"])
    late = lines[lines["day"] >= spans["rfm"]].groupby("customer_id").agg({"day": "nunique", "amount": "sum"})
    late = late.join(dates)
    n = len(late)

    def score(values: Any) -> Any:
        least, most = values.rank(method="min") - 1, values.rank(method="max")
        return -(-(5 * (2 * least + (most - least))).astype("int64") // (2 * n))

    r, fm = score(late["max"].rank(method="dense")), (score(late["day"]) + score(late["amount"]) + 1) // 2
    cells = pd.DataFrame({"r": r, "fm": fm, "new": late["min"] >= spans["new"]}).value_counts()
    year = lines[lines["day"] >= spans["year"]]
    profit = (year["amount"] - year["cost"]).groupby(year["customer_id"]).sum().sort_values(ascending=False)
    gains = profit.clip(lower=0)
    before = gains.cumsum() - gains
    before = before.groupby(profit).transform("min")
    whole = int(gains.sum())
    classes = np.where(
        profit <= 0, "C", np.where(5 * before < 4 * whole, "A", np.where(20 * before < 19 * whole, "B", "C"))
    )
    words, number = np.unique(classes, return_counts=True)
    return told(((*key, count) for key, count in cells.items()), zip(words, number, strict=True))


def by_polars(connection: sqlite3.Connection, spans: dict[str, str]) -> dict[str, int]:
    pl: Any = import_module("polars")
    rows = connection.execute(LINES).fetchall()
    lines: Any = pl.DataFrame(rows, schema=["customer_id", "day", "amount", "cost"], orient="row")
    lines = lines.filter(pl.col("day") <= spans["today"])
    first = lines.group_by("customer_id").agg(pl.col("day").min().alias("first"), pl.col("day").max().alias("last"))
    late = (
        lines.filter(pl.col("day") >= spans["rfm"])
        .group_by("customer_id")
        .agg(pl.col("day").n_unique().alias("f"), pl.col("amount").sum().alias("m"))
        .join(first, on="customer_id")
    )
    n = late.height

    def score(name: str) -> Any:
        least, most = pl.col(name).rank("min").cast(pl.Int64) - 1, pl.col(name).rank("max").cast(pl.Int64)
        return (5 * (least + most) + 2 * n - 1) // (2 * n)

    cells = (
        late.select(
            score("last").alias("r"), ((score("f") + score("m") + 1) // 2).alias("fm"), pl.col("first") >= spans["new"]
        )
        .group_by("r", "fm", "first")
        .len()
    )
    gain = pl.col("profit").clip(0)
    shares = (
        lines.filter(pl.col("day") >= spans["year"])
        .group_by("customer_id")
        .agg((pl.col("amount") - pl.col("cost")).sum().alias("profit"))
        .sort("profit", descending=True)
        .with_columns((gain.cum_sum() - gain).alias("before"), gain.sum().alias("whole"))
        .with_columns(pl.col("before").min().over("profit"))
        .select(
            pl.when(pl.col("profit") <= 0).then(pl.lit("C"))
            .when(5 * pl.col("before") < 4 * pl.col("whole")).then(pl.lit("A"))
            .when(20 * pl.col("before") < 19 * pl.col("whole")).then(pl.lit("B"))
            .otherwise(pl.lit("C")).alias("class")
        )
        .group_by("class").len()
    )  # fmt: skip
    return told(cells.rows(), shares.rows())


WAYS: dict[str, Callable[[sqlite3.Connection, dict[str, str]], dict[str, int]]] = {
    "SQL windows": by_windows,
    "pandas": by_pandas,
    "polars": by_polars,
}


def main() -> None:
    way, file, spans = sys.argv[1:]
    connection = sqlite3.connect(file)
    work, days = WAYS[way], json.loads(spans)
    serve(lambda: work(connection, days))


if __name__ == "__main__":
    main()
