"""Our calculations against worked values, one test per case; other files of the same form by REFERENCE_VALUES."""

import json
import math
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.reference_adapters import ADAPTERS, Input

FILE = Path(os.environ.get("REFERENCE_VALUES") or Path(__file__).parent / "data" / "reference-values.json")
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in json.loads(FILE.read_text("utf-8"))["cases"]}
HALF_FEN = 0.005


def input_of(case_id: str) -> Input:
    found: Input = CASES[case_id]["input"]
    return found


def differences(actual: Any, expected: Any, rel_tol: float, where: str = "") -> list[str]:
    """Where two results part; money (Decimal on our side) may differ by half a 分, other numbers by rel_tol."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return [f"{where}: {actual!r} is no mapping"]
        missing = [f"{where}.{key}: missing" for key in expected if key not in actual]
        both = (differences(actual[key], expected[key], rel_tol, f"{where}.{key}") for key in expected if key in actual)
        return missing + [each for found in both for each in found]
    if isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            return [f"{where}: {actual!r} is not like {expected!r}"]
        pairs = enumerate(zip(actual, expected, strict=True))
        return [each for n, (a, e) in pairs for each in differences(a, e, rel_tol, f"{where}[{n}]")]
    return [] if agrees(actual, expected, rel_tol) else [f"{where}: {actual!r} instead of {expected!r}"]


def agrees(actual: Any, expected: Any, rel_tol: float) -> bool:
    numbers = (int, float, Decimal)
    plain = isinstance(actual, bool) or isinstance(expected, bool)
    if plain or not (isinstance(actual, numbers) and isinstance(expected, numbers)):
        return bool(actual == expected) and type(actual) is type(expected)
    if isinstance(actual, Decimal):
        return abs(float(actual) - float(expected)) <= HALF_FEN
    return math.isclose(actual, expected, rel_tol=rel_tol, abs_tol=1e-9)


@pytest.mark.parametrize("case_id", CASES)
def test_case(case_id: str) -> None:
    case = CASES[case_id]
    adapter = ADAPTERS.get(case["function"])
    if adapter is None:
        pytest.skip(f"{case['function']}: not built yet")
    assert differences(adapter(case["input"], input_of), case["expected"], case["rel_tol"]) == []
