"""What the check suggests, against pairs that were judged by hand."""

from collections import Counter

import pytest

from tests import labelled


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, labelled.Figures]:
    return labelled.figures(tmp_path_factory.mktemp("labelled"))


@pytest.mark.parametrize("part", [labelled.TUNE, labelled.HELD_OUT])
def test_suggests_the_same_customers_and_hardly_another(figures: dict[str, labelled.Figures], part: str) -> None:
    found = figures[part]
    assert found.precision >= 0.98, found
    assert found.recall >= 0.95, found
    assert found.branches >= 0.9, found


def test_a_third_is_held_out_by_a_rule_of_its_own() -> None:
    pairs = labelled.pairs()
    assert len(pairs) >= 400
    assert [pair for pair in pairs if pair.part != labelled.part_of(pair)] == []
    counts = Counter((pair.label, pair.part) for pair in pairs)
    assert all(counts[label, labelled.HELD_OUT] >= 20 for label in ("equal", "different", "branch", "near_miss"))
