"""Words that ledgers use for a few fixed things: states of orders, returns, teams, ways of contact."""

import re

from app.services.importing.values.traditional import simplified

# The first pattern that fits decides; what fits none is a completed sale, as a ledger of sales means it.
_STATUSES = (
    ("cancelled", r"取消|交易关闭|已关闭|作废|撤单|撤销|cancel|void"),
    ("quoted", r"报价|询价|意向|quot|enquir|inquir"),
    ("draft", r"草稿|未提交|待提交|待审|draft"),
    (
        "confirmed",
        r"待发|未发|待付|未付|已付|付款|进行中|处理中|生产中|待确认|已确认|hold|process|pending|confirm|open|paid",
    ),
    ("shipped", r"发货|已发|在途|运输|配送|ship|transit|disput"),
)
_STATUS_PATTERNS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _STATUSES)
_DONE = re.compile(r"完成|成功|签收|收货|已结|交付|complet|deliver|resolv|done", re.I)
_RETURNED = re.compile(r"退货|退款|退回|退单|红冲|冲红|冲销|return|refund|credit note", re.I)
_NOT_RETURNED = re.compile(r"无|未|不|拒绝|驳回|no\b|not\b|without|non-?return", re.I)
_TEAM = re.compile(r"(?:组|部|队|团队|中心|科|处|team|group|dept|department)$", re.I)
_CHANNELS = (
    ("visit", r"拜访|上门|面谈|到访|走访|visit"),
    ("phone", r"电话|去电|来电|致电|通话|phone|call"),
    ("wechat", r"微信|wechat"),
    ("mail", r"邮件|邮箱|email|mail"),
    ("meeting", r"会议|会谈|展会|meeting"),
    ("service", r"客服|售后|回访|service"),
)
_CHANNEL_PATTERNS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _CHANNELS)
_CHURN = re.compile(r"^(?:有)?流失(?:风险)?(?:客户)?$|^已流失$")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文小老阿"
)
_FIRM = re.compile(
    r"(?:公司|集团|厂|店|商行|工作室|经营部|中心|事务所|合作社|医院|学校|研究院|供销社|商场|超市"
    r"|\b(?:co|ltd|inc|llc|gmbh|corp|plc)\.?)(?:[(\[【].{1,20}[)\]】])?$",
    re.I,
)
_NO_NAMES = re.compile(
    r"方案|高层|高管|马上|任务|文件|金额|余款|白天|常规|江苏|小样|小批|老板|老客|沟通|跟进|程序|石油|易货|万元"
)


def status_of(text: str | None) -> str:
    """The state of an order from the ledger's word for it."""
    text = simplified(text or "")
    if not text or _DONE.search(text):
        return "completed"
    return next((name for name, pattern in _STATUS_PATTERNS if pattern.search(text)), "completed")


def says_returned(text: str | None) -> bool:
    """Whether a state or type of document says that the goods or the money went back."""
    text = simplified(text or "")
    return _RETURNED.search(text) is not None and not _NOT_RETURNED.search(text)


def is_team(name: str) -> bool:
    return _TEAM.search(simplified(name)) is not None


def channel_of(text: str) -> str:
    text = simplified(text)
    return next((name for name, pattern in _CHANNEL_PATTERNS if pattern.search(text)), "note")


def is_firm(name: str) -> bool:
    """Whether a name in half-width letters ends as those of firms do."""
    return _FIRM.search(simplified(name)) is not None


def is_person(word: str) -> bool:
    """Whether a word in front of a record names one of the firm's people: 张三, 小李."""
    return 2 <= len(word) <= 3 and word[0] in _SURNAMES and _NO_NAMES.search(word) is None


def is_churn(tag: str) -> bool:
    """Whether a tag speaks of losing the customer: behaviour, wherever the sheet puts it."""
    return _CHURN.match(tag) is not None
