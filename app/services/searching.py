"""Names as people look for them: by a part of the name, by pinyin, by the initials of the pinyin."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.paths import resource

_OTHER = {
    "重": "chong", "长": "zhang", "行": "hang", "乐": "yue", "单": "shan", "曾": "ceng", "解": "xie", "仇": "qiu",
    "朴": "piao", "区": "ou", "查": "zha", "厦": "sha", "都": "dou", "会": "kuai", "藏": "zang", "盛": "cheng",
    "朝": "zhao", "调": "tiao", "传": "zhuan", "车": "ju", "参": "shen", "柏": "bo", "埔": "bu",
    "番": "pan", "蚌": "bang", "尉": "yu", "沈": "chen", "翟": "di", "覃": "tan", "薄": "bao", "盖": "ge",
    "员": "yun", "召": "shao", "晟": "cheng", "宿": "xiu", "降": "xiang",
    "卡": "qia", "什": "shen", "校": "jiao", "率": "shuai", "差": "chai",
    "茄": "qie", "咖": "ga", "缪": "miu", "万": "mo", "种": "chong", "折": "she",
}  # fmt: skip
"""Second readings of characters that names use in both; the table's first reading is the usual one."""
_FIRST = {
    "曾": "zeng", "厦": "xia", "盛": "sheng", "朝": "chao", "贾": "jia", "车": "che", "柏": "bai", "蚌": "beng",
    "尉": "wei", "沈": "shen", "翟": "zhai", "覃": "qin", "薄": "bo", "盖": "gai", "员": "yuan", "召": "zhao",
    "晟": "sheng", "什": "shi", "咖": "ka", "万": "wan", "地": "di", "卡": "ka", "石": "shi", "行": "xing",
    "都": "du", "长": "chang", "解": "jie", "查": "cha", "单": "dan", "仇": "chou", "种": "zhong", "区": "qu",
    "率": "lv", "缪": "miao", "大": "da", "嗯": "en", "哪": "na", "那": "na",
}  # fmt: skip
_PHRASES = {"重庆": "chong qing", "银行": "yin hang", "商行": "shang hang", "车行": "che hang", "音乐": "yin yue"}
_SURNAMES = {"单": "shan", "仇": "qiu", "解": "xie", "朴": "piao", "区": "ou", "查": "zha", "盖": "ge", "长": "zhang"}
_SPECIAL = re.compile("|".join((f"[{''.join({**_OTHER, **_SURNAMES})}]", *_PHRASES)))
_VARIANTS = 8  # combinations of readings kept a name


@dataclass(frozen=True)
class NameKeys:
    """What is stored beside a name: its sort key, its initials, and the text that search looks in."""

    pinyin: str
    initials: str
    search_text: str


def keys(name: str, more: Iterable[str] = ()) -> NameKeys:
    """All keys of one name; `more` are words that should find it, too."""
    words = [word.lower() for word in more]
    lower = name.lower()
    if name.isascii():
        return NameKeys(lower, _latin_initials(lower), " ".join((lower, *words)))
    if _special(name):
        spellings = _spellings(name)
        haystack = _words(name, spellings) | dict.fromkeys(words)
        return NameKeys(pinyin_of(name), " ".join(dict.fromkeys(map(_initials, spellings))), " ".join(haystack))
    sounds = "".join(map(_readings().__getitem__, lower)).split()
    joined = "".join(sounds)
    if joined.isalpha():
        initials = "".join([sound[0] for sound in sounds])
    else:
        initials = "".join([sound if sound.isdigit() else sound[0] for sound in sounds])
    haystack = dict.fromkeys((lower, name_key(lower), joined, initials, *words))
    return NameKeys(" ".join(sounds), initials, " ".join(haystack))


def _special(name: str) -> bool:
    """Whether a character has a second reading or one of its own in a surname or phrase, or is no letter or digit."""
    return not name.isalnum() or _SPECIAL.search(name) is not None


def name_key(name: str) -> str:
    """What two spellings of one name share: half width, no blanks."""
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return "".join(plain.split())


def pinyin_of(text: str) -> str:
    """The text as it sorts: Chinese characters by their reading, syllable by syllable, all in lower case."""
    if text.isascii():
        return text.lower()
    for phrase, reading in _PHRASES.items():
        if phrase in text:
            text = text.replace(phrase, f" {reading} ")
    readings = _readings()
    parts = [readings[char] for char in text]
    if 1 < len(text) < 4 and text[0] in _SURNAMES:
        parts[0] = f" {_SURNAMES[text[0]]} "
    return " ".join("".join(parts).lower().split())


def initials_of(text: str) -> str:
    """The first letters of the readings; where a character has two, all spellings, the usual one first."""
    if text.isascii():
        return _latin_initials(text.lower())
    return " ".join(dict.fromkeys(map(_initials, _spellings(text))))


def search_text(names: Iterable[str], more: Iterable[str] = ()) -> str:
    """The lower-case haystack: names as written and without blanks, their pinyin and initials, further words."""
    words: dict[str, None] = {}
    for name in names:
        spellings = [] if name.isascii() else _spellings(name)
        words |= _words(name, spellings)
    words.update(dict.fromkeys(word.lower() for word in more if word))
    return " ".join(words)


def _words(name: str, spellings: list[list[str]]) -> dict[str, None]:
    lower = name.lower()
    return dict.fromkeys((lower, name_key(lower), *map("".join, spellings), *map(_initials, spellings)))


def _initials(parts: list[str]) -> str:
    return "".join([part[:1] for part in parts])


def _spellings(text: str) -> list[list[str]]:
    """The readings of the characters, one list for each way to read them all; marks and blanks are empty."""
    readings = _readings()
    found = [[readings[char].strip().lower() for char in text]]
    if _OTHER.keys().isdisjoint(text):
        return found
    for place, char in enumerate(text):
        other = _OTHER.get(char)
        if other is not None and len(found) < _VARIANTS:
            found += [[*parts[:place], other, *parts[place + 1 :]] for parts in found[: _VARIANTS - len(found)]]
    return found


def _latin_initials(text: str) -> str:
    return "".join(word[0] for word in text.split())


class _Readings(dict[str, str]):
    """Character to reading between blanks; letters and digits stand for themselves, marks for a blank.

    The table is a file of ours: pypinyin needs 0.4 s to load, since it loads its phrases along.
    """

    def __init__(self) -> None:
        super().__init__()
        for line in resource("pinyin", "readings.txt").read_text("utf-8").splitlines()[1:]:
            reading, _blank, chars = line.partition(" ")
            self.update(dict.fromkeys(chars, f" {reading} "))
        self.update({char: f" {reading} " for char, reading in _FIRST.items()})

    def __missing__(self, char: str) -> str:
        plain = unicodedata.normalize("NFKC", char)
        reading = self[char] = plain if plain.isalnum() else " "
        return reading


@lru_cache(maxsize=1)
def _readings() -> _Readings:
    return _Readings()
