"""Seeded data of any size for the bench: sales of invented customers, and ledgers made from them by our own import."""

import csv
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from tests.bench.harness import ROOT

TITLES = (
    *("订单号", "下单日期", "客户编号", "客户名称", "所属行业", "省份", "城市", "产品类别", "产品名称"),
    *("数量", "单价", "金额", "成本", "负责人", "备注"),
)
LAST_DAY = date(2026, 10, 31)
_FIRST, _SECOND = "澜芮栎岑汐砚峤沐珩霁槿昀屿桉泓朔榆澄珞岚", "禾川桥舟原岭野渡麓塬湾垣洲阁屏崖浦陌云山"
_ENDINGS = ("机电有限公司", "商贸有限公司", "模具厂", "建材有限公司", "物业服务有限公司", "食品商行")
_INDUSTRIES = ("制造业", "零售业", "服务业", "教育", "建筑业")
_PLACES = (("江苏", "苏州"), ("浙江", "宁波"), ("山东", "青岛"), ("广东", "佛山"), ("湖北", "武汉"))
_GOODS = (("工业设备", "气动扳手", 520), ("办公耗材", "硒鼓", 245), ("建材原料", "镀锌管", 58), ("快消品", "纸杯", 120))
_OWNERS = ("林晓舟", "周予安", "陈启明", "何佳禾", "吴一帆")

Row = tuple[object, ...]


def rows(customers: int, lines: int, seed: int = 7) -> Iterator[Row]:
    """Lines over three years with a long tail; every customer buys at least once when there are enough lines."""
    rng = random.Random(seed)
    for number in range(lines):
        who = number if number < customers else int(customers * rng.random() ** 3)
        category, product, price = _GOODS[who % len(_GOODS) if rng.random() < 0.8 else rng.randrange(len(_GOODS))]
        quantity = 1 + int(40 * rng.random() ** 2)
        amount = float(quantity * price)
        day = LAST_DAY - timedelta(days=rng.randrange(1095))
        where = _PLACES[who % len(_PLACES)]
        yield (
            *(f"XS{number:07d}", day, f"K{who:06d}", name(who), _INDUSTRIES[who % len(_INDUSTRIES)], *where, category),
            *(product, quantity, price, amount, round(amount * 0.75, 2), _OWNERS[who % len(_OWNERS)], None),
        )


def name(number: int) -> str:
    """A different name for each number."""
    syllables = ""
    rest = number
    for pool in (_FIRST, _SECOND, _FIRST, _SECOND):
        syllables += pool[rest % len(pool)]
        rest //= len(pool)
    return syllables + _ENDINGS[number % len(_ENDINGS)]


def orders_csv(file: Path, customers: int, lines: int) -> Path:
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(TITLES)
        writer.writerows(rows(customers, lines))
    return file


def orders_xlsx(file: Path, customers: int, lines: int) -> Path:
    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet("销售台账"), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, TITLES)
        for row, cells in enumerate(rows(customers, lines), start=1):
            for column, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif value is not None:
                    sheet.write(row, column, value)
    return file


def with_customers(work: Path, customers: int, lines: int | None = None) -> Path:
    """A ledger of that many customers, imported from a csv; made once per run."""
    count = lines or customers
    ledger = work / f"{customers}-{count}.pandian"
    if not ledger.exists():
        source = orders_csv(ledger.with_suffix(".csv"), customers, count)
        command = [sys.executable, "-m", "app", "import", str(source), "--ledger", str(ledger), "--json"]
        done = subprocess.run(command, cwd=ROOT, env=home(work), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"the import failed: {done.stdout[-1000:]} {done.stderr[-1000:]}")
        source.unlink()
    return ledger


def home(work: Path, **settings: object) -> dict[str, str]:
    """The environment of a fresh user with these program settings; modules stay compiled, as where it is installed."""
    folder = work / "home"
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "settings.json").write_text(json.dumps(settings), "utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = {"PYTHONPYCACHEPREFIX": str(work / "compiled")}
    return {
        **kept,
        **compiled,
        "PANDIAN_HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "OPENBLAS_NUM_THREADS": "1",
    }
