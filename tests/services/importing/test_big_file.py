"""A csv of a gigabyte: no row limit, nothing lost, and memory for a part of it at a time: 1.9 GB at most."""

import shutil
import sys
from pathlib import Path

import pytest

from app.context import Context
from tests.bench.harness import peak_memory

MB = 1 << 20
ROOM = 8  # free disk, as a multiple of the file: the ledger, its log, and the lines that wait
LINE = "XS{0:09d},2026-{1:02}-{2:02},K{3:05d},第 {3} 号客户有限公司,产品 {4},{5},{6}.50,苏州,这一行没有什么要说的\n"
HEAD = "订单号,下单日期,客户编号,客户名称,产品名称,数量,金额,城市,备注\n"


def _line(n: int) -> str:
    return LINE.format(n, n % 12 + 1, n % 28 + 1, n % 5000, n % 40, n % 9 + 1, n % 997)


def _write(path: Path, size: int) -> int:
    """A csv of about this size; returns its lines."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        while file.tell() < size:
            file.write("".join(map(_line, range(number, number + 10_000))))
            number += 10_000
    return number


@pytest.mark.skipif(sys.platform != "linux", reason="memory of a whole family of processes is told by Linux only")
@pytest.mark.parametrize(
    ("size", "memory"),
    [
        pytest.param(2 * MB, 600, id="2 MB"),
        pytest.param(1024 * MB, 2500, id="1 GB", marks=pytest.mark.long),
    ],
)
def test_every_line_comes_in(tmp_path: Path, home: Path, size: int, memory: int) -> None:
    if shutil.disk_usage(tmp_path).free < ROOM * size:
        pytest.skip("not enough room on this disk")
    source, ledger = tmp_path / "大台账.csv", tmp_path / "账.pandian"
    lines = _write(source, size)
    home.mkdir()
    taken = peak_memory([sys.executable, "-m", "app", "import", str(source), "--ledger", str(ledger), "--json"])
    assert taken < memory
    source.unlink()
    with Context.open(ledger) as context, context.reading() as connection:
        found = connection.exec_driver_sql("SELECT COUNT(*), SUM(amount) FROM order_line").one()
    assert tuple(found) == (lines, sum((n % 997) * 10_000 + 5_000 for n in range(lines)))
