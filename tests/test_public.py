"""What a public repository must not hold, and what a bare clone needs."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MACHINE_PATHS = re.compile("(?<![\\w.])/" + "(home|root|work|Users)/" + "|[A-Z]:\\\\" + "Users")
UNFINISHED = re.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b")
LARGEST = 2_000_000


def tracked() -> list[Path]:
    """The files of the repository; outside one, what lies in the folders that belong to it."""
    git = shutil.which("git") if (ROOT / ".git").exists() else None
    if git:
        listing = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        files = [ROOT / name for name in listing.decode().split("\0") if name]
    else:
        files = [f for part in ("app", "tests", "resources") for f in (ROOT / part).rglob("*") if f.is_file()]
    return [f for f in files if f.exists()]


FILES = tracked()


def texts() -> list[tuple[str, str]]:
    ours = [f for f in FILES if f.suffix in {".py", ".md", ".toml", ".in", ".txt", ".spec", ".yml"} or f.name == "run"]
    return [(str(f.relative_to(ROOT)), f.read_text("utf-8")) for f in ours]


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, UNFINISHED], ids=["paths of one machine", "unfinished work"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    assert [f"{name}: {m.group()}" for name, text in texts() for m in pattern.finditer(text)] == []


def test_spreadsheets_are_written_by_the_tests() -> None:
    kinds = {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".et", ".csv", ".pandian"}
    shipped = {f.relative_to(ROOT).parts[:2] for f in FILES if f.suffix.lower() in kinds}
    assert shipped <= {("resources", "samples"), ("resources", "templates")}


def test_no_large_file() -> None:
    assert [f.name for f in FILES if f.stat().st_size > LARGEST] == []


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_by_hash_alone(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.sub(r"\\\n\s*", " ", text).splitlines()
    assert all(" --hash=sha256:" in line for line in entries if line and not line.startswith("#"))
    assert not re.search(r"https?:|file:|index-url|find-links", text)


def test_development_runs_on_what_is_shipped() -> None:
    shipped, development = pins("requirements.txt"), pins("requirements-dev.txt")
    assert shipped.items() <= development.items()
    assert shipped["pyside6-essentials"] == "6.11.3"
    assert {"colorama", "tzdata", "pefile", "pywin32-ctypes"} <= development.keys()


def test_ci_runs_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert "dev.py test" in script.read_text("utf-8")
    assert os.name == "nt" or os.access(script, os.X_OK)
