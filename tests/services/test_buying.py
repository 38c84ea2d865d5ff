"""RFM and ABC from the lines alone are those of the full facts, on any ledger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import facts, segments
from app.services.facts import buying
from app.services.schemes import ABC, RFM, RFM_EIGHT
from app.services.settings import MethodSettings
from tests.random_ledgers import TODAY, Ledger, ledgers, line, order

PLAIN = MethodSettings()
SCHEMES = (RFM.id, RFM_EIGHT.id, ABC.id)
COLUMNS = (
    "net_sales", "gross_profit", "purchase_days", "net_sales_rfm", "purchase_days_rfm", "recency_days", "tenure_days",
)  # fmt: skip


@given(ledgers(), st.floats(0, 1))
def test_the_classes_are_the_same(ledger: Ledger, many: float) -> None:
    with pytest.MonkeyPatch.context() as patch, ledger.opened() as connection:
        patch.setattr(buying, "MANY", many)
        lean, full = buying.read(connection, TODAY, PLAIN), facts.compute(connection, TODAY, PLAIN)
    for name in COLUMNS:
        assert getattr(lean, name).tolist() == getattr(full, name).tolist(), name
    few, all_ = (segments.classify(each, PLAIN, SCHEMES) for each in (lean, full))
    for scheme in SCHEMES:
        assert few[scheme].class_ids() == all_[scheme].class_ids()
        assert few.counts(scheme) == all_.counts(scheme)


def test_one_difficult_customer_among_easy_ones_is_computed_in_full() -> None:
    """He gave back on one day what he had bought on two; the others come straight from the lines."""
    sold = [order(f"C{n}", TODAY, line(100 + n, cost=60)) for n in range(12)]
    back = {"order_no": None, "customer_id": "C3", "date": TODAY.isoformat(), "amount": 50, "qty": 1, "cost": None}
    case = {"customers": [{"id": f"C{n}"} for n in range(12)], "orders": sold, "returns": [back]}
    with Ledger(case).opened() as connection:
        lean, full = buying.read(connection, TODAY, PLAIN), facts.compute(connection, TODAY, PLAIN)
    assert not lean.has("margin_estimated").any()
    assert lean.ar_balance.strides == (0,)
    for name in COLUMNS:
        assert getattr(lean, name).tolist() == getattr(full, name).tolist(), name
