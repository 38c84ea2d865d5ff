"""The fields of payments and of contacts."""

from app.services.importing.tables.field import field
from app.texts import QT_TRANSLATE_NOOP

PAYMENTS = (
    field(
        "paid_on", QT_TRANSLATE_NOOP("ImportField", "回款日期"), "date", "orders payments",
        "回款日期 回款时间 收款日期 收款时间 到账日期 到账时间 入账日期 实付日期 实收日期 实际回款日期 "
        "实际付款日期 实际收款日期 来款日期 汇款日期 paymentdate paymentreceiveddate paiddate datepaid "
        "receiptdate receiveddate",
    ),
    field(
        "paid", QT_TRANSLATE_NOOP("ImportField", "回款金额"), "money", "orders payments",
        "回款金额 回款额 回款 已回款金额 已回款 实际回款 实际回款金额 本次回款 本次收款 收款金额 收款额 到账金额 "
        "已付金额 已付款 已付 已付款金额 已收金额 已收款 已收 已收款金额 来款金额 汇款金额 核销金额 付款金额 "
        "paymentamount amountreceived receivedamount receiptamount paymentreceived paidamount amountpaid",
        "实收金额 实收 实付金额 实付 收款 paid received receipt payment",
    ),
    field(
        "settles", QT_TRANSLATE_NOOP("ImportField", "核销单号"), "code", "payments",
        "核销单号 核销订单 核销订单号 核销单据 对应订单 对应订单号 对应单号 关联订单 关联订单号 关联单号 订单号 "
        "订单编号 订单id 销售单号 销售订单号 合同号 合同编号 发票号 发票号码 源单编号 源单号 orderno orderid "
        "ordernumber salesorder invoiceno invoiceid invoicenumber",
        "order invoice",
    ),
    field(
        "pay_method", QT_TRANSLATE_NOOP("ImportField", "收款方式"), "text", "payments",
        "收款方式 回款方式 付款方式 支付方式 结算方式 到账方式 paymentmethod paymenttype",
        "方式 method",
    ),
)  # fmt: skip

CONTACTS = (
    field(
        "contact_day", QT_TRANSLATE_NOOP("ImportField", "跟进时间"), "date", "customers contacts",
        "跟进时间 跟进日期 拜访时间 拜访日期 沟通时间 沟通日期 联系时间 联系日期 回访时间 回访日期 走访日期 "
        "followupdate contactdate visitdate calldate",
    ),
    field(
        "entry_day", QT_TRANSLATE_NOOP("ImportField", "记录日期"), "date", "contacts",
        "记录时间 记录日期 日期 时间 服务日期 活动日期 date datetime time activitydate",
        "创建时间 创建日期 createdat",
    ),
    field(
        "contact_text", QT_TRANSLATE_NOOP("ImportField", "跟进内容"), "text", "contacts",
        "跟进内容 沟通内容 拜访内容 联系内容 回访内容 洽谈内容 跟进情况 沟通情况 拜访情况 跟进记录 沟通记录 "
        "联系记录 拜访记录 回访记录 内容 followup followups contactlog visitnotes callnotes content",
        "记录 事项 事由 摘要 主题 说明 备注 subject notes note description",
    ),
    field(
        "feedback", QT_TRANSLATE_NOOP("ImportField", "客户反馈"), "text", "customers contacts",
        "客户反馈 反馈 反馈内容 反馈情况 客户意见 客户反馈内容 feedback customerfeedback",
    ),
    field(
        "next_day", QT_TRANSLATE_NOOP("ImportField", "下次跟进时间"), "date", "customers contacts",
        "下次跟进 下次跟进时间 下次跟进日期 下次联系时间 下次联系日期 下次拜访时间 下次拜访日期 下次回访时间 "
        "下次回访日期 nextfollowup nextfollowupdate nextcontactdate nextdate",
    ),
    field(
        "next_step", QT_TRANSLATE_NOOP("ImportField", "下一步"), "text", "customers contacts",
        "下一步 下次跟进 下一步计划 下一步行动 下步计划 下次跟进内容 下次跟进计划 后续计划 nextstep nextaction",
    ),
    field(
        "contact_way", QT_TRANSLATE_NOOP("ImportField", "跟进方式"), "text", "customers contacts",
        "跟进方式 沟通方式 拜访方式 回访方式 跟进渠道 沟通渠道 contactmethod followupmethod",
    ),
    field(
        "entry_way", QT_TRANSLATE_NOOP("ImportField", "方式"), "text", "contacts",
        "方式 联系方式 渠道 跟进类型 活动类型 method channel activitytype",
        "类型 type",
    ),
    field(
        "minutes", QT_TRANSLATE_NOOP("ImportField", "时长（分钟）"), "quantity", "contacts",
        "时长 时长分钟 沟通时长 通话时长 拜访时长 duration minutes",
    ),
    field(
        "our_hours", QT_TRANSLATE_NOOP("ImportField", "我方响应（小时）"), "hours", "contacts",
        "响应时长 响应时间 我方响应 我方响应时长 响应速度 首次响应时间 首次响应时长 responsetime responsehours "
        "firstresponsetime",
        "回复时长 回复时间",
    ),
    field(
        "their_hours", QT_TRANSLATE_NOOP("ImportField", "客户回复（小时）"), "hours", "contacts",
        "客户回复时长 客户回复时间 客户响应时长 客户响应时间 对方回复时长 customerresponsetime customerreplytime",
    ),
)  # fmt: skip
