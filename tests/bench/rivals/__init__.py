"""Programs of others that the bench compares with, each in a process of its own that answers as often as asked."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Any

from tests.bench.harness import ROOT

APART = ROOT / ".venv-bench" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
"""Made by `dev.py bench`: lifetimes wants a numpy that nothing else here could live with."""


class Rival:
    """Starts a module, which loads what it needs; each question is answered with seconds and a result.

    Where its environment is not `there`, a case that asks fails, and the table says so.
    """

    def __init__(self, module: str, arguments: Sequence[object], *, apart: bool) -> None:
        python = str(APART) if apart else sys.executable
        self.there = not apart or APART.exists()
        if not self.there:
            return
        self._process = subprocess.Popen(
            [python, "-m", f"tests.bench.rivals.{module}", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _answer(self) -> dict[str, Any]:
        if not self.there:
            raise RuntimeError("what it is compared with could not be installed")
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write("\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise RuntimeError(f"a rival ended with {self._process.wait()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def seconds(self) -> float:
        return float(self._answer()["seconds"])

    def ask(self) -> Any:
        return self._answer()["result"]

    def __enter__(self) -> "Rival":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self.there:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait()
