"""What holds for every scheme on any ledger whatever it holds: sums, one class each, words; nothing hangs on order."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.context import Context
from app.models.ledger import counted
from app.services import concentration, facts, importing, reasons, segments
from app.services.facts.table import KINDS, FactTable
from app.services.importing.plans import ImportOptions, SheetChoice
from app.services.progress import WorkContext
from app.services.schemes import SCHEMES, VIEWS, attribute, cards, kmeans
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.ui import headless
from tests import foreign
from tests.random_ledgers import FEW, PEOPLE, TODAY, Ledger, ledgers, line, order
from tests.services.importing.test_foreign_ledgers import ANSWERS, LEDGERS
from tests.services.importing.test_headerless import NAMED

PLAIN = MethodSettings()
HOLE = re.compile(r"[{}]|\bnan\b|\bNone\b(?! of)")
CDS = "CDNOW_sample.txt"
REAL = {**LEDGERS, CDS: (CDS,)}
CHOICES = {**ANSWERS, CDS: {"*": SheetChoice(header_rows=(), columns=NAMED)}}
NET_SALES = (
    "SELECT COALESCE(SUM(amount), 0) FROM order_line l JOIN customer c ON c.id = l.customer_id"
    f" WHERE c.deleted_at IS NULL AND {counted('l')} AND NOT (returned AND l.kind <> 'return') AND day BETWEEN ? AND ?"
)
EVERY = (*SCHEMES, kmeans.ID)
BY_HIMSELF = (
    "value", "grade_abcd", "churn", "potential", "loyalty", "potential_loyalty", "demand_state", "behavior",
    "decision_cycle", "freq_band", "fit", "relation",
)  # fmt: skip
"""Schemes that look at nobody else: another customer cannot change a thing."""
OWN = CardScheme(
    "own:试",
    "试",
    (
        Card("many", "常来", "gold", Group("all", (Condition("purchase_days", ">=", (4,)),))),
        Card("margin", "毛利高", "blue", Group("any", (Condition("gross_margin", ">", (0.2,)),))),
        Card("late", "久未来", "red", Group("all", (Condition("class:churn", "in", ("at_risk", "churned")),))),
    ),
)


def everything(connection: Connection, rules: MethodSettings = PLAIN, day: date = TODAY) -> Classification:
    """All schemes with a fixed set of classes, those out of data or hands too."""
    table = facts.compute(connection, day, rules)
    labels = segments.classify(table, rules, EVERY)
    views = {f"{attribute.ID}:{key}": attribute.view(connection, table, key) for key in VIEWS}
    own = {OWN.id: cards.classify(OWN, cards.Evidence(connection, table, labels.results))}
    return replace(labels, results={**labels.results, **views, **own})


def adds_up(labels: Classification) -> None:
    """Counts and money of each scheme's classes are those of the ledger, to the unit."""
    table, number = labels.facts, len(labels.facts)
    assert int(table.net_sales.sum()) == table.totals.net_sales - table.totals.unassigned_net_sales
    for scheme, result in labels.results.items():
        counts = labels.counts(scheme)
        assert [each.class_id for each in counts] == [*result.spec.class_ids, None]
        assert sum(each.customers for each in counts) == number, scheme
        assert sum(each.net_sales for each in counts) == int(table.yearly.sum()), scheme
        whole = sum(max(0, each.net_sales) for each in counts)
        shares = [max(0, each.net_sales) / whole for each in counts] if whole else []
        assert sum(shares) == pytest.approx(1) or not shares


def says_why(labels: Classification, rows: Sequence[int]) -> None:
    """Everybody's class, or the lack of one, has a sentence without holes."""
    for scheme in labels.results:
        for row in rows:
            text = reasons.sentence(labels.reason_at(scheme, row))
            assert text, scheme
            assert not HOLE.search(text), (scheme, text)


def by_name(labels: Classification) -> dict[str, list[str | None]]:
    return {scheme: result.class_ids() for scheme, result in labels.results.items()}


@given(ledgers())
def test_everybody_is_in_one_class_or_told_why_not(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        labels = everything(connection)
    adds_up(labels)
    says_why(labels, range(len(labels.facts)))


@FEW
@given(ledgers(most=25))
def test_the_reasons_are_told_in_english_too(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        labels = everything(connection)
    headless.speak("en_US")
    says_why(labels, range(len(labels.facts)))


@FEW
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(ledger: Ledger, chance: Any) -> None:
    with ledger.opened() as first, ledger.shuffled(chance).opened() as second:
        assert by_name(everything(first)) == by_name(everything(second))


@FEW
@given(ledgers(), st.permutations(range(PEOPLE)))
def test_the_numbers_of_the_customers_change_nothing(ledger: Ledger, places: list[int]) -> None:
    with ledger.opened() as first, ledger.renumbered(places).opened() as second:
        before, after = by_name(everything(first)), by_name(everything(second))
    for scheme, classes in before.items():
        if scheme != kmeans.ID:
            assert [classes[place] for place in places] == after[scheme], scheme


@FEW
@given(ledgers(), st.integers(1, 5000))
def test_a_newcomer_changes_only_who_is_ranked_with_him(ledger: Ledger, amount: int) -> None:
    sold = [order("new", TODAY - timedelta(days), line(amount)) for days in (5, 50, 95, 400)]
    with ledger.opened() as first, ledger.with_customer("new", sold).opened() as second:
        before, after = by_name(everything(first)), by_name(everything(second))
    for scheme in (*BY_HIMSELF, OWN.id):
        assert after[scheme][:PEOPLE] == before[scheme], scheme


@FEW
@given(ledgers())
def test_one_who_bought_long_ago_changes_nothing_at_all(ledger: Ledger) -> None:
    """Beyond the months that any scheme ranks by he is nobody's neighbour, unless he still owes something."""
    sold = [order("old", date(2020, 1, 1) + timedelta(days), line(500)) for days in (0, 40, 90)]
    with ledger.opened() as first, ledger.with_customer("old", sold, paid=True).opened() as second:
        before, after = by_name(everything(first)), by_name(everything(second))
    assert {scheme: classes[:PEOPLE] for scheme, classes in after.items()} == before


@given(ledgers())
def test_the_concentration_is_that_of_the_same_sales(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
    found, gains = concentration.measure(table.net_sales), np.maximum(table.net_sales, 0)
    if not gains.sum():
        assert found.cr1 is None
        return
    shares = [int(np.sort(gains)[-k:].sum()) / int(gains.sum()) for k in (1, 5, 10)]
    assert [found.cr1, found.cr5, found.cr10] == pytest.approx(shares)


# --- on the ledgers of other people ----------------------------------------------------------------------------------


@contextmanager
def imported(name: str, folder: Path) -> Iterator[tuple[Connection, date]]:
    """A ledger with one of the real files, and its last day."""
    sources = [foreign.ledgers() / each for each in REAL[name]]
    with Context.create(folder / "账.pandian") as context:
        with context.reading() as connection:
            plan = importing.plan(connection, sources, ImportOptions(choices=CHOICES.get(name, {})), WorkContext())
        assert plan.date_to is not None
        context.run(importing.command(plan))
        with context.reading() as connection:
            yield connection, plan.date_to


def permuted(table: FactTable, places: Any) -> FactTable:
    """The same facts with the customers in another order."""
    return replace(table, **{key: getattr(table, key)[places] for key in (*KINDS, "customer_id")})


@pytest.mark.foreign
@pytest.mark.parametrize("name", REAL)
def test_every_scheme_adds_up_to_a_real_ledger(name: str, tmp_path: Path) -> None:
    with imported(name, tmp_path) as (connection, day):
        labels = everything(connection, day=day)
        sold = connection.exec_driver_sql(NET_SALES, (labels.facts.window.start.isoformat(), day.isoformat())).scalar()
    totals = labels.facts.totals
    assert totals.net_sales - totals.unassigned_net_sales == sold
    adds_up(labels)
    rows = list(range(0, len(labels.facts), max(1, len(labels.facts) // 40)))
    says_why(labels, rows)
    headless.speak("en_US")
    says_why(labels, rows)


@pytest.mark.foreign
@pytest.mark.parametrize("name", REAL)
def test_the_order_of_the_customers_of_a_real_ledger_changes_nothing(name: str, tmp_path: Path) -> None:
    with imported(name, tmp_path) as (connection, day):
        table = facts.compute(connection, day, PLAIN)
    places = np.random.default_rng(5).permutation(len(table))
    first, second = (segments.classify(each, PLAIN, SCHEMES) for each in (table, permuted(table, places)))
    for scheme in SCHEMES:
        ids = first[scheme].class_ids()
        assert [ids[place] for place in places] == second[scheme].class_ids(), scheme
