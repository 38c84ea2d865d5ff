"""The one door for words: Chinese is the source, another language is a hook set by the window or the command line."""

import string
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Translator = Callable[[str, str, str, int], str]


def _source(_context: str, source: str, _disambiguation: str, n: int) -> str:
    return source.replace("%n", str(n)) if n >= 0 else source


_translator: Translator = _source
_language = "zh_CN"


def set_translator(translator: Translator | None, language: str = "") -> None:
    """Hook in a translator (context, source, disambiguation, n) -> text; None returns to Chinese."""
    global _translator, _language
    _translator = translator or _source
    _language = language or ("en_US" if translator else "zh_CN")


def language() -> str:
    """The language of the interface, for shipped data that brings its own translations."""
    return _language


def translate(context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
    """The text in the language of the interface; %n is filled when n is given."""
    return _translator(context, source, disambiguation, n)


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a source text for the catalogue; it is translated where it is shown."""
    return source


class _Counting(string.Formatter):
    """Knows {0:row|rows}: the word that goes with the number, which a language with plurals writes beside {0}."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


_COUNTING = _Counting()


def fill(text: str, /, *values: object, **named: object) -> str:
    """Put values into the blanks of a translated text whose words may depend on a number.

    Qt's own plural forms know one number a sentence; ours have up to six. Chinese needs none and writes none.
    """
    return _COUNTING.vformat(text, values, named)


def fill_from(text: str, facts: Mapping[str, object]) -> str:
    """The same from a mapping, which may answer for what it does not hold."""
    return _COUNTING.vformat(text, (), facts)


def program_name() -> str:
    return translate("Texts", "客户盘点")


def listed(words: Iterable[str]) -> str:
    """Words or names one after another: 甲、乙."""
    return translate("Texts", "、").join(words)


def clauses(parts: Iterable[str]) -> str:
    """What belongs to one thing, said in one breath; empty parts are left out: 甲公司，高价值."""
    return translate("Texts", "，").join(part for part in parts if part)


def sentences(parts: Iterable[str]) -> str:
    """Statements that stand on their own feet: 甲；乙."""
    return translate("Texts", "；").join(parts)


def together(*said: str) -> str:
    """Whole sentences one after another, as the language does it; empty ones are left out."""
    return ("" if language() == "zh_CN" else " ").join(text for text in said if text)


def apart(word: str) -> str:
    """A word to stand behind Chinese ones: letters and figures keep a space from them."""
    return f" {word}" if language() == "zh_CN" and word[:1].isascii() and word[:1].isalnum() else word


def quoted(word: str) -> str:
    return translate("Texts", "「{0}」").format(word)


def noted(name: str, note: object) -> str:
    """A name and a remark on it: 2026 年 10 月（2026-10-31）."""
    return translate("Texts", "{0}（{1}）").format(name, note)


def named(name: str, value: object) -> str:
    """A name and what it has: 金额：12."""
    return translate("Texts", "{0}：{1}").format(name, value)
