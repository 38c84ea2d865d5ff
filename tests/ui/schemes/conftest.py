"""The page of schemes on a shop of five customers, of whom two never bought."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services.customers import NewCustomer
from app.ui.pages.schemes import SchemesPage
from app.ui.session import Session
from tests.services.reviews.shop import Open, Sell, ago
from tests.ui.recorders import ShellRecorder


@pytest.fixture(scope="module")
def shop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shop") / "店.pandian"
    with Context.create(path) as context:
        context.run(Open())
        context.run(NewCustomer((("name", "戊兰商行"),)))
        context.run(Sell((1, ago(200), 300_000), (1, ago(10), 300_000), (2, ago(60), 104_000), (3, ago(90), 50_000)))
    return path


@pytest.fixture
def page(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> SchemesPage:
    """The page 分级方案, its first scheme looked at."""
    page = SchemesPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.looked is not None)
    shop.changed.connect(lambda changes, _initiator: page.refresh(changes))
    return page


def show(qtbot: QtBot, page: SchemesPage, scheme: str) -> None:
    """Choose a scheme and wait for it."""
    page.activate(scheme)
    qtbot.waitUntil(lambda: page.shown == scheme)
