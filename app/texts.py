"""The one door for words: Chinese is the source, another language is a hook set by the window or the command line."""

from collections.abc import Callable

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
