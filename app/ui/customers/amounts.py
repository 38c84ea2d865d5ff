"""Money as the window shows it: 万元 or 元 in Chinese, ¥k or ¥ in English."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.figures import (
    NONE_SHOWN,
    format_number,
    from_units,
    money_cell,
    money_figure,
    money_unit,
    money_words,
)
from app.texts import language

if TYPE_CHECKING:
    from app.ui.preferences import Preferences

WAN, MILLION, YI = 10_000, 1_000_000, 100_000_000
MINUS = "−"


@dataclass(frozen=True)
class Amounts:
    """How amounts are written; `wan` is the large unit of the settings."""

    wan: bool = True

    @classmethod
    def of(cls, preferences: "Preferences") -> "Amounts":
        return cls(preferences.value.money_unit == "wan")

    @property
    def unit(self) -> str:
        """The unit as a column's header names it."""
        return money_unit("wan" if self.wan else "yuan")

    def cell(self, units: int | None) -> str:
        """A figure under a header that names the unit: the same decimals in the whole column."""
        if units is None:
            return NONE_SHOWN
        if self.wan and language() != "en_US":
            return _signed(format_number(from_units(units) / WAN, 1))
        return _signed(money_figure(units, "wan" if self.wan else "yuan"))

    def short(self, units: int | None) -> str:
        """A figure with its unit, as tiles and sentences say it: 133.9 万, 8,500 元, 98.77 亿, ¥1.34 m.

        Seven digits of 元 and more are said in 万 whatever the setting: three such tiles stand side by side.
        """
        if units is None:
            return NONE_SHOWN
        yuan = from_units(units)
        if language() == "en_US":
            return _signed(money_words(units, fine=False))
        if abs(yuan) >= YI:
            return _signed(f"{format_number(yuan / YI, 2)} 亿")
        if abs(yuan) >= (WAN if self.wan else MILLION):
            return _signed(f"{format_number(yuan / WAN, 1)} 万")
        return _signed(f"{format_number(yuan, 0)} 元")

    def exact(self, units: int) -> str:
        """To the last 分: 13,405.60 元."""
        return _signed(money_cell(units, "yuan"))


def _signed(text: str) -> str:
    return text.replace("-", MINUS)
