"""两两比较: weights follow the judgements, contradictions cannot be used, and the result is tried out on the page."""

from fractions import Fraction

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.pages.schemes import SchemesPage
from app.ui.schemes import settings_card
from app.ui.schemes.pairwise_dialog import PairwiseDialog
from app.ui.session import Session
from tests.ui.schemes.conftest import show

WEIGHTS = (20, 0, 0, 20, 0, 0, 20, 0, 0)


def text_of(dialog: PairwiseDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_contradictions_cannot_be_used(qtbot: QtBot) -> None:
    dialog = PairwiseDialog(WEIGHTS)
    qtbot.addWidget(dialog)
    assert text_of(dialog, "pairwise_weights") == "净销售额 34、购买频次 33、满意度 33"
    dialog.choose((0, 1), Fraction(9))
    dialog.choose((1, 2), Fraction(9))
    dialog.choose((0, 2), Fraction(1, 5))
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()
    assert "前后矛盾" in text_of(dialog, "pairwise_sentence")
    dialog.choose((0, 2), Fraction(9))
    dialog.choose((1, 2), Fraction(1))
    assert dialog.accept_button.isEnabled()
    tick = dialog.findChild(QCheckBox, "tick_frequency")
    assert tick is not None
    tick.setChecked(False)
    other = dialog.findChild(QCheckBox, "tick_csat")
    assert other is not None
    other.setChecked(False)
    assert text_of(dialog, "pairwise_sentence") == "至少选两项指标。"
    assert dialog.setting == {}


def test_what_was_compared_is_tried_out_and_applied(
    qtbot: QtBot, page: SchemesPage, shop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(dialog: PairwiseDialog) -> int:
        qtbot.addWidget(dialog)
        for name in ("gross_margin", "on_time_rate", "csat", "referrals", "complaints", "variety", "recency"):
            tick = dialog.findChild(QCheckBox, f"tick_{name}")
            assert tick is not None
            tick.setChecked(False)
        dialog.choose((0, 1), Fraction(3))
        return 1

    monkeypatch.setattr(settings_card, "run", compared)
    show(qtbot, page, "score")
    card = page.settings
    assert card is not None
    link = card.findChild(QPushButton, "compare_pairs")
    assert link is not None
    link.click()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.settings.score_weights[:4] == (75, 0, 0, 25))
    apply = card.findChild(QPushButton, "apply_settings")
    assert apply is not None
    apply.click()
    qtbot.waitUntil(lambda: shop.context.settings().score_weights == (75, 0, 0, 25, 0, 0, 0, 0, 0))
