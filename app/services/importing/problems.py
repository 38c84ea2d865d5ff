"""Everything that can be wrong or doubtful in a ledger, what is done about it, and how it is said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.models.base import from_units
from app.services.importing.plans import CellDecision, CellGroup, Decision, Example, Problem, Severity, sheet_key
from app.texts import QT_TRANSLATE_NOOP, translate

SAMPLES, EXAMPLES, TEXTS = 20, 3, 500


@dataclass(frozen=True)
class Trouble:
    """One kind of trouble: how grave, what is done unless a person decides otherwise, its title and its rule."""

    severity: Severity
    decision: Decision
    choices: tuple[Decision, ...]
    title: str
    message: str


_ROW: tuple[Decision, ...] = ("hold", "skip")
_ANY: tuple[Decision, ...] = ("take", "hold", "skip")


def _error(title: str, message: str, choices: tuple[Decision, ...] = _ROW) -> Trouble:
    return Trouble("error", "hold", choices, title, message)


def _doubt(title: str, message: str) -> Trouble:
    return Trouble("warn", "hold", _ANY, title, message)


def _warn(title: str, message: str, choices: tuple[Decision, ...] = ()) -> Trouble:
    return Trouble("warn", "take", choices, title, message)


def _info(title: str, message: str, decision: Decision = "take") -> Trouble:
    return Trouble("info", decision, (), title, message)


TROUBLES: dict[str, Trouble] = {
    # rows that cannot be taken
    "no_date": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "没有日期"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行没有日期，不知道是哪天的事，先放进待修区。"),
    ),
    "no_amount": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "没有金额"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行没有金额，也算不出来，先放进待修区。"),
    ),
    "no_name": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "没有客户名称"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行没有客户名称，不知道是谁，先放进待修区。"),
    ),
    "no_text": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "没有跟进内容"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行没有写跟进了什么，先放进待修区。"),
    ),
    "date_unreadable": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "日期看不懂"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "这些格不是日期，所在的行先放进待修区。可以写 2026-02-28 或 2026年2月28日。"
        ),
    ),
    "date_range": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "日期不在 1900 到 2199 年"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些日期多半写错了年份，所在的行先放进待修区。"),
    ),
    "number_unreadable": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "数字看不懂"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些格不是数字，所在的行先放进待修区。可以写 350000 或 35万。"),
    ),
    "number_too_large": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "数字大得不像真的"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些格超过一万亿，多半是写错了，所在的行先放进待修区。"),
    ),
    "discount_unreadable": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "折扣看不懂"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些格不是折扣，所在的行先放进待修区。可以写 0.9、90% 或 九折。"),
    ),
    "foreign_currency": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "外币金额"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些金额不是人民币，没有汇率不能相加，所在的行先放进待修区。"),
    ),
    "formula_error": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "公式出错"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "这些格是公式错误（如 #N/A），所在的行先放进待修区。请在表格里改好后再导入。"
        ),
    ),
    "formula_uncomputed": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "公式没有结果"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "文件里没有存这些公式的结果，所在的行先放进待修区。请用 Excel 打开并保存一次再导入。"
        ),
    ),
    "tag_slots": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "标签段数不对"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "标签应按表头分成几段（如 价值/需求/行为），这些格多了或少了，先放进待修区。"
        ),
        _ANY,
    ),
    "customer_twice": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "同一客户写了两行，内容不同"),
        QT_TRANSLATE_NOOP("ImportProblems", "第一行已导入，后面内容不同的行先放进待修区。"),
    ),
    "customer_ambiguous": _error(
        QT_TRANSLATE_NOOP("ImportProblems", "名称对应多位客户"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "台账里有多位同名客户，只凭名称分不清，这些行先放进待修区。补上客户编号再导入。"
        ),
    ),
    # rows in doubt
    "number_about": _doubt(
        QT_TRANSLATE_NOOP("ImportProblems", "约数"),
        QT_TRANSLATE_NOOP("ImportProblems", "「约50」这样的数不确定，所在的行先放进待修区。也可以按写出的数导入。"),
    ),
    "number_range": _doubt(
        QT_TRANSLATE_NOOP("ImportProblems", "数字写成范围"),
        QT_TRANSLATE_NOOP("ImportProblems", "「50-60」这样的范围不确定，所在的行先放进待修区。也可以按中间值导入。"),
    ),
    "unit_doubt": _doubt(
        QT_TRANSLATE_NOOP("ImportProblems", "数字像是元，表头是万元"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些数比同列其他数大得多，单位可能不对，所在的行先放进待修区。"),
    ),
    # rows taken, to be looked at
    "no_customer": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "没有客户"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些销售没有写客户，记在「未归属客户」下：计入合计，不参加分级。"),
        _ANY,
    ),
    "payment_no_customer": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "回款没有客户"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "这些回款没有写客户，也没有对得上的订单，记在「未归属客户」下，不抵任何应收。"
        ),
        _ANY,
    ),
    "paid_no_date": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "已付金额没有日期"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行写了付了多少，没有写哪天付的，按单据日期记。"),
    ),
    "duplicate_rows": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "完全相同的行"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行和前面某行完全相同，可能真是两笔，都导入。"),
        ("take", "skip"),
    ),
    "digits_lost": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "号码的后几位丢了"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些号码写成 1.38E+10 的样子，后几位在文件里已经没有了，请核对。"),
        _ANY,
    ),
    "date_month_only": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "日期只有年月"),
        QT_TRANSLATE_NOOP("ImportProblems", "只写了年月的日期按当月 1 日记。"),
        _ANY,
    ),
    "cell_unreadable": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "次要的格看不懂"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些格看不懂，留空导入，原文保存在导入档案里。"),
        _ANY,
    ),
    "merged_amount": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "金额是合并单元格"),
        QT_TRANSLATE_NOOP("ImportProblems", "合并的金额只记在第一行，其余行记 0，合计不变。"),
    ),
    "amount_without_last_date": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "有采购额，没有最近合作时间"),
        QT_TRANSLATE_NOOP("ImportProblems", "自相矛盾的行照样导入，列在数据检查里：有采购额，却没有最近合作时间。"),
        _ANY,
    ),
    "amount_but_not_closed": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "有采购额，却标着未成交"),
        QT_TRANSLATE_NOOP("ImportProblems", "自相矛盾的行照样导入，列在数据检查里：有采购额，却标着「未成交」。"),
        _ANY,
    ),
    "last_before_first": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "最近合作早于首次合作"),
        QT_TRANSLATE_NOOP("ImportProblems", "自相矛盾的行照样导入，列在数据检查里：最近合作时间早于首次合作时间。"),
        _ANY,
    ),
    "likely_duplicate": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "疑似重复客户"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些客户和另一位很像，先分开导入，随时可以合并。"),
    ),
    "in_recycle_bin": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "客户在回收站里"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行的客户在回收站里，销售照样记在他们名下。要看到他们请先还原。"),
    ),
    "kept_edit": Trouble(
        "warn",
        "skip",
        ("skip", "take"),
        QT_TRANSLATE_NOOP("ImportProblems", "和手工修改不一致"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些内容在文件保存之后手工改过，文件里写的不一样，保留手工修改。"),
    ),
    "return_sign": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "退货金额写成正数"),
        QT_TRANSLATE_NOOP("ImportProblems", "单据类型、工作表或负的数量说明是退货的行，金额按负数记。"),
    ),
    "hidden_rows": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "隐藏的行"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行在表里被隐藏或筛选掉了，照样导入。不要的话请选「跳过」。"),
        ("take", "skip"),
    ),
    "hidden_columns": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "隐藏的列"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些列在表里是隐藏的，照样导入。不要的可以在「列对应」里改成「不导入」。"),
    ),
    "rows_repeat": Trouble(
        "warn",
        "skip",
        ("skip", "take"),
        QT_TRANSLATE_NOOP("ImportProblems", "另一张表里已有的行"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行在前面一张表里已经有了，再导入会算两遍，没有导入。"),
    ),
    "sheet_repeats": Trouble(
        "warn",
        "skip",
        ("skip", "take"),
        QT_TRANSLATE_NOOP("ImportProblems", "整张表重复"),
        QT_TRANSLATE_NOOP("ImportProblems", "这张表的内容和前面一张表相同，导入会算两遍，没有导入。"),
    ),
    "code_names": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "一个编号有几个名称"),
        QT_TRANSLATE_NOOP("ImportProblems", "按编号认客户：第一个名称当名称，其余的记为别名。"),
    ),
    "name_codes": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "一个名称有几个编号"),
        QT_TRANSLATE_NOOP(
            "ImportProblems", "编号不同就是不同的客户，没有合在一起。其实是一位的话，请在「列对应」里改为按名称认客户。"
        ),
    ),
    "join_missing": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "另一张表里没有"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行的编号在合并进来的表里找不到，那张表的内容留空。"),
    ),
    "task_offer": Trouble(
        "warn",
        "skip",
        ("skip", "take"),
        QT_TRANSLATE_NOOP("ImportProblems", "跟进记录里有期限"),
        QT_TRANSLATE_NOOP("ImportProblems", "跟进记录里答应了期限，可以生成到期前的任务。要的话请选「生成任务」。"),
    ),
    # corrected or put aside without a question
    "date_text": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "文字日期"),
        QT_TRANSLATE_NOOP("ImportProblems", "写成文字的日期已换成日期。"),
    ),
    "date_serial": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "数字日期"),
        QT_TRANSLATE_NOOP("ImportProblems", "写成数字的日期（如 45199）已换成日期。"),
    ),
    "number_text": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "文字数字"),
        QT_TRANSLATE_NOOP("ImportProblems", "「35万」「¥350,000」这样的写法已换成数。"),
    ),
    "empty_word": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "按空处理"),
        QT_TRANSLATE_NOOP("ImportProblems", "「-」「无」「待定」这样的格按空处理。"),
    ),
    "converted": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "外币已换算"),
        QT_TRANSLATE_NOOP("ImportProblems", "外币金额按汇率换算成元，原来的金额保存在导入档案里。"),
    ),
    "amount_computed": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "金额是算出来的"),
        QT_TRANSLATE_NOOP("ImportProblems", "没有写金额的行按 数量 × 单价 ×（1 − 折扣）算。"),
    ),
    "risk_in_value": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "流失风险写在价值段"),
        QT_TRANSLATE_NOOP("ImportProblems", "写在价值段的「流失风险」记为行为标签，价值由分级方案给出。"),
    ),
    "nothing_paid": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "回款金额是 0"),
        QT_TRANSLATE_NOOP("ImportProblems", "金额是 0 的回款不导入。"),
        "skip",
    ),
    "paid_per_order": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "已付金额是整张订单的"),
        QT_TRANSLATE_NOOP("ImportProblems", "同一订单的每一行都写着整张订单的已付金额，只算一次。"),
    ),
    "paid_twice": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "回款另有一张表"),
        QT_TRANSLATE_NOOP("ImportProblems", "另有回款表，订单里的已付金额不再记一遍。"),
    ),
    "repeated_contact": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "重复的跟进记录"),
        QT_TRANSLATE_NOOP("ImportProblems", "同一天对同一客户写的同样内容只导入一次。"),
        "skip",
    ),
    "total_row": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "合计行"),
        QT_TRANSLATE_NOOP("ImportProblems", "合计、小计行不导入，用来对账。"),
        "skip",
    ),
    "note_row": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "说明行"),
        QT_TRANSLATE_NOOP("ImportProblems", "表下面的说明文字不导入。"),
        "skip",
    ),
    "repeated_header": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "重复的表头"),
        QT_TRANSLATE_NOOP("ImportProblems", "重复出现的表头不导入。"),
        "skip",
    ),
    "dropped_before": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "以前跳过或移除的行"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行以前决定不要，这次也不导入。"),
        "skip",
    ),
    "mended_again": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "沿用上次的改正"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行和以前手工改正过的行一样，照那次的改正读。"),
    ),
    "set_aside": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "单独决定的格"),
        QT_TRANSLATE_NOOP("ImportProblems", "有这些内容的行按你的决定处理：照样导入、放进待修区或跳过。"),
        _ANY,
    ),
    "mended_by_hand": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "手工改正"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些格按你改的内容导入，原文保存在导入档案里。"),
    ),
    "held_settled": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "待修的行改好了"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行在待修区等着，文件里已经改好，随这次导入，不再等待。"),
    ),
    "mend_unknown": _warn(
        QT_TRANSLATE_NOOP("ImportProblems", "找不到对应的待修行"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行的标识不是这本台账的，没有导入。"),
    ),
    "mend_settled": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "已经不在待修区"),
        QT_TRANSLATE_NOOP("ImportProblems", "这些行已经导入过，或者已经移除，不再导入。"),
        "skip",
    ),
    "lookalikes_left": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "没有查疑似重复"),
        QT_TRANSLATE_NOOP("ImportProblems", "客户太多，导入时不逐一比较，导入后可以在「疑似重复」里查。"),
    ),
    "repeated_customer": _info(
        QT_TRANSLATE_NOOP("ImportProblems", "重复的客户行"),
        QT_TRANSLATE_NOOP("ImportProblems", "和前面内容相同的客户行不再导入。"),
        "skip",
    ),
}

CORRECTIONS = frozenset(("date_text", "date_serial", "number_text", "empty_word", "date_month_only"))
_WEIGHT: dict[Severity, int] = {"error": 0, "warn": 1, "info": 2}


@dataclass
class _Found:
    count: int = 0
    rows: list[int] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    cells: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    money: int = 0
    decided: set[Decision] = field(default_factory=set)

    def copy(self) -> "_Found":
        return _Found(
            self.count, list(self.rows), list(self.examples), Counter(self.cells), self.money, set(self.decided)
        )

    def groups(self, decided: Mapping[tuple[str, str, str], CellDecision]) -> Iterator[CellGroup]:
        for cell, count in self.cells.most_common():
            yield CellGroup(*cell, count, decided.get(cell) or None)


class Findings:
    """Collects what is found, by kind; bounded, however long the ledger."""

    def __init__(
        self, decisions: Mapping[str, Decision], cells: Mapping[tuple[str, str, str], CellDecision] | None = None
    ) -> None:
        self._decisions, self._cells = decisions, dict(cells or {})
        self._kept: Mapping[str, Decision] = {}
        self._of_sheets: dict[int, Mapping[str, Decision]] = {}
        self._found: dict[str, _Found] = {}

    def remember(
        self,
        decisions: Mapping[str, Decision],
        sheet: int | None = None,
        cells: Mapping[tuple[str, str, str], Decision] = MappingProxyType({}),
    ) -> None:
        """What was decided at an earlier import of the table in hand: for its rows, where nothing is decided now."""
        self._kept = decisions
        self._cells = {**cells, **self._cells}
        if sheet is not None:
            self._of_sheets[sheet] = decisions

    def decision(self, code: str, sheet: int | None = None) -> Decision:
        """What is done with rows of this kind, in the table in hand or in that of this number."""
        trouble = TROUBLES[code]
        kept = self._kept if sheet is None else self._of_sheets.get(sheet, {})
        wanted = self._decisions.get(code) or kept.get(code, trouble.decision)
        return wanted if wanted in trouble.choices else trouble.decision

    def decision_of(self, code: str, wanted: Decision | None) -> Decision:
        """What is done with one row of this kind, of whose cell something was decided apart."""
        possible = wanted is not None and (wanted != "take" or "take" in TROUBLES[code].choices)
        return wanted if possible and wanted is not None else self.decision(code)

    def add(
        self, code: str, example: Example | None = None, count: int = 1, money: int = 0, sheet: int | None = None
    ) -> None:
        """One cell or row more, or `count` of them; `money` are the units of 元 at stake."""
        found = self._found.setdefault(code, _Found())
        found.count += count
        found.money += abs(money)
        found.decided.add(self.decision(code, sheet))
        if example is not None:
            cell = (sheet_key(example.file, example.sheet), example.column, example.before)
            if example.column and example.before and (len(found.cells) < TEXTS or cell in found.cells):
                found.cells[cell] += count
            if len(found.rows) < SAMPLES and example.row not in found.rows:
                found.rows.append(example.row)
            if len(found.examples) < EXAMPLES:
                found.examples.append(example)

    def copy(self) -> "Findings":
        """The same findings so far, to be added to apart."""
        twin = Findings(self._decisions, self._cells)
        twin.remember(self._kept)
        twin._of_sheets = self._of_sheets
        twin._found = {code: found.copy() for code, found in self._found.items()}
        return twin

    def wants_examples(self, code: str) -> bool:
        found = self._found.get(code)
        return found is None or len(found.rows) < SAMPLES

    def count(self, codes: Iterable[str]) -> int:
        return sum(self._found[code].count for code in codes if code in self._found)

    def problems(self) -> tuple[Problem, ...]:
        """Worst first: by gravity, then by the money at stake, then by how many they are."""
        found = [self._problem(code, each) for code, each in self._found.items() if each.count]
        return tuple(sorted(found, key=lambda each: (_WEIGHT[each.severity], -each.money, -each.count)))

    def _problem(self, code: str, found: _Found) -> Problem:
        trouble = TROUBLES[code]
        return Problem(
            code,
            trouble.severity,
            translate("ImportProblems", trouble.title),
            translate("ImportProblems", trouble.message),
            found.count,
            tuple(found.rows),
            tuple(found.examples),
            next(iter(found.decided)) if len(found.decided) == 1 else trouble.decision,
            trouble.choices,
            tuple(found.groups(self._cells)) if trouble.severity != "info" else (),
            from_units(found.money),
        )
