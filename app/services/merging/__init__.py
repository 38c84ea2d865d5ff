"""Customers who are one: compared, merged with everything that hangs on them, parted again, or told apart for good."""

from app.services.merging.comparing import BOTH, Choice, Comparison, FieldRow, Side, compare
from app.services.merging.entering import Likely, likely
from app.services.merging.judging import BRANCH, DIFFERENT, SAME, JudgePair
from app.services.merging.moving import MergeCustomers, MergeSeveral
from app.services.merging.past import PastMerge, merges, taken_over
from app.services.merging.queue import Queue, QueuedPair, merges_of, queue, refreshed, waiting
from app.services.merging.splitting import SplitMerge, SplitReport, heirs, sentences

__all__ = [
    "BOTH",
    "BRANCH",
    "DIFFERENT",
    "SAME",
    "Choice",
    "Comparison",
    "FieldRow",
    "JudgePair",
    "Likely",
    "MergeCustomers",
    "MergeSeveral",
    "PastMerge",
    "Queue",
    "QueuedPair",
    "Side",
    "SplitMerge",
    "SplitReport",
    "compare",
    "heirs",
    "likely",
    "merges",
    "merges_of",
    "queue",
    "refreshed",
    "sentences",
    "taken_over",
    "waiting",
]
