"""The small parts pages are made of; they know the theme and nothing of the ledger."""
