"""What the check knows of Chinese names: places, trades, surnames, and characters that are mistaken for one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.paths import resource
from app.services.searching import pinyin_of

GENERIC = "~"
CITIES = 1000
"""A place is its province's number times this, plus the number of the city in it."""
_PRIVATE = 0xE000  # characters that stand for a trade, a syllable, a group of shapes
_PLANE = 0xF0000  # syllables: more than there is room for above


@dataclass(frozen=True)
class Words:
    """The tables, each word with the sign that stands for it."""

    places: Mapping[str, int]
    trades: Mapping[str, str]  # word -> sign of its line
    generic: frozenset[str]  # signs that say little
    surnames: frozenset[str]
    heads: frozenset[str]  # the first two characters of places
    lengths: Mapping[str, tuple[int, ...]]  # last character of a trade -> how long those words are, longest first


@lru_cache(maxsize=1)
def words() -> Words:
    places: dict[str, int] = {}
    for province, line in enumerate(_lines("places"), start=1):
        for city, name in enumerate(line.split()):
            places[name] = province * CITIES + city
    trades: dict[str, str] = {}
    generic = set()
    for number, line in enumerate(_lines("trades")):
        sign = chr(_PRIVATE + number)
        if line.startswith(GENERIC):
            generic.add(sign)
        trades.update(dict.fromkeys(line.removeprefix(GENERIC).split(), sign))
    single, double = _lines("surnames")
    surnames = frozenset((*single, *double.split()))
    heads = frozenset(place[:2] for place in places)
    return Words(places, trades, frozenset(generic), surnames, heads, _lengths(trades))


def _lengths(trades: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = defaultdict(set)
    for word in trades:
        found[word[-1]].add(len(word))
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}


def _lines(name: str) -> Iterator[str]:
    return iter(resource("names", f"{name}.txt").read_text("utf-8").splitlines()[1:])


class _Signs(dict[int, str]):
    """A table for str.translate that is filled as characters come: texts that sound alike become equal."""

    def __init__(self, near: bool) -> None:
        super().__init__()
        self._near = near
        self._known: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        char = chr(code)
        sound = pinyin_of(char) if code > 127 else char
        if self._near and code > 127:
            sound = near(sound)
        sign = self[code] = self._known.setdefault(sound, chr(_PLANE + len(self._known))) if code > 127 else char
        return sign


def near(syllable: str) -> str:
    """A syllable as those say it who make no difference between zh and z, n and l, ing and in."""
    if syllable[1:2] == "h":
        syllable = syllable[0] + syllable[2:]
    if syllable.startswith("n") and len(syllable) > 1:
        syllable = "l" + syllable[1:]
    return syllable[:-1] if syllable.endswith("ng") and not syllable.endswith("ong") else syllable


@lru_cache(maxsize=2)
def sounds(*, loosely: bool = False) -> Mapping[int, str]:
    """Character -> sign of its syllable."""
    return _Signs(loosely)


@lru_cache(maxsize=1)
def shapes() -> Mapping[int, str]:
    """Character -> the one that stands for all that look like it."""
    return str.maketrans({char: group[0] for group in _lines("shapes") for char in group[1:]})


@lru_cache(maxsize=1)
def shape_signs() -> frozenset[str]:
    return frozenset("".join(_lines("shapes")))


_NUMERALS = dict(
    zip("0123456789壹贰叁肆伍陆柒捌玖拾貳參陸", "〇一二三四五六七八九一二三四五六七八九十二三六", strict=True)
)


class _Plain(dict[int, str]):
    """A table for str.translate: traditional characters to simplified, numerals to one form, marks to a blank."""

    def __init__(self) -> None:
        super().__init__()
        from opencc import OpenCC

        self._simplified = OpenCC("t2s").convert
        self.update({ord(char): char for char in "()\n"})
        self.update({ord("["): "(", ord("]"): ")", ord("{"): "(", ord("}"): ")", ord("【"): "(", ord("】"): ")"})
        self.update({ord("〔"): "(", ord("〕"): ")", ord("〈"): "(", ord("〉"): ")", ord("&"): " and "})
        self.update({ord(char): numeral for char, numeral in _NUMERALS.items()})

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = self[code] = (self._simplified(char) if code > 127 else char) if char.isalnum() else " "
        return plain


@lru_cache(maxsize=1)
def plain() -> Mapping[int, str]:
    return _Plain()
