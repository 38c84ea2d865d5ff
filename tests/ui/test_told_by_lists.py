"""Payments and the rarer columns of lists, as the detail pane shows them."""

from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services import customers, importing
from app.services.customers import CustomerDetail
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from app.ui.customers.amounts import Amounts
from app.ui.customers.told import Answers, Payments


def brought(ledger: Path, file: Path, *rows: tuple[str | float, ...]) -> CustomerDetail:
    """The first customer, after the rows of a file have come in."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(file)
    with Context.open(ledger) as context:
        with context.reading() as connection:
            plan = importing.plan(connection, [file], ImportOptions(), WorkContext())
        context.run(importing.command(plan))
        with context.reading() as connection:
            number = connection.exec_driver_sql("SELECT id FROM customer WHERE name LIKE '常州%'").scalar_one()
            found = customers.detail(connection, number)
    assert found is not None
    return found


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.text() and not each.isHidden()]


def test_payments_with_how_and_for_what(qtbot: QtBot, ledger: Path, tmp_path: Path) -> None:
    name = "常州百川医疗器械有限公司"
    rows = [(f"2026-0{n}-05", name, 100.0 * n, "承兑", "第三批") for n in range(1, 5)]
    back = ("2026-05-06", name, -50.0, "", "")
    heads = ("回款日期", "客户名称", "回款金额", "回款方式", "备注")
    detail = brought(ledger, tmp_path / "回款.xlsx", heads, *rows, back)
    shown = Payments()
    qtbot.addWidget(shown)
    shown.show_detail(detail, Amounts(wan=True))  # to the last 分, whatever unit the lists have
    assert words(shown)[1:6] == ["2026-05-06", "−50.00 元", "2026-04-05", "承兑 · 第三批", "400.00 元"]
    more = shown.findChild(QPushButton, "payments_all")
    assert more is not None
    assert more.text() == "全部 5 笔"
    more.click()
    qtbot.waitUntil(lambda: "2026-01-05" in words(shown))


def test_the_rarer_columns_of_a_list(qtbot: QtBot, ledger: Path, tmp_path: Path) -> None:
    heads = ("客户名称", "行业", "地址", "爱好")
    detail = brought(
        ledger, tmp_path / "客户.xlsx", heads, ("常州百川医疗器械有限公司", "医疗", "常州新北区 1 号", "钓鱼")
    )
    shown = Answers()
    qtbot.addWidget(shown)
    shown.show_detail(detail)
    assert words(shown)[1:] == ["地址", "常州新北区 1 号", "爱好", "钓鱼"]
    payments = Payments()
    qtbot.addWidget(payments)
    payments.show_detail(detail, Amounts())
    assert payments.isHidden()
