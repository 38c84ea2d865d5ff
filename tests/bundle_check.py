"""Checks a bundle from inside, as the last step of `python3 dev.py build`: `python -m tests.bundle_check FOLDER`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SUFFIX = ".exe" if os.name == "nt" else ""
WANTED = ("*.pdf", "*.xlsx", "*.png")  # what the demo leaves


def check(bundle: Path) -> list[str]:
    """What is wrong with the bundle."""
    missing = [n for n in ("PandianDesktop", "pandian") if not (bundle / f"{n}{SUFFIX}").is_file()]
    if missing:
        return [f"{name} is missing" for name in missing]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        runs = {"imports": ["--check-imports"], "demo": ["demo", "--out", str(out)]}
        wrong = [
            f"{name}: exit status {status}" for name, line in runs.items() if (status := run(bundle, folder, line))
        ]
        wrong += [f"the demo left no {pattern}" for pattern in WANTED if not list(out.rglob(pattern))]
        empty = [file.name for file in out.rglob("*") if file.is_file() and not file.stat().st_size]
        return wrong + [f"{name} is empty" for name in empty]


def run(bundle: Path, home: str, arguments: list[str]) -> int:
    """The console starter away from the checkout, as a user with nothing set up."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= {"PANDIAN_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(bundle / f"pandian{SUFFIX}"), *arguments]
    return subprocess.run(command, cwd=home, env=environment, check=False, timeout=600).returncode


def size(bundle: Path) -> float:
    return sum(f.stat().st_size for f in bundle.rglob("*") if f.is_file() and not f.is_symlink()) / 2**20


def main() -> int:
    bundle = Path(sys.argv[1]).resolve()
    wrong = check(bundle)
    print(f"{bundle}: {size(bundle):.0f} MiB" if not wrong else "\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
