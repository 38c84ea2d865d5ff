"""Writes the sample ledger 示例台账.xlsx: an invented trading firm's two years of sales and its 客户管理清单.

Every name is made up. The same seed gives the same file, byte for byte. The program ships the file and moves its dates
(app/services/samples.py); run this only to change what is in it: `.venv/bin/python resources/samples/make_sample.py`.
"""

import random
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import xlsxwriter

TARGET = Path(__file__).with_name("示例台账.xlsx")
TODAY = date(2024, 2, 29)  # the day the five known rows are meant for; the last order is the day before
START = date(2022, 3, 1)

STEM_FIRST, STEM_SECOND = "澜芮栎岑汐砚峤沐珩霁槿昀屿桉泓朔榆澄珞岚", "禾川桥舟原岭野渡麓塬湾垣洲阁屏崖浦陌"
FAMILY_NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
TITLES = ("总", "经理", "主任", "女士", "先生", "采购")
PLACES = {
    "江苏": ("苏州", "无锡", "南通"),
    "浙江": ("杭州", "宁波", "嘉兴"),
    "上海": ("上海",),
    "安徽": ("合肥", "芜湖"),
    "山东": ("青岛", "潍坊"),
    "广东": ("佛山", "东莞"),
    "湖北": ("武汉", "襄阳"),
    "四川": ("成都", "绵阳"),
}
OWNERS = ("林晓舟", "周予安", "陈启明", "何佳禾", "吴一帆", "客服组")
CHANNELS = ("展会推荐", "线上引流", "转介绍", "电话开发")


@dataclass(frozen=True)
class Trade:
    """An industry: what it buys, how large its firms are, what they are called."""

    industry: str
    category: str
    sizes: list[str]
    endings: list[str]


def trade(industry: str, category: str, sizes: str, endings: str) -> Trade:
    return Trade(industry, category, sizes.split(), endings.split())


TRADES = (
    trade(
        "制造业", "工业设备", "50-100人 200-500人 500-1000人", "机电有限公司 精密制造有限公司 模具厂 包装材料有限公司"
    ),
    trade("零售业", "快消品", "1-10人 10-50人 50-100人", "商贸有限公司 便利连锁 百货商行 食品商行"),
    trade(
        "服务业", "办公耗材", "1-10人 10-50人 50-100人", "物业服务有限公司 广告工作室 酒店管理有限公司 财税咨询事务所"
    ),
    trade("教育", "信息化系统", "50-100人 100-200人 200-500人", "实验学校 职业培训中心 幼儿园"),
    trade("建筑业", "建材原料", "10-50人 100-200人 200-500人", "建材有限公司 装饰工程有限公司 市政工程有限公司"),
    trade("物流业", "工业设备", "50-100人 100-200人 200-500人", "物流有限公司 供应链管理有限公司"),
    trade("医疗", "办公耗材", "10-50人 50-100人", "口腔门诊部 健康管理有限公司"),
)


def goods(listing: str) -> dict[str, int]:
    words = listing.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


# category: share of the price that is cost, and products with their price
PRODUCTS = {
    "工业设备": (0.74, goods("立式加工台 18600 螺杆空压机 6800 减速电机 1580 气动扳手 520 数显卡尺 368 输送滚筒 145")),
    "办公耗材": (0.66, goods("碎纸机 780 硒鼓 245 A4复印纸（箱） 128 墨盒 89 标签纸 36 签字笔（盒） 18")),
    "信息化系统": (0.52, goods("数据模块 15000 进销存软件（年） 9800 考勤系统 6500 网络交换机 1280 上门维护 600")),
    "建材原料": (0.81, goods("防水涂料（桶） 268 镀锌管 58 保温板 45 瓷砖胶（袋） 32 石膏板 26")),
    "快消品": (0.85, goods("速溶咖啡（箱） 168 纸杯（箱） 120 洗手液（箱） 96 抽纸（箱） 85 瓶装水（箱） 28")),
}


@dataclass(frozen=True)
class Band:
    """Customers of about the same weight: how many, yearly sales in 元, days between orders."""

    customers: int
    sales: tuple[int, int]
    rhythm: tuple[int, int]


BANDS = (
    Band(15, (550_000, 1_600_000), (10, 24)),
    Band(52, (110_000, 420_000), (18, 40)),
    Band(128, (12_000, 90_000), (35, 85)),
    Band(72, (2_000, 11_000), (90, 260)),
    Band(28, (0, 0), (0, 0)),  # never bought
)
# how a customer's two years went: share of customers, first and last day as shares of the span, growth over it
COURSES = (
    ("steady", 0.46, (0.00, 0.12), (1.0, 1.0), 1.0),
    ("growing", 0.12, (0.00, 0.30), (1.0, 1.0), 1.9),
    ("shrinking", 0.10, (0.00, 0.10), (1.0, 1.0), 0.5),
    ("new", 0.11, (0.72, 0.93), (1.0, 1.0), 1.1),
    ("slipping", 0.09, (0.00, 0.20), (0.80, 0.90), 0.8),  # late by their own rhythm
    ("asleep", 0.12, (0.00, 0.20), (0.35, 0.74), 0.8),
)


@dataclass(frozen=True)
class Customer:
    """One invented firm."""

    name: str
    trade: Trade
    province: str
    city: str
    owner: str
    channel: str
    contact: str
    band: Band
    course: str


@dataclass(frozen=True)
class Line:
    """One line of the sales sheet."""

    order: str
    day: date
    customer: Customer
    product: str
    category: str
    quantity: int
    price: int
    discount: float
    status: str

    @property
    def amount(self) -> float:
        return round(self.quantity * self.price * (1 - self.discount), 2)

    @property
    def cost(self) -> float:
        return round(self.quantity * self.price * PRODUCTS[self.category][0], 2)


def make_customers(rng: random.Random) -> list[Customer]:
    stems = ["".join(pair) for pair in product(STEM_FIRST, STEM_SECOND)]
    rng.shuffle(stems)
    courses = [name for name, share, *_ in COURSES for _ in range(round(share * 100))]
    customers = []
    for band in BANDS:
        for _ in range(band.customers):
            branch = rng.choices(TRADES, weights=(26, 22, 18, 8, 14, 7, 5))[0]
            province = rng.choices(list(PLACES), weights=(30, 22, 12, 10, 8, 8, 5, 5))[0]
            customers.append(
                Customer(
                    name=stems.pop() + rng.choice(branch.endings),
                    trade=branch,
                    province=province,
                    city=rng.choice(PLACES[province]),
                    owner=rng.choices(OWNERS, weights=(5, 5, 4, 4, 3, 1))[0],
                    channel=rng.choice(CHANNELS),
                    contact=rng.choice(FAMILY_NAMES) + rng.choice(TITLES),
                    band=band,
                    course=rng.choice(courses),
                )
            )
    return customers


def order_days(rng: random.Random, customer: Customer) -> list[date]:
    if not customer.band.sales[1]:
        return []
    _name, _share, first, last, _growth = next(c for c in COURSES if c[0] == customer.course)
    span = (TODAY - START).days
    day, end = rng.uniform(*first) * span, rng.uniform(*last) * span
    rhythm = rng.uniform(*customer.band.rhythm)
    days = []
    while day < end:
        days.append(START + timedelta(days=int(day)))
        day += rhythm * rng.uniform(0.65, 1.35)
    return days


def make_lines(rng: random.Random, customer: Customer, days: list[date]) -> list[Line]:
    growth = next(c[4] for c in COURSES if c[0] == customer.course)
    yearly = rng.uniform(*customer.band.sales)
    gap = max((days[-1] - days[0]).days / (len(days) - 1), 5) if len(days) > 1 else 180
    typical = yearly * min(gap, 180) / 365
    lines: list[Line] = []
    for number, day in enumerate(days):
        weight = growth ** (number / max(len(days) - 1, 1) - 0.5) * rng.uniform(0.6, 1.4)
        lines += order(rng, customer, day, typical * weight)
    return lines


def order(rng: random.Random, customer: Customer, day: date, worth: float) -> list[Line]:
    parts = rng.choices((1, 2, 3), weights=(5, 3, 1))[0]
    number = f"{day:%y%m%d}{rng.random()}"  # `sales` counts them once all are there
    lines: list[Line] = []
    for _ in range(parts):
        category = customer.trade.category if rng.random() < 0.82 else rng.choice(list(PRODUCTS))
        prices = PRODUCTS[category][1]
        dearest = max(worth / parts, min(prices.values()))
        name = rng.choice([n for n, price in prices.items() if price <= dearest])
        quantity = max(1, round(worth / parts / prices[name]))
        discount = rng.choices((0.0, 0.03, 0.05, 0.1), weights=(70, 12, 12, 6))[0]
        if name in [line.product for line in lines]:
            continue
        lines.append(Line(number, day, customer, name, category, quantity, prices[name], discount, "已完成"))
    chance = rng.random()
    if chance < 0.012:  # part of it comes back some days later
        back = min(day + timedelta(days=rng.randrange(2, 12)), TODAY - timedelta(days=1))
        first = lines[0]
        returned = -max(1, first.quantity // 3)
        lines.append(
            Line(number, back, customer, first.product, first.category, returned, first.price, first.discount, "退货")
        )
    return lines


def sales(rng: random.Random, customers: list[Customer]) -> list[Line]:
    lines: list[Line] = []
    for customer in customers:
        days = order_days(rng, customer)
        if days:
            lines += make_lines(rng, customer, days)
    lines.sort(key=lambda line: (line.day, line.order))
    numbers = {key: f"XS{n:05d}" for n, key in enumerate(dict.fromkeys(line.order for line in lines), start=1)}
    last, yesterday = lines[-1].day, TODAY - timedelta(days=1)
    return [replace(line, order=numbers[line.order], day=yesterday if line.day == last else line.day) for line in lines]


# --- the customer list ------------------------------------------------------------------------------------------------

KNOWN_TITLES = [
    *("客户名称", "联系人", "所属行业", "企业规模", "首次合作时间", "历史采购总额(万元)", "最近合作时间"),
    *("细分标签(价值/需求/行为)", "跟进策略", "跟进记录(时间/内容/反馈)", "当前状态", "负责人"),
]
KNOWN_LISTING = """
A科技有限公司|*总监|制造业|500-1000人|2023-03-15|80|2024-01-10|高价值/工业设备/稳定合作
每月上门拜访,提供季度行业趋势报告|2024-02-20:沟通新设备采购需求,反馈预算待确认|跟进中|*经理
B商贸公司|*经理|零售业|50-100人|2023-08-20|15|2023-12-05|中价值/快消品/间歇合作
每2周电话跟进,推送春节促销方案|2024-02-18:反馈竞品价格更低,需提供差异化优势|待谈判|*顾问
C个体工作室|*女士|服务业|1-10人|2024-01-05|3|-|潜力/办公耗材/高频咨询未成交
发送客户案例,邀请参加产品体验会|2024-02-22:表示对耗材质量满意,需对比3家报价|培育中|*专员
D集团|*主任|教育|1000人以上|2022-11-10|120|2023-09-30|高价值/信息化系统/决策周期长
每季度提供系统升级方案,联合技术团队对接需求|2024-02-25:反馈需要增加数据模块,3月前出方案|方案制定中|*经理
E建材公司|*总|建筑业|200-500人|2023-05-18|35|2023-10-12|流失风险/建材原料/反馈价格高
客服回访知晓流失原因,提供阶梯报价方案|2024-02-15:表示若价格下降10%可重新合作|待挽回|客服组
"""


def known_rows() -> list[list[Any]]:
    """The five customers every description of this job shows, two lines each."""
    lines = KNOWN_LISTING.split("\n")[1:-1]
    return [[typed(cell) for cell in f"{a}|{b}".split("|")] for a, b in zip(lines[::2], lines[1::2], strict=True)]


def typed(cell: str) -> Any:
    if cell.isdigit():
        return int(cell)
    return date.fromisoformat(cell) if len(cell) == 10 and cell[:4].isdigit() else cell


# course: behaviour tag, strategy, what was said last, state
STORIES: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    "steady": ("稳定合作", "按月回访,提前备货", ("确认下月用量,反馈交期满意", "核对对账单,反馈无差异"), "跟进中"),
    "growing": (
        "稳定合作",
        "推荐配套产品,约负责人面谈",
        ("询问大单价格,反馈新开了一个点", "提出试用新品,反馈效果好"),
        "方案制定中",
    ),
    "shrinking": ("间歇合作", "了解用量变化,给出组合报价", ("反馈今年预算压缩", "反馈同时在用另一家供应商"), "待谈判"),
    "new": ("新客户", "首单后两周回访", ("首批货已收到,反馈包装完好", "询问账期,反馈需走审批"), "跟进中"),
    "slipping": ("流失风险", "一周内电话回访", ("电话未接,改约下周", "反馈库存还够用"), "待挽回"),
    "asleep": ("流失风险", "寄送新品目录,季度问候", ("反馈项目已结束", "联系人已离职,需重新找人"), "待挽回"),
}
PROSPECT = ("咨询未成交", "发送产品资料,约上门演示", ("询价后未回复", "表示下季度再看"), "培育中")


def tier(customer: Customer, lines: list[Line]) -> str:
    recent = sum(line.amount for line in lines if line.day > TODAY - timedelta(days=365))
    if not lines:
        return "未成交"
    if recent >= 100_000:
        return "高价值" if recent >= 500_000 else "中价值"
    return "潜力" if customer.course in {"growing", "new"} else "普通"


def list_row(rng: random.Random, customer: Customer, lines: list[Line]) -> list[Any]:
    behaviour, strategy, talks, state = STORIES[customer.course] if lines else PROSPECT
    talk = f"{TODAY - timedelta(days=rng.randrange(2, 75))}:{rng.choice(talks)}"
    return [
        customer.name,
        customer.contact,
        customer.trade.industry,
        rng.choice(customer.trade.sizes),
        lines[0].day if lines else "-",
        round(sum(line.amount for line in lines) / 10_000, 2),
        lines[-1].day if lines else "-",
        f"{tier(customer, lines)}/{customer.trade.category}/{behaviour}",
        strategy,
        talk,
        state,
        customer.owner,
    ]


# --- the workbook -----------------------------------------------------------------------------------------------------

SALES_TITLES = [
    *("订单号", "下单日期", "客户名称", "所属行业", "省份", "城市", "产品类别", "产品名称"),
    *("数量", "单价", "折扣率", "金额", "成本", "负责人", "客户来源", "订单状态"),
]
BLOCK = 650  # lines between two 小计 rows


class Formats:
    """The few cell styles of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        self.head = book.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.money = book.add_format({"num_format": "#,##0.00"})
        self.share = book.add_format({"num_format": "0%"})
        self.total = book.add_format({"bold": True, "num_format": "#,##0.00", "top": 1})


def typed_by_hand(rng: random.Random, line: Line, cells: list[Any]) -> None:
    """Some cells as people type them: dates and amounts as text, a blank behind a name."""
    habit = rng.random()
    if habit < 0.006:
        cells[1] = f"{line.day.year}年{line.day.month}月{line.day.day}日"
    elif habit < 0.012:
        cells[1] = f"{line.day:%Y/%m/%d}"
    elif habit < 0.018:
        cells[11] = f"{line.amount:,.2f}"
    elif habit < 0.024:
        cells[2] += " "


def write_sales(rng: random.Random, book: xlsxwriter.Workbook, formats: Formats, lines: list[Line]) -> None:
    sheet = book.add_worksheet("销售台账")
    sheet.merge_range(0, 0, 0, len(SALES_TITLES) - 1, "销售台账（示例，全部为虚构数据）", formats.title)
    sheet.write_string(1, 0, "单位：元")
    sheet.write_row(2, 0, SALES_TITLES, formats.head)
    sheet.freeze_panes(3, 0)
    sheet.set_column(0, len(SALES_TITLES) - 1, 12)
    row = 3
    styles = {1: formats.day, 9: formats.money, 10: formats.share, 11: formats.money, 12: formats.money}
    amount = cost = 0.0
    totals = (0.0, 0.0)
    for number, line in enumerate(lines, start=1):
        who = line.customer
        cells = [
            *(line.order, line.day, who.name, who.trade.industry, who.province, who.city, line.category, line.product),
            *(line.quantity, line.price, line.discount or None, line.amount, line.cost),
            *(who.owner, who.channel, line.status),
        ]
        typed_by_hand(rng, line, cells)
        for column, value in enumerate(cells):
            write(sheet, row, column, value, styles.get(column))
        amount, cost, row = amount + line.amount, cost + line.cost, row + 1
        if number % BLOCK == 0 or number == len(lines):
            total_row(sheet, row, "小计", amount, cost, formats)
            totals = (totals[0] + amount, totals[1] + cost)
            amount = cost = 0.0
            row += 1
    total_row(sheet, row, "合计", *totals, formats)


def total_row(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, label: str, amount: float, cost: float, formats: Formats
) -> None:
    sheet.write_string(row, 0, label, formats.total)
    sheet.write_number(row, 11, round(amount, 2), formats.total)
    sheet.write_number(row, 12, round(cost, 2), formats.total)


def write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Any, style: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), style)
    elif value is not None:
        sheet.write(row, column, value, style)


def write_list(book: xlsxwriter.Workbook, formats: Formats, rows: list[list[Any]]) -> None:
    sheet = book.add_worksheet("客户管理清单")
    sheet.merge_range(0, 0, 0, len(KNOWN_TITLES) - 1, "客户管理清单（示例，全部为虚构数据）", formats.title)
    sheet.write_row(1, 0, KNOWN_TITLES, formats.head)
    sheet.freeze_panes(2, 1)
    sheet.set_column(0, len(KNOWN_TITLES) - 1, 16)
    for row, cells in enumerate(rows, start=2):
        for column, value in enumerate(cells):
            write(sheet, row, column, value, formats.day if column in (4, 6) else None)


def main(target: Path = TARGET) -> None:
    rng = random.Random(20240229)
    customers = make_customers(rng)
    lines = sales(rng, customers)
    bought: dict[str, list[Line]] = {customer.name: [] for customer in customers}
    for line in lines:
        bought[line.customer.name].append(line)
    ordered = sorted(customers, key=lambda c: (c.owner, c.name))
    rows = [*known_rows(), *(list_row(rng, customer, bought[customer.name]) for customer in ordered)]
    with xlsxwriter.Workbook(str(target)) as book:
        book.set_properties({"title": "示例台账", "created": datetime(TODAY.year, TODAY.month, TODAY.day)})
        formats = Formats(book)
        write_sales(rng, book, formats, lines)
        write_list(book, formats, rows)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
