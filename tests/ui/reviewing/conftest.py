"""A shop with one finished review a month ago; since then 甲 has bought enough to rise."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services.reviews import draft
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.ui.pages.reviews import ReviewsPage
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.session import Session
from tests.services.reviews.shop import Open, Sell, ago
from tests.ui.recorders import ShellRecorder


def begin(context: Context, day: date) -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, day, as_of=day)))
    return made[0]


@pytest.fixture(scope="module")
def shop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shop") / "店.pandian"
    with Context.create(path) as context:
        context.run(Open())
        context.run(Sell((1, ago(200), 300_000), (2, ago(60), 120_000), (3, ago(90), 50_000)))
        first = replace(begin(context, ago(31)), name="上月", signed_by="王经理")
        context.run(FinishReview(first, ago(31)))
        context.run(Sell((1, ago(10), 300_000)))
    return path


@pytest.fixture
def wizard(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> ReviewWizardPage:
    """The wizard on a draft of today, its first preview there."""
    page = ReviewWizardPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate(begin(shop.context, shop.today()))
    settle(qtbot, page)
    return page


@pytest.fixture
def reviews(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> ReviewsPage:
    """The page 盘点, its list read."""
    page = ReviewsPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page._shelf is not None)
    return page


def settle(qtbot: QtBot, page: ReviewWizardPage) -> None:
    """Until the preview is that of the draft and everything is written."""
    qtbot.waitUntil(lambda: page.state.settled and not page.session.busy)


@pytest.fixture
def nobody(qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path) -> ReviewWizardPage:
    """A review of a ledger without customers, just begun."""
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = ReviewWizardPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate(begin(session.context, session.today()))
    settle(qtbot, page)
    return page
