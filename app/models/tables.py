"""Every table in one place, for the schema, the journal and the backup's counts."""

from app.models import customer, journal, ledger, playbook, review, tag
from app.models.base import metadata

__all__ = ["customer", "journal", "ledger", "metadata", "playbook", "review", "tag"]
