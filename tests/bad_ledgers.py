"""Ledger files that cannot be opened, each made out of a good one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def _damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:12_288] = bytes(12_188)
    path.write_bytes(content)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1")
        connection.commit()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "damaged": (_damaged, "ledger.damaged"),
    "cut off": (_cut, "ledger.damaged"),
    "newer": (_newer, "ledger.newer"),
    "another program's database": (_database, "ledger.foreign"),
    "a text": (lambda path: path.write_text("客户 " * 400, "utf-8"), "ledger.foreign"),
    "empty": (lambda path: path.write_bytes(b""), "ledger.foreign"),
    "a workbook": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(3000)), "ledger.foreign"),
    "a folder": (_folder, "ledger.foreign"),
    "read-only": (lambda path: path.chmod(0o444), "ledger.read_only"),
    "missing": (Path.unlink, "ledger.missing"),
}
"""What is done to a good ledger, and the code of the refusal that must follow."""
