"""What was read from the firm's files, and the facts of the business, each line with its source."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.models.base import Amount, IsoDate, IsoTime, key, link, metadata

import_scheme = Table(
    "import_scheme",
    metadata,
    key(),
    Column("name", String, nullable=False),
    Column("signature", String, nullable=False, unique=True),  # digest of the normalised headers
    Column("kind", String, nullable=False),
    Column("mapping", Text, nullable=False),  # JSON
    Column("used_at", IsoTime, nullable=False),
)

import_batch = Table(
    "import_batch",
    metadata,
    key(),
    Column("started_at", IsoTime, nullable=False),
    Column("state", String, nullable=False),  # done, undone
    Column("label", String, nullable=False),
    Column("summary", Text, nullable=False),  # JSON, the import result of architecture.md 4
    Column("again", Text),  # JSON, the answer to the same files right after it; see services/importing/repeating.py
)

source_file = Table(
    "source_file",
    metadata,
    key(),
    link("batch_id", "import_batch", index=True),
    Column("name", String, nullable=False),
    Column("folder", String, nullable=False),
    Column("digest", String, nullable=False, index=True),  # SHA-256 of the bytes
    Column("bytes", Integer, nullable=False),
    Column("modified_at", IsoTime),
)

source_sheet = Table(
    "source_sheet",
    metadata,
    key(),
    link("file_id", "source_file", index=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("headers", Text, nullable=False),  # JSON list of the joined header texts, in column order
    Column("mapping", Text, nullable=False),  # JSON
    Column("reading", Text),  # JSON, how its columns were read: units, order of dates; enough to read a held row again
)

source_row = Table(
    "source_row",
    metadata,
    key(),
    link("sheet_id", "source_sheet"),
    Column("row", Integer, nullable=False),  # as the spreadsheet numbers it, from 1
    Column("digest", BigInteger, nullable=False),  # signed 64-bit, of the cells that carry meaning; finds the row again
    Column("cells", Text, nullable=False),  # JSON list of the original cells
    Column("changes", Text),  # JSON, heading -> what a cell was put right to by hand; else empty
    Index("ix_source_row_changes", "id", sqlite_where=text("changes IS NOT NULL")),
)

held_row = Table(
    "held_row",
    metadata,
    key(),
    link("source_row_id", "source_row"),
    link("batch_id", "import_batch", index=True),
    Column("reason", String, nullable=False),  # problem code
    Column("facts", Text),  # JSON for the sentence
    Column("state", String, nullable=False, default="held"),  # held, taken, dropped
)

category = Table(
    "category",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),
    link("parent_id", "category", null=True),
)

product = Table(
    "product",
    metadata,
    key(),
    Column("code", String, index=True),
    Column("name", String, nullable=False),
    link("category_id", "category", null=True),
    UniqueConstraint("code", "name"),
)

order_line = Table(
    "order_line",
    metadata,
    key(),
    link("customer_id", "customer", null=True),  # empty: 未归属客户, in the totals and in no tier
    Column("order_no", String),
    Column("day", IsoDate),
    link("product_id", "product", null=True),
    Column("quantity", Amount),
    Column("price", Amount),
    Column("discount", Amount),  # money taken off the line, in 元
    Column("amount", Amount, nullable=False),  # net of discount, signed: a return is negative
    Column("cost", Amount),  # of the whole line, signed like the amount
    Column("kind", String, nullable=False),  # order, return
    Column("status", String, nullable=False),  # draft, quoted, cancelled, confirmed, shipped, completed
    Column("status_text", String),  # as the ledger writes it
    Column(
        "returned", Boolean, nullable=False, default=False
    ),  # its order stands on a returns list: counts as taken back
    Column("channel", String),
    Column("place", String),
    link("person_id", "person", null=True),
    Column("due", IsoDate),
    link("batch_id", "import_batch", null=True),
    link("source_row_id", "source_row", null=True),
    Index(
        "ix_order_line_customer_id_day_order_no_kind_status_amount",
        "customer_id",
        "day",
        "order_no",
        "kind",
        "status",
        "amount",
    ),
    Index("ix_order_line_source_row_id", "source_row_id"),
    Index("ix_order_line_day", "day"),
)

returned_order = Table(
    "returned_order",
    metadata,
    key(),
    Column("order_no", String, nullable=False, index=True),
    link("batch_id", "import_batch", index=True),
    link("source_row_id", "source_row", null=True),
    comment="Orders named on a returns list of their own: their lines count as returned in full.",
)

payment = Table(
    "payment",
    metadata,
    key(),
    link("customer_id", "customer", null=True, index=True),
    Column("day", IsoDate, nullable=False),
    Column("amount", Amount, nullable=False),  # a refund is negative
    Column("order_no", String),
    Column("kind", String, nullable=False),  # receipt, refund
    Column("method", String),  # as written: 转账, 承兑 ...
    Column("note", Text),
    link("batch_id", "import_batch", null=True, index=True),
    link("source_row_id", "source_row", null=True),
)

summary_fact = Table(
    "summary_fact",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("first_day", IsoDate),
    Column("last_day", IsoDate),
    Column("total", Amount),  # lifetime, in 元
    Column("avg_cycle_days", Float),
    Column("flags", Text),  # JSON list of contradictions
    link("batch_id", "import_batch", null=True, index=True),
    link("source_row_id", "source_row", null=True),
    Column("current", Boolean, nullable=False, default=True),
    link("merged_from", "customer", null=True),  # whose row it is, where that one was merged: parts are added up
)

contact_log = Table(
    "contact_log",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("day", IsoDate, nullable=False),
    Column("channel", String, nullable=False),  # visit, phone, wechat, mail, service, meeting, deal, note
    Column("text", Text, nullable=False),
    Column("feedback", Text),
    Column("next_step", Text),
    link("person_id", "person", null=True),
    Column("minutes", Integer),
    Column("two_way", Boolean),
    Column("response_hours", Float),  # from the customer's question to our answer
    Column("answer_hours", Float),  # from our question to the customer's
    Column("logged_at", IsoTime, nullable=False),
    link("batch_id", "import_batch", null=True, index=True),
    link("source_row_id", "source_row", null=True),
)

stored_file = Table(
    "stored_file",
    metadata,
    key(),
    Column("name", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)


def counted(lines: str) -> str:
    """SQL that picks the lines which count, of order_line under the name `lines`; drafts, quotes and cancelled do not.

    Nearly all lines are completed, so that the first comparison settles most of them.
    """
    return f"({lines}.status = 'completed' OR {lines}.status IN ('confirmed', 'shipped'))"
