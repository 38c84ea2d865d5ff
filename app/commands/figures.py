"""Commands that print facts and classes as of any day."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from app.commands import Outcome, opened, parse_date
from app.models.customer import customer
from app.services import own_schemes
from app.services import settings as method_settings
from app.services.arrays import NONE
from app.services.checks.fields import CHECKED
from app.services.checks.gaps import cannot_rate
from app.services.checks.remarks import nobody, remarks, standing_still
from app.services.errors import InputError
from app.services.facts import FactTable, buying, compute
from app.services.facts.table import BASES
from app.services.figures import format_percent, format_units, to_units, yuan_text
from app.services.labelling import identifier, labelled
from app.services.past_tiers import tiers_held
from app.services.performance.document import document as portfolio
from app.services.performance.measure import measure
from app.services.portrait import portraits
from app.services.progress import WorkContext
from app.services.reasons import sentence
from app.services.reviews.completeness import rests_on_totals
from app.services.reviews.coverage import Gap, coverage
from app.services.schemes.cards import PREFIX
from app.services.segments import ClassCount, Classification, classify
from app.services.workbench import about, conditions, nearness
from app.services.workbench.steps import CARD, words
from app.services.workbench.still import measured
from app.texts import fill, sentences, translate

if TYPE_CHECKING:
    from app.services.clv.outlook import Outlook

Names = dict[int, tuple[str | None, str]]
TOTALS = (
    *("gross_sales", "discount_amount", "return_amount", "net_sales"),
    *("unassigned_net_sales", "assigned_net_sales"),
)


def facts(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        rules = method_settings.current(connection)
        if args.months:
            rules = rules.with_texts({"review_months": str(args.months)})
        as_of = parse_date(args.as_of) if args.as_of else context.today()
        table, names = compute(connection, as_of, rules), _names(connection)
        version = method_settings.version(connection)
        before = tiers_held(connection, as_of, rules)
        classes = classify(table, rules, CHECKED, previous=before)
        lines_of, blocked = portraits(connection, classes), cannot_rate(classes)
        whole = None if args.customer else portfolio(measure(connection, as_of, rules))
        said = (*remarks(connection, as_of), *standing_still(connection, as_of))
    rows = [row for row, number in enumerate(table.customer_id.tolist()) if _wanted(names[number], args.customer)]
    if args.customer and not rows:
        raise InputError("customer.none", name=args.customer)
    found: dict[str, Any] = {
        "as_of": as_of,
        "window": [table.window.start, table.window.end],
        "settings_version": version,
        "customers": [
            _identity(table, row, names)
            | _record(table, row)
            | {"profile": lines_of[number], "cannot_rate": blocked.get(number, {})}
            for row, number in ((row, int(table.customer_id[row])) for row in rows)
        ],
        "totals": {key: yuan_text(getattr(table.totals, key)) for key in TOTALS},
    }
    if whole is not None:
        found["portfolio"] = whole
    lines = [_told(table, row, names[int(table.customer_id[row])][1]) for row in rows]
    return Outcome(found | {"notes": list(said)}, [*lines, *said])


def _told(table: FactTable, row: int, name: str) -> str:
    """A customer in a line; of one who is known by a total alone, what it comes to in a year."""
    if table.basis[row] != BASES.index("summary"):
        words = translate("Cli", "{0}　净销售额 {1} 元　{2} 单")
        return fill(words, name, yuan_text(int(table.net_sales[row])), int(table.order_count[row]))
    yearly = int(table.annual_sales[row])
    if yearly == NONE:
        return translate("Cli", "{0}　只有总额，算不出年采购额").format(name)
    return fill(translate("Cli", "{0}　年采购额 {1} 元（总额÷年数）"), name, yuan_text(yearly))


def segment(args: Namespace, _work: WorkContext) -> Outcome:
    with opened(args.ledger) as context, context.reading() as connection:
        rules = method_settings.current(connection).with_texts(method_settings.parse_pairs(args.pairs))
        as_of = parse_date(args.as_of) if args.as_of else context.today()
        found = _segment(connection, args, as_of, rules)
        said = (*remarks(connection, as_of), *standing_still(connection, as_of))
    notes = [*said, *found.document.get("notes", ())]
    return Outcome(found.document | {"notes": notes}, said if said == (nobody(),) else [*found.lines, *said])


def _segment(connection: Connection, args: Namespace, as_of: date, rules: method_settings.MethodSettings) -> Outcome:
    if args.scheme == "clv":
        return _lifetime(connection, as_of, rules)
    if args.scheme in buying.ENOUGH_FOR and not args.json:
        lean = classify(buying.read(connection, as_of, rules), rules, (args.scheme,))
        return Outcome({}, _lines(lean, args.scheme, ()))
    table, names = compute(connection, as_of, rules), _names(connection)
    before = tiers_held(connection, as_of, rules)
    if args.scheme == "concentration":
        return _concentration(table, rules, names, method_settings.version(connection))
    scheme = identifier(connection, args.scheme, rules)
    classes = labelled(connection, table, rules, scheme, before)
    version = own_schemes.find(connection, scheme).version if scheme.startswith(PREFIX) else None
    version = method_settings.version(connection) if version is None else version
    return _segmented(scheme, classes, names, conditions.asked_in_vain(connection, scheme), version)


def _segmented(
    scheme: str, classes: Classification, names: Names, faults: tuple[str, ...], version: int | None
) -> Outcome:
    """`version` is that of the settings, or of the scheme where somebody made it; None: never changed."""
    table, result = classes.facts, classes[scheme]
    counts = classes.counts(scheme)
    unrated = next(each for each in counts if not each.class_id)
    document = {
        "scheme": scheme,
        "as_of": table.as_of,
        "rule": about.about(scheme, classes.settings),
        "version": version,
        "settings": classes.settings.as_texts(),
        "population": sum(each.customers for each in counts if each.class_id),
        "unclassified": unrated.customers,
        "unclassified_net_sales": yuan_text(unrated.net_sales),
        "classes": _class_records(counts, result.spec.label_of),
        "customers": _customer_records(classes, scheme, names, version),
        "gaps": [{"reason": gap.sentence, "customers": len(gap.customers)} for gap in _left_out(classes, scheme)],
        "notes": [*rests_on_totals(table, classes.settings), *about.notes(result), *faults],
        "diagnostics": dict(result.diagnostics),
    }
    return Outcome(document, _lines(classes, scheme, faults))


def _class_records(counts: Sequence[ClassCount], label: Callable[[str | None], str]) -> list[dict[str, Any]]:
    """Shares are of what all customers buy, those without a class among them."""
    whole = sum(max(0, each.net_sales) for each in counts)
    return [
        {
            "id": each.class_id,
            "label": label(each.class_id),
            "customers": each.customers,
            "net_sales": yuan_text(each.net_sales),
            "share": max(0, each.net_sales) / whole if whole else None,
        }
        for each in counts
        if each.class_id
    ]


def _customer_records(classes: Classification, scheme: str, names: Names, version: int | None) -> list[dict[str, Any]]:
    table, result = classes.facts, classes[scheme]
    near, label = nearness.Nearness(classes, scheme), result.spec.label_of
    reasons = [classes.reason_at(scheme, row) for row in range(len(table))]
    return [
        _identity(table, row, names)
        | {
            "class": class_id,
            "label": label(class_id),
            "reason": sentence(reason),
            "rule": reason.code,
            "version": version,
            **_moves(near, row, label),
            "values": _record(table, row),
        }
        for row, (class_id, reason) in enumerate(zip(result.class_ids(), reasons, strict=True))
    ]


def _moves(near: nearness.Nearness, row: int, label: Callable[[str | None], str]) -> dict[str, Any]:
    """What would lift the customer, what he would fall by, and where neither can be told, why."""
    steps = near.steps(row)
    moves: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for step in steps:
        own = step.axis == CARD and not step.better  # which of the cards below comes next is open
        toward = None if own else step.toward
        moves[step.better].append(
            {
                "toward": toward,
                "label": None if own else label(toward),
                "axis": step.axis,
                "amount": None if step.axis == CARD else step.amount,
                "near": step.near,
                "text": words(label(step.toward), step),
            }
        )
    found = {"steps": list(near.said(row)), "up": moves[True], "down": moves[False]}
    return found if steps else found | {"still": near.said(row)[0]}


def _of_measure(rule: str, version: int | None) -> dict[str, Any]:
    """The same of what puts nobody into a class."""
    why = measured()
    return {"rule": rule, "version": version, "steps": [why], "up": [], "down": [], "still": why}


def _lines(classes: Classification, scheme: str, faults: tuple[str, ...]) -> list[str]:
    """What each class holds, where there is any at all; who has none and why; what is to be known about it."""
    if not len(classes.facts):
        return []
    result, gaps = classes[scheme], _left_out(classes, scheme)
    words, why = translate("Cli", "{0}：{1} 位，年采购额 {2} 元"), translate("Cli", "其中 {0} 位：{1}")
    counts = classes.counts(scheme)
    classed = any(each.customers for each in counts if each.class_id)
    lines = [
        fill(words, result.spec.label_of(each.class_id), each.customers, format_units(each.net_sales))
        for each in counts
        if classed or not each.class_id
    ]
    said = (*rests_on_totals(classes.facts, classes.settings), *about.notes(result), *faults)
    return [*lines, *(fill(why, len(gap.customers), gap.sentence) for gap in gaps), *said]


def _left_out(classes: Classification, scheme: str) -> tuple[Gap, ...]:
    (found,) = coverage(classes, (scheme,))
    return found.gaps


RANGES = 5_000  # customers up to whom the range of each is drawn


def _lifetime(connection: Connection, as_of: date, rules: method_settings.MethodSettings) -> Outcome:
    from app.services.clv import outlook, wording
    from app.services.workbench.lifetime_view import history

    version = method_settings.version(connection)
    found = outlook.look(connection, as_of, rules)
    names = _names(connection)
    never = connection.execute(select(func.count()).where(customer.c.deleted_at.is_(None))).scalar_one()
    never -= len(found.portfolio.lifetimes)
    customers = []
    for row, number in enumerate(found.portfolio.lifetimes.customer_id.tolist()):
        code, name = names[number]
        customers.append(
            {"code": code, "name": name, "class": None, "reason": sentences(history(found, row))}
            | _of_measure("clv", version)
            | {"values": _expected(found, row)}
        )
    document = {
        "scheme": "clv",
        "as_of": as_of,
        "rule": about.about("clv", rules),
        "version": version,
        "settings": rules.as_texts(),
        "population": len(customers),
        "unclassified": never,
        "classes": [],
        "customers": customers,
        "gaps": [{"reason": translate("Cli", "还没有订单，没有终身价值可算"), "customers": never}] if never else [],
        "diagnostics": found.portfolio.diagnostics() | {"retention": found.retention},
    }
    verdict = found.portfolio.verdict
    if not customers:
        return Outcome(document, [translate("Cli", "截至这天还没有人买过，没有终身价值可算。")])
    words = translate("Cli", "买过的客户 {0} 位，按「{1}」估算（{2}）。")
    return Outcome(document, [fill(words, len(customers), *wording.method(verdict))])


def _expected(found: "Outlook", row: int) -> dict[str, Any]:
    """What the model expects of one customer in a year, and the sums beside it."""
    from app.services.clv import bgnbd

    portfolio = found.portfolio
    values: dict[str, Any] = {"clv_hist": _money(found.history[row]), "clv_simple": _money(found.simple[row])}
    if portfolio.value is None or portfolio.p_alive is None or portfolio.purchases_fit is None:
        return values
    values |= {
        "p_alive": float(portfolio.p_alive[row]),
        "expected_purchases": float(portfolio.value.purchases[row]),
        "expected_value": _money(portfolio.value.value[row]),
        "clv": _money(portfolio.value.clv[row]),
    }
    if len(portfolio.lifetimes) <= RANGES:
        drawn = bgnbd.purchase_range(portfolio.purchases_fit.parameters, portfolio.summary.histories, row, 52)
        values["range"] = {"p10": drawn.p10, "p90": drawn.p90, "p_zero": drawn.p_zero}
    return values


def _money(yuan: float) -> str | None:
    """A model's sum of money, rounded to 分; None where it is not known."""
    return None if yuan != yuan else f"{Decimal(yuan).quantize(Decimal('0.01'), ROUND_HALF_UP):.2f}"


def _concentration(
    table: FactTable, rules: method_settings.MethodSettings, names: Names, version: int | None
) -> Outcome:
    """In the shape of a scheme, though nobody is put into a class: everybody's share is his figure."""
    from app.services import concentration

    found = concentration.measure(table.yearly)
    keys = ("cr1", "cr5", "cr10", "hhi", "effective_n", "gini", "gini_corrected")
    money = [max(0, units) for units in table.yearly.tolist()]
    whole = sum(money)
    document = {
        "scheme": "concentration",
        "as_of": table.as_of,
        "rule": about.about("concentration", rules),
        "version": version,
        "settings": rules.as_texts(),
        "population": sum(units > 0 for units in money),
        "unclassified": sum(not units for units in money),
        "classes": [],
        "customers": [
            _identity(table, row, names)
            | {"class": None, "reason": fill(translate("Cli", "占年采购额 {0}"), format_percent(units / whole))}
            | _of_measure("concentration", version)
            | {"values": {"net_sales": yuan_text(units), "share": units / whole}}
            for row, units in enumerate(money)
            if units
        ],
        "diagnostics": {key: getattr(found, key) for key in keys},
    }
    if found.cr1 is None:
        return Outcome(document, [translate("Cli", "期内没有净销售额，集中度无从谈起。")])
    words = translate("Cli", "第一大客户占 {0}，前 5 大占 {1}，前 10 大占 {2}。")
    shares = [format_percent(value) for value in (found.cr1, found.cr5, found.cr10)]
    return Outcome(document, [words.format(*shares)])


def _names(connection: Connection) -> Names:
    query = select(customer.c.id, customer.c.code, customer.c.name)
    return {number: (code, name) for number, code, name in connection.execute(query)}


def _wanted(name: tuple[str | None, str], searched: str | None) -> bool:
    return searched is None or searched in name


def _identity(table: FactTable, row: int, names: Names) -> dict[str, Any]:
    code, name = names[int(table.customer_id[row])]
    return {"code": code, "name": name}


def _record(table: FactTable, row: int) -> dict[str, Any]:
    """Facts as JSON shows them: money as text with two decimals, dates ISO, what is not known null."""
    return {key: _shown(value) for key, value in table.record(row).items()}


def _shown(value: Any) -> Any:
    if isinstance(value, Decimal):
        return yuan_text(to_units(value))  # half up, as every figure; the formatting of a Decimal would round to even
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
