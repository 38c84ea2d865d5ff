"""The developer commands, as far as they can be seen without changing the machine."""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("class P:\n    def f(self): self.tr('甲')", ("P", "甲", "")),
        ("class P:\n    def f(self): self.tr('已选 %n 位', '', len(x))", ("P", "已选 %n 位", "")),
        ("class P:\n    class Q:\n        def f(self): self.tr('乙')", ("Q", "乙", "")),
        ("class P:\n    def f(self): return f'{self.tr(\"丙\")}!'", ("P", "丙", "")),
        ("texts.translate('Report', '第 {0} 页').format(1)", ("Report", "第 {0} 页", "")),
        ("translate('Tiers', '高', 'short')", ("Tiers", "高", "short")),
        ("translate('Report', '%n 家', n=count)", ("Report", "%n 家", "")),
        ("T = {'a': QT_TRANSLATE_NOOP('E', '很长，' '两段。')}", ("E", "很长，两段。", "")),
    ],
)
def test_finds_what_is_marked_for_translation(code: str, expected: tuple[str, str, str]) -> None:
    assert dev.MarkedTexts(code).found == {expected}


@pytest.mark.parametrize("code", ["translate(context, '甲', '乙')", "'甲'.translate(table)", "self.tr(text)"])
def test_leaves_what_is_no_literal(code: str) -> None:
    assert dev.MarkedTexts(code).found == set()


def test_help_names_every_command() -> None:
    shown = subprocess.run([sys.executable, "dev.py", "--help"], cwd=dev.ROOT, capture_output=True, check=True).stdout
    commands = ("run", "test", "setup", "screenshots", "bench", "build", "lock", "translations")
    assert [name for name in commands if name.encode() not in shown] == []


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run; everything succeeds."""
    seen: list[list[str]] = []

    def record(command: list[str], env: dict[str, str] | None = None) -> int:
        seen.append(command)
        return 0

    monkeypatch.setattr(dev, "call", record)
    return seen


def test_installs_once_per_version_of_the_requirements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "make_venv", lambda _folder: None)
    for text in ("a==1", "a==1", "a==2"):
        (tmp_path / "requirements.txt").write_text(text)
        dev.install("requirements.txt")
    assert len(commands) == 2
    assert all("--require-hashes" in command for command in commands)


def test_says_what_to_type_where_it_may_not_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "administrator", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    assert not dev.apt_install(["libegl1"])
    assert "sudo apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().err
    assert commands == []


def test_a_missing_library_stops_and_a_missing_font_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "apt_install", lambda packages: asked.append(packages))
    monkeypatch.setattr(dev, "has_font", lambda: False)
    monkeypatch.setattr(dev, "loads", lambda library: True)
    dev.provide_qt()
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    with pytest.raises(dev.Stop):
        dev.provide_qt()
    assert asked == [dev.FONT_PACKAGES, ["libegl1", *dev.FONT_PACKAGES]]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("provide_qt", "provide_tools", "install"):
        monkeypatch.setattr(dev, name, lambda *_arguments: None)


def test_what_makes_the_locked_files_is_locked_too(monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev, "install", asked.append)
    assert dev.lock(argparse.Namespace(upgrade=False)) == 0
    assert asked == [dev.DEVELOPMENT]
    assert [command[:3] for command in commands] == [[str(dev.PYTHON), "-m", "uv"]] * 3
    locked = (dev.ROOT / dev.DEVELOPMENT).read_text("utf-8")
    assert re.search(r"^uv==\S+ \\\n    --hash=sha256:", locked, re.MULTILINE)


@pytest.mark.usefixtures("installed")
def test_run_opens_the_window(monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    assert dev.run(argparse.Namespace(ledger=["a.pandian"])) == 0
    assert [command[1:] for command in commands] == [["-m", "app", "a.pandian"]]


@pytest.mark.usefixtures("installed")
def test_run_without_a_display_shows_the_demo(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    commands: list[list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "月报.pdf").write_text("")
    assert dev.run(argparse.Namespace(ledger=[])) == 0
    assert commands[0][1:4] == ["-m", "app", "demo"]
    shown = capsys.readouterr()
    assert "no display" in shown.err
    assert "月报.pdf" in shown.out


@pytest.mark.usefixtures("installed")
def test_test_runs_every_step_and_fails_if_one_did(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def fail_first(command: list[str], env: dict[str, str] | None = None) -> int:
        ran.append(command[2])
        return 1 if len(ran) == 1 else 0

    monkeypatch.setattr(dev, "call", fail_first)
    assert dev.test(argparse.Namespace(long=False, pytest=[])) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]


@pytest.mark.usefixtures("installed")
def test_the_long_test_tries_more_and_leaves_none_out(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[list[str], dict[str, str]]] = []

    def note(command: list[str], env: dict[str, str] | None = None) -> int:
        ran.append((command, env or {}))
        return 0

    monkeypatch.setattr(dev, "call", note)
    assert dev.test(argparse.Namespace(long=True, pytest=["-k", "walk"])) == 0
    command, env = ran[-1]
    assert "not long" not in command
    assert command[-2:] == ["-k", "walk"]
    assert env["HYPOTHESIS_PROFILE"] == "long"
