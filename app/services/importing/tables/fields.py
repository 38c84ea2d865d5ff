"""The fields an import can fill and the headings, Chinese and English, under which ledgers keep them."""

import re
from dataclasses import dataclass

from app.services.importing.tables.profilefields import PROFILE
from app.services.importing.values.cells import narrow
from app.services.importing.values.units import unit_in
from app.texts import QT_TRANSLATE_NOOP, translate

ORDERS, CUSTOMERS, PAYMENTS, CONTACTS = "orders", "customers", "payments", "contacts"
KINDS = (ORDERS, CUSTOMERS, PAYMENTS, CONTACTS)


@dataclass(frozen=True)
class Field:
    """One field: how its cells are read, in which kinds of table it occurs, and its headings, most telling first."""

    id: str
    label: str
    reads: str  # text, code, date, money, quantity, discount, days, rate
    kinds: tuple[str, ...]
    headings: tuple[str, ...]
    weak: tuple[str, ...] = ()  # taken only when nothing better is there
    endings: tuple[str, ...] = ()  # a heading that ends so, weaker still

    def text(self) -> str:
        """The label in the language of the interface."""
        return translate("ImportField", self.label)


def _field(
    name: str, label: str, reads: str, kinds: str, headings: str, weak: str = "", endings: str = ""
) -> tuple[str, Field]:
    parts = (tuple(words.split()) for words in (headings, weak, endings))
    return name, Field(name, label, reads, tuple(kinds.split()), *parts)


FIELDS: dict[str, Field] = dict(
    (
        # who
        _field(
            "customer_code", QT_TRANSLATE_NOOP("ImportField", "客户编号"), "code", "orders customers payments "
            "contacts",
            "客户编号 客户id 客户编码 客户代码 客户号 会员号 会员id 会员编号 会员卡号 顾客id 顾客编号 买家id "
            "用户id 用户编号 往来单位编码 客商编码 customerid customerno customernumber customercode custid "
            "custno custcode clientid clientno memberid memberno userid buyerid accountid accountno accountnumber",
            "id 编号 编码 代码 no code",
        ),
        _field(
            "customer_name", QT_TRANSLATE_NOOP("ImportField", "客户名称"), "text", "orders customers payments "
            "contacts",
            "客户名称 客户姓名 客户名 客户全称 顾客姓名 顾客名称 买家会员名 会员姓名 会员名称 会员名 买家名称 "
            "买家昵称 买家姓名 购货单位 购货单位名称 购买方 购买方名称 购方名称 往来单位 往来单位名称 客商名称 "
            "客户单位 采购单位 采购方 需方 需方名称 买方 买方名称 订货单位 订货方 委托单位 委托方 终端客户 经销商 "
            "经销商名称 代理商 代理商名称 商户名称 客户单位名称 客户名称全称 customername clientname buyername "
            "membername accountname customer 客户 顾客 "
            "买家 会员 client buyer member account",
            "客户简称 单位名称 公司名称 企业名称 甲方 甲方名称 客商 公司 企业 收货人 收货单位 姓名 名称 联系单位 "
            "用户名 用户 销货单位 付款单位 付款方 付款人 付款单位名称 付款方名称 汇款单位 汇款人 来款单位 对方户名 "
            "对方单位 对方名称 交易对方 billto billtoname soldto soldtoname shipto payer payername companyname "
            "company "
            "organization organisation fullname username name shopper user",
        ),
        # order lines
        _field(
            "date", QT_TRANSLATE_NOOP("ImportField", "日期"), "date", "orders payments",
            "订单日期 下单日期 订单时间 下单时间 销售日期 销售时间 成交日期 成交时间 交易日期 交易时间 消费日期 "
            "消费时间 购买日期 购买时间 订货日期 单据日期 开单日期 开单时间 业务日期 签约日期 合同日期 "
            "订购日期 订购时间 签订日期 签单日期 合同签订日期 合同签约日期 成单日期 出单日期 发生日期 "
            "订单付款时间 付款时间 支付时间 付款日期 支付日期 订单创建时间 日期 时间 orderdate invoicedate "
            "salesdate saledate transactiondate purchasedate ordertime orderedat transactiontime date datetime",
            "制单日期 录入日期 账单日期 开票日期 开票时间 发票日期 出库日期 出库时间 发货日期 发货时间 送货日期 "
            "记账日期 创建时间 年月日 "
            "年月 月份 createdat createddate billdate shipdate shippeddate day time month",
            "订单日期 下单时间 成交时间 交易时间",
        ),
        _field(
            "order_no", QT_TRANSLATE_NOOP("ImportField", "订单号"), "code", "orders",
            "订单号 订单编号 订单id 订单号码 订单编码 销售订单 销售单号 销售订单号 单据编号 单据号 单号 合同号 "
            "合同编号 交易号 "
            "交易单号 流水号 发票号 发票号码 小票号 出库单号 orderid orderno ordernumber ordercode salesorder "
            "invoice invoiceno invoiceid invoicenumber transactionid transactionno receiptno docno documentno",
            "order 票号 凭证号",
        ),
        _field(
            "amount", QT_TRANSLATE_NOOP("ImportField", "金额"), "money", "orders payments",
            "本币金额 本位币金额 人民币金额 折人民币金额 折合人民币 折人民币 "
            "销售额 销售金额 成交金额 成交额 订单金额 实付金额 买家实际支付金额 实际支付金额 实收金额 消费金额 "
            "消费额 交易金额 支付金额 价税合计 价税合计金额 含税金额 含税总额 含税销售额 "
            "合同金额 合同总额 合同总金额 合同额 签约金额 成交总额 订购金额 折后金额 折后总价 优惠后金额 金额 "
            "总金额 合计金额 订单总额 订单总金额 总价 总额 营业额 "
            "销售收入 采购金额 采购额 sales salesamount amount totalamount totalsales orderamount ordertotal "
            "linetotal lineamount netamount netsales revenue salesvalue totalprice extendedprice grandtotal "
            "turnover",
            "应付金额 应收金额 应收款 货款金额 开票金额 发票金额 原币金额 外币金额 货款 收入 合计 总计 小计 "
            "未税金额 不含税金额 total subtotal value "
            "spend spending payment",
            "销售额 金额 实付款",
        ),
        _field(
            "quantity", QT_TRANSLATE_NOOP("ImportField", "数量"), "quantity", "orders",
            "数量 销售数量 订单数量 购买数量 订购数量 订货数量 出库数量 成交数量 宝贝总数量 销量 件数 quantity "
            "qty quantityordered orderquantity orderqty unitssold salesquantity",
            "units pieces pcs count 箱数 台数 吨数 重量",
            "数量",
        ),
        _field(
            "price", QT_TRANSLATE_NOOP("ImportField", "单价"), "money", "orders",
            "单价 销售单价 含税单价 成交单价 成交价 售价 销售价 价格 unitprice price priceeach sellingprice "
            "saleprice salesprice",
            "未税单价 不含税单价 零售价 listprice",
            "单价",
        ),
        _field(
            "net_price", QT_TRANSLATE_NOOP("ImportField", "折后价"), "money", "orders",
            "折后价 折后单价 减后价 优惠价 优惠后单价 实际单价 折扣价 折扣后单价 净价 netprice discountedprice",
        ),
        _field(
            "discount", QT_TRANSLATE_NOOP("ImportField", "折扣"), "discount", "orders",
            "折扣 折扣率 折扣点 折率 折扣比例 discount discountrate discountpercent disc",
        ),
        _field(
            "discount_amount", QT_TRANSLATE_NOOP("ImportField", "折扣额"), "money", "orders",
            "折扣额 折扣金额 优惠金额 优惠额 优惠 立减 满减 减免金额 减免 让利 让利金额 discountamount discountvalue",
        ),
        _field(
            "cost", QT_TRANSLATE_NOOP("ImportField", "成本"), "money", "orders",
            "成本 成本额 成本金额 总成本 销售成本 cost costs totalcost cogs costofgoodssold costamount",
        ),
        _field(
            "unit_cost", QT_TRANSLATE_NOOP("ImportField", "单位成本"), "money", "orders",
            "单位成本 成本价 成本单价 进价 进货价 采购价 unitcost costprice purchaseprice",
        ),
        _field(
            "profit", QT_TRANSLATE_NOOP("ImportField", "利润"), "money", "orders",
            "利润 利润额 毛利 毛利额 毛利润 销售利润 销售毛利 profit grossprofit profitamount",
        ),
        _field(
            "product", QT_TRANSLATE_NOOP("ImportField", "产品"), "text", "orders",
            "产品名称 商品名称 品名 货品名称 物料名称 存货名称 产品 商品 货品 宝贝标题 宝贝名称 产品服务 服务项目 "
            "商品标题 货物名称 物品名称 材料名称 套餐名称 课程名称 productname product itemname item goods "
            "productdescription itemdescription description",
            "项目 项目名称 服务 名称 规格型号 article title",
            "产品名称 商品名称",
        ),
        _field(
            "product_code", QT_TRANSLATE_NOOP("ImportField", "产品编号"), "code", "orders",
            "产品id 产品编号 产品编码 产品代码 商品编码 商品编号 商品id 货号 物料编码 存货编码 料号 sku sku编码 "
            "条码 productid productcode productno stockcode itemcode itemno itemid skucode barcode",
        ),
        _field(
            "category", QT_TRANSLATE_NOOP("ImportField", "品类"), "text", "orders",
            "产品类别 商品类别 产品分类 商品分类 品类 类别 分类 产品大类 大类 产品线 产品类型 category "
            "productcategory productline categoryname producttype department",
        ),
        _field(
            "status", QT_TRANSLATE_NOOP("ImportField", "订单状态"), "text", "orders",
            "订单状态 交易状态 单据状态 发货状态 合同状态 状态 status orderstatus",
        ),
        _field(
            "line_type", QT_TRANSLATE_NOOP("ImportField", "单据类型"), "text", "orders payments",
            "单据类型 业务类型 交易类型 销售类型 订单类型 收支类型 收款类型 回款类型 类型 transactiontype doctype "
            "documenttype ordertype type",
        ),
        _field(
            "channel", QT_TRANSLATE_NOOP("ImportField", "渠道"), "text", "orders",
            "销售渠道 渠道 下单渠道 订单来源 平台 来源渠道 channel saleschannel platform 来源 source",
        ),
        _field(
            "place", QT_TRANSLATE_NOOP("ImportField", "地点"), "text", "orders",
            "销售地点 门店 门店名称 店铺 店铺名称 store storename shop 城市 city 省份 省自治区 地区 区域 大区 "
            "province region",
            "市 省 国家 area state territory country",
        ),
        _field(
            "person", QT_TRANSLATE_NOOP("ImportField", "业务员"), "text", "orders contacts",
            "业务员 销售员 销售人员 销售代表 销售顾问 客户经理 销售经理 业务经理 跟单员 经办人 负责人 开单人 "
            "跟进人 跟进人员 拜访人 拜访人员 记录人 回访人 联系人员 salesperson salesrep salesman salesmanager "
            "accountmanager seller",
            "销售 员工 rep owner agent employee",
        ),
        _field(
            "due", QT_TRANSLATE_NOOP("ImportField", "到期日"), "date", "orders",
            "到期日 到期日期 应收日期 应付日期 付款期限 付款到期日 收款期限 duedate paymentdue paymentduedate",
        ),
        _field(
            "currency", QT_TRANSLATE_NOOP("ImportField", "币种"), "text", "orders payments",
            "币种 货币 币别 货币类型 结算币种 交易币种 currency currencycode",
        ),
        _field(
            "rate", QT_TRANSLATE_NOOP("ImportField", "汇率"), "rate", "orders payments",
            "汇率 折算汇率 记账汇率 结算汇率 兑换汇率 当日汇率 exchangerate fxrate conversionrate",
            "rate",
        ),
        _field(
            "line_no", QT_TRANSLATE_NOOP("ImportField", "行号"), "code", "orders",
            "行id 行号 序号 明细id 明细行 rowid orderlinenumber linenumber lineno row",
            "id 编号 no",
        ),
        # payments
        _field(
            "paid_on", QT_TRANSLATE_NOOP("ImportField", "回款日期"), "date", "orders payments",
            "回款日期 回款时间 收款日期 收款时间 到账日期 到账时间 入账日期 实付日期 实收日期 实际回款日期 "
            "实际付款日期 实际收款日期 来款日期 汇款日期 paymentdate paymentreceiveddate paiddate datepaid "
            "receiptdate receiveddate",
        ),
        _field(
            "paid", QT_TRANSLATE_NOOP("ImportField", "回款金额"), "money", "orders payments",
            "回款金额 回款额 回款 已回款金额 已回款 实际回款 实际回款金额 本次回款 本次收款 收款金额 收款额 到账金额 "
            "已付金额 已付款 已付 已付款金额 已收金额 已收款 已收 已收款金额 来款金额 汇款金额 核销金额 付款金额 "
            "paymentamount amountreceived receivedamount receiptamount paymentreceived paidamount amountpaid",
            "实收金额 实收 实付金额 实付 收款 paid received receipt payment",
        ),
        _field(
            "settles", QT_TRANSLATE_NOOP("ImportField", "核销单号"), "code", "payments",
            "核销单号 核销订单 核销订单号 核销单据 对应订单 对应订单号 对应单号 关联订单 关联订单号 关联单号 订单号 "
            "订单编号 订单id 销售单号 销售订单号 合同号 合同编号 发票号 发票号码 源单编号 源单号 orderno orderid "
            "ordernumber salesorder invoiceno invoiceid invoicenumber",
            "order invoice",
        ),
        _field(
            "pay_method", QT_TRANSLATE_NOOP("ImportField", "收款方式"), "text", "payments",
            "收款方式 回款方式 付款方式 支付方式 结算方式 到账方式 paymentmethod paymenttype",
            "方式 method",
        ),
        # contacts
        _field(
            "contact_day", QT_TRANSLATE_NOOP("ImportField", "跟进时间"), "date", "customers contacts",
            "跟进时间 跟进日期 拜访时间 拜访日期 沟通时间 沟通日期 联系时间 联系日期 回访时间 回访日期 走访日期 "
            "followupdate contactdate visitdate calldate",
        ),
        _field(
            "entry_day", QT_TRANSLATE_NOOP("ImportField", "记录日期"), "date", "contacts",
            "记录时间 记录日期 日期 时间 服务日期 活动日期 date datetime time activitydate",
            "创建时间 创建日期 createdat",
        ),
        _field(
            "contact_text", QT_TRANSLATE_NOOP("ImportField", "跟进内容"), "text", "contacts",
            "跟进内容 沟通内容 拜访内容 联系内容 回访内容 洽谈内容 跟进情况 沟通情况 拜访情况 跟进记录 沟通记录 "
            "联系记录 拜访记录 回访记录 内容 followup followups contactlog visitnotes callnotes content",
            "记录 事项 事由 摘要 主题 说明 备注 subject notes note description",
        ),
        _field(
            "feedback", QT_TRANSLATE_NOOP("ImportField", "客户反馈"), "text", "customers contacts",
            "客户反馈 反馈 反馈内容 反馈情况 客户意见 客户反馈内容 feedback customerfeedback",
        ),
        _field(
            "next_day", QT_TRANSLATE_NOOP("ImportField", "下次跟进时间"), "date", "customers contacts",
            "下次跟进 下次跟进时间 下次跟进日期 下次联系时间 下次联系日期 下次拜访时间 下次拜访日期 下次回访时间 "
            "下次回访日期 nextfollowup nextfollowupdate nextcontactdate nextdate",
        ),
        _field(
            "next_step", QT_TRANSLATE_NOOP("ImportField", "下一步"), "text", "customers contacts",
            "下一步 下次跟进 下一步计划 下一步行动 下步计划 下次跟进内容 下次跟进计划 后续计划 nextstep nextaction",
        ),
        _field(
            "contact_way", QT_TRANSLATE_NOOP("ImportField", "跟进方式"), "text", "customers contacts",
            "跟进方式 沟通方式 拜访方式 回访方式 跟进渠道 沟通渠道 contactmethod followupmethod",
        ),
        _field(
            "entry_way", QT_TRANSLATE_NOOP("ImportField", "方式"), "text", "contacts",
            "方式 联系方式 渠道 跟进类型 活动类型 method channel activitytype",
            "类型 type",
        ),
        _field(
            "minutes", QT_TRANSLATE_NOOP("ImportField", "时长（分钟）"), "quantity", "contacts",
            "时长 时长分钟 沟通时长 通话时长 拜访时长 duration minutes",
        ),
        # customer lists
        _field(
            "contact", QT_TRANSLATE_NOOP("ImportField", "联系人"), "text", "customers contacts",
            "联系人 联系人姓名 对接人 客户联系人 主要联系人 contact contactname contactperson",
        ),
        _field(
            "contact_role", QT_TRANSLATE_NOOP("ImportField", "联系人职务"), "text", "customers contacts",
            "联系人职务 职务 职位 决策角色 contacttitle jobtitle position",
        ),
        _field(
            "phone", QT_TRANSLATE_NOOP("ImportField", "电话"), "code", "customers contacts",
            "电话 手机 手机号 手机号码 移动电话 联系手机 联系人电话 联系人手机 客户电话 联系电话 电话号码 联系方式 "
            "phone phonenumber mobile tel telephone "
            "cellphone",
        ),
        _field(
            "key_person", QT_TRANSLATE_NOOP("ImportField", "决策关键人"), "text", "customers",
            "决策关键人 决策人 关键决策人 关键人 decisionmaker",
        ),
        _field("wechat", QT_TRANSLATE_NOOP("ImportField", "微信"), "code", "customers contacts", "微信 微信号 wechat"),
        _field(
            "industry", QT_TRANSLATE_NOOP("ImportField", "行业"), "text", "orders customers",
            "所属行业 行业 行业类别 客户行业 industry sector",
        ),
        _field(
            "size", QT_TRANSLATE_NOOP("ImportField", "企业规模"), "text", "customers",
            "企业规模 公司规模 客户规模 规模 员工人数 人员规模 人数 companysize size employees",
        ),
        _field(
            "first_day", QT_TRANSLATE_NOOP("ImportField", "首次合作"), "date", "customers",
            "首次合作时间 首次合作日期 首次成交时间 首次成交日期 首次购买时间 首次购买日期 首次交易时间 首单日期 "
            "首单时间 合作开始时间 开始合作时间 合作时间 firstorderdate firstpurchase firstpurchasedate "
            "firstorder customersince",
            "建档日期 注册时间 注册日期 入会日期 签约时间",
        ),
        _field(
            "last_day", QT_TRANSLATE_NOOP("ImportField", "最近合作"), "date", "customers",
            "最近合作时间 最近合作日期 最近成交时间 最近成交日期 最近购买时间 最近购买日期 最近交易时间 "
            "最后购买时间 最后购买日期 最后成交时间 最后合作时间 最后交易日期 末次购买时间 最近下单时间 "
            "最近消费时间 lastorderdate lastpurchase lastpurchasedate lastorder lastbought",
        ),
        _field(
            "total", QT_TRANSLATE_NOOP("ImportField", "累计采购"), "money", "customers",
            "历史采购总额 采购总额 累计采购额 累计采购金额 累计采购 历史采购额 历史消费总额 累计消费 累计消费金额 "
            "累计金额 累计销售额 累计成交额 合作总额 交易总额 总消费 消费总额 totalspent totalspend "
            "totalpurchases lifetimevalue totalsales",
            "销售额 采购额 采购金额 成交额 金额 总金额 总额 sales amount total revenue",
        ),
        _field(
            "avg_cycle", QT_TRANSLATE_NOOP("ImportField", "平均合作周期"), "days", "customers",
            "平均合作周期 合作周期 采购周期 平均采购周期 购买周期 averagecycle",
        ),
        _field(
            "tags", QT_TRANSLATE_NOOP("ImportField", "标签"), "text", "customers",
            "细分标签 客户标签 标签 客户细分标签 tags tag labels",
        ),
        _field(
            "strategy", QT_TRANSLATE_NOOP("ImportField", "跟进策略"), "text", "customers",
            "跟进策略 策略 维护策略 跟进计划 strategy",
        ),
        _field(
            "log", QT_TRANSLATE_NOOP("ImportField", "跟进记录"), "text", "customers",
            "跟进记录 沟通记录 联系记录 拜访记录 跟进情况 跟进内容 followups contactlog log",
        ),
        _field(
            "state", QT_TRANSLATE_NOOP("ImportField", "当前状态"), "text", "customers",
            "当前状态 客户状态 跟进状态 合作状态 状态 status",
        ),
        _field(
            "owner", QT_TRANSLATE_NOOP("ImportField", "负责人"), "text", "customers",
            "负责人 客户负责人 客户经理 业务员 销售负责人 跟进人 归属人 所属销售 销售员 销售代表 owner "
            "accountmanager salesrep salesperson",
            "销售 经办人",
        ),
        _field(
            "source", QT_TRANSLATE_NOOP("ImportField", "客户来源"), "text", "orders customers",
            "客户来源 获客渠道 获客来源 来源渠道 leadsource",
            "来源 source",
        ),
        _field(
            "region", QT_TRANSLATE_NOOP("ImportField", "地区"), "text", "orders customers",
            "地区 所在地区 区域 大区 所在地 地域 省份 省自治区 region province 城市 所在城市 city",
            "省 市 国家 country state area territory",
        ),
        _field(
            "customer_kind", QT_TRANSLATE_NOOP("ImportField", "客户类型"), "text", "orders customers",
            "客户类型 客户性质 customertype",
            "类型",
        ),
        _field(
            "segment", QT_TRANSLATE_NOOP("ImportField", "客户细分"), "text", "orders customers",
            "细分 客户细分 客户分类 客户类别 segment customersegment customercategory",
        ),
        _field(
            "level", QT_TRANSLATE_NOOP("ImportField", "客户等级"), "text", "orders customers",
            "客户等级 会员等级 客户级别 会员级别 vip等级 customerlevel memberlevel customertier membershiplevel",
            "等级 level grade",
        ),
        _field(
            "credit_days", QT_TRANSLATE_NOOP("ImportField", "账期"), "days", "customers",
            "账期 账期天 账期天数 信用天数 付款账期 信用期 回款账期 结算周期 付款条件 creditdays "
            "paymentterms creditterms",
        ),
        _field(
            "credit_limit", QT_TRANSLATE_NOOP("ImportField", "信用额度"), "money", "customers",
            "信用额度 授信额度 信用限额 creditlimit",
        ),
        _field(
            "est_demand", QT_TRANSLATE_NOOP("ImportField", "预计年需求"), "money", "customers",
            "预计年采购额 年需求额 预计年需求 预计年需求额 预计年采购金额 预估年需求 预估年采购额 年采购额 年度采购额 "
            "年采购金额 年采购预算 采购预算 年需求 annualdemand annualbudget",
        ),
        _field(
            "birthday", QT_TRANSLATE_NOOP("ImportField", "生日"), "date", "customers",
            "生日 出生日期 birthday dateofbirth",
        ),
        _field(
            "note", QT_TRANSLATE_NOOP("ImportField", "备注"), "text", "customers payments",
            "备注 备注说明 说明 客户备注 note notes remark remarks comment comments",
        ),
    )
)  # fmt: skip

FIELDS |= {name: Field(name, label, "text", (CUSTOMERS,), tuple(words.split())) for name, label, words in PROFILE}

ALIASES = {
    "customer": "customer_name", "name": "customer_name", "code": "customer_code", "customer_id": "customer_code",
    "order": "order_no", "order_id": "order_no", "qty": "quantity", "day": "date", "first_date": "first_day",
    "last_date": "last_day", "sku": "product_code", "product_name": "product",
}  # fmt: skip
"""Other words a mapping file may use for a field."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>")
_MARKS = re.compile(r"[\W_]+")
_LONGEST = 200  # characters of a heading
WEAK, ENDING = 1000, 2000  # ranks from here on are weak headings, and mere endings
_UNIT_TAILS = {"百万元": "baiwan", "万元": "wan", "千元": "qian", "亿元": "yi", "元": ""}


def _start(title: str) -> str:
    """As much of a heading as may tell anything: a cell of 32,000 brackets that never close is none."""
    return narrow(title[:_LONGEST])


def plain(title: str) -> str:
    """A heading without blanks, marks, bracketed remarks and case: the form headings are compared in."""
    text = _start(title).casefold()
    return _MARKS.sub("", _BRACKETS.sub("", text)) or _MARKS.sub("", text)


def bracketed(title: str) -> tuple[str, ...]:
    """What the brackets of a heading hold: the unit, or the parts of a cell (价值/需求/行为)."""
    return tuple(found[1:-1].strip() for found in _BRACKETS.findall(_start(title)))


def unit_of(title: str) -> str:
    """The unit a heading names, a key of units.FACTORS, or "" for none."""
    for text in (*bracketed(title), *re.findall(r"[:：/／,，_\-\s]\s*(\S+)$", _start(title))):
        if unit := unit_in(text):
            return unit
    return next((unit for tail, unit in _UNIT_TAILS.items() if plain(title).endswith(tail)), "")


@dataclass(frozen=True)
class Match:
    """How well a heading fits a field: smaller is better."""

    rank: int
    field: str


def matches(title: str, kind: str) -> list[Match]:
    """The fields a heading may stand for in a table of this kind, best first."""
    text = plain(title)
    if not text:
        return []
    bare = text.removesuffix("元").removesuffix("万").removesuffix("千") or text
    found = {Match(rank, name) for form in {text, bare} for rank, name in _INDEX[kind].get(form, ())}
    if not found:
        found = {
            Match(ENDING, field.id)
            for field in FIELDS.values()
            if kind in field.kinds and any(text.endswith(ending) for ending in field.endings)
        }
    return sorted(found, key=lambda match: match.rank)


def _index(kind: str) -> dict[str, list[tuple[int, str]]]:
    index: dict[str, list[tuple[int, str]]] = {}
    for field in FIELDS.values():
        if kind not in field.kinds:
            continue
        for base, headings in ((0, field.headings), (WEAK, field.weak)):
            for rank, heading in enumerate(headings, base):
                index.setdefault(heading, []).append((rank, field.id))
    return index


_INDEX = {kind: _index(kind) for kind in KINDS}
