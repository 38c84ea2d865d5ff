"""标签管理: the tags of the ledger by group, renamed, merged, painted, removed."""
