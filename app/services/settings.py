"""The method settings (thresholds, rules, windows): declared once, read from words, kept as versions in the ledger."""

import json
import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from app.services.errors import InputError
from app.services.figures import UNITS, from_units, to_units

if TYPE_CHECKING:
    from sqlalchemy import Connection

log = logging.getLogger(__name__)

PERCENT = Decimal(100)
ON = {"on", "true", "yes", "1", "是", "开"}
OFF = {"off", "false", "no", "0", "否", "关"}


@dataclass(frozen=True)
class Spec:
    """How one setting is written: its kind, its bounds, its choices."""

    kind: str  # money, share, count, number, flag, choice, counts, words, slots
    low: Decimal | None = None
    high: Decimal | None = None
    choices: tuple[str, ...] = ()
    length: int = 0  # of several values


Slots = tuple[tuple[str, str], ...]
Money = Annotated[int, Spec("money", Decimal(0))]
Share = Annotated[Decimal, Spec("share", Decimal(0), Decimal(1))]
OpenShare = Annotated[Decimal, Spec("share", Decimal(0))]
Count = Annotated[int, Spec("count", Decimal(0), Decimal(10_000))]
Months = Annotated[int, Spec("count", Decimal(1), Decimal(120))]
Number = Annotated[Decimal, Spec("number", Decimal(0))]
Flag = Annotated[bool, Spec("flag")]
Minutes = Annotated[tuple[int, ...], Spec("counts", Decimal(1), Decimal(1000), length=3)]
Primary = Annotated[str, Spec("choice", choices=("value", "pareto", "quadrant", "grade_abcd"))]
TaxBasis = Annotated[str, Spec("choice", choices=("incl", "excl"))]
ReturnBasis = Annotated[str, Spec("choice", choices=("return_date", "order_date"))]
CutRule = Annotated[str, Spec("choice", choices=("median", "mean", "percentile", "natural", "fixed"))]
Volume = Annotated[str, Spec("choice", choices=("net_sales", "aov", "quantity"))]
RfmMode = Annotated[str, Spec("choice", choices=("auto", "quintile", "tertile", "fixed"))]
Norm = Annotated[str, Spec("choice", choices=("percentile", "minmax"))]
Days = Annotated[tuple[int, ...], Spec("counts", Decimal(1), Decimal(3650), length=3)]
Weights = Annotated[tuple[int, ...], Spec("counts", Decimal(0), Decimal(100), length=9)]
Cells = Annotated[tuple[str, ...], Spec("words", choices=("high", "mid", "low"), length=9)]
View = Annotated[str, Spec("choice", choices=("industry", "region", "size", "source", "category", "scene"))]
TimeSlots = Annotated[Slots, Spec("slots")]


@dataclass(frozen=True)
class MethodSettings:
    """Every named default of the methods. Money is in units of 1/10,000 元, shares are Decimals of 1."""

    primary_scheme: Primary = "value"
    review_months: Months = 12
    rfm_months: Months = 24
    tax_basis: TaxBasis = "incl"
    return_basis: ReturnBasis = "return_date"

    value_high: Money = 500_000 * UNITS
    value_mid: Money = 100_000 * UNITS
    hysteresis: Share = Decimal("0")
    potential_growth: OpenShare = Decimal("0.2")
    potential_base: Money = 10_000 * UNITS
    potential_orders: Count = 2
    potential_amount: Money = 100_000 * UNITS
    potential_wallet: Share = Decimal("0.5")
    potential_new_days: Count = 180
    potential_enquiries: Count = 2
    potential_enquiry_days: Count = 90

    abc_a: Share = Decimal("0.8")
    abc_b: Share = Decimal("0.95")
    pareto_top: Share = Decimal("0.2")
    pareto_bottom: Share = Decimal("0.2")
    pareto_gaps: Share = Decimal("0.2")
    pareto_least: Count = 5

    quadrant_cut: CutRule = "median"
    quadrant_volume: Volume = "net_sales"
    quadrant_level: Share = Decimal("0.7")
    quadrant_fixed_days: Count = 6
    quadrant_fixed_volume: Money = 100_000 * UNITS
    exempt_months: Count = 6
    new_days: Count = 90

    grade_order_days: Count = 365
    grade_quote_days: Count = 60
    grade_seed_days: Count = 30
    grade_seed_contacts: Count = 2
    grade_contact_days: Count = 180

    grace_days: Count = 3
    credit_days: Count = 30
    risk_red_days: Count = 60
    risk_red_share: OpenShare = Decimal("0.3")
    risk_yellow_days: Count = 15
    risk_yellow_on_time: Share = Decimal("0.8")
    risk_yellow_limit: OpenShare = Decimal("0.8")
    capital_rate: Share = Decimal("0")
    visit_cost: Money = 0

    churn_watch: Number = Decimal("1")
    churn_at_risk: Number = Decimal("1.5")
    churn_churned: Number = Decimal("3")
    churn_watch_days: Count = 14
    churn_at_risk_days: Count = 90
    churn_cap_days: Count = 730
    rhythm_gaps: Months = 12
    rhythm_least_days: Count = 7
    calendar_watch: Months = 2
    calendar_at_risk: Months = 3
    calendar_churned: Months = 12
    holiday_neutral: Flag = True
    drop_share: Share = Decimal("0.5")
    drop_least: Money = 10_000 * UNITS
    complaint_days: Count = 7
    silence_days: Count = 60

    nurture_months: Months = 3
    attribute_view: View = "industry"
    rfm_mode: RfmMode = "auto"
    decision_days: Days = (7, 30, 60)
    potential_loyalty_map: Cells = ("high", "mid", "mid", "mid", "mid", "mid", "low", "low", "low")
    score_weights: Weights = (20, 15, 15, 10, 10, 10, 10, 5, 5)
    score_norm: Norm = "percentile"
    score_coverage: Share = Decimal("0.6")
    clv_discount: Share = Decimal("0.1")
    clv_years: Months = 3
    prime_slots: TimeSlots = (("09:30", "11:30"), ("14:00", "16:30"))
    visit_minutes: Minutes = (90, 45, 30)
    travel_minutes: Count = 30
    field_hours: Number = Decimal(4)
    forecast_months: Months = 3
    forecast_level: Share = Decimal("0.8")

    def with_texts(self, texts: Mapping[str, str]) -> "MethodSettings":
        """These settings with some changed by words, as the command line and the settings page give them."""
        return _checked(replace(self, **{key: parse(key, text) for key, text in texts.items()}))

    def as_json(self) -> str:
        return json.dumps(self.as_texts(), ensure_ascii=False)

    def as_texts(self) -> dict[str, str]:
        """Each setting in the words `with_texts` reads back."""
        return {key: text_of(key, getattr(self, key)) for key in SPECS}

    @classmethod
    def from_json(cls, text: str) -> "MethodSettings":
        """Stored settings; what this version does not know or cannot read falls back to the default."""
        settings = cls()
        for key, value in json.loads(text).items():
            try:
                settings = replace(settings, **{key: parse(key, value)})
            except InputError:
                log.warning("stored setting %s=%r was not understood, the default counts", key, value)
        try:
            return _checked(settings)
        except InputError as error:
            log.warning("stored settings contradict each other (%s), the defaults count", error.facts)
            return cls()


SPECS: dict[str, Spec] = {
    key: hint.__metadata__[0] for key, hint in get_type_hints(MethodSettings, include_extras=True).items()
}

_ORDERED = (
    ("value_mid", "value_high"),
    ("abc_a", "abc_b"),
    ("churn_watch", "churn_at_risk"),
    ("churn_at_risk", "churn_churned"),
    ("calendar_watch", "calendar_at_risk"),
    ("calendar_at_risk", "calendar_churned"),
)


def current(connection: "Connection") -> MethodSettings:
    """The settings in force in this ledger."""
    row = connection.exec_driver_sql('SELECT "values" FROM setting_version ORDER BY id DESC LIMIT 1').scalar()
    return MethodSettings() if row is None else MethodSettings.from_json(row)


def version(connection: "Connection") -> int | None:
    """Number of the settings version in force, None while the defaults were never changed."""
    number: int | None = connection.exec_driver_sql("SELECT MAX(id) FROM setting_version").scalar()
    return number


def parse_pairs(pairs: Iterable[str]) -> dict[str, str]:
    """KEY=VALUE words as a mapping."""
    found = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise InputError("settings.no_value", text=pair)
        found[key.strip()] = value.strip()
    return found


def parse(key: str, text: str) -> Any:
    """The value of one setting from words; InputError names the setting and what it may be."""
    if key not in SPECS:
        raise InputError("settings.unknown", key=key)
    spec = SPECS[key]
    try:
        value = _READERS[spec.kind](unicodedata.normalize("NFKC", str(text)).strip(), spec)
    except (ValueError, InvalidOperation) as error:
        raise InputError("settings.bad_value", key=key, value=text, example=_example(key)) from error
    for part in value if isinstance(value, tuple) else (value,):
        _within(key, text, spec, part)
    return value


def text_of(key: str, value: Any) -> str:
    """A value in the words `parse` reads."""
    kind = SPECS[key].kind
    if kind == "money":
        return f"{from_units(value).normalize():f}"
    if kind == "share":
        return f"{(value * PERCENT).normalize():f}%"
    if kind == "flag":
        return "on" if value else "off"
    if kind in ("counts", "words"):
        return "/".join(map(str, value))
    if kind == "slots":
        return ",".join("-".join(slot) for slot in value)
    return str(value)


def _example(key: str) -> str:
    spec = SPECS[key]
    choices = () if spec.length else spec.choices
    return " | ".join(choices) or text_of(key, getattr(MethodSettings(), key))


def _within(key: str, text: str, spec: Spec, value: Any) -> None:
    if spec.kind not in ("money", "share", "count", "number", "counts"):
        return
    if (spec.low is not None and value < spec.low) or (spec.high is not None and value > spec.high):
        raise InputError("settings.bad_value", key=key, value=text, example=_example(key))


def _checked(settings: MethodSettings) -> MethodSettings:
    for lower, upper in _ORDERED:
        if getattr(settings, lower) >= getattr(settings, upper):
            values = (text_of(lower, getattr(settings, lower)), text_of(upper, getattr(settings, upper)))
            raise InputError("settings.order", lower=lower, upper=upper, low=values[0], high=values[1])
    if settings.pareto_top + settings.pareto_bottom > 1:
        raise InputError("settings.pareto_shares")
    if not any(settings.score_weights):
        raise InputError("settings.no_weight")
    if list(settings.decision_days[:2]) != sorted(set(settings.decision_days[:2])):
        raise InputError("settings.decision_days")
    return settings


def _finite(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


def _read_money(text: str, _spec: Spec) -> int:
    match = re.fullmatch(r"¥?([\d,]+(?:\.\d+)?) *(万?)元?", text)
    if not match:
        raise ValueError(text)
    return to_units(_finite(match[1].replace(",", "")) * (10_000 if match[2] else 1))


def _read_share(text: str, _spec: Spec) -> Decimal:
    return _finite(text[:-1]) / PERCENT if text.endswith("%") else _finite(text)


def _read_count(text: str, _spec: Spec) -> int:
    return int(re.sub("(天|个月|月|次|分钟|年)$", "", text))


def _read_number(text: str, _spec: Spec) -> Decimal:
    return _finite(text)


def _read_flag(text: str, _spec: Spec) -> bool:
    if text.lower() not in ON | OFF:
        raise ValueError(text)
    return text.lower() in ON


def _read_choice(text: str, spec: Spec) -> str:
    if text not in spec.choices:
        raise ValueError(text)
    return text


def _read_counts(text: str, spec: Spec) -> tuple[int, ...]:
    return tuple(int(part) for part in _several(text, spec))


def _read_words(text: str, spec: Spec) -> tuple[str, ...]:
    parts = _several(text, spec)
    if not set(parts) <= set(spec.choices):
        raise ValueError(text)
    return parts


def _several(text: str, spec: Spec) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in text.split("/"))
    if len(parts) != spec.length:
        raise ValueError(text)
    return parts


def _read_slots(text: str, _spec: Spec) -> Slots:
    slots = []
    for part in re.split("[,;、]", text):
        match = re.fullmatch(r"\s*([01]?\d|2[0-3]):([0-5]\d) *[-–~] *([01]?\d|2[0-3]):([0-5]\d)\s*", part)
        if not match:
            raise ValueError(text)
        start, end = f"{int(match[1]):02}:{match[2]}", f"{int(match[3]):02}:{match[4]}"
        if start >= end:
            raise ValueError(text)
        slots.append((start, end))
    return tuple(slots)


_READERS: dict[str, Callable[[str, Spec], Any]] = {
    "money": _read_money,
    "share": _read_share,
    "count": _read_count,
    "number": _read_number,
    "flag": _read_flag,
    "choice": _read_choice,
    "counts": _read_counts,
    "words": _read_words,
    "slots": _read_slots,
}
