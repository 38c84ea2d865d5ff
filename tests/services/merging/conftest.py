"""A ledger to merge in, and one with files to import into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.context import Context
from tests.ledgers import ledger
from tests.services.importing.desk import Desk


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with ledger(tmp_path) as opened:
        yield Desk(opened, tmp_path, monkeypatch)
