"""The review as an object: what was in scope, the facts frozen that day, proposals, decisions, signatures."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text, UniqueConstraint

from app.models.base import Amount, IsoDate, IsoTime, key, link, metadata

setting_version = Table(
    "setting_version",
    metadata,
    key(),
    Column("created_at", IsoTime, nullable=False),
    Column("values", Text, nullable=False),  # JSON: every method setting of methods.md I
    comment="Method settings; a change makes a new version, a review names the one it used.",
)

scheme = Table(
    "scheme",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),  # identifier: value, pareto, ...
    Column("active", Boolean, nullable=False, default=True),
)

scheme_version = Table(
    "scheme_version",
    metadata,
    key(),
    link("scheme_id", "scheme", index=True),
    Column("number", Integer, nullable=False),
    Column("definition", Text, nullable=False),  # JSON, never changed in place
    Column("created_at", IsoTime, nullable=False),
    UniqueConstraint("scheme_id", "number"),
)

review = Table(
    "review",
    metadata,
    key(),
    Column("name", String, nullable=False),
    Column("state", String, nullable=False),  # draft, finished
    Column("as_of", IsoDate, nullable=False),
    Column("scope", Text, nullable=False),  # JSON filter; {} is everybody
    link("previous_id", "review", null=True),
    link("settings_id", "setting_version", null=True),
    Column("schemes", Text, nullable=False),  # JSON list of identifiers, the leading one first
    Column("draft", Text),  # JSON of the wizard while it is open
    Column("created_at", IsoTime, nullable=False),
    Column("finished_at", IsoTime),
    Column("signed_by", String),
    Column("approved_by", String),
    Column("conclusion", Text),
    Column("fingerprint", String),  # of the ledger when it was frozen
    Column("parts", Text),  # JSON: kind of record -> its digest then, see services/reviews/fingerprint.py
    Column("app_version", String),
    Column("totals", Text),  # JSON: the review's own reconciliation figures
    sqlite_autoincrement=True,  # what the journal keeps of a review must never meet another under its number
)

review_customer = Table(
    "review_customer",
    metadata,
    key(),
    link("review_id", "review", cascade=True),
    Column("customer_id", Integer, nullable=False),  # no foreign key: the book outlives the customer
    Column("code", String),
    Column("name", String, nullable=False),
    Column("owner", String),
    Column("net_sales", Amount),
    Column("gross_profit", Amount),
    Column("facts", Text, nullable=False),  # JSON of the frozen facts
    Column("final_tier", String),
    Column("tier_basis", String),  # computed, kept, changed, pin
    Column("playbook", String),
    Column("note", Text),
    Column("cause", String),  # of a move against the previous review
    Column("seen", Boolean, nullable=False, default=False),
    UniqueConstraint("review_id", "customer_id"),
    Index("ix_review_customer_customer_id", "customer_id"),
)

review_assignment = Table(
    "review_assignment",
    metadata,
    key(),
    link("review_id", "review", cascade=True),
    Column("customer_id", Integer, nullable=False),
    Column("scheme", String, nullable=False),
    Column("proposed", String),  # class identifier; empty: cannot be rated
    Column("final", String),
    Column("reason", Text, nullable=False),  # JSON {"code", "facts"}
    Column("score", Float),
    UniqueConstraint("review_id", "scheme", "customer_id"),
)

review_step = Table(
    "review_step",
    metadata,
    key(),
    link("review_id", "review", cascade=True, index=True),
    Column("customer_id", Integer, nullable=False),  # no foreign key: the book outlives the customer
    Column("name", String, nullable=False),
    Column("cause", String, nullable=False),  # hand, scope, correction, rules, time, purchases
    Column("before", String, nullable=False),  # class, unrated or absent
    Column("after", String, nullable=False),
    comment="What each cause did to whom since the review before, in the order of the replay (methods.md D.2).",
)

review_cause = Table(
    "review_cause",
    metadata,
    key(),
    link("review_id", "review", cascade=True, index=True),
    Column("cause", String, nullable=False),
    Column("class_id", String, nullable=False),  # class or unrated
    Column("customers", Integer, nullable=False),  # how many more or fewer the class holds by it
    Column("net_sales", Amount, nullable=False),  # how much more or less they bought by it
    comment="What each cause did to each class since the review before: over the causes it adds up to the change.",
)

review_task = Table(
    "review_task",
    metadata,
    key(),
    link("review_id", "review", cascade=True, index=True),
    Column("task_id", Integer, nullable=False),  # no foreign keys: the plan outlives its tasks and customers
    Column("customer_id", Integer),
    Column("customer", String, nullable=False),
    Column("title", String, nullable=False),
    Column("playbook_code", String),
    Column("action_code", String),
    Column("action_title", String),
    Column("owner", String, nullable=False),
    Column("due", IsoDate, nullable=False),
    Column("important", Integer, nullable=False),
    comment="The action plan a review was finished with, in the order it is printed.",
)

pin = Table(
    "pin",
    metadata,
    key(),
    link("customer_id", "customer", cascade=True, index=True),
    Column("scheme", String, nullable=False),
    Column("mode", String, nullable=False),  # fixed, at_least, at_most
    Column("class_id", String, nullable=False),
    Column("reason", Text),
    Column("set_by", String),
    Column("set_at", IsoTime, nullable=False),
    Column("expires_on", IsoDate),
    Column("ended_at", IsoTime),  # replaced, changed or lifted then; kept for the days on which it stood
)

report = Table(
    "report",
    metadata,
    key(),
    Column("month", String(7), nullable=False),
    Column("kind", String, nullable=False),
    link("review_id", "review", null=True),
    Column("made_at", IsoTime, nullable=False),
    link("file_id", "stored_file"),
)
