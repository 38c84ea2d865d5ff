"""What the sheets of a file are taken for, and which column is which."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pytest

from app.services.errors import InputError
from app.services.importing.plans import SheetChoice, sheet_key
from app.services.importing.sheets import Cell
from app.services.importing.tables.fields import FIELDS, bracketed, matches, unit_of
from tests.services.importing.desk import SALES, Desk, Sheet, codes, first_sheet, sums

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("title", "kind", "field"),
    [
        ("客户 ID", "orders", "customer_code"),
        ("Amount USD", "orders", "amount"),
        ("金额 美元", "orders", "amount"),
        ("合同金额 人民币", "orders", "amount"),
        ("金额 含税", "orders", "amount"),
        ("客户名称", "orders", "customer_name"),
        ("买家会员名", "orders", "customer_name"),
        ("顾客姓名", "orders", "customer_name"),
        ("CUSTOMERNAME", "orders", "customer_name"),
        ("Customer ID", "orders", "customer_code"),
        ("订单付款时间", "orders", "date"),
        ("InvoiceDate", "orders", "date"),
        ("Order Date", "orders", "date"),
        ("订单 ID", "orders", "order_no"),
        ("ORDERNUMBER", "orders", "order_no"),
        ("金额（元）", "orders", "amount"),
        ("买家实际支付金额", "orders", "amount"),
        ("Sales", "orders", "amount"),
        ("销售金额合计", "orders", None),
        ("宝贝标题 ", "orders", "product"),
        ("省/自治区", "orders", "region"),
        ("门店", "orders", "place"),
        ("会员等级", "orders", "level"),
        ("细分", "orders", "segment"),
        ("客户来源", "orders", "source"),
        ("来源", "orders", "channel"),
        ("来源", "customers", "source"),
        ("等级", "customers", "level"),
        ("折扣点", "orders", "discount"),
        ("利润额", "orders", "profit"),
        ("运输成本", "orders", None),
        ("历史采购总额(万元)", "customers", "total"),
        ("细分标签(价值/需求/行为)", "customers", "tags"),
        ("跟进记录(时间/内容/反馈)", "customers", "log"),
        ("最近合作时间", "customers", "last_day"),
        ("负责人", "customers", "owner"),
        ("电话", "customers", "phone"),
        ("", "orders", None),
        ("销货单位", "orders", "customer_name"),
        ("往来单位", "orders", "customer_name"),
        ("购方名称", "orders", "customer_name"),
        ("需方（盖章）", "orders", "customer_name"),
        ("Bill To", "orders", "customer_name"),
        ("Sold-To", "orders", "customer_name"),
        ("付款单位", "payments", "customer_name"),
        ("价税合计", "orders", "amount"),
        ("含税金额", "orders", "amount"),
        ("不含税金额", "orders", "amount"),
        ("合同金额（元）", "orders", "amount"),
        ("签约日期", "orders", "date"),
        ("开票日期", "orders", "date"),
        ("合同签订日期", "orders", "date"),
        ("订单编码", "orders", "order_no"),
        ("货物名称", "orders", "product"),
        ("折后单价", "orders", "net_price"),
        ("币别", "orders", "currency"),
        ("记账汇率", "orders", "rate"),
        ("已收款", "orders", "paid"),
        ("回款日期", "orders", "paid_on"),
        ("核销单号", "payments", "settles"),
        ("Payment Method", "payments", "pay_method"),
        ("下次跟进", "contacts", "next_day"),
        ("客户反馈", "contacts", "feedback"),
        ("联系人手机", "customers", "phone"),
        ("年采购额（万元）", "customers", "est_demand"),
        ("会员积分", "customers", "points"),
        ("E-mail Address", "customers", "email"),
    ],
)
def test_a_heading_names_a_field(title: str, kind: str, field: str | None) -> None:
    found = matches(title, kind)
    assert (found[0].field if found else None) == field


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("总额(万元)", "wan"),
        ("总额（单位：万元）", "wan"),
        ("金额/元", "yuan"),
        ("采购额万元", "wan"),
        ("金额", ""),
        ("千元数", ""),
    ],
)
def test_a_heading_may_name_its_unit(title: str, unit: str) -> None:
    assert unit_of(title) == unit


def test_brackets_hold_the_parts_of_a_cell() -> None:
    assert bracketed("细分标签（价值/需求/行为）") == ("价值/需求/行为",)


def test_every_heading_stands_in_its_compared_form() -> None:
    for field in FIELDS.values():
        for heading in (*field.headings, *field.weak):
            assert matches(heading, field.kinds[0]), heading


TABLES: dict[str, tuple[Sequence[Sequence[Cell]], str, Mapping[str, str | None]]] = {
    "names only": (SALES, "orders", {"客户": "customer_name", "日期": "date", "金额": "amount", "订单号": "order_no"}),
    "quantity and price": (
        [("日期", "客户", "数量", "单价"), (DAY, "甲", 2, 3.5)],
        "orders",
        {"数量": "quantity", "单价": "price"},
    ),
    "a repeating ID is the customer's": (
        [("ID", "消费金额", "消费时间"), (2, 45, DAY), (2, 12, DAY), (5, 78, DAY)],
        "orders",
        {"ID": "customer_code"},
    ),
    "an ID of its own is the row's": (
        [("ID", "客户", "金额", "日期"), (1, "甲", 45, DAY), (2, "甲", 12, DAY)],
        "orders",
        {"ID": "line_no", "客户": "customer_name"},
    ),
    "no heading for the customer": (
        [("购方", "日期", "金额"), ("华鑫有限公司", DAY, 5), ("达茂集团", DAY, 6), ("利泰商行", DAY, 7)],
        "orders",
        {"购方": "customer_name"},
    ),
    "no heading for the date": (
        [("客户", "何时", "金额"), ("甲", datetime(2024, 1, 5, 8, 0), 5), ("乙", DAY, 6)],
        "orders",
        {"何时": "date"},
    ),
    "a grade of goods": (
        [("客户", "日期", "金额", "等级"), ("甲", DAY, 5, "一级品")],
        "orders",
        {"等级": None},
    ),
    "a level of customers": (
        [("客户名称", "电话", "等级"), ("甲", "13800000000", "A")],
        "customers",
        {"等级": "level"},
    ),
    "members": (
        [("ID", "姓名", "电话", "余额"), (1, "小六", 13800000000.0, 0), (2, "达达", 13900000000.0, 20)],
        "customers",
        {"ID": "customer_code", "姓名": "customer_name", "电话": "phone"},
    ),
    "a total for each customer": (
        [("客户名称", "首次合作时间", "采购总额"), ("甲公司", DAY, 5)],
        "customers",
        {"采购总额": "total", "首次合作时间": "first_day"},
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_known_by_its_columns(desk: Desk, name: str) -> None:
    rows, kind, columns = TABLES[name]
    sheet = first_sheet(desk.plan(rows))
    assert sheet.kind == kind
    found = {column.title: column.field for column in sheet.columns}
    assert {title: found[title] for title in columns} == dict(columns)


def test_a_column_known_by_content_asks_to_be_confirmed(desk: Desk) -> None:
    rows = [("购方", "日期", "金额"), ("华鑫有限公司", DAY, 5)]
    states = {column.title: column.state for column in first_sheet(desk.plan(rows)).columns}
    assert states == {"购方": "confirm", "日期": "ok", "金额": "ok"}


def test_sheets_that_are_no_such_table_are_named_and_left_aside(desk: Desk) -> None:
    content = {
        "订单": SALES,
        "退货": [("订单号", "退回"), ("A1", "是")],
        "销售人员": [("地区", "地区经理"), ("华东", "洪光")],
        "员工": [("姓名", "电话"), ("小李", "13800000000")],
        "空": [],
    }
    plan = desk.plan(content)
    assert [(sheet.name, sheet.kind) for sheet in plan.files[0].sheets] == [
        ("订单", "orders"),
        ("退货", "returns"),
        ("销售人员", "ignored"),
        ("员工", "ignored"),
        ("空", "ignored"),
    ]
    assert plan.counts.rows_read == 3
    assert all(sheet.why for sheet in plan.files[0].sheets)


def test_a_hidden_sheet_is_told_and_left_unless_it_is_named(desk: Desk) -> None:
    hidden = Sheet([("客户", "日期", "金额"), ("丙", DAY, 9)], visible=False)
    content = {"订单": SALES, "旧": hidden}
    plan = desk.plan(content)
    assert [(sheet.kind, sheet.visible) for sheet in plan.files[0].sheets] == [("orders", True), ("ignored", False)]
    assert desk.plan(content, sheets=("旧",)).counts.rows_read == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"a": []}, "import.nothing"),
        ({"a": [("日期", "金额"), (DAY, 5)]}, "import.no_customer"),
        ({"a": [("客户", "订单号", "日期"), ("甲", "1", DAY)]}, "import.no_amount"),
        ({"a": [("客户", "订单号", "金额"), ("甲", "1", 5)]}, "import.no_date"),
        ({"a": [(1, 2), (4, 5)]}, "import.no_header"),
        ({"a": [(1, 2, 3), (4, 5, 6)]}, "import.headerless"),
        (
            {
                "Orders": [("OrderID", "CustomerID", "OrderDate"), (1, "QUICK", DAY)],
                "Details": [("OrderID", "UnitPrice", "Quantity"), (7, 14.0, 12)],
            },
            "import.join",
        ),
    ],
)
def test_what_is_missing_is_said(desk: Desk, content: dict[str, Sequence[Sequence[Cell]]], code: str) -> None:
    with pytest.raises(InputError) as caught:
        desk.plan(content)
    assert caught.value.code == code
    assert "—" not in caught.value.sentence()


def test_a_person_decides_over_headings_and_kinds(desk: Desk) -> None:
    rows = [("单位", "何时", "多少", "金额"), ("甲", DAY, 7, 1)]
    columns = {"单位": "customer_name", "何时": "date", "多少": "amount", "金额": None}
    result = desk.bring(rows, choices={"台账": SheetChoice("orders", columns=columns)})
    assert str(result.plan.amount) == "7"
    assert result.as_json()["files"][0]["sheets"][0]["columns"]["金额"] is None


def test_the_mapping_of_a_result_may_use_other_words_for_fields(desk: Desk) -> None:
    rows = [("a", "b", "c", "d"), ("甲", DAY, 7, "X1")]
    columns = {"a": "name", "b": "day", "c": "amount", "d": "order"}
    plan = desk.plan(rows, choices={"*": SheetChoice("orders", header_rows=(1,), columns=columns)})
    assert first_sheet(plan).counts.created == 1


def test_a_sheet_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"import\.no_sheet"):
        desk.plan(SALES, sheets=("没有",))


def test_choices_are_found_again_by_the_headings(desk: Desk) -> None:
    rows = [("单位 名", "何时", "多少"), ("甲", DAY, 7)]
    columns = {"单位 名": "customer_name", "何时": "date", "多少": "amount"}
    desk.bring(rows, choices={"台账": SheetChoice("orders", columns=columns)})
    again = desk.plan(desk.file([("单位名", "何时", "多少"), ("乙", DAY, 9)], "下月.xlsx"))
    assert (str(again.amount), again.customers_created) == ("9", 1)
    assert [note.code for note in again.files[0].notes] == ["scheme"]
    other = {"单位名": "customer_name", "何时": "date", "多少": None}
    with pytest.raises(InputError, match=r"import\.no_amount"):
        desk.plan(again.files[0].path, choices={"台账": SheetChoice("orders", columns=other)})


def test_nothing_is_remembered_where_nothing_was_decided(desk: Desk) -> None:
    desk.bring(SALES)
    assert desk.rows("SELECT * FROM import_scheme") == []


def test_an_unknown_field_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"import\.field"):
        desk.plan(SALES, choices={"*": SheetChoice(columns={"金额": "amout"})})


@pytest.mark.parametrize(
    ("dates", "notes"),
    [
        (["2024/1/5", "2024/12/6"], []),
        (["2024年1月5日", "2024-12-06"], []),
        ([DAY, DAY], []),
        (["3/3/2024", "1/1/2024"], []),
        (["2/24/24", "3/5/24"], ["mdy"]),
        (["24/2/2024", "3/5/2024"], ["dmy"]),
        (["2/3/2024", "3/5/2024"], ["order_asked"]),
    ],
)
def test_the_order_of_a_date_is_told_only_where_it_was_decided(
    desk: Desk, dates: Sequence[Cell], notes: Sequence[str]
) -> None:
    rows = [("客户", "下单日期", "金额"), *(("甲", day, 5) for day in dates)]
    column = first_sheet(desk.plan(rows)).columns[1]
    assert [note.code for note in column.notes if note.code in ("mdy", "dmy", "order_asked")] == notes


@pytest.mark.parametrize(
    ("sheet", "amount"),
    [("退货", "金额"), ("销售退货明细", "金额"), ("Returns", "金额"), ("Sheet1", "退款金额"), ("credit notes", "金额")],
)
@pytest.mark.parametrize("written", [1, -1])
def test_a_table_of_returns_is_never_added_to_the_sales(desk: Desk, sheet: str, amount: str, written: int) -> None:
    back = [
        ("订单号", "日期", "客户", amount),
        ("A1", DAY, "甲公司", 101.0 * written),
        ("A9", DAY, "丁", 5.0 * written),
    ]
    result = desk.bring({"订单": SALES, sheet: back})
    plan = result.plan
    assert [(each.kind, each.counts.created) for each in plan.files[0].sheets] == [("orders", 3), ("orders", 2)]
    assert "负数" in plan.files[0].sheets[1].why
    assert sums(plan)[:2] == ["277", "106"]
    assert codes(plan).get("return_sign", 0) == (2 if written > 0 else 0)
    assert desk.rows("SELECT kind, COUNT(*) FROM order_line GROUP BY kind") == [("order", 3), ("return", 2)]


@pytest.mark.parametrize(
    "sheet", ["订单及退货", "含退货", "无退款", "Returning customers", "退货率", "Sales and returns"]
)
def test_a_table_that_also_holds_sales_keeps_its_signs(desk: Desk, sheet: str) -> None:
    assert sums(desk.plan({sheet: SALES}))[:2] == ["383", "0"]


def test_a_return_is_none_of_the_sales_where_every_row_has_another_type(desk: Desk) -> None:
    rows = [("日期", "客户", "金额", "单据类型"), (DAY, "甲公司", 10.0, "销售"), (DAY, "乙公司", 4.0, "退货")]
    assert sums(desk.plan(rows))[:2] == ["6", "4"]


def test_a_file_of_returns_says_so_by_its_name(desk: Desk) -> None:
    desk.bring(SALES)
    back = desk.file([("订单号", "日期", "客户", "金额"), ("A1", DAY, "甲公司", 101.0)], "三月退货明细.xlsx")
    assert sums(desk.plan(back))[:2] == ["-101", "101"]


def test_a_list_of_returned_orders_may_have_amounts(desk: Desk) -> None:
    content = {"订单": SALES, "退货": [("订单号", "退款金额"), ("A1", 101.0)]}
    plan = desk.bring(content).plan
    assert [each.kind for each in plan.files[0].sheets] == ["orders", "returns"]
    assert sums(plan)[:2] == ["383", "101"]


UNKNOWN = [("哪天", "甲方", "货", "收了多少"), ("2024-01-05", "甲", "轴承", 10), ("2024-01-06", "乙", "刀具", 20)]


def test_a_list_without_amounts_asks_for_its_columns(desk: Desk) -> None:
    path = desk.file(UNKNOWN)
    sheet = desk.plan(path).to_name
    assert sheet is not None
    assert (sheet.name, sheet.lacks) == ("台账", ("amount", "date"))
    one = desk.plan(path, choices={"台账": SheetChoice(columns={"收了多少": "amount"})})
    assert (one.to_name, one.questions[0].columns) == (None, (("哪天", "date"),))  # what is left, its cells tell
    both = desk.plan(path, choices={"台账": SheetChoice(columns={"收了多少": "amount", "哪天": "date"})})
    assert (both.to_name, first_sheet(both).kind, str(both.amount)) == (None, "orders", "30")


@pytest.mark.parametrize(
    ("content", "lacks"),
    [
        ({"a": [("客户名称", "累计采购"), ("甲", 5)]}, None),
        ({"a": [("客户名称", "最近合作时间"), ("甲", DAY)]}, None),
        ({"a": [("编号", "名称", "电话", "地域"), ("K1", "甲", "13800000000", "宁波")]}, None),
        ({"a": [("客户名称", "电话", "公司人数", "紧急电话"), ("甲", "13800000000", 12, 13800000000)]}, None),
        ({"a": [("客户名称", "电话", "花了多少"), ("甲", "13800000000", 12)]}, ("amount", "date")),
        ({"a": [("客户名称", "数量"), ("甲", 3)]}, ("amount", "date")),
        ({"a": [("客户名称", "累计采购", "最近合作时间"), ("甲", 5, DAY)]}, None),
        ({"a": [("客户名称", "电话"), ("甲", "13800000000")], "b": [("客户", "日期", "金额"), ("甲", DAY, 5)]}, None),
    ],
)
def test_a_list_asks_for_columns_where_it_looks_like_sales_and_stands_alone(
    desk: Desk, content: Any, lacks: tuple[str, ...] | None
) -> None:
    sheet = desk.plan(content).to_name
    assert (sheet.lacks if sheet else None) == lacks


def test_a_list_of_known_customers_adds_to_them(desk: Desk) -> None:
    desk.bring([("客户名称", "累计采购", "最近合作时间"), ("甲", 5, DAY)])
    assert desk.plan([("客户名称", "电话"), ("甲", "13800000000")]).to_name is None


def test_columns_can_be_named_where_somebody_is_there_to_name_them(desk: Desk) -> None:
    path = desk.file([("哪天", "谁家", "收了多少"), (DAY, "甲", 10)])
    with pytest.raises(InputError, match=r"import\.no_customer"):
        desk.plan(path)
    plan = desk.plan(path, ask=True)
    assert plan.to_name is not None
    assert "customer" in plan.to_name.lacks
    assert [column.title for column in plan.to_name.columns] == ["哪天", "谁家", "收了多少"]
    with pytest.raises(InputError, match=r"import\.no_customer"):
        desk.bring(path, ask=True)
    named = {"台账": SheetChoice(columns={"哪天": "date", "谁家": "customer_name", "收了多少": "amount"})}
    assert desk.bring(path, ask=True, choices=named).counts.created == 1


def test_sheets_of_one_name_in_two_files_are_decided_apart(desk: Desk) -> None:
    """A choice by the file and the sheet comes before one by the sheet alone."""
    rows = [("客户", "日期", "甲价", "乙价"), ("甲", DAY, 3, 5)]
    files = desk.file(rows, "一.xlsx"), desk.file([rows[0], ("乙", DAY, 30, 50)], "二.xlsx")
    by_name, by_file = SheetChoice(columns={"甲价": "amount"}), SheetChoice(columns={"乙价": "amount"})
    plan = desk.plan(*files, choices={"台账": by_name, sheet_key("二.xlsx", "台账"): by_file})
    assert str(plan.amount) == "53"


@pytest.mark.parametrize("heads", [("借方", "贷方"), ("数目", "余下")])
def test_dated_sums_that_nobody_named_are_no_list_of_customers(desk: Desk, heads: tuple[str, str]) -> None:
    """Where nobody is there to ask, only the names would come in, and the money would be lost without a word."""
    rows: list[tuple[Cell, ...]] = [
        ("日期", "客户名称", *heads),
        (DAY, "甲公司", 1000.5, 20.0),
        (DAY, "乙公司", 2000.0, 30.5),
    ]
    with pytest.raises(InputError) as caught:
        desk.bring({"往来": Sheet(rows)})
    assert caught.value.code == "import.no_amount"
    assert heads[0] in caught.value.sentence()
    assert desk.rows("select count(*) from customer") == [(0,)]
    assert desk.bring({"往来": Sheet(rows)}, kind="customers").counts.created == 2


def test_dated_sums_are_a_list_of_customers_where_somebody_can_be_asked_or_has_said_so(desk: Desk) -> None:
    rows: list[tuple[Cell, ...]] = [("日期", "客户名称", "借方"), (DAY, "甲公司", 1000.5), (DAY, "乙公司", 2000.0)]
    assert desk.plan({"往来": Sheet(rows)}, ask=True).questions
    named = {"往来": SheetChoice(columns={"借方": "amount"})}
    assert desk.bring({"往来": Sheet(rows)}, choices=named).counts.created == 2
