"""What firms note of a customer beside the columns of his own: the rarer fields of a list, kept as profile answers."""

from app.texts import QT_TRANSLATE_NOOP, translate

PREFIX = "profile:"
"""In front of a field a person names himself: profile:爱好."""

PROFILE: tuple[tuple[str, str, str], ...] = (
    ("address", QT_TRANSLATE_NOOP("ImportField", "地址"),
     "地址 详细地址 公司地址 单位地址 客户地址 联系地址 通讯地址 收货地址 办公地址 注册地址 address streetaddress "
     "addressline1"),
    ("email", QT_TRANSLATE_NOOP("ImportField", "邮箱"), "邮箱 电子邮箱 邮件 邮件地址 电子邮件 email emailaddress mail"),
    ("qq", QT_TRANSLATE_NOOP("ImportField", "QQ"), "qq qq号 qq号码"),
    ("fax", QT_TRANSLATE_NOOP("ImportField", "传真"), "传真 传真号 fax faxnumber"),
    ("website", QT_TRANSLATE_NOOP("ImportField", "网址"), "网址 网站 官网 公司网址 website url homepage"),
    ("postcode", QT_TRANSLATE_NOOP("ImportField", "邮编"), "邮编 邮政编码 postcode postalcode zip zipcode"),
    ("tax_no", QT_TRANSLATE_NOOP("ImportField", "税号"),
     "税号 纳税人识别号 统一社会信用代码 信用代码 taxid taxno vatnumber"),
    ("bank", QT_TRANSLATE_NOOP("ImportField", "开户行"), "开户行 开户银行 开户行及账号 银行账号 账号 bank bankaccount"),
    ("legal_person", QT_TRANSLATE_NOOP("ImportField", "法定代表人"), "法定代表人 法人 法人代表"),
    ("revenue", QT_TRANSLATE_NOOP("ImportField", "年营收"), "企业规模营收 营收 年营收 年营业额 年产值 annualrevenue"),
    ("business", QT_TRANSLATE_NOOP("ImportField", "主营业务"), "主营业务 主营产品 经营范围 业务范围 mainbusiness"),
    ("categories", QT_TRANSLATE_NOOP("ImportField", "高频采购品类"),
     "高频采购品类 采购品类 主要采购品类 常购品类 常购产品 购买产品 购买产品服务类型 购买种类 主要购买产品"),
    ("points", QT_TRANSLATE_NOOP("ImportField", "积分"), "积分 会员积分 当前积分 剩余积分 points loyaltypoints"),
    ("balance", QT_TRANSLATE_NOOP("ImportField", "储值余额"), "储值余额 会员余额 卡内余额 账户余额 余额 balance"),
    ("decision_cycle", QT_TRANSLATE_NOOP("ImportField", "决策周期"), "决策周期 决策类型 决策周期类型"),
    ("contacts_count", QT_TRANSLATE_NOOP("ImportField", "沟通次数"), "沟通次数 联系次数 跟进次数 拜访次数"),
    ("response", QT_TRANSLATE_NOOP("ImportField", "响应时长"), "响应时长 响应时间 沟通响应速度 响应速度 responsetime"),
    ("stability", QT_TRANSLATE_NOOP("ImportField", "合作稳定性"), "合作稳定性 稳定性"),
    ("usage", QT_TRANSLATE_NOOP("ImportField", "使用场景"), "使用场景 应用场景 用途"),
    ("frequency", QT_TRANSLATE_NOOP("ImportField", "购买频率"), "购买频率 采购频率 合作频率 下单频率 frequency"),
    ("pay_habit", QT_TRANSLATE_NOOP("ImportField", "付款方式"), "付款方式 支付方式 结算方式 paymentmethod"),
    ("pay_timeliness", QT_TRANSLATE_NOOP("ImportField", "付款及时性"), "付款及时性 付款情况 回款情况 回款周期"),
    ("budget", QT_TRANSLATE_NOOP("ImportField", "预算"), "预算 客户预算 budget"),
    ("need", QT_TRANSLATE_NOOP("ImportField", "需求"),
     "需求 客户需求 需求情况 显性需求 主要需求 需求描述 needs requirements"),
    ("hidden_need", QT_TRANSLATE_NOOP("ImportField", "隐性需求"), "隐性需求 潜在需求"),
    ("complaints", QT_TRANSLATE_NOOP("ImportField", "投诉次数"), "投诉次数 投诉 投诉记录 投诉数 complaints"),
    ("satisfaction", QT_TRANSLATE_NOOP("ImportField", "满意度"), "满意度 客户满意度 满意度评分 satisfaction"),
    ("referrals", QT_TRANSLATE_NOOP("ImportField", "推荐次数"), "推荐次数 转介绍次数 推荐客户数 推荐人数 referrals"),
    ("brand", QT_TRANSLATE_NOOP("ImportField", "品牌认可度"), "品牌认可度 认可度 品牌认知"),
    ("trust", QT_TRANSLATE_NOOP("ImportField", "信任度"), "信任度 信任程度"),
    ("special", QT_TRANSLATE_NOOP("ImportField", "特殊要求"), "特殊要求 特殊需求 特殊要求与折扣 定制要求"),
    ("credit", QT_TRANSLATE_NOOP("ImportField", "信用程度"), "信用程度 信用等级 信用评级 信誉 creditrating"),
    ("funds", QT_TRANSLATE_NOOP("ImportField", "资金状况"), "资金状况 资金情况 财务状况"),
    ("competitors", QT_TRANSLATE_NOOP("ImportField", "竞品"),
     "竞品 竞争对手 竞品情况 竞品价格 竞品与竞品价格 主要竞争对手 competitor competitors"),
    ("competition", QT_TRANSLATE_NOOP("ImportField", "竞争情况"), "竞争情况 市场竞争情况 区域竞争情况"),
    ("channel_of_buying", QT_TRANSLATE_NOOP("ImportField", "采购渠道"), "采购渠道 购买渠道 进货渠道"),
    ("age", QT_TRANSLATE_NOOP("ImportField", "年龄"), "年龄 年龄段 age"),
    ("gender", QT_TRANSLATE_NOOP("ImportField", "性别"), "性别 gender sex"),
    ("occupation", QT_TRANSLATE_NOOP("ImportField", "职业"), "职业 occupation profession"),
    ("buying_power", QT_TRANSLATE_NOOP("ImportField", "消费能力"), "消费能力 购买能力 购买力"),
    ("preference", QT_TRANSLATE_NOOP("ImportField", "购买偏好"), "购买偏好 偏好 消费偏好 产品偏好 preference"),
    ("habit", QT_TRANSLATE_NOOP("ImportField", "消费习惯"), "消费习惯 购买习惯 习惯"),
    ("timing", QT_TRANSLATE_NOOP("ImportField", "购买时机"), "购买时机 采购时间 采购季节"),
    ("hobby", QT_TRANSLATE_NOOP("ImportField", "爱好"), "爱好 兴趣爱好 兴趣 个人爱好 hobby hobbies"),
    ("circle", QT_TRANSLATE_NOOP("ImportField", "圈子"), "圈子 社交圈 所在圈子"),
    ("plans", QT_TRANSLATE_NOOP("ImportField", "客户计划"), "客户计划 客户的计划 发展计划 未来计划"),
    ("lost_reason", QT_TRANSLATE_NOOP("ImportField", "流失原因"), "流失原因 丢单原因 lostreason"),
    ("return_terms", QT_TRANSLATE_NOOP("ImportField", "复合作条件"), "复合作条件 重新合作条件"),
    ("team", QT_TRANSLATE_NOOP("ImportField", "协同团队"), "协同团队 协作团队 协作人 协同人"),
    ("founded", QT_TRANSLATE_NOOP("ImportField", "成立日期"), "成立日期 成立时间 注册年份 founded"),
)  # fmt: skip
"""Key of the answer, label, headings."""


def is_profile(field: str) -> bool:
    """Whether a field of an import is kept as a profile answer."""
    return field in _KEYS or field.startswith(PREFIX)


def answer_key(field: str) -> str:
    """The name under which the answer is kept."""
    return field.removeprefix(PREFIX)


def answer_name(key: str) -> str:
    """What an answer is about, as a person reads it."""
    return translate("ImportField", _LABELS[key]) if key in _LABELS else key


_LABELS = {key: label for key, label, _headings in PROFILE}
_KEYS = _LABELS.keys()
