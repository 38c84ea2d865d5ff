"""The English words: complete, with the same blanks to fill, and compiled."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev
from app.services.schemes import SCHEMES
from app.services.tag_words import BEHAVIOURS, GROUPS
from app.services.templates import shipped

CATALOGUE = dev.ROOT / "resources" / "i18n" / "en_US.ts"
pytestmark = pytest.mark.skipif(not CATALOGUE.exists(), reason="no catalogue yet: dev.py translations makes it")
BLANKS = re.compile(r"%n|%L?\d|\{[\w.:,+]*\}")
COUNTED = re.compile(r"\{\w+:[^{}|]*\|[^{}|]*\}")  # {0:row|rows}, see app/texts.py
PADDED = re.compile(r":0\d(?=\})")  # the months of 2026-06
FILLED_ELSEWHERE = {"History", "Reasons", "Errors", "ImportColumns"}  # tables whose texts one place fills
WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")

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
        if set(BLANKS.findall(PADDED.sub("", COUNTED.sub("", form)))) - {"%n"} != set(BLANKS.findall(source)) - {"%n"}
    ]
    assert wrong == []


def test_words_that_go_with_a_number_name_a_blank_of_the_text() -> None:
    wrong = [
        form
        for (_context, source, _comment), forms in catalogue().items()
        for form in forms
        for blank in COUNTED.findall(form)
        if f"{blank.partition(':')[0]}}}" not in BLANKS.findall(source)
    ]
    assert wrong == []


def test_a_text_that_counts_in_english_is_filled_by_one_who_can_count() -> None:
    """str.format would fail on {0:row|rows}, and only in English."""
    counting = {key[:2] for key, forms in catalogue().items() if any(map(COUNTED.search, forms))}
    wrong = [
        f"{file.relative_to(dev.ROOT)}:{line} {source}"
        for file in (dev.ROOT / "app").rglob("*.py")
        for line, source in Formatted(file.read_text("utf-8"), counting).found
    ]
    assert wrong == []


class Formatted(ast.NodeVisitor):
    """The texts among `counting` that are put together by str.format, at once or by a name in the same function."""

    def __init__(self, source: str, counting: set[tuple[str, str]]) -> None:
        self.found: list[tuple[int, str]] = []
        self._counting, self._class = counting, ""
        self._safe: set[ast.expr] = set()
        self._loose: list[tuple[int, str]] = []
        self._formats = False
        self.visit(ast.parse(source))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer = self._loose, self._formats
        self._loose, self._formats = [], False
        self.generic_visit(node)
        if self._formats:
            self.found += self._loose
        self._loose, self._formats = outer

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if name in ("fill", "fill_from"):
            self._safe.update(node.args)
        elif name in ("format", "format_map") and isinstance(node.func, ast.Attribute):
            self._formats = self._formats or isinstance(node.func.value, ast.Name)
            if self._counts(node.func.value):
                self.found.append((node.lineno, str(ast.unparse(node.func.value))))
        elif self._counts(node) and node not in self._safe and words[0] not in FILLED_ELSEWHERE:
            self._loose.append((node.lineno, str(words[-1])))
        self.generic_visit(node)

    def _counts(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Call):
            return False
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
        if name == "tr" and words:
            return (self._class, words[0]) in self._counting
        return name in ("translate", "QT_TRANSLATE_NOOP") and tuple(words[:2]) in self._counting


MARKS = ("tr", "translate", "QT_TRANSLATE_NOOP")
# a language's own name, forms of Chinese alone, what one may type behind a number
CHINESE_ONLY = {"中文", " 万", " 元", " 亿", "万元k ", "%％ "}


@pytest.mark.parametrize("folder", ["ui", "commands"])
def test_no_words_or_signs_of_chinese_stand_outside_the_catalogue(folder: str) -> None:
    """Also no 、 that joins and no ： that parts: app/texts.py has them in the language."""
    left = [
        f"{file.relative_to(dev.ROOT)}:{line} {text}"
        for file in (dev.ROOT / "app" / folder).rglob("*.py")
        for line, text in unmarked(ast.parse(file.read_text("utf-8")))
        if text not in CHINESE_ONLY
    ]
    assert left == []


def unmarked(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts in code with Chinese words or signs that are neither marked for translation nor docstrings."""
    spoken: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            spoken.add(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in MARKS:
            spoken.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in spoken and WIDE.search(str(node.value)):
            yield node.lineno, str(node.value)


def test_english_holds_no_chinese_and_no_wide_signs() -> None:
    assert [form for forms in catalogue().values() for form in forms if WIDE.search(form)] == []


def test_what_is_shipped_has_english() -> None:
    """Tiers, tags and playbooks are kept by their Chinese names and shown in the language."""
    known = {key[:2] for key in catalogue()}
    classes = {each.word for scheme in SCHEMES.values() for each in scheme.classes}
    assert {("Schemes", word) for word in classes} <= known
    assert {("Tags", word) for word in (*GROUPS, *BEHAVIOURS)} <= known
    words = [pair for book in shipped().values() for pair in (book.title, book.goal, book.advice)]
    words += [pair for book in shipped().values() for each in book.actions for pair in (each.title, each.wording)]
    assert [zh for zh, en in words if bool(zh) != bool(en) or WIDE.search(en)] == []


def test_the_compiled_catalogue_is_of_these_words(tmp_path: Path) -> None:
    again = tmp_path / "en_US.qm"
    subprocess.run([dev.qt_tool("lrelease"), str(CATALOGUE), "-qm", str(again)], capture_output=True, check=True)
    assert again.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes()
