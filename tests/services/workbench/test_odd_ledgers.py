"""Ledgers that hold too little or nonsense: every chart has a sentence without holes, every page says what is amiss."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.context import Context
from app.services import own_schemes
from app.services.quarterly import look_back
from app.services.settings import MethodSettings
from app.services.workbench import catalogue, concentration_view, lifetime_view, looking, pictures
from tests.random_ledgers import Ledger, line, order
from tests.test_bad_input import LEDGERS, MINE, TODAY, _add, _tag_of_another_name

HOLES = ("—", "{", "nan", "None", "inf")
SCHEMES = [each.id for shelf in catalogue.shelves() for each in shelf.entries if catalogue.in_classes(each.id)]


@pytest.mark.parametrize("name", LEDGERS)
def test_no_sentence_speaks_of_what_is_not_there(name: str) -> None:
    with Ledger(LEDGERS[name]).opened() as connection:
        bench = looking.prepare(connection, TODAY)
        for scheme in SCHEMES:
            found = looking.look(connection, bench, scheme, MethodSettings())
            said = [chart.sentence for chart in pictures.charts_of(found.subject())] + list(found.notes)
            assert all(not any(hole in each for hole in HOLES) for each in said), (scheme, said)
        measured = lifetime_view.look(connection, bench).measured
        said = [measured.verdict, *(chart.sentence for chart in measured.charts)]
        assert all(not any(hole in each for hole in HOLES) for each in said), said


@pytest.mark.parametrize(
    "rules",
    [
        {"abc_a": "0%"},
        {"abc_b": "100%"},
        {"pareto_top": "0%"},
        {"pareto_bottom": "0%"},
        {"score_coverage": "0%"},
        {"quadrant_cut": "percentile", "quadrant_level": "100%"},
    ],
)
def test_shares_of_nothing_and_of_all_leave_everybody_his_sentence(rules: dict[str, str]) -> None:
    settings = MethodSettings().with_texts(rules)
    sold = [order(f"C{n}", TODAY - timedelta(9 * n), line(1_000 * n)) for n in range(1, 8)]
    with Ledger({"customers": [{"id": f"C{n}"} for n in range(1, 8)], "orders": sold}).opened() as connection:
        bench = looking.prepare(connection, TODAY)
        for scheme in ("pareto", "abc", "quadrant", "score"):
            found = looking.look(connection, bench, scheme, settings)
            for number in found.bench.facts.customer_id.tolist():
                said = found.explain(number)
                assert said is not None
                assert said.steps
                assert not any(hole in each for hole in HOLES for each in (said.reason, *said.steps)), scheme


def test_of_losses_no_largest_is_named() -> None:
    with Ledger(LEDGERS["negative totals"]).opened() as connection:
        bench = looking.prepare(connection, TODAY)
        for scheme, what in (("rfm", "格"), ("attribute:category", "项")):
            found = looking.look(connection, bench, scheme, MethodSettings())
            (chart,) = pictures.charts_of(found.subject())
            assert chart.sentence == f"没有哪一{what}的采购额是正数，比不出最多的。"


def test_a_score_of_nothing_known_says_so() -> None:
    with Ledger(LEDGERS["nobody"]).opened() as connection:
        found = looking.look(connection, looking.prepare(connection, TODAY), "score", MethodSettings())
    (chart,) = pictures.charts_of(found.subject())
    assert chart.sentence == "没有一位客户有这些指标的数据，综合分还算不出来。"


def test_a_scheme_that_asks_for_a_deleted_tag_says_so_where_it_is_looked_at(tmp_path: Path) -> None:
    with Context.create(tmp_path / "账.pandian") as context:
        context.write_draft(lambda connection: _add(connection, LEDGERS["one customer"]))
        context.write_draft(_tag_of_another_name)
        context.run(own_schemes.SaveScheme(MINE))
        with context.reading() as connection:
            found = looking.look(connection, looking.prepare(connection, TODAY), "own:1", MethodSettings())
    assert any("「旧」已经不在了" in each for each in found.notes)


def test_of_one_customer_nobody_says_where_he_stands_among_others() -> None:
    with Ledger(LEDGERS["one customer"]).opened() as connection:
        bench = looking.prepare(connection, TODAY)
        found = looking.look(connection, bench, "pareto", MethodSettings())
        alone, valued = concentration_view.look(bench), lifetime_view.look(connection, bench).measured
        quarter = look_back(connection, TODAY, MethodSettings())
    assert [chart.sentence for chart in pictures.charts_of(found.subject())] == ["成交的客户太少，没有分先后。"]
    assert alone.verdict == "只有「C0」一位客户有采购额，谈不上集中：他一走，就没有销售额了。"
    assert [chart.sentence for chart in alone.charts] == ["最大的 1 位合起来占 100.0%。"]
    assert "补上成本以后再看" in valued.verdict
    assert valued.details == ()
    assert quarter.schemes
    assert {each.failing for each in quarter.schemes} == {()}
