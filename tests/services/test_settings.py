"""Method settings from words, their contradictions, and their versions in the ledger."""

from datetime import datetime
from decimal import Decimal

import pytest

from app.services import settings
from app.services.errors import InputError
from app.services.history import Transaction
from app.services.setting_change import put_in_force
from app.services.settings import SPECS, MethodSettings
from tests.reference_ledger import empty_ledger

NOW = datetime(2026, 6, 30, 9, 30)
YUAN = 10_000


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("value_high", "50万", 500_000 * YUAN),
        ("value_high", "￥600,000.50元", 6_000_005_000),
        ("abc_a", "70%", Decimal("0.7")),
        ("abc_a", "0.7", Decimal("0.7")),
        ("abc_a", "７０％", Decimal("0.7")),
        ("review_months", "6 个月".replace(" ", ""), 6),
        ("holiday_neutral", "off", False),
        ("holiday_neutral", "是", True),
        ("quadrant_cut", "natural", "natural"),
        ("churn_at_risk", "1.8", Decimal("1.8")),
        ("visit_minutes", "60/40/20", (60, 40, 20)),
        ("prime_slots", "9:00–11:30, 14:00-16:00", (("09:00", "11:30"), ("14:00", "16:00"))),
    ],
)
def test_reads_words(key: str, text: str, value: object) -> None:
    assert getattr(MethodSettings().with_texts({key: text}), key) == value


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("value_hihg", "1", "settings.unknown"),
        ("value_high", "很多", "settings.bad_value"),
        ("value_high", "-1", "settings.bad_value"),
        ("abc_a", "170%", "settings.bad_value"),
        ("abc_a", "NaN", "settings.bad_value"),
        ("review_months", "0", "settings.bad_value"),
        ("review_months", "1.5", "settings.bad_value"),
        ("holiday_neutral", "maybe", "settings.bad_value"),
        ("quadrant_cut", "guess", "settings.bad_value"),
        ("visit_minutes", "90/45", "settings.bad_value"),
        ("prime_slots", "11:00-09:00", "settings.bad_value"),
        ("prime_slots", "上午", "settings.bad_value"),
        ("value_mid", "50万", "settings.order"),
        ("abc_a", "99%", "settings.order"),
        ("churn_churned", "1", "settings.order"),
        ("pareto_top", "90%", "settings.pareto_shares"),
    ],
)
def test_refuses_with_a_sentence(key: str, text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        MethodSettings().with_texts({key: text})
    assert caught.value.code == code
    assert "{" not in caught.value.sentence()


def test_every_setting_is_written_as_it_is_read() -> None:
    assert MethodSettings().with_texts(MethodSettings().as_texts()) == MethodSettings()
    assert set(MethodSettings().as_texts()) == set(SPECS)


def test_pairs_need_an_equals_sign() -> None:
    assert settings.parse_pairs(["value_high = 60万"]) == {"value_high": "60万"}
    with pytest.raises(InputError):
        settings.parse_pairs(["value_high"])


@pytest.mark.parametrize(
    "stored",
    ['{"value_high": "许多", "grace_days": "5"}', '{"of_a_later_version": "1", "grace_days": "5"}'],
)
def test_stored_settings_fall_back_one_by_one(stored: str) -> None:
    assert MethodSettings.from_json(stored) == MethodSettings(grace_days=5)


def test_stored_settings_that_contradict_each_other_fall_back_altogether() -> None:
    assert MethodSettings.from_json('{"value_mid": "90万"}') == MethodSettings()


def test_a_ledger_keeps_versions() -> None:
    changed = MethodSettings().with_texts({"value_high": "60万"})
    with empty_ledger() as connection:
        assert settings.current(connection) == MethodSettings()
        assert settings.version(connection) is None
        tx = Transaction(connection)
        first = put_in_force(tx, MethodSettings(), NOW)
        second = put_in_force(tx, changed, NOW)
        assert (put_in_force(tx, changed, NOW), second - first) == (second, 1)
        assert list(tx.steps) == [["+", "setting_version", first, second]]
        assert settings.current(connection) == changed
