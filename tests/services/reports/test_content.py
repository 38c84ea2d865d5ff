"""What the report says is figured from the ledger alone, and says plainly where there is nothing to say."""

from dataclasses import replace
from datetime import date

import pytest

from app import texts
from app.services.figures import Growth
from app.services.reconciliation import Check
from app.services.reports import appendix, change, sentences, standing
from app.services.reports.book import Change, Month, MonthBook, Series
from app.services.reports.cells import cell_text
from app.services.reports.model import Actions, Cell, Kind, Paragraph, Report, Section, Sentences, Table
from app.services.reports.monthly import USUAL, Wanted, assemble, findings_of
from app.services.reports.spread import spread_of
from app.services.reports.summary import summary
from tests.services.reports import books
from tests.services.reports.books import WAN, book, customer, late


def table(section: Section, number: int = 0) -> Table:
    return [block for block in section.blocks if isinstance(block, Table)][number]


def words(section: Section) -> str:
    return "".join(block.text for block in section.blocks if isinstance(block, Paragraph))


def made(month: MonthBook, **wanted: object) -> Report:
    return assemble(month, Wanted(company="华东销售部", **wanted), books.PRINTED)  # type: ignore[arg-type]


def row(section: Section, name: str) -> tuple[Cell, ...]:
    return next(cells for cells in table(section).rows if cells[0] == name)


def test_the_overview_counts_and_compares() -> None:
    assert sentences.overview(books.usual()) == (
        "截至 2026年6月30日，在册 12 家，近 12 个月成交 11 家，净销售额 470.00 万元，同比 +100.0%。"
    )


def test_nothing_bought_has_its_own_words() -> None:
    empty = book(customer(1, None, purchase_days=0))
    assert sentences.overview(empty) == "截至 2026年6月30日，在册 1 家，近 12 个月没有成交。"
    assert sentences.concentration(empty, spread_of(empty)) == ""
    assert "谈不上集中度" in words(standing.concentration(empty, spread_of(empty)))
    assert sentences.risk(empty) == "没有客户超出自己的购买节奏，本期无流失预警。"


def test_risk_names_the_most_money_first() -> None:
    assert sentences.risk(books.usual()) == (
        "2 家按自己的节奏该来未来或有流失风险（流失风险 1 家、该来未来 1 家），"
        "涉及近 12 个月销售额 20.00 万元（4.3%）；"
        "最急的是 第10号客户有限公司（晚 0.8 倍）、第11号客户有限公司（晚 0.6 倍）。"
    )


def test_the_list_of_risk_stands_by_money_under_its_state() -> None:
    month = book(late(1, 5, 2), late(2, 50, 2), late(3, 70, 2, risk="watch"), customer(4, 5))
    assert [cells[0] for cells in table(change.risk(month)).rows] == [
        "第2号客户有限公司",
        "第1号客户有限公司",
        "第3号客户有限公司",
    ]
    assert table(change.risk(month)).total == ("合计", "", "", "", "", 125 * WAN, "", "")


def test_who_is_late_by_a_signal_is_listed_with_it_wherever_he_stands() -> None:
    month = book(customer(1, 9, risk="watch", recency_days=2, signals=("volume_drop",)), customer(2, 8))
    for section in (change.risk(month), standing.key_customers(month), standing.detail(month, on_paper=True)):
        found = next(cells for cells in table(section).rows if "第1号客户有限公司" in cells)
        assert "该来未来，量减" in found
    assert "正常" in row(standing.key_customers(month), "第2号客户有限公司")


@pytest.mark.parametrize(
    ("sizes", "flag"),
    [
        ((10,) * 20, "依赖程度不高"),
        ((35, *(5,) * 13), "依赖偏高"),
        ((14,) * 4 + (4,) * 11, "依赖偏高"),
        ((60, 20, 20), "重大依赖"),
    ],
)
def test_concentration_is_flagged(sizes: tuple[int, ...], flag: str) -> None:
    month = book(*(customer(i, size) for i, size in enumerate(sizes)))
    assert flag in sentences.concentration(month, spread_of(month))


def test_the_top_fifth_is_said_by_profit_where_it_is_known() -> None:
    sizes = (90, 80, 70, 60, 50, 40, 30, 20, 10, 5)
    month = book(*(customer(i, size) for i, size in enumerate(sizes)))
    assert sentences.pareto(spread_of(month)) == "前 20% 客户（2 家）贡献 37.4% 的毛利。"
    bare = book(*(customer(i, size, gross_profit=None) for i, size in enumerate(sizes)))
    assert sentences.pareto(spread_of(bare)) == "前 20% 客户（2 家）贡献 37.4% 的净销售额。"
    few = book(customer(1, 5), customer(2, 4))
    assert sentences.pareto(spread_of(few)) == ""


def test_page_one_holds_at_most_three_of_each() -> None:
    month = books.reviewed()
    page = summary(month, spread_of(month))
    findings, decisions = (block for block in page.blocks if isinstance(block, Sentences))
    (actions,) = (block for block in page.blocks if isinstance(block, Actions))
    assert len(findings.items) == 3
    assert findings.items[2] == "与上期比：升级 1 家，降级 1 家，新增 1 家，退出 1 家。"
    assert [item.what for item in actions.items] == ["第10号客户有限公司：电话回访", "第1号客户有限公司：上门拜访"]
    assert actions.items[0].due == "2026-07-02"
    assert decisions.items == ("本期没有要拍板的事项。",)


def test_the_owner_is_asked_about_keeping_giving_up_and_depending() -> None:
    month = book(
        late(1, 90, 2),
        customer(2, 30, pareto="bottom"),
        customer(3, 20, pareto="bottom", spared=True),
        customer(4, 20),
    )
    assert sentences.decisions(month, spread_of(month)) == (
        "价格：高价值客户 第1号客户有限公司 已 80 天没来，要不要给挽回条件？",
        "去留：末位 20% 中有 1 家不是新客户，合计只占 18.8%，要不要减少投入？",
        "额度：第一大客户 第1号客户有限公司 占 56.3%，要不要定单一客户的上限？",
    )


def test_tiers_add_up_to_the_total_with_what_belongs_to_nobody() -> None:
    month = replace(
        books.reviewed(), totals=replace(books.usual().totals, net_sales=471 * WAN, unassigned_net_sales=WAN)
    )
    section = standing.tiers(month)
    assert [cells[0] for cells in table(section).rows] == ["高价值", "中价值", "普通", "无法评级", "未归属客户"]
    total = table(section).total
    assert total is not None
    for place, column in enumerate(table(section).columns):
        if column.adds_up:
            sums = [cells[place] for cells in table(section).rows]
            assert sum(cell for cell in sums if isinstance(cell, int)) == total[place]
    assert row(section, "高价值")[-1] == 0
    assert row(section, "中价值")[-1] == 1


def test_without_costs_there_is_no_margin() -> None:
    section = standing.tiers(book(customer(1, 5, gross_profit=None)))
    assert "毛利率" not in [column.title for column in table(section).columns]
    assert "成本数据不足" in "".join(table(section).notes)


def test_a_key_customer_shows_his_next_step() -> None:
    section = standing.key_customers(books.reviewed())
    assert row(section, "第1号客户有限公司")[-1] == "07-03 上门拜访"
    assert row(section, "第3号客户有限公司")[-1] is None


def test_the_causes_of_changes_add_up_in_the_report() -> None:
    changed = (
        Change("high", "time", -2, -50 * WAN),
        Change("mid", "time", 2, 20 * WAN),
        Change("high", "purchases", 1, 60 * WAN),
    )
    section = change.migration(replace(books.reviewed(), changes=changed))
    counts, money = (b for b in section.blocks if isinstance(b, Table) and b.title.startswith("变化的原因"))
    assert [column.title for column in counts.columns] == ["分级", "时间推移", "新采购", "净变化"]
    assert counts.rows == (("高价值", -2, 1, -1), ("中价值", 2, 0, 2))
    assert counts.total == ("合计", 0, 1, 1)
    assert money.rows[0] == ("高价值", -50 * WAN, 60 * WAN, 10 * WAN)
    assert not any(isinstance(b, Table) and "原因：" in b.title for b in change.migration(books.reviewed()).blocks)


def test_migration_books_every_customer_once() -> None:
    section = change.migration(books.reviewed())
    matrix = table(section)
    assert matrix.total is not None
    assert matrix.total[-1] == 13  # 11 in both, one new, one gone
    assert [column.title for column in matrix.columns][-2:] == ["退出", "合计"]
    money = table(section, 1)
    assert money.total is not None
    assert money.total[-1] == 482 * WAN  # what was bought now, and then by the one who left
    moved = {cells[0]: cells[3:] for cells in table(section, 2).rows}
    assert moved["第3号客户有限公司"] == ("↑ 升级", 70 * WAN, "新采购")
    assert moved["第7号客户有限公司"] == ("↓ 降级", 30 * WAN, "时间推移")
    assert moved["第99号客户有限公司"][0] == "退出"
    assert "稳定率 81.8%" in words(section)


def test_the_first_review_has_nothing_to_compare() -> None:
    assert "第一次盘点" in words(change.migration(books.usual()))


def test_the_plan_says_how_well_the_last_one_was_kept() -> None:
    section = change.action_plan(books.reviewed())
    assert words(section) == "本月到期 2 件，按期完成 1 件，完成率 50.0%。"
    assert [cells[0] for cells in table(section).rows] == ["电话回访", "上门拜访"]


def test_every_line_of_the_reconciliation_comes_out() -> None:
    month = books.reviewed()
    assert [check.difference for check in appendix.checks(month)] == [0] * 6
    assert "全部对平" in words(appendix.reconciliation(month))
    assert made(month).stamps == ()


def test_a_difference_is_stamped_and_located() -> None:
    month = replace(books.reviewed(), receivables=(Check("账龄合计 = 应收余额", 5, 3),))
    assert made(month).stamps == ("未对平",)
    assert words(appendix.reconciliation(month)) == "未对平：账龄合计 = 应收余额。"


def test_customers_known_by_a_total_alone_are_estimated_openly() -> None:
    known = book(customer(1, 5), customer(2, 80, estimated=True, purchase_days=None, last_order=date(2026, 5, 1)))
    assert len(known.buyers) == 2
    assert known.whole == 85 * WAN
    figure = summary(known, spread_of(known)).blocks[0].figures[1]  # type: ignore[union-attr]
    assert figure.value == "85.00"
    assert "其中按总额÷年数估算 80.00 万元" in figure.notes
    assert all(not check.difference for check in appendix.checks(known))


def test_an_unsettled_month_is_stamped() -> None:
    assert made(books.usual()).stamps == ("未存档",)


def test_sections_are_chosen_and_numbered() -> None:
    report = made(books.usual(), include=frozenset({"tiers", "risk", "method"}))
    assert [section.heading for section in report.sections] == [
        "一、分级结构",
        "二、流失预警",
        "客户明细",  # in the workbook alone
        "附录 B　口径与设置",
        "",
    ]
    full = made(books.usual(), include=USUAL | {"detail"})
    assert "七、客户明细" in [section.heading for section in full.sections]


def test_own_words_take_the_place_of_the_findings() -> None:
    report = made(books.usual(), findings=("本月一切正常。",))
    assert findings_of(report) == ("本月一切正常。",)
    assert len(findings_of(made(books.usual()))) == 3


def test_early_months_warn_of_the_spring_festival() -> None:
    march = replace(
        books.usual(),
        as_of=date(2026, 3, 31),
        series=Series(tuple(Month(date(2026, number, 1), 10 * WAN, 8 * WAN) for number in (1, 2, 3)), 0, None, 0),
    )
    figure = summary(march, spread_of(march)).blocks[0].figures[0]  # type: ignore[union-attr]
    assert figure.notes == ("同比 +25.0%", "环比 0.0%", "1 至 3 月合计同比 +25.0%（春节错位）")


def test_a_month_that_is_not_over_says_until_when() -> None:
    month = books.usual()
    months = (*month.months[:-1], replace(month.months[-1], until=date(2026, 6, 20)))
    cut = replace(month, series=replace(month.series, months=months))
    assert made(cut).period == "2026年6月（至20日）"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.YUAN, 12_345_678_910, "1,234,567.89"),
        (Kind.WAN, 12_345_678_910, "123.46"),
        (Kind.WAN, -49, "0.00"),
        (Kind.PERCENT, 0.12345, "12.3%"),
        (Kind.CHANGE, 0.12345, "+12.3%"),
        (Kind.CHANGE, -0.0001, "0.0%"),
        (Kind.CHANGE, "新客户", "新客户"),
        (Kind.CHANGE, 9.994, "+999.4%"),
        (Kind.CHANGE, 454.541, "+455 倍"),
        (Kind.INT, 1234, "1,234"),
        (Kind.SIGNED, 3, "+3"),
        (Kind.SIGNED, 0, "0"),
        (Kind.RATIO, 1.005, "1.01"),
        (Kind.DATE, date(2026, 6, 30), "2026-06-30"),
        (Kind.TEXT, "", ""),
        (Kind.INT, None, "—"),
    ],
)
def test_figures_are_written_one_way(kind: Kind, value: Cell, text: str) -> None:
    assert cell_text(kind, value) == text


def test_growth_without_a_basis_is_a_word() -> None:
    assert sentences.change(Growth(None, "new")) == "新客户"
    assert sentences.change(Growth(None, "none")) == "—"


def test_another_language_counts_in_thousands() -> None:
    texts.set_translator(lambda _context, source, _hint, _n: source, "en_US")
    assert cell_text(Kind.WAN, 12_345_678_910) == "1,234.57"
