"""Timing in pairs: subject and reference alternate in one run, so that a busy machine slows both.

Seconds vary up to threefold between runs; the median of the pair-wise ratios is what a goal is about.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Measured = Callable[[], float | None]  # its own seconds, or None: the call itself is timed


@dataclass(frozen=True)
class Case:
    """Something of ours beside what it is measured against."""

    name: str
    size: str
    subject: Measured
    reference: Measured
    goal: float  # largest ratio subject / reference
    rounds: int = 5


@dataclass(frozen=True)
class Limit:
    """Something that must stay under a figure of its own, such as memory in MB."""

    name: str
    size: str
    measure: Callable[[], float]
    goal: float
    unit: str = "MB"


@dataclass(frozen=True)
class Outcome:
    """One line of the table."""

    name: str
    size: str
    subject: str
    reference: str
    ratio: str
    goal: str
    ok: bool


def run(case: Case | Limit, rounds: int | None = None) -> Outcome:
    return _limit(case) if isinstance(case, Limit) else _pairs(case, rounds or case.rounds)


def _limit(case: Limit) -> Outcome:
    value = case.measure()
    return Outcome(case.name, case.size, f"{value:.4g} {case.unit}", "", "", f"{case.goal:g}", value <= case.goal)


def _pairs(case: Case, rounds: int) -> Outcome:
    pairs = []
    for number in range(rounds):
        first, second = (case.subject, case.reference) if number % 2 == 0 else (case.reference, case.subject)
        times = seconds(first), seconds(second)
        pairs.append(times if number % 2 == 0 else times[::-1])
    ratio = statistics.median(subject / reference for subject, reference in pairs)
    middle = [statistics.median(column) for column in zip(*pairs, strict=True)]
    shown = f"{middle[0]:.3f} s", f"{middle[1]:.3f} s", f"{ratio:.3f}", f"{case.goal:g}"
    return Outcome(case.name, case.size, *shown, ok=ratio <= case.goal)


def seconds(measured: Measured) -> float:
    started = time.perf_counter()
    own = measured()
    return time.perf_counter() - started if own is None else own


def cpu(work: Callable[[], object]) -> Measured:
    """Timed by what the processor did: of a few milliseconds, a busy machine's turns would decide."""

    def measured() -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    return measured


def table(outcomes: Iterable[Outcome]) -> str:
    rows = [("case", "data", "ours", "reference", "ratio", "goal", "ok")]
    rows += [(o.name, o.size, o.subject, o.reference, o.ratio, o.goal, "yes" if o.ok else "NO") for o in outcomes]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def in_fresh_process(function: str, *arguments: object) -> float:
    """Seconds of `module:function(*arguments)` in a process of its own, without the start of the interpreter.

    The arguments travel as JSON. What the function returns is the time, when it returns a number.
    """
    return float(_child(function, arguments))


def result_of(function: str, *arguments: object) -> str:
    """Run a function in a process of its own for what it leaves behind, such as a file."""
    return _child(function, arguments)


def command_for(function: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "tests.bench.once", function, json.dumps(arguments, default=str)]


def _child(function: str, arguments: Sequence[object]) -> str:
    command = command_for(function, *arguments)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{function} failed:\n{done.stderr[-2000:]}")
    return done.stdout.strip().splitlines()[-1]


def peak_memory(command: Sequence[str]) -> float:
    """The largest sum of resident memory of a command and all its children, in MB (Linux)."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_resident, _family(process.pid))))
        time.sleep(0.02)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}: {process.communicate()[1].decode()[-2000:]}")
    process.communicate()
    return peak * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
