"""The log keeps what happened, and no more than some megabytes of it."""

from pathlib import Path

import pytest

from app import logs


def test_records_reach_the_file(tmp_path: Path) -> None:
    file = logs.start(tmp_path / "logs")
    logs.logger("test").warning("慢")
    assert "WARNING pandian.test 慢" in file.read_text("utf-8")


def test_starting_again_moves_to_the_new_folder(tmp_path: Path) -> None:
    first = logs.start(tmp_path / "one")
    second = logs.start(tmp_path / "two")
    logs.logger("test").warning("甲")
    assert (first.exists(), second.exists()) == (False, True)


def test_a_full_file_moves_on_and_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 200)
    file = logs.start(tmp_path)
    for number in range(40):
        logs.logger("test").warning("record %d", number)
    logs.logger("test").warning("last")
    names = {each.name for each in tmp_path.iterdir()}
    assert names - {file.name} == {f"{file.name}.{n}" for n in (1, 2, 3)}
    assert any("last" in each.read_text("utf-8") for each in tmp_path.iterdir())
