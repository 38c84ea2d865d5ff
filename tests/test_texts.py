"""The English words: complete, with the same blanks to fill, and compiled."""

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev

CATALOGUE = dev.ROOT / "resources" / "i18n" / "en_US.ts"
pytestmark = pytest.mark.skipif(not CATALOGUE.exists(), reason="no catalogue yet: dev.py translations makes it")
BLANKS = re.compile(r"%n|%L?\d|\{[\w.:,+]*\}")

Message = tuple[str, str, str]


def catalogue() -> dict[Message, list[str]]:
    """(context, source, comment) to the English forms; [] while unfinished."""
    found = {}
    for context in ElementTree.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = english(message)
    return found


def english(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return forms if all(forms) else []


def test_every_text_is_in_the_catalogue_and_no_other() -> None:
    wanted = set(dev.marked_texts())
    assert sorted(wanted - catalogue().keys()) == []
    assert sorted(catalogue().keys() - wanted) == []


def test_every_text_has_its_english() -> None:
    assert [key for key, forms in catalogue().items() if not forms] == []


def test_english_keeps_the_blanks() -> None:
    wrong = [
        (source, form)
        for (_context, source, _comment), forms in catalogue().items()
        for form in forms
        if set(BLANKS.findall(form)) - {"%n"} != set(BLANKS.findall(source)) - {"%n"}
    ]
    assert wrong == []


def test_no_chinese_is_left_in_the_english() -> None:
    """But for the names that stay Chinese, which stand in corner brackets."""
    left = [
        f for forms in catalogue().values() for f in forms if re.search(r"[\u4e00-\u9fff]", re.sub("「.*?」", "", f))
    ]
    assert left == []


def test_the_compiled_catalogue_is_of_these_words(tmp_path: Path) -> None:
    again = tmp_path / "en_US.qm"
    subprocess.run([dev.qt_tool("lrelease"), str(CATALOGUE), "-qm", str(again)], capture_output=True, check=True)
    assert again.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes()
