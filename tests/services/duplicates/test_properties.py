"""What holds for any names: nothing breaks, order does not matter, and a slip of the pen does not hide a customer."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.duplicates import Pair, judging, people
from app.services.duplicates.people import Entered
from app.services.progress import Cancelled, WorkContext

_CHARS = "栎珩砚峤沐霁槿昀屿桉泓朔榆珞岚澜芮芷枫渚"
OWN = st.text(_CHARS, min_size=4, max_size=6).filter(lambda own: len(set(own)) == len(own))
PLACES = st.sampled_from(["", "苏州", "苏州市", "江苏省苏州市"])
FORMS = st.sampled_from(["", "有限公司", "有限责任公司", "股份有限公司", "公司"])
TRADES = st.sampled_from(["电子", "食品", "物流", "建材"])
ANY = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("有限公司（）()分店市区苏州原一1 \n张伟co.ltd")),
    max_size=24,
)


def judged(*entered: str) -> list[Pair]:
    known = people.of([Entered(number, name) for number, name in enumerate(entered, start=1)], WorkContext())
    return judging.judged(known, WorkContext())


@given(OWN, PLACES, PLACES, FORMS, FORMS, TRADES)
def test_place_and_legal_form_make_no_other_customer(
    own: str, place: str, other_place: str, form: str, other_form: str, trade: str
) -> None:
    (pair,) = judged(f"{place}{own}{trade}{form}", f"{other_place}{own}{trade}{other_form}")
    assert pair.suggestion == "same"
    assert pair.evidence[0] == f"字号相同：「{own}」。"


@given(OWN, st.data(), TRADES)
def test_one_slip_does_not_hide_a_customer(own: str, data: st.DataObject, trade: str) -> None:
    cut = data.draw(st.integers(0, len(own) - 2))
    exchanged = own[:cut] + own[cut + 1] + own[cut] + own[cut + 2 :]
    missing = own[:cut] + own[cut + 1 :]
    for slip in (exchanged, missing):
        assert [(pair.first, pair.second) for pair in judged(f"苏州{own}{trade}", f"苏州{slip}{trade}有限公司")] == [
            (1, 2)
        ]


@given(st.lists(ANY, max_size=8))
def test_any_names_can_be_compared_and_their_order_does_not_matter(entered: list[str]) -> None:
    found = judged(*entered)
    backwards = judged(*reversed(entered))
    last = len(entered) + 1
    assert {(pair.first, pair.second, pair.score) for pair in found} == {
        (last - pair.second, last - pair.first, pair.score) for pair in backwards
    }
    for pair in found:
        assert pair.first < pair.second
        assert 0.5 <= pair.score <= 1
        assert all(sentence.endswith("。") for sentence in pair.evidence)


@given(st.lists(st.tuples(OWN, TRADES), min_size=2, max_size=12))
def test_the_keys_bring_what_comparing_all_would(firms: list[tuple[str, str]]) -> None:
    import numpy as np

    entered = [own + trade for own, trade in firms]
    known = people.of([Entered(number, name) for number, name in enumerate(entered)], WorkContext())
    both = np.array(list(combinations(range(len(entered)), 2)), dtype=np.int64).T
    everything = judging.judged(known, WorkContext(), (both[0], both[1]))
    assert judging.judged(known, WorkContext()) == everything


def test_a_name_everybody_bears_stays_bounded() -> None:
    found = judged(*(["张伟"] * 300), *(["宏达商贸"] * 300))
    assert len(found) <= 300 * 3


def test_can_be_stopped() -> None:
    work = WorkContext()
    known = people.of([Entered(1, "恒栎电子"), Entered(2, "恒栎电子厂")], work)
    work.cancel()
    with pytest.raises(Cancelled):
        judging.judged(known, work)
