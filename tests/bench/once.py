"""Runs one function in a process of its own and prints its seconds: `python -m tests.bench.once module:function []`."""

import importlib
import json
import sys
import time


def main() -> None:
    name, arguments = sys.argv[1], json.loads(sys.argv[2])
    module, function = name.split(":")
    call = getattr(importlib.import_module(module), function)
    started = time.perf_counter()
    result = call(*arguments)
    elapsed = time.perf_counter() - started
    print(result if isinstance(result, int | float) else elapsed)


if __name__ == "__main__":  # the reader process of an import loads this module again
    main()
