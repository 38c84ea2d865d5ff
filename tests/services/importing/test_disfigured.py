"""However a ledger is laid out, the same facts come out of it: customers, days, amounts to the 分, nothing asked."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from app.context import Context
from app.services import importing
from app.services.importing.plans import ImportOptions, ImportPlan
from app.services.progress import WorkContext
from tests.services.importing import disfigure
from tests.services.importing.desk import Desk
from tests.services.importing.disfigure import Fact, Style

SEEDS = [pytest.param(seed, marks=() if seed < 8 else pytest.mark.long) for seed in range(240)]
FORMS = ("xlsx", "csv", "html", "xml")
SOLD = """
    SELECT c.name, l.day, l.amount FROM order_line l JOIN customer c ON c.id = l.customer_id
"""


def expected(sales: list[Fact], by_month: bool) -> Counter[tuple[str, str, int]]:
    """Where only the month was written, days are its first."""
    return Counter(
        (fact.customer, (fact.day.replace(day=1) if by_month else fact.day).isoformat(), fact.fen * 100)
        for fact in sales
    )


def check(plan: ImportPlan, found: Counter[tuple[str, str, int]], style: Style, sales: list[Fact]) -> None:
    wanted = expected(sales, "date" not in style.columns)
    assert found - wanted == Counter(), "more than there is"
    assert wanted - found == Counter(), "less than there is"
    assert not plan.questions
    assert plan.counts.held == 0
    differences = [check for file in plan.files for sheet in file.sheets for check in sheet.totals if not check.matches]
    assert not differences


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_facts_come_out(desk: Desk, seed: int) -> None:
    random = Random(seed)
    sales = disfigure.facts(random)
    style = Style(random, typed=True, merging=True)
    laid = disfigure.sheets(style, sales)
    result = desk.bring(desk.file(disfigure.in_memory(laid)))
    check(result.plan, Counter(desk.rows(SOLD)), style, sales)


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=() if seed < 4 else pytest.mark.long) for seed in range(80)])
def test_the_same_facts_come_out_of_files(tmp_path: Path, seed: int) -> None:
    random = Random(1000 + seed)
    form = FORMS[seed % len(FORMS)]
    sales = disfigure.facts(random)
    style = Style(random, typed=form in ("xlsx", "xml"), merging=form != "csv")
    laid = disfigure.sheets(style, sales) if form in ("xlsx", "xml") else {"台账": style.sheet(sales)}
    path = disfigure.write(random, tmp_path / f"台账{disfigure.SUFFIXES[form]}", laid, form)
    with Context.create(tmp_path / "ledger.pandian") as context:
        with context.reading() as connection:
            plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
        context.run(importing.command(plan))
        with context.reading() as connection:
            found = Counter(
                (str(name), str(day), int(amount)) for name, day, amount in connection.exec_driver_sql(SOLD)
            )
    check(plan, found, style, sales)
