"""Customers and everything hung on one: other names, people, answers, own salespeople, relationship facts."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint, text

from app.models.base import Amount, IsoDate, IsoTime, key, link, metadata

person = Table(
    "person",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),
    Column("role", String),  # as written: 销售主管, 销售专员, 内勤, 客服组 ...
    Column("is_team", Boolean, nullable=False, default=False),
    Column("field_hours", Float),  # hours a day for customers; empty: the setting field_hours
    Column("active", Boolean, nullable=False, default=True),
    comment="Salespeople and teams of the user's own firm; a team may own customers.",
)

customer = Table(
    "customer",
    metadata,
    key(),
    Column("code", String, index=True),  # the firm's own customer number; decides who is who where the ledger has one
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False, index=True),  # normalised name; two codes may share one
    Column("pinyin", String, nullable=False, default=""),  # sort key of the name
    Column("initials", String, nullable=False, default=""),
    Column("search_text", Text, nullable=False, default=""),  # lower-case haystack: names, pinyin, initials, contacts
    Column("kind", String),  # company, person
    Column("industry", String),
    Column("region", String),
    Column("size_band", String),
    Column("source", String),
    link("owner_id", "person", null=True, index=True),
    Column("status", String),  # 当前状态 as written: 跟进中, 待谈判 ...
    Column("strategy_note", Text),  # 跟进策略 as written in a twelve-column list
    Column("credit_days", Integer),
    Column("credit_limit", Amount),
    Column("est_annual_demand", Amount),
    Column("growth_manual", Boolean),  # growth room judged by hand; empty: by rule
    link("parent_id", "customer", null=True),
    Column("note", Text),
    Column("tier", String),  # value class settled by the last finished review or a pin; empty: the computed one counts
    Column("deleted_at", IsoTime),  # in the recycle bin, or merged, since
    link("merged_into", "customer", null=True),  # the customer who has taken over; not in the bin then, but kept
    Column("created_at", IsoTime, nullable=False),
    Column("touched_at", IsoTime),  # last contact or edit by hand
    # The list reads these alone to sort and to filter: at 100,000 customers five times faster than reading the rows.
    Index(
        "ix_customer_list",
        "deleted_at",
        "pinyin",
        "owner_id",
        "industry",
        "status",
        "region",
        "size_band",
        "source",
    ),
    Index("ix_customer_parent_id", "parent_id", sqlite_where=text("parent_id IS NOT NULL")),  # few have one
    sqlite_autoincrement=True,  # a locked review must never meet a stranger under an old number
)

customer_alias = Table(
    "customer_alias",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False, index=True),
    Column("source", String, nullable=False),  # import, merge, hand
    sqlite_autoincrement=True,  # whoever takes an import back must never meet a stranger under an old number
)

contact = Table(
    "contact",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("name", String, nullable=False),  # a name or just a title such as *总监
    Column("decision_role", String),
    Column("phone", String),
    Column("wechat", String),
    Column("birthday", String),
    Column("note", Text),
    sqlite_autoincrement=True,  # whoever takes an import back must never meet a stranger under an old number
)

profile_answer = Table(
    "profile_answer",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("answered_on", IsoDate),
    Column("source", String),
    UniqueConstraint("customer_id", "field"),
    sqlite_autoincrement=True,  # whoever takes an import back must never meet a stranger under an old number
)

name_pair = Table(
    "name_pair",
    metadata,
    key(),
    Column("first_key", String, nullable=False),
    Column("second_key", String, nullable=False),
    Column("verdict", String, nullable=False),  # same, different, branch
    Column("score", Float),
    Column("evidence", Text),
    Column("decided_at", IsoTime, nullable=False),
    UniqueConstraint("first_key", "second_key"),
)

customer_merge = Table(
    "customer_merge",
    metadata,
    key(),
    link("keep_id", "customer", cascade=True, index=True),
    link("merged_id", "customer", cascade=True, index=True),
    Column("merged_at", IsoTime, nullable=False),
    Column("state", String, nullable=False),  # merged, split
    Column("journal_id", Integer, nullable=False),  # the last entry of the journal before it
    Column("steps", LargeBinary, nullable=False),  # compressed row images, see services/history.py
    comment="Who was merged into whom, with what is needed to part them again at any later time.",
)

survey = Table(
    "survey",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("answered_on", IsoDate, nullable=False),
    Column("subject", String),
    Column("score", Float),  # 1 to 5
    Column("nps", Integer),  # 0 to 10
    Column("text", Text),
)

complaint = Table(
    "complaint",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("opened_on", IsoDate, nullable=False),
    Column("closed_on", IsoDate),
    Column("text", Text),
)

referral = Table(
    "referral",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),  # who recommended
    link("referred_id", "customer", null=True),
    Column("referred_on", IsoDate),
    Column("text", Text),
)

need = Table(
    "need",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("noted_on", IsoDate, nullable=False),
    Column("explicit", Boolean, nullable=False, default=True),
    Column("text", Text, nullable=False),
)

competitor_note = Table(
    "competitor_note",
    metadata,
    key(),
    link("customer_id", "customer", null=True, cascade=True, index=True),
    Column("noted_on", IsoDate, nullable=False),
    Column("competitor", String),
    Column("text", Text, nullable=False),
)

opportunity = Table(
    "opportunity",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("opened_on", IsoDate, nullable=False),
    Column("closed_on", IsoDate),
    Column("stage", String, nullable=False),  # enquiry, need, quote, sample, negotiation, won, lost
    Column("amount", Amount),
    Column("quoted_on", IsoDate),
    Column("text", Text),
)

offer = Table(
    "offer",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("offered_on", IsoDate, nullable=False),
    Column("campaign", String),
    Column("text", Text),
)

customer_cost = Table(
    "customer_cost",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("spent_on", IsoDate, nullable=False),
    Column("kind", String, nullable=False),  # acquisition, service
    Column("amount", Amount, nullable=False),
    Column("text", Text),
)

customer_fact = Table(
    "customer_fact",
    metadata,
    Column("customer_id", Integer, primary_key=True, autoincrement=False),
    Column("as_of", IsoDate, nullable=False),
    Column("basis", String),  # lines, summary, none
    Column("first_order", IsoDate),
    Column("last_order", IsoDate),
    Column("recency_days", Integer),
    Column("tenure_days", Integer),
    Column("net_sales", Amount),  # 12 months, what the value tier stands on
    Column("net_sales_prev", Amount),
    Column("net_sales_life", Amount),
    Column("net_sales_3m", Amount),
    Column("gross_sales", Amount),
    Column("discount_amount", Amount),
    Column("return_amount", Amount),
    Column("gross_profit", Amount),
    Column("gross_margin", Float),
    Column("cost_coverage", Float),
    Column("order_count", Integer),
    Column("purchase_days", Integer),
    Column("freq_per_month", Float),
    Column("aov", Amount),
    Column("growth_prev", Float),
    Column("growth_label", String),
    Column("interval_median", Float),
    Column("interval_cv", Float),
    Column("rhythm_days", Float),
    Column("overdue_ratio", Float),
    Column("churn_status", String),
    Column("churn_basis", String),  # rhythm, avg_cycle, calendar
    Column("warn_3m", Boolean),
    Column("risk_status", String),
    Column("amount_at_risk", Amount),
    Column("value", String),  # computed class of each scheme, by its identifier
    Column("pareto", String),
    Column("quadrant", String),
    Column("grade_abcd", String),
    Column("tier", String),  # the one shown: settled by review or pin, else the computed value class
    Column("tier_basis", String),  # review, pin, computed
    Column("tier_rank", Integer),  # 0 best; sorts tiers by rank
    Column("payment_risk", String),
    Column("reasons", Text),  # JSON: scheme -> {"code", "facts"}; sentences are made when shown
    Column("flags", Text),  # JSON list of data contradictions
    # What the list sorts and filters by, so that it need not read the reasons.
    Index("ix_customer_fact_tier_rank_net_sales", "tier_rank", "net_sales", "recency_days", "tier", "risk_status"),
    Index(
        "ix_customer_fact_list",
        "net_sales",
        "recency_days",
        "tier_rank",
        "net_sales_life",
        "last_order",
        "tier",
        "risk_status",
        "churn_status",
    ),
    Index("ix_customer_fact_recency_days", "recency_days"),
    comment="Facts and computed classes as of as_of; derived, refreshed with whatever changed their basis.",
)
