"""Strategy templates and the dated tasks they become."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from app.models.base import IsoDate, IsoTime, key, link, metadata

playbook = Table(
    "playbook",
    metadata,
    key(),
    Column("code", String, nullable=False, unique=True),  # value.high, churn.at_risk ...; never edited
    Column("scheme", String, nullable=False),
    Column("class_id", String),
    Column("title", String),  # the user's own words; empty: the shipped ones, in the interface's language
    Column("goal", Text),
    Column("advice", Text),
    Column("active", Boolean, nullable=False, default=True),
    Column("position", Integer, nullable=False, default=0),
)

playbook_action = Table(
    "playbook_action",
    metadata,
    key(),
    link("playbook_id", "playbook", cascade=True, index=True),
    Column("code", String),  # of the shipped action; empty: the user's own
    Column("cadence", String),  # V/1m, P@3wd ... of methods.md E.1; empty: advice without a date
    Column("channel", String, nullable=False),  # visit, phone, wechat, mail, service, internal, survey
    Column("owner_role", String),
    Column("minutes", Integer),
    Column("title", String),  # the user's own words; empty: the shipped ones
    Column("wording", Text),
    Column("active", Boolean, nullable=False, default=True),
    Column("position", Integer, nullable=False, default=0),
)

task = Table(
    "task",
    metadata,
    key(),
    link("customer_id", "customer", null=True, cascade=True, index=True),
    link("action_id", "playbook_action", null=True),
    Column("playbook_code", String),
    Column("title", String, nullable=False),
    Column("channel", String, nullable=False),
    link("owner_id", "person", null=True, index=True),
    Column("due", IsoDate, nullable=False),
    Column("first_due", IsoDate, nullable=False),  # postponing keeps it
    Column("state", String, nullable=False, default="open"),  # open, done, dropped
    Column("incident", Boolean, nullable=False, default=False),
    Column("done_at", IsoTime),
    Column("minutes", Integer),
    Column("outcome", Text),
    link("review_id", "review", null=True),
    link("contact_log_id", "contact_log", null=True),
    Column("created_at", IsoTime, nullable=False),
    Index("ix_task_state_due", "state", "due"),
    sqlite_autoincrement=True,  # the plan of a finished review must never meet a stranger under an old number
)
