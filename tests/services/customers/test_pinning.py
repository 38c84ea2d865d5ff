"""A tier set by hand, beside what the rule says."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app.context import Context
from app.services import customers
from app.services.customers import NewCustomer, PinTier, UnpinTier
from app.services.errors import InputError

AT = datetime(2026, 6, 22, 10, 0)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: date(2026, 6, 22))
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(NewCustomer((("name", "甲公司"),), at=AT))
        yield context


def row(ledger: Context) -> customers.CustomerRow:
    with ledger.reading() as connection:
        return customers.rows(connection, [1])[1]


def test_the_pin_counts_and_the_rule_stays_visible(ledger: Context) -> None:
    ledger.run(PinTier(1, "high", "fixed", "老板的同学", date(2026, 9, 22), AT))
    assert (row(ledger).tier, row(ledger).pinned, row(ledger).proposed) == ("high", True, "prospect")
    ledger.run(PinTier(1, "mid", "fixed", "改主意了", None, AT))
    assert row(ledger).tier == "mid"
    label, _changes = ledger.undo()
    assert (label.text(), row(ledger).tier) == ("手工定级为「中价值」", "high")
    ledger.run(UnpinTier(1))
    assert (row(ledger).tier, row(ledger).pinned) == ("prospect", False)


def test_an_expired_pin_counts_no_more(ledger: Context) -> None:
    ledger.run(PinTier(1, "high", "fixed", "试用", date(2026, 6, 21), AT))
    assert row(ledger).tier == "prospect"


def test_a_pin_needs_its_reason(ledger: Context) -> None:
    with pytest.raises(InputError, match=r"pin\.no_reason"):
        ledger.run(PinTier(1, "high", "fixed", "  ", None, AT))
    with pytest.raises(ValueError, match="vip"):
        ledger.run(PinTier(1, "vip", "fixed", "x", None, AT))
