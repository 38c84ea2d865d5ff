"""Discounts: 九折, 95折, 10%, 0.9, and which of them say what is taken off and which what is left to pay."""

import re
from decimal import Decimal, InvalidOperation

from app.models.base import UNITS
from app.services.importing.sheets import Cell
from app.services.importing.values.cells import EMPTY_WORDS, Reading, Refusal, brief, check_error
from app.services.importing.values.numbers import decimal_units

_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_FOLD = re.compile(r"([\d.]+|[一二三四五六七八九]{1,2})\s*折$")
_PERCENT = re.compile(r"(-?[\d.]+)\s*%$")


class DiscountReader:
    """The part of the price taken off, as units of 1/10,000; `paid` where the column says what is left to pay.

    九折, 95折 always say what is left; 0.9 and 90% mean either, which is one decision for the column.
    """

    def __init__(self, *, paid: bool = False) -> None:
        self.paid = paid

    def __call__(self, cell: Cell) -> Reading[int | None]:
        if cell is None:
            return Reading(None)
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            raise Refusal("discount_unreadable")
        if not isinstance(cell, str):
            return Reading(self._share(Decimal(repr(cell))))
        check_error(cell)
        text = brief(cell)
        if not text:
            return Reading(None)
        if text.casefold() in EMPTY_WORDS or text in ("不打折", "无折扣", "原价"):
            return Reading(None, "empty_word")
        return self._text(text)

    def _text(self, text: str) -> Reading[int | None]:
        if match := _FOLD.match(text):
            return Reading(UNITS - decimal_units(_fold(match[1])), "number_text")
        if match := _PERCENT.match(text):
            return Reading(self._share(Decimal(match[1]) / 100), "number_text")
        try:
            return Reading(self._share(Decimal(text)))
        except InvalidOperation:
            raise Refusal("discount_unreadable") from None

    def _share(self, number: Decimal) -> int:
        if not number.is_finite():
            raise Refusal("discount_unreadable")
        share = number / 100 if 1 < number <= 100 else number
        if not 0 <= share <= 1:
            raise Refusal("discount_unreadable")
        return decimal_units(1 - share if self.paid else share)


def _fold(text: str) -> Decimal:
    """九折 is 0.9, 九五折 and 95折 are 0.95, 8.5折 is 0.85."""
    number = Decimal(text.translate(_DIGITS))
    share = number / 10 if number < 10 else number / 100
    if not 0 < share <= 1:
        raise Refusal("discount_unreadable")
    return share
