"""The colours keep what the design promises of them: contrast in both looks."""

import re
from dataclasses import fields

import pytest

from app import tokens
from app.tokens import DARK, LIGHT, SLOT_NAMES, Tokens, contrast

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("surface", "canvas", "selection")


@LOOKS
@pytest.mark.parametrize("text", ["text1", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable(look: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(look, text), getattr(look, ground)) >= 4.5


@LOOKS
@pytest.mark.parametrize("kind", ["danger", "warn", "ok"])
def test_words_of_a_state_are_readable_on_their_ground(look: Tokens, kind: str) -> None:
    assert contrast(getattr(look, kind), getattr(look, f"{kind}_bg")) >= 4.5


@LOOKS
def test_buttons_filters_and_edges_stand_out(look: Tokens) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert contrast(look.accent, look.accent_subtle) >= 4.5
    assert contrast(look.stroke_strong, look.surface) >= 3


@LOOKS
@pytest.mark.parametrize("name", SLOT_NAMES)
def test_chips_are_readable_and_bars_stand_out(look: Tokens, name: str) -> None:
    slot = look.slot(name)
    assert contrast(slot.on_chip, slot.chip) >= 4.5
    assert contrast(slot.series, look.surface) >= 2.9
    assert contrast(tokens.on_series(slot.series), slot.series) >= 4.2


@LOOKS
def test_every_token_is_a_colour(look: Tokens) -> None:
    words = [getattr(look, field.name) for field in fields(look) if field.name != "slots"]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", word) for word in words)


def test_an_unknown_slot_is_slate() -> None:
    assert LIGHT.slot("mauve") == LIGHT.slot("slate")
