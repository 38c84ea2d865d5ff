"""One customer under every scheme at once, and his lifetime value only where a model stood its tests."""

from app.services.progress import WorkContext
from app.services.workbench import about, everything
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
    assert all(step and "{" not in step for each in steps.values() for step in each)
    assert {each.scheme for each in told if not each.steps} == {each.scheme for each in told if each.slot == "dashed"}
    assert "升为" in steps["value"][0]
    assert all(step not in each.reason for each in told for step in each.steps)  # said once
    assert "天不来就转为流失" in steps["demand_state"][0]
    assert all(each.reason for each in told)


def test_without_a_distance_the_sentence_says_so() -> None:
    near = {scheme: found for scheme, _label, _classes, found in prepared(0.6, 30).classes}
    assert "没有固定的线" in near["kmeans"].said(0)[0]
    assert "不分高低" in near["attribute:industry"].said(0)[0]


def test_what_the_first_fifth_brings_is_told_with_what_was_counted() -> None:
    """The share of the profit beside a table of sales would look like a mistake without its name."""
    for cost, counted in ((0.6, "毛利"), (None, "净销售额")):
        classes = {scheme: found for scheme, _label, found, _near in prepared(cost, 30).classes}["pareto"]
        assert any(f"位贡献了{counted}的 " in note for note in about.notes(classes["pareto"]))
