"""The harness of the bench: pairs, alternation, and the table."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import rivals
from tests.bench.harness import Case, Limit, Outcome, cpu, in_fresh_process, run, seconds, table
from tests.bench.rivals.ranking import told


def test_the_ratio_is_the_median_of_the_pairs_and_the_order_alternates() -> None:
    order: list[str] = []
    ours, theirs = iter([1.0, 9.0, 2.0]), iter([1.0, 1.0, 1.0])

    def take(name: str, source: "Callable[[], float]") -> float:
        order.append(name)
        return source()

    case = Case(
        "a", "3", lambda: take("s", lambda: next(ours)), lambda: take("r", lambda: next(theirs)), goal=2.0, rounds=3
    )
    outcome = run(case)
    assert "".join(order) == "srrssr"
    assert (outcome.ratio, outcome.ok) == ("2.000", True)


@pytest.mark.parametrize(("value", "ok"), [(799.0, True), (801.0, False)])
def test_a_limit_stands_alone(value: float, ok: bool) -> None:
    assert run(Limit("memory", "", lambda: value, 800)).ok is ok


def test_the_table_says_what_was_missed() -> None:
    lines = table([Outcome("start", "", "1 s", "2 s", "0.5", "1.5", ok=True), Outcome("b", "", "", "", "", "", False)])
    assert [line.split()[-1] for line in lines.splitlines()] == ["ok", "yes", "NO"]


def test_a_function_runs_in_a_process_of_its_own() -> None:
    assert in_fresh_process("builtins:abs", -3) == 3.0


def test_what_the_processor_did_is_a_time_too() -> None:
    assert 0 <= seconds(cpu(lambda: sum(range(1000)))) < 5


def test_a_rival_that_could_not_be_installed_fails_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rivals, "APART", tmp_path / "python")
    with rivals.Rival("lifetime", ["bgnbd", "-"], apart=True) as rival:
        assert not rival.there
        with pytest.raises(RuntimeError, match="could not be installed"):
            rival.seconds()


def test_the_rivals_count_by_the_same_grid() -> None:
    cells = [(5, 1, True, 2), (5, 1, False, 3), (1, 5, False, 4)]
    found = told(cells, [("A", 1)])
    assert (found["rfm.new"], found["rfm.promising"], found["rfm.cant_lose"]) == (2, 3, 4)
    assert (found["abc.A"], found["abc.C"]) == (1, 0)
