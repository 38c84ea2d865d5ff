"""Text tables (csv, tsv, printed lists): which encoding, which separator, which rows; quoting is as in Excel."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from app.services.errors import InputError
from app.services.importing.files.printed import Printed, printed

ENCODINGS = ("utf-8", "gb18030", "big5", "cp1252", "shift_jis")
"""What somebody may say a text is in; UTF-16 and marked files are never mistaken."""
SEPARATORS = ",\t;|，；"
LONGEST_CELL = 1 << 17  # Excel allows 32,767 characters; a longer cell is a quote that was never closed
_SAMPLE, _BLOCK = 1 << 16, 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_FOUR_BYTES = re.compile(rb"[\x81-\xfe]\d[\x81-\xfe]\d")  # a rare character in GB18030
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIRECTIVE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class TextTable:
    """One text file, understood once and then read as often as asked."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """`encoding` is what somebody said who saw the text; else it is found out."""
        self._path = path
        self.encoding, self.lines = (encoding, _lines(path)) if encoding in ENCODINGS else _examine(path)
        with self._open() as text:
            sample = text.read(_SAMPLE)
        _refuse_prose(sample)
        directive = _DIRECTIVE.match(sample)
        self._skip = 1 if directive else 0
        found = directive[1] if directive else separator(sample)
        self._printed = None if directive else _printed(sample, found)
        self._separator = found or ","
        self.columns = max(map(len, islice(self.rows(), 200)), default=0)

    def rows(self) -> Iterator[list[str]]:
        """Every record: a quoted line break stays inside its cell, a blank line is []."""
        if self._printed is not None:
            with self._open() as text:
                yield from map(self._printed.cells, text)
            return
        csv.field_size_limit(LONGEST_CELL)
        number = self._skip
        with self._open() as text:
            yield from ([text.readline()][1:] for _ in range(number))
            lines = _Lines(text)
            try:
                for record in csv.reader(lines, delimiter=self._separator):
                    number += 1
                    if lines.unclosed():
                        raise InputError("file.quotes", row=number)
                    yield list(map(_unguarded, record)) if lines.guarded() else record
            except csv.Error as error:
                raise InputError("file.quotes", row=number + 1) from error

    def _open(self) -> TextIO:
        return self._path.open(encoding=self.encoding, errors="replace", newline="")


class _Lines:
    """The lines of a text as csv wants them, remembering those of the record being read."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._record, self._ended, self._guarded = text, list[str](), False, False

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self._record.append(line)
            if "'" in line:
                self._guarded = True
            yield line.replace("\0", "") if "\0" in line else line
        self._ended = True

    def unclosed(self) -> bool:
        """Whether the file ended inside a quote that had swallowed line after line; asked after each record."""
        swallowed = self._ended and len(self._record) > 1 and "".join(self._record).count('"') % 2 == 1
        self._record.clear()
        return swallowed

    def guarded(self) -> bool:
        """Whether an apostrophe was seen since this was last asked."""
        seen, self._guarded = self._guarded, False
        return seen


def _unguarded(cell: str) -> str:
    """The apostrophe before =, +, - or @ says that a text is no formula; Excel hides it: it is no part of the text."""
    return cell[1:] if cell.startswith(("'=", "'+", "'-", "'@", "'\t", "'\r")) else cell


def separator(sample: str) -> str | None:
    """The character that splits most lines into equally many cells, if any."""
    best: tuple[float, int, str] | None = None
    for mark in SEPARATORS:
        widths = _widths(sample, mark)
        if not widths or max(widths) < 2:
            continue
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
        rating = (count / widths.total(), width, mark)
        if best is None or rating[:2] > best[:2]:
            best = rating
    return best[2] if best else None


def _widths(sample: str, mark: str) -> Counter[int]:
    """How many records of the sample have how many cells; a record cut at its end does not count."""
    lines = sample.splitlines(keepends=True)
    whole = lines[:-1] if len(sample) == _SAMPLE else lines
    try:
        records = [record for record in islice(csv.reader(whole, delimiter=mark), 200) if any(record)]
    except csv.Error:
        return Counter()
    return Counter(map(len, records))


def _printed(sample: str, found: str | None) -> Printed | None:
    """Columns told apart by blanks, where no separator does; a comma that only groups thousands is none."""
    lines = sample.splitlines()
    lines = lines[:-1] if len(sample) == _SAMPLE else lines
    if found == "," and "," not in _THOUSANDS.sub("", sample):
        listed = printed(lines)
        return listed if listed is not None and listed.columns > 2 else None
    return printed(lines) if found is None else None


def _refuse_prose(sample: str) -> None:
    if not sample.strip("\ufeff\0 \t\r\n"):
        raise InputError("file.empty")
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise InputError("file.binary")


def _examine(path: Path) -> tuple[str, int]:
    """Encoding and number of lines: BOM, strict UTF-8, western files, Big5, GB18030, then a few broken characters."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE)
    for candidate in _candidates(head):
        lines = _decoded_lines(path, candidate)
        if lines is not None:
            return candidate, lines
    for candidate in ("utf-8", "gb18030"):
        if head.decode(candidate, errors="replace").count("\ufffd") * 200 < len(head):
            return candidate, head.count(b"\n")
    raise InputError("file.encoding")


def _lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))


def fitting_encoding(path: Path, named: str | None) -> str:
    """The encoding a file names where a BOM does not say otherwise and all its bytes are right; else what it is in."""
    with path.open("rb") as stream:
        marked = stream.read(3).startswith(tuple(bom for bom, _ in _BOMS))
    if named and not marked and _decoded_lines(path, named) is not None:
        return named
    return _examine(path)[0]


def _candidates(head: bytes) -> Iterator[str]:
    for bom, name in _BOMS:
        if head.startswith(bom):
            yield name
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 40 and max(even, odd) > 10 * min(even, odd):
        yield "utf-16-le" if odd > even else "utf-16-be"
    yield "utf-8"
    rest, rare = _FOUR_BYTES.subn(b" ", head)
    runs = Counter(map(len, _HIGH_RUN.findall(rest)))
    alone = runs.pop(1, 0)
    if alone > 4 * rare + sum(length * count for length, count in runs.items()):
        yield "cp1252"  # é stands alone between letters, Chinese bytes come in pairs
    if like_big5(head):
        yield "big5"
    yield "gb18030"


def like_big5(head: bytes) -> bool:
    """Whether the second bytes are those of Big5: many are letters, which in GB18030 only rare characters have."""
    pairs = _PAIR.findall(head)
    letters = sum(pair[1] < 0x7F for pair in pairs)
    return letters * 8 > len(pairs) and all(pair[0] > 0xA0 and not 0x7E < pair[1] < 0xA1 for pair in pairs)


def _decoded_lines(path: Path, encoding: str) -> int | None:
    """The number of lines when every byte is right in this encoding; a character cut off at the end is forgiven."""
    decoder, lines, ends_open = codecs.getincrementaldecoder(encoding)(), 0, False
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            try:
                text = decoder.decode(block)
            except UnicodeError:
                return None
            lines += text.count("\n") or text.count("\r")
            ends_open = not text.endswith(("\n", "\r"))
    return lines + ends_open
