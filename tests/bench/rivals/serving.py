"""The rivals' side of the bench: run the work for every line that comes in, print its seconds and its result.

Standard library alone: it also runs where nothing of ours is installed.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any


def serve(work: Callable[[], Any]) -> None:
    for _question in sys.stdin:
        started = time.perf_counter()
        result = work()
        elapsed = time.perf_counter() - started
        print(json.dumps({"seconds": elapsed, "result": result}), flush=True)
