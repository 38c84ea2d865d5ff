"""The five rows of the 客户管理清单 as of 2024-02-29 give what is expected of them: X01 to X14, by public services."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from app.context import Context
from app.services import customers, facts, filters, importing, list_export
from app.services.customers import CustomerDetail
from app.services.filters import EVERYBODY
from app.services.importing.plans import Decision, ImportOptions, ImportPlan
from app.services.progress import WorkContext
from app.services.reasons import sentence
from app.services.reviews import basis as bases
from app.services.reviews import draft, risk
from app.services.reviews.completeness import completeness
from app.services.reviews.draft import Decision as Decided
from app.services.reviews.finishing import FinishReview
from app.services.reviews.preview import preview
from app.services.schemes import class_label
from app.services.segments import Classification, classify
from app.services.settings import MethodSettings
from tests.random_ledgers import Ledger as RandomLedger
from tests.random_ledgers import line, order

AS_OF = date(2024, 2, 29)
TITLES = (
    *("客户名称", "联系人", "所属行业", "企业规模", "首次合作时间", "历史采购总额(万元)", "最近合作时间"),
    *("细分标签(价值/需求/行为)", "跟进策略", "跟进记录(时间/内容/反馈)", "当前状态", "负责人"),
)
A: tuple[Any, ...] = (
    *("A科技有限公司", "*总监", "制造业", "500-1000人", "2023-03-15", 80, "2024-01-10", "高价值/工业设备/稳定合作"),
    *("每月上门拜访,提供季度行业趋势报告", "2024-02-20:沟通新设备采购需求,反馈预算待确认", "跟进中", "*经理"),
)
B: tuple[Any, ...] = (
    *("B商贸公司", "*经理", "零售业", "50-100人", "2023-08-20", 15, "2023-12-05", "中价值/快消品/间歇合作"),
    *("每2周电话跟进,推送春节促销方案", "2024-02-18:反馈竞品价格更低,需提供差异化优势", "待谈判", "*顾问"),
)
C: tuple[Any, ...] = (
    *("C个体工作室", "*女士", "服务业", "1-10人", "2024-01-05", 3, "-", "潜力/办公耗材/高频咨询未成交"),
    *("发送客户案例,邀请参加产品体验会", "2024-02-22:表示对耗材质量满意,需对比3家报价", "培育中", "*专员"),
)
D: tuple[Any, ...] = (
    *("D集团", "*主任", "教育", "1000人以上", "2022-11-10", 120, "2023-09-30", "高价值/信息化系统/决策周期长"),
    *("每季度提供系统升级方案,联合技术团队对接需求", "2024-02-25:反馈需要增加数据模块,3月前出方案"),
    *("方案制定中", "*经理"),
)
E: tuple[Any, ...] = (
    *("E建材公司", "*总", "建筑业", "200-500人", "2023-05-18", 35, "2023-10-12", "流失风险/建材原料/反馈价格高"),
    *("客服回访知晓流失原因,提供阶梯报价方案", "2024-02-15:表示若价格下降10%可重新合作", "待挽回", "客服组"),
)
FIVE = (A, B, C, D, E)
Row = Sequence[Any]
Lay = Callable[[Worksheet, Sequence[Row]], None]


def _plainly(sheet: Worksheet, rows: Sequence[Row]) -> None:
    for row in (TITLES, *rows):
        sheet.append(list(row))


@dataclass
class Ledger:
    """A ledger as of 2024-02-29 into which the test has brought rows of the list."""

    context: Context
    folder: Path

    def bring(self, rows: Sequence[Row], lay: Lay = _plainly, **decisions: Decision) -> ImportPlan:
        book = openpyxl.Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = "客户管理清单"
        lay(sheet, rows)
        path = self.folder / "客户管理清单.xlsx"
        book.save(path)
        return self.bring_file(path, **decisions)

    def bring_file(self, path: Path, **decisions: Decision) -> ImportPlan:
        with self.context.reading() as connection:
            plan = importing.plan(connection, [path], ImportOptions(decisions=decisions), WorkContext())
        command = importing.command(plan)
        self.context.run(command)
        return importing.result(command).plan

    def classes(self) -> Classification:
        with self.context.reading() as connection:
            return classify(facts.compute(connection, AS_OF, MethodSettings()), MethodSettings())

    def number(self, letter: str) -> int:
        with self.context.reading() as connection:
            return next(n for n in customers.ids(connection, EVERYBODY) if self._name(connection, n).startswith(letter))

    @staticmethod
    def _name(connection: Any, number: int) -> str:
        return customers.rows(connection, [number])[number].name

    def says(self, scheme: str, letter: str) -> tuple[str | None, str]:
        """The class of a customer and the sentence that gives the reason."""
        classes, number = self.classes(), self.number(letter)
        row = classes.facts.row_of(number)
        return classes[scheme].class_id(row), sentence(classes.reason_at(scheme, row))

    def fact(self, key: str, letter: str) -> Any:
        table = self.classes().facts
        return table.value(key, table.row_of(self.number(letter)))

    def detail(self, letter: str) -> CustomerDetail:
        with self.context.reading() as connection:
            found = customers.detail(connection, self.number(letter))
        assert found is not None
        return found

    def tags(self, letter: str) -> set[tuple[str, str]]:
        return {(tag.group, tag.name) for tag in self.detail(letter).row.tags}

    def listed(self, sort: str = "name") -> list[str]:
        with self.context.reading() as connection:
            ids = customers.ids(connection, EVERYBODY, customers.parse_sort([sort]))
            return [customers.rows(connection, [number])[number].name for number in ids]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(Context, "today", lambda _self: AS_OF)
    with Context.create(tmp_path / "台账.pandian") as context:
        yield Ledger(context, tmp_path)


@pytest.fixture
def five(ledger: Ledger) -> Ledger:
    plan = ledger.bring(FIVE)
    assert (plan.counts.rows_read, plan.counts.created, plan.customers_created) == (5, 5, 5)
    return ledger


def test_x01_a_is_of_high_value_and_not_at_risk(five: Ledger) -> None:
    assert (five.fact("tenure_days", "A"), five.fact("recency_days", "A")) == (351, 50)
    assert five.fact("annual_sales", "A") == Decimal(800_000)
    tier, why = five.says("value", "A")
    assert tier == "high"
    assert "总额÷年数为每年 80.00 万元，达到 50.00 万元 → 高价值" in why
    assert five.says("churn", "A")[0] == "normal"
    assert five.fact("warn_3m", "A") is False
    row = five.detail("A").row
    assert (row.tier, row.tier_basis, row.risk_status) == ("high", "computed", "normal")


def test_x02_b_is_of_middle_value_and_shown_as_due_soon(five: Ledger) -> None:
    assert (five.fact("tenure_days", "B"), five.fact("recency_days", "B")) == (193, 86)
    assert five.says("value", "B")[0] == "mid"
    status, why = five.says("churn", "B")
    assert status == "watch"
    assert "距上次合作 86 天 → 该来未来" in why
    assert "到 2024-03-05 还没来就满 3 个月，转为流失风险" in why
    assert five.fact("warn_3m", "B") is False
    assert five.detail("B").row.risk_status == "watch"
    with five.context.reading() as connection:
        later = facts.compute(connection, date(2024, 3, 5), MethodSettings())
        before = facts.compute(connection, date(2024, 3, 4), MethodSettings())
    place = later.row_of(five.number("B"))
    assert (before.value("churn_status", place), later.value("churn_status", place)) == ("watch", "at_risk")


def test_x03_c_is_potential_and_never_scaled_up_and_its_contradiction_is_shown(five: Ledger) -> None:
    assert (five.fact("tenure_days", "C"), five.fact("recency_days", "C")) == (55, None)
    assert five.fact("annual_sales", "C") == Decimal(30_000)
    tier, why = five.says("value", "C")
    assert tier == "potential"
    assert "每年 3.00 万元，低于 10.00 万元" in why
    assert five.says("churn", "C") == (None, "缺最近合作日期，流失预警无法判定；补上后可判")
    assert five.detail("C").row.tier == "potential"
    assert set(five.detail("C").marks) == {"amount_without_last_date", "amount_but_not_closed"}
    assert {letter: five.detail(letter).marks for letter in "ABDE"} == dict.fromkeys("ABDE", ())
    with five.context.reading() as connection:
        flagged = customers.ids(connection, filters.parse("flagged=1"))
        begun = draft.start(connection, AS_OF, as_of=AS_OF)
        basis = bases.load(connection, begun)
        checks = completeness(basis, preview(basis, begun).classes).fields
        connection.rollback()
    assert list(flagged) == [five.number("C")]
    assert next(check for check in checks if check.key == "consistent").missing == (five.number("C"),)


def _begin(context: Context) -> draft.ReviewDraft:
    made: list[draft.ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, AS_OF, as_of=AS_OF)))
    return made[0]


def test_x04_d_is_of_high_value_and_its_risk_is_proposed_to_the_manager(five: Ledger) -> None:
    assert five.fact("annual_sales", "D").quantize(Decimal("0.01")) == Decimal("920168.07")
    assert five.fact("recency_days", "D") == 152
    assert five.says("value", "D")[0] == "high"
    assert five.says("churn", "D")[0] == "at_risk"
    assert ("行为", "流失风险") not in five.tags("D")
    number = five.number("D")
    for wanted in (False, True):
        begun = _begin(five.context)
        with five.context.reading() as connection:
            view = preview(bases.load(connection, begun), begun)
            assert risk.proposed(connection, view) == {number}
        signed = replace(begun, signed_by="王经理").decided(number, Decided(risk=wanted))
        five.context.run(FinishReview(signed, AS_OF))
        assert (("行为", "流失风险") in five.tags("D")) is wanted
    five.context.undo()
    assert ("行为", "流失风险") not in five.tags("D")


def test_x05_e_keeps_its_risk_as_behaviour_and_is_offered_a_middle_value(five: Ledger) -> None:
    assert (five.fact("tenure_days", "E"), five.fact("recency_days", "E")) == (287, 140)
    assert five.says("value", "E")[0] == "mid"
    assert five.says("churn", "E")[0] == "at_risk"
    assert five.tags("E") == {("行为", "流失风险"), ("需求", "建材原料"), ("行为", "反馈价格高")}
    row = five.detail("E").row
    assert (row.tier, row.tier_basis) == ("mid", "computed")
    assert five.bring(FIVE).counts.unchanged == 5


@pytest.mark.parametrize(
    ("total", "tag", "tier"),
    [
        (50, "-", "high"),
        (49.9999, "-", "mid"),
        (10, "-", "mid"),
        (9.99, "高频咨询未成交", "potential"),
        (9.99, "-", "general"),
    ],
)
def test_x06_the_lines_between_the_tiers_belong_to_the_upper_one(
    ledger: Ledger, total: float, tag: str, tier: str
) -> None:
    ledger.bring([(*A[:5], total, A[6], f"-/-/{tag}", *A[8:])])
    assert ledger.says("value", "A")[0] == tier


def test_x07_without_room_to_grow_a_small_customer_is_no_potential(ledger: Ledger) -> None:
    ledger.bring([(*C[:5], 3, "2024-02-01", "-/办公耗材/稳定合作", *C[8:])])
    assert ledger.says("value", "C")[0] == "general"


def test_x08_a_tag_cell_has_three_slots_and_others_wait(five: Ledger) -> None:
    assert five.tags("A") == {("价值", "高价值"), ("需求", "工业设备"), ("行为", "稳定合作")}
    rows = [("F公司", *A[1:7], cell, *A[8:]) for cell in ("高价值/工业设备", "高价值/工业设备/稳定合作/又一段")]
    plan = five.bring([(f"F{n}公司", *row[1:]) for n, row in enumerate(rows)])
    assert (plan.counts.held, plan.counts.created) == (2, 0)
    assert [problem.code for problem in plan.problems if problem.severity == "error"] == ["tag_slots"]


@pytest.mark.parametrize("full_width", [False, True])
def test_x09_a_record_is_a_dated_follow_up_and_offers_a_task_in_time(ledger: Ledger, full_width: bool) -> None:
    cell = D[9].replace(":", "：").replace(",", "，") if full_width else D[9]
    plan = ledger.bring([(*D[:9], cell, *D[10:])], task_offer="take")
    offer = next(problem for problem in plan.problems if problem.code == "task_offer")
    assert (offer.count, offer.examples[0].before) == (1, "3月前出方案")
    detail = ledger.detail("D")
    assert [(log.day, log.text, log.feedback) for log in detail.logs] == [
        ("2024-02-25", "反馈需要增加数据模块", "3月前出方案")
    ]
    (task,) = detail.tasks
    assert (task.title, task.state, task.owner) == ("3月前出方案", "open", "*经理")
    assert date(2024, 2, 25) <= date.fromisoformat(task.due) < date(2024, 3, 1)


def test_x09_the_task_is_only_offered(five: Ledger) -> None:
    assert five.detail("D").tasks == ()


def test_x10_a_team_owns_a_customer(five: Ledger) -> None:
    assert five.detail("E").row.owner == "客服组"
    with five.context.reading() as connection:
        teams = connection.exec_driver_sql("SELECT name FROM person WHERE is_team").scalars().all()
    assert teams == ["客服组"]


def test_x11_1000_and_more_stands_above_500_to_1000(five: Ledger) -> None:
    assert [name[0] for name in five.listed("size:desc")] == ["D", "A", "E", "B", "C"]


def _disfigured(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """A title over merged cells, a blank row, a cell merged over two customers, a total, a signature, another sheet."""
    sheet.append(["2024 年客户管理清单", *[None] * 11])
    sheet.merge_cells("A1:L1")
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.append([])
    first: list[str | None] = list(TITLES)
    first[4] = "合作情况"
    first[5] = first[6] = None
    sheet.append(first)
    second: list[str | None] = [None] * 12
    second[4:7] = TITLES[4:7]
    sheet.append(second)
    sheet.merge_cells("E3:G3")
    for column in "ABCDHIJKL":
        sheet.merge_cells(f"{column}3:{column}4")
    ordered = [rows[0], rows[3], rows[1], rows[2], rows[4]]
    for row in ordered:
        cells = list(row)
        cells[0] = f" {cells[0]}　"
        cells[4] = datetime.fromisoformat(cells[4])
        sheet.append(cells)
    sheet["L6"] = None
    sheet.merge_cells("L5:L6")  # A and D have the same owner
    sheet.append(["合计", None, None, None, None, "=SUM(F5:F9)"])
    sheet["F10"] = 253
    sheet.merge_cells("A10:E10")
    sheet.append(["制表：小李", None, None, "审核：老王"])
    assert sheet.parent is not None
    notes = sheet.parent.create_sheet("填表说明")
    notes.append(["价值", "按年采购额填写"])
    notes.append(["行为", "看最近三个月"])


def test_x12_a_disfigured_workbook_holds_the_same_five(ledger: Ledger) -> None:
    plan = ledger.bring(FIVE, _disfigured)
    assert (plan.counts.created, plan.counts.held, plan.counts.skipped) == (5, 0, 2)
    assert [(sheet.name, sheet.kind) for sheet in plan.files[0].sheets] == [
        ("客户管理清单", "customers"),
        ("填表说明", "ignored"),
    ]
    assert [(check.stated, check.matches) for check in plan.files[0].sheets[0].totals] == [(Decimal(2_530_000), True)]
    _are_the_five(ledger)


def _are_the_five(ledger: Ledger) -> None:
    assert sorted(ledger.listed()) == [row[0] for row in FIVE]
    assert {letter: ledger.says("value", letter)[0] for letter in "ABCDE"} == {
        "A": "high",
        "B": "mid",
        "C": "potential",
        "D": "high",
        "E": "mid",
    }
    assert [ledger.says("churn", letter)[0] for letter in "ABCDE"] == ["normal", "watch", None, "at_risk", "at_risk"]
    for row in FIVE:
        detail = ledger.detail(row[0][0])
        found = detail.row
        assert (found.contact, found.industry, found.size, found.status, found.owner) == (
            row[1],
            row[2],
            row[3],
            row[10],
            row[11],
        )
        assert (found.first_order, found.last_order) == (row[4], None if row[6] == "-" else row[6])
        assert detail.fields["strategy_note"] == row[8]
        assert f"{detail.logs[0].day}:{detail.logs[0].text}" == row[9].split(",")[0]


def test_x12_the_exported_twelve_columns_read_back_to_the_same_five(
    five: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "导出.xlsx"
    with five.context.reading() as connection:
        ids = customers.ids(connection, EVERYBODY)
        assert list_export.write_twelve(connection, ids, target) == 5
    with Context.create(tmp_path / "另一本.pandian") as context:
        other = Ledger(context, tmp_path)
        plan = other.bring_file(target)
        assert (plan.counts.created, plan.counts.held) == (5, 0)
        _are_the_five(other)
        five_tags = {letter: five.tags(letter) for letter in "ABCD"}
        assert {letter: other.tags(letter) for letter in "ABCD"} == five_tags
        assert other.tags("E") == five.tags("E") | {("价值", "中价值")}
    assert five.bring_file(target).customers_created == 0


def test_x13_without_a_frequency_nobody_is_called_a_burden(five: Ledger) -> None:
    for letter in "ABCDE":
        quadrant, why = five.says("quadrant", letter)
        assert quadrant is None
        assert why == "没有购买频次，四象限无法判定；导入订单后可判"


NINE = {
    ("high", "loyal"): "high",
    ("high", "swing"): "mid",
    ("high", "new"): "mid",
    **{("mid", loyal): "mid" for loyal in ("loyal", "swing", "new")},
    **{("low", loyal): "low" for loyal in ("loyal", "swing", "new")},
}
BOUGHT = {"loyal": (700, 500, 300, 100, 40, 10), "swing": (700, 500, 300, 100, 40, 10), "new": (40, 10)}
"""Days ago; only the loyal buy of two categories."""


@pytest.mark.parametrize("cells", ["as it is", "turned round"])
def test_x14_each_of_the_nine_cells_has_one_class_and_none_is_empty(cells: str) -> None:
    """Nine customers, one in each cell, bought so that the ledger itself puts them there; potential said by hand."""
    customers = [f"{level}-{loyal}" for level, loyal in NINE]
    orders = [
        order(who, AS_OF - timedelta(days), *(line(1000, category=f"K{n}", sku=f"S{n}") for n in range(kinds)))
        for who in customers
        for kinds in [2 if who.endswith("loyal") else 1]
        for days in BOUGHT[who.split("-")[1]]
    ]
    answers = tuple(
        ("profile_answer", {"customer_id": number, "field": "potential", "value": who.split("-")[0]})
        for number, who in enumerate(customers, 1)
    )
    turned = cells == "turned round"
    shown = list(NINE.values())[:: -1 if turned else 1]
    settings = MethodSettings().with_texts({"potential_loyalty_map": "/".join(shown)})
    with RandomLedger({"customers": [{"id": who} for who in customers], "orders": orders}, answers).opened() as opened:
        table = facts.compute(opened, AS_OF, settings)
        found = classify(table, settings, ("potential", "loyalty", "potential_loyalty"))
    assert list(zip(found["potential"].class_ids(), found["loyalty"].class_ids(), strict=True)) == list(NINE)
    assert found["potential_loyalty"].class_ids() == shown
    assert all(
        class_label("potential_loyalty", each) in sentence(found.reason_at("potential_loyalty", row))
        for row, each in enumerate(shown)
    )
