"""What an operation tells of the customers it changed."""

from app.services.changes import NAMED, Changes


def test_customers_are_named_while_they_are_few_enough() -> None:
    assert Changes.to({1, 2}, lines=True) == Changes(frozenset({1, 2}), lines=True)
    assert Changes.to(range(NAMED), tags=True).customers == frozenset(range(NAMED))
    assert Changes.to(range(NAMED + 1), tags=True) == Changes(many=True, tags=True)
