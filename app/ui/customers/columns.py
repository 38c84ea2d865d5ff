"""The columns of the customer list: what each shows of a row, and how."""

from app.services.classed import NOBODY, OWN
from app.services.customers import CustomerRow, TagChip
from app.services.customers.rows import VALUE_TAGS
from app.services.fields import CHOICES, CLASS, FIELDS, class_scheme, value_label, value_slot
from app.services.tag_words import tag_label
from app.services.workbench import catalogue
from app.texts import QT_TRANSLATE_NOOP, fill, listed, translate
from app.ui.customers.amounts import Amounts
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.widgets.chips import DASHED, OUTLINE

RISKY = ("at_risk", "churned")
SCHEMES = ("pareto", "quadrant", "grade_abcd", "churn")
"""Classes of other schemes that every row of the list has ready."""
BEYOND = tuple(f"{CLASS}{each.id}" for shelf in catalogue.beyond_list() for each in shelf.entries)
"""Classes that are worked out once their column is shown."""
HIDDEN_AT_FIRST = (
    *("code", "order_count", "net_sales_prev", "gross_profit", "first_order", "region", "size", "source"),
    "parent",
    *SCHEMES,
    *BEYOND,
)
BIN_ONLY = ("deleted",)
_CANNOT = QT_TRANSLATE_NOOP("CustomerList", "没有近 12 个月的采购金额，补上台账后会自动分级")


class CustomerColumns:
    """Makes the columns; `top` is the figure the longest data bar stands for."""

    def __init__(self, amounts: Amounts) -> None:
        self.amounts, self.top = amounts, 0
        self.classed = NOBODY

    def all(self) -> list[Column[CustomerRow]]:
        """Every column there is, in their first order."""
        unit = self.amounts.unit
        money = translate("CustomerList", "{0}({1})")
        return [
            Column("name", translate("CustomerList", "客户名称"), self._name, 178),
            text_column("match", translate("CustomerList", "匹配"), _match, 150, sortable=False),
            Column("tier", translate("CustomerList", "分级"), self._tier, 86, elide=False),
            Column(
                "net_sales",
                money.format(translate("CustomerList", "近12月"), unit),
                self._net_sales,
                122,
                right=True,
                descending_first=True,
                elide=False,
            ),
            self._money("net_sales_life", money.format(translate("CustomerList", "累计"), unit), 84),
            Column(
                "recency",
                translate("CustomerList", "未合作(天)"),
                _recency,
                92,
                right=True,
                descending_first=True,
                elide=False,
            ),
            Column("tags", translate("CustomerList", "标签"), _tags, 152, sortable=False),
            text_column("owner", translate("CustomerList", "负责人"), lambda row: row.owner, 84),
            text_column("industry", translate("CustomerList", "行业"), lambda row: row.industry, 88),
            text_column("status", translate("CustomerList", "状态"), lambda row: row.status, 92),
            Column("next_due", translate("CustomerList", "下次跟进"), self._next_due, 100, elide=False),
            _date("last_order", translate("CustomerList", "最近合作")),
            text_column("contact", translate("CustomerList", "联系人"), lambda row: row.contact, 92, sortable=False),
            _date("first_order", translate("CustomerList", "首次合作")),
            number_column("order_count", translate("CustomerList", "订单数"), lambda row: _number(row.order_count), 80),
            self._money("net_sales_prev", money.format(translate("CustomerList", "上期"), unit), 96),
            self._money("gross_profit", money.format(translate("CustomerList", "毛利额"), unit), 104),
            text_column("code", translate("CustomerList", "编号"), lambda row: row.code, 96),
            text_column("region", translate("CustomerList", "地域"), lambda row: row.region, 84),
            text_column("size", translate("CustomerList", "规模"), lambda row: row.size, 100),
            text_column("source", translate("CustomerList", "来源"), lambda row: row.source, 92),
            text_column("parent", translate("CustomerList", "总公司"), lambda row: row.parent, 150),
            *(self._class(key) for key in self._own()),
            *(_scheme(key) for key in SCHEMES),
            *(self._class(key) for key in BEYOND),
            text_column("deleted", translate("CustomerList", "移走时间"), _deleted, 140),
        ]

    def _own(self) -> tuple[str, ...]:
        return tuple(f"{CLASS}{each}" for each in self.classed.schemes if each.startswith(OWN))

    def _class(self, key: str) -> Column[CustomerRow]:
        """The class under a scheme that no row has ready, as a chip; nothing until it is worked out."""
        scheme = class_scheme(key)

        def chip(row: CustomerRow) -> Cell:
            spec = self.classed.class_of(scheme, row.id)
            return Cell(None) if spec is None else Cell(chips=((spec.label, spec.slot),))

        title = catalogue.label(scheme) if key in BEYOND else self.classed.title(key)
        return Column(key, title, chip, 104)

    def _money(self, key: str, title: str, width: int) -> Column[CustomerRow]:
        def written(row: CustomerRow) -> str | None:
            value: int | None = getattr(row, key)
            return None if value is None else self.amounts.cell(value)

        return number_column(key, title, written, width)

    def _name(self, row: CustomerRow) -> Cell:
        return Cell(row.name, tip=row.name, found=row.found)

    def _tier(self, row: CustomerRow) -> Cell:
        return tier_cell(row)

    def _net_sales(self, row: CustomerRow) -> Cell:
        if row.net_sales is None:
            return Cell(None)
        share = row.net_sales / self.top if self.top > 0 and row.net_sales > 0 else 0.0
        lead = translate("CustomerList", "估") if row.estimated else ""
        return Cell(self.amounts.cell(row.net_sales), share=share or None, lead=lead, tip=estimate_text(row))

    def _next_due(self, row: CustomerRow) -> Cell:
        late = row.next_due is not None and row.next_due < row.today
        if late:
            return Cell(row.next_due, "danger", mark="clock", tip=translate("CustomerList", "跟进已经过期"))
        return Cell(row.next_due)


def tier_cell(row: CustomerRow) -> Cell:
    """The tier as a chip; a pin for one set by hand, an arrow where the rule now says something else."""
    if row.tier is None:
        word = value_label("tier", "")
        return Cell(chips=((word, DASHED),), tip=translate("CustomerList", _CANNOT))
    chip = (value_label("tier", row.tier), value_slot("tier", row.tier))
    return Cell(chips=(chip,), mark=tier_mark(row), tip=tier_tip(row))


def tier_mark(row: CustomerRow) -> str:
    """pin: by hand; an arrow: the rule would move it; a dot: the rule's own proposal, not reviewed yet."""
    if row.tier_basis == "pin":
        return "pin"
    if row.proposed is not None:
        ranks = CHOICES["tier"]
        return "arrow-up" if ranks.rank(row.proposed) < ranks.rank(row.tier) else "arrow-down"
    return ""


def tier_tip(row: CustomerRow) -> str:
    """What the chip does not say."""
    parts = []
    if row.tier_basis == "pin":
        parts.append(translate("CustomerList", "手工定级"))
    if row.proposed is not None:
        parts.append(translate("CustomerList", "系统建议：{0}").format(value_label("tier", row.proposed)))
    elif row.tier_basis == "computed":
        parts.append(translate("CustomerList", "系统建议，还没有盘点"))
    return "\n".join(parts)


def tag_chips(row: CustomerRow) -> tuple[tuple[str, str], ...]:
    """Risk first, then the tags; a small dot behind those a rule has set.

    Value tags stay away: the tier stands beside them, and the detail pane says where the two differ.
    """
    hidden = _plain_risk(row)
    own = [chip for chip in row.tags if chip.group != VALUE_TAGS and chip.name != hidden]
    chips = [(_tag_word(chip), chip.slot or OUTLINE) for chip in own]
    if row.risk_status in RISKY:
        chips.insert(0, (value_label("risk", row.risk_status), value_slot("risk", row.risk_status)))
    return tuple(chips)


def _plain_risk(row: CustomerRow) -> str:
    """The tag that would repeat the risk chip."""
    spec = CHOICES["risk"].find(row.risk_status) if row.risk_status in RISKY else None
    return spec.word if spec else ""


def _tag_word(chip: TagChip) -> str:
    word = tag_label(chip.group, chip.name)
    return f"{word} ·" if chip.set_by == "rule" else word


def _tags(row: CustomerRow) -> Cell:
    chips = tag_chips(row)
    if not chips:
        return Cell(None)
    return Cell(chips=chips, tip=listed(word for word, _slot in chips))


def _recency(row: CustomerRow) -> Cell:
    if row.recency_days is None:
        return Cell(None)
    text = f"{row.recency_days:,}"
    return Cell(text, "danger", mark="warning", tip=late_text(row)) if row.late else Cell(text, tip=late_text(row))


def estimate_text(row: CustomerRow) -> str:
    """What a yearly figure is when it is no sum of orders."""
    if not row.estimated or row.net_sales is None:
        return ""
    return translate("CustomerList", "估算：只有采购总额、没有订单，按总额除以合作年数算，不是近 12 个月的实际采购。")


def late_text(row: CustomerRow) -> str:
    """The sentence of a row's rhythm: 「一般 66 天内会再来，已经 121 天没来。」."""
    if row.recency_days is None:
        return ""
    if row.rhythm_days:
        text = translate("CustomerList", "一般 {0} 天内会再来，已经 {1} 天没来。")
        return fill(text, round(row.rhythm_days), row.recency_days)
    return translate("CustomerList", "满 3 个月未合作。") if row.warn_3m else ""


def _scheme(key: str) -> Column[CustomerRow]:
    """The class under another scheme, as a chip."""

    def chip(row: CustomerRow) -> Cell:
        class_id: str | None = row.churn_status if key == "churn" else getattr(row, key)
        if class_id is None:
            return Cell(None)
        return Cell(chips=((value_label(key, class_id), value_slot(key, class_id)),))

    return Column(key, FIELDS[key].label(), chip, 104)


def _match(row: CustomerRow) -> str | None:
    return row.match


def _deleted(row: CustomerRow) -> str | None:
    return row.deleted_at.replace("T", " ")[:16] if row.deleted_at else None


def _number(value: int | None) -> str | None:
    return None if value is None else f"{value:,}"


def _date(key: str, title: str) -> Column[CustomerRow]:
    def written(row: CustomerRow) -> Cell:
        return Cell(getattr(row, key))

    return Column(key, title, written, 100, descending_first=True, elide=False)
