"""Recorded changes for undo, and the views a user saved."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from app.models.base import IsoTime, key, metadata

journal = Table(
    "journal",
    metadata,
    key(),
    Column("made_at", IsoTime, nullable=False),
    Column("label", Text, nullable=False),  # JSON {"source", "facts"}: said in the interface's language when shown
    Column("initiator", String),
    Column("state", String, nullable=False),  # done, undone, locked
    Column("changes", Text, nullable=False),  # JSON of what it touched, for the views
    Column("moved", Integer, nullable=False, default=0),  # rows that come and go with it
    Column("batch_id", Integer),
    Column("review_id", Integer),
    sqlite_autoincrement=True,  # what was read before a change must see that there was one, whatever was undone first
)

journal_part = Table(
    "journal_part",
    metadata,
    key(),
    Column("journal_id", ForeignKey("journal.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("steps", LargeBinary, nullable=False),  # packed row images, see services/row_images.py
    comment="What a change did, part by part, so that not all of it need be in memory at once.",
)

saved_view = Table(
    "saved_view",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),
    Column("position", Integer, nullable=False, default=0),
    Column("definition", Text, nullable=False),  # JSON: filter, columns, widths, sort, grouping, print set-up
)
