"""One customer under every scheme at once, and his lifetime value only where a model stood its tests."""

from app.services.progress import WorkContext
from app.services.workbench import everything
from app.services.workbench.everything import Everything
from tests.services.workbench.test_measures import TODAY, comers_and_goers, ledger


def prepared(cost: float | None, many: int | None = None) -> Everything:
    with ledger(comers_and_goers(cost)[:many]) as connection:
        return everything.prepare(connection, TODAY, WorkContext())


def test_the_lifetime_value_is_told_where_the_gate_let_a_model_through() -> None:
    found = prepared(0.6)
    told = found.of(1)
    assert [each.scheme for each in told][-1] == "clv"
    assert told[-1].tip == everything.formula()
    assert told[-1].word != "—"
    assert all(each.reason and each.word and "{" not in each.reason for each in told)
    assert [each.scheme for each in told][:3] == ["value", "pareto", "abc"]


def test_where_no_model_holds_nothing_is_made_up() -> None:
    found = prepared(0.6, 30)
    assert "clv" not in [each.scheme for each in found.of(1)]
    assert found.of(9_999) == ()


def test_every_scheme_tells_what_would_move_the_customer_or_why_nothing_can_be_said() -> None:
    told = prepared(0.6, 30).of(1)
    steps = {each.scheme: each.steps for each in told}
    assert all(each and all(step and "{" not in step for step in each) for each in steps.values())
    assert "升为" in steps["value"][0]
    assert "下一单" in steps["demand_state"][0] or "不来就转为" in steps["demand_state"][0]
    assert "没有固定的线" in steps["kmeans"][0]
    assert "不分高低" in steps["attribute:industry"][0]
