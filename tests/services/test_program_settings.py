"""Program settings survive a restart, a crash while saving and a file somebody spoilt."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import program_settings
from app.services.program_settings import FILE, MOST_RECENT, ProgramSettings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = ProgramSettings(language="en_US", theme="dark", size=125, recent=("甲.pandian",), stepwise_import=True)
    program_settings.save(chosen, tmp_path)
    assert program_settings.load(tmp_path) == chosen
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert program_settings.load(tmp_path) == ProgramSettings()


@pytest.mark.parametrize("content", ["", "{", "[]", "3", '{"theme": ["dark"]}', '{"size": "big"}', '{"size": 17}'])
def test_a_spoilt_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, "utf-8")
    assert program_settings.load(tmp_path) == ProgramSettings()


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"theme": "pink", "size": 110, "new in 2031": 1}', "utf-8")
    assert program_settings.load(tmp_path) == ProgramSettings(size=110)


values = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text()), st.lists(st.integers()))


@given(stored=st.dictionaries(st.sampled_from(sorted(asdict(ProgramSettings()))), values))
def test_whatever_is_stored_the_settings_are_of_their_types(
    tmp_path_factory: pytest.TempPathFactory, stored: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE).write_text(json.dumps(stored), "utf-8")
    loaded, usual = program_settings.load(folder), ProgramSettings()
    assert {k: type(v) for k, v in vars(loaded).items()} == {k: type(v) for k, v in vars(usual).items()}


def test_opened_ledgers_come_first_and_are_few() -> None:
    settings = ProgramSettings()
    for number in range(20):
        settings = settings.opened(f"{number}")
    settings = settings.opened("15")
    assert settings.recent[:3] == ("15", "19", "18")
    assert len(settings.recent) == MOST_RECENT
    assert settings.last_ledger == "15"
    assert settings.forgotten("15") == replace(settings, recent=settings.recent[1:], last_ledger="")


def test_a_full_disk_does_not_stop_the_work(tmp_path: Path) -> None:
    program_settings.save(ProgramSettings(size=110), tmp_path / "gone")
    assert program_settings.load(tmp_path / "gone") == ProgramSettings()
