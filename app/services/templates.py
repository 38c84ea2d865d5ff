"""The shipped strategy templates: read from resources/playbooks, in the language of the interface."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from app import paths, texts

Words = tuple[str, str]
"""The same words in Chinese and English."""


@dataclass(frozen=True)
class ShippedAction:
    """One thing to do; `when` limits it to some customers (services/assigning.py)."""

    code: str
    cadence: str
    role: str
    title: Words
    wording: Words
    when: str = ""
    minutes: int | None = None


@dataclass(frozen=True)
class ShippedPlaybook:
    """What is done for one class of a scheme."""

    code: str
    scheme: str
    class_id: str
    title: Words
    goal: Words
    advice: Words
    actions: tuple[ShippedAction, ...]

    def action(self, code: str) -> ShippedAction | None:
        return next((action for action in self.actions if action.code == code), None)


@cache
def shipped() -> dict[str, ShippedPlaybook]:
    """All templates by their id, in the order they are shown."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in paths.resource("playbooks").glob("*.json")]
    files.sort(key=lambda plain: int(plain["order"]))
    books = [_playbook(plain["scheme"], book) for plain in files for book in plain["playbooks"]]
    return {book.code: book for book in books}


def said(words: Words) -> str:
    """The words in the language of the interface."""
    return words[1] if texts.language() == "en_US" else words[0]


def _playbook(scheme: str, plain: dict[str, Any]) -> ShippedPlaybook:
    return ShippedPlaybook(
        code=plain["code"],
        scheme=scheme,
        class_id=plain["class"],
        title=_words(plain["title"]),
        goal=_words(plain["goal"]),
        advice=_words(plain["advice"]),
        actions=tuple(map(_action, plain["actions"])),
    )


def _action(plain: dict[str, Any]) -> ShippedAction:
    return ShippedAction(
        code=plain["code"],
        cadence=plain["cadence"],
        role=plain["owner"],
        title=_words(plain["title"]),
        wording=_words(plain["wording"]),
        when=plain.get("when", ""),
        minutes=plain.get("minutes"),
    )


def _words(plain: dict[str, str]) -> Words:
    return plain["zh"], plain["en"]
