"""The record of a change: what came last is told without unpacking what came before."""

import pytest

from app.services import row_images
from app.services.row_images import PART, Record, Step

ROWS = [[number, "甲"] for number in range(PART // 2)]


def removal(table: str) -> Step:
    return ["-", table, ["id", "name"], ROWS]


@pytest.fixture
def record() -> Record:
    """Seven steps: three parts of two, and one that is not packed yet."""
    result = Record()
    for number in range(7):
        result.append(removal(f"t{number}"))
    return result


@pytest.mark.parametrize("count", range(8))
def test_the_steps_after_some_are_the_last_ones(record: Record, count: int) -> None:
    assert record.since(count) == list(record)[count:]


def test_earlier_parts_stay_packed(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[bytes] = []

    def told(part: bytes) -> list[Step]:
        unpacked.append(part)
        return plain(part)

    plain = row_images.unpack
    monkeypatch.setattr(row_images, "unpack", told)
    assert [step[1] for step in record.since(6)] == ["t6"]
    assert unpacked == []
    assert [step[1] for step in record.since(5)] == ["t5", "t6"]
    assert len(unpacked) == 1
