"""Rows of a ledger as hypothesis makes them up: good, odd, repeated, totals and remarks among them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.services.importing.sheets import Cell, CellError

HEAD = ("订单号", "日期", "客户编号", "客户", "产品", "数量", "单价", "折扣", "金额", "状态", "地区")
LIST_HEAD = ("客户名称", "联系人", "首次合作时间", "历史采购总额", "最近合作时间", "细分标签", "跟进记录", "负责人")
DAYS = st.dates(date(2023, 1, 1), date(2024, 2, 29))
ODD: st.SearchStrategy[Cell] = st.sampled_from(["", "-", "待定", "某天", CellError("#N/A"), "约50", "50-60", None])
NAMES = st.sampled_from(["甲公司", "乙公司", " 甲 公司", "丙", "", None, "-", "合计"])
MONEY: st.SearchStrategy[Cell] = st.one_of(
    st.integers(-50, 5000), st.decimals(-100, 9999, places=2).map(float), st.floats(0, 100), st.just("1,200元"), ODD
)
LINE = st.tuples(
    st.sampled_from(["A1", "A2", "A3", 7.0, None]),
    DAYS | st.sampled_from(["2024/1/5", "2024年2月", 45199, "20240105"]) | ODD,
    st.sampled_from(["K1", "K2", None, None]),
    NAMES,
    st.sampled_from(["轴承", "刀具", None]),
    st.integers(-3, 9) | ODD,
    MONEY,
    st.sampled_from([0, 0.1, 0.9, "九折", None, "x"]),
    MONEY,
    st.sampled_from(["已完成", "已取消", "已退货", None]),
    st.sampled_from(["华东", None]),
)
OTHER: st.SearchStrategy[tuple[Any, ...]] = st.sampled_from(
    [
        (),
        HEAD,
        ("合计", None, None, None, None, None, None, None, 100.0),
        ("3月小计", None, None, None, None, None, None, None, 50.0),
        ("制表：小李",),
        (None, None, "审核：老王"),
        (None, None, None, None, None, None, None, None, 12.5),
    ]
)
LISTED = st.tuples(
    NAMES,
    st.sampled_from(["*总", "王总 13800000000", None]),
    DAYS | ODD,
    MONEY,
    DAYS | ODD,
    st.sampled_from(["高价值/设备/稳定合作", "流失风险/建材/价高", "高价值/设备", None]),
    st.sampled_from(["2024-02-25:要模块,3月前出方案", "随便写写", None]),
    st.sampled_from(["*经理", "客服组", None]),
)
DECISIONS = st.dictionaries(
    st.sampled_from(["no_customer", "duplicate_rows", "number_about", "date_month_only", "no_date", "tag_slots"]),
    st.sampled_from(["hold", "skip"]),
    max_size=2,
)
