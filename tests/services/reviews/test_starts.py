"""Where the rules of a review come from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.context import Context
from app.services.errors import InputError
from app.services.reviews import draft, starts
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.reviews.starts import begun, touched
from app.services.settings import MethodSettings
from tests.services.reviews.shop import NOVEMBER, OCTOBER, shop


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with shop(tmp_path) as opened:
        yield opened


def fresh(context: Context) -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, NOVEMBER, as_of=NOVEMBER)))
    return made[0]


def from_(context: Context, wanted: ReviewDraft, key: str) -> ReviewDraft:
    with context.reading() as connection:
        return begun(connection, wanted, key)


def test_every_template_is_a_set_of_rules_that_fit_together(context: Context) -> None:
    wanted = fresh(context)
    for template in starts.TEMPLATES:
        found = from_(context, wanted, template.key)
        assert found.schemes == template.schemes
        assert found.settings.as_texts().items() >= MethodSettings().with_texts(template.texts).as_texts().items()
        assert found.begun_from == template.key
        with context.reading() as connection:
            assert not touched(connection, found)
            assert touched(connection, replace(found, settings=replace(found.settings, rfm_months=7)))


def test_empty_is_one_scheme_and_defaults_are_four(context: Context) -> None:
    wanted = replace(fresh(context), settings=MethodSettings(value_high=10**12))
    assert from_(context, wanted, "empty").schemes == ("value",)
    assert from_(context, wanted, "defaults").schemes == draft.SCHEMES
    assert from_(context, wanted, "empty").settings == MethodSettings()
    assert from_(context, wanted, "now").settings == MethodSettings()
    with pytest.raises(InputError):
        from_(context, wanted, "nonsense")


def test_the_last_review_hands_on_its_schemes_and_rules(context: Context) -> None:
    rules = MethodSettings(value_high=700_000 * 10_000)
    first = replace(fresh(context), as_of=OCTOBER, schemes=("rfm", "value"), settings=rules, signed_by="王")
    context.run(FinishReview(first, OCTOBER))
    second = fresh(context)
    assert second.schemes == ("rfm", "value")
    other = from_(context, second, "retail")
    found = from_(context, other, "last")
    assert (found.schemes, found.settings) == (("rfm", "value"), rules)
    assert "上次盘点的规则（2026 年 11 月）" in [each.word for each in starts.starts("2026 年 11 月")]


def test_decisions_go_with_the_leading_scheme_they_name(context: Context) -> None:
    wanted = fresh(context).decided(1, Decision(class_id="mid"))
    assert from_(context, wanted, "wholesale").decisions == wanted.decisions
    rfm = replace(wanted, schemes=("rfm",))
    assert from_(context, rfm, "wholesale").decisions == {}


def test_where_it_began_is_kept(context: Context) -> None:
    wanted = from_(context, fresh(context), "projects")
    context.write_draft(lambda connection: draft.save(connection, wanted))
    with context.reading() as connection:
        assert draft.load(connection, wanted.review_id).begun_from == "projects"
