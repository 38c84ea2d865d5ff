"""The colours of the program, light and dark: one source for window, charts and report."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """A colour a scheme's level or a tag may use: chip background and text, and the series colour of bars and marks."""

    chip: str
    on_chip: str
    series: str


@dataclass(frozen=True, eq=False, repr=False)
class Tokens:
    """What each colour is for; text colours reach 4.5 against their grounds, strong strokes 3.0."""

    canvas: str
    surface: str
    alt: str
    sidebar: str
    hover: str
    grid: str
    selection: str
    stroke: str
    stroke_strong: str
    text1: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_subtle: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    slots: dict[str, Slot]

    def slot(self, name: str) -> Slot:
        """A colour slot; an unknown name is slate, so that a newer ledger still shows."""
        return self.slots.get(name, self.slots["slate"])


SLOT_NAMES = ("gold", "blue", "teal", "slate", "red", "orange", "violet", "green")
ON_SERIES = ("#FFFFFF", "#14161A")
PAPER = "#FFFFFF"

LIGHT = Tokens(
    canvas="#F4F5F7",
    surface="#FFFFFF",
    alt="#F8F9FB",
    sidebar="#ECEEF2",
    hover="#EEF1F5",
    grid="#EDEFF3",
    selection="#E1EBFC",
    stroke="#E1E4EA",
    stroke_strong="#868E9C",
    text1="#1A1D23",
    text2="#535B68",
    text3="#5F6877",
    accent="#1F5AC8",
    accent_hover="#1A4DAD",
    accent_press="#154092",
    on_accent="#FFFFFF",
    accent_subtle="#E6EEFC",
    danger="#BC2A1C",
    danger_bg="#FDECEA",
    warn="#875500",
    warn_bg="#FFF4D6",
    ok="#0F7040",
    ok_bg="#E3F5EA",
    slots={
        "gold": Slot("#FCEFC7", "#754700", "#C4860E"),
        "blue": Slot("#DCE8FD", "#1B4A9E", "#2F6BD8"),
        "teal": Slot("#D3F1EC", "#0B5A50", "#0A665C"),
        "slate": Slot("#E6E9EE", "#46505F", "#8893A1"),
        "red": Slot("#FDE0DE", "#A32118", "#C63A2E"),
        "orange": Slot("#FFE4D2", "#8A3808", "#C45A12"),
        "violet": Slot("#E9E2FB", "#5431A0", "#7250C8"),
        "green": Slot("#DDF3DD", "#1F6327", "#2F8A3C"),
    },
)

DARK = Tokens(
    canvas="#1B1D21",
    surface="#24272C",
    alt="#2A2E34",
    sidebar="#16181B",
    hover="#31363D",
    grid="#31363D",
    selection="#2B3F61",
    stroke="#363B43",
    stroke_strong="#7F8896",
    text1="#F0F2F5",
    text2="#B5BCC7",
    text3="#A5ADB9",
    accent="#83B2FF",
    accent_hover="#9CC2FF",
    accent_press="#6C9FF2",
    on_accent="#0A1D40",
    accent_subtle="#243552",
    danger="#FF9C91",
    danger_bg="#47231F",
    warn="#F2C55C",
    warn_bg="#43351A",
    ok="#74D49C",
    ok_bg="#1B3D2A",
    slots={
        "gold": Slot("#4A3A12", "#F6D88A", "#F0C35A"),
        "blue": Slot("#1E3560", "#A9C8FF", "#5E97F2"),
        "teal": Slot("#123F3B", "#8FE0D3", "#7FE3D4"),
        "slate": Slot("#383F4A", "#C9D1DC", "#838E9D"),
        "red": Slot("#4F2320", "#FFB3AB", "#FF7A6E"),
        "orange": Slot("#4D2B14", "#FFC39A", "#FFA868"),
        "violet": Slot("#382A5E", "#CDB9FF", "#B79CFF"),
        "green": Slot("#1E4224", "#A6E3AC", "#7CD488"),
    },
)


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_series(colour: str) -> str:
    """The text colour inside a bar: white or near-black, whichever reads better."""
    return max(ON_SERIES, key=lambda text: contrast(text, colour))
