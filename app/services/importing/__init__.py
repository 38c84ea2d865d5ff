"""From a stranger's spreadsheet to the ledger."""
