"""The fields of order lines, and those that say in every kind of table who is meant."""

from app.services.importing.tables.field import field
from app.texts import QT_TRANSLATE_NOOP

WHO = (
    field(
        "customer_code", QT_TRANSLATE_NOOP("ImportField", "客户编号"), "code", "orders customers payments "
        "contacts",
        "客户编号 客户id 客户编码 客户代码 客户号 会员号 会员id 会员编号 会员卡号 顾客id 顾客编号 买家id "
        "用户id 用户编号 往来单位编码 客商编码 customerid customerno customernumber customercode custid "
        "custno custcode clientid clientno memberid memberno userid buyerid accountid accountno accountnumber",
        "id 编号 编码 代码 no code",
    ),
    field(
        "customer_name", QT_TRANSLATE_NOOP("ImportField", "客户名称"), "text", "orders customers payments "
        "contacts",
        "客户名称 客户姓名 客户名 客户全称 顾客姓名 顾客名称 买家会员名 会员姓名 会员名称 会员名 买家名称 "
        "买家昵称 买家姓名 购货单位 购货单位名称 购买方 购买方名称 购方名称 往来单位 往来单位名称 客商名称 "
        "客户单位 采购单位 采购方 需方 需方名称 买方 买方名称 订货单位 订货方 委托单位 委托方 终端客户 经销商 "
        "经销商名称 代理商 代理商名称 商户名称 客户单位名称 客户名称全称 customername clientname buyername "
        "membername accountname customer 客户 顾客 "
        "买家 会员 client buyer member account",
        "客户简称 单位名称 公司名称 企业名称 甲方 甲方名称 客商 公司 企业 收货人 收货单位 姓名 名称 联系单位 "
        "用户名 用户 销货单位 回款客户 回款客户名称 回款单位 回款方 收款客户 到账客户 付款客户 付款单位 付款方 "
        "付款人 付款单位名称 付款方名称 汇款单位 汇款人 来款单位 对方户名 "
        "对方单位 对方名称 交易对方 billto billtoname soldto soldtoname shipto payer payername companyname "
        "company "
        "organization organisation fullname username name shopper user",
    ),
)  # fmt: skip

ORDER_LINES = (
    field(
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
    field(
        "order_no", QT_TRANSLATE_NOOP("ImportField", "订单号"), "code", "orders",
        "订单号 订单编号 订单id 订单号码 订单编码 销售订单 销售单号 销售订单号 单据编号 单据号 单号 合同号 "
        "合同编号 交易号 "
        "交易单号 流水号 发票号 发票号码 小票号 出库单号 orderid orderno ordernumber ordercode salesorder "
        "invoice invoiceno invoiceid invoicenumber transactionid transactionno receiptno docno documentno",
        "order 票号 凭证号",
    ),
    field(
        "amount", QT_TRANSLATE_NOOP("ImportField", "金额"), "money", "orders payments",
        "本币金额 本位币金额 人民币金额 折人民币金额 折合人民币 折人民币 "
        "销售额 销售金额 成交金额 成交额 订单金额 实付金额 买家实际支付金额 实际支付金额 实收金额 消费金额 "
        "消费额 交易金额 支付金额 价税合计 价税合计金额 含税金额 金额含税 含税总额 含税销售额 "
        "合同金额 合同总额 合同总金额 合同额 签约金额 成交总额 订购金额 折后金额 折后总价 优惠后金额 金额 "
        "总金额 合计金额 订单总额 订单总金额 总价 总额 营业额 "
        "销售收入 采购金额 采购额 sales salesamount amount totalamount totalsales orderamount ordertotal "
        "linetotal lineamount netamount netsales revenue salesvalue totalprice extendedprice grandtotal "
        "turnover",
        "应付金额 应收金额 应收款 货款金额 开票金额 发票金额 原币金额 外币金额 货款 收入 合计 总计 小计 "
        "未税金额 不含税金额 金额不含税 金额未税 total subtotal value "
        "spend spending payment",
        "销售额 金额 实付款",
    ),
    field(
        "quantity", QT_TRANSLATE_NOOP("ImportField", "数量"), "quantity", "orders",
        "数量 销售数量 订单数量 购买数量 订购数量 订货数量 出库数量 成交数量 宝贝总数量 销量 件数 quantity "
        "qty quantityordered orderquantity orderqty unitssold salesquantity",
        "units pieces pcs count 箱数 台数 吨数 重量",
        "数量",
    ),
    field(
        "price", QT_TRANSLATE_NOOP("ImportField", "单价"), "money", "orders",
        "单价 销售单价 含税单价 成交单价 成交价 售价 销售价 价格 unitprice price priceeach sellingprice "
        "saleprice salesprice",
        "未税单价 不含税单价 零售价 listprice",
        "单价",
    ),
    field(
        "net_price", QT_TRANSLATE_NOOP("ImportField", "折后价"), "money", "orders",
        "折后价 折后单价 减后价 优惠价 优惠后单价 实际单价 折扣价 折扣后单价 净价 netprice discountedprice",
    ),
    field(
        "discount", QT_TRANSLATE_NOOP("ImportField", "折扣"), "discount", "orders",
        "折扣 折扣率 折扣点 折率 折扣比例 discount discountrate discountpercent disc",
    ),
    field(
        "discount_amount", QT_TRANSLATE_NOOP("ImportField", "折扣额"), "money", "orders",
        "折扣额 折扣金额 优惠金额 优惠额 优惠 立减 满减 减免金额 减免 让利 让利金额 discountamount discountvalue",
    ),
    field(
        "cost", QT_TRANSLATE_NOOP("ImportField", "成本"), "money", "orders",
        "成本 成本额 成本金额 总成本 销售成本 cost costs totalcost cogs costofgoodssold costamount",
    ),
    field(
        "unit_cost", QT_TRANSLATE_NOOP("ImportField", "单位成本"), "money", "orders",
        "单位成本 成本价 成本单价 进价 进货价 采购价 unitcost costprice purchaseprice",
    ),
    field(
        "profit", QT_TRANSLATE_NOOP("ImportField", "利润"), "money", "orders",
        "利润 利润额 毛利 毛利额 毛利润 销售利润 销售毛利 profit grossprofit profitamount",
    ),
    field(
        "product", QT_TRANSLATE_NOOP("ImportField", "产品"), "text", "orders",
        "产品名称 商品名称 品名 货品名称 物料名称 存货名称 产品 商品 货品 宝贝标题 宝贝名称 产品服务 服务项目 "
        "商品标题 货物名称 物品名称 材料名称 套餐名称 课程名称 productname product itemname item goods "
        "productdescription itemdescription description",
        "项目 项目名称 服务 名称 规格型号 article title",
        "产品名称 商品名称",
    ),
    field(
        "product_code", QT_TRANSLATE_NOOP("ImportField", "产品编号"), "code", "orders",
        "产品id 产品编号 产品编码 产品代码 商品编码 商品编号 商品id 货号 物料编码 存货编码 料号 sku sku编码 "
        "条码 productid productcode productno stockcode itemcode itemno itemid skucode barcode",
    ),
    field(
        "category", QT_TRANSLATE_NOOP("ImportField", "品类"), "text", "orders",
        "产品类别 商品类别 产品分类 商品分类 品类 类别 分类 产品大类 大类 产品线 产品类型 category "
        "productcategory productline categoryname producttype department",
    ),
    field(
        "status", QT_TRANSLATE_NOOP("ImportField", "订单状态"), "text", "orders",
        "订单状态 交易状态 单据状态 发货状态 合同状态 状态 status orderstatus",
    ),
    field(
        "line_type", QT_TRANSLATE_NOOP("ImportField", "单据类型"), "text", "orders payments",
        "单据类型 业务类型 交易类型 销售类型 订单类型 收支类型 收款类型 回款类型 类型 transactiontype doctype "
        "documenttype ordertype type",
    ),
    field(
        "channel", QT_TRANSLATE_NOOP("ImportField", "渠道"), "text", "orders",
        "销售渠道 渠道 下单渠道 订单来源 平台 来源渠道 channel saleschannel platform 来源 source",
    ),
    field(
        "place", QT_TRANSLATE_NOOP("ImportField", "地点"), "text", "orders",
        "销售地点 门店 门店名称 店铺 店铺名称 store storename shop 城市 city 省份 省自治区 地区 区域 大区 "
        "province region",
        "市 省 国家 area state territory country",
    ),
    field(
        "person", QT_TRANSLATE_NOOP("ImportField", "业务员"), "text", "orders contacts",
        "业务员 销售员 销售人员 销售代表 销售顾问 客户经理 销售经理 业务经理 跟单员 经办人 负责人 开单人 "
        "跟进人 跟进人员 拜访人 拜访人员 记录人 回访人 联系人员 salesperson salesrep salesman salesmanager "
        "accountmanager seller",
        "销售 员工 rep owner agent employee",
    ),
    field(
        "due", QT_TRANSLATE_NOOP("ImportField", "到期日"), "date", "orders",
        "到期日 到期日期 应收日期 应付日期 付款期限 付款到期日 收款期限 duedate paymentdue paymentduedate",
    ),
    field(
        "currency", QT_TRANSLATE_NOOP("ImportField", "币种"), "text", "orders payments",
        "币种 货币 币别 货币类型 结算币种 交易币种 currency currencycode",
    ),
    field(
        "rate", QT_TRANSLATE_NOOP("ImportField", "汇率"), "rate", "orders payments",
        "汇率 折算汇率 记账汇率 结算汇率 兑换汇率 当日汇率 exchangerate fxrate conversionrate",
        "rate",
    ),
    field(
        "line_no", QT_TRANSLATE_NOOP("ImportField", "行号"), "code", "orders",
        "行id 行号 序号 明细id 明细行 rowid orderlinenumber linenumber lineno row",
        "id 编号 no",
    ),
)  # fmt: skip
