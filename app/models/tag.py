"""Tags of the form dimension-value, and who gave them when."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, UniqueConstraint

from app.models.base import IsoTime, key, link, metadata

tag_group = Table(
    "tag_group",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),  # 价值, 需求, 行为, 行业, 来源, 自定义
    Column("single", Boolean, nullable=False, default=False),  # at most one value per customer
    Column("slot", String),  # colour slot of the theme
    Column("position", Integer, nullable=False, default=0),
)

tag = Table(
    "tag",
    metadata,
    key(),
    link("group_id", "tag_group", index=True),
    Column("name", String, nullable=False),
    Column("slot", String),
    UniqueConstraint("group_id", "name"),
    sqlite_autoincrement=True,  # whoever takes an import back must never meet a stranger under an old number
)

customer_tag = Table(
    "customer_tag",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True),
    link("tag_id", "tag", cascade=True),
    Column("set_by", String, nullable=False),  # rule, import, hand
    Column("set_at", IsoTime, nullable=False),
    UniqueConstraint("customer_id", "tag_id"),
    Index("ix_customer_tag_tag_id_customer_id", "tag_id", "customer_id"),
    sqlite_autoincrement=True,  # whoever takes an import back must never meet a stranger under an old number
)
