"""附录: the reconciliation that must come out at 0.00, and the settings the figures stand on."""

from collections import Counter

from app.services.figures import NONE_SHOWN, format_number, format_percent, format_units
from app.services.migration import MERGED
from app.services.reconciliation import Check
from app.services.reports.book import MonthBook, total
from app.services.reports.model import Block, Cell, Column, Kind, Paragraph, Section, Table
from app.services.settings import MethodSettings
from app.texts import fill, sentences, translate


def checks(book: MonthBook) -> tuple[Check, ...]:
    """Every line of methods.md G.3 that has a basis."""
    totals, members = book.totals, book.tier_members()
    found = [
        Check(
            translate("Report", "折前金额 − 折扣 − 退货 = 净销售额"),
            totals.gross_sales - totals.discount_amount - totals.return_amount,
            book.series.lines,
        ),
        Check(
            translate("Report", "客户合计 + 未归属 = 净销售额"),
            total(each.net_sales for each in book.customers) + totals.unassigned_net_sales,
            book.whole,
        ),
        Check(
            translate("Report", "各级合计 + 未归属 = 净销售额"),
            sum(total(each.net_sales for each in those) for those in members.values()) + totals.unassigned_net_sales,
            book.whole,
        ),
        Check(
            translate("Report", "各月合计 = 净销售额"),
            book.series.inside,
            totals.net_sales,
        ),
    ]
    found += book.receivables
    if book.earlier is not None:
        found += _migration_checks(book)
    return tuple(found)


def _migration_checks(book: MonthBook) -> list[Check]:
    """The matrix neither loses nor invents customers."""
    assert book.earlier is not None
    moved = Counter(move.direction for move in book.moves)
    both = sum(each.id in book.earlier.tiers for each in book.customers)
    rows, columns = both + moved["left"] + moved[MERGED], both + moved["entered"]
    return [
        Check(translate("Report", "迁移表各行合计 = 上期家数"), rows, len(book.earlier.tiers), is_money=False),
        Check(translate("Report", "迁移表各列合计 = 本期家数"), columns, len(book.customers), is_money=False),
    ]


def balanced(book: MonthBook) -> bool:
    """Whether every line comes out; a report that does not is stamped 未对平."""
    return all(not check.difference for check in checks(book))


def reconciliation(book: MonthBook) -> Section:
    """The table as printed, saying where it does not come out."""
    columns = (
        Column(translate("Report", "核对"), wrap=True, weight=2),
        Column(translate("Report", "左边"), Kind.YUAN),
        Column(translate("Report", "右边"), Kind.YUAN),
        Column(translate("Report", "差额"), Kind.YUAN),
    )
    found = checks(book)
    rows = tuple(_row(check) for check in found)
    wrong = [check.name for check in found if check.difference]
    said = (
        translate("Report", "未对平：{0}。").format(sentences(wrong))
        if wrong
        else translate("Report", "全部对平，差额都是 0.00。")
    )
    blocks: list[Block] = [Paragraph(said), Table(columns, rows, notes=_notes(book))]
    return Section("reconciliation", translate("Report", "附录 A　对账"), tuple(blocks), translate("Report", "对账"))


def _row(check: Check) -> tuple[Cell, ...]:
    """Money as numbers; counts as text, so that the column keeps one unit."""
    if check.is_money:
        return check.name, check.left, check.right, check.difference
    return check.name, *(fill(translate("Report", "{0} 家"), n) for n in (check.left, check.right, check.difference))


def _notes(book: MonthBook) -> tuple[str, ...]:
    notes = [translate("Report", "金额单位：元。分项四舍五入后相加，可能与合计有尾差；合计不凑数。")]
    if book.estimated:
        notes.append(
            translate("Report", "客户与各级合计含只有汇总数据的客户，按总额÷年数估算，共 {0} 元。").format(
                format_units(book.estimated)
            )
        )
    if book.rounding:
        notes.append(
            translate("Report", "台账里小于 0.0001 元的零头在导入时四舍五入，累计尾差 {0} 元。").format(
                format_number(book.rounding, 4)
            )
        )
    return tuple(notes)


def method(book: MonthBook) -> Section:
    """Which rules and limits the figures stand on."""
    columns = (
        Column(translate("Report", "口径"), wrap=True),
        Column(translate("Report", "取值"), wrap=True, weight=2),
    )
    rows: list[tuple[Cell, ...]] = [
        (translate("Report", "盘点日"), book.as_of.isoformat()),
        (
            translate("Report", "统计窗口"),
            translate("Report", "{0} 至 {1}").format(book.window.start.isoformat(), book.window.end.isoformat()),
        ),
        *_rules(book.settings),
        (translate("Report", "规则版本"), version_text(book)),
    ]
    if book.review is not None:
        rows.append((translate("Report", "依据的盘点"), book.review.name))
        rows.append((translate("Report", "盘点人 / 批准人"), _signed(book)))
    if book.fingerprint:
        rows.append((translate("Report", "台账指纹"), book.fingerprint[:16]))
    heading = translate("Report", "附录 B　口径与设置")
    return Section("method", heading, (Table(columns, tuple(rows)),), translate("Report", "口径"))


def _signed(book: MonthBook) -> str:
    assert book.review is not None
    return " / ".join(name or NONE_SHOWN for name in (book.review.signed_by, book.review.approved_by))


def version_text(book: MonthBook) -> str:
    """The rule version of the footer."""
    if book.settings_version is None:
        return translate("Report", "默认规则")
    return translate("Report", "规则第 {0} 版").format(book.settings_version)


def _rules(settings: MethodSettings) -> list[tuple[Cell, ...]]:
    basis = {"incl": translate("Report", "含税"), "excl": translate("Report", "不含税")}
    returns = {"return_date": translate("Report", "按退货日期"), "order_date": translate("Report", "按原订单日期")}
    cuts = {
        "median": translate("Report", "中位数"),
        "mean": translate("Report", "平均数"),
        "percentile": translate("Report", "百分位数"),
        "natural": translate("Report", "自然断点"),
        "fixed": translate("Report", "固定值"),
    }
    return [
        (translate("Report", "金额口径"), basis[settings.tax_basis]),
        (translate("Report", "退货计入"), returns[settings.return_basis]),
        (
            translate("Report", "价值分级"),
            translate("Report", "高价值 ≥ {0} 元，中价值 ≥ {1} 元，其余看有无增长空间").format(
                format_units(settings.value_high), format_units(settings.value_mid)
            ),
        ),
        (
            translate("Report", "二八"),
            translate("Report", "前 {0} 为重点，后 {1} 为末位").format(
                format_percent(settings.pareto_top, 0), format_percent(settings.pareto_bottom, 0)
            ),
        ),
        (translate("Report", "频次与进货量的分界"), cuts[settings.quadrant_cut]),
        (
            translate("Report", "流失预警"),
            translate("Report", "超过自己节奏的 {0} 倍为该来未来，{1} 倍为流失风险，{2} 倍为已流失").format(
                settings.churn_watch, settings.churn_at_risk, settings.churn_churned
            ),
        ),
        (
            translate("Report", "没有节奏的客户"),
            fill(
                translate("Report", "{0} 个月没来为该来未来，{1} 个月为流失风险，{2} 个月为已流失"),
                settings.calendar_watch,
                settings.calendar_at_risk,
                settings.calendar_churned,
            ),
        ),
        (
            translate("Report", "春节假期"),
            translate("Report", "不计入没来的天数")
            if settings.holiday_neutral
            else translate("Report", "计入没来的天数"),
        ),
        (
            translate("Report", "新客户豁免"),
            fill(translate("Report", "首单后 {0} 个月内不列为负担或末位"), settings.exempt_months),
        ),
    ]
