"""The quarterly sheet in words: what was checked, what was found, what to do about it; shown as it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.services import figures
from app.services.effectiveness import FEW, MOST_IN_ONE, MOST_UNRATED, Effectiveness, Rate
from app.services.figures import NONE_SHOWN
from app.services.quarterly import Judged, Quarter, TagUse
from app.services.reports.model import Column, Kind, Paragraph, Report, Section, Sentences, Table
from app.services.schemes import VALUE
from app.services.tag_words import tag_label
from app.texts import QT_TRANSLATE_NOOP, fill, listed, quoted, together, translate

VERDICTS = {
    "strong": QT_TRANSLATE_NOOP("Quarter", "强"),
    "medium": QT_TRANSLATE_NOOP("Quarter", "中"),
    "weak": QT_TRANSLATE_NOOP("Quarter", "弱"),
    "open": QT_TRANSLATE_NOOP("Quarter", "看不出"),
    "works": QT_TRANSLATE_NOOP("Quarter", "有效"),
    "few": QT_TRANSLATE_NOOP("Quarter", "样本少"),
    "healthy": QT_TRANSLATE_NOOP("Quarter", "正常"),
    "rigid": QT_TRANSLATE_NOOP("Quarter", "分得太死"),
    "fluid": QT_TRANSLATE_NOOP("Quarter", "分得太飘"),
    "fine": QT_TRANSLATE_NOOP("Quarter", "达标"),
    "not_fine": QT_TRANSLATE_NOOP("Quarter", "不达标"),
}
FAILING = {
    "rigid": QT_TRANSLATE_NOOP("Quarter", "几乎没有人变动"),
    "fluid": QT_TRANSLATE_NOOP("Quarter", "变动太多"),
    "coverage": QT_TRANSLATE_NOOP("Quarter", "未分级的多"),
    "one_tier": QT_TRANSLATE_NOOP("Quarter", "挤在一档"),
    "small_tier": QT_TRANSLATE_NOOP("Quarter", "有的档不到 3 位"),
}
GOOD = frozenset(["strong", "medium", "works", "healthy", "fine"])
BAD = frozenset(["weak", "rigid", "fluid", "not_fine"])
SUGGESTIONS = {
    "conversion": QT_TRANSLATE_NOOP(
        "Quarter", "「潜力」还没有比「普通」更容易成交：收紧潜力的证据，或把金额线调低一些。"
    ),
    "explained": QT_TRANSLATE_NOOP("Quarter", "{0}分不出谁买得多：换一条分界，或不用它来排重点。"),
    "faded": QT_TRANSLATE_NOOP("Quarter", "{0}上季度还分得出谁买得多，这季度分不出了：看看分界是不是该调了。"),
    "rigid": QT_TRANSLATE_NOOP("Quarter", "{0}几乎没有人变动：分界可能离大家太远，调到客户集中的地方。"),
    "fluid": QT_TRANSLATE_NOOP("Quarter", "{0}变动太多：把分界调到客户少的地方，或在设置里加一点缓冲。"),
    "coverage": QT_TRANSLATE_NOOP("Quarter", "{0}有 {1} 的客户未分级：先补上缺的资料。"),
    "one_tier": QT_TRANSLATE_NOOP("Quarter", "{0}有 {1} 的客户挤在一档：调分界，把这一档分开。"),
    "small_tier": QT_TRANSLATE_NOOP("Quarter", "{0}有的档不到 3 位客户：并到相邻的一档。"),
    "alike": QT_TRANSLATE_NOOP("Quarter", "成交的客户年采购额都一样，{0}怎么分都分不开，规则不用动。"),
}
BY_THRESHOLD = frozenset(["explained", "faded", "rigid", "fluid", "one_tier", "small_tier"])
"""What another threshold would mend, were there amounts to part."""


@dataclass(frozen=True)
class Check:
    """One line of the checks: what, what was found, what is expected, the verdict as a code.

    `groups` are the customers its figures count, each with what they have in common in words.
    """

    name: str
    found: str
    expected: str
    verdict: str
    groups: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @property
    def word(self) -> str:
        return verdict_word(self.verdict)


def verdict_word(code: str) -> str:
    return translate("Quarter", VERDICTS[code])


def failing_word(code: str) -> str:
    """What is wrong, shortly."""
    return translate("Quarter", FAILING[code])


def checks(quarter: Quarter) -> tuple[Check, ...]:
    """The five checks of the value tiers; none where there is nothing to look back on."""
    looked = (_conversion, _strength, _stability, _coverage, _spread)
    return () if _nothing(quarter) else tuple(look(quarter.value) for look in looked)


def _nothing(quarter: Quarter) -> str:
    """Why there is nothing to look back on, if so."""
    value = quarter.value
    if not value.customers:
        return translate("Quarter", "台账里还没有客户，没有可以回看的。")
    if value.tiers.get("prospect") == value.customers:
        text = translate("Quarter", "截至 {0} 还没有客户成交过，没有可以回看的。")
        return text.format(value.until.isoformat())
    return ""


def _conversion(value: Effectiveness) -> Check:
    return Check(
        translate("Quarter", "潜力转化"),
        together(_rate(value.converted), _against(value.baseline)),
        translate("Quarter", "下限高于普通客户的比例"),
        value.conversion,
        _groups(
            value,
            (translate("Quarter", "季初的潜力客户"), "potential"),
            (translate("Quarter", "成了的潜力客户"), "turned"),
            (translate("Quarter", "季初的普通客户"), "general"),
            (translate("Quarter", "成了的普通客户"), "general_turned"),
        ),
    )


def _strength(value: Effectiveness) -> Check:
    found, shown = value.log_sales, NONE_SHOWN
    if found is not None:
        shown = f"ω² {figures.format_ratio(found.omega2)}，η² {figures.format_ratio(found.eta2)}"
    expected = translate("Quarter", "ω² ≥ 0.06，0.14 以上为强")
    return Check(translate("Quarter", "解释力"), shown, expected, "open" if found is None else found.strength)


def _stability(value: Effectiveness) -> Check:
    moves = value.migration
    rate = figures.format_percent(moves.stability_rate)
    return Check(
        translate("Quarter", "稳定"),
        fill(translate("Quarter", "{0}（升 {1} 位、降 {2} 位）"), rate, moves.upgraded, moves.downgraded),
        "60%–95%",
        _of_enough(moves.both, moves.verdict or "open"),
        _groups(
            value,
            (translate("Quarter", "升了档"), "up"),
            (translate("Quarter", "降了档"), "down"),
            (translate("Quarter", "没有变动"), "same"),
        ),
    )


def _coverage(value: Effectiveness) -> Check:
    share = figures.format_percent(value.unrated_share)
    return Check(
        translate("Quarter", "覆盖"),
        fill(translate("Quarter", "{0} 位未分级，占 {1}"), value.unrated, share),
        translate("Quarter", "不超过 10%"),
        "fine" if value.unrated_share <= MOST_UNRATED else "not_fine",
        _groups(value, (translate("Quarter", "未分级"), "now_unrated")),
    )


def _spread(value: Effectiveness) -> Check:
    (largest, share), small = value.largest, value.small
    shown = NONE_SHOWN
    if largest:
        text = translate("Quarter", "最大的一档（{0}）占 {1}。")
        few = fill(translate("Quarter", "不到 3 位的档：{0}。"), listed(map(_tier, small))) if small else ""
        shown = together(fill(text, _tier(largest), figures.format_percent(share)), few)
    return Check(
        translate("Quarter", "分布"),
        shown,
        translate("Quarter", "不超过 70%，没有不到 3 位的档"),
        _of_enough(value.customers, "not_fine" if share > MOST_IN_ONE or small else "fine"),
        _groups(value, *((_tier(tier), f"now_{tier}") for tier in (largest, *value.tiers) if tier)),
    )


def _groups(value: Effectiveness, *named: tuple[str, str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each group once, those without anybody left out."""
    return tuple((words, ids) for words, key in dict.fromkeys(named) if (ids := value.behind.get(key, ())))


def _of_enough(customers: int, verdict: str) -> str:
    """Of a handful nothing is claimed."""
    return "few" if 0 < customers < FEW else verdict


def _tier(tier: str) -> str:
    spec = VALUE.find(tier)
    return spec.label if spec else "—"


def _rate(rate: Rate) -> str:
    if rate.share is None:
        return translate("Quarter", "这个季度之前没有潜力客户。")
    low, high = rate.interval
    text = translate("Quarter", "{0} 位里成了 {1} 位，{2}（{3}–{4}）。")
    shown = (figures.format_percent(each, 0) for each in (rate.share, low, high))
    said = text.format(rate.n, rate.k, *shown)
    return together(said, translate("Quarter", "样本小，先别下结论。")) if rate.n < FEW else said


def _against(rate: Rate) -> str:
    if rate.share is None:
        return ""
    text = translate("Quarter", "普通客户 {0} 位里成了 {1} 位，{2}。")
    return text.format(rate.n, rate.k, figures.format_percent(rate.share, 0))


def suggestions(quarter: Quarter) -> tuple[str, ...]:
    """What failed, each with what could be done; the value tiers first."""
    if _nothing(quarter):
        return ()
    if quarter.value.customers < FEW:
        return (fill(translate("Quarter", "客户不到 {0} 位，先不动分界。"), FEW),)
    found = [_suggest("conversion")] if "conversion" in quarter.value.failing else []
    for each in sorted((*quarter.schemes, *quarter.dimensions), key=lambda each: each.id != VALUE.id):
        if each.id == VALUE.id and quarter.value.alike:
            found += [_suggest(code, each) for code in ("alike", *(c for c in each.failing if c not in BY_THRESHOLD))]
        elif each.id == VALUE.id or each.faded:
            found += [_suggest(code, each) for code in each.failing]
    weak = [each.label for each in quarter.dimensions if each.verdict == "weak" and not each.faded]
    if weak:
        text = translate("Quarter", "这些维度分不出谁买得多：{0}。可以不再维护，或换一种分法。")
        found.append(text.format(listed(weak)))
    unused = [each for each in quarter.tags if each.uses == 0]
    if unused:
        facts = len(unused), tags_named(unused)
        found.append(fill(translate("Quarter", "{0} 个标签没有客户在用：{1}。可以删掉或合并。"), *facts))
    return tuple(found)


def tags_named(tags: list[TagUse]) -> str:
    return listed(quoted(tag_label(each.group, each.name)) for each in tags[:MOST_TAGS]) + (
        "…" if len(tags) > MOST_TAGS else ""
    )


MOST_TAGS = 8


def _suggest(code: str, about: Judged | None = None) -> str:
    text = translate("Quarter", SUGGESTIONS[code])
    if about is None:
        return text
    share = {"coverage": about.unrated, "one_tier": about.largest}.get(code, 0.0)
    return text.format(quoted(about.label), figures.format_percent(share))


def summary(quarter: Quarter) -> str:
    """The verdict in one sentence."""
    value = quarter.value
    if nothing := _nothing(quarter):
        return nothing
    failing = [each for each in checks(quarter) if each.verdict in BAD]
    strength = "open" if value.log_sales is None else value.log_sales.strength
    if strength in ("strong", "medium") and not failing:
        return translate("Quarter", "价值分级有用：季初的分级分得出谁在这个季度买得多，各项检查都达标。")
    if strength in ("strong", "medium"):
        text = translate("Quarter", "价值分级分得出谁买得多，但有 {0} 项要看：{1}。")
        return fill(text, len(failing), listed(each.name for each in failing))
    if value.alike:
        return translate("Quarter", "成交的客户年采购额都一样，没有谁买得多，分级分不出先后。")
    if strength == "weak":
        return translate("Quarter", "季初的价值分级没有预示谁在这个季度买得多，分界该调了。")
    return translate("Quarter", "这个季度的数据还不够下结论。")


def quarter_sheet(quarter: Quarter, company: str, printed_at: datetime) -> Report:
    """The whole look back on paper."""
    value = quarter.value
    period = f"{value.since.isoformat()} – {value.until.isoformat()}"
    return Report(
        title=translate("Quarter", "季度分级有效性"),
        company=company,
        period=period,
        as_of=value.until,
        basis=origin(quarter),
        printed_at=printed_at,
        sections=tuple(_sections(quarter)),
        dated=value.until.isoformat(),
    )


def origin(quarter: Quarter) -> str:
    """Where the tiers of the beginning come from."""
    if quarter.value.from_review:
        return translate("Quarter", "季初的分级取自当时存档的盘点。")
    return translate("Quarter", "季初没有存档的盘点，分级按当天的台账和现在的规则算出。")


def _sections(quarter: Quarter) -> Iterator[Section]:
    found = suggestions(quarter) or (translate("Quarter", "没有要改的。"),)
    yield Section(
        "verdict",
        translate("Quarter", "结论"),
        (
            Paragraph(together(summary(quarter), origin(quarter))),
            Sentences(translate("Quarter", "建议"), found),
            Paragraph(translate("Quarter", "程序只提建议，不会自己改规则。"), note=True),
        ),
    )
    columns = (
        Column(translate("Quarter", "检查"), weight=1),
        Column(translate("Quarter", "结果"), wrap=True, weight=3),
        Column(translate("Quarter", "标准"), wrap=True, weight=2),
        Column(translate("Quarter", "判断")),
    )
    rows = tuple((each.name, each.found, each.expected, each.word) for each in checks(quarter))
    yield Section("checks", translate("Quarter", "价值分级的五项检查"), (Table(columns, rows),))
    empty = translate("Quarter", "没有可以比较的。")
    for key, heading, judged in (
        ("schemes", translate("Quarter", "各个方案"), quarter.schemes),
        ("dimensions", translate("Quarter", "各个维度"), quarter.dimensions),
    ):
        table = Table(_judged_columns(), tuple(map(_judged_row, judged)), empty=empty)
        yield Section(key, heading, (table,))
    tags = (Column(translate("Quarter", "标签"), wrap=True, weight=2), Column(translate("Quarter", "客户"), Kind.INT))
    used = tuple((tag_label(each.group, each.name), each.uses) for each in quarter.tags)
    none = translate("Quarter", "每个标签都有 3 位以上的客户。")
    yield Section("tags", translate("Quarter", "很少用的标签"), (Table(tags, used, empty=none),))


def _judged_columns() -> tuple[Column, ...]:
    return (
        Column(translate("Quarter", "名称"), wrap=True, weight=2),
        Column(translate("Quarter", "档数"), Kind.INT),
        Column("ω²", Kind.RATIO),
        Column(translate("Quarter", "上季度"), Kind.RATIO),
        Column(translate("Quarter", "判断")),
        Column(translate("Quarter", "稳定率"), Kind.PERCENT),
        Column(translate("Quarter", "未分级"), Kind.PERCENT),
        Column(translate("Quarter", "最大一档"), Kind.PERCENT),
    )


def _judged_row(each: Judged) -> tuple[str | int | float | None, ...]:
    return (
        each.label,
        each.classes,
        None if each.explained is None else each.explained.omega2,
        None if each.earlier is None else each.earlier.omega2,
        verdict_word(each.verdict),
        each.stability,
        each.unrated,
        each.largest,
    )
