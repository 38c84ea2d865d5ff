"""What was decided about an import as one JSON document: the file of --mapping and the text of a stored 导入方案.

{"pandian_mapping": 1, "decisions": {"no_date": "skip"}, "sheets": {"订单": {"kind": "orders", "header_rows": [1],
"columns": {"销售额": "amount", "备注": null}, "units": {"销售额": "yuan"}, "date_orders": {"日期": "dmy"},
"years": {"日期": "2024"}, "rates": {"USD": "7.12"},
"joins": [{"key": "客户号", "sheet": "客户", "other": "编号", "columns": ["名称"], "file": "客户.xlsx"}]}}}

A sheet goes by its name, by "[file]name", or by "*" for every one. `header_rows` null looks for the heading, [] means
that there is none and columns go by their letters; `joins` null asks, [] keeps the table alone. With "headings" an
entry speaks only for tables with about those headings. What to put right stands with the sheet as well:
"replacements": {"销售额": {"很多": "100"}} for all equal cells, "edits": {"销售额": {"12": "100"}} for the cell in row
12, "cells": {"销售额": {"很多": "skip"}} for the rows in which it stands. The other keys of a sheet are the fields of
SheetChoice, so that whatever can be decided can be kept.
"""

import json
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar, get_args

from app.services.errors import InputError
from app.services.importing.plans import Decision, ImportOptions, Join, MatchKey, Mode, SheetChoice
from app.services.importing.problems import TROUBLES
from app.services.importing.values.currencies import rate_of
from app.services.importing.values.dates import ORDERS
from app.services.importing.values.units import FACTORS
from app.texts import listed

VERSION = 1
_CELLS = ("replacements", "edits", "cells")
_TOP = ("pandian_mapping", "name", "decisions", "sheets")
_KEPT_APART = frozenset(("scheme",))  # which stored scheme to use says nothing in another ledger
_FIELDS: Mapping[str, Field[Any]] = {each.name: each for each in fields(SheetChoice) if each.name not in _KEPT_APART}
_JOIN: Mapping[str, Field[Any]] = {each.name: each for each in fields(Join)}


EVERY = "*"
"""Stands for any sheet."""
Said = TypeVar("Said")


def about(
    said: Mapping[tuple[str, str, str], Said], names: Container[str], titles: Container[str]
) -> dict[tuple[str, str, str], Said]:
    """What is said of cells with certain texts in one table, for any table with those headings."""
    return {(EVERY, title, text): new for (name, title, text), new in said.items() if name in names and title in titles}


@dataclass(frozen=True)
class Document:
    """Choices by sheet, and what is done about problems."""

    sheets: Mapping[str, SheetChoice]
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    name: str = ""
    replacements: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    edits: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    cells: Mapping[tuple[str, str, str], Decision] = field(default_factory=dict)

    def of_sheet(self, sheet: str) -> "Document":
        """What it says of one sheet, for any table with those headings."""
        choice = self.sheets[sheet]
        names, titles = (sheet,), choice.headings
        return Document(
            {EVERY: choice},
            self.decisions,
            replacements=about(self.replacements, names, titles),
            cells=about(self.cells, names, titles),
        )

    def applied(self, options: ImportOptions) -> ImportOptions:
        """The options with all that the document decides."""
        cells = {"replacements": self.replacements, "edits": self.edits, "cells": self.cells}
        return replace(options, choices=self.sheets, decisions=self.decisions, **cells)  # type: ignore[arg-type]


def dumps(document: Document) -> str:
    """The document as JSON, for people too."""
    return json.dumps(plain(document), ensure_ascii=False, indent=2)


def plain(document: Document) -> dict[str, Any]:
    """The document as it is written; what was not decided is left out."""
    return {
        "pandian_mapping": VERSION,
        **({"name": document.name} if document.name else {}),
        **({"decisions": dict(document.decisions)} if document.decisions else {}),
        "sheets": _sheets(document),
    }


def _sheets(document: Document) -> dict[str, Any]:
    """What was decided about each sheet, and what is to be put right on it."""
    found = {sheet: _plain(choice) for sheet, choice in document.sheets.items()}
    for name in _CELLS:
        for (sheet, *place), said in getattr(document, name).items():
            which, title = reversed(place) if name != "edits" else place
            found.setdefault(sheet, {}).setdefault(name, {}).setdefault(title, {})[str(which)] = said
    return found


def read(path: Path) -> Document:
    """The document of a file; raises InputError when it is not there or cannot be understood."""
    try:
        return loads(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("mapping.unreadable", file=path.name) from error


def loads(text: str, file: str) -> Document:
    """The document of a file; raises InputError that names what cannot be understood."""
    try:
        read = json.loads(text)
    except ValueError as error:
        raise InputError("mapping.unreadable", file=file) from error
    if not isinstance(read, dict) or not isinstance(read.get("sheets", None), dict):
        raise InputError("mapping.unreadable", file=file)
    if read.get("pandian_mapping", VERSION) != VERSION:
        raise InputError("mapping.version", file=file, version=read["pandian_mapping"])
    reader = _Reader(file)
    reader.refuse_unknown(read, _TOP)
    decisions = read.get("decisions", {})
    reader.expect("decisions", _decisions(decisions))
    sheets = {sheet: reader.choice(values) for sheet, values in read["sheets"].items()}
    return Document(
        sheets,
        decisions,
        str(read.get("name", "")),
        reader.by_text("replacements", read["sheets"]),
        {(sheet, int(row), title): new for (sheet, title, row), new in reader.by_text("edits", read["sheets"]).items()},
        reader.by_text("cells", read["sheets"]),  # type: ignore[arg-type]
    )


def _plain(choice: SheetChoice) -> dict[str, Any]:
    """What was decided; a default says nothing."""
    made = {name: getattr(choice, name) for name in _FIELDS}
    kept = {name: value for name, value in made.items() if value != getattr(SheetChoice(), name)}
    return {name: _simple(value) for name, value in kept.items()}


def _simple(value: Any) -> Any:
    if isinstance(value, Join):
        return {name: each for name, each in asdict(value).items() if each != ""}
    if isinstance(value, Mapping):
        return {key: _simple(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_simple(each) for each in value]
    return value


class _Reader:
    """Turns plain JSON into choices, and refuses what it does not know, by name."""

    def __init__(self, file: str) -> None:
        self._file = file

    def refuse_unknown(self, plain: Mapping[str, Any], known: Any) -> None:
        unknown = [key for key in plain if key not in known]
        if unknown:
            raise InputError("mapping.key", file=self._file, key=unknown[0], keys=listed(known))

    def expect(self, key: str, good: bool) -> None:
        if not good:
            raise InputError("mapping.value", file=self._file, key=key)

    def choice(self, plain: Any) -> SheetChoice:
        self.expect("sheets", isinstance(plain, dict))
        self.refuse_unknown(plain, (*_FIELDS, *_CELLS))
        return SheetChoice(**{name: self._value(name, value) for name, value in plain.items() if name in _FIELDS})

    def by_text(self, key: str, sheets: Mapping[str, Any]) -> dict[tuple[str, str, str], str]:
        """(sheet, column, what stands in a cell or its row) -> what is to be done."""
        found = ((sheet, *each) for sheet, values in sheets.items() for each in self.cells(key, values))
        return {(sheet, title, which): text for sheet, title, which, text in found}

    def cells(self, key: str, plain: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        """What cells are put right: by column, then by what stands in them or by their row."""
        values = plain.get(key, {})
        self.expect(key, isinstance(values, dict) and all(map(_words, values.values())))
        for title, texts in values.items():
            for which, text in texts.items():
                self.expect(key, text is not None and (key != "edits" or which.isdecimal()))
                self.expect(key, key != "cells" or text in get_args(Decision))
                yield title, which, text

    def _value(self, name: str, value: Any) -> Any:
        """A value of the kind that stands for the field by default; null is the default."""
        if name == "joins" and value is not None:
            self.expect(name, isinstance(value, list))
            return tuple(map(self._join, value))
        default = getattr(SheetChoice(), name)
        if value is None:
            return default
        self.expect(name, _fits(name, value, default))
        return _frozen(value)

    def _join(self, plain: Any) -> Join:
        self.expect("joins", isinstance(plain, dict))
        self.refuse_unknown(plain, _JOIN)
        needed = [name for name, each in _JOIN.items() if each.default is MISSING]
        self.expect("joins", all(name in plain for name in needed))
        self.expect("joins", all(_texts(plain[name]) if name == "columns" else _text(plain[name]) for name in plain))
        return Join(**{name: _frozen(value) for name, value in plain.items()})


def _decisions(value: Any) -> bool:
    return isinstance(value, dict) and all(
        code in TROUBLES and decision in get_args(Decision) for code, decision in value.items()
    )


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(type(each) is int and each > 0 for each in value)


def _words(value: Any) -> bool:
    return isinstance(value, dict) and all(each is None or isinstance(each, str) for each in value.values())


def _each(good: Callable[[str], bool]) -> Callable[[Any], bool]:
    """A check of texts by heading; null leaves one open."""
    return lambda value: _words(value) and all(text is None or good(text) for text in value.values())


def _one_of(known: Container[str]) -> Callable[[Any], bool]:
    return _each(lambda text: text in known)


_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    "kind": lambda value: value in ("orders", "customers", "returns", "payments", "contacts", "ignored"),
    "header_rows": _rows,
    "columns": _words,
    "units": _one_of(FACTORS),
    "date_orders": _one_of(ORDERS),
    "years": _each(lambda text: text.isdecimal() and len(text) == 4),
    "rates": _each(lambda text: not text.strip() or rate_of(text) is not None),
    "modes": _one_of(get_args(Mode)),
    "match_key": lambda value: value in get_args(MatchKey),
    "headings": _texts,
}


def _fits(name: str, value: Any, default: Any) -> bool:
    """By the shape of the field where one is known, else by what stands there by default."""
    if name in _SHAPES:
        return _SHAPES[name](value)
    if isinstance(default, Mapping):
        return isinstance(value, dict)
    if isinstance(default, tuple):
        return isinstance(value, list)
    return default is None or isinstance(value, type(default))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
