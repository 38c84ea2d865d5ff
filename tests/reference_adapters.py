"""From the inputs of reference-values.json to our public functions and back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from app.services import (
    capacity,
    concentration,
    facts,
    figures,
    migration,
    nurture,
    priorities,
    rhythm,
    segments,
)
from app.services.arrays import NONE, UNRATED, Ints, day_number
from app.services.cadence import Cadence
from app.services.facts import FactTable
from app.services.facts.table import STAGES, words_of
from app.services.payments import AGING
from app.services.rhythm import CHURN, CHURN_BASES, STABILITY
from app.services.schemes import ABC, GRADE, PARETO, QUADRANT, VALUE, abc, grade, pareto, quadrant, value
from app.services.settings import SPECS, MethodSettings
from app.services.workdays import Calendar
from tests.reference_ledger import add_customers, add_ledger, add_summary, empty_ledger
from tests.reference_schemes import SCHEME_ADAPTERS

Input = Mapping[str, Any]
Find = Callable[[str], Input]
"""The input of another case, by its id."""

NAMES = {"window_months": "review_months", "first_order": "first_order_date", "last_order": "last_order_date"}


def settings_of(given: Input) -> MethodSettings:
    """Whatever of the input is a setting by name."""
    renamed = {NAMES.get(key, key): each for key, each in given.items()}
    return MethodSettings().with_texts(
        {key: _text(each) for key, each in renamed.items() if key in SPECS and each is not None}
    )


def _text(given: Any) -> str:
    return ("on" if given else "off") if isinstance(given, bool) else str(given)


def units(values: Sequence[float | None]) -> Ints:
    return np.array([NONE if each is None else figures.to_units(each) for each in values], dtype=np.int64)


def yuan(number: int) -> Decimal:
    return figures.from_units(number)


def window(given: Input, _find: Find) -> Any:
    found = figures.window(date.fromisoformat(given["as_of"]), given["months"])
    return {key: getattr(found, key).isoformat() for key in vars(found)}


def growth(given: Input, _find: Find) -> Any:
    return vars(figures.growth(given["current"], given["previous"]))


def round_half_up(given: Input, _find: Find) -> Any:
    return float(figures.round_half_up(given["value"], given["places"]))


def customer_facts(given: Input, _find: Find) -> Any:
    with empty_ledger() as connection:
        numbers = add_ledger(connection, given["ledger"])
        table = facts.compute(connection, date.fromisoformat(given["as_of"]), settings_of(given))
    return {name: _record(table, number) for name, number in numbers.items()}


def _record(table: FactTable, number: int) -> dict[str, Any]:
    record: dict[str, Any] = {NAMES.get(key, key): each for key, each in table.record(table.row_of(number)).items()}
    for key in ("growth_prev", "growth_yoy", "growth_3m_yoy"):
        record[key] = {"rate": record[key], "label": record[f"{key}_label"]}
    for key in ("first_order_date", "last_order_date"):
        record[key] = record[key] and record[key].isoformat()
    return record | {"aging": {band: record[f"aging_{band}"] for band in AGING}}


def summary_facts(given: Input, _find: Find) -> Any:
    settings = settings_of(given)
    with empty_ledger() as connection:
        room = given.get("growth_potential", False)
        add_customers(connection, [{"id": given["row"]["id"], "growth_manual": room}])
        add_summary(connection, 1, given["row"])
        table = facts.compute(connection, date.fromisoformat(given["as_of"]), settings)
    labels = segments.classify(table, settings)
    record = table.record(0)
    return {
        "annual_sales": record["annual_sales"],
        "basis": "total/years" if record["annual_sales"] is not None else None,
        "tenure_days": record["tenure_days"],
        "recency_days": record["recency_days"],
        "value_tier": labels["value"].class_id(0),
        "churn_status": record["churn_status"],
        "quadrant": labels["quadrant"].class_id(0),
        "flags": list(table.value("marks", 0) or ()),  # type: ignore[arg-type]
    }


def _ledger_facts(
    given: Input, find: Find, room: Sequence[str] = ()
) -> tuple[FactTable, MethodSettings, dict[str, int]]:
    source = find(given["ledger_case"]) if "ledger_case" in given else given
    ledger = dict(source["ledger"])
    ledger["customers"] = [row | {"growth_manual": row["id"] in room} for row in ledger["customers"]]
    settings = settings_of({**source, **given})
    with empty_ledger() as connection:
        numbers = add_ledger(connection, ledger)
        return facts.compute(connection, date.fromisoformat(source["as_of"]), settings), settings, numbers


def reconcile(given: Input, find: Find) -> Any:
    table, settings, numbers = _ledger_facts(given, find, given["growth_potential"])
    labels = segments.classify(table, settings)
    totals, tiers = table.totals, {each.class_id: each.net_sales for each in labels.counts("value")}
    assert sum(tiers.values()) + totals.unassigned_net_sales == totals.net_sales
    aging = {band: _total(table, f"aging_{band}") for band in AGING} if table.has_payments else None
    return {
        "totals": {
            key: yuan(each) for key, each in (vars(totals) | {"assigned_net_sales": totals.assigned_net_sales}).items()
        },
        "value_tiers": {name: labels.class_of("value", number) for name, number in numbers.items()},
        "tier_net_sales": {tier: yuan(each) for tier, each in tiers.items() if tier},
        "aging_total": aging and {band: yuan(each) for band, each in aging.items()},
        "ar_total": aging and yuan(_total(table, "ar_balance")),
        "prepaid_total": aging and yuan(_total(table, "prepaid_balance")),
    }


def _total(table: FactTable, key: str) -> int:
    """Of the customers of whom it is known."""
    column = getattr(table, key)
    return int(column[column != NONE].sum())


def schemes(given: Input, find: Find) -> Any:
    table, settings, numbers = _ledger_facts(given, find)
    names = given.get("population", list(numbers))
    rows = np.array([table.row_of(numbers[name]) for name in names])
    sales, days = table.net_sales[rows], table.purchase_days[rows]
    exempt = []
    found: dict[str, Any] = {"pareto_net_sales": dict(zip(names, _pareto(sales, settings), strict=True))}
    found["abc"] = dict(zip(names, _abc(sales, settings), strict=True))
    for rule in ("median", "mean"):
        labels = segments.classify(table, settings.with_texts({"quadrant_cut": rule}))
        placed = labels["quadrant"]
        found[f"quadrant_{rule}"] = {
            "freq_cut": placed.diagnostics["frequency_cut"],
            "volume_cut": Decimal(placed.diagnostics["volume_cut"]) / figures.UNITS,
            "labels": {
                name: placed.class_id(int(row)) or "unclassified" for name, row in zip(names, rows, strict=True)
            },
        }
        exempt = [name for name, row in zip(names, rows, strict=True) if placed.is_exempt(int(row))]
    assert (days > 0).all()
    return found | {"burden_exempt": exempt, "concentration": vars(concentration.measure(table.net_sales))}


def value_tier(given: Input, _find: Find) -> Any:
    sales = units(given["net_sales"])
    promising = np.array(given.get("growth_potential", [False] * len(sales)), dtype=np.bool_)
    never = np.array(given.get("never_bought", [False] * len(sales)), dtype=np.bool_)
    previous = given.get("previous")
    before = None if previous is None else np.array([_place(VALUE.class_ids, each) for each in previous], np.int8)
    codes, _ = value.tiers(sales, promising, never, settings_of(given), before)
    return _words(VALUE.class_ids, codes)


def growth_potential(given: Input, _find: Find) -> Any:
    def money(*keys: str) -> Ints:
        return units([next((given[key] for key in keys if key in given), None)])

    def count(key: str, missing: int = 0) -> Ints:
        return np.array([missing if given.get(key) is None else given[key]], dtype=np.int64)

    def ratio(key: str) -> Any:
        return np.array([np.nan if given.get(key) is None else given[key]], dtype=np.float64)

    demand, sales = money("est_annual_demand"), money("net_sales")
    share = ratio("wallet_share")
    if demand[0] != NONE and np.isnan(share[0]):
        share = np.minimum(np.maximum(sales, 0) / demand, 1)
    manual = given.get("manual")
    room = value.Room(
        manual=np.array([-1 if manual is None else int(manual)], dtype=np.int8),
        growth=ratio("growth_rate"),
        net_sales_prev=np.maximum(money("net_sales_prev"), 0),
        order_count=count("order_count"),
        net_sales=sales,
        demand=demand,
        wallet_share=share,
        tenure=count("tenure_days", NONE),
        net_sales_life=np.maximum(money("net_sales_life"), 0),
        opportunity=money("open_opportunity", "open_opportunity_amount", "opportunity_amount"),
        enquiries=count("inquiries_90d"),
        orders_recent=count("orders_90d"),
        asks_often=np.zeros(1, dtype=np.bool_),
    )
    evidence = list(words_of(int(value.growth_evidence(room, settings_of(given))[0]), value.EVIDENCE))
    return {"growth_potential": bool(evidence), "evidence": evidence}


def _pareto(values: Ints, settings: MethodSettings) -> list[str]:
    ranking = pareto.Ranking.of("net_sales", values, settings)
    return _words(PARETO.class_ids, ranking.classes(values, settings.pareto_least))


def pareto_20_60_20(given: Input, _find: Find) -> Any:
    return _pareto(units(given["values"]), settings_of(given))


def _abc(values: Ints, settings: MethodSettings) -> list[str]:
    return _words(ABC.class_ids, abc.cumulative(values, np.sort(values), settings))


def abc_cumulative(given: Input, _find: Find) -> Any:
    return _abc(units(given["values"]), settings_of(given))


def quadrant_cuts(given: Input, _find: Find) -> Any:
    frequency, volume = units(given["frequency"]), units(given["volume"])
    fixed = [Fraction(figures.to_units(given.get(key) or 0)) for key in ("freq_cut", "volume_cut")]
    levels = [Fraction(str(given.get(key, 0.7))) for key in ("freq_level", "volume_level")]
    cuts = quadrant.make_cuts(given["rule"], frequency, volume, (fixed[0], fixed[1]), (levels[0], levels[1]))
    labels = _words(QUADRANT.class_ids, quadrant.place(frequency, volume, cuts))
    at = [None if cut.at is None else float(cut.at / figures.UNITS) for cut in (cuts.frequency, cuts.volume)]
    return {"freq_cut": at[0], "volume_cut": at[1], "labels": labels}


def grade_abcd(given: Input, _find: Find) -> Any:
    def age(*keys: str) -> Ints:
        found = next((given[key] for key in keys if given.get(key) is not None), NONE)
        return np.array([found], dtype=np.int64)

    signs = grade.Signs(
        has_order=np.array([given.get("orders_365d", 0) > 0]),
        stage=np.array([_place(STAGES, given.get("open_stage"))], dtype=np.int8),
        quote_age=age("days_since_quote", "quote_age_days", "quotation_age_days", "quote_age", "quote_days"),
        two_way=np.array([given.get("two_way_30d", 0)], dtype=np.int64),
        contact_age=age("days_since_two_way"),
        undated=np.array([False]),
    )
    return _words(GRADE.class_ids, grade.grades(grade.why(signs, settings_of(given))))[0]


def churn_status(given: Input, _find: Find) -> Any:
    settings = settings_of(given)
    gaps, last = given["gaps"], given["last_order"]
    number = day_number(date.fromisoformat(last)) if last else NONE
    days = number + np.cumsum([0, *gaps]) - sum(gaps) if last else np.zeros(0, dtype=np.int64)
    table = rhythm.latest_gaps(np.zeros(len(days), dtype=np.int64), days, 1, settings.rhythm_gaps)
    cycle = np.array([np.nan if given.get("avg_cycle_days") is None else given["avg_cycle_days"]], dtype=np.float64)
    measured = rhythm.measure(table)
    festival = [date.fromisoformat(day) for day in given.get("spring_festival", ())]
    found = rhythm.assess(measured, np.array([number]), date.fromisoformat(given["as_of"]), settings, cycle, festival)
    return {
        "rhythm_days": _known(found.days),
        "overdue_ratio": _known(found.overdue_ratio),
        "status": CHURN[found.status[0]],
        "basis": CHURN_BASES[found.basis[0]],
        "warn_3m": bool(found.warn_3m[0]),
        "n_gaps": int(measured.count[0]),
        "mean": _known(measured.mean),
        "median": _known(measured.median),
        "sd": _known(measured.sd),
        "cv": _known(measured.cv),
        "stability": STABILITY[found.stability[0]],
    }


def tier_migration(given: Input, _find: Find) -> Any:
    found = migration.tier_migration(given["previous"], given["current"], given["order"])
    rates = {key: getattr(found, key) for key in ("stability_rate", "upgrade_rate", "downgrade_rate")}
    return vars(found) | rates


def concentration_of(given: Input, _find: Find) -> Any:
    return vars(concentration.measure(units(given["values"])))


def wilson(given: Input, _find: Find) -> Any:
    return dict(zip(("rate", "lo", "hi"), migration.wilson(given["k"], given["n"]), strict=True))


def format_money(given: Input, _find: Find) -> Any:
    return [figures.format_money(item["value"], item["unit"]) for item in given["items"]]


def format_percent(given: Input, _find: Find) -> Any:
    return [figures.format_percent(each) for each in given["values"]]


def _known(column: Any) -> float | None:
    return None if np.isnan(column[0]) else float(column[0])


def _words(ids: Sequence[str], codes: Any) -> list[str]:
    return ["unclassified" if code == UNRATED else ids[code] for code in codes.tolist()]


def _place(words: Sequence[str], given: str | None) -> int:
    return words.index(given) if given in words else UNRATED


def calendar_of(given: Input) -> Calendar:
    days = {key: frozenset(map(date.fromisoformat, given[key])) for key in ("off", "work")}
    return Calendar(days["off"], days["work"], years=frozenset({given["year"]}))


def due_dates(given: Input, _find: Find) -> Any:
    calendar = calendar_of(given["calendar"])
    return [
        calendar.step(date.fromisoformat(each["last"]), each["every"], each["unit"]).isoformat()
        for each in given["items"]
    ]


def workdays_between(given: Input, find: Find) -> Any:
    calendar = calendar_of(find(given["calendar_case"])["calendar"])
    return [calendar.workdays_between(*map(date.fromisoformat, pair)) for pair in given["pairs"]]


def eisenhower(given: Input, find: Find) -> Any:
    calendar = calendar_of(find(given["calendar_case"])["calendar"])
    return [_priority(each, calendar)._asdict() for each in given["items"]]


def _priority(item: Input, calendar: Calendar) -> priorities.Priority:
    known = dict(item["customer"])
    incident = bool(known.pop("incident", False))
    standing = priorities.Standing(**{RISK_NAMES.get(key, key): each for key, each in known.items()})
    due, today = date.fromisoformat(item["due"]), date.fromisoformat(item["today"])
    return priorities.eisenhower(standing, due, today, calendar, incident)


RISK_NAMES = {"churn_status": "risk_status"}


def monthly_load(given: Input, _find: Find) -> Any:
    items = [
        capacity.LoadItem(
            each["customers"],
            each["channel"],
            each["minutes"],
            Cadence(each["channel"], each["every"], each["unit"]).a_month(),
        )
        for each in given["items"]
    ]
    load = capacity.monthly_load(items, given["travel_minutes"])
    return {"contacts_per_month": dict(load.contacts), "hours": load.hours}


def plan_visits(given: Input, _find: Find) -> Any:
    visits = [
        capacity.Visit(
            each["id"],
            priorities.Priority(
                each["importance"], 0, each["quadrant"] in (1, 3), each["quadrant"], 0 if each.get("incident") else 1
            ),
            date.fromisoformat(each["due"]),
            capacity.default_minutes("visit", each["value_tier"]),
        )
        for each in given["tasks"]
    ]
    slots = [(time.fromisoformat(start), time.fromisoformat(end)) for start, end in given["slots"]]
    plan = capacity.plan_visits(visits, slots, given["travel_minutes"])
    return [{"id": each.task, "start": _clock(each.start), "end": _clock(each.end)} for each in plan]


def _clock(moment: time | None) -> str | None:
    return None if moment is None else f"{moment:%H:%M}"


def nurture_rule(given: Input, _find: Find) -> Any:
    last = given["last_order"]
    return nurture.nurture_rule(
        given["tier"],
        date.fromisoformat(given["labelled_since"]),
        date.fromisoformat(given["as_of"]),
        None if last is None else date.fromisoformat(last),
        bool(given.get("new_intent")),
    )


ADAPTERS: dict[str, Callable[[Input, Find], Any]] = {
    "window": window,
    "growth": growth,
    "round_half_up": round_half_up,
    "customer_facts": customer_facts,
    "summary_facts": summary_facts,
    "reconcile": reconcile,
    "schemes": schemes,
    "value_tier": value_tier,
    "growth_potential": growth_potential,
    "pareto_20_60_20": pareto_20_60_20,
    "abc_cumulative": abc_cumulative,
    "quadrant": quadrant_cuts,
    "grade_abcd": grade_abcd,
    "churn_status": churn_status,
    "tier_migration": tier_migration,
    "concentration": concentration_of,
    "wilson": wilson,
    "due_dates": due_dates,
    "workdays_between": workdays_between,
    "eisenhower": eisenhower,
    "monthly_load": monthly_load,
    "plan_visits": plan_visits,
    "nurture_rule": nurture_rule,
    "format_money": format_money,
    "format_percent": format_percent,
    **SCHEME_ADAPTERS,
}
