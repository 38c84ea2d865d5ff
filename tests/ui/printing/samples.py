"""An invented report with every kind of block, for the tests of pages, PDF and preview."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

from app.services import charts
from app.services.reports import model
from app.services.reports.model import Column, Kind

NAMES = (
    "苏州万象工程有限公司",
    "合肥云岭酒店管理有限公司",
    "Shanghai Longname International Trading & Logistics Company Limited",
)
SIGNATURES = model.Section("sign", "", (model.SignatureLine(("编制", "审核", "批准", "日期")),))


def bars() -> charts.MonthlyBars:
    return charts.MonthlyBars(
        labels=tuple(f"{month}月" for month in range(1, 13)),
        current=tuple(100.0 + 13 * (month % 5) for month in range(12)),
        previous=(None, *(90.0 + 7 * (month % 4) for month in range(11))),
        legend=("本期", "去年同期"),
        incomplete=True,
    )


SENTENCE = "截至 2026年11月30日，在册 312 家，近 12 个月成交 251 家。"


def page_one(sentence: str = SENTENCE, count: int = 3) -> model.Section:
    figures = tuple(model.KeyFigure(f"净销售额{i}", "8,155.80", "万元", ("同比 6.1%", "环比 −3.2%")) for i in range(6))
    action = model.Action("拜访 苏州万象工程有限公司，找出没来的原因", "陈凯", "2026-12-03")
    return model.Section(
        "summary",
        "",
        (
            model.KeyFigures(figures),
            model.Chart("月度净销售额", "万元", partial(charts.monthly_bars, bars()), 58, "每月净销售额"),
            model.Sentences("三个发现", (sentence,) * count),
            model.Actions("三个动作", (action,) * count),
            model.Sentences("请老板拍板", (sentence,) * count),
        ),
        one_page=True,
    )


def long_table(rows: int) -> model.Section:
    columns = (
        Column("客户", wrap=True, weight=2),
        Column("分级"),
        Column("净销售额(万元)", Kind.WAN, adds_up=True),
        Column("同比", Kind.PERCENT),
        Column("距上次(天)", Kind.INT),
        Column("最近一单", Kind.DATE),
        Column("回访结果", wrap=True),
    )
    lines = tuple(
        (f"{NAMES[i % 3]}{i}", "高价值", 10**8 * i, None if i % 4 else 0.12, 30 + i, date(2026, 8, 1), "")
        for i in range(rows)
    )
    total = ("合计", "", sum(10**8 * i for i in range(rows)), None, None, None, "")
    table = model.Table(columns, lines, total, empty="没有客户。", notes=("因四舍五入，分项之和与合计可能有尾差。",))
    return model.Section("risk", "四、流失预警", (model.Paragraph("按风险金额排序。", note=True), table))


def report(*sections: model.Section) -> model.Report:
    return model.Report(
        title="月度客户盘点报告",
        company="华东销售部",
        period="2026年11月",
        as_of=date(2026, 11, 30),
        basis="全部客户 · 规则第 3 版",
        printed_at=datetime(2026, 12, 1, 9, 30),
        sections=sections or (page_one(), long_table(70), SIGNATURES),
    )


def stamped(*stamps: str) -> model.Report:
    return replace(report(), stamps=stamps)
