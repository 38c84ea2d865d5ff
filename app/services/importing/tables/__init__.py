"""From rows to tables: where one lies, what kind it is, which column is which, which tables belong together."""
