"""Money as the window shows it: 万元 or 元 in Chinese, ¥k or ¥ in English."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.figures import NONE_SHOWN, UNITS, format_number, from_units

if TYPE_CHECKING:
    from app.ui.preferences import Preferences

WAN = 10_000
MINUS = "−"


@dataclass(frozen=True)
class Amounts:
    """How amounts are written; `wan` is the large unit of the settings."""

    wan: bool = True
    english: bool = False

    @classmethod
    def of(cls, preferences: "Preferences") -> "Amounts":
        return cls(preferences.value.money_unit == "wan", preferences.language() == "en_US")

    @property
    def unit(self) -> str:
        """The unit as a column's header names it."""
        if self.english:
            return "¥k" if self.wan else "¥"
        return "万元" if self.wan else "元"

    def cell(self, units: int | None) -> str:
        """A figure under a header that names the unit: the same decimals in the whole column."""
        if units is None:
            return NONE_SHOWN
        yuan = from_units(units)
        if not self.wan:
            return _signed(format_number(yuan, 2))
        return _signed(format_number(yuan / 1000, 0) if self.english else format_number(yuan / WAN, 1))

    def short(self, units: int | None) -> str:
        """A figure with its unit, as tiles and sentences say it: 133.9 万, 8,500 元, ¥1.34 m."""
        if units is None:
            return NONE_SHOWN
        yuan = from_units(units)
        if self.english:
            return _signed(_english(units))
        if self.wan and abs(units) >= WAN * UNITS:
            return _signed(f"{format_number(yuan / WAN, 1)} 万")
        return _signed(f"{format_number(yuan, 0)} 元")

    def exact(self, units: int) -> str:
        """To the last 分: 13,405.60 元."""
        number = format_number(from_units(units), 2)
        return _signed(f"¥{number}" if self.english else f"{number} 元")


def _english(units: int) -> str:
    yuan = from_units(units)
    if abs(yuan) >= 1_000_000:
        return f"¥{format_number(yuan / 1_000_000, 2)} m"
    if abs(yuan) >= 1000:
        return f"¥{format_number(yuan / 1000, 0)} k"
    return f"¥{format_number(yuan, 0)}"


def _signed(text: str) -> str:
    return text.replace("-", MINUS)
