"""Developer commands: `python3 dev.py run`, `python3 dev.py test`, and the rest of a checkout's needs.

Standard library alone, because it makes the environment in which everything else runs.
"""

from __future__ import annotations

import argparse
import ast
import ctypes
import hashlib
import itertools
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT, RIVALS = "requirements.txt", "requirements-dev.txt", "requirements-bench.txt"
APART = ROOT / ".venv-bench"  # what the bench compares with wants libraries of long ago
SUPPORTED = (3, 11), (3, 15)

# What Qt loads on Debian and Ubuntu: the shared library asked for, and the package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The report's font: text in a PDF made with Noto CJK cannot be searched.
FONT_FAMILY, FONT_PACKAGES = "WenQuanYi Micro Hei", ["fontconfig", "fonts-wqy-microhei"]


class Stop(Exception):
    """The command cannot go on; the message says what to do."""


# --- the machine -----------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a command in the checkout with its output passed through; returns its exit status."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode


def must(command: list[str], env: dict[str, str] | None = None) -> None:
    if call(command, env):
        raise Stop(f"failed: {shlex.join(command)}")


def python(*arguments: str, env: dict[str, str] | None = None) -> int:
    return call([str(PYTHON), *arguments], env)


def has_display() -> bool:
    return not sys.platform.startswith("linux") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def administrator() -> list[str] | None:
    """What to put before a command to run it as root; None when that needs a password."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when that is allowed; otherwise print the line to type. True when they were installed."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        say(f"Please install the packages of your system that hold what Debian calls: {' '.join(packages)}")
        return False
    prefix = administrator()
    if prefix is None:
        say(f"Please type this, then start again:\n\n    sudo apt-get update && sudo {shlex.join(line)}\n")
        return False
    say(f"installing {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    call([*prefix, "apt-get", "update", "-qq"], env)
    return call([*prefix, *line, "-qq"], env) == 0


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    tool = shutil.which("fc-list")
    return bool(tool and subprocess.run([tool, FONT_FAMILY], capture_output=True, check=False).stdout.strip())


def provide_qt() -> None:
    """Bring the shared libraries and the font that Qt needs on a bare Linux."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    fonts = [] if has_font() else FONT_PACKAGES
    if not missing and not fonts:
        return
    installed = apt_install(missing + fonts)
    if missing and not installed:
        raise Stop("Qt cannot start without these libraries.")


def provide_tools(tools: dict[str, str]) -> None:
    """Bring programs that some tests use; without them those tests are skipped."""
    packages = [package for tool, package in tools.items() if not shutil.which(tool)]
    if packages and sys.platform.startswith("linux"):
        apt_install(packages)


# --- the environment -------------------------------------------------------------------------------------------------


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv(folder: Path) -> None:
    if python_of(folder).exists():
        return
    try:
        import ensurepip  # noqa: F401 - Debian ships Python without it
        import venv
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install([package]):
            raise Stop("Python cannot make a virtual environment without this package.") from None
        must([sys.executable, "-m", "venv", "--clear", str(folder)])
        return
    say(f"making {folder.name}")
    venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")


def install(requirements: str, folder: Path = VENV) -> None:
    """Make an environment and install the pinned files into it; a stamp makes the next time instant."""
    make_venv(folder)
    source = ROOT / requirements
    stamp, digest = folder / f"{source.stem}.stamp", hashlib.sha256(source.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"installing {requirements}")
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--disable-pip-version-check", "-qq"]
    must([str(python_of(folder)), "-m", "pip", "install", *options, "-r", requirements])
    stamp.write_text(digest)


# --- commands --------------------------------------------------------------------------------------------------------


def setup(_options: argparse.Namespace) -> int:
    """Make .venv with everything pinned, and nothing else."""
    install(RUNTIME)
    install(DEVELOPMENT)
    return 0


def run(options: argparse.Namespace) -> int:
    """Open the program; without a display, do the whole job on the sample ledger into demo/."""
    provide_qt()
    install(RUNTIME)
    if has_display():
        return python("-m", "app", *options.ledger)
    out = ROOT / "demo"
    say("There is no display here, so no window can open. Doing the whole job on the sample ledger instead.")
    status = python("-m", "app", "demo", "--out", str(out))
    for file in sorted(out.rglob("*")) if status == 0 else []:
        if file.is_file():
            print(file)
    return status


def test(options: argparse.Namespace) -> int:
    """Ruff, mypy and pytest; --long adds the long ones."""
    provide_qt()
    provide_tools({"pdftotext": "poppler-utils"})
    install(DEVELOPMENT)
    workers = min(os.cpu_count() or 1, 4)
    steps = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        "pytest": ["pytest", "-q", *(["-n", str(workers)] if workers > 1 else [])],
    }
    steps["pytest"] += [*([] if options.long else ["-m", "not long"]), *options.pytest]
    env = {"QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    env |= {"HYPOTHESIS_PROFILE": "long"} if options.long else {}
    failed = []
    for name, command in steps.items():
        started = time.monotonic()
        if python("-m", *command, env=env):
            failed.append(name)
        say(f"[{name}: {'FAILED' if name in failed else 'ok'}, {time.monotonic() - started:.0f} s]")
    return 1 if failed else 0


def screenshots(options: argparse.Namespace) -> int:
    """Pictures of every page."""
    provide_qt()
    install(RUNTIME)
    arguments = ["--lang", options.lang, "--theme", options.theme, "--scale", options.scale, "--size", options.size]
    arguments += ["--out", options.out, *(["--ledger", options.ledger] if options.ledger else [])]
    return python("-m", "app.ui.screenshots", *arguments, env={"QT_QPA_PLATFORM": "offscreen"})


def bench(options: argparse.Namespace) -> int:
    """Speed and memory, each case beside its reference in the same run."""
    provide_qt()
    install(DEVELOPMENT)
    try:
        install(RIVALS, APART)
    except Stop as stopped:  # too new a Python for them, say: the table names what could not be compared
        say(str(stopped))
    return python("-m", "tests.bench", *options.arguments, env={"OPENBLAS_NUM_THREADS": "1"})


def build(_options: argparse.Namespace) -> int:
    """The bundle in dist/, checked: every library imports inside it and its demo works."""
    provide_qt()
    install(DEVELOPMENT)
    must([str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"])
    return python("-m", "tests.bundle_check", str(ROOT / "dist" / "pandian"))


def lock(options: argparse.Namespace) -> int:
    """Remake the requirements files from the .in files, with the hashes of every wheel."""
    install(DEVELOPMENT)
    compile_ = [str(PYTHON), "-m", "uv", "--no-config", "pip", "compile", "-q"]
    compile_ += ["--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]
    compile_ += ["--custom-compile-command", "python3 dev.py lock", *(["--upgrade"] if options.upgrade else [])]
    must([*compile_, "requirements.in", "-o", RUNTIME])
    must([*compile_, "requirements-dev.in", "-c", RUNTIME, "-o", DEVELOPMENT])
    must([*compile_, "requirements-bench.in", "-o", RIVALS])
    return 0


def text_of(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


class MarkedTexts(ast.NodeVisitor):
    """The texts a module marks for translation, as (context, text, comment).

    lupdate itself reads Python with gaps: it loses what stands inside an f-string, loses `translate(…, n)` when n is
    more than a name, and else forgets that it is a plural. So it is given these, written in the one form it knows.
    """

    def __init__(self, source: str) -> None:
        self.found: set[tuple[str, str, str]] = set()
        self._class = ""
        self.visit(ast.parse(source))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = list(itertools.takewhile(bool, (text_of(argument) for argument in node.args[:3])))
        if name == "tr" and words:
            self.found.add((self._class, words[0], "".join(words[1:2])))
        elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(words) > 1:
            self.found.add((words[0], words[1], "".join(words[2:])))


def marked_texts() -> list[tuple[str, str, str]]:
    """Every text of the program that the catalogue must have."""
    sources = (ROOT / "app").rglob("*.py")
    return sorted(set().union(*(MarkedTexts(file.read_text("utf-8")).found for file in sources)))


def translations(_options: argparse.Namespace) -> int:
    """Collect the texts into en_US.ts and compile it to en_US.qm."""
    install(RUNTIME)
    catalogue = ROOT / "resources" / "i18n" / "en_US.ts"
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    quiet = ["-locations", "none", "-no-obsolete", "-source-language", "zh_CN", "-target-language", "en_US"]
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.py"
        lines = []
        for marked in marked_texts():
            words = ", ".join(json.dumps(word, ensure_ascii=False) for word in marked)
            plural = ", QCoreApplication.UnicodeUTF8, n" if "%n" in marked[1] else ""
            lines.append(f"QCoreApplication.translate({words}{plural})\n")
        texts.write_text("".join(lines), "utf-8")
        must([qt_tool("lupdate"), *quiet, str(texts), "-ts", str(catalogue)])
    return call([qt_tool("lrelease"), str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))])


def qt_tool(name: str) -> str:
    return str(PYTHON.parent / f"pyside6-{name}") + (".exe" if os.name == "nt" else "")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="dev.py", description="Developer commands of 客户盘点 Pandian.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(function: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(function.__name__, help=function.__doc__, description=function.__doc__)
        command.set_defaults(function=function)
        return command

    for function in (setup, build, translations):
        add(function)
    add(run).add_argument("ledger", nargs="*", help="a .pandian file to open")
    testing = add(test)
    testing.add_argument("--long", action="store_true", help="also random walks, kill loops and big files")
    testing.add_argument("pytest", nargs="*", help="what to give to pytest, after --")
    pictures = add(screenshots)
    pictures.add_argument("--lang", choices=["zh_CN", "en_US"], default="zh_CN")
    pictures.add_argument("--theme", choices=["light", "dark"], default="light")
    pictures.add_argument("--scale", default="1", help="1, 1.25, 1.5 …")
    pictures.add_argument("--size", default="1440x900", help="of the window, WIDTHxHEIGHT")
    pictures.add_argument("--ledger", help="a .pandian file; the sample ledger unless given")
    pictures.add_argument("--out", default="screenshots", help="folder for the pictures")
    add(bench).add_argument("arguments", nargs=argparse.REMAINDER, help="cases to run, and --rounds N")
    add(lock).add_argument("--upgrade", action="store_true", help="take newer versions where the .in files allow them")
    return top


def main() -> int:
    if not SUPPORTED[0] <= sys.version_info[:2] < SUPPORTED[1]:
        say(f"Python 3.11 to 3.14 is needed; this is {sys.version.split()[0]}.")
        return 2
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # file names are Chinese, a pipe on Windows is not
    options = parser().parse_args()
    try:
        return int(options.function(options))
    except Stop as reason:
        say(str(reason))
        return 1


if __name__ == "__main__":
    sys.exit(main())
