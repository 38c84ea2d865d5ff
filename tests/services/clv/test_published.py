"""The published sample by the command line: parameters, likelihood and expectations of the papers (methods.md C)."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import cli
from app.context import Context
from app.services.clv import bgnbd, portfolio
from app.services.facts import lifetime
from app.services.settings import MethodSettings
from tests import foreign

pytestmark = pytest.mark.foreign
COLUMNS = {"B": "customer_code", "C": "date", "D": "quantity", "E": "amount"}
MAPPING = {"pandian_mapping": 1, "sheets": {"*": {"header_rows": [], "columns": COLUMNS}}}
DAY = date(1997, 9, 30)
Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> dict[str, Any]:
        assert cli.main([*map(str, arguments), "--ledger", str(tmp_path / "cd.pandian"), "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    mapping = tmp_path / "cd.json"
    mapping.write_text(json.dumps(MAPPING), "utf-8")
    run("import", foreign.ledgers() / "CDNOW_sample.txt", "--mapping", mapping)
    return run


def test_the_command_gives_the_published_figures(run: Run) -> None:
    found = run("segment", "clv", "--as-of", DAY)
    told = found["diagnostics"]
    published = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    assert {key: told["bgnbd"][key] for key in published} == pytest.approx(published, rel=0.01)
    assert told["bgnbd"]["log_likelihood"] == pytest.approx(-9582.4, abs=0.1)
    spending = {"p": 6.25, "q": 3.74, "gamma": 15.44}
    assert {key: told["gamma_gamma"][key] for key in spending} == pytest.approx(spending, rel=0.02)
    assert found["population"] == len(found["customers"]) == 2357


def test_the_expectations_are_those_of_the_sample(run: Run, tmp_path: Path) -> None:
    """The half year after: 1,882 purchases came, 1,653 were expected, better than the same pace going on."""
    with Context.open(tmp_path / "cd.pandian") as context, context.reading() as connection:
        early = lifetime.read(connection, DAY, MethodSettings())
        late = lifetime.read(connection, date(1998, 6, 30), MethodSettings())
    found = portfolio.measure(early)
    assert found.purchases_fit is not None
    parameters, histories = found.purchases_fit.parameters, found.summary.histories
    expected = bgnbd.expected_purchases(parameters, histories, 39)
    came = np.bincount(late.purchases.row, minlength=len(early)) - np.bincount(early.purchases.row)
    pace = histories.repeats / histories.age * 39
    assert (int(came.sum()), round(float(expected.sum()))) == (1882, 1653)
    assert float(np.abs(expected - came).mean()) == pytest.approx(0.785, abs=0.001)
    assert float(np.abs(pace - came).mean()) == pytest.approx(1.024, abs=0.001)
    one = bgnbd.Histories(np.array([2]), np.array([30.43]), np.array([38.86]))
    assert float(bgnbd.p_alive(parameters, one)[0]) == pytest.approx(0.72658, rel=1e-3)
    assert float(bgnbd.expected_purchases(parameters, one, 39)[0]) == pytest.approx(1.2260, rel=1e-3)
