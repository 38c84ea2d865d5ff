"""What the cards of one's own scheme may ask of a customer: every fact, field, tag group and class, with its words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import Connection

from app.services import own_schemes, tag_groups
from app.services.arrays import day_number, day_of
from app.services.errors import InputError
from app.services.facts.table import KINDS
from app.services.fields import CLASS, field_title
from app.services.figures import UNITS, large_unit, money_unit
from app.services.payments import PAYMENT_RISKS
from app.services.schemes import GROUPS, SCHEMES
from app.services.schemes.cards import OWN_FIELDS, PREFIX, TAG, Card, CardScheme, Condition, Group
from app.services.tag_words import group_title, tag_label
from app.texts import QT_TRANSLATE_NOOP, fill, listed, translate

MOST = Decimal(10) ** 12
COMPARISONS = (">=", "<", ">", "<=", "=", "!=")
AMONG = ("in", "not_in")
TOLD = ("known", "unknown")
OPERATORS: Mapping[str, str] = {
    ">=": "≥",
    "<": "<",
    ">": ">",
    "<=": "≤",
    "=": "=",
    "!=": "≠",
    "in": QT_TRANSLATE_NOOP("Operators", "是"),
    "not_in": QT_TRANSLATE_NOOP("Operators", "不是"),
    "known": QT_TRANSLATE_NOOP("Operators", "有值"),
    "unknown": QT_TRANSLATE_NOOP("Operators", "没有值"),
}
_FACTS: Mapping[str, str] = {
    "annual_sales": "money",
    "net_sales": "money",
    "net_sales_prev": "money",
    "net_sales_3m": "money",
    "net_sales_life": "money",
    "gross_profit": "money",
    "gross_margin": "percent",
    "net_contribution": "money",
    "net_contribution_life": "money",
    "aov": "money",
    "growth_prev": "percent",
    "growth_yoy": "percent",
    "order_count": "times",
    "purchase_days": "days",
    "freq_per_month": "times",
    "recency_days": "days",
    "tenure_days": "days",
    "first_order": "date",
    "last_order": "date",
    "interval_median": "days",
    "overdue_ratio": "fold",
    "sku_count": "kinds",
    "category_count": "kinds",
    "discount_rate": "percent",
    "return_rate": "percent",
    "est_annual_demand": "money",
    "wallet_share": "percent",
    "ar_balance": "money",
    "overdue_balance": "money",
    "max_overdue_days": "days",
    "on_time_rate": "percent",
    "dso_days": "days",
    "weighted_days_late": "days",
    "contact_count": "times",
    "contact_two_way": "times",
    "our_response_hours_median": "hours",
    "customer_response_hours_median": "hours",
    "complaint_count": "times",
    "csat_mean": "points",
    "nps_last": "points",
    "referral_count": "times",
    "opportunity_amount": "money",
    "quote_age": "days",
    "employees": "people",
    "acquisition_cost": "money",
    "service_cost": "money",
    "payback_months": "months",
}
_UNITS: Mapping[str, str] = {
    "percent": QT_TRANSLATE_NOOP("Conditions", "%"),
    "days": QT_TRANSLATE_NOOP("Conditions", "天"),
    "times": QT_TRANSLATE_NOOP("Conditions", "次"),
    "fold": QT_TRANSLATE_NOOP("Conditions", "倍"),
    "kinds": QT_TRANSLATE_NOOP("Conditions", "种"),
    "hours": QT_TRANSLATE_NOOP("Conditions", "小时"),
    "months": QT_TRANSLATE_NOOP("Conditions", "个月"),
    "points": QT_TRANSLATE_NOOP("Conditions", "分"),
    "people": QT_TRANSLATE_NOOP("Conditions", "人"),
}
_RISKS: Mapping[str, str] = {
    "unknown": QT_TRANSLATE_NOOP("Conditions", "没有资料"),
    "green": QT_TRANSLATE_NOOP("Conditions", "绿灯"),
    "yellow": QT_TRANSLATE_NOOP("Conditions", "黄灯"),
    "red": QT_TRANSLATE_NOOP("Conditions", "红灯"),
}
_FLAGS = ("warn_3m", "competitor_price")
_GROUPS: Mapping[str, str] = {
    "facts": QT_TRANSLATE_NOOP("Conditions", "数据"),
    "profile": QT_TRANSLATE_NOOP("Conditions", "资料"),
    "tags": QT_TRANSLATE_NOOP("Conditions", "标签"),
    "classes": QT_TRANSLATE_NOOP("Conditions", "其他方案"),
}
_CUSTOMER_KINDS = {
    "company": QT_TRANSLATE_NOOP("Conditions", "企业"),
    "person": QT_TRANSLATE_NOOP("Conditions", "个人"),
}


@dataclass(frozen=True)
class Askable:
    """One thing a condition may speak of. `kind` is number, date or words; words are chosen among `choices`."""

    field: str
    title: str
    group: str
    kind: str
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()  # stored value and word

    @property
    def operators(self) -> tuple[str, ...]:
        return (*(AMONG if self.kind == "words" else COMPARISONS), *TOLD)

    @property
    def unit_label(self) -> str:
        if self.unit == "money":
            return money_unit()
        return translate("Conditions", _UNITS[self.unit]) if self.unit in _UNITS else ""


@dataclass(frozen=True)
class Fault:
    """What a card asks for that is no longer there."""

    card: int
    field: str
    sentence: str


def group_label(group: str) -> str:
    return translate("Conditions", _GROUPS[group])


def operator_label(operator: str) -> str:
    word = OPERATORS[operator]
    return word if operator in COMPARISONS else translate("Operators", word)


def askable(connection: Connection, own: Iterable[CardScheme] = ()) -> tuple[Askable, ...]:
    """Everything that can be asked in this ledger; `own` are the other schemes somebody made."""
    facts = (Askable(key, field_title(key), "facts", _kind(key), unit) for key, unit in _FACTS.items())
    yes_no = (("yes", translate("Conditions", "是")), ("no", translate("Conditions", "否")))
    flags = (Askable(key, field_title(key), "facts", "words", choices=yes_no) for key in _FLAGS)
    risks = tuple((each, translate("Conditions", _RISKS[each])) for each in PAYMENT_RISKS)
    return (
        *facts,
        *flags,
        Askable("payment_risk", field_title("payment_risk"), "facts", "words", choices=risks),
        *(_profile(connection, key) for key in OWN_FIELDS),
        *_tags(connection),
        *_classes(own),
    )


def _kind(key: str) -> str:
    return "date" if KINDS[key].name == "day" else "number"


def _profile(connection: Connection, key: str) -> Askable:
    if key == "owner":
        people = connection.exec_driver_sql("SELECT id, name FROM person ORDER BY name").all()
        choices = tuple((str(number), name) for number, name in people)
    else:
        column = OWN_FIELDS[key]
        sql = f"SELECT {column} FROM customer WHERE {column} <> '' GROUP BY 1 ORDER BY COUNT(*) DESC, 1"
        found = connection.exec_driver_sql(sql).scalars()
        choices = tuple((each, _own_word(key, each)) for each in found)
    title = translate("Fields", "客户类型") if key == "kind" else field_title(key)
    return Askable(key, title, "profile", "words", "", choices)


def _own_word(key: str, value: str) -> str:
    """Only what the program itself names is translated."""
    named = key == "kind" and value in _CUSTOMER_KINDS
    return translate("Conditions", _CUSTOMER_KINDS[value]) if named else value


def _tags(connection: Connection) -> Iterable[Askable]:
    for group in tag_groups.catalogue(connection):
        names = tuple((tag.name, tag_label(group.name, tag.name)) for tag in group.tags)
        yield Askable(f"{TAG}{group.name}", group_title(group.name), "tags", "words", "", names)


def _classes(own: Iterable[CardScheme]) -> Iterable[Askable]:
    for scheme in (*SCHEMES.values(), *(each.as_scheme() for each in own)):
        if scheme.id != GROUPS.id:
            names = tuple((each.id, each.label) for each in scheme.classes)
            yield Askable(f"{CLASS}{scheme.id}", scheme.label, "classes", "words", "", names)


def shown(asked: Askable, condition: Condition) -> str:
    """The value of a comparison as its field shows it."""
    if not condition.values or asked.kind == "words":
        return ""
    value = condition.values[0]
    if asked.kind == "date":
        return day_of(int(value)).isoformat()
    number = Decimal(str(value))
    factor = large_unit() if asked.unit == "money" else Decimal("0.01") if asked.unit == "percent" else 1
    return f"{(number / factor).normalize():f}"


def worded(condition: Condition) -> str:
    """A condition in words, as far as they are known without the ledger: 净销售额 ≥ 10 万元."""
    field, operator = condition.field, operator_label(condition.operator)
    title = field_title(field)
    if field == "owner":  # people go by numbers
        return title
    if field in _FACTS and condition.operator in COMPARISONS:
        asked = Askable(field, title, "facts", _kind(field), _FACTS[field])
        return " ".join(filter(None, (title, operator, shown(asked, condition), asked.unit_label)))
    return " ".join(filter(None, (title, operator, listed(_value_word(field, str(each)) for each in condition.values))))


def with_value(condition: Condition, value: int | float | None) -> str:
    """The same with the customer's own figure: 净销售额 ≥ 10 万元（现在 12 万元）; only for facts compared by size."""
    said = worded(condition)
    if value is None or condition.field not in _FACTS or condition.operator not in COMPARISONS:
        return said
    asked = Askable(condition.field, "", "facts", _kind(condition.field), _FACTS[condition.field])
    now = shown(asked, Condition(condition.field, "=", (_rounded(asked, value),)))
    return fill(translate("Conditions", "{0}（现在 {1}）"), said, " ".join(filter(None, (now, asked.unit_label))))


def measure(field: str, amount: float) -> str:
    """So much of a fact, with its unit: 3 天, 12.5 %."""
    asked = Askable(field, "", "facts", "number", _FACTS.get(field, ""))
    return " ".join(filter(None, (shown(asked, Condition(field, "=", (_rounded(asked, amount),))), asked.unit_label)))


def _rounded(asked: Askable, value: int | float) -> int | float:
    """No finer than two decimals as it is shown."""
    if asked.unit == "money":
        step = int(large_unit() / 100)
        return round(value / step) * step
    return round(value, 4 if asked.unit == "percent" else 2)


def _value_word(field: str, value: str) -> str:
    kind, _colon, name = field.partition(":")
    if kind == CLASS.rstrip(":") and name in SCHEMES:
        return SCHEMES[name].label_of(value)
    return tag_label(name, value) if kind == TAG.rstrip(":") else _own_word(field, value)


def read(asked: Askable, operator: str, text: str) -> Condition:
    """A comparison from what was typed; raises InputError that says what is expected."""
    plain = text.strip()
    try:
        if asked.kind == "date":
            return Condition(asked.field, operator, (day_number(date.fromisoformat(plain.replace("/", "-"))),))
        number = Decimal(plain.replace(",", "").removesuffix("%"))
        if not number.is_finite() or not -MOST <= number <= MOST:
            raise InvalidOperation
    except (ValueError, InvalidOperation) as error:
        raise InputError("condition.value", field=asked.title, text=plain) from error
    if asked.unit == "money":
        return Condition(asked.field, operator, (int(number * large_unit()),))
    value = float(number / 100) if asked.unit == "percent" else float(number)
    return Condition(asked.field, operator, (int(value) if value == int(value) else value,))


def faults(scheme: CardScheme, asked: Iterable[Askable]) -> tuple[Fault, ...]:
    """Conditions on what was deleted since: they hold for nobody, and somebody should know."""
    known = {each.field: each for each in asked}
    return tuple(
        Fault(place, condition.field, sentence)
        for place, card in enumerate(scheme.cards)
        for condition in card.when.conditions()
        for sentence in _missing(condition, known.get(condition.field))
    )


def asked_in_vain(connection: Connection, scheme: str) -> tuple[str, ...]:
    """The sentences of a scheme that somebody made, each once; the built-in ones ask for nothing that can go."""
    if not scheme.startswith(PREFIX):
        return ()
    found = faults(own_schemes.find(connection, scheme), askable(connection, own_schemes.made(connection)))
    return tuple(dict.fromkeys(each.sentence for each in found))


def _missing(condition: Condition, asked: Askable | None) -> Iterable[str]:
    if asked is None:
        text = translate("Conditions", "「{0}」已经不在了，这个条件没有客户符合。")
        yield text.format(field_title(condition.field))
    elif asked.kind == "words":
        there = {value for value, _word in asked.choices}
        for value in condition.values:
            if str(value) not in there:
                text = translate("Conditions", "{0}「{1}」已经不在了，没有客户符合。")
                yield text.format(asked.title, value)


def beginning(scheme_id: str) -> CardScheme:
    """What a new scheme starts from: two thresholds and the rest, to be changed."""
    large = Condition("annual_sales", ">=", (500_000 * UNITS,))
    middle = Condition("annual_sales", ">=", (100_000 * UNITS,))
    cards = (
        Card("c1", translate("Conditions", "大客户"), "gold", Group("all", (large,))),
        Card("c2", translate("Conditions", "中客户"), "blue", Group("all", (middle,))),
        Card("c3", translate("Conditions", "其余"), "slate", Group()),
    )
    return CardScheme(scheme_id, translate("Conditions", "我的方案"), cards)


def new_card(taken: Collection[str]) -> Card:
    """A card with an identifier no other card of the scheme has or had."""
    number = next(n for n in range(1, len(taken) + 2) if f"c{n}" not in taken)
    condition = Condition("annual_sales", ">=", (100_000 * UNITS,))
    return Card(f"c{number}", translate("Conditions", "新的一档"), "teal", Group("all", (condition,)))
