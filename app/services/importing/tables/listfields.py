"""The fields of customer lists that have a place of their own in the ledger."""

from app.services.importing.tables.field import field
from app.texts import QT_TRANSLATE_NOOP

LISTS = (
    field(
        "contact", QT_TRANSLATE_NOOP("ImportField", "联系人"), "text", "customers contacts",
        "联系人 联系人姓名 对接人 客户联系人 主要联系人 contact contactname contactperson",
    ),
    field(
        "contact_role", QT_TRANSLATE_NOOP("ImportField", "联系人职务"), "text", "customers contacts",
        "联系人职务 职务 职位 决策角色 contacttitle jobtitle position",
    ),
    field(
        "phone", QT_TRANSLATE_NOOP("ImportField", "电话"), "code", "customers contacts",
        "电话 手机 手机号 手机号码 移动电话 联系手机 联系人电话 联系人手机 客户电话 联系电话 电话号码 联系方式 "
        "phone phonenumber mobile tel telephone "
        "cellphone",
    ),
    field(
        "key_person", QT_TRANSLATE_NOOP("ImportField", "决策关键人"), "text", "customers",
        "决策关键人 决策人 关键决策人 关键人 decisionmaker",
    ),
    field("wechat", QT_TRANSLATE_NOOP("ImportField", "微信"), "code", "customers contacts", "微信 微信号 wechat"),
    field(
        "industry", QT_TRANSLATE_NOOP("ImportField", "行业"), "text", "orders customers",
        "所属行业 行业 行业类别 客户行业 industry sector",
    ),
    field(
        "size", QT_TRANSLATE_NOOP("ImportField", "企业规模"), "text", "customers",
        "企业规模 公司规模 客户规模 规模 员工人数 人员规模 人数 companysize size employees",
    ),
    field(
        "first_day", QT_TRANSLATE_NOOP("ImportField", "首次合作"), "date", "customers",
        "首次合作时间 首次合作日期 首次成交时间 首次成交日期 首次购买时间 首次购买日期 首次交易时间 首单日期 "
        "首单时间 合作开始时间 开始合作时间 合作时间 firstorderdate firstpurchase firstpurchasedate "
        "firstorder customersince",
        "建档日期 注册时间 注册日期 入会日期 签约时间",
    ),
    field(
        "last_day", QT_TRANSLATE_NOOP("ImportField", "最近合作"), "date", "customers",
        "最近合作时间 最近合作日期 最近成交时间 最近成交日期 最近购买时间 最近购买日期 最近交易时间 "
        "最后购买时间 最后购买日期 最后成交时间 最后合作时间 最后交易日期 末次购买时间 最近下单时间 "
        "最近消费时间 lastorderdate lastpurchase lastpurchasedate lastorder lastbought",
    ),
    field(
        "total", QT_TRANSLATE_NOOP("ImportField", "累计采购"), "money", "customers",
        "历史采购总额 采购总额 累计采购额 累计采购金额 累计采购 历史采购额 历史消费总额 累计消费 累计消费金额 "
        "累计金额 累计销售额 累计成交额 合作总额 交易总额 总消费 消费总额 totalspent totalspend "
        "totalpurchases lifetimevalue totalsales",
        "销售额 采购额 采购金额 成交额 金额 总金额 总额 sales amount total revenue",
    ),
    field(
        "avg_cycle", QT_TRANSLATE_NOOP("ImportField", "平均合作周期"), "days", "customers",
        "平均合作周期 合作周期 采购周期 平均采购周期 购买周期 averagecycle",
    ),
    field(
        "tags", QT_TRANSLATE_NOOP("ImportField", "标签"), "text", "customers",
        "细分标签 客户标签 标签 客户细分标签 tags tag labels",
    ),
    field(
        "strategy", QT_TRANSLATE_NOOP("ImportField", "跟进策略"), "text", "customers",
        "跟进策略 策略 维护策略 跟进计划 strategy",
    ),
    field(
        "log", QT_TRANSLATE_NOOP("ImportField", "跟进记录"), "text", "customers",
        "跟进记录 沟通记录 联系记录 拜访记录 跟进情况 跟进内容 followups contactlog log",
    ),
    field(
        "state", QT_TRANSLATE_NOOP("ImportField", "当前状态"), "text", "customers",
        "当前状态 客户状态 跟进状态 合作状态 状态 status",
    ),
    field(
        "owner", QT_TRANSLATE_NOOP("ImportField", "负责人"), "text", "customers",
        "负责人 客户负责人 客户经理 业务员 销售负责人 跟进人 归属人 所属销售 销售员 销售代表 owner "
        "accountmanager salesrep salesperson",
        "销售 经办人",
    ),
    field(
        "source", QT_TRANSLATE_NOOP("ImportField", "客户来源"), "text", "orders customers",
        "客户来源 获客渠道 获客来源 来源渠道 leadsource",
        "来源 source",
    ),
    field(
        "region", QT_TRANSLATE_NOOP("ImportField", "地区"), "text", "orders customers",
        "地区 所在地区 区域 大区 所在地 地域 省份 省自治区 region province 城市 所在城市 city",
        "省 市 国家 country state area territory",
    ),
    field(
        "customer_kind", QT_TRANSLATE_NOOP("ImportField", "客户类型"), "text", "orders customers",
        "客户类型 客户性质 customertype",
        "类型",
    ),
    field(
        "segment", QT_TRANSLATE_NOOP("ImportField", "客户细分"), "text", "orders customers",
        "细分 客户细分 客户分类 客户类别 segment customersegment customercategory",
    ),
    field(
        "level", QT_TRANSLATE_NOOP("ImportField", "客户等级"), "text", "orders customers",
        "客户等级 会员等级 客户级别 会员级别 vip等级 customerlevel memberlevel customertier membershiplevel",
        "等级 level grade",
    ),
    field(
        "credit_days", QT_TRANSLATE_NOOP("ImportField", "账期"), "days", "customers",
        "账期 账期天 账期天数 信用天数 付款账期 信用期 回款账期 结算周期 付款条件 creditdays "
        "paymentterms creditterms",
    ),
    field(
        "credit_limit", QT_TRANSLATE_NOOP("ImportField", "信用额度"), "money", "customers",
        "信用额度 授信额度 信用限额 creditlimit",
    ),
    field(
        "est_demand", QT_TRANSLATE_NOOP("ImportField", "预计年需求"), "money", "customers",
        "预计年采购额 年需求额 预计年需求 预计年需求额 预计年采购金额 预估年需求 预估年采购额 年采购额 年度采购额 "
        "年采购金额 年采购预算 采购预算 年需求 annualdemand annualbudget",
    ),
    field(
        "birthday", QT_TRANSLATE_NOOP("ImportField", "生日"), "date", "customers",
        "生日 出生日期 birthday dateofbirth",
    ),
    field(
        "note", QT_TRANSLATE_NOOP("ImportField", "备注"), "text", "customers payments",
        "备注 备注说明 说明 客户备注 note notes remark remarks comment comments",
    ),
)  # fmt: skip
