"""From what is staged to the ledger and back: matching, writing, undoing, mending what waits."""
