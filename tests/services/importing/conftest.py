"""A ledger on the desk, and files in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.context import Context
from tests.services.importing.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with Context.create(tmp_path / "ledger.pandian") as context:
        yield Desk(context, tmp_path, monkeypatch)
